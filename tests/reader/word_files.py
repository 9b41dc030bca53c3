"""Writes small Word packages part by part, so that a test says exactly what stands in the file."""

from __future__ import annotations

import io
import zipfile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
FILLER = "Nâng cao năng lực lãnh đạo của tổ chức đảng và chất lượng đội ngũ đảng viên."
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run."""
    inside = f"<w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def item(text: str, num_id: int, level: int = 0) -> str:
    """Return a paragraph of list `num_id`."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def cell(*content: str, properties: str = "") -> str:
    """Return a table cell; plain texts become paragraphs."""
    inside = "".join(part if part.startswith("<") else p(part) for part in content) or p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: list[str]) -> str:
    """Return a table of rows of cells; plain texts become cells."""
    made = ("".join(part if part.startswith("<w:tc>") else cell(part) for part in row) for row in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def levels(*definitions: tuple[str, str], start: int = 1) -> str:
    """Return the `w:lvl` elements of a list from (format, text) of each level."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(definitions)
    )


def package(body: str, *, filler: bool = True, main: str = "word/document.xml", **parts: str | bytes) -> bytes:
    """Return a .docx; `parts` are numbering, styles, header1, footnotes … or any name with "/" through `extra`."""
    extra = parts.pop("extra", {})
    content = body + (p(FILLER) if filler else "")
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        main: f"<?xml version='1.0' encoding='UTF-8'?><w:document {NAMESPACES}><w:body>{content}</w:body></w:document>",
    }
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header1": "hdr", "footer1": "ftr"}
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {NAMESPACES}>{inside}</w:{roots[name]}>"
    files |= extra
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, inside in files.items():
            packed.writestr(name, inside)
    return buffer.getvalue()
