"""What each entry says, as one sentence; every app tells its own verbs in its `sentences.py`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

from dondoc.language.figures import NONE, number

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


def plain(verb: str, word: str | Promise, text: str | Promise) -> None:
    """Register a sentence that needs only `%(label)s` and the entry's data by name: `%(reason)s`, `%(before)s`.

    What the data lacks reads as "—"; numbers are written the Vietnamese way.
    """
    _VERBS[verb] = Verb(word, lambda entry: str(text) % _Values(entry))


class _Values(dict[str, str]):
    def __init__(self, entry: Entry) -> None:
        super().__init__({name: _shown(value) for name, value in entry.data.items()}, label=entry.object_label)

    def __missing__(self, name: str) -> str:
        return NONE


def _shown(value: Any) -> str:
    if value in (None, "", [], {}):
        return NONE
    if isinstance(value, dict):
        return ", ".join(f"{name} {_shown(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    try:
        return number(Decimal(str(value)))
    except ArithmeticError:
        return str(value)


def verbs() -> dict[str, Verb]:
    """Return every verb that an app has told, by its code."""
    autodiscover_modules("sentences")
    return _VERBS


def read(entry: Entry) -> str:
    """Return the sentence of an entry; a verb nobody has told reads as its code and object."""
    known = verbs().get(entry.verb)
    return known.sentence(entry) if known else f"{entry.verb}: {entry.object_label}"
