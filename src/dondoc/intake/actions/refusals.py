"""Why an act on a paper on its way in is refused."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..models import ReviewItem


class RefusedError(ValueError):
    """What was asked cannot be done; the message is one sentence for the person who asked."""


class ConflictError(RefusedError):
    """Somebody else changed the item in the meantime; `item` is how it stands now."""

    def __init__(self, item: ReviewItem) -> None:
        who = item.seen_by.full_name if item.seen_by else _("người khác")
        super().__init__(_("%(who)s vừa sửa mục này; hãy xem cả hai bản rồi chọn.") % {"who": who})
        self.item = item
