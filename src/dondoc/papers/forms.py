"""Which report is to be written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dondoc.programmes.models import Programme
from dondoc.wards.models import Ward

from . import periods


class ReportForm(forms.Form):
    """A programme, a period that is over, and the date of the paper, which may stay open."""

    programme: forms.ModelChoiceField[Programme] = forms.ModelChoiceField(label=_("Chương trình"), queryset=None)
    period = forms.ChoiceField(label=_("Kỳ báo cáo"))
    date = forms.DateField(
        label=_("Ngày của báo cáo"),
        required=False,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        help_text=_(
            "dd/mm/yyyy; để trống thì điền khi ký. Thể thức theo 36-HD/VPTW đến 26/5/2026, 05-HD/VPTW từ 27/5/2026."
        ),
    )

    def __init__(self, *args: Any, ward: Ward, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programmes = Programme.objects.filter(ward=ward)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]
        self.fields["programme"].initial = programmes.first()
        first = min((p.term_from for p in programmes), default=timezone.localdate().year)
        self.fields["period"].choices = periods.choices(timezone.localdate(), first)  # type: ignore[attr-defined]
