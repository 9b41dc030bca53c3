"""Measures the reading of papers: speed, growth, memory, the share spent outside our own code, many papers at once.

Run by `make bench`; prints a table in Markdown. Every figure is of this machine and this run: compare ratios.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = [ROOT / "sample/seeds/bach-dang.txt", ROOT / "sample/seeds/do-son.md"]
FIXTURES = ROOT / "tests/fixtures"
RUNS = 7
SIZES = (125_000, 250_000, 500_000, 1_000_000)


def median_seconds(
    call: Callable[[], object], runs: int = RUNS, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Return the median time of `runs` warm calls by `clock`."""
    call()
    times = []
    for _ in range(runs):
        gc.collect()
        started = clock()
        call()
        times.append(clock() - started)
    return statistics.median(times)


def speed() -> None:
    """Print milliseconds per 1,000 characters for the two sample papers, by step."""
    from dondoc.extraction import extract
    from dondoc.findings import find
    from dondoc.reader import read
    from dondoc.reading import read_paper

    print(
        "\n## Text, warm, in process, one thread, median of 7\n\nProcessor time; in brackets time by the clock, which on a shared machine holds others' work.\n\n| paper | characters | read | extract | check | all, ms per 1,000 characters |\n|---|---|---|---|---|---|"
    )
    for path in SEEDS:
        data = path.read_bytes()
        document = read(data, path.name)
        programme = extract(document)
        thousands = len(document.text) / 1000
        steps: tuple[Callable[[], object], ...] = (
            partial(read, data, path.name),
            partial(extract, document),
            partial(find, programme),
            partial(read_paper, data, path.name),
        )
        figures = [
            f"{median_seconds(s, clock=time.process_time) * 1000 / thousands:.2f} ({median_seconds(s) * 1000 / thousands:.2f})"
            for s in steps
        ]
        print(f"| {path.name} | {len(document.text)} | {' | '.join(figures)} |")


def large_text(size: int) -> str:
    """Return a paper of about `size` characters: chapters of the second sample under ever new numbers."""
    text = SEEDS[1].read_text(encoding="utf8")
    head, body = text.split("## **B- NỘI DUNG", 1)
    body, foot = body.split("## C. TỔ CHỨC", 1)
    lines = body.splitlines()
    parts = [head, "## **B- NỘI DUNG", body]
    turn = 0
    while sum(map(len, parts)) < size:
        turn += 1
        # Figures and words differ from turn to turn, as they do in a long paper; equal chapters would be duplicates.
        parts.append(
            "\n".join(
                line.replace("phường", f"phường khu {turn}") if line.startswith(("-", "(")) else line for line in lines
            )
        )
    return "\n".join([*parts, "## C. TỔ CHỨC" + foot])


def growth() -> None:
    """Print how time grows with the length of a paper."""
    from dondoc.reading import read_paper

    print("\n## Growth\n\n| characters | processor seconds | ms per 1,000 characters |\n|---|---|---|")
    for size in SIZES:
        data = large_text(size).encode()
        count = len(data.decode())
        seconds = median_seconds(partial(read_paper, data, "long.md"), runs=1, clock=time.process_time)
        print(f"| {count} | {seconds:.2f} | {seconds * 1e6 / count:.2f} |")


def long_pdf(pages: int, folder: Path) -> Path:
    """Write a text PDF of `pages` pages out of the pages of a fixture."""
    import pypdfium2

    source = pypdfium2.PdfDocument(FIXTURES / "bach-dang.pdf")
    target = pypdfium2.PdfDocument.new()
    while len(target) < pages:
        target.import_pages(source, list(range(min(len(source), pages - len(target)))))
    path = folder / f"{pages}.pdf"
    target.save(path)
    return path


CHILD = """
import json, resource, sys, time
from pathlib import Path
from dondoc.reading import read_paper
path = Path(sys.argv[1])
started = time.perf_counter()
try:
    document, programme = read_paper(path.read_bytes(), path.name)
    pages, tasks = len(document.pages), len(programme.tasks)
except Exception as error:
    pages, tasks = 0, repr(error)
# The peak of this program alone: ru_maxrss would begin at that of the process it was started from.
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
own, helpers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": time.perf_counter() - started, "pages": pages, "tasks": tasks, "peak_mb": peak / 1024,
 "own_cpu": own.ru_utime + own.ru_stime, "helper_cpu": helpers.ru_utime + helpers.ru_stime}))
"""


def in_a_process(path: Path) -> dict[str, float]:
    """Read the paper in a fresh process and return its time, pages, memory and processor time."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=True, timeout=900
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def formats() -> None:
    """Print time and peak memory of each kind of file, each read in a fresh process (imports included)."""
    print(
        "\n## Files, each in a fresh process\n\n| file | pages | seconds | peak MB | processor time in other programs (OCR) |\n|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        files = [
            *SEEDS,
            FIXTURES / "bach-dang.docx",
            FIXTURES / "bach-dang.pdf",
            long_pdf(100, Path(folder)),
            FIXTURES / "bach-dang-scan-1.pdf",
        ]
        for path in files:
            f = in_a_process(path)
            share = f["helper_cpu"] / (f["helper_cpu"] + f["own_cpu"])
            name = "text PDF of 100 pages" if path.name == "100.pdf" else path.name
            print(f"| {name} | {f['pages']} | {f['seconds']:.2f} | {f['peak_mb']:.0f} | {share:.0%} |")


def outside() -> None:
    """Print the limit that a text PDF approaches: the time that pdfium alone needs to hand out its characters."""
    import pypdfium2

    from dondoc.reading import read_paper

    path = FIXTURES / "bach-dang.pdf"

    def pdfium_only() -> None:
        with pypdfium2.PdfDocument(path) as paper:
            for page in paper:
                page.get_textpage().get_text_range()
                page.close()

    alone, whole = median_seconds(pdfium_only, 3), median_seconds(lambda: read_paper(path.read_bytes(), path.name), 3)
    print(
        f"\npdfium alone hands out the text of {path.name} in {alone:.2f} s; read, extracted and checked in {whole:.2f} s ({alone / whole:.0%})."
    )


def many() -> None:
    """Print how a folder of papers goes through one and through all cores."""
    print(
        "\n## A folder of 24 papers (text and Word), written as JSON\n\n| processes | seconds | papers a second |\n|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder) / "papers"
        papers.mkdir()
        for number in range(8):
            for path in (*SEEDS, FIXTURES / "do-son.docx"):
                (papers / f"{number}-{path.name}").write_bytes(path.read_bytes())
        for jobs in (1, os.cpu_count() or 1):
            out = Path(folder) / f"out-{jobs}"
            command = [
                sys.executable,
                "-m",
                "dondoc.cli.main",
                "extract",
                str(papers),
                "--out",
                str(out),
                "--jobs",
                str(jobs),
            ]
            started = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True, timeout=600)
            seconds = time.perf_counter() - started
            print(f"| {jobs} | {seconds:.1f} | {24 / seconds:.1f} |")


def starting() -> None:
    """Print how long the command needs to start."""
    command = [sys.executable, "-m", "dondoc.cli.main", "extract", "--help"]
    seconds = median_seconds(lambda: subprocess.run(command, capture_output=True, check=True), 5)
    print(f"\n`dondoc extract --help` takes {seconds:.2f} s.")


def main() -> None:
    """Print everything."""
    print(
        f"# Reading, measured on {time.strftime('%Y-%m-%d')}\n\nPython {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}."
    )
    starting()
    speed()
    growth()
    formats()
    outside()
    many()


if __name__ == "__main__":
    main()
