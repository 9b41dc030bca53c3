"""Compare wordings the way a clerk does: without accents, capitals, abbreviations and words that decide nothing."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ..language.scanning import Opened


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in [*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            table[code] = base.lower()
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        table[ord(letter)] = letter.lower()
    table[ord("đ")] = table[ord("Đ")] = "d"
    for mark in "“”„‟″":
        table[ord(mark)] = '"'
    for mark in "‐‑‒–—―":
        table[ord(mark)] = "-"
    return table


_FOLD = _table()
_WORD = re.compile(r"[a-z0-9]+")
_NAME_WORD = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")

# Abbreviations of the genre, written out so that both forms compare equal.
_SHORT = {
    "bhyt": "bao hiem y te",
    "bhxh": "bao hiem xa hoi",
    "bhtn": "bao hiem that nghiep",
    "tthc": "thu tuc hanh chinh",
    "hdnd": "hoi dong nhan dan",
    "ubnd": "uy ban nhan dan",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "ubkt": "uy ban kiem tra",
    "chqs": "chi huy quan su",
    "cntt": "cong nghe thong tin",
    "ntts": "nuoi trong thuy san",
    "ntm": "nong thon moi",
    "tdp": "to dan pho",
    "ttcn": "tieu thu cong nghiep",
    "gpmb": "giai phong mat bang",
    "antt": "an ninh trat tu",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen",
    "cds": "chuyen doi so",
    "ktxh": "kinh te xa hoi",
    "cchc": "cai cach hanh chinh",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "gdp": "tong san pham",
    "grdp": "tong san pham",
    "dn": "doanh nghiep",
    "htx": "hop tac xa",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
}

# Words that name no thing: a measure is the same with or without them.
_WEAK = (
    "ty le|ti le|muc do|phan dau|dam bao|bao dam|it nhat|toi thieu|tro len|hang nam|tong so|so luong|chi tieu|"
    "tren dia ban|dia ban|toan phuong|toan xa|toan huyen|toan tinh|toan thanh pho|cua phuong|cua xa|cua tinh|"
    "bao phu|do bao phu|nguoi dan|dan so|nguoi tham gia|dan cu|nhan dan|tham gia|duoc su dung|su dung|giai quyet(?! viec)|viec(?! lam)|"
    "thu tuc hanh chinh|ho so|luc luong lao dong|nguoi lao dong|trong do tuoi lao dong|do tuoi lao dong|doi tuong|"
    "hoan thanh|duy tri|thuc hien|cac loai|theo quy dinh|theo tieu chuan|tieu chuan|hop ve sinh|dat chuan|"
    "binh quan|trung binh|hien co|lan dau|khu vuc|quoc gia|bo tieu chi|to chuc dang|to chuc co so dang|"
    "viec xay dung|xay dung|trang bi|toi da|nam 20\\d\\d|giai doan|moi nam|duoc cap|thanh lap|ket nap|phat trien|moi"
)
_STANDARD = re.compile(r"\btheo (?:bo tieu chi|tieu chi|chuan|quy dinh|tieu chuan)\b.*")  # by which standard, not what
_WEAK_RE = re.compile(rf"\b(?:{_WEAK})\b")
_STOP_TEXT = """
cac nhung mot moi duoc co va cua trong tai tren cho voi la dat den tu ve theo o bang hoac nay do khi de se
hang nam tong muc nhom phuong xa tinh huyen thon tang giam khong qua
"""
_STOP = frozenset(_STOP_TEXT.split())


def flatten(text: str) -> str:
    """Return `text` (NFC) in lower case without accents; one code point stays one code point."""
    return " ".join(map(_flat, text.split(" ")))


@lru_cache(maxsize=65_536)
def _flat(stretch: str) -> str:
    """Return what stands between two blanks, nearly always a word seen before, in lower case without accents."""
    return stretch.translate(_FOLD)


@lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """Return `flatten(text)`, kept for the many checks that ask for the same clause."""
    return flatten(text)


def syllables(text: str) -> list[str]:
    """Return the folded syllables and numbers of `text`, in order, without punctuation."""
    return _WORD.findall(fold(text))


def expand(words: list[str]) -> list[str]:
    """Return `words` with the abbreviations of the genre written out."""
    if not any(word in _SHORT for word in words):
        return words
    return " ".join(_SHORT.get(word, word) for word in words).split()


def spaced(heads: str, pattern: str) -> Opened:
    """Compile `pattern` for a text with line breaks: each blank of it stands for any white space.

    `heads` are the words, or signs, with one of which every match begins.
    """
    return Opened(heads.split(), pattern.replace(" ", r"\s+"))


@lru_cache(maxsize=8_192)
def core(name: str) -> tuple[str, ...]:
    """Return the syllables of `name` that say what is measured: no weak word, function word or bracket.

    A name that is only a head ("tỷ lệ bao phủ") has none: its clause says of what.
    """
    bare = re.sub(r"\([^)]*\)", " ", name)
    text = _STANDARD.sub("", " ".join(expand(_NAME_WORD.findall(fold(bare)))))
    return tuple(word for word in _WEAK_RE.sub(" ", text).split() if word not in _STOP)


def grams(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of `length` words, in order."""
    return zip(*(words[place:] for place in range(length)), strict=False)


@lru_cache(maxsize=8_192)
def content(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring syllables of `text`, abbreviations written out."""
    words = expand(_NAME_WORD.findall(fold(text)))
    return frozenset(f"{a} {b}" for a, b in itertools.pairwise(words))
