"""Reading which unit does what in a sentence: who leads, coordinates, advises, and to whom is reported.

Units that stand in one list form a group; what stands before and after the group gives its role (conventions 15,
21, 22 and 26). A unit that is only named has no role.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from dondoc.extraction.unit_passage import COORDINATING, LEAD, NAMED, REPORTED_TO, SUBJECT, Group
from dondoc.extraction.unit_predicates import Predicates
from dondoc.extraction.unit_role_words import (
    ASKED_BY,
    ASKS,
    ASSIGNED,
    ASSIGNS,
    BOUND,
    BY,
    CLOSES,
    COORDINATES,
    DEPENDENT,
    DIRECTS,
    DISTRIBUTES,
    EACH,
    HAS,
    HEADS,
    HEADS_WORDS,
    LABEL_COORDINATES,
    LABEL_LEAD,
    LEADS,
    LEADS_VERB,
    ORDERED_BY,
    ORDERS,
    OWN_VERBS,
    PARTNERSHIP,
    PEOPLE,
    PERSONS,
    RELATIVE,
    REPORTS,
    SO_THAT,
)
from dondoc.language.tokens import LOWER, longest


@dataclass
class Reading:
    """The units of a passage by role, as printed, and what is uncertain in one Vietnamese sentence each."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    advisory: list[str] = field(default_factory=list)
    reports_to: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    opens_with_subject: bool = False


def read_roles(text: str) -> Reading:
    """Read the roles of all units of a passage, linear in its length."""
    text = " ".join(text.split())
    passage = _Passage(text)
    reading = Reading()
    for group in passage.groups:
        passage.give_role(group)
    for group in passage.groups:
        printed = [passage.printed(unit) for unit in group.units]
        if group.role == COORDINATING:
            _extend(reading.coordinating, printed)
        elif group.role == LEAD:
            _extend(reading.leads, printed)
        elif group.role == REPORTED_TO:
            _extend(reading.reports_to, printed)
            if passage.advises_then(group.end):
                _extend(reading.advisory, printed)
        elif group.role == SUBJECT:
            leads, advises = passage.predicate(group.end)
            if advises or passage.advises_later(group.end):
                _extend(reading.advisory, printed)
            if leads or not advises:
                _extend(reading.leads, printed)
            reading.opens_with_subject |= group.sentence == 0
            if any(core.unit is None and core.kind == "unit" for _, core in group.units):
                reading.doubts.append(f"Tên đơn vị “{', '.join(printed)}” không có trong danh mục chung.")
    return reading


def _extend(units: list[str], more: list[str]) -> None:
    """Append units that are not yet in a list."""
    units.extend(unit for unit in more if unit not in units)


class _Passage(Predicates):
    """A passage whose groups get their roles."""

    def give_role(self, group: Group) -> None:
        """Decide the role of a group from what stands before and after it."""
        left = self._left(group.start)
        leads_next = bool(longest(LEADS_VERB, self.tokens, self._after_comma(group.end)))
        if LABEL_COORDINATES.search(left):
            group.role = COORDINATING
        elif LABEL_LEAD.search(left):
            group.role = LEAD
        elif leads_next and (left == "" or not COORDINATES.search(left)) and not self._dependent(left):
            group.role = SUBJECT
        elif self._partnered(group, left):
            group.role = COORDINATING
        elif (
            (ASSIGNS.search(left) and not ASSIGNED.search(left))
            or self._asked(group, left)
            or self._ordered(group, left)
        ):
            group.role = SUBJECT
        elif REPORTS.search(left):
            group.role = NAMED if self._passed_on(group, left) else REPORTED_TO
        elif self._acts(group) and (self._subject_place(group.start) or self._stands_alone(group)):
            group.role = SUBJECT

    def _passed_on(self, group: Group, left: str) -> bool:
        """Tell whether it is who received the report that reports on ("… báo cáo Đảng ủy để tổng hợp, báo cáo Tỉnh ủy")."""
        received = any(
            g.sentence == group.sentence and g.role == REPORTED_TO and g.start < group.start for g in self.groups
        )
        return received and f" {SO_THAT} " in left

    def _partnered(self, group: Group, left: str) -> bool:
        """Tell whether a group is worked with, directed, or given its part of the work."""
        if COORDINATES.search(left):
            return not PARTNERSHIP.search(left)
        if DISTRIBUTES.search(left):
            return not self._of_persons(group)
        if left.endswith(HEADS) and any(g.end == group.start - HEADS_WORDS for g in self.groups):
            return True  # "Đảng ủy X lãnh đạo Y xây dựng …"
        return bool(DIRECTS.search(left)) and not ORDERED_BY.search(left)

    def _stands_alone(self, group: Group) -> bool:
        """Tell whether a group opens a clause although the line before it lost its full stop."""
        before, first = self.tokens[group.start - 1], self.tokens[group.start]
        if first.shape == LOWER or not (before.shape != LOWER or before.key.isdigit()):
            return False
        return longest(OWN_VERBS, self.tokens, group.end) is not None

    def _of_persons(self, group: Group) -> bool:
        """Tell whether a group is of members or staff, not of units ("các thành viên", "từng cán bộ")."""
        return any(longest(PERSONS, self.tokens, i) for i in (group.start, group.start + 1) if i < group.end)

    def _of_people(self, group: Group) -> bool:
        """Tell whether a group is of people at large ("cán bộ, đảng viên"), who carry out but do not lead."""
        return group.units[0][1].kind == "group" and longest(PEOPLE, self.tokens, group.start) is not None

    def _asked(self, group: Group, left: str) -> bool:
        """Tell whether a group is asked to act, by a sentence without a subject or by the closing one of the paper."""
        start = self.starts[group.sentence]
        closing = bool(longest(CLOSES, self.tokens, start)) and bool(ASKED_BY.search(left))
        return closing or bool(ASKS.search(left))

    def _ordered(self, group: Group, left: str) -> bool:
        """Tell whether the subject of the sentence asks this group to act ("UBND Thành phố yêu cầu các sở …")."""
        if not ASKED_BY.search(left):
            return False
        return any(
            g.sentence == group.sentence and group.start - g.end == 2 and self._subject_place(g.start)
            for g in self.groups
        )

    def _after_comma(self, at: int) -> int:
        """Pass over one comma."""
        return at + 1 if at < len(self.keys) and self.keys[at] == "," else at

    def _dependent(self, left: str) -> bool:
        """Tell whether a unit before "chủ trì" depends on a noun before it ("nhiệm vụ của X chủ trì")."""
        last = left.rsplit(" ", 1)[-1]
        return last in DEPENDENT and last != BY

    def _acts(self, group: Group) -> bool:
        """Tell whether a group in a subject's place is one: a verb or a label's colon follows."""
        if self._of_people(group) or (self.keys[group.start] == LEADS and self.keys[group.start - 1] == ":"):
            return False
        if self.keys[group.start] == EACH and group.start not in self.starts:
            return False  # "…; mỗi khu phố có một công trình": how many each, not who does it
        end = group.end
        if end < len(self.keys) and self.keys[end] == ":":
            return group.start in self.starts or self.keys[group.start - 1] == "-"
        if self._gives(end):
            return False
        end = self.clause_at(end)
        return self._predicated(end) or (end < len(self.keys) and self.keys[end] in RELATIVE and self._is_bound(end))

    def _is_bound(self, at: int) -> bool:
        """Tell whether a sentence goes on with "có trách nhiệm" after "được giao nhiệm vụ …"."""
        stop = next(iter(self.starts[bisect_right(self.starts, at) :][:1]), len(self.keys))
        leads = self.keys[at] == HAS  # "Các xã có thực hiện dự án … chủ trì"
        return any(
            longest(BOUND, self.tokens, i) or (leads and longest(LEADS_VERB, self.tokens, i))
            for i in range(at, min(stop, at + 40))
        )

    def _gives(self, at: int) -> bool:
        """Tell whether the subject only gives an order to others ("Đảng ủy giao UBND …")."""
        return bool(longest(ORDERS, self.tokens, at)) and any(g.start - at <= 4 for g in self.groups if g.start > at)


def advice_of(text: str) -> tuple[bool, bool]:
    """Read what a passage without a subject of its own is told to do: (nothing but advice first of all, advice at all)."""
    return _Passage(" ".join(text.split())).advice_without_subject()
