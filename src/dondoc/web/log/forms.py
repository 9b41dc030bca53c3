"""The filter of the audit log; it lives in the address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dondoc.audit.queries import Filter, actors
from dondoc.audit.sentences import verbs


class LogFilter(forms.Form):
    """Who, which act, which object, from when to when."""

    tim = forms.CharField(label=_("Tìm đối tượng"), required=False)
    ai = forms.TypedChoiceField(label=_("Người"), required=False, coerce=int, empty_value=None)
    viec = forms.ChoiceField(label=_("Việc"), required=False)
    tu = forms.DateField(label=_("Từ ngày"), required=False)
    den = forms.DateField(label=_("Đến ngày"), required=False)

    def __init__(self, *args: Any, wards: list[int] | None, object_types: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.object_types = object_types
        people, acts = self.fields["ai"], self.fields["viec"]
        assert isinstance(people, forms.ChoiceField)
        assert isinstance(acts, forms.ChoiceField)
        people.choices = [("", _("Mọi người")), *actors(wards)]
        acts.choices = [("", _("Mọi việc")), *((code, verb.word) for code, verb in sorted(verbs().items()))]
        for name in ("tu", "den"):
            self.fields[name].widget.attrs |= {"placeholder": "dd/mm/yyyy", "inputmode": "numeric", "size": "10"}

    def wanted(self) -> Filter:
        """Return the filter; what could not be read filters nothing."""
        if not self.is_bound or (not self.is_valid() and not hasattr(self, "cleaned_data")):
            return Filter(object_types=self.object_types)
        data = self.cleaned_data
        return Filter(
            person=data.get("ai"),
            verb=data.get("viec", ""),
            words=data.get("tim", ""),
            first=data.get("tu"),
            last=data.get("den"),
            object_types=self.object_types,
        )

    def number(self) -> int:
        """Say how many filters leave something out."""
        wanted = self.wanted()
        return sum(bool(one) for one in (wanted.person, wanted.verb, wanted.words, wanted.first, wanted.last))
