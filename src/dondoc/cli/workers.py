"""Worker processes of a batch: each reads one paper after another and may die without taking the batch along."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from .words import english, say

PAPER_SECONDS = 30 * 60.0


class Worker:
    """A process that reads papers on request; started again when a paper killed it or took too long."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def read(self, path: Path, target: Path) -> str:
        """Read the paper at `path` into `target`; return "" or one sentence why not."""
        process = self.process or self._start()
        clock = threading.Timer(PAPER_SECONDS, self._stop)
        clock.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            print(json.dumps([str(path), str(target)]), file=process.stdin, flush=True)
            answer = process.stdout.readline()
        except OSError:
            answer = ""
        finally:
            clock.cancel()
        if not answer:
            self._stop()
            return say(
                "bộ đọc dừng giữa chừng ở văn bản này; tệp có thể đã hỏng.",
                "reading this paper ended abruptly; the file may be damaged.",
            )
        return str(json.loads(answer))

    def _start(self) -> subprocess.Popen[str]:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dondoc.cli.workers", self.form],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        return self.process

    def _stop(self) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):  # a request that the dead process never took
                    pipe.close()


def serve(form: str) -> None:
    """Read requests [paper, target] from standard input, a line each; answer each with a line: "" or why not."""
    from dondoc.reader.document import UnreadableError
    from dondoc.reading import read_paper

    from .forms import render

    for line in sys.stdin:
        path, target = map(Path, json.loads(line))
        try:
            _document, programme = read_paper(path.read_bytes(), path.name)
            part = target.with_name(target.name + ".part")
            part.write_text(render(programme, form), encoding="utf8")
            part.replace(target)
            answer = ""
        except UnreadableError as error:
            answer = error.message_en if english() and error.message_en else error.message
        except (OSError, MemoryError) as error:
            answer = f"{type(error).__name__}: {error}"
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    serve(sys.argv[1])
