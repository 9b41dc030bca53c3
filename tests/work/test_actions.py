import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.audit.models import Entry
from dondoc.programmes.models import Measure
from dondoc.work import actions
from dondoc.work.actions import InitialResult, Progress
from dondoc.work.models import Assignment, Evidence, Occurrence, ProgressReport, TaskState
from work import files
from work.made_programme import TODAY

PDF = files.pdf()


def of(programme, ref):
    return Assignment.objects.select_related("task", "ward").get(task__ref=ref, task__programme=programme)


def pdf(name="ket-qua.pdf"):
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


@pytest.fixture
def given(programme, home):
    """The first task, given to Phòng Kinh tế by the office."""
    assignment = of(programme, "t1")
    actions.decide_lead(home.office, assignment, home.units["phong-kinh-te"])
    return of(programme, "t1")


def test_publishing_proposes_leads_from_the_text_the_heading_and_the_clause(programme, home):
    assert of(programme, "t1").proposed_lead == home.units["phong-kinh-te"]
    assert of(programme, "t2").proposed_lead == home.units["phong-kinh-te"]
    assert "Thuộc mục" in of(programme, "t2").proposed_why
    assert list(of(programme, "t2").coordinating.all()) == [home.units["phong-van-hoa"]]


def test_nobody_leads_until_a_person_decides(programme):
    assert not Assignment.objects.exclude(lead=None).exists()


def test_a_collective_name_is_never_proposed(programme, home):
    assert of(programme, "t5").proposed_lead != home.units["don-vi-lien-quan"]


def test_publishing_sets_the_deadline_and_plans_the_occurrences(programme):
    assert of(programme, "t1").original_deadline == datetime.date(2026, 11, 30)
    assert of(programme, "t2").time_kind == "undated"
    monthly = of(programme, "t3").occurrences
    assert monthly.last().label == "Tháng 12/2030"
    assert not monthly.filter(deadline__lt=TODAY).exists()
    assert of(programme, "t4").occurrences.filter(label="Quý IV/2026").exists()


def test_proposing_again_keeps_what_was_decided_and_the_first_deadline(programme, home, given):
    given.task.finish = "2027"
    given.task.save()
    actions.propose_leads(programme)
    again = of(programme, "t1")
    assert again.lead == home.units["phong-kinh-te"]
    assert again.original_deadline == datetime.date(2026, 11, 30)
    assert Assignment.objects.count() == 6


def test_a_decided_lead_takes_the_measures_of_its_task_with_it(programme, home):
    actions.decide_lead(home.leader, of(programme, "t5"), home.units["van-phong-dang-uy"])
    assert Measure.objects.get(task__ref="t5").lead == home.units["van-phong-dang-uy"]


def test_a_decided_lead_is_written_down_with_what_it_was_before(home, given):
    entry = Entry.objects.get(verb="task.lead")
    assert entry.data == {"before": None, "after": home.units["phong-kinh-te"].name, "proposed": True}
    assert entry.actor_id == home.office.pk


def test_a_collective_or_another_wards_unit_cannot_lead(programme, home, next_door):
    for unit in (home.units["don-vi-lien-quan"], next_door.units["phong-kinh-te"]):
        with pytest.raises(ValidationError):
            actions.decide_lead(home.office, of(programme, "t1"), unit)


def test_units_inspectors_and_neighbours_decide_no_lead(programme, home, next_door):
    for person in (home.unit, home.inspector, next_door.office, home.administrator):
        with pytest.raises(PermissionDenied):
            actions.decide_lead(person, of(programme, "t1"), home.units["phong-kinh-te"])


def test_many_leads_are_given_at_once(programme, home):
    choices = {of(programme, ref).pk: home.units["phong-kinh-te"] for ref in ("t1", "t2")}
    assert actions.decide_leads(home.office, choices) == 2
    assert Assignment.objects.filter(lead=home.units["phong-kinh-te"]).count() == 2


def test_the_lead_reports_with_evidence_and_waits(home, given):
    report = actions.report_progress(home.unit, given, Progress("done", "Đã xong", files=[pdf()]))
    given.refresh_from_db()
    assert given.state == TaskState.AWAITING
    evidence = report.evidence.get()
    assert evidence.filename == "ket-qua.pdf"
    assert evidence.size == len(PDF)
    assert len(evidence.sha256) == 64
    assert evidence.unit == home.units["phong-kinh-te"]
    assert "ket-qua" not in evidence.file.name


def test_only_the_lead_and_the_office_report(home, next_door, given):
    for person in (home.other_unit, home.leader, home.inspector, next_door.unit, next_door.office):
        with pytest.raises(PermissionDenied):
            actions.report_progress(person, given, Progress("done"))


def test_a_confirmed_report_finishes_the_task_on_its_day(home, given):
    day = TODAY - datetime.timedelta(days=1)
    report = actions.report_progress(home.unit, given, Progress("done", finished_on=day))
    actions.confirm(home.leader, report)
    given.refresh_from_db()
    assert (given.state, given.finished_on) == (TaskState.DONE, day)
    with pytest.raises(ValidationError):
        actions.confirm(home.leader, report)


def test_nobody_confirms_an_own_report(home, given):
    report = actions.report_progress(home.office, given, Progress("in_progress", "Đang làm"))
    with pytest.raises(PermissionDenied):
        actions.confirm(home.office, report)
    actions.confirm(home.leader, report)
    assert report.status == ProgressReport.Status.CONFIRMED


def test_units_confirm_nothing(home, given):
    report = actions.report_progress(home.unit, given, Progress("in_progress", "Đang làm"))
    with pytest.raises(PermissionDenied):
        actions.confirm(home.other_unit, report)


def test_a_returned_report_keeps_its_reason_and_the_task_goes_on(home, given):
    report = actions.report_progress(home.unit, given, Progress("done"))
    with pytest.raises(ValidationError):
        actions.return_report(home.leader, report, "  ")
    actions.return_report(home.leader, report, "Thiếu quyết định")
    given.refresh_from_db()
    assert given.state == TaskState.IN_PROGRESS
    assert report.reason == "Thiếu quyết định"


@pytest.mark.parametrize(
    "progress",
    [
        Progress("in_progress", " "),
        Progress("dropped", "x"),
        Progress("done", finished_on=datetime.date(2100, 1, 1)),
        Progress("in_progress", "x", files=[SimpleNamespace(name="a", size=1)] * 11),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(home, given, progress):
    with pytest.raises(ValidationError) as refusal:
        actions.report_progress(home.unit, given, progress)
    assert len(refusal.value.messages) == 1
    assert not ProgressReport.objects.exists()


def test_a_refused_file_leaves_no_report_behind(home, given):
    bad = SimpleUploadedFile("ket-qua.pdf", b"MZ not a pdf")
    with pytest.raises(ValidationError):
        actions.report_progress(home.unit, given, Progress("done", files=[bad]))
    assert not ProgressReport.objects.exists()
    assert not Evidence.objects.exists()


def test_an_occurrence_is_reported_and_confirmed_on_its_own(programme, home):
    assignment = of(programme, "t3")
    actions.decide_lead(home.office, assignment, home.units["van-phong-dang-uy"])
    assignment = of(programme, "t3")
    occurrence = assignment.occurrences.first()
    report = actions.report_progress(home.office, assignment, Progress("done", "Đã họp", occurrence=occurrence))
    actions.confirm(home.leader, report)
    occurrence.refresh_from_db()
    assignment.refresh_from_db()
    assert occurrence.state == TaskState.DONE
    assert occurrence.finished_on is not None
    assert assignment.state == TaskState.IN_PROGRESS
    assert assignment.finished_on is None


def test_an_occurrence_of_another_task_is_refused(programme, home, given):
    other = Occurrence.objects.filter(assignment__task__ref="t3").first()
    with pytest.raises(ValidationError):
        actions.report_progress(home.unit, given, Progress("done", occurrence=other))


def test_a_suspended_task_takes_no_report_until_it_is_taken_up_again(home, given):
    actions.set_state(home.leader, given, "suspended", "Chờ kinh phí")
    with pytest.raises(ValidationError):
        actions.report_progress(home.unit, of(given.task.programme, "t1"), Progress("done"))
    actions.set_state(home.leader, given, "in_progress", "Đã có kinh phí")
    assert actions.report_progress(home.unit, of(given.task.programme, "t1"), Progress("done")).pk


def test_a_state_needs_a_reason_and_somebody_who_may_set_it(home, given):
    with pytest.raises(ValidationError):
        actions.set_state(home.office, given, "dropped", "")
    with pytest.raises(PermissionDenied):
        actions.set_state(home.unit, given, "dropped", "không làm nữa")


def test_what_fell_due_before_it_came_here_awaits_its_initial_result(programme, home):
    old = of(programme, "t6")
    assert old.awaits_initial
    done = InitialResult(old.pk, "done", datetime.date(2025, 12, 20), "Đã xong 100%")
    assert actions.enter_initial_results(home.office, programme, [done]) == 1
    old.refresh_from_db()
    assert not old.awaits_initial
    assert (old.state, old.finished_on) == (TaskState.DONE, datetime.date(2025, 12, 20))
    assert old.reports.get().status == ProgressReport.Status.INITIAL


def test_only_the_office_enters_initial_results(programme, home):
    with pytest.raises(PermissionDenied):
        actions.enter_initial_results(home.leader, programme, [])
