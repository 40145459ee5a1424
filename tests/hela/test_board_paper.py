"""The published paper, made from the case folder: its words, its pages and its table of contents."""

from __future__ import annotations

import pytest

from pipeline.render import RenderOptions, render
from tests.exempel.published import read_published
from tests.exempel.reference import recall, split
from tests.hela.papers import Papers, contents_of, page_text, pdf_pages, published_contents, word_text

LEAST_RECALL = 0.999


@pytest.mark.parametrize("kind", ["pdf", "word"])
@pytest.mark.parametrize("paper", ["decision", "report"])
def test_every_published_word_stands_in_the_papers_in_order(papers: Papers, paper: str, kind: str) -> None:
    decision, appendix = split(read_published())
    reference = decision if paper == "decision" else appendix
    made: bytes = getattr(papers, f"{paper}_{kind}")
    text = "\n".join(pdf_pages(made)) if kind == "pdf" else word_text(made)

    found = recall(reference, text)

    assert found.share >= LEAST_RECALL, found.report()


@pytest.mark.parametrize("paper", ["decision", "report"])
def test_every_published_word_stands_in_the_web_pages_but_the_numbers_of_pages(papers: Papers, paper: str) -> None:
    decision, appendix = split(read_published())
    found = recall(decision if paper == "decision" else appendix, page_text(getattr(papers, f"{paper}_page")))

    assert [word.form for word in found.missing if not word.form.isdigit()] == [], found.report()
    assert len(found.missing) <= len(published_contents(read_published()))


def test_the_appendix_has_the_published_number_of_pages(papers: Papers) -> None:
    assert len(pdf_pages(papers.report_pdf)) == 27


def test_the_headings_stand_on_the_published_pages(papers: Papers) -> None:
    published = published_contents(read_published())
    made = contents_of(papers.report_word)

    assert list(made) == list(published)
    distances = {title: made[title] - page for title, page in published.items()}
    assert len(published) == 18
    assert sum(distance == 0 for distance in distances.values()) >= 16, distances
    assert all(abs(distance) <= 1 for distance in distances.values()), distances


def test_the_contents_in_word_name_the_pages_where_the_headings_stand_in_the_pdf(papers: Papers) -> None:
    pages = pdf_pages(papers.report_pdf)
    entries = contents_of(papers.report_word)

    assert len(entries) == 18
    for title, page in entries.items():
        lines = [" ".join(line.split()) for line in pages[page - 1].splitlines()]
        assert any(line and title.startswith(line) for line in lines), (title, page)


def test_the_word_file_as_written_renders_to_the_same_pdf(papers: Papers) -> None:
    for word, pdf in ((papers.report_word, papers.report_pdf), (papers.decision_word, papers.decision_pdf)):
        rendered = render(word, RenderOptions("papper.docx"))
        assert rendered.value is not None
        assert rendered.value.pdf == pdf


def test_case_number_and_appendix_number_stand_in_the_body_of_page_one(papers: Papers) -> None:
    decision, report = word_text(papers.decision_word), word_text(papers.report_word)

    assert "KSKF/2023:288" in decision
    assert report.splitlines()[:2] == ["KSKF/2023:288", "Bilaga 1"]


def test_every_page_after_the_first_names_board_date_case_appendix_and_page(papers: Papers) -> None:
    pages = pdf_pages(papers.report_pdf)

    for number, text in enumerate(pages[1:], start=2):
        head = " ".join(text.split())[:120]
        for part in ("Kommunstyrelsen", "2023-10-10", "KSKF/2023:288", "Bilaga 1", f"{number} ({len(pages)})"):
            assert part in head, (number, head)


def test_no_template_tag_is_left_in_any_paper(papers: Papers) -> None:
    texts = [word_text(papers.decision_word), word_text(papers.report_word)]
    texts += ["\n".join(pdf_pages(pdf)) for pdf in (papers.decision_pdf, papers.report_pdf)]

    for text in texts:
        assert "{{" not in text
        assert "{%" not in text
