"""Draw the labels of Word's lists as text: "1. ", "II. ", "a) ", "1.2. ", "- "; they stand in no run of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dondoc.reader.formats.docx.names import child, flag, number, value, w
from dondoc.reader.formats.docx.styles import Styles
from dondoc.reader.formats.html import roman

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_KEPT_BULLETS = frozenset("-–—+*")
_MOST = 100_000


@dataclass(slots=True)
class Level:
    """One level of a list: how its label is made."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True
    legal: bool = False  # every number in Arabic digits


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    fresh_starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the lists of one document; `label` must be asked in reading order, once a paragraph."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._style_levels: dict[tuple[str, str], int] = {}
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[int] = set()
        if root is not None:
            self._read(root, styles)

    def label(self, num_id: int, level: int) -> str:
        """Count one paragraph of list `num_id` at `level` (0 to 8) and return its label; "" when there is none."""
        counted = self._lists.get(num_id)
        if counted is None:
            return ""
        level = min(max(level, 0), _LEVELS - 1)
        counts = self._counts.setdefault(counted.abstract, {})
        if num_id not in self._started:
            self._started.add(num_id)
            for at, start in counted.fresh_starts.items():
                counts[at] = start - 1
                for deeper in range(at + 1, _LEVELS):
                    counts.pop(deeper, None)
        own = counted.levels.get(level, Level())
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            if counted.levels.get(deeper, own).restarts:
                counts.pop(deeper, None)
        return _draw(counted.levels, counts, level)

    def level_of_style(self, num_id: int, style_id: str | None) -> int | None:
        """Return the level that a list links to a paragraph style."""
        counted = self._lists.get(num_id)
        return None if counted is None or style_id is None else self._style_levels.get((counted.abstract, style_id))

    def _read(self, root: _Element, styles: Styles) -> None:
        for element in root.iterchildren(w("abstractNum")):
            abstract = element.get(w("abstractNumId")) or ""
            levels: dict[int, Level] = {}
            for item in element.iterchildren(w("lvl")):
                at = _attribute(item, "ilvl")
                levels[at] = _level(item)
                linked = value(item, "pStyle")
                if linked:
                    self._style_levels[abstract, linked] = at
            self._abstracts[abstract] = levels
            link = value(element, "numStyleLink")
            if link:
                self._links[abstract] = link
        abstract_of = {
            _attribute(element, "numId"): value(element, "abstractNumId") or ""
            for element in root.iterchildren(w("num"))
        }
        for element in root.iterchildren(w("num")):
            self._lists[_attribute(element, "numId")] = self._list(element, abstract_of, styles)

    def _list(self, element: _Element, abstract_of: dict[int, str], styles: Styles) -> _List:
        abstract = value(element, "abstractNumId") or ""
        if abstract in self._links:
            linked = styles.style(self._links[abstract]).num_id
            abstract = abstract_of.get(linked, abstract) if linked is not None else abstract
        found = _List(abstract, dict(self._abstracts.get(abstract, {})))
        for override in element.iterchildren(w("lvlOverride")):
            at = _attribute(override, "ilvl")
            own = child(override, "lvl")
            if own is not None:
                found.levels[at] = _level(own)
            start = number(override, "startOverride")
            if start is not None:
                found.fresh_starts[at] = start
                found.levels[at] = replace(found.levels.get(at, Level()), start=start)
        return found


def _attribute(element: _Element, name: str) -> int:
    try:
        return int(element.get(w(name)) or 0)
    except ValueError:
        return 0


def _level(element: _Element) -> Level:
    start = number(element, "start")
    return Level(
        kind=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=1 if start is None else start,
        restarts=number(element, "lvlRestart") != 0,
        legal=bool(flag(element, "isLgl")),
    )


def _draw(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    own = levels.get(level, Level())
    if own.kind == "none":
        return _PLACE.sub("", own.text).strip()
    if own.kind == "bullet":
        sign = own.text.strip()[:1]
        return sign if sign in _KEPT_BULLETS else "-"

    def place(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        other = levels.get(at, Level())
        count = counts.get(at, other.start)
        return _count("decimal" if own.legal else other.kind, count)

    return _PLACE.sub(place, own.text).strip()


def _count(kind: str, count: int) -> str:
    if kind in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        numeral = roman(count)
        return numeral if kind == "upperRoman" else numeral.lower()
    if kind in ("upperLetter", "lowerLetter") and 0 < count < _MOST:
        # Word doubles the letter after z: aa, bb.
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{count:02d}"
    return "" if kind in ("none", "bullet") else str(count)
