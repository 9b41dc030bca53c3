"""How often a body task comes back (programme-format, convention 16)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dondoc.extraction.measures import measures_of
from dondoc.extraction.recurrence import first_sentence, recurrence_of
from dondoc.programme.model import Measure

GOLD = sorted((Path(__file__).resolve().parents[2] / "sample" / "gold").glob("*.json"))


def test_every_body_task_of_the_readings_has_its_recurrence() -> None:
    tasks = [
        t for paper in GOLD for t in json.loads(paper.read_text(encoding="utf8"))["tasks"] if t["source"] == "body"
    ]
    wrong = [
        task["text"][:60]
        for task in tasks
        if recurrence_of(task["text"], [m.measure for m in measures_of(task["text"], kind="task")])
        != task["recurrence"]
    ]
    assert len(wrong) / len(tasks) <= 0.02, wrong


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("Hằng năm, tổ chức đối thoại với Nhân dân.", "annual"),
        ("Tổ chức tập huấn hằng năm về kỹ năng giám sát.", "annual"),
        ("Tiếp xúc cử tri ít nhất hai kỳ/năm.", "annual"),
        ("Sinh hoạt chi bộ định kỳ hằng tháng.", "monthly"),
        ("Giao ban 01 lần/quý với các đơn vị.", "quarterly"),
        ("Hằng quý, rà soát tiến độ giải ngân.", "quarterly"),
        ("Thường xuyên kiểm tra, đôn đốc tiến độ.", "continuous"),
        ("- Thường xuyên tuyên truyền pháp luật.", "continuous"),
        ("Chương trình kiểm tra, giám sát hằng năm.", "annual"),
        ("Định kỳhàng năm, Ủy ban tiến hành sơ kết.", "annual"),
        ("Căn cứ Chương trình kiểm tra toàn khóa của Đảng bộ, hằng năm Ủy ban ban hành chương trình cụ thể.", "annual"),
        ("Tiếp công dân ít nhất 01 ngày/tháng.", "monthly"),
        ("Căn cứ khả năng cân đối ngân sách hằng năm, tham mưu bố trí vốn.", None),
        ("Ban hành kế hoạch công tác tháng, quý, hằng năm.", None),
        ("Xây dựng kế hoạch hằng năm.", None),
        ("Tổ chức thực hiện tốt Chương trình kiểm tra, giám sát toàn khóa, hằng năm.", None),
        ("Quản lý chặt chẽ kế hoạch sử dụng đất hằng năm.", None),
        ("Kiểm tra tiến độ. Thường xuyên tháo gỡ vướng mắc.", None),
        ("Đảm bảo hoạt động thường xuyên, hiệu quả.", None),
    ],
)
def test_a_task_comes_back_as_its_first_sentence_says(text: str, recurrence: str | None) -> None:
    assert recurrence_of(text, []) == recurrence


def test_an_annual_measure_makes_the_task_annual() -> None:
    assert recurrence_of("Kết nạp đảng viên.", [Measure(name="đảng viên", period="annual")]) == "annual"


def test_a_sentence_ends_before_a_capital_not_at_a_decimal_point() -> None:
    assert (
        first_sentence("Triển khai phần mềm 3.0 trong năm. Sau đó nghiệm thu.") == "Triển khai phần mềm 3.0 trong năm."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đội Quản lý trật tự đô thị phường thường xuyên kiểm tra lòng đường.", "continuous"),
        ("Phấn đấu thu ngân sách hằng năm vượt dự toán.", "annual"),
        ("Kiểm tra hồ chứa 6 tháng một lần.", "annual"),
        ("Rà soát các nguồn thu thường xuyên.", None),
    ],
)
def test_cadences_of_the_subjects_verb(text: str, expected: str | None) -> None:
    assert recurrence_of(text, []) == expected
