"""Every attribute with values that nobody meant, every element gone: a PDF or a finding, and no more than that."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from lxml import etree

from pipeline.ooxml.names import STRICT_NAMESPACES
from pipeline.render import RenderOptions, render
from tests.render.docx import Docx, zipped
from tests.render.pdffile import read_pdf, tag_tree
from tests.render.samples import documents

ODD = ("", "-1", "99999999", "1e400", "nan", "åäö\u202e")
REFUSALS = {"REN401", "REN402", "REN403", "REN404", "REN405"}
Change = Callable[[etree._Element], None]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def elements(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Yield the first element of each kind in a part, with its kind: its name below its parent's."""
    seen = set()
    for element in etree.fromstring(data).iter("*"):
        parent = element.getparent()
        kind = f"{element.tag} in {None if parent is None else parent.tag}"
        if kind not in seen:
            seen.add(kind)
            yield kind, element


def changes() -> Iterator[tuple[str, bytes]]:
    """Yield files with one thing changed, each kind of thing in the first file that has it."""
    seen: set[str] = set()
    for _, docx in documents():
        parts = parts_of(docx.bytes())
        for part, data in parts.items():
            if part.endswith((".xml", ".rels")):
                for name, changed in changed_parts(data, seen):
                    yield f"{part}: {name}", zipped({**parts, part: changed})


def changed_parts(data: bytes, seen: set[str]) -> Iterator[tuple[str, bytes]]:
    for kind, element in list(elements(data)):
        root = element.getroottree()
        for key in element.attrib:
            if f"{kind} {key!s}" not in seen:
                seen.add(f"{kind} {key!s}")
                kept = element.attrib[key]
                for value in ODD:
                    element.set(key, value)
                    yield f"{kind} {key!s}={value}", etree.tostring(root)
                element.set(key, kept)
        parent = element.getparent()
        if kind not in seen and parent is not None:
            seen.add(kind)
            at = parent.index(element)
            parent.remove(element)
            yield f"no {kind}", etree.tostring(root)
            parent.insert(at, element)


def test_no_value_of_any_attribute_and_no_missing_element_stops_the_program() -> None:
    count, odd = 0, []
    for name, data in changes():
        count += 1
        checked = render(data, RenderOptions("prov.docx"))
        codes = {finding.code for finding in checked.findings}
        if "REN490" in codes or (checked.value is None and not codes & REFUSALS):
            odd.append((name, checked.findings))
    assert odd == []
    assert count > 500


def as_strict(data: bytes) -> bytes:
    """Return a part as ISO/IEC 29500 strict writes it: other namespaces, and start for left."""
    for strict, transitional in STRICT_NAMESPACES:
        data = data.replace(transitional, strict)
    return data.replace(b'w:val="left"', b'w:val="start"').replace(b'<w:ind w:left="', b'<w:ind w:start="')


@pytest.mark.parametrize(("name", "docx"), list(documents()))
def test_a_strict_file_comes_out_as_its_transitional_twin(name: str, docx: Docx) -> None:
    twin = docx.bytes()
    parts = {part: as_strict(data) for part, data in parts_of(twin).items()}
    one, two = render(twin, RenderOptions(name)).value, render(zipped(parts), RenderOptions(name)).value
    assert one is not None
    assert two is not None
    assert b"purl.oclc.org" in parts["word/document.xml"]
    assert (read_pdf(two.pdf), tag_tree(two.pdf)) == (read_pdf(one.pdf), tag_tree(one.pdf))
