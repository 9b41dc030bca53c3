"""Duplicates of responsibility: one activity, plan or follow-up given to two units."""

from __future__ import annotations

import re

from ..programme.model import Assignment, Finding, Task
from .duties import tables
from .figures import capital
from .paper import Entry, Paper, appendix_name, shorten
from .words import fold

_QUOTED = re.compile(r'"([^"\n]{8,60})"')


def find(paper: Paper) -> list[Finding]:
    """Return the findings about work that two units are each given as theirs."""
    return [*_two_units(paper), *_assigned_twice(paper)]


def _two_units(paper: Paper) -> list[Finding]:
    """Find a movement or activity, named in quotation marks, that two appendix rows give to different units."""
    rows = [
        (entry, task, " ".join(fold(entry.text).split())) for table in tables(paper).values() for entry, task in table
    ]
    findings = []
    for entry, task, words in rows:
        for title in {match[1] for match in _QUOTED.finditer(words) if len(match[1].split()) >= 4}:
            others = [(e, t) for e, t, w in rows if e is not entry and title in w and f'"{title}"' not in w]
            others += [(e, t) for e, t, w in rows if e.order > entry.order and f'"{title}"' in w]
            for other, row in others[:1]:
                if row.leads and task.leads and led_by(row) != led_by(task):
                    why = (
                        f"Cùng một hoạt động được giao cho {', '.join(task.leads)} ({appendix_name(task.appendix)}) "
                        f"và {', '.join(row.leads)} ({appendix_name(row.appendix)})."
                    )
                    findings.append(
                        paper.point("duplicate", "warning", why, [(e, paper.row(e)) for e in (entry, other)])
                    )
    return findings


def led_by(task: Task) -> set[str]:
    """Return the folded names of the units that lead a task."""
    return {fold(lead) for lead in task.leads}


_PLAN = re.compile(r"\bxay dung ke hoach(?: cu the)?(?: de)?(?: to chuc)?(?: trien khai)? thuc hien\b")
_ALL = re.compile(
    r"^(?:cac|nhung|moi|tung)\b|^(?:bo truong|thu truong|chu tich|co quan (?:ngang bo|thuoc))\b"
)  # each in its own field
_FOLLOW = re.compile(r"\b(?:theo doi|don doc|kiem tra)[^.;]{0,60}\bviec (?:to chuc )?(?:trien khai )?thuc hien\b")


def _assigned_twice(paper: Paper) -> list[Finding]:
    """Find one plan, or the follow-up of the whole paper, given to two leads."""
    findings, following = [], []
    for entry in paper.of("assignment"):
        duty, section = entry.item, paper.sections.get(entry.section)
        if not isinstance(duty, Assignment) or section is None:
            continue
        if section.kind == "organisation":
            if _FOLLOW.search(fold(duty.text)) and any(not _ALL.search(fold(u)) for u in [*duty.leads, *duty.advisory]):
                following.append(entry)
            continue
        sentences = [
            clause
            for clause in entry.split()
            if _PLAN.search(fold(clause)) and any(lead in clause for lead in duty.leads)
        ]
        if len(sentences) >= 2:
            why = f"{capital(paper.section_name(entry.section))} giao cùng một kế hoạch thực hiện hai lần, cho hai đầu mối."
            findings.append(paper.point("duplicate", "warning", why, [(entry, shorten(s)) for s in sentences]))
    leads = [
        {fold(lead) for lead in [*e.item.leads, *e.item.advisory]} for e in following if isinstance(e.item, Assignment)
    ]
    if len(following) >= 2 and any(one != leads[0] for one in leads[1:]):
        why = "Việc theo dõi, đôn đốc thực hiện văn bản được giao nhiều lần cho các đầu mối khác nhau, không rõ ai chịu trách nhiệm chính."
        findings.append(paper.point("duplicate", "warning", why, [(e, _following(e)) for e in following[:4]]))
    return findings


def _following(entry: Entry) -> str:
    return shorten(next((c for c in entry.split() if _FOLLOW.search(fold(c))), entry.text))
