"""A page made of a Word file of a test, and read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree, html

from pipeline.findings.finding import Finding
from pipeline.web import WebOptions, web_page
from tests.render.docx import Docx


@dataclass(frozen=True)
class Page:
    """A page: its text as written, and as a tree."""

    html: str
    findings: tuple[Finding, ...] = ()

    @property
    def codes(self) -> list[str]:
        """Return the codes of the findings."""
        return [finding.code for finding in self.findings]

    @cached_property
    def root(self) -> etree._Element:
        """Return the page as a tree."""
        root: etree._Element = html.document_fromstring(self.html)
        return root

    def all(self, path: str) -> list[etree._Element]:
        """Return the elements of an XPath."""
        found = self.root.xpath(path)
        assert isinstance(found, list)
        return [node for node in found if isinstance(node, etree._Element)]

    def one(self, path: str) -> etree._Element:
        """Return the only element of an XPath."""
        (found,) = self.all(path)
        return found

    def texts(self, path: str) -> list[str]:
        """Return the words of the elements of an XPath."""
        return [text_of(node) for node in self.all(path)]

    @property
    def main(self) -> str:
        """Return what stands in main, as it is written, without the spaces between elements."""
        inside = self.html.partition('tabindex="-1">')[2].rpartition("</main>")[0]
        return re.sub(r"\n+", "", inside)


def text_of(node: etree._Element) -> str:
    """Return the words of an element."""
    return " ".join("".join(str(text) for text in node.itertext()).split())


def page_of(docx: Docx | str, name: str = "prov.docx") -> Page:
    """Return the page of a file, which may be given as its body."""
    checked = web_page((Docx(docx) if isinstance(docx, str) else docx).bytes(), WebOptions(name))
    assert checked.value is not None, checked.findings
    return Page(checked.value.html, checked.findings)
