"""The lines of "Nơi nhận" (convention 25)."""

from __future__ import annotations

import re

from dondoc.extraction import labels
from dondoc.extraction.paragraphs import is_capital
from dondoc.extraction.parts import SIGNING

_DASH = re.compile(r"^[-–—•+*]\s*")
_LAST = re.compile(r"^[-–—•+*]?\s*Lưu\b")


def recipients_of(lines: list[str]) -> list[str]:
    """Return the recipients, one a dash, joined over lines, without the dash and the closing mark."""
    found: list[str] = []
    ended = False
    for line in lines:
        text = " ".join(line.replace("|", " ").split()).strip("*_ ")
        label = labels.recipients_label(text)
        if label:
            text = text[label.end :].strip("*_ :")
            if is_capital(text):  # the signer's role, from the column beside
                continue
        if not text:
            continue
        if SIGNING.match(text):
            break
        dash = _DASH.match(text)
        if dash and text[0] == "+" and found and (found[-1].endswith(":") or " + " in found[-1]):
            found[-1] = f"{found[-1]} {text}"  # who they are in one office, one dash with it
        elif dash:
            found.append(text[dash.end() :])
        elif "" in found:  # dashes read as a column of their own, before the column of the names
            found[found.index("")] = text
        elif found and not ended:
            found[-1] = f"{found[-1]} {text}"
        elif not found and not label:
            found.append(text)
        ended = bool(_LAST.match(text)) and text.rstrip().endswith((".", "./."))
    return [entry for entry in (item.strip().rstrip(".,;/ ").strip() for item in found) if entry]
