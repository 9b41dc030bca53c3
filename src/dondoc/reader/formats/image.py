"""Pictures of pages: PNG, JPEG and TIFF of several pages, read by recognition (OCR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dondoc.reader.document import Document, Note
from dondoc.reader.limits import Limits

if TYPE_CHECKING:
    from dondoc.reader.ocr.scan import Picture

MEDIA_TYPES = ("image/png", "image/jpeg", "image/tiff")
SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
MARKS = {b"\x89PNG\r\n\x1a\n": 0, b"\xff\xd8\xff": 1, b"II*\x00": 2, b"MM\x00*": 2}
A4_INCHES = (8.27, 11.69)
WIDEST_INCHES = 24.0  # a resolution that makes the page wider is not the paper's


def matches(head: bytes, filename: str) -> float:
    """Return how surely a file is a picture that can be read."""
    return 1.0 if any(head.startswith(mark) for mark in MARKS) else 0.0


def read(data: bytes, limits: Limits) -> Document:
    """Read the pages of a picture file; raise DamagedFileError, TooLargeError, "ocr_missing" or "ocr_failed"."""
    from PIL import Image, UnidentifiedImageError

    from dondoc.reader.ocr.scan import recognise_pages
    from dondoc.reader.pages.assembly import document_of
    from dondoc.reader.refusals import DamagedFileError, TooLargeError

    try:
        with Image.open(_stream(data), formats=("PNG", "JPEG", "TIFF")) as image:
            total = getattr(image, "n_frames", 1)
            if total > limits.max_pages:
                raise TooLargeError(f"{total} trang, nhiều hơn {limits.max_pages}", f"{total} pages")
            pages = recognise_pages(_pictures(image, total, limits), total, limits)
    except Image.DecompressionBombError as error:
        raise TooLargeError("ảnh quá lớn", "the picture is too large") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise DamagedFileError("ảnh", "picture file") from error
    document = document_of(pages, limits)
    document.origin = "scan"
    document.media_type = next(MEDIA_TYPES[at] for mark, at in MARKS.items() if data.startswith(mark))
    message = "Tệp là ảnh, chữ được nhận dạng nên có thể sai; hãy đối chiếu với bản gốc."
    document.notes.insert(0, Note(code="ocr", message=message, page=1))
    return document


def _stream(data: bytes) -> Any:
    import io

    return io.BytesIO(data)


def _pictures(image: Any, total: int, limits: Limits) -> Iterator[Picture]:
    """Yield the frames in grey, upright as the camera noted, at the resolution of recognition."""
    import numpy as np
    from PIL import Image, ImageOps

    from dondoc.reader.ocr.scan import DPI, MOST_PIXELS, Picture
    from dondoc.reader.refusals import TooLargeError

    for frame in range(total):
        image.seek(frame)
        width, height = image.size
        if width * height > limits.max_pixels:
            raise TooLargeError("ảnh quá lớn", "the picture is too large")
        if image.format == "JPEG":
            image.draft(
                "L", (2 * round(A4_INCHES[0] * DPI), 2 * round(A4_INCHES[1] * DPI))
            )  # unpacked no larger than needed
        upright = ImageOps.exif_transpose(image).convert("RGBA" if "A" in image.getbands() else "L")
        if upright.mode == "RGBA":  # what is transparent is paper
            paper = Image.new("RGBA", upright.size, "white")
            upright = Image.alpha_composite(paper, upright).convert("L")
        dpi = _resolution(upright.size, image.info.get("dpi"))
        wanted = min(DPI, dpi * (MOST_PIXELS / (upright.width * upright.height)) ** 0.5)
        if not 0.85 * wanted <= dpi <= 1.25 * wanted:
            size = (max(1, round(upright.width * wanted / dpi)), max(1, round(upright.height * wanted / dpi)))
            upright, dpi = upright.resize(size, Image.Resampling.LANCZOS), wanted
        yield Picture(np.asarray(upright, dtype=np.uint8), dpi)


def _resolution(size: tuple[int, int], noted: Any) -> float:
    """Return dots per inch: as noted in the file where that makes a page of paper, otherwise as if the page were A4."""
    short, long = sorted(size)
    if noted:
        dpi = float(noted[0])
        if 70 < dpi < 1300 and short / dpi > 2 and long / dpi < WIDEST_INCHES:
            return dpi
    return max(40.0, max(short / A4_INCHES[0], long / A4_INCHES[1]))
