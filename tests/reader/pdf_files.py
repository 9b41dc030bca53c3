"""Small PDFs made for one question each."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from fixtures.comparison import HERE

Text = tuple[float, float, str]  # left, height from the top, text
SERIF = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")


def drawn(
    pages: list[list[Text]], lines: list[list[tuple[float, float, float, float]]] | None = None,
    size: float = 13, font: str = "Times-Roman", paper: tuple[float, float] = (595, 842), spacing: float = 0.0,
) -> bytes:  # fmt: skip
    """Return a PDF with texts and straight lines at heights counted from the top."""
    from reportlab.pdfgen import canvas

    buffer = io.BytesIO()
    made = canvas.Canvas(buffer, pagesize=paper, invariant=1)
    for index, texts in enumerate(pages):
        made.setFont(font, size)
        for left, height, text in texts:
            made.drawString(left, paper[1] - height, text, charSpace=spacing)
        for left, top, right, bottom in lines[index] if lines else []:
            made.line(left, paper[1] - top, right, paper[1] - bottom)
        made.showPage()
    made.save()
    return buffer.getvalue()


def ruled(columns: list[float], rows: list[float]) -> list[tuple[float, float, float, float]]:
    """Return the lines of a full grid."""
    across = [(columns[0], row, columns[-1], row) for row in rows]
    return across + [(column, rows[0], column, rows[-1]) for column in columns]


def part_of(name: str, pages: list[int], times: int = 1) -> bytes:
    """Return a PDF of some pages (from 0) of a fixture, repeated."""
    source, target = pdfium.PdfDocument(str(HERE / name)), pdfium.PdfDocument.new()
    for _ in range(times):
        target.import_pages(source, pages)
    return saved(target)


def saved(pdf: Any) -> bytes:
    """Return the bytes of a PDF document."""
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def turned(data: bytes, degrees: int) -> bytes:
    """Return the PDF with all pages marked to be shown turned clockwise."""
    pdf = pdfium.PdfDocument(data)
    for page in pdf:
        page.set_rotation(degrees)
    return saved(pdf)
