"""Broken numbering: labels repeated, skipped or marked in different ways at one level."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable

from ..programme.model import Finding, Indicator, Section, Task
from .figures import capital
from .paper import Entry, Paper, appendix_name, shorten

_ROMAN = re.compile(r"^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50}
_LAST = re.compile(r"(\d+|[A-Za-zĐđ]+)\W*$")
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def find(paper: Paper) -> list[Finding]:
    """Return the findings about labels of sections, targets, rows and appendices, and about their marks."""
    return [
        *_sections(paper),
        *_only_child(paper),
        *_foreign(paper),
        *_appendices(paper),
        *_targets(paper),
        *_rows(paper),
        *_label_marks(paper),
        *_dashes(paper),
        *_odd_marks(paper),
        *_unnumbered_duties(paper),
    ]


def ordinal(label: str, letters: bool = False) -> int | None:
    """Return the number that a label's last part stands for: "2.3" 3, "IV" 4, "B" 2 (a letter when `letters`)."""
    match = _LAST.search(label)
    if match is None:
        return None
    part = match[1]
    if part.isdecimal():
        return int(part)
    if not letters and _ROMAN.match(part):
        values = [_ROMAN_VALUE[letter] for letter in part]
        return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))
    return _LETTERS.index(part.lower()) + 1 if len(part) == 1 and part.lower() in _LETTERS else None


def _family(label: str) -> str:
    part = (_LAST.search(label) or [label, label])[1]
    if part.isdecimal():
        return "số"
    return "chữ thường" if part.islower() else "chữ hoa"


def _breaks(labels: list[str]) -> Iterable[tuple[int, str]]:
    """Yield (index, fault) where a label repeats ("lặp") or jumps over ("nhảy") the one before it."""
    letters = bool({"A", "B", "a", "b"} & set(labels))
    numbers = [ordinal(label, letters) for label in labels]
    for index, (one, other) in enumerate(itertools.pairwise(numbers), start=1):
        if one is None or other is None or other == one + 1:
            continue
        if other == one:
            yield index, "lặp"
        elif other > one + 1:
            yield index, "nhảy"
        elif other != 1:
            yield index, "lùi"


def _misread(labels: list[str]) -> bool:
    """Say whether a label repeats and a later jump makes up for it: one was written or read wrongly."""
    faults = {fault for _, fault in _breaks(labels)}
    return faults == {"lặp", "nhảy"} and ordinal(labels[0]) == 1 and ordinal(labels[-1]) == len(labels)


def _sections(paper: Paper) -> list[Finding]:
    levels: dict[tuple[str | None, str, int], list[Section]] = defaultdict(list)
    for section in paper.programme.sections:
        if section.label and section.kind not in ("appendix", "recipients"):
            levels[section.parent, _family(section.label), section.label.count(".")].append(section)
    findings = []
    for siblings in levels.values():
        labels = [section.label or "" for section in siblings]
        if _misread(labels):
            why = f"Số mục ghi lần lượt {', '.join(labels)}: có số lặp rồi nhảy, có lẽ ghi hoặc đọc nhầm."
            quotes = [paper.heading(section) for section in siblings]
            findings.append(paper.point("numbering", "note", why, [(None, quote) for quote in quotes]))
            continue
        for index, fault in _breaks(labels):
            before, here = siblings[index - 1], siblings[index]
            if fault == "nhảy" and _run_in(paper, before, here):
                continue
            after = siblings[index + 1 :] if fault == "lặp" else []
            quotes = [paper.heading(section) for section in [before, here, *after[:4]]]
            why = {
                "lặp": f"Hai mục cùng mang số {here.label}; các mục sau đều lệch một số.",
                "nhảy": f"Sau mục {before.label} là mục {here.label}: số thứ tự bị nhảy.",
                "lùi": f"Sau mục {before.label} là mục {here.label}: số thứ tự bị lùi.",
            }[fault]
            findings.append(paper.point("numbering", "warning", why, [(None, quote) for quote in quotes]))
    return findings


def _run_in(paper: Paper, before: Section, here: Section) -> bool:
    """Say whether the number that seems skipped stands within a line between two headings, which have run together."""
    starts = {section.id: start for start, _, section in paper.section_places}
    label = before.label or ""
    last = _LAST.search(label)
    if last is None or not last[1].isdecimal() or before.id not in starts or here.id not in starts:
        return False
    skipped = re.escape(label[: last.start(1)] + str(int(last[1]) + 1))
    inner = {start for start, _, _ in paper.section_places}
    found = re.compile(rf"\D\s({skipped})[.)]\s+\S").finditer(paper.text, starts[before.id], starts[here.id])
    return any(match.start(1) not in inner for match in found)


def _only_child(paper: Paper) -> list[Finding]:
    """Find a part numbered 1 under a heading that has no part 2: the others are lost, or it needs no number."""
    starts = {section.id: end for _, end, section in paper.section_places}
    findings = []
    for section in paper.programme.sections:
        parts = [part for part in paper.children.get(section.id, []) if part.label]
        if len(parts) != 1 or parts[0].label not in ("1", "I", "a") or not parts[0].title or not section.title:
            continue
        if parts[0].id not in starts or section.kind == "appendix":
            continue
        start = starts[parts[0].id]
        after = (
            place
            for place, _, known in paper.section_places
            if place > start and section not in paper.ancestors(known.id)
        )
        if re.search(r"\n\W*(?:2|II|b)[.)]\s", paper.text[start : next(after, len(paper.text))]):
            continue
        why = f"{capital(paper.section_name(section.id))} chỉ có mục {parts[0].label}, không có mục tiếp theo."
        places: list[tuple[Entry | None, str]] = [(None, paper.heading(s)) for s in (section, parts[0])]
        findings.append(paper.point("numbering", "note", why, places))
    return findings


def _foreign(paper: Paper) -> list[Finding]:
    """Find a section whose number belongs under another one ("3.1" under "2")."""
    findings = []
    for section in paper.programme.sections:
        parent = paper.sections.get(section.parent or "")
        head, dot, _ = (section.label or "").rpartition(".")
        if parent is None or not dot or not parent.label or not head.replace(".", "").isdecimal():
            continue
        above = parent.label
        if above.replace(".", "").isdecimal() and head != above:
            why = f"Mục {section.label} đứng dưới mục {above}: số của mục con không theo mục mẹ."
            places: list[tuple[Entry | None, str]] = [(None, paper.heading(parent)), (None, paper.heading(section))]
            findings.append(paper.point("numbering", "warning", why, places))
    return findings


def _appendices(paper: Paper) -> list[Finding]:
    sections = [s for s in paper.programme.sections if s.kind == "appendix" and s.label]
    findings = []
    for index, fault in _breaks([section.label or "" for section in sections]):
        before, here = sections[index - 1], sections[index]
        why = f"Sau {before.label} là {here.label}: số phụ lục bị {fault}."
        places: list[tuple[Entry | None, str]] = [(None, paper.heading(before)), (None, paper.heading(here))]
        findings.append(paper.point("numbering", "warning", why, places))
    return findings


def _label(entry: Entry) -> str:
    item = entry.item
    if isinstance(item, Indicator):
        return item.label or ""
    return (item.row or "") if isinstance(item, Task) else ""


def _targets(paper: Paper) -> list[Finding]:
    lists: dict[str, list[Entry]] = defaultdict(list)
    for entry in paper.of("indicator"):
        if _label(entry):
            lists[entry.section].append(entry)
    findings = []
    for entries in lists.values():
        for index, fault in _breaks([_label(entry) for entry in entries]):
            before, here = entries[index - 1], entries[index]
            why = f"{capital(paper.section_name(here.section))}: sau chỉ tiêu {_label(before)} là {_label(here)}, số thứ tự bị {fault}."
            findings.append(paper.point("numbering", "warning", why, [(e, _labelled(e)) for e in (before, here)]))
    return findings


def _labelled(entry: Entry) -> str:
    return shorten(f"{_label(entry)} {entry.split()[0]}".strip())


def _rows(paper: Paper) -> list[Finding]:
    tables: dict[tuple[str, str | None, str | None], list[Entry]] = defaultdict(list)
    findings = []
    for entry in paper.of("row"):
        item = entry.item
        assert isinstance(item, Task)
        if item.row and item.row.strip(". ").isdecimal():
            tables[entry.section, item.appendix, item.group].append(entry)
        doubled = _doubled(paper, entry)
        if doubled:
            why = f"{capital(paper.name(entry))} in số thứ tự hai lần."
            findings.append(paper.point("numbering", "warning", why, [(entry, doubled)]))
    for (_, appendix, _), entries in tables.items():
        faults = [(i, f) for i, f in _breaks([_label(e).strip(". ") for e in entries]) if f != "lùi"]
        for index, fault in faults[:3]:
            before, here = entries[index - 1], entries[index]
            if fault == "nhảy" and _unread_row(paper, before, here):
                continue
            why = f"{appendix_name(appendix)}: sau dòng {_label(before)} là dòng {_label(here)}, số thứ tự bị {fault}."
            places: list[tuple[Entry | None, str]] = [(e, paper.row(e)) for e in (before, here)]
            findings.append(paper.point("numbering", "warning", why, places))
    return findings


def _unread_row(paper: Paper, before: Entry, here: Entry) -> bool:
    """Say whether the number that seems left out stands at the head of a line between two rows: a row of no work."""
    start, end, number = paper.start(before), paper.start(here), ordinal(_label(before))
    if start is None or end is None or number is None:
        return False
    return bool(re.search(rf"\n[ \t|]*{number + 1}[.]?[ \t|\n]+\D", paper.text[start:end]))


def _doubled(paper: Paper, entry: Entry) -> str | None:
    """Return the row as printed when its number stands there twice."""
    item = entry.item
    start = paper.start(entry)
    if start is None or not isinstance(item, Task) or not item.row:
        return None
    number = re.escape(item.row)
    around = paper.text[max(0, start - 14) : start + 14]
    if not re.search(rf"(?:^|\n)[ \t|]*{number}[ \t|]+{number}[ \t|]+(?=\D)", around):
        return None
    return shorten(f"{item.row} {item.row} {entry.text}")


_MARK = re.compile(r"\s*([.\-–—/):])")


def _label_marks(paper: Paper) -> list[Finding]:
    """Find parts of one level whose labels end in different marks ("A-", "B-", "C.")."""
    starts = {section.id: start for start, _, section in paper.section_places}
    levels: dict[tuple[str | None, str], list[tuple[Section, str]]] = defaultdict(list)
    for section in paper.programme.sections:
        start = starts.get(section.id)
        if start is None or not section.label or "." in section.label or section.kind in ("appendix", "recipients"):
            continue
        if "appendix" in {above.kind for above in paper.ancestors(section.id)}:
            continue
        at = paper.text.find(section.label, start, start + 12)
        mark = _MARK.match(paper.text, at + len(section.label)) if at >= 0 else None
        if mark:
            levels[section.parent, _family(section.label)].append(
                (section, mark[1].replace("–", "-").replace("—", "-"))
            )
    findings = []
    for siblings in levels.values():
        marks = {mark for _, mark in siblings}
        if len(marks) < 2 or len(siblings) < 3:
            continue
        shown = sorted(siblings, key=lambda pair: sum(pair[1] == other for _, other in siblings), reverse=True)
        odd = [pair for pair in shown if pair[1] != shown[0][1]]
        why = f"Cùng một cấp mục nhưng sau số mục khi thì “{shown[0][1]}”, khi thì “{odd[0][1]}”."
        quotes = [paper.heading(section) for section, _ in [*shown[: 5 - len(odd[:2])], *odd[:2]]]
        findings.append(paper.point("numbering", "note", why, [(None, quote) for quote in dict.fromkeys(quotes)]))
    return findings


def _dash(paper: Paper, entry: Entry) -> bool | None:
    """Say whether a dash stands before the entry on its line; None when the place is unknown."""
    start = paper.start(entry)
    if start is None:
        return None
    line = paper.text[paper.text.rfind("\n", 0, start) + 1 : start + 2]
    label = re.escape(_label(entry)) if _label(entry) else ""
    return bool(re.match(rf"\s*[-–*•]\s*(?:{label})?", line)) and not line.lstrip().startswith("**")


def _dashes(paper: Paper) -> list[Finding]:
    """Find lists of targets in which some numbered items have a dash before their number and others have none."""
    lists: dict[str, list[tuple[Entry, bool]]] = defaultdict(list)
    for entry in paper.of("indicator"):
        dash = _dash(paper, entry)
        if _label(entry) and dash is not None:
            lists[entry.section].append((entry, dash))
    findings = []
    for section, entries in lists.items():
        if len({dash for _, dash in entries}) < 2:
            continue
        turn = next(i for i in range(1, len(entries)) if entries[i][1] != entries[i - 1][1])
        pair = [entries[turn - 1], entries[turn]]
        quotes: list[tuple[Entry | None, str]] = [
            (entry, shorten(f"{'- ' if dash else ''}{_label(entry)} {entry.text}")) for entry, dash in pair
        ]
        why = f"{capital(paper.section_name(section))}: có chỉ tiêu đánh số kèm gạch đầu dòng, có chỉ tiêu không, nên ý nhỏ và chỉ tiêu lẫn vào nhau."
        findings.append(paper.point("numbering", "note", why, quotes))
    return findings


def _odd_marks(paper: Paper) -> list[Finding]:
    """Find targets without a number where the other lists number theirs, and assignments dashed where others are not."""
    odd: dict[str, list[Entry]] = defaultdict(list)
    targets = paper.of("indicator")
    numbered = {entry.section for entry in targets if _label(entry)}
    if len(numbered) >= 2:
        for entry in targets:
            if not _label(entry) and entry.section not in numbered and _announced(paper, entry):
                odd[_chapter(paper, entry)].append(entry)
    duties = [(e, _dash(paper, e)) for e in paper.of("assignment") if _covered(paper, e)]
    dashed = [entry for entry, dash in duties if dash]
    if dashed and len(dashed) <= len(duties) / 4:
        for entry in dashed:
            odd[_chapter(paper, entry)].append(entry)
    findings = []
    for entries in odd.values():
        parts = []
        if any(entry.kind == "indicator" for entry in entries):
            parts.append("chỉ tiêu không đánh số như các danh mục khác")
        if any(entry.kind == "assignment" for entry in entries):
            parts.append("phân công có gạch đầu dòng, nơi khác không có")
        why = f"{capital(paper.section_name(entries[0].section))}: {'; '.join(parts)}."
        findings.append(paper.point("numbering", "note", why, [(e, shorten(e.split()[0])) for e in entries]))
    return findings


def _announced(paper: Paper, entry: Entry) -> bool:
    """Say whether the section of a target is a list that its heading announces."""
    section = paper.sections.get(entry.section)
    return section is not None and bool(re.search(r"chỉ\s+tiêu|mục\s+tiêu", section.first_words.lower()))


def _covered(paper: Paper, entry: Entry) -> bool:
    """Say whether an assignment belongs to a chapter, not to the closing part of the paper."""
    section = paper.sections.get(entry.section)
    return section is not None and section.kind != "organisation"


def _chapter(paper: Paper, entry: Entry) -> str:
    chapter = paper.chapter(entry.section)
    return chapter.id if chapter else entry.section


_NUMBERED = re.compile(r"(?:^|[\n*#])\s*(?:\d{1,2}|[a-zđ])[.)]\W*$")


def _unnumbered_duties(paper: Paper) -> list[Finding]:
    """Find a closing part whose paragraphs are numbered but for the odd one."""
    parts: dict[str, list[tuple[Entry, bool, bool]]] = defaultdict(list)
    for entry in paper.of("assignment"):
        section = paper.sections.get(entry.section)
        start = paper.start(entry)
        if section is None or start is None or section.kind != "organisation":
            continue
        top = paper.ancestors(entry.section)[-1].id
        before = paper.text[max(0, start - 12) : start]
        here = paper.text[start : start + 6]
        if entry.text.startswith("("):
            continue  # a remark in brackets, no paragraph of the list
        labelled = bool(_NUMBERED.search(before) or re.match(r"\s*(?:\d{1,2}|[a-zđ])[.)]\s", here))
        own = "\n" in paper.text[max(0, start - 4) : start]
        parts[top].append((entry, labelled, own))
    findings = []
    for entries in parts.values():
        plain = [place for place, (_, labelled, own) in enumerate(entries) if not labelled and own and place]
        if not plain or sum(labelled for _, labelled, _ in entries) < 3 or len(plain) > 2:
            continue
        for place in plain:
            last, odd = entries[place - 1][0], entries[place][0]
            if re.search(r"\n\W*(?:\d{1,2}|[a-zđ])[.)]\s", paper.text[paper.start(last) or 0 : paper.start(odd) or 0]):
                continue  # the number stands on a heading of its own
            why = f"{capital(paper.section_name(odd.section))}: các đoạn đều đánh số, riêng đoạn này không có số."
            quotes: list[tuple[Entry | None, str]] = [(e, shorten(e.split()[0])) for e in (last, odd)]
            findings.append(paper.point("numbering", "note", why, quotes))
    return findings
