"""Loads the sample papers by the ordinary way: uploaded, read in a process of its own, reviewed, published."""

from __future__ import annotations

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

from dondoc.intake import actions, tasks
from dondoc.intake.models import Review, ReviewItem, Upload
from dondoc.programmes.models import Programme
from dondoc.wards.models import User, Ward


def bring_in(user: User, path: Path) -> Review:
    """Upload and read the paper at `path`; return its review. Raises RuntimeError with the reason when it is not read."""
    file = SimpleUploadedFile(path.name, path.read_bytes())
    assert user.ward is not None
    with scope(ward=user.ward):
        upload = actions.upload(user, user.ward, file)
    tasks.read_upload.func(upload.pk)
    with scope(ward=user.ward):
        upload = Upload.objects.get(pk=upload.pk)
        if upload.state != Upload.State.REVIEW:
            raise RuntimeError(f"{path.name}: {upload.message}")
        return Review.objects.select_related("upload", "ward").get(upload=upload)


def publish_as_read(user: User, review: Review) -> Programme:
    """Accept every item as read and publish; a paper whose number or date is lost is marked as having none."""
    with scope(ward=user.ward):
        actions.set_header(
            user,
            review,
            number=review.number,
            no_number=not review.number,
            date=review.date,
            no_date=review.date is None,
            header={},
        )
        for item in review.items.filter(doubtful=True, state=ReviewItem.State.UNSEEN):
            actions.accept(user, item, item.revision)
        review.refresh_from_db()
        return actions.publish(user, review)


def published(ward: Ward) -> Programme | None:
    """Return the ward's first published programme."""
    with scope(ward=ward):
        return Programme.objects.filter(ward=ward).order_by("pk").first()
