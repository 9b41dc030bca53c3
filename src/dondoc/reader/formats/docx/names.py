"""Names of WordprocessingML elements, and the small readings of attributes that every part needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"


def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return _MAIN + name


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first descendant along `path` of main-namespace names; None when one is missing."""
    for name in path:
        if element is None:
            return None
        element = element.find(_MAIN + name)
    return element


def value(element: _Element | None, *path: str) -> str | None:
    """Return the `val` attribute of the descendant along `path`."""
    found = child(element, *path)
    if found is None:
        return None
    text = found.get(_MAIN + "val")
    return None if text is None else str(text)


def number(element: _Element | None, *path: str) -> int | None:
    """Return the `val` attribute of the descendant along `path` as a whole number."""
    text = value(element, *path)
    try:
        return int(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None


def flag(element: _Element | None, name: str) -> bool | None:
    """Return an on-off property: None when it is not said."""
    found = child(element, name)
    if found is None:
        return None
    return found.get(_MAIN + "val", "1").lower() not in ("0", "false", "off", "none")
