"""Recognise and convert text typed in the fonts of before Unicode: TCVN3 (ABC), VNI, and broken UTF-8.

Both font encodings put Vietnamese glyphs on the places of Western letters: TCVN3 one place a letter, VNI a
base letter followed by its mark. They are told apart from Western text by whether the converted words are
Vietnamese syllables. Conversion must come before cleaning: TCVN3 keeps "ư" where Unicode has the soft hyphen.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from dondoc.language.syllables import marked_syllables, vietnamese_share

Encoding = Literal["tcvn3", "vni", "mojibake"]


def _table(rows: str) -> dict[str, str]:
    """Read "letter=hex" pairs."""
    pairs = (pair.split("=") for pair in rows.split())
    return {chr(int(code, 16)): letter for letter, code in pairs}


# TCVN 5712:1993, VN3: the lower case with tones, and the seven capitals without.
TCVN3 = _table(
    """
    à=B5 ả=B6 ã=B7 á=B8 ạ=B9 ă=A8 ằ=BB ẳ=BC ẵ=BD ắ=BE ặ=C6 â=A9 ầ=C7 ẩ=C8 ẫ=C9 ấ=CA ậ=CB đ=AE
    è=CC ẻ=CE ẽ=CF é=D0 ẹ=D1 ê=AA ề=D2 ể=D3 ễ=D4 ế=D5 ệ=D6 ì=D7 ỉ=D8 ĩ=DC í=DD ị=DE
    ò=DF ỏ=E1 õ=E2 ó=E3 ọ=E4 ô=AB ồ=E5 ổ=E6 ỗ=E7 ố=E8 ộ=E9 ơ=AC ờ=EA ở=EB ỡ=EC ớ=ED ợ=EE
    ù=EF ủ=F1 ũ=F2 ú=F3 ụ=F4 ư=AD ừ=F5 ử=F6 ữ=F7 ứ=F8 ự=F9 ỳ=FA ỷ=FB ỹ=FC ý=FD ỵ=FE
    Ă=A1 Â=A2 Ê=A3 Ô=A4 Ơ=A5 Ư=A6 Đ=A7
    """
)
_TONE_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_BREVE_MARKS = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_ROOF_MARKS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    from unicodedata import normalize

    table = dict(_VNI_SINGLE)
    for base, letter in zip("aeouyôö", "aeouyơư", strict=True):
        table |= {base + code: normalize("NFC", letter + mark) for code, mark in _TONE_MARKS.items()}
    table |= {"a" + code: normalize("NFC", "ă" + mark) for code, mark in _BREVE_MARKS.items()}
    for base in "aeo":
        table |= {base + code: normalize("NFC", base + "\u0302" + mark) for code, mark in _ROOF_MARKS.items()}
    capitals = {key.upper(): letter.upper() for key, letter in table.items()}
    mixed = {key[0].upper() + key[1]: letter.upper() for key, letter in table.items() if len(key) == 2}
    return mixed | capitals | table


VNI = _vni()
_WESTERN_BYTES = {
    bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_LEAST_SYLLABLES = 3  # fewer are chance: "Tøm", "path · by whom"
_TCVN3_LETTER = re.compile("[" + "".join(TCVN3) + "]")
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_TCVN3_FONT = re.compile(r"^\.vn", re.IGNORECASE)
_VNI_FONT = re.compile(r"^vni[- ]", re.IGNORECASE)
_UNICODE_VIETNAMESE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")


class Conversion(msgspec.Struct, kw_only=True, frozen=True):
    """Legacy text made Unicode, and the encoding it was in."""

    text: str
    encoding: Encoding


def detect(text: str) -> Encoding | None:
    """Return the legacy encoding that `text` (read as Windows-1252) is in, or None for any other text."""
    if text.isascii() or _UNICODE_VIETNAMESE.search(text[:20_000]):
        return None
    sample = text[:40_000]
    before = vietnamese_share(sample) or 0.0
    shares: list[tuple[float, Encoding]] = []
    for encoding in ("mojibake", "tcvn3", "vni"):
        shares.append((vietnamese_share(convert_as(sample, encoding)) or 0.0, encoding))
    share, encoding = max(shares, key=lambda pair: pair[0])
    if share < 0.3 or share < 2 * before:
        return None
    return encoding if marked_syllables(convert_as(sample, encoding)) >= _LEAST_SYLLABLES else None


def convert(text: str) -> Conversion | None:
    """Convert `text` when it is legacy text; return None when it is not."""
    encoding = detect(text)
    return None if encoding is None else Conversion(text=convert_as(text, encoding), encoding=encoding)


def convert_as(text: str, encoding: Encoding) -> str:
    """Convert `text`, which is known to be in `encoding`; characters outside its table stay as they are."""
    if encoding == "tcvn3":
        return _TCVN3_LETTER.sub(lambda match: TCVN3[match.group()], text)
    if encoding == "vni":
        return _VNI_LETTER.sub(lambda match: VNI[match.group()], text)
    try:
        return bytes(_WESTERN_BYTES.get(letter) or ord(letter) for letter in text).decode("utf-8", errors="replace")
    except ValueError:  # a letter that Windows-1252 does not have
        return text


def font_encoding(font: str | None) -> Encoding | None:
    """Return the legacy encoding that a font's name tells: .VnTime is TCVN3, VNI-Times is VNI."""
    if font is None:
        return None
    if _VNI_FONT.match(font):
        return "vni"
    return "tcvn3" if _TCVN3_FONT.match(font) else None


def convert_run(text: str, font: str | None) -> str:
    """Convert a run of text by its font's name; a run that already holds Unicode Vietnamese stays.

    The capital fonts of TCVN3 end in H (.VnTimeH) and draw lower-case codes as capitals.
    """
    encoding = font_encoding(font)
    if encoding is None or _UNICODE_VIETNAMESE.search(text):
        return text
    converted = convert_as(text, encoding)
    if encoding == "tcvn3" and font is not None and font.endswith("H"):
        return converted.upper()
    return converted
