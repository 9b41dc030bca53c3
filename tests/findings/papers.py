"""Whole small papers without a fault: a rural commune's programme, a province's plan, a commune's poverty programme."""

from __future__ import annotations

from .drafting import Draft, number, rate


def commune() -> Draft:
    """Draft the action programme of a rural commune: two chapters, targets, tasks, assignments, two appendices."""
    d = Draft()
    d.text(
        "Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ I, Ban Chấp hành Đảng bộ xã xây dựng Chương trình hành động."
    )
    a = d.section("purpose", "A", "MỤC ĐÍCH, YÊU CẦU")
    d.text("Gắn thực hiện với Nghị quyết số 19-NQ/TW ngày 16/6/2022 về nông nghiệp, nông dân, nông thôn;")
    d.text("Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ.")
    b = d.section("group", "B", "NỘI DUNG CHƯƠNG TRÌNH (chi tiết tại các phụ lục kèm theo)")
    assert a
    one = d.section("group", "I", "PHÁT TRIỂN NÔNG NGHIỆP VÀ NÔNG THÔN MỚI", b)
    t = d.section("indicators", "1", "Chỉ tiêu", one)
    d.target(
        t,
        "(1)",
        "Đến năm 2030, có ít nhất 12 sản phẩm OCOP đạt từ 3 sao trở lên.",
        number("sản phẩm OCOP đạt từ 3 sao trở lên", "12", "sản phẩm OCOP"),
    )
    d.target(
        t,
        "(2)",
        "Hằng năm, diện tích lúa chất lượng cao đạt 450 ha.",
        number("diện tích lúa chất lượng cao", "450", "ha", "annual"),
    )
    d.target(
        t,
        "(3)",
        "Đến năm 2028, xã đạt chuẩn nông thôn mới nâng cao.",
        number("xã đạt chuẩn nông thôn mới nâng cao", None, "", "by_year", 2028, direction="qualitative"),
    )
    w = d.section("tasks", "2", "Nhiệm vụ và giải pháp", one)
    d.task(w, "Hỗ trợ chủ thể hoàn thiện hồ sơ, bao bì và truy xuất nguồn gốc cho sản phẩm OCOP của địa phương.")
    d.task(w, "Quy hoạch vùng trồng lúa chất lượng cao, liên kết với doanh nghiệp bao tiêu.")
    d.task(w, "Vận động người dân hiến đất mở rộng đường trục thôn để đạt chuẩn nông thôn mới nâng cao.")
    p = d.section("assignment", "3", "Phân công thực hiện", one)
    d.duty(
        p, "Giao Phòng Kinh tế chủ trì, hằng quý báo cáo kết quả thực hiện với Thường trực Đảng ủy.", ["Phòng Kinh tế"]
    )
    two = d.section("group", "II", "VĂN HÓA, XÃ HỘI VÀ GIẢM NGHÈO", b)
    t = d.section("indicators", "1", "Chỉ tiêu", two)
    d.target(
        t,
        "(1)",
        "Đến năm 2030, tỷ lệ hộ nghèo đa chiều còn dưới 1,5%.",
        rate("tỷ lệ hộ nghèo đa chiều", None, high="1.5", direction="below"),
    )
    d.target(
        t,
        "(2)",
        "Hằng năm, giải quyết việc làm cho 200 lao động.",
        number("giải quyết việc làm", "200", "lao động", "annual"),
    )
    d.target(
        t,
        "(3)",
        "Đến năm 2030, tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 35%.",
        rate("tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", "35"),
    )
    d.target(t, "(4)", "Đến năm 2030, tỷ lệ lao động qua đào tạo đạt 78%.", rate("tỷ lệ lao động qua đào tạo", "78"))
    w = d.section("tasks", "2", "Nhiệm vụ và giải pháp", two)
    d.task(w, "Rà soát, phân loại hộ nghèo theo nguyên nhân để có cách hỗ trợ phù hợp từng hộ.")
    d.task(w, "Mở lớp đào tạo nghề ngắn hạn, tư vấn giới thiệu việc làm cho lao động nông thôn.")
    d.task(w, "Tu sửa đình làng, nhà văn hóa thôn và tổ chức lễ hội truyền thống tiết kiệm, an toàn.")
    p = d.section("assignment", "3", "Phân công thực hiện", two)
    d.duty(
        p,
        "Giao Phòng Văn hóa - Xã hội chủ trì, hằng quý báo cáo kết quả thực hiện với Thường trực Đảng ủy.",
        ["Phòng Văn hóa - Xã hội"],
    )
    c = d.section("organisation", "C", "TỔ CHỨC THỰC HIỆN")
    d.duty(c, "Ủy ban nhân dân xã ban hành kế hoạch trước ngày 31/12/2025.", ["Ủy ban nhân dân xã"], "1. ")
    d.duty(c, "Mặt trận Tổ quốc xã vận động Nhân dân hưởng ứng các phong trào.", ["Mặt trận Tổ quốc xã"], "2. ")
    d.duty(
        c,
        "Văn phòng Đảng ủy theo dõi, tổng hợp việc thực hiện, hằng năm báo cáo Ban Thường vụ Đảng ủy.",
        ["Văn phòng Đảng ủy"],
        "3. ",
    )
    d.recipients(
        "Thường trực Tỉnh ủy (để báo cáo)", "Các phòng, ban, ngành xã", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"
    )
    x = d.appendix("01", "SẢN PHẨM OCOP VÀ NÔNG THÔN MỚI")
    d.row(
        x,
        "01",
        "1",
        "Xây dựng hồ sơ sản phẩm OCOP, phấn đấu đến năm 2030 có 12 sản phẩm OCOP đạt từ 3 sao trở lên.",
        number("sản phẩm OCOP đạt từ 3 sao trở lên", "12", "sản phẩm OCOP"),
    )
    d.row(x, "01", "2", "Mở rộng diện tích lúa chất lượng cao tại cánh đồng Bãi Sậy.")
    d.row(x, "01", "3", "Hoàn thành các tiêu chí nông thôn mới nâng cao.", finish="2028")
    x = d.appendix("02", "GIẢM NGHÈO VÀ VIỆC LÀM")
    d.row(x, "02", "1", "Hỗ trợ hộ nghèo đa chiều vay vốn, sửa nhà ở.")
    d.row(
        x,
        "02",
        "2",
        "Mở phiên giao dịch giải quyết việc làm cho lao động.",
        start=None,
        finish=None,
        recurrence="annual",
        time_text="Hằng năm",
    )
    d.row(x, "02", "3", "Đào tạo nghề cho lao động theo nhu cầu của doanh nghiệp, cấp bằng, chứng chỉ.")
    return d


def province() -> Draft:
    """Draft the plan of a province's People's Committee: no appendix, work by department."""
    d = Draft(
        number="215/KH-UBND",
        issuer="Ủy ban nhân dân tỉnh",
        title="Kế hoạch",
        about="phát triển kinh tế tuần hoàn đến năm 2030",
        term=None,
        date="2026-01-20",
    )
    d.text(
        "Căn cứ Quyết định số 222/QĐ-TTg ngày 23/01/2025 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch."
    )
    d.section("purpose", "I", "MỤC ĐÍCH, YÊU CẦU")
    d.text("Bảo đảm thực hiện đồng bộ, đúng thời hạn, rõ trách nhiệm.")
    t = d.section("indicators", "II", "MỤC TIÊU ĐẾN NĂM 2030")
    d.target(
        t,
        None,
        "Tỷ lệ chất thải rắn sinh hoạt được tái chế đạt 30%.",
        rate("tỷ lệ chất thải rắn sinh hoạt được tái chế", "30", "unspecified"),
    )
    d.target(
        t,
        None,
        "Tỷ lệ nước thải công nghiệp được tái sử dụng đạt 20%.",
        rate("tỷ lệ nước thải công nghiệp được tái sử dụng", "20", "unspecified"),
    )
    d.target(
        t,
        None,
        "Hình thành 03 khu công nghiệp sinh thái.",
        number("khu công nghiệp sinh thái", "3", "khu công nghiệp sinh thái", "unspecified"),
    )
    w = d.section("tasks", "III", "NHIỆM VỤ VÀ GIẢI PHÁP")
    d.task(
        w,
        "Đầu tư dây chuyền phân loại, tái chế chất thải rắn sinh hoạt tại ba khu liên hợp.",
        leads=["Sở Nông nghiệp và Môi trường"],
        finish="2028",
    )
    d.task(
        w,
        "Thu phí thoát nước theo lượng thải, khuyến khích tái sử dụng nước thải công nghiệp sau xử lý.",
        leads=["Sở Xây dựng"],
        finish="2027",
    )
    d.task(
        w,
        "Chuyển đổi các khu công nghiệp hiện có sang khu công nghiệp sinh thái theo lộ trình.",
        leads=["Ban Quản lý các khu công nghiệp"],
        finish="2030",
    )
    d.task(w, "Xây dựng bộ chỉ số theo dõi kinh tế tuần hoàn của tỉnh.", leads=["Thống kê tỉnh"], finish="2026")
    d.task(
        w,
        "Lồng ghép nội dung kinh tế tuần hoàn vào chương trình học phổ thông.",
        leads=["Sở Giáo dục và Đào tạo"],
        finish="2027",
    )
    c = d.section("organisation", "IV", "TỔ CHỨC THỰC HIỆN")
    d.duty(
        c,
        "Sở Nông nghiệp và Môi trường là cơ quan đầu mối, định kỳ trước ngày 15 tháng 12 hằng năm tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
        ["Sở Nông nghiệp và Môi trường"],
        "1. ",
    )
    d.duty(c, "Sở Tài chính bố trí kinh phí theo phân cấp ngân sách.", ["Sở Tài chính"], "2. ")
    d.duty(
        c,
        "Ủy ban nhân dân các xã, phường triển khai trên địa bàn mình quản lý.",
        ["Ủy ban nhân dân các xã, phường"],
        "3. ",
    )
    d.recipients("Thường trực Tỉnh ủy", "Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường", "Lưu: VT, NNMT")
    return d


def poverty() -> Draft:
    """Draft a commune's poverty programme with targets by year."""
    d = Draft(number="07-CTr/ĐU", about="giảm nghèo bền vững giai đoạn 2026-2030")
    d.text("Ban Thường vụ Đảng ủy xã ban hành Chương trình giảm nghèo bền vững giai đoạn 2026-2030 như sau:")
    t = d.section("indicators", "I", "CHỈ TIÊU")
    d.target(
        t,
        "1.",
        "Đến năm 2027, tỷ lệ hộ nghèo còn dưới 5%.",
        rate("tỷ lệ hộ nghèo", None, "by_year", 2027, high="5", direction="below"),
    )
    d.target(
        t,
        "2.",
        "Đến năm 2030, tỷ lệ hộ nghèo còn dưới 2%.",
        rate("tỷ lệ hộ nghèo", None, "by_year", 2030, high="2", direction="below"),
    )
    d.target(
        t,
        "3.",
        "Hằng năm, xóa ít nhất 15 nhà tạm, nhà dột nát.",
        number("nhà tạm, nhà dột nát", "15", "nhà tạm", "annual"),
    )
    d.target(
        t,
        "4.",
        "Đến năm 2030, tỷ lệ hộ dân được dùng nước hợp vệ sinh đạt 98%, trong đó nước sạch 70%.",
        rate("tỷ lệ hộ dân được dùng nước hợp vệ sinh", "98"),
    )
    w = d.section("tasks", "II", "NHIỆM VỤ")
    d.task(w, "Điều tra, lập danh sách hộ nghèo, hộ cận nghèo trước ngày 30 tháng 11 mỗi năm.")
    d.task(w, "Huy động xã hội hóa và ngày công của thanh niên để xóa nhà tạm, nhà dột nát.")
    d.task(w, "Nâng cấp trạm cấp nước tập trung ở ba thôn vùng cao.")
    d.task(w, "Cho vay vốn tín dụng ưu đãi, hướng dẫn cách làm ăn, tiêu thụ nông sản.")
    d.task(w, "Giữ học sinh không bỏ học, cấp thẻ bảo hiểm y tế kịp thời.")
    c = d.section("organisation", "III", "TỔ CHỨC THỰC HIỆN")
    d.duty(
        c,
        "Ủy ban nhân dân xã chủ trì, sáu tháng một lần báo cáo kết quả, định kỳ hằng năm sơ kết.",
        ["Ủy ban nhân dân xã"],
    )
    d.duty(c, "Các chi bộ thôn vận động hộ khá giúp hộ nghèo trong thôn.", ["Các chi bộ thôn"])
    d.recipients("Ban Thường vụ Tỉnh ủy", "Ủy ban nhân dân xã", "Các chi bộ thôn", "Lưu")
    return d
