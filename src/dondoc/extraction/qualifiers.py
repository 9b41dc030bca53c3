"""Lines that say no work of their own but when, by whom and with what result the work above them is done.

They are fields ("- Đơn vị chủ trì: …", "Thời gian hoàn thành: …"), lines of responsibility ("X chủ trì, trình trong
tháng 3/2026") and expected dates ("Dự kiến tổ chức trong tháng 8/2030").
"""

from __future__ import annotations

import re

ATTRIBUTE = re.compile(
    r"^(?:(?P<time>thời (?:gian|hạn)(?: thực hiện| hoàn thành| triển khai| trình| tổ chức)*|tiến độ(?: thực hiện)?|hoàn thành|hạn hoàn thành)"
    r"|(?P<doer>(?:(?:các )?(?:cơ quan|đơn vị) )thực hiện)"
    r"|(?P<lead>(?:(?:cơ quan|đơn vị|bộ phận)(?:, (?:cơ quan|đơn vị))? )?(?:chủ\s?trì|thực hiện|tham mưu|phụ trách|đầu mối)(?:,? thực hiện| tham mưu)?|(?:cơ quan|đơn vị) chủ trì[^:]{0,20}|phân công(?: thực hiện| nhiệm vụ)?|người thực hiện)"
    r"|(?P<coordinating>(?:(?:các )?(?:cơ quan|đơn vị|bộ phận) )?phối hợp(?: thực hiện)?)"
    r"|(?P<product>kết quả|sản phẩm|kết quả đầu ra|sản phẩm đầu ra|sản phẩm dự kiến)"
    r"|(?P<resource>(?:nguồn )?kinh phí(?: thực hiện)?|nguồn lực(?: thực hiện)?|nguồn vốn)"
    r"|(?P<place>địa điểm|thành phần|số lượng|hình thức))\s*:\s*",
    re.IGNORECASE,
)
RESPONSIBLE = re.compile(
    r"^(?:(?:Các|Văn phòng|Ban|Đảng|Uỷ\s?ban|Ủy\s?ban|UBKT|UBND|HĐND|MTTQ|Mặt trận|Thường trực|Hội|Đoàn|Công an|Phòng|Sở|Chi bộ|Trung tâm|Bộ|Cơ quan|Giao))"
    r"[^.:]{0,200}?(?:chủ\s?trì|phối\s?hợp|tham\s?mưu|chỉ đạo)[^.:]{0,120}?(?:tham\s?mưu|trình|chuẩn\s?bị|thực\s?hiện|trong\s+(?:tháng|quý|Quý))"
)
# What may follow in such a line: more verbs of preparing, to whom, when; anything else is work of its own.
_PREPARES = r"(?:tham\s?mưu|trình|chuẩn\s?bị|thực\s?hiện|triển\s?khai|ban\s?hành|thông\s?qua|hoàn\s?thành|tổ\s?chức)"
_TO_WHOM = r"(?:cho\s+)?(?:BTV|BCH|Ban Thường v[uụ]|Ban Chấp hành|Thường trực|Đảng [uủ][ỷy]|HĐND|UBND|Hội đồng|[UỦ][ỷy]\s?ban|cấp [uủ][ỷy])[^,;.]{0,80}"
_WHEN = r"(?:(?:trong|vào|trước|từ|đến|chậm nhất)\s+)*(?:tháng|[Qq]uý|năm|ngày)?[\s\dIVXivxàđ/,.()-]*(?:(?:năm|quý|tháng|hằng|hàng|mỗi)[\s\dIVXvàếđn/,.-]*)*"
_REST = re.compile(
    rf"(?:[\s,]*(?:và\s+)?{_PREPARES})*(?:\s+{_TO_WHOM})?(?:[\s,]*(?:và\s+)?{_PREPARES})*[\s,]*{_WHEN}[.;)\s]*$"
)
# "* Năm 2026: (02 cuộc kiểm tra, 02 cuộc giám sát)", "- Về giám sát: 01 cuộc"
_COUNT = r"\d{1,3}\s+[^.;:(),\d]{2,40}"
COUNTED = re.compile(
    rf"^(?:Trong\s+)?(?:Năm\s+\d{{4}}|Quý\s+[^.;:]{{1,15}}|Về\s+[^.;:\d]{{2,60}}|Tổng (?:số|cộng)[^.;:\d]{{0,40}})\s*:?\s*\(?\s*"
    rf"{_COUNT}(?:(?:,|và|;)\s*{_COUNT})*\)?\s*[.;:]?$",
    re.IGNORECASE,
)
EXPECTED = re.compile(r"^Dự kiến[^.;]{0,60}?(?P<time>(?:trong|vào) (?:tháng|quý|Quý|năm) [^.;]{1,30})[.;]?$")
_DONE = ("thực hiện", "thựchiện")  # more than preparing: what follows is what is done
_WORK = re.compile(
    r"[;%]|xây dựng|ban hành|rà soát|[đb]ảm bảo|bảo đảm|đẩy mạnh|nâng cao|tăng cường|giải quyết|xử lý|phát triển|thành lập|kiện toàn|"
    r"kiểm tra|giám sát|sơ kết|tổng kết|đề án|kế hoạch|nghị quyết|quy chế|vận động|huy động|đầu tư|bố trí|quản lý",
    re.IGNORECASE,
)
_FEW = 12  # words that may follow who prepares a thing: what it is called again, for whom
_JOINT = re.compile(r"[.;,]\s+(?=[^\W\d])")
_LONGEST = 190


def fields_in(text: str) -> list[tuple[str, int, int]]:
    """Return the fields that one line holds ("Chủ trì: … . Phối hợp: …; thời gian: …"): (name, start, end of what each says)."""
    found = ATTRIBUTE.match(text)
    if not found or not found.lastgroup:
        return []
    fields: list[tuple[str, int, int]] = []
    name, start = found.lastgroup, found.end()
    for joint in _JOINT.finditer(text, start):
        further = ATTRIBUTE.match(text[joint.end() :])
        if further and further.lastgroup and joint.start() >= start:
            fields.append((name, start, joint.start()))
            name, start = further.lastgroup, joint.end() + further.end()
    return [*fields, (name, start, len(text))]


def is_field(text: str) -> bool:
    """Tell whether a line is a field of the work above it ("Thời gian hoàn thành: …")."""
    return bool(ATTRIBUTE.match(text))


def is_responsible(text: str) -> bool:
    """Tell whether a line only says who prepares the work above it."""
    found = RESPONSIBLE.match(text) if len(text) <= _LONGEST else None
    if found is None or _REST.match(text, found.end()):
        return found is not None
    rest = re.sub(r"\([^()]*\)", "", text[found.end() :])
    return not found[0].endswith(_DONE) and len(rest.split()) <= _FEW and not _WORK.search(rest)


def names_doer(text: str) -> bool:
    """Tell whether a line is the field of who is in charge or carries it out ("Đơn vị chủ trì: …")."""
    found = ATTRIBUTE.match(text)
    return found is not None and found.lastgroup in {"lead", "doer"}


def only_counts(text: str) -> bool:
    """Tell whether a line only counts what is listed below it."""
    return bool(COUNTED.match(text))


def says_who_or_when(text: str) -> bool:
    """Tell whether a line without a field's name only says by whom or when the work above it is done."""
    return is_responsible(text) or bool(EXPECTED.match(text))
