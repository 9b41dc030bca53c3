"""Every read of papers."""

from __future__ import annotations

from django.db.models import QuerySet

from dondoc.wards.models import Ward

from .models import Paper


def papers(ward: Ward) -> QuerySet[Paper]:
    """Return the papers that were written for a ward, newest first (1 query)."""
    return Paper.objects.filter(ward=ward).select_related("programme", "written_by").defer("snapshot")
