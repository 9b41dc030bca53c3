"""Who may bring papers in and review them: the office of the ward."""

import rules

from dondoc.wards.rules import is_office, same_ward

rules.add_perm("intake.upload", is_office & same_ward)
rules.add_perm("intake.review", is_office & same_ward)
