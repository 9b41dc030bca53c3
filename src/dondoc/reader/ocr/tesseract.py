"""Tesseract as a program of its own: one picture in, words with boxes and confidence out."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

from dondoc.reader.document import UnreadableError
from dondoc.reader.ocr.hocr import Seen, words_of

if TYPE_CHECKING:
    from dondoc.reader.ocr.picture import Grey

LANGUAGE = "vie"
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
        "-c", "tessedit_do_invert=0", "-c", "lstm_choice_mode=2", "-c", "tessedit_create_hocr=1",
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
    return words_of(done.stdout.decode("utf-8", "replace"))
