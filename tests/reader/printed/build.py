"""Prints the papers with Chromium and LibreOffice; run `PYTHONPATH=tests python -m reader.printed.build [NAME...]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from reader.printed import html, word
from reader.printed.model import Paper
from reader.printed.papers import BROWSER, OFFICE

HERE = Path(__file__).resolve().parent


def by_browser(papers: list[Paper]) -> None:
    """Print `papers` with Chromium."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page()
        for paper in papers:
            look = paper.look
            page.set_content(html.page(paper))
            foot = look.foot.format(n='<span class="pageNumber"></span>', all='<span class="totalPages"></span>')
            page.pdf(
                path=str(HERE / f"{paper.name}.pdf"),
                prefer_css_page_size=True,
                display_header_footer=bool(look.head or look.foot),
                header_template=_edge(look.head),
                footer_template=_edge(foot),
            )
        browser.close()


def _edge(text: str) -> str:
    return f'<div style="font-size:10px;width:100%;text-align:center">{text or "&nbsp;"}</div>'


def by_office(papers: list[Paper]) -> None:
    """Print `papers` with LibreOffice, those whose name ends in "sheet" by way of OpenDocument."""
    with tempfile.TemporaryDirectory() as folder:
        for paper in papers:
            path = Path(folder) / f"{paper.name}.docx"
            word.write(paper, path)
            if paper.name.endswith("sheet"):
                _convert(path, "odt", Path(folder), folder)
                path = path.with_suffix(".odt")
            _convert(path, "pdf", HERE, folder)


def _convert(path: Path, form: str, target: Path, profile: str) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{profile}/profile", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(target), str(path)], check=True, capture_output=True, timeout=180)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    by_browser([paper for paper in BROWSER if not wanted or paper.name in wanted])
    by_office([paper for paper in OFFICE if not wanted or paper.name in wanted])
