"""Work given out by reference ("chủ trì các nhiệm vụ tại mục (IV)(3)"): one part of the paper given to two leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..programme.model import Assignment, Finding
from .paper import Entry, Paper, shorten

_LEADS = re.compile(r"\s*(?:[a-zđ\d]{1,2}[.)]\s*)?(?:là\s+đơn\s+vị\s+)?chủ\s+trì\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\bmục\s+((?:\([IVX]+\)|\(\d[\d.]*\)|\([a-zđ]\))(?:\s*\((?:\d[\d.]*|[a-zđ])\))*)")
_GROUP = re.compile(r"\(([^)]+)\)")
_LIST = r"(?:\s*,\s*{0}(?!\w))*"
_POINTS = re.compile(
    rf"(?:điểm\s+([a-zđ]{_LIST.format('[a-zđ]')})\s+)?mục\s+(\d+{_LIST.format(r'[0-9]+')})(?![\d.(])", re.IGNORECASE
)
_PART = re.compile(r"\bphần\s+([IVX]+)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.])\s+(?=[^\W\d_])")
_SHARED = re.compile(r";\s*(?:[a-zđ]\)\s*)?phối\s+hợp\b", re.IGNORECASE)

Path = tuple[str, ...]


def find(paper: Paper) -> list[Finding]:
    """Return one finding for each pair of assignments that give a part of the paper to two leads."""
    given: list[tuple[Path, Entry, str, str]] = []
    findings = []
    for entry in paper.of("assignment"):
        duty = entry.item
        if not isinstance(duty, Assignment) or len(duty.leads) != 1 or "ục" not in duty.text:
            continue
        for clause in _SENTENCE.split(duty.text):
            led = _SHARED.split(clause)[0]
            for path in _paths(led) if _LEADS.match(led) else ():
                twin = next((one for one in given if one[2] != duty.leads[0] and _overlap(one[0], path)), None)
                if twin:
                    why = f"Mục {'.'.join(path)} được giao cho hai đơn vị cùng chủ trì: {twin[2]} và {duty.leads[0]}."
                    places: list[tuple[Entry | None, str]] = [(twin[1], shorten(twin[3])), (entry, shorten(clause))]
                    findings.append(paper.point("contradiction", "warning", why, places))
                given.append((path, entry, duty.leads[0], clause))
    return findings


def _overlap(one: Path, other: Path) -> bool:
    """Say whether one place of the paper lies within the other."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _paths(clause: str) -> Iterator[Path]:
    """Yield the places that a clause refers to, outermost label first: "(IV)(3.4)(a)" as IV, 3, 4, a."""
    for match in _BRACKETS.finditer(clause):
        top: Path = ()
        path: Path = ()
        for label in _GROUP.findall(match[1]):
            if label.isupper():
                top = path = (label,)
            elif label[0].isdigit():
                if len(path) > len(top):
                    yield path
                path = (*top, *label.strip(".").split("."))
            else:
                path = (*path, label)
        if path:
            yield path
    part = _PART.search(clause)
    for match in _POINTS.finditer(clause):
        for number in re.split(r"\s*,\s*", match[2]):
            above: Path = (part[1].upper(), number) if part else (number,)
            yield from ((*above, point) for point in re.split(r"\s*,\s*", match[1])) if match[1] else (above,)
