"""Every read of papers."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from django.db.models import QuerySet

from dondoc.dashboards.charts import StackedBar, counted, stacked
from dondoc.measure.status import WORST_FIRST, Status
from dondoc.programmes.standing import GROUPS, group_of
from dondoc.wards.models import Ward

from .kinds.result_report.figures import ReportData
from .models import Paper


def papers(ward: Ward) -> QuerySet[Paper]:
    """Return the papers that were written for a ward, newest first (1 query)."""
    return Paper.objects.filter(ward=ward).select_related("programme", "written_by").defer("snapshot")


@dataclass
class Held:
    """The figures that a report holds, as they stood when it was written."""

    paper: Paper
    data: ReportData
    measures: StackedBar
    tasks: StackedBar

    @property
    def overdue(self) -> int:
        """How many tasks were overdue."""
        return next((one.count for one in self.tasks.segments if one.state == "overdue"), 0)


def held(ward: Ward, pk: int | None = None) -> Held | None:
    """Return the figures of one report of a ward, by default of the newest (1 query); None where there is none."""
    rows = papers(ward).defer(None)
    paper = rows.filter(pk=pk).first() if pk is not None else rows.first()
    if paper is None:
        return None
    data = msgspec.convert(paper.snapshot, ReportData)
    binding = [one.status for one in data.measures if one.status != Status.OVERRULED]
    # Reports written before groups were kept tell state and time.
    groups = [one.group or group_of(one.state, one.timing) for one in data.tasks]
    return Held(
        paper, data, stacked(counted(binding), [one.value for one in WORST_FIRST]), stacked(counted(groups), GROUPS)
    )
