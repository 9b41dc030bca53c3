"""Finds what is promised without a number: states, and "không còn hộ nghèo" (conventions 6, 7 and 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dondoc.language.periods import Phrase

from .sentence import Sentence
from .vocabulary import ACTION_VERBS, GOAL_WORDS

_NONE_LEFT = re.compile(
    r"(?<!\w)không\s(?:(?:còn|có|phát sinh)(?:\stình\strạng)?\s(?P<unit>hộ)(?=\s(?:cận\s)?nghèo)"
    r"|còn\s(?P<thing>tàu\scá|phương\stiện|thôn|bản|xóm|ấp|khu\sdân\scư|cơ\ssở|học\ssinh|trường\shợp|lao\sđộng)(?=\s\w)"
    r"|(?:có|còn)\s(?P<body>chi\sbộ|đảng\sbộ|tổ\schức\s(?:cơ\ssở\s)?đảng|đảng\sviên|cán\sbộ)(?=\s(?:nào\s)?không\shoàn\sthành))"
)
_NOTHING_LEFT = re.compile(
    r"(?<!\w)không\scòn\s(?:tình\strạng\s)?(?!(?:phù\shợp|là|hiệu\slực|đủ|khả\snăng|nữa|tồn\stại|thuộc|được|đạt)(?!\w))"
    r"(?P<what>(?P<unit>nhà\stạm|hộ|vụ|làng|điểm(?!\snóng)|phòng\shọc\stạm)(?!\w)|\w)"
)
_GOAL = re.compile(
    r"(?<!\w)(?:ph[ấâầ]n\sđ[ấầ]u|hướng\s(?:tới|đến)(?:\s(?:việc\s)?xây\sdựng)?|với\smục\stiêu|mục\stiêu|trở\sthành|hoàn\sthành)(?!\w)"
)
_PROMISES = (
    "phấn đấu",
    "phân đấu",
    "phân đầu",
    "trở thành",
    "đạt",
    "hoàn thành",
    "hướng tới",
    "cơ bản",
    "duy trì",
    " xong",
    " đều ",
)
_COORDINATE = re.compile(r",?\s(?:và|đồng\sthời)\s(?P<verb>có|đạt|không|giữ|hoàn\sthành|trở\sthành)(?=\s)")
_WITHIN = re.compile(r"(?:trong|vào|ngay trong)\s")
_FEWEST_WORDS = 4
_ACTS = (
    ACTION_VERBS
    | set(GOAL_WORDS)
    | {"tổ chức", "ban hành", "khởi công", "khánh thành", "trình", "tập trung", "hoàn thiện", "cơ bản"}
)
_STRIP = re.compile(r"^(?:[\s\-–+*•,;:]|(?:ph[ấâầ]n\sđ[ấầ]u|phần đấu)\s)+", re.IGNORECASE)


@dataclass(slots=True)
class NoneLeft:
    """ "Không còn hộ nghèo": offsets of the words in the sentence, where the name begins, and the counted unit."""

    start: int
    name_start: int
    unit: str | None


def none_left_in(sentence: Sentence, kind: str) -> list[NoneLeft]:
    """Return every "không còn hộ (cận) nghèo", "không có chi bộ không hoàn thành …", in a target "không còn …" of any kind."""
    found = [
        NoneLeft(m.start(), m.start(m.lastgroup), m[m.lastgroup])
        for m in _NONE_LEFT.finditer(sentence.low)
        if m.lastgroup
    ]
    if kind == "indicator":
        told = {none.start for none in found}
        others = (
            m
            for m in _NOTHING_LEFT.finditer(sentence.low)
            if m.start() not in told and not _is_predicate(sentence.low, m.start())
        )
        found += [NoneLeft(m.start(), m.start("what"), m["unit"]) for m in others]
    return found


def _is_predicate(low: str, at: int) -> bool:
    """Say whether "không còn …" only tells what a share of a kind reaches ("100% xã không còn nhà tạm")."""
    clause = low[low.rfind(";", 0, at) + 1 : at].rstrip()
    return "%" in clause and not clause.endswith((",", " và", "tiến tới", "phấn đấu", "cơ bản"))


def plain_name(text: str, phrases: list[tuple[int, int]]) -> str:
    """Return a clause as the name of a state: without "Phấn đấu", the phrases of time and the closing stop."""
    for start, end in sorted(phrases, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    name = " ".join(text.split())
    previous = None
    while name != previous:
        previous = name
        name = _STRIP.sub("", f"{name} ").strip(" ;,.:-–…")
    return re.sub(r"\s+([,;.:)])", r"\1", name)


def coordinate_clause(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return offsets of "có cán bộ nữ …" in "từ 15% trở lên và có cán bộ nữ …", right behind the number's tail."""
    found = _COORDINATE.match(sentence.low, at)
    if found is None:
        return None
    end = re.compile(r"[;.]").search(sentence.low, found.end())
    return found.start("verb"), end.start() if end else len(sentence.low)


def dated_state(sentence: Sentence, start: int, end: int, phrases: list[Phrase]) -> tuple[int, int, Phrase] | None:
    """Return (start, end, phrase) of the state that the clause [start, end) of a task promises for a year or the term."""
    inside = [
        p for p in phrases if start <= p.start < end and p.kind in {"by_year", "term"} and not _is_a_day(sentence, p)
    ]
    clause = sentence.low[start:end]
    if inside and not any(word in clause for word in _PROMISES):
        return _within_year(sentence, start, end, inside[0])
    if not inside:
        return None
    phrase = inside[0]
    bare_year = sentence.low[phrase.start :].startswith("năm")
    goal = _last_goal(sentence.low, start, phrase.start)
    if bare_year or (phrase.weak and goal is None and not _opens(sentence, phrase.start)):
        return None
    if _before_phrase(sentence.low, goal, phrase.start):
        begin = goal if goal is not None else start
        return begin, phrase.start, phrase
    first = phrase.end + len(sentence.low[phrase.end : end]) - len(sentence.low[phrase.end : end].lstrip(" ,:"))
    following = sentence.low[first:end]
    if not starts_with_promise(following):
        return _within_year(sentence, start, end, phrase)
    stop = re.search(r"[,;](?=\s)|\svà\s(?=xây dựng|tổ chức|thực hiện|triển khai)", following)
    return first, first + (stop.start() if stop else len(following)), phrase


def _within_year(sentence: Sentence, start: int, end: int, phrase: Phrase) -> tuple[int, int, Phrase] | None:
    """Return the work that a clause promises "trong năm 2026" or "vào năm 2026": what stands before it, else behind."""
    if phrase.weak or phrase.kind != "by_year" or not _WITHIN.match(sentence.low, phrase.start):
        return None
    opens = not sentence.low[start : phrase.start].strip(" -–+,")
    begin, stop = (phrase.end, end) if opens else (start, phrase.start)
    words = sentence.low[begin:stop].split()
    if len(words) < _FEWEST_WORDS or not any(
        " ".join(words[at : at + n]).strip(" ,") in _ACTS for at in (0, 1, 2) for n in (1, 2)
    ):
        return None
    return begin, stop, phrase


def _is_a_day(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether the phrase names a day, month or quarter: a deadline, not the year of a state."""
    return any(word in sentence.low[phrase.start : phrase.end] for word in ("ngày", "tháng", "quý", "/"))


def starts_with_promise(text: str) -> bool:
    """Say whether the words behind a phrase of time promise a state."""
    words = text.strip(" ,:")
    return words.startswith(("trở thành", "đạt", "hoàn thành", "cơ bản", "có", "là", "phường", "xã", "không")) or any(
        word in words for word in ("đạt chuẩn", "trở thành", "hoàn thành", " xong", " đều ")
    )


def _last_goal(low: str, start: int, end: int) -> int | None:
    found = None
    for match in _GOAL.finditer(low, start, end):
        found = match.start() if match[0] in {"trở thành", "hoàn thành"} else match.end()
    return found


def _opens(sentence: Sentence, at: int) -> bool:
    return not sentence.low[:at].strip(" -–+,") or sentence.low[:at].rstrip().endswith((",", ";", ":"))


def _before_phrase(low: str, goal: int | None, phrase: int) -> bool:
    body = low[goal:phrase] if goal is not None else low[max(0, phrase - 200) : phrase]
    return len(body.split()) >= 3 if goal is not None else False
