"""Looks at the first page of an evidence file for a secrecy mark, in a process of its own; no Django.

Called as `python -m dondoc.work.first_page SUFFIX` with the file on standard input; exits 3 where the page bears a
mark, 0 where it bears none or has no text, and anything else where the file cannot be opened. Pictures and pages
without text are recognised at a low resolution: a mark is stamped in large capitals.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
import zipfile
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import XMLParser

from dondoc.reader.document import SecretError
from dondoc.reader.secrecy import FIRST_PAGE_LINES, check_lines

if TYPE_CHECKING:
    from PIL.Image import Image

SECONDS = 20
MEMORY_BYTES = 1_500_000_000
MARKED = 3
PICTURES = (".jpg", ".jpeg", ".png")
LONGEST_SIDE = 1_700  # pixels: a sheet of A4 at about 145 dpi
SPARSE = 11  # Tesseract's layout for lone words anywhere on a picture
LOOK_SECONDS = 6  # a photograph without text takes a third of a second
MOST_XML_BYTES = 20_000_000
PARTS = {".docx": ("word/header", "word/document.xml"), ".xlsx": ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")}


def bears_mark(data: bytes, suffix: str) -> bool | None:
    """Say whether the first page of a file bears MẬT, TỐI MẬT or TUYỆT MẬT; None where it cannot be opened."""
    try:
        command = [sys.executable, "-m", "dondoc.work.first_page", suffix]
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return {0: False, MARKED: True}.get(done.returncode)


def first_lines(data: bytes, suffix: str) -> list[str]:
    """Return the lines of a picture or the first page of a PDF, a Word file's paragraphs, the texts of a workbook."""
    if suffix in PICTURES:
        import PIL.Image

        return recognised(PIL.Image.open(io.BytesIO(data)))
    if suffix == ".pdf":
        import pypdfium2

        document = pypdfium2.PdfDocument(data)
        if not len(document):
            return []
        page = document[0]
        texts = page.get_textpage().get_text_bounded().splitlines()
        return texts if any(map(str.strip, texts)) else recognised(page.render(scale=2).to_pil())
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist(), key=lambda one: ("document" in one, one)):
            if name.startswith(PARTS.get(suffix, ())) and name.endswith(".xml"):
                lines += [line for line in _paragraphs(archive, name) if line.strip()][:FIRST_PAGE_LINES]
    return lines


def recognised(picture: Image) -> list[str]:
    """Return the lines that Tesseract sees on a picture; none where it is not installed or sees nothing in time."""
    import numpy as np
    import PIL.ImageOps

    from dondoc.reader.ocr.tesseract import OcrFailedError, OcrMissingError, recognise

    picture.draft("L", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is opened smaller, others whole
    upright = PIL.ImageOps.exif_transpose(picture).convert("L")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    try:
        seen = recognise(np.asarray(upright), 145, SPARSE, time.monotonic() + LOOK_SECONDS)
    except (OcrMissingError, OcrFailedError):
        return []
    return [" ".join(word.text for word in line) for _number, line in groupby(seen, key=lambda word: word.line)]


class _Texts:
    """Gathers the text of each paragraph or cell string; a declaration of entities is refused."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.within = False

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """Begin a paragraph (w:p) or a string of a workbook (si, is)."""
        name = tag.rpartition("}")[2]
        if name in ("p", "si", "is"):
            self.lines.append("")
        self.within = name == "t"

    def end(self, _tag: str) -> None:
        """End an element."""
        self.within = False

    def data(self, text: str) -> None:
        """Add text to the paragraph."""
        if self.within and self.lines:
            self.lines[-1] += text

    def doctype(self, *_parts: object) -> None:
        """Refuse a document type, which these files never have."""
        raise ValueError("document type")

    def close(self) -> list[str]:
        """Return what was gathered."""
        return self.lines


def _paragraphs(archive: zipfile.ZipFile, name: str) -> list[str]:
    with archive.open(name) as part:
        xml = part.read(MOST_XML_BYTES)
    texts = _Texts()
    parser = XMLParser(target=texts)
    parser.feed(xml)
    parser.close()
    return texts.lines


def main(suffix: str) -> int:
    """Read standard input and return the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        check_lines(first_lines(sys.stdin.buffer.read(), suffix))
    except SecretError:
        return MARKED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
