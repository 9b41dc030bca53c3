"""Pages of a paper as they look: several drawn by one process, each once."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dondoc.intake import actions, pictures, process, tasks
from dondoc.intake.models import Review

PDF = Path(__file__).parents[1] / "fixtures/do-son.pdf"


def test_several_pages_come_from_one_process():
    drawn = list(process.page_pictures(PDF, 2, 4))
    assert [number for number, _ in drawn] == [2, 3, 4]
    assert all(picture[:4] == b"RIFF" and len(picture) <= 180_000 for _, picture in drawn)


def test_what_cannot_be_drawn_ends_the_row(tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    assert list(process.page_pictures(broken, 1, 3)) == []
    assert list(process.page_pictures(PDF, 90, 95)) == []


@pytest.mark.django_db
def test_pages_are_drawn_ahead_once_and_served_to_the_office_only(cast, settings, tmp_path, as_person, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    home = cast.home
    with home.scope():
        upload = actions.upload(home.office, home.ward, SimpleUploadedFile("ctr.pdf", PDF.read_bytes()))
    tasks.read_upload.func(upload.pk)
    with home.scope():
        review = Review.objects.select_related("upload").get(upload=upload)
    count = pictures.page_count(review)
    assert count > 5
    _, names = default_storage.listdir(f"{actions.PICTURES}/{upload.pk}")
    assert len(names) == count
    monkeypatch.setattr(process, "page_pictures", lambda *a: pytest.fail("drawn a second time"))
    tasks.draw_pages.func(upload.pk)
    address = reverse("intake:page_picture", args=[review.pk, 1])
    answer = as_person(home.office).get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/webp", "private, max-age=86400")
    assert as_person(home.office).get(reverse("intake:page_picture", args=[review.pk, count + 1])).status_code == 404
    assert as_person(cast.neighbour).get(address).status_code == 404
