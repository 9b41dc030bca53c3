"""The paper's own identity: number, date, place, issuer, title, subject, term, signer (convention 5).

Letterheads follow 36-HD/VPTW and 05-HD/VPTW for Party papers and Nghị định 30/2020/NĐ-CP for State papers:
superior body and issuer on the left, motto on the right, then number and place with date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dondoc.extraction.paragraphs import is_capital
from dondoc.extraction.parts import MOTTO, SIGNING
from dondoc.programme.model import Header

_NUMBER = re.compile(
    r"(?:^|[|*\s])Số\s*[:.]?\s*(\d{1,5}[a-z]?(?:\s?/\s?(?:19|20)\d\d)?\s*[-–/]\s*[A-ZĐa-zđ][A-ZĐa-zđ0-9Ưư]*(?:\s?[-–/]\s?[A-ZĐƯ][A-ZĐa-zđƯưỦỷ0-9]*)*)",
    re.MULTILINE,
)
_ANY_NUMBER = re.compile(r"(?:^|[|*\s])Số\s*[:.]?\s*(?:\d|\.{2,}|…|_{2,}|[-–/]\s*[A-ZĐ])", re.MULTILINE)
_DATE = re.compile(
    r"(?:(?P<place>[A-ZĐÀ-Ỹ][^\W\d]*(?:[ .\-–]+[^\W\d]+){0,5}),\s*)?ngày\s*(?P<day>\d{0,2})[\s.…_]*tháng\s*(?P<month>\d{0,2})[\s.…_]*năm\s*(?P<year>\d{4})"
)
# The stamp of a digital signature: "13-11-2025 15:21:37 +07:00".
_STAMP = re.compile(
    r"(?P<day>\d{2})[-/.](?P<month>\d{2})[-/.](?P<year>20\d\d),? \d{1,2}:\d{2}(?::\d{2})?(?: ?\+0?7:?00)?"
)
_KINDS = (
    "CHƯƠNG TRÌNH|KẾ HOẠCH|NGHỊ QUYẾT|QUYẾT ĐỊNH|ĐỀ ÁN|CHỈ THỊ|KẾT LUẬN|QUY CHẾ|QUY ĐỊNH|HƯỚNG DẪN|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|"
    "PHƯƠNG ÁN|CHIẾN LƯỢC|DỰ ÁN|CÔNG VĂN|CÔNG ĐIỆN"
)
_TITLE = re.compile(rf"^(?:{_KINDS})(?:\s|$)")
_MIXED_TITLE = re.compile(rf"^(?:{_KINDS})(?:\s+(?:HÀNH ĐỘNG|CÔNG TÁC|CHUYÊN ĐỀ|PHỐI HỢP|TOÀN KHÓA))?$", re.IGNORECASE)
_NAMED_TITLE = re.compile(
    rf"(?P<title>(?:{_KINDS})(?:\s+(?:HÀNH ĐỘNG|CÔNG TÁC|CHUYÊN ĐỀ|PHỐI HỢP|LIÊN TỊCH|TOÀN KHÓA|LÀM VIỆC))*+"
    r"(?:\s+CỦA\s.+?(?=\s+(?:THỰC HIỆN|TRIỂN KHAI|VỀ)\s))?)\s+(?P<about>\S.+)"
)
_RULE = re.compile(r"^[\s*_\-–—=.+xX]{1,40}$")
_SUBJECT = re.compile(
    r"^(?:về|thực hiện|triển khai|phê duyệt|ban hành|công tác|của|nhằm|v/v|phát triển|xây dựng|tăng cường|đẩy mạnh|nâng cao)\b",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"(?P<issuer>[A-ZĐỦ][^.;,:]{5,90}?)\s+(?:xây dựng|ban hành|đề ra)\s+"
    r"(?P<title>(?:Chương trình|chương trình|Kế hoạch|kế hoạch|Nghị quyết|Đề án)(?:\s+(?:hành động|công tác|làm việc|toàn khóa))*)\s*"
    r"(?P<about>(?:về|thực hiện|triển khai|nhằm|phát triển|của)?[^:]{0,400}?)(?:,?\s*(?:cụ thể )?(?:như sau|với (?:những|các) nội dung)|:|\.$|$)"
)
_OF_BODY = re.compile(r"của (?:Ban|Đảng|Ủy ban|Uỷ ban|Hội đồng|Tỉnh|Thành|Huyện|Chi bộ|UBND|HĐND|Bộ|Sở|Chính phủ)\s")
_OF_AND_ABOUT = re.compile(
    rf"(?P<of>{_OF_BODY.pattern}.{{2,80}}?)\s+(?P<about>(?:thực hiện|triển khai|về)\s.+)", re.IGNORECASE
)
_SHORT_TITLE = 70  # characters of a line that only names the body
_TERM = re.compile(r"(?:nhiệm\s+kỳ|NHIỆM\s+KỲ)\s*(?:\(?\s*)(\d{4})\s*[-–]\s*(\d{4})")
_STAGE = re.compile(r"(?:giai\s+đoạn|GIAI\s+ĐOẠN|(?:0?5|năm|NĂM)\s+(?:năm|NĂM))\s+(\d{4})\s*[-–]\s*(\d{4})")
_BODY = re.compile(
    r"^(?:ĐẢNG\s+[UỦ][YỶ]|BAN\s+CHẤP|BAN\s+THƯỜNG|BAN\s+CHỈ|HỘI\s+ĐỒNG|[UỦ][YỶ]\s+BAN|UBND|HĐND|CHI\s+BỘ|CHÍNH\s+PHỦ|QUỐC\s+HỘI|THỦ\s+TƯỚNG|SỞ\s|VĂN\s+PHÒNG|PHÒNG\s|TRUNG\s+TÂM\s|TRẠM\s|BAN\s|CÔNG\s+AN)"
)
_ABOVE = re.compile(
    r"(?:ĐẢNG BỘ|[ỦU][YỶ] BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|MTTQ VIỆT NAM)\s+(?:TỈNH|THÀNH PHỐ|TP|HUYỆN|QUẬN)\s+\S.*?\s"
    r"(?=(?:ĐẢNG [UỦ][YỶ]|[ỦU][YỶ] BAN|UBND|SỞ|BAN|HỘI ĐỒNG)\s)"
)
_WITH_ORGAN = re.compile(
    r"(?P<body>(?:HỘI|ĐOÀN|LIÊN\s+ĐOÀN|MẶT\s+TRẬN|[ỦU][YỶ]\s+BAN)\s.+)\s(?P<organ>BAN\s+(?:THƯỜNG\s+(?:TRỰC|VỤ)|CHẤP\s+HÀNH))"
)
_ORGAN = re.compile(r"^BAN\s+(?:THƯỜNG\s+(?:TRỰC|VỤ)|CHẤP\s+HÀNH)$")
# "Nguyễn Văn An", "K' Brêu", "Y Thơ Niê", "H'Len Ê Ban"
_NAME = re.compile(r"^(?:[A-ZĐÀ-Ỹ](?:['’]\s?[A-ZĐÀ-Ỹ])?[a-zà-ỹđ]*['’]?\s+){1,5}[A-ZĐÀ-Ỹ](?:['’][A-ZĐÀ-Ỹ])?[a-zà-ỹđ]+$")
_JOINED_ROLE = re.compile(r"\s((?:PHÓ\s+)?(?:CHỦ\s+TỊCH|BÍ\s+THƯ)(?:\s+THƯỜNG\s+TRỰC)?)$")
_HONORIFIC = re.compile(r"^(?:Đ/c|Đồng chí|Ông|Bà|TS\.?|ThS\.?)\s+")
_OF_OTHERS = re.compile(r"bầu cử|đại biểu Quốc hội|Quy chế làm việc|ứng cử", re.IGNORECASE)
_CLAUSE_LENGTH = 250  # characters before a term in which its clause begins
_LETTERHEAD_LINES = 25
_MOTTO_LENGTH = 45  # characters of a line that holds nothing else
_PREAMBLE_LENGTH = 8_000  # characters before the first section that are searched


@dataclass(frozen=True)
class Head:
    """The printed lines before the first section, and those of the signature."""

    lines: list[str]
    signature: list[str]


def _clean(text: str) -> str:
    return " ".join(text.replace("*", " ").replace("|", " ").replace("_", " ").split())


def header_of(head: Head) -> Header:
    """Read the header from the lines before the first section and the signature."""
    lines = _dates_first([cleaned for cleaned in map(_clean, head.lines) if cleaned])
    first = next((number for number, line in enumerate(lines) if _opens_title(lines, number)), None)
    top = lines[:first] if first is not None else lines[:_LETTERHEAD_LINES]
    header = Header()
    if first is not None or any(MOTTO.search(line) for line in top):
        _read_letterhead(header, top)
    below = lines
    if first is not None:
        below = _read_title(header, lines, first)
        header.issuer = header.issuer or _body_alone(below)
    preamble = " ".join(below)[:_PREAMBLE_LENGTH]
    _read_preamble(header, preamble, titled=first is not None)
    _read_term(header, preamble)
    _read_signature(header, head.signature)
    if header.date is None:
        header.date = _stamped("\n".join(top), head.signature)
    return header


def _stamped(top: str, signature: list[str]) -> str | None:
    """Return the day of the stamped signature where the letterhead leaves its own blank and names the same month."""
    printed = _DATE.search(_NUMBER.sub("\n", top))
    stamp = next((found for line in signature if (found := _STAMP.fullmatch(_clean(line)))), None)
    if not printed or not stamp or not printed["month"]:
        return None
    if (int(printed["month"]), printed["year"]) != (int(stamp["month"]), stamp["year"]):
        return None
    return f"{stamp['year']}-{stamp['month']}-{stamp['day']}"


def _dates_first(lines: list[str]) -> list[str]:
    """Move the motto and a line of nothing but place and date, which a right column put below the title, before it."""
    near = lines[:_LETTERHEAD_LINES]
    dates = [line for line in near if _DATE.fullmatch(line) or (MOTTO.match(line) and len(line) < _MOTTO_LENGTH)]
    return [*dates, *(line for line in lines if line not in dates)] if dates else lines


def _opens_title(lines: list[str], number: int) -> bool:
    line = lines[number]
    if _TITLE.match(line) and is_capital(line):
        return True
    return bool(number > 1 and _MIXED_TITLE.match(line) and line[0].isupper())


def _read_letterhead(header: Header, top: list[str]) -> None:
    text = "\n".join(top)
    number = _NUMBER.search(text) or _NUMBER.search(" ".join(top))
    if number:
        header.number = "".join(number[1].split()).replace("–", "-")
    date = _DATE.search(_NUMBER.sub("\n", text))
    if date:
        if date["place"]:
            header.place = _place(date["place"])
        if date["day"] and date["month"]:
            header.date = f"{date['year']}-{int(date['month']):02}-{int(date['day']):02}"
    header.issuer = _issuer(top)


def _body_alone(below: list[str]) -> str | None:
    """Return the body that stands on a line of its own under the title, before the grounds ("QUỐC HỘI")."""
    line = next(iter(below), "").rstrip(":. ")
    return line if is_capital(line) and _BODY.match(line) and len(line) < _MOTTO_LENGTH else None


def _place(printed: str) -> str:
    """Return the place without words of the other column that stand before it on its line."""
    words = printed.split()
    while len(words) > 1 and (words[0].isupper() and len(words[0]) > 1):
        words.pop(0)
    return " ".join(words)


def _issuer(top: list[str]) -> str | None:
    names: list[str] = []
    for line in top:
        line = line.rstrip("-–_=. ")
        if _ANY_NUMBER.search(line):
            line = line[: _ANY_NUMBER.search(line).start()].strip()  # type: ignore[union-attr]
            if not line:
                break
        date = _DATE.search(line)
        if date:
            line = line[: date.start()].strip()
        motto = MOTTO.search(line)
        parts = [line[: motto.start()], line[motto.end() :]] if motto else [line]
        for place, name in enumerate(part.strip() for part in parts):
            if place and not _BODY.match(name):
                continue
            if name and not _RULE.match(name) and is_capital(name):
                names += _levels(name)
    if not names:
        return None
    bodies = [number for number, name in enumerate(names) if _BODY.match(name)]
    start = bodies[-1] if bodies else 0
    if start and _ORGAN.match(names[start]):
        return " ".join([*names[start:], *names[:start]])
    return " ".join(names[start:])


def _levels(line: str) -> list[str]:
    """Part a line on which the body above and the issuer were joined ("ĐẢNG BỘ TỈNH … ĐẢNG ỦY XÃ …")."""
    if organ := _WITH_ORGAN.fullmatch(line):
        return [organ["body"], organ["organ"]]
    above = _ABOVE.match(line)
    return [above[0].strip(), line[above.end() :]] if above else [line]


def _read_title(header: Header, lines: list[str], first: int) -> list[str]:
    title, number = [lines[first].rstrip(":")], first + 1
    about: list[str] = []
    if named := _NAMED_TITLE.fullmatch(title[0]):
        title, about = [named["title"]], [named["about"]]
    while not about and number < len(lines) and _names_issuer(lines, number):
        title.append(lines[number])
        number += 1
    if not about and number < len(lines) and (both := _OF_AND_ABOUT.fullmatch(lines[number])):
        title.append(both["of"])
        about.append(both["about"])
        number += 1
    while number < len(lines) and not _RULE.match(lines[number]) and _goes_on(about, lines[number]):
        about.append(lines[number])
        number += 1
    header.title = " ".join(title)
    while len(about) > 1 and header.issuer and about[-1] == header.issuer:
        about.pop()
    header.about = " ".join(about) or None
    return lines[number:]


def _names_issuer(lines: list[str], number: int) -> bool:
    """Tell whether a line of the title says whose paper it is ("CỦA BAN …", "của Ban …" over "thực hiện …")."""
    line = lines[number]
    if line.startswith("CỦA ") and is_capital(line):
        return True
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return bool(_OF_BODY.match(line) and _SUBJECT.match(below) and len(line) < _SHORT_TITLE)


def _goes_on(about: list[str], line: str) -> bool:
    if len(about) > 8 or line.startswith(
        ("-", "Căn cứ", "Thực hiện ", "Trên cơ sở", "Triển khai ", "Theo ", "Để ", "Kính gửi")
    ):
        return line.startswith(("Thực hiện ", "Triển khai ")) and not about and len(line) < 90
    if line.startswith("(") and line.endswith(")"):
        return True
    if not about:
        return bool(is_capital(line) or _SUBJECT.match(line) or len(line) < 110)
    if is_capital(about[-1]):
        return is_capital(line)
    return not is_capital(line) and (
        line[0].islower() or line[0] in '“"(' or line[0].isdigit() or about[-1].endswith((",", "thứ", "-"))
    )


def _read_preamble(header: Header, text: str, *, titled: bool) -> None:
    every = list(_PREAMBLE.finditer(text))
    if not every:
        return
    found = every[-1]
    if not header.issuer:
        header.issuer = _last_subject(found["issuer"])
    if not titled:
        header.title = found["title"]
        header.about = found["about"].strip(" ,.") or None


def _last_subject(printed: str) -> str:
    """Return the body that issues: what stands from its last opening word on ("… đề ra, Ban Chấp hành …")."""
    starts = [
        m.start()
        for m in re.finditer(
            r"(?:Ban |Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Đảng ủy|Đảng uỷ|Thành ủy|Tỉnh ủy|Chính phủ)", printed
        )
    ]
    if not starts:
        return printed.strip()
    start = starts[0]
    return printed[start:].strip()


def _read_term(header: Header, preamble: str) -> None:
    own = f"{header.title or ''} {header.about or ''}"
    match = _own_term(own) or _own_term(preamble) or _STAGE.search(own)
    if match:
        header.term = f"{match[1]}-{match[2]}"


def _own_term(text: str) -> re.Match[str] | None:
    """Return the first term of office that is the programme's, not that of a body elected or of rules cited."""
    for match in _TERM.finditer(text):
        clause = re.split(r"[.;]\s", text[max(0, match.start() - _CLAUSE_LENGTH) : match.start()])[-1]
        if not _OF_OTHERS.search(clause):
            return match
    return None


def _read_signature(header: Header, signature: list[str]) -> None:
    lines = [cleaned for cleaned in map(_clean, signature) if cleaned]
    last_role = -1
    for number, line in enumerate(lines):
        if SIGNING.match(line) and len(line) < 60:
            if not re.match(r"(?:T/M|TM)", line):
                header.signer_role = (
                    re.sub(r"^(?:KT|K/T|TL|Q)\s*[./]\s*", "", line) if last_role < 0 or "KT" in line else line
                )
            joined = _JOINED_ROLE.search(line) if line.startswith(("T/M", "TM")) else None
            header.signer_role = joined[1] if joined and not header.signer_role else header.signer_role
            last_role = number
        elif last_role >= 0 and _NAME.match(_HONORIFIC.sub("", line)):
            header.signer = _HONORIFIC.sub("", line)
            return
