from decimal import Decimal as D

import pytest

from dondoc.measurement.twins import is_printed_in, words_of
from dondoc.programmes.models import Measure


@pytest.mark.parametrize(
    ("low", "high", "quote", "said"),
    [
        (97, None, "đạt tỷ lệ bao phủ ≥ 97%.", True),
        (66, None, "đạt tỷ lệ bao phủ ≥ 97%.", False),
        (None, D("0.5"), "còn dưới 0,5%", True),
        (None, 0, "phấn đấu đến 2030 không còn hộ cận nghèo", True),
        (None, 0, "còn dưới 0,5%", False),
        (2, None, "thành lập hai tổ chức", True),
    ],
)
def test_a_number_is_looked_for_in_the_quote(low, high, quote, said):
    assert is_printed_in(Measure(low=low, high=high), quote) is said


def test_the_telling_words_leave_out_what_stands_in_every_name():
    assert words_of(Measure(name="Tỷ lệ gia đình văn hoá")) == words_of(Measure(name="Gia đình văn hóa"))
