"""Who may do what with a published programme (design, Roles)."""

import rules

from dondoc.wards.rules import is_inspector, is_leader, is_office, same_ward

rules.add_perm("programmes.publish", is_office & same_ward)
rules.add_perm("programmes.mark", is_office & same_ward)
rules.add_perm("programmes.decide_finding", (is_office | is_leader) & same_ward)
rules.add_perm("programmes.read_history", (is_office | is_leader | is_inspector) & same_ward)
