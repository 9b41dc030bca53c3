"""Where failed sign-ins are counted: the database's cache, which does not keep silent when nothing can be written."""

from __future__ import annotations

import errno
import os
from typing import Any

from django.core.cache.backends.db import DatabaseCache


class Counters(DatabaseCache):
    """Django's cache in the database; there a failed write looks like a lock that somebody else holds."""

    def add(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> bool:
        """Store the value unless the key is there; raise OSError (ENOSPC) where neither holds: no room to write."""
        for _attempt in range(2):  # between the first and the second a lock may have been let go
            if super().add(key, value, *args, **kwargs):
                return True
            if self.get(key) is not None:
                return False
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
