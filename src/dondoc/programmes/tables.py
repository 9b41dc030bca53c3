"""The tables of the programme's pages as rows for a workbook: in the order and with the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc import sheets
from dondoc.wards.models import User

from .models import Measure, Programme, Version
from .queries import Filters, StandingTask, list_findings, measures_page, status_of, tasks_page
from .templatetags.programme import change_word, period, recurrence_words, status_word, target_figure
from .words import FINDING_KINDS, SEVERITIES


@dataclass
class Table:
    """A table with its title, its columns (head, width in characters) and its rows."""

    name: str
    title: str
    columns: Sequence[tuple[str, int]]
    rows: Iterator[Sequence[Any]]


def measures(programme: Programme, user: User, filters: Filters) -> Table:
    """Return the measures as filtered (queries of `measures_page`)."""
    columns = [
        (_("Mục"), 8), (_("Chỉ tiêu, thước đo"), 60), (_("Đơn vị tính"), 14), (_("Kỳ"), 18), (_("Số liệu"), 12),
        (_("Chỉ tiêu"), 14), (_("Kết luận"), 18), (_("Đơn vị"), 26),
    ]  # fmt: skip
    page = measures_page(programme, user, filters)
    rows = (_measure_row(m) for chapter in page.chapters for m in chapter.items)
    return Table("chi-tieu", _("Chỉ tiêu và thước đo"), columns, rows)


def _measure_row(m: Measure) -> Sequence[Any]:
    standing = getattr(m, "standing", None)
    unit = f"{m.unit or ''}{f'/{m.per}' if m.per else ''}"
    label = m.task.code if m.task else (m.indicator.label if m.indicator else "")
    observed = standing.observed if standing else None
    verdict = status_word(status_of(m), "measure")
    return [label, m.name, unit, period(m), observed, target_figure(m), verdict, str(m.lead or "—")]


def tasks(programme: Programme, user: User, filters: Filters) -> Table:
    """Return the tasks as filtered (queries of `tasks_page`)."""
    columns = [
        (_("Mã"), 8), (_("Mục"), 10), (_("Nhiệm vụ"), 80), (_("Chủ trì"), 26), (_("Hạn gốc"), 14), (_("Gia hạn"), 14),
        (_("Trạng thái"), 18), (_("Thời hạn"), 22),
    ]  # fmt: skip
    page = tasks_page(programme, user, filters)
    rows = (_task_row(row) for chapter in page.chapters for row in chapter.items)
    return Table("nhiem-vu", _("Nhiệm vụ"), columns, rows)


def _task_row(row: StandingTask) -> Sequence[Any]:
    task, standing = row.task, row.standing
    deadline = standing.original_deadline or recurrence_words(task)
    timing = standing.shown_timing
    time = _("Chờ kết quả ban đầu") if standing.awaits_initial else status_word(timing, "timing") if timing else "—"
    words = [status_word(standing.state, "task"), time]
    label = task.section.label if task.section else ""
    lead = str(standing.lead or status_word("no_lead", "task"))
    return [task.code, label, task.text, lead, deadline, standing.extended_deadline, *words]


def findings(programme: Programme) -> Table:
    """Return every finding, open ones first, with what was decided (1 query)."""
    columns = [
        (_("Mức"), 12), (_("Loại"), 18), (_("Điểm cần rà soát"), 60), (_("Trích văn bản"), 80), (_("Tình trạng"), 20),
        (_("Ai quyết định"), 24), (_("Theo văn bản"), 24),
    ]  # fmt: skip
    rows = (
        [
            str(SEVERITIES.get(f.severity, f.severity)), str(FINDING_KINDS.get(f.kind, f.kind)), f.why,
            "\n".join(f"“{quote}”" for quote in f.where), str(f.get_state_display()), f.decided_by_name, f.paper,
        ]
        for f in list_findings(programme)
    )  # fmt: skip
    return Table("diem-ra-soat", _("Điểm cần rà soát"), columns, rows)


def changes(version: Version) -> Table:
    """Return what a version changed against the one before it (no query)."""
    columns = [(_("Thay đổi"), 14), (_("Trước"), 80), (_("Sau"), 80)]
    rows = ([change_word(c["change"]), c["before"] or "—", c["after"] or "—"] for c in version.changes)
    title = _("Thay đổi của phiên bản %(number)s") % {"number": version.number}
    return Table(f"thay-doi-phien-ban-{version.number}", title, columns, rows)


def workbook(programme: Programme, table: Table) -> bytes:
    """Return the table as .xlsx, with the programme and the day below its title."""
    number = programme.number or _("chưa có số")
    day = timezone.localdate().strftime("%d/%m/%Y")
    subtitle = _("Chương trình %(number)s, xuất ngày %(day)s") % {"number": number, "day": day}
    return sheets.write(table.title, subtitle, table.columns, table.rows)
