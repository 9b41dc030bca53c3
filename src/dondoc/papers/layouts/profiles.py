"""Dated rules of layout: which one holds is decided by issuer and date.

Party: 36-HD/VPTW (03/4/2018) until 26/5/2026, 05-HD/VPTW (27/5/2026) from then on. State: Nghị định
30/2020/NĐ-CP, Phụ lục I. Sizes in points, lengths in millimetres.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .content import Series

NEW_PARTY_RULE_FROM = datetime.date(2026, 5, 27)


@dataclass(frozen=True)
class Profile:
    """One set of rules, everything that differs between them."""

    rule: str
    series: Series
    margins: tuple[float, float, float, float]  # top, bottom, left, right
    right_head: tuple[str, ...]
    right_head_size: float
    issuer_parent_size: float
    issuer_size: float
    number_size: float
    number_colon: bool
    type_before_body: str  # "-" joins number and type, "/" stands before the body
    kind_size: float
    about_size: float
    body_size: float
    exact_line: float | None  # points; None: 1,15 lines
    recipients_head_size: float
    recipients_size: float
    office_bold: bool
    appendix_roman: bool
    last_recipient: str


def party(date: datetime.date | None) -> Profile:
    """Return the Party's rule that holds on `date` (today's where the date is still open)."""
    new = date is None or date >= NEW_PARTY_RULE_FROM
    return Profile(
        rule="05-HD/VPTW" if new else "36-HD/VPTW",
        series="party",
        margins=(20, 20, 30, 15),
        right_head=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        right_head_size=15,
        issuer_parent_size=14,
        issuer_size=14,
        number_size=14,
        number_colon=False,
        type_before_body="-",
        kind_size=16,
        about_size=14,
        body_size=14,
        exact_line=20,
        recipients_head_size=14,
        recipients_size=12,
        office_bold=False,
        appendix_roman=False,
        last_recipient="Lưu Văn phòng Đảng uỷ.",
    )


def state(date: datetime.date | None) -> Profile:
    """Return the rule for state bodies (Nghị định 30/2020/NĐ-CP)."""
    return Profile(
        rule="30/2020/NĐ-CP",
        series="state",
        margins=(20, 20, 30, 15),
        right_head=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        right_head_size=13,
        issuer_parent_size=13,
        issuer_size=13,
        number_size=13,
        number_colon=True,
        type_before_body="/",
        kind_size=14,
        about_size=14,
        body_size=14,
        exact_line=None,
        recipients_head_size=12,
        recipients_size=11,
        office_bold=True,
        appendix_roman=True,
        last_recipient="Lưu: VT.",
    )
