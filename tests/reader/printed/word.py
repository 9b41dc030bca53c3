"""Papers as .docx for a word processor to print."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from reader.printed.model import Columns, Look, Paper, Sides, Table, Text, Turn, as_cells, placed

ALIGN = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY, "left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}  # fmt: skip


def write(paper: Paper, path: Path) -> None:
    """Write `paper` as a .docx at `path`."""
    word = docx.Document()
    look = paper.look
    _set(word, look)
    for block in paper.blocks:
        if isinstance(block, Text):
            _typed(word, block, look)
        elif isinstance(block, Sides):
            _sides(word, block, look)
        elif isinstance(block, Table):
            _table(word, block, look)
            word.add_paragraph()
        elif isinstance(block, Turn):
            _turn(word, block)
        elif isinstance(block, Columns):
            word.add_section(WD_SECTION.CONTINUOUS)
            for text in block.texts:
                _typed(word, text, look)
            _in_columns(word.sections[-1], 2)
            word.add_section(WD_SECTION.CONTINUOUS)
            _in_columns(word.sections[-1], 1)
    word.save(str(path))


def _set(word: Any, look: Look) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    style = word.styles["Normal"]
    style.font.name, style.font.size = look.font, Pt(look.size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), look.font)
    if look.spacing:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(round(look.spacing * 20)))
        style.element.rPr.append(spacing)
    style.paragraph_format.space_after = Pt(4 if look.indent else 14)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = look.leading
    if look.head:
        section.header.paragraphs[0].text = look.head
    if look.foot:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for part in look.foot.replace("{n}", "\0PAGE\0").replace("{all}", "\0NUMPAGES\0").split("\0"):
            if part in ("PAGE", "NUMPAGES"):
                field = f'<w:fldSimple {nsdecls("w")} w:instr=" {part} "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
                paragraph._p.append(parse_xml(field))
            elif part:
                paragraph.add_run(part)


def _typed(where: Any, text: Text, look: Look) -> Any:
    paragraph = where.add_paragraph()
    fold = unicodedata.normalize("NFD", text.text) if look.decomposed else text.text
    run = paragraph.add_run(fold)
    run.bold, run.italic = text.bold or None, text.italic or None
    paragraph.alignment = ALIGN["left" if text.align == "justify" and not look.justify else text.align]
    if look.indent and text.align == "justify":
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    return paragraph


def _in_columns(section: Any, number: int) -> None:
    columns = section._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        section._sectPr.append(columns)
    columns.set(qn("w:num"), str(number))
    columns.set(qn("w:space"), "567")


def _turn(word: Any, turn: Turn) -> None:
    before = word.sections[-1]
    section = word.add_section(WD_SECTION.NEW_PAGE)
    wide = max(before.page_width, before.page_height)
    narrow = min(before.page_width, before.page_height)
    section.orientation = WD_ORIENT.LANDSCAPE if turn.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (wide, narrow) if turn.landscape else (narrow, wide)


def _room(word: Any) -> int:
    section = word.sections[-1]
    return int(section.page_width - section.left_margin - section.right_margin)


def _sides(word: Any, sides: Sides, look: Look) -> None:
    table = word.add_table(rows=1, cols=2)
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    room = _room(word)
    for cell, lines, share in zip(
        table.rows[0].cells, (sides.left, sides.right), (sides.share, 100 - sides.share), strict=True
    ):
        cell.width = int(room * share / 100)
        for index, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.add_run(line)
            paragraph.paragraph_format.space_after = Pt(0)
            if not sides.left[0].startswith("Nơi nhận") or lines is sides.right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _table(word: Any, table: Table, look: Look) -> None:
    rows = [*table.head, *as_cells(table.rows)]
    made = word.add_table(rows=len(rows), cols=table.columns)
    made.autofit = False
    if table.ruling in ("full", "shaded"):
        made.style = "Table Grid"
    room = _room(word)
    for row in made.rows:
        for cell, width in zip(row.cells, table.widths, strict=True):
            cell.width = int(room * width / 100)
        if look.whole_rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column, row in placed(rows, table.columns):
        target = made.cell(row, column)
        if cell.wide > 1 or cell.high > 1:
            target = target.merge(made.cell(row + cell.high - 1, column + cell.wide - 1))
        _cell(target, cell.text, row < len(table.head), table, look)
    if table.repeats:
        for row in made.rows[: len(table.head)]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _cell(target: Any, text: str, head: bool, table: Table, look: Look) -> None:
    for index, part in enumerate(text.split("\n")):
        paragraph = target.paragraphs[0] if index == 0 else target.add_paragraph()
        run = paragraph.add_run(unicodedata.normalize("NFD", part) if look.decomposed else part)
        run.bold = head
        run.font.size = Pt(look.size - 2)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if head else WD_ALIGN_PARAGRAPH.LEFT
    properties = target._tc.get_or_add_tcPr()
    if head and table.ruling == "shaded":
        properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="D9E2F3"/>'))
    if table.ruling == "horizontal":
        sides = "".join(f'<w:{side} w:val="single" w:sz="6"/>' for side in ("top", "bottom"))
        properties.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{sides}</w:tcBorders>"))
