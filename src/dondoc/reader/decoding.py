"""Turn the bytes of a text file into text: UTF-8, UTF-16, Windows-1258, TCVN3 or VNI, told by their content."""

from __future__ import annotations

import codecs

from dondoc.language import legacy
from dondoc.language.syllables import vietnamese_share
from dondoc.reader.document import Document, Note
from dondoc.reader.refusals import UnknownFormatError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "mojibake": "UTF-8 bị đọc nhầm", "cp1258": "Windows-1258"}
_BEFORE_CHARACTERS = 2_000
_MOST_DAMAGE = 0.005  # share of bytes that may be wrong in a text that is UTF-8 for the rest


class Decoded:
    """Text out of bytes, with what it looked like before when its encoding was a legacy one."""

    def __init__(self, text: str, encoding: str | None = None, before: str | None = None) -> None:
        self.text, self.encoding, self.before = text, encoding, before

    def mark(self, document: Document) -> Document:
        """Note on `document` that legacy text was converted."""
        if self.encoding is not None:
            name = _NAMES[self.encoding]
            document.notes.append(
                Note(code="legacy_encoding", message=f"Văn bản dùng bảng mã cũ {name} và đã được chuyển sang Unicode.")
            )
            document.before_conversion = (self.before or "")[:_BEFORE_CHARACTERS]
        return document


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file.

    Raises UnknownFormatError when they are no text in any encoding known here.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _converted(data[len(bom) :].decode(encoding, errors="replace"))
    wide = _wide_encoding(data[:2_000])
    if wide is not None:
        return _converted(data.decode(wide, errors="replace"))
    if not looks_like_text(data[:8_192]):
        raise UnknownFormatError
    try:
        return _converted(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _single_byte(data)


_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\v\x1a\x1b")


def looks_like_text(head: bytes) -> bool:
    """Say whether the first bytes of a file are text: no control bytes beside breaks, tabs and form feeds."""
    if head.startswith(tuple(bom for bom, _ in _BOMS)) or _wide_encoding(head[:2_000]) is not None:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return head.count(0) <= len(head) * 0.001 and controls <= len(head) * 0.01


def _wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its zero bytes stand: spaces, digits and breaks have one each."""
    if len(head) < 4:
        return None
    halves = {"utf-16-be": (head[0::2], head[1::2]), "utf-16-le": (head[1::2], head[0::2])}
    for encoding, (high, low) in halves.items():
        plain = bytes(below for above, below in zip(high, low, strict=False) if above == 0)
        printable = sum(byte >= 32 or byte in b"\t\n\r\f" for byte in plain)
        if len(plain) > 0.2 * len(high) and low.count(0) < 0.02 * len(low) and printable > 0.98 * len(plain):
            return encoding
    return None


def _converted(text: str) -> Decoded:
    conversion = legacy.convert(text)
    return Decoded(text) if conversion is None else Decoded(conversion.text, conversion.encoding, text)


def _single_byte(data: bytes) -> Decoded:
    repaired = data.decode("utf-8", errors="replace")
    wrong = repaired.count("\ufffd")
    if wrong <= max(1, len(repaired) * _MOST_DAMAGE):
        return _converted(repaired)
    western = _windows_1252(data)
    as_1258 = data.decode("cp1258", errors="replace")
    conversion = legacy.convert(western)
    legacy_share = (vietnamese_share(conversion.text) or 0.0) if conversion else 0.0
    if (vietnamese_share(as_1258) or 0.0) > legacy_share:
        return Decoded(as_1258, "cp1258", western)
    if conversion is not None:
        return Decoded(conversion.text, conversion.encoding, western)
    return Decoded(western)


def _windows_1252(data: bytes) -> str:
    """Decode as Windows-1252, the five bytes that it leaves open as the control characters they are in Latin-1."""
    return data.decode("latin-1").translate(_CONTROLS_OF_1252)


_CONTROLS_OF_1252 = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
