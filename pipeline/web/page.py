"""The page around the document: its head, its landmarks and the links that lead about in it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.render.tree import Document
from pipeline.web.blocks import BlockWriter
from pipeline.web.contents import made_contents
from pipeline.web.inlines import inline_html
from pipeline.web.kinds import contents_number, words_of
from pipeline.web.markup import element, escaped, opening
from pipeline.web.notes import is_marked, mark_of, note_blocks
from pipeline.web.running import running_lines, running_pictures
from pipeline.web.sheet import policy_of
from pipeline.web.survey import paragraphs_in, plain
from pipeline.web.writing import Writing


def page_html(document: Document, writing: Writing, fallback_title: str) -> str:
    """Return the whole page; ``fallback_title`` is for a document that names itself nowhere."""
    survey = writing.survey
    heading = words_of(survey.top) if survey.top is not None else ""
    title = " ".join(document.properties.title.split()) or heading or fallback_title
    main = _main(document, writing)
    body = "\n".join(
        [
            element("a", "Hoppa till innehållet", class_="hopp", href="#huvudinnehall", lang=writing.own_language),
            _header(document, writing, "" if heading else title),
            element("main", f"\n{main}\n", id="huvudinnehall", tabindex=-1),
            _footer(document, writing),
        ]
    )
    css = writing.sheet.css()
    return "\n".join(
        [
            "<!DOCTYPE html>",
            opening("html", lang=survey.language),
            element("head", _head(document, title, css)),
            element("body", f"\n{body}\n", id="toppen"),
            "</html>\n",
        ]
    )


def _head(document: Document, title: str, css: str) -> str:
    properties = document.properties
    named = {"author": properties.author, "description": properties.subject, "keywords": properties.keywords}
    parts = [
        '<meta charset="utf-8">',
        opening("meta", http_equiv="Content-Security-Policy", content=policy_of(css)),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        *(opening("meta", name=name, content=text) for name, text in named.items() if text),
        element("title", escaped(title)),
        '<link rel="icon" href="data:,">',
        f"<style>{css}</style>",
    ]
    return "\n".join(["", *parts, ""])


def _header(document: Document, writing: Writing, title: str) -> str:
    lines = [line for line in running_lines(document, "header") if plain(line) != plain(title)]
    parts = [*_logos(document, writing, set(map(plain, lines))), *(element("p", escaped(line)) for line in lines)]
    if title:
        parts.append(element("h1", escaped(title)))
    return element("header", "\n".join(parts)) if parts else ""


def _logos(document: Document, writing: Writing, told: set[str]) -> list[str]:
    """Return the pictures of the first page's header; one whose words stand beside it is not heard twice."""
    runs = [
        replace(run, picture=replace(run.picture, alt=None)) if plain(run.picture.alt or "") in told else run
        for run in running_pictures(document)
    ]
    shown = (inline_html([run], writing.around, writing) for run in runs)
    return [element("p", one) for one in shown if one]


def _main(document: Document, writing: Writing) -> str:
    has_contents = any(contents_number(p) for section in document.sections for p in paragraphs_in(section.blocks))
    navigation = "" if has_contents else made_contents(writing)
    writer = BlockWriter(writing, writing.around, navigation)
    text = writer.html([block for section in document.sections for block in section.blocks])
    notes = _notes(document, writing)
    return f"{text}\n{notes}" if notes else text


def _notes(document: Document, writing: Writing) -> str:
    """Return footnotes and endnotes, in the order of their marks, each with its way back."""
    notes = writing.survey.notes
    items = []
    for key in (*notes.keys("footnote"), *notes.keys("endnote")):
        blocks = note_blocks(document, key)
        way_back = "" if is_marked(blocks) else notes.reference(mark_of(key), writing.own_language)
        items.append(element("li", way_back + BlockWriter(writing, writing.around).html(blocks), id=notes.name(key)))
    if not items:
        return ""
    heading = element("h2", "Noter", id="noter", lang=writing.own_language)
    listed = element("ul", "\n".join(items), class_="egen")
    return element("section", heading + listed, class_="noter", role="doc-endnotes", aria_labelledby="noter")


def _footer(document: Document, writing: Writing) -> str:
    parts = [element("p", escaped(line)) for line in running_lines(document, "footer")]
    up = element("a", "Till sidans början", href="#toppen", lang=writing.own_language)
    return element("footer", "\n".join([*parts, element("p", up, class_="upp")]))
