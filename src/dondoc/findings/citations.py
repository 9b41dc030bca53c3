"""Citations: the same document with other dates, impossible dates, no date, no verb, or the same list twice."""

from __future__ import annotations

import datetime
import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from ..programme.model import Finding, Section
from .figures import capital
from .paper import Entry, Paper
from .words import content, fold

_NUMBER = re.compile(  # begins with the digit, not with the border before it: ten times as quick to search for
    r"(\d(?<!\w\d)\d{0,3}(?:/\d{4})?)\s{0,2}([-–/])\s{0,2}(?=[A-ZĐ])((?:[A-ZĐ][A-Za-zĐđ]{0,7}\d{0,2})(?:\s?[-–/]\s?[A-ZĐ]\w{0,12})*)"
)
_HEADING = re.compile(r"\d{1,2}[-–/]\s+[A-ZĐ]\w*")  # "4/ UBND các xã": the number of a heading
_KIND = (
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Quy định|Quy chế|Hướng dẫn|Nghị định|Thông tư|Thông báo|Thông tri|Kế hoạch|"
    r"Chương trình hành động|Chương trình|Đề án|Luật|Pháp lệnh|Công văn|Công điện|Báo cáo|Tờ trình)"
)
_BEFORE = re.compile(_KIND + r"[^.;,\n]{0,40}$", re.IGNORECASE)
_DATE = re.compile(
    r"[,\s]*(?:của [^.;\n]{2,70}?)?[,\s(]*ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[^.;\n]{0,90}?\b(?:về|Về)(?: việc)?\s+([^.;\n]{10,160}(?:\n[^.;\n]{5,100})?)")
_VERBLESS = re.compile(rf"(?<=[.:])[ \t]+({_KIND} số [^.;\n]*(?:\n(?!\s*\n)[^.;\n]*)*)\.", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:phải|được|đã|cần|là|chú trọng|xác định|nêu|yêu cầu|giao|nhằm|ban hành kèm|có hiệu lực|sửa đổi|thay thế|quy định rõ)\b"
)


@dataclass(slots=True)
class Mention:
    """One place that gives the number of a document."""

    number: str
    start: int
    end: int
    date: datetime.date | None
    printed: str | None  # the date as printed
    wrong: bool  # the printed date does not exist


def mentions(paper: Paper) -> list[Mention]:
    """Return the places that cite a document by its number, in order."""
    found = []
    text = paper.text
    for match in _NUMBER.finditer(text):
        number = re.sub(r"\s", "", match[0]).replace("–", "-").rstrip("-/")
        if not re.search(r"[A-ZĐ]{2}", number) or _HEADING.fullmatch(match[0]):
            continue
        dated = _DATE.match(text, match.end(), match.end() + 140)
        date, wrong = None, False
        if dated:
            try:
                date = datetime.date(int(dated[3]), int(dated[2]), int(dated[1]))
            except ValueError:
                wrong = True
        kind = _BEFORE.search(text, max(0, match.start() - 60), match.start())
        start = kind.start() if kind else match.start()
        end = dated.end() if dated else match.end()
        printed = f"{dated[1]}/{dated[2]}/{dated[3]}" if dated else None
        found.append(Mention(number, start, end, date, printed, wrong))
    return found


def find(paper: Paper) -> list[Finding]:
    """Return the findings about the documents that the paper cites."""
    found = mentions(paper)
    return [
        *_other_dates(paper, found),
        *_other_numbers(paper, found),
        *_impossible(paper, found),
        *_undated(paper, found),
        *_verbless(paper),
        *_list_twice(paper, found),
        *_two_chapters(paper, found),
    ]


def _quote(paper: Paper, mention: Mention, more: int = 90) -> str:
    end = re.compile(r"[.;](?=\s)|\n\s*\n").search(paper.text, mention.end, mention.end + more)
    stop = end.start() if end else min(len(paper.text), mention.end + more)
    quote = paper.quote(mention.start, stop)
    return quote if end else quote.rsplit(" ", 1)[0]


def _by_number(found: list[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[_key(mention.number)].append(mention)
    return groups


_TWICE = re.compile(r"([A-ZĐ])\1+")


def _key(number: str) -> str:
    """Return the number without its marks and doubled letters: "27/CT-TTg" and "27/CTTg" are one."""
    digits, _, letters = re.sub(r"[-–]", "/", number.upper()).partition("/")
    return digits + "/" + _TWICE.sub(r"\1", letters.replace("/", ""))


def _title(paper: Paper, mention: Mention) -> frozenset[str]:
    match = _TITLE.match(paper.text, mention.end, mention.end + 320)
    return content(match[1]) if match else frozenset()


def _other_dates(paper: Paper, found: list[Mention]) -> list[Finding]:
    findings = []
    for group in _by_number(found).values():
        dated = [mention for mention in group if mention.date]
        dates = Counter(mention.date for mention in dated)
        if len(dates) < 2:
            continue
        one = next(m for m in dated if m.date == dates.most_common(1)[0][0])
        for other in dated:
            if other.date == one.date or not _same_paper(paper, one, other):
                continue
            why = f"Văn bản {one.number} được ghi ngày {one.printed} ở chỗ này và ngày {other.printed} ở chỗ khác."
            places: list[tuple[Entry | None, str]] = [(None, _quote(paper, one)), (None, _quote(paper, other))]
            findings.append(paper.point("contradiction", "error", why, places))
            break
    return findings


_SAME_TITLE = 0.7  # share of the pairs of syllables of the shorter title that the longer one holds
_LEAST_TITLE = 5  # pairs of syllables of a title that tell a paper from others


def _other_numbers(paper: Paper, found: list[Mention]) -> list[Finding]:
    """Find one paper, of one kind, day and title, under two numbers."""
    by_day: dict[tuple[str, datetime.date], dict[str, Mention]] = defaultdict(dict)
    for mention in found:
        digits, _, kind = _key(mention.number).partition("/")
        if mention.date and digits:
            by_day[kind, mention.date].setdefault(digits, mention)
    findings = []
    for mentions_ in by_day.values():
        for one, other in itertools.combinations(mentions_.values(), 2) if 1 < len(mentions_) < _MANY_A_DAY else ():
            a, b = _title(paper, one), _title(paper, other)
            if len(a & b) < max(_SAME_TITLE * min(len(a), len(b)), _LEAST_TITLE):
                continue
            why = f"Cùng một văn bản ngày {one.printed} được ghi hai số khác nhau: {one.number} và {other.number}."
            places: list[tuple[Entry | None, str]] = [(None, _quote(paper, one)), (None, _quote(paper, other))]
            findings.append(paper.point("contradiction", "error", why, places))
    return findings


_MANY_A_DAY = 6


def _same_paper(paper: Paper, one: Mention, other: Mention) -> bool:
    """Say whether two citations of a number mean one document: numbers of State bodies begin anew each year."""
    assert one.date
    assert other.date
    issuers = [_issuer(paper, mention) for mention in (one, other)]
    if all(issuers) and not any(issuers[0].startswith(a) or a.startswith(issuers[0]) for a in issuers[1:]):
        return False
    if one.date.year == other.date.year or re.search(r"/20\d\d/|[-/](?:TW|TU|ĐU)$", one.number):
        return True
    a, b = _title(paper, one), _title(paper, other)
    return (one.date.month, one.date.day) == (other.date.month, other.date.day) or (
        len(a & b) >= 0.5 * min(len(a), len(b)) > 2
    )


_ISSUER = re.compile(r"\bcủa ([^.,;()]{4,60}?)(?= (?:về|phê|ban hành|thực|quy định|sửa|ngày)\b|[,;.(]|$)")


def _issuer(paper: Paper, mention: Mention) -> str:
    """Return the body that a citation names as the issuer, folded, empty when it names none."""
    match = _ISSUER.search(paper.quote(mention.start, mention.end + 70))
    return fold(match[1]) if match else ""


def _impossible(paper: Paper, found: list[Mention]) -> list[Finding]:
    findings = []
    try:
        own = datetime.date.fromisoformat(paper.programme.document.date or "")
    except ValueError:
        own = None
    for mention in found:
        year = re.search(r"/(20\d\d)/", mention.number)
        if mention.wrong:
            why = f"Ngày {mention.printed} của văn bản {mention.number} không có trong lịch."
        elif mention.date and own and mention.date > own:
            why = f"Văn bản {mention.number} ghi ngày {mention.printed}, sau ngày ban hành của chính văn bản này ({own:%d/%m/%Y})."
        elif mention.date and year and int(year[1]) != mention.date.year:
            why = f"Số {mention.number} là của năm {year[1]} nhưng ngày ghi {mention.printed}."
        else:
            continue
        findings.append(paper.point("contradiction", "error", why, [(None, _quote(paper, mention))]))
    return findings


def _undated(paper: Paper, found: list[Mention]) -> list[Finding]:
    own = (paper.programme.document.number or "").replace(" ", "").upper()
    bare, dated = [], 0
    for group in _by_number(found).values():
        if any(mention.printed for mention in group):
            dated += 1
        elif group[0].number.upper() != own and not _of_a_standard(group[0].number) and not _law(paper, group[0]):
            bare.append(group[0])
    if not bare or dated < 2 or len(bare) > 2 * dated:
        return []
    numbers = ", ".join(mention.number for mention in bare[:6]) + (" …" if len(bare) > 6 else "")
    why = f"Văn bản được dẫn không ghi ngày ban hành, khác với các văn bản khác: {numbers}."
    return [paper.point("missing", "note", why, [(None, _quote(paper, mention)) for mention in bare])]


def _law(paper: Paper, mention: Mention) -> bool:
    """Say whether a law is cited: Decree 30/2020/NĐ-CP (Annex I) asks for its name, not for its date."""
    return bool(re.match(r"(?:Bộ l|L)uật\b|Pháp lệnh\b", paper.text[mention.start : mention.end], re.IGNORECASE))


def _of_a_standard(number: str) -> bool:
    return bool(re.search(r"TCVN|QCVN|ISO|TTCP|LGSP|VNEID", number.upper()))


def _verbless(paper: Paper) -> list[Finding]:
    quotes: list[tuple[Entry | None, str]] = []
    for match in _VERBLESS.finditer(paper.text):
        sentence = " ".join(match[1].split())
        titled = re.split(r"\bvề\b", sentence, maxsplit=1)
        if (
            len(titled) == 2
            and "ngày" in titled[0]
            and not _VERB.search(titled[0])
            and not re.search(r"[:“\"]|chú trọng|, giao", titled[1])
        ):
            quotes.append((None, paper.quote(match.start(1), match.end(1))))
    if not quotes:
        return []
    why = "Câu chỉ có tên văn bản, không có động từ: không nói phải làm gì với văn bản đó."
    return [paper.point("missing", "note", why, list(dict.fromkeys(quotes)))]


def _sections_of(paper: Paper, found: list[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        section = paper.section_at(mention.start)
        if section is not None and section.kind not in ("recipients", "appendix"):
            groups[section.id].append(mention)
    return groups


def _list_twice(paper: Paper, found: list[Mention]) -> list[Finding]:
    lists = [
        (name, group)
        for name, group in _sections_of(paper, found).items()
        if len({m.number for m in group if m.date}) >= 4
    ]
    findings = []
    for place, (name, group) in enumerate(lists):
        for other_name, other in lists[place + 1 : place + 6]:
            shared = {m.number for m in group} & {m.number for m in other}
            if len(shared) < 4:
                continue
            firsts = [next(m for m in part if m.number in shared) for part in (group, other)]
            why = f"Cùng {len(shared)} văn bản được liệt kê ở cả {paper.section_name(name)} và {paper.section_name(other_name)}."
            findings.append(paper.point("duplicate", "note", why, [(None, _quote(paper, m)) for m in firsts]))
    return findings


def _two_chapters(paper: Paper, found: list[Mention]) -> list[Finding]:
    """Find a document whose carrying out is a task of two chapters."""
    findings = []
    for group in _by_number(found).values():
        places: list[tuple[Section, Mention]] = []
        for mention in group:
            section = paper.section_at(mention.start)
            chapter = paper.chapter(section.id) if section and section.kind == "tasks" else None
            if chapter is not None and all(chapter is not known for known, _ in places):
                places.append((chapter, mention))
        tasks = {m.start for m in group}
        if len(places) != 2 or len(tasks) > 3 or _in_a_list(found, [m for _, m in places]):
            continue
        names = " và ".join(paper.section_name(chapter.id) for chapter, _ in places)
        why = f"Thực hiện văn bản {places[0][1].number} là nhiệm vụ của cả {names}."
        quotes: list[tuple[Entry | None, str]] = [(None, _around(paper, mention)) for _, mention in places]
        findings.append(paper.point("duplicate", "note", capital(why), quotes))
    return findings


def _in_a_list(found: list[Mention], chosen: list[Mention]) -> bool:
    """Say whether one of the mentions stands in a list of documents (others close by)."""
    return any(
        any(other is not mention and abs(other.start - mention.end) < 160 for other in found) for mention in chosen
    )


def _around(paper: Paper, mention: Mention) -> str:
    """Return the clause that holds the mention."""
    text = paper.text
    left = max(
        text.rfind(mark, max(0, mention.start - 160), mention.start) for mark in (". ", "; ", "\n- ", "- ", "\n\n")
    )
    start = left + 2 if left >= 0 else max(0, mention.start - 80)
    return (
        " ".join(f"{paper.quote(start, mention.start)} {_quote(paper, mention)}".split())[:380]
        if fold(text[start : mention.start]).strip()
        else _quote(paper, mention)
    )
