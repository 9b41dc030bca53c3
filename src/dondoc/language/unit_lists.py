"""Collectives in a list: where one ends and the next begins (convention 17), and bodies named by their sort alone."""

from __future__ import annotations

from dondoc.language.tokens import LOWER, Token, longest, phrase_trie
from dondoc.language.unit_grammar import collective_after, sort_with_name, unit_at
from dondoc.language.unit_lexicon import THE_MANY, keys_of, lexicon
from dondoc.language.unit_qualifiers import AND, Core

_CLAUSE_OPENS = {".", "-", "+", ":", ";", ")", "?", "!"}
_PASSIVE = keys_of("được bị")
_SORT_WORDS = 3
_COMRADES = phrase_trie(["các đồng chí", "các đ/c"])


def members(tokens: list[Token], at: int, core: Core) -> list[tuple[int, Core]]:
    """Part a collective into its members: before a further "các", at "và", and round bodies that act alone.

    "các sở, ngành và địa phương" is two members; "doanh nghiệp, viện nghiên cứu, trường đại học" three; "các sở, ban,
    ngành" and "tổ chức, cá nhân" stay one. A sort after "và" that shares the "các" before it is a member as well.
    """
    if core.kind != "group":
        return [(at, core)]
    plural = tokens[at].key in THE_MANY
    parts: list[tuple[int, Core]] = []
    start = at
    for mark in range(at + 1, core.end):
        after = _next_member(tokens, start, mark, core.end, plural=plural)
        if after:
            parts.append((start, _member(tokens, start, mark)))
            start = after
    parts.append((start, core if start == at else _member(tokens, start, core.end)))
    if plural and (more := _shared(tokens, core.end)):
        parts.append((core.end + 1, more))
    return parts


def _next_member(tokens: list[Token], start: int, mark: int, end: int, *, plural: bool) -> int | None:
    """Give the token after a comma or "và" inside a collective where its next member begins."""
    if tokens[mark].key not in (",", AND) or tokens[mark - 1].key in (",", AND):
        return None
    after = mark + 2 if tokens[mark].key == "," and mark + 1 < end and tokens[mark + 1].key == AND else mark + 1
    if after >= end:
        return None
    lex = lexicon()
    if tokens[after].key in THE_MANY:
        return after
    if plural:
        officer = tokens[after].shape != LOWER and longest(lex.positions, tokens, after)
        if officer and not longest(_COMRADES, tokens, start):
            return after
        return after if tokens[after - 1].key == AND and longest(lex.generic, tokens, after) else None
    alone = longest(lex.independent, tokens, start) or longest(lex.independent, tokens, after)
    return after if alone and (longest(lex.generic, tokens, after) or tokens[after - 1].key == AND) else None


def _member(tokens: list[Token], start: int, stop: int) -> Core:
    """Give one member of a collective, with its catalogue id where it is a known name by itself."""
    known = unit_at(tokens[start:stop], 0)
    return Core(stop, known.unit if known and known.end == stop - start else None, "group")


def _shared(tokens: list[Token], at: int) -> Core | None:
    """Read the sort after "và" that shares the "các" of the collective before it ("các cơ quan, đơn vị và địa phương")."""
    if at + 1 >= len(tokens) or tokens[at].key != AND or tokens[at + 1].shape != LOWER:
        return None
    end = None if unit_at(tokens, at + 1) else collective_after(tokens, at + 1)
    if end is None or (end < len(tokens) and tokens[end].shape != LOWER):
        return None
    return _member(tokens, at + 1, end)


def acting_sort(tokens: list[Token], at: int) -> Core | None:
    """Read a body that is named by its sort alone, as subject of a clause ("Doanh nghiệp công nghệ số chủ động …")."""
    if tokens[at].shape == LOWER or (at > 0 and tokens[at - 1].key not in _CLAUSE_OPENS):
        return None
    end = sort_with_name(tokens, at)
    if end is None or end >= len(tokens) or tokens[end].key in _PASSIVE:
        return None
    if tokens[end].key == "," and not longest(lexicon().generic, tokens, end + 1):
        end = _second_sort(tokens, end + 1) or end
    return Core(end, None, "group") if longest(lexicon().verbs, tokens, end) else None


def _second_sort(tokens: list[Token], at: int) -> int | None:
    """Pass over a second sort of the same bodies before the verb ("Doanh nghiệp viễn thông, bưu chính ưu tiên …")."""
    for end in range(at + 1, min(at + _SORT_WORDS + 1, len(tokens))):
        if longest(lexicon().verbs, tokens, end):
            return end
        if not tokens[end].key[0].isalpha() or longest(lexicon().stops, tokens, end):
            return None
    return None


def longer(one: Core | None, other: Core | None) -> Core | None:
    """Give the longer of two readings of the same place, the first where they end alike."""
    return other if other and (one is None or other.end > one.end) else one
