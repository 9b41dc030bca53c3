"""Extraction: a `Document` read into a `Programme`."""

from __future__ import annotations

from dondoc.extraction.assemble import extract

__all__ = ["extract"]
