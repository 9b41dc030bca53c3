"""The words by which a measure stands at a date (design: rules of state), and their order of urgency."""

from __future__ import annotations

from enum import StrEnum

from dondoc.measure.arithmetic import gettext_noop as _


class Status(StrEnum):
    """How a measure stands. "No data" is never zero and never red."""

    EXCEEDED = "exceeded"
    MET = "met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    REPORT_OVERDUE = "report_overdue"
    NOT_APPLIED = "not_applied"
    NO_LEVEL = "no_level"
    OVERRULED = "overruled"  # another number binds, by the decision on a contradiction of the paper


LABELS: dict[Status, str] = {
    Status.EXCEEDED: _("vượt"),
    Status.MET: _("đạt"),
    Status.ON_TRACK: _("đúng tiến độ"),
    Status.AT_RISK: _("nguy cơ"),
    Status.BEHIND: _("chậm"),
    Status.NOT_DUE: _("chưa đến kỳ"),
    Status.NO_DATA: _("chưa có số liệu"),
    Status.REPORT_OVERDUE: _("quá hạn báo cáo"),
    Status.NOT_APPLIED: _("chưa áp dụng"),
    Status.NO_LEVEL: _("chưa có mức"),
    Status.OVERRULED: _("số khác có hiệu lực"),
}

# Worst first: what a leader must look at stands on top; what rests on no figure comes after what does.
WORST_FIRST: tuple[Status, ...] = (
    Status.BEHIND,
    Status.AT_RISK,
    Status.REPORT_OVERDUE,
    Status.NO_DATA,
    Status.NOT_DUE,
    Status.ON_TRACK,
    Status.MET,
    Status.EXCEEDED,
    Status.NO_LEVEL,
    Status.NOT_APPLIED,
    Status.OVERRULED,
)
# The statuses that rest on a figure.
JUDGED = frozenset({Status.BEHIND, Status.AT_RISK, Status.ON_TRACK, Status.MET, Status.EXCEEDED})
# What a lead may say of a qualitative measure.
ASSESSABLE = (Status.MET, Status.ON_TRACK, Status.AT_RISK, Status.BEHIND)


def urgency(status: str) -> int:
    """Rank a status, 0 the most urgent."""
    return WORST_FIRST.index(Status(status))
