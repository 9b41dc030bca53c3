import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.work.evidence import LARGEST_BYTES, check_file, safe_name


def office_file(part, *more):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in (part, *more):
            archive.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4"),
        ("a.JPG", b"\xff\xd8\xff\xe0"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.docx", office_file("word/document.xml")),
        ("a.xlsx", office_file("xl/workbook.xml")),
    ],
)
def test_the_allowed_kinds_are_taken(name, content):
    assert check_file(SimpleUploadedFile(name, content))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.exe", b"MZ"),
        ("a.svg", b"<svg/>"),
        ("a.html", b"<html>"),
        ("a.pdf", b"<html>"),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.docx", office_file("xl/workbook.xml")),
        ("a.docx", office_file("word/document.xml", "word/vbaProject.bin")),
        ("a", b"%PDF-"),
    ],
)
def test_other_kinds_mislabelled_files_and_macros_are_refused(name, content):
    with pytest.raises(ValidationError):
        check_file(SimpleUploadedFile(name, content))


def test_a_file_that_is_too_large_is_refused():
    file = SimpleUploadedFile("a.pdf", b"%PDF-")
    file.size = LARGEST_BYTES + 1
    with pytest.raises(ValidationError):
        check_file(file)


def test_a_files_own_name_loses_its_path_and_what_a_header_cannot_hold():
    assert safe_name('../../etc/báo cáo\r\n".pdf') == "báo cáo.pdf"
    assert safe_name("C:\\x\\y.pdf") == "y.pdf"
    assert len(safe_name("á" * 500 + ".pdf")) <= 200
    assert safe_name("a\u0302.pdf") == "â.pdf"
