"""Acts of bringing in and reviewing: each changes one thing, keeps what was before, and refuses strangers."""

import datetime
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dondoc.audit.models import Entry
from dondoc.intake import actions
from dondoc.intake.models import ReviewItem, Upload
from dondoc.programmes.models import Programme, Task

from .conftest import PAPER, upload_paper

pytestmark = pytest.mark.django_db


def task(review, words):
    return next(i for i in review.items.filter(kind="task") if words in i.data["text"])


def see_everything(cast, review):
    for item in review.items.filter(doubtful=True, state="unseen"):
        actions.accept(cast.home.office, item, item.revision)


def test_the_paper_is_read_into_items(cast, review):
    with cast.home.scope():
        kinds = set(review.items.values_list("kind", flat=True))
        assert {"section", "indicator", "task", "assignment", "recipient"} <= kinds
        assert review.number == "05-CTr/ĐU"
        assert review.date == datetime.date(2025, 9, 12)
        assert task(review, "tuyến đường").data["leads"] == ["Phòng Kinh tế, Hạ tầng và Đô thị"]


def test_an_item_is_accepted_by_who_saw_it(cast, review):
    with cast.home.scope():
        item = actions.accept(cast.home.office, task(review, "quy hoạch"), 1)
        assert (item.state, item.seen_by, item.revision) == ("accepted", cast.home.office, 2)
        assert Entry.objects.filter(verb="review.accept", ward_id=cast.home.ward.pk).exists()


def test_two_people_do_not_overwrite_each_other(cast, review):
    with cast.home.scope():
        item = task(review, "quy hoạch")
        actions.edit(cast.home.office, item, 1, {"leads": ["UBND phường"]})
        with pytest.raises(actions.ConflictError) as conflict:
            actions.edit(cast.home.office, item, 1, {"leads": ["Công an phường"]})
        assert conflict.value.item.data["leads"] == ["UBND phường"]


def test_a_wrong_field_is_refused_and_nothing_changes(cast, review):
    with cast.home.scope():
        item = task(review, "quy hoạch")
        with pytest.raises(actions.RefusedError):
            actions.edit(cast.home.office, item, 1, {"recurrence": "sometimes"})
        item.refresh_from_db()
        assert (item.revision, item.state) == (1, "unseen")


def test_undo_brings_back_what_was(cast, review):
    with cast.home.scope():
        item = task(review, "quy hoạch")
        before = item.data
        actions.edit(cast.home.office, item, 1, {"leads": ["UBND phường"]})
        assert actions.undo(cast.home.office, review) is not None
        item.refresh_from_db()
        assert (item.data, item.state) == (before, "unseen")
        assert actions.undo(cast.home.office, review) is None


def test_a_section_is_accepted_in_one_act_and_doubtful_items_stay(cast, review):
    with cast.home.scope():
        item = task(review, "quy hoạch")
        other = task(review, "tuyến đường")
        ReviewItem.objects.filter(pk=other.pk).update(doubtful=True)
        actions.accept_section(cast.home.office, review, item.data["section"])
        item.refresh_from_db()
        other.refresh_from_db()
        assert (item.state, other.state) == ("accepted", "unseen")


def test_a_task_is_cut_in_two_and_joined_again(cast, review):
    with cast.home.scope():
        item = task(review, "quy hoạch")
        text = item.data["text"]
        first, second = actions.split(cast.home.office, item, 1, text.index("lập danh mục"))
        assert first.data["text"] == "Rà soát quy hoạch sử dụng đất,"
        assert second.data["text"].startswith("lập danh mục các khu đất")
        joined = actions.join(cast.home.office, first, first.revision)
        assert joined.data["text"] == text
        second.refresh_from_db()
        assert second.state == "dropped"


def test_a_selection_becomes_an_item_in_its_place(cast, review):
    with cast.home.scope():
        start = review.text.index("Giao Ủy ban nhân dân")
        end = review.text.index("này.", start) + 4
        section = task(review, "quy hoạch").data["section"]
        item = actions.add(cast.home.office, review, "task", section, start, end)
        assert item.data["text"].startswith("Giao Ủy ban nhân dân phường")
        assert (item.state, item.start) == ("edited", start)
        with pytest.raises(actions.RefusedError):
            actions.add(cast.home.office, review, "task", section, 0, 0)


def test_an_item_changes_its_kind_and_its_section(cast, review):
    with cast.home.scope():
        item = actions.reclassify(cast.home.office, task(review, "quy hoạch"), 1, "assignment")
        assert item.kind == "assignment"
        sections = list(review.items.filter(kind="section"))
        moved = actions.move(cast.home.office, item, item.revision, sections[0].ref)
        assert moved.data["section"] == sections[0].ref
        with pytest.raises(actions.RefusedError):
            actions.move(cast.home.office, moved, moved.revision, "s999")


def test_number_and_date_are_asked_for_never_guessed(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = upload_paper(
        cast,
        PAPER.replace("Số 05-CTr/ĐU", "Số     -CTr/ĐU").replace(
            "ngày 12 tháng 9 năm 2025", "ngày    tháng    năm 2025"
        ),
    )
    with cast.home.scope():
        review = upload.review
        see_everything(cast, review)
        assert len(actions.missing_for_publication(review)) == 2
        with pytest.raises(actions.RefusedError):
            actions.publish(cast.home.office, review)
        actions.set_header(cast.home.office, review, number="", no_number=True, date=None, no_date=True, header={})
        programme = actions.publish(cast.home.office, review)
        assert (programme.number, programme.date) == ("", None)


def test_a_doubtful_item_unseen_stands_in_the_way(cast, review):
    with cast.home.scope():
        see_everything(cast, review)
        ReviewItem.objects.filter(pk=task(review, "quy hoạch").pk).update(doubtful=True)
        with pytest.raises(actions.RefusedError):
            actions.publish(cast.home.office, review)


def test_publication_makes_version_1_with_everything_in_its_place(cast, review):
    with cast.home.scope():
        see_everything(cast, review)
        item = task(review, "quy hoạch")
        actions.mark(cast.home.office, item, item.revision, focus=True, breakthrough=False)
        programme = actions.publish(cast.home.office, review)
        assert (programme.version, programme.number) == (1, "05-CTr/ĐU")
        assert programme.tasks.count() == 3
        assert programme.tasks.get(text__contains="quy hoạch").focus
        assert programme.measures.filter(indicator__isnull=False).count() == 2
        assert programme.tasks.get(text__contains="Công an").guarded
        assert not programme.tasks.get(text__contains="tuyến đường").guarded
        with pytest.raises(actions.RefusedError):
            actions.publish(cast.home.office, review)


def test_an_amended_paper_becomes_version_2_and_keeps_the_rows(cast, review, as_person):
    with cast.home.scope():
        see_everything(cast, review)
        programme = actions.publish(cast.home.office, review)
        road = programme.tasks.get(text__contains="tuyến đường")
        water = programme.measures.get(name__contains="nước sạch")
    amended = PAPER.replace("98% trở lên", "99% trở lên").replace(
        "- Rà soát quy hoạch sử dụng đất, lập danh mục các khu đất đấu giá trình Ủy ban nhân dân thành phố.",
        "- Tổ chức hội chợ hàng thủ công vào dịp đầu xuân để quảng bá sản phẩm của phường.",
    )
    upload = upload_paper(cast, amended, replaces=programme)
    page = as_person(cast.home.office).get(reverse("intake:changes", args=[upload.review.pk])).content.decode()
    assert "hội chợ hàng thủ công" in page
    assert "99% trở lên" in page
    with cast.home.scope():
        see_everything(cast, upload.review)
        again = actions.publish(cast.home.office, upload.review)
        assert (again.pk, again.version) == (programme.pk, 2)
        road.refresh_from_db()
        water.refresh_from_db()
        assert (road.version_from, road.version_to) == (1, None)
        assert water.low == 99
        gone = Task.objects.get(programme=programme, text__contains="quy hoạch")
        assert gone.version_to == 1
        fresh = Task.objects.get(programme=programme, text__contains="hội chợ")
        assert fresh.version_from == 2
        assert len(set(programme.tasks.values_list("code", flat=True))) == programme.tasks.count()
        changes = {c["change"] for c in programme.versions.get(number=2).changes}
        assert changes == {"added", "removed", "changed"}


def test_a_secret_paper_leaves_neither_file_nor_name(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = upload_paper(cast, "MẬT\n" + PAPER, name="kế hoạch mật.txt")
    assert (upload.state, upload.filename, bool(upload.file)) == (Upload.State.REFUSED, "", False)
    assert len(upload.sha256) == 64
    assert [p for p in Path(tmp_path).rglob("*") if p.is_file()] == []
    assert not any("mật" in e.object_label for e in Entry.objects.all())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"   \n"),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.pdf", b"%PDF-1.7 nothing"),
        ("a.txt", b"\x00\x01\x02" * 400),
    ],
)
def test_a_bad_file_gets_one_sentence_and_no_programme(cast, settings, tmp_path, name, data):
    settings.MEDIA_ROOT = tmp_path
    home = cast.home
    with home.scope():
        upload = actions.upload(home.office, home.ward, SimpleUploadedFile(name, data))
    from dondoc.intake.tasks import read_upload

    read_upload.func(upload.pk)
    with home.scope():
        upload.refresh_from_db()
        assert upload.state == Upload.State.FAILED
        assert upload.message.endswith(".")
        assert "Traceback" not in upload.message
        assert not Programme.objects.exists()
        assert not hasattr(upload, "review")


def test_a_reading_process_that_dies_is_one_sentence(cast, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    from dondoc.intake import process

    monkeypatch.setattr(process.sys, "executable", "/bin/false")
    upload = upload_paper(cast)
    assert (upload.state, upload.code) == (Upload.State.FAILED, "broken")


def test_an_empty_file_is_refused_at_the_door(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with cast.home.scope(), pytest.raises(actions.RefusedError):
        actions.upload(cast.home.office, cast.home.ward, SimpleUploadedFile("a.txt", b""))


@pytest.mark.parametrize("who", ["leader", "unit", "inspector", "administrator"])
def test_only_the_office_reviews(cast, review, who):
    person = getattr(cast.home, who)
    with cast.home.scope():
        item = task(review, "quy hoạch")
        with pytest.raises(PermissionDenied):
            actions.accept(person, item, 1)
        with pytest.raises(PermissionDenied):
            actions.upload(person, cast.home.ward, SimpleUploadedFile("a.txt", b"x"))


def test_the_neighbour_is_refused(cast, review):
    with cast.home.scope():
        item = task(review, "quy hoạch")
        for act in (
            lambda: actions.accept(cast.neighbour, item, 1),
            lambda: actions.undo(cast.neighbour, review),
            lambda: actions.add(cast.neighbour, review, "task", "s1", 0, 40),
            lambda: actions.publish(cast.neighbour, review),
        ):
            with pytest.raises(PermissionDenied):
                act()
