"""The entries of a section: which paragraphs say work, targets or duties, which only lead in or qualify.

Conventions 13 and 26: a dash bullet, an undashed paragraph, or the deepest lettered item that is a full
sentence; an intro that ends in ":" is an entry of its own unless it only says "cụ thể như sau:".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dondoc.extraction.measures.vocabulary import ACTION_VERBS
from dondoc.extraction.paragraphs import Paragraph, ends_sentence, is_capital
from dondoc.extraction.passage import Passage
from dondoc.extraction.qualifiers import ATTRIBUTE, EXPECTED, fields_in, is_responsible, only_counts
from dondoc.extraction.tree import Node

_DEPTH = {"bracketed": 0, "lettered": 1, "dash": 2, "plus": 3}
_LEAD_IN = re.compile(
    r"(?:như sau|sau đây)\s*[:.]?\s*$|(?:sau|gồm|dưới đây|cụ thể|gồm có|trọng tâm)\s*:\s*$", re.IGNORECASE
)
_END_OF_PAPER = "./."
_CLOSING = re.compile(
    r"^(?:\(?Kèm theo |Trên đây là|Ban hành kèm theo |Trong quá trình (?:tổ chức |triển khai |thực hiện)|"
    r"(?:Nghị quyết|Quyết định|Kế hoạch|Chương trình(?: hành động)?|Chỉ thị|Quy chế) này (?:đã )?(?:được|có hiệu lực|phổ biến))"
)
_PREFACE = re.compile(r"^(?:Các|Những) (?:nội dung|nhiệm vụ|công việc)[^.;]{0,40}(?:dưới đây|sau đây)")
_ELSEWHERE = re.compile(
    r"^(?:Các|Những|Nội dung|Chi tiết|Danh mục|Có|Cụ thể|Nhiệm vụ)(?=\s)[^.;]{0,80}(?:tại|theo|ở|có)\s[^.;]{0,30}(?:phụ lục|danh mục|biểu)[^.;]{0,60}[.;]?$",
    re.IGNORECASE,
)
_POINTER = re.compile(r"^[*_]*\((?!\d)[^()]*(?:phụ lục|danh mục|biểu mẫu|kèm|gửi)[^()]*\)[./*_\s]*$", re.IGNORECASE)
_ORDERS = re.compile(r"(?:^|\s)(?:yêu cầu|đề nghị|giao)\s", re.IGNORECASE)
_ORDER_REACH = 90  # characters in which a closing paragraph says that it orders something
_DATED = re.compile(
    r"^(?:(?:mục tiêu|chỉ tiêu|phấn đấu)\s)?(?:đến|tầm nhìn|giai đoạn|trong|năm|định hướng)\s[^.;,]{0,30}\d{4}\s*:?$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"^(?:về|nhóm|lĩnh vực|trong lĩnh vực|trên lĩnh vực|chỉ tiêu|các chỉ tiêu|nhóm chỉ tiêu)\s[^.;:\d]{2,80}:?$",
    re.IGNORECASE,
)
_TAIL = 40  # characters in which a lead-in shows itself
_LONGEST_BOLD = 100  # characters of a bold line that only heads what follows
_FEW_WORDS = 4
_SENTENCE_WORDS = 20  # an intro of so many words says itself who shall do what (convention 26)
_SHORT_HEADING_WORDS = 8


@dataclass
class Entry:
    """One entry of a section, with the label printed before it and what qualifies it."""

    passage: Passage
    node: Node
    label: str | None = None
    depth: int = -1
    attributes: list[tuple[str, Passage]] = field(default_factory=list)
    context: list[str] = field(default_factory=list)
    unsure: bool = False
    heading: bool = False  # the section's own heading says it
    shares: bool = False  # its fields are those of the whole item it stands in
    closes: bool = False  # an undashed paragraph below a list: it speaks of the whole part, not of the heading's unit
    paragraphs: list[Paragraph] = field(default_factory=list)


def is_lead_in(text: str) -> bool:
    """Tell whether a paragraph only announces what follows."""
    return bool(_LEAD_IN.search(text[-_TAIL:])) or (text.rstrip().endswith(":") and len(text.split()) <= _FEW_WORDS)


def is_closing(text: str) -> bool:
    """Tell whether a paragraph is a paper's closing formula, which gives nobody work."""
    return bool(_CLOSING.match(text) or _POINTER.match(text) or _ELSEWHERE.match(text) or _PREFACE.match(text))


def _ends_paper(text: str) -> bool:
    """Tell whether an undashed paragraph is the paper's last, and orders nothing ("Đề nghị các cơ quan … thực hiện./.")."""
    return text.endswith(_END_OF_PAPER) and not _ORDERS.search(text[:_ORDER_REACH])


def body_of(paragraph: Paragraph) -> Passage:
    """Return a paragraph without its dash, plus, number in brackets or letter."""
    return paragraph.passage.cut(paragraph.item.end) if paragraph.item else paragraph.passage


def entries_of(node: Node, *, responsible: bool = False) -> list[Entry]:
    """Return the entries of a section in order; `responsible` lines ("X chủ trì …, trình …") qualify the one above."""
    paragraphs = [block.paragraph for block in node.blocks if block.paragraph]
    found: list[Entry] = []
    if node.rest and not is_closing(node.rest.text) and not _only_when_or_where(node):
        found.append(Entry(node.rest, node, heading=node.title is None, unsure=node.unsure))
    context: dict[float, str] = {}
    fresh = 0
    for place, paragraph in enumerate(paragraphs):
        body = body_of(paragraph)
        if not any(char.isalpha() for char in body.text) or is_closing(body.text):
            continue
        if node.kind == "tasks" and paragraph.item is None and _ends_paper(body.text):
            continue
        if _qualifies(found, node, paragraph, body, fresh, responsible=responsible):
            continue
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        depth = _DEPTH[paragraph.item.style] if paragraph.item else -1
        for deeper in [known for known in context if known >= depth]:
            del context[deeper]
        if following is not None and _DATED.match(body.text):
            context[depth - 0.5] = body.text
            continue
        if _is_heading(paragraph, body, following, depth):
            context[depth] = body.text
            continue
        if found and found[-1].attributes:
            fresh = len(found)
        entry = Entry(body, node, paragraph.item.printed if paragraph.item else None, depth, unsure=paragraph.unsure)
        entry.context = list(context.values())
        entry.closes = paragraph.item is None and bool(found) and found[-1].depth >= 0
        entry.paragraphs = [paragraph]
        found.append(entry)
    return found


def _printed(node: Node) -> Passage:
    """Return a heading as it is printed behind its label, its closing full stop included; the title where a colon closes it."""
    whole = node.heading.cut(node.label.end) if node.label else node.heading
    closed = node.title and whole.text in {f"{node.title.text}.", f"{node.title.text}:"}
    return whole if closed else node.title or whole


def _only_when_or_where(node: Node) -> bool:
    """Tell whether a section is a field of the whole paper ("2. Thời gian: Từ ngày …", "3. Địa điểm: …")."""
    field_name = ATTRIBUTE.match(f"{node.title_text}:")
    told = field_name is not None and field_name.lastgroup in {"time", "place", "resource"}
    return told and node.rest is not None and not _does_work(node.rest.text)


def _does_work(text: str) -> bool:
    """Tell whether what a field says is itself work ("Thời gian: Tổ chức lớp từ ngày …")."""
    words = text.lower().split()
    return any(" ".join(words[:count]) in ACTION_VERBS for count in (1, 2))


def _is_item(node: Node, field_name: str) -> bool:
    """Tell whether a section is itself a piece of work: "1.2. Xây dựng …" with its time or its unit below it."""
    numbered = node.label is not None and node.label.style == "number" and len(node.label.number) > 1
    return numbered and field_name in {"time", "lead", "doer"} and node.title is not None


def _qualifies(
    found: list[Entry], node: Node, paragraph: Paragraph, body: Passage, fresh: int, *, responsible: bool
) -> bool:
    """Hang a line of time, unit, product or money, or of responsibility, on the entries it speaks of."""
    expected = EXPECTED.match(body.text)
    if expected and found and paragraph.item is None:
        found[-1].attributes.append(("time", body.cut(expected.start("time"))))
        return True
    attribute = ATTRIBUTE.match(body.text)
    if (
        attribute
        and attribute.lastgroup
        and (paragraph.item is None or paragraph.item.style in {"dash", "plus", "lettered"})
    ):
        rest = body.cut(attribute.end())
        if _is_item(node, attribute.lastgroup) and not any(entry.heading or entry.attributes for entry in found):
            found.insert(0, Entry(_printed(node), node, heading=True, unsure=node.unsure))
        targets = found[fresh:]
        if not targets and node.title and not is_capital(node.title.text):
            found.append(Entry(_printed(node), node, heading=True, unsure=node.unsure))
            targets = found[-1:]
        elif not targets:
            return not _does_work(rest.text)
        for entry in targets:
            entry.attributes += [(name, body.cut(start, end)) for name, start, end in fields_in(body.text)]
            entry.shares = len(targets) > 1 and not entry.heading
        return bool(targets)
    if not responsible or not is_responsible(body.text):
        return False
    if paragraph.item and paragraph.item.style in {"lettered", "bracketed"}:
        return False
    if not found and node.title and len(node.title.text.split()) >= 5:
        found.append(Entry(_printed(node), node, heading=True, unsure=node.unsure))
    if not found or found[-1].attributes or (paragraph.item and found[-1].depth == _DEPTH[paragraph.item.style]):
        return False
    found[-1].attributes.append(("responsible", body))
    return True


def _is_heading(paragraph: Paragraph, body: Passage, following: Paragraph | None, depth: int) -> bool:
    """Tell whether an item or paragraph only heads what follows it."""
    text = body.text
    if (is_capital(text) and len(text) < 120) or only_counts(text):
        return True
    if (
        paragraph.item is None
        and len(text.split()) < _SENTENCE_WORDS
        and _LEAD_IN.search(text[-_TAIL:])
        and text.rstrip(" :.").endswith(("như sau", "sau đây"))
    ):
        return True
    if following is None:
        return False
    if paragraph.item and following.item and paragraph.item.style != following.item.style and _TOPIC.match(text):
        return True
    below = _DEPTH[following.item.style] if following.item else -1
    deeper = below > depth
    if deeper and _TOPIC.match(text):
        return True
    if paragraph.item is None and paragraph.bold and len(text) < _LONGEST_BOLD and not ends_sentence(text):
        return True
    if paragraph.item is None:
        if not following.item and not (len(text.split()) <= 3 and text.endswith(":")):
            return False
        return is_lead_in(text) and len(text.split()) < _SENTENCE_WORDS
    if following.item and text.endswith(":") and len(text.split()) <= _FEW_WORDS:
        return True
    if deeper and below >= 0:
        return is_lead_in(text) or not ends_sentence(text)
    bare = not ends_sentence(text) and len(text.split()) <= _SHORT_HEADING_WORDS and not re.search(r"\d", text)
    return bare and below == -1 and paragraph.item.style == "dash"
