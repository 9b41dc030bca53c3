"""Read .doc, .rtf and .odt by having LibreOffice convert them to .docx, in a process of its own with a time limit."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from dondoc.reader.document import Document
from dondoc.reader.limits import Limits
from dondoc.reader.refusals import (
    ConversionFailedError,
    ConverterMissingError,
    DamagedFileError,
    EncryptedFileError,
    SpreadsheetError,
    UnknownFormatError,
)

MEDIA_TYPES = ("application/msword", "application/rtf", "application/vnd.oasis.opendocument.text")
SUFFIXES = (".doc", ".rtf", ".odt", ".dot")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_CONVERTERS = ("soffice", "libreoffice")
_ENCRYPTED_FLAG = 0x0100  # in the word at 0x0A of the WordDocument stream: fEncrypted


def matches(head: bytes, filename: str) -> float:
    """Return 0.9 for an OLE file or RTF."""
    return 0.9 if head.startswith((_OLE, _RTF)) else 0.0


def read(data: bytes, limits: Limits) -> Document:
    """Read a Word 97 or RTF file; a workbook or a locked file in the same container is refused by name."""
    if data.startswith(_RTF):
        return convert(data, ".rtf", limits)
    if _has_stream(data, "EncryptedPackage") or _has_stream(data, "EncryptionInfo"):
        raise EncryptedFileError
    if _has_stream(data, "WordDocument"):
        if _is_locked(data):
            raise EncryptedFileError
        return convert(data, ".doc", limits)
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        raise SpreadsheetError
    if len(data) < 1_536:
        raise DamagedFileError("Word", "Word file")
    raise UnknownFormatError


def convert(data: bytes, suffix: str, limits: Limits) -> Document:
    """Convert `data` to .docx and read that.

    Raises ConverterMissingError without LibreOffice, ConversionFailedError when it fails or takes too long.
    """
    from dondoc.reader.formats import docx

    program = next((path for path in map(shutil.which, _CONVERTERS) if path), None)
    if program is None:
        raise ConverterMissingError
    with tempfile.TemporaryDirectory(prefix="dondoc-doc-") as folder:
        source = Path(folder, "source" + suffix)
        source.write_bytes(data)
        _run(program, source, limits.converter_seconds)
        result = Path(folder, "out", "source.docx")
        if not result.is_file():
            raise ConversionFailedError
        if result.stat().st_size > limits.max_bytes:
            raise ConversionFailedError
        converted = result.read_bytes()
    document = docx.read(converted, limits)
    document.origin = "doc"
    document.media_type = MEDIA_TYPES[(".doc", ".rtf", ".odt").index(suffix)]
    return document


def _run(program: str, source: Path, seconds: float) -> None:
    """Run LibreOffice with a profile of its own in the source's folder; kill its whole group when time is up."""
    folder = source.parent
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
        "--nodefault", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    process = subprocess.Popen(
        command, cwd=folder, env=environment, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise ConversionFailedError from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End every process of the group; LibreOffice leaves helpers behind when it hangs."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _has_stream(data: bytes, name: str) -> bool:
    """Say whether the OLE directory names a stream: UTF-16 name, then its zero end, at a 128-byte boundary."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = data.find(wanted)
    while at != -1:
        if at % 128 == 0:
            return True
        at = data.find(wanted, at + 1)
    return False


def _is_locked(data: bytes) -> bool:
    """Say whether the Word file information block, at the first sector as Word writes it, has its password flag set."""
    block = data.find(b"\xec\xa5", 512)
    if block == -1 or block % 512:
        return False
    return bool(int.from_bytes(data[block + 0x0A : block + 0x0C], "little") & _ENCRYPTED_FLAG)
