"""The demonstration: what each app adds to the wards and people of `wards.demo`, all through the ordinary verbs."""

from __future__ import annotations

import json
from pathlib import Path

from django_scopes import scope

from dondoc.intake.models import Upload
from dondoc.wards.models import User, Ward

from . import figures, papers

SECOND_COPY = "do-son"  # this ward has the same paper once more, in review


def load(sample: Path) -> list[str]:
    """Read, publish and fill the programmes of `sample`/demo.json; return one line of what was done for each.

    A ward that has a programme already is left as it is: what people did since is kept.
    """
    said = []
    wanted = json.loads((sample / "demo.json").read_text(encoding="utf8"))["papers"]
    for slug, entry in wanted.items():
        ward = Ward.objects.get(slug=slug)
        name = slug.replace("-", "")
        office, leader = (User.objects.get(username=f"{who}.{name}") for who in ("vanphong", "lanhdao"))
        paper = sample / entry["file"]
        if papers.published(ward) is None:
            programme = papers.publish_as_read(office, papers.bring_in(office, paper))
            figures.fill(programme, office, leader, entry)
            said.append(
                f"{ward}: {programme}, {programme.tasks.count()} nhiệm vụ, {programme.measures.count()} thước đo"
            )
        if slug == SECOND_COPY and not _in_review(ward):
            papers.bring_in(office, paper)
            said.append(f"{ward}: {paper.name} trong rà soát")
    return said


def _in_review(ward: Ward) -> bool:
    with scope(ward=ward):
        return Upload.objects.filter(state=Upload.State.REVIEW).exists()
