"""Estimate how long an office needs for the review of the sample papers, with the keyboard alone.

usage: review.py [PAPER …]
What must be read is what the review puts on top: every doubtful item with its reason, and every finding of
severity error with its quotes. A person is taken to read 250 words (syllables, as Vietnamese is spaced) a minute,
to need 1.5 s for a key that acts, 0.3 s for a letter, and 10 s to make up the mind about each item.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dondoc.programme.model import Indicator, Programme, Task
from dondoc.reading import read_paper

FIXTURES = Path(__file__).resolve().parent.parent / "tests/fixtures"
PAPERS = [FIXTURES / name for name in ("bach-dang.docx", "bach-dang.pdf", "do-son.docx", "do-son.pdf")]
WORDS_A_MINUTE, SECONDS_A_KEY, SECONDS_A_LETTER, SECONDS_A_DECISION = 250, 1.5, 0.3, 10
# Counted in the browser: sign-in 2, to the upload page 6, choose and send the file 14, F4 and the number and date of
# the paper 8, F9 and Enter 2; one Enter for each item stands beside these.
KEYS_AROUND, LETTERS_AROUND = 32, 60
KEYS_OF_AN_EDIT, LETTERS_OF_AN_EDIT = 3, 25  # F2, the field, Ctrl+S; a unit's name


@dataclass
class Work:
    """What a paper asks of its reviewer."""

    doubtful: int
    errors: int
    words: int

    @property
    def keys(self) -> int:
        """Return the keys pressed when every item is accepted or left open."""
        return KEYS_AROUND + self.doubtful + self.errors

    def minutes(self, *, decisions: bool = False, edits: bool = False) -> float:
        """Return the minutes of reading and pressing, with pauses to decide, and with an edit of every doubtful item."""
        seconds = self.words / WORDS_A_MINUTE * 60 + self.keys * SECONDS_A_KEY + LETTERS_AROUND * SECONDS_A_LETTER
        if decisions:
            seconds += (self.doubtful + self.errors) * SECONDS_A_DECISION
        if edits:
            seconds += self.doubtful * (KEYS_OF_AN_EDIT * SECONDS_A_KEY + LETTERS_OF_AN_EDIT * SECONDS_A_LETTER)
        return seconds / 60


def to_read(programme: Programme) -> Iterator[tuple[str, str]]:
    """Yield ("doubtful" or "error", text) for everything on top of the review."""
    items: list[Indicator | Task] = [*programme.indicators, *programme.tasks]
    for item in items:
        if item.confidence == "doubtful":
            yield "doubtful", " ".join([item.text, *item.doubts])
    for finding in programme.findings:
        if finding.severity == "error":
            yield "error", " ".join([finding.why, *finding.where])


def work_of(path: Path) -> Work:
    """Read a paper and return what its review asks for."""
    _document, programme = read_paper(path.read_bytes(), path.name)
    texts = list(to_read(programme))
    kinds = [kind for kind, _text in texts]
    return Work(kinds.count("doubtful"), kinds.count("error"), sum(len(text.split()) for _kind, text in texts))


def main(arguments: list[str]) -> int:
    print("| paper | doubtful | errors | words | keys | min. | with decisions | and every doubtful item edited |")
    print("|---|---|---|---|---|---|---|---|")
    for path in map(Path, arguments) if arguments else PAPERS:
        work = work_of(path)
        times = (work.minutes(), work.minutes(decisions=True), work.minutes(decisions=True, edits=True))
        figures = " | ".join(f"{minutes:.1f}" for minutes in times)
        print(f"| {path.name} | {work.doubtful} | {work.errors} | {work.words} | {work.keys} | {figures} |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
