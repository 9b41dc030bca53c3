"""What the audit log says about people, units and settings."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dondoc.audit.models import Entry
from dondoc.audit.sentences import sentence

FIELDS = {
    "full_name": gettext_lazy("họ và tên"),
    "position": gettext_lazy("chức vụ"),
    "role": gettext_lazy("vai trò"),
    "unit": gettext_lazy("đơn vị"),
    "name": gettext_lazy("tên"),
    "short_name": gettext_lazy("tên ngắn"),
    "kind": gettext_lazy("loại"),
    "aliases": gettext_lazy("tên gọi khác"),
    "guarded": gettext_lazy("quốc phòng, an ninh"),
    "parent_party_name": gettext_lazy("đảng bộ cấp trên"),
    "signature_form": gettext_lazy("thể thức ký thay mặt"),
    "soon_days": gettext_lazy("số ngày báo sắp đến hạn"),
    "soon_days_monthly": gettext_lazy("số ngày báo sắp đến hạn với việc hằng tháng"),
    "figures_due_day": gettext_lazy("ngày phải có số liệu"),
    "cutoff_day": gettext_lazy("ngày chốt"),
    "risk_ratio": gettext_lazy("ngưỡng nguy cơ"),
}


def changes(data: dict[str, Any]) -> str:
    """Return "chức vụ từ “…” thành “…”; …" of before and after."""
    told = [
        _("%(field)s từ “%(before)s” thành “%(after)s”")
        % {"field": FIELDS.get(name, name), "before": _plain(pair[0]), "after": _plain(pair[1])}
        for name, pair in data.items()
    ]
    return "; ".join(told)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _name(entry: Entry) -> dict[str, str]:
    return {"name": entry.object_label, "changes": changes(entry.data)}


@sentence("person.add", gettext_lazy("thêm người"))
def person_added(entry: Entry) -> str:
    """Tell who was added."""
    return _("Thêm %(name)s vào danh sách người dùng.") % {"name": entry.object_label}


@sentence("person.change", gettext_lazy("sửa người"))
def person_changed(entry: Entry) -> str:
    """Tell what changed of a person."""
    return _("Sửa %(name)s: %(changes)s.") % _name(entry)


@sentence("person.deactivate", gettext_lazy("ngừng tài khoản"))
def person_deactivated(entry: Entry) -> str:
    """Tell who can no longer sign in."""
    return _("Ngừng tài khoản của %(name)s.") % {"name": entry.object_label}


@sentence("person.reactivate", gettext_lazy("mở lại tài khoản"))
def person_reactivated(entry: Entry) -> str:
    """Tell who can sign in again."""
    return _("Mở lại tài khoản của %(name)s.") % {"name": entry.object_label}


@sentence("person.password", gettext_lazy("cấp mật khẩu"))
def password_given(entry: Entry) -> str:
    """Tell who was given a new password."""
    return _("Cấp mật khẩu mới cho %(name)s.") % {"name": entry.object_label}


@sentence("person.own-password", gettext_lazy("đổi mật khẩu"))
def password_changed(entry: Entry) -> str:
    """Tell who changed the own password."""
    return _("Tự đổi mật khẩu.")


@sentence("unit.add", gettext_lazy("thêm đơn vị"))
def unit_added(entry: Entry) -> str:
    """Tell which unit was added."""
    return _("Thêm đơn vị %(name)s.") % {"name": entry.object_label}


@sentence("unit.change", gettext_lazy("sửa đơn vị"))
def unit_changed(entry: Entry) -> str:
    """Tell what changed of a unit."""
    return _("Sửa đơn vị %(name)s: %(changes)s.") % _name(entry)


@sentence("unit.retire", gettext_lazy("ngừng đơn vị"))
def unit_retired(entry: Entry) -> str:
    """Tell which unit gets no more work."""
    return _("Đưa %(name)s ra khỏi danh sách giao việc.") % {"name": entry.object_label}


@sentence("unit.restore", gettext_lazy("dùng lại đơn vị"))
def unit_restored(entry: Entry) -> str:
    """Tell which unit gets work again."""
    return _("Đưa %(name)s trở lại danh sách giao việc.") % {"name": entry.object_label}


@sentence("ward.settings", gettext_lazy("sửa cài đặt"))
def settings_changed(entry: Entry) -> str:
    """Tell what changed of the settings."""
    return _("Sửa cài đặt: %(changes)s.") % _name(entry)
