"""Splitting a list of units, and reading a unit cell of an appendix table (conventions 17 to 19)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dondoc.extraction.unit_roles import Reading, read_roles
from dondoc.language.tokens import LOWER, UPPER, Token, longest, phrase_trie, tokens_of
from dondoc.language.unit_lexicon import THE_MANY
from dondoc.language.unit_names import is_collective, units_at_tokens
from dondoc.language.unit_qualifiers import AND, Core

_FIGURE = re.compile(r"[\d.,\s%-]*\d[\d.,\s%-]*")  # a sum whose unit stands in the head of its column
_MONEY = re.compile(
    r"^\W*(?:từ\s+)?(?:nguồn\s+)?(?:ngân sách|nsnn|nstw|nsđp|kinh phí|vốn\b|xã hội h[oó][áa]|xhh|quỹ đất|tài trợ|"
    r"huy động|lồng ghép|dự toán|đầu tư công|sự nghiệp)|\d[\d.,]{0,20}\s*(?:tỷ|tỉ|triệu|nghìn)?\s*đồng|^\W*nguồn\s",
    re.IGNORECASE,
)
_SAME = re.compile(r"^\W*(?:nt|như trên|[\"“”'’-]+|…|\.+)\W*$", re.IGNORECASE)
_RELATED = re.compile(
    r"^(?:các )?(?:(?:cơ quan|đơn vị|tổ chức|phòng|ban|sở|bộ|ngành|đoàn thể|địa phương|cá nhân|bên)"
    r"(?:, | và )?)+(?: chuyên môn| chức năng)?(?: có)? liên quan$",
    re.IGNORECASE,
)
_COORDINATING = re.compile(r"ph[ốô]i\s*(?:kết\s*)?hợp", re.IGNORECASE)
_WORKS_WITH = re.compile(r"ph[ốô]i\s*hợp\s+(?:với\s+)?(?-i:[A-ZĐÀ-Ỹ])", re.IGNORECASE)  # with a name behind it
_LEADING = re.compile(r"chủ\s*trì|đầu\s*mối|thực\s*hiện|tham\s*mưu|chịu\s*trách\s*nhiệm|phụ\s*trách", re.IGNORECASE)
_ROLE_WORDS = re.compile(r"chủ\s*trì|ph[ốô]i\s*(?:kết\s*)?hợp", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:^|(?<=[\s.;(+\-]))(?:(?:cơ quan|đơn vị|bộ phận|cá nhân|người)\s+(?:(?P<who>chủ trì|thực hiện|đầu mối|phụ trách|"
    r"tham mưu)|(?P<with>phối hợp))(?:\s+(?:thực hiện|tham mưu|chính))?|(?P<bare>chủ trì)|(?P<joint>phối hợp))\s*:\s*"
    r"(?P<units>.+?)(?=[.;,]?\s+(?:[-+]\s*)?(?:(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:chủ trì|phối hợp|thực hiện|tham mưu)[\w\s]{0,12}|"
    r"(?:thời gian|thời hạn|kết quả|sản phẩm|kinh phí|hoàn thành|tiến độ)[^.;:]{0,20}):|"
    r"[.;,)]+\s+(?:(?:hoàn thành|xong|thực hiện|trình|trong|trước|đến|vào|từ|hết|chậm nhất)\s+)+(?:ngày|tháng|quý|năm|\d)|[.;)]*\s*$)",
    re.IGNORECASE | re.DOTALL,
)
_TAGGED = re.compile(r"\(\s*(?:(?:đơn vị|cơ quan)\s+)?(?P<tag>chủ trì|phối hợp)[^)]{0,20}\)", re.IGNORECASE)
_COMRADES = phrase_trie(["các đồng chí", "các đ/c"])
_ENDS = " \t.,;:-–—+*"


@dataclass(frozen=True)
class UnitCell:
    """What the unit column of one appendix row says."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    resource: str | None = None
    doubts: list[str] = field(default_factory=list)


def split_units(text: str) -> list[str]:
    """Split a printed list of units into the units as printed, in order.

    Cuts stand at ";", before a unit after "và" or a comma, and where two names stand side by side; never at " - ".
    """
    text = " ".join(text.split())
    tokens = tokens_of(text)
    cuts = _cuts(tokens, dict(units_at_tokens(tokens)))
    pieces, start = [], 0
    for stop, after in [*cuts, (len(text), len(text))]:
        piece = text[start:stop].strip(_ENDS)
        if piece:
            pieces.append(piece)
        start = after
    return pieces


def _cuts(tokens: list[Token], units: dict[int, Core]) -> list[tuple[int, int]]:
    """Find where a list of units is cut: (end of the piece before, start of the piece after) in code points."""
    cuts: list[tuple[int, int]] = []
    at, last, piece = 0, -1, 0
    while at < len(tokens):
        core = units.get(at)
        if core:
            if last == at and tokens[at].shape != LOWER:
                cuts.append((tokens[at].start, tokens[at].start))
                piece = at
            at = last = core.end
            continue
        after = _joint(tokens, at)
        named = after in units and not _goes_on_naming(tokens, piece, at, units.get(after))
        if after > at and (named or tokens[at].key == ";" or _abbreviated(tokens, at)):
            cuts.append((tokens[at].start, tokens[after - 1].end))
            at = piece = after
        else:
            at += 1
    return cuts


def _goes_on_naming(tokens: list[Token], piece: int, at: int, following: Core | None) -> bool:
    """Tell whether a comma stands among the offices of one list of comrades ("Các đ/c Phó Chủ tịch, Trưởng đoàn thể")."""
    office = following is not None and following.kind == "position"
    return (
        office
        and tokens[at].key == ","
        and bool(longest(_COMRADES, tokens, piece))
        and tokens[at + 1].key not in THE_MANY
    )


def _abbreviated(tokens: list[Token], at: int) -> bool:
    """Tell whether a comma stands between two bodies written as bare abbreviations ("VTV, VOV")."""
    if tokens[at].key != "," or not 0 < at < len(tokens) - 1:
        return False
    alone = (at == 1 or not tokens[at - 2].key[0].isalnum()) and (
        at + 2 == len(tokens) or not tokens[at + 2].key[0].isalnum() or tokens[at + 2].key == AND
    )
    return alone and tokens[at - 1].shape == UPPER and tokens[at + 1].shape == UPPER


def _joint(tokens: list[Token], at: int) -> int:
    """Pass over a mark or word that joins units, and over the bullet or "và" after it."""
    if tokens[at].key not in (";", ",", AND, "/", ".", "+"):
        return at
    at += 1
    while at < len(tokens) and tokens[at].key in (AND, "-", "+"):
        at += 1
    return at


def unit_cell(text: str, heading: str | None) -> UnitCell:
    """Read the unit cell of an appendix row; `heading` is its column heading.

    The content decides: money is the resource, units lead, "(các) đơn vị liên quan" after others coordinates. Only
    a column headed "phối hợp" makes its units coordinate.
    """
    text = " ".join(text.split())
    if not text.strip(_ENDS):
        return UnitCell()
    if _SAME.match(text):
        return UnitCell(doubts=[f"Ô đơn vị chỉ ghi “{text}”, cần xác định đơn vị."])
    if _MONEY.search(text) or _FIGURE.fullmatch(text):
        return UnitCell(resource=text.rstrip(" .;"))
    if _ROLE_WORDS.search(text):
        return _spoken(text)
    return _listed(text, heading or "")


def labelled_units(text: str) -> UnitCell | None:
    """Read units under labels of their own ("Đơn vị chủ trì: …", "Cơ quan phối hợp: …"); None without such a label."""
    if ":" not in text:
        return None
    leads: list[str] = []
    coordinating: list[str] = []
    found = list(_LABELLED.finditer(text))
    charged = any(match["bare"] or (match["who"] or "").lower() == "chủ trì" for match in found)
    for match in found:
        helps = match["with"] or match["joint"] or (charged and (match["who"] or "").lower() == "thực hiện")
        (coordinating if helps else leads).extend(split_units(match["units"]))
    return UnitCell(leads, coordinating) if leads or coordinating else None


def _tagged(text: str) -> UnitCell | None:
    """Read units that each bear their part in brackets ("Sở Y tế (chủ trì); Sở Nội vụ (phối hợp)")."""
    leads: list[str] = []
    coordinating: list[str] = []
    start = 0
    for match in _TAGGED.finditer(text):
        (leads if match["tag"].lower() == "chủ trì" else coordinating).extend(split_units(text[start : match.start()]))
        start = match.end()
    return UnitCell(leads, [*coordinating, *split_units(text[start:])]) if start and leads else None


def _spoken(text: str) -> UnitCell:
    """Read a cell that is a sentence ("Sở Y tế chủ trì, phối hợp với …" or "Chủ trì: …; phối hợp: …")."""
    if labelled := labelled_units(text) or _tagged(text):
        return labelled
    reading: Reading = read_roles(text)
    leads = [*reading.leads, *(unit for unit in reading.advisory if unit not in reading.leads)]
    doubts = list(reading.doubts)
    if not leads:
        doubts.append(f"Không rõ đơn vị chủ trì trong ô “{text}”.")
    if _WORKS_WITH.search(text) and not reading.coordinating:
        doubts.append(f"Không rõ đơn vị phối hợp trong ô “{text}”.")
    return UnitCell(leads, reading.coordinating, None, doubts)


def _listed(text: str, heading: str) -> UnitCell:
    """Read a cell that is a bare list of units."""
    doubts: list[str] = []
    units = [_named_part(unit, doubts) for unit in split_units(text)]
    if _COORDINATING.search(heading) and not _LEADING.search(heading):
        return UnitCell([], units, None, doubts)
    leads = [unit for i, unit in enumerate(units) if i == 0 or not _RELATED.match(unit)]
    coordinating = [unit for i, unit in enumerate(units) if i > 0 and _RELATED.match(unit)]
    if _COORDINATING.search(heading) and len(leads) > 1:
        doubts.append("Cột ghi chung chủ trì và phối hợp: cần xác định đơn vị nào chủ trì.")
    return UnitCell(leads, coordinating, None, doubts)


def _named_part(unit: str, doubts: list[str]) -> str:
    """Cut what a unit is to do off its name ("Sở Y tế theo dõi, báo cáo"); note what is no known name."""
    tokens = tokens_of(unit)
    found = units_at_tokens(tokens)
    if not found or found[0][0] > 0:
        doubts.append(f"Không nhận ra tên đơn vị: “{unit}”.")
        return unit
    end = found[0][1].end
    if end == len(tokens) or is_collective(unit):
        return unit
    rest = unit[tokens[end].start :]
    if tokens[end].shape == LOWER and tokens[end].key[0].isalpha() and len(rest.split()) >= 2:
        doubts.append(f"Ô đơn vị có cả việc phải làm: “{unit}”.")
        return unit[: tokens[end - 1].end]
    return unit
