"""Older office files go through LibreOffice, in a process that is ended when its time is up."""

import shutil
import subprocess
import time
from pathlib import Path

import docx
import pytest

from dondoc.reader import read
from dondoc.reader.document import UnreadableError
from dondoc.reader.formats import doc
from dondoc.reader.limits import Limits
from reader.word_files import FILLER, p, package

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def converted(tmp_path: Path, suffix: str) -> bytes:
    source = tmp_path / "a.docx"
    word = docx.Document()
    word.add_paragraph("I. MỤC TIÊU")
    grid = word.add_table(2, 3)
    for place, text in enumerate(["STT", "Nhiệm vụ", "Thời gian", "1", "Làm đường", "2026"]):
        grid.cell(place // 3, place % 3).text = text
    word.add_paragraph(FILLER)
    word.save(source)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", suffix,
         "--outdir", str(tmp_path), str(source)],
        check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return (tmp_path / f"a.{suffix}").read_bytes()


@needs_office
@pytest.mark.office
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_an_older_file_is_read_with_its_table(tmp_path, suffix):
    document = read(converted(tmp_path, suffix), f"a.{suffix}")
    assert document.origin == "doc"
    assert document.text.splitlines()[0] == "I. MỤC TIÊU"
    assert [document.cell_text(part) for part in document.tables[0].cells] == [
        "STT", "Nhiệm vụ", "Thời gian", "1", "Làm đường", "2026",
    ]  # fmt: skip


def program(tmp_path: Path, script: str) -> str:
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_a_converter_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    marker = tmp_path / "child"
    script = f"(sleep 2; echo alive > {marker}) & sleep 30"
    monkeypatch.setattr(doc.shutil, "which", lambda name: program(tmp_path, script))
    start = time.monotonic()
    with pytest.raises(UnreadableError) as refusal:
        read(b"{\\rtf1 abc}", "a.rtf", Limits(converter_seconds=0.5))
    assert refusal.value.code == "conversion_failed"
    assert time.monotonic() - start < 5
    time.sleep(2)
    assert not marker.exists()


def test_a_converter_that_yields_nothing_is_a_refusal(tmp_path, monkeypatch):
    monkeypatch.setattr(doc.shutil, "which", lambda name: program(tmp_path, "exit 1"))
    with pytest.raises(UnreadableError) as refusal:
        read(b"{\\rtf1 abc}", "a.rtf")
    assert refusal.value.code == "conversion_failed"


def test_the_converted_file_is_read_like_any_word_file(tmp_path, monkeypatch):
    ready = tmp_path / "ready.docx"
    ready.write_bytes(package(p("Nhiệm vụ")))
    script = f'while [ "$1" != "--outdir" ]; do shift; done; mkdir -p "$2"; cp {ready} "$2/source.docx"'
    monkeypatch.setattr(doc.shutil, "which", lambda name: program(tmp_path, script))
    document = read(b"{\\rtf1 abc}", "a.rtf")
    assert document.text == f"Nhiệm vụ\n{FILLER}\n"
    assert (document.origin, document.media_type) == ("doc", "application/rtf")
