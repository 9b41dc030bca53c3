"""Known names of units, and what narrows a unit down behind its name: level, place, number, the unit it is part of."""

from __future__ import annotations

from typing import NamedTuple

from dondoc.language.tokens import LOWER, UPPER, Token, leaf, longest, token_key
from dondoc.language.unit_lexicon import THE_MANY, Name, keys_of, lexicon

AND, OF = token_key("và"), keys_of("của thuộc")
DEEPEST = 3  # a bound that no name reaches, so that time stays linear in any text
_BASE = [token_key("cơ"), token_key("sở")]
_PLACES = keys_of("tỉnh thành phố xã phường đặc khu cụm huyện quận thị thôn tổ dân")
_AREAS = keys_of("tỉnh phố xã phường vực khu")
_OBJECT_WORDS = 6  # of what somebody is in charge of
_NUMBER, _IN_CHARGE = token_key("số"), "phụ trách"


class Core(NamedTuple):
    """A name found at a token: the token after it, its unit and kind, and whether a composite may follow."""

    end: int
    unit: str | None
    kind: str


def catalogued(tokens: list[Token], at: int) -> Core | None:
    """Find the longest catalogue name at a token, with its qualifiers."""
    best = bare(tokens, at)
    if best is None:
        return None
    end = _places(tokens, best.end) if tokens[best.end - 2].key in THE_MANY else best.end
    end = _proper(tokens, end) if tokens[end - 1].key in _AREAS else end
    if [token.key for token in tokens[end - 2 : end]] == _BASE and end < len(tokens) and tokens[end].key.isdigit():
        end += 1  # "Thuế cơ sở 4"
    if tokens[end - 1].key in OF:
        end = _owner(tokens, end, 0) or end
    return best._replace(end=qualified(tokens, end))


def bare(tokens: list[Token], at: int) -> Core | None:
    """Find the longest catalogue name at a token that is written as it must be."""
    node, best, i = lexicon().names, None, at
    while i < len(tokens) and (nxt := node.get(tokens[i].key)) is not None:
        node, i = nxt, i + 1
        name = leaf(node)
        if name and _written(name, tokens, at):
            best = Core(i, name.unit, name.kind)
    return best


def _written(name: Name, tokens: list[Token], at: int) -> bool:
    """Tell whether a match has the capitals without which the words mean something else."""
    if name.proper and tokens[at].shape == LOWER:
        return False
    return all(tokens[at + i].shape == UPPER for i in name.capitals)


def qualified(tokens: list[Token], at: int, depth: int = 0) -> int:
    """Pass over what narrows a unit down: level, place, "trực thuộc", "liên quan", "của phường"."""
    lex = lexicon()
    while at < len(tokens):
        if (
            tokens[at].key == "("
            and at + 2 < len(tokens)
            and tokens[at + 2].key == ")"
            and tokens[at + 1].shape == UPPER
        ):
            at += 3
            continue
        if tokens[at].key == _NUMBER and at + 1 < len(tokens) and tokens[at + 1].key.isdigit():
            at += 2
            continue
        found = longest(lex.qualifiers, tokens, at)
        if found and found[1] == _IN_CHARGE and _takes_charge(tokens, found[0]):
            break  # "các đồng chí … phụ trách từng lĩnh vực": the verb
        if found:
            at = _proper(tokens, _places(tokens, found[0]))
            if tokens[at - 1].key in OF and (owner := _owner(tokens, at, depth)):
                at = owner
            continue
        after = place_at(tokens, at) or _belonging(tokens, at, depth)
        if after is None:
            break
        at = after
    return at


def _takes_charge(tokens: list[Token], at: int) -> bool:
    """Tell whether "phụ trách" before a token is the verb ("… phụ trách từng thôn."), not a part of the name ("… phụ trách thôn theo dõi")."""
    if at >= len(tokens) or boundary(tokens, at):
        return False
    if tokens[at].key in THE_MANY:
        return True
    ahead = range(at, min(at + _OBJECT_WORDS, len(tokens)))
    stop = next((i for i in ahead if boundary(tokens, i)), None)
    return stop is None or not longest(lexicon().verbs, tokens, stop)


def _places(tokens: list[Token], at: int) -> int:
    """Pass over the rest of a list of places ("xã, phường, đặc khu")."""
    while at + 1 < len(tokens) and tokens[at].key in (",", AND, "/") and tokens[at + 1].key in _PLACES:
        after = longest(lexicon().qualifiers, tokens, at + 1)
        if not after:
            break
        at = after[0]
    return at


def place_at(tokens: list[Token], at: int) -> int | None:
    """Pass over the name of a province or city, whose last syllable may look like a unit's head ("Hải Phòng")."""
    found = longest(lexicon().places, tokens, at) if tokens[at].shape != LOWER else None
    return found[0] if found else None


def _proper(tokens: list[Token], at: int) -> int:
    """Pass over a proper name or number that follows a place word; a unit that begins there is left alone."""
    start, names = at, lexicon().names
    while at < len(tokens) and at - start < 4 and (tokens[at].shape != LOWER or tokens[at].key.isdigit()):
        if place := place_at(tokens, at):
            return place
        if tokens[at].key in names and opens_unit(tokens, at):
            break
        at += 1
    return at


def _owner(tokens: list[Token], at: int, depth: int) -> int | None:
    """Pass over the unit that others are directly under ("các chi bộ trực thuộc" + "Đảng ủy")."""
    owner = bare(tokens, at) if at < len(tokens) and depth < DEEPEST and tokens[at].shape != LOWER else None
    return qualified(tokens, owner.end, depth + 1) if owner else None


def _belonging(tokens: list[Token], at: int, depth: int) -> int | None:
    """Pass over "của X" / "thuộc X" where X is a unit."""
    if tokens[at].key not in OF or at + 1 >= len(tokens) or depth >= DEEPEST:
        return None
    owner = bare(tokens, at + 1)
    if owner is None:
        return None
    end = qualified(tokens, owner.end, depth + 1)
    # "đơn vị thuộc HĐND, UBND phường": the two councils share the place.
    if (
        end + 1 < len(tokens)
        and tokens[end].key == ","
        and tokens[end - 1].key == "hđnd"
        and tokens[end + 1].key == "ubnd"
    ):
        return qualified(tokens, end + 2, depth + 1)
    return end


def boundary(tokens: list[Token], at: int) -> bool:
    """Tell whether a clause goes on at a token: a verb, a preposition or a mark."""
    lex = lexicon()
    key = tokens[at].key
    if not (key[0].isalnum() or key == "-"):
        return True
    return bool(
        (key in lex.verbs and longest(lex.verbs, tokens, at)) or (key in lex.stops and longest(lex.stops, tokens, at))
    )


def opens_unit(tokens: list[Token], at: int) -> bool:
    """Tell whether another unit's name opens at a token."""
    return bool(longest(lexicon().heads, tokens, at)) or bare(tokens, at) is not None
