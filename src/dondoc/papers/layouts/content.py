"""What an official paper says, apart from how it is laid out: one model, drawn by the Party's and the State's layout."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Heading:
    """A heading inside the text; level 1 is I, II, …; level 2 is 1, 2, …"""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body."""

    text: str


@dataclass(frozen=True)
class Table:
    """A table: heads, widths in millimetres, rows of cells as text; `align` one letter a column (l, c, r)."""

    heads: list[str]
    widths: list[float]
    align: str
    rows: list[list[str]]
    group_rows: frozenset[int] = frozenset()  # rows that are one bold cell across the table
    caption: str = ""


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Appendix:
    """An appendix: its title and blocks; numbered by the layout."""

    title: str
    blocks: list[Block]
    landscape: bool = True


@dataclass(frozen=True)
class Signature:
    """Who signs: on whose behalf ("T/M BAN THƯỜNG VỤ"), in what office, and the name."""

    behalf: str
    office: str
    name: str


@dataclass(frozen=True)
class Content:
    """A paper: head, blocks, signature, recipients, appendices.

    `issuer_parent` and `issuer` are the two lines on the left of the head; an empty number leaves its room free.
    """

    issuer_parent: str
    issuer: str
    number: str
    kind_symbol: str  # "BC/ĐU" stands after the number
    place: str
    date: datetime.date | None
    kind_name: str  # "BÁO CÁO"
    about: str
    blocks: list[Block]
    signature: Signature
    recipients: list[str]
    appendices: list[Appendix] = field(default_factory=list)
    draft: bool = True


Series = Literal["party", "state"]
