"""Many at once on one database: nothing is lost, nothing is done twice, nobody meets an error."""

from __future__ import annotations

import datetime

import pytest

from dondoc.audit.actions import verify_chain
from dondoc.audit.models import Entry
from dondoc.intake import actions as intake
from dondoc.intake.models import Review, Upload
from dondoc.programmes.models import Programme, Task
from dondoc.work import actions as work
from dondoc.work.models import Assignment, ProgressReport
from faults.beside import start, together
from intake.conftest import PAPER, upload_paper
from work.made_programme import publish_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PROCESSES, EACH = 8, 50
REPORT_AND_UPLOAD = """
from django.core.files.base import ContentFile
from dondoc.intake import actions as intake
from dondoc.work import actions as work
from dondoc.work.models import Assignment
user = who(name)
for n in range(each):
    task = Assignment.objects.select_related("task", "ward", "lead").get(pk=assignment)
    work.report_progress(user, task, work.Progress("in_progress", f"{me}/{n}"))
    if n % 10 == 0:
        intake.upload(user, ward, ContentFile(f"{me}/{n}".encode(), "a.txt"), queue=False)
"""
PUBLISH = """
from dondoc.intake import actions
from dondoc.intake.models import Review
review = Review.objects.select_related("upload", "ward").get(pk=pk)
try:
    print(actions.publish(who(name), review).pk)
except actions.RefusedError as refusal:
    print("refused:", refusal)
"""


def ready(review):
    """See everything that must be seen before publication."""
    review.items.update(doubtful=False)
    return review.pk


def test_eight_processes_report_and_upload_and_nothing_is_lost(cast, home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    publish_in(home)
    with home.scope():
        assignment = Assignment.objects.select_related("task", "ward").get(task__ref="t2")
        work.decide_lead(home.office, assignment, home.units["phong-kinh-te"])
        before = Entry.objects.count()
        values = {"name": home.office.username, "each": EACH, "assignment": assignment.pk}
        together([start(REPORT_AND_UPLOAD, me=me, **values) for me in range(PROCESSES)], seconds=280)
        said = set(ProgressReport.objects.values_list("text", flat=True))
        assert said == {f"{me}/{n}" for me in range(PROCESSES) for n in range(EACH)}
        uploads = PROCESSES * len(range(0, EACH, 10))
        assert Upload.objects.count() == uploads
        assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == uploads
        assert Entry.objects.count() - before == PROCESSES * EACH + uploads
    assert verify_chain(home.ward.pk) is None


def test_two_publications_at_once_make_one_programme(cast, home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload_paper(cast)
    with home.scope():
        pk = ready(Review.objects.get())
    said = together([start(PUBLISH, pk=pk, name=home.office.username) for _ in range(2)])
    assert sorted(one.startswith("refused:") for one in said) == [False, True]
    with home.scope():
        programme = Programme.objects.get()
        assert programme.versions.count() == 1
        assert Entry.objects.filter(verb="programme.publish").count() == 1
        review = Review.objects.select_related("upload").get()
        assert (review.programme_id, review.upload.state) == (programme.pk, "published")


def test_two_papers_that_amend_one_programme_become_versions_two_and_three(cast, home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    programme = publish_in(home)
    reviews = []
    for text in (PAPER, PAPER.replace("98%", "99%")):
        upload = upload_paper(cast, text, replaces=programme)
        with home.scope():
            reviews.append(ready(Review.objects.get(upload=upload)))
    together([start(PUBLISH, pk=pk, name=home.office.username) for pk in reviews])
    with home.scope():
        assert sorted(Programme.objects.get().versions.values_list("number", flat=True)) == [1, 2, 3]


def test_reports_made_while_version_two_is_published_are_kept(cast, home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload_paper(cast)
    with home.scope():
        review = Review.objects.select_related("upload", "ward").get()
        ready(review)
        programme = intake.publish(home.office, review)
        task = Task.objects.get(text__contains="tuyến đường")
        assignment = Assignment.objects.select_related("task", "ward").get(task=task)
        work.decide_lead(home.office, assignment, home.units["phong-kinh-te"])
    amended = upload_paper(cast, PAPER.replace("98%", "99%"), replaces=programme)
    with home.scope():
        pk = ready(Review.objects.get(upload=amended))
    values = {"name": home.office.username, "each": 20, "assignment": assignment.pk, "me": 0}
    together([start(REPORT_AND_UPLOAD, **values), start(PUBLISH, pk=pk, name=home.office.username)])
    with home.scope():
        assignment.refresh_from_db()
        assert Programme.objects.get().version == 2
        assert Task.objects.get(pk=task.pk).version_to is None
        assert set(assignment.reports.values_list("text", flat=True)) == {f"0/{n}" for n in range(20)}
        assert (assignment.state, assignment.lead) == ("in_progress", home.units["phong-kinh-te"])
        assert assignment.reported_at.date() <= datetime.date.today() + datetime.timedelta(days=1)
    assert verify_chain(home.ward.pk) is None
