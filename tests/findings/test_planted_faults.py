"""Each fault planted in a faultless paper is found, quoted at its place and called what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding, Measure, Reference

from .drafting import Draft, number, rate
from .papers import commune, poverty, province

Plant = Callable[[Draft], None]
CASES: list[tuple[str, Callable[[], Draft], str, list[str], Plant]] = []


def case(name: str, paper: Callable[[], Draft], kind: str, *quotes: str) -> Callable[[Plant], Plant]:
    """Register a fault: the paper it is planted in, the kind of finding and the words it must quote."""

    def register(plant: Plant) -> Plant:
        CASES.append((name, paper, kind, list(quotes), plant))
        return plant

    return register


def section(draft: Draft, title: str) -> str:
    """Return the id of the section that bears `title`."""
    return next(s.id for s in draft.programme.sections if s.title == title)


def respell(draft: Draft, old: str, new: str) -> None:
    """Replace words of one length by others in the text and in the items."""
    assert len(old) == len(new)
    assert old in draft.programme.text
    draft.programme.text = draft.programme.text.replace(old, new, 1)
    for item in [*draft.programme.indicators, *draft.programme.tasks, *draft.programme.assignments]:
        item.text = item.text.replace(old, new, 1)


# The same thing promised twice


@case("another figure in an appendix", commune, "contradiction", "200 lao động", "250 lao động")
def another_figure(d: Draft) -> None:
    d.row(
        section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"),
        "02",
        "4",
        "Kết nối doanh nghiệp, giải quyết việc làm cho 250 lao động mỗi năm.",
        number("giải quyết việc làm", "250", "lao động", "annual"),
        start=None,
        finish=None,
        recurrence="annual",
    )


@case("another figure in a task", commune, "contradiction", "450 ha", "500 ha")
def another_figure_in_a_task(d: Draft) -> None:
    d.task(
        section(d, "Nhiệm vụ và giải pháp"),
        "Giữ ổn định diện tích lúa chất lượng cao 500 ha hằng năm.",
        number("diện tích lúa chất lượng cao", "500", "ha", "annual"),
    )


@case("a stricter comparison", commune, "contradiction", "đạt 78%", "trên 78%")
def stricter(d: Draft) -> None:
    d.task(
        section(d, "Nhiệm vụ và giải pháp"),
        "Liên kết với trường nghề, đến năm 2030 tỷ lệ lao động qua đào tạo đạt trên 78%.",
        rate("tỷ lệ lao động qua đào tạo", "78", direction="above"),
    )


@case("another year", province, "contradiction", "2027", "2029")
def another_year(d: Draft) -> None:
    tasks = section(d, "NHIỆM VỤ VÀ GIẢI PHÁP")
    done = {"leads": ["Sở Xây dựng"], "finish": "2029"}
    d.task(
        tasks,
        "Đến năm 2027, hoàn thành số hóa 100% hồ sơ quy hoạch xây dựng.",
        rate("hồ sơ quy hoạch xây dựng được số hóa", "100", year=2027),
        **done,
    )
    d.task(
        tasks,
        "Đến năm 2029, hoàn thành số hóa 100% hồ sơ quy hoạch xây dựng.",
        rate("hồ sơ quy hoạch xây dựng được số hóa", "100", year=2029),
        **done,
    )


@case("every year or by the last year", poverty, "contradiction", "Hằng năm", "Đến năm 2030")
def every_year_or_last(d: Draft) -> None:
    targets = section(d, "CHỈ TIÊU")
    d.target(
        targets,
        "5.",
        "Hằng năm, tỷ lệ trẻ em sáu tuổi vào lớp một đạt 100%.",
        rate("tỷ lệ trẻ em sáu tuổi vào lớp một", "100", "annual"),
    )
    d.task(
        section(d, "NHIỆM VỤ"),
        "Đến năm 2030, tỷ lệ trẻ em sáu tuổi vào lớp một đạt 100%.",
        rate("tỷ lệ trẻ em sáu tuổi vào lớp một", "100"),
    )


@case("another population", commune, "contradiction", "hộ dân", "hộ nghèo")
def another_population(d: Draft) -> None:
    d.task(
        section(d, "Nhiệm vụ và giải pháp"),
        "Đến năm 2030, 95% hộ dân được dùng điện sinh hoạt an toàn.",
        rate("hộ dân được dùng điện sinh hoạt an toàn", "95"),
    )
    d.row(
        section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"),
        "02",
        "4",
        "Kéo điện để đến năm 2030 có 95% hộ nghèo được dùng điện sinh hoạt an toàn.",
        rate("hộ nghèo được dùng điện sinh hoạt an toàn", "95"),
    )


@case("an abbreviation of the same thing", poverty, "contradiction", "bảo hiểm y tế", "BHYT")
def abbreviation(d: Draft) -> None:
    d.target(
        section(d, "CHỈ TIÊU"),
        "5.",
        "Đến năm 2030, tỷ lệ người dân tham gia bảo hiểm y tế đạt 96%.",
        rate("tỷ lệ người dân tham gia bảo hiểm y tế", "96"),
    )
    d.task(
        section(d, "NHIỆM VỤ"), "Vận động để đến năm 2030 tỷ lệ bao phủ BHYT đạt 94%.", rate("tỷ lệ bao phủ BHYT", "94")
    )


@case("a title due in two years", commune, "contradiction", "2027", "2029")
def title_twice(d: Draft) -> None:
    d.text('Đến năm 2027 xã được công nhận đạt chuẩn "xã nông thôn mới thông minh".')
    d.text('Phấn đấu đạt danh hiệu "xã nông thôn mới thông minh" vào năm 2029.')


@case("the State's five years", commune, "contradiction", "giai đoạn 2025-2030")
def five_years(d: Draft) -> None:
    d.row(
        section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"),
        "02",
        "4",
        "Lập danh mục đầu tư công trung hạn giai đoạn 2025-2030.",
        finish="2026",
    )


@case("parts that do not make the whole", poverty, "contradiction", "40 km")
def parts(d: Draft) -> None:
    whole = number("đường giao thông nông thôn", "40", "km")
    d.target(
        section(d, "CHỈ TIÊU"),
        "5.",
        "Đến năm 2030, cứng hóa 40 km đường giao thông nông thôn, bao gồm: 18 km đường trục xã, 25 km đường thôn.",
        whole,
        number("đường trục xã", "18", "km", parent_measure=whole.name),
        number("đường thôn", "25", "km", parent_measure=whole.name),
    )
    d.task(section(d, "NHIỆM VỤ"), "Huy động vốn cứng hóa đường giao thông nông thôn.")


@case("two dates of one document", commune, "contradiction", "22/12/2024", "20/12/2024")
def two_dates(d: Draft) -> None:
    d.text("Tiếp tục thực hiện Nghị quyết số 57-NQ/TW ngày 20/12/2024 của Bộ Chính trị.")


@case("a document of the future", commune, "contradiction", "15/11/2025")
def future(d: Draft) -> None:
    d.text("Thực hiện Kế hoạch số 45-KH/TU ngày 15/11/2025 của Ban Thường vụ Tỉnh ủy.")


@case("a day that does not exist", commune, "contradiction", "31/9/2024")
def no_such_day(d: Draft) -> None:
    d.text("Thực hiện Kế hoạch số 45-KH/TU ngày 31/9/2024 của Ban Thường vụ Tỉnh ủy.")


@case("a report where a task should be", poverty, "contradiction", "có nhiều chuyển biến")
def report(d: Draft) -> None:
    d.task(section(d, "NHIỆM VỤ"), "Công tác khuyến nông có nhiều chuyển biến tích cực, được bà con ghi nhận.")


@case("a row that ends before it begins", commune, "contradiction", "Nạo vét")
def backwards(d: Draft) -> None:
    d.row(section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"), "02", "4", "Nạo vét kênh tiêu Đồng Trũng.", start="2029", finish="2027")


@case("a row whose text and cell disagree", commune, "contradiction", "đến năm 2028")
def text_and_cell(d: Draft) -> None:
    d.row(
        section(d, "SẢN PHẨM OCOP VÀ NÔNG THÔN MỚI"),
        "01",
        "4",
        "Làm đường trục thôn, đến năm 2028, xã đạt chuẩn nông thôn mới nâng cao.",
        number("xã đạt chuẩn nông thôn mới nâng cao", None, "", "by_year", 2028, direction="qualitative"),
        finish="2030",
    )


@case("a row whose words and cell disagree", commune, "contradiction", "đến năm 2028")
def words_and_cell(d: Draft) -> None:
    d.row(
        section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"),
        "02",
        "4",
        "Cải tạo chợ trung tâm, phấn đấu hoàn thành đến năm 2028.",
        finish="2027",
    )


@case("a deadline that has passed", commune, "contradiction", "Sơn lại cổng làng")
def passed(d: Draft) -> None:
    d.row(section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"), "02", "4", "Sơn lại cổng làng.", start="Q1/2025", finish="Q2/2025")


@case("a unit in two roles", commune, "contradiction", "Nạo vét")
def two_roles(d: Draft) -> None:
    d.row(
        section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"),
        "02",
        "4",
        "Nạo vét kênh tiêu Đồng Trũng.",
        leads=["Phòng Kinh tế"],
        coordinating=["Phòng Kinh tế"],
    )


@case("fewer targets than the heading says", province, "contradiction", "05 CHỈ TIÊU")
def announced(d: Draft) -> None:
    t = d.section("indicators", "V", "05 CHỈ TIÊU BỔ SUNG ĐẾN NĂM 2030")
    d.target(
        t,
        "1.",
        "Giảm 10% lượng túi ni lông so với năm 2025.",
        number("lượng túi ni lông", "10", "%", direction="decrease"),
    )
    d.target(t, "2.", "Trồng 200 ha rừng ngập mặn.", number("rừng ngập mặn", "200", "ha", "unspecified"))
    d.task(
        section(d, "NHIỆM VỤ VÀ GIẢI PHÁP"),
        "Trồng rừng ngập mặn ven biển; thay túi ni lông bằng túi giấy.",
        leads=["Sở Công Thương"],
        finish="2030",
    )


@case("one ambition at two ranks", commune, "contradiction", "hàng đầu của tỉnh", "lớn của tỉnh")
def ranks(d: Draft) -> None:
    d.text("Xây dựng xã thành trung tâm trồng hoa hàng đầu của tỉnh vào cuối nhiệm kỳ.")
    d.text("Đưa xã trở thành trung tâm trồng hoa lớn của tỉnh và cả vùng.")


# Duplicates


@case("a task given twice", commune, "duplicate", "nhà lưới trồng rau", "nhà lưới trồng rau")
def task_twice(d: Draft) -> None:
    tasks = section(d, "Nhiệm vụ và giải pháp")
    d.task(tasks, "Khuyến khích các hộ liên kết dựng nhà lưới trồng rau an toàn cung ứng cho bếp ăn trường học.")
    d.task(
        tasks,
        "Khuyến khích các hộ liên kết dựng nhà lưới trồng rau an toàn cung ứng cho bếp ăn trường học, chợ đầu mối.",
    )


@case("a row given twice", commune, "duplicate", "hồ chứa nước Khe Bưởi", "hồ chứa nước Khe Bưởi")
def row_twice(d: Draft) -> None:
    x = section(d, "GIẢM NGHÈO VÀ VIỆC LÀM")
    d.row(x, "02", "4", "Sửa chữa đập tràn và cống lấy nước của hồ chứa nước Khe Bưởi phục vụ tưới.")
    d.row(x, "02", "5", "Sửa chữa đập tràn và cống lấy nước của hồ chứa nước Khe Bưởi phục vụ tưới.")


@case("one activity for two units", commune, "duplicate", "Mái ấm tình thương", "mái ấm tình thương")
def two_units(d: Draft) -> None:
    x = section(d, "GIẢM NGHÈO VÀ VIỆC LÀM")
    d.row(x, "02", "4", 'Vận động kinh phí cho phong trào "Mái ấm tình thương".', leads=["Hội Liên hiệp Phụ nữ"])
    d.row(x, "02", "5", "Xét chọn hộ được hỗ trợ mái ấm tình thương.", leads=["Ủy ban MTTQ xã"])


@case("one law carried out twice", commune, "duplicate", "Luật Hòa giải ở cơ sở", "Luật Hòa giải ở cơ sở")
def law_twice(d: Draft) -> None:
    first, second = [s.id for s in d.programme.sections if s.title == "Nhiệm vụ và giải pháp"]
    d.task(first, "Thực hiện nghiêm Luật Hòa giải ở cơ sở năm 2013.")
    d.task(second, "Tổ chức triển khai hiệu quả Luật Hòa giải ở cơ sở năm 2013.")


@case("one target in two lists", commune, "duplicate", "bê tông hóa", "bê tông hóa")
def target_twice(d: Draft) -> None:
    first, second = [s.id for s in d.programme.sections if s.kind == "indicators"]
    text = "Đến năm 2030, tỷ lệ đường ngõ xóm được bê tông hóa đạt 100%."
    d.target(first, "(4)", text, rate("tỷ lệ đường ngõ xóm được bê tông hóa", "100"))
    d.target(second, "(5)", text, rate("tỷ lệ đường ngõ xóm được bê tông hóa", "100"))
    d.task(section(d, "Nhiệm vụ và giải pháp"), "Góp xi măng, ngày công để bê tông hóa đường ngõ xóm.")


@case("follow-up given to two offices", commune, "duplicate", "Ban Xây dựng Đảng", "Văn phòng Đảng ủy")
def follow_up(d: Draft) -> None:
    d.duty(
        section(d, "TỔ CHỨC THỰC HIỆN"),
        "Ban Xây dựng Đảng đôn đốc, kiểm tra việc thực hiện, hằng quý báo cáo.",
        ["Ban Xây dựng Đảng"],
        "4. ",
    )
    respell(d, "theo dõi, tổng hợp việc", "theo dõi,  đôn đốc việc")


# Numbering


@case("a chapter number given twice", commune, "numbering", "VĂN HÓA, XÃ HỘI", "QUỐC PHÒNG")
def chapter_twice(d: Draft) -> None:
    b = next(s.id for s in d.programme.sections if s.label == "B")
    two = d.section("group", "II", "QUỐC PHÒNG, AN NINH", b)
    w = d.section("tasks", "1", "Nhiệm vụ", two)
    d.task(w, "Tuyển quân đủ chỉ tiêu, huấn luyện dân quân theo kế hoạch năm.")
    p = d.section("assignment", "2", "Phân công thực hiện", two)
    d.duty(p, "Giao Ban Chỉ huy Quân sự xã chủ trì, hằng quý báo cáo.", ["Ban Chỉ huy Quân sự xã"])


@case("a numeral misread", commune, "numbering", "II. VĂN HÓA", "IV. KHEN THƯỞNG")
def misread(d: Draft) -> None:
    b = next(s.id for s in d.programme.sections if s.label == "B")
    for label, title in (("II", "QUỐC PHÒNG"), ("IV", "KHEN THƯỞNG")):
        d.section("group", label, title, b)
        d.text("Thực hiện theo quy định hiện hành, không nêu thêm chỉ tiêu.")


@case("a target number left out", commune, "numbering", "(4)", "(6)")
def target_skipped(d: Draft) -> None:
    lists = [s.id for s in d.programme.sections if s.kind == "indicators"]
    d.target(
        lists[1],
        "(6)",
        "Hằng năm, tỷ lệ thôn có hòm thư góp ý đạt 90%.",
        rate("tỷ lệ thôn có hòm thư góp ý", "90", "annual"),
    )


@case("a row number left out", commune, "numbering", "Đào tạo nghề", "Trồng cây")
def row_skipped(d: Draft) -> None:
    d.row(section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"), "02", "5", "Trồng cây phân tán dọc kênh Nam.")


@case("a row number printed twice", commune, "numbering", "4 4 Trồng cây")
def row_doubled(d: Draft) -> None:
    d.row(section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"), "02", "4", "Trồng cây phân tán dọc kênh Nam.", printed="4 4")


@case("an appendix number left out", commune, "numbering", "GIẢM NGHÈO VÀ VIỆC LÀM", "CÔNG TRÌNH")
def appendix_skipped(d: Draft) -> None:
    x = d.appendix("04", "CÔNG TRÌNH THỦY LỢI")
    d.row(x, "04", "1", "Nạo vét kênh tiêu Đồng Trũng.")


@case("parts marked in two ways", province, "numbering", "V- KINH PHÍ")
def marks(d: Draft) -> None:
    d.section("group", "V", "KINH PHÍ", mark="-")
    d.text("Ngân sách địa phương và các nguồn hợp pháp khác.")


@case("a part numbered under another", province, "numbering", "3.1")
def foreign(d: Draft) -> None:
    five = d.section("group", "5", "KINH PHÍ")
    d.section("group", "3.1", "Ngân sách tỉnh", five)
    d.text("Bố trí trong dự toán hằng năm của các cơ quan.")


# Missing


@case("an appendix that does not exist", commune, "missing", "Phụ lục số 07")
def no_such_appendix(d: Draft) -> None:
    respell(d, "(chi tiết tại các phụ lục kèm theo)", "(tại các phụ lục, Phụ lục số 07)   ")
    heading = next(s for s in d.programme.sections if s.label == "B")
    heading.title = (heading.title or "").replace(
        "(chi tiết tại các phụ lục kèm theo)", "(tại các phụ lục, Phụ lục số 07)"
    )


@case("a row that everybody leads", commune, "missing", "Nạo vét")
def everybody(d: Draft) -> None:
    d.row(
        section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"), "02", "4", "Nạo vét kênh tiêu Đồng Trũng.", leads=["các đơn vị liên quan"]
    )


@case("a row with two leads", commune, "missing", "Nạo vét")
def two_leads(d: Draft) -> None:
    d.row(
        section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"),
        "02",
        "4",
        "Nạo vét kênh tiêu Đồng Trũng.",
        leads=["Phòng Kinh tế", "Hội Nông dân"],
    )


@case("no number and no date", commune, "missing", "Thực hiện Nghị quyết Đại hội")
def headless(d: Draft) -> None:
    d.programme.document.number = d.programme.document.date = None


@case("a target without a year", commune, "missing", "máy cấy")
def yearless(d: Draft) -> None:
    lists = [s.id for s in d.programme.sections if s.kind == "indicators"]
    d.target(
        lists[0],
        "(4)",
        "Tỷ lệ diện tích lúa dùng máy cấy đạt 60%.",
        rate("tỷ lệ diện tích lúa dùng máy cấy", "60", "unspecified"),
    )


@case("a chapter without assignment", commune, "missing", "QUỐC PHÒNG, AN NINH")
def unassigned(d: Draft) -> None:
    b = next(s.id for s in d.programme.sections if s.label == "B")
    three = d.section("group", "III", "QUỐC PHÒNG, AN NINH", b)
    w = d.section("tasks", "1", "Nhiệm vụ", three)
    d.task(w, "Tuyển quân đủ chỉ tiêu, huấn luyện dân quân theo kế hoạch năm.")


@case("an appendix without leads", commune, "missing", "CÔNG TRÌNH THỦY LỢI")
def leaderless(d: Draft) -> None:
    x = d.appendix("03", "CÔNG TRÌNH THỦY LỢI")
    d.row(x, "03", "1", "Nạo vét kênh tiêu Đồng Trũng.", leads=[])
    d.row(x, "03", "2", "Thay máy bơm trạm Cống Vân.", leads=[])


@case("a row without a deadline", commune, "missing", "Thay máy bơm")
def dateless(d: Draft) -> None:
    x = d.appendix("03", "CÔNG TRÌNH THỦY LỢI")
    d.row(x, "03", "1", "Nạo vét kênh tiêu Đồng Trũng.")
    d.row(x, "03", "2", "Thay máy bơm trạm Cống Vân.", start=None, finish=None)


@case("a row with a beginning only", commune, "missing", "Thay máy bơm")
def half_dated(d: Draft) -> None:
    x = d.appendix("03", "CÔNG TRÌNH THỦY LỢI")
    d.row(x, "03", "1", "Thay máy bơm trạm Cống Vân.", finish=None)


@case("a row without money among rows that have it", commune, "missing", "Xây kè")
def moneyless(d: Draft) -> None:
    x = d.appendix("03", "CÔNG TRÌNH THỦY LỢI", "STT Nhiệm vụ Chủ trì Kinh phí Thời gian")
    d.row(x, "03", "1", "Nạo vét kênh tiêu Đồng Trũng.", resource="2 tỷ đồng")
    d.row(x, "03", "2", "Thay máy bơm trạm Cống Vân.", resource="1 tỷ đồng")
    d.row(x, "03", "3", "Xây kè chống sạt lở bãi Ngô.")


@case("an appendix announced and absent", poverty, "missing", "Phụ lục kèm theo")
def no_appendix(d: Draft) -> None:
    d.text("Danh mục công trình ưu tiên có Phụ lục kèm theo.")


@case("appendices the body does not know", commune, "missing", "NỘI DUNG CHƯƠNG TRÌNH")
def unknown_appendices(d: Draft) -> None:
    respell(d, "tại các phụ lục kèm theo", "tại các bảng biểu cuối .")
    heading = next(s for s in d.programme.sections if s.label == "B")
    heading.title = (heading.title or "").replace("tại các phụ lục kèm theo", "tại các bảng biểu cuối .")


@case("a list of targets with nothing in it", province, "missing", "CHỈ TIÊU THEO NĂM")
def empty_list(d: Draft) -> None:
    d.section("indicators", "V", "CHỈ TIÊU THEO NĂM")


@case("a rate to be raised without a value", poverty, "missing", "chuyên cần")
def valueless(d: Draft) -> None:
    d.task(section(d, "NHIỆM VỤ"), "Nâng cao tỷ lệ chuyên cần của học sinh vùng cao.")


@case("a fall without a base", poverty, "missing", "giảm 10%")
def baseless(d: Draft) -> None:
    d.target(
        section(d, "CHỈ TIÊU"),
        "5.",
        "Hằng năm, giảm 10% số vụ cháy rừng.",
        number("số vụ cháy rừng", "10", "%", "annual", direction="decrease"),
    )
    d.task(section(d, "NHIỆM VỤ"), "Trực gác, phát dọn đường băng cản lửa để không xảy ra vụ cháy rừng.")


@case("a lead who does not receive the paper", poverty, "missing", "Công an xã")
def not_received(d: Draft) -> None:
    d.duty(section(d, "TỔ CHỨC THỰC HIỆN"), "Công an xã rà soát nhân khẩu của hộ nghèo.", ["Công an xã"])


@case("no reporting date anywhere", province, "missing", "báo cáo")
def no_period(d: Draft) -> None:
    first = d.programme.assignments[0]
    old = "định kỳ trước ngày 15 tháng 12 hằng năm tổng hợp, báo cáo Ủy ban nhân dân tỉnh"
    respell(d, old, "tổng hợp, báo cáo Ủy ban nhân dân tỉnh".ljust(len(old) - 1, "x").replace("x", " ") + " ")
    assert "hằng năm" not in first.text


@case("a document cited without a date", commune, "missing", "33-KL/TW")
def undated(d: Draft) -> None:
    d.text("Thực hiện Kết luận số 33-KL/TW của Ban Bí thư về đạo đức cách mạng.")
    d.programme.references.append(Reference(number="33-KL/TW", kind="Kết luận"))


@case("a regulation that no row drafts", commune, "missing", "Quy chế quản lý chợ")
def undrafted(d: Draft) -> None:
    tasks = section(d, "Nhiệm vụ và giải pháp")
    name = d.task(tasks, "Xây dựng Quy chế quản lý chợ trung tâm và điểm tập kết nông sản.")
    d.deliverable("Quy chế", "Quy chế quản lý chợ trung tâm và điểm tập kết nông sản", tasks, name)


# Units


@case("a unit of the former district", commune, "stale_unit", "Ủy ban nhân dân huyện")
def district(d: Draft) -> None:
    d.row(section(d, "GIẢM NGHÈO VÀ VIỆC LÀM"), "02", "4", "Thẩm định hồ sơ vay vốn.", leads=["Ủy ban nhân dân huyện"])


@case("a department merged away", province, "stale_unit", "Sở Kế hoạch và Đầu tư")
def merged(d: Draft) -> None:
    d.duty(section(d, "TỔ CHỨC THỰC HIỆN"), "Sở Kế hoạch và Đầu tư cân đối vốn.", ["Sở Kế hoạch và Đầu tư"], "4. ")


# Slips


@case("a doubled word", commune, "ocr", "theo theo nguyên")
def doubled(d: Draft) -> None:
    respell(d, "hộ nghèo theo nguyên nhân", "hộ, theo theo nguyên nhân")


@case("a known confusion", commune, "ocr", "xây dụng")
def confusion(d: Draft) -> None:
    d.text("Tiếp tục xây dụng đời sống văn hóa ở khu dân cư.")


@case("no syllable of Vietnamese", commune, "ocr", "nghiêpj")
def no_syllable(d: Draft) -> None:
    d.text("Khuyến khích phát triển nông nghiêpj hữu cơ.")


@case("a lonely quotation mark", commune, "ocr", "Sạch từ nhà")
def lonely(d: Draft) -> None:
    d.task(section(d, "Nhiệm vụ và giải pháp"), "Phát động cuộc thi “Sạch từ nhà ra ngõ ở mười hai thôn.")


@case("a lonely bracket", commune, "ocr", "(kể cả")
def bracket(d: Draft) -> None:
    d.task(section(d, "Nhiệm vụ và giải pháp"), "Kiểm kê đất công ích (kể cả đất bãi bồi ven sông để cho thuê.")


def matching(found: list[Finding], kind: str, quotes: list[str]) -> list[Finding]:
    """Return the findings of `kind` whose quotes hold each of `quotes`."""
    return [f for f in found if f.kind == kind and all(any(q in w for w in f.where) for q in quotes)]


@pytest.mark.parametrize(("paper", "kind", "quotes", "plant"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_planted_fault_is_found_and_little_else(
    paper: Callable[[], Draft], kind: str, quotes: list[str], plant: Plant
) -> None:
    draft = paper()
    plant(draft)
    found = find(draft.programme)
    hits = matching(found, kind, quotes)
    assert hits, [(f.kind, f.why, f.where) for f in found]
    others = [(f.kind, f.why, f.where) for f in found if f not in hits]
    assert len(others) <= 1, others
    text = draft.programme.text
    for finding in hits:
        assert finding.why.endswith(".")
        assert finding.spans
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(text)


def test_every_kind_of_finding_is_planted() -> None:
    assert {c[2] for c in CASES} == {"contradiction", "duplicate", "numbering", "missing", "stale_unit", "ocr"}


def test_measures_of_growth_are_not_compared_with_levels() -> None:
    draft = poverty()
    draft.target(
        section(draft, "CHỈ TIÊU"),
        "5.",
        "Hằng năm, thu ngân sách xã tăng bình quân 8%/năm giai đoạn 2026-2030.",
        Measure(
            name="thu ngân sách xã", direction="increase", unit="%", period="average_over", year_from=2026, year_to=2030
        ),
    )
    draft.task(
        section(draft, "NHIỆM VỤ"),
        "Khai thác quỹ đất công để thu ngân sách xã đạt 20 tỷ đồng năm 2030.",
        number("thu ngân sách xã", "20", "tỷ đồng"),
    )
    assert not [f for f in find(draft.programme) if f.kind == "contradiction" and len(f.where) > 1]
