"""One paper prepared for checking: its entries in reading order, its chapters, and places for quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sized
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from ..programme.model import (
    Assignment,
    Finding,
    FindingKind,
    Indicator,
    Measure,
    Programme,
    Section,
    Severity,
    Span,
    Task,
)
from .words import flatten, syllables

EntryKind = Literal["indicator", "body", "row", "assignment"]
_CLAUSE = re.compile(r"(?<=[;.…])\s+(?!\d{4}\b)|(?<=:)\s+(?=[-–(])")
_SPACE = re.compile(r"\s+")
LONGEST = 390  # characters of a quote; longer ones are cut to their deciding end
_NAMES_ITSELF = re.compile(r"(?:Phần|Chương|Điều|Mục|Phụ lục)\b", re.IGNORECASE)  # labels that say what they are
_GAP = r"[\s*_#|>\\]+"


@dataclass(slots=True, eq=False)
class Entry:
    """One target, task, appendix row or assignment, with its clauses and the place where it begins."""

    kind: EntryKind
    section: str
    text: str
    measures: list[Measure]
    spans: list[Span]
    item: Indicator | Task | Assignment
    order: int
    clauses: list[str] = field(default_factory=list)
    folded_words: list[str] = field(default_factory=list)

    def split(self) -> list[str]:
        """Return the clauses of the text, cut after semicolons and full stops."""
        if not self.clauses:
            self.clauses = [part for part in _CLAUSE.split(self.text) if part]
        return self.clauses

    def said(self) -> list[str]:
        """Return the folded syllables and numbers of the text, in order."""
        if not self.folded_words:
            self.folded_words = syllables(self.text)
        return self.folded_words


class Paper:
    """A programme with the look-ups that the checks share; everything is worked out once, on demand."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.text = programme.text
        self.sections = {section.id: section for section in programme.sections}
        self.entries = self._entries()

    def _entries(self) -> list[Entry]:
        programme, found = self.programme, []
        for indicator in programme.indicators:
            found.append(
                Entry("indicator", indicator.section, indicator.text, indicator.measures, indicator.spans, indicator, 0)
            )
        for task in programme.tasks:
            kind: EntryKind = "row" if task.source == "appendix" else "body"
            found.append(Entry(kind, task.section, task.text, task.measures, task.spans, task, 0))
        for duty in programme.assignments:
            found.append(Entry("assignment", duty.section, duty.text, [], duty.spans, duty, 0))
        if all(entry.spans for entry in found):
            found.sort(key=lambda entry: entry.spans[0].start)
        for order, entry in enumerate(found):
            entry.order = order
        return found

    def of(self, *kinds: EntryKind) -> list[Entry]:
        """Return the entries of the given kinds in reading order."""
        return [entry for entry in self.entries if entry.kind in kinds]

    @cached_property
    def children(self) -> dict[str, list[Section]]:
        """Sections by the id of their parent."""
        found: dict[str, list[Section]] = defaultdict(list)
        for section in self.programme.sections:
            if section.parent:
                found[section.parent].append(section)
        return found

    def ancestors(self, section: str) -> list[Section]:
        """Return the section and those above it, innermost first."""
        chain: list[Section] = []
        here = self.sections.get(section)
        while here is not None and here not in chain:
            chain.append(here)
            here = self.sections.get(here.parent) if here.parent else None
        return chain

    @cached_property
    def chapters(self) -> list[Section]:
        """The programmes within the paper: sections with a child of tasks that stand in no such section themselves."""
        found = []
        for section in self.programme.sections:
            if section.kind in ("tasks", "appendix") or "appendix" in {a.kind for a in self.ancestors(section.id)}:
                continue
            if any(child.kind == "tasks" for child in self.children.get(section.id, [])):
                found.append(section)
        return found

    def chapter(self, section: str) -> Section | None:
        """Return the programme that `section` belongs to, None when the paper is a single one."""
        return self._chapter_of.get(section)

    @cached_property
    def _chapter_of(self) -> dict[str, Section | None]:
        ids = {section.id for section in self.chapters}
        return {
            section.id: next((above for above in self.ancestors(section.id) if above.id in ids), None)
            for section in self.programme.sections
        }

    @cached_property
    def below(self) -> dict[str, list[Entry]]:
        """Entries by every section above them."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for section in self.ancestors(entry.section):
                found[section.id].append(entry)
        return found

    # Places

    @cached_property
    def section_places(self) -> list[tuple[int, int, Section]]:
        """(start, end of the heading, section) in order of position, for the sections that were found in the text."""
        found, cursor = [], 0
        for section in self.programme.sections:
            span = section.spans[0] if section.spans else self.locate(section.first_words, cursor)
            if span is None:
                continue
            cursor = span.start
            title = (
                self.locate(section.title, span.start, span.start + 3 * len(section.title) + 80)
                if section.title
                else None
            )
            end = title.end if title else span.start + len(section.label or "") + 1
            found.append((span.start, end, section))
        found.sort(key=lambda place: place[0])
        return found

    @cached_property
    def _twins(self) -> set[str]:
        """Sections whose label another section with the same parent bears too."""
        seen: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
        for section in self.programme.sections:
            if section.label and section.kind != "appendix":
                seen[section.parent, section.label].append(section.id)
        return {name for names in seen.values() if len(names) > 1 for name in names}

    @cached_property
    def _place_of(self) -> dict[str, int]:
        return {section.id: index for index, (_, _, section) in enumerate(self.section_places)}

    def heading(self, section: Section) -> str:
        """Return the heading of `section` as printed: label and title, or its first words."""
        index = self._place_of.get(section.id)
        if index is not None and section.title:
            start, end, _ = self.section_places[index]
            return self.quote(start, end)
        return section.title or section.first_words

    def body(self, section: Section) -> tuple[int, int]:
        """Return the stretch of the text between the heading of `section` and the next heading."""
        index = self._place_of.get(section.id)
        if index is None:
            return (0, 0)
        following = self.section_places[index + 1 : index + 2]
        return self.section_places[index][1], following[0][0] if following else len(self.text)

    def section_at(self, position: int) -> Section | None:
        """Return the section whose heading stands last before `position`."""
        index = bisect_right(self.section_places, position, key=lambda place: place[0]) - 1
        return self.section_places[index][2] if index >= 0 else None

    def quote(self, start: int, end: int) -> str:
        """Return the text between two positions, white space collapsed, at most `LONGEST` characters."""
        return shorten(_SPACE.sub(" ", self.text[start:end]).strip())

    def locate(self, words: str | None, start: int = 0, end: int | None = None) -> Span | None:
        """Return where `words` stand in the text, whatever the line breaks between them, or None."""
        if not words or not self.text:
            return None
        end = len(self.text) if end is None else end
        exact = self.text.find(words, start, end)
        if exact >= 0:
            return Span(start=exact, end=exact + len(words))
        parts = words.split()[:60]
        found = re.compile(_GAP.join(map(re.escape, parts))).search(self.text, start, end) if parts else None
        return Span(start=found.start(), end=found.end()) if found else None

    def start(self, entry: Entry) -> int | None:
        """Return where the entry begins in the text, None when it is not found there."""
        if entry.spans:
            return entry.spans[0].start
        found = self.locate(" ".join(entry.text.split()[:10]))
        return found.start if found else None

    def row(self, entry: Entry) -> str:
        """Return the appendix row as printed with its cells, where they stand together; otherwise its text."""
        pieces = sorted(entry.spans, key=lambda span: span.start)
        if not pieces:
            return shorten(entry.text)
        printed = _SPACE.sub(" ", " ".join(self.text[span.start : span.end] for span in pieces)).strip()
        return shorten(printed)

    def spans_of(self, entry: Entry, quote: str) -> list[Span]:
        """Return the place of `quote` inside the entry, or the places of the whole entry."""
        if entry.spans:
            first, last = entry.spans[0], entry.spans[-1]
            found = self.locate(quote, first.start, max(last.end, first.end))
            if found is None:
                return entry.spans[:2]
            found.page = first.page
            return [found]
        found = self.locate(quote)
        return [found] if found else []

    def point(self, kind: FindingKind, severity: Severity, why: str, places: list[tuple[Entry | None, str]]) -> Finding:
        """Return a finding that quotes `places`; a place without an entry is looked up in the whole text."""
        spans: list[Span] = []
        quotes: list[str] = []
        for entry, quote in places[:6]:
            quotes.append(shorten(quote))
            if entry is not None:
                spans.extend(self.spans_of(entry, quote))
            else:
                found = self.locate(quote)
                spans.extend([found] if found else [])
        for span in spans:
            span.page = span.page or self.page_at(span.start)
        return Finding(kind=kind, severity=severity, where=quotes, why=why, spans=spans)

    @cached_property
    def _marks(self) -> tuple[list[int], list[tuple[Entry | None, int | None]]]:
        """Beginnings of all items and headings, with the entry and the page each stands for."""
        found: list[tuple[int, Entry | None, int | None]] = []
        for entry in self.entries:
            found += [(span.start, entry, span.page) for span in entry.spans]
        for section in self.programme.sections:
            found += [(span.start, None, span.page) for span in section.spans]
        found.sort(key=lambda mark: mark[0])
        return [start for start, _, _ in found], [(entry, page) for _, entry, page in found]

    def page_at(self, position: int) -> int | None:
        """Return the page of the item or heading that begins last before `position`."""
        starts, marks = self._marks
        index = bisect_right(starts, position) - 1
        return marks[index][1] if index >= 0 else None

    def entry_at(self, position: int) -> Entry | None:
        """Return the entry whose text holds `position`."""
        starts, marks = self._marks
        index = bisect_right(starts, position) - 1
        entry = marks[index][0] if index >= 0 else None
        return entry if entry and any(span.start <= position < span.end for span in entry.spans) else None

    @cached_property
    def folded(self) -> str:
        """The whole text without accents and capitals, position for position."""
        return flatten(self.text)

    # Words for a reader

    def name(self, entry: Entry) -> str:
        """Return how a clerk calls the entry: "chỉ tiêu (3) Mục II", "dòng 2 Phụ lục số 08"."""
        item = entry.item
        if isinstance(item, Task) and entry.kind == "row":
            group = f" nhóm {item.group}" if item.group else ""
            return f"dòng {item.row or '?'}{group} {appendix_name(item.appendix)}"
        where = self.section_name(entry.section)
        if isinstance(item, Indicator):
            return f"chỉ tiêu {item.label} {where}" if item.label else f"chỉ tiêu của {where}"
        return f"nhiệm vụ ở {where}" if isinstance(item, Task) else f"phân công ở {where}"

    def section_name(self, section: str) -> str:
        """Return the path of labels of a section: "Mục II.2.1" for 2.1 under II, "Phụ lục số 05" as printed."""
        chain = self.ancestors(section)
        if not chain:
            return "văn bản"
        for above in chain:
            if above.kind == "appendix":
                return above.label or "Phụ lục"
        labels: list[str] = []
        for above in reversed(chain):
            if not above.label:
                continue
            if labels and above.label.startswith(labels[-1] + "."):
                labels.pop()
            labels.append(above.label)
        twin = next((above for above in chain if above.id in self._twins), None)
        if labels and twin is not None:
            return f"Mục {'.'.join(labels)} ({shorten(twin.title or twin.first_words, 40)})"
        if labels and _NAMES_ITSELF.match(labels[0]):
            return f"{'.'.join(labels[1:]) and 'Mục ' + '.'.join(labels[1:]) + ' '}{labels[0]}"
        return f"Mục {'.'.join(labels)}" if labels else f"mục “{shorten(chain[0].title or chain[0].first_words, 60)}”"


def appendix_name(number: str | None) -> str:
    """Return "Phụ lục số 08" for "08", "Phụ lục" where the appendix has no number."""
    return f"Phụ lục số {number}" if number else "Phụ lục"


def times(places: Sized) -> str:
    """Return " (3 chỗ)" for three places, nothing for one."""
    return f" ({len(places)} chỗ)" if len(places) > 1 else ""


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return `text`, cut at a word to at most `longest` characters."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0]
