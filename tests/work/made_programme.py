"""A small published programme that the tests of work, measurement and dashboards share."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from dondoc.programme import model as format_
from dondoc.programmes.actions import ReviewedPaper, publish
from dondoc.programmes.models import Programme

TODAY = datetime.date(2026, 11, 22)
TEXT = "Chương trình hành động. " * 200


def span(start: int) -> list[format_.Span]:
    return [format_.Span(page=1, start=start, end=start + 20)]


def reading() -> format_.Programme:
    """Return a reading with an economic chapter, a guarded one, an appendix and an assignment clause."""
    s, t, i, m = format_.Section, format_.Task, format_.Indicator, format_.Measure
    return format_.Programme(
        text=TEXT,
        document=format_.Header(number="03-CTr/ĐU", date="2026-01-05", title="Chương trình hành động", term="2026-2030"),
        sections=[
            s(id="s1", label="I", title="Chỉ tiêu", kind="indicators"),
            s(id="s2", label="II", title="Phát triển kinh tế, hạ tầng và đô thị", kind="tasks"),
            s(id="s3", label="III", title="Quốc phòng, an ninh", kind="tasks"),
            s(id="s4", label="IV", title="Tổ chức thực hiện", kind="organisation"),
        ],
        indicators=[
            i(
                id="i1", section="s1", label="(1)", text="Tỷ lệ hồ sơ trực tuyến hằng năm đạt 90%", spans=span(0),
                measures=[m(name="tỷ lệ hồ sơ trực tuyến", low=Decimal(90), unit="%", period="annual")],
            ),
            i(
                id="i2", section="s1", label="(2)", text="Đến năm 2030, trên 250 doanh nghiệp đang hoạt động", spans=span(30),
                measures=[
                    m(name="doanh nghiệp đang hoạt động", direction="above", low=Decimal(250), unit="doanh nghiệp",
                      period="by_year", year_to=2030)
                ],
            ),
            i(
                id="i3", section="s1", label="(3)", text="Giữ vững ổn định", spans=span(60),
                measures=[m(name="Giữ vững ổn định", direction="qualitative")],
            ),
        ],
        tasks=[
            t(id="t1", section="s2", text="Rà soát quy hoạch phân khu", leads=["Phòng Kinh tế"], finish="2026-11", spans=span(90)),
            t(id="t2", section="s2", text="Chỉnh trang đô thị", coordinating=["Phòng Văn hóa Xã hội"], spans=span(120)),
            t(id="t3", section="s2", text="Tiếp xúc cử tri hằng tháng", leads=["Văn phòng Đảng ủy"], recurrence="monthly", spans=span(150)),
            t(id="t4", section="s3", text="Tuần tra ban đêm", leads=["Công an phường"], recurrence="continuous", spans=span(180)),
            t(
                id="t5", section="s2", text="Kết nạp 50 đảng viên mỗi năm", leads=["các đơn vị liên quan"], spans=span(210),
                measures=[m(name="đảng viên mới kết nạp", low=Decimal(50), unit="đồng chí", period="annual")],
            ),
            t(id="t6", section="s2", text="Hoàn thành số hóa hồ sơ", leads=["Phòng Kinh tế"], finish="2025", spans=span(240)),
        ],
        assignments=[
            format_.Assignment(
                section="s4", leads=["Văn phòng Đảng ủy"],
                text="Giao Văn phòng Đảng ủy theo dõi kết nạp đảng viên, phát triển tổ chức cơ sở đảng",
            )
        ],
    )  # fmt: skip


def publish_in(ward_cast: Any) -> Programme:
    """Publish the reading in a ward, by its office, within the ward's scope."""
    paper = ReviewedPaper(reading=reading(), number="03-CTr/ĐU", date=datetime.date(2026, 1, 5))
    with ward_cast.scope():
        programme = publish(ward_cast.office, ward_cast.ward, paper)
        programme.versions.update(published_at=datetime.datetime(2026, 11, 22, 1, tzinfo=datetime.UTC))
        return programme
