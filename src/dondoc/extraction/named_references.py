"""Finding the documents that a paper carries out by name, without a number (convention 23)."""

from __future__ import annotations

import bisect
import json
import re
from functools import lru_cache
from importlib import resources

from dondoc.language.folding import match_key
from dondoc.language.scanning import Opened
from dondoc.language.tokens import LOWER, Token, Trie, insert, longest, token_key, tokens_of
from dondoc.language.unit_lexicon import lexicon
from dondoc.programme.model import Reference

Named = tuple[Reference, int, int]
_CONGRESS = Opened(
    ("các", "nghị quyết"),
    r"(?P<many>các\s+)?Nghị quyết\s+(?:của\s+)?(?P<body>Đại hội(?:\s+đại biểu)?(?P<whose>(?:\s+(?:Đảng bộ|Đảng|MTTQ|Mặt trận Tổ quốc|Hội Nông dân|Hội Cựu chiến binh|Hội Liên hiệp Phụ nữ|Hội LHPN|Phụ nữ|Đoàn Thanh niên|Đoàn TNCS Hồ Chí Minh|Đoàn|Công đoàn|Việt Nam))*)"
    r"(?:\s+(?P<level>toàn quốc|thành phố|tỉnh|phường|xã|đặc khu|huyện|quận)"
    r"(?P<place>(?:\s+(?!Ban |Bộ |Phần |Chương |Mục |Điều |Phụ )(?-i:[A-ZĐÀ-Ỵ])[^\W\d_]*){0,3}))?"
    r"(?:\s*,?\s*(?P<nth>lần thứ\s+[IVXLC\d]+))?)"
    r"(?P<term>\s*,?\s*nhiệm kỳ\s+\d{4}\s*[-–]\s*\d{4})?(?P<of>\s+của Đảng(?!\s+(?:bộ|ủy|uỷ)))?",
    re.IGNORECASE,
)
_PLENUM = Opened(
    ("nghị quyết",),
    r"Nghị quyết\s+(?:Hội nghị\s+)?(?P<body>Trung ương)\s+(?:lần thứ\s+)?\d+"
    r"(?:\s*,?\s*\(?\s*(?:các khóa|khóa\s+[IVXL]+(?:\s*(?:,|và)\s*(?:khóa\s+)?[IVXL]+)*)(?:\s*\))?)?"
    r"(?:\s+về\s+[^;.,()“”\"\x1f]{3,90}?(?=[;.,\x1f]|\s+(?:gắn|và)\s))?",
    re.IGNORECASE,
)
_CRITERIA = Opened(
    ("các", "bộ tiêu chí"),
    r"(?P<many>các\s+)?Bộ tiêu chí\s+(?P<name>[^;.,:()“”\"\x1f]{3,120})",
    re.IGNORECASE,
)
_SCHEME = re.compile(
    r"Đề án\s+(?:[“\"]\s*(?P<quoted>[^”\"\x1f]{5,250})[”\"]|(?P<name>[^;.,:()“”\"\x1f\d][^;.:()“”\"\x1f]{4,160}))"
)
_RULES = re.compile(
    r"(?P<kind>Quy chế|Quy định|Điều lệ)\s+(?P<name>(?!số\b|\d|này|phối hợp|chi tiết)"
    r"(?:về\s[^;.,:()“”\"\x1f]{3,40}(?:,\s[^;.,:()“”\"\x1f]{2,30}){1,4}\svà\s[^;.,:()“”\"\x1f]{4,80}|[^;.,:()“”\"\x1f]{4,110}))"
)
_CARRIED = re.compile(
    r"(?:thực hiện|triển khai|chấp hành|căn cứ|theo|quán triệt|thi hành|tuân thủ|cụ thể hóa|của)"
    r"(?:\s+(?:đầy đủ|tốt|nghiêm|nghiêm túc|có|hiệu quả|quyết liệt|đồng bộ|việc|các|và|kịp thời|nội dung|đúng))*\s*$",
    re.IGNORECASE,
)
_DRAFTED = re.compile(
    r"(?:xây dựng|ban hành|đề xuất|lập|sửa đổi|bổ sung|soạn thảo|tham mưu|hoàn thiện|nghiên cứu|trình|phê duyệt)"
    r"[^;.:\x1f]{0,40}$",
    re.IGNORECASE,
)
_NAME_STOP = re.compile(
    r"\s+(?:gắn|trong năm|góp phần|đảm bảo|bảo đảm|nhằm|để|với|phấn đấu|đối với|kịp thời|trong đó|theo|tại|đạt|từ|được|đã|do|như|nhất là)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\bsố\s+\d")
_NO_NAME = re.compile(
    r"(?:này|và|của|được|đã|cụ|khác|nêu|trên|với|theo|vào|trong|từ|đến|để|cho|có|là|tại|khi|phải|cần|do|hỗ trợ|trọng điểm)\b"
)
_LAW = re.compile(r"(?<!\w)(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?=[A-ZĐÀ-Ỵ])")
_YEAR = re.compile(r"\s+năm\s+\d{4}|\s*\(sửa đổi\)(?:\s+năm\s+\d{4})?")
_NUMBER_NEXT = re.compile(
    r"(?:\s+(?:năm\s+\d{4}|\(sửa đổi\)))?\s*,?\s*(?:số\s*:?\s*)?(?P<n>\d+\s*/\s*\d{4}\s*/\s*(?:QH|UBTVQH)\d+)"
)
_AMENDED = re.compile(r"(?:một số điều|điều|khoản|điểm)[^;.]{0,120}$", re.IGNORECASE)
_BILL = re.compile(
    r"(?:xây dựng|ban hành|soạn thảo|trình Quốc hội|thông qua|dự án|dự thảo|đề nghị)\s+(?:(?:và|,|các|sớm|dự án|xây dựng|ban hành)\s*)*"
    r"(?:Luật\s[^;.:]{3,60},\s*)*$",
    re.IGNORECASE,
)
_DAY_NEXT = re.compile(
    r"\s+ngày\s+(?P<day>\d{1,2})(?:\s+tháng\s+|[/.-])(?P<month>\d{1,2})(?:\s+năm\s+|[/.-])(?P<year>(?:19|20)\d\d)\b"
)
_LAWS = Opened(("Bộ luật", "Luật", "Pháp lệnh"), _LAW.pattern)
_AMENDING = Opened(("Luật",), r"(?<!\w)Luật\s+sửa đổi, bổ sung (?:một số|các) điều của\s+(?=Luật|Bộ luật)")
_NO = token_key("số")
_ABBREVIATED = (("MTTQ", "Mặt trận Tổ quốc"), ("HĐND", "Hội đồng nhân dân"), ("UBND", "Ủy ban nhân dân"))


def named_in(flat: str, taken: list[tuple[int, int]], numbered: list[Reference]) -> list[Named]:
    """Find the named documents of a flattened text outside the spans already taken by numbered ones."""
    starts = [start for start, _ in taken]

    def free(at: int) -> bool:
        i = bisect.bisect_right(starts, at) - 1
        return i < 0 or taken[i][1] <= at

    others = [*_plenums(flat), *_criteria(flat), *_schemes(flat), *_known_rules(flat), *_rules(flat)]
    # The resolution of a congress is named in the titles of the papers that carry it out, too.
    found = [*_congresses(flat, numbered), *(one for one in others if free(one[1]))]
    return [*_merged(found), *_laws(flat, free, numbered)]


def _make(kind: str, title: str, issuer: str | None = None) -> Reference:
    """Make a reference without a number."""
    return Reference(kind=kind, title=" ".join(title.split()).strip(" ,"), issuer=issuer)


def _congresses(flat: str, numbered: list[Reference]) -> list[Named]:
    """Find resolutions of congresses; one per level, named by its fullest mention; one cited by number is a mention of it."""
    mentions = [m for m in _CONGRESS.finditer(flat) if not m["many"] and (m["level"] or m["nth"] or m["term"])]
    own = next((m["level"].lower() for m in mentions if m["level"] and m["level"].lower() in _OWN_LEVELS), "phường")
    levels: dict[str, list[re.Match[str]]] = {}
    for match in mentions:
        level = (match["level"] or own).lower()
        levels.setdefault(level, []).append(match)
    cited = next((each for each in numbered if _OF_CONGRESS.search(each.number or "")), None)
    out: list[Named] = []
    for level, group in levels.items():
        if cited is not None and level == own and not _OF_HIGHER.search(cited.issuer or ""):
            cited.mentions += len(group)
            continue
        fullest = max(group, key=lambda m: (bool(m["nth"]) + bool(m["term"]) + bool(m["of"]), "đại biểu" in m["body"]))
        title, issuer = " ".join(fullest.group().split()), " ".join(fullest["body"].split()) + (fullest["of"] or "")
        out += [(_make("Nghị quyết", title, issuer), m.start(), m.end()) for m in group]
    return out


_OF_CONGRESS = re.compile(r"NQ\s?/\s?ĐH", re.IGNORECASE)
_OF_HIGHER = re.compile(r"(?:tỉnh|thành phố|toàn quốc)", re.IGNORECASE)
_OWN_LEVELS = ("phường", "xã", "đặc khu")


def _plenums(flat: str) -> list[Named]:
    """Find resolutions of the Central Committee's plenums ("Nghị quyết Trung ương 4 khóa XII")."""
    return [(_make("Nghị quyết", m.group(), "Trung ương"), m.start(), m.end()) for m in _PLENUM.finditer(flat)]


def _criteria(flat: str) -> list[Named]:
    """Find sets of criteria that are applied, not drafted."""
    out = []
    for match in _CRITERIA.finditer(flat):
        name = _NAME_STOP.split(match["name"])[0]
        if match["many"] or _drafted(flat, match.start()) or len(name.split()) < 2:
            continue
        if flat[match.start()].islower() and not _carried(flat, match.start()):
            continue
        out.append((_make("Bộ tiêu chí", f"Bộ tiêu chí {name}"), match.start(), match.start() + 12 + len(name)))
    return out


def _drafted(flat: str, at: int) -> bool:
    """Tell whether the document that begins here is one to be drafted."""
    return bool(_DRAFTED.search(flat[max(0, at - 80) : at]))


def _carried(flat: str, at: int) -> bool:
    """Tell whether the document that begins here is carried out."""
    before = flat[max(0, at - 80) : at]
    return bool(_CARRIED.search(before)) and not _DRAFTED.search(before)


def _schemes(flat: str) -> list[Named]:
    """Find đề án that are carried out."""
    out = []
    for match in _SCHEME.finditer(flat):
        if not _carried(flat, match.start()) and not (match["quoted"] and not _drafted(flat, match.start())):
            continue
        if match["quoted"]:
            out.append((_make("Đề án", match["quoted"]), match.start(), match.end()))
            continue
        name = _NAME_STOP.split(match["name"])[0]
        if len(name.split()) >= 2 and not _NO_NAME.match(name):
            out.append((_make("Đề án", f"Đề án {name}"), match.start(), match.start() + 6 + len(name)))
    return out


def _rules(flat: str) -> list[Named]:
    """Find regulations named with a capital that are carried out."""
    out = []
    for match in _RULES.finditer(flat):
        if match["kind"][0].isupper() and _carried(flat, match.start()):
            name = _NAME_STOP.split(match["name"])[0]
            if len(name.split()) >= 2 and not _NUMBERED.search(name):
                end = match.start("name") + len(name)
                out.append((_make(match["kind"], f"{match['kind']} {name}"), match.start(), end))
    return out


@lru_cache(maxsize=1)
def _documents() -> dict[str, list[str] | dict[str, list[str]]]:
    """Load the names of laws and rules."""
    text = resources.files("dondoc.extraction").joinpath("data", "documents.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _rule_pattern() -> Opened:
    """Build the pattern of well-known rules, with the words that complete their names."""
    rules = _documents()["rules"]
    assert isinstance(rules, dict)
    names = sorted((name for group in rules.values() for name in group), key=len, reverse=True)
    return Opened(
        (name.lower().split()[0] for name in names),
        r"(?<!\w)(?P<name>"
        + "|".join(map(re.escape, names))
        + r")(?P<rest>(?:\s+của\s+cán bộ, đảng viên)?(?:\s+trong (?:giai đoạn|tình hình) mới)?)(?!\w)",
        re.IGNORECASE,
    )


def _known_rules(flat: str) -> list[Named]:
    """Find well-known rules of the Party and the State by name."""
    rules = _documents()["rules"]
    assert isinstance(rules, dict)
    kinds = {match_key(name): kind for kind, group in rules.items() for name in group}
    return [(_make(kinds[match_key(m["name"])], m.group()), m.start(), m.end()) for m in _rule_pattern().finditer(flat)]


def _merged(found: list[Named]) -> list[Named]:
    """Give the same document one title: nested finds are dropped, and a shorter form of a name joins the longer."""
    out: list[Named] = []
    for one in sorted(found, key=lambda one: (one[1], -one[2])):
        if out and one[1] < out[-1][2]:
            continue
        out.append(one)
    titles: dict[str, list[str]] = {}
    for reference, _, _ in out:
        known = titles.setdefault(reference.kind, [])
        core = _core(reference.title or "")
        same = next((t for t in known if _core(t).startswith(core) or core.startswith(_core(t))), None)
        if same is None:
            known.append(reference.title or "")
        else:
            reference.title = same
    return out


def _core(title: str) -> str:
    """Fold a title to what tells it from others."""
    return " ".join(re.sub(r"\b(?:quốc gia|về|bộ tiêu chí)\b", " ", title.lower()).split())


@lru_cache(maxsize=1)
def _law_names() -> Trie:
    """Build the trie of names of laws."""
    root: Trie = {}
    names = _documents()
    for group in ("laws", "codes", "ordinances"):
        for name in names[group]:
            insert(root, tokens_of(name), name)
    return root


def _laws(flat: str, free: object, numbered: list[Reference]) -> list[Named]:
    """Find laws cited by name; one that is also cited with its number is a mention of the numbered one."""
    assert callable(free)
    by_number = {re.sub(r"\s", "", r.number or "").upper(): r for r in numbered}
    numbers: dict[str, Reference] = {}
    out: list[Named] = _amending(flat, free)
    for match in _LAWS.finditer(flat):
        name = _law_name(flat[match.end() : match.end() + 140])
        if not name:
            continue
        end = match.end() + len(name)
        key = match_key(_spelled(name))
        if number := _NUMBER_NEXT.match(flat, end):
            reference = by_number.get(re.sub(r"\s", "", number["n"]).upper())
            if reference:
                reference.title = reference.title or f"{match['kind']} {name}"
                reference.kind = match["kind"]
                numbers[key] = reference
            continue
        before = flat[max(0, match.start() - 130) : match.start()]
        if not free(match.start()) or _AMENDED.search(before) or _BILL.search(before):
            continue
        if known := next((numbers[k] for k in numbers if _one_law(k, key)), None):
            known.mentions += 1
            continue
        year = _YEAR.match(flat, end)
        end = year.end() if year else end
        law = _make(match["kind"], flat[match.start() : end])
        law.date = _passed_on(flat, end)
        out.append((law, match.start(), end))
    return _same_laws(out)


def _passed_on(flat: str, end: int) -> str | None:
    """Return the day printed right behind the name of a law ("ngày 19 tháng 6 năm 2015", "ngày 19/6/2015")."""
    day = _DAY_NEXT.match(flat, end)
    return f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}" if day else None


def _amending(flat: str, free: object) -> list[Named]:
    """Find laws without a number that amend one or two others ("Luật sửa đổi, bổ sung một số điều của Luật A và Luật B")."""
    assert callable(free)
    out: list[Named] = []
    for match in _AMENDING.finditer(flat):
        at = match.end()
        while (law := _LAW.match(flat, at)) and (name := _law_name(flat[law.end() : law.end() + 140])):
            at = law.end() + len(name)
            if not flat.startswith(" và Luật", at):
                break
            at += len(" và ")
        if at > match.end() and free(match.start()) and not _NUMBER_NEXT.match(flat, at):
            out.append((_make("Luật", flat[match.start() : at]), match.start(), at))
    return out


def _same_laws(found: list[Named]) -> list[Named]:
    """Give mentions of one law, with and without its year, one title."""
    titles: list[str] = []
    for reference, _, _ in found:
        key = _bare_law(reference.title or "")
        same = next((t for t in titles if _one_law(_bare_law(t), key)), None)
        if same is None:
            titles.append(reference.title or "")
        else:
            reference.title = same
    return found


def _bare_law(title: str) -> str:
    """Fold the title of a law for comparison, without its kind, year and "(sửa đổi)"."""
    return match_key(_spelled(_YEAR.sub("", _LAW.sub("", title))))


def _one_law(one: str, other: str) -> bool:
    """Tell whether two folded names are of one law: alike, or one the beginning of the other and no law by itself."""
    short, long = sorted((one, other), key=len)
    return short == long or (long.startswith(short) and short not in _known_laws())


@lru_cache(maxsize=1)
def _known_laws() -> frozenset[str]:
    """Fold the names of the known laws."""
    names = _documents()
    return frozenset(match_key(_spelled(name)) for group in ("laws", "codes", "ordinances") for name in names[group])


def _spelled(name: str) -> str:
    """Write out the abbreviations in the name of a law."""
    for short, long in _ABBREVIATED:
        name = name.replace(short, long)
    return name


def _law_name(text: str) -> str | None:
    """Read the name of a law at the head of a text: a known name, or a capital and the words that belong to it."""
    tokens = tokens_of(text)
    known = longest(_law_names(), tokens, 0)
    if known:
        return text[: tokens[known[0] - 1].end]
    end = _grammatical_end(tokens)
    return text[: tokens[end - 1].end] if end else None


def _grammatical_end(tokens: list[Token]) -> int:
    """Find where the name of an unknown law ends: before the next verb, preposition, mark or long tail."""
    lex, at = lexicon(), 1
    while at < len(tokens) and at < 12:
        key = tokens[at].key
        if key == _NO and tokens[min(at + 1, len(tokens) - 1)].key.isdigit():
            break
        if not key[0].isalnum() or (
            tokens[at].shape == LOWER and (longest(lex.verbs, tokens, at) or longest(lex.stops, tokens, at))
        ):
            break
        at += 1
    return at if tokens and tokens[0].shape != LOWER and at >= 2 else 0
