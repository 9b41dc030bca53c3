"""Phrases that say for which time a figure holds: "hằng năm", "đến năm 2030", "giai đoạn 2026-2030", "nhiệm kỳ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from dondoc.language.scanning import Opened

PhraseKind = Literal["annual", "monthly", "quarterly", "half_yearly", "by_year", "stage", "term"]


class Phrase(NamedTuple):
    """A phrase of time: offsets [start, end), its kind, the years it names, and whether it may only name a thing.

    `weak` is true of forms that as often belong to a title ("giai đoạn 2021-2025", "đến năm 2030") as to a verb.
    """

    start: int
    end: int
    kind: PhraseKind
    year_from: int | None
    year_to: int | None
    weak: bool


_Y = r"(?:19[3-9]\d|20\d\d|2100)(?!\d)(?![.,]\d)"
_DASH = r"\s{0,2}(?:[-–—/]|đến(?:\snăm)?)\s{0,2}"
# What a phrase begins with; a new form below needs its first word here.
_HEADS = (
    *("bình", "đến", "trước", "hằng", "hàng", "hăng", "từng", "mỗi", "mọi", "sáu", "06", "6", "trong", "cho", "cả"),
    *("giai", "thời", "năm", "từ", "05", "5", "suốt", "toàn", "hết", "cuối", "tới", "vào"),
)
_PHRASE = Opened(
    _HEADS,
    rf"""
    (?<!\w)
    (?:
      (?P<annual>(?:bình\squân\s|(?:đến|trước)\s(?:ngày\s)?[0-3]?\d/[01]?\d\s)?(?:(?:h[ằàă]ng|từng|mỗi|mọi)\s{{1,3}}năm)(?!\s(?:19|20)\d\d(?!\d)))
    | (?P<monthly>(?:h[ằàă]ng|từng|mỗi)\s{{1,3}}tháng)
    | (?P<quarterly>(?:h[ằàă]ng|từng|mỗi)\s{{1,3}}qu[ýí])
    | (?P<half>(?:sáu|0?6)\s{{1,3}}tháng\s(?:một\slần|/lần))
    | (?P<stage>(?:trong\s|cho\s|cả\s)?(?:giai\s{{1,3}}đoạn|thời\s{{1,3}}kỳ|thời\s{{1,3}}kì)\s{{1,3}}(?:từ\s)?(?:năm\s)?
       (?P<s1>{_Y}){_DASH}(?P<s2>{_Y}))
    | (?P<school>(?:trong\s)?năm\s{{1,3}}học\s{{1,3}}(?P<c1>{_Y}){_DASH}(?P<c2>{_Y}))
    | (?P<fromto>từ\s{{1,3}}(?:năm\s{{1,3}})?(?P<f1>{_Y})\s?(?:[-–]|đến)\s?(?:hết\s|cuối\s)?(?:năm\s{{1,3}})?(?P<f2>{_Y}))
    | (?P<years>(?:trong\s)?(?:0?5|năm)\snăm\s(?:\()?(?P<n1>{_Y})\s?[-–]\s?(?P<n2>{_Y})\)?)
    | (?P<term>(?:(?:trong|cả|suốt|toàn|đến|vào|hết|cuối)\s){{1,3}}nhiệm\s{{1,3}}k[ỳì]
       (?:\s{{1,3}}(?P<t1>{_Y})\s?[-–]\s?(?P<t2>{_Y}))?)
    | (?P<by>(?:từ\snay\s)?(?P<prep>đến|tới|vào|trong|trước|từ)\s{{1,3}}
       (?:(?:hết|cuối|trước)\s{{1,3}})?(?:ngày\s{{0,3}})?(?:\d\d?\s?/\s?\d\d?\s?/\s?|(?:tháng|qu[ýí])\s\w{{1,3}}\s?/\s?)?
       (?:năm\s{{1,3}})?(?P<b>{_Y}))
    | (?P<year>năm\s{{1,3}}(?P<y>{_Y}))
    )
    (?!\w)(?!\s?[-–/]\s?\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def phrases_in(text: str) -> Iterator[Phrase]:
    """Yield the phrases of time in `text`, in order, none overlapping another."""
    for group in _PHRASE.finditer(text):
        start, end = group.span()
        if group["annual"]:
            yield Phrase(start, end, "annual", None, None, False)
        elif group["monthly"]:
            yield Phrase(start, end, "monthly", None, None, False)
        elif group["quarterly"]:
            yield Phrase(start, end, "quarterly", None, None, False)
        elif group["half"]:
            yield Phrase(start, end, "half_yearly", None, None, False)
        elif group["stage"] or group["school"] or group["fromto"] or group["years"]:
            begins, ends = (
                (group["s1"] or group["c1"] or group["f1"] or group["n1"]),
                (group["s2"] or group["c2"] or group["f2"] or group["n2"]),
            )
            yield Phrase(start, end, "stage", int(begins), int(ends), True)
        elif group["term"]:
            first, last = group["t1"], group["t2"]
            yield Phrase(start, end, "term", int(first) if first else None, int(last) if last else None, False)
        elif group["by"] and group["prep"].lower() != "từ":
            weak = group["prep"].lower() in {"đến", "tới"}
            yield Phrase(start, end, "by_year", None, int(group["b"]), weak)
        elif group["year"]:
            yield Phrase(start, end, "by_year", None, int(group["y"]), True)
