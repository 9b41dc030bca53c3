"""Open a zip package of an office program without trusting it: sizes first, no entities, no paths out of it."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from dondoc.reader.limits import Limits
from dondoc.reader.refusals import DamagedFileError, EncryptedFileError, UnsafeFileError

if TYPE_CHECKING:
    from lxml.etree import _Element

# All that zipfile raises on a broken file, as fuzzing found it.
_BROKEN = (
    KeyError, ValueError, OverflowError, EOFError, OSError, NotImplementedError, RuntimeError, IndexError,
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
)  # fmt: skip
_RATIO_FROM = 10_000_000  # unpacked bytes from which the ratio is judged
_MOST_PARTS = 10_000
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Package:
    """A zip package whose parts are read one by one.

    Raises DamagedFileError, EncryptedFileError or UnsafeFileError on opening, before anything is unpacked.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise DamagedFileError("Word", "Word file") from error
        parts = self._zip.infolist()
        if any(part.flag_bits & 0x1 for part in parts):
            raise EncryptedFileError
        unpacked = sum(part.file_size for part in parts)
        packed = max(sum(part.compress_size for part in parts), 1)
        too_dense = unpacked > _RATIO_FROM and unpacked / packed > limits.max_unpacked_ratio
        if len(parts) > _MOST_PARTS or unpacked > limits.max_unpacked_bytes or too_dense:
            raise UnsafeFileError("giải nén ra quá lớn", "it unpacks to far too much")
        self.names = frozenset(part.filename for part in parts)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; DamagedFileError when it is broken or missing."""
        try:
            return self._zip.read(name)
        except _BROKEN as error:
            raise DamagedFileError("Word", "Word file") from error

    def xml(self, name: str) -> _Element:
        """Parse a part; a document type or entity declaration in it is refused, never followed."""
        from lxml import etree

        data = self.read(name)
        if _DECLARATION.search(data.replace(b"\0", b"")):
            raise UnsafeFileError("khai báo thực thể XML", "XML entity declarations")
        for strict, transitional in _STRICT:
            if strict in data[:20_000]:
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedFileError("Word", "Word file") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnsafeFileError("khai báo thực thể XML", "XML entity declarations")
        return root
