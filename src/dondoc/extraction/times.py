"""Reads when a task is to be done: the time cells of an appendix row, and deadlines written out in a text.

Source of the rules: programme-format, conventions 20 and 26.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.language.dates import Moment, moments_in
from dondoc.language.scanning import Opened
from dondoc.programme.model import Recurrence


@dataclass(slots=True)
class Times:
    """When a task starts and is finished ("2026", "Q4/2025", "2026-03", "2026-03-15"), and how often it comes back."""

    start: str | None = None
    finish: str | None = None
    recurrence: Recurrence | None = None
    time_text: str | None = None
    doubts: list[str] = field(default_factory=list)


UNREAD = "Chưa đọc được thời gian ghi trong ô “{text}”."
SEVERAL = "Ô thời gian “{text}” ghi nhiều mốc, cần xác nhận mốc hoàn thành."
REVERSED = "Thời gian bắt đầu ({start}) sau thời gian hoàn thành ({finish})."
EXPECTED = "Thời gian “{text}” mới là dự kiến."
BEFORE_EVENT = "“{text}” có thể là điều kiện chứ không phải thời hạn."

_CONTINUOUS = re.compile(r"\bthường\s+xuyên|\bliên\s+tục", re.IGNORECASE)
_CADENCES: tuple[tuple[re.Pattern[str], Recurrence], ...] = (
    (re.compile(r"\b(?:h[ằàă]ng|từng|mỗi)\s+tháng\b|\d\s+lần\s?/\s?tháng", re.IGNORECASE), "monthly"),
    (re.compile(r"\b(?:h[ằàă]ng|từng|mỗi)\s+qu[ýí]\b|\d\s+lần\s?/\s?qu[ýí]", re.IGNORECASE), "quarterly"),
    (
        re.compile(
            r"\b(?:h[ằàă]ng|từng|mỗi)\s+năm\b(?!\s+\d)|\d\s+lần\s?/\s?năm|\b0?6\s+tháng\s*(?:(?:một|0?1)\s+lần|,?\s*(?:và\s+)?(?:một\s+)?năm\b(?!\s+\d))",
            re.IGNORECASE,
        ),
        "annual",
    ),
)
_FINISH_HEADING = re.compile(r"hoàn\s*thành|kết\s*thúc|xong|(?:gian|hạn|ngày|điểm)\s+trình\b", re.IGNORECASE)
_START_HEADING = re.compile(r"bắt\s*đầu|khởi|thực\s*hiện|triển\s*khai", re.IGNORECASE)
_BLANK = re.compile(r"[\s.\-–—…_/*]*")
_BETWEEN = re.compile(r"\s*(?:[-–—]|đến|tới)\s*(?:hết|cuối|đầu)?\s*", re.IGNORECASE)
_ELIDED = re.compile(
    r"(?P<kind>quý|quí|tháng)\s{1,2}(?P<first>iv|i{1,3}|\d{1,2})(?P<join>\s?(?:[-–,]|và|đến)\s?)"
    r"(?=(?:(?:iv|i{1,3}|\d{1,2})\s?(?:/|năm))|(?:(?:quý|quí|tháng)\s))",
    re.IGNORECASE,
)
_ELIDED_DAY = re.compile(
    r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?=\s?(?:-|–|đến)\s?(?:hết\s)?(?:ngày\s)?\d{1,2}/\d{1,2}/(?P<y>\d{4}))"
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ONWARDS = re.compile(r"(?:và|trở|những|các)\s+(?:các\s+|những\s+)?(?:năm\s+tiếp\s+theo|năm\s+sau|đi\b)", re.IGNORECASE)
_ELIDED_YEAR = re.compile(r"(?<!\d)(?P<a>20\d\d)\s?[-–]\s?(?P<b>\d\d)(?![\d/-])")


def read_times(cells: Sequence[str], headings: Sequence[str]) -> Times:
    """Return the times of one row from its time cells and their printed headings, both in column order.

    Two time columns (start, finish) keep a lone date as start; in a single column a lone date is the finish.
    "A - B" in one cell gives both (conventions 20 and 26).
    """
    columns = [(" ".join(cell.split()), _heading(headings, at)) for at, cell in enumerate(cells)]
    filled = [(cell, heading) for cell, heading in columns if not _BLANK.fullmatch(cell)]
    if not filled:
        return Times()
    two = _has_two_columns(headings)
    same = len({cell for cell, _ in filled}) == 1
    one_for_both = same and (_recurrence(filled[0][0]) is not None or len(_moments(filled[0][0])) > 1)
    if len(filled) == 1 or one_for_both:
        return _checked(_lone(filled[0][0], filled[0][1], two))
    times = Times(time_text=" | ".join(cell for cell, _ in filled))
    for cell, heading in filled:
        _take(times, cell, heading)
    return _checked(times)


def _heading(headings: Sequence[str], at: int) -> str:
    return " ".join(headings[at].split()) if at < len(headings) else ""


def _has_two_columns(headings: Sequence[str]) -> bool:
    if len(headings) < 2:
        return False
    return any(_FINISH_HEADING.search(" ".join(h.split())) for h in headings) or len(headings) == 2


def _lone(cell: str, heading: str, two: bool) -> Times:
    times = Times(time_text=cell, recurrence=_recurrence(cell))
    moments = _moments(cell)
    if len(moments) >= 2:
        times.start, times.finish = moments[0].code, moments[-1].code
        if len(moments) > 2 or not _joined(cell, moments):
            times.doubts.append(SEVERAL.format(text=cell))
    elif moments and not times.recurrence:
        starts = re.match(r"\s*từ\b", cell, re.IGNORECASE) is not None or _ONWARDS.search(cell) is not None
        ends = re.match(r"\s*(?:chậm|trước|đến|hết|xong|hoàn)", cell, re.IGNORECASE) is not None
        finish_column = bool(_FINISH_HEADING.search(heading)) and not _START_HEADING.search(heading)
        if starts or (two and not ends and not finish_column):
            times.start = moments[0].code
        else:
            times.finish = moments[0].code
    elif not moments and not times.recurrence and not re.search(r"nhiệm\s+kỳ", cell, re.IGNORECASE):
        times.doubts.append(UNREAD.format(text=cell))
    if re.search(r"dự\s+kiến", cell, re.IGNORECASE):
        times.doubts.append(EXPECTED.format(text=cell))
    return times


def _take(times: Times, cell: str, heading: str) -> None:
    """Put the one date of `cell` where its heading, or else its place among the columns, says."""
    recurrence, moments = _recurrence(cell), _moments(cell)
    times.recurrence = times.recurrence or recurrence
    if not moments:
        if not recurrence:
            times.doubts.append(UNREAD.format(text=cell))
        return
    if len(moments) > 1:
        times.start, times.finish = times.start or moments[0].code, moments[-1].code
    elif (_FINISH_HEADING.search(heading) and not _START_HEADING.search(heading)) or times.start:
        times.finish = moments[0].code
    else:
        times.start = moments[0].code


def _joined(cell: str, moments: list[Moment]) -> bool:
    between = _complete(cell)[moments[0].end : moments[1].start]
    return bool(_BETWEEN.fullmatch(between))


def _complete(cell: str) -> str:
    """Return `cell` with the years that a pair shares written out ("Quý III, IV/2025", "2026-30")."""
    years = _YEAR.findall(cell)
    year = years[-1] if years else None
    text = _ELIDED_YEAR.sub(lambda m: f"{m['a']} - {m['a'][:2]}{m['b']}" if m["b"] > m["a"][2:] else m[0], cell)
    text = _ELIDED_DAY.sub(lambda m: f"{m['d']}/{m['m']}/{m['y']}", text)
    if year is None:
        return text
    return _ELIDED.sub(lambda m: f"{m['kind']} {m['first']}/{year} - {_same_kind(m)}", text)


def _same_kind(found: re.Match[str]) -> str:
    following = found.string[found.end() : found.end() + 5].lower()
    return "" if following.startswith(("quý", "quí", "tháng")) else f"{found['kind']} "


def _moments(cell: str) -> list[Moment]:
    return list(moments_in(_complete(cell)))


def _recurrence(cell: str) -> Recurrence | None:
    if _CONTINUOUS.search(cell):
        return "continuous"
    for pattern, recurrence in _CADENCES:
        if pattern.search(cell):
            return recurrence
    return None


def _order(code: str) -> tuple[int, int, int]:
    """Return the last day of a moment, as a sortable triple."""
    if code.startswith("Q"):
        return int(code[3:]), int(code[1]) * 3, 31
    parts = [int(part) for part in code.split("-")]
    return parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 31


def _checked(times: Times) -> Times:
    if times.start and times.finish and _order(times.start)[:2] > _order(times.finish)[:2]:
        times.doubts.append(REVERSED.format(start=times.start, finish=times.finish))
    return times


_CUE = Opened(
    ("chậm", "muộn", "trước", "hoàn", "xong", "trong", "thời", "tiến", "hạn"),
    r"""(?<!\w)(?:
      (?P<latest>chậm\s+nhất|muộn\s+nhất)(?P<gap1>[^.;:\d]{0,30})
    | (?P<before>trước\s+(?:(?:ngày|tháng|quý|quí|năm)\b|(?=\d{1,2}/\d{1,2}/20\d\d)))
    | (?P<done>(?:hoàn\s+thành|hoàn\s+thiện|xong)\b)(?P<gap2>[^.;]{0,120}?)\b(?=(?:(?:trong|trước|vào|đến|chậm)\s+(?:hết\s+|cuối\s+|đầu\s+)?(?:quý|quí|tháng|ngày))|(?<=thành\s)(?:(?:trong|trước|vào)\s+)?năm\s+20\d\d)
    | (?P<within>trong\s+(?=(?:quý|quí|tháng)\s+(?:iv|i{1,3}|\d{1,2})\s?(?:/|,?\s?năm\s)\s?20\d\d\s*(?:[.;,]|\.?/\.|$)))
    | (?P<label>(?:thời\s+gian|thời\s+hạn|tiến\s+độ|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai|báo\s+cáo))?\s*:)
    | (?P<label2>hoàn\s+thành\s*:)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SPAN = Opened(
    ("từ",),
    r"(?<!\w)từ\s+(?:ngày|tháng)\s+\d[\d/]{0,9}\s+đến\s+(?:hết\s+)?(?:ngày|tháng)\s+\d{1,2}/[\d/]{4,7}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:thời\s+gian|thời\s+hạn|tiến\s+độ|hạn)[^:]{0,30}:", re.IGNORECASE)
_HEADING = re.compile(r"[\s*_#]*(?:(?:[IVXLC]{1,6}|\d{1,2}|[a-zđ])[.)]\s*)?(?:trong\s+)?", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:đã|được|bị|phê\s+duyệt|ban\s+hành|thành\s+lập|phát\s+sinh|tồn\s+tại|hình\s+thành|ký|cấp|sinh|có\s+hiệu\s+lực)"
    r"(?:\s+[^\W\d]{1,8}){0,3}\s*$",
    re.IGNORECASE,
)
_REACH = 60


def deadline_in(text: str) -> Times | None:
    """Return the deadline that a heading, a bullet or a sentence states, or None (convention 26).

    Reads headings that are a date ("Quý IV, năm 2025"), "chậm nhất ngày …", "trước ngày …", "hoàn thành trong
    quý …" and labels ("Thời gian hoàn thành: Tháng 11/2025"). Dates of documents are no deadline.
    """
    if ":" not in text[:60] or not _LABEL.search(text[:60]):
        heading = _date_heading(text)
        if heading is not None:
            return heading
    if (span := _SPAN.search(text)) and len(found := _moments(span[0])) == 2:
        return _checked(Times(start=found[0].code, finish=found[1].code, time_text=span[0]))
    for cue in _CUE.finditer(text):
        times = _after_label(text, cue) if cue["label"] or cue["label2"] else _after_cue(text, cue)
        if times is not None:
            return _checked(times)
    return None


def _date_heading(text: str) -> Times | None:
    if len(text) > 120:
        return None
    body = text[_HEADING.match(text).end() :].strip(" *_.:;-–")  # type: ignore[union-attr]
    moments = _moments(body)
    if not moments:
        return None
    completed = _complete(body)
    left = completed[: moments[0].start] + completed[moments[-1].end :]
    if re.sub(r"(?i)\b(?:từ|trong|thời gian|thực hiện|hoàn thành|năm)\b|[\s:.,()*-]", "", left):
        return None
    if len(moments) > 1 and not _joined(body, moments):
        return None
    start = moments[0].code if len(moments) > 1 else None
    return Times(start=start, finish=moments[-1].code, time_text=body)


def _after_label(text: str, cue: re.Match[str]) -> Times | None:
    tail = re.split(r"[;\n()]|\.(?:\s|$)", text[cue.end() : cue.end() + 120], maxsplit=1)[0].strip()
    if not tail:
        return None
    times = _lone(tail, "thời gian", False)
    return times if times.finish or times.start or times.recurrence else None


def _after_cue(text: str, cue: re.Match[str]) -> Times | None:
    at = cue.start("before") if cue["before"] else cue.start("within") if cue["within"] else cue.end()
    reach = text[at : at + _REACH]
    moment = next(moments_in(reach), None)
    within = reach if moment is None else reach[: moment.end]
    yearly = re.match(
        r"[^.;]{0,25}?\b(h[ằàă]ng|mỗi)\s+(năm|tháng|quý)", reach[moment.end if moment else 0 :], re.IGNORECASE
    )
    if moment is None:
        return _recurring_deadline(text, cue, at, yearly)
    if re.search(r"[.;:]\s|\bcủa\b|\bkể từ\b", within[: moment.start]) or len(within[: moment.start]) > 25:
        return None
    begin = cue.end() if (cue["gap2"] or "").strip() else cue.start()
    times = Times(finish=moment.code, time_text=text[begin : at + moment.end].strip())
    if cue["before"] and _CONDITION.search(text[max(0, cue.start() - 40) : cue.start()]):
        if not re.search(r"hoàn\s+thành|xong|báo\s+cáo", text[max(0, cue.start() - 80) : cue.start()], re.IGNORECASE):
            return None
        times.doubts.append(BEFORE_EVENT.format(text=times.time_text))
    return times


def _recurring_deadline(text: str, cue: re.Match[str], at: int, yearly: re.Match[str] | None) -> Times | None:
    """Read "trước ngày 15/12 hằng năm": a deadline that comes back, without a year of its own."""
    if yearly is None or not re.search(r"\d", yearly[0]):
        return None
    recurrence = _recurrence(yearly[0])
    return Times(recurrence=recurrence, time_text=text[cue.start() : at + yearly.end()].strip())


__all__ = ["Times", "deadline_in", "read_times"]
