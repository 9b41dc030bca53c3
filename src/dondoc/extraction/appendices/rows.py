"""One row of an appendix, however its table was printed, and the task it says (conventions 18 to 20)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dondoc.extraction.appendices.columns import role_of
from dondoc.extraction.labels import ROMAN
from dondoc.extraction.passage import Passage, Piece, spans_of
from dondoc.extraction.recurrence import recurrence_of
from dondoc.extraction.times import read_times
from dondoc.extraction.units import unit_cell
from dondoc.programme.model import Task

_ROMAN_NUMBER = re.compile(rf"^(?:{ROMAN})$")
_DOUBLED = re.compile(r"^(\d{1,3})[.)]?\s+(?=\D)")
_MARK = re.compile(r"^[xX✓✔●*+v]$")
_TOTAL = re.compile(
    r"^\W*(?:tổng(?:\s+(?:cộng|số|toàn bộ|các))?|cộng)(?:\s*[:(\d].*|\s+(?:cộng|số|có)?\s*:?\s*\d*[^.;]{0,40}|\s*)$",
    re.IGNORECASE,
)
_VERBS_OF_TOTAL = re.compile(r"\W*tổng (?:kết|hợp|điều tra|rà soát|vệ sinh|kiểm tra|duyệt)", re.IGNORECASE)
_TOTAL_LENGTH = 60
_SUM = re.compile(r"[\d.,\s]+")
NO_TEXT = "Dòng của phụ lục không có nội dung nhiệm vụ."


@dataclass
class Row:
    """The cells of one row; `times` are the time columns in order, empty ones too."""

    number: str | None = None
    text: Passage | None = None
    lead: list[tuple[str, Passage]] = field(default_factory=list)  # heading, cell: units or resources
    coordinating: list[Passage] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    figures: list[tuple[int | None, str]] = field(default_factory=list)  # year of the heading, cell
    products: list[Passage] = field(default_factory=list)  # what is to come of it
    measure_unit: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    group: bool = False

    @property
    def text_or_empty(self) -> str:
        """Return the text of the row."""
        return self.text.text if self.text else ""


def clean_number(printed: str) -> str | None:
    """Return a row's number without its closing mark, None for an empty cell."""
    kept = " ".join(printed.split()).strip(" .)*_-:")
    return kept or None


def is_roman(number: str | None) -> bool:
    """Tell whether a number is roman, as group rows have it."""
    return bool(number and _ROMAN_NUMBER.match(number))


def is_total(text: str) -> bool:
    """Tell whether a row that begins so only counts the rows above it ("Tổng cộng: 14 nhiệm vụ")."""
    return len(text) < _TOTAL_LENGTH and bool(_TOTAL.match(text)) and not _VERBS_OF_TOTAL.match(text)


def without_doubled_number(row: Row) -> None:
    """Drop a row number that was printed twice from the text (convention 19)."""
    if row.text and row.number:
        match = _DOUBLED.match(row.text.text)
        if match and match[1] == row.number:
            row.text = row.text.cut(match.end())


def task_of(row: Row, source: str, *, section: str, appendix: str | None, group: str | None) -> Task:
    """Return the task that a row says; its id is given later."""
    doubts = list(row.doubts)
    text = row.text_or_empty
    if not text:
        doubts.append(NO_TEXT)
    task = Task(id="", section=section, text=text, source="appendix", appendix=appendix, group=group, row=row.number)
    charged = any(role_of(heading) == "lead" for heading, _ in row.lead)
    for heading, cell in _sources_first(row.lead):
        if charged and role_of(heading) == "resource":  # beside who is in charge, a body there is who pays
            task.resource = task.resource or cell.text.rstrip(" .;")
            continue
        read = unit_cell(cell.text, heading)
        task.leads += [unit for unit in read.leads if unit not in task.leads]
        task.coordinating += [unit for unit in read.coordinating if unit not in task.coordinating]
        task.resource = task.resource or read.resource
        doubts += read.doubts
    for cell in row.coordinating:
        read = unit_cell(cell.text, "Cơ quan phối hợp")
        task.coordinating += [unit for unit in [*read.leads, *read.coordinating] if unit not in task.coordinating]
        doubts += read.doubts
    times = read_times([cell for _, cell in row.times], [heading for heading, _ in row.times])
    task.start, task.finish, task.recurrence, task.time_text = (
        times.start,
        times.finish,
        times.recurrence,
        times.time_text,
    )
    doubts += times.doubts
    if row.figures and not times.time_text:
        _take_marked_years(task, row)
    task.spans = spans_of(source, row.pieces)
    task.doubts = doubts
    return task


def _sources_first(cells: list[tuple[str, Passage]]) -> list[tuple[str, Passage]]:
    """Put a source of money ("Ngân sách tỉnh") before a bare sum of another column."""
    return sorted(cells, key=lambda cell: bool(_SUM.fullmatch(cell[1].text)))


def _take_marked_years(task: Task, row: Row) -> None:
    """Read a cross under each year in which the work is done: the first begins it, the last ends it."""
    years = [year for year, cell in row.figures if year and _MARK.match(cell)]
    if not years:
        return
    task.start = str(years[0]) if len(years) > 1 else None
    task.finish = str(years[-1])
    task.time_text = " | ".join(str(year) for year in years)


def recurrence_from_text(task: Task) -> None:
    """Fill the recurrence of a row without any time cell from its text (convention 16)."""
    if not task.time_text and not task.recurrence and not task.finish:
        task.recurrence = recurrence_of(task.text, task.measures)
