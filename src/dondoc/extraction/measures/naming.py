"""Names a figure in the document's own words (programme-format, convention 12)."""

from __future__ import annotations

import re

from .claims import Claim, starts_with
from .noun_phrases import phrase_end
from .quantities import Quantity, measures_amount
from .sentence import Sentence
from .vocabulary import ACTION_VERBS, EMPTY_VERBS, LEFT_STRIP, MULTIPLIER_WORDS, RIGHT_STRIP, TURNS

_SPACE_BEFORE = re.compile(r"\s+([,;.:)])")
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;]?\s*\)")
_MOVES = frozenset(
    ("tăng", "giảm", "kéo giảm", "cắt giảm", "tăng trưởng", "nâng", "tăng thêm", "giảm thêm", "hạ", "hạ thấp")
)
_SIZE_NOUNS = frozenset(("diện tích", "chiều dài", "khối lượng", "số lượng", "tổng số"))
_FALL = frozenset(("giảm", "kéo", "cắt"))
_ORGANISED = frozenset(
    ("chính", "đảng", "cơ", "thành", "hội", "đoàn", "kinh", "tín", "xã", "công", "tôn", "trong", "này")
)
_CHARGED = re.compile(r"\s*\([^()]*(?:chủ trì|phối hợp|tham mưu|phụ trách)[^()]*\)")
_DOER = re.compile(
    r"(?:Ban|Phòng|Công an|Trạm|Hội|Đoàn|Uỷ ban|Ủy ban|UBND|Văn phòng|Đảng ủy|Đảng uỷ|Trung tâm|Các|Chi bộ|Trường)\s"
)
_DOING = frozenset(verb for verb in ACTION_VERBS if " " in verb) | {"huấn luyện", "kiểm tra", "bảo đảm", "phấn đấu"}
_PREDICATES = frozenset(("có", "được", "xây dựng", "đạt", "trang bị", "thực hiện", "tham gia", "tổ chức", "duy trì",
                         "triển khai", "đăng ký", "sử dụng", "phải", "thành lập", "hình thành", "nhận", "áp dụng"))  # fmt: skip


def text_of(sentence: Sentence, tokens: list[int]) -> str:
    """Return the printed words at these token indexes with gaps closed and white space collapsed."""
    pieces: list[str] = []
    previous = -2
    for at in tokens:
        token = sentence.tokens[at]
        printed = sentence.text[token.start : token.end]
        glued = previous == at - 1 and sentence.tokens[previous].end == token.start
        if pieces and not glued:
            pieces.append(" ")
        pieces.append(printed)
        previous = at
    name = _EMPTY_BRACKETS.sub("", "".join(pieces))
    return _SPACE_BEFORE.sub(r"\1", " ".join(name.split()))


def trimmed(sentence: Sentence, tokens: list[int], *, drop_moves: bool, drop_goal: bool = True) -> list[int]:
    """Return token indexes without goal words, bounds and joints at either end."""
    low = [sentence.tokens[at].low for at in tokens]
    first, last = 0, len(tokens)
    changed = True
    while changed and first < last:
        changed = False
        for count in (4, 3, 2, 1):
            words = " ".join(low[first : first + count])
            if not drop_goal and words not in {",", "và", "-", "–", ":"}:
                continue
            if words == "hoàn thành" and low[first + 2 : first + 3] in (["tốt"], ["xuất"], ["nhiệm"]):
                continue
            if words == "nâng" and low[first + 1 : first + 2] == ["cấp"]:
                continue
            if first + count <= last and (words in LEFT_STRIP or (drop_moves and words in _MOVES)):
                first, changed = first + count, True
                break
    changed = True
    while changed and first < last:
        changed = False
        for count in (3, 2, 1):
            words = " ".join(low[last - count : last])
            if words == "có" and low[last - 2 : last - 1] == ["hiện"]:
                continue
            if last - count >= first and (words in RIGHT_STRIP or (drop_moves and words in _MOVES)):
                last, changed = last - count, True
                break
        if not changed and not sentence.tokens[tokens[last - 1]].low[0].isalnum() and low[last - 1] in ";.:,-–(“*+…":
            last, changed = last - 1, True
    return tokens[first:last]


def name_of(
    sentence: Sentence, claim: Claim, claims: list[Claim], timed: set[int], gaps: set[int], *, keeps_move: bool
) -> str:
    """Return the name of a claim's figure; `timed` are the tokens of live phrases of time, `gaps` those of numbers."""
    quantity = claim.quantity
    if claim.nested_in is not None and (quantity.unit or "").lower() in TURNS:
        done = _predicate_of(sentence, claims[claim.nested_in], timed, gaps)
        return text_of(sentence, done)
    if claim.behind:
        tokens = _behind(sentence, claim, gaps | timed)
        return text_of(sentence, tokens)
    head = [at for at in range(claim.head_start, quantity.lead) if at not in timed and at not in gaps]
    if keeps_move:
        head = trimmed(sentence, head, drop_moves=False)
        head += [at for at in range(quantity.lead, quantity.first) if at not in timed and _is_move(sentence, at)]
        return text_of(sentence, head)
    head = trimmed(sentence, head, drop_moves=quantity.has("inc", "dec", "down", "up") or _moves_first(sentence, head))
    if claim.shared_head or any(other.shared_head for other in claims[claims.index(claim) + 1 :][:1]):
        return text_of(sentence, _without_empty_verbs(sentence, head))
    sized = _is_room(quantity) or (measures_amount(quantity) and _ends_in_size(sentence, head))
    if not quantity.tags and not quantity.percent and claim.post_end > quantity.unit_end and sized:
        begin = quantity.last if _is_room(quantity) else quantity.tail
        head += [at for at in range(begin, claim.post_end) if at not in timed and at not in gaps]
        head = trimmed(sentence, head, drop_moves=False)
    elif quantity.has("avg") and not quantity.has("inc", "dec") and sentence.tokens[claim.head_start].low not in _FALL:
        head += [
            at
            for at in range(quantity.lead, quantity.first)
            if sentence.tokens[at].low in {"trung", "bình", "quân"} and at not in timed
        ]
    if len(head) <= 1 and quantity.percent and head:
        # "chi ít nhất 1% tổng chi …": a single word names nothing without what follows.
        head += [at for at in range(quantity.tail, claim.post_end) if at not in timed and at not in gaps]
    return text_of(sentence, head)


def _ends_in_size(sentence: Sentence, head: list[int]) -> bool:
    """Say whether a head names only a size, and the thing stands behind ("giữ nguyên diện tích 120 ha rừng")."""
    return sentence.words(head[-1] - 1, head[-1] + 1) in _SIZE_NOUNS if head else False


def _is_room(quantity: Quantity) -> bool:
    return (quantity.unit or "").lower().startswith(("phòng", "tầng", "gian"))


def _moves_first(sentence: Sentence, head: list[int]) -> bool:
    return bool(head) and sentence.tokens[head[0]].low in {"giảm", "kéo", "nâng", "kiềm", "kìm"}


def _is_move(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].low in {"tăng", "trưởng", "bình", "quân", "thêm"}


def number_tokens(claims: list[Claim]) -> set[int]:
    """Return the tokens of the numbers with their bounds, which no name contains."""
    taken: set[int] = set()
    for claim in claims:
        quantity = claim.quantity
        kept_verb = 1 if claim.nested_in is not None and quantity.lead_words[-1:] == ["có"] else 0
        taken.update(range(quantity.lead + kept_verb, quantity.last))
        taken.update(
            range(max(quantity.unit_end, quantity.last) if quantity.per is None else quantity.tail, quantity.tail)
        )
        if quantity.upward or quantity.downward:
            taken.update(range(quantity.tail - 2, quantity.tail))
        if quantity.percent or (quantity.per or "").lower() in {"năm", "tháng", "quý"}:
            taken.update(range(quantity.last if quantity.percent else quantity.unit_end, quantity.tail))
    return taken


def _behind(sentence: Sentence, claim: Claim, skipped: set[int]) -> list[int]:
    quantity = claim.quantity
    start = quantity.last
    while start < quantity.unit_end - 1 and sentence.tokens[start].low in MULTIPLIER_WORDS:
        start += 1
    if sentence.words(start, start + 2) == "lượt khách":
        start += 1  # "đón 25.000 lượt khách": how they are counted, not who comes
    if measures_amount(quantity):
        named = any(at not in skipped for at in range(quantity.tail, claim.post_end))
        start = quantity.tail if quantity.per else quantity.unit_end
        if not named and not (quantity.unit or "").endswith(("đồng", "USD", "trăm", "%")):
            start = min(quantity.last + 1, start)  # "32 m2 sàn nhà ở/người"
    post = [at for at in range(start, claim.post_end) if at not in skipped]
    post = trimmed(sentence, post, drop_moves=False, drop_goal=False)
    post = _without_upward(sentence, post, quantity)
    if post and sentence.tokens[post[0]].low == "là":
        post = post[1:]
    if claim.verb and sentence.words(*claim.verb) not in EMPTY_VERBS:
        verb = [at for at in range(*claim.verb) if at not in skipped]
        verb = _without_empty_verbs(sentence, verb)
        post = verb + post
    return post


def _without_empty_verbs(sentence: Sentence, verb: list[int]) -> list[int]:
    while verb:
        taken = starts_with(sentence, verb[0], verb[-1] + 1, EMPTY_VERBS)
        if 0 < taken < len(verb) and sentence.tokens[verb[taken]].low == ",":
            break  # "xây dựng, sửa chữa 10 căn nhà"
        if not taken or starts_with(sentence, verb[0], verb[-1] + 1, ACTION_VERBS) > taken:
            break
        verb = verb[taken:]
    return verb


_NOUN = 4  # words of a counted thing, behind which "trở lên" still is the number's
_GRADED = frozenset(
    ("có", "đạt", "từ", "trình", "độ", "tuổi", "loại", "hạng", "mức", "bậc", "cấp", "sao", "học", "đẳng", "khá", "giỏi")
)  # "từ 90% cán bộ đại học trở lên": what is graded has an upward of its own


def _without_upward(sentence: Sentence, post: list[int], quantity: Quantity) -> list[int]:
    """Drop a "trở lên" that closes "từ 10% số hộ trở lên", not one that belongs to the counted thing."""
    low = [sentence.tokens[at].low for at in post]
    if low[-2:] == ["trở", "lên"] and "từ" not in low and quantity.has("from"):
        return post[:-2]
    at = next((i for i in range(len(low) - 1) if low[i : i + 2] == ["trở", "lên"]), -1)
    if quantity.has("from") and at > 0 and (low[at - 1] in '”’»"' or post[at] == quantity.unit_end):
        return post[:at] + post[at + 2 :]  # "từ 02 mô hình “…” trở lên được công nhận"
    if quantity.has("from") and 0 < at <= _NOUN and not _GRADED.intersection(low[:at]):
        return post[:at] + post[at + 2 :]  # "từ 90% chi bộ trở lên hoàn thành tốt nhiệm vụ"
    return post


def subject_of(sentence: Sentence, claim: Claim, timed: set[int]) -> str:
    """Return the counted noun phrase of a claim named behind its number: "100% [chi bộ] xây dựng …" (for "per")."""
    at = claim.quantity.last
    while at < claim.post_end:
        if at in timed or _is_predicate(sentence, at, claim.post_end):
            break
        at += 1
    tokens = list(range(claim.quantity.last, at))
    while tokens and sentence.tokens[tokens[0]].low in {"các", "số", "những", "tổng"}:
        tokens = tokens[1:]
    return text_of(sentence, trimmed(sentence, tokens, drop_moves=False))


def _predicate_of(sentence: Sentence, claim: Claim, timed: set[int], gaps: set[int]) -> list[int]:
    """Return what the counted thing of a claim does: "100% chi bộ [được kiểm tra] ít nhất 01 lần"."""
    words = [at for at in range(claim.quantity.tail, claim.post_end) if at not in timed and at not in gaps]
    told = [at for at in words if _is_predicate(sentence, at, claim.post_end)]
    later = [at for at in told if sentence.tokens[at - 1].low == ","]  # "được lập hồ sơ, được khám ít nhất 01 lần"
    begins = later[-1] if later else next(iter(told), None)
    return [] if begins is None else [at for at in words if at >= begins]


def _is_predicate(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether a verb begins at token `at` ("tổ chức lễ", but not the noun in "tổ chức đảng")."""
    if sentence.tokens[at].low == "tổ" and sentence.words(at + 2, at + 3) in _ORGANISED:
        return False
    return starts_with(sentence, at, end, _PREDICATES) > 0


def without_doer(name: str, kind: str) -> str:
    """Return a name without who does it: behind in brackets, and at the head of a task's sentence before its verb."""
    name = _CHARGED.sub("", name)
    if kind != "task" or not _DOER.match(name):
        return name
    words = name.split()
    begin = next((at + 1 for at in range(len(words) - 1, 0, -1) if words[at - 1 : at + 1] == ["hợp", "với"]), 1)
    for at in range(begin + 1, len(words) - 1):
        pair = " ".join(words[at : at + 2]).lower()
        if pair in _DOING:
            return " ".join(words[at:])
    return name


def turned_each(sentence: Sentence, claim: Claim) -> str | None:
    """Return the stretch of time in which turns are counted: "mỗi [quý] một lần"."""
    at = claim.quantity.first
    if (claim.quantity.unit or "").lower() not in TURNS or at < 2 or sentence.marks[at - 1] != "time":
        return None
    return sentence.tokens[at - 1].low if sentence.tokens[at - 2].low == "mỗi" else None


def base_before(sentence: Sentence, at: int) -> str | None:
    """Return the base that stands before token `at` in its clause: "cứ [10.000 dân] có 35 giường bệnh, 15 bác sĩ"."""
    while at > 0 and sentence.tokens[at - 1].low not in {";", ":", "."}:
        at -= 1
        if sentence.tokens[at].low == "cứ" and sentence.tokens[at + 1].low[0].isdigit():
            return text_of(sentence, list(range(at + 1, phrase_end(sentence, at + 2))))
    return None


def each_of(sentence: Sentence, claim: Claim) -> str | None:
    """Return X of "mỗi X" in the head or the tail of a claim, or None ("mỗi năm" is time)."""
    for start, end in ((claim.head_start, claim.quantity.lead), (claim.quantity.last, claim.post_end)):
        listed = end == claim.quantity.lead
        for at in range(start, end):
            if sentence.tokens[at].low != "mỗi" or sentence.marks[at] == "time" or at + 1 >= end:
                continue
            if sentence.tokens[at + 1].low in {"tuần", "tháng", "quý", "ngày"}:
                return sentence.tokens[at + 1].low
            return _each(sentence, at + 1, end, listed)
    return None


def _each(sentence: Sentence, at: int, end: int, listed: bool) -> str | None:
    tokens: list[int] = []
    while at < end and at < len(sentence.tokens):
        token = sentence.tokens[at]
        printed = sentence.text[token.start : token.end]
        if (
            (not token.low[0].isalpha() and not (listed and tokens and token.low == ","))
            or _is_predicate(sentence, at, end)
            or sentence.marks[at] == "time"
        ):
            break
        if tokens and printed[0].isupper():
            break
        if tokens and token.low in {
            "trên",
            "trong",
            "của",
            "tại",
            "ở",
            "thuộc",
            "ít",
            "tối",
            "phấn",
            "từ",
            "đều",
            "hằng",
        }:
            break
        tokens.append(at)
        at += 1
    return text_of(sentence, tokens) or None
