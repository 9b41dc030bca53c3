"""Who sees which dashboard."""

from __future__ import annotations

from typing import Any

import rules

from dondoc.wards.rules import is_unit, reads_ward, same_ward


@rules.predicate
def is_own_unit(user: Any, unit: Any = None) -> bool:
    """Say whether the person reports for this unit."""
    return bool(is_unit(user)) and unit is not None and user.unit_id == unit.pk


rules.add_perm("dashboards.view_unit", (reads_ward | is_own_unit) & same_ward)
