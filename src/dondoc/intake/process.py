"""Runs the reading of a paper in a process of its own, with a clock, and kills it with all its children."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from django.utils.translation import gettext_noop

READ_SECONDS = 20 * 60  # a scan of several hundred pages at 1.5 s a page
SILENT_SECONDS = 180  # without a page done
PAGE_SECONDS = 30
MAX_RESULT_BYTES = 200_000_000


def read_paper(
    path: Path, filename: str, progress: Callable[[int, int], None], *, secrecy: bool = True
) -> dict[str, Any]:
    """Return what `child.read_paper` returned; a child that dies or is too slow becomes an error of one sentence.

    `secrecy` False: a person has said that the mark suspected in a scan is none.
    """
    with _child("read" if secrecy else "read_cleared", str(path), filename) as child:
        out: list[bytes] = []
        reader = threading.Thread(
            target=lambda: out.append(child.stdout.read(MAX_RESULT_BYTES) if child.stdout else b"")
        )
        reader.start()
        if not _follow(child, progress):
            return _failed(
                "too_slow", gettext_noop("Đọc tệp quá lâu nên đã dừng lại; hãy chia tệp thành các phần nhỏ hơn.")
            )
        reader.join(timeout=30)
        if child.wait(timeout=30) != 0 or not out:
            return _failed("broken", gettext_noop("Tệp này làm bộ đọc dừng giữa chừng; tệp có thể đã hỏng."))
    try:
        result: dict[str, Any] = msgspec.json.decode(out[0])
    except msgspec.DecodeError:
        return _failed("broken", gettext_noop("Tệp này làm bộ đọc dừng giữa chừng; tệp có thể đã hỏng."))
    return result


def page_picture(path: Path, number: int) -> bytes:
    """Return one page as WebP, or nothing when the page cannot be drawn."""
    with _child("page", str(path), str(number)) as child:
        try:
            picture, _errors = child.communicate(timeout=PAGE_SECONDS)
        except subprocess.TimeoutExpired:
            return b""
        return picture if child.returncode == 0 else b""


@contextlib.contextmanager
def _child(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start the child in a group of its own; whatever happens, nothing of the group is left."""
    environment = {
        k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX"}
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "dondoc.intake.child", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment, "PYTHONSAFEPATH": "1", "OMP_THREAD_LIMIT": "1"},
        start_new_session=True,
    )
    try:
        yield child
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        for pipe in (child.stdout, child.stderr):
            if pipe is not None:
                pipe.close()


def _follow(child: subprocess.Popen[bytes], progress: Callable[[int, int], None]) -> bool:
    """Pass progress on until the child's end; False when it ran or kept silent too long."""
    lines: queue.Queue[bytes | None] = queue.Queue()

    def pump() -> None:
        for line in child.stderr or []:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=pump, daemon=True).start()
    end = time.monotonic() + READ_SECONDS
    while True:
        try:
            line = lines.get(timeout=min(SILENT_SECONDS, max(0.1, end - time.monotonic())))
        except queue.Empty:
            return False
        if line is None:
            return True
        words = line.split()
        if len(words) == 3 and words[0] == b"progress":
            progress(int(words[1]), int(words[2]))
        if time.monotonic() > end:
            return False


def _failed(code: str, message: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": message, "message_en": "", "secret": False}}
