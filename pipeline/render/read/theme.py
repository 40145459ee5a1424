"""Theme fonts: which family a name such as ``minorHAnsi`` stands for (ECMA-376 part 1, 20.1.6.10)."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.read.colors import THEME_COLOR, Theme, color

_NAMES = {
    "dk1": ("dark1", "text1"),
    "lt1": ("light1", "background1"),
    "dk2": ("dark2", "text2"),
    "lt2": ("light2", "background2"),
    "hlink": ("hyperlink",),
    "folHlink": ("followedHyperlink",),
    **{f"accent{n}": (f"accent{n}",) for n in range(1, 7)},
}
_SCRIPTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}


def read_theme(package: Package, theme_part: str | None) -> Theme:
    """Return theme font names (``majorAscii``, ``minorBidi`` …) with their families; empty without a theme."""
    root = package.xml(theme_part) if theme_part else None
    theme: Theme = {}
    if root is None:
        return theme
    for kind in ("major", "minor"):
        fonts = root.find(f".//{q('a:fontScheme')}/{q(f'a:{kind}Font')}")
        for script, suffixes in _SCRIPTS.items():
            node = None if fonts is None else fonts.find(q(f"a:{script}"))
            family = "" if node is None else node.get("typeface", "")
            for suffix in suffixes:
                if family:
                    theme[kind + suffix] = family
    return {**theme, **_colors(root)}


def _colors(root: etree._Element) -> Theme:
    """Return the colours by the names that runs use; text and background are dark and light (17.18.97)."""
    found: Theme = {}
    scheme = root.find(f".//{q('a:clrScheme')}")
    for node in scheme if scheme is not None else ():
        value = _value(node)
        for name in _NAMES.get(etree.QName(node).localname, ()) if value else ():
            found[THEME_COLOR + name] = value
    return found


def _value(node: etree._Element) -> str:
    own = node.find(q("a:srgbClr"))
    if own is not None:
        return color(own.get("val"))
    system = node.find(q("a:sysClr"))
    return color(system.get("lastClr")) if system is not None else ""
