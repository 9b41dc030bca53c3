"""Scans are straightened, their rules found, their words recognised; what cannot be is refused in words."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import msgspec
import numpy as np
import pypdfium2 as pdfium
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein

from dondoc.reader.document import Document, UnreadableError
from dondoc.reader.formats import pdf
from dondoc.reader.limits import DEFAULT
from dondoc.reader.ocr import tesseract
from dondoc.reader.ocr.hocr import Seen
from dondoc.reader.ocr.picture import even_light, skew, turned_by, without_specks
from dondoc.reader.ocr.ruling import rules_in
from dondoc.reader.ocr.signs import with_bars
from dondoc.reader.ocr.table import settled
from dondoc.reader.pages.grid import grids_of
from fixtures.comparison import HERE, compare, compare_table, fold, truth
from reader.pdf_files import SERIF, part_of, saved

DPI = 200.0


def has_tesseract() -> bool:
    try:
        return bool(tesseract.program())
    except UnreadableError:
        return False


needs_tesseract = pytest.mark.skipif(not has_tesseract(), reason="needs Tesseract with Vietnamese")


def lined_page(degrees: float = 0.0) -> NDArray[np.uint8]:
    """Return an A4 page at 200 dpi with stripes like lines of print."""
    page = np.full((2339, 1654), 255, dtype=np.uint8)
    for top in range(300, 2000, 45):
        for left in range(200, 1450, 30):
            page[top : top + 18, left : left + 22] = 0
    return turned_by(page, degrees)


@pytest.mark.parametrize("degrees", [-4.5, -1.0, -0.3, 0.0, 0.6, 1.0, 3.0, 4.8])
def test_the_skew_of_a_page_is_found_within_a_twentieth_of_a_degree(degrees: float) -> None:
    assert skew(lined_page(degrees), DPI) == pytest.approx(-degrees, abs=0.05)


def test_an_empty_page_is_not_turned() -> None:
    assert skew(np.full((800, 600), 255, dtype=np.uint8), 72) == 0.0


def test_uneven_light_becomes_even_and_ink_stays() -> None:
    shade = np.linspace(120, 250, 1654)[None, :].repeat(2339, 0)
    page = (shade * np.where(lined_page() == 0, 0.2, 1.0)).astype(np.uint8)
    even = even_light(page)
    assert even[100:200, 50].min() > 230
    assert even[100:200, 1600].min() > 230
    assert even[305, 205] < 100


def test_single_dark_pixels_go_and_dots_stay() -> None:
    page = np.full((60, 60), 255, dtype=np.uint8)
    page[10, 10] = 0
    page[30:33, 30:33] = 0
    clean = without_specks(page)
    assert clean[10, 10] == 255
    assert (clean[30:33, 30:33] == 0).all()


def test_rules_of_a_table_are_found_and_removed_but_letters_stay() -> None:
    page = np.full((1000, 1000), 255, dtype=np.uint8)
    for height in (200, 320, 440):
        page[height : height + 2, 100:900] = 0
    for left in (100, 300, 898):
        page[200:442, left : left + 2] = 0
    page[240:270, 150:160] = 0
    rules, bare = rules_in(page, DPI)
    grids = grids_of(rules, 4.0)
    assert [(len(g.rows), len(g.columns), len(g.cells)) for g in grids] == [(3, 3, 4)]
    assert (bare[200:202, 100:900] == 255).all()
    assert (bare[240:270, 150:160] == 0).all()


def test_a_thick_bar_is_no_rule() -> None:
    page = np.full((600, 600), 255, dtype=np.uint8)
    page[100:160, 100:500] = 0
    assert rules_in(page, DPI)[0] == []


def number(text: str, confidence: float = 0.9) -> Seen:
    return Seen(text, 0, 0, 10, 10, confidence, 0)


def chosen(*readings: tuple[str, ...], groups: tuple[int, ...] = ()) -> list[str]:
    told = [[number(text, 0.9 - 0.1 * i) for i, text in enumerate(pair)] for pair in readings]
    return [seen.text for seen in settled(told, [i in groups for i in range(len(told))])]


def test_of_two_readings_of_a_row_number_the_one_that_counts_on_is_kept() -> None:
    assert chosen(("6", "6"), ("8", "7"), ("8", "8")) == ["6", "7", "8"]
    assert chosen(("4", "4"), ("Ũ", "5")) == ["4", "5"]


def test_a_number_on_which_both_readings_agree_is_never_changed() -> None:
    assert chosen(("1", "1"), ("2", "2"), ("2", "2"), ("5", "5")) == ["1", "2", "2", "5"]


def test_the_lone_stem_of_a_group_row_is_a_roman_one() -> None:
    assert chosen(("1", "1"), ("1", "1"), groups=(0,)) == ["I", "1"]


@pytest.mark.skipif(not SERIF.exists(), reason="needs the font DejaVu Serif")
@pytest.mark.parametrize(
    ("drawn", "seen", "expected"), [("≥ 97%", ">", "≥"), ("> 97%", ">", ">"), ("≤ 5%", "<", "≤"), ("< 5%", "<", "<")]
)
def test_the_bar_under_a_sign_is_seen(drawn: str, seen: str, expected: str) -> None:
    image = Image.new("L", (300, 100), 255)
    ImageDraw.Draw(image).text((20, 20), drawn, font=ImageFont.truetype(str(SERIF), 40), fill=0)
    grey = np.asarray(image, dtype=np.uint8)
    columns = np.flatnonzero((grey < 128).any(axis=0))
    gap = next(i for i in range(len(columns) - 1) if columns[i + 1] - columns[i] > 8)
    word = Seen(seen, int(columns[0]), 30, int(columns[gap]) + 1, 52, 0.9, 0)
    with_bars(grey, [word])
    assert word.text == expected


def test_a_scan_without_tesseract_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract.program.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    try:
        with pytest.raises(UnreadableError) as caught:
            pdf.read(part_of("do-son-scan-1.pdf", [0]), DEFAULT)
    finally:
        tesseract.program.cache_clear()
    assert caught.value.code == "ocr_missing"
    assert caught.value.message.count(".") == 1


def test_a_scan_is_refused_where_recognition_is_switched_off() -> None:
    with pytest.raises(UnreadableError) as caught:
        pdf.read(part_of("do-son-scan-1.pdf", [0]), msgspec.structs.replace(DEFAULT, ocr=False))
    assert caught.value.code == "ocr_missing"


@needs_tesseract
@pytest.mark.ocr
def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UnreadableError) as caught:
        pdf.read(part_of("do-son-scan-1.pdf", [1]), msgspec.structs.replace(DEFAULT, ocr_seconds_per_page=0.05))
    assert caught.value.code == "ocr_failed"


def test_a_recogniser_that_hangs_is_ended_at_the_time_set_for_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "tesseract"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n")
    hanging.chmod(0o755)
    monkeypatch.setattr(tesseract, "program", lambda: str(hanging))
    began = time.monotonic()
    with pytest.raises(tesseract.OcrFailedError):
        tesseract.recognise(lined_page(), DPI, tesseract.PAGE, began + 0.3)
    with pytest.raises(tesseract.OcrFailedError):
        tesseract.recognise(lined_page(), DPI, tesseract.PAGE, began)
    assert time.monotonic() - began < 20


@pytest.fixture(scope="module")
def scanned() -> tuple[Document, list[tuple[int, int]]]:
    """Read a few body pages and three pages of tables, telling the progress."""
    told: list[tuple[int, int]] = []
    limits = msgspec.structs.replace(DEFAULT, progress=lambda done, total: told.append((done, total)))
    return pdf.read(part_of("bach-dang-scan-2.pdf", [1, 2, 18, 19, 20, 21]), limits), told


@needs_tesseract
@pytest.mark.ocr
def test_a_scan_reads_nearly_as_the_print_it_was_made_from(
    scanned: tuple[Document, list[tuple[int, int]]],
) -> None:
    document = scanned[0]
    assert document.origin == "scan"
    assert document.notes[0].code == "ocr"
    printed = pdf.read(part_of("bach-dang.pdf", [1, 2, 18]), DEFAULT)
    want, got = (
        fold(
            " ".join(d.text[line.start : line.end] for line in d.lines if line.page in (1, 2, 3) and line.table is None)
        )
        for d in (printed, document)
    )
    assert len(want) > 6_000
    assert Levenshtein.distance(want, got) <= 0.01 * len(want)


@needs_tesseract
@pytest.mark.ocr
def test_cells_of_scanned_tables_stay_in_their_rows_and_columns(
    scanned: tuple[Document, list[tuple[int, int]]],
) -> None:
    document, typed = scanned[0], truth("bach-dang")
    assert len(document.tables) == 5
    agreement = compare(document, {"paragraphs": ["x"], "tables": []})
    for number_, table in enumerate(document.tables[:4]):
        compare_table(document, table, number_, typed["tables"][number_], agreement)
    assert agreement.cells > 90
    assert agreement.cell_share >= 0.95, agreement.wrong_cells


@needs_tesseract
@pytest.mark.ocr
def test_recipients_of_a_scan_come_before_the_signature(scanned: tuple[Document, list[tuple[int, int]]]) -> None:
    document = scanned[0]
    lines = [document.text[line.start : line.end] for line in document.lines if line.page == 3]
    assert lines.index("Nơi nhận:") < lines.index("T/M BAN CHẤP HÀNH") < lines.index("Trần Huy Kiên")
    assert lines.index("- Lưu Văn phòng Đảng ủy.") < lines.index("T/M BAN CHẤP HÀNH")


@needs_tesseract
@pytest.mark.ocr
def test_every_line_of_a_scan_has_its_confidence_and_progress_is_told(
    scanned: tuple[Document, list[tuple[int, int]]],
) -> None:
    document, told = scanned
    assert all(line.confidence is not None and 0 <= line.confidence <= 1 for line in document.lines)
    assert told == [(done, 6) for done in range(1, 7)]


@needs_tesseract
@pytest.mark.ocr
def test_a_scanned_page_among_printed_ones_is_read_in_its_place() -> None:
    mixed = pdfium.PdfDocument.new()
    for name, page in (("do-son.pdf", 1), ("do-son-scan-1.pdf", 2), ("do-son.pdf", 3)):
        mixed.import_pages(pdfium.PdfDocument(str(HERE / name)), [page])
    document = pdf.read(saved(mixed), DEFAULT)
    assert document.origin == "pdf"
    assert [note.page for note in document.notes if note.code == "ocr"] == [2]
    first = {page: next(line for line in document.lines if line.page == page) for page in (1, 2, 3)}
    assert document.text[first[2].start : first[2].end].startswith(
        "- Thực hiện có hiệu quả việc sắp xếp tổ chức bộ máy"
    )
    assert first[1].confidence is None
    assert first[2].confidence is not None
    assert first[3].confidence is None
