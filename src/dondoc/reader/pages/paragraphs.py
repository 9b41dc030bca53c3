"""Where paragraphs begin, as far as the margins of the page tell."""

from __future__ import annotations

import copy
import itertools
import re
from collections import Counter

from dondoc.reader.pages.marks import PageMarks, PrintedLine, middle

INDENT = 0.9  # sizes by which a first line is set in
CENTRED_SLACK = 0.02  # share of the page's width by which a centred line may miss the middle
EDGE_SLACK = 3.0  # points
LEAST_LONG = 5  # lines that tell where a page has its margins
SAME_PAPER = 4.0  # points by which the widths of two pages of one paper may differ
SAME_SIZE = 0.6  # points
PARAGRAPH_SPACE = 0.25  # sizes of space over a paragraph beyond the distance of its lines
LEAST_SHARED = 3  # lines of a page that are set in by as much
LEAST_INDENTED = 0.1  # share of body lines that are set in, for indents to be the paper's habit
_ITEM = re.compile(r"(?:[-–+•*]|\(?(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđA-Z])[.)/])\s")


class Margins:
    """The left and right edges of the body text of one page, and whether paragraphs are set in."""

    def __init__(self, page: PageMarks, lines: list[PrintedLine], slack: float) -> None:
        self.page = page
        self.slack = slack
        long = [line for line in lines if line.right - line.left > 0.45 * page.width]
        self.sure = len(long) >= LEAST_LONG
        self.left = _usual([line.left for line in long], lowest=True, default=page.width * 0.14)
        self.right = _usual([line.right for line in long], lowest=False, default=page.width * 0.92)
        columns = [line.reach for line in lines if line.reach]
        self.left = min([self.left, *(reach[0] for reach in columns)])
        self.right = max([self.right, *(reach[1] for reach in columns)])
        self.size = middle((line.size for line in long), 13.0)
        set_in = Counter(round(line.left) for line in lines if self.is_set_in(line))
        self.indents = {left for left, count in set_in.items() if count >= LEAST_SHARED}
        self.leading = _leading(lines, self.size, 0.45 * page.width)

    def borrow(self, others: list[Margins], tables: tuple[float, float] | None) -> None:
        """Take the edges of the nearest page of this width, where this page has few lines; else those of its tables."""
        alike = [other for other in others if other.sure and abs(other.page.width - self.page.width) <= SAME_PAPER]
        if self.sure or not (alike or tables):
            return
        if alike:
            nearest = min(alike, key=lambda other: abs(other.page.number - self.page.number))
            self.left, self.right, self.size = nearest.left, nearest.right, nearest.size
        elif tables:
            self.left, self.right = min(self.left, tables[0]), max(self.right, tables[1])

    def within(self, line: PrintedLine) -> Margins:
        """Return the margins that hold for `line`: those of its column, where running text stands in columns."""
        if line.reach is None:
            return self
        column = copy.copy(self)
        column.left, column.right = line.reach
        return column

    def is_centred(self, line: PrintedLine) -> bool:
        """Say whether `line` stands in the middle of the body, clear of both margins."""
        centre = (line.left + line.right) / 2
        clear = min(line.left - self.left, self.right - line.right) > 1.5 * self.size
        if round(line.left) in self.indents and (_ITEM.match(line.text + " ") or not _style(line)[0]):
            return False  # a first line that ends, by chance, as far from the right margin
        away = min(abs(centre - (self.left + self.right) / 2), abs(centre - self.page.width / 2))
        return clear and away <= CENTRED_SLACK * self.page.width

    def is_set_in(self, line: PrintedLine) -> bool:
        """Say whether `line` starts to the right of the left margin as first lines do."""
        return INDENT * self.size <= line.left - self.left <= 6 * self.size

    def at_margin(self, line: PrintedLine) -> bool:
        """Say whether `line` starts at the left margin."""
        return abs(line.left - self.left) <= self.slack

    def is_spaced(self, line: PrintedLine, last: PrintedLine) -> bool:
        """Say whether more space stands over `line` than between two lines of a paragraph."""
        if self.leading is None or line.page != last.page:
            return False
        usual = self.leading * max(1.0, line.size / self.size, last.size / self.size)
        return line.bottom - last.bottom - usual > PARAGRAPH_SPACE * self.size

    def had_room(self, line: PrintedLine, word_width: float) -> bool:
        """Say whether the next word would have fitted behind `line`, which therefore ended on purpose."""
        return self.right - line.right > word_width + 0.5 * self.size + self.slack


def _usual(values: list[float], lowest: bool, default: float) -> float:
    """Return the outermost value that several lines share, or `default`."""
    if not values:
        return default
    counts = Counter(round(value / 3) for value in values)
    least = max(2, 0.12 * len(values)) if len(values) > 3 else 1
    shared = [key for key, count in counts.items() if count >= least] or list(counts)
    key = min(shared) if lowest else max(shared)
    near = [value for value in values if abs(round(value / 3) - key) <= 1]
    return middle(near, default)


def _leading(lines: list[PrintedLine], size: float, long: float) -> float | None:
    """Return the distance of two lines of a paragraph: the least that several pairs under a long line share."""
    steps = sorted(
        below.bottom - above.bottom
        for above, below in itertools.pairwise(lines)
        if above.right - above.left > long
        and 0 < below.bottom - above.bottom < 3 * size
        and max(abs(above.size - size), abs(below.size - size)) < SAME_SIZE
    )
    return steps[len(steps) // 4] if len(steps) >= LEAST_LONG else None


def judge_beginnings(
    pages: list[PageMarks], lines: list[list[PrintedLine]], tables: dict[int, tuple[float, float]]
) -> None:
    """Set `begins` and `centred` on the lines of each page (outside tables), in place.

    `tables` holds the left and right edge of the tables by page number.
    """
    slack = 6.0 if any(page.recognised for page in pages) else EDGE_SLACK
    margins = [Margins(page, listed, slack) for page, listed in zip(pages, lines, strict=True)]
    for m in margins:
        m.borrow(margins, tables.get(m.page.number))
    body = [(m.within(line), line) for m, listed in zip(margins, lines, strict=True) for line in listed]
    for m, line in body:
        line.centred = m.is_centred(line)
    long = [(m, line) for m, line in body if not line.centred]
    indented = sum(m.is_set_in(line) for m, line in long) >= LEAST_INDENTED * max(1, len(long))
    previous: tuple[Margins, PrintedLine] | None = None
    for m, line in body:
        line.begins = _begins(m, line, previous, indented)
        previous = (m, line)


def _begins(m: Margins, line: PrintedLine, previous: tuple[Margins, PrintedLine] | None, indented: bool) -> bool | None:
    """Return True, False, or None where the geometry does not tell."""
    if previous is None:
        return True
    last_margins, last = previous
    if (line.in_column and not line.reach) or (last.in_column and not last.reach):
        return True if _ITEM.match(line.text + " ") or line.in_column != last.in_column else None
    if line.centred or last.centred:
        return True if not (line.centred and last.centred) or _is_set_apart(m, line, last) else None
    if m.is_set_in(line) and indented and not _hangs(m, line, last):
        return True
    if last_margins.had_room(last, line.words[0].right - line.words[0].left) or m.is_spaced(line, last):
        return True
    if m.at_margin(line):
        return None if _may_begin(line, last, indented) else False
    return None


def _is_set_apart(m: Margins, line: PrintedLine, last: PrintedLine) -> bool:
    """Say whether a centred line differs from the one above it in its style, or stands further below it than lines do."""
    return _style(line) != _style(last) or abs(line.size - last.size) >= SAME_SIZE or m.is_spaced(line, last)


def _style(line: PrintedLine) -> tuple[bool, bool]:
    return all(word.bold for word in line.words), all(word.italic for word in line.words)


def _may_begin(line: PrintedLine, last: PrintedLine, indented: bool) -> bool:
    """Say whether a line at the margin under a full one looks like the beginning of an item or a heading."""
    item = _ITEM.match(line.text + " ") is not None
    heading = _style(line)[0] and not last.words[-1].bold
    ended = last.text[-1] in ".;:!?…"
    return (item and (ended or not indented)) or (heading and (item or ended))


def _hangs(m: Margins, line: PrintedLine, last: PrintedLine) -> bool:
    """Say whether `line` continues a hanging item: set in like the line above, without a mark of its own."""
    same_style = _style(line)[0] == _style(last)[0]  # a first line under a bold heading is none
    return same_style and abs(line.left - last.left) <= m.slack and not _ITEM.match(line.text + " ")
