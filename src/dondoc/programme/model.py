"""Typed models of the programme format "dondoc/programme/1".

One document read is one `Programme`. Field order here is key order in the JSON; unknown keys are
refused, missing optional ones are null or empty. Numbers are `Decimal`, never float. Spans count
code points in `Programme.text`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

FORMAT: Literal["dondoc/programme/1"] = "dondoc/programme/1"

Direction = Literal["at_least", "above", "at_most", "below", "equal", "range", "increase", "decrease", "qualitative"]
Period = Literal["annual", "by_year", "average_over", "whole_term", "unspecified"]
SectionKind = Literal[
    "purpose", "objective", "indicators", "tasks", "assignment", "organisation", "appendix", "group", "recipients"
]
Recurrence = Literal["annual", "monthly", "quarterly", "continuous"]
Confidence = Literal["sure", "doubtful"]
FindingKind = Literal["contradiction", "duplicate", "numbering", "missing", "stale_unit", "ocr"]
Severity = Literal["error", "warning", "note"]


class Item(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Base of every model of the format: keyword-only, unknown keys refused."""


class Span(Item, kw_only=True):
    """A stretch of `Programme.text`: code points [start, end), and the 1-based page it stands on."""

    page: int | None = None
    start: int
    end: int


class Source(Item, kw_only=True):
    """The file the programme was read from."""

    filename: str | None = None
    sha256: str | None = None
    media_type: str | None = None
    pages: int | None = None


class Header(Item, kw_only=True):
    """The paper's own identity, as printed; what is not printed stays null. `date` is ISO (2025-09-26)."""

    number: str | None = None
    date: str | None = None
    place: str | None = None
    issuer: str | None = None
    title: str | None = None
    about: str | None = None
    term: str | None = None
    signer: str | None = None
    signer_role: str | None = None
    source: Source | None = None


class Section(Item, kw_only=True):
    """A heading of the paper (mục); `label` as printed without its dot or dash."""

    id: str
    label: str | None = None
    title: str | None = None
    parent: str | None = None
    first_words: str = ""
    kind: SectionKind = "group"
    spans: list[Span] = []


class Measure(Item, kw_only=True):
    """One number that the paper commits to (thước đo); lower bounds, increases and equals are in `low`."""

    name: str
    direction: Direction = "at_least"
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    period: Period = "unspecified"
    year_from: int | None = None
    year_to: int | None = None
    parent_measure: str | None = None


class Indicator(Item, kw_only=True):
    """One item of a list of targets (chỉ tiêu)."""

    id: str
    section: str
    label: str | None = None
    text: str
    measures: list[Measure] = []
    spans: list[Span] = []
    confidence: Confidence = "sure"
    doubts: list[str] = []


class Task(Item, kw_only=True):
    """One task (nhiệm vụ): a bullet of the body or a row of an appendix. Dates: 2026, Q4/2025, 2026-03, 2026-03-15."""

    id: str
    section: str
    text: str
    source: Literal["body", "appendix"] = "body"
    appendix: str | None = None
    group: str | None = None
    row: str | None = None
    leads: list[str] = []
    coordinating: list[str] = []
    resource: str | None = None
    start: str | None = None
    finish: str | None = None
    recurrence: Recurrence | None = None
    time_text: str | None = None
    measures: list[Measure] = []
    spans: list[Span] = []
    confidence: Confidence = "sure"
    doubts: list[str] = []


class Assignment(Item, kw_only=True):
    """A sentence that says who does what (phân công); `section` is the programme it covers."""

    section: str
    text: str
    leads: list[str] = []
    coordinating: list[str] = []
    advisory: list[str] = []
    reports_to: list[str] = []
    spans: list[Span] = []


class Reference(Item, kw_only=True):
    """A document that the paper cites, once, with the number of places that mention it."""

    number: str | None = None
    kind: str
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    mentions: int = 1


class Deliverable(Item, kw_only=True):
    """A document that the paper orders to be drafted (sản phẩm)."""

    kind: str
    title: str
    section: str | None = None
    task: str | None = None


class Finding(Item, kw_only=True):
    """A point to be looked at (điểm cần rà soát): verbatim quotes, and one sentence in Vietnamese."""

    kind: FindingKind
    severity: Severity
    where: list[str]
    why: str
    spans: list[Span] = []


class Programme(Item, kw_only=True):
    """What reading one paper yields."""

    format: Literal["dondoc/programme/1"] = FORMAT
    text: str = ""
    document: Header
    sections: list[Section]
    indicators: list[Indicator] = []
    tasks: list[Task]
    assignments: list[Assignment] = []
    references: list[Reference] = []
    recipients: list[str] = []
    deliverables: list[Deliverable] = []
    findings: list[Finding] = []
