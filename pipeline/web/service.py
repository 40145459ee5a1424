"""The package's one job: any Word file becomes one page of HTML, or findings that say why not."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Checked, Finding
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.package import Package
from pipeline.render.leftout import left_out
from pipeline.render.read.choices import AS_ACCEPTED, Choices
from pipeline.render.read.opening import DEFAULT_LANGUAGE, open_document, shown_otherwise, title_of_name
from pipeline.render.tree import Document
from pipeline.web.page import page_html
from pipeline.web.pictures import Pictures
from pipeline.web.survey import surveyed
from pipeline.web.writing import Writing

MAX_PAGE_BYTES = 64 * 2**20


@dataclass(frozen=True)
class WebOptions:
    """``name`` is the file's name, for findings and for a document without a title; ``choices`` are as for the PDF."""

    name: str
    choices: Choices = AS_ACCEPTED


@dataclass(frozen=True)
class WebPage:
    """The page: a whole document of HTML that refers to nothing outside itself."""

    html: str


def web_page(docx: bytes, options: WebOptions) -> Checked[WebPage]:
    """Return a Word file as a page of HTML, with what was found on the way.

    The value is None for a file that is refused (REN401 to REN405) and for one that makes too large a page (REN463).
    """
    opened = open_document(docx, options.name, options.choices)
    if isinstance(opened, Finding):
        return Checked(None, (opened,))
    return page_of_document(*opened, options.name)


def page_of_document(package: Package, document: Document, name: str) -> Checked[WebPage]:
    """Return a Word file that has been read as a page of HTML; the value is None where it is too large (REN463)."""
    survey = surveyed(document, document.properties.title, DEFAULT_LANGUAGE)
    writing = Writing(name, survey, Pictures(package))
    html = page_html(document, writing, title_of_name(name))
    found = (
        *shown_otherwise(document.unsupported, name),
        *left_out(document.shared, name),
        *writing.findings,
    )
    size = len(html.encode())
    if size > MAX_PAGE_BYTES:
        message = f"webbsidan blir {size // 2**20} MB, vilket är mer än {MAX_PAGE_BYTES // 2**20} MB"
        return Checked(None, (*found, finding("REN463", message, WordOrigin(name))))
    return Checked(WebPage(html), found)
