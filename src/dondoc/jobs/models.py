"""When each periodic job was last started."""

from __future__ import annotations

from django.db import models


class Tick(models.Model):
    """The last start of one periodic job."""

    name = models.CharField(max_length=200, primary_key=True)
    last = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
