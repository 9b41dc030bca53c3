"""A secrecy mark stops a file; words that merely contain the letters never do."""

import unicodedata

import pytest

from dondoc.reader import read
from dondoc.reader.document import Document, Line, SecretError
from dondoc.reader.limits import Limits
from dondoc.reader.secrecy import check, is_mark
from reader.word_files import FILLER, cell, p, package, table

HEAD = "ĐẢNG ỦY PHƯỜNG\nSố 01-BC/ĐU\n"


def scanned(text: str) -> Document:
    lines, start = [], 0
    for part in text.splitlines():
        lines.append(Line(start=start, end=start + len(part), page=1, confidence=0.9))
        start += len(part) + 1
    return Document(text=text + "\n", lines=lines, origin="scan")


@pytest.mark.parametrize(
    "mark",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "[MẬT]",
        "  TUYỆT  MẬT. ",
        "M Ậ T",
        "T Ố I M Ậ T",
        "Độ mật: MẬT",
        "ĐỘ MẬT: Tối mật",
        "| MẬT |",
    ],
)
def test_a_mark_on_a_line_of_its_own_is_refused_composed_or_not(mark):
    for form in ("NFC", "NFD"):
        with pytest.raises(SecretError) as refusal:
            read(unicodedata.normalize(form, f"{HEAD}{mark}\n{FILLER}\n").encode(), "bao-cao.txt")
        assert refusal.value.code == "secret"


@pytest.mark.parametrize(
    "line",
    [
        "Giữ bí mật nhà nước", "bảo mật", "mật độ dân số", "MẶT TRẬN TỔ QUỐC VIỆT NAM", "MẶT TRẬN", "BÍ MẬT NHÀ NƯỚC",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Mật", "mật", "MAT", "TOI MAT", "MẶT", "MẤT", "MẬT ONG", "MẬT ĐỘ", "ỦY BAN MTTQ",
        "Tuyệt mật", "Văn bản MẬT được gửi riêng",
    ],
)  # fmt: skip
def test_other_words_in_a_typed_file_pass(line):
    assert line in read(f"{HEAD}{line}\n{FILLER}\n".encode(), "bao-cao.txt").text


def test_a_title_that_breaks_between_the_words_of_state_secrets_passes():
    text = f"{HEAD}KẾ HOẠCH BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC\n{FILLER}\n"
    assert "MẬT" in read(text.encode(), "ke-hoach.txt").text


def test_a_mark_beside_the_letterhead_across_a_wide_gap_is_refused():
    with pytest.raises(SecretError):
        read(f"MẬT              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{FILLER}\n".encode(), "a.txt")


def test_a_mark_far_below_the_first_page_passes():
    text = HEAD + f"{FILLER}\n" * 70 + "MẬT\n"
    assert read(text.encode(), "a.txt").lines[-1].end == len(text) - 1


def test_pages_say_what_the_first_page_is():
    text = HEAD + f"{FILLER}\n" * 5 + "\fMẬT\n" + f"{FILLER}\n" * 5
    assert len(read(text.encode(), "a.txt").pages) == 2


BOX = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    "data",
    [
        package(p("MẬT")),
        package(table([cell("ĐẢNG ỦY PHƯỜNG", "MẬT"), cell("ĐẢNG CỘNG SẢN VIỆT NAM")])),
        package(table(["STT", "Nhiệm vụ", "Độ mật"], ["1", "Làm đường", "TỐI MẬT"])),
        package(BOX.format(p("TUYỆT MẬT"))),
        package(p(FILLER), header1=p("MẬT")),
        package(p(FILLER), footer1=p("TỐI MẬT")),
        package(
            p(FILLER), header1='<w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>'
        ),
        package('<w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>'),
        package("<w:p><w:r><w:t>TUYỆT </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p>"),
        package(p("Mật", run="<w:caps/>")),
        package(p(FILLER), header1=p("mËt", run='<w:rFonts w:ascii=".VnTimeH"/>')),
        package(p(FILLER), footer1=table([cell("Trang 1"), cell("Mật", p("TUYỆT MẬT"))])),
    ],
    ids=[
        "line",
        "letterhead",
        "cell",
        "box",
        "header",
        "footer",
        "watermark",
        "word art",
        "two runs",
        "drawn capitals",
        "legacy header",
        "footer table",
    ],
)
def test_a_mark_anywhere_a_word_file_can_hold_one_is_refused(data):
    with pytest.raises(SecretError):
        read(data, "bao-cao.docx")


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_mark_in_markdown_or_html_is_refused(name):
    source = (
        f"**MẬT**\n\n{FILLER}\n" if name == "a.md" else f"<html><body><p><b>MẬT</b></p><p>{FILLER}</p></body></html>"
    )
    with pytest.raises(SecretError):
        read(source.encode(), name)


@pytest.mark.parametrize("line", ["MAT", "TOI MAT", "TUYET MAT", "MÂT", "TỐI MAT"])
def test_a_mark_whose_accents_a_scan_lost_asks_for_a_person(line):
    with pytest.raises(SecretError) as refusal:
        check(scanned(f"ĐẢNG ỦY PHƯỜNG\n{line}\n{FILLER}"))
    assert refusal.value.code == "secret_suspected"


def test_a_whole_mark_in_a_scan_is_refused_outright():
    with pytest.raises(SecretError) as refusal:
        check(scanned(f"ĐẢNG ỦY PHƯỜNG\nMẬT\n{FILLER}"))
    assert refusal.value.code == "secret"


def test_the_front_broken_over_two_lines_of_a_scan_is_no_mark():
    check(scanned(f"ỦY BAN MẶT\nTRẬN TỔ QUỐC\nMẶT\nTRẬN\n{FILLER}"))
    assert not is_mark("MẶT")


def test_the_check_can_be_left_to_a_caller_who_has_made_it():
    text = f"MẬT\n{FILLER}\n"
    assert read(text.encode(), "a.txt", Limits(check_secrecy=False)).text == text


def test_the_refusal_repeats_nothing_of_the_file():
    with pytest.raises(SecretError) as refusal:
        read(f"MẬT\nKế hoạch tác chiến\n{FILLER}".encode(), "tac-chien.txt")
    told = refusal.value.message + refusal.value.message_en + str(refusal.value)
    assert "tác chiến" not in told
    assert "tac-chien" not in told
