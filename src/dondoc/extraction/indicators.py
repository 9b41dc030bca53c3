"""Indicators: the items of a list of targets, or its sentences (convention 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.extraction.inline_items import HEADS_LIST, inline_items
from dondoc.extraction.items import Entry, entries_of
from dondoc.extraction.kinds import names_group
from dondoc.extraction.measures import measures_of
from dondoc.extraction.passage import Passage
from dondoc.extraction.tasks import section_id
from dondoc.extraction.tree import Node
from dondoc.programme.model import Indicator

_BREAKDOWN = re.compile(r"(?:trong đó|bao gồm|gồm|cụ thể)\s*:?\s*$", re.IGNORECASE)
_OWN_FIGURE = re.compile(r"\d+(?:[.,]\d+)*\s*%|(?<!\d)(?!20\d\d)\d+(?:[.,]\d+)*(?!\d|/\d)")
_BY_YEAR = re.compile(
    r"(?:đến|tới|vào)\s*(?:hết\s+|cuối\s+)?năm\s*20\d\d|(?<!\d )(?:đến|tới)\s+20\d\d|^(?:trong\s+)?năm\s+20\d\d(?=\s*:?$)",
    re.IGNORECASE,
)
_STAGE = r"(?:giai\s+đoạn\s+20\d\d\s*[-–]\s*20\d\d|(?:đến\s+)?(?:hết|cuối|trong|cả)\s+nhiệm\s+kỳ(?:\s+20\d\d\s*[-–]\s*20\d\d)?)"
_OF_STAGE = re.compile(
    rf"(?:\W|\d)*(?:(?:(?:các|một số|những|hệ thống)\s+)*(?:mục tiêu|chỉ tiêu)\b[^.;:\d]{{0,40}}?)?({_STAGE})[\s:.]*",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"(?:\W|\d)*(?:(?:các|một số|những|hệ thống)\s+)*(?:mục tiêu|chỉ tiêu)[^.;\d]{0,60}\b(năm\s+20\d\d)\b(?!\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(
    r"(?:\W|\d)*(?:(?:các|một số|những|nhóm)\s+)*(?:mục tiêu|chỉ tiêu)[^.;:\d]{0,40}\sh[ằà]ng năm[\s:.]*", re.IGNORECASE
)
_GENERAL = re.compile(r"mục tiêu (?:tổng quát|chung)\s*:", re.IGNORECASE)
_STRIVES = re.compile(r"(?:mục tiêu )?phấn đấu\s", re.IGNORECASE)
_TAIL = 40  # characters in which a lead-in shows itself
_AIMS = {"indicators", "objective", "group"}
UNSURE_BORDERS = "Chưa chắc chỉ tiêu này bắt đầu hoặc kết thúc ở đâu trong văn bản."


def indicators_of(node: Node, term: tuple[int, int] | None) -> list[Indicator]:
    """Return the indicators that stand directly in a section."""
    return [_indicator(node, head, passage, term, unsure=unsure) for head, passage, unsure in _items(node)]


def _items(node: Node) -> Iterator[tuple[Entry, Passage, bool]]:
    """Yield the items of a list of targets: the entry that opens each, the whole of it, and whether its borders are unsure."""
    announced: Entry | None = None
    for head, members in _grouped([item for entry in entries_of(node) for item in _listed(entry)]):
        if _only_leads_in(head, members):
            announced = head
            continue
        if announced is not None and head.depth > announced.depth:
            head.context.append(announced.passage.text)
        passage = _with_dashes(head, members) if members else head.passage
        yield head, passage, head.unsure or any(member.unsure for member in members)


def _listed(entry: Entry) -> list[Entry]:
    """Part an entry that numbers several targets in one paragraph ("Về kinh tế: (1) … ; (2) …")."""
    heads = HEADS_LIST.match(entry.passage.text)
    items = inline_items(entry.passage.cut(heads.end() if heads else 0))
    if len(items) == 1:
        return [entry]
    title = [entry.passage.text[: heads.end()].rstrip()] if heads else []
    context = [*entry.context, *title]
    return [
        replace(entry, passage=passage, label=label, depth=0, context=context, heading=False)
        for label, passage in items
    ]


def _only_leads_in(head: Entry, members: list[Entry]) -> bool:
    """Tell whether an entry is the general aim, or announces targets and names none ("b) Điều chỉnh một số chỉ tiêu:")."""
    text = head.passage.text
    if _GENERAL.match(text) or (not members and names_group(text)):
        return True
    return not members and text.rstrip().endswith(":") and not _OWN_FIGURE.search(text)


def aims_of(node: Node, term: tuple[int, int] | None) -> list[Indicator]:
    """Return the targets that stand among purposes: items that strive for a figure ("Phấn đấu 100% người dân …")."""
    striving = [item for item in _items(node) if _STRIVES.match(item[1].text)]
    aims = [_indicator(node, head, passage, term, unsure=unsure) for head, passage, unsure in striving]
    return [aim for aim in aims if any(measure.direction != "qualitative" for measure in aim.measures)]


def _grouped(entries: list[Entry]) -> list[tuple[Entry, list[Entry]]]:
    """Group each "(n)" item with the dashes that break it down."""
    groups: list[tuple[Entry, list[Entry]]] = []
    for entry in entries:
        if groups and _belongs(groups[-1][0], entry):
            groups[-1][1].append(entry)
        else:
            groups.append((entry, []))
    return groups


def _belongs(head: Entry, entry: Entry) -> bool:
    """Tell whether `entry` is a part of the target that `head` opens."""
    if head.depth in {0, 1} and entry.depth > 1:
        return _breaks_down(head)
    return entry.depth > head.depth and bool(_BREAKDOWN.search(head.passage.text[-_TAIL:])) and not is_plain(head)


def is_plain(entry: Entry) -> bool:
    """Tell whether an entry is a paragraph without a figure of its own."""
    return entry.depth < 0 and not _OWN_FIGURE.search(entry.passage.text)


def _breaks_down(head: Entry) -> bool:
    text = head.passage.text
    return bool(_BREAKDOWN.search(text[-_TAIL:]) or _OWN_FIGURE.search(text))


def _with_dashes(head: Entry, members: list[Entry]) -> Passage:
    """Return the whole item as printed, the dashes of its parts included."""
    return head.passage.plus(*(member.paragraphs[0].passage for member in members))


def _context(node: Node, head: Entry) -> str | None:
    """Return the time that introduces a list, as a line of its own: of the nearest heading that names its year."""
    headings = [*reversed(head.context), *(above.title_text for above in node.ancestors() if above.kind in _AIMS)]
    for heading in headings:
        found = _BY_YEAR.search(heading)
        if found:
            return f"Đến năm {found[0].strip()[-4:]}:"
        of = _OF_YEAR.match(heading) or _OF_STAGE.fullmatch(heading)
        if of:
            return f"{of[1].capitalize()}:"
        if _EVERY_YEAR.fullmatch(heading):
            return "Hằng năm:"
    return None


def _indicator(node: Node, head: Entry, passage: Passage, term: tuple[int, int] | None, *, unsure: bool) -> Indicator:
    context = _context(node, head)
    numbered = head.heading and node.label is not None and node.title is None
    measured = measures_of(passage.text, kind="indicator", default_years=term, context=context)
    indicator = Indicator(
        id="",
        section=section_id(node),
        label=node.label.printed
        if numbered and node.label
        else head.label
        if head.label and head.depth in {0, 1}
        else None,
        text=passage.text,
        measures=[found.measure for found in measured],
        spans=passage.spans(),
    )
    indicator.doubts = [doubt for found in measured for doubt in found.doubts]
    if unsure:
        indicator.doubts.append(UNSURE_BORDERS)
    return indicator
