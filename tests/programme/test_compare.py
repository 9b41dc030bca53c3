"""An amended paper is compared item by item."""

from dondoc.programme.compare import compare, match_measures
from dondoc.programme.model import Header, Indicator, Measure, Programme, Section, Task

ROADS = "Cải tạo, nâng cấp tuyến đường liên thôn từ nhà văn hóa đến trạm y tế, hoàn thành trong năm 2026."
WATER = "Vận động người dân sử dụng nước sạch theo tiêu chuẩn, kiểm tra nguồn nước mỗi quý."
CLEAN = "Tổ chức thu gom rác thải sinh hoạt tại tất cả các tổ dân phố."


def paper(*tasks: str, indicators: tuple[str, ...] = ()) -> Programme:
    return Programme(
        document=Header(),
        sections=[Section(id="s1")],
        indicators=[Indicator(id=f"i{n}", section="s1", text=text) for n, text in enumerate(indicators, 1)],
        tasks=[Task(id=f"t{n}", section="s1", text=text) for n, text in enumerate(tasks, 1)],
    )


def test_the_same_paper_has_only_same_items():
    assert {c.change for c in compare(paper(ROADS, WATER), paper(ROADS, WATER))} == {"same"}


def test_a_moved_item_is_the_same_item():
    changes = compare(paper(ROADS, WATER), paper(WATER, ROADS))
    assert {(c.old, c.new, c.change) for c in changes} == {("t2", "t1", "same"), ("t1", "t2", "same")}


def test_a_changed_year_is_a_changed_item_with_both_texts():
    later = ROADS.replace("2026", "2027")
    (change,) = compare(paper(ROADS), paper(later))
    assert (change.change, change.before, change.after) == ("changed", ROADS, later)


def test_added_and_removed_items_are_told_apart():
    changes = compare(paper(ROADS, WATER), paper(ROADS, CLEAN))
    assert [(c.change, c.old, c.new) for c in changes] == [
        ("same", "t1", "t1"),
        ("added", None, "t2"),
        ("removed", "t2", None),
    ]


def test_two_equal_rows_stay_two_rows():
    changes = compare(paper(CLEAN, CLEAN), paper(CLEAN, CLEAN, CLEAN))
    assert sorted(c.change for c in changes) == ["added", "same", "same"]


def test_a_target_never_matches_a_task():
    changes = compare(paper(ROADS), paper(WATER, indicators=(ROADS,)))
    assert {(c.kind, c.change) for c in changes} == {("indicator", "added"), ("task", "added"), ("task", "removed")}


def test_measures_match_by_what_they_count():
    old = [Measure(name="tỷ lệ hộ nghèo", unit="%"), Measure(name="trường đạt chuẩn", unit="trường")]
    new = [Measure(name="số trường đạt chuẩn", unit="trường"), Measure(name="tỷ lệ hộ nghèo đa chiều", unit="%")]
    assert sorted(match_measures(old, new)) == [(0, 1), (1, 0)]


def test_a_measure_that_is_another_thing_does_not_match():
    assert match_measures([Measure(name="tỷ lệ hộ nghèo", unit="%")], [Measure(name="số vụ cháy nổ", unit="vụ")]) == []
