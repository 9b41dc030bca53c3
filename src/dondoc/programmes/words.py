"""The field's words for the format's values, for pages and papers."""

from django.utils.translation import gettext_lazy as _

DIRECTIONS = {
    "at_least": _("ít nhất"),
    "above": _("trên"),
    "at_most": _("không quá"),
    "below": _("dưới"),
    "equal": _("bằng"),
    "range": _("từ … đến"),
    "increase": _("tăng"),
    "decrease": _("giảm"),
    "qualitative": _("định tính"),
}
PERIODS = {
    "annual": _("hằng năm"),
    "by_year": _("đến năm"),
    "average_over": _("bình quân giai đoạn"),
    "whole_term": _("cả nhiệm kỳ"),
    "unspecified": _("không nêu kỳ"),
}
RECURRENCES = {
    "annual": _("hằng năm"),
    "quarterly": _("hằng quý"),
    "monthly": _("hằng tháng"),
    "continuous": _("thường xuyên"),
}
SECTION_KINDS = {
    "purpose": _("mục đích, yêu cầu"),
    "objective": _("mục tiêu"),
    "indicators": _("chỉ tiêu"),
    "tasks": _("nhiệm vụ, giải pháp"),
    "assignment": _("phân công"),
    "organisation": _("tổ chức thực hiện"),
    "appendix": _("phụ lục"),
    "group": _("nhóm mục"),
    "recipients": _("nơi nhận"),
}
FINDING_KINDS = {
    "contradiction": _("mâu thuẫn"),
    "duplicate": _("trùng lặp"),
    "numbering": _("đánh số"),
    "missing": _("thiếu"),
    "stale_unit": _("đơn vị không còn"),
    "ocr": _("lỗi chữ"),
}
SEVERITIES = {"error": _("lỗi"), "warning": _("cần xem"), "note": _("lưu ý")}
