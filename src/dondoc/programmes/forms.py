"""What a person may ask of the programme page, and the decision on a finding."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .queries import APART, MEASURE_ORDER, Filters
from .sorting import understood
from .standing import GROUPS


def read_filters(query: QueryDict) -> Filters:
    """Return the filters in an address; what is not understood is left out."""

    def number(name: str) -> int | None:
        text = query.get(name, "")
        return int(text) if text.isdigit() else None

    state = query.get("trang_thai", "")
    return Filters(
        text=query.get("tim", "").strip()[:200],
        unit=number("don_vi"),
        chapter=number("muc"),
        state=state if state in {*MEASURE_ORDER, *GROUPS, *APART} else "",
        sort=understood(query.get("xep", "")),
    )


class DecisionForm(forms.Form):
    """What a person decides on a finding: which quote binds, who decided, on what paper."""

    state = forms.ChoiceField(
        label=_("Kết luận"),
        choices=[
            ("decided", _("Đã quyết định")),
            ("awaiting", _("Chờ văn bản đính chính")),
            ("dismissed", _("Không phải lỗi")),
        ],
    )
    binding = forms.TypedChoiceField(
        label=_("Chỗ có hiệu lực"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )
    decided_by_name = forms.CharField(
        label=_("Ai quyết định"),
        required=False,
        max_length=160,
        help_text=_("Người hoặc cơ quan, ví dụ Thường trực Đảng ủy; cần có khi đã quyết định."),
    )
    paper = forms.CharField(label=_("Theo văn bản"), required=False, max_length=200, help_text=_("Số, ký hiệu, ngày."))
    decision = forms.CharField(label=_("Nội dung quyết định"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, quotes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        quoted = [(i, f"“{quote}”") for i, quote in enumerate(quotes)]
        self.fields["binding"].choices = [*quoted, ("", _("chưa chọn chỗ nào"))]  # type: ignore[attr-defined]
        self.several = len(quotes) > 1  # where one quote stands alone there is nothing to choose
        if not self.several:
            del self.fields["binding"]

    def clean(self) -> dict[str, Any]:
        """Ask who decided where a decision is recorded."""
        data = super().clean() or {}
        if data.get("state") == "decided" and not data.get("decided_by_name"):
            self.add_error("decided_by_name", _("Ghi rõ ai quyết định."))
        return data
