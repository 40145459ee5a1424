"""word/fontTable.xml: what a document says of its fonts, for the choice of another where one is missing (17.8.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from pipeline.fonts.families import Embedded, FontHint
from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.read.units import attribute, child, value

MOST_FONTS = 2000
_DIGITS = 20


_EMBEDDED = {
    (False, False): "w:embedRegular",
    (True, False): "w:embedBold",
    (False, True): "w:embedItalic",
    (True, True): "w:embedBoldItalic",
}


def read_font_table(package: Package, part: str | None) -> dict[str, FontHint]:
    """Return what is said of each family, by its name in lower case; nothing without a font table."""
    root = package.xml(part) if part else None
    targets = {key: rel.target for key, rel in package.related(part).items() if not rel.external} if part else {}
    hints: dict[str, FontHint] = {}
    for node in root.iterchildren(q("w:font")) if root is not None else ():
        name = (attribute(node, "w:name") or "").lower()
        if name and len(hints) < MOST_FONTS:
            hints.setdefault(name, _hint(node, targets))
    return hints


def _hint(node: etree._Element, targets: Mapping[str, str]) -> FontHint:
    other = value(node, "w:altName") or ""
    names = tuple(name.strip().lower() for name in other.split(",") if name.strip())
    panose = value(node, "w:panose1") or ""
    try:
        number = bytes.fromhex(panose) if len(panose) == _DIGITS else b""
    except ValueError:
        number = b""
    kind, pitch = value(node, "w:family") or "", value(node, "w:pitch") or ""
    return FontHint(names[:8], kind, pitch, number, dict(_embedded(node, targets)))


def _embedded(node: etree._Element, targets: Mapping[str, str]) -> Iterator[tuple[tuple[bool, bool], Embedded]]:
    """Yield the fonts that the file brings with it for a family (17.8.3.3 to 17.8.3.6)."""
    for style, name in _EMBEDDED.items():
        found = child(node, name)
        target = targets.get(attribute(found, "r:id") or "") if found is not None else None
        if found is not None and target:
            yield style, Embedded(target, attribute(found, "w:fontKey") or "")
