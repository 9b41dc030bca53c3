"""What an office looks for before a paper is signed: each fault is found, and what only resembles it is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding

from .drafting import Draft, number, rate
from .papers import commune, poverty, province

Write = Callable[[Draft], None]


def line(words: str) -> Write:
    """Return a change that writes one line at the end of a paper."""
    return lambda draft: draft.text(words)


def lines(*words: str) -> Write:
    """Return a change that writes several lines at the end of a paper."""

    def write(draft: Draft) -> None:
        for one in words:
            draft.text(one)

    return write


def found(write: Write, paper: Callable[[], Draft] = commune) -> list[Finding]:
    """Return the findings of a faultless paper after a change."""
    draft = paper()
    write(draft)
    return find(draft.programme)


def section(draft: Draft, title: str) -> str:
    """Return the id of the section that bears `title`."""
    return next(s.id for s in draft.programme.sections if s.title == title)


FAULTS: list[tuple[str, str, str, str, Write]] = [
    # name, kind, severity, words of the sentence, change
    (
        "a vision that ends before its period",
        "contradiction",
        "error",
        "Tầm nhìn đến 2025",
        line("Theo Quy hoạch hạ tầng thời kỳ 2021-2030, tầm nhìn đến 2025."),
    ),
    (
        "a vision that ends with its target year",
        "contradiction",
        "error",
        "Tầm nhìn đến 2030",
        line("Thực hiện Chiến lược đến năm 2030, tầm nhìn đến năm 2030."),
    ),
    (
        "a period turned round",
        "contradiction",
        "error",
        "năm cuối trước năm đầu",
        line("Kế hoạch giai đoạn 2030 - 2026 của xã."),
    ),
    (
        "a term that begins with the five-year plan",
        "contradiction",
        "error",
        "nhiệm kỳ 2026-2030",
        lines("Nghị quyết nhiệm kỳ 2025 - 2030 của Đảng bộ.", "Phát triển đảng viên nhiệm kỳ 2026 - 2030."),
    ),
    ("a number left blank", "missing", "warning", "chỗ để trống", line("Kèm theo Kế hoạch số:   /KH-UBND của xã.")),
    ("a date left blank", "missing", "warning", "chỗ để trống", line("Ban hành ngày    tháng 11 năm 2025 của xã.")),
    ("a date of dots", "missing", "warning", "chỗ để trống", line("Ban hành ngày ….. tháng ….. năm 2025.")),
    ("a day left out", "missing", "warning", "chỗ để trống", line("Hoàn thành: ngày Tháng 11/2025 theo hướng dẫn.")),
    ("a figure left out", "missing", "warning", "chỗ để trống", line("Bố trí ……. tỷ đồng cho công trình.")),
    (
        "a body of another commune",
        "contradiction",
        "warning",
        "xã Minh Tân",
        lines(
            "Đảng bộ xã Tân Lập, Nhân dân xã Tân Lập và các thôn của xã Tân Lập.",
            "Kế hoạch của Ủy ban MTTQ Việt Nam xã Minh Tân về giám sát.",
        ),
    ),
    (
        "a letter left out",
        "numbering",
        "warning",
        "sau điểm b) là điểm d)",
        lines("a) Rà soát hộ nghèo.", "b) Lập danh sách.", "d) Trình phê duyệt."),
    ),
    (
        "a letter twice",
        "numbering",
        "warning",
        "sau điểm b) là điểm b)",
        lines("a) Rà soát hộ nghèo.", "b) Lập danh sách.", "b) Trình phê duyệt."),
    ),
    (
        "a word of two syllables twice",
        "ocr",
        "note",
        "Từ “khởi nghiệp”",
        line("Mở không gian khởi nghiệp khởi nghiệp đổi mới sáng tạo."),
    ),
    (
        "lost spaces",
        "ocr",
        "note",
        "mất dấu cách",
        line("Nghị quyết về chuyển đổi sốquốc gia của Đảng bộxã nhiệm vụtrong năm."),
    ),
    ("a spoiled font", "ocr", "note", "không thành tiếng Việt", line("Đào tạo đội ngǜ giảng viên của trường.")),
    (
        "one word in two spellings",
        "ocr",
        "note",
        "“hằng năm” (",
        lines("Báo cáo hằng năm của xã.", "Sơ kết hàng năm của thôn."),
    ),
    (
        "a word of two syllables twice over a line end",
        "ocr",
        "note",
        "Từ “nghị quyết”",
        lines("Quán triệt, phổ biến Nghị", "quyết Nghị quyết này tới đảng viên."),
    ),
    ("a vice chairman misspelt", "ocr", "note", "“chủ tịch”", line("Các đồng chí Phó chỉ tịch phụ trách lĩnh vực.")),
    ("an area cut short", "ocr", "note", "thiếu một từ", line("Các doanh nghiệp trên địa xã tham gia.")),
    (
        "one directive under two dates and two forms of its number",
        "contradiction",
        "error",
        "27/CT-TTg",
        lines(
            "Thực hiện Chỉ thị số 27/CT-TTg ngày 15/8/2024 của Thủ tướng Chính phủ về công tác dân số.",
            "Căn cứ Chỉ thị số 27/CTTg ngày 15/7/2024 của Thủ tướng Chính phủ về công tác dân số.",
        ),
    ),
]


@pytest.mark.parametrize(("kind", "severity", "words", "write"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_the_fault_is_found(kind: str, severity: str, words: str, write: Write) -> None:
    findings = found(write)
    hits = [f for f in findings if words in f.why]
    assert [(f.kind, f.severity) for f in hits] == [(kind, severity)], [f.why for f in findings]
    assert hits[0].spans
    assert len(findings) <= 2, [f.why for f in findings]


INNOCENT: list[tuple[str, Write]] = [
    ("a vision beyond its period", line("Quy hoạch thời kỳ 2021-2030, tầm nhìn đến năm 2050.")),
    ("a vision after a year", line("Chiến lược đến năm 2030, tầm nhìn đến năm 2045.")),
    (
        "terms of other bodies",
        lines(
            "Nghị quyết Đại hội nhiệm kỳ 2025 - 2030.",
            "Hội đồng nhân dân nhiệm kỳ 2026 - 2031; chi bộ nhiệm kỳ 2027 - 2030.",
        ),
    ),
    (
        "a plan from the year after the congress",
        line("Nghị quyết nhiệm kỳ 2025 - 2030 và kế hoạch giai đoạn 2026 - 2030."),
    ),
    ("dots that end a list", line("Các lĩnh vực y tế, giáo dục, văn hóa … của xã. Họp vào ngày đầu tháng.")),
    ("a date in words", line("Hoàn thành trước ngày 15 tháng 11 năm 2025; giao ban ngày 20 tháng cuối quý.")),
    ("the number of a paper", line("Kế hoạch số 12/KH-UBND ngày 03/10/2025 của Ủy ban nhân dân xã.")),
    (
        "a neighbour that is not a body of the paper",
        lines(
            "Đảng bộ xã Tân Lập, Nhân dân xã Tân Lập và các thôn của xã Tân Lập.",
            "Mở đường nối với xã Minh Tân và phường Hòa Bình.",
        ),
    ),
    (
        "a body of a commune that was merged",
        lines(
            "Đảng bộ xã Tân Lập, Nhân dân xã Tân Lập và các thôn của xã Tân Lập.",
            "Tiếp nhận hồ sơ của Ủy ban nhân dân xã Minh Tân cũ để lưu.",
        ),
    ),
    (
        "letters in order",
        lines("a) Rà soát.", "b) Lập danh sách.", "c) Trình.", "d) Duyệt.", "đ) Công khai.", "e) Lưu hồ sơ."),
    ),
    ("a list that begins anew", lines("a) Rà soát.", "b) Lập danh sách.", "a) Trình duyệt.", "b) Công khai.")),
    ("two words that meet", line("Hỗ trợ doanh nghiệp công nghiệp công nghệ cao và doanh nghiệp nhỏ.")),
    ("one cell after another", lines("Hiệp hội Doanh nghiệp", "Doanh nghiệp và hợp tác xã.")),
    ("a foreign word", line("Ứng dụng blockchain, Big Data và Müller vào quản lý.")),
    ("a stray old tone mark", lines("Phát triển văn hóa, số hóa hồ sơ.", "Văn hoá của xã.")),
    (
        "one number of two bodies",
        lines(
            "Kế hoạch số 75/KH-UBND ngày 09/7/2018 của UBND tỉnh Sóc Trăng về dân số.",
            "Kế hoạch số 75/KH-UBND ngày 10/4/2018 của UBND tỉnh Hậu Giang về dân số.",
        ),
    ),
]


@pytest.mark.parametrize("write", [i[1] for i in INNOCENT], ids=[i[0] for i in INNOCENT])
def test_what_only_resembles_a_fault_is_left_alone(write: Write) -> None:
    assert [f.why for f in found(write)] == []


# What an appendix row and the body say of one piece of work


def store(finish: str) -> Write:
    """Return a change: the body promises a data store by 2026, the row finishes it in `finish`."""

    def write(draft: Draft) -> None:
        part = draft.section("tasks", "V", "MỤC TIÊU ĐẾN NĂM 2026")
        draft.task(
            part,
            "Xây dựng kho dữ liệu mô hình thông tin công trình của tỉnh, áp dụng cho dự án mới.",
            leads=["Sở Xây dựng"],
        )
        rows = draft.appendix("01", "DANH MỤC (kèm theo)")
        draft.row(
            rows,
            "01",
            "1",
            "Xây dựng kho dữ liệu mô hình thông tin công trình của tỉnh",
            finish=finish,
            leads=["Sở Xây dựng"],
        )

    return write


def test_a_row_that_ends_after_the_year_of_the_body_is_found() -> None:
    late = [f for f in found(store("2028"), province) if "cùng một việc" in f.why]
    assert [(f.kind, f.severity, len(f.where)) for f in late] == [("contradiction", "error", 2)]
    assert "2026" in late[0].why
    assert "2028" in late[0].why


def test_a_row_that_ends_in_the_year_of_the_body_is_left_alone() -> None:
    assert not [f for f in found(store("2026"), province) if f.kind == "contradiction"]


def leads(*units: str) -> Write:
    """Return a change: one more appendix row with the given leads."""

    def write(draft: Draft) -> None:
        rows = section(draft, "GIẢM NGHÈO VÀ VIỆC LÀM")
        draft.row(rows, "02", "4", "Tu sửa kênh mương nội đồng sau vụ gặt.", leads=list(units))

    return write


def test_two_named_units_that_lead_one_row_are_found() -> None:
    assert [f.why for f in found(leads("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"))] == [
        "Một dòng phụ lục ghi nhiều cơ quan cùng chủ trì; mỗi việc cần một đầu mối chịu trách nhiệm."
    ]


@pytest.mark.parametrize("other", ["các địa phương", "Doanh nghiệp", "nhà đầu tư", "các hợp tác xã"])
def test_a_unit_beside_those_that_each_do_their_share_is_left_alone(other: str) -> None:
    assert found(leads("Phòng Kinh tế", other)) == []


def when(start: str) -> Write:
    """Return a change: one more appendix row with one date alone."""

    def write(draft: Draft) -> None:
        rows = section(draft, "GIẢM NGHÈO VÀ VIỆC LÀM")
        draft.row(rows, "02", "4", "Tổ chức cuộc bầu cử đại biểu.", start=start, finish=None)

    return write


def test_a_year_alone_lacks_its_end() -> None:
    assert [f.severity for f in found(when("2026")) if "thiếu thời hạn hoàn thành" in f.why] == ["warning"]


@pytest.mark.parametrize("start", ["2026-03", "Q1/2026", "2026-03-15"])
def test_a_month_or_a_quarter_alone_is_the_moment_of_the_work(start: str) -> None:
    assert found(when(start)) == []


# Repetition


def twice(first: str, second: str) -> Write:
    """Return a change: two more tasks of the poverty programme."""

    def write(draft: Draft) -> None:
        for text in (first, second):
            draft.task(section(draft, "NHIỆM VỤ"), text)

    return write


def test_a_phrase_of_the_paper_in_three_places_is_no_repetition() -> None:
    phrase = "chăm lo mẹ già neo đơn, thích ứng với thiên tai hạn mặn và giữ sinh kế bền lâu"

    def write(draft: Draft) -> None:
        twice(f"Cử cán bộ, {phrase} ở thôn Thượng.", f"Vận động hội viên, {phrase} ở xóm bãi.")(draft)
        draft.task(section(draft, "NHIỆM VỤ"), f"Báo cáo cấp trên, {phrase} ở vùng đồi.")

    assert not [f for f in found(write, poverty) if f.kind == "duplicate"]


def test_an_account_of_what_was_done_is_no_second_order() -> None:
    findings = found(
        twice(
            "Công tác chăm lo mẹ già neo đơn ở thôn xa đã đạt được nhiều kết quả tốt.",
            "Tăng cường chăm lo mẹ già neo đơn ở thôn xa bằng quỹ của hội.",
        ),
        poverty,
    )
    assert not [f for f in findings if f.kind == "duplicate"]


def test_two_tasks_on_one_thing_are_found() -> None:
    findings = found(
        twice(
            "Tăng cường chăm lo mẹ già neo đơn ở thôn xa bằng quỹ của hội.",
            "Tiếp tục chăm lo mẹ già neo đơn ở thôn xa theo lịch tuần.",
        ),
        poverty,
    )
    assert [f.kind for f in findings] == ["duplicate"]


def test_a_plan_and_a_guidance_on_one_subject_are_no_repetition() -> None:
    text = (
        "Ban hành kế hoạch tuyên truyền ngày hội của bản và nếp sống mới; "
        "hướng dẫn công tác tuyên truyền ngày hội của bản và nếp sống mới."
    )

    def write(draft: Draft) -> None:
        draft.task(section(draft, "NHIỆM VỤ"), text)

    assert not [f for f in found(write, poverty) if f.kind == "duplicate"]


# Levels in tasks


def committed(text: str, low: str, unit: str = "%") -> Write:
    """Return a change: a task of the poverty programme with a figure and no year."""

    def write(draft: Draft) -> None:
        draft.task(
            section(draft, "NHIỆM VỤ"), text, number("hộ ký cam kết giữ vệ sinh chuồng trại", low, unit, "unspecified")
        )

    return write


def test_a_level_in_a_task_without_a_year_is_noted_where_it_stands() -> None:
    findings = found(committed("Có 80% hộ ký cam kết giữ vệ sinh chuồng trại.", "80"), poverty)
    assert [f.why for f in findings] == [
        "Mục II: mức cam kết nằm trong nhiệm vụ, không có thời hạn và không có trong danh mục chỉ tiêu."
    ]


def test_one_thing_for_each_is_a_principle_and_no_level() -> None:
    assert found(committed("Mỗi hộ dân có một bản cam kết giữ vệ sinh chuồng trại.", "1", "bản cam kết"), poverty) == []


def test_a_stricter_sign_is_told_as_such() -> None:
    def write(draft: Draft) -> None:
        draft.task(
            section(draft, "Nhiệm vụ và giải pháp"),
            "Liên kết với trường nghề, đến năm 2030 tỷ lệ lao động qua đào tạo đạt trên 78%.",
            rate("tỷ lệ lao động qua đào tạo", "78", direction="above"),
        )

    assert [f.why.rpartition("; ")[2] for f in found(write)] == ["cần thống nhất cách ghi mức."]


# Recipients


def receiving(recipient: str) -> Write:
    """Return a change: the front's boards of the hamlets lead, and one line of recipients names them, or does not."""

    def write(draft: Draft) -> None:
        part = section(draft, "TỔ CHỨC THỰC HIỆN")
        draft.duty(part, "Ban công tác Mặt trận các thôn chủ trì vận động.", ["Ban công tác Mặt trận các thôn"])
        draft.programme.recipients.append(recipient)

    return write


def leading(lead: str, *recipients: str) -> list[str]:
    """Return what is said of the recipients when `lead` leads and `recipients` receive the paper."""

    def write(draft: Draft) -> None:
        draft.duty(section(draft, "TỔ CHỨC THỰC HIỆN"), f"{lead} chủ trì thực hiện.", [lead])
        draft.programme.recipients[:] = ["Ban Thường vụ Tỉnh ủy", "Ủy ban nhân dân xã", "Các chi bộ thôn", *recipients]

    return [f.why for f in found(write, poverty) if "Nơi nhận" in f.why]


@pytest.mark.parametrize(
    ("lead", "recipient"),
    [
        ("Phòng Văn hóa - Xã hội", "Lưu: VT, VHXH"),
        ("Đảng ủy Trường Quân sự", "Các đảng bộ, chi bộ trực thuộc"),
        ("Ban Xây dựng Đảng", "Các tổ chức Đảng"),
    ],
)
def test_a_lead_that_another_line_covers_is_known(lead: str, recipient: str) -> None:
    assert leading(lead, recipient) == []
    assert leading(lead, "Lưu: VT") == [f"Được giao chủ trì nhưng không có tên trong “Nơi nhận”: {lead}."]


@pytest.mark.parametrize("line", ["Ban công tác MT thôn", "Trưởng thôn, Ban công tác Mặt trận thôn"])
def test_a_recipient_written_short_is_known(line: str) -> None:
    assert not [f for f in found(receiving(line), poverty) if "Nơi nhận" in f.why]


def test_a_lead_that_does_not_receive_the_paper_is_found() -> None:
    lacking = [f for f in found(receiving("Trạm Y tế"), poverty) if "Nơi nhận" in f.why]
    assert [f.where for f in lacking] == [["Ban công tác Mặt trận các thôn chủ trì vận động."]]


# A paper of one year, laws, and files that hold an appendix only


def yearless(about: str) -> Write:
    """Return a change: the paper is about something else, and one of its targets names no year."""

    def write(draft: Draft) -> None:
        draft.programme.document.about = about
        draft.target(
            section(draft, "CHỈ TIÊU"),
            "5.",
            "Trồng 3.000 cây bóng mát dọc đường thôn.",
            number("cây bóng mát", "3000", "cây", "unspecified"),
        )

    return write


def test_a_target_of_a_one_year_plan_needs_no_year() -> None:
    assert not [
        f for f in found(yearless("kế hoạch phát triển kinh tế - xã hội năm 2026"), poverty) if "không có năm" in f.why
    ]


def test_a_target_of_a_longer_plan_needs_its_year() -> None:
    lacking = [
        f for f in found(yearless("giảm nghèo bền vững giai đoạn 2026-2030"), poverty) if "không có năm" in f.why
    ]
    assert [f.where for f in lacking] == [["Trồng 3.000 cây bóng mát dọc đường thôn."]]


def test_a_law_is_cited_without_its_date() -> None:
    assert found(line("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15.")) == []


def test_another_paper_is_cited_with_its_date() -> None:
    assert [f.where for f in found(line("Căn cứ Quyết định số 45/QĐ-UBND của Ủy ban nhân dân tỉnh."))] == [
        ["Quyết định số 45/QĐ-UBND của Ủy ban nhân dân tỉnh"]
    ]


def test_a_file_of_an_appendix_only_lacks_neither_head_nor_mention() -> None:
    draft = Draft(number=None, date=None, issuer=None, signer=None, title=None, term=None)
    rows = draft.appendix("02", "DANH MỤC NHIỆM VỤ NĂM 2026 CỦA XÃ")
    draft.row(rows, "02", "1", "Tu sửa kênh mương nội đồng sau vụ gặt.")
    assert find(draft.programme) == []


# Rows that stand twice


def rows_twice(first: str, second: str, low: str = "5") -> Write:
    """Return a change: one row under each of two headings, the second with the figure `low`."""

    def write(draft: Draft) -> None:
        rows = draft.appendix("01", "CHỈ TIÊU (kèm theo)")
        for number_, heading, level in (("1", first, "5"), ("2", second, low)):
            group = draft.section("group", "I" * int(number_), heading, rows)
            text = "Số hợp tác xã nông nghiệp có kho lạnh, xe lạnh và máy sấy đạt chuẩn xuất khẩu đi các nước"
            draft.row(
                group,
                "01",
                number_,
                text,
                number(text, level, "hợp tác xã", "unspecified"),
                start=None,
                finish=None,
                leads=["Sở Công Thương"],
            )

    return write


def test_steps_of_one_path_are_no_repetition() -> None:
    assert not [f for f in found(rows_twice("Đến năm 2030", "Đến năm 2045"), province) if f.kind == "duplicate"]


def test_a_row_that_stands_twice_is_found() -> None:
    assert [f.kind for f in found(rows_twice("Nông nghiệp", "Công nghiệp"), province) if f.kind == "duplicate"] == [
        "duplicate"
    ]


def test_a_letter_in_mid_line_is_not_left_out() -> None:
    assert (
        found(lines("c) Rà soát.", "d) Lập danh sách hộ nghèo. đ) Trình duyệt. e) Công khai.", "g) Lưu hồ sơ.")) == []
    )


def test_a_remark_in_brackets_is_no_letter_of_a_list() -> None:
    def write(draft: Draft) -> None:
        draft.task(section(draft, "NHIỆM VỤ"), "Làm theo phân công (nếu có). e) Dọn vệ sinh đường thôn.")

    assert found(write, poverty) == []


def test_a_body_named_twice_over_is_found() -> None:
    assert [f.why for f in found(line("Theo sự phân công của Ủy ban UBND xã."))] == [
        "“Ủy ban UBND”: tên cơ quan viết thừa chữ."
    ]


def old() -> Draft:
    """Draft a paper with one section of tasks."""
    draft = Draft()
    draft.section("tasks", "I", "NHIỆM VỤ VÀ GIẢI PHÁP")
    return draft


@pytest.mark.parametrize(
    ("date", "term", "kinds"),
    [
        ("2025-01-02", None, []),
        (None, "2011-2015", []),
        ("2025-10-02", None, ["stale_unit"]),
        (None, None, ["stale_unit"]),
    ],
)
def test_a_body_merged_after_the_paper_is_left_alone(date: str | None, term: str | None, kinds: list[str]) -> None:
    def write(draft: Draft) -> None:
        draft.programme.document.date = date
        draft.programme.document.term = term
        draft.task(
            section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP"),
            "Phổ biến tới người dân.",
            leads=["Ban Tuyên giáo Trung ương"],
            finish="2026",
        )

    assert [f.kind for f in found(write, old) if f.kind == "stale_unit"] == kinds


def test_a_unit_that_is_gone_is_told_once_with_all_its_places() -> None:
    def write(draft: Draft) -> None:
        for text in ("Mở lớp bồi dưỡng cho cán bộ thôn.", "Cập nhật hồ sơ cán bộ theo mẫu mới."):
            draft.task(section(draft, "NHIỆM VỤ"), text, leads=["Phòng Nội vụ"], finish="2026")

    gone = [f for f in found(write, poverty) if f.kind == "stale_unit"]
    assert [(f.severity, len(f.where)) for f in gone] == [("error", 2)]
    assert "(2 chỗ)" in gone[0].why


@pytest.mark.parametrize(
    "text",
    [
        "Ngân sách hỗ trợ 50% chi phí mua chuồng nuôi cho hộ ký cam kết.",
        "Xây chuồng nuôi tập trung quy mô 30 ô cho hộ ký cam kết.",
        "Mỗi tuần đăng ít nhất 02 tin về hộ ký cam kết.",
    ],
)
def test_what_the_means_cost_or_measure_is_no_level(text: str) -> None:
    assert found(committed(text, "50"), poverty) == []


def test_a_sum_of_all_work_needs_no_task_of_its_own() -> None:
    def write(draft: Draft) -> None:
        draft.target(
            section(draft, "CHỈ TIÊU"),
            "5.",
            "Đến năm 2030, thu nhập bình quân đầu người đạt 65 triệu đồng.",
            number("thu nhập bình quân đầu người", "65", "triệu đồng"),
        )

    assert found(write, poverty) == []


def test_a_target_that_no_task_meets_is_found() -> None:
    def write(draft: Draft) -> None:
        draft.target(
            section(draft, "CHỈ TIÊU"),
            "5.",
            "Đến năm 2030, có 12 câu lạc bộ bóng chuyền.",
            number("câu lạc bộ bóng chuyền", "12", "câu lạc bộ"),
        )

    assert [f.where for f in found(write, poverty)] == [["Đến năm 2030, có 12 câu lạc bộ bóng chuyền."]]


def test_a_roman_number_before_another_is_no_doubled_word() -> None:
    assert found(lines("Nghị quyết Đại hội Đảng bộ xã lần thứ I", "I- MỤC ĐÍCH")) == []


def test_tasks_that_stand_in_an_appendix_are_not_missing() -> None:
    def write(draft: Draft) -> None:
        draft.section("tasks", "IV", "NHIỆM VỤ CỤ THỂ")
        draft.text("Các nhiệm vụ tại Phụ lục kèm theo.")
        draft.section("other", "V", "KINH PHÍ")

    assert not [f for f in found(write, poverty) if "báo trước" in f.why]


@pytest.mark.parametrize(("part", "count"), [("có bằng cấp, chứng chỉ 35%", 0), ("có tay nghề bậc ba 35%", 1)])
def test_the_part_of_an_official_measure_is_a_share_of_the_same_whole(part: str, count: int) -> None:
    def write(draft: Draft) -> None:
        whole = rate("tỷ lệ thợ mộc qua lớp nghề", "75")
        share = rate(f"thợ mộc {part[:-4]}", "35", parent_measure=whole.name)
        draft.target(
            section(draft, "CHỈ TIÊU"),
            "5.",
            f"Đến năm 2030, tỷ lệ thợ mộc qua lớp nghề đạt 75%, trong đó {part}.",
            whole,
            share,
        )

    assert len([f for f in found(write, poverty) if "tính trên toàn bộ" in f.why]) == count


def test_a_flow_with_a_figure_for_each_year_is_yearly() -> None:
    def write(draft: Draft) -> None:
        visitors = [
            number("đón khách du lịch", str(low), "lượt khách", "by_year", year)
            for low, year in ((900, 2026), (1500, 2030))
        ]
        draft.target(
            section(draft, "CHỈ TIÊU"),
            "5.",
            "Đón khách du lịch: năm 2026 900 lượt khách, năm 2030 1.500 lượt khách.",
            *visitors,
        )

    assert not [f for f in found(write, poverty) if "cộng dồn" in f.why]
