"""The words by which a figure is read: bounds, moves, predicates, labels, and where a noun phrase ends.

Sources: programme-format, conventions 6-12; otherwise the usage of programmes and plans of the field.
"""

from __future__ import annotations

from typing import Literal

Tag = Literal["ge", "gt", "lt", "le", "from", "approx", "inc", "dec", "down", "up", "reach", "has", "avg", "soft"]

LEAD: dict[str, Tag] = {
    **dict.fromkeys(
        ("ít nhất", "tối thiểu", "không dưới", "không thấp hơn", "không ít hơn", "thấp nhất", "đạt và vượt", "≥",
         "bằng hoặc cao hơn", "bằng và cao hơn", "ít nhất là", "tối thiểu là"), "ge"),
    **dict.fromkeys(("trên", "hơn", "cao hơn", "vượt", "vượt trên", ">", "lớn hơn", "nhiều hơn"), "gt"),
    **dict.fromkeys(("dưới", "thấp hơn", "<", "ít hơn", "nhỏ hơn"), "lt"),
    **dict.fromkeys(
        ("không quá", "tối đa", "cao nhất", "không vượt quá", "≤", "không vượt", "không cao hơn", "nhiều nhất",
         "không lớn hơn", "không trên", "tối đa là"), "le"),
    "từ": "from",
    **dict.fromkeys(("khoảng", "xấp xỉ", "gần", "ước", "ước khoảng", "ước tính", "~", "≈", "vào khoảng"), "approx"),
    **dict.fromkeys(("tăng", "tăng thêm", "tăng trưởng", "gia tăng", "tăng gấp"), "inc"),
    **dict.fromkeys(("giảm", "kéo giảm", "giảm thêm", "cắt giảm", "giảm bớt", "rút ngắn"), "dec"),
    **dict.fromkeys(("còn", "xuống", "xuống còn", "chỉ còn", "còn lại"), "down"),
    **dict.fromkeys(("lên", "lên đến", "lên tới", "lên mức"), "up"),
    **dict.fromkeys(
        ("đạt", "là", "chiếm", "bằng", "ở mức", "đạt mức", "đạt tỷ lệ", "đạt tỉ lệ", ":", "=", "đạt được",
         "với tỷ lệ", "gấp", "tỷ lệ đạt", "tỉ lệ đạt", "kết quả đạt", "đạt ở mức",
         "tương đương", "tương ứng", "ổn định ở mức", "duy trì ở mức", "giữ ở mức"), "reach"),
    **dict.fromkeys(("có", "có thêm"), "has"),
    **dict.fromkeys(("bình quân", "trung bình", "bình quân chung"), "avg"),
    **dict.fromkeys(
        ("mức", "duy trì", "và vượt", "luôn", "giữ vững", "giữ", "ổn định"), "soft"),
}  # fmt: skip
"""What may stand before a number, and how it binds it."""

GOAL_WORDS = (
    "phấn đấu", "phân đấu", "phân đầu", "phấn đầu", "phần đấu", "với mục tiêu", "hướng tới", "hướng đến", "đảm bảo",
    "bảo đảm", "hoàn thành", "duy trì", "giữ vững", "nhằm", "sao cho", "nâng", "đưa", "kéo giảm", "mục tiêu",
)  # fmt: skip
"""Words after which the thing that is promised begins."""

SUBJECT_STARTS = (
    "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "tỷ suất", "tỷ số", "tốc độ", "tổng", "số", "mức", "giá trị", "diện tích",
    "sản lượng", "năng suất", "chỉ số", "quy mô", "mật độ", "tuổi thọ", "doanh thu", "kim ngạch", "thu nhập", "thu ngân",
    "vốn", "lượng", "độ", "thời gian", "chỉ tiêu", "mỗi", "mọi", "công tác", "thu", "chiều dài", "chiều rộng", "tuổi",
)  # fmt: skip
"""Words with which the subject of a new figure begins after a comma."""

LEFT_STRIP = frozenset(
    (
        *GOAL_WORDS, "và", "-", "–", ",", "+", "để", "cho", "chỉ tiêu", "đạt", "có", "nâng cao", "tăng cường", "tiếp tục",
        "trong đó", "riêng", "cụ thể", "góp phần", "thì", "hoàn thành chỉ tiêu", "đồng thời", "trong", "ít nhất", "đã", "kiềm chế", "kìm chế",
        "mục tiêu", "là", "cả", ":", "phải", "cần", "sẽ", "để đạt", "từng bước", "khu vực có", "bao gồm", "gồm", "*", "•",
        "cùng với đó", "giúp", "bên cạnh đó", "ngoài ra", "qua đó", "toàn phường có", "toàn xã có", "phường có", "xã có", "nhất là",
        "trên cơ sở đó", "có được", "kịp thời", "tập trung", "cơ bản", "thực hiện chỉ tiêu", "chỉ tiêu về", "số còn lại",
    )
)  # fmt: skip
"""Words that are no part of a name when they stand at its beginning."""

RIGHT_STRIP = frozenset(
    (
        ",", "và", "-", "–", ":", "(", "là", "đạt", "có", "ít nhất", "được", "phấn đấu", "phân đấu", "phân đầu",
        "phấn đầu", "đảm bảo", "bảo đảm", "duy trì", "ở mức", "mức", "đến", "cho", "thì", "phải", "đều", "luôn", "từ",
        "thêm", "chiếm", "ước", "gấp", "ổn định", "xong", "quy mô", "có quy mô", "khoảng", "cả", "trong", "với", "tỷ lệ đạt",
    )
)  # fmt: skip
"""Words that are no part of a name when they stand at its end."""

EMPTY_VERBS = frozenset(
    (
        "thành lập", "thành lập mới", "xây dựng", "thực hiện", "hình thành", "hoàn thành", "có", "đạt",
        "bảo đảm", "đảm bảo", "phát triển", "xây dựng mới", "xây dựng được",
        "phấn đấu", "duy trì", "duy trì hoạt động", "thành lập được", "xây dựng và", "và", "triển khai", "tiến hành",
        "thành lập thêm", "xây dựng thêm", "giữ vững", "xây", "giảm", "tăng", "tăng thêm", "giới thiệu",
        "có thêm", "mới", "được", "thêm", "ra mắt", "đưa vào hoạt động", "đưa vào sử dụng", "đưa vào khai thác", "đưa vào vận hành", "đăng ký", "tổ chức thực hiện", "xây dụng", "toàn bộ",
    )
)  # fmt: skip
"""Verbs that only say that the thing is to come about; the name is then the thing."""

ACTION_VERBS = frozenset(
    (
        "xử lý", "giải quyết", "cải tạo", "sửa chữa", "nâng cấp", "đào tạo", "bồi dưỡng", "tạo", "trồng", "lắp đặt",
        "thu hút", "hỗ trợ", "vận động", "công nhận", "tuyên truyền", "phân loại", "thu gom", "kiểm tra", "giám sát",
        "khám", "điều tra", "rà soát", "cấp", "số hóa", "số hoá", "dứt điểm", "triệt để", "kịp thời", "chuyển đổi", "xóa",
        "xoá", "xóa bỏ", "đầu tư", "mở rộng", "tiếp nhận", "quản lý", "cai nghiện", "tập huấn", "huy động", "đón",
        "giới thiệu", "cập nhật", "tham gia", "ứng dụng", "áp dụng", "thu", "bố trí", "trang bị", "lập", "đưa", "chuyển",
        "phủ", "phủ xanh", "quy hoạch", "phê duyệt", "thực hiện", "triển khai", "thẩm định", "phát hiện", "ngăn chặn",
        "sắp xếp", "bàn giao", "chuyển giao", "chỉnh trang", "bê tông hóa", "nhựa hóa", "kiên cố hóa", "tạo việc làm",
        "giải quyết việc làm", "tổ chức", "xây dựng", "thành lập", "kết nạp", "phát triển", "hình thành", "mở", "hoàn thành",
        "tạo việc làm mới", "giải quyết việc làm cho", "cho", "được", "mới", "thêm", "và", ",", "bóc gỡ", "khai giảng",
        "xây mới", "xây", "hoàn thiện", "cung cấp", "đăng ký", "cứng hóa", "kết nối", "chăm sóc", "tặng", "trao", "biểu dương",
        "khen thưởng", "tư vấn", "tổ chức được", "đề nghị", "giám sát chuyên đề", "kiểm tra chuyên đề", "đào tạo nghề", "đào tạo nghề cho", "tiết kiệm", "đánh giá", "công bố", "nghiên cứu", "lựa chọn",
        "tuyển chọn", "bầu", "bán", "bổ sung", "luân chuyển", "mua sắm", "khai thác", "trồng mới", "nạo vét", "tôn tạo", "trùng tu",
        "phục dựng", "di dời", "thăm hỏi", "tặng quà", "tiêm phòng", "cho vay", "huấn luyện", "kêu gọi", "cấp đổi", "phát hành", "biên soạn",
        "chiếu sáng", "tuyển dụng", "thu hồi", "duy tu", "giải phóng", "bảo tồn",
        "tập trung sản xuất", "đăng", "đăng tải", "thay thế", "xếp hạng", "xếp hạng thêm", "tu bổ", "hợp đồng", "tinh giản", "khôi phục", "phục hồi", "khoanh nuôi", "khuyến khích", "yêu cầu", "chỉ đạo", "tạo điều kiện", "động viên", "đôn đốc", "đón và phục vụ", "củng cố", "bảo vệ", "khoán bảo vệ", "giao khoán", "nhân rộng ra", "tu sửa", "kiên cố hóa", "cứng hóa", "giao đất", "cấp mới", "thí điểm", "xét", "nhân rộng", "sáp nhập", "đầu tư xây dựng", "đầu tư xây dựng mới", "kiện toàn", "cử", "tái canh", "thâm canh", "vững chắc", "phủ sóng", "chuyển hóa", "chuyển hoá", "thành công", "kết nạp mới", "kết nạp được", "phát triển mới",
    )
)  # fmt: skip
"""Verbs that say what is done to the counted thing; the name keeps them."""

LABEL_BEFORE = frozenset(
    (
        "số", "điều", "khoản", "điểm", "mục", "phần", "chương", "phụ lục", "biểu", "bảng", "nghị quyết", "quyết định",
        "kết luận", "chỉ thị", "quy định", "đề án", "thông tư", "nghị định", "luật", "công văn", "kế hoạch", "chương trình",
        "hướng dẫn", "lớp", "khóa", "khoá", "thứ", "lần thứ", "mức độ", "cấp độ", "cấp", "loại", "hạng", "nhóm", "quý",
        "tháng", "ngày", "tổ", "thôn", "xóm", "ấp", "khu", "khối", "đường", "quốc lộ", "tỉnh lộ", "trang", "tuần", "kỳ",
        "bước", "phiên bản", "version", "công nghệ", "iso", "tcvn", "trung ương", "vùng", "thế kỷ", "tuyến", "phố", "phường",
        "xã", "quận", "huyện", "chi bộ", "đội", "cụm", "tốp", "top", "hội nghị", "web", "kỹ năng", "cách mạng", "bậc",
        "giai đoạn", "nhiệm kỳ", "năm", "giờ", "hồi", "đt", "điện thoại", "fax", "tiêu chí", "chỉ tiêu", "nhiệm vụ", "covid",
        "quy chuẩn", "tiêu chuẩn", "ngõ", "lô", "thửa", "km", "mức", "chuẩn", "chương trình số", "tầm nhìn", "định hướng",
        "phiên", "qua", "cổng", "nhà số", "trạm số", "khu phố", "tổ dân phố", "tập", "hệ thống", "cơ sở dữ liệu",
        "đảng viên", "phần mềm", "thế hệ", "dịp", "kỷ niệm", "lễ", "vị trí thứ", "vị trí", "xếp thứ", "bình quân",
    )
)  # fmt: skip
"""Nouns whose following bare number is a label, an ordinal or a date, never a count."""

STRUCTURE_UNITS = frozenset(
    (
        "nhiệm vụ", "giải pháp", "khâu", "đột phá", "trụ cột", "chương trình", "mục tiêu", "quan điểm", "nội dung",
        "nghị quyết", "chức năng", "cấp", "chiều", "bên", "nhà", "không", "có", "rõ", "tại", "tốt", "trước", "cùng", "sạch",
        "an", "xanh", "dám", "lĩnh vực", "vấn đề", "bước", "phần", "chỉ tiêu", "nhóm", "tiêu chí", "nguyên tắc", "yêu cầu",
        "phương châm", "biết", "phong trào", "luật", "khối", "hình thức", "loại hình", "ngành", "cuộc vận động",
        "phương diện", "văn bản", "thứ", "đồng hành", "đẩy", "nhanh", "tăng", "giảm", "chống",
    )
)  # fmt: skip
"""What papers number when they speak of their own parts or in slogans ("04 khâu đột phá", "3 không")."""

TURNS = frozenset(("lần", "đợt", "kỳ", "cuộc", "buổi"))
"""Units that say how often a thing is done."""

DURATION_UNITS = frozenset(("năm", "tháng", "ngày", "giờ", "phút", "giây", "tuần", "quý"))

NOUN_PHRASE_END = frozenset(
    (
        "trong", "của", "cho", "có", "gắn", "và", "tại", "trở", "được", "đạt", "để", "với", "từ", "ở", "trên",
        "vào", "đến", "hằng", "hàng", "mỗi", "bằng", "do", "bị", "là", "thuộc", "nhằm", "so", "đã", "sẽ", "phải",
        "khi", "hoặc", "như", "sang", "ra", "lên", "xuống", "gồm", "dưới", "tăng", "giảm", "chiếm", "qua", "nếu", "mà",
        "thì", "cùng", "về", "tới", "đưa", "không", "hưởng", "sử dụng", "tham gia", "phục vụ", "thông qua", "bảo đảm",
        "đảm bảo", "tiếp tục", "đáp ứng", "thực hiện", "kết hợp", "ứng dụng", "áp dụng", "vận hành", "ít nhất", "tối thiểu",
        "cơ bản", "trực tiếp", "triển khai", "bao gồm", "hoàn thành", "liên quan", "tương ứng", "tương đương", "nâng cao",
        "bình quân", "đăng ký", "hoạt động", "xây dựng", "tiếp cận", "quy mô", "chấp hành", "thường xuyên", "kết nối", "phát triển", "đi",
        "chuyển lên", "chuyển thành", "chuyển sang", "hiện có", "đóng vai", "giữ vai", "trở thành", "góp phần", "xếp loại", "dẫn dắt", "chưa", "giữa", "dài", "rộng",
    )
)  # fmt: skip
"""Words, alone or in pairs, that end a counted noun phrase (convention 8, and the beginnings of verb phrases)."""

THINGS = frozenset(
    (
        "mô hình", "kịch bản", "đề tài", "dự án", "phần mềm", "chương trình", "nền tảng", "giải pháp", "hệ thống", "dữ liệu",
        "bộ dữ liệu", "tập dữ liệu", "công trình", "trung tâm", "đề án", "phương án", "thiết bị", "dây chuyền", "lớp", "khóa",
        "hội nghị", "hội thảo", "tài liệu", "chuyên đề", "dịch vụ", "trạm", "tuyến", "khu", "vùng", "chuỗi", "nhà máy", "quy trình",
        "cơ sở dữ liệu", "kênh", "trang", "chính sách", "cơ chế", "công nghệ", "nhiệm vụ", "cuộc thi", "sản phẩm", "bài toán",
    )
)  # fmt: skip
"""Counted things that do nothing themselves."""

QUALIFYING_VERBS = frozenset(
    (
        "phục vụ", "ứng dụng", "áp dụng", "phát triển", "xây dựng", "kết nối", "nâng cao", "triển khai", "vận hành", "thực hiện",
        "sử dụng", "tiếp cận", "bảo đảm", "đảm bảo", "chuyển đổi",
    )
)  # fmt: skip
"""Verbs that, behind such a thing, only say which one it is."""

INSIDE_NOUN_PHRASE = frozenset(
    (
        "không gian", "không dùng", "về đích", "từ thiện", "cùng kỳ", "cho vay", "bị can", "bị cáo", "tại chỗ", "do thám",
        "nhà ở", "đất ở", "chỗ ở", "nơi ở", "hàng hóa", "hàng hoá", "bằng khen", "hàng việt", "cửa hàng", "ngân hàng",
        "khách hàng", "hàng không", "đất trồng", "nhà hàng", "bán hàng", "gian hàng", "mặt hàng", "đơn hàng", "giao hàng",
        "kho hàng", "bằng sáng", "văn bằng", "ra đa", "bị hại", "hàng rào", "nghỉ dưỡng", "cổng ra", "qua đào",
        "phố đi", "đi bộ", "trực thuộc", "phòng ở", "dài hạn", "mặt bằng", "công bằng", "đồng bằng", "cân bằng", "thăng bằng",
    )
)  # fmt: skip
"""Pairs one of whose words would end a noun phrase alone, but not here."""

PHYSICAL_UNITS = frozenset(
    (
        "ha", "km", "km2", "km²", "m", "mét", "m2", "m²", "m3", "m³", "kg", "tấn", "tạ", "kwh", "mw", "mwp", "lít", "usd", "gb/s",
        "cây số", "héc ta", "hecta", "lần", "điểm", "triệu", "tỷ", "tỉ", "kw", "gwh", "mbps", "gbps",
    )
)  # fmt: skip
"""Units that measure rather than count; the noun that follows them is not part of the unit."""

MULTIPLIER_WORDS = frozenset(("chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"))

AREA_WORDS = frozenset(("ha", "m2", "m²", "km2", "km²", "dân", "vạn", "người", "đơn", "hộ"))

LESS_IS_BETTER = (
    "tử vong", "hộ nghèo", "cận nghèo", "tỷ lệ nghèo", "sinh con thứ", "suy dinh dưỡng", "thất nghiệp", "tai nạn giao thông",
    "tảo hôn", "bỏ học", "nợ xấu", "nợ đọng", "thất thoát", "tái nghèo", "tái phạm", "vượt cấp", "nhà tạm", "mù chữ",
    "thấp còi", "nhẹ cân", "quá hạn", "trễ hạn", "chậm muộn", "phạm pháp hình sự", "hôn nhân cận huyết", "tử suất",
    "tỷ lệ mắc", "cháy nổ", "phát thải", "hao hụt", "thất thu",
)  # fmt: skip
"""Things of which a bare figure is a ceiling (convention 7)."""

MORE_IS_BETTER = (
    "bảo hiểm", "giải quyết", "xử lý", "điều tra", "khám phá", "phá án", "được", "tham gia", "tiếp cận", "thoát", "sử dụng", "hỗ trợ",
    "phòng", "tuyên truyền", "quản lý", "giảm", "khắc phục", "thu hồi", "xóa", "xoá", "ngăn", "kiểm soát", "cai nghiện",
)  # fmt: skip
"""What may be done against such a thing; then more is better after all."""

CLAUSE_STARTS = (
    "đồng thời", "góp phần", "nhằm", "để", "bảo đảm", "đảm bảo", "tăng cường", "nâng cao", "phấn đấu", "từng bước",
    "tạo điều kiện", "tạo", "giúp", "đáp ứng", "hướng tới", "hướng đến", "trong đó", "tiếp tục", "đẩy mạnh", "qua đó",
    "không để", "không có", "không còn", "thực hiện", "triển khai", "xây dựng", "chú trọng", "tập trung", "hoàn thành", "ưu tiên", "kịp thời",
    "phát huy", "phù hợp", "trên cơ sở", "khuyến khích", "nhất là", "đặc biệt", "cụ thể", "quan tâm", "gắn với", "gắn",
    "khi", "nếu", "trừ", "kể cả", "giữ vững", "duy trì", "chủ động", "phối hợp", "mở rộng", "cơ bản", "tiến tới",
)  # fmt: skip
"""Words that begin another clause after a comma: what was named before ends there."""

DESCRIBING = (
    "cho phép", "có khả năng", "công suất", "tốc độ", "dung lượng", "diện tích", "chiều dài", "chiều rộng", "quy mô", "bán kính",
    "khoảng cách", "dài", "rộng", "cao", "sâu", "gồm các", "theo chuẩn", "độ tuổi", "từ đủ", "loại",
)  # fmt: skip
"""Words with which a bracket begins that only tells what the thing before it is like."""

BUILDING_VERBS = ("xây", "cải tạo", "sửa chữa", "nâng cấp", "mở rộng")
ROOM_WORDS = frozenset(("phòng", "tầng", "gian"))
PART_MARKERS = ("trong đó", "bao gồm", "gồm")
LOCATIVES = ("trên địa bàn", "toàn phường", "toàn xã", "toàn đảng bộ", "toàn thành phố", "toàn tỉnh", "trong toàn")
PAST_WORDS = ("so với", "hiện nay", "hiện có", "tính đến", "kết quả", "trước đây", "đã đạt", "hiện đạt")
PAST_OPENINGS = (
    "hiện nay", "hiện có", "hiện tại", "đến nay", "tính đến", "thời gian qua", "những năm qua", "trong năm qua",
    "nhiệm kỳ qua", "năm qua", "qua rà soát", "kết quả", "trong những năm qua", "giai đoạn vừa qua", "trước đây", "căn cứ ",
)  # fmt: skip
"""Openings of a sentence that reports what has been, not what is promised."""

RANK_WORDS = (
    "dẫn đầu", "đứng đầu", "xếp thứ", "thứ hạng", "vị trí thứ", "tốp", "top ", "xếp hạng", "đứng thứ", "nhóm đầu", "tốp đầu",
)  # fmt: skip
