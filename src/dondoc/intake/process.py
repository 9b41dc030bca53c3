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
    with _child("read" if secrecy else "read_cleared", str(path), said=filename) as child:
        out: list[bytes] = []
        reader = threading.Thread(
            target=lambda: out.append(child.stdout.read(MAX_RESULT_BYTES) if child.stdout else b"")
        )
        reader.start()
        if not _follow(child, progress):
            return _failed(
                "too_slow",
                "Đọc tệp quá lâu nên đã dừng lại; hãy chia tệp thành các phần nhỏ hơn.",
                "Reading the file took too long and was stopped; split it into smaller parts.",
            )
        reader.join(timeout=30)
        if child.wait(timeout=30) != 0 or not out:
            return _broken()
    try:
        result: dict[str, Any] = msgspec.json.decode(out[0])
    except msgspec.DecodeError:
        return _broken()
    return result


def page_pictures(path: Path, first: int, last: int) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the WebP of the pages `first` to `last`; ends early at a page that cannot be drawn."""
    seconds = PAGE_SECONDS + (last - first)  # a page takes a tenth of a second, the first also the start
    with _child("pages", str(path), f"{first}-{last}") as child:
        assert child.stdout is not None
        clock = threading.Timer(seconds, child.kill)
        clock.start()
        try:
            while words := child.stdout.readline(40).split():
                number, size = int(words[0]), int(words[1])
                picture = child.stdout.read(min(size, MAX_RESULT_BYTES))
                if len(picture) < size:
                    return
                yield number, picture
        finally:
            clock.cancel()


@contextlib.contextmanager
def _child(*arguments: str, said: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """Start the child in a group of its own; whatever happens, nothing of the group is left.

    `said` goes to its standard input: the name of a paper that may be secret stands in no list of processes.
    """
    environment = {
        k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TESSDATA_PREFIX"}
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "dondoc.intake.child", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**environment, "PYTHONSAFEPATH": "1", "OMP_THREAD_LIMIT": "1"},
        start_new_session=True,
    )
    try:
        if child.stdin is not None:
            with contextlib.suppress(BrokenPipeError), child.stdin as its_input:
                its_input.write(said.encode())
            child.stdin = None
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


def _broken() -> dict[str, Any]:
    return _failed(
        "broken",
        "Tệp này làm bộ đọc dừng giữa chừng; tệp có thể đã hỏng.",
        "The reader stopped in the middle of this file; the file may be damaged.",
    )


def _failed(code: str, message: str, message_en: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": message, "message_en": message_en, "secret": False}}
