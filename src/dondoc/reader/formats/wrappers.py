"""Take a paper out of what a crawler or an archive wrapped it in: front matter, a summary, a code fence."""

from __future__ import annotations

import re

import msgspec

from dondoc.language.folding import fold

_FRONT_MATTER = re.compile(r"\A\ufeff?\s*---[ ]*\n(?=[^\n]*:)(.*?)\n(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_CARD = re.compile(  # an archive's card of the paper: a heading, then "- Số ký hiệu: …" lines
    r"^#{1,6}[ \t]+(?:Thông tin (?:văn bản|tài liệu|chung)|Metadata|Siêu dữ liệu)[ \t]*\n+(?:[-*+][ \t]+[^:\n]{2,60}:[^\n]*\n+){3,}",
    re.MULTILINE | re.IGNORECASE,
)
_TAG = re.compile(r"^( {0,3}#{1,6}[ \t]+)\[[A-ZĐ0-9][A-ZĐ0-9.\-–/]*\][ \t]+(?=\S)", re.MULTILINE)  # an archive's mark
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ ]*([\w+-]*)[^`\n]*$")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*)$")
_FULL_TEXT = re.compile(r"^(?:\W|\d|[ivx]+\.)*(?:toan van|noi dung toan van|full text)\b.{0,40}$")
_LEAST_SHARE = 0.4  # of all characters, for a fence to be the paper itself
_HEADING_WITHIN = 300  # lines from the top
_LEAST_UNDER_HEADING = 200  # characters under a "Toàn văn" heading


class Unwrapped(msgspec.Struct, kw_only=True):
    """The paper's own text: still Markdown, or plain lines when it stood in a code fence."""

    text: str
    is_plain: bool = False


def unwrap(text: str) -> Unwrapped:
    """Return the paper inside `text`; the whole text when nothing is wrapped round it."""
    body = _TAG.sub(r"\1", _CARD.sub("", _FRONT_MATTER.sub("", text, count=1), count=1))
    under = _under_full_text(body)
    if under is not None:
        fence = _largest_fence(under)
        if fence is not None and len(fence) >= 0.5 * len(under.strip()):
            return Unwrapped(text=fence, is_plain=True)
        return Unwrapped(text=under)
    fence = _largest_fence(body)
    if fence is not None and len(fence) >= _LEAST_SHARE * len(body.strip()) and len(fence) > _LEAST_UNDER_HEADING:
        return Unwrapped(text=fence, is_plain=True)
    return Unwrapped(text=body)


def _under_full_text(body: str) -> str | None:
    """Return what stands under a heading "Toàn văn", up to the next heading of its rank or above."""
    lines = body.split("\n")
    fenced = _fenced_lines(lines)
    last_fenced = max(fenced, default=-1)
    for number, line in enumerate(lines[:_HEADING_WITHIN]):
        heading = _HEADING.match(line.rstrip())
        if number in fenced or heading is None or not _FULL_TEXT.match(fold(heading.group(2)).strip("*_# ")):
            continue
        end = number + 1
        has_fence = last_fenced > number
        while end < len(lines) and not (has_fence and _closes(lines, end, fenced, len(heading.group(1)))):
            end += 1
        under = "\n".join(lines[number + 1 : end])
        if len(under.strip()) >= _LEAST_UNDER_HEADING:
            return under
    return None


def _closes(lines: list[str], number: int, fenced: set[int], level: int) -> bool:
    heading = _HEADING.match(lines[number].rstrip())
    return number not in fenced and heading is not None and len(heading.group(1)) <= level


def _fenced_lines(lines: list[str]) -> set[int]:
    inside: set[int] = set()
    for start, end in _fences(lines):
        inside.update(range(start, end + 1))
    return inside


def _fences(lines: list[str]) -> list[tuple[int, int]]:
    """Return the line numbers of each fence's opening and closing line; an unclosed one runs to the end."""
    found = []
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if match is None:
            continue
        if opened is None:
            opened = (number, match.group(1))
        elif match.group(1)[0] == opened[1][0] and len(match.group(1)) >= len(opened[1]) and not match.group(2):
            found.append((opened[0], number))
            opened = None
    if opened is not None:
        found.append((opened[0], len(lines)))
    return found


def _largest_fence(text: str) -> str | None:
    lines = text.split("\n")
    contents = ["\n".join(lines[start + 1 : end]) for start, end in _fences(lines)]
    return max(contents, key=len, default=None)
