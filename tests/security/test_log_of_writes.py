"""Every write leaves exactly one entry in the log, in its own transaction: no entry, no change."""

from __future__ import annotations

import ast
import datetime
import inspect
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from dondoc.audit import triggers
from dondoc.audit.actions import fingerprint, record, verify_chain
from dondoc.audit.models import Chain, Entry
from dondoc.intake import actions as intake
from dondoc.intake.models import Review, Upload
from dondoc.measurement import actions as measurement
from dondoc.measurement.judging import promise_of
from dondoc.measurement.queries import open_periods
from dondoc.papers import actions as papers
from dondoc.papers import periods
from dondoc.programme import json as format_json
from dondoc.programmes import actions as programmes
from dondoc.wards import actions as wards
from dondoc.wards.models import User
from dondoc.work import actions as work
from dondoc.work.models import TaskState
from security.world import guarded_reading, make_world, png
from work.made_programme import TODAY

pytestmark = pytest.mark.django_db


def item(w, kind="task"):
    return w["review"].items.filter(kind=kind).first()


def observed(w, ref="figure"):
    return type(w[ref]).objects.select_related("measure__ward", "measure__programme", "ward").get(pk=w[ref].pk)


def assignment(w, name="task"):
    return work.Assignment.objects.select_related("task", "ward").get(task=w[name])


def report(w):
    related = ("assignment__task", "ward", "occurrence")
    return type(w["report"]).objects.select_related(*related).get(pk=w["report"].pk)


def paper_again(w):
    return programmes.ReviewedPaper(
        guarded_reading(), "09-CTr/ĐU", datetime.date(2026, 2, 2), "a.txt", SimpleUploadedFile("a", b"x")
    )


def new_file():
    return SimpleUploadedFile("khác.txt", b"khong quan trong")


def new_period(w):
    period = periods.parse("2026-Q3")
    assert period is not None
    return period, "2026-Q3"


# Every verb of every app: what it does in the world of `security.world`, by whom.
VERBS: dict[str, Any] = {
    "wards.add_person": lambda h, w: wards.add_person(by=h.administrator, ward=h.ward, username="moi.nguoi", password="x" * 20, full_name="Mới", role="leader"),
    "wards.change_person": lambda h, w: wards.change_person(by=h.administrator, person=h.leader, position="Phó Bí thư"),
    "wards.deactivate": lambda h, w: wards.deactivate(by=h.administrator, person=h.leader),
    "wards.reactivate": lambda h, w: wards.reactivate(by=h.administrator, person=h.leader),
    "wards.set_password": lambda h, w: wards.set_password(by=h.administrator, person=h.leader),
    "wards.note_own_password": lambda h, w: wards.note_own_password(h.leader),
    "wards.add_unit": lambda h, w: wards.add_unit(by=h.administrator, ward=h.ward, name="Trạm Y tế"),
    "wards.change_unit": lambda h, w: wards.change_unit(by=h.administrator, unit=w["unit"], name="Phòng Kinh tế mới"),
    "wards.retire_unit": lambda h, w: wards.retire_unit(by=h.administrator, unit=w["unit"]),
    "wards.change_settings": lambda h, w: wards.change_settings(by=h.administrator, ward=h.ward, soon_days=20),
    "programmes.publish": lambda h, w: programmes.publish(h.office, h.ward, paper_again(w), replaces=w["programme"]),
    "programmes.decide_finding": lambda h, w: programmes.decide_finding(h.office, w["finding"], {"state": "decided", "binding": 0, "decided_by_name": "Thường vụ"}),
    "programmes.mark_item": lambda h, w: programmes.mark_item(h.office, w["task"], focus=True),
    "intake.upload": lambda h, w: intake.upload(h.office, h.ward, new_file(), queue=False),
    "intake.bring_in": lambda h, w: intake.bring_in(h.office, h.ward, SimpleUploadedFile("x.json", format_json.encode(guarded_reading()))),
    "intake.drop_upload": lambda h, w: intake.drop_upload(h.office, w["upload"]),
    "intake.answer": lambda h, w: intake.answer(h.office, w["upload"], yes=True),
    "intake.set_header": lambda h, w: intake.set_header(h.office, w["review"], number="11-CTr/ĐU", no_number=False, date=None, no_date=True, header={}),
    "intake.accept": lambda h, w: intake.accept(h.office, item(w), 1),
    "intake.accept_section": lambda h, w: intake.accept_section(h.office, w["review"], item(w).data["section"]),
    "intake.edit": lambda h, w: intake.edit(h.office, item(w), 1, {"leads": ["Công an phường"]}),
    "intake.drop": lambda h, w: intake.drop(h.office, item(w), 1),
    "intake.mark": lambda h, w: intake.mark(h.office, item(w), 1, focus=True, breakthrough=False),
    "intake.move": lambda h, w: intake.move(h.office, item(w), 1, w["section"].ref),
    "intake.reclassify": lambda h, w: intake.reclassify(h.office, item(w), 1, "indicator"),
    "intake.split": lambda h, w: intake.split(h.office, item(w), 1, 11),
    "intake.join": lambda h, w: intake.join(h.office, item(w), 1),
    "intake.add": lambda h, w: intake.add(h.office, w["review"], "task", item(w).data["section"], 400, 430),
    "intake.decide": lambda h, w: intake.decide(h.office, item(w, "finding"), 1, {"state": "decided", "decided_by_name": "Thường vụ"}),
    "intake.undo": lambda h, w: intake.undo(h.office, w["review"]),
    "intake.publish": lambda h, w: intake.publish(h.office, w["review"]),
    "work.decide_lead": lambda h, w: work.decide_lead(h.office, assignment(w), h.units["phong-van-hoa"]),
    "work.decide_leads": lambda h, w: work.decide_leads(h.office, {assignment(w).pk: h.units["phong-van-hoa"]}),
    "work.decide_measure_leads": lambda h, w: work.decide_measure_leads(h.office, w["programme"], {w["measure"].pk: h.units["phong-van-hoa"]}),
    "work.report_progress": lambda h, w: work.report_progress(h.unit, assignment(w), work.Progress(TaskState.DONE, files=[png()])),
    "work.confirm": lambda h, w: work.confirm(h.leader, report(w)),
    "work.return_report": lambda h, w: work.return_report(h.leader, report(w), "Thiếu minh chứng"),
    "work.set_state": lambda h, w: work.set_state(h.leader, assignment(w), "suspended", "Chờ vốn"),
    "work.enter_initial_results": lambda h, w: work.enter_initial_results(h.office, w["programme"], [work.InitialResult(assignment(w).pk, "done")]),
    "work.note_download": lambda h, w: work.note_download(h.office, w["guarded_evidence"]),
    "measurement.report_figure": lambda h, w: measurement.report_figure(h.unit, observed(w).measure, measurement.Figure(reported_period(w), Decimal(55), correction_reason="Sửa", files=[png()])),
    "measurement.confirm_figure": lambda h, w: measurement.confirm_figure(h.leader, observed(w)),
    "measurement.return_figure": lambda h, w: measurement.return_figure(h.leader, observed(w), "Sai nguồn"),
    "measurement.set_nature": lambda h, w: measurement.set_nature(h.office, observed(w).measure, "level"),
    "measurement.set_baseline": lambda h, w: measurement.set_baseline(h.office, observed(w).measure, Decimal(5), 2025),
    "measurement.set_milestones": lambda h, w: measurement.set_milestones(h.office, observed(w).measure, {2027: Decimal(5)}),
    "measurement.set_aside": lambda h, w: measurement.set_aside(h.office, observed(w).measure, "Chờ phân cấp"),
    "measurement.close_period": lambda h, w: measurement.close_period(h.office, w["programme"], new_period(w)[0]),
    "papers.write_report": lambda h, w: papers.write_report(h.leader, w["programme"], *new_period(w)),
}  # fmt: skip
# A person's taste, and what only computes from what others wrote: nothing of it is a decision.
WITHOUT_ENTRY = {
    "wards.choose_look",
    "work.propose_leads",
    "intake.claim",
    "intake.take_up_again",
    "intake.store_result",
}
# Verbs that do several logged things at once.
MORE_ENTRIES = {"papers.write_report": 2}
# Verbs that only write into the log.
ONLY_LOG = {"wards.note_own_password", "work.note_download"}


def reported_period(w):
    """Return the period for which the world's figure was reported."""
    one = observed(w)
    periods_ = open_periods(promise_of(one.measure, one.measure.programme), TODAY)
    return next(period for period in periods_ if period.end == one.period_end)


@pytest.fixture
def world(cast, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    return make_world(cast, monkeypatch)


def everything() -> dict[str, list[Any]]:
    """Return every row of every table, but sessions and the log."""
    skipped = {Entry, Chain, Session}
    models = [m for m in apps.get_models(include_auto_created=True) if m not in skipped]
    found = {}
    for model in models:
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found[model._meta.label] = sorted(map(repr, cursor.fetchall()))
    return found


def files(folder):
    return sorted(str(path) for path in folder.rglob("*") if path.is_file())


def test_every_verb_of_every_app_is_tried_here():
    written = set()
    for app, modules in {
        "wards": [wards], "programmes": [programmes], "work": [work], "papers": [papers],
        "measurement": [measurement], "intake": [intake],
    }.items():  # fmt: skip
        for module in modules:
            for name, verb in inspect.getmembers(module, inspect.isfunction):
                own = verb.__module__.startswith(f"dondoc.{app}.") and not name.startswith("_")
                source = ast.parse(inspect.getsource(inspect.unwrap(verb)).lstrip()) if own else None
                if source is not None and _writes(source):
                    written.add(f"{app}.{name}")
    assert written - set(VERBS) - WITHOUT_ENTRY == set(), "new verbs need a row here"


def _writes(source):
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in ast.walk(source)}
    return bool(names & {"record", "_act", "_write", "_activate", "_save_changes", "atomic", "transaction_with_files"})


def ready(verb, home, world):
    """Bring about what the verb needs."""
    world["review"].items.update(doubtful=False)
    if verb == "wards.reactivate":
        User.objects.filter(pk=home.leader.pk).update(is_active=False)
    if verb == "intake.answer":
        Upload.objects.filter(pk=world["upload"].pk).update(state="asked", code="legacy_encoding")
    if verb == "intake.undo":
        intake.accept(home.office, item(world), 1)
    if verb == "intake.publish":
        Review.objects.filter(pk=world["review"].pk).update(number="7", no_date=True)
    fresh(home, world)


def fresh(home, world):
    """Forget what the objects in hand hold of what was taken back."""
    for value in (*world.values(), *home.people(), *home.units.values(), home.ward):
        value.refresh_from_db()


class TakenBackError(Exception):
    """Takes a try back."""


@contextmanager
def taken_back():
    with suppress(TakenBackError), transaction.atomic():
        yield
        raise TakenBackError


@pytest.mark.parametrize("app", ["wards", "programmes", "intake", "work", "measurement", "papers"])
def test_a_verb_writes_one_entry_and_without_it_changes_nothing(cast, world, home, app, monkeypatch, tmp_path):
    for verb in (name for name in VERBS if name.startswith(f"{app}.")):
        with home.scope(), taken_back():
            ready(verb, home, world)
            before, entries, kept = everything(), Entry.objects.count(), files(tmp_path)
            with monkeypatch.context() as patch:
                patch.setattr(Entry, "save", lambda *a, **k: 1 / 0)
                with suppress(ZeroDivisionError), transaction.atomic():
                    VERBS[verb](home, world)
                    pytest.fail(f"{verb} did not write into the log")
            assert everything() == before, verb
            assert files(tmp_path) == kept, f"{verb}: a file stayed of what was not done"
            assert Entry.objects.count() == entries
            fresh(home, world)
            VERBS[verb](home, world)
            assert Entry.objects.count() == entries + MORE_ENTRIES.get(verb, 1), verb
            assert (everything() != before) is (verb not in ONLY_LOG), verb
            assert verify_chain(home.ward.pk) is None
        fresh(home, world)


def chained(home, number=4):
    return [
        record(ward=home.ward, actor=home.office, verb="test", target=("x", n), label=f"việc {n}")
        for n in range(number)
    ]


@pytest.fixture
def touchable(db):
    """Let a test do to the log what the database refuses."""
    triggers.remove(connection)
    yield
    triggers.install(connection)


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_changed_a_removed_and_an_inserted_entry_are_found(home, touchable):
    entries = chained(home)
    number = entries[1].number
    assert verify_chain(home.ward.pk) is None
    sql("UPDATE audit_entry SET object_label = %s WHERE id = %s", "việc khác", entries[1].pk)
    assert (broken := verify_chain(home.ward.pk)) is not None
    assert (broken.number, broken.why) == (number, "changed")
    sql("UPDATE audit_entry SET object_label = %s WHERE id = %s", entries[1].object_label, entries[1].pk)
    assert verify_chain(home.ward.pk) is None
    # One put in between, with the following ones moved up by one and the hashes left as they were.
    for entry in reversed(entries[2:]):
        sql("UPDATE audit_entry SET number = number + 1 WHERE id = %s", entry.pk)
    forged = Entry(**{f.attname: getattr(entries[1], f.attname) for f in Entry._meta.fields if f.attname != "id"})
    forged.number, forged.previous = number + 1, entries[1].hash
    forged.save(force_insert=True)
    assert (broken := verify_chain(home.ward.pk)) is not None
    assert broken.number == number + 1
    sql("DELETE FROM audit_entry WHERE id = %s", forged.pk)
    assert (broken := verify_chain(home.ward.pk)) is not None
    assert (broken.number, broken.why) == (number + 1, "missing")


def test_an_entry_added_past_the_log_is_found_at_the_end(home, touchable):
    last = chained(home)[-1]
    forged = Entry(**{f.attname: getattr(last, f.attname) for f in Entry._meta.fields if f.attname != "id"})
    forged.number, forged.previous = last.number + 1, last.hash
    forged.hash = fingerprint(forged)
    forged.save(force_insert=True)
    assert (broken := verify_chain(home.ward.pk)) is not None
    assert broken.why == "missing at the end"
