"""What is doubtful about a figure read: each doubt one Vietnamese sentence that says what to check."""

from __future__ import annotations

import re

from dondoc.programme.model import Measure

from .claims import Claim
from .sentence import Sentence

NO_NAME = "Chưa xác định được con số {number} đo nội dung gì."
TWO_NUMBERS = "Hai con số đứng liền nhau, cần xác nhận con số {number} thuộc nội dung nào."
FRACTION = "Văn bản ghi dạng phân số; chưa rõ mức là số lượng hay tỷ lệ."
UNUSUAL = "Cách viết số “{printed}” có thể hiểu theo hai cách."
LEFT_OVER = "Câu còn con số chưa đọc được thành thước đo."
NO_SUBJECT = "Câu không nói rõ {number} là của đối tượng nào."
STATE_BESIDE = "Vế “{name}” không có con số, cần xác nhận là một chỉ tiêu riêng."
SEVERAL_YEARS = "“{name}” có nhiều mốc năm, cần xác nhận từng mốc."
NEXT_YEAR = "“Năm sau cao hơn năm trước” là mức tăng hằng năm; cần xác nhận cách tính."
BEFORE_TERM = "Năm {year} ở trước nhiệm kỳ, có thể là kết quả đã qua chứ không phải chỉ tiêu."
MISREAD = "Con số in là “{printed}”, có lẽ nhận dạng nhầm chữ số."
UNCLEAR_NAME = "Tên chỉ tiêu “{name}” có thể chưa trọn, cần xem lại."
UNREAD_FIGURE = "“{name}” có con số chưa đọc được thành mức."
IN_TURN = "“Lần lượt”: cần xác nhận từng con số thuộc nội dung nào."
CARRIED = "Thời gian của “{name}” lấy từ vế trước, cần xác nhận."
ARTICLE = "Chữ “{number}” có thể chỉ là mạo từ chứ không phải số lượng phải đạt."
NO_UNIT = "Con số {number} không có đơn vị tính."

_BARE_NAMES = frozenset(
    ("chỉ tiêu", "kế hoạch", "chỉ tiêu được giao", "kế hoạch được giao", "chỉ tiêu giao", "kế hoạch giao")
)
_ODD_NAME = re.compile(
    r"^[/,;]|^(?:mỗi|và|hoặc|với|của|trong|từ)\s|\s(?:hoặc|với|của|từ|công suất|đạt|xong)$|^[^\W\d]+$", re.IGNORECASE
)
_VERB_FIRST = ("đạt ", "được ", "tham gia ", "sử dụng ", "hoàn thành ", "có ")


def doubts_of(sentence: Sentence, claim: Claim, measure: Measure) -> list[str]:
    """Return what is doubtful about a figure: its name, its unit, how it is printed."""
    quantity, doubts = claim.quantity, []
    number = sentence.text[sentence.tokens[quantity.first].start : sentence.tokens[quantity.last - 1].end]
    if not measure.name:
        doubts.append(NO_NAME.format(number=number))
    elif claim.behind and (_lacks_subject(claim, measure.name.lower()) or _starts_share(claim, measure)):
        doubts.append(NO_SUBJECT.format(number=number))
    if claim.adjacent and measure.direction != "equal":
        doubts.append(TWO_NUMBERS.format(number=number))
    elif _ODD_NAME.search(measure.name):
        doubts.append(UNCLEAR_NAME.format(name=measure.name))
    if "năm sau" in measure.name.lower():
        doubts.append(NEXT_YEAR)
    if "lần lượt" in measure.name.lower():
        doubts.append(IN_TURN)
    if quantity.article:
        doubts.append(ARTICLE.format(number=number))
    if quantity.fraction:
        doubts.append(FRACTION)
    if quantity.unusual and not (measure.unit or "").startswith(("tỷ", "tỉ", "triệu", "nghìn")):
        doubts.append(UNUSUAL.format(printed=number))
    if measure.unit is None and measure.per is None and not quantity.none_left:
        doubts.append(NO_UNIT.format(number=number))
    return doubts


def _starts_share(claim: Claim, measure: Measure) -> bool:
    return claim.quantity.lead_words[-1:] == ["chiếm"] and " chiếm " not in measure.name


def _lacks_subject(claim: Claim, name: str) -> bool:
    """Say whether a name behind its number begins with a verb or is only "chỉ tiêu": of what, the sentence says before."""
    return name in _BARE_NAMES or (
        name.startswith(_VERB_FIRST) and not (claim.part or claim.verb or claim.nested_in is not None)
    )
