"""Read Markdown as OCR and crawlers leave it: markup off, headings and bold kept as facts, tables rebuilt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dondoc.reader.assembly import Assembly, Block, Draft
from dondoc.reader.continued import join_continued
from dondoc.reader.decoding import decode, looks_like_text
from dondoc.reader.document import Document
from dondoc.reader.formats import bar_tables, text
from dondoc.reader.formats.html import blocks as html_blocks
from dondoc.reader.formats.markup import is_bold, is_italic, plain
from dondoc.reader.formats.wrappers import unwrap
from dondoc.reader.layout import placed
from dondoc.reader.limits import Limits
from dondoc.reader.running import note, page_numbers

MEDIA_TYPES = ("text/markdown",)
SUFFIXES = (".md", ".markdown", ".mdown")

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(\S.*))?$")
_RULE = re.compile(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}|\{\d+\}-{10,})$")
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,})")
_ITEM = re.compile(r"^\s*(?:[-*+•]\s+|\d{1,3}(?:\.\d{1,3})*[.)]\s+|\(\d{1,3}\)\s+|[a-zđ]\)\s+|[IVXL]{1,5}[.)-]\s+)")
_STAR_BULLET = re.compile(r"^\s*[*•]\s+")
_HARD_BREAK = re.compile(r"(?: {2,9}|\\|<br ?/?>)$")
_TABLE_OPEN = re.compile(r"^\s*<table\b", re.IGNORECASE)
_QUOTE = re.compile(r"^ {0,3}>\s?")
_CLAUSE_END = re.compile(r"[.;:!?…]\W*$")
_SURE_SIGNS = 4  # in the first bytes of a file
_TAIL = 40  # characters at the end of a line that tell how it ends
_SIGNS = re.compile(rb"^#{1,6} |^\*\*|\*\*$|^```|^\|", re.MULTILINE)


def matches(head: bytes, filename: str) -> float:
    """Return 0.6 for text with a name of this format, 0.55 for text of another name that is full of Markdown."""
    if not head or not looks_like_text(head):
        return 0.0
    if filename.lower().endswith(SUFFIXES):
        return 0.6
    return 0.55 if len(_SIGNS.findall(head)) >= _SURE_SIGNS else 0.0


def read(data: bytes, limits: Limits) -> Document:
    """Read a Markdown file; where it only wraps a paper, the paper alone is read."""
    decoded = decode(data)
    unwrapped = unwrap(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    if unwrapped.is_plain:
        document = text.read_text(unwrapped.text, limits)
    else:
        assembly = Assembly(limits)
        found = list(blocks(unwrapped.text))
        numbers = page_numbers(found)
        kept = (block for position, block in enumerate(found) if position not in numbers)
        for block in join_continued(kept):
            assembly.add(block)
        document = assembly.finish()
        if numbers:
            document.notes.append(note(len(numbers)))
    document.origin, document.media_type = "markdown", MEDIA_TYPES[0]
    return decoded.mark(document)


def blocks(source: str) -> Iterator[Block]:
    """Yield the lines and tables of Markdown in reading order."""
    lines = [_QUOTE.sub("", line) for line in source.split("\n")]
    paragraph: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        heading = _HEADING.match(line.rstrip())
        if bar_tables.is_bar(line) or bar_tables.is_pipe_table(lines, at) or _TABLE_OPEN.match(line):
            yield from _close(paragraph)
            table, at = _table(lines, at)
            yield from table
            continue
        at += 1
        if heading:
            yield from _close(paragraph)
            yield from _heading(heading)
        elif not line.strip() or _RULE.match(line) or _FENCE.match(line):
            yield from _close(paragraph)
        else:
            if paragraph and _begins_item(paragraph[-1], line):
                yield from _close(paragraph)
            paragraph.append(line)
    yield from _close(paragraph)


def _table(lines: list[str], at: int) -> tuple[list[Block], int]:
    if bar_tables.is_bar(lines[at]):
        table, after = bar_tables.read_flattened(lines, at)
        return placed(table), after
    if _TABLE_OPEN.match(lines[at]):
        return _html_table(lines, at)
    table, after = bar_tables.read_pipes(lines, at)
    return placed(table), after


def _html_table(lines: list[str], at: int) -> tuple[list[Block], int]:
    """Hand the lines of an HTML table to the reader of web pages."""
    depth = 0
    end = at
    while end < len(lines):
        lowered = lines[end].lower()
        depth += lowered.count("<table") - lowered.count("</table")
        end += 1
        if depth <= 0:
            break
    return list(html_blocks("\n".join(lines[at:end]))), end


def _heading(match: re.Match[str]) -> Iterator[Draft]:
    text = (match.group(2) or "").rstrip("#").rstrip()
    if plain(text).strip():
        level = len(match.group(1))
        yield Draft(text=plain(text), heading=level, bold=is_bold(text), italic=is_italic(text))


def _begins_item(above: str, line: str) -> bool:
    """Say whether `line` begins a list item although no blank line stands above it.

    A dash or number in the middle of a wrapped sentence ("từ sản xuất / - quản lý") does not.
    """
    item = _ITEM.match(line)
    if item is None:
        return False
    if _CLAUSE_END.search(plain(above[-_TAIL:])) or _HARD_BREAK.search(above[-_TAIL:]):
        return True
    following = plain(line[item.end() :]).lstrip("( ")
    if not following[:1].isupper():
        return False
    return bool(_ITEM.match(above)) or len(above) < 60


def _close(paragraph: list[str]) -> Iterator[Draft]:
    """Yield the gathered paragraph: its soft-wrapped lines joined, apart only at hard breaks; empty the list."""
    if not paragraph:
        return
    parts: list[list[str]] = [[]]
    for line in paragraph:
        broken = _HARD_BREAK.search(line[-_TAIL:])
        parts[-1].append(line[: -len(broken.group())] if broken else line)
        if broken:
            parts.append([])
    paragraph.clear()
    first = True
    for part in parts:
        source = " ".join(" ".join(part).split())
        if len(source) > 2:
            source = _STAR_BULLET.sub("- ", source)
        shown = plain(source)
        if shown.strip():
            yield Draft(text=shown, begins=True if first else None, bold=is_bold(source), italic=is_italic(source))
            first = False
