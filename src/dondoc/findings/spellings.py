"""One word spelled in two ways: tone marks placed by the old and the new custom, y and i, "hàng năm" and "hằng năm"."""

from __future__ import annotations

from collections import Counter, defaultdict

from ..language.folding import match_key
from ..language.syllables import is_syllable
from ..programme.model import Finding
from .paper import Entry, Paper
from .spots import around, places_of

_PAIRS = (
    ("hàng năm", "hằng năm"),
    ("tỷ lệ", "tỉ lệ"),
    ("quy hoạch", "qui hoạch"),
    ("quy định", "qui định"),
    ("quy trình", "qui trình"),
)
_SHOWN = 6
_ONE_ALONE = 3


def find(paper: Paper, words: Counter[str]) -> list[Finding]:
    """Return one finding for all words of the paper that are spelled in two ways, the rarer spelling quoted."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if not word.isascii() and word.isalpha() and len(word) >= 2 and is_syllable(word):
            groups[match_key(word)].append(word)
    forms = [tuple(group) for group in groups.values() if len(group) > 1]
    known = places_of(paper, [form for group in [*forms, *_PAIRS] for form in group])
    mixed = [
        sorted(group, key=lambda form: -len(known[form]))
        for group in [*forms, *_PAIRS]
        if all(form in known for form in group)
    ]
    by_tone = [group for group in mixed if tuple(group) not in _PAIRS and tuple(reversed(group)) not in _PAIRS]
    if len(by_tone) == 1 and len(known[by_tone[0][1]]) < _ONE_ALONE:
        mixed.remove(by_tone[0])  # one old-fashioned tone mark in a whole paper
    if not mixed:
        return []
    mixed.sort(key=lambda group: -len(known[group[0]]))
    shown = ", ".join(
        f"“{group[0]}” ({len(known[group[0]])} chỗ) và “{group[1]}” ({len(known[group[1]])})" for group in mixed[:4]
    )
    more = " …" if len(mixed) > 4 else ""
    why = f"Cùng một từ viết theo hai cách, cần thống nhất: {shown}{more}."
    rarer = sorted(place for group in mixed for form in group[1:] for place in known[form])
    quotes: list[tuple[Entry | None, str]] = [(None, around(paper, *place)) for place in rarer[:_SHOWN]]
    return [paper.point("ocr", "note", why, quotes)]
