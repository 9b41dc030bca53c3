"""Draws a paper's content as a Word file by a profile of rules; a clerk can go on editing it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .content import Appendix, Block, Content, Heading, Paragraph, Table
from .profiles import Profile

FONT = "Times New Roman"
TABLE_SIZE = 11.0
HEAD_WIDTHS = (80.0, 87.0)  # millimetres: "ĐẢNG BỘ THÀNH PHỐ …" and "ĐẢNG CỘNG SẢN VIỆT NAM" each on one line
ALIGN = {"l": WD_ALIGN_PARAGRAPH.LEFT, "c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def draw(content: Content, profile: Profile) -> bytes:
    """Return `content` as a .docx laid out by `profile`."""
    paper = _Paper(profile)
    paper.head(content)
    paper.title(content)
    paper.blocks(content.blocks)
    paper.foot(content)
    for number, appendix in enumerate(content.appendices, start=1):
        paper.appendix(appendix, number, content)
    return paper.save(content)


class _Paper:
    """One Word file being drawn."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.file: Any = Document()
        self._set_styles()
        self._set_page(self.file.sections[0], landscape=False)

    def _set_styles(self) -> None:
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(self.profile.body_size)
        fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
        for side in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{side}"), FONT)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "vi-VN")
        normal.element.get_or_add_rPr().append(language)
        normal.paragraph_format.space_after = Pt(0)

    def _set_page(self, section: Any, *, landscape: bool) -> None:
        """A4 with the rule's margins, page number 10 mm below the edge, none on the first page."""
        wide, high = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = wide, high
        top, bottom, left, right = self.profile.margins
        section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
        section.left_margin, section.right_margin = Mm(left), Mm(right)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        section.header.is_linked_to_previous = False
        line = section.header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _page_number(line)

    def line(
        self, place: Any, text: str, size: float, *, bold: bool = False, italic: bool = False, align: str = "c"
    ) -> Any:
        """Add one line to a cell or to the file."""
        first = hasattr(place, "paragraphs") and len(place.paragraphs) == 1 and not place.paragraphs[0].runs
        paragraph = place.paragraphs[0] if first and place is not self.file else place.add_paragraph()
        paragraph.alignment = ALIGN[align]
        run = paragraph.add_run(text)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
        return paragraph

    def head(self, content: Content) -> None:
        """Draw the letterhead: issuer and number on the left, Party or state line, place and date on the right."""
        p = self.profile
        table = _bare_table(self.file, HEAD_WIDTHS)
        left, right = table.rows[0].cells
        self.line(left, content.issuer_parent.upper(), p.issuer_parent_size)
        issuer = self.line(left, content.issuer.upper(), p.issuer_size, bold=True)
        if p.series == "party":
            self.line(left, "*", p.issuer_size)
        else:
            _rule_below(issuer, HEAD_WIDTHS[0], share=0.4)
        for place, text in enumerate(p.right_head):
            line = self.line(right, text, p.right_head_size, bold=True)
            if place == len(p.right_head) - 1:
                _rule_below(line, HEAD_WIDTHS[1])
        left, right = table.add_row().cells
        number = content.number or "      "
        self.line(
            left, f"Số{':' if p.number_colon else ''} {number}{p.type_before_body}{content.kind_symbol}", p.number_size
        )
        if content.draft:
            self.line(left, "Dự thảo", p.number_size, italic=True)
        self.line(right, f"{content.place}, {_spelt_date(content)}", 14 if p.series == "party" else 13, italic=True)

    def title(self, content: Content) -> None:
        """Draw the kind of paper and what it is about, with the mark below that the rule asks for."""
        p = self.profile
        kind = self.line(self.file, content.kind_name.upper(), p.kind_size, bold=True)
        kind.paragraph_format.space_before = Pt(18)
        about = self.line(self.file, content.about, p.about_size, bold=True)
        if p.series == "party":
            self.line(self.file, "-----", p.about_size).paragraph_format.space_after = Pt(12)
        else:
            _rule_below(about, 165, share=0.4)
            about.paragraph_format.space_after = Pt(12)

    def blocks(self, blocks: list[Block]) -> None:
        """Draw the body."""
        for block in blocks:
            if isinstance(block, Heading):
                self._body(block.text, bold=True).paragraph_format.keep_with_next = True
            elif isinstance(block, Paragraph):
                self._body(block.text)
            else:
                self._table(block)

    def _body(self, text: str, *, bold: bool = False) -> Any:
        paragraph = self.file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        form = paragraph.paragraph_format
        form.first_line_indent, form.space_before = Mm(10), Pt(6)
        if self.profile.exact_line is not None:
            form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(self.profile.exact_line)
        else:
            form.line_spacing = 1.15
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(self.profile.body_size)
        return paragraph

    def _table(self, block: Table) -> None:
        if block.caption:
            self.line(self.file, block.caption, TABLE_SIZE, italic=True, align="r")
        table = self.file.add_table(rows=1, cols=len(block.heads))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        for cell, text in zip(table.rows[0].cells, block.heads, strict=True):
            self.line(cell, text, TABLE_SIZE, bold=True)
        _repeat_head(table.rows[0])
        for number, values in enumerate(block.rows):
            row = table.add_row()
            _keep_whole(row)
            if number in block.group_rows:
                merged = row.cells[0].merge(row.cells[-1])
                self.line(merged, values[0], TABLE_SIZE, bold=True, align="l")
                continue
            for cell, text, align in zip(row.cells, values, block.align, strict=True):
                self.line(cell, text, TABLE_SIZE, align=align)
        _set_widths(table, block.widths)

    def foot(self, content: Content) -> None:
        """Draw recipients on the left and the signature on the right."""
        p = self.profile
        self.file.add_paragraph()
        table = _bare_table(self.file, (80, 85))
        _keep_whole(table.rows[0])
        left, right = table.rows[0].cells
        head = self.line(
            left, "Nơi nhận:", p.recipients_head_size, align="l", bold=p.series == "state", italic=p.series == "state"
        )
        head.runs[0].underline = p.series == "party"
        for text in content.recipients:
            self.line(left, f"- {text},", p.recipients_size, align="l")
        self.line(left, f"- {p.last_recipient}", p.recipients_size, align="l")
        signature = content.signature
        if signature.behalf:
            self.line(right, signature.behalf.upper(), 14, bold=True)
        self.line(right, signature.office.upper(), 14, bold=p.office_bold)
        for _ in range(4):
            self.line(right, "", 14)
        self.line(right, signature.name, 14, bold=True)

    def appendix(self, appendix: Appendix, number: int, content: Content) -> None:
        """Draw an appendix on pages of its own, numbered from 1."""
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        self._set_page(section, landscape=appendix.landscape)
        _restart_numbers(section)
        p = self.profile
        name = f"Phụ lục {ROMAN[number - 1]}" if p.appendix_roman else f"Phụ lục số {number:02d}"
        self.line(self.file, name, 14, bold=True)
        self.line(self.file, appendix.title.upper(), 14, bold=True)
        parent = f"(kèm theo {content.kind_name.capitalize()} số {content.number or '    '}{p.type_before_body}{content.kind_symbol})"
        self.line(self.file, parent, 13, italic=True)
        self.line(self.file, "-----" if p.series == "party" else "", 14)
        self.blocks(appendix.blocks)

    def save(self, content: Content) -> bytes:
        """Return the file; its properties name the paper, not a program or a person's account."""
        properties = self.file.core_properties
        properties.title, properties.author, properties.language = (
            f"{content.kind_name} {content.about}",
            content.issuer,
            "vi-VN",
        )
        properties.comments = ""
        out = io.BytesIO()
        self.file.save(out)
        return out.getvalue()


def _spelt_date(content: Content) -> str:
    """Return the date as papers spell it: a 0 before days 1-9 and before months 1 and 2 only."""
    if content.date is None:
        return "ngày      tháng      năm      "
    day, month, year = content.date.day, content.date.month, content.date.year
    return f"ngày {day:02d} tháng {month:02d} năm {year}" if month < 3 else f"ngày {day:02d} tháng {month} năm {year}"


def _bare_table(place: Any, widths: Sequence[float]) -> Any:
    table = place.add_table(rows=1, cols=2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _set_widths(table, widths)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)
    return table


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Set the widths of the columns in millimetres, in the grid and in every cell: Word goes by one, others by the other."""
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Mm(width)
    for row in table._tbl.tr_lst:
        place = 0
        for cell in row.tc_lst:
            cell.width = Mm(sum(widths[place : place + cell.grid_span]))
            place += cell.grid_span


def _page_number(paragraph: Any) -> None:
    run = paragraph.add_run()
    run.font.size = Pt(14)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
        run._r.append(element)


def _restart_numbers(section: Any) -> None:
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)


def _rule_below(paragraph: Any, room: float, share: float = 1.0) -> None:
    """Draw a line under a paragraph, as long as `share` of its words, in a place `room` millimetres wide."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    form = paragraph.paragraph_format
    if share < 1:
        # The line is shorter than the words: it hangs on an empty paragraph of its own below them.
        below: Any = OxmlElement("w:p")
        paragraph._p.addnext(below)
        drawn = type(paragraph)(below, paragraph._parent)
        drawn.paragraph_format.line_spacing, drawn.paragraph_format.space_after = Pt(2), Pt(4)
        form = drawn.paragraph_format
        below.get_or_add_pPr().append(borders)
    else:
        paragraph._p.get_or_add_pPr().append(borders)
    side = max(0.0, (room - share * min(room, _width(paragraph))) / 2 - 2)
    form.left_indent = form.right_indent = Mm(side)


def _width(paragraph: Any) -> float:
    """Estimate the width of a line in millimetres: capitals 0.7, other letters 0.47, blanks 0.25 of the size."""
    ems = sum(0.25 if c == " " else 0.7 if c.isupper() else 0.47 for c in paragraph.text)
    size: float = paragraph.runs[0].font.size.pt
    return ems * size * 25.4 / 72


def _repeat_head(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _keep_whole(row)


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
