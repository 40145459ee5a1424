"""Tables of contents as navigation: the document's own without its page numbers, or one made of the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.render.notetree import NoteRun
from pipeline.render.tree import FieldRun, Inline, Paragraph, TabRun, TextRun
from pipeline.web.inlines import TAB, inline_html
from pipeline.web.kinds import contents_level, words_of
from pipeline.web.lists import nested
from pipeline.web.markup import element, escaped
from pipeline.web.survey import Survey
from pipeline.web.writing import Around, Writing

_FEWEST_HEADINGS = 3
_LOWEST_SHOWN = 3
_PAGE = re.compile(r"\s*[0-9ivxlcdmIVXLCDM–-]+\s*")
_PAGED = frozenset({"PAGEREF", "PAGE"})


def contents_html(entries: Sequence[Paragraph], title: str, around: Around, writing: Writing) -> str:
    """Return a document's own table of contents; ``title`` is its heading as HTML."""
    listed = [(contents_level(entry) or 1, _entry(entry, around, writing)) for entry in entries]
    listed = [(level, html) for level, html in listed if html]
    if not listed:
        return element("p", title) if title else ""
    return _navigation(nested(listed), title, writing)


def made_contents(writing: Writing) -> str:
    """Return navigation made of the headings, "" for a document of few."""
    survey = writing.survey
    headings = [paragraph for paragraph, level in survey.levels.items() if 1 < level <= _LOWEST_SHOWN]
    if len(headings) < _FEWEST_HEADINGS:
        return ""
    listed = [(survey.levels[heading], _made_entry(heading, survey)) for heading in headings]
    return _navigation(nested(listed), "", writing)


def _made_entry(heading: Paragraph, survey: Survey) -> str:
    label = heading.label.text.strip() if heading.label is not None else ""
    words = escaped(" ".join(f"{label} {words_of(heading)}".split()))
    return element("a", words, href=f"#{survey.ids[heading]}")


def _navigation(listed: str, title: str, writing: Writing) -> str:
    writing.navigations += 1
    number = writing.navigations
    name = f"innehall_{number}" if number > 1 else "innehall"
    language = None
    if not title:
        title = "Innehåll" if number == 1 else f"Innehåll {number}"
        language = writing.own_language
    return element("nav", element("p", title, id=name, lang=language) + listed, aria_labelledby=name)


def _entry(entry: Paragraph, around: Around, writing: Writing) -> str:
    """Return an entry as one link, without the page that it stood on."""
    runs = _without_page(entry.content)
    label = f"{escaped(entry.label.text.strip())} " if entry.label is not None and entry.label.text.strip() else ""
    unlinked = [_plain_run(run) for run in runs if not isinstance(run, NoteRun)]
    words = inline_html(unlinked, replace(around.at(entry.place), bold=True), writing)
    href = _href(entry, runs, writing)
    html = (label + words).strip()
    return element("a", html, href=href) if href and html else html


def _without_page(content: Sequence[Inline]) -> list[Inline]:
    runs = [run for run in content if not (isinstance(run, FieldRun) and run.kind in _PAGED)]
    tabs = [index for index, run in enumerate(runs) if isinstance(run, TabRun)]
    if tabs and len(runs) == len(content):
        after = runs[tabs[-1] + 1 :]
        text = "".join(run.text for run in after if isinstance(run, TextRun))
        if _PAGE.fullmatch(text) and all(isinstance(run, TextRun) for run in after):
            runs = runs[: tabs[-1]]
    return runs


def _plain_run(run: Inline) -> Inline:
    """Return a run without its link and the look of a link."""
    if isinstance(run, TextRun):
        return replace(run, link=None, style=replace(run.style, underline="", color="000000", background=""))
    return TextRun(" ", run.style) if isinstance(run, TabRun) else run


def _href(entry: Paragraph, runs: Sequence[Inline], writing: Writing) -> str:
    links = [run.link for run in entry.content if isinstance(run, TextRun | FieldRun) and run.link is not None]
    pages = [run.argument for run in entry.content if isinstance(run, FieldRun) and run.kind == "PAGEREF"]
    found = next((href for href in (writing.href(link, entry.place) for link in links) if href), "")
    target = next((target for target in map(writing.survey.target, pages) if target), "")
    words = "".join(run.text if isinstance(run, TextRun) else TAB for run in runs if isinstance(run, TextRun | TabRun))
    text = writing.survey.target_of_text(words) or writing.survey.target_of_text(words.rpartition(TAB)[2])
    made = target or text
    return found or (f"#{made}" if made else "")
