"""What the audit log says about figures, targets and closed periods."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from dondoc.audit.sentences import plain

plain("figure.report", _("báo số liệu"), _("Báo số liệu %(period)s của %(label)s: %(value)s."))
plain("figure.confirm", _("xác nhận số liệu"), _("Xác nhận số liệu %(period)s của %(label)s: %(value)s."))
plain("figure.return", _("trả lại số liệu"), _("Trả lại số liệu %(period)s của %(label)s, lý do: %(reason)s"))
plain("measure.nature", _("định loại thước đo"), _("Định loại thước đo %(label)s."))
plain("measure.baseline", _("nhập số gốc"), _("Nhập số gốc của %(label)s."))
plain("measure.milestones", _("đặt mốc"), _("Đặt mốc các năm của %(label)s."))
plain("measure.aside", _("tạm chưa áp dụng"), _("Ghi %(label)s chưa áp dụng, lý do: %(after)s"))
plain("measure.apply", _("áp dụng trở lại"), _("Áp dụng trở lại %(label)s."))
plain(
    "period.close",
    _("chốt số liệu"),
    _("Chốt số liệu %(period)s của %(label)s, lần %(version)s: %(measures)s thước đo."),
)
