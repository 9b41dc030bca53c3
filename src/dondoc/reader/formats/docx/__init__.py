"""Read Word files (.docx, .docm) straight from their parts; macros are never run, linked files never fetched."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dondoc.language import legacy
from dondoc.reader import secrecy
from dondoc.reader.assembly import Assembly, Block, Draft, TableDraft
from dondoc.reader.document import Document, Note, Page
from dondoc.reader.limits import Limits
from dondoc.reader.package import Package
from dondoc.reader.refusals import DamagedFileError, OnlyPicturesError, SpreadsheetError, UnknownFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from dondoc.reader.formats.docx.body import BodyReader
    from dondoc.reader.formats.docx.styles import Styles

MEDIA_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-word.document.macroEnabled.12",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
)
SUFFIXES = (".docx", ".docm", ".dotx")

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MAIN_TYPE = re.compile(r"/officeDocument$")
_RUNNING = re.compile(r"^word/(?:header|footer)\d*\.xml$")
_BEFORE_CHARACTERS = 2_000
_MESSAGES = {
    "macros": "Tệp có macro; chỉ phần chữ được đọc, macro không được chạy và không được giữ lại.",
    "tracked_changes": "Tệp còn theo dõi thay đổi: phần chèn thêm được giữ, phần đã xóa được bỏ.",
    "hidden_text": "Tệp có chữ ẩn; phần chữ ẩn không được đọc.",
    "contents": "Mục lục của tệp đã được bỏ qua.",
    "footnotes": "Chú thích cuối trang được đặt ở cuối văn bản.",
    "legacy_encoding": "Văn bản dùng phông chữ bảng mã cũ (TCVN3 hoặc VNI) và đã được chuyển sang Unicode.",
}


def matches(head: bytes, filename: str) -> float:
    """Return 0.8 for any zip package; `read` tells what it holds."""
    return 0.8 if head.startswith(_ZIP) else 0.0


def read(data: bytes, limits: Limits) -> Document:
    """Read a Word package; other packages are told apart: a workbook is refused, an OpenDocument text converted."""
    package = Package(data, limits)
    main = _main_part(package)
    if main is None:
        return _other(package, data, limits)
    reader, body = _body_reader(package, main)
    blocks = list(reader.blocks(body))
    if limits.check_secrecy:
        secrecy.check_lines([*reader.word_art, *_running_lines(package, main)])
    footnotes = list(_footnotes(package, main))
    before = reader.before_conversion or _convert_unmarked(blocks)
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in package.names)
    assembly = Assembly(limits)
    for block in [*blocks, *footnotes]:
        assembly.add(block)
    document = assembly.finish(Page(number=number) for number in range(1, (reader.page or 0) + 1))
    if not document.lines and any(name.startswith("word/media/") for name in package.names):
        raise OnlyPicturesError
    document.origin = "docx"
    document.media_type = MEDIA_TYPES[1 if has_macros else 0]
    document.before_conversion = before[:_BEFORE_CHARACTERS] if before else None
    present = {
        "macros": has_macros,
        "tracked_changes": reader.tracked, "hidden_text": reader.hidden, "contents": reader.contents,
        "footnotes": bool(footnotes), "legacy_encoding": before is not None,
    }  # fmt: skip
    document.notes += [Note(code=code, message=_MESSAGES[code]) for code, found in present.items() if found]
    return document


def _main_part(package: Package) -> str | None:
    """Return the name of the main document part, by the package's relationships; None when it is no Word file."""
    if "word/document.xml" in package.names:
        return "word/document.xml"
    if "_rels/.rels" not in package.names:
        return None
    for relation in package.xml("_rels/.rels"):
        target = (relation.get("Target") or "").lstrip("/")
        if _MAIN_TYPE.search(relation.get("Type") or "") and target in package.names and target.startswith("word/"):
            return target
    return None


def _other(package: Package, data: bytes, limits: Limits) -> Document:
    names = package.names
    if any(name.startswith("xl/") for name in names):
        raise SpreadsheetError
    if "mimetype" in names:
        kind = package.read("mimetype").strip()
        if kind.startswith(b"application/vnd.oasis.opendocument.text"):
            from dondoc.reader.formats.doc import convert

            return convert(data, ".odt", limits)
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            raise SpreadsheetError
    if "[Content_Types].xml" in names and not any(name.startswith("ppt/") for name in names):
        raise DamagedFileError("Word", "Word file")
    raise UnknownFormatError


def _body_reader(package: Package, main: str) -> tuple[BodyReader, _Element]:
    from dondoc.reader.formats.docx.body import BodyReader
    from dondoc.reader.formats.docx.names import child, w
    from dondoc.reader.formats.docx.numbering import Numbering

    folder = posixpath.dirname(main)
    root = package.xml(main)
    body = child(root, "body")
    if body is None:
        raise DamagedFileError("Word", "Word file")
    styles = _styles(package, main)
    numbering = Numbering(_optional(package, f"{folder}/numbering.xml"), styles)
    paged = next(body.iter(w("lastRenderedPageBreak")), None) is not None
    return BodyReader(styles, numbering, paged=paged), body


def _styles(package: Package, main: str) -> Styles:
    from dondoc.reader.formats.docx.styles import Styles

    return Styles(_optional(package, f"{posixpath.dirname(main)}/styles.xml"))


def _optional(package: Package, name: str) -> _Element | None:
    return package.xml(name) if name in package.names else None


def _running_lines(package: Package, main: str) -> Iterator[str]:
    """Yield the lines of headers and footers, which are no part of the text but may bear a secrecy mark."""
    from dondoc.reader.formats.docx.body import BodyReader
    from dondoc.reader.formats.docx.numbering import Numbering

    styles = _styles(package, main)
    for name in sorted(package.names):
        if _RUNNING.match(name):
            reader = BodyReader(styles, Numbering(None, styles), paged=False)
            yield from (line.text for line in _drafts(list(reader.blocks(package.xml(name)))))
            yield from reader.word_art


def _paragraph_texts(root: _Element) -> Iterator[str]:
    from dondoc.reader.formats.docx.names import w

    for paragraph in root.iter(w("p")):
        yield "".join(text.text or "" for text in paragraph.iter(w("t")))


def _footnotes(package: Package, main: str) -> Iterator[Draft]:
    """Yield each footnote as a line "[1] …", for the end of the text."""
    from dondoc.reader.formats.docx.names import w

    for kind in ("footnote", "endnote"):
        root = _optional(package, f"{posixpath.dirname(main)}/{kind}s.xml")
        if root is None:
            continue
        count = 0
        for note in root.iterchildren(w(kind)):
            text = " ".join(" ".join(_paragraph_texts(note)).split())
            if note.get(w("type")) is None and text:
                count += 1
                yield Draft(text=f"[{count}] {text}")


def _convert_unmarked(blocks: list[Block]) -> str | None:
    """Convert legacy text whose font's name does not tell; return what its beginning looked like before."""
    drafts = _drafts(blocks)
    text = "\n".join(draft.text for draft in drafts)
    encoding = legacy.detect(text)
    if encoding is None:
        return None
    for draft in drafts:
        draft.text = legacy.convert_as(draft.text, encoding)
    return text


def _drafts(blocks: list[Block]) -> list[Draft]:
    drafts: list[Draft] = []
    for block in blocks:
        drafts += block.flattened() if isinstance(block, TableDraft) else [block]
    return drafts
