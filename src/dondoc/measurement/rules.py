"""Who may see, report, confirm and set what on measures."""

from __future__ import annotations

from typing import Any

import rules

from dondoc.wards.rules import confirms, is_leader, is_office, is_unit, may_see_guarded, reads_ward, same_ward


@rules.predicate
def leads(user: Any, measure: Any = None) -> bool:
    """Say whether the person's unit reports the figures of the measure."""
    return bool(is_unit(user)) and measure is not None and user.unit_id == measure.lead_id


@rules.predicate
def sees(user: Any, measure: Any = None) -> bool:
    """Say whether the person may see the measure: defence and police items only by their lead and those over all."""
    if measure is None:
        return False
    return not measure.guarded or may_see_guarded(user, measure.lead_id)


@rules.predicate
def did_not_report(user: Any, observation: Any = None) -> bool:
    """Say whether somebody else reported: nobody confirms an own figure."""
    return observation is not None and observation.reported_by_id != user.pk


rules.add_perm("measurement.view_measure", (reads_ward | is_unit) & same_ward & sees)
rules.add_perm("measurement.report", (is_office | leads) & same_ward & sees)
rules.add_perm("measurement.confirm", confirms & same_ward & did_not_report)
rules.add_perm("measurement.set", (is_office | is_leader) & same_ward)
rules.add_perm("measurement.plan", (is_office | is_leader | leads) & same_ward & sees)
rules.add_perm("measurement.close", (is_office | is_leader) & same_ward)
