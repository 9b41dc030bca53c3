"""The tree of sections and how it grows: each heading below the nearest one of a higher rank."""

from __future__ import annotations

from dataclasses import dataclass, field

from dondoc.extraction.labels import RANK, Label
from dondoc.extraction.paragraphs import Paragraph, ends_sentence
from dondoc.extraction.passage import Passage
from dondoc.extraction.qualifiers import only_counts
from dondoc.programme.model import SectionKind

HALF = 0.5  # between the ranks of two styles


@dataclass
class Block:
    """What stands in a section: a paragraph, or a table by its index, or lines fallen out of a table."""

    paragraph: Paragraph | None = None
    table: int | None = None


@dataclass(eq=False)
class Node:
    """A section being built."""

    label: Label | None
    heading: Passage
    rank: float
    parent: Node | None = None
    title: Passage | None = None
    kind: SectionKind = "group"
    own_kind: SectionKind | None = None
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    rest: Passage | None = None  # what the heading paragraph says after its title
    unsure: bool = False
    paragraph: Paragraph | None = None
    number: int = 0  # place in the document's order of sections

    @property
    def title_text(self) -> str:
        """Return the title, or nothing."""
        return self.title.text if self.title else ""

    def ancestors(self) -> list[Node]:
        """Return this section and those above it, innermost first."""
        chain, node = [], self
        while node is not None:
            chain.append(node)
            node = node.parent  # type: ignore[assignment]
        return chain


class Builder:
    """Hangs each heading below the nearest heading of a higher rank."""

    def __init__(self) -> None:
        self.roots: list[Node] = []
        self.order: list[Node] = []
        self.preamble: list[Block] = []
        self._stack: list[Node] = []

    def choose(self, candidates: list[Label]) -> Label:
        """Choose between a letter and a roman reading of "C." or "I." by what is open."""
        for label in candidates if len(candidates) > 1 else ():
            for node in reversed(self.order):
                if node.label and node.label.style == label.style:
                    if node.label.number and label.number == (node.label.number[0] + 1,):
                        return label
                    break
        return candidates[0]

    def open(self, node: Node) -> None:
        """Put a new section in its place."""
        if node.label and node.label.style == "group":
            node.rank = self._group_rank()
        while self._stack and self._stack[-1].rank >= node.rank:
            self._stack.pop()
        if self._stack and self._skips(self._stack[-1], node):
            self._stack.pop()
        node.parent = self._stack[-1] if self._stack else None
        (node.parent.children if node.parent else self.roots).append(node)
        node.number = len(self.order)
        self._stack.append(node)
        self.order.append(node)

    def _group_rank(self) -> float:
        """Return the rank of "Nhóm nhiệm vụ thứ hai": that of the group before it, else just below the open section."""
        for node in reversed(self._stack):
            if node.label and node.label.style == "group":
                return node.rank
        return self._stack[-1].rank + HALF if self._stack else RANK["letter"]

    @staticmethod
    def _skips(above: Node, node: Node) -> bool:
        """Tell whether "2.1" stands under an open "1", the heading "2" not having been printed."""
        if not (above.label and node.label and above.label.style == node.label.style == "number"):
            return False
        return (
            node.label.number[:-1] == (*above.label.number[:-1], above.label.number[-1] + 1)
            and node.label.number[-1] == 1
        )

    def add(self, block: Block) -> None:
        """Put a paragraph or table in the open section; a line that counts what follows closes the one numbered before it."""
        if len(self._stack) > 1 and _counts(block) and _is_work(self._stack[-1]):
            self._stack.pop()
        (self._stack[-1].blocks if self._stack else self.preamble).append(block)

    @property
    def current(self) -> Node | None:
        """Return the open section."""
        return self._stack[-1] if self._stack else None


def _counts(block: Block) -> bool:
    if block.paragraph is None:
        return False
    text, item = block.paragraph.text, block.paragraph.item
    return only_counts(text[item.end :].strip() if item else text)


def _is_work(node: Node) -> bool:
    """Tell whether a numbered paragraph is itself the work, a sentence and no heading."""
    return node.label is not None and node.label.style == "number" and ends_sentence(node.heading.text)
