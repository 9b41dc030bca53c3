"""The result report: frozen figures, the Party's layout of its date, a file that Word and LibreOffice open."""

import datetime
import io
import shutil
import subprocess

import docx
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from dondoc.papers import actions, periods
from dondoc.papers.layouts import profiles, word
from dondoc.papers.layouts.content import Content, Heading, Paragraph, Signature, Table
from dondoc.papers.models import Paper

PERIOD = "2025-Q4"


def content(**changes):
    fields = {
        "issuer_parent": "Đảng bộ thành phố Thử", "issuer": "Đảng uỷ phường An Hòa", "number": "", "kind_symbol": "BC/ĐU", "place": "An Hòa",
        "date": datetime.date(2026, 2, 3), "kind_name": "Báo cáo", "about": "kết quả năm 2025",
        "blocks": [Heading("I. TÌNH HÌNH"), Paragraph("Một câu."), Table(["TT", "Nội dung"], [12, 100], "cl", [["1", "Việc"]])],
        "signature": Signature("T/M BAN THƯỜNG VỤ", "Bí thư", "Trần Văn Hùng"), "recipients": ["Thành ủy (để báo cáo)"],
    }  # fmt: skip
    return Content(**{**fields, **changes})


def words(data):
    file = docx.Document(io.BytesIO(data))
    cells = [c.text for t in file.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in file.paragraphs), *cells])


def test_the_rule_is_that_of_the_papers_date():
    assert profiles.party(datetime.date(2026, 5, 26)).rule == "36-HD/VPTW"
    assert profiles.party(datetime.date(2026, 5, 27)).rule == "05-HD/VPTW"


def test_a_party_paper_has_the_measures_of_its_rule():
    file = docx.Document(io.BytesIO(word.draw(content(), profiles.party(datetime.date(2026, 6, 1)))))
    section = file.sections[0]
    assert [round(x.mm) for x in (section.page_width, section.page_height)] == [210, 297]
    assert [
        round(x.mm) for x in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    ] == [20, 20, 30, 15]
    body = next(p for p in file.paragraphs if p.text == "Một câu.")
    assert round(body.paragraph_format.first_line_indent.mm) == 10
    assert body.paragraph_format.line_spacing.pt == 20
    assert section.different_first_page_header_footer


def test_party_and_state_differ_where_the_rules_do():
    party = words(word.draw(content(), profiles.party(datetime.date(2026, 6, 1))))
    state = words(word.draw(content(kind_symbol="BC-UBND"), profiles.state(datetime.date(2026, 6, 1))))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in party
    assert "Số       -BC/ĐU" in party
    assert "-----" in party
    assert "Độc lập - Tự do - Hạnh phúc" in state
    assert "Số:       /BC-UBND" in state
    assert "-----" not in state


@pytest.mark.parametrize(
    ("date", "spelt"),
    [
        (datetime.date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
        (datetime.date(2026, 3, 3), "ngày 03 tháng 3 năm 2026"),
        (datetime.date(2026, 12, 15), "ngày 15 tháng 12 năm 2026"),
    ],
)
def test_dates_are_spelt_as_papers_spell_them(date, spelt):
    assert spelt in words(word.draw(content(date=date), profiles.party(date)))


@pytest.mark.parametrize(
    ("key", "end"),
    [
        ("2026-Q3", (2026, 9, 30)),
        ("2026-H1", (2026, 6, 30)),
        ("2026-9M", (2026, 9, 30)),
        ("2026", (2026, 12, 31)),
        ("2026-M02", (2026, 2, 28)),
    ],
)
def test_periods_are_read(key, end):
    assert periods.parse(key).end == datetime.date(*end)


@pytest.mark.parametrize("key", ["", "2026-Q5", "2026-M13", "Q3/2026", "2026-H3", "26"])
def test_what_is_no_period_is_none(key):
    assert periods.parse(key) is None


@pytest.mark.django_db
def test_the_report_holds_the_targets_and_tasks_and_closes_the_period(cast, programme):
    with cast.home.scope():
        paper = actions.write_report(cast.home.office, programme, periods.parse(PERIOD), PERIOD)
        text = words(paper.file.read())
        assert programme.closes.count() == 1
    assert "Tỷ lệ hộ dân được sử dụng nước sạch" in text
    assert "NV002" in text
    assert "chưa có số liệu" in text
    assert "trật tự đô thị" not in text  # defence and police are reported apart
    assert "kết quả quý IV/2025" in text
    assert "Chưa có thước đo nào có số liệu để đánh giá." in text
    assert "hạn )" not in text
    assert paper.snapshot["guarded_left_out"] == 1
    assert len(paper.sha256) == 64


@pytest.mark.django_db
def test_a_written_report_never_changes(cast, programme):
    with cast.home.scope():
        paper = actions.write_report(cast.home.office, programme, periods.parse(PERIOD), PERIOD)
        before = paper.file.read()
        programme.measures.update(name="tên khác")
        again = Paper.objects.get(pk=paper.pk)
        assert again.file.read() == before
        assert "tên khác" not in str(again.snapshot)


@pytest.mark.django_db
def test_a_period_that_is_not_over_gives_no_report(cast, programme):
    with cast.home.scope(), pytest.raises(ValidationError):
        actions.write_report(cast.home.office, programme, periods.parse("2099-Q1"), "2099-Q1")


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["unit", "inspector", "administrator"])
def test_only_office_and_leaders_write_reports(cast, programme, who):
    with cast.home.scope(), pytest.raises(PermissionDenied):
        actions.write_report(getattr(cast.home, who), programme, periods.parse(PERIOD), PERIOD)


@pytest.mark.django_db
def test_the_page_writes_a_report_and_serves_its_file(cast, programme, as_person):
    client = as_person(cast.home.office)
    answer = client.post(reverse("papers:list"), {"programme": programme.pk, "period": PERIOD}, follow=True)
    assert "Tải Word" in answer.content.decode()
    assert "Quý IV/2025" in answer.content.decode().split("Đã lập")[-1]
    with cast.home.scope():
        paper = Paper.objects.get()
    file = client.get(reverse("papers:file", args=[paper.pk]))
    assert b"".join(file.streaming_content)[:2] == b"PK"
    assert as_person(cast.neighbour).get(reverse("papers:file", args=[paper.pk])).status_code == 404
    assert as_person(cast.home.unit).get(reverse("papers:file", args=[paper.pk])).status_code == 403
    assert as_person(cast.city).get(reverse("papers:list")).status_code == 403


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_without_complaint(tmp_path):
    path = tmp_path / "bc.docx"
    path.write_bytes(word.draw(content(), profiles.party(datetime.date(2026, 6, 1))))
    profile = f"-env:UserInstallation=file://{tmp_path}/lo"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0
    assert (tmp_path / "bc.pdf").read_bytes()[:5] == b"%PDF-"
