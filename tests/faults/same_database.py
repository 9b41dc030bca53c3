"""Settings of a process beside the test's own: the same database, the same files."""

import os
from pathlib import Path

from settings_for_tests import *  # noqa: F403
from settings_for_tests import DATABASES

DATABASES["default"]["NAME"] = os.environ["SAME_DATABASE"]
MEDIA_ROOT = Path(os.environ["SAME_FILES"])
