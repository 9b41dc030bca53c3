"""What is cut off in the middle leaves nothing behind: publications, full disks, dead readers."""

from __future__ import annotations

import datetime
import errno
import os
import signal
import sys
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from django_scopes import scopes_disabled

from dondoc.audit.models import Entry
from dondoc.intake import actions, process, tasks
from dondoc.intake.models import Review, Upload
from dondoc.measurement.models import Observation
from dondoc.papers.models import Paper
from dondoc.programmes.models import Programme, Section, Task, Version
from dondoc.work.models import Evidence, ProgressReport
from faults.beside import start
from intake.conftest import PAPER, upload_paper
from security.world import make_world, png

pytestmark = pytest.mark.django_db
FULL = "Ổ đĩa của máy chủ đã đầy"


def files(folder):
    return sorted(str(path) for path in folder.rglob("*") if path.is_file())


class CutError(Exception):
    """The moment at which everything stops."""


def cut_at(place):
    """Let `place` - 1 statements that write pass, and cut off the next one."""
    seen = 0

    def count(execute, sql, params, many, context):
        nonlocal seen
        if sql.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE"):
            seen += 1
            if seen == place:
                raise CutError
        return execute(sql, params, many, context)

    return connection.execute_wrapper(count)


def test_a_publication_cut_off_at_any_write_leaves_the_review_and_nothing_else(cast, home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload_paper(cast)
    with home.scope():
        review = Review.objects.select_related("upload", "ward").get()
        review.items.update(doubtful=False)
        before = (files(tmp_path), Entry.objects.count(), list(review.items.values()))
        place = 0
        while not Programme.objects.exists():
            place += 1
            try:
                with transaction.atomic(), cut_at(place):
                    actions.publish(home.office, review)
            except CutError:
                assert not any(model.objects.exists() for model in (Programme, Version, Section, Task))
                assert (files(tmp_path), Entry.objects.count(), list(review.items.values())) == before
                assert Upload.objects.get().state == "review"
                review = Review.objects.select_related("upload", "ward").get()
        assert place > 10
        assert Upload.objects.get().state == "published"


@pytest.fixture
def full_disk(monkeypatch):
    """Return what makes the disk full after so many more files; what was begun is half written."""
    whole = FileSystemStorage._save

    def fill(after=0):
        left = after

        def half(self, name, content):
            nonlocal left
            left -= 1
            if left >= 0:
                return whole(self, name, content)
            path = Path(self.path(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(FileSystemStorage, "_save", half)

    return fill


def says_it_is_full(client, address, data):
    client.raise_request_exception = False
    answer = client.post(address, data)
    assert answer.status_code == 507
    html = answer.content.decode()
    assert html.count(FULL) == 1
    assert "Traceback" not in html


def test_a_full_disk_is_one_sentence_and_nothing_is_half_written(
    cast, home, settings, tmp_path, as_person, full_disk, monkeypatch
):
    settings.MEDIA_ROOT = tmp_path
    world = make_world(cast, monkeypatch)
    with home.scope():
        world["review"].items.update(doubtful=False)
        Review.objects.update(number="7", no_date=True)
        counted = (Upload, ProgressReport, Evidence, Observation, Paper, Programme, Version, Entry)
        before = (files(tmp_path), [model.objects.count() for model in counted])
        office, unit = as_person(home.office), as_person(home.unit)
        said = {"state": "in_progress", "text": "Đã làm thêm", "files": [png("một.png"), png("hai.png")]}
        for client, address, data, after in (
            (office, reverse("intake:upload"), {"file": SimpleUploadedFile("a.txt", PAPER.encode()), "not_secret": "on"}, 0),
            (unit, reverse("work:report", args=[world["task"].pk]), said, 0),
            (unit, reverse("work:report", args=[world["task"].pk]), said, 1),
            (office, reverse("papers:list"), {"programme": world["programme"].pk, "period": "2026-Q3"}, 0),
            (office, reverse("intake:publish", args=[world["review"].pk]), {}, 0),
        ):  # fmt: skip
            for file in data.get("files", []):
                file.seek(0)
            full_disk(after)
            says_it_is_full(client, address, data)
            assert (files(tmp_path), [model.objects.count() for model in counted]) == before, address


@pytest.fixture
def full_database(db):
    """Return what lets SQLite take not one page more, as on a disk without room."""
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no such switch; its error is told by its SQLSTATE")

    def fill():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")

    yield fill
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_database_says_the_same(cast, home, as_person, full_database, monkeypatch):
    world = make_world(cast, monkeypatch)
    with home.scope():
        full_database()
        unit = as_person(home.unit)
        unit.raise_request_exception = False
        address = reverse("work:report", args=[world["task"].pk])
        for number in range(50):  # until the bytes left in the last pages are taken
            counted = ProgressReport.objects.count(), Entry.objects.count()
            answer = unit.post(address, {"state": "in_progress", "text": f"Đã làm thêm {number}. " * 200})
            if answer.status_code != 302:
                break
        assert answer.status_code == 507
        assert answer.content.decode().count(FULL) == 1
        assert (ProgressReport.objects.count(), Entry.objects.count()) == counted


def test_signing_in_on_a_full_database_is_not_taken_for_wrong_passwords(client, cast, settings, monkeypatch):
    from django.core.management import call_command

    from dondoc.settings import CACHES

    settings.CACHES = CACHES
    call_command("createcachetable")
    monkeypatch.setattr("django.core.cache.backends.db.DatabaseCache.add", lambda *_args, **_kwargs: False)
    says_it_is_full(client, reverse("account_login"), {"login": cast.home.office.username, "password": "gì cũng được"})


def waiting(home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    with home.scope():
        return actions.upload(home.office, home.ward, SimpleUploadedFile("a.txt", PAPER.encode()), queue=False)


def in_minutes(minutes):
    return timezone.now() + datetime.timedelta(minutes=minutes)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_reading_leaves_no_child_and_the_paper_is_read_again(cast, home, settings, tmp_path):
    row = waiting(home, settings, tmp_path)
    reader = tmp_path / "reader"
    reader.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'import os, pathlib, time; from dondoc.intake import child; child._bound(); "
        f'pathlib.Path("{tmp_path}/pid").write_text(str(os.getpid())); time.sleep(100)\'\n'
    )
    reader.chmod(0o755)
    code = "from dondoc.intake import process, tasks\nprocess.sys.executable = reader\ntasks.read_upload.func(pk)"
    worker = start(code, pk=row.pk, reader=str(reader))
    assert worker.stdin is not None
    worker.stdin.write("\n")
    worker.stdin.flush()
    child = until(lambda: int((tmp_path / "pid").read_text()))
    worker.send_signal(signal.SIGKILL)
    worker.communicate(timeout=20)
    assert until(lambda: not alive(child))
    with scopes_disabled():
        assert Upload.objects.get().state == "reading"
        assert actions.take_up_again() == 0, "a reader that gave news just now is left alone"
        assert actions.take_up_again(in_minutes(11)) == 1
        assert Upload.objects.get().state == "review"
        assert actions.take_up_again(in_minutes(60)) == 0


def until(true, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if found := true():
                return found
        except (OSError, ValueError):
            pass
        time.sleep(0.1)
    return None


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_a_paper_that_kills_every_reader_fails_with_one_sentence(cast, home, settings, tmp_path, as_person):
    row = waiting(home, settings, tmp_path)
    with scopes_disabled():
        for _attempt in range(3):
            assert actions.claim(row.pk, in_minutes(-30)) is not None
            Upload.objects.filter(pk=row.pk, attempts__lt=3).update(state="waiting")
        assert actions.claim(row.pk, in_minutes(-29)) is None, "one reader at a time"
        assert actions.take_up_again() == 1
        row.refresh_from_db()
    assert (row.state, row.code, bool(row.file)) == ("failed", "abandoned", False)
    assert row.message in as_person(home.office).get(f"/nhap/{row.pk}/").content.decode()
    assert files(settings.MEDIA_ROOT) == []


def test_a_paper_whose_job_was_lost_is_queued_again(cast, home, settings, tmp_path, immediately):
    row = waiting(home, settings, tmp_path)
    with scopes_disabled(), immediately():
        assert actions.take_up_again() == 0
        assert actions.take_up_again(in_minutes(11)) == 1
    with home.scope():
        row.refresh_from_db()
    assert row.state == "review"


def test_a_job_that_waits_is_not_queued_twice(cast, home, settings, tmp_path):
    from django_tasks_db.models import DBTaskResult

    from dondoc import jobs

    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    row = waiting(home, settings, tmp_path)
    assert not jobs.is_queued(tasks.read_upload, row.pk)
    jobs.enqueue(tasks.read_upload, row.pk)
    assert jobs.is_queued(tasks.read_upload, row.pk)
    with scopes_disabled():
        assert actions.take_up_again(in_minutes(11)) == 0
    assert DBTaskResult.objects.count() == 1


def test_a_paper_taken_out_while_it_is_read_stays_out(cast, home, settings, tmp_path, monkeypatch, immediately):
    row = waiting(home, settings, tmp_path)
    whole = process.read_paper

    def and_meanwhile(*args, **kwargs):
        with home.scope(), immediately():
            actions.drop_upload(home.office, Upload.objects.select_related("ward").get(pk=row.pk))
        return whole(*args, **kwargs)

    monkeypatch.setattr(process, "read_paper", and_meanwhile)
    tasks.read_upload.func(row.pk)
    with home.scope():
        row.refresh_from_db()
        assert (row.state, row.filename, bool(row.file)) == ("dropped", "", False)
        assert not Review.objects.exists()
    assert files(settings.MEDIA_ROOT) == []


def test_two_reviewers_with_the_same_item_in_hand_do_not_overwrite_each_other(
    cast, home, settings, tmp_path, monkeypatch
):
    """The second has read the item before the first has saved it: the lock alone would let it pass."""
    from dondoc.intake.actions import reviewing

    settings.MEDIA_ROOT = tmp_path
    upload_paper(cast)
    with home.scope():
        item = Review.objects.get().items.filter(kind="task").first()
        in_hand = reviewing.fresh(item, 1)
        actions.edit(home.office, item, 1, {"leads": ["UBND phường"]})
        monkeypatch.setattr(reviewing, "fresh", lambda *_args: in_hand)
        with pytest.raises(actions.ConflictError):
            actions.edit(home.office, item, 1, {"leads": ["Công an phường"]})
        item.refresh_from_db()
        assert item.data["leads"] == ["UBND phường"]


def test_of_a_paper_taken_out_neither_file_nor_reading_nor_pictures_stay(cast, home, settings, tmp_path, immediately):
    settings.MEDIA_ROOT = tmp_path
    upload = upload_paper(cast)
    default_storage.save(f"{actions.PICTURES}/{upload.pk}/1.webp", ContentFile(b"a page"))
    with home.scope():
        with immediately():
            actions.drop_upload(home.office, upload)
        assert not Review.objects.exists()
        entry = Entry.objects.get(verb="intake.drop")
    assert files(tmp_path) == []
    assert entry.object_label == upload.sha256[:16]
