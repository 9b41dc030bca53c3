"""Proposing who leads a task: from its own words, its heading, and the assignment clause; a person decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from django.utils.translation import gettext as _

from dondoc.language.folding import fold
from dondoc.programmes.models import Clause, Task
from dondoc.wards.models import Unit

WORD = re.compile(r"\w{2,}")
# Words that say what kind of body a unit is, or stand in every sentence of a programme.
EVERYWHERE = (
    "phòng ban phường xã trung tâm ủy UBND HĐND đảng bộ văn cơ quan đơn vị công tác chủ trì phối hợp giao thực hiện"
    " nhiệm vụ chương trình xây dựng triển khai lãnh đạo chỉ đạo tham mưu và các của cho theo với trong"
)
GENERIC = frozenset(fold(EVERYWHERE).split())
# Below these shares of common words a heading or a clause says nothing about the task.
HEADING_SHARE = 0.6
CLAUSE_SCORE = 0.25


@dataclass(frozen=True)
class Proposal:
    """The unit proposed as lead with the reason in one sentence, and the coordinating units that the text names."""

    lead: Unit | None = None
    why: str = ""
    coordinating: tuple[Unit, ...] = field(default=())


def words_of(text: str) -> list[str]:
    """Return the telling words of a text, without accents."""
    return [word for word in WORD.findall(fold(text)) if word not in GENERIC]


class Proposer:
    """Proposes leads for the tasks of one programme; reads the names of units and the clauses once."""

    def __init__(self, units: Iterable[Unit], clauses: Sequence[Clause]) -> None:
        self.units = [unit for unit in units if unit.active and not unit.collective]
        self.by_name: dict[str, Unit] = {}
        for unit in self.units:
            for name in (unit.name, unit.short_name, *unit.aliases):
                if name:
                    self.by_name.setdefault(fold(name), unit)
        self.clauses = [
            (clause, lead, Counter(words_of(clause.text)))
            for clause in clauses
            if (lead := next(iter(self.matched(clause.leads)), None)) is not None
        ]
        spread = Counter(word for _clause, _unit, words in self.clauses for word in words)
        self.weights = {word: log(1 + len(self.clauses) / count) for word, count in spread.items()}

    def matched(self, printed: Iterable[str]) -> list[Unit]:
        """Return the ward's units that printed names name, once each, in order; collectives name nobody."""
        found: dict[int, Unit] = {}
        for name in printed:
            named = self.by_name.get(fold(name).strip(" .,;"))
            if named is not None:
                found.setdefault(named.pk, named)
        return list(found.values())

    def propose(self, task: Task) -> Proposal:
        """Propose a lead: the unit the task itself names, then that of its heading, then that of a clause."""
        named = self.matched(task.leads_printed)
        others = self.matched(task.coordinating_printed)
        if named:
            source = _("Văn bản ghi: %(unit)s.") % {"unit": task.leads_printed[0]}
            return Proposal(named[0], source, tuple(unit for unit in (*named[1:], *others) if unit != named[0]))
        coordinating = tuple(others)
        headings = self._headings(task)
        for heading in headings:
            meant = self._of_heading(heading)
            if meant is not None:
                return Proposal(meant, _("Thuộc mục “%(heading)s”.") % {"heading": heading[:120]}, coordinating)
        found = self._of_clauses(f"{' '.join(headings)} {task.text}")
        if found is not None:
            clause, unit = found
            quote = clause.text[:160] + ("…" if len(clause.text) > 160 else "")
            return Proposal(unit, _("Câu phân công: “%(quote)s”") % {"quote": quote}, coordinating)
        return Proposal(coordinating=coordinating)

    def _headings(self, task: Task) -> list[str]:
        section = task.section
        titles = [section.title, section.chapter.title if section.chapter else ""] if section else []
        return [title for title in dict.fromkeys(titles) if title]

    def _of_heading(self, heading: str) -> Unit | None:
        """Return the one unit whose own words stand in a heading ("Văn hóa - xã hội"); None for none or several."""
        said = set(words_of(heading))
        best: list[tuple[float, Unit]] = []
        for unit in self.units:
            own = set(words_of(unit.name))
            if len(own) >= 2 and len(own & said) / len(own) >= HEADING_SHARE:
                best.append((len(own & said) / len(own), unit))
        best.sort(key=lambda pair: -pair[0])
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        return best[0][1]

    def _of_clauses(self, text: str) -> tuple[Clause, Unit] | None:
        said = set(words_of(text))
        scored = []
        for clause, unit, words in self.clauses:
            whole = sum(self.weights[word] for word in words)
            common = sum(self.weights[word] for word in words if word in said)
            if whole and common / whole >= CLAUSE_SCORE:
                scored.append((common / whole, clause, unit))
        if not scored:
            return None
        _score, clause, unit = max(scored, key=lambda one: one[0])
        return clause, unit
