"""What the audit log says about tasks and their evidence."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from dondoc.audit.sentences import plain

plain("task.lead", _("giao chủ trì"), _("Giao %(label)s cho %(after)s chủ trì (trước đó: %(before)s)."))
plain("measure.lead", _("giao báo số liệu"), _("Giao %(after)s báo số liệu %(label)s (trước đó: %(before)s)."))
plain("task.report", _("báo cáo nhiệm vụ"), _("Báo cáo %(label)s."))
plain("task.confirm", _("xác nhận báo cáo"), _("Xác nhận báo cáo %(label)s."))
plain("task.return", _("trả lại báo cáo"), _("Trả lại báo cáo %(label)s, lý do: %(reason)s"))
plain("task.state", _("đổi trạng thái nhiệm vụ"), _("Đổi trạng thái %(label)s, lý do: %(reason)s"))
plain("task.initial", _("nhập kết quả ban đầu"), _("Nhập kết quả ban đầu của %(label)s."))
plain("evidence.open", _("mở minh chứng"), _("Mở tệp minh chứng %(label)s."))
