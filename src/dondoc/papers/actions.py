"""Every write of papers: the result report of a period, with its figures frozen."""

from __future__ import annotations

import datetime
import hashlib

import msgspec
from django.core.files.base import ContentFile
from django.utils import timezone

from dondoc.audit.actions import record
from dondoc.measure.cadence import ReportPeriod
from dondoc.measurement.actions import close_period
from dondoc.measurement.models import PeriodClose
from dondoc.programmes.models import Programme
from dondoc.wards.access import require
from dondoc.wards.models import User, Ward
from dondoc.wards.storage import transaction_with_files

from .kinds.result_report import gathering, text
from .kinds.result_report.figures import ReportData
from .layouts import profiles, word
from .layouts.content import Content, Signature
from .models import Paper

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@transaction_with_files()
def write_report(
    user: User, programme: Programme, period: ReportPeriod, key: str, date: datetime.date | None = None
) -> Paper:
    """Write the result report of a period as a Word file, closing the period first if nobody has.

    Raises PermissionDenied, or ValidationError for a period that is not over.
    """
    require(user, "papers.write", programme)
    closes = PeriodClose.objects.filter(programme=programme, kind=period.kind, period_end=period.end)
    close = closes.order_by("-version").first() or close_period(user, programme, period)
    data = gathering.gather(programme, close)
    content = report_content(programme.ward, programme, data, date)
    profile = profiles.party(date or timezone.localdate())
    drawn = word.draw(content, profile)
    name = f"BC_ket-qua_{programme.ward.slug}_{key}.docx"
    paper = Paper(
        ward=programme.ward,
        programme=programme,
        kind="result_report",
        period=key,
        cutoff=period.end,
        date=date,
        rule=profile.rule,
        snapshot=msgspec.to_builtins(data),
        filename=name,
        sha256=hashlib.sha256(drawn).hexdigest(),
        written_by=user,
    )
    paper.file.save(name, ContentFile(drawn), save=False)
    paper.save()
    record(
        ward=programme.ward,
        actor=user,
        verb="paper.write",
        target=paper,
        label=f"{content.kind_name} {data.period_label}",
        data={"period": key, "close": close.version, "rule": profile.rule, "sha256": paper.sha256},
    )
    return paper


def report_content(ward: Ward, programme: Programme, data: ReportData, date: datetime.date | None) -> Content:
    """Return the report as content for a layout; number and, unless given, date stay open for the clerk."""
    return Content(
        issuer_parent=ward.parent_party_name or "Đảng bộ cấp trên",
        issuer=f"Đảng uỷ {ward}",
        number="",
        kind_symbol="BC/ĐU",
        place=ward.name,
        date=date,
        kind_name="Báo cáo",
        about=f"kết quả thực hiện {_named(programme)} {data.period_label[:1].lower()}{data.period_label[1:]}",
        blocks=text.blocks(data),
        signature=Signature(behalf=ward.signature_form, office=programme.signer_role or "Bí thư", name=""),
        recipients=["Thường trực cấp uỷ cấp trên (để báo cáo)", "Ban Chấp hành Đảng bộ", "Các tổ chức đảng trực thuộc"],
        appendices=text.appendices(data),
    )


def _named(programme: Programme) -> str:
    number = f" số {programme.number}" if programme.number else ""
    return f"Chương trình hành động{number}"
