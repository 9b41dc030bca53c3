"""Duplicates: the same sentence, task, target or assignment given twice."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict

from ..programme.model import Finding, Task
from .figures import capital
from .overlaps import led_by
from .paper import Entry, Paper, shorten, times
from .promises import Promise, figure
from .stock import fresh
from .wording import reports
from .words import content, fold, grams

_GRAM = 8  # syllables; shorter coincidences are the genre's own phrases
_PARTNERS = 8  # syllables of partners behind "chủ trì"
_BODIES = frozenset(
    ("phong", "ban", "cong", "hoi", "doan", "trung", "uy", "van", "tram", "mat", "dang", "chi", "ubnd", "cac")
)
_ENOUGH = 10  # syllables of a shared stretch that are not stock phrases
_WORD = re.compile(r"[a-z0-9]+")

_OPENING = re.compile(
    r"^(?:(?:tiep tuc|tap trung|chu dong|tich cuc|tang cuong|day manh|thuc hien|to chuc|trien khai|lanh dao|chi dao|nghiem tuc|"
    r"co hieu qua|hieu qua|dong bo|nghiem|tot|lam tot|quan triet|cac giai phap|cac bien phap|giai phap|cong tac|viec|su dung|nang cao|"
    r"chat luong|quyet liet|kip thoi|thuong xuyen|chu trong|quan tam|phan dau|day du|va|co chat luong|manh me|hieu luc|sau rong) )+"
)


def find(paper: Paper, same: list[tuple[Promise, Promise]]) -> list[Finding]:
    """Return the findings about what stands twice in the paper."""
    shared = _Shared(paper)
    return [
        *shared.findings(),
        *_within_one(paper, shared),
        *_same_object(paper, shared.pairs),
        *_same_target(paper, same),
    ]


def _says_who(words: list[str]) -> bool:
    """Say whether words only say who does it: "giao Văn phòng Đảng ủy chủ trì", "(Phòng Kinh tế chủ trì; …"."""
    named = words[0] in _BODIES and "tri" in words and words[words.index("tri") - 1] == "chu"
    return (words[0] == "giao" and "tri" in words) or (named and len(words) - words.index("tri") <= _PARTNERS)


class _Shared:
    """Stretches of words that stand in two or three entries of the body, or of the appendices."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.entries = paper.of("body", "row")
        self.words = [entry.said() for entry in self.entries]
        self.pairs: set[frozenset[int]] = set()
        header = paper.programme.document
        self.title = content(f"{header.title or ''} {header.about or ''}")

    def _index(self) -> dict[tuple[str, ...], list[tuple[int, int]]]:
        """Return the places (entry, word) of every stretch of `_GRAM` words that stands more than once."""
        counts: Counter[tuple[str, ...]] = Counter()
        for words in self.words:
            counts.update(grams(words, _GRAM))
        seen: dict[tuple[str, ...], list[tuple[int, int]]] = {gram: [] for gram, count in counts.items() if count > 1}
        for number, words in enumerate(self.words):
            for place, gram in enumerate(grams(words, _GRAM)):
                if gram in seen:
                    seen[gram].append((number, place))
        return seen

    def findings(self) -> list[Finding]:
        """Return one finding for each pair of entries that share a long stretch."""
        longest: dict[tuple[int, int], tuple[int, int, int]] = {}
        common: Counter[tuple[int, int]] = Counter()  # stretches that a third entry has too, less those that none has
        for where in self._index().values():
            if not 2 <= len(where) <= 3:
                continue  # four places and more: a phrase of this paper, not a repetition
            for (one, start), (other, begin) in itertools.pairwise(where):
                if one == other or self.entries[one].kind != self.entries[other].kind:
                    continue  # an appendix row repeats the task it carries out: that is its purpose
                known = longest.get((one, other))
                common[one, other] += 1 if len({number for number, _ in where}) > 2 else -1
                if known is None or start > known[0] + known[2] - _GRAM:
                    length = self._extend(one, start, other, begin)
                    if known is None or length > known[2]:
                        longest[one, other] = (start, begin, length)
        shared: dict[tuple[str, str, bool], list[tuple[int, int, int, int, int]]] = defaultdict(list)
        for (one, other), (start, begin, length) in longest.items():
            while start and begin and self.words[one][start - 1] == self.words[other][begin - 1]:
                start, begin, length = start - 1, begin - 1, length + 1
            whole = self._whole(one, other, length)
            if common[one, other] > 0 and not whole:
                continue  # mostly in three places: a phrase of this paper, not a repetition
            if self._counts(one, start, other, begin, length):
                places = self.entries[one].section, self.entries[other].section
                key = (*places, whole) if places[0] != places[1] else (str(one), str(other), whole)
                shared[key].append((one, start, other, begin, length))
        return [self._finding(group, whole) for (_, _, whole), group in shared.items()]

    def _whole(self, one: int, other: int, length: int) -> bool:
        """Say whether a stretch is all but the whole of the longer of two entries."""
        return length >= 0.8 * max(len(self.words[one]), len(self.words[other]))

    def _counts(self, one: int, start: int, other: int, begin: int, length: int) -> bool:
        """Say whether a shared stretch is the same work: enough words of its own, at the head of a phrase in both."""
        a, b = self.entries[one], self.entries[other]
        words = self.words[one][start : start + length]
        if a.kind == "row" and (_figures(a) != _figures(b) or self._years(a) != self._years(b)):
            return False  # steps of one path, or another level of the same thing
        if _sums(a) != _sums(b):
            return False  # two sums of money under names that begin alike
        if (one_year := _first_year(a)) and (other_year := _first_year(b)) and one_year != other_year:
            return False  # the same for another year
        if fresh(words) < _ENOUGH or _entitled(words, self.title) or _says_who(words):
            return False
        if self._whole(one, other, length):
            return not _other_leads(a, b)
        if a.kind == "row" or _other_leads(a, b):
            return False
        if self._names_a_paper(one, start) != self._names_a_paper(other, begin):
            return False  # a plan for the work, and the work
        return _heads(a.text, start) and _heads(b.text, begin)

    def _names_a_paper(self, number: int, start: int) -> bool:
        """Say whether a stretch is part of the name of a paper ("kế hoạch tiếp công dân …")."""
        words = self.words[number]
        if words[0] == "viec" and start <= 1:
            return True  # "việc tổ chức … phải": how the work is to be done
        return any(" ".join(words[place : place + 2]) in _PAPERS for place in range(max(0, start - 6), start + 1))

    def _years(self, entry: Entry) -> set[str]:
        """Return the years that the headings above a row name."""
        titles = (f"{above.title or ''} {above.first_words}" for above in self.paper.ancestors(entry.section))
        return set(re.findall(r"20\d\d", " ".join(titles)))

    def _extend(self, one: int, start: int, other: int, begin: int) -> int:
        first, second, length = self.words[one], self.words[other], _GRAM
        while (
            start + length < len(first)
            and begin + length < len(second)
            and first[start + length] == second[begin + length]
        ):
            length += 1
        return length

    def _finding(self, group: list[tuple[int, int, int, int, int]], whole: bool) -> Finding:
        """Return one finding for the stretches (entry, word, entry, word, length) that two places share."""
        quotes: list[tuple[Entry | None, str]] = []
        for one, start, other, begin, length in group:
            a, b = self.entries[one], self.entries[other]
            self.pairs.add(frozenset((a.order, b.order)))
            quotes += [(a, stretch(a.text, start, length)), (b, stretch(b.text, begin, length))]
        where = both(self.paper, self.entries[group[0][0]], self.entries[group[0][2]])
        what = "trùng nhau" if whole else "lặp lại cùng một nội dung"
        return self.paper.point(
            "duplicate", "warning", f"{capital(where)} {what} gần như nguyên văn{times(group)}.", quotes
        )


def _first_year(entry: Entry) -> str:
    """Return the year an item opens with ("Năm 2029: …"), empty when it opens otherwise."""
    match = re.match(r"(?:nam|quy [iv]+,?(?: nam)?|thang \d+/?) ?(20\d\d)", fold(entry.text))
    return match[1] if match else ""


def _figures(entry: Entry) -> set[tuple[object, ...]]:
    return {(m.low, m.high, m.unit, m.year_to) for m in entry.measures if m.direction != "qualitative"}


_MONEY = re.compile(r"(\d[\d.,]*) (?:nghin |trieu |ty )?dong\b")


def _sums(entry: Entry) -> set[str]:
    """Return the sums of money that an item names."""
    return set(_MONEY.findall(fold(entry.text)))


def _entitled(words: list[str], title: frozenset[str]) -> bool:
    """Say whether a stretch is mostly the title of the paper, which every chapter names again."""
    pairs = {f"{a} {b}" for a, b in itertools.pairwise(words)}
    return len(pairs & title) >= 0.6 * len(pairs)


def _other_leads(a: Entry, b: Entry) -> bool:
    """Say whether two entries are the work of different units: each level then does its own share."""
    if not isinstance(a.item, Task) or not isinstance(b.item, Task):
        return False
    return bool(a.item.leads and b.item.leads) and not led_by(a.item) & led_by(b.item)


def _heads(text: str, place: int) -> bool:
    """Say whether word number `place` stands within the first four words of a phrase."""
    places = [match.start() for match in _WORD.finditer(fold(text))]
    here = places[place]
    stop = max(text.rfind(mark, 0, here) for mark in (",", ";", ":", ".", "("))
    return sum(stop < other < here for other in places) <= 3


def both(paper: Paper, a: Entry, b: Entry) -> str:
    """Return how a clerk calls two entries, short when they stand in one place."""
    one, other = paper.name(a), paper.name(b)
    return f"hai {one}" if one == other else f"{one} và {other}"


def stretch(text: str, start: int, length: int) -> str:
    """Return the printed words number `start` to `start + length` of `text`, widened to the ends of the clause."""
    places = [match.span() for match in _WORD.finditer(fold(text))]
    left, right = places[start][0], places[start + length - 1][1]
    before = max(text.rfind(mark, 0, left) for mark in (". ", "; ", ": "))
    left = before + 2 if before >= 0 and left - before < 80 else (0 if left < 80 else left)
    after = re.compile(r"[.;](?=\s|$)").search(text, right)
    right = after.end() if after and after.start() - right < 60 else right
    return shorten(text[left:right].strip())


_VERBS = """
phat huy, xay dung, nang cao, tang cuong, day manh, thuc hien, to chuc, trien khai, bao dam, dam bao, giu
vung, cung co, doi moi, ra soat, hoan thien, tuyen truyen, quan ly, dau tu, phat trien, ho tro, kiem tra, giam
sat, phoi hop, chu dong, bao ton, giao duc, phong chong, ngan chan, thu hut, khuyen khich, kien toan, sap xep,
dao tao, boi duong
"""
_PAPERS = frozenset({"ke hoach", "chuong trinh", "van ban", "huong dan", "bao cao", "de an", "quy che"})
_BEARS = _PAPERS | {"cong tac", "noi dung", "nhiem vu"}  # "kế hoạch tuyên truyền …": no work set twice
_VERB = frozenset(" ".join(verb.split()) for verb in _VERBS.split(","))


def _within_one(paper: Paper, shared: _Shared) -> list[Finding]:
    """Find a piece of work that one task names twice."""
    findings = []
    for entry, words in zip(shared.entries, shared.words, strict=True):
        first: dict[tuple[str, ...], int] = {}
        for place in range(len(words) - 7):
            if (
                f"{words[place]} {words[place + 1]}" not in _VERB
                or " ".join(words[max(0, place - 2) : place]) in _BEARS
            ):
                continue
            gram = tuple(words[place : place + 8])
            before = first.setdefault(gram, place)
            if before + 8 > place or len(set(gram)) < 7:
                continue
            length = 8
            while place + length < len(words) and words[before + length] == words[place + length]:
                length += 1
            said = words[place : place + length]
            if fresh(said) >= 7 and not _entitled(said, shared.title):
                quotes: list[tuple[Entry | None, str]] = [
                    (entry, stretch(entry.text, before, 8)),
                    (entry, stretch(entry.text, place, 8)),
                ]
                why = f"{capital(paper.name(entry))}: một ý được viết hai lần trong cùng một đoạn."
                findings.append(paper.point("duplicate", "note", why, quotes))
                break
    return findings


_NAMES_A_PAPER = re.compile(r"^(?:cac )?(?:chuong trinh|ke hoach|de an|du an|mo hinh|he thong|quy che|nghi quyet)\b")


def _same_object(paper: Paper, known: set[frozenset[int]]) -> list[Finding]:
    """Find clauses of different tasks that set out to do the same thing ("thực hiện Luật X" twice)."""
    groups: dict[str, dict[int, tuple[Entry, str]]] = defaultdict(dict)
    for entry in paper.of("body"):
        for clause in entry.split():
            words = " ".join(_WORD.findall(fold(clause)))
            opening = _OPENING.match(words)
            if opening is None or words.startswith("viec ") or reports(words):
                continue  # an account of what has been done, or how it is to be done, sets no work
            named = _NAMES_A_PAPER.match(words[opening.end() :])
            length = 9 if named else 6  # "chương trình hỗ trợ …" says little before its object
            object_ = words[opening.end() :].split()[:length]
            if len(object_) == length and not object_[-1].isdigit():
                groups[" ".join(object_)].setdefault(entry.order, (entry, clause))
    findings = []
    for key, group in groups.items():
        if len(group) != 2 or frozenset(group) in known or fresh(key.split()) < 5:
            continue
        (a, first), (b, second) = group.values()
        ends = _rest(first, key), _rest(second, key)
        if _NAMES_A_PAPER.match(key) and min(map(len, ends)) > 2 and len(ends[0] & ends[1]) < 3:
            continue  # two programmes whose names begin alike
        why = f"{capital(both(paper, a, b))} cùng giao một việc."
        findings.append(paper.point("duplicate", "warning", why, [(a, shorten(first)), (b, shorten(second))]))
    return findings


def _rest(clause: str, key: str) -> set[str]:
    """Return the pairs of words that follow `key` in the clause."""
    words = " ".join(_WORD.findall(fold(clause))).partition(key)[2].split()
    return {f"{a} {b}" for a, b in itertools.pairwise(words)}


def _same_target(paper: Paper, same: list[tuple[Promise, Promise]]) -> list[Finding]:
    """Find a target that two lists, or more, set with the same figure."""
    groups: dict[int, list[Promise]] = {}
    for one, other in same:
        a, b = one.measure, other.measure
        if one.entry.kind != "indicator" or other.entry.kind != "indicator" or a.direction != b.direction:
            continue
        if a.direction == "qualitative" and (len(one.words) < _NAMED or _LABEL.match(fold(one.clause))):
            continue
        if _by_years(one) != _by_years(other):
            continue  # a table of years spreads the target of the list over them
        if (a.low, a.high, a.unit, a.period, a.year_to) == (
            b.low,
            b.high,
            b.unit,
            b.period,
            b.year_to,
        ) and not one.scope ^ other.scope:
            group = groups.setdefault(id(one), [one])
            group.append(other)
            groups[id(other)] = group
    findings = []
    for group in {id(group): group for group in groups.values()}.values():
        chosen = list({id(promise): promise for promise in group}.values())
        names = " và ".join(paper.name(promise.entry) for promise in chosen[:3])
        level = f" với cùng mức {figure(chosen[0].measure)}" if chosen[0].measure.direction != "qualitative" else ""
        why = f"{capital(names)} đặt cùng một chỉ tiêu{level}."
        findings.append(paper.point("duplicate", "warning", why, [(p.entry, p.clause) for p in chosen]))
    return findings


def _by_years(promise: Promise) -> bool:
    """Say whether an item gives its measure a figure for each of several years."""
    name = promise.measure.name
    return len({m.year_to for m in promise.entry.measures if m.name == name and m.year_to}) > 2


_LABEL = re.compile(
    r"(?:don vi|co quan|thoi gian|thoi han|bao cao|san pham|ket qua)\b[^.;]{0,20}:|bao cao hang\b"
)  # cells, not goals
_NAMED = 6  # syllables of a goal without a figure, below which it is a stock phrase or a label
