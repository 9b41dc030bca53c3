"""What runs by itself: every night the verdicts are found anew, because a day gone by can turn them."""

from __future__ import annotations

from django_scopes import scope

from dondoc.jobs.facade import periodic, task
from dondoc.programmes.models import Measure
from dondoc.wards.models import Ward

from .judging import refresh


@periodic(hours=24)
@task
def refresh_standings() -> int:
    """Judge every measure of every ward as of today; return how many."""
    judged = 0
    for ward in Ward.objects.all():
        with scope(ward=ward):
            judged += refresh(Measure.objects.all())
    return judged
