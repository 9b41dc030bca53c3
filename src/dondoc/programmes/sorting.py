"""The order of the programme's tables, as their heads ask for it: "han" upwards, "-han" downwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from dondoc.language.folding import fold
from dondoc.measure.status import urgency

from .models import Measure
from .standing import GROUPS

Key = Callable[[Any], Any]


class Column(NamedTuple):
    """A column that sorts: its word, and the key of a row; a row whose key is None stands last both ways."""

    word: Any
    key: Key


def _letters(text: object) -> tuple[str, str] | None:
    """Return a key in the order of the alphabet, without accents first."""
    return (fold(str(text)), str(text)) if text else None


def _verdict(measure: Measure) -> tuple[int, Any] | None:
    standing = getattr(measure, "standing", None)
    if standing is None:
        return None
    # Within one verdict the one farthest from its path comes first; those without a ratio after them.
    return (urgency(standing.status), (standing.ratio is None, standing.ratio or 0))


def _state(row: Any) -> tuple[int, int]:
    days = row.standing.time.days
    late = row.standing.group == "overdue"
    return (GROUPS.index(row.standing.group), -days if late else days)


MEASURES: dict[str, Column] = {
    "ten": Column(_("Chỉ tiêu, thước đo"), lambda m: _letters(m.name)),
    "so-lieu": Column(_("Số liệu"), lambda m: m.standing.observed if hasattr(m, "standing") else None),
    "chi-tieu": Column(_("Chỉ tiêu"), lambda m: m.low if m.low is not None else m.high),
    "ket-luan": Column(_("Kết luận"), _verdict),
    "don-vi": Column(_("Đơn vị"), lambda m: _letters(m.lead)),
}
TASKS: dict[str, Column] = {
    "ma": Column(_("Mã"), lambda row: row.task.order),
    "ten": Column(_("Nhiệm vụ"), lambda row: _letters(row.task.text)),
    "chu-tri": Column(_("Chủ trì"), lambda row: _letters(row.standing.lead)),
    "han": Column(_("Hạn gốc"), lambda row: row.standing.original_deadline),
    "trang-thai": Column(_("Trạng thái"), _state),
}


def understood(wanted: str) -> str:
    """Return an order that one of the tables knows, or nothing."""
    return wanted if wanted.removeprefix("-") in {*MEASURES, *TASKS} else ""


def in_order(rows: Sequence[Any], wanted: str, columns: dict[str, Column]) -> list[Any]:
    """Return rows in the wanted order; equal ones keep the order of the paper, and so do all where it is unknown."""
    column = columns.get(wanted.removeprefix("-"))
    if column is None:
        return list(rows)
    known = [row for row in rows if column.key(row) is not None]
    unknown = [row for row in rows if column.key(row) is None]
    known.sort(key=column.key, reverse=wanted.startswith("-"))
    return known + unknown
