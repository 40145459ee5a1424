"""Namespaces of WordprocessingML and DrawingML, with short names for tags and attributes."""

from __future__ import annotations

from functools import cache

_OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "pic": f"{_OFFICE}/drawingml/2006/picture",
    "c": f"{_OFFICE}/drawingml/2006/chart",
    "dgm": f"{_OFFICE}/drawingml/2006/diagram",
    "lc": f"{_OFFICE}/drawingml/2006/lockedCanvas",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "cp": f"{_OFFICE}/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ep": f"{_OFFICE}/officeDocument/2006/extended-properties",
    "rels": f"{_OFFICE}/package/2006/relationships",
    "ct": f"{_OFFICE}/package/2006/content-types",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

# ISO/IEC 29500-1 (strict) to -4 (transitional); the first match of a prefix wins, so the longer ones stand first.
STRICT_NAMESPACES: tuple[tuple[bytes, bytes], ...] = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), f"{_OFFICE}/{transitional}".encode())
    for strict, transitional in (
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("officeDocument/extendedProperties", "officeDocument/2006/extended-properties"),
        ("officeDocument/customProperties", "officeDocument/2006/custom-properties"),
        ("officeDocument/docPropsVTypes", "officeDocument/2006/docPropsVTypes"),
        ("officeDocument/bibliography", "officeDocument/2006/bibliography"),
        ("officeDocument/customXml", "officeDocument/2006/customXml"),
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("drawingml/picture", "drawingml/2006/picture"),
        ("drawingml/chart", "drawingml/2006/chart"),
        ("drawingml/diagram", "drawingml/2006/diagram"),
        ("drawingml/compatibility", "drawingml/2006/compatibility"),
        ("drawingml/lockedCanvas", "drawingml/2006/lockedCanvas"),
        ("schemaLibrary/main", "schemaLibrary/2006/main"),
    )
)


@cache
def q(name: str) -> str:
    """Return the Clark name of ``w:p``-like short names."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
