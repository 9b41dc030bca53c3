"""Reading who does what in an assignment paragraph (conventions 21 and 22)."""

from __future__ import annotations

from dataclasses import dataclass, field

from dondoc.extraction.unit_headings import heading_partners, heading_units
from dondoc.extraction.unit_roles import advice_of, read_roles
from dondoc.extraction.units import labelled_units


@dataclass(frozen=True)
class AssignmentUnits:
    """The units of one assignment paragraph, by their part in it."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    advisory: list[str] = field(default_factory=list)
    reports_to: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_assignment(text: str, heading: str | None = None) -> AssignmentUnits:
    """Read the units of an assignment paragraph; `heading` is the title above it where that is a unit's name."""
    if labelled := labelled_units(text):
        return AssignmentUnits(labelled.leads, labelled.coordinating)
    reading = read_roles(text)
    leads, advisory, doubts = list(reading.leads), list(reading.advisory), list(reading.doubts)
    if heading and not reading.opens_with_subject and (lent := heading_units(heading)):
        advises_first, advises = advice_of(text)
        if not advises_first:
            leads = [*lent, *(unit for unit in leads if unit not in lent)]
        if advises:
            advisory = [*lent, *(unit for unit in advisory if unit not in lent)]
        if not reading.coordinating:
            reading.coordinating.extend(heading_partners(heading))
    if not leads and not advisory:
        doubts.append("Không thấy đơn vị nào được giao trong đoạn phân công.")
    coordinating = [unit for unit in reading.coordinating if unit not in leads]
    return AssignmentUnits(leads, coordinating, advisory, reading.reports_to, doubts)
