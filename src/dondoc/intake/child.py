"""The process that reads one paper: no Django, bounded memory and time, may be killed at any moment.

Called by `process.py` as `python -m dondoc.intake.child read FILE`, with the file's own name on standard input, or
`… pages FILE FIRST-LAST`. Writes its result to standard output as JSON (or pictures), progress to standard error
as lines "progress DONE TOTAL".
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

import msgspec

MEMORY_BYTES = 2_000_000_000  # address space, of which far less is resident; numpy and pdfium map generously
PAGE_WIDTH_PIXELS = 900
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def _bound() -> None:
    """Give the process its limit of memory, no core dump, and an end when its parent ends."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)


def _progress(done: int, total: int) -> None:
    print(f"progress {done} {total}", file=sys.stderr, flush=True)


def read_paper(path: Path, filename: str, *, secrecy: bool) -> dict[str, Any]:
    """Read, extract and check one paper; return the programme, its layout and notes, or the reason it cannot be read."""
    from dondoc.reader.document import SecretError, UnreadableError
    from dondoc.reader.limits import Limits
    from dondoc.reading import read_paper as read_whole

    try:
        limits = Limits(progress=_progress, suspect_secrecy=secrecy)
        document, programme = read_whole(path.read_bytes(), filename, limits)
    except SecretError as error:
        return _error(error.code, error.message, error.message_en, secret=True)
    except UnreadableError as error:
        return _error(error.code, error.message, error.message_en)
    except MemoryError:
        return _error("too_large", "Tệp cần quá nhiều bộ nhớ để đọc.", "The file needs too much memory to be read.")
    return {
        "programme": programme,
        "origin": document.origin,
        "media_type": document.media_type,
        "before_conversion": document.before_conversion,
        "notes": document.notes,
        "layout": {
            "pages": [[p.number, p.width, p.height] for p in document.pages],
            "lines": [[x.start, x.end, x.page, _rounded(x.box), _flags(x)] for x in document.lines],
            "tables": [
                {
                    "columns": table.columns,
                    "cells": [[c.row, c.column, c.row_span, c.column_span, c.pieces] for c in table.cells],
                }
                for table in document.tables
            ],
        },
    }


def _error(code: str, message: str, message_en: str, secret: bool = False) -> dict[str, Any]:
    return {"error": {"code": code, "message": message, "message_en": message_en, "secret": secret}}


def _rounded(box: tuple[float, float, float, float] | None) -> list[float] | None:
    return [round(x, 1) for x in box] if box else None


def _flags(line: Any) -> str:
    """Return how a line looks, one letter a trait: b bold, i italic, c centred, h heading, t in a table, p begins a paragraph."""
    traits = (("b", line.bold), ("i", line.italic), ("c", line.centred), ("h", line.heading), ("p", line.begins))
    return "".join(letter for letter, on in traits if on) + (f"t{line.table}" if line.table is not None else "")


def draw_pages(path: Path, first: int, last: int) -> None:
    """Write pages `first` to `last` (1-based) of a PDF or picture file as WebP, as wide as the review shows them."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = 60_000_000
    if path.read_bytes()[:5] == b"%PDF-":
        import pypdfium2

        with pypdfium2.PdfDocument(path) as paper:
            for number in range(first, min(last, len(paper)) + 1):
                page = paper[number - 1]
                _write_picture(number, page.render(scale=PAGE_WIDTH_PIXELS / page.get_width()).to_pil())
                page.close()
        return
    with Image.open(path) as opened:
        for number in range(first, min(last, getattr(opened, "n_frames", 1)) + 1):
            opened.seek(number - 1)
            _write_picture(number, opened.convert("RGB"))


def _write_picture(number: int, picture: Any) -> None:
    import io

    picture.thumbnail((PAGE_WIDTH_PIXELS, PAGE_WIDTH_PIXELS * 2))
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=55, method=3)
    sys.stdout.buffer.write(b"%d %d\n" % (number, out.tell()))
    sys.stdout.buffer.write(out.getvalue())
    sys.stdout.buffer.flush()


def main(arguments: list[str]) -> int:
    """Run one of the two calls; exit 0 with the result on standard output."""
    _bound()
    verb, path = arguments[:2]
    if verb == "pages":
        first, last = arguments[2].split("-")
        draw_pages(Path(path), int(first), int(last))
        return 0
    result = read_paper(Path(path), sys.stdin.buffer.read().decode(), secrecy=verb == "read")
    sys.stdout.buffer.write(msgspec.json.encode(result))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
