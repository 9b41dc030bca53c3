"""What the subject of a sentence is told to do: whether it leads by name, and whether it advises (convention 22)."""

from __future__ import annotations

from itertools import takewhile

from dondoc.extraction.unit_passage import REPORTED_TO, SUBJECT, Passage
from dondoc.extraction.unit_role_words import (
    ADVISES_VERB,
    CLAUSE_MARKS,
    JOINS_VERB,
    LEADS_VERB,
    MANNER,
    OBJECT,
    SO_THAT,
)
from dondoc.language.tokens import longest
from dondoc.language.unit_lexicon import lexicon
from dondoc.language.unit_qualifiers import AND


class Predicates(Passage):
    """A passage whose subjects' verbs are read."""

    def predicate(self, at: int) -> tuple[bool, bool]:
        """Read what a subject is told to do: (it leads by name, it advises)."""
        leads, tokens = False, self.tokens
        while at < len(tokens):
            if self.keys[at] in (",", ":", AND):
                at += 1
            elif found := longest(LEADS_VERB, tokens, at):
                leads, at = True, found[0]
            elif found := longest(JOINS_VERB, tokens, at):
                at = self._over_partners(found[0])
            elif longest(ADVISES_VERB, tokens, at):
                return leads, True
            elif found := longest(MANNER, tokens, at):
                at = found[0]
            elif after := self._chained(at):
                at = after
            else:
                break
        return leads, False

    def _chained(self, at: int) -> int | None:
        """Pass over a verb with no object, or one of two words, and the comma or "và" after it ("tổng hợp, tham mưu …")."""
        lex = lexicon()
        verb = longest(lex.verbs, self.tokens, at) or longest(lex.soft, self.tokens, at)
        ahead = range(verb[0], verb[0] + 3) if verb else ()
        return next((end + 1 for end in ahead if self.key(end) in (",", AND)), None)

    def advises_later(self, at: int) -> bool:
        """Tell whether a later clause of the same subject is advice ("…; kịp thời tham mưu UBND tỉnh")."""
        nearest = min((g.start for g in self.groups if g.start > at and g.role == SUBJECT), default=len(self.keys))
        received = False  # what follows a body that is reported to is what that body does
        for i in range(at, nearest):
            group = self.by_start.get(i)
            received = (received or bool(group and group.role == REPORTED_TO)) and self.keys[i] not in (";", ".")
            if (
                received
                or self.keys[i] not in CLAUSE_MARKS
                or (self.keys[i] == "," and OBJECT.search(self._left(i)))
                or not self._own_clause(i + 1)
            ):
                continue
            if self.predicate(i + 1)[1]:
                return True
        return False

    def advises_then(self, at: int) -> bool:
        """Tell whether what is sent to a body is sent for its advice ("… về Sở Y tế (trước ngày …) để tổng hợp, tham mưu")."""
        if self.predicate(at)[1]:
            return True
        for i in range(at, min(at + 10, len(self.keys))):
            if self.keys[i] == SO_THAT:
                return self.predicate(i + 1)[1]
            if self.keys[i] in (".", ";"):
                break
        return False

    def _own_clause(self, at: int) -> bool:
        """Tell whether a clause has no subject of its own."""
        group = self.by_start.get(at)
        return group is None or not self._predicated(group.end)

    def advice_without_subject(self) -> tuple[bool, bool]:
        """Read a passage that has no subject: (its first verb is advice, some verb of it is)."""
        start = self._after_label(0, max(len(self.keys) - 1, 0))
        opens = [start]
        if self._adverbial_at(start):
            end = self.starts[1] if len(self.starts) > 1 else len(self.keys)
            commas = (i for i in range(start, end) if self.keys[i] == ",")
            opens += [i + 1 for i in takewhile(lambda i: self._is_adverbial(start, i), commas)]
        at_once = any(advises and not leads for leads, advises in map(self.predicate, opens))
        return at_once, at_once or any(self.predicate(i)[1] for i in opens) or self.advises_later(start)

    def key(self, at: int) -> str:
        """Give the key of a token, nothing behind the last."""
        return self.keys[at] if at < len(self.keys) else ""

    def _over_partners(self, at: int) -> int:
        """Pass over "chặt chẽ với A, B và C"."""
        for i in range(at, min(at + 6, len(self.tokens))):
            if group := self.by_start.get(i):
                return group.end
            if self.keys[i] in (",", ".", ";"):
                break
        return at
