"""Pages of intake and the review."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dondoc.intake.forms import MomentField
from dondoc.intake.models import ReviewItem, Upload
from dondoc.intake.templatetags.review import state_word
from dondoc.programmes.models import Programme

from .conftest import PAPER, upload_paper

pytestmark = pytest.mark.django_db


def task(review, words):
    return next(i for i in review.items.filter(kind="task") if words in i.data["text"])


def test_a_paper_is_uploaded_read_and_shown(cast, as_person, settings, tmp_path, immediately):
    settings.MEDIA_ROOT = tmp_path
    client = as_person(cast.home.office)
    with immediately():
        answer = client.post(
            reverse("intake:upload"), {"file": SimpleUploadedFile("ctr.txt", PAPER.encode()), "not_secret": "on"}
        )
    assert answer.status_code == 302
    state = client.get(answer.url)
    assert state.status_code == 302
    page = client.get(state.url).content.decode()
    assert "tuyến đường xuống cấp" in page
    assert "05-CTr/ĐU" in page


def test_the_form_asks_whether_the_paper_is_secret(cast, as_person):
    client = as_person(cast.home.office)
    answer = client.post(reverse("intake:upload"), {"file": SimpleUploadedFile("ctr.txt", PAPER.encode())})
    assert answer.status_code == 422
    assert "Đánh dấu vào ô này" in answer.content.decode()
    with cast.home.scope():
        assert not Upload.objects.exists()


def test_moments_are_written_as_clerks_write_them_and_kept_as_the_format_has_them():
    field = MomentField()
    written = {
        "2026": "2026", "3/2026": "2026-03", "tháng 3/2026": "2026-03", "Quý IV/2025": "Q4/2025", "Q4/2025": "Q4/2025",
        "quý 2 năm 2027": "Q2/2027", "31/12/2026": "2026-12-31", "2026-03": "2026-03", "": "",
    }  # fmt: skip
    assert {text: field.clean(text) for text in written} == written
    shown = {"2026-03": "03/2026", "2026-12-31": "31/12/2026", "Q4/2025": "quý IV/2025", "2026": "2026", None: None}
    assert {kept: field.prepare_value(kept) for kept in shown} == shown
    for text in ("13/2026", "31/2/2026", "cuối năm", "quý V/2026"):
        with pytest.raises(ValidationError):
            field.clean(text)
    with pytest.raises(ValidationError):
        MomentField(quarters=False).clean("quý IV/2025")


def test_a_failed_reading_says_why_in_both_languages(cast, as_person, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = upload_paper(cast, "This is a letter in English about nothing in particular. " * 40, name="letter.txt")
    client = as_person(cast.home.office)
    address = reverse("intake:state", args=[upload.pk])
    assert "tiếng Việt" in client.get(address).content.decode()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert upload.state == Upload.State.FAILED


def test_the_review_takes_a_constant_number_of_queries(cast, review, as_person, django_assert_max_num_queries):
    client = as_person(cast.home.office)
    client.get(reverse("intake:review", args=[review.pk]))
    with django_assert_max_num_queries(14):
        client.get(reverse("intake:review", args=[review.pk]))


def test_the_editor_opens_as_a_part_and_as_a_page(cast, review, as_person):
    client = as_person(cast.home.office)
    with cast.home.scope():
        item = task(review, "tuyến đường")
    address = reverse("intake:item", args=[review.pk, item.pk])
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    whole = client.get(address).content.decode()
    assert "<html" not in part
    assert "<html" in whole
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in part


def edit_fields(item, **changes):
    data = {
        "revision": item.revision,
        "text": item.data["text"],
        "leads": "\n".join(item.data["leads"]),
        "m-TOTAL_FORMS": 0,
        "m-INITIAL_FORMS": 0,
    }
    return {**data, **changes}


def test_every_field_is_edited_in_place(cast, review, as_person):
    client = as_person(cast.home.office)
    with cast.home.scope():
        item = task(review, "quy hoạch")
    address = reverse("intake:act", args=[review.pk, item.pk, "sua"])
    measure = {
        "m-TOTAL_FORMS": 1, "m-INITIAL_FORMS": 0, "m-0-name": "khu đất đấu giá", "m-0-direction": "at_least", "m-0-low": "1.250,5",
        "m-0-period": "by_year", "m-0-year_to": "2027", "m-0-unit": "khu",
    }  # fmt: skip
    client.post(address, edit_fields(item, leads="UBND phường\nVăn phòng Đảng ủy", finish="2026", **measure))
    with cast.home.scope():
        item.refresh_from_db()
    assert item.data["leads"] == ["UBND phường", "Văn phòng Đảng ủy"]
    assert item.data["finish"] == "2026"
    assert item.data["measures"][0]["low"] == "1250.5"
    assert item.state == "edited"


def test_what_was_typed_wrong_is_kept_beside_its_sentence(cast, review, as_person):
    client = as_person(cast.home.office)
    with cast.home.scope():
        item = task(review, "quy hoạch")
    address = reverse("intake:act", args=[review.pk, item.pk, "sua"])
    answer = client.post(address, edit_fields(item, finish="mùa thu"), headers={"HX-Request": "true"}).content.decode()
    assert "mùa thu" in answer
    assert 'role="alert"' in answer
    with cast.home.scope():
        item.refresh_from_db()
    assert item.state == "unseen"


def test_a_conflict_shows_both_versions(cast, review, as_person):
    client = as_person(cast.home.office)
    with cast.home.scope():
        item = task(review, "quy hoạch")
    address = reverse("intake:act", args=[review.pk, item.pk, "sua"])
    client.post(address, edit_fields(item, text="Bản của người thứ nhất."))
    answer = client.post(
        address, edit_fields(item, text="Bản của người thứ hai."), headers={"HX-Request": "true"}
    ).content.decode()
    assert "Bản của người thứ nhất." in answer
    assert "Bản của người thứ hai." in answer


@pytest.mark.parametrize(
    ("verb", "posted", "state"),
    [
        ("dung", {}, "accepted"),
        ("bo", {}, "dropped"),
        ("danh-dau", {"focus": "on"}, "unseen"),
        ("doi-loai", {"kind": "indicator"}, "edited"),
    ],
)
def test_the_buttons_do_what_they_say(cast, review, as_person, verb, posted, state):
    with cast.home.scope():
        item = task(review, "quy hoạch")
    address = reverse("intake:act", args=[review.pk, item.pk, verb])
    answer = as_person(cast.home.office).post(address, {"revision": 1, **posted}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "hx-swap-oob" in answer.content.decode()
    with cast.home.scope():
        item.refresh_from_db()
    assert item.state == state


def test_an_incomplete_request_is_one_sentence(cast, review, as_person):
    with cast.home.scope():
        item = task(review, "quy hoạch")
    answer = as_person(cast.home.office).post(
        reverse("intake:act", args=[review.pk, item.pk, "dung"]), headers={"HX-Request": "true"}
    )
    assert "hãy tải lại trang" in answer.content.decode()


def test_a_section_is_accepted_with_one_button(cast, review, as_person):
    with cast.home.scope():
        section = task(review, "quy hoạch").data["section"]
    client = as_person(cast.home.office)
    client.post(reverse("intake:accept_section", args=[review.pk, section]), headers={"HX-Request": "true"})
    with cast.home.scope():
        assert not ReviewItem.objects.filter(
            review=review, kind="task", data__section=section, doubtful=False, state="unseen"
        ).exists()


def test_parts_of_the_review_open_on_demand(cast, review, as_person):
    client = as_person(cast.home.office)
    assert "Thường trực Thành ủy" in client.get(reverse("intake:tail", args=[review.pk, "recipient"])).content.decode()
    assert client.get(reverse("intake:tail", args=[review.pk, "nonsense"])).status_code == 404
    assert "data-s=" in client.get(reverse("intake:source_text", args=[review.pk])).content.decode()
    assert client.get(reverse("intake:page_picture", args=[review.pk, 1])).status_code == 404  # a text has no pages


def test_the_way_from_review_to_programme(cast, review, as_person):
    client = as_person(cast.home.office)
    with cast.home.scope():
        for item in review.items.filter(doubtful=True):
            client.post(reverse("intake:act", args=[review.pk, item.pk, "dung"]), {"revision": item.revision})
    client.post(
        reverse("intake:header", args=[review.pk]),
        {"number": "06-CTr/ĐU", "date": "13/09/2025", "title": "Chương trình hành động"},
    )
    client.post(reverse("intake:undo", args=[review.pk]))
    answer = client.post(reverse("intake:publish", args=[review.pk]), follow=True)
    with cast.home.scope():
        programme = Programme.objects.get()
    assert programme.number == "06-CTr/ĐU" or "cần xem kỹ" in answer.content.decode()


def test_an_upload_is_dropped_or_answered_once(cast, review, as_person):
    client = as_person(cast.home.office)
    client.post(reverse("intake:drop_upload", args=[review.upload_id]))
    with cast.home.scope():
        review.upload.refresh_from_db()
        assert (review.upload.state, bool(review.upload.file)) == ("dropped", False)


def test_legacy_text_is_shown_before_it_is_accepted(cast, as_person, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    from dondoc.intake import actions

    upload = upload_paper(cast)
    with cast.home.scope():
        Upload.objects.filter(pk=upload.pk).update(
            state="asked", code="legacy_encoding", before_conversion="Uû ban nh©n d©n"
        )
    client = as_person(cast.home.office)
    assert "nh©n d©n" in client.get(reverse("intake:state", args=[upload.pk])).content.decode()
    client.post(reverse("intake:answer", args=[upload.pk]), {"answer": "yes"})
    with cast.home.scope():
        upload.refresh_from_db()
        assert upload.state == "review"
        with pytest.raises(actions.RefusedError):
            actions.answer(cast.home.office, upload, yes=True)


@pytest.mark.parametrize("who", ["leader", "unit", "inspector"])
def test_only_the_office_sees_the_review(cast, review, as_person, who):
    assert as_person(getattr(cast.home, who)).get(reverse("intake:review", args=[review.pk])).status_code == 403


@pytest.mark.parametrize("name", ["review", "source_text"])
def test_the_neighbour_is_refused(cast, review, as_person, name):
    client = as_person(cast.neighbour)
    assert client.get(reverse(f"intake:{name}", args=[review.pk])).status_code == 404
    assert client.get(reverse("intake:state", args=[review.upload_id])).status_code == 404
    with cast.home.scope():
        item = task(review, "quy hoạch")
    assert client.post(reverse("intake:act", args=[review.pk, item.pk, "bo"]), {"revision": 1}).status_code == 404
    assert client.post(reverse("intake:add", args=[review.pk]), {}).status_code == 404
    with cast.home.scope():
        item.refresh_from_db()
    assert item.state == "unseen"


def test_an_edit_goes_as_a_browser_sends_it(cast, review, as_person):
    """With the empty row for one more measure, whose lists stand on their first choice."""
    client = as_person(cast.home.office)
    with cast.home.scope():
        item = task(review, "quy hoạch")
    empty = {"m-TOTAL_FORMS": 1, "m-0-name": "", "m-0-low": "", "m-0-direction": "at_least", "m-0-period": "annual"}
    client.post(reverse("intake:act", args=[review.pk, item.pk, "sua"]), edit_fields(item, finish="2027", **empty))
    with cast.home.scope():
        item.refresh_from_db()
    assert (item.state, item.data["finish"], item.data["measures"]) == ("edited", "2027", [])


def test_what_was_not_done_stays_in_the_row_it_was_asked_of(cast, review, as_person):
    client = as_person(cast.home.office)
    with cast.home.scope():
        item = task(review, "quy hoạch")
    address = reverse("intake:act", args=[review.pk, item.pk, "sua"])
    client.post(address, edit_fields(item, leads="UBND phường"))
    answer = client.post(address, edit_fields(item, leads="Công an phường"), headers={"HX-Request": "true"})
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == (f"#m{item.pk} .slot", "innerHTML")
    page = answer.content.decode()
    assert page.index("UBND phường") < page.index("Công an phường")
    assert 'name="revision" value="2"' in page


def test_the_line_counts_doubtful_items_and_errors_apart(cast, review, as_person):
    with cast.home.scope():
        ReviewItem.objects.filter(review=review, kind="finding").delete()
        ReviewItem.objects.filter(review=review).update(doubtful=False)
        ReviewItem.objects.filter(pk=task(review, "quy hoạch").pk).update(doubtful=True)
        finding = ReviewItem.objects.create(
            ward=cast.home.ward, review=review, kind="finding", ref="f1", order=1,
            data={"kind": "contradiction", "severity": "error", "where": ["98%", "95%"], "why": "Hai mức.", "spans": []},
        )  # fmt: skip
    client = as_person(cast.home.office)
    page = client.get(reverse("intake:review", args=[review.pk])).content.decode()
    assert '<strong class="so">1</strong> cần xem kỹ · <strong class="so">1</strong> lỗi' in page
    assert "còn 2" in page
    editor = client.get(reverse("intake:item", args=[review.pk, finding.pk])).content.decode()
    assert editor.count('type="radio"') == 3
    assert "“98%”" in editor


def test_a_finding_that_was_looked_at_is_told_as_left_open_not_as_right(cast, review):
    with cast.home.scope():
        item = ReviewItem(review=review, kind="finding", state="accepted")
        assert state_word(item) == "đã xem, để ngỏ"
        item.state = "edited"
        assert state_word(item) == "đã kết luận"
        assert state_word(ReviewItem(review=review, kind="task", state="accepted")) == "đúng"


def test_the_same_file_published_before_is_pointed_at(cast, review, as_person):
    client = as_person(cast.home.office)
    address = reverse("intake:review", args=[review.pk])
    assert "Chính tệp này đã được công bố" not in client.get(address).content.decode()
    with cast.home.scope():
        ReviewItem.objects.filter(review=review).update(doubtful=False)
        other = upload_paper(cast)
        second = reverse("intake:review", args=[other.review.pk])
    answer = client.post(reverse("intake:publish", args=[review.pk]), follow=True).content.decode()
    assert "Việc tiếp theo: giao chủ trì" in answer
    assert "Chính tệp này đã được công bố: 05-CTr/ĐU" in client.get(second).content.decode()
    state = client.get(reverse("intake:state", args=[review.upload_id])).content.decode()
    with cast.home.scope():
        assert reverse("programmes:detail", args=[Programme.objects.get().pk]) in state


def test_what_was_refused_is_told_as_a_warning_not_as_done(cast, review, as_person):
    with cast.home.scope():
        ReviewItem.objects.filter(pk=task(review, "quy hoạch").pk).update(doubtful=True)
    answer = as_person(cast.home.office).post(reverse("intake:publish", args=[review.pk]), follow=True)
    assert '<div class="notice amber" role="alert">' in answer.content.decode()


def test_a_reader_that_broke_down_tells_what_to_do_and_whom_to_call(cast, review, as_person):
    with cast.home.scope():
        Upload.objects.filter(pk=review.upload_id).update(state="failed", code="broken", message="Dừng giữa chừng.")
    address = reverse("intake:state", args=[review.upload_id])
    assert "báo người quản trị" in as_person(cast.home.office).get(address).content.decode()
    with cast.home.scope():
        Upload.objects.filter(pk=review.upload_id).update(code="no_programme")
    assert "báo người quản trị" not in as_person(cast.home.office).get(address).content.decode()
