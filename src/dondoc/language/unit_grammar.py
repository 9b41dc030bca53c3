"""The grammar of units' names: catalogue names and what may stand round them, and names built from a head noun."""

from __future__ import annotations

from dondoc.language.tokens import CAPITAL, LOWER, Token, longest, phrase_trie, token_key
from dondoc.language.unit_lexicon import THE_MANY, keys_of, lexicon
from dondoc.language.unit_qualifiers import AND, DEEPEST, Core, boundary, catalogued, opens_unit, qualified

_JOINTS = {",", "-", AND}
_HAS = token_key("có")
_OFFICE = [token_key("cơ"), token_key("quan")]
_COMRADE = ("đồng chí", "đ/c", "các đồng chí", "các đ/c")
_AFTER_MEMBER = keys_of("và liên có chính xã trên đảng cơ thành") | {",", ";", "."}
_BINDING = phrase_trie(["bảo đảm", "đảm bảo", "chủ động", "chủ trì", "cần", "phải", "chịu trách nhiệm", "tích cực"])
_FIELD = phrase_trie(["lĩnh vực", "địa bàn"])
_LONGEST_SORT, _LONGEST_OFFICE = 5, 12  # bounds that no name reaches, so that time stays linear in any text
ALL_LEVELS = [token_key("các"), token_key("cấp")]
RELATED = [token_key("liên"), token_key("quan")]
_SUBORDINATE = [token_key("trực"), token_key("thuộc")]


def unit_at(tokens: list[Token], at: int, depth: int = 0) -> Core | None:
    """Read the unit that begins at a token, with its qualifiers and the units it is part of, three deep at most."""
    lex, token = lexicon(), tokens[at]
    if token.key not in lex.opening:
        return None
    named = catalogued(tokens, at)
    # A known name before a verb is whole: what follows is the clause, not more of the name.
    whole = named is not None and named.end < len(tokens) and longest(lex.verbs, tokens, named.end) is not None
    office = at + (token.key in THE_MANY and at + 1 < len(tokens))
    others = (_position(tokens, office), _collective(tokens, at), None if whole else _grammatical(tokens, at))
    found = [core for core in (named, *others) if core]
    if not found:
        return _several(tokens, at) or _office_of(tokens, at, depth)
    best = max(found, key=lambda core: core.end)
    if longest(lex.composite, tokens, at) and (joined := _composed(tokens, best, depth)):
        return joined
    return best


def _several(tokens: list[Token], at: int) -> Core | None:
    """Read "các" before a name ("các Ban của Hội đồng nhân dân")."""
    if tokens[at].key not in THE_MANY or at + 1 >= len(tokens) or tokens[at + 1].shape == LOWER:
        return None
    named = catalogued(tokens, at + 1) or _grammatical(tokens, at + 1)
    return Core(named.end, None, "group") if named else None


def _office_of(tokens: list[Token], at: int, depth: int) -> Core | None:
    """Read the office of a body ("Cơ quan" + "Ủy ban Mặt trận Tổ quốc xã")."""
    plain = tokens[at].shape == LOWER and [token.key for token in tokens[at : at + 2]] != _OFFICE
    found = None if plain else longest(lexicon().composite, tokens, at)
    if not found or found[0] >= len(tokens) or tokens[found[0]].shape == LOWER or depth >= DEEPEST:
        return None
    return unit_at(tokens, found[0], depth + 1)


def _composed(tokens: list[Token], core: Core, depth: int) -> Core | None:
    """Join a body with the unit it belongs to where both stand side by side ("Đảng ủy" + "UBND xã")."""
    at = core.end
    if [token.key for token in tokens[at : at + 2]] == _OFFICE:  # "Đảng ủy cơ quan Văn phòng …"
        at += 2
    if at >= len(tokens) or tokens[at].shape == LOWER or core.kind == "position" or depth >= DEEPEST:
        return None
    whole = unit_at(tokens, at, depth + 1)
    return Core(whole.end, core.unit if whole.end == core.end else None, core.kind) if whole else None


def _position(tokens: list[Token], at: int) -> Core | None:
    """Read a person's office with the unit it is held in ("Giám đốc Sở Y tế", "các đ/c Ủy viên BTV Đảng ủy")."""
    lex, i, office = lexicon(), at, ""
    while i - at < _LONGEST_OFFICE and (found := longest(lex.positions, tokens, i)):
        i, office = found
    if i == at:
        return None
    if office in _COMRADE and (after := _person(tokens, i)):
        return Core(after, None, "position")
    if i < len(tokens):
        whole = catalogued(tokens, i) or _grammatical(tokens, i)
        if whole is None:
            whole = _collective(tokens, i)
        if whole is None and (sort := longest(lex.generic, tokens, i)):
            end = _modified(tokens, sort[0], plural=False)
            while end + 1 < len(tokens) and tokens[end].key == "," and (after := _next_generic(tokens, end + 1)):
                end = _modified(tokens, after, plural=False)
            whole = Core(end, None, "group")
        if whole:
            return Core(_same_person(tokens, at, whole.end), None, "position")
    # An office without its body is named only where it is a title.
    return Core(i, None, "position") if office[0].isupper() and tokens[at].shape != LOWER else None


def _same_person(tokens: list[Token], at: int, end: int) -> int:
    """Pass over a further office of one comrade ("Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch UBND xã")."""
    first = longest(lexicon().positions, tokens, at)
    if not first or first[1] not in _COMRADE[:2] or end + 1 >= len(tokens) or tokens[end].key not in (",", "-"):
        return end
    office = _position(tokens, end + 1) if tokens[end + 1].shape != LOWER else None
    return office.end if office else end


def _person(tokens: list[Token], at: int) -> int | None:
    """Pass over a person's name after "đồng chí", and the office joined to it by a dash or a comma."""
    end = at
    while end < len(tokens) and tokens[end].shape != LOWER and end - at < 5:
        end += 1
    if end - at < 2 or opens_unit(tokens, at) or longest(lexicon().positions, tokens, at):
        return None
    if end + 1 < len(tokens) and tokens[end].key in ("-", ",") and (office := _position(tokens, end + 1)):
        return office.end
    return end


def _collective(tokens: list[Token], at: int) -> Core | None:
    """Read a collective: "các sở, ban, ngành liên quan", "cơ quan, đơn vị", "các doanh nghiệp viễn thông"."""
    lex = lexicon()
    plural = tokens[at].key in THE_MANY
    found = longest(lex.generic, tokens, at + plural)
    if not found:
        return None
    end = _modified(tokens, found[0], plural)
    listed = False
    while end + 1 < len(tokens):
        if tokens[end].key != ",":
            named = sort_with_name(tokens, at) if end == found[0] else None
            if named is None or named + 1 >= len(tokens) or tokens[named].key != ",":
                break
            end = named
        after = _next_generic(tokens, end + 1) or _next_sort(tokens, at, end)
        if not after:
            break
        end, listed = sort_with_name(tokens, end + 1) or _modified(tokens, after, plural), True
    narrowed = (end > at + 1 and longest(lex.qualifiers, tokens, end - 1)) or _tail(tokens, end)
    return Core(end, None, "group") if plural or listed or narrowed else None


def sort_with_name(tokens: list[Token], at: int) -> int | None:
    """Pass over a body that acts alone with the words that name its sort ("nhà cung cấp dịch vụ IoT")."""
    found = longest(lexicon().independent, tokens, at)
    return _modified(tokens, found[0], plural=True) if found else None


def collective_after(tokens: list[Token], at: int) -> int | None:
    """Pass over a member of a collective that stands alone after a joint, with the words that modify it."""
    after = _next_generic(tokens, at)
    return _modified(tokens, after, plural=True) if after else None


def _tail(tokens: list[Token], end: int) -> bool:
    """Tell whether the phrase that ends here ends in "liên quan" or "trực thuộc"."""
    return end >= 2 and [token.key for token in tokens[end - 2 : end]] in (RELATED, _SUBORDINATE)


def _next_generic(tokens: list[Token], at: int) -> int | None:
    """Find a further member of a collective after a comma; a named unit or a verb ends the collective."""
    lex = lexicon()
    found = longest(lex.generic, tokens, at) or longest(_FIELD, tokens, at)
    verb = longest(lex.verbs, tokens, at)
    if not found or (verb and verb[0] > found[0]):
        return None
    named = catalogued(tokens, at)
    if named and tokens[at].shape != LOWER and named.kind != "group":
        return None
    after = found[0]
    # "tổ chức" with an object is the verb.
    if found[1] == "tổ chức" and after < len(tokens) and tokens[after].shape == LOWER:
        return after if tokens[after].key in _AFTER_MEMBER or longest(_BINDING, tokens, after) else None
    return after


def _next_sort(tokens: list[Token], at: int, end: int) -> int | None:
    """Find a further sort of the same members after a comma ("các trường Mầm non, Tiểu học")."""
    sorted_so_far = tokens[at].key in THE_MANY and any(token.shape == CAPITAL for token in tokens[at + 2 : end])
    following = tokens[end + 1]
    return end + 2 if sorted_so_far and following.shape == CAPITAL and not opens_unit(tokens, end + 1) else None


def _modified(tokens: list[Token], at: int, plural: bool) -> int:
    """Pass over the words that modify a generic noun, up to the next verb, preposition or mark."""
    start = at
    while at < len(tokens):
        after = qualified(tokens, at)
        if after > at:
            at = after
            continue
        key = tokens[at].key
        if not plural or at - start >= 8 or key in (",", AND, _HAS) or key in THE_MANY or boundary(tokens, at):
            break
        if key == "-" and (at + 1 >= len(tokens) or tokens[at + 1].key == ","):
            break
        if tokens[at].shape != LOWER and opens_unit(tokens, at):
            break
        at += 1
    return at


def _grammatical(tokens: list[Token], at: int) -> Core | None:
    """Read a unit that is not in the catalogue: a head noun in capitals and the name after it."""
    lex, token = lexicon(), tokens[at]
    found = longest(lex.heads, tokens, at) if token.shape != LOWER else None
    other = longest(lex.not_units, tokens, at)
    if not found or (other and other[0] >= found[0]):
        return None
    start = found[0]
    end = _purpose(tokens, start) if found[1] in lex.purposeful else start
    end = _sort(tokens, start) if found[1] in lex.sorted else end
    while end < len(tokens):
        if _name_goes_on(tokens, end):
            end += 1 if tokens[end].shape != LOWER else 2
            low = end
            while end < len(tokens) and end - low < 5 and _plain(tokens, end):
                end += 1
        else:
            break
    whole = qualified(tokens, end)
    return Core(whole, None, "unit") if whole > start or found[1] in lex.whole else None


def _sort(tokens: list[Token], at: int) -> int:
    """Pass over the sort of a body in small letters where its own name follows ("Hợp tác xã" + "nông nghiệp" + "An Bình")."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_SORT and _plain(tokens, end):
        end += 1
    named = end < len(tokens) and tokens[end].shape != LOWER and tokens[end].key[0].isalpha()
    return end if named and not opens_unit(tokens, end) else at


def _purpose(tokens: list[Token], at: int) -> int:
    """Pass over what a steering or managing body is for, in small letters ("Ban Chỉ đạo" + "chuyển đổi số")."""
    lex, start = lexicon(), at
    while at < len(tokens) and at - start < 12:
        key = tokens[at].key
        if not key[0].isalnum() or longest(lex.strong, tokens, at) or longest(lex.stops, tokens, at):
            break
        if longest(lex.qualifiers, tokens, at) or (tokens[at].shape != LOWER and opens_unit(tokens, at)):
            break
        at += 1
    return at - 1 if at > start and tokens[at - 1].key == AND else at


def _name_goes_on(tokens: list[Token], at: int) -> bool:
    """Tell whether a name in capitals goes on at a token, across a comma or "và" only to the same name's next part."""
    token = tokens[at]
    if token.shape != LOWER:
        return not opens_unit(tokens, at)
    if token.key not in _JOINTS or at + 1 >= len(tokens) or tokens[at + 1].shape == LOWER or opens_unit(tokens, at + 1):
        return False
    if token.key != ",":
        return True
    # A comma inside a name is followed by a last part with "và" ("Văn hóa, Thể thao và Du lịch").
    for i in range(at + 2, min(at + 8, len(tokens) - 1)):
        if tokens[i].key == AND:
            return tokens[i + 1].shape != LOWER and not opens_unit(tokens, i + 1)
        if tokens[i].key in (",", ".", ";", ":"):
            return False
    return False


def _plain(tokens: list[Token], at: int) -> bool:
    """Tell whether a token in small letters may belong to the name open before it."""
    token = tokens[at]
    if token.shape != LOWER or not token.key[0].isalpha() or token.key in (AND, *THE_MANY):
        return False
    return not boundary(tokens, at) and not longest(lexicon().qualifiers, tokens, at)
