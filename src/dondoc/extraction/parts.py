"""The parts of a paper: letterhead and title, body, recipients and signature, appendices.

Wrappers of a crawler (front matter, summaries, code fences) are not the paper (convention 26).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from dondoc.extraction import labels
from dondoc.extraction.paragraphs import ends_sentence, is_capital
from dondoc.reader.document import Document, Line

MOTTO = re.compile(
    r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|CỘNG\s+H[ÒO]Ấ?[AÀ]?\s+XÃ\s+HỘI\s+CHỦ|Độc\s+lập\s*-\s*Tự\s+do", re.IGNORECASE
)
_ISSUER_LINE = re.compile(
    r"[*_|\s]*(?:ĐẢNG\s+(?:BỘ|[UỦ][YỶ]|CỘNG)|[ỦU][YỶ]\s+BAN|HỘI\s+ĐỒNG|THÀNH\s+[UỦ][YỶ]|TỈNH\s+[UỦ][YỶ]|HUYỆN\s+[UỦ][YỶ]|UBND|HĐND"
    r"|BAN\s+(?:CHẤP|THƯỜNG|CHỈ|TỔ|TUYÊN)|CHÍNH\s+PHỦ|THỦ\s+TƯỚNG|BỘ\s+[A-ZĐ]|SỞ\s+[A-ZĐ]|MẶT\s+TRẬN|XÃ\s|PHƯỜNG\s|TỈNH\s|THÀNH\s+PHỐ\s|QUỐC\s+HỘI)"
)
SIGNING = re.compile(
    r"[*_|\s]*(?:T/M|TM\s*[./]|T\.M|KT\s*[./]|K/T|TL\s*[./]|T/L|TUQ\s*\.|Q\s*\.)\s*[A-ZĐỦỶẤƯƠ]"
    r"|[*_|\s]*(?:(?:Q\.|QUYỀN\s+)?BÍ\s+THƯ|PHÓ\s+BÍ\s+THƯ(?:\s+THƯỜNG\s+TRỰC)?|CHỦ\s+TỊCH|PHÓ\s+CHỦ\s+TỊCH(?:\s+THƯỜNG\s+TRỰC)?|THỦ\s+TƯỚNG|PHÓ\s+THỦ\s+TƯỚNG|CHÁNH\s+VĂN\s+PHÒNG|(?:PHÓ\s+)?GIÁM\s+ĐỐC|(?:PHÓ\s+)?TRƯỞNG\s+(?:BAN|PHÒNG|CÔNG\s+AN|TRẠM))[*_\s|]*$"
)
_SHORT_LINE = 70  # characters of a letterhead or signature line
_ATTACHMENT = re.compile(
    r"^(?:DANH\s+MỤC|DANH\s+SÁCH|BẢNG|BIỂU|TỔNG\s+HỢP|PHÂN\s+CÔNG|LỘ\s+TRÌNH|TIẾN\s+ĐỘ|HỆ\s+THỐNG|CÁC\s+(?:NHIỆM|CHỈ|CÔNG|NỘI)|KẾ\s+HOẠCH|NHIỆM\s+VỤ|CHỈ\s+TIÊU)"
)
_ATTACHED = re.compile(r"^[*_\s]*\((?:kèm|ban hành|đính kèm)", re.IGNORECASE)
_PROGRAMME = re.compile(
    r"^(?:CHƯƠNG\s+TRÌNH|KẾ\s+HOẠCH|ĐỀ\s+ÁN|CHIẾN\s+LƯỢC|PHƯƠNG\s+ÁN|QUY\s+CHẾ|QUY\s+ĐỊNH|ĐỊNH\s+HƯỚNG|HƯỚNG\s+DẪN)"
)
_CONTENT_REACH = 3  # lines below "(Kèm theo …)" in which its first section must begin
_ATTACHMENT_REACH = 8  # lines below its heading in which the attachment must begin
_MISREAD_LENGTH, _TOP_POINTS = 3, 60.0  # a page number stands in the top margin
_PAGE_NUMBER = re.compile(r"^[-–]?\s?\d{1,3}\s?[-–]?$")
_LEAST_PAGES, _MOST_SKIPPED = 2, 3  # page numbers that make a sequence, and pages without one between two
_COLUMN_POINTS = 60.0
_RECIPIENT = re.compile(r"^[~_]?[-–—•]")
_SIGNED = re.compile(
    r"[*_|\s]*(?:\((?:đã|Đã) ký\)|[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){0,4}\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]+[*_|\s]*)$"
)  # "(đã ký)", or a name alone on its line
_FOOTNOTE = re.compile(
    r"^(?:\[\d{1,2}\]|[(]?\d{1,2}[).]?\s+(?=(?:Nghị|Quyết|Kế|Chương|Chỉ|Kết|Công|Thông|Luật|Bộ luật|Văn bản|Hướng dẫn|Theo|Căn cứ|Tại)\s))"
)
_GROUNDS = re.compile(
    r"[\s*_>-]*(?:Căn cứ|Theo|Thực hiện|Trên cơ sở|Xét)\s"
)  # a sentence that names the State is no motto
_LONGEST_MOTTO = 120  # characters of a letterhead's line, the issuer's column beside it included
_WRAPPER_REACH = 150  # lines from the top in which the letterhead may stand


@dataclass(eq=False)
class Part:
    """Lines of one part, and of an appendix the label it opens with."""

    lines: list[Line] = field(default_factory=list)


@dataclass
class Parts:
    """A paper taken apart; `appendices` hold their label line first, `notes` the footnotes a page of the web puts last.

    `attached` is the programme that a decision promulgates and that is printed behind its signature, without its title.
    """

    body: Part
    recipients: Part
    signature: Part
    appendices: list[Part]
    notes: Part = field(default_factory=Part)
    attached: Part = field(default_factory=Part)

    @property
    def prose(self) -> list[Part]:
        """Return the parts that hold sections: the paper itself and the programme attached to it."""
        return [self.body, self.attached] if self.attached.lines else [self.body]


def paper_lines(document: Document) -> list[Line]:
    """Return the lines of the paper itself, without a crawler's wrapper before the letterhead."""
    lines = [line for line in document.lines if _is_printed(document, line)]
    text = [document.text[line.start : line.end].strip() for line in lines[:_WRAPPER_REACH]]
    for number, printed in enumerate(text):
        if len(printed) > _LONGEST_MOTTO or not MOTTO.search(printed) or _GROUNDS.match(printed):
            continue
        first = number
        while first > 0 and number - first < 8 and len(text[first - 1]) < _SHORT_LINE and not _foreign(text[first - 1]):
            first -= 1
        while first and first < number and not _ISSUER_LINE.match(text[first]):
            first += 1
        return [line for line in lines[first:] if not document.text[line.start : line.end].startswith("```")]
    return lines


def _is_printed(document: Document, line: Line) -> bool:
    """Tell whether a line holds text of the paper, and not a page number that recognition misread."""
    text = document.text[line.start : line.end].strip()
    misread = (
        len(text) <= _MISREAD_LENGTH
        and line.box is not None
        and line.box[1] < _TOP_POINTS
        and document.origin == "scan"
    )
    return bool(text) and not misread


def without_page_numbers(document: Document, lines: list[Line]) -> list[Line]:
    """Return the lines of running text without the page numbers that stand alone among them and count up."""
    alone = [
        line
        for line in lines
        if line.table is None and _PAGE_NUMBER.match(document.text[line.start : line.end].strip())
    ]
    numbers = [int(document.text[line.start : line.end].strip(" -–")) for line in alone]
    steps = [after - before for before, after in pairwise(numbers)]
    if len(numbers) < _LEAST_PAGES or any(not 0 < step <= _MOST_SKIPPED for step in steps):
        return lines
    dropped = {id(line) for line in alone}
    return [line for line in lines if id(line) not in dropped]


def _foreign(text: str) -> bool:
    return text.startswith(("#", "```", "---\n", "stt:", "|")) or bool(re.match(r"[a-z_]+:\s", text))


def opens_appendix(document: Document, lines: list[Line], number: int) -> labels.Label | None:
    """Return the label when line `number` opens an appendix: alone on its line, or before its title."""
    text = document.text[lines[number].start : lines[number].end].strip()
    label = labels.appendix_label(text)
    if not label or len(text) > 250:
        return None
    rest = text[label.end :].strip()
    alone = not rest or rest.startswith("(") or is_capital(rest) or label.close in {":", "."}
    if not alone and not (lines[number].bold or lines[number].heading or lines[number].centred):
        return None
    if number == 0:
        return label
    before = document.text[lines[number - 1].start : lines[number - 1].end].strip()
    open_sentence = not ends_sentence(before) and not is_capital(before) and len(before) > 55
    same_place = lines[number].begins is None and lines[number - 1].table is None
    return None if open_sentence and same_place and not is_capital(text) else label


def opens_attachment(document: Document, lines: list[Line], number: int) -> bool:
    """Tell whether a line in capitals after the signature heads a list or table attached without "Phụ lục"."""
    text = document.text[lines[number].start : lines[number].end].strip()
    if not _ATTACHMENT.match(text) or not is_capital(text) or lines[number].table is not None:
        return False
    below = lines[number + 1 : number + _ATTACHMENT_REACH]
    return any(
        line.table is not None or _ATTACHED.match(document.text[line.start : line.end].strip()) for line in below
    )


def programme_at(document: Document, lines: list[Line], number: int) -> int | None:
    """Return the line at which the sections of an attached programme begin whose title is line `number`, else None."""
    texts = [document.text[line.start : line.end].strip() for line in lines[number : number + 2 * _ATTACHMENT_REACH]]
    if not _PROGRAMME.match(texts[0]) or not is_capital(texts[0]) or lines[number].table is not None:
        return None
    bracket = next((at for at, text in enumerate(texts[:_ATTACHMENT_REACH]) if _ATTACHED.match(text)), None)
    if bracket is None:
        return None
    closed = next((at for at in range(bracket, len(texts)) if texts[at].rstrip("*_ ").endswith(")")), bracket)
    for at in range(closed + 1, min(closed + 1 + _CONTENT_REACH, len(texts))):
        if labels.section_labels(texts[at]) and lines[number + at].table is None:
            return number + closed + 1
    return None


def take_apart(document: Document) -> Parts:
    """Take the paper apart by the lines that open its recipients, signature and appendices."""
    lines = paper_lines(document)
    parts = Parts(Part(), Part(), Part(), [])
    here: Part = parts.body
    signing: Line | None = None
    resume = 0  # the line at which an attached programme's title has ended
    for number, line in enumerate(lines):
        if number < resume:
            continue
        text = document.text[line.start : line.end].strip()
        signs = bool(SIGNING.match(text)) and len(text) < _SHORT_LINE
        ending = here in (parts.recipients, parts.signature)
        begins = programme_at(document, lines, number) if ending and not parts.attached.lines else None
        if begins is not None:
            here, resume = parts.attached, begins
            continue
        labelled = opens_appendix(document, lines, number) and not _in_data_table(line, here, parts)
        if labelled or (ending and opens_attachment(document, lines, number)):
            here = Part()
            parts.appendices.append(here)
        elif labels.recipients_label(text) and _may_receive(parts, here, line):
            here = parts.recipients
        elif here in (parts.body, parts.attached) and signs and number > len(lines) * 0.3:
            here = parts.signature
        elif ending and _FOOTNOTE.match(text):
            here = parts.notes
        elif ending:
            signing = line if signs else signing
            here = _side(parts, here, line, text, signing, signs=signs)
        (parts.signature if _stands_above(line, here, parts) else here).lines.append(line)
    return parts


def _may_receive(parts: Parts, here: Part, line: Line) -> bool:
    """Tell whether "Nơi nhận" may begin at a line: in the paper itself, or below appendices printed before its end."""
    return here in (parts.body, parts.attached) or (
        line.table is None and not parts.recipients.lines and here is not parts.notes
    )


def _stands_above(line: Line, here: Part, parts: Parts) -> bool:
    """Tell whether a line read after an appendix's label stands above it: the signature's, in a right column."""
    if not any(here is part for part in parts.appendices) or not here.lines or line.table is not None:
        return False
    label = here.lines[0]
    return bool(line.box and label.box and line.page == label.page and line.box[3] < label.box[1])


def _side(parts: Parts, here: Part, line: Line, text: str, signing: Line | None, *, signs: bool) -> Part:
    """Return recipients or signature for a line at the paper's end, where both may stand side by side."""
    if labels.recipients_label(text):
        return parts.recipients
    if signs:
        return parts.signature
    if line.box and signing and signing.box and line.page == signing.page:
        return parts.signature if line.box[0] > signing.box[0] - _COLUMN_POINTS else parts.recipients
    if here is parts.signature and parts.recipients.lines and _RECIPIENT.match(text):
        return parts.recipients
    if here is parts.recipients and parts.signature.lines and _SIGNED.match(text):
        return parts.signature
    return here


def _in_data_table(line: Line, here: Part, parts: Parts) -> bool:
    return line.table is not None and any(here is part for part in parts.appendices)
