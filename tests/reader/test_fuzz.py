"""Whatever the bytes, the door yields a document or an UnreadableError, and nothing else."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.reader import read
from dondoc.reader.document import UnreadableError
from dondoc.reader.limits import Limits
from reader.word_files import item, levels, p, package, table

SAMPLE = Path(__file__).parents[2] / "sample" / "seeds"
NAMES = ["a.txt", "a.md", "a.html", "a.docx", "a.doc", "a.pdf", "a", "Phụ lục.DOCX", "../../a.txt"]
LIMITS = Limits(ocr=False, converter_seconds=0.01)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "%1."), ("lowerLetter", "%2)"))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
WORD = package(
    p("I. Mục tiêu") + item("Một", 1) + item("Hai", 1, 1) + table(["STT", "Nhiệm vụ", "Năm"], ["1", "Đường", "2026"]),
    numbering=NUMBERING, styles='<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>',
)  # fmt: skip
PAGE = (
    "<!DOCTYPE html><html><body><h1>Mục tiêu</h1><table><tr><td rowspan=2>1<td colspan=3>Đường</tr><tr><td>a</tr></table>"
    "<ol><li>Một<li>Hai</ol></body></html>"
).encode()
FILES = {
    "bach-dang.txt": (SAMPLE / "bach-dang.txt").read_bytes()[:6_000],
    "do-son.md": (SAMPLE / "do-son.md").read_bytes()[:6_000],
    "page.html": PAGE,
    "word.docx": WORD,
    "flat.md": b"|\nSTT\n|\n**Vi\n|\n|\n1\n|\n|\n|\n2\n|\nb\n\n|\n|---|\n|a|b|\n|-|-|\n<table><tr><td>```\n```",
}


@pytest.fixture(autouse=True)
def no_parser_may_fail_by_surprise(monkeypatch):
    """The door turns any exception of a parser into a refusal; here it must have nothing to turn."""

    def fail(message, name):
        raise AssertionError(f"a parser raised {name}")

    monkeypatch.setattr("dondoc.reader._log.warning", fail)


def safe(data: bytes, name: str) -> None:
    try:
        document = read(data, name, LIMITS)
    except UnreadableError as refusal:
        document = None
        told = (refusal.message, refusal.message_en)
    else:
        told = ("read", "read")
    assert all(told)
    if document is None:
        return
    for line in document.lines:
        assert "\n" not in document.text[line.start : line.end]
        assert document.text[line.start : line.end].strip()
    for table_ in document.tables:
        for cell in table_.cells:
            assert 0 <= cell.row < table_.rows
            assert 0 <= cell.column < table_.columns


@given(st.binary(max_size=3_000), st.sampled_from(NAMES))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes(data, name):
    safe(data, name)


@given(st.text(max_size=1_500), st.sampled_from(NAMES))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text(text, name):
    safe(text.encode("utf-8", "surrogatepass"), name)


@given(
    st.lists(
        st.sampled_from(
            [
                "|",
                "| a | b |",
                "|---|---|",
                "**",
                "- x;",
                "```",
                "# h",
                "",
                "<table>",
                "<tr><td>x",
                "</table>",
                "a  ",
                "$",
                "[^1]:",
                "---",
            ]
        ),
        max_size=30,
    )
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_mixture_of_markdown_lines(parts):
    safe("\n".join([*parts, "Nâng cao năng lực lãnh đạo của tổ chức đảng"]).encode(), "a.md")


XML = st.recursive(
    st.sampled_from(["<w:t>Nhiệm vụ</w:t>", "<w:br/>", "<w:tab/>", "<w:fldChar w:fldCharType='begin'/>", "<w:sym w:char='zz'/>",
                     "<w:numPr><w:ilvl w:val='99'/><w:numId w:val='1'/></w:numPr>", "<w:vMerge/>", "<w:gridSpan w:val='-3'/>",
                     "<w:lastRenderedPageBreak/>", "<w:pStyle w:val='N'/>", "<w:outlineLvl w:val='x'/>"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(["p", "r", "pPr", "rPr", "tbl", "tr", "tc", "tcPr", "trPr", "sdt", "sdtContent", "ins", "del", "txbxContent", "hyperlink", "pict"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)  # fmt: skip


@given(st.lists(XML, max_size=8))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_nesting_of_word_elements(parts):
    safe(package("".join(parts), numbering=NUMBERING), "a.docx")


@pytest.mark.parametrize("name", list(FILES))
def test_mutated_files(name):
    rng = random.Random(20250926)
    whole = FILES[name]
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(rng.choice([1, 3, 20])):
            at = rng.randrange(len(data))
            kind = rng.randrange(4)
            if kind == 0:
                data[at] = rng.randrange(256)
            elif kind == 1:
                del data[at : at + rng.randrange(1, 200)]
            elif kind == 2:
                data[at:at] = data[at : at + 50]
            else:
                data[at : at + 2] = b"\xff\xfe"
            if not data:
                break
        safe(bytes(data), name)


def test_parts_of_a_word_file_put_wrong_are_refused_or_read():
    rng = random.Random(7)
    xml = (p("Một") + item("Hai", 1) + table(["STT", "Nhiệm vụ"], ["1", "Đường"])).encode()
    for _ in range(200):
        at, length = rng.randrange(len(xml)), rng.randrange(1, 60)
        broken = (xml[:at] + xml[at + length :]).decode("utf-8", "ignore")
        safe(package(broken, numbering=NUMBERING), "a.docx")


UNITS = [
    "`",
    "_",
    "*",
    "[",
    "![",
    "](",
    "<",
    "<a ",
    "$",
    "\\",
    "|",
    " ",
    "#",
    " #",
    ".",
    "- ",
    "~",
    "…;",
    "&#",
    "**a",
    "__a",
    "`a",
    "[a](",
    "a|",
    "M ",
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_long_runs_of_one_sign_take_no_longer_than_their_length(unit, name):
    text = unit * (40_000 // len(unit)) + "x\nNâng cao năng lực lãnh đạo của tổ chức đảng\n"
    start = time.perf_counter()
    safe(text.encode(), name)
    safe(f"# {text}".encode(), name)
    assert time.perf_counter() - start < 5
