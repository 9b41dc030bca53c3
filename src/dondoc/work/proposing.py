"""Proposing who leads a task: from its own words, its heading, and the assignment clause; a person decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from django.utils.translation import gettext as _

from dondoc.language.folding import fold
from dondoc.programmes.models import Clause, Section, Task
from dondoc.wards.models import Unit

WORD = re.compile(r"\w{2,}")
# What stands before and after the field in a unit's name: "Phòng [Văn hóa - Xã hội]", "[Công an] phường".
KIND = re.compile(
    r"^(?:(?:các|thường trực|văn phòng|phòng|ban chỉ huy|ban chỉ đạo|ban|ủy ban|trung tâm|hội đồng|đảng ủy|đảng bộ(?: \(chi bộ\))?|chi bộ|tổ)\s+)+",
    re.IGNORECASE,
)
PLACE = re.compile(r"\s+(?:phường|xã|đặc khu|thành phố|tỉnh|đảng ủy)$", re.IGNORECASE)
# Boards of the council supervise and do not carry out (Luật Tổ chức chính quyền địa phương).
COUNCIL = re.compile(r"\bHội đồng nhân dân\b|\bHĐND\b", re.IGNORECASE)
# Words that stand in every sentence of a programme, or in the names of bodies for all fields.
EVERYWHERE = (
    "và các của cho theo với trong về ở để trên công tác chủ trì phối hợp giao thực hiện nhiệm vụ giải pháp chương trình"
    " phát triển triển khai lãnh đạo chỉ đạo tham mưu tăng cường nâng cao chất lượng đẩy mạnh đảm bảo bảo đảm cơ quan đơn vị"
)
GENERIC = frozenset(fold(EVERYWHERE).split())
FOR_ALL = frozenset(fold("nhân dân ủy ban phường xã").split())
# A heading says whose work it is when it is mostly about the unit's field, and names most of that field.
HEADING_SHARE = 0.4
FIELD_SHARE = 0.65
SHORT_FIELD = 3  # words, all of which must be named
# A clause that is about the task by its words: this share of its weight, and so many words.
CLAUSE_SHARE = 0.3
CLAUSE_WORDS = 3


@dataclass(frozen=True)
class Proposal:
    """The unit proposed as lead with the reason in one sentence, and the coordinating units that the text names.

    `sure` tells that the paper names this one unit; what rests on a likeness of words is not.
    """

    lead: Unit | None = None
    why: str = ""
    sure: bool = False
    coordinating: tuple[Unit, ...] = field(default=())


def words_of(text: str) -> set[str]:
    """Return the telling words of a text, without accents."""
    return {word for word in WORD.findall(fold(text)) if word not in GENERIC}


def field_of(unit: Unit) -> set[str]:
    """Return the words of a unit's field: its name without the kind of body and the place; none for a body over all fields, or one that only supervises."""
    if COUNCIL.search(unit.name):
        return set()
    plain = PLACE.sub("", KIND.sub("", unit.name.strip()))
    own = words_of(plain)
    return set() if own <= FOR_ALL else own


class Proposer:
    """Proposes leads for the tasks of one programme; reads units, clauses and sections once."""

    def __init__(
        self,
        units: Iterable[Unit],
        clauses: Sequence[Clause],
        sections: Iterable[Section],
        tasks: Iterable[Task],
        *,
        urban: bool = True,
    ) -> None:
        self.urban = urban
        self.units = [unit for unit in units if unit.active and not unit.collective]
        self.by_name: dict[str, Unit] = {}
        for unit in self.units:
            for name in (unit.name, unit.short_name, *unit.aliases):
                if name:
                    self.by_name.setdefault(fold(name), unit)
        self.sections = {section.pk: section for section in sections}
        self.clauses = [(one, found) for one in clauses if (found := self.matched(one.leads))]
        spread = Counter(word for clause, _found in self.clauses for word in words_of(clause.text))
        self.weights = {word: log(1 + len(self.clauses) / count) for word, count in spread.items()}
        self.named = Counter(
            unit.pk for task in tasks for unit in self.matched([*task.leads_printed, *task.coordinating_printed])
        )

    def matched(self, printed: Iterable[str]) -> list[Unit]:
        """Return the ward's units that printed names name, once each, in order; collectives name nobody."""
        found: dict[int, Unit] = {}
        for name in printed:
            named = self.by_name.get(fold(name).strip(" .,;"))
            if named is not None:
                found.setdefault(named.pk, named)
        return list(found.values())

    def propose(self, task: Task) -> Proposal:
        """Propose a lead: the unit the task names, that of its heading, that of the clause over its chapter."""
        named = self.matched(task.leads_printed)
        others = self.matched(task.coordinating_printed)
        if named:
            why = _("Văn bản ghi: %(unit)s.") % {"unit": task.leads_printed[0]}
            rest = tuple(unit for unit in (*named[1:], *others) if unit != named[0])
            return Proposal(named[0], why, len(named) == 1, rest)
        coordinating = tuple(others)
        above = self._above(task)
        for section in above:
            meant = self._of_heading(section.title)
            if meant is not None:
                return Proposal(
                    meant, _("Thuộc mục “%(heading)s”.") % {"heading": section.title[:120]}, True, coordinating
                )
        for section in above:
            for clause, units in self.clauses:
                if clause.section_id == section.pk:
                    return Proposal(units[0], _quoted(clause), len(clause.leads) == 1, coordinating)
        likely = self._by_words(words_of(f"{' '.join(section.title for section in above)} {task.text}"))
        if likely is not None:
            return Proposal(likely[1], _quoted(likely[0]), False, coordinating)
        return Proposal(coordinating=coordinating)

    def _above(self, task: Task) -> list[Section]:
        """Return the sections a task stands in, the nearest first."""
        found = []
        section = self.sections.get(task.section_id or 0)
        while section is not None and section not in found:
            found.append(section)
            section = self.sections.get(section.parent_id or 0)
        return found

    def _of_heading(self, heading: str) -> Unit | None:
        """Return the unit whose field a heading is about.

        Of several, the one that the paper names most; then, in a phường, the division with the wider field
        ("Phòng Kinh tế, Hạ tầng và Đô thị", in a xã "Phòng Kinh tế": Nghị định 150/2025/NĐ-CP).
        """
        said = words_of(heading)
        best: list[tuple[int, int, float, Unit]] = []
        for unit in self.units:
            own = field_of(unit)
            shared = len(own & said)
            if shared < 2 or shared / len(said) < HEADING_SHARE:
                continue
            covers = shared / len(own)
            enough = 1.0 if len(own) <= SHORT_FIELD else FIELD_SHARE
            if covers >= enough or (self.urban and said <= own):
                best.append((self.named[unit.pk], len(own) if self.urban else 0, covers, unit))
        best.sort(key=lambda one: (-one[0], -one[1], -one[2]))
        if not best or (len(best) > 1 and best[0][:3] == best[1][:3]):
            return None
        return best[0][3]

    def _by_words(self, said: set[str]) -> tuple[Clause, Unit] | None:
        """Return the clause that shares most of its weight with a task, and its first lead."""
        scored = []
        for clause, units in self.clauses:
            own = words_of(clause.text)
            common = own & said
            share = sum(self.weights[word] for word in common) / (sum(self.weights[word] for word in own) or 1)
            if len(common) >= CLAUSE_WORDS and share >= CLAUSE_SHARE:
                scored.append((share, clause, units[0]))
        return max(scored, key=lambda one: one[0])[1:] if scored else None


def _quoted(clause: Clause) -> str:
    quote = clause.text[:160] + ("…" if len(clause.text) > 160 else "")
    return _("Câu phân công: “%(quote)s”") % {"quote": quote}
