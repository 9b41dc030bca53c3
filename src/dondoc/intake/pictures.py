"""The pages of a paper as they look: drawn once, several by one process, then kept beside the file."""

from __future__ import annotations

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from . import actions, process
from .models import Review, Upload

AHEAD = 4  # pages drawn together when somebody is faster than the background job


def has_pages(upload: Upload) -> bool:
    """Say whether the file has pages that can be shown as they look."""
    return bool(upload.file) and (upload.media_type == "application/pdf" or upload.media_type.startswith("image/"))


def page_count(review: Review) -> int:
    """Return how many pages the review shows."""
    return len(review.layout.get("pages", [])) if has_pages(review.upload) else 0


def stored(upload: Upload, number: int) -> bytes:
    """Return page `number` (1-based) as WebP, drawing it and the next ones first where need be; empty if it cannot be."""
    name = _name(upload, number)
    if not default_storage.exists(name):
        draw(upload, number, number + AHEAD - 1)
    if not default_storage.exists(name):
        return b""
    with default_storage.open(name) as file:
        return bytes(file.read())


def draw(upload: Upload, first: int, last: int) -> None:
    """Draw the pages `first` to `last` that are not kept yet."""
    while first <= last and default_storage.exists(_name(upload, first)):
        first += 1
    if first > last:
        return
    for number, picture in process.page_pictures(Path(upload.file.path), first, last):
        name = _name(upload, number)
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(picture))


def _name(upload: Upload, number: int) -> str:
    return f"{actions.PICTURES}/{upload.pk}/{upload.sha256[:12]}-{number}.webp"
