"""How often a body task comes back (programme-format, convention 16)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.extraction.unit_headings import heading_units
from dondoc.language.scanning import Opened
from dondoc.language.spacing import split_lost_spaces
from dondoc.programme.model import Measure, Recurrence

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"“(]?[A-ZĐÀ-Ỹ-])")
_CONTINUOUS_HEAD = re.compile(r"(?:duy\s+trì\s+)?thường\s+xuyên\b", re.IGNORECASE)
_ALWAYS = re.compile(r"\sthường\s+xuyên\s", re.IGNORECASE)
_SUBJECT_REACH = 120  # characters in which the verb of a subject stands
_CADENCE = Opened(
    (
        *("hằng", "hàng", "hăng", "từng", "mỗi"),
        *("kỳ", "kì", "lần", "cuộc", "đợt", "lớp", "hội", "buổi", "phiên", "ngày"),
        *("6", "06", "sáu"),
    ),
    r"""(?<!\w)(?:
      (?P<annual>(?:h[ằàă]ng|từng|mỗi)\s{1,3}năm(?!\s\d)|(?:kỳ|kì|lần|cuộc|đợt|lớp|hội\snghị|buổi|phiên)\s?/\s?(?:01\s?|1\s?|một\s)?năm|(?:0?6|sáu)\s{1,3}tháng\s{1,3}(?:một|0?1)\s{1,3}lần)
    | (?P<monthly>(?:h[ằàă]ng|từng|mỗi)\s{1,3}tháng|(?:kỳ|kì|lần|cuộc|đợt|lớp|buổi|phiên|ngày)\s?/\s?(?:01\s?|1\s?|một\s)?tháng)
    | (?P<quarterly>(?:h[ằàă]ng|từng|mỗi)\s{1,3}qu[ýí]|(?:kỳ|kì|lần|cuộc|đợt|lớp|buổi|phiên)\s?/\s?(?:01\s?|1\s?|một\s)?qu[ýí])
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_DOCUMENT = re.compile(
    r"\b(?:chương\s+trình|kế\s+hoạch|nghị\s+quyết|quy\s+hoạch|đề\s+án|dự\s+toán|(?<!thu\s)(?<!chi\s)ngân\s+sách|danh\s+mục|báo\s+cáo|phương\s+án)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:tổ\s+chức|thực\s+hiện|triển\s+khai|tiến\s+hành|xây\s+dựng|ban\s+hành|rà\s+soát|cập\s+nhật|điều\s+chỉnh"
    r"|tham\s+mưu|duy\s+trì|đảm\s+bảo|bảo\s+đảm|hoàn\s+thành|sơ\s+kết|tổng\s+kết|báo\s+cáo|gửi"
    r"|mở|đưa|bồi\s+dưỡng|tập\s+huấn|định\s+kỳ|đối\s+thoại)\b",
    re.IGNORECASE,
)
_WHOLE_TERM_AND = re.compile(r"toàn\s+kh[óo][aá](?:,|\s+và)\s*$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r"(?<!tháng)(?<!quý)(?<!tuần)(?<!hạn)(?<!năm),\s*$", re.IGNORECASE
)  # "…, hằng năm Ủy ban ban hành"
_ITEM = re.compile(r"\W*(?:Chương trình|Kế hoạch|Nghị quyết|Báo cáo)\s[^.;:]{0,80}$")  # the document itself is the work
_LONGEST_SENTENCE = 4000


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`; a full stop ends it only before a capital, a quote or a dash."""
    head = text[:_LONGEST_SENTENCE]
    end = _SENTENCE_END.search(head)
    return head[: end.start()] if end else head


def _does_always(sentence: str) -> bool:
    """Say whether "thường xuyên" stands right behind the subject, a unit ("Đội Quản lý chợ thường xuyên kiểm tra …")."""
    found = _ALWAYS.search(sentence, 0, _SUBJECT_REACH)
    return found is not None and bool(heading_units(sentence[: found.start()]))


def _qualifies_a_document(before: str) -> bool:
    """Say whether a cadence after `before` belongs to a document's name ("kế hoạch … hằng năm")."""
    clause = before.rsplit(";", 1)[-1]
    if _WHOLE_TERM_AND.search(clause):
        return True
    if _NEW_CLAUSE.search(clause) or _ITEM.match(clause):
        return False
    documents = [found.start() for found in _DOCUMENT.finditer(clause)]
    if not documents:
        return False
    actions = [found.start() for found in _ACTION.finditer(clause)]
    return not actions or documents[-1] >= actions[-1]


def recurrence_of(task_text: str, measures: Sequence[Measure]) -> Recurrence | None:
    """Return how often the task comes back, or None.

    Annual when one of its measures is; otherwise what its first sentence says, but not a word that only
    qualifies a document ("kế hoạch hằng năm"). Source: programme-format, convention 16.
    """
    if any(measure.period == "annual" for measure in measures):
        return "annual"
    sentence = split_lost_spaces(first_sentence(task_text)).lstrip(" -–+*•")
    if _CONTINUOUS_HEAD.match(sentence) or _does_always(sentence):
        return "continuous"
    for found in _CADENCE.finditer(sentence):
        if found.start() and _qualifies_a_document(sentence[: found.start()]):
            continue
        if found["annual"]:
            return "annual"
        return "monthly" if found["monthly"] else "quarterly"
    return None
