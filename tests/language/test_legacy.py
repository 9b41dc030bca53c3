"""Text typed in TCVN3 or VNI fonts is recognised and converted; nothing else ever is."""

from pathlib import Path

import pytest

from dondoc.language import legacy

SAMPLE = Path(__file__).parents[2] / "sample" / "seeds"
PARAGRAPH = (
    "Chương trình hành động của Ban Chấp hành Đảng bộ phường thực hiện Nghị quyết Đại hội đại biểu lần thứ nhất, "
    "nhiệm kỳ 2025 - 2030: phấn đấu tỷ lệ kết nạp đảng viên mới hằng năm đạt ít nhất 3%; giữ vững ổn định; "
    "sửa chữa đường, cầu, kè; ưu tiên trẻ em, người già, hộ nghèo; thuở nhỏ, khuỷu tay, quỹ, nghĩa, lẫn, ẩn, ẵm."
)
# The seven capitals with marks are all that TCVN3 has; the others are drawn by its capital fonts.
LOWERED = PARAGRAPH.replace("Ấ", "ấ").replace("Ạ", "ạ")


def typed(text: str, table: dict[str, str]) -> str:
    """Return `text` as a typist's legacy font would hold it."""
    back = {letter: code for code, letter in table.items()}
    return "".join(back.get(letter, letter) for letter in text)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_paragraph_comes_back_whole(encoding):
    table = legacy.TCVN3 if encoding == "tcvn3" else legacy.VNI
    old = typed(LOWERED, table)
    assert old != LOWERED
    conversion = legacy.convert(old)
    assert conversion is not None
    assert conversion.encoding == encoding
    assert conversion.text == LOWERED


def test_known_strings_of_each_encoding_are_read():
    assert legacy.convert_as("§¶ng Céng s¶n ViÖt Nam", "tcvn3") == "Đảng Cộng sản Việt Nam"
    assert legacy.convert_as("®éc lËp - tù do - h¹nh phóc", "tcvn3") == "độc lập - tự do - hạnh phúc"
    assert legacy.convert_as("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni") == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert legacy.convert_as("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "vni") == "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"


def test_every_letter_with_a_tone_is_in_both_tables():
    letters = set("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")
    assert letters <= set(legacy.TCVN3.values())
    assert letters <= set(legacy.VNI.values())
    assert {letter.upper() for letter in letters} <= set(legacy.VNI.values())


def test_utf8_read_as_windows_1252_is_repaired():
    text = "phát triển kinh tế và văn hóa xã hội, chăm lo người có công"
    latin = text.encode().decode("latin-1")
    broken = "".join(letter.encode("latin-1").decode("cp1252", errors="ignore") or letter for letter in latin)
    conversion = legacy.convert(broken)
    assert conversion is not None
    assert (conversion.encoding, conversion.text) == ("mojibake", text)


@pytest.mark.parametrize("name", ["bach-dang.txt", "do-son.md"])
def test_the_seeds_are_never_taken_for_legacy_text(name):
    text = (SAMPLE / name).read_text(encoding="utf-8")
    assert legacy.detect(text) is None
    assert [line for line in text.splitlines() if legacy.detect(line)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The committee shall report every quarter on the targets of the programme.",
        "L'été dernier, la commune a déjà réalisé les travaux prévus à l'école et à la mairie.",
        "A ação do município será avaliada até o fim do período, não só em relação às metas.",
        "table of periods: value · path · by whom · evidence · versions",
        "Rå binærdata",
        "là cá và bà hoà nhà",
        "Số ≥ 85% © 2025 ®",
        "",
    ],
)
def test_other_text_is_left_alone(text):
    assert legacy.convert(text) is None


def test_a_run_is_converted_by_the_name_of_its_font():
    assert legacy.convert_run("§¶ng uû ph­êng", ".VnTime") == "Đảng uỷ phường"
    assert legacy.convert_run("§¶ng bé", ".VnTimeH") == "ĐẢNG BỘ"
    assert legacy.convert_run("Uyû ban", "VNI-Times") == "Uỷ ban"


def test_unicode_text_in_a_legacy_font_and_any_text_in_a_modern_font_stay():
    assert legacy.convert_run("Đảng bộ phường", ".VnTime") == "Đảng bộ phường"
    assert legacy.convert_run("§ 5: née", "Times New Roman") == "§ 5: née"
    assert legacy.font_encoding("Vnodoo") is None
