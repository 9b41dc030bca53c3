"""Forms of intake: upload, the head of the paper, and one editor for each kind of item."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any, get_args
from unicodedata import normalize

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.language.numbers import parse_number
from dondoc.programme import model as format_
from dondoc.programmes.words import DIRECTIONS, PERIODS, RECURRENCES, SECTION_KINDS


class UploadForm(forms.Form):
    """A file, and whether it amends a published programme."""

    file = forms.FileField(
        label=_("Tệp văn bản"),
        help_text=_("Word, PDF, ảnh quét, HTML, Markdown hoặc văn bản thuần, đến 50 MB."),
        error_messages={"required": _("Chọn tệp văn bản."), "empty": _("Tệp rỗng, không có gì để đọc.")},
    )
    not_secret = forms.BooleanField(
        label=_("Văn bản không thuộc danh mục bí mật nhà nước"),
        error_messages={"required": _("Đánh dấu vào ô này, rồi chọn lại tệp: văn bản mật không được tải lên đây.")},
    )


class NumberField(forms.CharField):
    """A number as Vietnam writes it (1.234,5); empty is none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False, widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "so"}), **kwargs
        )

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value).strip()
        if not text:
            return None
        number = parse_number(text)
        if number is None:
            raise forms.ValidationError(_("Ghi số theo kiểu 1.234,5."))
        return number

    def prepare_value(self, value: Any) -> str:
        if value in (None, ""):
            return ""
        text = str(value)
        try:
            return format(Decimal(text).normalize(), "f").replace(".", ",")
        except ArithmeticError:
            return text


class LinesField(forms.CharField):
    """A list, one entry a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 2}), **kwargs)

    def clean(self, value: Any) -> list[str]:
        return [" ".join(line.split()) for line in (value or "").splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> str:
        return "\n".join(value) if isinstance(value, list) else (value or "")


class MomentField(forms.CharField):
    """A year, quarter, month or day as a clerk writes it (2026, quý IV/2025, 3/2026, 31/12/2026), kept as the format has it."""

    ROMAN = ("", "I", "II", "III", "IV")
    QUARTER = re.compile(r"(?:quý|q)\s*(IV|I{1,3}|[1-4])\s*(?:/|năm)\s*(\d{4})", re.IGNORECASE)
    WRITTEN = re.compile(
        r"(?:(?:tháng\s*)?(?:(?P<day>\d{1,2})\s*/\s*)?(?P<month>\d{1,2})\s*/\s*)?(?P<year>\d{4})", re.I
    )
    KEPT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")

    def __init__(self, *, quarters: bool = True, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=20, **kwargs)
        self.quarters = quarters

    def to_python(self, value: Any) -> str:
        text = normalize("NFC", super().to_python(value) or "")
        if not text:
            return ""
        quarter = self.QUARTER.fullmatch(text) if self.quarters else None
        if quarter:
            number = quarter[1].upper()
            return f"Q{number if number.isdigit() else self.ROMAN.index(number)}/{quarter[2]}"
        found = self.KEPT.fullmatch(text) or self.WRITTEN.fullmatch(text)
        if found is None:
            raise forms.ValidationError(_("Ghi năm, tháng/năm hoặc ngày/tháng/năm: 2026, 3/2026, 31/12/2026."))
        return self._checked(*(int(found[name] or 0) for name in ("year", "month", "day")))

    def _checked(self, year: int, month: int, day: int) -> str:
        try:
            datetime.date(year, month or 1, day or 1)
        except ValueError as error:
            raise forms.ValidationError(_("Không có ngày, tháng này trong lịch.")) from error
        return "-".join([str(year), *(f"{part:02}" for part in (month, day) if part)])

    def prepare_value(self, value: Any) -> Any:
        text = str(value or "")
        if kept := self.KEPT.fullmatch(text):
            return "/".join(part for part in (kept["day"], kept["month"], kept["year"]) if part)
        if quarter := self.QUARTER.fullmatch(text):
            return f"quý {self.ROMAN[int(quarter[1])]}/{quarter[2]}" if quarter[1].isdigit() else text
        return value


class ItemForm(forms.Form):
    """Base of the editors: what the form leaves empty becomes null in the format."""

    NULLABLE: tuple[str, ...] = ()

    def item_data(self) -> dict[str, Any]:
        """Return the changed fields as the format has them."""
        return {
            name: None if name in self.NULLABLE and value in ("", None) else value
            for name, value in self.cleaned_data.items()
        }


class MeasureForm(ItemForm):
    """One measure of a target or task."""

    NULLABLE = ("low", "high", "unit", "per", "year_from", "year_to", "parent_measure")

    name = forms.CharField(label=_("Tên thước đo"))
    direction = forms.ChoiceField(label=_("Chiều"), choices=list(DIRECTIONS.items()))
    low = NumberField(label=_("Từ"))
    high = NumberField(label=_("Đến"))
    unit = forms.CharField(label=_("Đơn vị"), required=False)
    per = forms.CharField(label=_("Tính trên mỗi (dân, hộ …)"), required=False)
    period = forms.ChoiceField(label=_("Kỳ"), choices=list(PERIODS.items()))
    year_from = forms.IntegerField(label=_("Từ năm"), required=False, min_value=1990, max_value=2100)
    year_to = forms.IntegerField(label=_("Đến năm"), required=False, min_value=1990, max_value=2100)
    parent_measure = forms.CharField(label=_("Là phần của thước đo"), required=False)

    def has_changed(self) -> bool:
        """Say whether anything was typed; a row for one more measure whose lists stand as they came holds nothing."""
        changed = set(self.changed_data)
        return bool(changed - {"direction", "period"}) if self.empty_permitted else bool(changed)

    def has_changed_or_kept(self) -> bool:
        """Say whether the row holds a measure: one that was there, or one that was typed in."""
        return bool(self.cleaned_data.get("name"))

    def item_data(self) -> dict[str, Any]:
        """Return the measure with its numbers as text, so that none becomes a float."""
        data = super().item_data()
        data.pop("DELETE", None)
        return {k: str(v) if isinstance(v, Decimal) else v for k, v in data.items()}


MeasureFormSet = forms.formset_factory(MeasureForm, extra=1, can_delete=True)


class IndicatorForm(ItemForm):
    """A target."""

    NULLABLE = ("label",)

    label = forms.CharField(label=_("Số mục"), required=False, max_length=20)
    text = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 4}))


class TaskForm(ItemForm):
    """A task of the body or a row of an appendix."""

    NULLABLE = ("row", "resource", "start", "finish", "recurrence", "time_text")

    text = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 4}))
    leads = LinesField(label=_("Chủ trì (mỗi đơn vị một dòng)"))
    coordinating = LinesField(label=_("Phối hợp"))
    start = MomentField(label=_("Bắt đầu (2026, quý IV/2025, 3/2026)"))
    finish = MomentField(label=_("Hoàn thành"))
    recurrence = forms.ChoiceField(label=_("Lặp lại"), choices=[("", "—"), *RECURRENCES.items()], required=False)
    resource = forms.CharField(label=_("Nguồn lực"), required=False)
    row = forms.CharField(label=_("Dòng của phụ lục"), required=False, max_length=20)


class AssignmentForm(ItemForm):
    """A sentence of the assignment clause."""

    text = forms.CharField(label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 3}))
    leads = LinesField(label=_("Chủ trì"))
    coordinating = LinesField(label=_("Phối hợp"))
    advisory = LinesField(label=_("Tham mưu"))
    reports_to = LinesField(label=_("Báo cáo với"))


class SectionForm(ItemForm):
    """A heading."""

    NULLABLE = ("label", "title")

    label = forms.CharField(label=_("Số mục"), required=False, max_length=60)
    title = forms.CharField(label=_("Tên mục"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label=_("Loại"), choices=[(k, SECTION_KINDS[k]) for k in get_args(format_.SectionKind)])


class ReferenceForm(ItemForm):
    """A document that the paper cites."""

    NULLABLE = ("number", "date", "issuer", "title")

    kind = forms.CharField(label=_("Loại"))
    number = forms.CharField(label=_("Số, ký hiệu"), required=False)
    date = MomentField(label=_("Ngày (26/9/2025)"), quarters=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), required=False)
    title = forms.CharField(label=_("Trích yếu"), required=False)


class DeliverableForm(ItemForm):
    """A document to be drafted."""

    kind = forms.CharField(label=_("Loại"))
    title = forms.CharField(label=_("Tên"))


class RecipientForm(ItemForm):
    """One line of Nơi nhận."""

    text = forms.CharField(label=_("Nơi nhận"))


class HeaderForm(forms.Form):
    """The head of the paper: what the text has lost is asked for, never guessed."""

    number = forms.CharField(label=_("Số, ký hiệu"), required=False, max_length=60)
    no_number = forms.BooleanField(label=_("Văn bản chưa có số"), required=False)
    date = forms.DateField(
        label=_("Ngày ban hành"),
        required=False,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "dd/mm/yyyy"}),
    )
    no_date = forms.BooleanField(label=_("Chưa có ngày"), required=False)
    title = forms.CharField(label=_("Tên văn bản"), widget=forms.Textarea(attrs={"rows": 2}))
    about = forms.CharField(label=_("Trích yếu"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    issuer = forms.CharField(label=_("Cơ quan ban hành"), required=False)
    term = forms.RegexField(r"^\d{4}(-\d{4})?$", label=_("Nhiệm kỳ, giai đoạn"), required=False)
    signer = forms.CharField(label=_("Người ký"), required=False)
    signer_role = forms.CharField(label=_("Chức vụ người ký"), required=False)


EDITORS: dict[str, type[ItemForm]] = {
    "indicator": IndicatorForm,
    "task": TaskForm,
    "assignment": AssignmentForm,
    "section": SectionForm,
    "reference": ReferenceForm,
    "deliverable": DeliverableForm,
    "recipient": RecipientForm,
}
