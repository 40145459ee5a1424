"""A Word file made longer: its body said again, pictures and tables along, with the bookmarks of each copy its own."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BODY = "word/document.xml"


def longer(docx: bytes, times: int) -> bytes:
    """Return the file with all that follows its first section (the front page and the contents) there so many times."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[_BODY])
    body = root[0]
    first = next((index + 1 for index, block in enumerate(body) if block.find(f"{_W}pPr/{_W}sectPr") is not None), 0)
    repeated = list(body)[first:-1]
    last = body[-1]
    for turn in range(1, times):
        for block in repeated:
            last.addprevious(_renamed(deepcopy(block), turn))
    parts[_BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def _renamed(block: etree._Element, turn: int) -> etree._Element:
    for mark in block.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
        mark.set(f"{_W}id", f"{mark.get(f'{_W}id')}{turn:03}")
        if mark.get(f"{_W}name"):
            mark.set(f"{_W}name", f"{mark.get(f'{_W}name')}_{turn}")
    for drawn in block.iter(f"{_WP}docPr"):
        drawn.set("id", f"{drawn.get('id')}{turn:03}")
    return block
