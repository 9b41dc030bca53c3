"""Assignments: one a paragraph under "Phân công thực hiện", and one a paragraph or item of the last part (convention 21)."""

from __future__ import annotations

import re

from dondoc.extraction.assignments import read_assignment
from dondoc.extraction.items import Entry, entries_of, is_lead_in
from dondoc.extraction.kinds import words_of
from dondoc.extraction.outline import Node
from dondoc.extraction.tasks import section_id, unit_heading
from dondoc.programme.model import Assignment

_NOBODY = re.compile(r"^(?:(?:nguồn |dự toán )?kinh phí|tiến độ|thời gian|hiệu lực|nguồn lực|điều kiện)")


def assignments_of(node: Node) -> list[Assignment]:
    """Return the assignments that stand directly in a section of assignment or organisation."""
    top = _top(node)
    if _NOBODY.match(words_of(top.title_text)):
        return []
    covered = top
    if node.kind == "assignment" and top.parent is not None:
        covered = top.parent
    return [_assignment(entry, covered) for entry in entries_of(node) if not is_lead_in(entry.passage.text)]


def _top(node: Node) -> Node:
    """Return the outermost section of the same part."""
    while node.parent is not None and node.parent.kind == node.kind:
        node = node.parent
    return node


def _assignment(entry: Entry, covered: Node) -> Assignment:
    text = entry.passage.text
    read = read_assignment(text, _heading(entry))
    return Assignment(
        section=section_id(covered),
        text=text,
        leads=read.leads,
        coordinating=read.coordinating,
        advisory=read.advisory,
        reports_to=read.reports_to,
        spans=entry.passage.spans(),
    )


def _heading(entry: Entry) -> str | None:
    """Return the heading over an entry that names its unit (convention 26)."""
    return None if entry.heading or entry.closes else unit_heading(entry)
