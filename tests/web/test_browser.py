"""What a browser makes of the pages: no violation that axe-core knows, no sideways scrolling, sound HTML.

It runs where Chromium is installed and ``make webb`` has fetched axe-core and the Nu HTML checker; else it is skipped.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.web import WebOptions, web_page
from tests.hela.papers import build_case
from tests.render.odd.bodies import bodies
from tests.web.browser import Browser, browser, find_axe, find_chromium, find_validator

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SPREAD = 37  # of the odd files, every such
SMALLEST = 320  # CSS pixels: a window of 1280 at 400 % (WCAG 2.1, 1.4.10)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the pages of the board paper, of the corpus and of odd files."""
    folder = tmp_path_factory.mktemp("webb")
    papers = build_case(folder / "outputs")
    written = sorted(papers.folder.glob("*.html"))
    for path in sorted(CORPUS.glob("word*/*.do[ct]x")):
        checked = web_page(path.read_bytes(), WebOptions(path.name))
        if checked.value is not None:
            written.append(folder / f"{path.name}.html")
            written[-1].write_text(checked.value.html, encoding="utf-8")
    for number, odd in enumerate(bodies()):
        made = web_page(odd.data, WebOptions("prov.docx")).value if number % SPREAD == 0 else None
        if made is not None:
            written.append(folder / f"udda-{number}.html")
            written[-1].write_text(made.html, encoding="utf-8")
    return written


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if find_chromium() is None or find_axe() is None:
        pytest.skip("Chromium eller axe-core finns inte: kör make webb")
    with browser(tmp_path_factory.mktemp("profil")) as found:
        yield found


def test_axe_finds_no_violation_on_light_and_dark_pages_wide_and_narrow(opened: Browser, pages: list[Path]) -> None:
    axe = find_axe()
    assert axe is not None
    for page in pages:
        for width, dark in ((1280, False), (1280, True), (SMALLEST, False)):
            opened.show(page, width, dark=dark)
            assert opened.violations(axe) == [], (page.name, width, dark)


def test_no_page_scrolls_sideways_on_the_smallest_screen(opened: Browser, pages: list[Path]) -> None:
    for page in pages:
        opened.show(page, SMALLEST)
        assert opened.value("document.documentElement.scrollWidth") <= SMALLEST, page.name


def test_a_page_asks_for_nothing_and_shows_its_style_and_pictures(opened: Browser, pages: list[Path]) -> None:
    for page in pages:
        opened.show(page)
        asked = [request for request in opened.requests if not request.startswith("data:")]
        assert asked == [page.as_uri()], page.name
        assert opened.value("getComputedStyle(document.body).maxWidth") != "none", page.name
        assert opened.value("[...document.images].filter(image => !image.naturalWidth).length") == 0, page.name


def test_a_page_prints(opened: Browser, pages: list[Path]) -> None:
    opened.show(pages[0])
    assert opened.printed().startswith(b"%PDF")


def test_the_nu_html_checker_finds_no_error(pages: list[Path]) -> None:
    checker = find_validator()
    if checker is None:
        pytest.skip("Java eller Nu HTML checker finns inte: kör make webb")
    run = subprocess.run(
        ["java", "-jar", checker, "--errors-only", *pages], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
