"""Papers without a fault give no finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dondoc.findings import find

from .drafting import Draft
from .papers import commune, poverty, province


@pytest.mark.parametrize("paper", [commune, province, poverty])
def test_a_paper_without_a_fault_gives_no_finding(paper: Callable[[], Draft]) -> None:
    found = find(paper().programme)
    assert [(f.kind, f.why, f.where) for f in found] == []
