"""The door of the reader: content decides the format, and every refusal is one clear sentence."""

import hashlib
import io
import struct
import unicodedata
import zipfile
from pathlib import Path

import pytest

from dondoc.reader import read, read_path
from dondoc.reader.document import UnreadableError
from dondoc.reader.formats import doc
from dondoc.reader.limits import Limits
from reader.word_files import FILLER, p, package

SAMPLE = Path(__file__).parents[2] / "sample" / "seeds"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, inside in files.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), inside)
    return buffer.getvalue()


def compound(*streams: str) -> bytes:
    """Return the skeleton of an OLE file whose directory names `streams`."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return OLE.ljust(512, b"\0") + directory.ljust(2048, b"\0")


def refused(data: bytes, name: str, limits: Limits | None = None) -> UnreadableError:
    with pytest.raises(UnreadableError) as refusal:
        read(data, name, limits or Limits())
    error = refusal.value
    assert error.message.endswith(".")
    assert error.message_en.endswith(".")
    assert error.message_en.isascii()
    return error


def test_name_hash_and_media_type_are_set():
    data = f"{FILLER}\n".encode()
    document = read(data, unicodedata.normalize("NFD", "C:\\Tải về\\Chương trình.txt"))
    assert document.filename == "Chương trình.txt"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.media_type == "text/plain"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", b"\xef\xbb\xbf", "- - -\n…\n".encode(), b"\0\0\0\0"])
def test_nothing_is_refused_as_empty(data):
    assert refused(data, "a.txt").code == "empty"


def test_an_empty_word_file_is_refused_as_empty():
    assert refused(package("", filler=False), "a.docx").code == "empty"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_cut_word_file_is_refused_as_damaged(share):
    whole = package(p(FILLER) * 50)
    assert refused(whole[: int(len(whole) * share)], "a.docx").code == "damaged"


def test_broken_xml_is_refused_as_damaged():
    assert refused(package("<w:p>"), "a.docx").code == "damaged"


def test_a_password_is_named_for_new_and_old_word_files():
    assert refused(compound("EncryptionInfo", "EncryptedPackage"), "a.docx").code == "encrypted"
    locked = bytearray(compound("WordDocument")) + bytearray(1024)
    locked[2560:2562] = b"\xec\xa5"
    locked[2560 + 0x0A : 2560 + 0x0C] = struct.pack("<H", 0x0100)
    assert refused(bytes(locked), "a.doc").code == "encrypted"


def test_an_encrypted_zip_member_is_refused_as_encrypted():
    data = bytearray(package(p(FILLER)))
    central = data.find(b"PK\x01\x02")
    data[central + 8] |= 1
    assert refused(bytes(data), "a.docx").code == "encrypted"


def test_a_spreadsheet_is_refused_by_name_whatever_its_suffix():
    for data in (zipped(xl__workbook_dot_xml=b"<workbook/>"), compound("Workbook"), compound("Book")):
        error = refused(data, "chuong-trinh.docx")
        assert error.code == "spreadsheet"
        assert "bảng tính" in error.message


def test_a_table_of_values_in_text_is_a_spreadsheet():
    assert refused("STT;Chỉ tiêu;Kết quả\n1;Thu ngân sách;95\n".encode(), "ket-qua.csv").code == "spreadsheet"


def test_a_word_file_under_another_name_is_read_as_what_it_is():
    for name in ("a.pdf", "a.txt", "a", "a.doc"):
        document = read(package(p("Nhiệm vụ trọng tâm")), name)
        assert document.origin == "docx"


def test_html_and_text_under_a_word_name_are_read_as_what_they_are():
    assert read(f"<!DOCTYPE html><html><body><p>{FILLER}</p></body></html>".encode(), "a.doc").origin == "html"
    assert read(f"{FILLER}\n".encode(), "a.docx").origin == "text"


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert refused(package("", extra={"word/media/a.bin": b"\0" * 40_000_000}), "a.docx").code == "unsafe"
    plain = package(p(FILLER), extra={"word/media/a.bin": bytes(range(256)) * 200})
    assert refused(plain, "a.docx", Limits(max_unpacked_bytes=10_000)).code == "unsafe"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_any_part_are_refused(encoding):
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    ).encode(encoding)
    assert refused(package("", extra={"word/document.xml": xml}), "a.docx").code == "unsafe"
    assert refused(package(p(FILLER), extra={"word/styles.xml": xml}), "a.docx").code == "unsafe"


def test_a_web_page_with_an_external_entity_fetches_nothing():
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>{FILLER} &x;</p></body></html>'
    assert "root:" not in read(page.encode(), "a.html").text


def test_size_characters_and_pages_have_limits():
    text = f"{FILLER}\n" * 20
    assert refused(text.encode(), "a.txt", Limits(max_bytes=100)).code == "too_large"
    assert refused(text.encode(), "a.txt", Limits(max_characters=500)).code == "too_large"
    assert refused((text + "\f").encode() * 4, "a.txt", Limits(max_pages=3)).code == "too_large"
    assert refused(package(p(FILLER) * 20), "a.docx", Limits(max_characters=500)).code == "too_large"


def test_a_large_file_on_disk_is_refused_before_it_is_loaded(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(FILLER * 10, encoding="utf-8")
    with pytest.raises(UnreadableError) as refusal:
        read_path(path, Limits(max_bytes=50))
    assert refusal.value.code == "too_large"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x7fELF" + bytes(500), b"MZ" + b"\0\1" * 300, zipped(a=b"x")]
)
def test_binary_files_are_refused_as_unknown(data):
    assert refused(data, "a.bin").code == "unknown_format"


def test_an_opendocument_spreadsheet_is_a_spreadsheet():
    data = zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
    assert refused(data, "a.ods").code == "spreadsheet"


@pytest.mark.parametrize(
    "text",
    [
        "The committee shall report every quarter on the targets of the programme, and the office shall consolidate.",
        "Chuong trinh hanh dong cua Ban Chap hanh Dang bo phuong thuc hien Nghi quyet Dai hoi dai bieu.",
        "Программа действий партийного комитета на 2025-2030 годы и порядок её выполнения.",
    ],
)
def test_another_language_is_refused_and_may_be_let_through(text):
    assert refused(text.encode(), "a.txt").code == "not_vietnamese"
    assert read(text.encode(), "a.txt", Limits(require_vietnamese=False)).text.startswith(text[:10])


@pytest.mark.parametrize("data", [compound("WordDocument"), b"{\\rtf1 abc}"])
def test_without_libreoffice_older_files_are_refused_with_what_to_do(data, monkeypatch):
    monkeypatch.setattr(doc.shutil, "which", lambda name: None)
    error = refused(data, "a.doc")
    assert error.code == "converter_missing"
    assert ".docx" in error.message


@pytest.mark.parametrize("name", ["bach-dang.txt", "do-son.md"])
def test_the_sample_papers_are_read_with_every_line_in_its_place(name):
    document = read_path(SAMPLE / name)
    assert unicodedata.is_normalized("NFC", document.text)
    for line, text in zip(document.lines, document.text.splitlines(), strict=True):
        assert document.text[line.start : line.end] == text


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the papers of ../shared/corpus are not here")
def test_every_paper_of_the_corpus_is_read_into_cells_and_lines_that_fit():
    for path in sorted(CORPUS.iterdir()):
        document = read_path(path)
        assert len(document.lines) > 50, path.name
        for table in document.tables:
            taken = {
                (cell.row + down, cell.column + across)
                for cell in table.cells
                for down in range(cell.row_span)
                for across in range(cell.column_span)
            }
            assert taken == {(row, column) for row in range(table.rows) for column in range(table.columns)}, path.name
