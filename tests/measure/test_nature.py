import pytest

from dondoc.measure.nature import nature_of, propose_nature
from dondoc.programme.model import Measure


@pytest.mark.parametrize(
    ("name", "unit", "direction", "nature"),
    [
        ("tỷ lệ hồ sơ trực tuyến", "%", "at_least", "rate"),
        ("thu ngân sách nhà nước trên địa bàn", "%", "increase", "rate"),
        ("phát triển đảng viên mới", "đồng chí", "at_least", "flow"),
        ("thành lập tổ chức cơ sở đảng trong doanh nghiệp", "tổ chức", "at_least", "flow"),
        ("vốn đầu tư từ nguồn ngân sách", "tỷ đồng", "at_least", "flow"),
        ("giám sát", "cuộc giám sát chuyên đề", "at_least", "flow"),
        ("Số doanh nghiệp đang hoạt động trên địa bàn", "doanh nghiệp", "above", "level"),
        ("Thu hút khách du lịch", "triệu lượt khách", "at_least", "level"),
        ("giá trị sản phẩm trên 1 ha đất", "triệu đồng", "above", "level"),
        ("hộ nghèo theo chuẩn đa chiều", "hộ", "at_most", "level"),
        ("Cải tạo phòng", "phòng", "equal", "flow"),
    ],
)
def test_the_nature_is_proposed_from_the_words(name, unit, direction, nature):
    assert nature_of(name, unit, direction) == nature
    assert propose_nature(Measure(name=name, unit=unit, direction=direction)) == nature
