"""Sign-in by account name and password, through allauth, closed to anybody whom no administrator has added."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import ChangePasswordForm, LoginForm
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .middleware import touch
from .models import User


class WardBackend(AuthenticationBackend):
    """Reads the person together with ward, unit and region: one query a request."""

    def get_user(self, user_id: Any) -> User | None:
        """Return the person who may sign in, or None."""
        user = User.objects.select_related("ward", "unit", "region").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


class Adapter(DefaultAccountAdapter):
    """Our words for allauth's refusals; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Tên đăng nhập hoặc mật khẩu chưa đúng."),
        "too_many_login_attempts": _(
            "Đã sai mật khẩu 5 lần. Tài khoản này tạm khóa 5 phút, sau đó đăng nhập lại được."
        ),
        "enter_current_password": _("Mật khẩu hiện tại chưa đúng."),
        "account_inactive": _("Tài khoản này đã ngừng hoạt động."),
        "password_mismatch": _("Hai lần nhập mật khẩu mới khác nhau."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: an administrator adds people."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Stay silent: our pages say themselves what was done."""


class SignInForm(LoginForm):
    """Account name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label = _("Tên đăng nhập"), _("Mật khẩu")
        login.error_messages["required"] = _("Nhập tên đăng nhập.")
        password.error_messages["required"] = _("Nhập mật khẩu.")
        login.widget.attrs = {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
            "autofocus": True,
        }
        password.widget.attrs = {"autocomplete": "current-password"}
        password.help_text = ""


class PasswordForm(ChangePasswordForm):
    """One's own new password, twice, and the present one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": _("Mật khẩu hiện tại"),
            "password1": _("Mật khẩu mới"),
            "password2": _("Nhập lại mật khẩu mới"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].help_text = ""
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password1"].help_text = _("Ít nhất 14 ký tự; một câu ngắn dễ nhớ là tốt nhất.")

    def save(self) -> None:
        """Change the password and write that it was changed."""
        from .actions import note_own_password

        super().save()
        note_own_password(self.user)


@receiver(user_logged_in)
def start_session(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Start the clock of the idle lock."""
    touch(request)
