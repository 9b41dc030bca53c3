"""What "việc của tôi" shows of figures: those a unit owes, those that wait for confirmation."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext as _

from dondoc.wards.models import User
from dondoc.wards.rules import confirms, is_unit
from dondoc.work.panels import Panel

from . import queries


def figures_panel(user: User, on: datetime.date) -> Panel | None:
    """Return the figures of this period for a unit (4 queries), or those to confirm (1 query)."""
    if is_unit(user) and user.unit is not None:
        owed = queries.owed_figures(user.unit, on)
        if not owed:
            return None
        counts = [(_("Số liệu kỳ này"), len(owed), "so-lieu")]
        back = sum(one.returned is not None for one in owed)
        if back:
            counts.append((_("Số liệu bị trả lại"), back, "so-lieu"))
        return Panel(counts, "measurement/_owed.html", {"owed": owed})
    if confirms(user):
        waiting = queries.figures_to_decide(user)
        if not waiting:
            return None
        return Panel(
            [(_("Số liệu chờ xác nhận"), len(waiting), "so-lieu")], "measurement/_waiting.html", {"waiting": waiting}
        )
    return None
