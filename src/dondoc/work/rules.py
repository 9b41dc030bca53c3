"""Who may see, report, confirm and decide on tasks (design: rules of state)."""

from __future__ import annotations

from typing import Any

import rules

from dondoc.wards.rules import confirms, is_leader, is_office, is_unit, may_see_guarded, reads_ward, same_ward


@rules.predicate
def leads(user: Any, assignment: Any = None) -> bool:
    """Say whether the person's unit is the lead of the task."""
    return bool(is_unit(user)) and assignment is not None and user.unit_id == assignment.lead_id


@rules.predicate
def sees(user: Any, assignment: Any = None) -> bool:
    """Say whether the person may see the task: defence and police items only by their lead and those over all."""
    if assignment is None:
        return False
    return not assignment.task.guarded or may_see_guarded(user, assignment.lead_id)


@rules.predicate
def sees_evidence(user: Any, evidence: Any = None) -> bool:
    """Say whether the person may open a file: those over all of the ward, and the unit that brought it."""
    if evidence is None:
        return False
    return bool(reads_ward(user)) or (bool(is_unit(user)) and user.unit_id == evidence.unit_id)


@rules.predicate
def did_not_report(user: Any, report: Any = None) -> bool:
    """Say whether somebody else reported: nobody confirms an own report."""
    return report is not None and report.reported_by_id != user.pk


reads_programme = reads_ward | is_unit
rules.add_perm("work.view_task", reads_programme & same_ward & sees)
rules.add_perm("work.read_evidence", same_ward & sees_evidence)
rules.add_perm("work.report", (is_office | leads) & same_ward & sees)
rules.add_perm("work.confirm", confirms & same_ward & did_not_report)
rules.add_perm("work.decide_lead", (is_office | is_leader) & same_ward)
rules.add_perm("work.set_state", (is_office | is_leader) & same_ward)
rules.add_perm("work.enter_initial_results", is_office & same_ward)
