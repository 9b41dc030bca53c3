"""What the audit log says about reports."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from dondoc.audit.sentences import plain

plain("paper.write", _("lập báo cáo"), _("Lập %(label)s."))
