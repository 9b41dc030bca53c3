from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.audit.models import Entry
from dondoc.measure.cadence import report_period
from dondoc.measurement import actions
from dondoc.measurement.actions import Figure, close_period
from dondoc.measurement.models import Observation, PeriodClose, Standing
from dondoc.programmes.models import Measure
from work.files import pdf
from work.made_programme import TODAY

Q1 = report_period("quarter", 2026, 1)
Q2 = report_period("quarter", 2026, 2)
H1 = report_period("half_year", 2026, 1)
PDF = pdf()


def named(words):
    return Measure.objects.select_related("ward", "programme").get(name__icontains=words)


@pytest.fixture
def online(programme, home):
    """The share of online files, for which Phòng Văn hóa reports."""
    Measure.objects.filter(name__icontains="trực tuyến").update(lead=home.units["phong-van-hoa"])
    return named("trực tuyến")


def status(measure):
    return Standing.objects.get(measure=measure).status


def test_publishing_judges_every_measure_once(programme):
    assert Standing.objects.count() == 4
    assert set(Standing.objects.values_list("status", flat=True)) <= {"no_data", "not_due"}


def test_a_measure_that_was_never_reported_before_it_came_here_is_not_overdue(programme, online):
    standing = Standing.objects.get(measure=online)
    assert standing.status == "no_data"
    assert standing.owed_overdue is False


def test_a_unit_reports_a_figure_and_it_waits_for_confirmation(home, online):
    figure = Figure(Q1, D("93.5"), note="Cổng dịch vụ công", files=[SimpleUploadedFile("a.pdf", PDF)])
    made = actions.report_figure(home.other_unit, online, figure)
    assert (made.status, made.version, made.period_label) == ("submitted", 1, "Quý I/2026")
    assert made.evidence.get().filename == "a.pdf"
    assert status(online) == "no_data"
    assert Entry.objects.get(verb="figure.report").data["value"] == "93.5"


def test_a_confirmed_figure_is_judged_at_once_with_its_arithmetic(home, online):
    made = actions.report_figure(home.other_unit, online, Figure(Q1, D("85")))
    actions.confirm_figure(home.leader, made)
    standing = Standing.objects.get(measure=online)
    assert standing.status == "at_risk"
    assert standing.observed == 85
    assert standing.steps[-1]["result"]["value"] == "nguy cơ"


def test_only_the_unit_in_charge_and_the_office_report(home, next_door, online):
    for person in (home.unit, home.leader, home.inspector, home.administrator, next_door.office):
        with pytest.raises(PermissionDenied):
            actions.report_figure(person, online, Figure(Q1, D(1)))


def test_nobody_confirms_an_own_figure_and_units_confirm_none(home, online):
    made = actions.report_figure(home.office, online, Figure(Q1, D(90)))
    for person in (home.office, home.other_unit, home.inspector):
        with pytest.raises(PermissionDenied):
            actions.confirm_figure(person, made)
    actions.confirm_figure(home.leader, made)
    with pytest.raises(ValidationError):
        actions.confirm_figure(home.leader, made)


def test_a_returned_figure_keeps_the_earlier_confirmed_one_standing(home, online):
    first = actions.report_figure(home.other_unit, online, Figure(Q1, D(95)))
    actions.confirm_figure(home.leader, first)
    second = actions.report_figure(home.other_unit, online, Figure(Q1, D(20), correction_reason="nhập nhầm"))
    actions.return_figure(home.leader, second, "Số không khớp báo cáo")
    standing = Standing.objects.get(measure=online)
    assert standing.observed == 95


def test_a_correction_is_a_new_version_with_a_reason_and_nothing_is_overwritten(home, online):
    first = actions.report_figure(home.other_unit, online, Figure(Q1, D(95)))
    actions.confirm_figure(home.leader, first)
    with pytest.raises(ValidationError):
        actions.report_figure(home.other_unit, online, Figure(Q1, D(59)))
    second = actions.report_figure(home.other_unit, online, Figure(Q1, D(59), correction_reason="đảo chữ số"))
    first.refresh_from_db()
    assert (second.version, second.supersedes) == (2, first)
    assert first.value == 95
    actions.confirm_figure(home.leader, second)
    assert Standing.objects.get(measure=online).observed == 59


def test_a_version_that_was_replaced_can_no_longer_be_decided(home, online):
    first = actions.report_figure(home.other_unit, online, Figure(Q1, D(95)))
    actions.report_figure(home.other_unit, online, Figure(Q1, D(96)))
    with pytest.raises(ValidationError):
        actions.confirm_figure(home.leader, first)


@pytest.mark.parametrize(
    "figure", [Figure(report_period("quarter", 2099, 1), D(1)), Figure(Q1), Figure(Q1, absolute=D(3))]
)
def test_what_does_not_fit_is_refused_in_one_sentence(home, online, figure):
    with pytest.raises(ValidationError) as refusal:
        actions.report_figure(home.other_unit, online, figure)
    assert len(refusal.value.messages) == 1
    assert not Observation.objects.exists()


def test_growth_is_found_from_two_absolute_values(home, online):
    Measure.objects.filter(pk=online.pk).update(direction="increase", low=10)
    measure = named("trực tuyến")
    made = actions.report_figure(home.office, measure, Figure(Q1, absolute=D(112), absolute_before=D(100)))
    assert made.value == 12
    with pytest.raises(ValidationError):
        actions.report_figure(home.office, measure, Figure(Q2, absolute=D(112), absolute_before=D(0)))


def test_a_qualitative_measure_is_assessed_with_evidence_or_grounds(programme, home):
    measure = named("ổn định")
    with pytest.raises(ValidationError):
        actions.report_figure(home.office, measure, Figure(H1, assessed="met"))
    with pytest.raises(ValidationError):
        actions.report_figure(home.office, measure, Figure(H1, assessed="wonderful", note="căn cứ"))
    made = actions.report_figure(home.office, measure, Figure(H1, assessed="on_track", note="Báo cáo số 12"))
    actions.confirm_figure(home.leader, made)
    assert Standing.objects.get(measure=measure).status in ("on_track", "report_overdue")


def test_nature_baseline_milestones_and_setting_aside_are_decided_and_written_down(programme, home):
    measure = named("doanh nghiệp đang")
    actions.set_nature(home.office, measure, "level")
    actions.set_baseline(home.leader, measure, D(150), 2025)
    actions.set_milestones(home.office, measure, {2027: D(180), 2028: D(210)})
    made = actions.report_figure(home.office, named("doanh nghiệp đang"), Figure(H1, D(160)))
    actions.confirm_figure(home.leader, made)
    standing = Standing.objects.get(measure=measure)
    assert standing.expected is not None
    assert round(standing.expected) == 157
    actions.set_aside(home.office, named("doanh nghiệp đang"), "Chờ thành phố phân cấp")
    assert status(measure) == "not_applied"
    actions.set_aside(home.office, named("doanh nghiệp đang"), "")
    assert status(measure) != "not_applied"
    verbs = set(Entry.objects.filter(object_type="programmes.measure").values_list("verb", flat=True))
    assert {"measure.nature", "measure.baseline", "measure.milestones", "measure.aside", "measure.apply"} <= verbs


def test_a_baseline_needs_its_year_and_a_milestone_lies_before_the_target(programme, home):
    measure = named("doanh nghiệp đang")
    for value, year in ((D(1), None), (None, 2025), (D(1), 1900), (D(1), 2055)):
        with pytest.raises(ValidationError):
            actions.set_baseline(home.office, measure, value, year)
    with pytest.raises(ValidationError):
        actions.set_milestones(home.office, measure, {2030: D(1)})
    with pytest.raises(ValidationError):
        actions.set_nature(home.office, measure, "colour")


def test_units_plan_their_own_milestones_and_decide_nothing_else(home, online):
    actions.set_milestones(home.other_unit, online, {2027: D(91)})
    for act in (lambda: actions.set_nature(home.other_unit, online, "rate"),
                lambda: actions.set_baseline(home.other_unit, online, D(1), 2025),
                lambda: actions.set_aside(home.other_unit, online, "x"),
                lambda: actions.set_milestones(home.unit, online, {})):  # fmt: skip
        with pytest.raises(PermissionDenied):
            act()


def test_a_closed_period_keeps_its_figures_and_a_later_correction_is_marked(programme, home, online):
    first = actions.report_figure(home.other_unit, online, Figure(Q1, D(95)))
    actions.confirm_figure(home.leader, first)
    closed = close_period(home.office, programme, Q1)
    frozen = next(one for one in closed.figures if one["measure"] == online.pk)
    assert (frozen["observed"], frozen["version"], frozen["status"]) == ("95", 1, "on_track")
    second = actions.report_figure(home.other_unit, online, Figure(Q1, D(59), correction_reason="đảo chữ số"))
    actions.confirm_figure(home.leader, second)
    assert second.after_close
    closed.refresh_from_db()
    assert next(one for one in closed.figures if one["measure"] == online.pk)["observed"] == "95"
    with pytest.raises(ValidationError):
        close_period(home.office, programme, Q1)
    again = close_period(home.office, programme, Q1, "Đính chính số liệu")
    assert again.version == 2
    assert PeriodClose.objects.count() == 2


def test_a_figure_for_a_closed_period_needs_a_reason_even_as_the_first(programme, home, online):
    close_period(home.office, programme, Q1)
    with pytest.raises(ValidationError):
        actions.report_figure(home.other_unit, online, Figure(Q1, D(95)))


def test_a_period_is_closed_after_its_end_and_by_those_who_may(programme, home):
    with pytest.raises(ValidationError):
        close_period(home.office, programme, report_period("year", TODAY.year))
    with pytest.raises(PermissionDenied):
        close_period(home.unit, programme, Q1)
