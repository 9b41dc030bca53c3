import io
import zipfile

import numpy as np
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

from dondoc.work.evidence import refuse_secret
from dondoc.work.first_page import bears_mark
from reader.pdf_files import SERIF
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


def photographed(*lines, media="JPEG"):
    """Return a photograph of a sheet: grey, a little turned, noisy, the lines in serif capitals."""
    sheet = Image.new("RGB", (1240, 900), (240, 238, 233))
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(SERIF), 30)
    for number, line in enumerate(lines):
        pen.text((140, 120 + 80 * number), line, font=font, fill=(40, 30, 30))
    turned = sheet.rotate(1.2, fillcolor=(225, 223, 220), resample=Image.Resampling.BICUBIC)
    noise = np.random.default_rng(7).normal(0, 10, np.asarray(turned).shape)
    out = io.BytesIO()
    Image.fromarray(np.clip(np.asarray(turned) + noise, 0, 255).astype("uint8")).save(out, media)
    return out.getvalue()


REPORT = ("ĐẢNG ỦY PHƯỜNG", "BÁO CÁO", "Kết quả thực hiện nhiệm vụ quý I năm 2026")


@pytest.mark.ocr
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_photograph_of_a_marked_sheet_is_told(mark):
    assert bears_mark(photographed(REPORT[0], mark, *REPORT[1:]), ".jpg") is True


@pytest.mark.ocr
def test_a_scan_without_text_is_looked_at_as_a_picture():
    out = io.BytesIO()
    Image.open(io.BytesIO(photographed(REPORT[0], "MẬT", *REPORT[1:]))).save(out, "PDF")
    assert bears_mark(out.getvalue(), ".pdf") is True


@pytest.mark.ocr
def test_photographs_without_a_mark_are_taken():
    assert (
        bears_mark(photographed("MẶT TRẬN TỔ QUỐC VIỆT NAM", *REPORT, "Bảo mật thông tin", media="PNG"), ".png")
        is False
    )
    field = Image.fromarray(np.random.default_rng(1).integers(0, 255, (900, 1200, 3), dtype="uint8"))
    out = io.BytesIO()
    field.save(out, "JPEG")
    assert bears_mark(out.getvalue(), ".jpg") is False
    assert bears_mark(b"\x89PNG\r\n\x1a\n broken", ".png") is None


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
