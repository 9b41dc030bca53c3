"""Small real files for the tests of evidence."""

from __future__ import annotations

import io

import docx
import openpyxl
from reportlab.pdfgen import canvas


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with lines of plain letters."""
    held = io.BytesIO()
    page = canvas.Canvas(held, invariant=1)
    for number, line in enumerate(lines or ("Ket qua",)):
        page.drawString(72, 780 - 20 * number, line)
    page.save()
    return held.getvalue()


def word(*paragraphs: str) -> bytes:
    """Return a Word file."""
    document, held = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(held)
    return held.getvalue()


def excel(*cells: str) -> bytes:
    """Return a workbook with one column."""
    book, held = openpyxl.Workbook(), io.BytesIO()
    for number, cell in enumerate(cells, 1):
        book.active.cell(number, 1, cell)
    book.save(held)
    return held.getvalue()
