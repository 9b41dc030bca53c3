"""Forms of the work pages: report, return, state, initial results."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .evidence import ACCEPT, check_file
from .models import Assignment, Occurrence, TaskState

SAID = [
    (TaskState.IN_PROGRESS, _("Đang thực hiện")),
    (TaskState.DONE, _("Đã hoàn thành")),
    (TaskState.NOT_STARTED, _("Chưa thực hiện")),
]


class DayField(forms.DateField):
    """A day as dd/mm/yyyy, or as a browser's own date control sends it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "autocomplete": "off"})
        super().__init__(
            widget=widget,
            input_formats=["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"],
            error_messages={"invalid": _("Ghi ngày kiểu 22/11/2026.")},
            **kwargs,
        )


class ManyFilesInput(forms.ClearableFileInput):
    """A file control that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Evidence files: each checked for kind, size and content."""

    def __init__(self, **kwargs: Any) -> None:
        widget = ManyFilesInput(attrs={"accept": ACCEPT})
        super().__init__(required=False, widget=widget, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        for one in files:
            super().clean(one, initial)
            check_file(one)
        return files


class ReportForm(forms.Form):
    """What a unit reports on a task."""

    occurrence: forms.ModelChoiceField[Occurrence] = forms.ModelChoiceField(
        label=_("Kỳ"), queryset=None, required=False, empty_label=_("Cả nhiệm vụ")
    )
    state = forms.ChoiceField(
        label=_("Tình hình"), choices=SAID, widget=forms.RadioSelect, initial=TaskState.IN_PROGRESS
    )
    text = forms.CharField(
        label=_("Kết quả đến nay"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Một, hai câu: đã làm gì, còn gì, vướng ở đâu."),
    )
    finished_on = DayField(label=_("Hoàn thành ngày"), required=False, help_text=_("Ghi khi đã hoàn thành."))
    files = FilesField(  # type: ignore[assignment]
        label=_("Minh chứng"), help_text=_("PDF, ảnh, Word, Excel; mỗi tệp đến 20 MB, không chứa nội dung mật.")
    )

    def __init__(self, *args: Any, assignment: Assignment, on: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = Occurrence.objects.filter(assignment=assignment, start__lte=on).exclude(state=TaskState.DONE)
        field = self.fields["occurrence"]
        if assignment.time_kind in (Assignment.TimeKind.RECURRING, Assignment.TimeKind.CONTINUOUS):
            field.queryset = choices.order_by("end")  # type: ignore[attr-defined]
            # A duty of each quarter is reported for the running one, a recurring task for the oldest that is open.
            newest = assignment.time_kind == Assignment.TimeKind.CONTINUOUS
            field.initial = choices.order_by("-end" if newest else "end").first()
        else:
            del self.fields["occurrence"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("state") == TaskState.IN_PROGRESS and not cleaned.get("text", "").strip():
            self.add_error("text", ValidationError(_("Ghi kết quả đến nay bằng một, hai câu.")))
        return cleaned


class ReturnForm(forms.Form):
    """Why a report or a figure is returned."""

    reason = forms.CharField(label=_("Lý do trả lại"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class StateForm(forms.Form):
    """A state that is set by whoever assigned, with a reason."""

    state = forms.ChoiceField(
        label=_("Trạng thái"),
        choices=[
            (TaskState.SUSPENDED, _("Tạm dừng")),
            (TaskState.DROPPED, _("Không còn phù hợp")),
            (TaskState.IN_PROGRESS, _("Thực hiện tiếp")),
        ],
    )
    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class InitialForm(forms.Form):
    """One row of the table of initial results; a row without a state is left as it is."""

    state = forms.ChoiceField(
        label=_("Kết quả"),
        required=False,
        choices=[
            ("", _("chưa nhập")),
            (TaskState.DONE, _("đã hoàn thành")),
            (TaskState.IN_PROGRESS, _("đang thực hiện")),
            (TaskState.NOT_STARTED, _("chưa thực hiện")),
            (TaskState.DROPPED, _("không còn phù hợp")),
        ],
    )
    finished_on = DayField(label=_("Hoàn thành ngày"), required=False)
    text = forms.CharField(label=_("Tóm tắt kết quả"), required=False, max_length=1000)
