"""How the figures of a measure are set against its promise: one method for each period of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dondoc.measure.arithmetic import Number, Working
from dondoc.measure.arithmetic import gettext_noop as _
from dondoc.measure.compare import direct_ratio, not_worse, over_ceiling, path_ratio
from dondoc.measure.growth import geometric_mean, growth_needed
from dondoc.measure.path import leg_at, points_of, wants_no_movement
from dondoc.measure.promise import Observed, Promise
from dondoc.measure.shares import days_gone, latest_of_each_year, running_sums

ONE = Decimal(1)
ZERO = Decimal(0)
RATIO = _("tỷ số r")
OBSERVED = _("giá trị đạt được")
EXPECTED = _("giá trị cần có")
TARGET = _("chỉ tiêu")


@dataclass(frozen=True)
class Weighed:
    """What a method found: the value judged, what was wanted, r (None: cannot be judged yet), whether time is up.

    `settled` tells that meeting the target now is final for this period.
    """

    value: Decimal
    on: date
    expected: Decimal | None
    ratio: Decimal | None
    over: bool
    settled: bool


def ratio_to(promise: Promise, value: Decimal, wanted: Decimal, working: Working) -> Decimal:
    """Compare directly: observed / wanted, or wanted / observed for a ceiling; any excess over 0 gives 0."""
    less = promise.less_is_better
    if over_ceiling(promise, value) and promise.high is not None:
        less, wanted = True, promise.high
    numbers = (Number(OBSERVED, value, promise.unit), Number(EXPECTED, wanted, promise.unit))
    ratio = direct_ratio(value, wanted, less_is_better=less)
    if ratio is None:
        ratio = ONE if not_worse(value, wanted, less_is_better=less) else ZERO
        words = _("giá trị cần có là 0: vượt bao nhiêu cũng là chậm") if less else _("giá trị cần có là 0")
    else:
        words = _("giá trị cần có ÷ giá trị đạt được") if less else _("giá trị đạt được ÷ giá trị cần có")
    working.step(_("So trực tiếp"), words, *numbers, result=Number(RATIO, ratio))
    return ratio


def _early(promise: Promise) -> bool:
    """Tell whether meeting the target before the end counts: a level, or a flow that adds up and can only grow."""
    if promise.grows:
        return False
    return promise.nature == "level" or (promise.accumulates and not promise.less_is_better and not promise.ceiling)


def annual(promise: Promise, figures: Sequence[Observed], working: Working) -> Weighed:
    """Judge the year of the latest figure on its own; a flow against the share of the year gone."""
    last = figures[-1]
    value, target = _value(last), _target(promise)
    year_end = date(last.day.year, 12, 31)
    wanted = target
    if promise.nature == "flow" and not promise.grows:
        gone, whole = days_gone(last.day, date(last.day.year, 1, 1), year_end)
        wanted = target * gone / whole
        working.step(
            _("Phần của năm đã qua"),
            _("chỉ tiêu cả năm × số ngày đã qua ÷ số ngày của năm"),
            Number(TARGET, target, promise.unit),
            Number(_("số ngày đã qua"), gone),
            Number(_("số ngày của năm"), whole),
            result=Number(EXPECTED, wanted, promise.unit),
        )
    ratio = ratio_to(promise, value, wanted, working)
    over = last.day >= year_end
    return Weighed(value, last.day, wanted, ratio, over, over or _early(promise))


def by_year(promise: Promise, figures: Sequence[Observed], working: Working) -> Weighed:
    """Judge against the path to the target; without a baseline only the target can be judged."""
    value, day = _current(promise, figures, working)
    end = date(promise.last_year, 12, 31)
    over = day >= end
    settled = over or _early(promise)
    target = _target(promise)
    if wants_no_movement(promise):
        return Weighed(value, day, target, _kept(promise, value, working), over, settled)
    leg = leg_at(promise, day)
    if leg is None:
        begins_later = promise.baseline is not None and day < promise.baseline.day
        working.note(
            _("Đường đi bắt đầu sau ngày của số liệu: chỉ xét chỉ tiêu.")
            if begins_later
            else _("Chưa có số gốc: chưa vẽ được đường đi, chỉ xét chỉ tiêu.")
        )
        judged = over or promise.grows
        ratio = ratio_to(promise, value, target, working) if judged else None
        return Weighed(value, day, None, ratio, over, settled)
    gone = Decimal((min(day, leg.after.day) - leg.before.day).days)
    working.step(
        _("Giá trị cần có trên đường đi"),
        _("giá trị đầu + (giá trị cuối − giá trị đầu) × số ngày đã qua ÷ số ngày của chặng"),
        Number(_("giá trị đầu"), leg.before.value, promise.unit),
        Number(_("ngày đầu"), leg.before.day),
        Number(_("giá trị cuối"), leg.after.value, promise.unit),
        Number(_("ngày cuối"), leg.after.day),
        Number(_("số ngày đã qua"), gone),
        result=Number(EXPECTED, leg.expected, promise.unit),
    )
    return Weighed(value, day, leg.expected, _path_ratio(promise, value, leg.expected, working), over, settled)


def _path_ratio(promise: Promise, value: Decimal, expected: Decimal, working: Working) -> Decimal:
    """Return r on the path; directly where the path has no baseline or does not lead towards the target there."""
    start = points_of(promise)[0]
    has_start = promise.accumulates or promise.baseline is not None
    less = promise.less_is_better
    if over_ceiling(promise, value) or not has_start or (less and expected == 0):
        return ratio_to(promise, value, expected, working)
    if not not_worse(expected, start.value, less_is_better=less):
        return ratio_to(promise, value, expected, working)
    ratio = path_ratio(value, start.value, expected)
    if ratio is None:
        return _kept(promise, value, working, start.value)
    working.step(
        _("Phần đường đã đi"),
        _("(giá trị đạt được − số gốc) ÷ (giá trị cần có − số gốc)"),
        Number(OBSERVED, value, promise.unit),
        Number(_("số gốc"), start.value, promise.unit),
        Number(EXPECTED, expected, promise.unit),
        result=Number(RATIO, ratio),
    )
    return ratio


def _kept(promise: Promise, value: Decimal, working: Working, base: Decimal | None = None) -> Decimal:
    """Return 1 where no movement is wanted and the figure is not worse than the baseline; otherwise compare directly."""
    if base is None:
        base = promise.baseline.value if promise.baseline else _target(promise)
    if not_worse(value, base, less_is_better=promise.less_is_better) and not over_ceiling(promise, value):
        working.step(
            _("Giữ mức"),
            _("chưa cần thay đổi: không kém số gốc thì tính là 1"),
            Number(OBSERVED, value, promise.unit),
            Number(_("số gốc"), base, promise.unit),
            result=Number(RATIO, ONE),
        )
        return ONE
    reached = wants_no_movement(promise)
    return ratio_to(promise, value, _target(promise) if reached else base, working)


def whole_term(promise: Promise, figures: Sequence[Observed], working: Working) -> Weighed:
    """Judge the sum of a flow, or the coverage so far, against the share of the term gone."""
    value, day = _current(promise, figures, working)
    start = date(promise.year_from, 1, 1) if promise.year_from else promise.term.start
    end = date(promise.last_year, 12, 31)
    target = _target(promise)
    over = day >= end
    if promise.grows:
        return Weighed(value, day, target, ratio_to(promise, value, target, working), over, over)
    gone, whole = days_gone(day, start, end)
    expected = target * gone / whole
    working.step(
        _("Phần của nhiệm kỳ đã qua"),
        _("chỉ tiêu × số ngày đã qua ÷ số ngày của nhiệm kỳ"),
        Number(TARGET, target, promise.unit),
        Number(_("số ngày đã qua"), gone),
        Number(_("số ngày của nhiệm kỳ"), whole),
        result=Number(EXPECTED, expected, promise.unit),
    )
    ratio = ratio_to(promise, value, expected, working)
    return Weighed(value, day, expected, ratio, over, over or _early(promise))


def average_over(promise: Promise, figures: Sequence[Observed], working: Working) -> Weighed:
    """Judge the mean of the finished years against the target, and show what the remaining years still need."""
    years = range(promise.first_year, promise.last_year + 1)
    latest = latest_of_each_year(figure for figure in figures if figure.day.year in years)
    finished = {year: _value(one) for year, one in latest.items() if one.day >= date(year, 12, 31)}
    target = _target(promise)
    if not finished:
        last = list(latest.values())[-1]
        working.note(_("Chưa hết năm nào của giai đoạn: so số liệu đến kỳ với mức bình quân."))
        value = _value(last)
        return Weighed(value, last.day, target, ratio_to(promise, value, target, working), False, False)
    last_day = latest[max(finished)].day
    mean = _mean(promise, finished, working)
    gaps = [year for year in years if year < max(finished) and year not in finished]
    if gaps:
        working.note(_("Thiếu số liệu của ít nhất một năm đã qua: bình quân chỉ tính trên các năm có số liệu."))
    else:
        _needed(promise, list(finished.values()), len(years), working)
    over = max(finished) == promise.last_year
    return Weighed(mean, last_day, target, ratio_to(promise, mean, target, working), over, over)


def _mean(promise: Promise, finished: dict[int, Decimal], working: Working) -> Decimal:
    values = list(finished.values())
    numbers = [Number(str(year), value, promise.unit) for year, value in finished.items()]
    if promise.grows:
        sign = -1 if promise.direction == "decrease" else 1
        mean = sign * geometric_mean([sign * value for value in values])
        words = _("trung bình nhân của mức tăng các năm: (Π(1 + g))^(1/k) − 1")
    else:
        mean = sum(values, ZERO) / len(values)
        words = _("trung bình cộng các năm có số liệu")
    working.step(_("Bình quân đến nay"), words, *numbers, result=Number(_("bình quân"), mean, promise.unit))
    return mean


def _needed(promise: Promise, values: list[Decimal], years: int, working: Working) -> None:
    target = _target(promise)
    left = years - len(values)
    if left <= 0:
        return
    needed: Decimal | None
    if promise.grows:
        sign = -1 if promise.direction == "decrease" else 1
        grown = growth_needed(sign * target, years, [sign * value for value in values])
        needed = None if grown is None else sign * grown
        words = _("((1 + T)^n ÷ Π(1 + g))^(1/(n − k)) − 1")
    else:
        needed = (target * years - sum(values, ZERO)) / left
        words = _("(chỉ tiêu × số năm − tổng các năm đã qua) ÷ số năm còn lại")
    if needed is not None:
        working.step(
            _("Mức còn cần mỗi năm"),
            words,
            Number(TARGET, target, promise.unit),
            Number(_("số năm của giai đoạn"), years),
            Number(_("số năm còn lại"), left),
            result=Number(_("mỗi năm còn lại cần"), needed, promise.unit),
        )


def unspecified(promise: Promise, figures: Sequence[Observed], working: Working) -> Weighed:
    """Judge as by the last year of the term, and say so; an outright state directly at each figure."""
    if promise.is_outright:
        last = figures[-1]
        value, target = _value(last), _target(promise)
        return Weighed(value, last.day, target, ratio_to(promise, value, target, working), True, True)
    working.note(_("Văn bản không ghi thời gian: xét theo năm cuối của nhiệm kỳ."))
    return by_year(promise, figures, working)


def _current(promise: Promise, figures: Sequence[Observed], working: Working) -> tuple[Decimal, date]:
    """Return the value to be judged and its day: the latest figure, or the sum of a flow over the years."""
    last = figures[-1]
    if not promise.accumulates:
        return _value(last), last.day
    counted = [figure for figure in figures if figure.day.year >= promise.first_year]
    sums = running_sums(counted) or [(last.day, _value(last))]
    latest = latest_of_each_year(counted)
    if len(latest) > 1:
        working.step(
            _("Cộng dồn các năm"),
            _("tổng số phát sinh của từng năm, năm nay tính đến kỳ"),
            *(Number(str(year), _value(one), promise.unit) for year, one in latest.items()),
            result=Number(OBSERVED, sums[-1][1], promise.unit),
        )
    return sums[-1][1], sums[-1][0]


def _value(figure: Observed) -> Decimal:
    if figure.value is None:
        raise ValueError("a figure without a value cannot be measured")
    return figure.value


def _target(promise: Promise) -> Decimal:
    if promise.target is None:
        raise ValueError("a promise without a level cannot be measured")
    return promise.target


METHODS: dict[str, Callable[[Promise, Sequence[Observed], Working], Weighed]] = {
    "annual": annual,
    "by_year": by_year,
    "average_over": average_over,
    "whole_term": whole_term,
    "unspecified": unspecified,
}
