"""Lines to paragraphs: where the format does not say where a paragraph begins, the lines are judged.

A line of a text or PDF file begins a paragraph by its label, by what stands before it (a full stop, a
heading, a line that the next word would still have fitted on), or by its place on the page. A line that
begins with a dash in mid-sentence ("2025 / - 2030") is a continuation (conventions 1 and 13).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

import msgspec

from dondoc.extraction import labels
from dondoc.extraction.labels import ItemLabel, Label
from dondoc.extraction.passage import Passage, of_lines
from dondoc.extraction.qualifiers import is_field
from dondoc.reader.document import Document, Line

TERMINAL = (".", ";", ":", "!", "?", "…", "./.", ".”", '."', ".)", ";”", "…”")
UNWRAPPED_LENGTH = 160  # characters: longer usual lines mean that the file holds one paragraph a line
SHORT_SHARE = 0.82  # of the column: a line whose next word ends before this was ended on purpose
ROOMY_SHARE = 0.88  # between the two it is likely
FULL_SHARE = 0.96
INDENT_POINTS = 8.0
_TAIL = 24  # characters in which the last words of a line stand
_LONGEST_BRACKET = 4  # lines
_WORDED = {"part", "chapter", "division", "article"}
_SHORT_CAPITALS = 12  # characters: an abbreviation, no heading
_LEAST_CAPITALS = 3
_NARROW = re.compile("[iíìỉĩịljtfrI.,;:!'|()\\[\\]/“”\"‘’ -]")
_WIDE = re.compile(f"[mw%@{''.join(char for char in map(chr, range(65, 0x1EFA)) if char.isupper())}]")
_BEFORE_NUMBER = re.compile(
    r"(?:thứ|khóa|khoá|(?<!đổi )(?<!tế )(?<!hội )(?<!nghệ )(?<!dân )(?<!quyền )(?<!liệu )(?<!kỹ năng )(?<!thuật )(?<!nền tảng )(?<!hạ tầng )số|quý|năm|tháng|ngày|điều|khoản|điểm|mục|cấp|phần|loại|nhóm|và|hoặc|,|đến|từ|của|tại|lớp|tuổi|[-–])$",
    re.IGNORECASE,
)
_BEFORE_ROMAN = re.compile(
    r"(?:thứ|khóa|khoá|(?<!đổi )(?<!tế )(?<!hội )(?<!nghệ )(?<!dân )số|quý|mục|cấp|phần|loại|nhóm|hạng|lớp|Đại hội|và|,|đến)$",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"(?:Các|Văn phòng|Ban|Đảng|Đảng\s?[uủ][ỷy]|U[ỷy]\s?ban|Ủ[ỷy]\s?ban|UBKT|UBND|HĐND|MTTQ|Mặt trận|Thường trực|Hội|Đoàn|Công an|Sở|Chi bộ|Trung tâm|Bộ)"
    r"[^.:;]{0,90}?(?:chủ\s?trì|phối\s?hợp|tham\s?mưu|chuẩn bị)"
)
_DANGLING = re.compile(
    r"(?:^|\s)(?:của|và|với|các|những|cho|về|tại|trong|theo|từ|đến|do|bởi|hoặc|là|được|để|trên|thứ|một|nhằm|gồm|(?:quyết|thị|luận|định|hoạch|trình|án|dẫn|văn|báo) số)$|,$",
    re.IGNORECASE,
)
_LONE_LABEL = re.compile(r"(?:[A-HĐ]|[IVX]{1,5}|[IVX][iv]{1,3}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]")
_LONE_LABELS = 3  # from so many on, the file was cut into sentences
_CLOSING = re.compile(r"(?:Nghị quyết|Quyết định|Kế hoạch|Chương trình(?: hành động)?|Chỉ thị) này |Trên đây là ")
INDICATOR_HEADING = re.compile(
    r"(?:(?:một số|các|những|về|hệ thống|định hướng)\s+)*(?:mục tiêu,\s+)?chỉ tiêu(?=\W|$)[^.;:]{0,80}[:.]?$|"
    r"(?:(?:một số|các)\s+)?chỉ tiêu(?:\s+[^\W\d]+){0,5}\s*:",
    re.IGNORECASE,
)
_NTH = r"(?:[IVX]{1,3}|\d{1,2})"
DATE_HEADING = re.compile(
    rf"[*\-•–\s]*(?:Trong\s+|TRONG\s+)?(?P<word>Quý|QUÝ|Quí|Tháng|THÁNG)\s+{_NTH}(?:\s*(?:,|và|-|–)\s*(?:(?:[Qq]uý|[Qq]uí|[Tt]háng)\s+)?{_NTH})*"
    r"(?:\s*[/,-]?\s*(?:năm\s+|NĂM\s+)?20\d\d)?\s*:?[*\s]*"
)
"""A line that is a quarter or a month and nothing else: it heads the work of that time."""
_OPENERS = re.compile(
    r"(?:tăng|đẩy|nâng|xây|tiếp|thực|tổ|chú|chủ|phát|huy|triển|tập|đổi|kiện|quan|làm|hoàn|rà|đầu|cải|khuyến|công|lãnh|phối|tham|"
    r"ban|chỉ|hướng|kiểm|giao|duy|giữ|bảo|đảm|ứng|tuyên|đào|quản|ưu|phấn|phân|mở|lồng|thường|định|nghiên|nghiệm|khai|kịp|tích|hỗ|"
    r"tạo|thúc|củng|điều|xử|đề|đối|đến|hằng|hàng|theo|các|cơ|thí|xã|căn|trên|sở|hình)\s",
    re.IGNORECASE,
)


class Judgement(Enum):
    """Whether a line begins a paragraph, and how surely."""

    BEGINS = "begins"
    CONTINUES = "continues"
    LIKELY_BEGINS = "likely begins"
    LIKELY_CONTINUES = "likely continues"


@dataclass
class Paragraph:
    """One paragraph: its passage, its lines, what it begins with, and whether its borders are certain."""

    lines: list[Line]
    passage: Passage
    item: ItemLabel | None = None
    section_labels: list[Label] = field(default_factory=list)
    unsure: bool = False

    @property
    def text(self) -> str:
        """Return the paragraph as printed, white space collapsed."""
        return self.passage.text

    @property
    def bold(self) -> bool:
        """Tell whether every line is bold."""
        return all(line.bold for line in self.lines)

    @property
    def heading(self) -> int | None:
        """Return the heading level that the format marks."""
        return self.lines[0].heading


def is_capital(text: str) -> bool:
    """Tell whether `text` is printed in capitals."""
    return text.isupper() and sum(map(str.isalpha, text)) >= _LEAST_CAPITALS


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends with a mark that can end a paragraph."""
    return text.rstrip('”"’) ').endswith(TERMINAL)


def dangles(printed: str, brackets: int) -> bool:
    """Tell whether a paragraph cannot end at `printed`: after a small word, or with so many brackets still open."""
    return brackets > 0 or bool(_DANGLING.search(printed[-_TAIL:]))


def width_of(text: str) -> float:
    """Estimate the printed width of `text` in average letters."""
    return len(text) - 0.45 * len(_NARROW.findall(text)) + 0.35 * len(_WIDE.findall(text))


class Layout:
    """How the lines of a document stand: the width of the column, and its left edge."""

    def __init__(self, document: Document, lines: list[Line]) -> None:
        self._text = document.text
        self.lossy = document.origin in {"text", "markdown", "pdf", "scan", "html"}
        judged = [line for line in lines if line.begins is None]
        lengths = sorted(line.end - line.start for line in judged)
        self.unwrapped = bool(lengths) and lengths[int(len(lengths) * 0.9)] > UNWRAPPED_LENGTH
        widths = sorted(width_of(document.text[line.start : line.end]) for line in judged if line.end - line.start > 30)
        self.column = widths[int(len(widths) * 0.85)] if widths else 0.0
        rights = sorted(line.box[2] for line in judged if line.box)
        self.right = rights[int(len(rights) * 0.9)] if rights else None
        lefts = sorted(line.box[0] for line in judged if line.box and line.end - line.start > 40)
        self.left = lefts[int(len(lefts) * 0.3)] if lefts else None

    def fullness(self, line: Line, following: Line) -> float:
        """Return the share of the column that `line` and the next line's first word would fill."""
        if self.unwrapped:
            return 0.5
        word = self._text[following.start : following.end].split(maxsplit=1)[0]
        if line.box and self.right and line.end > line.start:
            letter = (line.box[2] - line.box[0]) / (line.end - line.start)
            left = self.left or 0.0
            return (line.box[2] - left + letter * (len(word) + 1)) / max(self.right - left, 1.0)
        if not self.column:
            return 0.5
        return (width_of(self._text[line.start : line.end]) + width_of(word) + 0.55) / self.column

    def indented(self, line: Line) -> bool | None:
        """Tell whether `line` stands in from the left edge; None without geometry."""
        if not line.box or self.left is None:
            return None
        return line.box[0] > self.left + INDENT_POINTS


class _Judge:
    """Judges line after line, remembering which numbers the paper has used."""

    def __init__(self, document: Document, layout: Layout, *, sentences: bool = False) -> None:
        self._text, self._layout = document.text, layout
        self._sentences = sentences  # the file holds one sentence a line, and labels alone
        self._seen: set[tuple[str, tuple[int, ...]]] = set()
        self._open = 0  # brackets and quotations open at the end of the line above
        self._open_for = 0  # lines

    def note(self, paragraph: Paragraph) -> None:
        """Remember the numbers that a paragraph begins with, and start counting its brackets."""
        self._seen.update((label.style, label.number) for label in paragraph.section_labels)
        self._open = self._open_for = 0
        self.pass_line(paragraph.lines[0])

    def pass_line(self, line: Line) -> None:
        """Count the brackets and quotations that a line leaves open; one left open for long was a slip."""
        text = self._text[line.start : line.end]
        self._open += text.count("(") + text.count("“") - text.count(")") - text.count("”")
        self._open_for = self._open_for + 1 if self._open > 0 else 0
        if self._open < 0 or self._open_for > _LONGEST_BRACKET:
            self._open = self._open_for = 0

    def _in_sequence(self, label: Label) -> bool:
        if not label.number or label.number[-1] == 1:
            return True
        return (label.style, (*label.number[:-1], label.number[-1] - 1)) in self._seen

    def judge(self, before: Paragraph, last: Line, line: Line) -> Judgement:
        """Say whether `line` begins a paragraph after `before`, whose last line is `last`."""
        text = self._text[line.start : line.end]
        printed = self._text[last.start : last.end].rstrip()
        open_sentence = not ends_sentence(printed)
        if line.begins is False:
            return Judgement.BEGINS if self._opens_section(text, open_sentence, last, line) else Judgement.CONTINUES
        if labels.recipients_label(text) or (labels.appendix_label(text) and not open_sentence):
            return Judgement.BEGINS
        if self._sentences and self._goes_on(before, printed, text):
            return Judgement.CONTINUES
        if line.begins:
            return self._after_break(before, text, open_sentence)
        full = self._layout.fullness(last, line)
        labelled = self._labelled(before, text, printed, full)
        if labelled:
            return labelled
        return self._plain(before, last, line, text, open_sentence, full)

    @staticmethod
    def _goes_on(before: Paragraph, printed: str, text: str) -> bool:
        """Tell whether the next sentence of a file that holds one a line belongs to the labelled item before it."""
        labelled = before.item or (before.section_labels and not is_capital(before.text))
        return (
            bool(labelled)
            and printed.endswith((".", ";"))
            and not labels.item_label(text)
            and not labels.section_labels(text)
        )

    def _opens_section(self, text: str, open_sentence: bool, last: Line, line: Line) -> bool:
        """Tell whether a line that geometry took for a continuation opens a section after all."""
        found = labels.section_labels(text)
        if line.bold and not last.bold and not open_sentence and labels.item_label(text):
            return True
        if open_sentence or not found or not any(self._in_sequence(label) for label in found):
            return False
        return found[0].style in _WORDED or line.bold != last.bold or is_capital(text)

    def _after_break(self, before: Paragraph, text: str, open_sentence: bool) -> Judgement:
        if text[0] in ",;)" and self._layout.lossy:
            return Judgement.CONTINUES
        if not open_sentence or not self._layout.lossy or is_heading_like(before):
            return Judgement.BEGINS
        if text[0].islower() and not labels.item_label(text):
            return Judgement.CONTINUES
        labelled = labels.item_label(text) or labels.section_labels(text)
        cut = len(before.text) > 60 and not labelled and text[0].isupper() and not is_capital(text)
        if cut and not INDICATOR_HEADING.match(text) and (before.item or len(before.text) > 200) and len(text) > 60:
            return Judgement.LIKELY_CONTINUES
        return Judgement.BEGINS

    def _labelled(self, before: Paragraph, text: str, printed: str, full: float) -> Judgement | None:
        open_sentence = not ends_sentence(printed)
        middle = open_sentence and (full >= SHORT_SHARE or dangles(printed, self._open))
        found = labels.section_labels(text)
        if found:
            ordered = any(self._in_sequence(label) for label in found)
            if is_capital(text):
                return Judgement.BEGINS
            referring = _BEFORE_NUMBER if found[0].style == "number" else _BEFORE_ROMAN
            if middle and (referring.search(printed[-_TAIL:]) or not ordered):
                return Judgement.CONTINUES
            return Judgement.BEGINS if ordered or not middle else Judgement.LIKELY_BEGINS
        item = labels.item_label(text)
        if not item:
            return None
        following = text[item.end]
        if item.style == "dash" and open_sentence and not printed.endswith(","):
            if following.islower() or following.isdigit():
                return Judgement.CONTINUES if middle else Judgement.LIKELY_BEGINS
            if before.section_labels and not (is_capital(before.text) and is_capital(text)):
                return Judgement.BEGINS
            if middle and full >= FULL_SHARE and not _OPENERS.match(text, item.end):
                return Judgement.LIKELY_CONTINUES
        if item.style == "lettered" and middle:
            return Judgement.CONTINUES if _BEFORE_NUMBER.search(printed[-_TAIL:]) else Judgement.LIKELY_BEGINS
        if item.style == "bracketed" and middle:
            return Judgement.LIKELY_CONTINUES
        return Judgement.BEGINS

    def _plain(
        self, before: Paragraph, last: Line, line: Line, text: str, open_sentence: bool, full: float
    ) -> Judgement:
        printed = self._text[last.start : last.end].rstrip()
        if self._turns(before, last, line, text, open_sentence):
            return Judgement.BEGINS
        if text[0].islower() or text[0] in ",;.)”" or dangles(printed, self._open):
            return Judgement.CONTINUES
        if line.bold != last.bold and not open_sentence:
            return Judgement.BEGINS
        if (full < FULL_SHARE or before.section_labels) and _RESPONSIBLE.match(text):
            return Judgement.BEGINS
        if is_field(text) and not open_sentence:
            return Judgement.BEGINS
        if full < SHORT_SHARE or (before.section_labels and text.startswith("Dự kiến ")):
            return Judgement.BEGINS
        if open_sentence or printed.endswith(";"):
            return Judgement.CONTINUES
        return self._after_full_stop(before, line, full)

    @staticmethod
    def _turns(before: Paragraph, last: Line, line: Line, text: str, open_sentence: bool) -> bool:
        """Tell whether `line` is printed as no continuation is: a heading of targets, other marks, other capitals."""
        if (INDICATOR_HEADING.match(text) or _CLOSING.match(text)) and not open_sentence:
            return True
        if DATE_HEADING.fullmatch(before.text) or (
            DATE_HEADING.fullmatch(text) and (not open_sentence or is_heading_like(before))
        ):
            return True
        if (line.heading or last.heading) and line.heading != last.heading:
            return True
        capital = is_capital(before.text)
        return capital != is_capital(text) and (capital or len(text) > _SHORT_CAPITALS)

    def _after_full_stop(self, before: Paragraph, line: Line, full: float) -> Judgement:
        indented = self._layout.indented(line)
        if indented is not None:
            return Judgement.LIKELY_BEGINS if indented else Judgement.CONTINUES
        if full < ROOMY_SHARE:
            return Judgement.LIKELY_BEGINS
        return Judgement.CONTINUES if before.item or full >= FULL_SHARE else Judgement.LIKELY_CONTINUES


def is_heading_like(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph looks like a heading: marked, bold or in capitals, or short under a section's label."""
    text = paragraph.text
    if paragraph.heading or is_capital(text) or (paragraph.bold and len(text) < 300):
        return True
    return bool(paragraph.section_labels) and len(text) < 200


def _close(document: Document, lines: list[Line], unsure: bool) -> Paragraph:
    passage = of_lines(document, lines)
    found = labels.section_labels(passage.text)
    return Paragraph(lines, passage, None if found else labels.item_label(passage.text), found, unsure)


def _with_labels(document: Document, lines: list[Line]) -> list[Line]:
    """Return the lines, those that hold nothing but a label ("A.", "2.1.") put together with the text below them."""
    joined: list[Line] = []
    label: Line | None = None
    for line in lines:
        text = document.text[line.start : line.end].strip()
        if label is not None:
            whole = msgspec.structs.replace(label, end=line.end)
            joined += [label, line] if _LONE_LABEL.fullmatch(text) else [whole]
            label = None
        elif _LONE_LABEL.fullmatch(text) and line.table is None:
            label = line
        else:
            joined.append(line)
    return joined if label is None else [*joined, label]


def paragraphs_of(document: Document, lines: list[Line], layout: Layout | None = None) -> list[Paragraph]:
    """Return the paragraphs that the printed `lines` form, in order."""
    layout = layout or Layout(document, lines)
    joined = _with_labels(document, lines)
    judge = _Judge(document, layout, sentences=len(lines) - len(joined) >= _LONE_LABELS)
    lines = joined
    made: list[Paragraph] = []
    open_lines: list[Line] = []
    current: Paragraph | None = None
    unsure = False
    for line in lines:
        if not document.text[line.start : line.end].strip():
            continue
        verdict = Judgement.BEGINS if current is None else judge.judge(current, open_lines[-1], line)
        doubt = verdict in {Judgement.LIKELY_BEGINS, Judgement.LIKELY_CONTINUES}
        if verdict in {Judgement.BEGINS, Judgement.LIKELY_BEGINS}:
            if current is not None:
                made.append(_close(document, open_lines, unsure or doubt))
            open_lines, unsure = [line], doubt
            current = _close(document, open_lines, unsure)
            judge.note(current)
        else:
            open_lines.append(line)
            judge.pass_line(line)
            unsure = unsure or doubt
    if open_lines:
        made.append(_close(document, open_lines, unsure))
    return made
