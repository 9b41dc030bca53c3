"""Why an act on a paper on its way in is refused."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..models import Review, ReviewItem, Upload


class RefusedError(ValueError):
    """What was asked cannot be done; the message is one sentence for the person who asked."""


class ConflictError(RefusedError):
    """Somebody else changed the item in the meantime; `item` is how it stands now."""

    def __init__(self, item: ReviewItem) -> None:
        who = item.seen_by.full_name if item.seen_by else _("người khác")
        super().__init__(_("%(who)s vừa sửa mục này; hãy xem cả hai bản rồi chọn.") % {"who": who})
        self.item = item


def lock(review: Review) -> None:
    """Lock a review within the caller's transaction; raise RefusedError when its paper is no longer in review."""
    Review.objects.select_for_update().get(pk=review.pk)
    # Asked of the database, not of the row in hand: somebody may have published it since that was read.
    if not Upload.objects.filter(pk=review.upload_id, state=Upload.State.REVIEW).exists():
        raise RefusedError(_("Bản này không còn trong rà soát."))
