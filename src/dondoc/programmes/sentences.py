"""What the audit log says about published programmes and the points to be looked at."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from dondoc.audit.sentences import plain

plain("programme.publish", _("công bố"), _("Công bố %(label)s."))
plain("finding.decide", _("xử lý điểm cần rà soát"), _("Xử lý điểm cần rà soát: %(label)s Căn cứ: %(paper)s."))
plain("item.mark", _("đánh dấu trọng tâm"), _("Đổi đánh dấu trọng tâm, đột phá: %(label)s"))
