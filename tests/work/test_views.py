import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dondoc.audit.models import Entry
from dondoc.work import actions
from dondoc.work.actions import Progress
from dondoc.work.models import Assignment, Evidence, ProgressReport
from work.files import pdf
from work.made_programme import TODAY

PDF = pdf()


def of(programme, ref):
    return Assignment.objects.select_related("task", "ward").get(task__ref=ref, task__programme=programme)


@pytest.fixture
def given(programme, home):
    actions.decide_lead(home.office, of(programme, "t1"), home.units["phong-kinh-te"])
    return of(programme, "t1")


@pytest.fixture
def guarded(programme, home):
    actions.decide_lead(home.office, of(programme, "t4"), home.units["cong-an"])
    return of(programme, "t4")


def address(assignment, name="work:task"):
    return reverse(name, args=[assignment.task_id])


def test_the_task_page_shows_text_lead_time_and_the_way_to_its_sentence(home, given, as_person):
    page = as_person(home.office).get(address(given)).content.decode()
    assert "Rà soát quy hoạch phân khu" in page
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in page
    assert "30/11/2026" in page
    assert "/van-ban/#c90" in page


def test_a_unit_reports_with_a_file_and_without_javascript(home, given, as_person):
    client = as_person(home.unit)
    assert 'enctype="multipart/form-data"' in client.get(address(given)).content.decode()
    file = SimpleUploadedFile("anh.pdf", PDF, content_type="application/pdf")
    data = {"state": "done", "text": "Đã xong", "finished_on": "20/11/2026", "files": [file]}
    data["finished_on"] = f"{TODAY:%d/%m/%Y}"
    answer = client.post(address(given, "work:report"), data, follow=True)
    assert answer.status_code == 200
    assert ProgressReport.objects.get().text == "Đã xong"
    assert Evidence.objects.get().filename == "anh.pdf"
    assert "anh.pdf" in answer.content.decode()


def test_a_duty_of_each_quarter_is_reported_for_the_running_one(home, guarded, as_person):
    page = as_person(home.police).get(address(guarded)).content.decode()
    assert "selected>Quý IV/2026" in page


def test_a_bad_report_comes_back_with_what_was_typed_and_one_sentence(home, given, as_person):
    client = as_person(home.unit)
    answer = client.post(address(given, "work:report"), {"state": "in_progress", "text": "", "finished_on": "hôm qua"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ghi ngày kiểu 22/11/2026." in page
    assert "hôm qua" in page
    assert not ProgressReport.objects.exists()


def test_a_leader_confirms_and_returns_from_the_page(home, given, as_person):
    report = actions.report_progress(home.unit, given, Progress("done", "Xong"))
    client = as_person(home.leader)
    assert "Trả lại" in client.get(address(given)).content.decode()
    client.post(reverse("work:return", args=[report.pk]), {"reason": "Thiếu ảnh"})
    assert ProgressReport.objects.get().reason == "Thiếu ảnh"
    again = actions.report_progress(home.unit, of(given.task.programme, "t1"), Progress("done", "Xong"))
    client.post(reverse("work:confirm", args=[again.pk]))
    given.refresh_from_db()
    assert given.state == "done"


def test_the_office_cannot_confirm_what_it_reported_itself(home, given, as_person):
    report = actions.report_progress(home.office, given, Progress("done", "Xong"))
    assert as_person(home.office).post(reverse("work:confirm", args=[report.pk])).status_code == 403


def test_evidence_is_served_as_a_download_to_those_who_may_see_it(home, given, as_person):
    file = SimpleUploadedFile("ảnh hiện trường.pdf", PDF)
    actions.report_progress(home.unit, given, Progress("done", files=[file]))
    there = reverse("work:evidence", args=[Evidence.objects.get().pk])
    for person in (home.unit, home.office, home.leader, home.inspector):
        answer = as_person(person).get(there)
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert b"".join(answer.streaming_content) == PDF


def test_evidence_is_refused_to_other_units_the_city_and_the_neighbour(cast, home, next_door, given, as_person):
    actions.report_progress(home.unit, given, Progress("done", files=[SimpleUploadedFile("a.pdf", PDF)]))
    there = reverse("work:evidence", args=[Evidence.objects.get().pk])
    assert as_person(home.other_unit).get(there).status_code == 404
    assert as_person(cast.city).get(there).status_code == 403
    assert as_person(home.administrator).get(there).status_code == 403
    assert as_person(next_door.office).get(there).status_code == 404


def test_opening_a_file_of_a_guarded_item_is_written_down(home, guarded, as_person):
    actions.report_progress(
        home.police, guarded, Progress("in_progress", "Đang làm", files=[SimpleUploadedFile("a.pdf", PDF)])
    )
    as_person(home.inspector).get(reverse("work:evidence", args=[Evidence.objects.get().pk]))
    assert Entry.objects.filter(verb="evidence.open", actor_id=home.inspector.pk).exists()


def test_a_guarded_task_is_seen_only_by_its_lead_and_those_over_all(cast, home, guarded, as_person):
    for person in (home.police, home.office, home.leader, home.inspector):
        assert as_person(person).get(address(guarded)).status_code == 200
    assert as_person(home.unit).get(address(guarded)).status_code == 404
    assert as_person(cast.city).get(address(guarded)).status_code == 403


def test_an_inspector_reads_the_history_and_writes_nothing(home, given, as_person):
    client = as_person(home.inspector)
    assert "chủ trì (trước đó: —)" in client.get(address(given)).content.decode()
    for name in ("work:report", "work:state", "work:lead"):
        assert client.post(address(given, name), {}).status_code == 403


def test_my_work_groups_what_a_unit_owes(home, given, as_person):
    page = as_person(home.unit).get(reverse("work:mine")).content.decode()
    assert "Rà soát quy hoạch phân khu" in page
    assert "#bao-cao-moi" in page


def test_a_returned_report_stands_on_my_work_with_its_reason(home, given, as_person):
    report = actions.report_progress(home.unit, given, Progress("done"))
    actions.return_report(home.leader, report, "Thiếu quyết định phê duyệt")
    assert "Thiếu quyết định phê duyệt" in as_person(home.unit).get(reverse("work:mine")).content.decode()


def test_a_leader_finds_what_waits_for_confirmation(home, given, as_person):
    actions.report_progress(home.unit, given, Progress("done"))
    page = as_person(home.leader).get(reverse("work:mine")).content.decode()
    assert "Báo cáo chờ xác nhận" in page


def test_leads_are_accepted_many_at_once(programme, home, as_person):
    client = as_person(home.office)
    there = reverse("work:assigning", args=[programme.pk])
    assert "Chỉnh trang đô thị" in client.get(there).content.decode()
    data = {}
    for row in Assignment.objects.exclude(proposed_lead=None):
        data |= {f"task-{row.pk}": row.proposed_lead_id, f"task-{row.pk}-yes": "1"}
    client.post(there, data)
    assert Assignment.objects.exclude(lead=None).count() == len(data) / 2
    assert Assignment.objects.filter(proposed_by_rule=True).count() == len(data) / 2


def test_a_row_that_is_not_ticked_or_names_another_wards_unit_is_left(programme, home, next_door, as_person):
    row = of(programme, "t1")
    client = as_person(home.office)
    there = reverse("work:assigning", args=[programme.pk])
    client.post(there, {f"task-{row.pk}": home.units["phong-kinh-te"].pk})
    client.post(there, {f"task-{row.pk}": next_door.units["phong-kinh-te"].pk, f"task-{row.pk}-yes": "1"})
    client.post(there, {f"task-{row.pk}": "x" * 30, f"task-{row.pk}-yes": "1"})
    row.refresh_from_db()
    assert row.lead is None


def test_units_that_report_figures_are_given_on_the_same_page(programme, home, as_person):
    measure = programme.measures.get(name__icontains="trực tuyến")
    there = reverse("work:assigning", args=[programme.pk])
    chosen = home.units["phong-van-hoa"]
    as_person(home.office).post(there, {f"measure-{measure.pk}": chosen.pk, f"measure-{measure.pk}-yes": "1"})
    measure.refresh_from_db()
    assert measure.lead == chosen
    assert Entry.objects.filter(verb="measure.lead").count() == 1


def test_initial_results_are_entered_in_one_table(programme, home, as_person):
    client = as_person(home.office)
    there = reverse("work:initial", args=[programme.pk])
    row = of(programme, "t6")
    assert "Hoàn thành số hóa hồ sơ" in client.get(there).content.decode()
    client.post(there, {f"{row.pk}-state": "done", f"{row.pk}-finished_on": "1/12/2025", f"{row.pk}-text": "Xong"})
    row.refresh_from_db()
    assert row.finished_on == datetime.date(2025, 12, 1)
    assert "Không còn nhiệm vụ nào" in client.get(there).content.decode()


def test_the_neighbour_finds_none_of_it(programme, next_door, given, as_person):
    report = ProgressReport.objects.create(
        ward=given.ward, assignment=given, state="done", reported_by_id=given.decided_by_id,
        reported_at=given.decided_at,
    )  # fmt: skip
    client = as_person(next_door.office)
    for there in (
        address(given),
        reverse("work:assigning", args=[programme.pk]),
        reverse("work:initial", args=[programme.pk]),
    ):
        assert client.get(there).status_code == 404
    for there in (
        address(given, "work:report"),
        address(given, "work:lead"),
        reverse("work:confirm", args=[report.pk]),
    ):
        assert client.post(there, {}).status_code == 404


def test_a_task_that_waits_for_confirmation_is_not_called_late_beside_it(programme, home, as_person, monkeypatch):
    from django.utils import timezone

    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: datetime.date(2026, 12, 5))
    task = Assignment.objects.get(task__ref="t1")
    address = reverse("work:task", args=[task.task_id])

    def chips():
        head = as_person(home.office).get(address).content.decode().split("title-row")[1].split("</main>")[0]
        return {
            word for word in ("Chưa thực hiện", "Chờ xác nhận", "Chưa rõ chủ trì", "Quá hạn 5 ngày") if word in head
        }

    assert chips() >= {"Chưa thực hiện", "Chưa rõ chủ trì", "Quá hạn 5 ngày"}
    Assignment.objects.filter(pk=task.pk).update(state="awaiting")
    assert "Chờ xác nhận" in chips()
    assert "Quá hạn 5 ngày" not in chips()
