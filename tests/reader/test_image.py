"""Pictures of pages are read frame by frame; broken and boundless ones are refused."""

from __future__ import annotations

import io

import msgspec
import pypdfium2 as pdfium
import pytest
from PIL import Image

from dondoc.reader.document import UnreadableError
from dondoc.reader.formats import image
from dondoc.reader.limits import DEFAULT
from dondoc.reader.ocr import tesseract
from fixtures.comparison import HERE


def has_tesseract() -> bool:
    try:
        return bool(tesseract.program())
    except UnreadableError:
        return False


needs_tesseract = pytest.mark.skipif(not has_tesseract(), reason="needs Tesseract with Vietnamese")


def page(number: int, scale: float = 200 / 72) -> Image.Image:
    """Return one page of the first fixture as a picture."""
    pdf = pdfium.PdfDocument(str(HERE / "bach-dang.pdf"))
    return pdf[number].render(scale=scale, grayscale=True).to_pil().convert("L")


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


@needs_tesseract
@pytest.mark.ocr
def test_a_tiff_of_several_pages_is_one_document() -> None:
    data = saved(page(19), "TIFF", save_all=True, append_images=[page(20)], compression="tiff_deflate", dpi=(200, 200))
    document = image.read(data, DEFAULT)
    assert [p.number for p in document.pages] == [1, 2]
    assert document.media_type == "image/tiff"
    assert document.origin == "scan"
    assert len(document.tables) == 4
    assert document.pages[0].width == pytest.approx(595, abs=2)


@needs_tesseract
@pytest.mark.ocr
def test_a_photograph_lying_on_its_side_is_read_upright_and_placed_as_it_lies() -> None:
    data = saved(page(2).rotate(90, expand=True), "JPEG", quality=70)
    document = image.read(data, DEFAULT)
    first = document.lines[0]
    assert document.text.startswith("- Chú trọng công tác bồi dưỡng lý luận chính trị")
    assert document.pages[0].width == pytest.approx(842, abs=3)
    assert first.box is not None
    assert first.box[3] - first.box[1] > 5 * (first.box[2] - first.box[0])


@needs_tesseract
@pytest.mark.ocr
def test_a_transparent_picture_of_low_resolution_is_paper() -> None:
    small = page(27, 110 / 72)
    layered = Image.merge("RGBA", (small, small, small, small.point(lambda grey: 255 if grey < 200 else 0)))
    document = image.read(saved(layered, "PNG"), DEFAULT)
    assert "Phụ lục số 11" in document.text
    assert document.tables


def refusal(data: bytes, **limits: object) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        image.read(data, msgspec.structs.replace(DEFAULT, **limits))
    return caught.value


def test_a_cut_picture_is_refused_as_damaged() -> None:
    data = saved(page(2), "PNG")
    assert refusal(data[:300]).code == "damaged"
    assert refusal(b"\xff\xd8\xff" + bytes(200)).code == "damaged"


@needs_tesseract
def test_a_picture_beyond_the_limit_of_pixels_is_refused_before_it_is_unpacked() -> None:
    bomb = saved(Image.new("1", (30_000, 30_000)), "PNG")
    assert len(bomb) < 500_000
    assert refusal(bomb).code in ("too_large", "damaged")
    assert refusal(saved(page(2), "PNG"), max_pixels=100_000).code == "too_large"


def test_too_many_frames_are_refused() -> None:
    frame = Image.new("1", (50, 50), 1)
    data = saved(frame, "TIFF", save_all=True, append_images=[frame] * 12)
    assert refusal(data, max_pages=10).code == "too_large"


@needs_tesseract
@pytest.mark.ocr
def test_a_picture_without_writing_is_empty() -> None:
    assert refusal(saved(Image.new("L", (800, 1100), 250), "PNG")).code == "empty"


def test_the_format_is_known_by_its_mark() -> None:
    assert image.matches(b"\x89PNG\r\n\x1a\n....", "x") == 1.0
    assert image.matches(b"II*\x00....", "x.pdf") == 1.0
    assert image.matches(b"%PDF-1.7", "x.png") == 0.0
