"""Parts of the paper given out by reference, and given twice."""

from __future__ import annotations

import pytest

from dondoc.findings import find

from .drafting import Draft


def given(first: str, second: str, other: str = "Sở Công Thương") -> list[str]:
    """Return what is said of two assignments, the first to Sở Xây dựng."""
    draft = Draft()
    part = draft.section("organisation", "V", "TỔ CHỨC THỰC HIỆN")
    draft.duty(part, first, ["Sở Xây dựng"], "1. ")
    draft.duty(part, second, [other], "2. ")
    return [f.why for f in find(draft.programme) if "cùng chủ trì" in f.why]


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("Chủ trì các việc tại mục (IV) (3) của Kế hoạch.", "Chủ trì các việc tại mục (IV)(3.4)(a).", "IV.3.4.a"),
        (
            "Chủ trì các việc tại các mục 1, 2, 3; điểm a, b mục 7 Phần III.",
            "Chủ trì việc tại điểm c mục 3 Phần III.",
            "III.3.c",
        ),
        ("Chủ trì các việc tại mục (II) (4.1) (4.2).", "Chủ trì các việc tại mục (II) (4.2).", "II.4.2"),
    ],
)
def test_a_part_given_to_two_leads_is_found(first: str, second: str, place: str) -> None:
    assert given(first, second) == [
        f"Mục {place} được giao cho hai đơn vị cùng chủ trì: Sở Xây dựng và Sở Công Thương."
    ]


@pytest.mark.parametrize(
    ("first", "second", "other"),
    [
        ("Chủ trì các việc tại mục (IV) (3).", "Phối hợp các việc tại mục (IV)(3.4).", "Sở Công Thương"),
        ("Chủ trì các việc tại mục (IV) (3).", "Chủ trì các việc tại mục (IV) (4).", "Sở Công Thương"),
        ("Chủ trì các việc tại mục (IV) (3).", "Chủ trì các việc tại mục (IV) (3.1).", "Sở Xây dựng"),
        ("Chủ trì điểm a mục 7 Phần III.", "Chủ trì điểm c mục 7 Phần III.", "Sở Công Thương"),
        ("Chủ trì điểm d mục 7.", "Chủ trì điểm đ mục 7.", "Sở Công Thương"),
    ],
)
def test_other_parts_partners_and_one_lead_are_left_alone(first: str, second: str, other: str) -> None:
    assert given(first, second, other) == []
