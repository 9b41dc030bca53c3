"""Recognise a secrecy mark (MẬT, TỐI MẬT, TUYỆT MẬT), so that the file is refused and nothing of it is kept.

Source: the marks of the Law on the protection of state secrets are stamped in capitals, in a place of their
own on the first page. Hence only a whole line, cell or box counts; "bí mật", "mật độ", "MẶT TRẬN" never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dondoc.language.folding import fold
from dondoc.language.unicode import clean
from dondoc.reader.document import Document, Line
from dondoc.reader.refusals import MarkedSecretError, SuspectedSecretError

FIRST_PAGE_LINES = 60  # where the format knows no pages
MOST_LINES_OF_A_PAGE = 150
_FRAME = " \t.,:;*_-–—|[](){}<>«»“”\"'=~/\\•"
_MARKS = frozenset({"MẬT", "TỐI MẬT", "TUYỆT MẬT"})
_BARE_MARKS = frozenset({"mat", "toi mat", "tuyet mat"})
_LABEL = re.compile(r"^(?:ĐỘ|DẤU|MỨC(?: ĐỘ)?|DẤU (?:CHỈ )?ĐỘ) MẬT\s*:\s*", re.IGNORECASE)
_GAP = re.compile(r"\s{2,}|\t|\||\u00a0{2,}")
_LETTERS_APART = re.compile(r"(?:\S ){2,}\S")
# A line that ends so runs on into the next one: "BẢO VỆ BÍ / MẬT NHÀ NƯỚC".
_RUNS_ON = re.compile(r"\b(?:BÍ|BẢO|CƠ|BI|BAO|CO)$")
_CONTINUES = re.compile(r"^(?:TRẬN|TRAN|ĐỘ|MÃ|NHÀ|VỤ)\b")


def check(document: Document, *, suspect: bool = True) -> None:
    """Raise MarkedSecretError for a mark on the first page; SuspectedSecretError for one that OCR lost accents of.

    `suspect` False: a person has looked at the scan and said that there is no mark.
    """
    lines = _first_page(document)
    texts = [document.text[line.start : line.end] for line in lines]
    recognised = [document.origin == "scan" or line.confidence is not None for line in lines]
    check_lines(texts)
    if suspect and any(recognised):
        _suspect(texts, recognised)


def check_lines(lines: Iterable[str]) -> None:
    """Raise MarkedSecretError when one of `lines`, or a part of it set apart by a wide gap, is a mark."""
    previous = ""
    kept = [_unframed(line) for line in lines]
    for number, line in enumerate(kept):
        following = kept[number + 1] if number + 1 < len(kept) else ""
        for part in _GAP.split(line):
            if is_mark(part) and not (_RUNS_ON.search(previous) or _CONTINUES.match(following)):
                raise MarkedSecretError
        previous = line


def is_mark(text: str) -> bool:
    """Say whether `text`, standing by itself, is a secrecy mark in capitals, with its accents, NFC or NFD."""
    text = _unframed(text)
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :].strip(_FRAME).upper()
    if _LETTERS_APART.fullmatch(text):
        joined = text.replace(" ", "")
        return joined in {mark.replace(" ", "") for mark in _MARKS}
    if any(letter.islower() for letter in text if letter.isascii()):
        return False
    # TCVN3 has no capitals with tones: "MËT" is "MậT" in Unicode.
    return " ".join(text.split()).upper() in _MARKS


def _unframed(text: str) -> str:
    return clean(text).strip(_FRAME)


def _first_page(document: Document) -> list[Line]:
    paged = [line for line in document.lines if line.page is not None]
    if paged:
        return [line for line in paged if line.page == 1][:MOST_LINES_OF_A_PAGE]
    return document.lines[:FIRST_PAGE_LINES]


def _suspect(texts: list[str], recognised: list[bool]) -> None:
    for number, text in enumerate(texts):
        if not recognised[number]:
            continue
        following = _unframed(texts[number + 1]) if number + 1 < len(texts) else ""
        for part in _GAP.split(_unframed(text)):
            letters = " ".join(part.split())
            if letters.isupper() and fold(letters) in _BARE_MARKS and not _CONTINUES.match(following):
                raise SuspectedSecretError
