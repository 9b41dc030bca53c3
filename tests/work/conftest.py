"""A published programme at work, on a Sunday in November 2026."""

from typing import Any

import pytest
from django.utils import timezone

from work.made_programme import TODAY, publish_in


@pytest.fixture
def programme(home: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a published programme of the ward in which the tests happen; its scope stays open, its day is TODAY."""
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)
    made = publish_in(home)
    with home.scope():
        yield made
