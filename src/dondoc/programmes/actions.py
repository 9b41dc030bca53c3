"""Every write on published programmes: publish, amend, decide a finding, mark an item."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

import msgspec
from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.audit.actions import record
from dondoc.programme import model as format_
from dondoc.programme.compare import Change, compare, match_measures
from dondoc.wards.access import require
from dondoc.wards.models import User, Ward
from dondoc.wards.storage import transaction_with_files

from . import rows
from .models import Clause, Finding, Indicator, Measure, Programme, Section, Task, Version
from .signals import decided, published


@dataclass(frozen=True)
class ReviewedPaper:
    """A reading that a person has reviewed, with the file it came from."""

    reading: format_.Programme
    number: str  # empty: marked as absent
    date: datetime.date | None  # None: marked as absent
    filename: str = ""
    file: File[Any] | None = None
    sha256: str = ""
    media_type: str = ""
    layout: dict[str, Any] = field(default_factory=dict)
    marks: rows.Marks = field(default_factory=rows.Marks)
    decisions: dict[int, dict[str, Any]] = field(default_factory=dict)  # finding's place in the reading -> its decision


@transaction_with_files()
def publish(user: User, ward: Ward, paper: ReviewedPaper, replaces: Programme | None = None) -> Programme:
    """Publish a reviewed reading as version 1, or as the next version of `replaces`, carrying over what was reported.

    Raises PermissionDenied unless `user` is of the office of `ward`.
    """
    require(user, "programmes.publish", ward)
    # Locked and read anew: of two papers that amend a programme at once, the second follows the first.
    programme = Programme.objects.select_for_update().get(pk=replaces.pk) if replaces else Programme(ward=ward)
    number = programme.version + 1 if replaces else 1
    _fill_header(programme, paper, number)
    programme.save()
    before = _previous_reading(programme)
    changes = compare(before, paper.reading) if before else []
    version = _store_version(user, programme, number, paper, changes)
    _store_items(programme, version, paper, changes)
    _store_findings(user, programme, paper, number)
    published.send(sender=Programme, programme=programme, version=version, user=user)
    record(
        ward=ward,
        actor=user,
        verb="programme.publish",
        target=programme,
        label=f"{programme} · {_('phiên bản')} {number}",
        data={
            "version": number,
            "tasks": len(paper.reading.tasks),
            "indicators": len(paper.reading.indicators),
            "sha256": paper.sha256,
        },
    )
    return programme


def _fill_header(programme: Programme, paper: ReviewedPaper, number: int) -> None:
    head = paper.reading.document
    years = [int(y) for y in (head.term or "").split("-") if y.isdigit()]
    year = (paper.date or timezone.localdate()).year
    programme.number, programme.date, programme.version = paper.number, paper.date, number
    programme.title = head.title or _("Chương trình hành động")
    programme.about, programme.issuer = head.about or "", head.issuer or ""
    programme.signer, programme.signer_role = head.signer or "", head.signer_role or ""
    programme.term_from = years[0] if years else year
    programme.term_to = years[-1] if years else year


def _previous_reading(programme: Programme) -> format_.Programme | None:
    latest = programme.versions.order_by("-number").first()
    return latest_reading(latest) if latest else None


def latest_reading(version: Version) -> format_.Programme:
    """Return what `version` printed, as a programme of the format."""
    return msgspec.convert({**version.reading, "text": version.text}, format_.Programme, strict=False)


def _store_version(
    user: User, programme: Programme, number: int, paper: ReviewedPaper, changes: list[Change]
) -> Version:
    version = Version(
        ward_id=programme.ward_id,
        programme=programme,
        number=number,
        reading=rows.reading_json(paper.reading),
        text=paper.reading.text,
        layout=paper.layout,
        changes=[msgspec.to_builtins(c) for c in changes if c.change != "same"],
        filename=paper.filename,
        sha256=paper.sha256,
        media_type=paper.media_type,
        published_by=user,
        published_at=timezone.now(),
    )
    if paper.file is not None:
        # Under its hash: a name that a person chose says nothing to the disk and may be too long for it.
        version.file.save(f"{paper.sha256[:24] or number}{PurePath(paper.filename).suffix[:8]}", paper.file, save=False)
    version.save()
    return version


def _store_items(programme: Programme, version: Version, paper: ReviewedPaper, changes: list[Change]) -> None:
    reading, number = paper.reading, version.number
    # Sections are of one version: items are hung on the new ones before the old ones go.
    old_sections = list(programme.sections.values_list("pk", flat=True))
    sections = Section.objects.bulk_create(rows.section_rows(programme, reading))
    rows.link_sections(sections, reading)
    Section.objects.bulk_update(sections, ["parent", "chapter"])
    by_ref = {s.ref: s for s in sections}
    kept = _rows_that_stay(programme, changes)
    guarded = rows.guarded_sections(reading)
    owners: list[tuple[Indicator | Task, list[format_.Measure]]] = []
    codes = _free_codes(programme)
    for order, item in enumerate(reading.indicators):
        row = rows.indicator_row(programme, item, order, number, guarded, paper.marks)
        owners.append((_save_item(row, kept.get(("indicator", item.id)), by_ref.get(item.section)), item.measures))
    for order, task in enumerate(reading.tasks):
        task_row = rows.task_row(programme, task, order, number, guarded, paper.marks)
        continued = kept.get(("task", task.id))
        task_row.code = continued.code if isinstance(continued, Task) else next(codes)
        owners.append((_save_item(task_row, continued, by_ref.get(task.section)), task.measures))
    _store_measures(owners, number)
    _withdraw(programme, number, {(type(owner), owner.pk) for owner, _measures in owners})
    Clause.objects.filter(programme=programme).delete()
    Clause.objects.bulk_create(rows.clause_rows(programme, reading, by_ref))
    Section.objects.filter(pk__in=old_sections).delete()
    version.refs = {owner.ref: owner.pk for owner, _measures in owners}
    version.save(update_fields=["refs"])


def _free_codes(programme: Programme) -> Iterator[str]:
    """Yield task codes that no task of the programme bears, in order: a code once given is never given again."""
    taken = programme.tasks.aggregate(highest=Max("code"))["highest"] or "NV000"
    return (f"NV{number:03d}" for number in itertools.count(int(taken.removeprefix("NV")) + 1))


def _rows_that_stay(programme: Programme, changes: list[Change]) -> dict[tuple[str, str], Indicator | Task]:
    """Return the rows of the version before, under the kind and id that their item has in the new reading."""
    old: dict[tuple[str, str], Indicator | Task] = {}
    for indicator in programme.indicators.filter(version_to=None):
        old[("indicator", indicator.ref)] = indicator
    for task in programme.tasks.filter(version_to=None):
        old[("task", task.ref)] = task
    return {(c.kind, c.new): old[(c.kind, c.old)] for c in changes if c.old and c.new and (c.kind, c.old) in old}


def _save_item(row: Indicator | Task, kept: Indicator | Task | None, section: Section | None) -> Indicator | Task:
    """Save a row, under the key of the one it continues, with what people decided on that one."""
    row.section = section
    if kept is not None:
        row.pk, row.version_from = kept.pk, kept.version_from
        row.focus, row.breakthrough = row.focus or kept.focus, row.breakthrough or kept.breakthrough
    row.save(force_update=kept is not None)
    return row


def _store_measures(owners: list[tuple[Indicator | Task, list[format_.Measure]]], number: int) -> None:
    """Save the measures of all items; one that continues an older one keeps its row, baseline and nature."""
    before: dict[tuple[type, int], list[Measure]] = {}
    programme = owners[0][0].programme if owners else None
    for measure in Measure.objects.filter(programme=programme, version_to=None):
        key = (Indicator, measure.indicator_id) if measure.indicator_id else (Task, measure.task_id or 0)
        before.setdefault(key, []).append(measure)
    fresh: list[Measure] = []
    parents: list[tuple[Measure, str]] = []
    gone: list[int] = []
    order = 0
    for owner, printed in owners:
        old = before.get((type(owner), owner.pk), [])
        pairs = {j: old[i] for i, j in match_measures([_as_printed(m) for m in old], printed)}
        new = rows.measure_rows(owner, printed, order, number)
        order += len(new)
        for j, row in enumerate(new):
            kept = pairs.get(j)
            if kept is None:
                fresh.append(row)
            else:
                _continue_measure(kept, row)
            if printed[j].parent_measure:
                parents.append((kept or row, printed[j].parent_measure or ""))
        gone += [m.pk for m in old if m not in pairs.values()]
    Measure.objects.bulk_create(fresh)
    Measure.objects.filter(pk__in=gone).update(version_to=number - 1)
    _link_parts(parents)


def _as_printed(row: Measure) -> format_.Measure:
    return format_.Measure(name=row.name, unit=row.unit or None)


PRINTED = ("name", "search", "direction", "low", "high", "unit", "per", "period", "year_from", "year_to")


def _continue_measure(kept: Measure, row: Measure) -> None:
    for column in PRINTED:
        setattr(kept, column, getattr(row, column))
    kept.order, kept.section_id, kept.guarded = row.order, row.section_id, row.guarded
    if not kept.nature_decided:
        kept.nature = row.nature
    # Not the whole row: its lead and baseline may have been decided in the meantime.
    kept.save(update_fields=[*PRINTED, "order", "section", "guarded", "nature"])


def _link_parts(parents: list[tuple[Measure, str]]) -> None:
    """Hang the parts of a breakdown under the measure that they break down, by its name in the same item."""
    linked = []
    for part, name in parents:
        same_item = {"indicator_id": part.indicator_id, "task_id": part.task_id}
        whole = Measure.objects.filter(name=name, version_to=None, **same_item).first()
        if whole is not None and whole.pk != part.pk:
            part.parent = whole
            linked.append(part)
    Measure.objects.bulk_update(linked, ["parent"])


def _withdraw(programme: Programme, number: int, standing: set[tuple[type, int]]) -> None:
    """Close the items that the new version no longer prints; they and their reports stay readable."""
    for model in (Indicator, Task):
        keep = [pk for kind, pk in standing if kind is model]
        gone = model.objects.filter(programme=programme, version_to=None).exclude(pk__in=keep)
        owner = "indicator" if model is Indicator else "task"
        Measure.objects.filter(**{f"{owner}__in": gone}, version_to=None).update(version_to=number - 1)
        gone.update(version_to=number - 1)


def _store_findings(user: User, programme: Programme, paper: ReviewedPaper, number: int) -> None:
    """Replace the open findings by those of the new reading; decided ones stay as the record of the decision."""
    programme.findings.filter(state=Finding.State.OPEN).delete()
    found = rows.finding_rows(programme, paper.reading, number)
    for place, decision in paper.decisions.items():
        if 0 <= place < len(found):
            _apply_decision(found[place], user, decision)
    Finding.objects.bulk_create(found)


def _apply_decision(finding: Finding, user: User, decision: dict[str, Any]) -> None:
    finding.state = decision["state"]
    finding.binding = decision.get("binding")
    finding.decision = decision.get("decision", "")
    finding.paper = decision.get("paper", "")
    finding.decided_by_name = decision.get("decided_by_name", "")
    finding.decided_by, finding.decided_at = user, timezone.now()


@transaction.atomic
def decide_finding(user: User, finding: Finding, decision: dict[str, Any]) -> None:
    """Close an open finding: which quote binds, who decided and on what paper, or "chờ văn bản đính chính".

    Raises PermissionDenied unless `user` is of the office or a leader of the finding's ward.
    """
    require(user, "programmes.decide_finding", finding)
    _apply_decision(finding, user, decision)
    finding.save()
    record(
        ward=finding.ward,
        actor=user,
        verb="finding.decide",
        target=finding,
        label=finding.why[:280],
        data={"state": finding.state, "binding": finding.binding, "paper": finding.paper, "decision": finding.decision},
    )
    decided.send(Finding, finding=finding)


@transaction.atomic
def mark_item(
    user: User, item: Indicator | Task, *, focus: bool | None = None, breakthrough: bool | None = None
) -> None:
    """Mark a target or task as focus (trọng tâm) or breakthrough (khâu đột phá), or take the mark off."""
    require(user, "programmes.mark", item)
    changed = {k: v for k, v in {"focus": focus, "breakthrough": breakthrough}.items() if v is not None}
    for column, value in changed.items():
        setattr(item, column, value)
    item.save(update_fields=list(changed))
    record(ward=item.ward, actor=user, verb="item.mark", target=item, label=item.text[:280], data=changed)
