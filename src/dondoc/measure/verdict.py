"""The verdict on a measure at a date, with its arithmetic (design: rules of measure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from dondoc.measure.arithmetic import Number, Step, Working
from dondoc.measure.arithmetic import gettext_noop as _
from dondoc.measure.cadence import Owed, owed_figures
from dondoc.measure.compare import exceeds, over_ceiling, reaches
from dondoc.measure.methods import METHODS, ONE, Weighed
from dondoc.measure.promise import Observed, Promise, Rules
from dondoc.measure.status import ASSESSABLE, LABELS, Status


@dataclass(frozen=True)
class Verdict:
    """How a measure stands at a date: the word, the numbers behind it, and every step that led there.

    `last_known` is what the latest figure said when its successor is overdue; `question` is what a person is asked.
    """

    status: Status
    on: date
    observed: Decimal | None = None
    observed_on: date | None = None
    expected: Decimal | None = None
    target: Decimal | None = None
    ratio: Decimal | None = None
    last_known: Status | None = None
    question: str = ""
    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = field(default=())

    @property
    def gap(self) -> Decimal | None:
        """Return the observed value less the expected one, in the measure's unit."""
        if self.observed is None or self.expected is None:
            return None
        return self.observed - self.expected

    @property
    def next_due(self) -> Owed | None:
        """Return the oldest period whose figure is overdue."""
        return next((one for one in self.owed if one.overdue), None)


def window_of(promise: Promise) -> tuple[date, date]:
    """Return the first and last day for which figures are owed."""
    start = promise.term.start
    if promise.period in ("annual", "average_over", "whole_term") and promise.year_from:
        start = max(start, date(promise.year_from, 1, 1))
    return start, date(promise.last_year, 12, 31)


def judge(promise: Promise, figures: Sequence[Observed], on: date, rules: Rules | None = None) -> Verdict:
    """Judge a measure at the end of the day `on` by its confirmed figures; what is only reported is not yet known."""
    rules = rules or Rules()
    if promise.not_applied and (promise.not_applied_from is None or promise.not_applied_from <= on):
        return Verdict(Status.NOT_APPLIED, on, target=promise.target, notes=(promise.not_applied,))
    if promise.direction != "qualitative" and promise.target is None:
        return Verdict(Status.NO_LEVEL, on)
    past = sorted((figure for figure in figures if figure.day <= on), key=lambda one: one.day)
    owed = _owed(promise, past, on, rules)
    confirmed = [figure for figure in past if figure.confirmed and _tells(promise, figure)]
    working = Working()
    if any(not figure.confirmed for figure in past):
        working.note(_("Có số liệu đang chờ xác nhận, chưa tính vào kết luận."))
    if not confirmed:
        return _without_figures(promise, on, owed, working)
    known = _known(promise, confirmed, on, rules, working)
    if _late(owed, on):
        return replace(known, status=Status.REPORT_OVERDUE, last_known=known.status, owed=tuple(owed))
    return replace(known, owed=tuple(owed))


def judge_each(
    promises: Sequence[Promise], figures: Sequence[Observed], on: date, rules: Rules | None = None
) -> list[Verdict]:
    """Judge the same figures against each number the paper promises, until a person records which one binds."""
    return [judge(promise, figures, on, rules) for promise in promises]


def _tells(promise: Promise, figure: Observed) -> bool:
    """Say whether a figure can be judged against the promise."""
    if promise.direction == "qualitative":
        return bool(figure.assessed)
    # A figure from outside the years that are judged each, summed or averaged says nothing about them.
    bounded = promise.period in ("annual", "average_over", "whole_term")
    within = promise.first_year <= figure.day.year <= promise.last_year
    return figure.value is not None and (within or not bounded)


def _owed(promise: Promise, past: Sequence[Observed], on: date, rules: Rules) -> list[Owed]:
    return owed_figures(
        promise.period,
        window_of(promise),
        {figure.day for figure in past},
        on,
        due_day=rules.figures_due_day,
        followed_since=rules.followed_since,
    )


def _late(owed: Sequence[Owed], on: date) -> bool:
    """Tell whether the latest period that fell due is still without a figure."""
    due = [one for one in owed if one.due < on]
    return bool(due) and due[-1].overdue


def _without_figures(promise: Promise, on: date, owed: list[Owed], working: Working) -> Verdict:
    if not owed:
        status = Status.NOT_DUE
    elif _late(owed, on):
        status = Status.REPORT_OVERDUE
    else:
        status = Status.NO_DATA
    return Verdict(status, on, target=promise.target, owed=tuple(owed), notes=tuple(working.notes))


def _known(promise: Promise, figures: Sequence[Observed], on: date, rules: Rules, working: Working) -> Verdict:
    if promise.direction == "qualitative":
        return _assessed(figures[-1], on, working)
    weighed = METHODS[promise.period](promise, figures, working)
    status = conclude(promise, weighed, rules)
    _explain(status, weighed, promise, rules, working)
    return Verdict(
        status,
        on,
        observed=weighed.value,
        observed_on=weighed.on,
        expected=weighed.expected,
        target=promise.target,
        ratio=weighed.ratio,
        question=_question(promise, weighed),
        steps=tuple(working.steps),
        notes=tuple(working.notes),
    )


def _assessed(last: Observed, on: date, working: Working) -> Verdict:
    """Take the lead's word on a qualitative measure; it counts once the assigner has confirmed it."""
    status = Status(last.assessed)
    if status not in ASSESSABLE:
        raise ValueError(last.assessed)
    working.step(
        _("Đánh giá"),
        _("đơn vị chủ trì đánh giá kèm minh chứng, người giao việc xác nhận"),
        Number(_("kỳ"), last.day),
        result=Number(_("kết luận"), LABELS[status]),
    )
    return Verdict(status, on, observed_on=last.day, steps=tuple(working.steps), notes=tuple(working.notes))


def conclude(promise: Promise, weighed: Weighed, rules: Rules) -> Status:
    """Turn what was weighed into the word: r ≥ 1 on track, r ≥ 0,9 (a setting) at risk, below behind."""
    if weighed.settled and reaches(promise, weighed.value):
        return Status.EXCEEDED if exceeds(promise, weighed.value, rules.exceed_by) else Status.MET
    if weighed.ratio is None:
        return Status.ON_TRACK if reaches(promise, weighed.value) else Status.NOT_DUE
    if weighed.ratio >= ONE and not weighed.over:
        return Status.ON_TRACK
    return Status.AT_RISK if weighed.ratio >= rules.risk_ratio else Status.BEHIND


def _explain(status: Status, weighed: Weighed, promise: Promise, rules: Rules, working: Working) -> None:
    words = {
        Status.EXCEEDED: _("tốt hơn chỉ tiêu quá 5% của chỉ tiêu"),
        Status.MET: _("chỉ tiêu đã đạt"),
        Status.ON_TRACK: _("r từ 1 trở lên"),
        Status.AT_RISK: _("r dưới 1, từ ngưỡng nguy cơ trở lên"),
        Status.BEHIND: _("r dưới ngưỡng nguy cơ"),
        Status.NOT_DUE: _("chưa đến năm của chỉ tiêu và chưa có đường đi để so"),
    }
    numbers = [Number(_("chỉ tiêu"), promise.target, promise.unit)] if promise.target is not None else []
    if weighed.ratio is not None:
        numbers.append(Number(_("tỷ số r"), weighed.ratio))
        if status in (Status.AT_RISK, Status.BEHIND):
            numbers.append(Number(_("ngưỡng nguy cơ"), rules.risk_ratio))
    working.step(_("Kết luận"), words[status], *numbers, result=Number(_("kết luận"), LABELS[status]))


def _question(promise: Promise, weighed: Weighed) -> str:
    """Return what a person is asked where the paper leaves the meaning of "more" open."""
    value = weighed.value
    if promise.direction == "decrease" and promise.high is not None and value > promise.high:
        return _("Giảm nhiều hơn mức trên của chỉ tiêu: cần người kết luận là tốt hay không.")
    if promise.direction == "equal" and promise.target is not None and value > promise.target:
        return _("Nhiều hơn đúng số ghi trong văn bản: cần người kết luận.")
    if over_ceiling(promise, value):
        return _("Vượt mức trên, mà mức trên cũng là giới hạn: cần người kết luận.")
    return ""
