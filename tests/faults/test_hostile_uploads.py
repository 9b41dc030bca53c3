"""Bad and hostile files through the web's own door, read by the real child process: one sentence each, and nothing left."""

from __future__ import annotations

import io
import logging
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.intake import process
from dondoc.intake.models import Review, ReviewItem, Upload
from dondoc.programmes.models import Programme
from fixtures.comparison import HERE
from intake.conftest import PAPER
from reader.pdf_files import drawn
from reader.test_door import compound
from reader.word_files import p, package, table

pytestmark = pytest.mark.django_db
ENGLISH = "The committee shall prepare a plan for the development of the district and report every year. " * 60


@pytest.fixture
def door(cast, settings, tmp_path, as_person, immediately, caplog):
    """Return what uploads a file as the office and has it read: the state page in both languages, and the row."""
    settings.MEDIA_ROOT = tmp_path / "files"
    person = cast.home.office
    client = as_person(person)

    def send(data: bytes, name: str) -> tuple[Upload, str, str]:
        with immediately():
            answer = client.post("/nhap/", {"file": SimpleUploadedFile(name, data), "not_secret": "on"})
        assert answer.status_code == 302, answer.content.decode()
        pages = []
        for language in ("en", "vi"):
            type(person).objects.filter(pk=person.pk).update(language=language)
            pages.append(client.get(answer.headers["Location"], follow=True).content.decode())
        with cast.home.scope():
            row = Upload.objects.get()
            assert (row.uploaded_by_id, len(row.sha256), row.size) == (person.pk, 64, len(data))
            assert row.uploaded_at is not None
        assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []
        assert "Traceback" not in "".join(pages) + caplog.text
        return row, pages[1], pages[0]

    return send


def files(settings: Any) -> list[str]:
    root = settings.MEDIA_ROOT
    return [str(path) for path in root.rglob("*") if path.is_file()] if root.exists() else []


def nothing_came_of_it(cast: Any, settings: Any) -> None:
    with cast.home.scope():
        assert not Review.objects.exists()
        assert not ReviewItem.objects.exists()
        assert not Programme.objects.exists()
    assert files(settings) == []


def locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas

    buffer = io.BytesIO()
    made = canvas.Canvas(buffer, encrypt=StandardEncryption("mat-khau", strength=128))
    made.drawString(100, 700, "x")
    made.save()
    return buffer.getvalue()


def blank_pages(count: int) -> bytes:
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument.new()
    for _ in range(count):
        pdf.new_page(595, 842)
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, inside in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), inside)
    return buffer.getvalue()


def bomb() -> bytes:
    """Return 3 KB that unpack to 60 MB, in a bomb inside a package."""
    inner = zipped(word__document_dot_xml=b" " * 60_000_000)
    return zipped(word__document_dot_xml=b" " * 60_000_000, word__embeddings__a_dot_zip=inner)


def huge_picture() -> bytes:
    """Return a PNG that says it is 60,000 pixels wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 4000)) + chunk(b"IEND", b"")


ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
FIGURES = table(
    ["STT", "Chỉ số", "Quý I", "Quý II", "Quý III"],
    *[[str(n), "Thu ngân sách", f"{n}21", f"{n}34", f"{n}55"] for n in range(1, 9)],
)
# what -> (the file, its name, the codes that may be given)
BAD: dict[str, tuple[Any, str, set[str]]] = {
    "blank": (b" \r\n\t \n", "trang.txt", {"empty"}),
    "truncated Word": (lambda: (HERE / "do-son.docx").read_bytes()[:9_000], "cat.docx", {"damaged"}),
    "truncated PDF": (lambda: (HERE / "do-son.pdf").read_bytes()[:3_000], "cat.pdf", {"damaged"}),
    "locked Word": (lambda: compound("EncryptionInfo", "EncryptedPackage"), "khoa.docx", {"encrypted"}),
    "locked PDF": (locked_pdf, "khoa.pdf", {"encrypted"}),
    "program named PDF": (b"MZ\x90\0" + b"\0\x01\xfe" * 900, "chuong-trinh.pdf", {"unknown_format", "damaged"}),
    "zip bomb": (bomb, "bom.docx", {"unsafe"}),
    "entities in Word": (
        lambda: zipped(word__document_dot_xml=(ENTITY + "<w:document>&x;</w:document>").encode()), "xxe.docx", {"unsafe", "damaged"},
    ),
    "entities in HTML": ((ENTITY + "<html><body><p>&x;</p></body></html>").encode(), "xxe.html", {"empty", "not_vietnamese", "unsafe"}),
    "1,001 pages": (lambda: blank_pages(1001), "dai.pdf", {"too_large"}),
    "huge picture": (huge_picture, "to.png", {"too_large"}),
    "English": (ENGLISH.encode(), "plan.txt", {"not_vietnamese"}),
    "workbook": (
        lambda: zipped(xl__workbook_dot_xml=b"<workbook/>", _dot_=b""), "ket-qua.xlsx", {"spreadsheet"},
    ),
    "figures alone in Word": (lambda: package(FIGURES, filler=False), "ket-qua.docx", {"no_programme", "not_vietnamese"}),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_gets_one_sentence_in_each_language_and_leaves_nothing(cast, settings, door, what):
    data, name, codes = BAD[what]
    row, vietnamese, english = door(data() if callable(data) else data, name)
    assert (row.state, row.code in codes) == ("failed", True), row.code
    assert vietnamese.count(row.message) == 1
    assert english.count(row.message_en) == 1
    assert row.message.count(".") >= 1
    assert row.message_en.isascii()
    assert "root:" not in vietnamese
    nothing_came_of_it(cast, settings)


@pytest.mark.parametrize("size", [0, 51_000_000])
def test_an_empty_or_too_large_file_is_refused_before_anything_is_kept(cast, settings, tmp_path, as_person, size):
    settings.MEDIA_ROOT = tmp_path / "files"
    answer = as_person(cast.home.office).post(
        "/nhap/", {"file": SimpleUploadedFile("a.txt", b"x" * size), "not_secret": "on"}
    )
    assert answer.status_code == 422
    assert answer.content.decode().count('class="wrong"') == 1
    with cast.home.scope():
        assert not Upload.objects.exists()
    assert files(settings) == []


def test_a_request_larger_than_any_page_takes_is_turned_away_unread(cast, as_person):
    answer = as_person(cast.home.office).post("/nhap/", b"", content_type="text/plain", CONTENT_LENGTH="400000000")
    assert answer.status_code == 413
    assert "hãy gửi ít tệp hơn" in answer.content.decode()


def test_a_scan_without_tesseract_says_so(cast, settings, door, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (1240, 1754), 255).save(buffer, "PDF")
    row, vietnamese, english = door(buffer.getvalue(), "quet.pdf")
    assert (row.state, row.code) == ("failed", "ocr_missing")
    assert row.message in vietnamese
    assert row.message_en in english
    nothing_came_of_it(cast, settings)


def test_a_file_with_macros_is_read_and_its_macros_are_let_go(cast, settings, door):
    body = "".join(p(line) for line in PAPER.splitlines())
    row, _vietnamese, _english = door(package(body, filler=False, extra={"word/vbaProject.bin": b"\0macro"}), "a.docm")
    assert row.state == "review"
    with cast.home.scope():
        assert "macros" in {note["code"] for note in Review.objects.get().notes}
    assert not row.file
    assert files(settings) == []


PERSUADED = {
    "loops": ("sleep 60", "too_slow"),
    "is killed": ("kill -9 $$", "broken"),
    "takes too much memory": (
        'exec {python} -c "import sys; from dondoc.intake import child; child.MEMORY_BYTES = 60_000_000; '
        'child.main(sys.argv[4:])" "$@"', "broken",
    ),
    "speaks nonsense": ("echo '{{\"programme\": 7'", "broken"),
}  # fmt: skip


@pytest.mark.parametrize("what", PERSUADED)
def test_a_reader_that_goes_wrong_is_one_sentence(cast, settings, door, monkeypatch, tmp_path, what):
    import sys

    script, code = PERSUADED[what]
    fake = tmp_path / "reader"
    fake.write_text("#!/bin/sh\n" + script.format(python=sys.executable) + "\n")
    fake.chmod(0o755)
    monkeypatch.setattr(process.sys, "executable", str(fake))
    monkeypatch.setattr(process, "READ_SECONDS", 2 if what == "loops" else 60)
    row, vietnamese, english = door(PAPER.encode(), "a.txt")
    assert (row.state, row.code) == ("failed", code)
    assert row.message in vietnamese
    assert row.message_en in english
    nothing_came_of_it(cast, settings)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../../etc/cron.d/x.txt", "x.txt"),
        ("..\\..\\windows\\x.txt", "x.txt"),
        ("hop-\u202etxt.exe.txt", "hop-txt.exe.txt"),
        (unicodedata.normalize("NFD", "Chương trình hành động.txt"), "Chương trình hành động.txt"),
        ("ệ" * 240 + ".txt", "ệ" * 196 + ".txt"),
    ],
)
def test_no_name_leads_out_of_its_folder_or_deceives(cast, settings, door, sent, kept):
    from dondoc.intake import actions

    row, _vietnamese, _english = door(PAPER.encode(), sent)
    assert (row.state, row.filename) == ("review", kept)
    with cast.home.scope():
        review = Review.objects.select_related("upload", "ward").get()
        review.items.update(doubtful=False)
        programme = actions.publish(cast.home.office, review)
        version = programme.versions.get()
    assert version.filename == kept
    for path in files(settings):
        assert path.startswith(str(settings.MEDIA_ROOT))
        assert path.isascii()


MARK = "KH-TUAN-TRA-4417"
BOX = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p('TUYỆT MẬT')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
BODY = "".join(p(line) for line in PAPER.replace("05-CTr/ĐU", MARK).splitlines())
SECRETS: dict[str, tuple[Any, str]] = {
    "line of a text": (f"TỐI MẬT\n{PAPER}{MARK}".encode(), ".txt"),
    "line of a text, decomposed": (unicodedata.normalize("NFD", f"MẬT\n{PAPER}{MARK}").encode(), ".txt"),
    "line in Word": (package(p("TUYỆT MẬT") + BODY), ".docx"),
    "cell in Word": (package(table(["ĐẢNG ỦY PHƯỜNG", "MẬT"]) + BODY), ".docx"),
    "box in Word": (package(BOX + BODY), ".docx"),
    "header in Word, decomposed": (package(BODY, header1=p(unicodedata.normalize("NFD", "MẬT"))), ".docx"),
}


def whole_database() -> str:
    """Return every row of every table, as a dump would have it."""
    from django.apps import apps
    from django.db import connection

    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found += map(str, cursor.fetchall())
    return "\n".join(found)


@pytest.mark.parametrize("what", SECRETS)
def test_of_a_secret_paper_neither_text_nor_name_stays(cast, settings, door, caplog, what):
    data, suffix = SECRETS[what]
    caplog.set_level(logging.DEBUG)
    row, vietnamese, english = door(data, f"kế hoạch {MARK}{suffix}")
    assert (row.state, row.code, row.filename, bool(row.file)) == ("refused", "secret", "", False)
    assert row.message in vietnamese
    assert row.message_en in english
    for place in (whole_database(), vietnamese, english):
        assert MARK not in place
        assert "Phát triển kinh tế" not in place
    assert MARK not in "".join(r.getMessage() for r in caplog.records if not r.name.startswith("django.db"))
    nothing_came_of_it(cast, settings)


@pytest.mark.django_db(transaction=True)
def test_not_even_the_bytes_of_the_database_hold_the_name_of_a_secret_paper(cast, settings, tmp_path):
    """Committed for real: SQLite keeps deleted words in free pages and in its log unless it is told otherwise."""
    from django.db import connection

    from intake.conftest import upload_paper

    if connection.vendor != "sqlite":
        pytest.skip("the files of PostgreSQL are its own; its dump is looked through above")
    settings.MEDIA_ROOT = tmp_path
    for number in range(6):  # several, so that deleted rows leave gaps that nothing else fills
        row = upload_paper(cast, f"MẬT {number}\nMẬT\n{PAPER}", name=f"{MARK} {'kế hoạch ' * 18}.txt")
        assert row.state == "refused"
    database = Path(connection.settings_dict["NAME"])
    kept = [path.read_bytes() for path in database.parent.glob(f"{database.name}*")]
    assert any(row.sha256.encode() in content for content in kept)
    assert not any(MARK.encode() in content for content in kept)


def test_a_secret_mark_in_a_pdf_is_refused(cast, settings, door):
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from reader.pdf_files import SERIF

    if not SERIF.exists():
        pytest.skip("needs the font DejaVu Serif")
    pdfmetrics.registerFont(TTFont("Serif", str(SERIF)))
    lines = [(60.0, 60.0 + 16 * n, line) for n, line in enumerate(["TỐI MẬT", *PAPER.splitlines()[:30]])]
    row, _vietnamese, _english = door(drawn([lines], font="Serif", size=11), f"{MARK}.pdf")
    assert (row.state, row.filename) == ("refused", "")
    nothing_came_of_it(cast, settings)


def test_words_that_merely_hold_the_letters_are_taken(cast, settings, door):
    more = "\nBẢO MẬT\nGiữ gìn bí mật nhà nước.\nỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nMẶT TRẬN TỔ QUỐC\n"
    row, _vietnamese, _english = door((PAPER[:200] + more + PAPER[200:]).encode(), "a.txt")
    assert row.state == "review", row.message


@pytest.mark.ocr
def test_a_mark_suspected_in_a_scan_is_asked_about_before_anything_is_written(cast, settings, door, as_person):
    from PIL import Image, ImageDraw, ImageFont

    from reader.pdf_files import SERIF

    page = Image.new("L", (1240, 1754), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(SERIF), 34)
    for n, line in enumerate(
        ["TOI MAT", "", "CHUONG TRINH HANH DONG", "Nâng cao năng lực lãnh đạo của tổ chức đảng", MARK]
    ):
        pen.text((140, 140 + 90 * n), line, font=font, fill=0)
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    row, vietnamese, _english = door(buffer.getvalue(), f"{MARK}.png")
    assert (row.state, row.code) == ("asked", "secret_suspected")
    assert "Đúng là dấu mật, xóa tệp" in vietnamese
    with cast.home.scope():
        assert not Review.objects.exists()
    as_person(cast.home.office).post(f"/nhap/{row.pk}/tra-loi/", {"answer": "no"})
    with cast.home.scope():
        row.refresh_from_db()
    assert (row.state, row.filename, bool(row.file)) == ("refused", "", False)
    assert MARK not in whole_database()
    assert files(settings) == []
