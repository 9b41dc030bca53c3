"""A published programme of the home ward."""

from __future__ import annotations

from typing import Any

import pytest

from dondoc.intake import actions
from dondoc.intake.models import Review
from dondoc.programmes.models import Programme
from intake.conftest import upload_paper


@pytest.fixture
def programme(cast: Any, settings: Any, tmp_path: Any) -> Programme:
    """Return the programme, published from the small paper of the intake tests."""
    settings.MEDIA_ROOT = tmp_path
    upload = upload_paper(cast)
    with cast.home.scope():
        review = Review.objects.select_related("upload", "ward").get(upload=upload)
        for item in review.items.filter(doubtful=True):
            actions.accept(cast.home.office, item, item.revision)
        return actions.publish(cast.home.office, review)
