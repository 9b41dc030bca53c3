"""Every state the pages show: its word, its tone, how loud it is, and its icon (never colour alone)."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Look(NamedTuple):
    """How a state looks: tone green|blue|amber|red|plum|grey, weight strong|soft|quiet|word, icon of the sprite."""

    word: object
    tone: str
    weight: str
    icon: str = ""


MEASURE = {
    "exceeded": Look(_("Vượt"), "green", "quiet", "circle-arrow-up-f"),
    "met": Look(_("Đạt"), "green", "quiet", "circle-check-f"),
    "on_track": Look(_("Đúng tiến độ"), "blue", "soft", "circle-arrow-right"),
    "at_risk": Look(_("Nguy cơ"), "amber", "soft", "alert-triangle-f"),
    "behind": Look(_("Chậm"), "red", "strong", "alert-square-f"),
    "report_overdue": Look(_("Quá hạn báo cáo"), "plum", "strong", "file-alert"),
    "not_due": Look(_("Chưa đến kỳ"), "grey", "quiet", "calendar-time"),
    "no_data": Look(_("Chưa có số liệu"), "grey", "quiet", "circle-dashed"),
    "not_applied": Look(_("Chưa áp dụng"), "grey", "quiet", "ban"),
    "no_level": Look(_("Chưa có mức"), "grey", "quiet", "circle-dashed"),
    "overruled": Look(_("Số khác có hiệu lực"), "grey", "quiet", "ban"),
}
TASK = {
    "done": Look(_("Hoàn thành"), "green", "quiet", "circle-check-f"),
    "in_progress": Look(_("Đang thực hiện"), "blue", "soft", "circle-half-2"),
    "not_started": Look(_("Chưa thực hiện"), "grey", "quiet", "circle"),
    "awaiting": Look(_("Chờ xác nhận"), "plum", "soft", "hourglass-f"),
    "suspended": Look(_("Tạm dừng"), "grey", "soft", "player-pause-f"),
    "dropped": Look(_("Không còn phù hợp"), "grey", "quiet", "ban"),
    "no_lead": Look(_("Chưa rõ chủ trì"), "amber", "soft", "user-question"),
}
TIMING = {
    "soon": Look(_("Sắp đến hạn"), "amber", "soft", "alarm-f"),
    "overdue": Look(_("Quá hạn"), "red", "strong", "clock-x"),
    "in_time": Look(_("Trong hạn"), "grey", "word"),
    "undated": Look(_("Chưa định thời hạn"), "grey", "quiet", "calendar-time"),
    "updated": Look(_("Đã cập nhật trong kỳ"), "grey", "quiet", "check"),
    "not_updated": Look(_("Chưa cập nhật trong kỳ"), "plum", "soft", "file-alert"),
    "early": Look(_("Trước hạn"), "grey", "word"),
    "punctual": Look(_("Đúng hạn"), "grey", "word"),
    "late": Look(_("Trễ hạn"), "grey", "word"),
}
REPORT = {
    "submitted": Look(_("Chờ xác nhận"), "plum", "soft", "hourglass-f"),
    "confirmed": Look(_("Đã xác nhận"), "green", "quiet", "circle-check-f"),
    "returned": Look(_("Trả lại"), "amber", "soft", "arrow-back-up"),
}
FINDING = {
    "open": Look(_("Chưa xử lý"), "amber", "soft", "alert-triangle-f"),
    "decided": Look(_("Đã quyết định"), "green", "quiet", "circle-check-f"),
    "awaiting": Look(_("Chờ văn bản đính chính"), "plum", "soft", "hourglass-f"),
    "dismissed": Look(_("Không phải lỗi"), "grey", "quiet", "circle-check-f"),
}
SEVERITY = {
    "error": Look(_("Lỗi"), "plum", "strong", "alert-triangle-f"),
    "warning": Look(_("Cần xem"), "amber", "soft", "alert-triangle-f"),
    "note": Look(_("Lưu ý"), "grey", "quiet", "info-circle"),
    "info": Look(_("Lưu ý"), "grey", "quiet", "info-circle"),
}
UPLOAD = {
    "waiting": Look(_("Chờ đọc"), "grey", "quiet", "circle-dashed"),
    "reading": Look(_("Đang đọc"), "blue", "soft", "circle-half-2"),
    "asked": Look(_("Chờ xác nhận"), "plum", "soft", "hourglass-f"),
    "failed": Look(_("Không đọc được"), "amber", "soft", "alert-triangle-f"),
    "refused": Look(_("Từ chối"), "amber", "soft", "ban"),
    "review": Look(_("Đang rà soát"), "plum", "soft", "list-check"),
    "published": Look(_("Đã công bố"), "green", "quiet", "circle-check-f"),
    "dropped": Look(_("Đã bỏ"), "grey", "quiet", "trash"),
}
REVIEW = {
    "unseen": Look(_("Chưa xem"), "grey", "quiet", "circle"),
    "doubtful": Look(_("Cần xem kỹ"), "amber", "soft", "alert-triangle-f"),
    "accepted": Look(_("Đúng"), "green", "quiet", "circle-check-f"),
    "edited": Look(_("Đã sửa"), "blue", "soft", "pencil"),
    "dropped": Look(_("Đã bỏ"), "grey", "quiet", "trash"),
}
KINDS = {
    "measure": MEASURE,
    "task": TASK,
    "timing": TIMING,
    "report": REPORT,
    "finding": FINDING,
    "severity": SEVERITY,
    "upload": UPLOAD,
    "review": REVIEW,
}
# What `{% status value %}` finds without being told the kind: the words of measures, tasks and their time.
COMMON = {**REPORT, **TIMING, **TASK, **MEASURE}


def look_of(value: object, kind: str = "") -> Look:
    """Return how `value` of `kind` looks; a state nobody has drawn is shown as its own word, in grey."""
    states = KINDS[kind] if kind else COMMON
    found = states.get(str(getattr(value, "value", value)))
    return found or Look(getattr(value, "label", value), "grey", "quiet", "circle-dashed")
