"""`dondoc extract`: one paper to the terminal, or many through all cores into a folder, resumable."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue

from dondoc.reader.document import UnreadableError

from .checking import complain
from .forms import SUFFIXES, render
from .words import say

DONE_LIST = ".dondoc-done"  # one line a finished paper: key, tab, "ok" or why it failed
BAR = 30


def extract(files: list[Path], *, form: str, jobs: int, out: Path | None) -> int:
    """Read `files` (folders are walked); return 0, or 2 when at least one paper was not read."""
    papers = list(_papers(files))
    if out is not None:
        return _Batch(papers, out, form, jobs or os.cpu_count() or 1).run()
    failed = False
    for path in papers:
        failed |= not _to_terminal(path, form)
    if not papers:
        print(say("dondoc: không có tệp nào để đọc.", "dondoc: no file to read."), file=sys.stderr)
    return 2 if failed or not papers else 0


def _papers(files: Iterable[Path]) -> Iterator[Path]:
    """Return the files themselves and, of folders, every file that a format claims by its name."""
    from dondoc.reader.registry import suffixes

    known = tuple(suffixes())
    for path in files:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(known))
        else:
            yield path


def _to_terminal(path: Path, form: str) -> bool:
    from dondoc.reading import read_paper

    try:
        _document, programme = read_paper(path.read_bytes(), path.name)
    except (UnreadableError, OSError) as error:
        complain(path, error)
        return False
    sys.stdout.write(render(programme, form))
    return True


@dataclass
class _Batch:
    """Many papers on their way: a queue, one worker process a core, what is done already."""

    papers: list[Path]
    out: Path
    form: str
    jobs: int
    done: int = 0
    failures: list[tuple[Path, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self) -> int:
        """Read everything that is not done yet; return 0, or 2 when a paper failed."""
        self.out.mkdir(parents=True, exist_ok=True)
        finished = self._finished()
        queue: Queue[Path] = Queue()
        for path in self.papers:
            if finished.get(_key(path)) == "ok" and self._target(path).exists():
                self.done += 1
            else:
                queue.put(path)
        skipped, started = self.done, time.monotonic()
        with (self.out / DONE_LIST).open("a", encoding="utf8") as journal:
            threads = [
                threading.Thread(target=self._serve, args=(queue, journal))
                for _ in range(min(self.jobs, max(1, queue.qsize())))
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                while thread.is_alive():
                    thread.join(0.2)
                    self._show()
        self._show(end=True)
        self._sum_up(skipped, time.monotonic() - started)
        return 2 if self.failures else 0

    def _serve(self, queue: Queue[Path], journal: object) -> None:
        from .workers import Worker

        with Worker(self.form) as worker:
            while True:
                try:
                    path = queue.get_nowait()
                except Empty:
                    return
                why = worker.read(path, self._target(path))
                with self.lock:
                    self.done += 1
                    if why:
                        self.failures.append((path, why))
                    print(f"{_key(path)}\t{why or 'ok'}", file=journal, flush=True)  # type: ignore[call-overload]

    def _target(self, path: Path) -> Path:
        """Return where the result goes; two papers of one name in different folders stay two files."""
        same_name = sum(p.name == path.name for p in self.papers) > 1
        mark = "-" + hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:8] if same_name else ""
        return self.out / f"{path.name}{mark}{SUFFIXES[self.form]}"

    def _finished(self) -> dict[str, str]:
        try:
            lines = (self.out / DONE_LIST).read_text(encoding="utf8").splitlines()
        except FileNotFoundError:
            return {}
        return dict(line.split("\t", 1) for line in lines if "\t" in line)

    def _show(self, *, end: bool = False) -> None:
        if not sys.stderr.isatty() and not end:
            return
        filled = BAR * self.done // max(1, len(self.papers))
        bar = "█" * filled + "░" * (BAR - filled)
        text = f"{bar} {self.done}/{len(self.papers)}"
        if self.failures:
            text += say(f", {len(self.failures)} không đọc được", f", {len(self.failures)} not read")
        print(f"\r{text}" if sys.stderr.isatty() else text, end="\n" if end else "", file=sys.stderr, flush=True)

    def _sum_up(self, skipped: int, seconds: float) -> None:
        for path, why in sorted(self.failures):
            print(f"{path}: {why}", file=sys.stderr)
        read = self.done - skipped - len(self.failures)
        print(
            say(
                f"Đọc {read} văn bản trong {seconds:.1f} giây; bỏ qua {skipped} đã đọc; {len(self.failures)} không đọc được.",
                f"{read} papers read in {seconds:.1f} s; {skipped} read before; {len(self.failures)} not read.",
            ),
            file=sys.stderr,
        )


def _key(path: Path) -> str:
    """Return what tells whether a paper was read already: its place, size and time of change."""
    try:
        state = path.stat()
    except OSError:
        return f"{path.resolve()}|gone"
    return f"{path.resolve()}|{state.st_size}|{state.st_mtime_ns}"
