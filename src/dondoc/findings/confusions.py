"""Words of the genre as OCR and hasty typing spoil them, and pairs that only look like slips."""

from __future__ import annotations

# Right form: forms that are never right in this genre. From the editor's knowledge of Vietnamese administrative prose.
_RIGHT = """
phấn đấu: phân đấu, phân đầu, phấn đầu, phần đấu, phấn đâu, phẩn đấu
đẩy lùi: đầy lùi, đây lùi, dẩy lùi
đẩy mạnh: đầy mạnh, đây mạnh, đấy mạnh, đẩy manh, dẩy mạnh
thúc đẩy: thúc đầy, thúc đây
chủ tịch: chỉ tịch, chú tịch, chủ tích, chủ tich
bán dẫn: bản dẫn, bàn dẫn, bán dẩn
khích lệ: kịch lệ, khích lễ
lần thứ: lẩn thứ, lân thứ
bình quân: bình quần, binh quân, bình quăn
nền tảng: nền tàng, nên tảng, nền tảnng
đột phá: đội phá, đôt phá, đột phả
cơ sở: cơ cở, cở sở, cơ sơ, cơ sờ
trung tâm: trung tân, trung tầm, trung tam
củng cố: cùng cố, cúng cố, củng cổ, cũng cố
xây dựng: xây dụng, xây đựng, xây dưng, xậy dựng, xấy dựng, xây dựnng
đôn đốc: đơn đốc, đồn đốc, đôn đôc, đốn đốc
khoáng sản: khoán sản, khoảng sản, khoáng sàn
nâng cao: nâng cáo, nẩng cao
thực hiện: thưc hiện, thực hiên, thục hiện, thực hiệm, thực hiền
triển khai: triên khai, triền khai, triển khaì, chiển khai
tổ chức: tồ chức, tố chức, tổ chúc, tổ chưc
nhiệm vụ: nhiêm vụ, nhiệm vu, nhiệm vự, nhiệm vù
hiệu quả: hiêu quả, hiệu quá, hiệu qua, hiệu quà
hiệu lực: hiêu lực, hiệu lưc
chỉ đạo: chi đạo, chì đạo, chí đạo, chỉ đao
chỉ thị: chi thị, chì thị, chỉ thi
lãnh đạo: lãnh dạo, lãnh đao, lảnh đạo
nghị quyết: nghi quyết, nghị quyêt, nghị quyềt, nghỉ quyết
quyết định: quyết đinh, quyêt định, quyết dịnh
kết luận: kêt luận, kết luân, kểt luận
đảng viên: đàng viên, đẳng viên, đãng viên, dảng viên
đảng ủy: đàng ủy, đẳng ủy, đãng ủy, dảng ủy
đảng bộ: đàng bộ, đẳng bộ, đảng bô, đãng bộ
chi bộ: chi bô, chì bộ
cấp ủy: câp ủy, cắp ủy
cán bộ: cán bô, cản bộ, cán bọ, càn bộ
công chức: công chúc, công chưc, cổng chức
viên chức: viên chúc, viên chưc
nhân dân: nhân dần, nhân đân, nhăn dân, nhân dẩn
ủy ban: ủy bạn, ùy ban, úy ban
hội đồng: hội đông, hôi đồng, hội đổng
mặt trận: mặt trân, mật trận, mặt trạn
tổ quốc: tổ quôc, tồ quốc, tố quốc
bảo đảm: bào đảm, bảo đàm, bao đảm
đảm bảo: đàm bảo, đám bảo, đảm bào
phòng chống: phòng chông, phòng chồng, phòng chóng
tham nhũng: tham những, tham nhủng
lãng phí: lãng phi, lảng phí, lăng phí
tiêu cực: tiêu cục, tiêu cưc
văn minh: vàn minh, vân minh, văn mình
văn hóa: vàn hóa, văn hỏa, vắn hóa, vãn hóa
giáo dục: giáo đục, giáo duc, giao dục
đào tạo: đào tao, đao tạo, đảo tạo
bồi dưỡng: bồi dường, bồi dưởng, bổi dưỡng
chuyển đổi: chuyển đối, chuyền đổi, chuyên đổi, chuyển đồi
thủ tục: thú tục, thủ tuc, thù tục
hành chính: hành chinh, hành chỉnh, hành chình
du lịch: du lich, đu lịch, dụ lịch
phát triển: phát triền, phát triên, phát triễn, phat triển
kinh tế: kinh tê, kinh tể, kính tế
xã hội: xã hôi, xă hội, xả hội
quốc phòng: quốc phong, quôc phòng
an ninh: an nình, an nính
trật tự: trât tự, trật tư, trật từ
môi trường: môi trưởng, mội trường, môi trương
bảo hiểm: bào hiểm, bảo hiềm, bảo hiêm
tỷ lệ: tỷ lê, tỳ lệ, tý lệ
giai đoạn: giai đoan, giải đoạn, giai doạn
kế hoạch: kề hoạch, kê hoạch, kế hoach, kể hoạch
chương trình: chương trinh, chương trịnh, chuơng trình
báo cáo: báo cao, bảo cáo, báo cào
tổng hợp: tông hợp, tổng hơp, tồng hợp
kiểm tra: kiềm tra, kiêm tra, kiểm trạ
giám sát: giảm sát, giám sảt, giám sat
tuyên truyền: tuyên truyên, tuyên truyển, tuyền truyền
đấu tranh: đầu tranh, đâu tranh
đầu tư: đâu tư, đấu tư, đầu tu
cơ sở: cơ sờ, cơ sỡ, cơ sỏ
hạ tầng: hạ tâng, hạ tằng, hạ tẩng
chất lượng: chất lương, chât lượng
địa bàn: địa bản, địa bán, đia bàn
địa phương: đia phương, địa phưong
doanh nghiệp: doanh nghiêp, doanh nghiếp
thành lập: thành lâp, thành lặp
tăng cường: tăng cương, tăng cưòng, tâng cường
quản lý: quàn lý, quán lý, quản lỷ
quy hoạch: quy hoach, quỵ hoạch
giải pháp: giái pháp, giải phảp, giài pháp
giải quyết: giài quyết, giải quyêt, giái quyết
pháp luật: pháp luât, phap luật
tội phạm: tội pham, tôi phạm
phối hợp: phối hơp, phồi hợp, phôi hợp
chủ trì: chú trì, chủ tri, chù trì
tham mưu: tham muu, tham mựu
nông thôn: nông thồn, nồng thôn, nông thon
giảm nghèo: giảm nghẻo, giàm nghèo, giám nghèo
""".strip()


def _pairs(words: str) -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in (word.split() for word in words.split(",")))


WRONG: dict[tuple[str, str], str] = {
    (first, second): right
    for right, wrong in (line.split(": ") for line in _RIGHT.splitlines())
    for first, second in (form.split() for form in wrong.split(", "))
}

# Two-syllable words whose ends meet the same syllable at the border of two words ("hành vi | vi phạm").
COMPOUNDS: frozenset[tuple[str, str]] = _pairs(
    """
    viễn thông, thông qua,
    hành vi, vi phạm, trở thành, hoàn thành, hình thành, thành phố, thành lập, thành viên, thành tích, thành phần,
    thực hiện, phát hiện, thể hiện, hiện đại, hiện nay, hiện hành, phát triển, triển khai, bảo vệ, vệ sinh, quản
    lý, xử lý, hợp lý, pháp lý, lý luận, lý tưởng, lý lịch, công tác, hợp tác, tác phong, tác động, tác chiến,
    chính quyền, quyền lợi, quyền lực, quyền hạn, tổ chức, chức năng, chức vụ, công chức, chức danh, dịch vụ,
    nhiệm vụ, vụ việc, vụ án, công việc, việc làm, hoạt động, lao động, động viên, động lực, đảng viên, viên chức,
    hội viên, giáo viên, sinh viên, hợp đồng, hội đồng, đồng bộ, đồng chí, cán bộ, bộ máy, bộ phận, tập trung,
    trung tâm, trung ương, trung bình, quan tâm, tâm tư, trọng tâm, thi đua, địa phương, phương án, phương thức,
    phương tiện, kết quả, hiệu quả, chất lượng, lực lượng, số lượng, năng lực, chương trình, công trình, trình độ,
    chế độ, mức độ, độ tuổi, tiến độ, kinh tế, quốc tế, y tế, tế bào, môi trường, thị trường, trường học, trường
    hợp, phối hợp, phù hợp, hợp pháp, giải pháp, biện pháp, phương pháp, pháp luật, pháp chế, xã hội, cơ hội, hội
    nghị, đề nghị, kiến nghị, nghị quyết, giải quyết, quyết định, quyết tâm, quyết toán, ổn định, xác định, quy
    định, định kỳ, định hướng, phương hướng, xu hướng, hướng dẫn, tuyên truyền, truyền thông, truyền thống, giao
    thông, thông tin, hệ thống, thống kê, thống nhất, gia đình, dân cư, nhân dân, dân số, dân tộc, dân chủ, làm
    chủ, chủ động, chủ trì, cấp ủy, các cấp, cung cấp, cấp phép, cấp phát, đất đai, phát huy, xuất phát, sản xuất,
    đề xuất, tài sản, sản phẩm, đánh giá, giá trị, chính trị, trị giá, quản trị, giám sát, kiểm soát, an toàn,
    toàn dân, toàn diện, hoàn toàn, thông minh, minh bạch, văn minh, truyền hình, hình thức, mô hình, tình hình,
    hình ảnh, chính sách, tài chính, chính phủ, hành chính, số hóa, văn hóa, hóa chất, cơ cấu, cấu trúc, đại diện,
    diện tích, phân tích, tích hợp, tích cực, tích lũy, tư nhân, nhân lực, cá nhân, nhân viên, công nhân, nhân
    rộng, mở rộng, đầu tư, tư vấn, tư duy, tư pháp, vấn đề, đề án, chuyên đề, đề tài, tài liệu, dữ liệu, tài
    nguyên, nguyên liệu, học sinh, sinh hoạt, sinh học, khoa học, học tập, tập huấn, tập thể, cụ thể, thể thao,
    thể chế, thể dục, bảo hiểm, an sinh, sinh kế, thiết kế, kế hoạch, quy hoạch, hoạch định, định mức, mức sống,
    cuộc sống, thời gian, thời kỳ, kỳ họp, cuộc họp, họp báo, thông báo, báo cáo, cảnh báo, dự báo, dự án, án phí,
    kinh phí, đại hội, hội thảo, lưu thông, thông suốt, thông tư, chuyên gia, gia tăng, tham gia, gia súc, quốc
    gia, gia nhập, thu nhập, nhập khẩu, đào tạo, sáng tạo, tạo điều, điều kiện, điều hành, hành động
    """
)
# Words that stand before many others: their pairs never point to a slip.
_FUNCTION_WORDS_TEXT = """
mỗi mọi mới có cơ cả các đã để đề được là những từ tự tư cho với về này nay năm nam một và của do theo trong
tại trên dưới sau trước khi đến không chưa còn số hai ba bốn do đó nếu thì mà bị bởi bằng như vì
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS_TEXT.split())

# Pairs that differ from a frequent word by marks only and are words themselves.
WORDS: frozenset[tuple[str, str]] = _pairs(
    """
    cộng tác, chi tiêu, chỉ tiêu, công tác, chi trả, phần đầu, phân đầu, cộng đồng, công đồng, công bằng, công bố,
    dân số, dẫn số, đầu tiên, đấu thầu, đấu giá, đánh giá, đồng bộ, động bộ, giao thông, giao thương, hội nghị,
    hội nhập, kế toán, kiểm toán, kỳ họp, liên kết, liên hệ, lý luận, mở rộng, mức sống, nhân lực, nhân sự, phân
    cấp, phân bố, phân bổ, quản trị, quán triệt, quân sự, quân đội, sản phẩm, số lượng, tập trung, tập huấn, tự
    do, tư do, tư duy, tư vấn, tổ tư, tỷ trọng, thu hút, thụ hưởng, thủ trưởng, thị trường, thị trưởng, tham gia,
    trồng trọt, trọng tâm, trong tầm, trường học, trưởng học, trung bình, vị trí, vi phạm, vận động, văn bản, vốn
    đầu, xử lý, hỗ trợ, hộ trợ, bổ sung, bộ sung, chuyên đề, chuyển đề, chuyên môn, giám đốc, định kỳ, định hướng,
    bảo vệ, báo vệ, cán sự, đề án, để án, đề ra, để ra, đến năm, đền năm, đề xuất, hàng năm, hằng năm, hàng hóa,
    mang lại, mạng lưới, năng lực, năng lượng, nguồn lực, nguồn nước, nhà nước, nước nhà, tài sản, tại sàn, thông
    tin, thống kê, thi đua, thí điểm, thời gian, tiền lương, tiến độ, toàn diện, toàn dân, tuyển dụng, sử dụng, sự
    dụng, đất đai, đạt đại, phù hợp, phụ hợp, khu vực, khu phố, bí thư, hướng dẫn, hướng đến, ủy viên, viên nữ,
    công nhận, công nhân, cá nhân, chủ trương, chủ trì, dân cư, dân cử, di cư, đô thị, độ thị, quốc gia, hợp tác,
    hợp đồng, hội đồng, hoạt động, giáo viên, giáo dưỡng, tín dụng, tin dùng, tiêu dùng, tiêu chí, tiêu chuẩn, kết
    nối, kết quả, kết hợp, sáng tạo, sang tạo, cải tạo, cái tạo, đào tạo, quy định, quy đinh, quy mô, quỹ đất
    """
)
