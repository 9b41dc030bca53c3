"""The sample papers are read as well as the product promises, from text, Word, PDF and scans."""

from __future__ import annotations

import shutil

import pytest

from .agreement import confidence, figures

COUNTS = ("sections", "indicators", "measures", "tasks_body", "tasks_appendix", "assignments", "references")
FIELDS = ("direction", "period", "ap_start", "ap_finish", "ap_recurrence", "ap_resource", "ap_leads", "as_leads")
TEXT = {"text": 0.995, "docx": 0.99, "pdf": 0.99, "scan-1": 0.97, "scan-2": 0.97}
SAME_PROMISE, OTHERS = 0.85, 0.5
ocr = pytest.mark.ocr
needs_ocr = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
FORMS = [
    "text",
    "docx",
    "pdf",
    pytest.param("scan-1", marks=[ocr, needs_ocr]),
    pytest.param("scan-2", marks=[ocr, needs_ocr]),
]


@pytest.mark.parametrize("form", FORMS)
def test_the_figures_hold_in_every_form(form: str) -> None:
    found = figures(form)
    low = {n: found[n] for n in COUNTS if found[n] < 0.98}
    low |= {n: found[n] for n in FIELDS if found[n] < 0.97}
    low |= {
        n: v
        for n, v in found.items()
        if not n.startswith(("f_", "findings")) and n not in (*COUNTS, *FIELDS, "text") and v < 0.90
    }
    assert not low
    assert found["text"] >= TEXT[form]


@pytest.mark.parametrize("form", ["text", "docx", "pdf"])
def test_the_findings_of_the_careful_readers_are_found(form: str) -> None:
    found = figures(form)
    assert found["f_numbering"] >= SAME_PROMISE
    assert found["f_stale_unit"] >= SAME_PROMISE
    assert found["f_contradiction"] >= SAME_PROMISE
    assert found["f_duplicate"] >= OTHERS
    assert found["f_missing"] >= OTHERS


@pytest.mark.parametrize("form", ["text", "docx", "pdf"])
def test_sure_means_right_and_little_is_doubtful(form: str) -> None:
    right, doubtful = confidence(form)
    assert right >= 0.995
    assert doubtful <= 0.10


@ocr
@needs_ocr
@pytest.mark.parametrize("form", ["scan-1", "scan-2"])
def test_sure_means_right_on_scans_too(form: str) -> None:
    right, doubtful = confidence(form)
    assert right >= 0.99
    assert doubtful <= 0.12
