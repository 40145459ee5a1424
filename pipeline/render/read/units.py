"""Measures and switches of OOXML (ECMA-376 part 1, 22.9.2) as points, numbers and booleans."""

from __future__ import annotations

import math

from lxml import etree

from pipeline.ooxml.names import q

_UNITS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54}
EMU = 12700.0
LONGEST = 100_000.0  # points; Word itself ends at 22 inches
_LARGEST = 2**31
_VAL = q("w:val")


def measure(text: str | None, unit: float = 1 / 20) -> float | None:
    """Return a measure in points: a number in twentieths of a point (or ``unit``) or with its unit; else None.

    What is longer than ``LONGEST`` comes back as that.
    """
    if not text:
        return None
    text = text.strip()
    try:
        points = float(text[:-2]) * _UNITS[text[-2:]] if text[-2:] in _UNITS else float(text) * unit
    except ValueError:
        return None
    return min(max(points, -LONGEST), LONGEST) if math.isfinite(points) else None


def attribute(node: etree._Element | None, name: str) -> str | None:
    """Return an attribute by short name, or None."""
    return None if node is None else node.get(q(name))


def length(node: etree._Element | None, name: str) -> float | None:
    """Return an attribute as points, or None."""
    return None if node is None else measure(node.get(q(name)))


def integer(text: str | None, default: int = 0) -> int:
    """Return a whole number, or the default when the text is none."""
    try:
        return min(max(int(float(text)), -_LARGEST), _LARGEST) if text else default
    except (ValueError, OverflowError):
        return default


def percentage(text: str | None, default: float = 0.0) -> float:
    """Return a share: of a number in 1000ths of a per cent, or of one that ends with a per cent sign (22.9.2.9)."""
    if not text or not text.strip().endswith("%"):
        return integer(text, round(default * 100_000)) / 100_000
    try:
        share = float(text.strip()[:-1]) / 100
    except ValueError:
        return default
    return min(max(share, -1e4), 1e4) if math.isfinite(share) else default


def child(node: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of a name, or None."""
    return None if node is None else next(node.iterchildren(q(name)), None)


def value(node: etree._Element | None, name: str) -> str | None:
    """Return ``w:val`` of the first child of a name, or None."""
    found = child(node, name)
    return None if found is None else found.get(_VAL)


def switch(node: etree._Element | None, name: str) -> bool | None:
    """Return a switch (CT_OnOff): true when it stands without value, None when it does not stand at all."""
    found = child(node, name)
    return None if found is None else is_on(found)


def is_on(node: etree._Element) -> bool:
    """Return whether a CT_OnOff element is on."""
    return node.get(_VAL, "true") not in {"false", "0", "off"}


def local_attributes(node: etree._Element) -> dict[str, str]:
    """Return an element's attributes by local name."""
    return {etree.QName(name).localname: str(text) for name, text in node.attrib.items()}
