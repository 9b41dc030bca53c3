"""The tables of the city as .xlsx: in the order and with the words of the screen."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _

from dondoc import sheets
from dondoc.measure.status import Status
from dondoc.programmes.models import Measure
from dondoc.programmes.queries import status_of
from dondoc.programmes.templatetags.programme import period, status_word, target_figure
from dondoc.wards.models import Ward

from .queries import WardRow


def wards(rows: Sequence[WardRow], region: object, on: datetime.date) -> bytes:
    """Return the wards with their counts as .xlsx."""
    columns = [
        (_("Xã, phường, đặc khu"), 34), (_("Thước đo"), 12), (_("Chậm"), 10), (_("Nguy cơ"), 10),
        (_("Chưa có số liệu"), 16), (_("Nhiệm vụ"), 12), (_("Hoàn thành"), 12), (_("Quá hạn"), 10),
    ]  # fmt: skip
    lines = (
        [
            str(row.ward), row.bar.total, row.behind, row.measures.get(Status.AT_RISK, 0), row.rollup.without_data,
            row.tasks, row.done, row.overdue,
        ]
        for row in rows
    )  # fmt: skip
    subtitle = _("%(where)s, xuất ngày %(day)s; không gồm quốc phòng, an ninh") % {
        "where": region,
        "day": on.strftime("%d/%m/%Y"),
    }
    return sheets.write(_("Các xã, phường, đặc khu"), subtitle, columns, lines)


def measures(ward: Ward, rows: Sequence[Measure], on: datetime.date) -> bytes:
    """Return the published measures of a ward as the city sees them, as .xlsx."""
    columns = [
        (_("Chương trình"), 16), (_("Thước đo"), 60), (_("Đơn vị tính"), 14), (_("Kỳ"), 18), (_("Số liệu"), 12),
        (_("Chỉ tiêu"), 14), (_("Kết luận"), 18), (_("Số liệu đến"), 14),
    ]  # fmt: skip
    subtitle = _("%(where)s, xuất ngày %(day)s; không gồm quốc phòng, an ninh") % {
        "where": ward,
        "day": on.strftime("%d/%m/%Y"),
    }
    return sheets.write(_("Chỉ tiêu và thước đo"), subtitle, columns, (_measure(one) for one in rows))


def _measure(one: Measure) -> Sequence[object]:
    standing = getattr(one, "standing", None)
    unit = f"{one.unit or ''}{f'/{one.per}' if one.per else ''}"
    observed, day = (standing.observed, standing.observed_on) if standing else (None, None)
    number = one.programme.number or _("chưa có số")
    return [
        number, one.name, unit, period(one), observed, target_figure(one), status_word(status_of(one), "measure"), day,
    ]  # fmt: skip
