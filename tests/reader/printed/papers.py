"""Invented papers of the genre and the looks in which the programs print them."""

from __future__ import annotations

from reader.printed.model import Block, Cell, Columns, Look, Paper, Sides, Table, Text, Turn

PARTY = Sides(
    ["ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", "ĐẢNG ỦY PHƯỜNG TÂN THỊNH", "*", "Số 05-CTr/ĐU"],
    ["ĐẢNG CỘNG SẢN VIỆT NAM", "", "", "Tân Thịnh, ngày 18 tháng 10 năm 2025"],
    share=46,
)
STATE = Sides(
    ["ỦY BAN NHÂN DÂN", "PHƯỜNG HÒA LẠC", "Số:       /KH-UBND"],
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hòa Lạc, ngày     tháng 01 năm 2026"],
    share=38,
)
SIGNED_BY_STATE = Sides(
    ["Nơi nhận:", "- UBND thành phố (để báo cáo);", "- Thường trực Đảng ủy, HĐND phường;", "- Chủ tịch, các Phó Chủ tịch UBND phường;",
     "- Các phòng, ban, đơn vị thuộc phường;", "- Lưu: VT, KT."],
    ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "Lê Thị Minh Ngọc"],
    share=50,
)  # fmt: skip
SIGNED_BY_PARTY = Sides(
    ["Nơi nhận:", "- Thường trực Thành ủy,", "- Các ban xây dựng Đảng Thành ủy,", "- Các chi bộ, đảng bộ bộ phận trực thuộc,",
     "- Lưu Văn phòng Đảng ủy."],
    ["T/M BAN CHẤP HÀNH", "BÍ THƯ", "", "", "", "Đoàn Văn Khải"],
    share=54,
)  # fmt: skip
OPENING = [
    Text("Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ phường lần thứ I, nhiệm kỳ 2025 - 2030 và Chương trình hành động số 12-CTr/TU ngày 20/9/2025 của Ban Chấp hành Đảng bộ thành phố, phường ban hành kế hoạch với những nội dung sau:"),
    Text("I. MỤC ĐÍCH, YÊU CẦU", bold=True),
    Text("1. Cụ thể hóa đầy đủ các mục tiêu, chỉ tiêu, nhiệm vụ và giải pháp đã được Đại hội thông qua; xác định rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm và rõ thẩm quyền của từng cơ quan, đơn vị."),
    Text("2. Việc tổ chức thực hiện phải đồng bộ, kịp thời, có trọng tâm, trọng điểm; gắn với kiểm tra, giám sát và sơ kết, tổng kết hằng năm."),
    Text("II. CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030", bold=True),
    Text("- Tốc độ tăng giá trị sản xuất bình quân đạt từ 13,5%/năm trở lên."),
    Text("- Thu nhập bình quân đầu người đến năm 2030 đạt 135 triệu đồng/người/năm."),
    Text("- Phấn đấu không còn hộ nghèo theo chuẩn nghèo đa chiều giai đoạn 2026 - 2030."),
    Text("- Tỷ lệ chất thải rắn sinh hoạt được phân loại tại nguồn đạt 80% vào năm 2028 và 100% vào năm 2030."),
    Text("III. NHIỆM VỤ VÀ GIẢI PHÁP", bold=True),
    Text("1. Phát triển kinh tế nhanh và bền vững", bold=True),
    Text("a) Rà soát, điều chỉnh quy hoạch các khu dân cư, khu thương mại dịch vụ ven sông; tạo điều kiện thuận lợi để doanh nghiệp, hộ kinh doanh mở rộng đầu tư, ứng dụng công nghệ mới vào sản xuất."),
    Text("b) Tăng cường quản lý thu, chi ngân sách; phấn đấu thu ngân sách trên địa bàn hằng năm vượt từ 10% trở lên so với dự toán được giao."),
    Text("2. Chăm lo đời sống nhân dân, bảo đảm an sinh xã hội", bold=True),
    Text("Thực hiện tốt các chính sách đối với người có công; huy động các nguồn lực xóa nhà tạm, nhà dột nát trước ngày 31/12/2026. Nâng cao chất lượng khám, chữa bệnh ban đầu tại trạm y tế phường."),
    Text("Các trường học trên địa bàn tiếp tục đổi mới phương pháp dạy và học; giữ vững kết quả phổ cập giáo dục mầm non cho trẻ em 5 tuổi, tiểu học và trung học cơ sở ở mức độ cao nhất."),
]  # fmt: skip
CLOSING = [
    Text("IV. TỔ CHỨC THỰC HIỆN", bold=True),
    Text("1. Văn phòng HĐND và UBND phường chủ trì theo dõi, đôn đốc; tổng hợp kết quả báo cáo Chủ tịch UBND phường trước ngày 20 của tháng cuối quý."),
    Text("2. Các phòng, ban, đơn vị căn cứ nhiệm vụ được giao xây dựng kế hoạch cụ thể, hoàn thành trước ngày 28/02/2026."),
    Text("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về Ủy ban nhân dân phường để được xem xét, giải quyết./."),
]  # fmt: skip
TITLE = [
    Text("KẾ HOẠCH", align="center", bold=True),
    Text(
        "Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ phường\nlần thứ I, nhiệm kỳ 2025 - 2030",
        align="center",
        bold=True,
    ),
]
ANNEX = [
    Text("PHỤ LỤC I", align="center", bold=True),
    Text("DANH MỤC NHIỆM VỤ TRỌNG TÂM\nTHỰC HIỆN TRONG GIAI ĐOẠN 2026 - 2030", align="center", bold=True),
    Text("(Kèm theo Kế hoạch của Ủy ban nhân dân phường)", align="center", italic=True),
]
HEAD = [
    [
        Cell("TT"),
        Cell("Nội dung nhiệm vụ"),
        Cell("Đơn vị chủ trì"),
        Cell("Đơn vị phối hợp"),
        Cell("Thời gian hoàn thành"),
    ]
]
WIDTHS = [7, 39, 20, 19, 15]
WORKS: list[tuple[str, str, str, str, str]] = [
    ("Xây dựng Đề án phát triển kinh tế ban đêm khu vực bến Bính", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường; các tổ dân phố", "Quý II/2026", "Đề án"),
    ("Rà soát, bổ sung quy hoạch chi tiết các khu dân cư mới; công khai quy hoạch để nhân dân biết, giám sát", "Phòng Kinh tế, Hạ tầng và Đô thị", "Các đơn vị liên quan", "31/12/2026", "Quyết định"),
    ("Cải tạo, nâng cấp vỉa hè, hệ thống chiếu sáng các tuyến đường Trần Phú, Lê Lợi, Nguyễn Trãi:\n- Giai đoạn 1: khảo sát, lập dự án;\n- Giai đoạn 2: thi công, nghiệm thu.", "Ban Quản lý dự án", "Phòng Kinh tế, Hạ tầng và Đô thị", "2026 - 2027", "Công trình"),
    ("Tổ chức tập huấn kỹ năng số cho cán bộ, công chức và thành viên tổ công nghệ số cộng đồng", "Phòng Văn hóa - Xã hội", "Đoàn Thanh niên", "Hằng năm", "04 lớp"),
    ("Số hóa toàn bộ hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực", "Trung tâm Phục vụ hành chính công", "Các phòng chuyên môn", "Quý IV/2026", "Kho dữ liệu"),
    ("Hỗ trợ xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo, gia đình chính sách trên địa bàn phường", "Ủy ban MTTQ Việt Nam phường", "Phòng Văn hóa - Xã hội", "Tháng 6/2026", "Báo cáo"),
    ("Duy trì kết quả phổ cập giáo dục; phấn đấu 100% trường đạt chuẩn quốc gia", "Phòng Văn hóa - Xã hội", "Các trường học", "2030", "Quyết định công nhận"),
    ("Kiểm tra, xử lý dứt điểm các trường hợp lấn chiếm lòng đường, vỉa hè, hành lang an toàn giao thông", "Công an phường", "Các tổ dân phố", "Thường xuyên", "Báo cáo quý"),
    ("Xây dựng mô hình “Tuyến phố văn minh, an toàn, thân thiện”", "Hội Liên hiệp Phụ nữ phường", "Hội Cựu chiến binh", "Quý III/2027", "Mô hình"),
    ("Diễn tập chiến đấu trong khu vực phòng thủ; huấn luyện lực lượng dân quân theo kế hoạch", "Ban Chỉ huy Quân sự phường", "Công an phường", "Tháng 9 hằng năm", "Kế hoạch"),
    ("Thu gom, phân loại chất thải rắn sinh hoạt tại nguồn", "Phòng Kinh tế, Hạ tầng và Đô thị", "Hội Nông dân", "2028", "Báo cáo"),
    ("Kết nạp đảng viên mới; thành lập tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước", "Ban Xây dựng Đảng", "Các chi bộ", "Hằng năm", "Báo cáo"),
    ("Lập kế hoạch phòng cháy, chữa cháy cho các chợ, khu tập thể cũ và nhà trọ", "Công an phường", "Ban quản lý chợ", "Quý I/2026", "Kế hoạch"),
    ("Tổ chức Đại hội Thể dục thể thao phường lần thứ I", "Phòng Văn hóa - Xã hội", "Các trường học; các tổ dân phố", "Quý III/2026", "Đại hội"),
]  # fmt: skip


def plain_rows(number: int = 14) -> list[list[str | Cell]]:
    """Return rows of five columns numbered from 1."""
    return [[str(n), *work[:4]] for n, work in enumerate(WORKS[:number], start=1)]


def table(ruling: str = "full", number: int = 14, repeats: bool = True) -> Table:
    """Return the simple table of tasks."""
    return Table(HEAD, plain_rows(number), WIDTHS, ruling, repeats)  # type: ignore[arg-type]


def grouped(ruling: str = "full", repeats: bool = True) -> Table:
    """Return a table with a head over two rows, groups I and II over the whole width, and a merged cell."""
    head = [
        [Cell("STT", high=2), Cell("Nội dung nhiệm vụ", high=2), Cell("Cơ quan thực hiện", wide=2), Cell("Thời gian hoàn thành", high=2),
         Cell("Sản phẩm", high=2)],
        [Cell("Chủ trì"), Cell("Phối hợp")],
    ]  # fmt: skip
    rows: list[list[str | Cell]] = []
    for label, title, works in (
        ("I", "LĨNH VỰC KINH TẾ, ĐÔ THỊ", WORKS[:5]),
        ("II", "LĨNH VỰC VĂN HÓA - XÃ HỘI", WORKS[5:]),
    ):
        rows.append([label, Cell(title, wide=5)])
        rows += [[str(n), *work] for n, work in enumerate(works, start=1)]
    rows.append([Cell("", wide=1), Cell("Tổng cộng: 14 nhiệm vụ", wide=5)])
    return Table(head, rows, [7, 33, 18, 16, 13, 13], ruling, repeats)  # type: ignore[arg-type]


def narrow() -> Table:
    """Return a table of eight narrow columns with years."""
    head = [
        [Cell("TT", high=2), Cell("Chỉ tiêu", high=2), Cell("Đơn vị tính", high=2), Cell("Kế hoạch từng năm", wide=5)],
        [Cell(str(year)) for year in range(2026, 2031)],
    ]
    figures = [
        ("Thu nhập bình quân đầu người", "Triệu đồng", "88", "97,5", "108", "121", "135"),
        ("Tỷ lệ hộ dân dùng nước sạch", "%", "98", "98,5", "99", "99,5", "100"),
        ("Kết nạp đảng viên mới", "Đảng viên", "25", "25", "26", "27", "30"),
        ("Thu ngân sách trên địa bàn", "Tỷ đồng", "1.250", "1.380", "1.520", "1.670", "1.840"),
    ]
    rows: list[list[str | Cell]] = [[str(n), *row] for n, row in enumerate(figures, start=1)]
    return Table(head, rows, [7, 30, 13, 10, 10, 10, 10, 10])


def state(name: str, annex: list[Block], look: Look, landscape: bool = False) -> Paper:
    """Return a plan of a People's Committee with an appendix."""
    blocks: list[Block] = [STATE, *TITLE, *OPENING, *CLOSING, SIGNED_BY_STATE, Turn(landscape), *ANNEX, *annex]
    return Paper(name, blocks, look)


def party(name: str, annex: list[Block], look: Look, landscape: bool = False) -> Paper:
    """Return a programme of a Party committee with an appendix."""
    blocks: list[Block] = [PARTY, *TITLE, *OPENING, *CLOSING, SIGNED_BY_PARTY, Turn(landscape), *ANNEX, *annex]
    return Paper(name, blocks, look)


NOTED = [
    *OPENING[2:14],
    Text(
        "Đến năm 2030, diện tích cây xanh đạt 12 m² mỗi người; đất công viên tăng 45.000 m², bao gồm cả khu vực ven sông.",
        note="Theo Quyết định số 88/QĐ-UBND ngày 05/02/2024 của Ủy ban nhân dân thành phố về việc phê duyệt quy hoạch công viên, cây xanh; số liệu tính đến hết năm 2024.",
    ),
]
BROWSER = [
    state("browser-ruled", [grouped()], Look(foot="{n}")),
    state("browser-landscape", [table("horizontal")], Look(font="Liberation Sans", size=13, indent=False), True),
    party("browser-borderless", [table("none")], Look(indent=False, justify=False)),
    party("browser-spaced", [table("shaded", repeats=False)], Look(font="DejaVu Serif", size=12, leading=1.5, spacing=0.6)),
    state("browser-watermark", [narrow(), table("full", 9)], Look(watermark="DỰ THẢO LẦN 2", stamp=True, head="UBND PHƯỜNG HÒA LẠC", foot="Trang {n}/{all}")),
    party("browser-decomposed", [table("full", 6)], Look(font="DejaVu Sans", size=11, decomposed=True)),
    Paper("browser-columns", [STATE, *TITLE, Columns(OPENING), *CLOSING, SIGNED_BY_STATE], Look(size=12)),
    Paper("browser-notes", [PARTY, *TITLE, *CLOSING, SIGNED_BY_PARTY, *NOTED], Look()),
]  # fmt: skip
OFFICE = [
    state("office-ruled", [grouped(repeats=False)], Look(foot="{n}"), True),
    party("office-borderless", [table("none")], Look(foot="Trang {n}/{all}", head="Đảng ủy phường Tân Thịnh")),
    state("office-horizontal", [table("horizontal"), narrow()], Look(indent=False, leading=1.5)),
    party("office-columns", [table("shaded", 7, repeats=False)], Look(font="Liberation Sans", size=12, spacing=0.4)),
    state("office-sheet", [grouped("none")], Look(size=13), True),
]
DRAWN = [
    state("drawn-ruled", [grouped()], Look(font="DejaVu Serif", size=12, foot="- {n} -", head="Kế hoạch của UBND phường Hòa Lạc"), True),
    party("drawn-borderless", [table("none")], Look(font="DejaVu Serif", size=11, foot="Trang {n}/{all}")),
    state("drawn-horizontal", [grouped("horizontal")], Look(font="DejaVu Sans", size=11, indent=False, watermark="DỰ THẢO"), True),
    party("drawn-years", [narrow(), table("shaded", repeats=False)], Look(font="DejaVu Sans", size=11, leading=1.4, justify=False)),
]  # fmt: skip
