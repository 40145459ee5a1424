"""Render a Word file of a test: the PDF read back, or the findings."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.findings.finding import Finding
from pipeline.ooxml.package import open_package
from pipeline.render import Rendered, RenderOptions, render
from pipeline.render.read.document import read_document
from pipeline.render.tree import Document, Paragraph
from tests.render.docx import Docx
from tests.render.pdffile import Reading, read_pdf

OPTIONS = RenderOptions("prov.docx")


@dataclass(frozen=True)
class Made:
    """What came of a render: the result, its findings and the pages read back."""

    rendered: Rendered
    findings: tuple[Finding, ...]
    reading: Reading

    @property
    def codes(self) -> list[str]:
        """Return the codes of the findings."""
        return [finding.code for finding in self.findings]


def made(docx: Docx, options: RenderOptions = OPTIONS) -> Made:
    """Render a file that must come out whole."""
    checked = render(docx.bytes(), options)
    assert checked.value is not None, checked.findings
    assert "REN490" not in [finding.code for finding in checked.findings], checked.findings
    return Made(checked.value, checked.findings, read_pdf(checked.value.pdf))


def pages(docx: Docx) -> list[list[str]]:
    """Return the lines of each page, without the space that a break leaves at their ends."""
    reading = made(docx).reading
    return [[line.rstrip() for line in reading.lines(page)] for page in range(len(reading.sizes))]


def document(docx: Docx) -> Document:
    """Return the layout tree of a file."""
    return read_document(open_package(docx.bytes(), "prov.docx"))


def paragraphs(docx: Docx) -> list[Paragraph]:
    """Return the paragraphs of the body that stand in no table."""
    sections = document(docx).sections
    return [block for section in sections for block in section.blocks if isinstance(block, Paragraph)]
