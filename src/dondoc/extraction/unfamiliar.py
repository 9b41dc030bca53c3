"""What in a body task is unlike the genre's usual work, so that a person looks at it.

Work under headings that nowhere speak of work and that does not begin as work does, a label before a colon, an amount
that no measure took: on papers of a new make these were wrongly read more often than not.
"""

from __future__ import annotations

import re

from dondoc.extraction.kinds import heading_kind
from dondoc.extraction.measures.vocabulary import ACTION_VERBS
from dondoc.programme.model import Indicator, Programme, Section, Task

NO_WORK = "Phần này không ghi là nhiệm vụ và câu không mở đầu bằng việc phải làm, cần xem có phải nhiệm vụ."
LABELLED = "Đoạn mở đầu bằng “{label}:”, cần xem là nhiệm vụ hay chỉ là một mục thông tin."
AMOUNT = "Số “{figure}” trong câu chưa được đọc thành mức cam kết, cần xem có phải chỉ tiêu."
CHARGED = "Trong câu còn ghi đơn vị chủ trì, cần xem có tách khỏi chỉ tiêu."
_CHARGED = re.compile(r"\s(?:đơn vị|cơ quan|bộ phận)\s+(?:chủ\s?trì|thực hiện|phụ trách|theo dõi)\s*:", re.IGNORECASE)
_SAYS_WORK = {"tasks", "indicators", "objective", "assignment"}
_OPENING = re.compile(
    r"(?:bảo đảm|ban hành|cải cách|cải thiện|chăm lo|chấn chỉnh|chú trọng|chủ động|chủ trì|chuẩn bị|công khai|công tác|duy trì|"
    r"đa dạng|đảm bảo|đẩy|đề cao|đề xuất|điều hành|đấu tranh|định kỳ|đổi mới|gắn|giữ|giáo dục|góp phần|hằng|hàng|hướng dẫn|"
    r"kết hợp|khẩn trương|khai thác|kịp thời|kiện toàn|kiến nghị|làm|lãnh đạo|liên kết|liên thông|lồng ghép|mở|nắm|nâng|nghiêm túc|ngăn|nhân rộng|"
    r"phân công|phân cấp|phân tích|phổ cập|phấn đấu|phát động|phát huy|phòng|phối hợp|phổ biến|quan tâm|quán triệt|quyết liệt|sơ kết|sớm|tăng|"
    r"tập trung|tập hợp|tạo|tham mưu|thí điểm|thiết lập|theo dõi|thông qua|thúc đẩy|tích hợp|tổng hợp|thường xuyên|tích cực|tiến hành|tiếp|tìm|tổng kết|"
    r"trên cơ sở|trước|từng bước|ưu tiên|vận hành|vinh danh|xác định|100%)(?:\s|,|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<label>[^:.;]{1,25}):\s")
_AMOUNT = re.compile(r"(?<![\w/.,-])(?P<figure>(?!(?:19|20)\d\d\s)\d[\d.,]*\s*(?:%|tỷ|triệu|đồng|người|hộ|ha)(?!\w))")


def doubts(task: Task, *, says_work: bool) -> list[str]:
    """Return what is unfamiliar about a body task; `says_work`: a heading above it speaks of tasks or targets."""
    found = []
    label = _LABEL.match(task.text)
    if label and not task.leads and not _begins_as_work(label["label"]):
        found.append(LABELLED.format(label=label["label"]))
    elif not (says_work or task.leads or task.finish or _begins_as_work(task.text)):
        found.append(NO_WORK)
    figures = [match["figure"] for match in _AMOUNT.finditer(task.text)]
    if len(figures) > len(task.measures):
        found.append(AMOUNT.format(figure=figures[len(task.measures)]))
    return found


def doubts_of_target(target: Indicator) -> list[str]:
    """Return what is unfamiliar about a target: who is in charge, printed within it."""
    return [CHARGED] if _CHARGED.search(target.text) else []


def sections_of_work(programme: Programme) -> set[str]:
    """Return the ids of the sections that a heading, their own or one above, says to hold tasks or targets."""
    by_id: dict[str | None, Section] = {section.id: section for section in programme.sections}
    saying: set[str] = set()
    for section in programme.sections:  # parents come before their children
        above = by_id.get(section.parent)
        if (section.title and heading_kind(section.title) in _SAYS_WORK) or (above and above.id in saying):
            saying.add(section.id)
    return saying


def _begins_as_work(text: str) -> bool:
    words = text.lower().replace(",", " ").split()[:3]
    return bool(_OPENING.match(text)) or any(" ".join(words[:count]) in ACTION_VERBS for count in (1, 2, 3))
