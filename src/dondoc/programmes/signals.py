"""The one announcement of this app: later apps hang their first rows on a published programme.

Sent inside the transaction of the publish verb, so that a programme never stands half published.
"""

from django.dispatch import Signal

published = Signal()  # programme: Programme, version: Version, user: User
