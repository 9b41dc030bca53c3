import re
from decimal import Decimal
from pathlib import Path

from django.template import Context, Template
from django.test import RequestFactory

from dondoc.web.templatetags import look


def render(source, path="/", **context):
    return Template(source).render(Context({"request": RequestFactory().get(path), **context}))


def test_a_status_is_colour_icon_and_word():
    html = render("{% status 'behind' %}")
    assert 'class="st red strong"' in html
    assert "#alert-square-f" in html
    assert "Chậm" in html


def test_a_status_may_say_more_than_its_word_and_be_of_a_kind():
    assert "Quá hạn 12 ngày" in render("{% status 'overdue' text='Quá hạn 12 ngày' %}")
    assert "Chờ văn bản đính chính" in render("{% status 'awaiting' 'finding' %}")
    assert "Chờ xác nhận" in render("{% status 'awaiting' %}")


def test_text_of_people_is_escaped():
    assert "<script>" not in render("{% status 'x' text=t %}{% full t %}", t="<script>")


def test_filters_show_numbers_and_dates():
    assert (
        render("{{ v|vn_number }} {{ v|percent }} {{ n|vn_date }}", v=Decimal("1234.5"), n=None) == "1.234,5 1.234,5% —"
    )


def test_a_long_text_opens_in_place_and_is_there_in_full():
    text = "rất dài " * 40
    assert text.strip() in render("{% full t %}", t=text)
    assert "<details" in render("{% full t %}", t=text)
    assert "<details" not in render("{% full t %}", t="ngắn")


def test_links_keep_the_rest_of_the_query():
    assert render("{% with_query trang=2 %}", "/x/?tim=a&trang=1") == "?tim=a&amp;trang=2"
    assert render("{% with_query tim=None %}", "/x/?tim=a") == "/x/"


def test_a_head_sorts_up_and_then_down():
    first = render("{% sort_head 'han' 'Hạn' %}", "/x/?tim=a&trang=3")
    assert 'href="?tim=a&amp;xep=han"' in first
    assert "aria-sort" not in first
    up = render("{% sort_head 'han' 'Hạn' 'when' %}", "/x/?xep=han")
    assert ('<th scope="col" class="when" aria-sort="ascending">' in up, "?xep=-han" in up) == (True, True)
    assert 'aria-sort="descending"' in render("{% sort_head 'han' 'Hạn' %}", "/x/?xep=-han")


def test_every_icon_that_a_page_names_is_in_the_sprite():
    source = Path(look.__file__).parents[2]
    sprite = (source / "web/static/web/vendor/tabler-icons/icons.svg").read_text()
    named = {
        name
        for page in source.glob("*/templates/**/*.html")
        for name in re.findall(r'{% icon "([a-z0-9-]+)"', page.read_text())
    }
    assert len(named) > 30
    assert {name for name in named if f'id="{name}"' not in sprite} == set()
