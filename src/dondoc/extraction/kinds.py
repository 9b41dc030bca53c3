"""What kind of section a heading opens: by its words, and where they say nothing, by its place and content."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dondoc.programme.model import SectionKind


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)).replace(
        "đ", "d"
    )


_START = r"^(?:(?:một số|các|những|về|nhóm|hệ thống|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+)*"
_WORDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (
        "assignment",
        re.compile(r"^(?:về\s+)?(?:phân công|giao nhiệm vụ|trách nhiệm thực hiện|phân công trách nhiệm)(?:\W|$)"),
    ),
    (
        "organisation",
        re.compile(
            r"^(?:(?:công tác|về)\s+)?(?:tổ chức (?:và )?(?:thực hiện|triển khai|theo dõi)|(?:nguồn |(?:tổng )?dự toán |tổng )?kinh phí|kinh tế phí|"
            r"nguồn lực thực hiện|tiến độ|thời gian(?:,| và)? (?:thực hiện|tiến độ|lộ trình)|thời gian$|"
            r"(?:chế độ )?(?:thông tin,? |theo dõi,? )?báo cáo(?:$|\W)|chế độ |hiệu lực thi hành|điều khoản thi hành|"
            r"điều kiện (?:bảo đảm|đảm bảo)|tổ chức (?:học tập|quán triệt)[^.;]{0,60}thực hiện|trách nhiệm của)"
        ),
    ),
    (
        "purpose",
        re.compile(
            r"^(?!về\s+đánh giá)(?:về\s+)?(?:mục đích|đặt vấn đề|mở đầu|lời nói đầu|dự báo|yêu cầu|quan điểm|sự cần thiết|căn cứ|cơ sở|bối cảnh|đánh giá|thực trạng|tình hình|khái quát|đặc điểm|"
            r"phạm vi|đối tượng|nguyên tắc|lợi ích|ý nghĩa|kết quả (?:đạt được|thực hiện)|tồn tại|hạn chế|nguyên nhân|phương châm|định nghĩa)(?:\W|$)"
        ),
    ),
    ("indicators", re.compile(_START + r"(?:định hướng )?(?:các |một số )?(?:mục tiêu(?:,| và) )?chỉ tiêu(?:\W|$)")),
    (
        "tasks",
        re.compile(
            r"^(?:định hướng|phương hướng)[^.;:]{0,60}\b(?:nhiệm vụ|giải pháp)(?: (?:và|,) (?:nhiệm vụ|giải pháp))?(?: (?:chủ yếu|trọng tâm|trọng điểm))?$"
        ),
    ),
    ("objective", re.compile(_START + r"(?:mục tiêu|định hướng|tầm nhìn|phương hướng)(?:\W|$)")),
    (
        "tasks",
        re.compile(
            _START
            + r"(?:nội dung,? (?:và )?)?(?:nhiệm vụ|giải pháp|khâu đột phá|đột phá|biện pháp|lộ trình|công việc|nhóm giải pháp|(?:chương trình, )?đề án|danh mục (?:nhiệm vụ|công việc|đề án)|(?:danh mục )?(?:công trình|dự án)(?:, (?:công trình|dự án))* (?:trọng điểm|trọng tâm|ưu tiên))(?:\W|$)"
        ),
    ),
)
_BARE_WORDS = tuple((kind, re.compile(_without_marks(pattern.pattern))) for kind, pattern in _WORDS)
_CONTENT = re.compile(r"^(?:những |các |về )?nội dung(?:\W|$)")
_GENERAL_AIM = re.compile(r"mục tiêu (?:tổng quát|chung)|tầm nhìn|định hướng chung|phương hướng chung")
_CLOSING_ARTICLE = re.compile(
    r"có hiệu lực|chịu trách nhiệm|tổ chức thực hiện|^giao |giám sát việc thực hiện|^ban hành kèm theo"
)
_BARE_ORGANISATION = re.compile(
    r"(?:công tác )?tổ chức (?:và )?(?:thực hiện|triển khai)(?: (?:kế hoạch|chương trình|nghị quyết|đề án))?|(?:nguồn )?(?:tổng )?(?:dự toán )?kinh phí(?: thực hiện)?|"
    r"tiến độ(?: thực hiện)?|thời gian(?: thực hiện)?|(?:chế độ )?(?:thông tin,? )?báo cáo|hiệu lực thi hành|điều khoản thi hành"
)
_GROUP = re.compile(
    r"(?:[*+•]\s*)?(?:(?:về\s)?(?:(?:nhóm|các|một số)\s)?(?:chỉ tiêu|mục tiêu)(?:\s|:|$)|về\s|(?:trong\s)?lĩnh vực\s|nhóm\s)",
    re.IGNORECASE,
)
_LONGEST_GROUP = 12  # words
FIXED_HEADING = re.compile(
    r"(?:(?:một số|các|những|về)\s+)?(?:mục tiêu|chỉ tiêu|phân công|nhiệm vụ|giải pháp|mục đích|yêu cầu|tổ chức thực hiện|"
    r"quan điểm|(?:tổng )?(?:dự toán )?kinh phí|tiến độ|thời gian|địa điểm|nội dung)(?:[^.;:]{0,60})?:",
    re.IGNORECASE,
)


def words_of(title: str) -> str:
    """Return a title for comparison: small letters, one space, no closing mark."""
    return " ".join(title.lower().replace("giải phải", "giải pháp").split()).strip(" .:;*_")


@lru_cache(maxsize=4_096)
def heading_kind(title: str) -> SectionKind | None:
    """Return the kind that the words of a heading say, None when they say none."""
    words = words_of(title)
    for kind, pattern in _WORDS:
        if pattern.match(words):
            return kind
    bare = _without_marks(words)  # recognition loses accents: "Phần công thực hiện"
    for kind, pattern in _BARE_WORDS:
        if pattern.match(bare):
            return kind
    return None


def is_closing_article(text: str) -> bool:
    """Tell whether an article says from when and by whom the paper is carried out."""
    return bool(_CLOSING_ARTICLE.search(words_of(text)))


def is_bare_organisation(title: str) -> bool:
    """Tell whether a heading says nothing but that the paper is carried out, paid for or reported on."""
    return bool(_BARE_ORGANISATION.fullmatch(words_of(title)))


def is_content_heading(title: str) -> bool:
    """Tell whether a heading says only that the contents follow ("NỘI DUNG CHƯƠNG TRÌNH")."""
    return bool(_CONTENT.match(words_of(title)))


def is_general_aim(title: str) -> bool:
    """Tell whether a heading opens a general aim, which is text and no list of targets."""
    return bool(_GENERAL_AIM.search(words_of(title)))


def names_group(text: str) -> bool:
    """Tell whether a line only names a group of targets ("Về kinh tế", "Nhóm chỉ tiêu về văn hóa - xã hội:")."""
    short = len(text.split()) <= _LONGEST_GROUP and not text.rstrip().endswith((".", ";"))
    return short and bool(_GROUP.match(text)) and not any(char.isdigit() for char in text)
