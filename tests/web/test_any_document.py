"""Whatever stands in a Word file: it becomes a page of sound HTML, and no word is lost or moved."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from pipeline.findings.finding import Finding
from pipeline.render.read.opening import open_document
from pipeline.render.tree import Paragraph, TextRun
from pipeline.web import WebOptions, web_page
from pipeline.web.survey import paragraphs_in
from tests.render.docx import Docx
from tests.render.test_any_document import WORD, documents, plain
from tests.web.reading import Page, page_of, text_of

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def assert_sound(page: Page) -> None:
    """Hold what any page must have: one h1, no jump of levels, ids that are one and links that lead to them."""
    levels = [
        int(str(node.tag)[1])
        for node in page.all("//*[starts-with(name(), 'h') and string-length(name()) = 2]")
        if str(node.tag)[1].isdigit()
    ]
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in zip([1, *levels], levels, strict=False))
    ids = [str(node.get("id")) for node in page.all("//*[@id]")]
    assert len(ids) == len(set(ids))
    targets = [str(node.get("href")) for node in page.all("//a[@href]")]
    assert {target[1:] for target in targets if target.startswith("#")} <= set(ids)
    named = [name for node in page.all("//td[@headers]") for name in str(node.get("headers")).split()]
    assert set(named) <= set(ids)
    for grid in page.all("//table"):
        assert_rectangular(grid)


def assert_rectangular(grid: etree._Element) -> None:
    """Hold that the cells of a table fill every place of it once."""
    rows = [node for part in grid if part.tag in {"thead", "tbody"} for node in part]
    taken: dict[tuple[int, int], bool] = {}
    for number, tr in enumerate(rows):
        column = 0
        for cell in tr:
            while (number, column) in taken:
                column += 1
            for down in range(int(cell.get("rowspan", "1"))):
                for across in range(int(cell.get("colspan", "1"))):
                    assert (number + down, column + across) not in taken
                    taken[number + down, column + across] = True
    widths = {sum(1 for row, _ in taken if row == number) for number in range(len(rows))}
    assert len(widths) <= 1
    assert max((row for row, _ in taken), default=-1) < len(rows)


@settings(
    max_examples=60,
    deadline=timedelta(seconds=10),
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents())
def test_any_document_becomes_a_page_with_every_word_in_its_order(made_document: tuple[Docx, list[str]]) -> None:
    docx, words = made_document
    page = page_of(docx)

    assert_sound(page)
    for navigation in page.all("//main//nav"):
        navigation.getparent().remove(navigation)  # type: ignore[union-attr]
    told = "".join(map(str, page.one("//main").itertext()))
    top = page.texts("/html/body/header/h1")
    assert WORD.findall(plain(told)) == [plain(word) for word in words], top


def test_no_word_of_the_corpus_is_lost_and_every_page_is_sound() -> None:
    if not CORPUS.is_dir():
        pytest.skip("korpusen finns inte vid sidan av projektet")
    for path in sorted(CORPUS.glob("word*/*.do[ct]x")):
        data = path.read_bytes()
        checked = web_page(data, WebOptions(path.name))
        opened = open_document(data, path.name)
        if checked.value is None or isinstance(opened, Finding):
            assert {finding.code for finding in checked.findings} <= {"REN402", "REN403", "REN405"}, path.name
            continue
        page = Page(checked.value.html)
        assert_sound(page)
        told = "".join(text_of(page.one("//body")).split())
        blocks = [block for section in opened[1].sections for block in section.blocks]
        lost = [p.text for p in paragraphs_in(blocks) if not p.contents and not stands(p, told)]
        assert lost == [], path.name


def stands(paragraph: Paragraph, told: str) -> bool:
    """Return whether each run of a paragraph stands among the words of a page."""
    return all("".join(run.text.split()) in told for run in paragraph.content if isinstance(run, TextRun))
