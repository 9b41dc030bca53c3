import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from dondoc.work.evidence import refuse_secret
from dondoc.work.first_page import bears_mark
from work.files import excel, pdf, word

BOMB = "<!DOCTYPE w [<!ENTITY a 'x'>]><w><p><t>&a;</t></p></w>"


@pytest.mark.parametrize("data", [word("MẬT", "Báo cáo"), word("Số 1", "TUYỆT MẬT")])
def test_a_word_file_with_a_mark_of_its_own_is_told(data):
    assert bears_mark(data, ".docx") is True


def test_a_workbook_with_a_mark_in_a_cell_is_told():
    assert bears_mark(excel("Bảng", "TỐI MẬT"), ".xlsx") is True


def test_words_that_only_contain_the_syllable_are_no_mark():
    assert bears_mark(word("Bảo vệ bí mật nhà nước", "MẶT TRẬN TỔ QUỐC", "Mật độ dân số"), ".docx") is False
    assert bears_mark(excel("mật độ", "12"), ".xlsx") is False
    assert bears_mark(pdf("Bao cao", "MAT TRAN"), ".pdf") is False


def test_a_broken_or_laden_file_cannot_be_opened():
    assert bears_mark(b"%PDF-1.7 broken", ".pdf") is None
    assert bears_mark(b"PK broken", ".docx") is None
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", BOMB)
    assert bears_mark(held.getvalue(), ".docx") is None


@pytest.mark.parametrize(
    "file", [SimpleUploadedFile("a.docx", word("MẬT")), SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")]
)
def test_such_files_are_refused_in_one_sentence(file):
    with pytest.raises(ValidationError) as refusal:
        refuse_secret(file)
    assert len(refusal.value.messages) == 1


def test_a_clean_file_is_left_at_its_beginning():
    file = SimpleUploadedFile("a.docx", word("Báo cáo kết quả"))
    refuse_secret(file)
    assert file.tell() == 0
