"""Reading which unit does what in a sentence: who leads, coordinates, advises, and to whom is reported.

Units that stand in one list form a group; what stands before and after the group gives its role (conventions 15,
21, 22 and 26). A unit that is only named has no role.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from dondoc.extraction.unit_role_words import (
    ADVERBIAL,
    ADVISES_VERB,
    AND_THEN,
    ASKED_BY,
    ASKS,
    ASSIGNED,
    ASSIGNS,
    BOUND,
    BY,
    BY_OFFICE,
    COORDINATES,
    DEPENDENT,
    DIRECTS,
    DISTRIBUTES,
    EACH,
    JOINS_VERB,
    LABEL_COORDINATES,
    LABEL_LEAD,
    LABEL_WORDS,
    LEADS,
    LEADS_VERB,
    LIST_MARKS,
    MANNER,
    ORDERED_BY,
    ORDERS,
    OWN_VERBS,
    PARTNERSHIP,
    PASSIVE,
    PEOPLE,
    PERSONS,
    RELATIVE,
    REPORTS,
    SENTENCE_END,
)
from dondoc.language.tokens import LOWER, longest, phrase_trie, token_key, tokens_of
from dondoc.language.unit_grammar import AND, Core
from dondoc.language.unit_lexicon import lexicon
from dondoc.language.unit_names import units_at_tokens

LEAD, COORDINATING, SUBJECT, REPORTED_TO, NAMED = "lead", "coordinating", "subject", "reported to", "named"


@dataclass
class Reading:
    """The units of a passage by role, as printed, and what is uncertain in one Vietnamese sentence each."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    advisory: list[str] = field(default_factory=list)
    reports_to: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    opens_with_subject: bool = False


@dataclass
class Group:
    """Units listed together: their token spans, where the group stands, and what it does."""

    units: list[tuple[int, Core]]
    sentence: int
    role: str = NAMED

    @property
    def start(self) -> int:
        """Give the first token of the group."""
        return self.units[0][0]

    @property
    def end(self) -> int:
        """Give the token after the group."""
        return self.units[-1][1].end


def read_roles(text: str) -> Reading:
    """Read the roles of all units of a passage, linear in its length."""
    text = " ".join(text.split())
    passage = _Passage(text)
    reading = Reading()
    for group in passage.groups:
        passage.give_role(group)
        printed = [passage.printed(unit) for unit in group.units]
        if group.role == COORDINATING:
            _extend(reading.coordinating, printed)
        elif group.role == LEAD:
            _extend(reading.leads, printed)
        elif group.role == REPORTED_TO:
            _extend(reading.reports_to, printed)
        elif group.role == SUBJECT:
            leads, advises = passage.predicate(group.end)
            if advises:
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


def _is_label(key: str) -> bool:
    """Tell whether a token may belong to the label of a paragraph ("2", ".", "a", ")", "Điều")."""
    return key.isdigit() or len(key) == 1 or key in LABEL_WORDS


class _Passage:
    """A passage as tokens, sentences and groups of units."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.keys = [token.key for token in self.tokens]
        self.starts = self._sentence_starts()
        self.groups = self._grouped()

    def printed(self, unit: tuple[int, Core]) -> str:
        """Give a unit as printed."""
        at, core = unit
        return self.text[self.tokens[at].start : self.tokens[core.end - 1].end]

    def _sentence_starts(self) -> list[int]:
        """Give the first token of each sentence; a full stop inside a number or an abbreviation ends none."""
        starts, tokens = [0], self.tokens
        for i in range(1, len(tokens)):
            before = tokens[i - 1]
            if before.key in SENTENCE_END and tokens[i].start > before.end and tokens[i].shape != LOWER:
                if all(_is_label(key) for key in self.keys[starts[-1] : i]):
                    starts[-1] = i
                else:
                    starts.append(i)
        return starts

    def _grouped(self) -> list[Group]:
        """Join units that stand in one list."""
        groups: list[Group] = []
        sentence = 0
        for unit in units_at_tokens(self.tokens):
            while sentence + 1 < len(self.starts) and self.starts[sentence + 1] <= unit[0]:
                sentence += 1
            last = groups[-1] if groups else None
            if last and self._joined(last, unit, sentence):
                last.units.append(unit)
            else:
                groups.append(Group([unit], sentence))
        return [part for group in groups for part in self._freed(group)]

    def _joined(self, group: Group, unit: tuple[int, Core], sentence: int) -> bool:
        """Tell whether a unit goes on with the list of a group."""
        between = self.keys[group.end : unit[0]]
        if between == ["."]:
            return self._unfinished(group)
        if sentence != group.sentence or len(between) > 3 or not between:
            return False
        if ";" in between and self.keys[group.start - 1] in DEPENDENT:
            return False
        return all(key in LIST_MARKS or key == AND or key == "-" for key in between) and between[0] != "-"

    def _unfinished(self, group: Group) -> bool:
        """Tell whether a sentence stops in "chủ trì phối hợp với X." before its verb has an object (convention 22)."""
        left = self._left(group.start)
        if not COORDINATES.search(left) or PARTNERSHIP.search(left):
            return False
        start = self.starts[group.sentence]
        inside = {i for other, core in units_at_tokens(self.tokens[start : group.end]) for i in range(other, core.end)}
        lex = lexicon()
        rest = [i for i in range(start, group.end) if i - start not in inside]
        verbs = [found[1] for i in rest if (found := longest(lex.verbs, self.tokens, i))]
        return set(verbs) <= {"chủ trì", "phối hợp", "giao", "chủ động", "chủ trì, phối hợp"}

    def _freed(self, group: Group) -> list[Group]:
        """Part a sentence's subject from the units of the adverbial before it ("Căn cứ … của A, B và C xây dựng")."""
        if len(group.units) < 2 or self._subject_place(group.start) or not self._opens_adverbially(group.sentence):
            return [group]
        left = self._left(group.start)
        if any(cue.search(left) for cue in (COORDINATES, DIRECTS, DISTRIBUTES)) or not self._predicated(group.end):
            return [group]
        for i in range(1, len(group.units)):
            if self.keys[group.units[i][0] - 1] == ",":
                return [Group(group.units[:i], group.sentence), Group(group.units[i:], group.sentence)]
        return [group]

    def _start_of(self, at: int) -> int:
        """Give the first token of the sentence that a token stands in."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def _left(self, at: int, back: int = 16) -> str:
        """Give the keys before a token, within its sentence, as one string."""
        start = max(at - back, self._start_of(at))
        return " ".join(self.keys[start:at])

    def _opens_adverbially(self, sentence: int) -> bool:
        """Tell whether a sentence opens with an adverbial ("Căn cứ …, ", "Hằng năm, ")."""
        start = self._after_label(self.starts[sentence], len(self.tokens) - 1)
        return longest(ADVERBIAL, self.tokens, start) is not None

    def _subject_place(self, at: int) -> bool:
        """Tell whether a main clause may open at a token."""
        start = self._start_of(at)
        start = self._after_label(start, at)
        if start == at or self.keys[at - 1] in (";", ":"):
            return True
        if AND_THEN.search(self._left(at)) and self.keys[at - 1] != AND:
            return True
        return self.keys[at - 1] == "," and self._is_adverbial(start, at - 1)

    def _after_label(self, start: int, stop: int) -> int:
        """Pass over the bullet, number or letter that a paragraph opens with ("- ", "2.1. ", "a) ")."""
        at = start
        while at < stop and _is_label(self.keys[at]):
            at += 1
        return at if at == start or self.keys[at - 1] in ("-", "+", "*", ".", ")") else start

    def _is_adverbial(self, start: int, comma: int) -> bool:
        """Tell whether all that stands before a comma is an adverbial; a verb after an earlier comma opens the clause."""
        if longest(ADVERBIAL, self.tokens, start) is None:
            return False
        verbs = lexicon().verbs
        for i in range(start, comma):
            if (
                self.keys[i] == ","
                and (verb := longest(verbs, self.tokens, i + 1))
                and self.keys[verb[0]] != token_key("của")
            ):
                return False
        return True

    def _predicated(self, at: int) -> bool:
        """Tell whether an active verb stands at a token, over a comma left there by mistake."""
        if at < len(self.tokens) and self.keys[at] == ",":
            at += 1
        if at >= len(self.tokens) or self.keys[at] in PASSIVE:
            return False
        lex = lexicon()
        return bool(longest(lex.verbs, self.tokens, at) or longest(lex.soft, self.tokens, at))

    def predicate(self, at: int) -> tuple[bool, bool]:
        """Read what a subject is told to do: (it leads by name, it advises)."""
        leads, tokens = False, self.tokens
        ends = {group.start: group.end for group in self.groups}
        while at < len(tokens):
            if self.keys[at] in (",", ":", AND):
                at += 1
            elif found := longest(LEADS_VERB, tokens, at):
                leads, at = True, found[0]
            elif found := longest(JOINS_VERB, tokens, at):
                at = self._over_partners(found[0], ends)
            elif longest(ADVISES_VERB, tokens, at):
                return leads, True
            elif found := longest(MANNER, tokens, at):
                at = found[0]
            else:
                break
        return leads, False

    def _over_partners(self, at: int, ends: dict[int, int]) -> int:
        """Pass over "chặt chẽ với A, B và C"."""
        for i in range(at, min(at + 6, len(self.tokens))):
            if i in ends:
                return ends[i]
            if self.keys[i] in (",", ".", ";"):
                break
        return at

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
        elif (ASSIGNS.search(left) and not ASSIGNED.search(left)) or ASKS.search(left) or self._ordered(group, left):
            group.role = SUBJECT
        elif REPORTS.search(left):
            group.role = REPORTED_TO
        elif self._acts(group) and (self._subject_place(group.start) or self._stands_alone(group)):
            group.role = SUBJECT

    def _partnered(self, group: Group, left: str) -> bool:
        """Tell whether a group is worked with, directed, or given its part of the work."""
        if COORDINATES.search(left):
            return not PARTNERSHIP.search(left)
        if DISTRIBUTES.search(left):
            return not self._of_persons(group)
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
        if found := longest(BY_OFFICE, self.tokens, end):
            end = self._after_comma(found[0])
        return self._predicated(end) or (end < len(self.keys) and self.keys[end] in RELATIVE and self._is_bound(end))

    def _is_bound(self, at: int) -> bool:
        """Tell whether a sentence goes on with "có trách nhiệm" after "được giao nhiệm vụ …"."""
        stop = next(iter(self.starts[bisect_right(self.starts, at) :][:1]), len(self.keys))
        return any(longest(BOUND, self.tokens, i) for i in range(at, min(stop, at + 40)))

    def _gives(self, at: int) -> bool:
        """Tell whether the subject only gives an order to others ("Đảng ủy giao UBND …")."""
        return bool(longest(ORDERS, self.tokens, at)) and any(g.start - at <= 4 for g in self.groups if g.start > at)


def opens_with(text: str, verb: str) -> bool:
    """Tell whether a passage without a subject opens with a verb, "chủ trì" and partners passed over."""
    passage = _Passage(" ".join(text.split()))
    at = 0
    while at < len(passage.keys) and (passage.keys[at] in ("-", "+", ")") or len(passage.keys[at]) == 1):
        at += 1
    found = longest(phrase_trie([verb]), passage.tokens, at)
    return bool(found) or (verb == "tham mưu" and passage.predicate(at)[1])
