"""`dondoc check` and `dondoc schema`."""

from __future__ import annotations

import sys
from pathlib import Path

from dondoc.reader.document import UnreadableError

from .words import english, say

SEVERITIES = {"error": ("SAI", "ERROR"), "warning": ("CẦN SỬA", "WARNING"), "note": ("LƯU Ý", "NOTE")}


def complain(path: Path, error: UnreadableError | OSError) -> None:
    """Print the one sentence that says why a file was not read."""
    if isinstance(error, OSError):
        why = say("không mở được tệp", "cannot be opened") + f" ({error.strerror})"
    else:
        why = error.message_en if english() and error.message_en else error.message
    print(f"dondoc: {path}: {why}", file=sys.stderr)


def check(path: Path) -> int:
    """Print the findings of the paper at `path`; return 0 without errors, 1 with errors, 2 when it is unreadable."""
    from dondoc.reading import read_paper

    try:
        _document, programme = read_paper(path.read_bytes(), path.name)
    except (UnreadableError, OSError) as error:
        complain(path, error)
        return 2
    for finding in programme.findings:
        print(f"[{SEVERITIES[finding.severity][english()]}] {finding.why}")
        for quote in finding.where:
            print(f"    “{quote}”")
    errors = sum(f.severity == "error" for f in programme.findings)
    print(
        say(
            f"{len(programme.findings)} điểm cần rà soát, {errors} lỗi.",
            f"{len(programme.findings)} findings, {errors} errors.",
        )
    )
    return 1 if errors else 0


def print_schema() -> int:
    """Print the JSON Schema of the format."""
    import json

    from dondoc.programme.json import schema

    print(json.dumps(schema(), ensure_ascii=False, indent=1))
    return 0
