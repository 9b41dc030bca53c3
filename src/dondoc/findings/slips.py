"""Slips of typing and OCR: doubled and impossible words, known confusions, odd spellings, broken marks, lost words."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter, defaultdict

from ..language.folding import match_key
from ..language.scanning import Opened
from ..language.syllables import is_marked, is_syllable
from ..programme.model import Finding
from . import spellings
from .confusions import COMPOUNDS, FUNCTION_WORDS, WORDS, WRONG
from .paper import Entry, Paper, shorten, times
from .spots import around, places_of
from .words import fold

Pair = tuple[str, str]

_BREAK = "\x00"
_PUNCTUATION = re.compile(r"""[.,;:!?()\[\]{}<>|/\\"'“”‘’…*_#=+~^&%$@–—\-•·]""")
# Reduplications, and words that may meet themselves at a border of two phrases ("Ban Xây dựng Đảng Đảng ủy").
_TWICE_TEXT = """
ngày luôn dần thường đời nhà người xanh song từ mãi ngành lâu thôn xóm năm đảng hội xã nước tổ phường ai đâu
tư nơi nào hay vân rất hằng đều khu tháng quý chi số
"""
_TWICE = frozenset(_TWICE_TEXT.split())


def find(paper: Paper) -> list[Finding]:
    """Return the findings about slips of the pen, the keyboard and the scanner."""
    text = unicodedata.normalize("NFC", paper.text)
    words = _PUNCTUATION.sub(f" {_BREAK} ", text.lower()).split()
    pairs = Counter(itertools.pairwise(words))
    slips = {pair: WRONG[pair] for pair in pairs if pair in WRONG}
    slips.update(_odd_ones(pairs, slips))
    return [
        *_known(paper, slips),
        *_body_twice(paper),
        *_spaced_letters(paper),
        *_doubled(paper, words, pairs),
        *_impossible(paper, set(words)),
        *_for_to(paper),
        *_markup(paper),
        *_unpaired(paper),
        *_lost_words(paper),
        *_stray_stops(paper),
        *spellings.find(paper, Counter(words)),
    ]


def _odd_ones(pairs: Counter[Pair], known: dict[Pair, str]) -> dict[Pair, str]:
    """Return rare word pairs that differ by marks only from a pair this paper writes often, with that pair."""
    frequent: dict[str, Pair] = {}
    for pair, count in pairs.items():
        if count >= 6 and _BREAK not in pair and (is_marked(pair[0]) or is_marked(pair[1])):
            frequent[fold(" ".join(pair))] = pair
    found = {}
    spoiled = {word for pair in known for word, right in zip(pair, known[pair].split(), strict=True) if word != right}
    for pair, count in pairs.items() if frequent else ():
        if count > 2 or pair in known or pair in WORDS or _BREAK in pair:
            continue
        if not spoiled.isdisjoint(pair):
            continue  # told already, with its other neighbour
        usual = frequent.get(f"{fold(pair[0])} {fold(pair[1])}")
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


def _known(paper: Paper, slips: dict[Pair, str]) -> list[Finding]:
    findings = []
    by_right: dict[str, list[tuple[int, int]]] = defaultdict(list)
    shown: dict[str, list[str]] = defaultdict(list)
    for wrong, places in places_of(paper, [" ".join(pair) for pair in slips]).items():
        right = slips[tuple(wrong.split())]  # type: ignore[index]
        by_right[right] += places
        shown[right].append(" ".join(paper.text[places[0][0] : places[0][1]].split()))
    for right, places in by_right.items():
        why = f"“{'”, “'.join(shown[right])}” có lẽ là “{right}”{times(places)}."
        findings.append(paper.point("ocr", "note", why, [(None, around(paper, *place)) for place in sorted(places)]))
    return findings


def _doubled(paper: Paper, words: list[str], pairs: Counter[Pair]) -> list[Finding]:
    doubled = {
        f"{word} {after}"
        for before, word, after, last in zip(words, words[1:], words[2:], [*words[3:], ""], strict=False)
        if word == after
        and word.isalpha()
        and len(word) > 1
        and word not in _TWICE
        and not ((before, word) in COMPOUNDS and (after, last) in COMPOUNDS)
    }
    doubled |= _doubled_words(words, pairs)
    found: list[tuple[int, int]] = []
    halves: list[str] = []
    for word, places in places_of(paper, doubled).items():
        places = [place for place in places if not _opens_a_name(paper.text[place[0] : place[1]])]
        if places:
            found += places
            halves.append(" ".join(word.split()[: len(word.split()) // 2]))
    if not found:
        return []
    why = f"Từ “{'”, “'.join(sorted(halves))}” in hai lần liền nhau."
    return [paper.point("ocr", "note", why, [(None, around(paper, *place)) for place in sorted(found)])]


# Words of two syllables that may meet themselves: "từng bước, từng bước", the end of one name and the head of the next.
_PAIRS_TWICE = frozenset(
    {"nhân dân", "đảng ủy", "đảng uỷ", "đảng bộ", "thường vụ", "từng bước", "ngày càng", "hội đồng"}
)


def _doubled_words(words: list[str], pairs: Counter[Pair]) -> set[str]:
    """Return the words of two syllables printed twice in a row ("khởi nghiệp khởi nghiệp")."""
    found = set()
    for before, one, other, again, last in zip(["", *words], words, words[1:], words[2:], words[3:], strict=False):
        if one != again or other != last or one == other or (pair := f"{one} {other}") in _PAIRS_TWICE:
            continue
        if (before, one) in COMPOUNDS or pairs[before, one] > pairs[one, other]:
            continue  # the halves are no words: "doanh nghiệp | công nghiệp | công nghệ cao"
        marked = is_marked(one) or is_marked(other)
        if marked and one.isalpha() and other.isalpha() and is_syllable(one) and is_syllable(other):
            found.add(f"{pair} {pair}")
    return found


def _opens_a_name(printed: str) -> bool:
    """Tell whether a doubled word ends one name, or cell, and heads the next ("Đảng ủy Ủy ban nhân dân")."""
    parts = printed.split()
    half = len(parts) // 2
    capital = parts[half][:1].isupper()
    border = re.compile(r"\s+".join(map(re.escape, parts[:half])) + r"[ \t]*\n").match(printed)
    return capital and (parts[0][:1].islower() or (len(parts) > 2 and border is not None))


# A body's head word before an abbreviation that holds it already: "Ủy ban UBND", "Hội đồng HĐND".
_BODY_TWICE = Opened(
    ("Ủ", "U", "Hội đồng", "Ban", "Mặt trận"),
    r"\b(?:[ỦU][ỷyỶ] ban\s+UB[A-ZĐ]{1,6}|Hội đồng\s+HĐ[A-ZĐ]{1,4}|Ban\s+B(?:CH|TV|CĐ)|Mặt trận\s+MTTQ)\b",
)


def _body_twice(paper: Paper) -> list[Finding]:
    places = [match.span() for match in _BODY_TWICE.finditer(paper.text)]
    if not places:
        return []
    shown = " ".join(paper.text[places[0][0] : places[0][1]].split())
    why = f"“{shown}”: tên cơ quan viết thừa chữ{times(places)}."
    return [paper.point("ocr", "note", why, [(None, around(paper, *place)) for place in places])]


_TWO_APART = re.compile(r" [^\W\d_] [^\W\d_] ")  # a quick look for letters that stand alone
_SPACED = re.compile(r"(?<!\w)(?:[a-zà-ỹăâđêôơư] ){3,}[a-zà-ỹăâđêôơư](?!\w)")


def _spaced_letters(paper: Paper) -> list[Finding]:
    """Find words that fell apart into letters ("r à s o á t")."""
    if not _TWO_APART.search(paper.text):
        return []
    places = [match.span() for match in _SPACED.finditer(paper.text) if not match[0].isascii()]
    if not places:
        return []
    shown = paper.text[places[0][0] : places[0][1]]
    why = f"Chữ bị tách rời: “{shown}”{times(places)}."
    return [paper.point("ocr", "note", why, [(None, around(paper, *place)) for place in places])]


_LETTERS = re.compile(r"[a-zà-ỹăâđêôơư]+")


def _impossible(paper: Paper, words: set[str]) -> list[Finding]:
    """Find what is no Vietnamese syllable: two words that lost the space between them, and spoiled letters."""
    odd = [
        word
        for word in words
        if word.isalpha()
        and len(word) >= 2
        and (is_marked(word) or not _LETTERS.fullmatch(word))
        and not is_syllable(word)
    ]
    joined = {word for word in odd if len(word) < 20 and _joined(word)}
    spoiled = {word for word in odd if len(word) < 9} - joined
    return [
        *_odd_words(paper, joined, "Có lẽ mất dấu cách giữa hai từ"),
        *_odd_words(paper, spoiled, "Chữ không thành tiếng Việt, có lẽ lỗi phông hoặc gõ sai"),
    ]


def _joined(word: str) -> bool:
    """Say whether a word is two syllables or more without the space that should follow a marked one."""
    for cut in range(2, len(word) - 1):
        if is_marked(word[:cut]) and is_syllable(word[:cut]) and (is_syllable(word[cut:]) or _joined(word[cut:])):
            return True
    return False


def _odd_words(paper: Paper, odd: set[str], what: str) -> list[Finding]:
    places = [
        (start, end)
        for found in places_of(paper, sorted(odd)[:120]).values()
        for start, end in found
        if paper.text[start:end].islower()
        or (paper.text[start].islower() and not _LETTERS.fullmatch(paper.text[start:end].lower()))
    ]
    if not places:
        return []
    places.sort()
    shown = list(dict.fromkeys(paper.text[start:end] for start, end in places))
    listed = "“" + "”, “".join(shown[:6]) + "”"
    quotes: list[tuple[Entry | None, str]] = [(None, around(paper, *place)) for place in places]
    return [paper.point("ocr", "note", f"{what}: {listed}{' …' if len(shown) > 6 else ''}{times(places)}.", quotes)]


# "để" loses its hook in the lines of recipients: “đề báo cáo”.
_FOR_TO = re.compile(r"[“\"(]\s*đề (?:báo cáo|biết|thực hiện|chỉ đạo|phối hợp|theo dõi)", re.IGNORECASE)


def _for_to(paper: Paper) -> list[Finding]:
    places = [match.span() for match in _FOR_TO.finditer(paper.text)]
    if not places:
        return []
    why = f"“đề” có lẽ là “để” trong phần nơi nhận{times(places)}."
    return [paper.point("ocr", "note", why, [(None, around(paper, *place)) for place in places])]


_MARKUP = re.compile(
    r"\$[^$\n]{1,40}\$|\\(?:geq|leq|times|%)|</?(?:br|p|b|i|u|div|span|sup|sub|td|tr)\b[^>\n]*>|&(?:nbsp|amp|gt|lt);"
)


def _markup(paper: Paper) -> list[Finding]:
    places = [match.span() for match in _MARKUP.finditer(paper.text)]
    if not places:
        return []
    why = "Còn sót ký hiệu đánh dấu của máy (LaTeX, HTML) trong văn bản."
    return [paper.point("ocr", "note", why, [(None, around(paper, *place)) for place in places])]


_LIST_MARK = re.compile(r"(?:^|[\s;(])\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})\)")


def _unpaired(paper: Paper) -> list[Finding]:
    """Find paragraphs in which a quotation mark or a bracket has no partner: one finding for each kind of mark."""
    quoted: list[tuple[Entry | None, str]] = []
    bracketed: list[tuple[Entry | None, str]] = []
    for entry in paper.entries:
        text = entry.text
        if text.count('"') % 2:
            quoted.append((entry, _broken(text, _lonely(text))))
        elif text.count("“") != text.count("”") and '"' not in text:
            quoted.append((entry, _broken(text, max(text.rfind("“"), text.rfind("”")))))
        bare = _LIST_MARK.sub(" ", text) if text.count("(") != text.count(")") else ""
        if bare.count("(") != bare.count(")"):
            bracketed.append((entry, _broken(text, max(text.rfind("("), text.rfind(")")))))
    return [
        paper.point("ocr", "note", f"Dấu ngoặc {mark} mở hoặc đóng bị thiếu{times(places)}.", places)
        for mark, places in (("kép", quoted), ("đơn", bracketed))
        if places
    ]


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


def _broken(text: str, place: int) -> str:
    """Return the words of `text` around a mark."""
    left = text_start = max(0, place - 90)
    if text_start:
        left = text.find(" ", text_start) + 1
    right = text.find(" ", min(len(text), place + 40))
    return shorten(text[left : right if right > 0 else len(text)])


_LOST = Opened(
    ("việc", "hoặc", "trên", "chủ"),
    r"\bviệc\s+(?:các|những|của)\s|\bhoặc\s+nhiều\s|"
    r"\btrên\s+địa\s+(?=(?:thành phố|tỉnh|xã|phường|đặc khu|toàn)\b)|\bchủ\s+tham mưu\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:công|làm|vụ|sự|đầu|giao|quyết|giúp|một|hai|mỗi|\d)\s*$", re.IGNORECASE)


def _lost_words(paper: Paper) -> list[Finding]:
    """Find "việc" without its verb, "hoặc nhiều" without its "một", "trên địa" without "bàn", "chủ" without "động"."""
    places = [
        match.span()
        for match in _LOST.finditer(paper.text)
        if not _WHOLE.search(paper.text, max(0, match.start() - 8), match.start())
    ]
    if not places:
        return []
    quotes: list[tuple[Entry | None, str]] = [(None, around(paper, *place)) for place in places]
    return [paper.point("ocr", "note", f"Có lẽ thiếu một từ ở đây{times(quotes)}.", quotes)]


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
