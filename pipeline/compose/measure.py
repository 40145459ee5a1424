"""How wide text is in the template's fonts, in twentieths of a point."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.compose.styles import Face, StyleSheet
from pipeline.compose.xml import Element, plain_text, style_of
from pipeline.fonts.library import FontLibrary, Typeface
from pipeline.ooxml.names import q
from pipeline.ooxml.numbers import number, whole

_TWENTIETHS = 20
_EMU_PER_TWENTIETH = 635
_DEFAULT_MARGIN = 108
_PAGE = {"w": 11906, "left": 1417, "right": 1417}
_BREAKS = re.compile(r"[ \t]|(?<=[-–])")
_SAFETY = 1.02


@dataclass
class Measure:
    """Measures what stands in one document."""

    styles: StyleSheet
    document: Element
    fonts: FontLibrary = field(default_factory=FontLibrary)
    _faces: dict[str, tuple[Face, Typeface]] = field(default_factory=dict)

    def cell(self, cell: Element) -> tuple[float, float]:
        """Return the width of the longest word of a cell and of its longest line."""
        widths = [self._paragraph(node) for node in cell.iter(q("w:p"))]
        return max((w for w, _ in widths), default=0.0), max((line for _, line in widths), default=0.0)

    def _paragraph(self, node: Element) -> tuple[float, float]:
        identity = style_of(node)
        pictures = sum(whole(one.get("cx")) / _EMU_PER_TWENTIETH for one in node.iter(q("wp:extent")))
        text = plain_text(node)
        words = [self._width(word, identity) for word in _BREAKS.split(text) if word]
        return max([pictures, *words]), pictures + self._width(text, identity)

    def text(self, text: str, cell: Element) -> float:
        """Return the width of ``text`` in the style of a cell's first paragraph."""
        node = cell.find(q("w:p"))
        return self._width(text, "" if node is None else style_of(node))

    def _width(self, text: str, style: str) -> float:
        if not text:
            return 0.0
        if style not in self._faces:
            asked = self.styles.face(style)
            self._faces[style] = asked, self.fonts.find(asked.family, bold=asked.bold)
        face, found = self._faces[style]
        share = found.face.shape(text).width / found.face.units_per_em * found.stretch
        return share * face.size * _TWENTIETHS * _SAFETY

    def cell_margins(self, table: Element) -> float:
        """Return what the cells of a table lose to their left and right margins together."""
        style = table.find(f"{q('w:tblPr')}/{q('w:tblStyle')}")
        identity = "" if style is None else style.get(q("w:val"), "")
        return sum(self._margin(table, identity, sides) for sides in (("left", "start"), ("right", "end")))

    def _margin(self, table: Element, style: str, sides: tuple[str, str]) -> float:
        for side in sides:
            own = table.find("/".join(q(step) for step in ("w:tblPr", "w:tblCellMar", f"w:{side}")))
            if own is not None:
                return number(own.get(q("w:w")), _DEFAULT_MARGIN)
            inherited = self.styles.attribute(style, f"w:tblPr/w:tblCellMar/w:{side}", "w:w")
            if inherited:
                return number(inherited, _DEFAULT_MARGIN)
        return _DEFAULT_MARGIN

    def text_width(self, node: Element) -> float:
        """Return the width between the margins of the section that a block of the body stands in."""
        section = next(node.itersiblings(q("w:sectPr")), None)
        for sibling in node.itersiblings(q("w:p")):
            own = sibling.find(f"{q('w:pPr')}/{q('w:sectPr')}")
            if own is not None:
                section = own
                break
        size = None if section is None else section.find(q("w:pgSz"))
        margins = None if section is None else section.find(q("w:pgMar"))
        page = number(size.get(q("w:w")), _PAGE["w"]) if size is not None else _PAGE["w"]
        if margins is None:
            return page - _PAGE["left"] - _PAGE["right"]
        return page - sum(number(margins.get(q(f"w:{side}")), _PAGE[side]) for side in ("left", "right"))
