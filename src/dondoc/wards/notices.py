"""The line that says what was done; it stays on the page, with "Hoàn tác" where there is a way back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest


def say(request: HttpRequest, text: object, *, undo: str = "") -> None:
    """Show `text` on the next page; `undo` is the address to which "Hoàn tác" posts."""
    messages.success(request, str(text), extra_tags=undo)


def warn(request: HttpRequest, text: object) -> None:
    """Show `text` as something that was not done."""
    messages.warning(request, str(text))
