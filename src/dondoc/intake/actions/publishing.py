"""The head of the paper, what still stands in the way, and the publication of the review."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dondoc.audit.actions import record
from dondoc.programmes import actions as programmes
from dondoc.programmes.models import Programme
from dondoc.wards.access import require
from dondoc.wards.models import User
from dondoc.wards.storage import transaction_with_files

from .. import composing
from ..models import Review, ReviewItem, Upload
from .refusals import RefusedError, lock


@transaction.atomic
def set_header(
    user: User,
    review: Review,
    *,
    number: str,
    no_number: bool,
    date: datetime.date | None,
    no_date: bool,
    header: dict[str, Any],
) -> None:
    """Record the paper's number and date (or that it has none yet) and the other fields of its head.

    Raises RefusedError after the publication.
    """
    require(user, "intake.review", review)
    lock(review)
    review.number, review.no_number = number.strip(), no_number and not number.strip()
    review.date, review.no_date = date, no_date and date is None
    review.header = {**review.header, **header}
    review.save()
    record(
        ward=review.ward,
        actor=user,
        verb="review.header",
        target=review,
        label=review.number or _("chưa có số"),
        data={},
    )


def missing_for_publication(review: Review) -> list[str]:
    """Return what still stands between the review and its publication, one sentence each; empty when nothing does."""
    reasons = []
    unseen = review.items.filter(doubtful=True, state=ReviewItem.State.UNSEEN).count()
    if unseen:
        reasons.append(_("Còn %(count)d mục cần xem kỹ chưa được xem.") % {"count": unseen})
    if not review.number and not review.no_number:
        reasons.append(_("Chưa ghi số văn bản, hoặc đánh dấu là chưa có số."))
    if not review.date and not review.no_date:
        reasons.append(_("Chưa ghi ngày ban hành, hoặc đánh dấu là chưa có ngày."))
    return reasons


@transaction_with_files()
def publish(user: User, review: Review) -> Programme:
    """Publish the reviewed reading. Raises RefusedError while something is missing."""
    lock(review)
    review.refresh_from_db(from_queryset=Review.objects.select_related("upload__ward", "upload__replaces"))
    row = review.upload
    missing = missing_for_publication(review)
    if missing:
        raise RefusedError(" ".join(missing))
    items = list(review.items.all())
    paper = programmes.ReviewedPaper(
        reading=composing.compose(review, items),
        number=review.number,
        date=review.date,
        filename=row.filename,
        file=row.file if row.file else None,
        sha256=row.sha256,
        media_type=row.media_type,
        layout=review.layout,
        marks=composing.marks_of(items),
        decisions=composing.decisions_of(items),
    )
    programme = programmes.publish(user, row.ward, paper, replaces=row.replaces)
    review.programme = programme
    review.save(update_fields=["programme"])
    row.state = Upload.State.PUBLISHED
    row.save(update_fields=["state"])
    return programme
