"""What each entry says, as one sentence; every app tells its own verbs in its `sentences.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

from .models import Entry

Sentence = Callable[[Entry], str]


class Verb(NamedTuple):
    """A kind of act: its word in the filter, and how an entry of it reads."""

    word: str | Promise
    sentence: Sentence


_VERBS: dict[str, Verb] = {}


def sentence(verb: str, word: str | Promise) -> Callable[[Sentence], Sentence]:
    """Register how entries of `verb` read; `word` names the act in the filter."""

    def register(write: Sentence) -> Sentence:
        _VERBS[verb] = Verb(word, write)
        return write

    return register


def verbs() -> dict[str, Verb]:
    """Return every verb that an app has told, by its code."""
    autodiscover_modules("sentences")
    return _VERBS


def read(entry: Entry) -> str:
    """Return the sentence of an entry; a verb nobody has told reads as its code and object."""
    known = verbs().get(entry.verb)
    return known.sentence(entry) if known else f"{entry.verb}: {entry.object_label}"
