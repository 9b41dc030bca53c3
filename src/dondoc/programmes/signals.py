"""What this app announces: a published programme, on which later apps hang their first rows, and a decided finding.

Sent inside the transaction of the verb, so that nothing ever stands half done.
"""

from django.dispatch import Signal

published = Signal()  # programme: Programme, version: Version, user: User
decided = Signal()  # finding: Finding
