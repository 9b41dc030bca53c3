"""Forms of the measure page: a figure, and what people decide about a measure."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.measure.cadence import PeriodKind, ReportPeriod, report_period
from dondoc.measure.status import ASSESSABLE, LABELS
from dondoc.programmes.models import Measure
from dondoc.work.forms import DayField, FilesField

from .figures import read_figure


class FigureField(forms.CharField):
    """A figure as Vietnam writes it (1.234,5); empty is none."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "so num", "autocomplete": "off"})
        super().__init__(required=False, max_length=60, widget=widget, **kwargs)

    def clean(self, value: Any) -> Decimal | None:
        text = (super().clean(value) or "").strip()
        return read_figure(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        return format(value.normalize(), "f").replace(".", ",") if isinstance(value, Decimal) else value


class FigureForm(forms.Form):
    """The figure of a period."""

    period = forms.ChoiceField(label=_("Kỳ"))
    value = FigureField(label=_("Số liệu"), help_text=_("Ghi kiểu 1.234,5."))
    absolute = FigureField(label=_("Hoặc số tuyệt đối của kỳ"))
    absolute_before = FigureField(
        label=_("và của cùng kỳ năm trước"), help_text=_("Mức tăng, giảm được tính từ hai số này.")
    )
    assessed = forms.ChoiceField(label=_("Đánh giá"), required=False)
    note = forms.CharField(
        label=_("Nguồn số liệu, ghi chú"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    correction_reason = forms.CharField(
        label=_("Lý do sửa"),
        required=False,
        max_length=1000,
        help_text=_("Ghi khi kỳ đã có số được xác nhận hoặc đã chốt."),
    )
    files = FilesField(  # type: ignore[assignment]
        label=_("Minh chứng"), help_text=_("PDF, ảnh, Word, Excel; mỗi tệp đến 20 MB, không chứa nội dung mật.")
    )

    def __init__(self, *args: Any, measure: Measure, periods: list[ReportPeriod], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods = {one.end.isoformat(): one for one in periods}
        self.fields["period"].choices = [(key, one.label) for key, one in self.periods.items()]  # type: ignore[attr-defined]
        if measure.direction == "qualitative":
            self.fields["assessed"].choices = [(one.value, LABELS[one].capitalize()) for one in ASSESSABLE]  # type: ignore[attr-defined]
            self.fields["assessed"].required = True
            dropped: tuple[str, ...] = ("value", "absolute", "absolute_before")
        elif measure.direction in ("increase", "decrease"):
            dropped = ("assessed",)
        else:
            dropped = ("assessed", "absolute", "absolute_before")
        for name in dropped:
            del self.fields[name]
        if "value" in self.fields and measure.unit:
            self.fields["value"].label = f"{_('Số liệu')} ({measure.unit})"
        if "absolute" not in self.fields and "value" in self.fields:
            self.fields["value"].required = True
        if measure.nature == "flow" and "value" in self.fields:
            self.fields["value"].help_text = _("Lũy kế từ đầu năm đến hết kỳ, kiểu 1.234,5.")

    def clean_period(self) -> ReportPeriod:
        return self.periods[self.cleaned_data["period"]]


class NatureForm(forms.Form):
    """Whether a measure is a rate, a flow or a level; of a range also whether its upper end may not be passed."""

    nature = forms.ChoiceField(label=_("Loại thước đo"), choices=Measure.Nature.choices)
    ceiling = forms.BooleanField(
        label=_("Mức trên là trần"),
        required=False,
        help_text=_("Vượt mức trên là không đạt; để trống thì vượt mức trên là vượt chỉ tiêu."),
    )

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"nature": measure.nature, "ceiling": measure.ceiling})
        super().__init__(*args, **kwargs)
        if measure.direction != "range":
            del self.fields["ceiling"]


class BaselineForm(forms.Form):
    """The baseline and its year; both empty takes them away."""

    value = FigureField(label=_("Số gốc"))
    year = forms.IntegerField(
        label=_("Năm của số gốc"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )


class MilestonesForm(forms.Form):
    """The planned values of the years before the target's."""

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planned = {one.year: one.value for one in measure.milestones.all()}
        last = measure.year_to or measure.programme.term_to
        for year in range(measure.programme.term_from, last):
            self.fields[f"y{year}"] = FigureField(label=str(year), initial=planned.get(year))

    def values(self) -> dict[int, Decimal]:
        """Return the years that were given a value."""
        return {int(name[1:]): value for name, value in self.cleaned_data.items() if value is not None}


class AsideForm(forms.Form):
    """Why a measure does not apply yet, and since when; an empty reason applies it again."""

    reason = forms.CharField(
        label=_("Lý do chưa áp dụng"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    since = DayField(label=_("Từ ngày"), required=False)


# The kinds of period that are closed, and how many of each a year has.
CLOSED_KINDS: tuple[tuple[PeriodKind, object, int], ...] = (
    ("quarter", _("Quý"), 4), ("half_year", _("6 tháng"), 2), ("nine_months", _("9 tháng"), 1), ("year", _("Năm"), 1),
    ("month", _("Tháng"), 12),
)  # fmt: skip
YEARS_TO_CLOSE = 2


class CloseForm(forms.Form):
    """Which of the periods that are over is closed."""

    period = forms.ChoiceField(label=_("Kỳ"))
    reason = forms.CharField(
        label=_("Lý do chốt lại"), required=False, max_length=1000, help_text=_("Ghi khi kỳ đã chốt một lần.")
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods: dict[str, ReportPeriod] = {}
        groups = []
        for kind, word, number in CLOSED_KINDS:
            over = [
                one
                for year in range(today.year, today.year - YEARS_TO_CLOSE, -1)
                for at in range(number, 0, -1)
                if (one := report_period(kind, year, at)).end <= today
            ]
            keys = {f"{kind}-{one.end.isoformat()}": one for one in over}
            self.periods |= keys
            groups.append((word, [(key, one.label) for key, one in keys.items()]))
        self.fields["period"].choices = [group for group in groups if group[1]]  # type: ignore[attr-defined]

    def clean_period(self) -> ReportPeriod:
        return self.periods[self.cleaned_data["period"]]
