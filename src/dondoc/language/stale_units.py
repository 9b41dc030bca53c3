"""Names of units that no longer exist since the reorganisation of 2025, and what they became.

The district level ended on 01/7/2025 (Luật 72/2025/QH15, Nghị quyết 203/2025/QH15); ministries and departments were
merged from 01/3/2025 (Nghị quyết 176/2025/QH15, Nghị định 45/2025/NĐ-CP).
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from dondoc.language.tokens import LOWER, Token, Trie, insert, longest, token_key, tokens_of

_STILL_COMMUNE = frozenset(token_key(word) for word in ("phường", "xã", "khu"))


class Stale(NamedTuple):
    """Why a unit no longer exists, in one Vietnamese clause naming the law, and what it became."""

    reason: str
    became: str | None


@lru_cache(maxsize=1)
def _entries() -> list[dict[str, Any]]:
    """Load the units that no longer exist: names, reason, what they became."""
    text = resources.files("dondoc.language").joinpath("data", "stale_units.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def stale_names() -> list[str]:
    """Give the names of units that no longer exist, but may still be printed."""
    return [name for entry in _entries() for name in entry["names"] if len(name.split()) > 1 and name != "thị trấn"]


@lru_cache(maxsize=1)
def _trie() -> Trie:
    """Build the trie of the names of units that no longer exist."""
    root: Trie = {}
    for entry in _entries():
        for name in entry["names"]:
            insert(root, tokens_of(name), Stale(entry["reason"], entry["became"]))
    return root


def stale_unit(name: str) -> Stale | None:
    """Tell whether a unit's name is that of a unit that no longer exists; None where it may still exist."""
    tokens = tokens_of(name)
    for at in range(len(tokens)):
        found = longest(_trie(), tokens, at)
        if found is None:
            continue
        after = tokens[found[0]] if found[0] < len(tokens) else None
        # "Ban Tuyên giáo và Dân vận" is the merged board, "Phòng Y tế phường" may be a room: both still stand.
        if after and (
            after.key in _STILL_COMMUNE or (after.key == token_key("và") and _goes_on(tokens[found[0] + 1 :]))
        ):
            continue
        return found[1]  # type: ignore[no-any-return]
    return None


def _goes_on(rest: list[Token]) -> bool:
    """Tell whether a name goes on after "và" in capitals."""
    return bool(rest) and rest[0].shape != LOWER


def stale(name: str) -> str | None:
    """Give the reason, in one Vietnamese sentence, why a named unit no longer exists; None where it may still exist."""
    found = stale_unit(name)
    if found is None:
        return None
    return f"{found.reason}; nay là {found.became}." if found.became else f"{found.reason}."
