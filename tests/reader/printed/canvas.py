"""Papers drawn with reportlab, cells in the middle of their rows."""

from __future__ import annotations

import html
import io
from pathlib import Path
from typing import Any

from reportlab.lib import colors, enums, pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Table as Laid

from reader.printed.model import Look, Paper, Sides, Table, Text, Turn, as_cells, placed

FOLDER = Path("/usr/share/fonts/truetype/dejavu")
FACES = {"DejaVu Serif": ("DejaVuSerif", "Italic"), "DejaVu Sans": ("DejaVuSans", "Oblique")}
ALIGN = {"justify": enums.TA_JUSTIFY, "left": enums.TA_LEFT, "center": enums.TA_CENTER, "right": enums.TA_RIGHT}
CM = 28.35


def is_possible() -> bool:
    """Say whether the fonts are installed."""
    return all(_file(name, mark).exists() for name, _ in FACES.values() for mark in ("", "-Bold"))


def _file(name: str, mark: str) -> Path:
    return FOLDER / f"{name}{mark}.ttf"


def drawn(paper: Paper) -> bytes:
    """Return the PDF of a paper."""
    look = paper.look
    register(look.font)
    buffer = io.BytesIO()
    upright, wide = pagesizes.A4, pagesizes.landscape(pagesizes.A4)
    made = BaseDocTemplate(buffer, pagesize=upright, invariant=1)
    made.addPageTemplates([_template("upright", upright, look), _template("wide", wide, look)])
    story: list[Any] = []
    room = upright[0] - 4.5 * CM
    for block in paper.blocks:
        if isinstance(block, Turn):
            story += [NextPageTemplate("wide" if block.landscape else "upright"), PageBreak()]
            room = (wide if block.landscape else upright)[0] - 4.5 * CM
        elif isinstance(block, Text):
            story.append(_paragraph(block, look))
        elif isinstance(block, Sides):
            story.append(_sides(block, look, room))
        elif isinstance(block, Table):
            story += [_table(block, look, room), Spacer(1, 10)]
    made.build(story)
    return buffer.getvalue()


def register(font: str) -> None:
    """Make a font of `FACES` known to reportlab, with its bold and italic."""
    name, slanted = FACES[font]
    files = {"": "", "-b": "-Bold", "-i": f"-{slanted}", "-bi": f"-Bold{slanted}"}
    for mark, face in files.items():
        there = face if _file(name, face).exists() else "-Bold" if mark == "-bi" else ""
        pdfmetrics.registerFont(TTFont(font + mark, str(_file(name, there))))
    pdfmetrics.registerFontFamily(font, normal=font, bold=f"{font}-b", italic=f"{font}-i", boldItalic=f"{font}-bi")


def _template(name: str, size: tuple[float, float], look: Look) -> PageTemplate:
    frame = Frame(3 * CM, 2 * CM, size[0] - 4.5 * CM, size[1] - 4 * CM, 0, 0, 0, 0)

    def edges(canvas: Any, made: Any) -> None:
        canvas.saveState()
        canvas.setFont(look.font, 10)
        canvas.drawString(3 * CM, size[1] - 1.2 * CM, look.head)
        canvas.drawCentredString(size[0] / 2, 1.1 * CM, look.foot.format(n=made.page, all=9))
        if look.watermark:
            canvas.setFillGray(0.85)
            canvas.setFont(look.font, 60)
            canvas.translate(size[0] / 2, size[1] / 2)
            canvas.rotate(40)
            canvas.drawCentredString(0, 0, look.watermark)
        canvas.restoreState()

    return PageTemplate(name, [frame], onPage=edges, pagesize=size)


def _style(look: Look, size: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle("plain", fontName=look.font, fontSize=size, leading=size * look.leading * 1.1, **more)


def _paragraph(text: Text, look: Look) -> Paragraph:
    inner = html.escape(text.text).replace("\n", "<br/>")
    inner = f"<b>{inner}</b>" if text.bold else inner
    inner = f"<i>{inner}</i>" if text.italic else inner
    indent = 1.27 * CM if look.indent and text.align == "justify" else 0
    align = ALIGN["left" if text.align == "justify" and not look.justify else text.align]
    after = 4 if look.indent else 12
    return Paragraph(inner, _style(look, look.size, alignment=align, firstLineIndent=indent, spaceAfter=after))


def _sides(sides: Sides, look: Look, room: float) -> Laid:
    signed = sides.left[0].startswith("Nơi nhận")
    cells = []
    for lines, align in ((sides.left, "left" if signed else "center"), (sides.right, "center")):
        style = _style(look, look.size - 1, alignment=ALIGN[align])
        cells.append([Paragraph(html.escape(line) or "&nbsp;", style) for line in lines])
    bare = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(0)])
    return Laid([cells], colWidths=[room * sides.share / 100, room * (100 - sides.share) / 100], style=bare)


def _padding(points: float) -> list[tuple[Any, ...]]:
    return [(f"{side}PADDING", (0, 0), (-1, -1), points) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def _table(table: Table, look: Look, room: float) -> Laid:
    rows = [*table.head, *as_cells(table.rows)]
    fields: list[list[Any]] = [[""] * table.columns for _ in rows]
    commands: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_padding(4)]
    for cell, column, row in placed(rows, table.columns):
        head = row < len(table.head)
        style = _style(look, look.size - 2, alignment=ALIGN["center" if head or column == 0 else "left"])
        inner = html.escape(cell.text)
        parts = [Paragraph(f"<b>{part}</b>" if head else part, style) for part in inner.split("\n")]
        fields[row][column] = parts
        if cell.wide > 1 or cell.high > 1:
            commands.append(("SPAN", (column, row), (column + cell.wide - 1, row + cell.high - 1)))
    if table.ruling in ("full", "shaded"):
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    if table.ruling == "shaded":
        commands.append(("BACKGROUND", (0, 0), (-1, len(table.head) - 1), colors.lightgrey))
    if table.ruling == "horizontal":
        commands.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black))
    repeat = len(table.head) if table.repeats else 0
    widths = [room * width / 100 for width in table.widths]
    return Laid(fields, colWidths=widths, style=TableStyle(commands), repeatRows=repeat)
