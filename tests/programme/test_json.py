"""The format goes to JSON and back without loss, and refuses what it does not know."""

from decimal import Decimal

import pytest

from dondoc.programme.json import FormatError, decode, encode, schema
from dondoc.programme.model import Header, Measure, Programme, Section, Task

PAPER = Programme(
    text="Mỗi năm 0,5%.",
    document=Header(number="01-CTr/ĐU"),
    sections=[Section(id="s1", label="I")],
    tasks=[Task(id="t1", section="s1", text="Mỗi năm 0,5%.", measures=[Measure(name="tỷ lệ", low=Decimal("0.5"))])],
)


def test_it_comes_back_as_it_went():
    assert decode(encode(PAPER)) == PAPER


def test_numbers_are_json_numbers_and_never_floats():
    assert b'"low":0.5' in encode(PAPER)
    assert decode(encode(PAPER)).tasks[0].measures[0].low == Decimal("0.5")


def test_an_unknown_key_is_refused_by_name():
    with pytest.raises(FormatError, match="colour"):
        decode(b'{"document":{},"sections":[],"tasks":[],"colour":1}')


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"document":{},"sections":[]}', b"\xff\xfe"])
def test_what_is_no_programme_is_refused(data):
    with pytest.raises(FormatError):
        decode(data)


def test_the_schema_requires_what_the_format_requires():
    top = schema()["$defs"]["Programme"]
    assert set(top["required"]) == {"document", "sections", "tasks"}
    assert top["additionalProperties"] is False
