"""Kinds of the tree that the page has never seen: they give up their blocks, pictures and texts all the same."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from pipeline.findings.finding import Finding
from pipeline.render.read.opening import open_document
from pipeline.render.tree import Block, Link, Paragraph, Picture
from pipeline.web import WebOptions, web_page
from tests.render.docx import Docx, item, paragraph, row, table
from tests.web.reading import Page
from tests.web.test_pictures import bitmap


@dataclass(frozen=True)
class Box:
    """A text box, as a tree may have it one day."""

    blocks: tuple[Block, ...]
    name: str = "Textruta 1"
    alt: str = "en ruta"
    link: Link | None = None


@dataclass(frozen=True)
class Chart:
    """A drawing of many parts."""

    title: str
    series: tuple[object, ...] = ()
    picture: Picture | None = None
    inner: Box | None = field(default=None)


def shown(monkeypatch: pytest.MonkeyPatch, run: object) -> Page:
    """Return the page of a document whose first paragraph holds a run of a kind of its own."""
    media = {"rB": ("bild.png", bitmap())}
    opened = open_document(Docx(paragraph("före") + paragraph("efter"), media=media).bytes(), "prov.docx")
    assert not isinstance(opened, Finding)
    package, document = opened
    first, second = document.sections[0].blocks
    assert isinstance(first, Paragraph)
    strange: Any = (*first.content, run)
    document.sections = (replace(document.sections[0], blocks=(replace(first, content=strange), second)),)
    monkeypatch.setattr("pipeline.web.service.open_document", lambda *_: (package, document))
    checked = web_page(b"", WebOptions("prov.docx"))
    assert checked.value is not None
    return Page(checked.value.html, checked.findings)


def blocks(body: str) -> tuple[Block, ...]:
    opened = open_document(Docx(body).bytes(), "prov.docx")
    assert not isinstance(opened, Finding)
    return opened[1].sections[0].blocks


def test_blocks_follow_the_paragraph_that_they_are_anchored_in(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = blocks(paragraph("i rutan") + table(row("a", "b"), row("c", "d")) + item("punkt"))
    page = shown(monkeypatch, Box(inside))

    assert page.main.startswith('<p>före</p><div class="ruta"><p>i rutan</p>')
    assert page.texts("//main//td") == ["a", "b", "c", "d"]
    assert "Textruta 1" not in page.html


def test_texts_and_pictures_of_what_has_no_blocks_stand_in_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Picture("word/media/bild.png", 20, 10, "En karta")
    page = shown(monkeypatch, Chart("Intäkter", (Chart("2023"), Chart("2024")), picture))

    assert page.texts("//main/p") == ["före Intäkter 2023 2024", "efter"]
    assert page.one("//main//img").get("alt") == "En karta"


def test_what_is_deep_inside_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(monkeypatch, Chart("", (Chart("", inner=Box(blocks(paragraph("djupt inne", style="H1")))),)))

    assert page.texts("//h1") == ["djupt inne"]
