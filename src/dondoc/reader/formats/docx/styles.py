"""Resolve paragraph and character styles through their `basedOn` chain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reader.formats.docx.names import child, flag, number, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING_NAME = re.compile(r"^heading (\d)$")
_LONGEST_CHAIN = 20


@dataclass(slots=True)
class Look:
    """How a run or paragraph looks, as far as it is said; None means: ask what it is based on."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None  # points
    font: str | None = None

    def over(self, base: Look) -> Look:
        """Return this look with its gaps filled from `base`."""
        return Look(
            *(
                mine if mine is not None else getattr(base, name)
                for name, mine in ((name, getattr(self, name)) for name in Look.__slots__)
            )
        )


@dataclass(slots=True)
class Style:
    """What one style says, its base included."""

    name: str
    look: Look
    heading: int | None = None
    centred: bool | None = None
    num_id: int | None = None
    level: int | None = None


NO_STYLE = Style(name="", look=Look())


def read_look(properties: _Element | None) -> Look:
    """Read `w:rPr`."""
    if properties is None:
        return Look()
    half_points = number(properties, "sz")
    fonts = child(properties, "rFonts")
    font = None if fonts is None else (fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or fonts.get(w("cs")))
    return Look(
        bold=flag(properties, "b"), italic=flag(properties, "i"), caps=flag(properties, "caps"),
        hidden=flag(properties, "vanish"), size=half_points / 2 if half_points else None, font=font,
    )  # fmt: skip


class Styles:
    """The styles of a document, resolved on demand."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default_look = Look()
        self._default_paragraph: str | None = None
        if root is None:
            return
        self.default_look = read_look(child(root, "docDefaults", "rPrDefault", "rPr"))
        for element in root.iterchildren(w("style")):
            style_id = element.get(w("styleId"))
            if style_id:
                self._elements[style_id] = element
                if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true"):
                    self._default_paragraph = style_id

    def paragraph(self, style_id: str | None) -> Style:
        """Return the paragraph style, or the default one."""
        wanted = style_id if style_id in self._elements else self._default_paragraph
        return NO_STYLE if wanted is None else self.style(wanted)

    def style(self, style_id: str, depth: int = 0) -> Style:
        """Return any style by id, its base included; an unknown one says nothing."""
        if style_id in self._resolved:
            return self._resolved[style_id]
        element = self._elements.get(style_id)
        if element is None or depth > _LONGEST_CHAIN:
            return NO_STYLE
        base_id = value(element, "basedOn")
        base = self.style(base_id, depth + 1) if base_id else NO_STYLE
        self._resolved[style_id] = resolved = _read(element, base)
        return resolved


def _read(element: _Element, base: Style) -> Style:
    name = (value(element, "name") or "").lower()
    paragraph = child(element, "pPr")
    named = _HEADING_NAME.match(name)
    outline = number(paragraph, "outlineLvl")
    heading = int(named.group(1)) if named else base.heading
    if outline is not None:
        heading = outline + 1 if 0 <= outline < 9 else None
    alignment = value(paragraph, "jc")
    num_id = number(paragraph, "numPr", "numId")
    level = number(paragraph, "numPr", "ilvl")
    return Style(
        name=name,
        look=read_look(child(element, "rPr")).over(base.look),
        heading=heading,
        centred=alignment == "center" if alignment else base.centred,
        num_id=num_id if num_id is not None else base.num_id,
        level=level if level is not None else base.level,
    )
