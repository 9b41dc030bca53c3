"""Tables of targets: a name, its unit of measure, and the figure to be reached in a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.appendices.columns import Column, is_level
from dondoc.extraction.appendices.rows import Row
from dondoc.extraction.measures import Measured
from dondoc.extraction.measures.directions import LESS_BETTER
from dondoc.extraction.measures.vocabulary import LESS_IS_BETTER, MORE_IS_BETTER
from dondoc.language.numbers import parse_number
from dondoc.programme.model import Measure

_SIGN = r"(?:≥|≤|>=|<=|>|<|trên|dưới|tối thiểu|ít nhất|tối đa|không quá|từ|đạt|khoảng)"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(
    rf"(?P<signs>(?:{_SIGN}\s*)*)(?P<low>{_NUMBER})\s*(?P<percent>%)?(?:\s*(?:-|–|đến)\s*(?P<high>{_NUMBER})\s*(?P<other>%)?)?"
    r"(?P<up>\s*(?:trở lên|\+))?(?P<words>\s.*)?",
    re.IGNORECASE,
)
_MOST, _UNDER, _OVER = ("≤", "<=", "tối đa", "không quá"), ("<", "dưới"), (">", "trên")
_ADDED = re.compile(r"^(?:và|trở lên|so với|hoặc|\()", re.IGNORECASE)
_GROWTH = re.compile(r"\s+tăng(?:\s+(?:trung bình|bình quân))?(?:\s+hằng năm|\s+hàng năm)?$", re.IGNORECASE)
_FALL = re.compile(
    r"^(?:(?:tỷ lệ|tỉ lệ|mức|số)\s+)?(?:kéo |cắt )?giảm\s|\s(?:kéo |cắt )?giảm(?:\s+bình quân|\s+h[ằà]ng năm)*$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\s+h[ằà]ng năm(?!\s+\d)", re.IGNORECASE)
_TO_LESSEN = re.compile(r"^(?:kéo |cắt )?giảm\s+", re.IGNORECASE)
_PER_YEAR = re.compile(r"\s*/\s*năm$", re.IGNORECASE)
_RANK = re.compile(r"^(?:thứ bậc|thứ hạng|hạng|vị trí|thứ)$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DONE = re.compile(r"^[xX✓✔●*+v]$")
_BLANK = re.compile(r"[-–—…./\s]+")
_MOST_FIGURES = 0.8  # of the rows, for a column to be one of figures
_UNIT_WORDS = 4  # behind a figure
_BOUND = re.compile(rf"\s+(?P<sign>(?:đạt\s+)?{_SIGN}|đạt)$", re.IGNORECASE)
_OPENING_WORDS = 8  # of a target's name: what is counted stands in them
_DOCUMENT = re.compile(
    r"(?:bộ |bản |dự thảo )?(?:kế hoạch|quyết định|nghị quyết|báo cáo|văn bản|đề án|danh mục|tờ trình|công văn|hướng dẫn|hồ sơ|"
    r"chương trình|quy chế|quy định|quy trình|chỉ thị|thông báo|phương án)\b",
    re.IGNORECASE,
)
UNREAD_FIGURE = "Chưa đọc được mức chỉ tiêu ghi trong ô “{cell}”."


def is_target_table(columns: list[Column]) -> bool:
    """Tell whether the columns are those of targets: a unit of measure, or figures of several years."""
    figures = sum(1 for column in columns if column.role == "figure")
    levels = any(column.role == "figure" and column.year is None for column in columns)
    beside = any(column.role in {"measure_unit", "baseline"} for column in columns)
    return levels or figures >= 2 or (figures >= 1 and beside)


def with_figures(columns: list[Column], rows: list[Row]) -> list[Column]:
    """Read the column of what is to come of it as one of figures, where its cells hold figures and little else.

    A table "Nội dung | Mục tiêu" is one of targets if its second cells are "95%", "tối thiểu 2%" or "01 khu".
    """
    levels = [place for place, column in enumerate(columns) if column.role == "product" and is_level(column.heading)]
    work = [row for row in rows if not row.group]
    if len(levels) != 1 or any(column.role in {"product", "figure"} for column in columns[levels[0] + 1 :]):
        return columns
    held = [row for row in work if len(row.products) == 1 and _is_figure(row.products[0].text)]
    if not held or len(held) < _MOST_FIGURES * len(work):
        return columns
    for row in held:
        row.figures.append((None, row.products.pop().text))
    kept = list(columns)
    kept[levels[0]] = Column("figure", columns[levels[0]].heading)
    return kept


def _is_figure(cell: str) -> bool:
    found = _FIGURE.fullmatch(cell.strip(" .;"))
    return found is not None and len((found["words"] or "").split()) <= _UNIT_WORDS


def has_figures(row: Row) -> bool:
    """Tell whether a row of a table of targets holds a figure, and not only marks or words."""
    return any(figure_of(cell) is not None or _is_figure(cell) for _, cell in row.figures)


def last_year(text: str | None) -> int | None:
    """Return the last year that a heading or a date names."""
    years = _YEAR.findall(text or "")
    return int(years[-1]) if years else None


def figure_of(cell: str) -> Decimal | None:
    """Return the number that a cell of targets holds, None for a mark or words."""
    return parse_number(cell.strip(" %≥≤<>="))


def measures_of_row(row: Row, year: int | None) -> tuple[list[Measure], list[str]]:
    """Return the measures of a row and what is uncertain; `year` is that of the heading over figures without one."""
    made: list[Measure] = []
    doubts: list[str] = []
    name = row.text_or_empty.rstrip(" .;:")
    bound = _BOUND.search(name)
    sign = f"{bound['sign']} " if bound else ""
    name = name[: bound.start()] if bound else name
    by_years = len({own for own, _ in row.figures if own}) > 1
    for own, cell in row.figures:
        for said in re.split(r"\s*;\s*", cell.strip(" .;")):
            if said and not _DONE.match(said) and not _BLANK.fullmatch(said):
                measure = _measure(name, row.measure_unit or "", sign + said, own or year)
                if measure is None:
                    doubts.append(UNREAD_FIGURE.format(cell=said))
                else:
                    if by_years and own:
                        measure.period, measure.year_to = "by_year", own
                    made.append(measure)
    doubts += _turn_down(made)
    return made, doubts


def _turn_down(made: list[Measure]) -> list[str]:
    """Read bare figures as ceilings where less is better; a doubt unless they fall from year to year (convention 7)."""
    bare = [measure for measure in made if measure.direction == "at_least" and measure.low is not None]
    if not bare or not _less_is_better(bare[0].name):
        return []
    figures = [measure.low for measure in bare if measure.low is not None]
    for measure in bare:
        measure.direction, measure.low, measure.high = "at_most", None, measure.low
    falls = len(figures) > 1 and figures[0] > figures[-1] and figures == sorted(figures, reverse=True)
    return [] if falls else [LESS_BETTER.format(name=bare[0].name)]


def _less_is_better(name: str) -> bool:
    opening = f" {' '.join(name.lower().split()[:_OPENING_WORDS])} "
    worse = any(f" {word}" in opening for word in (*LESS_IS_BETTER, "còn lại"))
    return worse and not any(f" {word} " in f" {name.lower()} " for word in MORE_IS_BETTER)


def with_products(measured: Sequence[Measured], products: Sequence[Measured]) -> list[Measured]:
    """Return what a row's text promises and what its product promises besides: figures, but no counts of documents."""
    known = {_promise(one) for one in measured}
    further = [one for one in products if one.measure.direction != "qualitative"]
    return [
        *measured,
        *(one for one in further if _promise(one) not in known and not _DOCUMENT.match(one.measure.unit or "")),
    ]


def _promise(one: Measured) -> tuple[object, ...]:
    """Give what tells one promise from another."""
    return one.measure.name.casefold(), one.measure.low, one.measure.high, one.measure.unit


def _measure(name: str, unit: str, said: str, year: int | None) -> Measure | None:
    """Return the measure of one figure or state, None where a number is not read."""
    counted, per = _unit(unit)
    made = Measure(name=name, direction="at_least", unit=counted, per=per, period="by_year" if year else "unspecified")
    made.year_to = year
    if _PER_YEAR.search(name):
        made.name, per, made.per = _PER_YEAR.sub("", name), "năm", "năm"
    if per == "năm" or _YEARLY.search(name):
        made.name, made.period, made.year_to = _YEARLY.sub("", made.name), "annual", None
    if not any(char.isdigit() for char in said):
        made.name, made.direction, made.unit, made.per = f"{name} {said}", "qualitative", None, None
        return made
    found = _FIGURE.fullmatch(said)
    if found is None:
        return None
    words = (found["words"] or "").strip()
    if words and not unit and not _ADDED.match(words) and len(words.split()) <= _UNIT_WORDS:
        made.unit = words
    elif words and not _ADDED.match(words) and words.casefold() != (counted or "").casefold():
        made.name = f"{made.name} {words}"
    if found["percent"] or found["other"]:
        made.unit = "%"
    return _bounded(made, found)


def _bounded(made: Measure, found: re.Match[str]) -> Measure:
    """Give a measure its direction and bounds from the figure as printed."""
    low, high = parse_number(found["low"]), parse_number(found["high"]) if found["high"] else None
    signs = {sign.lower() for sign in re.findall(_SIGN, found["signs"] or "", re.IGNORECASE)}
    if _FALL.search(made.name):
        made.direction, made.low, made.high = "decrease", low, high
        made.name = _TO_LESSEN.sub("", made.name)
    elif high is not None:
        made.direction, made.low, made.high = "range", low, high
    elif signs & set(_MOST) or (not signs and made.unit and _RANK.match(made.unit)):
        made.direction, made.high = "at_most", low
    elif signs & set(_UNDER):
        made.direction, made.high = "below", low
    else:
        growth = _GROWTH.search(made.name)
        made.name = _GROWTH.sub("", made.name) if growth else made.name
        made.direction = "increase" if growth else "above" if signs & set(_OVER) else "at_least"
        made.low = low
    return made


def _unit(printed: str) -> tuple[str | None, str | None]:
    """Part a printed unit of measure ("người/vạn dân", "%/năm", "% GDP"): (unit, per)."""
    unit, _, per = (part.strip() for part in printed.strip(" .;()").partition("/"))
    if unit.startswith("%"):
        unit = "%"
    return re.sub(r"^Số\s+", "", unit) or None, per or None
