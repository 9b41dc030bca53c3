"""Reads one item anew from its stretches of the paper, after a person cut, joined, added or reclassified it."""

from __future__ import annotations

from typing import Any

import msgspec

from dondoc.extraction.assignments import read_assignment
from dondoc.extraction.leads import leads_of_task
from dondoc.extraction.measures import measures_of
from dondoc.extraction.recurrence import recurrence_of
from dondoc.programme import model as format_

from . import passages

KINDS = ("indicator", "task", "assignment")


def read_item(kind: str, ref: str, section: str, text: str, stretches: list[passages.Stretch]) -> dict[str, Any]:
    """Return the format's object for the item that `stretches` of `text` print, its fields read from that text."""
    printed = passages.printed(text, stretches)
    if kind in ("indicator", "task"):
        printed = printed.lstrip("-–•+* ").strip()
    spans = [format_.Span(start=start, end=end) for start, end in stretches]
    item: format_.Item
    if kind == "indicator":
        measures = [m.measure for m in measures_of(printed, kind="indicator")]
        item = format_.Indicator(id=ref, section=section, text=printed, measures=measures, spans=spans)
    elif kind == "task":
        measures = [m.measure for m in measures_of(printed, kind="task")]
        units = leads_of_task(printed)
        item = format_.Task(
            id=ref,
            section=section,
            text=printed,
            leads=units.leads,
            coordinating=units.coordinating,
            recurrence=recurrence_of(printed, measures),
            measures=measures,
            spans=spans,
        )
    else:
        who = read_assignment(printed)
        item = format_.Assignment(
            section=section,
            text=printed,
            leads=who.leads,
            coordinating=who.coordinating,
            advisory=who.advisory,
            reports_to=who.reports_to,
            spans=spans,
        )
    data: dict[str, Any] = msgspec.to_builtins(item)
    return data
