"""Clean the picture of a page: even light, straight lines, no specks. Pictures are arrays of grey, 0 black, 255 white."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

MOST_DEGREES = 5.0
BLOCK = 16  # pixels: the light is measured once a block
PAPER_SHARE = 0.85  # of the pixels of a block are darker than what is taken for paper
BAND = 256
PALE = 215
DARK = 150  # ink, once the light is even
ENOUGH_INK = 200  # dark pixels that a page needs for its skew to be judged


def cleaned(grey: Grey, dpi: float) -> tuple[Grey, float]:
    """Return the picture with even light, turned straight and without specks, and the degrees it was turned by."""
    grey = even_light(grey)
    degrees = skew(grey, dpi)
    if abs(degrees) >= 0.05:
        grey = turned_by(grey, degrees)
    grey = without_specks(grey)
    grey[grey > PALE] = 255  # on a page with little ink the recogniser would take the grain for writing
    return grey, degrees


def even_light(grey: Grey) -> Grey:
    """Divide the picture by its background, so that paper is white from edge to edge."""
    import numpy as np
    from PIL import Image, ImageFilter

    height, width = grey.shape
    rows, columns = height // BLOCK, width // BLOCK
    if rows < 2 or columns < 2:
        return grey
    blocks = grey[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK).swapaxes(1, 2)
    paper = np.partition(blocks.reshape(rows, columns, -1), int(BLOCK * BLOCK * PAPER_SHARE), axis=2)
    light = Image.fromarray(paper[:, :, int(BLOCK * BLOCK * PAPER_SHARE)])
    light = light.filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.BoxBlur(2))
    wide = np.asarray(light.resize((width, height), Image.Resampling.BILINEAR))
    result = np.empty_like(grey)
    for top in range(0, height, BAND):  # in bands, to keep the wider numbers small
        even = grey[top : top + BAND].astype(np.uint16) * 255 // np.maximum(wide[top : top + BAND], 40)
        result[top : top + BAND] = np.minimum(even, 255)
    return result


def skew(grey: Grey, dpi: float) -> float:
    """Return the degrees, counter-clockwise, that make the lines of print level; within ±5."""
    import numpy as np

    step = max(1, round(dpi / 100))
    ys, xs = np.nonzero(grey[::step, ::step] < DARK)
    if len(ys) < ENOUGH_INK:
        return 0.0
    if len(ys) > 150_000:
        chosen = slice(None, None, len(ys) // 150_000 + 1)
        ys, xs = ys[chosen], xs[chosen]
    ys, xs = ys.astype(np.float32), xs.astype(np.float32)

    def sharpness(degrees: float) -> float:
        slope = math.radians(degrees)
        heights = ys * math.cos(slope) + xs * math.sin(slope)
        profile = np.bincount((heights - heights.min()).astype(np.int64)).astype(np.float64)
        return float(np.square(np.diff(profile)).sum())

    best, width = 0.0, MOST_DEGREES
    for fineness in (0.5, 0.1, 0.025):
        tried = np.arange(best - width, best + width + fineness / 2, fineness)
        best = float(max(tried, key=lambda degrees: sharpness(float(degrees))))
        width = fineness
    return -best if abs(best) <= MOST_DEGREES else 0.0


def turned_by(grey: Grey, degrees: float) -> Grey:
    """Turn the picture counter-clockwise about its middle, its size kept."""
    import numpy as np
    from PIL import Image

    picture = Image.fromarray(grey).rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(picture, dtype=np.uint8)


def without_specks(grey: Grey) -> Grey:
    """Whiten dark pixels that have at most one dark neighbour; marks over letters are larger."""
    import numpy as np

    dark = (grey < DARK).astype(np.uint8)
    around = np.zeros_like(dark)
    padded = np.pad(dark, 1)
    height, width = dark.shape
    for down in range(3):
        for right in range(3):
            around += padded[down : down + height, right : right + width]
    result = grey.copy()
    result[(dark == 1) & (around <= 2)] = 255
    return result
