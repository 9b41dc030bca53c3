"""Slips of typing and OCR: doubled and impossible words, known confusions, odd spellings, broken marks, lost words."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from ..language.folding import match_key
from ..language.syllables import is_marked, is_syllable
from ..programme.model import Finding
from .confusions import COMPOUNDS, FUNCTION_WORDS, WORDS, WRONG
from .paper import Entry, Paper, shorten
from .words import fold

Pair = tuple[str, str]

_BREAK = "\x00"
_PUNCTUATION = {ord(mark): f" {_BREAK} " for mark in ".,;:!?()[]{}<>|/\\\"'“”‘’…*_#=+~^&%$@–—-•·"}
# Reduplications, and words that may meet themselves at a border of two phrases ("Ban Xây dựng Đảng Đảng ủy").
_TWICE_TEXT = """
ngày luôn dần thường đời nhà người xanh song từ mãi ngành lâu thôn xóm năm đảng hội xã nước tổ phường ai đâu
nơi nào hay vân rất hằng đều khu tháng quý chi số
"""
_TWICE = frozenset(_TWICE_TEXT.split())


def find(paper: Paper) -> list[Finding]:
    """Return the findings about slips of the pen, the keyboard and the scanner."""
    text = unicodedata.normalize("NFC", paper.text)
    words = text.lower().translate(_PUNCTUATION).split()
    pairs = Counter(itertools.pairwise(words))
    slips = {pair: WRONG[pair] for pair in pairs if pair in WRONG}
    slips.update(_odd_ones(pairs, slips))
    return [
        *_known(paper, slips),
        *_doubled(paper, words),
        *_impossible(paper, set(words)),
        *_for_to(paper),
        *_markup(paper),
        *_unpaired(paper),
        *_lost_words(paper),
        *_stray_stops(paper),
        *_spellings(paper, Counter(words)),
    ]


def _odd_ones(pairs: Counter[Pair], known: dict[Pair, str]) -> dict[Pair, str]:
    """Return rare word pairs that differ by marks only from a pair this paper writes often, with that pair."""
    frequent: dict[str, Pair] = {}
    for pair, count in pairs.items():
        if count >= 6 and _BREAK not in pair and (is_marked(pair[0]) or is_marked(pair[1])):
            frequent[fold(" ".join(pair))] = pair
    found = {}
    spoiled = {word for pair in known for word, right in zip(pair, known[pair].split(), strict=True) if word != right}
    for pair, count in pairs.items():
        if spoiled & set(pair):
            continue  # told already, with its other neighbour
        if count > 2 or pair in known or pair in WORDS or _BREAK in pair:
            continue
        usual = frequent.get(fold(" ".join(pair)))
        if (
            usual is None
            or usual == pair
            or pairs[usual] < 8 * count
            or match_key(" ".join(pair)) == match_key(" ".join(usual))
        ):
            continue
        if sum(one != other for one, other in zip(pair, usual, strict=True)) == 1 and _only_here(pair, usual, pairs):
            found[pair] = " ".join(usual)
    return found


def _only_here(pair: Pair, usual: Pair, pairs: Counter[Pair]) -> bool:
    """Say whether the odd syllable goes with no other neighbour in the paper: a word of its own would."""
    odd = 0 if pair[0] != usual[0] else 1
    word = pair[odd]
    if word in FUNCTION_WORDS or pair[1 - odd] in FUNCTION_WORDS or not "".join(pair).isalpha():
        return False
    others = sum(count for other, count in pairs.items() if word in other and _BREAK not in other and other != pair)
    return others <= 3


def _places(paper: Paper, words: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Return where each of `words` (lower case, blanks for any white space) stands in the text."""
    text = paper.text.lower()
    if len(text) != len(paper.text):  # a letter that grows when lowered: places would shift
        text = paper.text
    found: dict[str, list[tuple[int, int]]] = {}
    for word in words:
        pattern = re.compile(r"\s+".join(map(re.escape, word.split())))
        places = [match.span() for match in pattern.finditer(text) if not _within_word(text, *match.span())]
        if places:
            found[word] = places
    return found


def _within_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def _around(paper: Paper, start: int, end: int) -> str:
    """Return the few words around a place, whole words only."""
    text = paper.text
    left = max(0, start - 30)
    left = text.find(" ", left, start) + 1 if left else 0
    right = text.rfind(" ", end, end + 32)
    return paper.quote(left or start, right if right > end else min(len(text), end + 12))


def _known(paper: Paper, slips: dict[Pair, str]) -> list[Finding]:
    findings = []
    by_right: dict[str, list[tuple[int, int]]] = defaultdict(list)
    shown: dict[str, list[str]] = defaultdict(list)
    for wrong, places in _places(paper, [" ".join(pair) for pair in slips]).items():
        right = slips[tuple(wrong.split())]  # type: ignore[index]
        by_right[right] += places
        shown[right].append(" ".join(paper.text[places[0][0] : places[0][1]].split()))
    for right, places in by_right.items():
        count = f" ({len(places)} chỗ)" if len(places) > 1 else ""
        why = f"“{'”, “'.join(shown[right])}” có lẽ là “{right}”{count}."
        findings.append(paper.point("ocr", "note", why, [(None, _around(paper, *place)) for place in sorted(places)]))
    return findings


def _doubled(paper: Paper, words: list[str]) -> list[Finding]:
    doubled = {
        f"{word} {after}"
        for before, word, after, last in zip(words, words[1:], words[2:], [*words[3:], ""], strict=False)
        if word == after
        and word.isalpha()
        and word not in _TWICE
        and not ((before, word) in COMPOUNDS and (after, last) in COMPOUNDS)
    }
    findings = []
    for word, places in _places(paper, doubled).items():
        places = [place for place in places if not _opens_a_name(paper.text[place[0] : place[1]])]
        if not places:
            continue
        why = f"Từ “{word.split()[0]}” in hai lần liền nhau."
        findings.append(paper.point("ocr", "note", why, [(None, _around(paper, *place)) for place in places]))
    return findings


def _opens_a_name(printed: str) -> bool:
    """Tell whether a doubled word is the end of one name and the head of the next ("Đảng ủy Ủy ban nhân dân")."""
    first, second = printed.split()[0], printed.split()[-1]
    return first[:1].islower() and second[:1].isupper()


def _impossible(paper: Paper, words: set[str]) -> list[Finding]:
    odd = [
        word for word in words if word.isalpha() and is_marked(word) and 2 <= len(word) < 9 and not is_syllable(word)
    ]
    places = [
        (start, end)
        for found in _places(paper, odd[:60]).values()
        for start, end in found
        if paper.text[start:end].islower()
    ]
    if not places:
        return []
    shown = ", ".join(dict.fromkeys(paper.text[start:end] for start, end in sorted(places)[:6]))
    more = f" và {len(places) - 6} chỗ khác" if len(places) > 6 else ""
    why = f"Chữ không thành âm tiết tiếng Việt: {shown}{more}."
    return [paper.point("ocr", "note", why, [(None, _around(paper, *place)) for place in sorted(places)])]


# "để" loses its hook in the lines of recipients: “đề báo cáo”.
_FOR_TO = re.compile(r"[“\"(]\s*đề (?:báo cáo|biết|thực hiện|chỉ đạo|phối hợp|theo dõi)", re.IGNORECASE)


def _for_to(paper: Paper) -> list[Finding]:
    places = [match.span() for match in _FOR_TO.finditer(paper.text)]
    if not places:
        return []
    why = f"“đề” có lẽ là “để” trong phần nơi nhận{f' ({len(places)} chỗ)' if len(places) > 1 else ''}."
    return [paper.point("ocr", "note", why, [(None, _around(paper, *place)) for place in places])]


_MARKUP = re.compile(
    r"\$[^$\n]{1,40}\$|\\(?:geq|leq|times|%)|</?(?:br|p|b|i|u|div|span|sup|sub|td|tr)\b[^>\n]*>|&(?:nbsp|amp|gt|lt);"
)


def _markup(paper: Paper) -> list[Finding]:
    places = [match.span() for match in _MARKUP.finditer(paper.text)]
    if not places:
        return []
    why = "Còn sót ký hiệu đánh dấu của máy (LaTeX, HTML) trong văn bản."
    return [paper.point("ocr", "note", why, [(None, _around(paper, *place)) for place in places])]


_LIST_MARK = re.compile(r"(?:^|[\s;(])\(?[\w]{1,3}\)")


def _unpaired(paper: Paper) -> list[Finding]:
    """Find paragraphs in which a quotation mark or a bracket has no partner."""
    findings = []
    for entry in paper.entries:
        text = entry.text
        if text.count('"') % 2:
            place = _lonely(text)
            findings.append(_broken(paper, entry, "Dấu ngoặc kép mở hoặc đóng bị thiếu.", place))
        elif text.count("“") != text.count("”") and '"' not in text:
            findings.append(
                _broken(paper, entry, "Dấu ngoặc kép mở hoặc đóng bị thiếu.", max(text.rfind("“"), text.rfind("”")))
            )
        bare = _LIST_MARK.sub(" ", text)
        if bare.count("(") != bare.count(")") and text.count("(") != text.count(")"):
            findings.append(
                _broken(paper, entry, "Dấu ngoặc đơn mở hoặc đóng bị thiếu.", max(text.rfind("("), text.rfind(")")))
            )
    return findings


def _lonely(text: str) -> int:
    """Return the place of the straight quotation mark that opens or closes nothing."""
    open_at = -1
    for match in re.finditer('"', text):
        before = text[match.start() - 1 : match.start()]
        opening = not before or before in " (\n"
        if not opening and open_at < 0:
            return match.start()
        open_at = match.start() if opening else -1
    return open_at if open_at >= 0 else text.rfind('"')


def _broken(paper: Paper, entry: Entry, why: str, place: int) -> Finding:
    left = text_start = max(0, place - 90)
    if text_start:
        left = entry.text.find(" ", text_start) + 1
    right = entry.text.find(" ", min(len(entry.text), place + 40))
    quote = entry.text[left : right if right > 0 else len(entry.text)]
    return paper.point("ocr", "note", why, [(entry, shorten(quote))])


_LOST = re.compile(r"\bviệc\s+(?:các|những|của)\s|\bhoặc\s+nhiều\s")
_WHOLE = re.compile(r"(?:công|làm|vụ|sự|đầu|giao|quyết|giúp|một|hai|mỗi|\d)\s*$", re.IGNORECASE)


def _lost_words(paper: Paper) -> list[Finding]:
    """Find "việc" without its verb ("chất lượng việc các văn bản") and "hoặc nhiều" without its "một"."""
    places = [
        match.span()
        for match in _LOST.finditer(paper.text)
        if not _WHOLE.search(paper.text, max(0, match.start() - 8), match.start())
    ]
    why = "Có lẽ thiếu một từ ở đây."
    return [paper.point("ocr", "note", why, [(None, _around(paper, *place))]) for place in places[:5]]


_CUT = re.compile(r"\bchu tri,?(?: va)? phoi hop(?: chat che)?(?: voi)? ([^.;]*)\.\s*$")
_WORK = re.compile(
    r"\b(?:tham muu|xay dung|to chuc|theo doi|thuc hien|trien khai|don doc|huong dan|bao cao|ra soat|kiem tra|quan ly|"
    r"tuyen truyen|chuan bi|tong hop|hoan thanh|nghien cuu|de xuat|ban hanh|trinh)\b"
)


_UNIT_WORK = re.compile(
    r"\buy ban kiem tra\b|\bban (?:to chuc|quan ly|xay dung dang|tuyen giao)\b|\bco quan kiem tra\b"
)


def _stray_stops(paper: Paper) -> list[Finding]:
    """Find a full stop that cuts a list of units from its verb ("chủ trì phối hợp với X. Y theo dõi …")."""
    findings = []
    for entry in paper.of("assignment", "body"):
        clauses = entry.split()
        for one, after in itertools.pairwise(clauses):
            if "phối hợp" not in one:
                continue
            cut = _CUT.search(fold(one))
            if cut and not _WORK.search(_UNIT_WORK.sub(" ", cut[1])) and _WORK.search(fold(after)):
                why = "Dấu chấm cắt câu trước động từ: không rõ đơn vị sau dấu chấm phối hợp hay tự chủ trì."
                findings.append(paper.point("ocr", "note", why, [(entry, shorten(f"{one} {after}"))]))
    return findings


_SPELLINGS = (
    ("uỷ", "ủy"),
    ("hoá", "hóa"),
    ("tuý", "túy"),
    ("thuỷ", "thủy"),
    ("khoẻ", "khỏe"),
    ("hàng năm", "hằng năm"),
)


def _spellings(paper: Paper, words: Counter[str]) -> list[Finding]:
    mixed = [
        pair
        for pair in _SPELLINGS
        if all(words[form] if " " not in form else form in paper.text.lower() for form in pair)
    ]
    if len(mixed) < 2:
        return []
    shown = ", ".join(f"“{one}”/“{other}”" for one, other in mixed)
    places = _places(paper, [form for pair in mixed for form in pair])
    quotes: list[tuple[Entry | None, str]] = [(None, _around(paper, *found[0])) for found in places.values()]
    return [paper.point("ocr", "note", f"Cùng một từ viết theo hai cách: {shown}.", quotes)]
