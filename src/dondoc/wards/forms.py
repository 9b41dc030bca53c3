"""Forms of the settings pages and of one's own page."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from django_scopes.forms import SafeModelChoiceField

from .models import Unit, User, Ward
from .queries import units_to_choose

WARD_ROLES = [(role.value, role.label) for role in User.Role if role not in {User.Role.CITY, User.Role.ADMINISTRATOR}]


class PersonForm(forms.ModelForm[User]):
    """Name, office, role and unit of a person of a ward; opened within the scope of that ward."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=WARD_ROLES)
    unit = SafeModelChoiceField(
        label=_("Đơn vị"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("(không thuộc đơn vị nào)"),
        help_text=_("Cần có khi vai trò là đơn vị."),
    )

    class Meta:
        model = User
        fields = ["full_name", "position", "role", "unit"]
        labels = {"full_name": _("Họ và tên"), "position": _("Chức vụ")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["full_name"].required = True
        unit = self.fields["unit"]
        assert isinstance(unit, SafeModelChoiceField)
        unit.queryset = units_to_choose()

    def clean(self) -> dict[str, Any]:
        """Ask for the unit of a person who reports for one."""
        data = super().clean() or {}
        if data.get("role") == User.Role.UNIT and not data.get("unit"):
            self.add_error("unit", _("Chọn đơn vị mà người này báo cáo."))
        return data


class NewPersonForm(PersonForm):
    """A new person, with the name to sign in by and a first password."""

    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9.-]{2,}$",
        label=_("Tên đăng nhập"),
        help_text=_("Chữ thường không dấu, số, dấu chấm; ví dụ: vanphong.tenphuong."),
        error_messages={"invalid": _("Chỉ dùng chữ thường không dấu, số, dấu chấm và gạch nối, ít nhất 3 ký tự.")},
    )
    password = forms.CharField(
        label=_("Mật khẩu đầu tiên"),
        help_text=_("Ít nhất 14 ký tự. Trao tận tay; người nhận tự đổi tại trang cá nhân."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ["username", "full_name", "position", "role", "unit", "password"]

    def clean_username(self) -> str:
        """Refuse a name that somebody signs in by."""
        username = str(self.cleaned_data["username"])
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("Tên đăng nhập này đã có người dùng."))
        return username

    def clean_password(self) -> str:
        """Refuse a password that is too short or too common."""
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password


class UnitForm(forms.ModelForm[Unit]):
    """A unit and the other names by which papers call it, one a line."""

    other_names = forms.CharField(
        label=_("Tên gọi khác"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một tên, như trong văn bản. Dùng để nhận ra đơn vị khi đọc văn bản."),
    )

    class Meta:
        model = Unit
        fields = ["name", "short_name", "guarded"]
        labels = {"name": _("Tên"), "short_name": _("Tên ngắn"), "guarded": _("Đơn vị quốc phòng, an ninh")}
        help_texts = {
            "short_name": _("Hiện trong bảng, ví dụ: VP Đảng ủy."),
            "guarded": _("Việc của đơn vị này chỉ đơn vị, lãnh đạo, văn phòng và giám sát xem được."),
        }

    field_order = ["name", "short_name", "other_names", "guarded"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["other_names"].initial = "\n".join(self.instance.aliases)

    def changes(self) -> dict[str, Any]:
        """Return what the actions take."""
        data = dict(self.cleaned_data)
        lines = data.pop("other_names").splitlines()
        data["aliases"] = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
        return data


class SettingsForm(forms.ModelForm[Ward]):
    """The rules of time and measure of a ward, and the forms of its papers."""

    class Meta:
        model = Ward
        fields = [
            "soon_days",
            "soon_days_monthly",
            "figures_due_day",
            "cutoff_day",
            "risk_ratio",
            "parent_party_name",
            "signature_form",
        ]
        labels = {
            "soon_days": _("Báo sắp đến hạn trước (ngày)"),
            "soon_days_monthly": _("Với việc hằng tháng, trước (ngày)"),
            "figures_due_day": _("Số liệu phải có vào ngày (của tháng sau kỳ)"),
            "cutoff_day": _("Ngày chốt số liệu"),
            "risk_ratio": _("Ngưỡng nguy cơ"),
            "parent_party_name": _("Đảng bộ cấp trên"),
            "signature_form": _("Thể thức ký thay mặt"),
        }
        help_texts = {
            "cutoff_day": _("0 là ngày cuối kỳ."),
            "risk_ratio": _("Dưới mức cần đạt nhưng từ ngưỡng này trở lên là nguy cơ; thấp hơn là chậm."),
            "parent_party_name": _("Dòng trên cùng của văn bản, ví dụ: Thành ủy Hải Phòng."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["risk_ratio"] = str(self.instance.risk_ratio.normalize()).replace(".", ",")
        self.fields["risk_ratio"].widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "num"})
        self.fields["risk_ratio"].localize = True

    def clean(self) -> dict[str, Any]:
        """Keep each number where it means something."""
        data = super().clean() or {}
        bounds = {
            "soon_days": (1, 180),
            "soon_days_monthly": (1, 28),
            "figures_due_day": (1, 28),
            "cutoff_day": (0, 28),
        }
        for name, (low, high) in bounds.items():
            if name in data and not low <= data[name] <= high:
                self.add_error(name, _("Từ %(low)s đến %(high)s.") % {"low": low, "high": high})
        ratio = data.get("risk_ratio")
        if ratio is not None and not Decimal("0.5") <= ratio < 1:
            self.add_error("risk_ratio", _("Từ 0,5 đến dưới 1."))
        return data


class LookForm(forms.ModelForm[User]):
    """How a person wants to read."""

    class Meta:
        model = User
        fields = ["large_type", "theme", "language"]
        labels = {"large_type": _("Chữ lớn"), "theme": _("Nền trang"), "language": _("Ngôn ngữ")}
        widgets = {"theme": forms.RadioSelect, "language": forms.RadioSelect}
