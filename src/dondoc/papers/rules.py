"""Who may write and read papers."""

import rules

from dondoc.wards.rules import is_leader, is_office, reads_ward, same_ward

rules.add_perm("papers.write", (is_office | is_leader) & same_ward)
rules.add_perm("papers.read", reads_ward & same_ward)
