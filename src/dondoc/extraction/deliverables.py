"""Finding the documents that a sentence orders to be drafted (convention 24)."""

from __future__ import annotations

import re

from dondoc.extraction.leads import without_units
from dondoc.extraction.measures.vocabulary import ACTION_VERBS
from dondoc.language.scanning import Opened
from dondoc.language.spacing import split_lost_spaces
from dondoc.programme.model import Deliverable

_KINDS = (
    r"nghị quyết(?: chuyên đề| liên tịch)?|đề án|kế hoạch|chương trình|quy chế|quy trình|phương án|quy định|"
    r"quy hoạch(?=\s*,\s*kế hoạch|\s+(?:chung|phân khu|chi tiết|tổng thể|vùng))|lộ trình"
)
_FORMAL = (
    r"(?-i:Hướng dẫn|Quy hoạch(?!\s+lại)|Quyết định|Chỉ thị|Thông báo|Nội quy|Báo cáo chuyên đề|Quy ước|Hương ước)"
)
_KIND = re.compile(rf"(?<!\w)(?:{_KINDS}|{_FORMAL})(?!\w)", re.IGNORECASE)
_PAIR = Opened(
    (
        *("nghị", "đề", "kế", "chương", "quy", "phương", "lộ"),
        *("hướng", "quyết", "chỉ", "thông", "nội", "báo", "hương"),
    ),
    rf"(?<!\w)(?:{_KINDS})(?:\s*,\s*(?:{_KINDS})(?!\s*,))?(?!\w)|{_FORMAL}(?!\w)",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"(?<!\w)(?:xây dựng|ban hành|đề xuất|lập|soạn thảo|biên soạn|hoàn thiện|tham mưu|điều chỉnh|"
    r"cụ thể hóa\s+(?:[^;.:]{0,80}?\s)?(?:thành|bằng))"
    r"(?:(?:\s*,\s*|\s+)(?:và|tổ chức|triển khai|thực hiện|tốt|hiệu quả|có|ban hành|bổ sung|sửa đổi|các|những|một số|"
    r"hoàn thiện|trình|dự thảo|điều chỉnh|xây dựng|đề xuất|lập|rà soát|nghiêm túc|kịp thời|đồng bộ|cụ thể|riêng|"
    r"theo thẩm quyền|mới|hệ thống|nội dung|cho được|từng|văn bản|đầy đủ))*\s*[,]?\s+$",
    re.IGNORECASE,
)
_ADOPT = re.compile(
    r"(?:^|[,;.:]\s)\W*(?:(?:xem xét|thảo luận|quyết định|góp ý)\s*,\s*)*(?:thông qua|cho ý kiến(?:\s+(?:về|đối với|vào))?)\s+(?:các\s+)?$",
    re.IGNORECASE,
)
_SOME_DRAFT = re.compile(
    "(?:[Xx]ây ?dựng|[Bb]an ?hành|[Đđ]ề ?xuất|[Ll]ập|[Ss]oạn|[Hh]oàn ?thiện|[Tt]hông ?qua|[Cc]ho ý|[Tt]ham ?mưu|[Đđ]iều ?chỉnh|[Cc]ụ ?thể ?h)"
)
_NOT_DRAFT = re.compile(
    r"(?:(?:giám sát|kiểm tra|theo dõi)\b[^;.]{0,40}\bviệc|\d/?[^;.]{0,60}\bvề(?:\s+việc)?|trong|gắn với|gắn|chất lượng(?:\s+\w+){0,3}|kết quả|quá trình|qua|giám sát việc|công khai|(?<!kèm )theo|tiến độ|phê duyệt)\s*$",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"^\W*(?:(?:xây dựng|ban hành|lập|đề xuất)(?:\s+(?:và|,)\s*(?:ban hành|triển khai|tổ chức|thực hiện))*\s+)?$",
    re.IGNORECASE,
)
_QUOTED = re.compile('[“"][^”"]{0,300}[”"]')
_END = re.compile(
    r"(?<!lãnh đạo)(?<!phụ trách),\s+chỉ đạo(?!\w)|[;:\x1f]|\.(?!\d)|\.\.\.|…|,\s+(?:phấn đấu|đảm bảo|bảo đảm|góp phần|nhằm|trong đó|tích hợp|tập trung|đáp ứng|hướng tới|gắn|"
    r"phù hợp|làm cơ sở|báo cáo|trình|để|triển khai|bố trí|tổ chức (?:thực hiện|triển khai|quán triệt|hội nghị)|lắp đặt|lựa chọn|phân công|đề xuất|quy định rõ|hoàn thành|phát huy|"
    r"nâng cao|đưa|xác định|bao gồm|giúp|gửi|làm hạt nhân|từ cấp|chú trọng|thường xuyên|kịp thời)(?!\w)|"
    r"\s(?:nhằm(?!\s+cụ)|để(?!\s+(?:tổ chức|thực hiện|triển khai))|và (?:tổ chức (?:thực hiện|triển khai)|công bố|định kỳ|báo cáo|trình|phân công)|và vận dụng|và các kỳ họp|theo (?:đúng )*thẩm quyền|theo (?:đúng )?quy định|gắn với|(?:đảm bảo|bảo đảm)(?!\s+hoàn thành)|"
    r"trình (?:cấp|Hội|HĐND|Ban|UBND|Thường)|(?:trong|trước|vào) (?:quý|tháng|ngày) (?:[IVX]+|\d)|phục vụ chuyển|phù hợp với|trong thực hiện|sát với|nghiêm túc giải|đối với các nội|đúng đúng)(?!\w)",
    re.IGNORECASE,
)
_ROW_END = re.compile(
    r"[.\x1f]\s*(?:$|[A-ZĐÀ-Ỵ])|,\s+(?:phấn đấu|đảm bảo|bảo đảm|góp phần|nhằm|trong đó|hướng tới)(?!\w)"
)
# Where nothing but the kind stands before it, the purpose tells what the document is about ("phương án bảo đảm an ninh").
_PURPOSE = re.compile(r",?\s(?:đảm bảo|bảo đảm|nhằm|để|phù hợp với|phù hợp)", re.IGNORECASE)
_SUITED = re.compile(r",?\s(?:phù hợp|nhằm)", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:{_KINDS}|{_FORMAL})(?:\s*(?:,|và|/)\s*(?:{_KINDS}))*(?:\s*,?\s*(?:cụ thể|chi tiết|riêng|triển khai|thực hiện|đồng bộ|thống nhất|hiệu quả))*"
    r"(?P<owner>\s+của\s+\w+(?:\s+\w+){0,2})?",
    re.IGNORECASE,
)
_LAWS_AT_LARGE = re.compile(r"(?:các|những|hệ thống)\s+$")  # "sửa đổi các quy định": the law, not a paper
_FURTHER = re.compile(rf";\s*(?=(?:các\s+)?(?:{_KINDS})(?!\w))(?!quy định(?!\s+về))", re.IGNORECASE)
_DRAFTER = re.compile(
    r"\s*\([^()]{3,160}\s(?:tham mưu|chuẩn bị|chủ trì|soạn thảo|phối hợp|thực hiện)\)$"
)  # who drafts it is no part of its title
_CARRIED = re.compile(r"(?:triển khai|thực hiện|quán triệt)\s*:?$", re.IGNORECASE)  # "Lãnh đạo triển khai thực hiện:"
_WITH = re.compile(r"\sgắn với", re.IGNORECASE)
_WHOLE = re.compile(
    rf"(?:{_KINDS})(?:\s+(?:công tác|hành động|phối hợp|triển khai|thực hiện|cụ thể|chi tiết))*(?:\s+(?:Nghị quyết|Chương trình|Kế hoạch|Đề án)(?:\s+này)?)?",
    re.IGNORECASE,
)  # a title that needs no more words: what follows its comma is the next thing to do
_PLANS_AND_DOES = re.compile(r"lập kế hoạch và tổ chức\s", re.IGNORECASE)
_INTO = re.compile(r"(?<!\w)(?:thành|bằng)\s+(?:các\s+|những\s+)?$", re.IGNORECASE)
_LONGEST_TITLE = 2_000  # characters after which no end of a title is looked for, so that the work stays linear
_INTO_REACH, _VERB_REACH = 20, 40  # characters in which a word before, or a verb behind, must stand
_UNNAMED = re.compile(
    rf"(?:{_KINDS})(?:\s+(?:h[ằà]ng năm|hàng năm|\d+ năm|năm|tháng|quý|cụ thể|chi tiết|và|theo))*(?:,\s*dự án)?",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:\s*,\s*|\s+và\s+|\s*,\s*và\s+)(?=(?:các\s+)?(?:{_KINDS})(?!\w))", re.IGNORECASE)
_OF_OTHERS = re.compile(r"thực hiện|triển khai|quán triệt|tuyên truyền|sơ kết|theo|sử dụng", re.IGNORECASE)
_CITED = re.compile(r"\s*(?:số|\d|Đại hội|Trung ương|này|phải|được|của|đã|hành động|là|có|cần|[,;:.]|$)")
_THIS_PAPER = re.compile(
    r"(?:Kế hoạch|Đề án|Chương trình|Nghị quyết|Phương án|Quy chế)(?:\s*\(.*|\s+(?:này|trong trường hợp).*)?", re.DOTALL
)
_ARTICLE = re.compile(r"(?:các|những|một số)\s+$", re.IGNORECASE)


def deliverables_in(
    sentence: str, section: str, task: str | None, *, row_start: bool, heading: str = ""
) -> list[Deliverable]:
    """Find the documents to be drafted in a sentence or paragraph; `row_start` is true where it opens an appendix row.

    A document is to be drafted after "xây dựng", "ban hành", "đề xuất" and the like, or where it opens a row or an item;
    one that is only "triển khai" is not, by its verb or by the `heading` it stands under.
    """
    text = without_units(" ".join(sentence.split()))
    if not row_start and not _SOME_DRAFT.search(text) and not (task and _PAIR.search(text, 0, 40)):
        return []
    text = split_lost_spaces(text)
    out: list[Deliverable] = []
    at = 0
    while match := _PAIR.search(text, at):
        opens_row = _opens(text, match, row_start=row_start, is_task=task is not None and not _CARRIED.search(heading))
        if not opens_row and not _to_be_drafted(text, match.start()):
            at = match.end()
            continue
        if _PLANS_AND_DOES.match(text, max(0, match.start() - len("lập "))):  # "lập kế hoạch và tổ chức ra quân"
            at = match.end()
            continue
        parts, at = _titles(text, match.start(), opens_row)
        while further := _FURTHER.match(text, at):
            more, at = _titles(text, further.end(), opens_row)
            parts += more
        into = _INTO.search(text[max(0, match.start() - _INTO_REACH) : match.start()])
        for title in parts:
            if not _THIS_PAPER.fullmatch(title) and not (into and _UNNAMED.fullmatch(title)):
                out.append(Deliverable(kind=_kind(title), title=title, section=section, task=task))
        at = max(at, match.end())
    return out


def _opens(text: str, match: re.Match[str], *, row_start: bool, is_task: bool) -> bool:
    """Tell whether a row, or a task of a work programme, begins with the kind of its document ("Nghị quyết về …")."""
    before = text[: match.start()]
    if match.group().startswith("Hướng dẫn") and not before.strip():
        return False
    if row_start and _ROW.match(before):
        return True
    return (
        is_task
        and match.group()[0].isupper()
        and not re.search(r"\w\w", before)
        and not _CITED.match(text, match.end())
    )


def _to_be_drafted(text: str, at: int) -> bool:
    """Tell whether the verb before the document orders that it be drafted."""
    before = text[max(0, at - 160) : at]
    if text[at].isupper() and _ADOPT.search(before):
        return True
    verb = _DRAFT.search(before)
    at_large = text.startswith("quy định", at) and _LAWS_AT_LARGE.search(before)
    if verb is None or (at_large and not re.search(r"xây dựng|ban hành", verb.group(), re.IGNORECASE)):
        return False
    return not _NOT_DRAFT.search(before[: verb.start()])


def _titles(text: str, at: int, opens_row: bool) -> tuple[list[str], int]:
    """Cut the documents that begin here into their titles, each with its kind: (titles, where they end)."""
    end = _end(text, at, _ROW_END if opens_row and not _DRAFT.search(text[:at]) else _END)
    titles, start = [], at
    above = max(0, at - _INTO_REACH)
    if article := _ARTICLE.search(text[above:at]):
        start = above + article.start()
    first = _PAIR.search(text, at)
    cut = first.end() if first else at
    while (found := _NEXT.search(text, cut, end)) and not opens_row:
        side_by_side = not text[cut : found.start()].strip() and "," in found.group()
        if side_by_side or _OF_OTHERS.search(text[start : found.start()]):
            break
        titles.append(text[start : found.start()])
        start = cut = found.end()
        kind = _KIND.search(text, cut)
        cut = kind.end() if kind else cut
    titles.append(text[start:end])
    bare = [_DRAFTER.sub("", title.strip(" .,;")) for title in titles]
    return [title for title in bare if title], end


def _end(text: str, at: int, ends: re.Pattern[str]) -> int:
    """Find where the titles that begin here end; a quoted name is passed over."""
    reach = at + _LONGEST_TITLE
    quotes = [match.span() for match in _QUOTED.finditer(text, at, reach)]
    formal = text[at].isupper()
    for stop in ends.finditer(text, at, reach):
        if formal and _WITH.match(stop.group()):
            continue
        bare = _BARE.fullmatch(text[at : stop.start()].strip()) if _PURPOSE.match(stop.group()) else None
        if bare and bare["owner"] and not _SUITED.match(stop.group()):
            bare = None
        if not bare and not any(a < stop.start() < b for a, b in quotes):
            return min(stop.start(), _next_thing(text, at))
    return _next_thing(text, at)


def _next_thing(text: str, at: int) -> int:
    """Find where a further verb follows a title that is whole ("chương trình phối hợp, vận động …"); else the end of the text."""
    whole = _WHOLE.match(text, at)
    if whole is None or text[whole.end() : whole.end() + 2] != ", ":
        return len(text)
    following = text[whole.end() + 2 : whole.end() + _VERB_REACH].lower().split()
    return whole.end() if any(" ".join(following[:count]) in ACTION_VERBS for count in (2, 3)) else len(text)


def _kind(title: str) -> str:
    """Give the kind of a document from the head of its title, a pair where two kinds stand side by side."""
    match = _PAIR.search(title)
    kind = " ".join(match.group().split()) if match else title.split()[0]
    return kind.capitalize() if kind else kind
