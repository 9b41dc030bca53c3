"""A published programme at work."""

from typing import Any

import pytest
from work.made_programme import publish_in


@pytest.fixture
def programme(home: Any) -> Any:
    """Return a published programme of the ward in which the tests happen; its scope stays open."""
    made = publish_in(home)
    with home.scope():
        yield made
