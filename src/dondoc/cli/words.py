"""What the command line says, in the language of the terminal (LANG, or DONDOC_LANG): Vietnamese unless English is set."""

from __future__ import annotations

import os


def english() -> bool:
    """Say whether the terminal's language is English."""
    for name in ("DONDOC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and value not in {"C", "POSIX", "C.UTF-8", "C.utf8"}:
            return value.lower().startswith("en")
    return False


def say(vietnamese: str, in_english: str) -> str:
    """Return the sentence in the terminal's language."""
    return in_english if english() else vietnamese
