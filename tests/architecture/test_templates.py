"""What every template keeps: nothing inline, every word translatable and translated, nothing fetched from outside."""

import re
from pathlib import Path

from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/dondoc"
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
LETTERS = re.compile(r"[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
# Only shown where DONDOC_DEBUG is set.
UNTRANSLATED = {"web/style.html"}


def short(path):
    return str(path).split("templates/")[1]


def test_no_template_has_script_or_style_of_its_own():
    fault = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=\"|javascript:|hx-on", re.IGNORECASE)
    assert not [short(p) for p in TEMPLATES if fault.search(p.read_text())]


def test_no_page_asks_another_host_for_anything():
    files = [
        *TEMPLATES,
        *SOURCE.rglob("static/**/*.css"),
        *(p for p in SOURCE.rglob("static/**/*.js") if "vendor" not in p.parts),
    ]
    fault = re.compile(r"""(?:src|href|url\(|fetch\(|@import)\s*=?\s*["'(]*(?:https?:)?//""")
    assert not [str(p) for p in files if fault.search(p.read_text())]


def test_every_template_can_be_compiled():
    for path in TEMPLATES:
        get_template(short(path))


def test_every_vietnamese_word_of_a_template_can_be_translated():
    faults = []
    for path in TEMPLATES:
        if short(path) in UNTRANSLATED:
            continue
        text = re.sub(r"{%\s*(blocktranslate|comment).*?{%\s*end\1\s*%}", "", path.read_text(), flags=re.S)
        text = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->", "", text, flags=re.S)
        text = text.replace("Tiếng Việt", "")
        found = LETTERS.search(text)
        if found:
            faults.append(f"{short(path)}: …{text[max(0, found.start() - 20) : found.end() + 20]!r}")
    assert not faults


def entries():
    """Return (msgid, msgstr) of the English catalogue."""
    text = (SOURCE / "locale/en/LC_MESSAGES/django.po").read_text()
    join = lambda s: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', s))  # noqa: E731
    for block in text.split("\n\n")[1:]:
        ids = re.search(r'^msgid ((?:".*"\n?)+)', block, re.M)
        strings = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', block, re.M)
        if ids and not block.lstrip().startswith("#~"):
            yield join(ids[1]), [join(s) for s in strings], "#, fuzzy" in block


def test_every_string_is_in_english_too():
    missing = [msgid for msgid, strings, fuzzy in entries() if fuzzy or not all(strings)]
    assert not missing


def test_placeholders_survive_translation():
    def names(text):
        return sorted(set(re.findall(r"%\(\w+\)[sd]", text)))

    wrong = [msgid for msgid, strings, _ in entries() for s in strings if s and names(s) != names(msgid)]
    assert not wrong


def test_the_english_catalogue_is_not_older_than_the_pages():
    """Every string of a template stands in the catalogue; `make messages` brings it there."""
    known = {msgid.replace('\\"', '"').replace("\\n", "\n") for msgid, _, _ in entries()}
    missing = set()
    for path in TEMPLATES:
        if short(path) not in UNTRANSLATED:
            missing |= {m for _, m in re.findall(r"{%\s*translate\s+(['\"])(.*?)\1", path.read_text())} - known
    assert not missing
