"""Finding the documents that a paper cites (convention 23)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from dondoc.extraction.named_references import named_in
from dondoc.language.scanning import Opened
from dondoc.language.spacing import split_lost_spaces
from dondoc.language.tokens import tokens_of
from dondoc.language.unit_grammar import unit_at
from dondoc.programme.model import Reference

KINDS = (
    "Nghị quyết liên tịch|Nghị quyết|Nghị định|Chỉ thị|Quyết định|Quy định|Quy chế|Kết luận|Kế hoạch|Chương trình hành động|"
    "Chương trình|Thông tư liên tịch|Thông tư|Thông báo kết luận|Thông báo|Thông tri|Hướng dẫn|Công văn|Công điện|"
    "Báo cáo|Tờ trình|Đề án|Bộ luật|Luật|Pháp lệnh|Lệnh|Văn bản hợp nhất|Văn bản|Phương án|Quy trình|Điều lệ|Quy chuẩn|"
    "Tiêu chuẩn|Chiến lược"
)
_KIND = "|".join(kind.replace(" ", r"\s+") for kind in KINDS.split("|"))
_SYMBOLS = {
    "NQLT": "Nghị quyết liên tịch", "NQ": "Nghị quyết", "NĐ": "Nghị định", "ND": "Nghị định", "CTR": "Chương trình",
    "CTRHĐ": "Chương trình hành động", "CTHĐ": "Chương trình hành động", "CT": "Chỉ thị", "QĐ": "Quyết định",
    "QD": "Quyết định", "QYĐ": "Quy định", "QC": "Quy chế", "KL": "Kết luận", "KH": "Kế hoạch",
    "TTLT": "Thông tư liên tịch", "TTR": "Tờ trình", "TT": "Thông tư", "TB": "Thông báo", "TBKL": "Thông báo kết luận",
    "HD": "Hướng dẫn", "CV": "Công văn", "CĐ": "Công điện", "BC": "Báo cáo", "ĐA": "Đề án", "PA": "Phương án",
    "VBHN": "Văn bản hợp nhất", "QH": "Luật", "UBTVQH": "Nghị quyết", "L": "Luật", "PL": "Pháp lệnh",
}  # fmt: skip
_NUMBER = re.compile(  # begins with the digit and looks back then: several times as quick to search for
    r"(?P<n>\d(?<![\d/.,-]\d)(?:(?<!\w\d)|(?<=[Ss]ố\d))\d{0,4}[a-zA-Z]?(?:\s?/\s?(?:19|20)\d\d)?)\s?(?:(?P<slash>/)|-)\s?"
    r"(?P<symbol>[A-ZĐ][A-Za-zĐđ&]{0,8}\d{0,2})(?P<body>(?:\s?[-/]\s?[A-ZĐ][A-ZĐa-z&0-9]*){0,3})(?![\w])"
)
_BEFORE = re.compile(rf"(?P<kind>{_KIND})(?:\s+[^.;:,]{{0,80}}?)?[\s,]*(?:số)?\s*:?\s*$", re.IGNORECASE)
_CLOSE = re.compile(rf"(?P<kind>{_KIND})\s*(?:số)?\s*:?\s*$", re.IGNORECASE)
_SHORT = Opened(
    (kind.lower().split()[0] for kind in KINDS.split("|")),
    rf"(?<!\w)(?P<kind>{_KIND})\s+(?P<word>số\s*:?\s*)?(?P<n>\d{{1,4}})(?![\w%/]|[-.,]\w|\s?[-/]\s?[A-ZĐ])",
    re.IGNORECASE,
)
_AFTER_SHORT = re.compile(r"\s*(?:$|[,.;:)”\"]|ngày|của|về|và|trên|trong|gắn|theo|tại|do|\()")
_STANDARD = Opened(
    ("TCVN", "ISO", "QCVN", "TCCS", "IEC", "HACCP", "VietGAP"),
    r"(?<!\w)(?P<name>(?:TCVN\s+)?(?:ISO(?:/IEC)?|TCVN|QCVN|TCCS|IEC|HACCP|VietGAP))\s*(?P<n>\d[\d]*(?:[-:./]\d+)*"
    r"(?:[:/][A-ZĐ]+)?)?",
)
_OWN = re.compile(
    r"(?:(?<!\w)S[ốỐ](?:\s+hiệu)?|so_hieu)[\s:*\"]*(?P<n>\d+[a-z]?(?:\s*/\s*(?:19|20)\d\d)?\s*[-/]\s*[A-ZĐ][\w&]*(?:\s?[-/]\s?[A-ZĐ][\w&]*)*)"
)
_KIND_ENDS = re.compile(rf"(?:{_KIND})[\s*_\"“]*$", re.IGNORECASE)
_DATE = re.compile(
    r"[\s,]*(?:ký\s+)?ngày\s*(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(?P<y>\d{4})"
)
_ISSUER = re.compile(r"[\s,]*(?:của|do)\s+(?=[\wĐ])")
_SESSION = re.compile(r"\s*(?:\(?\s*khóa\s+[IVXL\d]+(?:\s*,\s*[IVXL]+)*\s*\)?)", re.IGNORECASE)
_PLENUM = re.compile(r"Hội nghị (?:lần )?thứ [\w ]{1,20}?(?=Ban Chấp hành|BCH)")
_ABOUT = re.compile(r"[\s,]*(?P<quote>[“\"])?[\s*]*(?:(?:v/v|về)\s+(?P<inner>[“\"])?[\s*]*)?", re.IGNORECASE)
_TITLE_VERB = re.compile(
    r"(?:ban hành|phê duyệt|quy định|hướng dẫn|thực hiện|triển khai|tiếp tục|tăng cường|đẩy mạnh|công bố|sửa đổi|thí điểm|"
    r"nâng cao|kết luận|lãnh đạo|đột phá|xây dựng|phát triển|đổi mới)\b"
)
_TITLE_END = re.compile(
    rf"[;.\x1f”\"]|,\s+[A-ZĐỦ][^,;.:]{{3,70}}?\s(?:xây dựng|ban hành|đề ra)\s+(?:[Cc]hương trình|[Kk]ế hoạch|[Nn]ghị quyết|[Đđ]ề án)|\s?\((?:sau đây|gọi tắt|viết tắt|[Gg]iao\s)|(?:,| và| gắn với(?: thực hiện)?)\s+(?:các\s+)?(?:{_KIND})\s+(?:số\s|\d|Đại|Trung)|"
    r"\s(?:như xây dựng|như sau|theo chỉ đạo|gắn với việc|góp phần|và các (?:nghị quyết|văn bản|chỉ thị))|\s\[\d"
)
_BREAK = re.compile(
    r"\n[^\S\n]*(?=(?:[-+•]\s+[A-ZĐÀ-Ỵ]|\d+(?:\.\d+)*[.)]\s|[IVX]+[.\-–)]\s|[a-zđ]\)\s|\(\d+\)|\[\d+\]|Nơi nhận|Phụ lục|PHỤ LỤC|Căn cứ |Theo đề nghị |Xét |"
    r"(?:CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|BỘ TRƯỞNG|CHỦ TỊCH|HỘI ĐỒNG NHÂN DÂN|[ỦU][YỶ] BAN NHÂN DÂN|QUYẾT (?:ĐỊNH|NGHỊ))\b))"
)
_TELLING_TITLE = 30  # characters of a title that tell a document from others of its number
_RULE = re.compile(r"(?m)^[^\S\n]*[-–—_=]{3,}[^\S\n]*$")  # a line drawn under the title
_MARKUP = re.compile(r"[*|`#\\]+")


class Found(NamedTuple):
    """One mention: what was read of the document, and the code points [start, end) it takes with its title."""

    reference: Reference
    start: int
    end: int


@dataclass
class _Register:
    """The documents found so far by key, in order of first mention."""

    known: dict[str, Reference] = field(default_factory=dict)

    def note(self, key: str, found: Reference) -> None:
        """Count one mention, and fill what the first mention did not print."""
        first = self.known.setdefault(key, found)
        if first is found:
            return
        first.mentions += found.mentions
        if found.number and first.number and len(found.number) == len(first.number) and first.number.isupper():
            first.number = found.number
        for name in ("date", "issuer", "title"):
            if getattr(first, name) is None:
                setattr(first, name, getattr(found, name))


def references_in(text: str) -> list[Reference]:
    """Find every document that the paper cites, once each, in order of first mention; linear in the text's length."""
    own = _own_number(text)
    flat = _flat(text)
    found = [*_numbered(flat, own), *_standards(flat)]
    full = {_leading_digits(one.reference.number or "") for one in found}
    taken = sorted((one.start, one.end) for one in found)
    found += _short(flat, full, taken)
    found += [Found(*one) for one in named_in(flat, taken, [one.reference for one in found])]
    register = _Register()
    shorts = {}
    for one in sorted(found, key=lambda one: one.start):
        key = (
            _key(one.reference.number)
            if one.reference.number
            else f"{one.reference.kind} {one.reference.title}".lower()
        )
        if "/" in key or "-" in key:
            shorts[one.reference.kind, _leading_digits(key)] = key
    twins: dict[tuple[str, str, str], str] = {}
    for one in sorted(found, key=lambda one: one.start):
        number = one.reference.number
        key = _key(number) if number else f"{one.reference.kind} {one.reference.title}".lower()
        key = shorts.get((one.reference.kind, key), key)
        register.note(_twin(twins, key, one.reference), one.reference)
    return [reference for key, reference in register.known.items() if key not in own]


def _twin(twins: dict[tuple[str, str, str], str], key: str, found: Reference) -> str:
    """Give the key of the same document whose symbol was printed otherwise before ("27/CTTg" for "27/CT-TTg")."""
    title = (found.title or "").lower().removeprefix("việc ")[:_TELLING_TITLE]
    if not found.number or len(title) < _TELLING_TITLE:
        return key
    return twins.setdefault((found.kind, _leading_digits(key), title), key)


def _own_number(text: str) -> set[str]:
    """Give the paper's own number, which is no reference: the first "Số …" with a capital at the head of the paper."""
    head = text[:3000]
    own = next((match for match in _OWN.finditer(head) if not _KIND_ENDS.search(head[: match.start()])), None)
    return {_key(own["n"])} if own else set()


def _flat(text: str) -> str:
    """Join lines and mend lost spaces; a new paragraph or item becomes the unit separator."""
    text = _BREAK.sub(" \x1f ", _RULE.sub(" \x1f ", _MARKUP.sub(" ", text)))
    return re.sub(r"[^\S\x1f]+", " ", split_lost_spaces(text))


def _key(number: str) -> str:
    """Fold a number for comparison: no white space, capitals."""
    return re.sub(r"\s", "", number).upper()


def _leading_digits(number: str) -> str:
    """Give the digits that a number begins with."""
    match = re.match(r"\d+", number)
    return match.group() if match else ""


# A Party committee's symbol whose first letter recognition saw twice ("NQ/ĐĐU"); no body bears such a symbol.
_DOUBLED = re.compile(r"(?<=/)(?:Đ(?=ĐU$)|T(?=T[UW]$)|H(?=HU$)|Q(?=QU$))")


def _numbered(flat: str, own: set[str]) -> list[Found]:
    """Find the documents cited by number and symbol."""
    out = []
    for match in _NUMBER.finditer(flat):
        symbol, before = match["symbol"].upper(), flat[max(0, match.start() - 110) : match.start()]
        close = _CLOSE.search(before)
        known = _SYMBOLS.get(re.sub(r"\d+$", "", symbol))
        if not (known and (match["body"] or symbol[-1].isdigit())) and not (close and len(symbol) > 1):
            continue
        number = _DOUBLED.sub("", re.sub(r"\s", "", match.group()))
        printed = close or (_BEFORE.search(before) if known == "Luật" else None)
        kind = _titled(printed["kind"]) if printed else known or "Công văn"
        if _key(number) in own:
            continue
        date, issuer, title, end = _details(flat, match.end())
        out.append(
            Found(Reference(number=number, kind=kind, date=date, issuer=issuer, title=title), match.start(), end)
        )
    return out


def _titled(kind: str) -> str:
    """Write a kind as the format does: one capital, single spaces."""
    return " ".join(kind.split()).capitalize()


def _details(flat: str, at: int) -> tuple[str | None, str | None, str | None, int]:
    """Read date, issuer and title after a number, in any order of the first two: (date, issuer, title, end)."""
    date = issuer = None
    for _ in range(3):
        if date is None and (match := _DATE.match(flat, at)):
            date, at = _iso(match), match.end()
        elif issuer is None and (match := _ISSUER.match(flat, at)) and (end := _issuer_end(flat, match.end())):
            issuer, at = flat[match.end() : end].strip(), end
        else:
            break
    title, end = _title(flat, at)
    return date, issuer, title, end


def _iso(match: re.Match[str]) -> str | None:
    """Write a printed date as ISO; None where it is no date."""
    day, month = int(match["d"]), int(match["m"])
    return f"{match['y']}-{month:02d}-{day:02d}" if 1 <= day <= 31 and 1 <= month <= 12 else None


def _issuer_end(flat: str, at: int) -> int | None:
    """Find where the issuer that begins here ends."""
    plenum = _PLENUM.match(flat, at)
    start = plenum.end() if plenum else at
    tokens = tokens_of(flat[start : start + 120])
    core = unit_at(tokens, 0) if tokens else None
    if core is None:
        return None
    end = start + tokens[core.end - 1].end
    session = _SESSION.match(flat, end)
    return session.end() if session else end


def _title(flat: str, at: int) -> tuple[str | None, int]:
    """Read the title after "về", in quotation marks, or after the verb it begins with: (title, its end)."""
    about = _ABOUT.match(flat, at)
    if about is None or (about.end() == at and not flat[at : at + 1].strip()):
        return None, at
    quoted = about["quote"] or about["inner"]
    words = flat[at : about.end()].lower()
    if not quoted and "v" not in words and not (_TITLE_VERB.match(flat, about.end()) and "," not in words):
        return None, at
    start = about.end()
    if quoted:
        close = re.compile('[”"]').search(flat, start, start + 400)
        end = close.start() if close else start
        return (flat[start:end].strip() or None, end + 1) if close else (None, at)
    stop = _TITLE_END.search(flat, start, start + 400)
    end = stop.start() if stop else min(len(flat), start + 400)
    title = flat[start:end]
    if title.count(")") > title.count("("):
        end = start + title.index(")")
    return flat[start:end].strip(" ,:") or None, end


def _short(flat: str, full: set[str], taken: list[tuple[int, int]]) -> list[Found]:
    """Find mentions by a bare number ("Nghị quyết 57", "Đề án số 05"); a bare number of its own needs "số" or đề án."""
    out = []
    for match in _SHORT.finditer(flat):
        if not _AFTER_SHORT.match(flat, match.end()):
            continue
        kind, number = _titled(match["kind"]), match["n"]
        cited = number in full
        if not cited and not match["word"] and kind not in ("Đề án", "Nghị quyết", "Chỉ thị", "Kết luận"):
            continue
        if (len(number) == 4 and number[:2] in ("19", "20")) or (len(number) == 1 and not match["word"]):
            continue
        date, issuer, title, end = _details(flat, match.end()) if not cited else (None, None, None, match.end())
        out.append(
            Found(Reference(number=number, kind=kind, date=date, issuer=issuer, title=title), match.start(), end)
        )
    return out


def _standards(flat: str) -> list[Found]:
    """Find standards by their whole designation ("ISO 9001-2015", "TCVN ISO 9001:2015", "QCVN 01:2021/BXD")."""
    out = []
    for match in _STANDARD.finditer(flat):
        if not match["n"]:
            continue
        kind = "Quy chuẩn" if match["name"].startswith("QCVN") else "Tiêu chuẩn"
        number = re.sub(r"\s+", " ", match.group()).strip(" .,;:-")
        out.append(Found(Reference(number=number, kind=kind), match.start(), match.end()))
    return out
