"""Toggle properties: bold in a bold style would turn itself off (ECMA-376 part 1, 17.7.3)."""

from __future__ import annotations

from pipeline.compose.styles import StyleSheet
from pipeline.compose.xml import Element, remove, style_of
from pipeline.ooxml.names import q

_OFF = frozenset({"", "0", "false", "off"})


def settle_toggles(root: Element, styles: StyleSheet) -> None:
    """Take the character style from runs whose paragraph style is bold or italic already, so that it stays on."""
    for node in root.iter(q("w:p")):
        toggled = [name for name in ("w:b", "w:i") if _is_on(styles, style_of(node), name)]
        for mark in list(node.iter(q("w:rStyle"))) if toggled else ():
            if any(_is_on(styles, mark.get(q("w:val"), ""), name) for name in toggled):
                settings = mark.getparent()
                remove(mark)
                if settings is not None and not len(settings):
                    remove(settings)


def _is_on(styles: StyleSheet, style: str, name: str) -> bool:
    return styles.value(style, f"w:rPr/{name}") not in _OFF
