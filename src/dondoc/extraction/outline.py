"""Paragraphs to the tree of sections, each with the paragraphs and tables that stand directly in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dondoc.extraction.inline_items import HEADS_LIST
from dondoc.extraction.kinds import (
    FIXED_HEADING,
    heading_kind,
    is_bare_organisation,
    is_closing_article,
    is_content_heading,
    is_general_aim,
    names_group,
)
from dondoc.extraction.labels import RANK
from dondoc.extraction.paragraphs import DATE_HEADING, INDICATOR_HEADING, Paragraph, ends_sentence, is_capital
from dondoc.extraction.passage import Passage
from dondoc.extraction.qualifiers import is_field, only_counts, says_who_or_when
from dondoc.extraction.tree import HALF, Block, Builder, Node
from dondoc.programme.model import SectionKind

FIRST_WORDS = 8  # convention 4
_UNNUMBERED_RANK = 99
_DATE_RANKS = {"quý": 50, "quí": 50, "tháng": 51}  # below every number, a month below its quarter
_SENTENCE_WORDS = 14  # a numbered paragraph of so many words that ends in a full stop is itself the sentence
_LONGEST_TITLE = 250  # characters
_FEWEST_WORDS = 6  # of a sentence among purposes
_LONG_WORDS = 40  # a heading is never so long, with or without its full stop
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*\s*%|≥|\b(?:ít nhất|tối thiểu|trên|đạt|có|giảm|tăng)\b[^.;]{0,40}\d|không còn|\b\d{2,}\b"
)


_VISION = re.compile(r"tầm nhìn", re.IGNORECASE)
_BOUND = re.compile(r"(?:ít nhất|tối thiểu|trên|đạt|khoảng|dưới|từ)\s+\d|\d\s*%|trở lên", re.IGNORECASE)
_CITED = re.compile(
    r"\d+(?:/\d+)*[-/][a-zđ][\w/-]*|\d{1,2}/\d{1,2}/\d{4}|(?:năm|giai đoạn|thời kỳ)\s+\d{4}(?:\s*[-–]\s*\d{4})?"
)  # numbers of papers, days and years
_SPECIFIC = re.compile(r"mục tiêu cụ thể", re.IGNORECASE)
_FEW_BOUNDS = 2


@dataclass
class Outline:
    """The tree, its sections in document order, and what stands before the first."""

    roots: list[Node]
    order: list[Node]
    preamble: list[Block]


def build(blocks: list[Block]) -> Outline:
    """Build the tree of sections from the body's paragraphs and tables."""
    builder = Builder()
    skip = False
    levels: dict[int, float] = {}  # heading level of the format -> rank of the labels printed at it
    letters = RANK["roman"] + HALF if _letters_below_romans(blocks) else RANK["letter"]
    for place, block in enumerate(blocks):
        paragraph = block.paragraph
        if skip:
            skip = False
        elif paragraph is None:
            builder.add(block)
        elif paragraph.section_labels:
            label = builder.choose(paragraph.section_labels)
            heading = paragraph.passage
            below = blocks[place + 1].paragraph if place + 1 < len(blocks) else None
            if label.end >= len(paragraph.text) and below is not None and _entitles(below):
                heading, skip = heading.plus(below.passage), True
            rank = letters if label.style == "letter" else label.rank
            if paragraph.heading is not None:
                levels.setdefault(paragraph.heading, rank)
            builder.open(Node(label, heading, rank, unsure=paragraph.unsure, paragraph=paragraph))
        elif (unlabelled := _unlabelled(paragraph, builder.current, levels)) is not None:
            builder.open(unlabelled)
        else:
            builder.add(block)
    for node in builder.order:
        _entitle(node)
    for node in builder.roots:
        _settle(node, None)
    if not any(node.kind in {"tasks", "indicators"} for node in builder.order):
        _settle_duties(builder.roots)
    for node in builder.order:
        _retitle(node)
    return Outline(builder.roots, builder.order, builder.preamble)


def _letters_below_romans(blocks: list[Block]) -> bool:
    """Tell whether "A." stands below "III." in this paper: romans began before the letters and never begin anew after one."""
    styles = [
        block.paragraph.section_labels[0] for block in blocks if block.paragraph and block.paragraph.section_labels
    ]
    first = next((place for place, label in enumerate(styles) if label.style == "letter"), None)
    if first is None:
        return False
    before, after = styles[:first], styles[first:]
    return any(label.style == "roman" for label in before) and not any(
        label.style == "roman" and label.number == (1,) for label in after
    )


def _unlabelled(paragraph: Paragraph, above: Node | None, levels: dict[int, float]) -> Node | None:
    """Return the section that a heading without a label opens: of targets, a quarter or month, or marked by the format."""
    heading, rank = paragraph.passage, float(_UNNUMBERED_RANK)
    if _is_unnumbered_heading(paragraph):
        if is_capital(paragraph.text) and above is not None and above.rank != _UNNUMBERED_RANK:
            rank = RANK["roman"]
    elif above is None:
        return None
    elif dated := DATE_HEADING.fullmatch(paragraph.text):
        heading, rank = heading.cut(dated.start("word")), _DATE_RANKS[dated["word"].lower()]
    elif _is_marked_heading(paragraph):
        rank = levels.get(paragraph.heading or 0, RANK["number"])
    else:
        return None
    return Node(None, heading, rank, unsure=paragraph.unsure, paragraph=paragraph)


def _entitles(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is the title of a label that stands alone above it ("Phần thứ nhất")."""
    if paragraph.section_labels or paragraph.item or len(paragraph.text) > _LONGEST_TITLE:
        return False
    return (
        is_capital(paragraph.text)
        or paragraph.bold
        or paragraph.heading is not None
        or not ends_sentence(paragraph.text)
    )


def _is_marked_heading(paragraph: Paragraph) -> bool:
    """Tell whether the format itself marks a paragraph without a label as a heading."""
    text = paragraph.text
    return (
        paragraph.heading is not None
        and not paragraph.item
        and len(text) < _LONGEST_TITLE
        and not text.endswith((".", ";"))
    )


def _is_unnumbered_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.item:
        return False
    if INDICATOR_HEADING.match(text):
        return True
    marked = paragraph.heading is not None or (is_capital(text) and paragraph.bold) or is_capital(text)
    return bool(marked) and len(text) < 120 and heading_kind(text) is not None


def _entitle(node: Node) -> None:
    """Set the title and what follows it in the heading paragraph (convention 3)."""
    body = node.heading.cut(node.label.end) if node.label else node.heading
    if not body:
        return
    fixed = FIXED_HEADING.match(body.text) or HEADS_LIST.match(body.text)
    if fixed or (node.label is None and ":" in body.text):
        colon = body.text.rindex(":", 0, fixed.end()) if fixed else body.text.index(":")
        node.title = body.cut(0, colon)
        rest = body.cut(colon + 1)
        node.rest = rest if rest else None
    else:
        node.title = body
    node.own_kind = heading_kind(node.title.text)
    if node.own_kind == "organisation" and node.rank > RANK["roman"] and not is_bare_organisation(node.title.text):
        node.own_kind = None
    if node.own_kind is None and node.label and node.label.style == "article" and is_closing_article(node.title.text):
        node.own_kind = "organisation"
    if node.own_kind == "objective" and (_promises(node) if is_general_aim(node.title.text) else _lists_figures(node)):
        node.own_kind = "indicators"


def _lists_figures(node: Node) -> bool:
    if not node.blocks and node.rest is None and node.children and all(child.label for child in node.children):
        return all(_lists_figures(child) or _is_target(child) for child in node.children)
    every = [b.paragraph for b in node.blocks if b.paragraph]
    items = [paragraph for paragraph in every if paragraph.item]
    if every and _SPECIFIC.search(node.title_text) and all(_FIGURE.search(paragraph.text) for paragraph in every):
        return True
    figured, all_figured = (sum(1 for p in some if _FIGURE.search(p.text)) for some in (items, every))
    return (len(items) >= 2 and figured * 2 >= len(items)) or (len(every) >= 3 and all_figured * 2 >= len(every))


def _is_target(node: Node) -> bool:
    """Tell whether a numbered sentence is itself a target ("1.1. Huy động 99% trẻ mẫu giáo ra lớp.")."""
    alone = not node.blocks and not node.children and node.rest is None
    body = node.heading.text[node.label.end :] if node.label else node.heading.text
    return alone and ends_sentence(body) and bool(_FIGURE.search(_CITED.sub("", body.lower())))


def _promises(node: Node) -> bool:
    """Tell whether a vision ("Tầm nhìn đến năm 2045") names levels to be reached, and not only how things shall be."""
    if not _VISION.search(node.title_text):
        return False
    if not node.blocks and node.children and all(_is_target(child) for child in node.children):
        return True
    text = " ".join(block.paragraph.text for block in node.blocks if block.paragraph)
    return len(_BOUND.findall(text)) >= _FEW_BOUNDS


def _settle(node: Node, above: SectionKind | None) -> None:
    """Settle kinds from the top down: words first, then the parent, then the content."""
    kind = None if above == "purpose" and _only_says(node) else node.own_kind
    purpose = kind == "purpose"
    inner = {child.own_kind for child in _below(node) if not (purpose and _only_says(child))} - {None}
    if kind in {"tasks", "purpose"} and inner & {"indicators", "objective", "assignment"}:
        kind = "group"
    if kind in {"objective", "indicators"} and "tasks" in inner:
        kind = "group"
    if kind == "indicators" and {"objective", "indicators"} <= inner:
        kind = "group"
    if kind == "organisation" and above == "tasks" and node.rank > RANK["roman"]:
        kind = None
    if kind in {"purpose", "objective"} and above in {"tasks", "organisation"}:
        kind = None
    if kind == "tasks" and above in {"organisation", "purpose"}:
        kind = None
    if kind is None:
        kind = _by_place(node, above, inner)
    node.kind = kind
    for child in node.children:
        _settle(child, kind)


def _settle_duties(roots: list[Node]) -> None:
    """Read "Phân công nhiệm vụ" as the tasks of a paper that lists its work nowhere else."""
    duties = [node for node in roots if node.kind == "assignment"]
    for node in duties:
        node.own_kind = "tasks"
        _settle(node, None)


def _by_place(node: Node, above: SectionKind | None, inner: set[SectionKind | None]) -> SectionKind:
    if above in {"purpose", "organisation", "tasks", "assignment", "indicators"}:
        return above
    if above == "objective":
        general = is_general_aim(node.title_text)
        return "indicators" if (_promises(node) if general else _lists_figures(node)) else "objective"
    if inner - {"purpose"} or (is_content_heading(node.title_text) and len(inner) > 1):
        return "group"
    return "tasks" if _holds_work(node) else "group"


def _holds_work(node: Node) -> bool:
    return bool(node.blocks) or any(_holds_work(child) for child in node.children) or _is_sentence(node)


def _below(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        found.append(child)
        found.extend(_below(child))
    return found


def _is_sentence(node: Node) -> bool:
    text = node.title_text
    words = len(text.split())
    closed = text.rstrip('”"’ ').endswith((".", ";", "./"))
    return (words >= _LONG_WORDS or (closed and words >= _SENTENCE_WORDS)) and not is_capital(text)


def _only_says(node: Node) -> bool:
    """Tell whether a numbered line is a sentence and no heading ("2. Phân công rõ trách nhiệm của từng cá nhân.")."""
    text = node.title_text.rstrip('”"’ ')
    closed = text.endswith((".", ";")) and len(text.split()) >= _FEWEST_WORDS and not is_capital(text)
    return closed and not node.children and not node.blocks


def _retitle(node: Node) -> None:
    """Drop the title of a numbered paragraph that is itself the sentence, and its closing mark (convention 3)."""
    if node.title is None or node.rest is not None:
        node.title = _unclosed(node.title)
        return
    alone = not node.children and all(_qualifies(node, block) for block in node.blocks)
    numbered = node.label is not None and node.label.style in {"number", "article"}
    sentence = numbered and (
        (
            alone
            and not is_capital(node.title.text)
            and (ends_sentence(node.title.text) or len(node.title.text.split()) >= 6)
        )
        or (
            node.kind in {"purpose", "organisation", "assignment"}
            and not node.children
            and _is_sentence(node)
            and not _has_items(node)
        )
    )
    if sentence:
        node.rest, node.title = node.title, None
    else:
        node.title = _unclosed(node.title)


def _qualifies(node: Node, block: Block) -> bool:
    """Tell whether a paragraph below a numbered task or target only says by whom or when it is done, or counts what follows."""
    if node.kind not in {"tasks", "indicators"} or block.paragraph is None:
        return False
    paragraph = block.paragraph
    text = paragraph.passage.cut(paragraph.item.end).text if paragraph.item else paragraph.text
    # Fields printed as bullets make a heading of the line above them (convention 3), fields without a dash do not.
    if node.kind == "indicators" and names_group(text):
        return True  # the group of the targets that follow
    return says_who_or_when(text) or only_counts(text) or (paragraph.item is None and is_field(text))


def _has_items(node: Node) -> bool:
    return any(block.paragraph and block.paragraph.item for block in node.blocks)


def _unclosed(title: Passage | None) -> Passage | None:
    if title is None:
        return None
    text = title.text.rstrip(" .:*_")
    kept = title.cut(0, len(text))
    return kept if kept else None


def first_words(node: Node) -> str:
    """Return the first 8 tokens from the label on, running into what follows a short heading (convention 4)."""
    words = node.heading.text.split()
    queue = list(node.blocks)
    children = list(node.children)
    while len(words) < FIRST_WORDS and (queue or children):
        if queue:
            paragraph = queue.pop(0).paragraph
            words += paragraph.text.split() if paragraph else []
        else:
            child = children.pop(0)
            words += child.heading.text.split()
            queue, children = list(child.blocks), [*child.children, *children]
    return " ".join(words[:FIRST_WORDS])
