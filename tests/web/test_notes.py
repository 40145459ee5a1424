"""Footnotes and endnotes: links there and back, marks as in Word."""

from __future__ import annotations

from tests.render.docx import Docx, note, paragraph, reference
from tests.web.reading import page_of

TEXT = paragraph("Först", reference(1), " sedan", reference(2), " åter", reference(1)) + paragraph(
    "Sist", reference(1, kind="endnote")
)
PAGE = page_of(Docx(TEXT, footnotes=note(1, "Ett.") + note(2, "Två."), endnotes=note(1, "Slut.", kind="endnote")))


def test_a_reference_is_a_link_to_its_note_and_the_note_leads_back() -> None:
    for name in ("fotnot_1", "fotnot_2"):
        assert PAGE.one(f'//p//a[@id="{name}_text"]').get("href") == f"#{name}"
        assert [a.get("href") for a in PAGE.all(f'//li[@id="{name}"]//a')] == [f"#{name}_text"]


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    assert PAGE.texts('//section[@role="doc-endnotes"]/ul/li') == ["1 Ett.", "2 Två.", "i Slut."]
    assert PAGE.texts("//main/section/h2") == ["Noter"]


def test_a_mark_is_told_as_what_it_is() -> None:
    assert [a.get("aria-label") for a in PAGE.all('//a[@role="doc-noteref"]')] == [
        "Fotnot 1",
        "Fotnot 2",
        "Fotnot 1",
        "Slutnot i",
    ]


def test_a_mark_of_its_own_stays() -> None:
    page = page_of(Docx(paragraph("Text", reference(1, "*")), footnotes=note(1, "Stjärna.")))

    assert page.texts("//main//sup") == ["*"]
    assert page.texts("//main//li") == ["* Stjärna."]


def test_a_note_without_a_mark_has_a_way_back_all_the_same() -> None:
    page = page_of(Docx(paragraph("Text", reference(1)), footnotes=note(1, "Omärkt.", marked=False)))

    assert page.one("//li/a").get("href") == "#fotnot_1_text"


def test_a_reference_to_a_note_that_is_not_there_is_a_mark_and_no_link() -> None:
    page = page_of(Docx(paragraph("Text", reference(7)), footnotes=note(1, "En annan.")))

    assert page.main == "<p>Text<sup>1</sup></p>"


def test_a_note_in_a_heading_is_a_link_there_and_not_in_the_navigation() -> None:
    body = paragraph("A", reference(1), style="H1") + paragraph("B", style="H1") + paragraph("C", style="H1")
    page = page_of(Docx(body, footnotes=note(1, "Ett.")))

    assert page.texts("//nav//a") == ["A", "B", "C"]
    assert page.texts("//main/h2[1]") == ["A1"]
