"""Looking into composed Word files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from pipeline.compose import Composed, compose
from pipeline.compose.xml import Element, plain_text, style_of
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.ooxml.names import q
from tests.compose import sample


def parts(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(docx: bytes) -> Element:
    return etree.fromstring(parts(docx)["word/document.xml"])


def paragraphs(docx: bytes, style: str = "") -> list[str]:
    """Return the texts of the paragraphs, those in one style where it is given."""
    nodes = document(docx).iter(q("w:p"))
    return [plain_text(node) for node in nodes if not style or style_of(node) == style]


def composed(case: Case | None = None, profile: Profile | None = None) -> tuple[Composed, Composed]:
    """Return the two papers; the case is expected to be without fault."""
    result = compose(case or sample.case(), profile or sample.profile())
    assert result.findings == ()
    assert result.value is not None
    decision, appendix = result.value
    return decision, appendix


@cache
def both() -> tuple[Composed, Composed]:
    """Return the papers of the whole sample, made once."""
    return composed()


def table_rows(table: Element) -> list[list[str]]:
    return [[plain_text(cell) for cell in row.iterfind(q("w:tc"))] for row in table.iterfind(q("w:tr"))]


def tables(docx: bytes) -> list[Element]:
    return list(document(docx).iter(q("w:tbl")))


def changed_template(folder: Path, name: str, change: Callable[[str], str], part: str = "word/document.xml") -> Profile:
    """Return the profile with one part of one template changed, in a folder of its own."""

    target = folder / "mall"
    if not target.exists():
        copytree(sample.profile().folder, target)
    content = parts((target / name).read_bytes())
    new = change(content[part].decode())
    assert new != content[part].decode(), "the change must hit"
    content[part] = new.encode()
    (target / name).write_bytes(packed(content))
    return replace(sample.profile(), folder=target)


def packed(content: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return out.getvalue()


def findings(case: Case | None = None, profile: Profile | None = None) -> dict[str, Finding]:
    """Return the findings by code, the first of each."""
    found: dict[str, Finding] = {}
    for one in compose(case or sample.case(), profile or sample.profile()).findings:
        found.setdefault(one.code, one)
    return found
