"""What stands on a page before it is understood: words and rules, in points from the top left corner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dondoc.reader.document import Box


@dataclass(slots=True)
class Word:
    """One word with its box (ascent to descent), size in points and, from OCR, its confidence and printed line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    confidence: float | None = None
    unsure: bool = False  # from OCR: another word may stand there
    raised: bool = False  # a small figure above the line, as the numbers of footnotes are
    row: int | None = None  # words of one printed line share it, where the recogniser told


@dataclass(slots=True)
class Rule:
    """A straight line: horizontal at height `at` from `start` to `end`, or vertical at `at` from top to bottom."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class GridCell:
    """One cell of a ruled grid, rows and columns counted from 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(slots=True)
class Grid:
    """A ruled table on one page: its column and row edges and its cells in row order."""

    columns: list[float]
    rows: list[float]
    cells: list[GridCell]
    open_above: bool = False  # the first row has no rule over it: the page break cut it
    open_below: bool = False

    @property
    def box(self) -> Box:
        """Return the outer box."""
        return (self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])


@dataclass(slots=True)
class PageMarks:
    """One page: 1-based number, size in points, its words in any order and its ruled grids."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    recognised: bool = False  # by OCR: edges are rough and words carry a confidence
    rules: list[Rule] = field(default_factory=list)  # horizontal ones
    turn: int = 0  # clockwise quarter turns from the page as it is shown to the page as it is read

    @property
    def shown_size(self) -> tuple[float, float]:
        """Return width and height of the page as it is shown."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def shown(self, box: Box) -> Box:
        """Return where a box of the page as read lies on the page as shown."""
        left, top, right, bottom = box
        if self.turn == 1:
            return (top, self.width - right, bottom, self.width - left)
        if self.turn == 2:
            return (self.width - right, self.height - bottom, self.width - left, self.height - top)
        if self.turn == 3:
            return (self.height - bottom, left, self.height - top, right)
        return box


@dataclass(slots=True)
class PrintedLine:
    """One printed line, or one side of it where two columns stand beside each other."""

    words: list[Word]
    page: int
    centred: bool = False
    begins: bool | None = None
    in_column: bool = False  # one of two columns that stand beside each other
    reach: tuple[float, float] | None = None  # left and right edge of its column, where running text stands in columns

    @property
    def text(self) -> str:
        """Return the words joined by spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Return the left edge."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """Return the upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """Return the size in points of the longest word."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def box(self) -> Box:
        """Return the box around all words."""
        return (self.left, self.top, self.right, self.bottom)


def share_covered(box: Box, other: Box) -> float:
    """Return how much of `box` lies inside `other`, from 0 to 1."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    return 0.0 if width <= 0 or height <= 0 or area <= 0 else width * height / area


def middle(values: Iterable[float], default: float) -> float:
    """Return the median of `values`, or `default` where there are none."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else default
