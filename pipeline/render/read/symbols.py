"""Text in symbol fonts (Symbol, Wingdings, Webdings, Dingbats) as Unicode."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from pipeline.render.read.runprops import RunProps
from pipeline.render.read.symbolfonts import FONTS
from pipeline.render.read.units import attribute
from pipeline.render.tree import RunStyle

_MOVED = range(0xF000, 0xF100)  # where Word puts the codes of symbol fonts
_SURROGATES = range(0xD800, 0xE000)
_BULLET = "•"


def mapped(text: str, family: str) -> str | None:
    """Return text of a symbol font in Unicode, or None when the family is no symbol font."""
    table = FONTS.get(family.lower())
    if table is None:
        return None
    return "".join(_mapped_character(character, table) for character in text)


def code_of(node: etree._Element) -> int | None:
    """Return the code of a w:sym, None where it is that of no character."""
    try:
        code = int(attribute(node, "w:char") or "", 16)
    except ValueError:
        return None
    return code if 0x20 <= code < 0xFFFE and code not in _SURROGATES else None


def _mapped_character(character: str, table: Mapping[int, str]) -> str:
    """Return what a character shows: its code is its own, one moved to U+F000, or that of Windows' Latin letters."""
    code = ord(character)
    if code in _MOVED:
        return table.get(code - _MOVED.start, _BULLET)
    if code > 0xFF:
        latin = character.encode("cp1252", "ignore")
        code = latin[0] if latin else code
    return table.get(code, character)


def in_symbols(style: RunStyle, family: str) -> RunStyle:
    """Return a style in a symbol font, for all its characters."""
    others = replace(style.others, high=family, east_asia=family, hint="")
    return replace(style, family=family, others=others)


def from_symbol_font(text: str, run: RunProps) -> tuple[str, RunProps]:
    """Return a bullet in Unicode; private-use characters of other fonts become a bullet."""
    family = run.get("family", "")
    unicode_text = mapped(text, family)
    if unicode_text is not None:
        return unicode_text, {**run, "family_high": family, "family_east_asia": family}
    return "".join(_BULLET if ord(character) in _MOVED else character for character in text), run
