"""Findings: the faults a careful clerk notices in a draft before it is signed (điểm cần rà soát)."""

from __future__ import annotations

from ..programme.model import Finding, Programme
from . import (
    bases,
    blanks,
    citations,
    counts,
    cuts,
    deadlines,
    duties,
    echoes,
    evenness,
    figures,
    headings,
    horizons,
    laws,
    leads,
    lettering,
    levels,
    numbering,
    overlaps,
    periods,
    referrals,
    repetition,
    schedule,
    slips,
    stale_units,
    sums,
    targets,
    wording,
)
from .paper import Paper
from .promises import pairs, promises

_ORDER = {"error": 0, "warning": 1, "note": 2}


def find(programme: Programme) -> list[Finding]:
    """Return the findings of `programme`: errors first, then warnings, then notes, each in reading order."""
    paper = Paper(programme)
    found = promises(paper)
    same = pairs(found)
    bare = evenness.bare_tasks(paper)
    findings = [
        *figures.find(paper, same),
        *figures.states(paper),
        *periods.find(paper, found, same),
        *horizons.find(paper),
        *schedule.find(paper),
        *deadlines.find(paper),
        *sums.find(paper, found),
        *counts.find(paper),
        *numbering.find(paper),
        *lettering.find(paper),
        *levels.find(paper),
        *targets.find(paper, found, same, bare),
        *bases.find(paper, found),
        *duties.find(paper, bare),
        *evenness.find(paper, bare),
        *leads.find(paper, bare),
        *referrals.find(paper),
        *headings.find(paper),
        *blanks.find(paper),
        *citations.find(paper),
        *repetition.find(paper, same),
        *overlaps.find(paper),
        *echoes.find(paper),
        *wording.find(paper),
        *laws.find(paper),
        *cuts.find(paper),
        *stale_units.find(paper),
        *slips.find(paper),
    ]
    findings.sort(key=lambda finding: (_ORDER[finding.severity], finding.spans[0].start if finding.spans else 0))
    return findings
