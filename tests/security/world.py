"""One of everything in the home ward: open and guarded tasks, measures, files, a paper in review, a report."""

from __future__ import annotations

import base64
import datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from dondoc.intake import actions as intake
from dondoc.intake.models import Review
from dondoc.measurement import actions as measurement
from dondoc.measurement.judging import promise_of
from dondoc.measurement.models import Observation
from dondoc.measurement.queries import open_periods
from dondoc.papers import actions as papers
from dondoc.papers import periods
from dondoc.programme import json as format_json
from dondoc.programme import model as format_
from dondoc.programmes.actions import ReviewedPaper, publish
from dondoc.programmes.models import Indicator, Measure, Task
from dondoc.work import actions as work
from dondoc.work.models import Assignment, Evidence, TaskState
from work.made_programme import TODAY, reading, span

# Words and figures that stand in guarded items only: whoever may not see those finds none of these anywhere.
GUARDED_WORDS = ("Tuần tra ban đêm", "lực lượng thường trực", "7.531", "7531", "hồ sơ tuần tra")
PNG = base64.b64decode(  # one grey pixel
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


def guarded_reading() -> format_.Programme:
    """Return the small reading with a guarded target, the same promised openly, and a finding about both."""
    paper = reading()
    paper.indicators += [
        format_.Indicator(
            id="i8", section="s1", label="(8)", text="Đội ngũ sẵn sàng 30 đồng chí", spans=span(300),
            measures=[format_.Measure(name="đội ngũ sẵn sàng", low=Decimal(30), unit="đồng chí", period="annual")],
        ),
        format_.Indicator(
            id="i9", section="s3", label="(9)", text="Đội ngũ sẵn sàng 7.531 đồng chí thuộc lực lượng thường trực", spans=span(330),
            measures=[format_.Measure(name="đội ngũ sẵn sàng", low=Decimal(7531), unit="đồng chí", period="annual")],
        ),
    ]  # fmt: skip
    paper.findings = [
        format_.Finding(
            kind="contradiction", severity="error", where=["30 đồng chí", "7.531 đồng chí"], spans=[*span(300), *span(330)],
            why="Đội ngũ sẵn sàng được ghi hai số khác nhau: 30 và 7.531.",
        )
    ]  # fmt: skip
    return paper


def png(name: str = "hồ sơ.png") -> SimpleUploadedFile:
    """Return an evidence file."""
    return SimpleUploadedFile(name, PNG, content_type="image/png")


def make_world(cast: Any, monkeypatch: Any) -> dict[str, Any]:
    """Build it in the home ward of the cast, where it stays TODAY; return the objects by name. Files go to MEDIA_ROOT."""
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)
    home = cast.home
    with home.scope():
        paper = ReviewedPaper(
            reading=guarded_reading(), number="03-CTr/ĐU", date=datetime.date(2026, 1, 5), filename="chương trình.txt",
            file=SimpleUploadedFile("a.txt", "Chương trình".encode()), sha256="a" * 64, media_type="text/plain",
        )  # fmt: skip
        programme = publish(home.office, home.ward, paper)
        assignments = {a.task.ref: a for a in Assignment.objects.select_related("task", "ward")}
        work.decide_lead(home.office, assignments["t1"], home.units["phong-kinh-te"])
        work.decide_lead(home.office, assignments["t4"], home.units["cong-an"])
        measures = {m.indicator.ref: m for m in Measure.objects.exclude(indicator=None).select_related("indicator")}
        leads = {measures["i1"].pk: home.units["phong-kinh-te"], measures["i9"].pk: home.units["cong-an"]}
        leads[measures["i8"].pk] = home.units["phong-kinh-te"]
        work.decide_measure_leads(home.office, programme, leads)
        open_report = work.report_progress(
            home.unit, assignments["t1"], work.Progress(TaskState.IN_PROGRESS, "Đã làm", files=[png()])
        )
        guarded_report = work.report_progress(
            home.police, assignments["t4"],
            work.Progress(TaskState.IN_PROGRESS, "Đã tuần tra", files=[png("hồ sơ tuần tra.png")]),
        )  # fmt: skip
        observations = {}
        for ref, who in (("i1", home.unit), ("i8", home.unit), ("i9", home.police)):
            measure = Measure.objects.select_related("programme", "ward").get(pk=measures[ref].pk)
            period = open_periods(promise_of(measure, programme), TODAY)[0]
            observations[ref] = measurement.report_figure(who, measure, measurement.Figure(period, Decimal(21)))
        key = "2026-H1"
        period = periods.parse(key)
        assert period is not None
        report = papers.write_report(home.leader, programme, period, key)
        data = format_json.encode(guarded_reading())
        upload = intake.bring_in(home.office, home.ward, SimpleUploadedFile("bản khác.json", data))
        review = Review.objects.get(upload=upload)
        return {
            "programme": programme,
            "task": Task.objects.get(ref="t1"),
            "guarded_task": Task.objects.get(ref="t4"),
            "indicator": Indicator.objects.get(ref="i1"),
            "measure": measures["i1"],
            "twin": measures["i8"],
            "guarded_measure": measures["i9"],
            "evidence": Evidence.objects.get(report=open_report),
            "guarded_evidence": Evidence.objects.get(report=guarded_report),
            "report": open_report,
            "guarded_report": guarded_report,
            "figure": Observation.objects.get(pk=observations["i1"].pk),
            "finding": programme.findings.get(),
            "paper": report,
            "upload": upload,
            "review": review,
            "item": review.items.filter(kind="task").first(),
            "section": review.items.filter(kind="section").first(),
            "person": home.other_unit,
            "unit": home.units["phong-kinh-te"],
            "guarded_unit": home.units["cong-an"],
            "ward": home.ward,
        }
