"""A passage as tokens, sentences and groups of units, and where in a sentence a clause may open."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dondoc.extraction.unit_role_words import (
    ADVERBIAL,
    AND_THEN,
    ASIDE,
    BY_OFFICE,
    CADENCE,
    COORDINATES,
    DEPENDENT,
    DIRECTS,
    DISTRIBUTES,
    EMPHASIS,
    LABEL_WORDS,
    LIST_MARKS,
    PARTNERSHIP,
    PASSIVE,
    SENTENCE_END,
    WITHIN,
)
from dondoc.language.tokens import LOWER, longest, token_key, tokens_of
from dondoc.language.unit_lexicon import lexicon
from dondoc.language.unit_names import units_at_tokens
from dondoc.language.unit_qualifiers import AND, Core

LEAD, COORDINATING, SUBJECT, REPORTED_TO, NAMED = "lead", "coordinating", "subject", "reported to", "named"
ASIDE_WORDS = 40


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


def _is_label(key: str) -> bool:
    """Tell whether a token may belong to the label of a paragraph ("2", ".", "a", ")", "Điều")."""
    return key.isdigit() or len(key) == 1 or key in LABEL_WORDS


class Passage:
    """A passage as tokens, sentences and groups of units."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self.keys = [token.key for token in self.tokens]
        self.starts = self._sentence_starts()
        self.groups: list[Group] = []
        self.by_start: dict[int, Group] = {}
        self.groups = self._grouped()
        self.by_start = {group.start: group for group in self.groups}

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
        if any(cue.search(left) for cue in (COORDINATES, DIRECTS, DISTRIBUTES)):
            return [group]
        if not self._predicated(self.clause_at(group.end)):
            return [group]
        for mark in (";", ","):
            for i in range(1, len(group.units)):
                if self.keys[group.units[i][0] - 1] == mark:
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
        return self._adverbial_at(start)

    def _adverbial_at(self, at: int) -> bool:
        """Tell whether an adverbial opens at a token, and no longer verb ("Theo" of "Theo quy định", not of "Theo dõi")."""
        found = longest(ADVERBIAL, self.tokens, at)
        verb = longest(lexicon().verbs, self.tokens, at)
        return found is not None and not (verb and verb[0] > found[0])

    def _subject_place(self, at: int) -> bool:
        """Tell whether a main clause may open at a token."""
        start = self._start_of(at)
        start = self._after_label(start, at)
        if start == at or self.keys[at - 1] in (";", ":"):
            return True
        if AND_THEN.search(self._left(at)) and self.keys[at - 1] != AND:
            return True
        if self.keys[at - 1] != ",":
            return False
        clause = next((i + 1 for i in range(at - 2, start, -1) if self.keys[i] == ";"), start)
        return self._is_adverbial(start, at - 1) or (clause > start and self._is_adverbial(clause, at - 1))

    def _after_label(self, start: int, stop: int) -> int:
        """Pass over the bullet, number or letter that a paragraph opens with ("- ", "2.1. ", "a) ")."""
        at = start
        while at < stop and _is_label(self.keys[at]):
            at += 1
        return at if at == start or self.keys[at - 1] in ("-", "+", "*", ".", ")") else start

    def _is_adverbial(self, start: int, comma: int) -> bool:
        """Tell whether all that stands before a comma is an adverbial; a verb after an earlier comma opens the clause."""
        if not self._adverbial_at(start):
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

    def clause_at(self, at: int) -> int:
        """Pass over what stands between a subject and its verb ("theo chức năng", ", trong phạm vi nhiệm vụ của mình,")."""
        if found := longest(BY_OFFICE, self.tokens, at):
            at = found[0] + (self.keys[found[0] : found[0] + 1] == [","])
        if (within := WITHIN.match(" ".join(self.keys[at : at + 20]))) and self._predicated(
            end := at + len(within.group().split())
        ):
            return end
        if self.keys[at : at + 1] != [","] or not longest(ASIDE, self.tokens, at + 1):
            return at
        emphasis = longest(EMPHASIS, self.tokens, at + 1)
        ends = {group.end for group in self.groups if at < group.end <= at + ASIDE_WORDS} if emphasis else set()
        for i in range(at + 2, min(at + ASIDE_WORDS, len(self.keys))):
            if self.keys[i] in (".", ";", ":"):
                break
            if self.keys[i] == "," and self._predicated(i + 1):
                return i + 1
            if emphasis and i in ends and self._predicated(i):
                return i
        return at

    def _predicated(self, at: int) -> bool:
        """Tell whether an active verb stands at a token, over a comma left there by mistake."""
        if at < len(self.tokens) and self.keys[at] == ",":
            at += 1
        if cadence := longest(CADENCE, self.tokens, at):
            at = cadence[0]
        if at >= len(self.tokens) or self.keys[at] in PASSIVE:
            return False
        lex = lexicon()
        return bool(longest(lex.verbs, self.tokens, at) or longest(lex.soft, self.tokens, at))
