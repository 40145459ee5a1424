"""The papers that a build made, and how their text is read back."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from lxml import etree, html

from pipeline.build import Request, build
from pipeline.findings.verdict import Verdict

ROOT = Path(__file__).parents[2]
CASE = ROOT / "inputs" / "kskf-2023-288"
_HANDED_OVER = {"arende.json", "registrera.html", "granskning.html", "granskning.json"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Papers:
    """The four files, by what they are."""

    decision_word: bytes
    decision_pdf: bytes
    report_word: bytes
    report_pdf: bytes
    folder: Path
    decision_page: str
    report_page: str

    @property
    def files(self) -> tuple[bytes, ...]:
        """Return all four."""
        return self.decision_word, self.decision_pdf, self.report_word, self.report_pdf


def build_case(output: Path, case: Path = CASE) -> Papers:
    """Return the papers of a case, built into ``output``."""
    outcome = build(Request(case, ROOT / "templates", output), lambda _step: None)
    assert outcome.verdict is Verdict.PASSED, [str(item) for item in outcome.findings]
    by_kind = {
        (("beslut" in path.name.lower()), path.suffix): path for path in outcome.files if path.name not in _HANDED_OVER
    }
    read = {key: path.read_bytes() for key, path in by_kind.items() if path.suffix != ".sha256"}
    return Papers(
        read[True, ".docx"],
        read[True, ".pdf"],
        read[False, ".docx"],
        read[False, ".pdf"],
        outcome.files[0].parent,
        read[True, ".html"].decode(),
        read[False, ".html"].decode(),
    )


def copy_of_case(folder: Path) -> Path:
    """Return a copy of the example case that a test may change."""
    target = folder / "inputs" / CASE.name
    shutil.copytree(CASE, target)
    return target


def pdf_pages(pdf: bytes) -> list[str]:
    """Return the text of each page, in the order of the content."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def word_text(docx: bytes, part: str = "word/document.xml") -> str:
    """Return the text of a part of a Word file, a line for each paragraph and a space for each tab."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read(part))
    return "\n".join(_paragraph_text(node) for node in root.iter(f"{_W}p"))


def _paragraph_text(paragraph: etree._Element) -> str:
    marks = {f"{_W}tab": " ", f"{_W}br": "\n"}
    return "".join(node.text or "" if node.tag == f"{_W}t" else marks.get(node.tag, "") for node in paragraph.iter())


def contents_of(docx: bytes) -> dict[str, int]:
    """Return the entries of the table of contents as they stand in the Word file: title and page."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    entries: dict[str, int] = {}
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        found = re.fullmatch(r"(.+?) (\d+)", _paragraph_text(paragraph).strip())
        if style is not None and re.fullmatch(r"TOC\d", style.get(f"{_W}val", "")) and found:
            entries[found[1]] = int(found[2])
    return entries


def published_contents(paper: str) -> dict[str, int]:
    """Return the entries of the published table of contents: title and page."""
    table = paper.partition("Innehållsförteckning")[2].lstrip().partition("\n\n")[0]
    rows = re.findall(r"^\| (.+?)\.* \| (\d+) \|$", table, flags=re.MULTILINE)
    return {title.strip(): int(page) for title, page in rows}


def page_text(page: str) -> str:
    """Return the words of a web page as they are read aloud: pictures by their alternative text."""
    body = html.document_fromstring(page).find("body")
    assert body is not None
    for image in body.iter("img"):
        image.tail = f"{image.get('alt')} {image.tail or ''}"
    for node in body.iter("p", "li", "ol", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "caption"):
        node.text = f"\n{node.text or ''}"
        node.tail = f"\n{node.tail or ''}"
    return "".join(map(str, body.itertext()))
