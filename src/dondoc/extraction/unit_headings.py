"""Headings that are units' names: whom a section gives to the items below it (convention 26)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from dondoc.language.tokens import tokens_of
from dondoc.language.unit_names import units_at_tokens
from dondoc.language.unit_qualifiers import AND

_LIST_MARKS = {",", ";", "/"}
_IN_CHARGE = re.compile(
    r"(?:các\s+)?(?:cán bộ|chuyên viên|công chức|phó|đồng chí|đ/c|người|bộ phận|tổ)\s(?:[^.;:]{0,40}\s)?phụ trách\s[^.;:]{3,80}$"
    r"|(?:tổ đảng|đảng đoàn|tổ công tác|nhóm công tác|tiểu ban|tổ giúp việc)\s(?:ở|tại|thuộc|của|về|số)\s[^.;:]{3,80}$",
    re.IGNORECASE,
)
_HEADING_LEAD = re.compile(
    r"^[\W\d_]*(?:[IVXLC]+[.\-–)]\s*|[a-zđ]\)\s*|\d[\d.]*[.)]?\s*)?"
    r"(?:(?:đề nghị|đối với|trách nhiệm của|nhiệm vụ của|giao|yêu cầu|phân công|về phía)\s+)?",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    r"\s+(?:chịu trách nhiệm\s+)?chủ trì(?:\s+thực hiện)?(?:\s*,?\s*phối hợp(?:\s+chặt chẽ)?\s+(?:cùng\s+)?với\s+(?P<partners>.+))?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def heading_units(heading: str) -> tuple[str, ...]:
    """Read a heading that is a unit's name, or several ("1. Sở Y tế", "Đề nghị Ủy ban MTTQ …"); else nothing."""
    text = _HEADING_LEAD.sub("", " ".join(heading.split())).strip(" .:;*#")
    if _IN_CHARGE.match(text):
        return (text,)
    return _units(_CHARGED.sub("", text))


@lru_cache(maxsize=256)
def heading_partners(heading: str) -> tuple[str, ...]:
    """Read with whom the units of a heading work on all that stands below it ("1. Sở A chủ trì, phối hợp với Sở B:")."""
    charged = _CHARGED.search(" ".join(heading.split()).strip(" .:;*#"))
    return _units(charged["partners"]) if charged and charged["partners"] else ()


def _units(text: str) -> tuple[str, ...]:
    """Read a text that is nothing but units' names; else nothing."""
    tokens = tokens_of(text)
    found = units_at_tokens(tokens)
    if not found or found[0][0] > 0 or found[-1][1].end != len(tokens):
        return ()
    for (_, before), (after, _) in pairwise(found):
        if not all(tokens[i].key in _LIST_MARKS or tokens[i].key == AND for i in range(before.end, after)):
            return ()
    return tuple(text[tokens[at].start : tokens[core.end - 1].end] for at, core in found)
