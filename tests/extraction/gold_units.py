"""The texts of the two seeds, and the unit cells of the appendices as they are printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.scores.agreement import SEEDS

SAMPLE = Path(__file__).parents[2] / "sample"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

RESOURCE, BODY, LEAD = "Nguồn\n\nlực thực\n\nhiện", "Cơ quan\n\nthực hiện", "Đơn vị chủ trì và\n\ntham mưu"
MONEY = "Ngân\n\nsách nhà\n\nnước"
UBND = "UBND\n\nphường"
MILITARY = "Ban Chỉ huy\n\nQuân sự\n\nphường"

CELLS: list[tuple[str, str]] = [
    ("Ngân sách\n\nnhà nước", RESOURCE),
    ("", RESOURCE),
    *[(MONEY, RESOURCE)] * 9,
    ("Ngân sách\n\nnhà nước ", "Nguồn lực\n\nthực hiện"),
    *[(UBND, BODY)] * 25,
    *[(MILITARY, BODY)] * 4,
    *[("Công an\n\nphường", RESOURCE)] * 7,
    ("HĐND,\n\nUBND\n\nphường", BODY),
    *[(UBND, BODY)] * 5,
    ("Ban Xây dựng\n\nĐảng và các đơn\n\nvị liên quan", LEAD),
    ("Văn phòng Đảng\n\nủy và các đơn vị\n\nliên quan", LEAD),
    ("Ban Xây dựng\n\nĐảng và các đơn\n\nvị liên quan", LEAD),
    ("Ban Xây dựng\n\nĐảng và các đơn\n\nvị liên quan", LEAD),
    ("Ban Tổ chức\n\nHuyện ủy và các\n\nđơn vị liên quan", LEAD),
    ("Ủy ban Kiểm tra\n\nĐảng ủy và các\n\nđơn vị liên quan", LEAD),
    ("Ban Xây dựng\n\nĐảng và các đơn vị\n\nliên quan", LEAD),
    ("Ban Xây dựng\n\nĐảng, Ủy ban\n\nMTTQ và các\n\nđoàn thể", LEAD),
    ("Ủy ban MTTQ và\n\ncác đoàn thể", LEAD),
    ("Văn phòng Đảng\n\nủy, và các đơn vị\n\nliên quan", LEAD),
    ("Cơ quan tham\n\nmưu, giúp việc\n\nĐảng ủy và đơn vị\n\nliên quan.", LEAD),
]
"""The unit cells of the sixty-five rows of the appendices of bach-dang.txt with their column headings, in order."""


def seed_text(seed: str) -> str:
    """Read the text of a seed."""
    return (SAMPLE / "seeds" / SEEDS[seed]).read_text("utf-8")


def f1(score: Any, figure: str) -> float:
    """Give one F1 figure of a score."""
    hits, expected, found = score.f[figure]
    return 2 * hits / (expected + found)
