"""Theme fonts: which family a name such as ``minorHAnsi`` stands for (ECMA-376 part 1, 20.1.6.10)."""

from __future__ import annotations

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.read.properties import Theme

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
    return theme
