"""Take the markup out of a line of Markdown: emphasis, escapes, links, images, code, formulas, stray HTML."""

from __future__ import annotations

import re
from html import unescape

# Every repetition below has a bound: text of a hostile file must not make a pattern run for minutes.

# Characters hidden from the emphasis rules until all markup is gone: escaped ones stand for themselves.
_HIDE = {character: chr(0xF0000 + number) for number, character in enumerate("\\`*_{}[]()#+-.!|~<>$&\"'%=:;,/@^?")}
_SHOW = {ord(hidden): character for character, hidden in _HIDE.items()}
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>$&\"'%=:;,/@^?])")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,500}\])")
_LINK = re.compile(
    r"(?<!!)\[([^\[\]]{1,2000})\]\(([^()\s]{0,1000}(?:\([^()]{0,200}\))?[^()\s]{0,1000})(?:\s{1,9}\"[^\"]*\")?\)"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`]{1,1000})\1(?!`)")
_TAG = re.compile(r"</?[a-zA-Z][\w:-]{0,50}(?:\s[^<>]{0,2000})?/?>|<!--.{0,2000}?-->")
_STAR_ALONE = re.compile(r"(?<=\s)\*(?=\s)|(?<=\d)\*(?=\d)")
_STARS = re.compile(r"\*+")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_]{1,1000})(?<=\S)\1(?!\w)")
_STRUCK = re.compile(r"~~([^~]{1,1000})~~")
_FORMULA = re.compile(r"\$\$?([^$\n]{1,200}?)\$\$?|\\\((?=[^()]*(?:\\[A-Za-z]|\^))(.{1,200}?)\\\)")
_FORMULA_SIGNS = {
    "geq": "≥", "ge": "≥", "geqslant": "≥", "leq": "≤", "le": "≤", "leqslant": "≤", "times": "×", "cdot": "·",
    "pm": "±", "approx": "≈", "sim": "~", "to": "→", "rightarrow": "→", "Rightarrow": "⇒", "div": "÷", "neq": "≠",
    "ldots": "…", "dots": "…", "circ": "°", "gt": ">", "lt": "<", "quad": " ", "star": "*", "ast": "*", "bullet": "-",
}  # fmt: skip
_COMMAND_WITH_TEXT = re.compile(r"\\(?:text|mathrm|mathbf|mathit|textbf|textit|operatorname|mbox)\s*\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s?")
_POWER = re.compile(r"\^\{?\s*([0-9+-]+)\s*\}?|\^\{?\\circ\}?")
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_BOLD_PART = re.compile(r"\*\*\*?[^*]{1,4000}\*\*\*?|__[^_]{1,4000}__|<(b|strong)>.{1,2000}?</\1>", re.IGNORECASE)
_ITALIC_PART = re.compile(
    r"\*{1,3}[^*]{1,4000}\*{1,3}|(?<!\w)_[^_]{1,4000}_(?!\w)|<(i|em)>.{1,2000}?</\1>", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")


def plain(text: str) -> str:
    """Return what a reader sees of one line or paragraph of Markdown.

    A single asterisk that stands alone, as under a Party letterhead, is text.
    """
    if text.strip() in ("*", r"\*"):
        return "*"
    if "$" in text or "\\(" in text:
        text = _FORMULA.sub(_formula, text)
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: _HIDE[match.group(1)], text)
    text = _CODE.sub(lambda match: "".join(_HIDE.get(c, c) for c in match.group(2)), text)
    text = _IMAGE.sub("", text)
    text = _FOOTNOTE.sub(r"[\1]", text)
    text = _LINK.sub(r"\1", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _STAR_ALONE.sub(_HIDE["*"], text)
    text = _STARS.sub("", text)
    text = _UNDERSCORES.sub(r"\2", text)
    text = _STRUCK.sub(r"\1", text)
    return unescape(text).translate(_SHOW)


def is_bold(text: str) -> bool:
    """Say whether every letter of the marked-up `text` is bold."""
    return _all_inside(_BOLD_PART, text)


def is_italic(text: str) -> bool:
    """Say whether every letter of the marked-up `text` is italic and not merely bold."""
    inside = text.strip()
    if inside.startswith("**") and not inside.startswith("***"):
        return False
    return _all_inside(_ITALIC_PART, text)


def _all_inside(part: re.Pattern[str], text: str) -> bool:
    return bool(part.search(text)) and not _LETTER.search(part.sub("", text))


def _formula(match: re.Match[str]) -> str:
    """Turn a small formula into the signs it prints: `$\\geq 85\\%$` is "≥ 85%"; two sums of money are no formula."""
    body = match.group(1) if match.group(1) is not None else match.group(2)
    if match.group(1) is not None and not re.search(r"[\\^_{}]", body) and not re.fullmatch(r"[\d\s.,%<>=+×-]+", body):
        return match.group()
    body = _FRACTION.sub(r"\1/\2", _COMMAND_WITH_TEXT.sub(r"\1", body))
    body = _POWER.sub(lambda power: power.group(1).translate(_SUPERSCRIPT) if power.group(1) else "°", body)
    body = body.replace("\\%", "%").replace("\\,", " ").replace("\\ ", " ").replace("\\;", " ").replace("~", " ")
    body = _COMMAND.sub(lambda command: _FORMULA_SIGNS.get(command.group(1), "") + " ", body)
    body = body.replace("{", "").replace("}", "").replace("\\", "")
    return " ".join(body.split())
