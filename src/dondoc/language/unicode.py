"""Clean Vietnamese text: one composed form (NFC), plain spaces, no invisible characters."""

from __future__ import annotations

import re
import unicodedata

# Bullets and ticks of the Symbol and Wingdings fonts, which Word stores in the private-use area.
_SYMBOL_DASH = "\uf02d\uf0b7\uf0a7\uf0d8\uf076\uf077\uf0fc\uf06c\uf06e\uf0a8\uf0e8\uf0d2\uf071"
_SYMBOL_SIGNS = {"\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±", "\uf0b4": "×", "\uf0b8": "÷", "\uf0ae": "→"}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_REPLACED = {"\u00d0": "Đ", "\u0189": "Đ"} | _SYMBOL_SIGNS | _LIGATURES | dict.fromkeys(_SYMBOL_DASH, "-")

_BULLET = re.compile(r"^[•●▪■◦○‣∙⁃➢❖✓✔](?=\s|$)")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_BREAKS = re.compile("\r\n?|[\u000b\u0085\u2028\u2029]")
_REPLACE = re.compile("[" + "".join(_REPLACED) + "]")
_DROPPED = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
# What `clean` changes of the characters that count as printable: a line without them and without others is clean.
_RARE = re.compile("[\u00d0\u0189ﬀ-ﬆ\u034f\u115f\u1160\u17b4\u17b5\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LATE_QUALITY = re.compile("[\u0302\u0306]")  # circumflex or breve left over after NFC: it was typed after the tone
_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306\u031b])")


def clean(text: str) -> str:
    """Return `text` in NFC with plain spaces and "\\n" breaks, without invisible and private-use characters.

    Form feeds stay, since they are page breaks. The letter eth, which old keyboards typed for Đ and which
    looks the same, becomes Đ; bullets drawn with Symbol or Wingdings become "-".
    """
    if text.isprintable() and not _RARE.search(text):
        return nfc(text)
    if not text.isascii():
        text = _REPLACE.sub(lambda match: _REPLACED[match.group()], text)
    text = _BREAKS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    return nfc(_DROPPED.sub("", text))


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, white space collapsed and trimmed; a drawn bullet before it is "-"."""
    return _BULLET.sub("-", " ".join(clean(text).split()))


def nfc(text: str) -> str:
    """Return `text` in NFC, also where a tone mark was typed before the circumflex or breve of its vowel."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if _LATE_QUALITY.search(text):
        swapped = _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", swapped)
    return text
