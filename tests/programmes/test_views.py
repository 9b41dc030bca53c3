"""Pages of the published programme."""

import pytest
from django.urls import reverse

from dondoc.programmes.models import Finding, Task
from dondoc.programmes.queries import Filters, list_findings, measures_page, open_counts, places, tasks_page
from dondoc.programmes.templatetags.programme import time_cells

pytestmark = pytest.mark.django_db

PAGES = ["detail", "paper", "file", "findings", "versions", "sheet"]


def test_the_list_goes_straight_to_the_only_programme(cast, programme, as_person):
    answer = as_person(cast.home.office).get(reverse("programmes:list"))
    assert answer.url == reverse("programmes:detail", args=[programme.pk])


def test_targets_and_tasks_stand_under_their_chapters(cast, programme, as_person):
    client = as_person(cast.home.office)
    address = reverse("programmes:detail", args=[programme.pk])
    assert "nước sạch" in client.get(address).content.decode()
    page = client.get(address, {"xem": "nhiem-vu"}).content.decode()
    assert "tuyến đường" in page
    assert "NV002" in page


@pytest.mark.parametrize("words", ["tuyen duong", "tuyến đường", "TUYẾN ĐƯỜNG"])
def test_search_goes_with_and_without_accents(cast, programme, as_person, words):
    page = as_person(cast.home.office).get(
        reverse("programmes:detail", args=[programme.pk]), {"xem": "nhiem-vu", "tim": words}
    ).content.decode()  # fmt: skip
    assert "rà soát các tuyến đường" in page
    assert "danh mục các khu đất" not in page


def test_nothing_found_names_the_filter(cast, programme, as_person):
    page = (
        as_person(cast.home.office)
        .get(reverse("programmes:detail", args=[programme.pk]), {"tim": "xyzzy"})
        .content.decode()
    )
    assert "xyzzy" in page
    assert "Bỏ lọc" in page


def test_the_lists_take_a_constant_number_of_queries(cast, programme, django_assert_num_queries):
    with cast.home.scope():
        with django_assert_num_queries(3):
            measures_page(programme, cast.home.office, Filters())
        with django_assert_num_queries(4):
            tasks_page(programme, cast.home.office, Filters())
        with django_assert_num_queries(3):
            places(programme, cast.home.office)


def test_defence_and_police_items_are_seen_only_by_their_lead_and_those_over_all(cast, programme):
    with cast.home.scope():
        guarded = Task.objects.get(programme=programme, guarded=True)

        def seen(person):
            return guarded.pk in {
                row.task.pk for c in tasks_page(programme, person, Filters()).chapters for row in c.items
            }

        assert seen(cast.home.office)
        assert seen(cast.home.leader)
        assert seen(cast.home.inspector)
        assert not seen(cast.home.unit)
        assert not seen(cast.home.other_unit)


def test_every_item_leads_to_its_sentence(cast, programme, as_person):
    page = as_person(cast.home.office).get(reverse("programmes:paper", args=[programme.pk])).content.decode()
    with cast.home.scope():
        task = Task.objects.get(programme=programme, text__contains="tuyến đường")
    assert f'id="c{task.spans[0][1]}"' in page


def test_a_finding_is_closed_by_a_decision_with_its_paper(cast, programme, as_person):
    with cast.home.scope():
        finding = Finding.objects.create(
            ward=cast.home.ward,
            programme=programme,
            order=99,
            kind="contradiction",
            severity="error",
            where=["98%", "95%"],
            why="Hai mức.",
        )
    client = as_person(cast.home.leader)
    address = reverse("programmes:finding", args=[finding.pk])
    assert "Ghi rõ ai quyết định." in client.post(address, {"state": "decided", "binding": 0}).content.decode()
    client.post(address, {"state": "decided", "binding": 0, "decided_by_name": "Ban Thường vụ", "paper": "12-TB/ĐU"})
    with cast.home.scope():
        finding.refresh_from_db()
        assert (finding.state, finding.binding, finding.paper) == ("decided", 0, "12-TB/ĐU")
    assert as_person(cast.home.inspector).post(address, {"state": "dismissed"}).status_code == 403


def test_the_office_marks_a_focus_task(cast, programme, as_person):
    with cast.home.scope():
        task = Task.objects.filter(programme=programme).first()
    address = reverse("programmes:mark", args=["nhiem-vu", task.pk])
    as_person(cast.home.office).post(address, {"focus": "on"})
    with cast.home.scope():
        task.refresh_from_db()
    assert (task.focus, task.breakthrough) == (True, False)
    assert as_person(cast.home.unit).post(address, {"focus": "on"}).status_code == 403


def workbook(answer):
    from io import BytesIO

    from openpyxl import load_workbook

    return [[cell.value for cell in row] for row in load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=4)]


def test_the_tables_leave_as_they_are_shown(cast, programme, as_person):
    client = as_person(cast.home.office)
    address = reverse("programmes:sheet", args=[programme.pk])
    head, *rows = workbook(client.get(address))
    assert (head[1], len(rows)) == ("Chỉ tiêu, thước đo", 2)
    assert [row[5] for row in rows] == ["≥ 98%", "≥ 20"]
    _, *rows = workbook(client.get(address, {"xem": "nhiem-vu", "tim": "tuyen duong"}))
    assert [row[0] for row in rows] == ["NV002"]
    assert (rows[0][3], rows[0][6]) == ("Chưa rõ chủ trì", "Chưa thực hiện")
    head, *_ = workbook(client.get(address, {"xem": "diem-ra-soat"}))
    assert head[2] == "Điểm cần rà soát"


def test_what_a_version_changed_leaves_as_it_is_shown(cast, programme, as_person):
    with cast.home.scope():
        version = programme.versions.get()
        version.changes = [{"change": "changed", "before": "đạt 90%", "after": "đạt 95%"}]
        version.save()
    address, asked = reverse("programmes:sheet", args=[programme.pk]), {"xem": "phien-ban", "so": version.number}
    client = as_person(cast.home.office)
    _, *rows = workbook(client.get(address, asked))
    assert rows == [["sửa đổi", "đạt 90%", "đạt 95%"]]
    assert "Tải Excel" in client.get(reverse("programmes:versions", args=[programme.pk])).content.decode()
    assert client.get(address, {**asked, "so": "99"}).status_code == 404
    assert as_person(cast.home.unit).get(address, asked).status_code == 403


def test_findings_are_filtered_by_how_grave_they_are(cast, programme, as_person):
    with cast.home.scope():
        Finding.objects.filter(programme=programme).delete()
        for order, severity in enumerate(("error", "note")):
            Finding.objects.create(
                ward=cast.home.ward, programme=programme, order=order, kind="contradiction", severity=severity,
                why=f"điểm {severity}", spans=[], where=[],
            )  # fmt: skip
    client = as_person(cast.home.office)
    address = reverse("programmes:findings", args=[programme.pk])
    everything = client.get(address).content.decode()
    assert ("điểm error" in everything, "điểm note" in everything) == (True, True)
    grave = client.get(address, {"muc_do": "error"}).content.decode()
    assert ("điểm error" in grave, "điểm note" in grave) == (True, False)


def test_a_unit_takes_no_findings_away_and_no_guarded_item(cast, programme, as_person):
    client = as_person(cast.home.unit)
    address = reverse("programmes:sheet", args=[programme.pk])
    assert client.get(address, {"xem": "diem-ra-soat"}).status_code == 403
    _, *rows = workbook(client.get(address, {"xem": "nhiem-vu"}))
    assert rows
    assert not any("Công an" in row[2] for row in rows)


def test_open_findings_are_counted_at_the_head(cast, programme, as_person, django_assert_num_queries):
    with cast.home.scope():
        for number, severity in enumerate(["error", "error", "note"]):
            Finding.objects.create(
                ward=cast.home.ward, programme=programme, order=90 + number, kind="missing", severity=severity, why="x"
            )
        with django_assert_num_queries(1):
            counts = open_counts(programme)
        with django_assert_num_queries(1):
            listed = list_findings(programme)
        assert len(listed) == programme.findings.count()
    assert (next(iter(counts)), counts["error"] >= 2) == ("error", True)
    address = reverse("programmes:detail", args=[programme.pk])
    assert "chưa kết luận" in as_person(cast.home.office).get(address).content.decode()
    assert "chưa kết luận" not in as_person(cast.home.unit).get(address).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_the_neighbour_is_refused(cast, programme, as_person, page):
    assert as_person(cast.neighbour).get(reverse(f"programmes:{page}", args=[programme.pk])).status_code == 404
    assert as_person(cast.city).get(reverse(f"programmes:{page}", args=[programme.pk])).status_code == 403


def test_without_sign_in_there_is_only_the_door(client, programme):
    answer = client.get(reverse("programmes:detail", args=[programme.pk]))
    assert answer.status_code == 302
    assert "/dang-nhap/" in answer.url


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Quý IV/2025 | Quý IV/2025", "Quý IV/2025"),
        ("Quý I/2026 | Quý IV/2026", "Quý I/2026 đến Quý IV/2026"),
        ("Hằng năm", "Hằng năm"),
    ],
)
def test_the_time_of_a_row_is_told_as_its_cells_say(printed, shown):
    assert time_cells(printed) == shown
