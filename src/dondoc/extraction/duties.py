"""Assignments: one a paragraph under "Phân công thực hiện", and one a paragraph or item of the last part (convention 21)."""

from __future__ import annotations

import re

from dondoc.extraction.assignments import read_assignment
from dondoc.extraction.items import Entry, body_of, entries_of, is_closing, is_lead_in
from dondoc.extraction.kinds import words_of
from dondoc.extraction.passage import Passage
from dondoc.extraction.qualifiers import names_doer
from dondoc.extraction.tasks import section_id, unit_heading
from dondoc.extraction.tree import Node
from dondoc.programme.model import Assignment

_SENTENCE = re.compile(r".+?(?=\.\s+[A-ZĐ]|$)")
_NOBODY = re.compile(
    r"^(?:(?:tổng |nguồn |dự toán |về |giải pháp )*(?:kinh phí|tài chính|vốn)\b|dự toán\b|tiến độ|thời gian|hiệu lực|nguồn lực|điều kiện)"
)


def assignments_of(node: Node) -> list[Assignment]:
    """Return the assignments that stand directly in a section of assignment or organisation.

    A paragraph on money, and a paper's closing formula, is one only where it gives a named body something to do.
    """
    top = _top(node)
    covered = top
    if node.kind == "assignment" and top.parent is not None:
        covered = top.parent
    entries = [entry for entry in entries_of(node) if not is_lead_in(entry.passage.text)]
    if _NOBODY.match(words_of(top.title_text)):
        entries = [entry for entry in entries if _gives_work(entry.passage.text)]
    entries += [Entry(passage, node, closes=True) for passage in _closings(node)]
    return [_assignment(entry, covered) for entry in entries]


def charges_of(node: Node) -> list[Assignment]:
    """Return who is in charge of a target, where a line below it says so ("Đơn vị chủ trì: Công an phường.")."""
    lines = [body_of(block.paragraph) for block in node.blocks if block.paragraph]
    entries = [Entry(line, node, closes=True) for line in lines if names_doer(line.text)]
    return [_assignment(entry, node) for entry in entries]


def _closings(node: Node) -> list[Passage]:
    """Return the closing paragraphs of a section that give work ("… nếu có vướng mắc, các đơn vị phản ánh về …")."""
    passages = [body_of(block.paragraph) for block in node.blocks if block.paragraph]
    return [passage for passage in passages if is_closing(passage.text) and _gives_work(passage.text)]


def _gives_work(text: str) -> bool:
    """Tell whether a paragraph names who must do something, by itself and not by its heading."""
    read = read_assignment(text)
    return bool(read.leads or read.advisory)


def _top(node: Node) -> Node:
    """Return the outermost section of the same part."""
    while node.parent is not None and node.parent.kind == node.kind:
        node = node.parent
    return node


def _assignment(entry: Entry, covered: Node) -> Assignment:
    text = entry.passage.text
    charged = _SENTENCE.match(text) if names_doer(text) else None  # what follows the field is said of the report
    read = read_assignment(charged[0] if charged else text, _heading(entry))
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
