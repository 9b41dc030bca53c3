"""A small paper that is uploaded, read by the real reader in its own process, and reviewed."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.intake import actions, tasks
from dondoc.intake.models import Review, Upload

PAPER = """ĐẢNG BỘ THÀNH PHỐ THỬ
ĐẢNG ỦY PHƯỜNG AN HÒA
*
Số 05-CTr/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM

An Hòa, ngày 12 tháng 9 năm 2025

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết Đại hội Đảng bộ phường lần thứ I, nhiệm kỳ 2025 - 2030

I. MỤC TIÊU, CHỈ TIÊU

Một số chỉ tiêu cụ thể:

(1) Đến năm 2030, tỷ lệ hộ dân được sử dụng nước sạch đạt từ 98% trở lên.

(2) Hằng năm, kết nạp từ 20 đảng viên trở lên.

II. NHIỆM VỤ, GIẢI PHÁP

1. Phát triển kinh tế

- Rà soát quy hoạch sử dụng đất, lập danh mục các khu đất đấu giá trình Ủy ban nhân dân thành phố.

- Phòng Kinh tế, Hạ tầng và Đô thị chủ trì rà soát các tuyến đường xuống cấp, đề xuất phương án sửa chữa.

2. Quốc phòng, an ninh

- Công an phường xây dựng kế hoạch bảo đảm trật tự đô thị hằng năm.

III. TỔ CHỨC THỰC HIỆN

1. Giao Ủy ban nhân dân phường xây dựng kế hoạch thực hiện Chương trình hành động này.

2. Giao Văn phòng Đảng ủy chủ trì theo dõi, đôn đốc việc thực hiện, hằng năm báo cáo Ban Thường vụ Đảng ủy.

Nơi nhận:
- Thường trực Thành ủy (để báo cáo),
- Lưu Văn phòng Đảng ủy.

T/M BAN CHẤP HÀNH
BÍ THƯ

Nguyễn Văn Thử
"""


def upload_paper(cast: Any, text: str = PAPER, name: str = "chương trình.txt", replaces: Any = None) -> Upload:
    """Upload a paper as the office and read it; return the upload as it stands afterwards."""
    home = cast.home
    with home.scope():
        upload = actions.upload(home.office, home.ward, SimpleUploadedFile(name, text.encode()), replaces)
    tasks.read_upload.func(upload.pk)
    with home.scope():
        return Upload.objects.select_related("ward", "uploaded_by").get(pk=upload.pk)


@pytest.fixture
def review(cast: Any, settings: Any, tmp_path: Any) -> Review:
    """Return the review of the paper."""
    settings.MEDIA_ROOT = tmp_path
    upload = upload_paper(cast)
    assert upload.state == Upload.State.REVIEW, upload.message
    with cast.home.scope():
        return Review.objects.select_related("upload", "ward").get(upload=upload)
