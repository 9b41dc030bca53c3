"""Tesseract as a program of its own: one picture in, words with boxes and confidence out."""

from __future__ import annotations

import csv
import functools
import io
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.language.unicode import clean_line
from dondoc.reader.document import UnreadableError

if TYPE_CHECKING:
    from dondoc.reader.ocr.picture import Grey

LANGUAGE = "vie"
_DASHES = re.compile(r"^(?=.*[-–—~])[-–—~_=.]{2,3}$")  # a lone dash with dust
PAGE, BLOCK = 4, 6  # page segmentation: lines of any size in one column, or one block (layout analysis drops lines)


class OcrMissingError(UnreadableError):
    """Tesseract or its Vietnamese data is not installed, or recognition is switched off."""

    def __init__(self) -> None:
        super().__init__(
            "ocr_missing",
            "Tệp là bản quét nhưng máy chủ chưa cài phần nhận dạng chữ tiếng Việt (Tesseract); hãy tải lên bản Word hoặc PDF có chữ.",
            "The file is a scan but Vietnamese recognition (Tesseract) is not installed; upload a Word file or a PDF with text.",
        )


class OcrFailedError(UnreadableError):
    """Tesseract did not finish a page in time, or broke off."""

    def __init__(self) -> None:
        super().__init__(
            "ocr_failed",
            "Không nhận dạng được chữ trên bản quét trong thời gian cho phép; hãy quét lại rõ hơn hoặc tải lên bản Word.",
            "The scan could not be recognised in time; scan it again more clearly or upload a Word file.",
        )


@dataclass(slots=True)
class Seen:
    """One recognised word: box in pixels, confidence 0..1, and the number of its line in the picture."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: int
    settled: bool = False  # read more than once already


@functools.cache
def program() -> str:
    """Return the path of Tesseract; raise OcrMissingError where it or its Vietnamese data is missing."""
    path = shutil.which("tesseract")
    if path is None:
        raise OcrMissingError
    listed = subprocess.run([path, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    if LANGUAGE not in listed.stdout.split():
        raise OcrMissingError
    return path


def recognise(grey: Grey, dpi: float, layout: int, until: float) -> list[Seen]:
    """Recognise one picture before the monotonic time `until`; raise OcrMissingError or OcrFailedError."""
    height, width = grey.shape
    command = [
        program(), "stdin", "stdout", "-l", LANGUAGE, "--psm", str(layout), "--dpi", str(round(dpi)),
        "-c", "tessedit_do_invert=0", "tsv",
    ]  # fmt: skip
    environment = {"OMP_THREAD_LIMIT": "1", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
    if "TESSDATA_PREFIX" in os.environ:
        environment["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
    seconds = max(0.0, until - time.monotonic())
    picture = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=seconds, env=environment, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise OcrFailedError from error
    return _seen(done.stdout.decode("utf-8", "replace"))


def _seen(table: str) -> list[Seen]:
    """Read Tesseract's table: level 5 rows are words, numbered by block, paragraph and line."""
    words: list[Seen] = []
    lines: dict[tuple[str, str, str], int] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] != "5":
            continue
        text = _DASHES.sub("-", clean_line(row["text"] or ""))
        if not text:
            continue
        line = lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), len(lines))
        left, top = int(row["left"]), int(row["top"])
        right, bottom = left + int(row["width"]), top + int(row["height"])
        words.append(Seen(text, left, top, right, bottom, max(0.0, float(row["conf"])) / 100, line))
    return words
