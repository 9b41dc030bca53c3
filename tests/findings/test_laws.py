"""Names of laws as the National Assembly passed them."""

from __future__ import annotations

import pytest

from dondoc.findings import find

from .drafting import Draft


def said(text: str) -> list[tuple[str, list[str]]]:
    """Return what is said of the laws that a sentence names, with the quotes."""
    draft = Draft()
    draft.text(text)
    return [(f.why, f.where) for f in find(draft.programme) if "Tên luật" in f.why]


def test_misnamed_laws_are_told_once_with_their_names() -> None:
    assert said("Tuyên truyền Luật Lao động và Luật An toàn thông tin đến công nhân.") == [
        (
            "Tên luật ghi không đúng; tên đầy đủ là Bộ luật Lao động, Luật An toàn thông tin mạng.",
            ["Luật Lao động", "Luật An toàn thông tin"],
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tuyên truyền Bộ luật Lao động, Bộ Luật Dân sự đến công nhân.",
        "Thực hiện Luật An toàn thông tin mạng.",
        "Thực hiện Luật Hỗ trợ doanh nghiệp nhỏ và vừa.",
        "Phổ biến pháp luật lao động cho hợp tác xã.",
    ],
)
def test_right_names_are_left_alone(text: str) -> None:
    assert said(text) == []
