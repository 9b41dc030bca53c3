"""Every format keeps the same small contract, and the content of a file outweighs its name."""

import subprocess
import sys
from pathlib import Path

import pytest

from dondoc.reader.refusals import UnknownFormatError
from dondoc.reader.registry import FORMATS, choose, load, suffixes
from reader.word_files import FILLER, p, package

FIXTURES = Path(__file__).parents[1] / "fixtures"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_its_types_and_suffixes_and_scores_between_0_and_1(name):
    module = load(name)
    assert all("/" in media_type for media_type in module.MEDIA_TYPES)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in module.SUFFIXES)
    for head in (b"", b"%PDF-1.7", b"PK\x03\x04", PNG, b"<html>", "Điều 1".encode(), bytes(range(256))):
        assert 0.0 <= module.matches(head, "a.txt") <= 1.0
    assert module.matches(b"", f"a{module.SUFFIXES[0]}") < 0.3


@pytest.mark.parametrize("filename", ["a.txt", "a.docx", "a.pdf", "a.md", "a.png", "a"])
@pytest.mark.parametrize(
    ("data", "name"),
    [
        (package(p(FILLER)), "docx"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
        (PNG, "image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "doc"),
        (b"{\\rtf1\\ansi}", "doc"),
        (f"<!DOCTYPE html><html><body>{FILLER}</body></html>".encode(), "html"),
    ],
    ids=["docx", "pdf", "png", "ole", "rtf", "html"],
)
def test_content_decides(data, name, filename):
    assert choose(data, filename) is load(name)


def test_the_name_decides_between_kinds_of_text():
    assert choose(FILLER.encode(), "a.md") is load("markdown")
    assert choose(FILLER.encode(), "a.txt") is load("text")
    assert choose(f"# I\n\n**A**\n\n**B**\n\n**C**\n\n{FILLER}".encode(), "a.txt") is load("markdown")


def test_what_no_format_claims_is_refused():
    with pytest.raises(UnknownFormatError):
        choose(bytes(range(256)), "a.docx")


def test_the_upload_form_can_name_every_suffix():
    assert {".docx", ".doc", ".pdf", ".md", ".txt", ".html", ".odt", ".rtf"} <= set(suffixes())


def test_choosing_a_format_loads_no_heavy_library():
    program = (
        "import sys; from dondoc.reader import registry; registry.choose('Điều 1'.encode(), 'a.txt'); "
        "print([name for name in ('lxml', 'numpy', 'pdfplumber', 'pypdfium2', 'PIL', 'docx', 'django') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert shown.stdout.strip() == "[]"
