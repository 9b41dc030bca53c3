"""What the audit log says about uploads and their review; of a refused paper no name and no text."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from dondoc.audit.sentences import plain

plain("intake.upload", _("tải văn bản lên"), _("Tải lên một văn bản, mã %(label)s."))
plain("intake.failed", _("không đọc được văn bản"), _("Không đọc được văn bản, mã %(label)s."))
plain("intake.refused", _("từ chối văn bản"), _("Từ chối văn bản, mã %(label)s."))
plain("intake.answer", _("trả lời khi đọc văn bản"), _("Trả lời câu hỏi khi đọc văn bản, mã %(label)s."))
plain("intake.drop", _("bỏ bản tải lên"), _("Bỏ bản tải lên %(label)s."))
plain("review.header", _("sửa thông tin văn bản"), _("Sửa thông tin văn bản khi rà soát: %(label)s."))
plain("review.undo", _("hoàn tác khi rà soát"), _("Hoàn tác một bước rà soát."))
plain("review.accept", _("nhận mục"), _("Nhận đúng %(count)s mục: %(label)s."))
plain("review.accept_section", _("nhận cả phần"), _("Nhận cả phần, %(count)s mục: %(label)s."))
plain("review.edit", _("sửa mục"), _("Sửa mục %(label)s."))
plain("review.drop", _("bỏ mục"), _("Bỏ mục %(label)s."))
plain("review.mark", _("đánh dấu mục"), _("Đánh dấu mục %(label)s."))
plain("review.reclassify", _("đổi loại mục"), _("Đổi loại mục %(label)s."))
plain("review.move", _("chuyển mục"), _("Chuyển mục %(label)s."))
plain("review.split", _("tách mục"), _("Tách mục: %(label)s."))
plain("review.join", _("nhập mục"), _("Nhập các mục: %(label)s."))
plain("review.add", _("thêm mục"), _("Thêm mục %(label)s."))
plain("review.decide", _("quyết định khi rà soát"), _("Quyết định điểm cần rà soát %(label)s."))
