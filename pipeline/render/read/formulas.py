"""Equations of Office (m:oMath, ECMA-376 part 1, 22.1): read as terms, with the look of their text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.equations.model import (
    Accent,
    Box,
    Delimited,
    Equation,
    Fraction,
    Function,
    Limit,
    Matrix,
    Operator,
    Radical,
    Row,
    Scripts,
    Symbols,
    Term,
)
from pipeline.render.looks import RunStyle
from pipeline.render.read.units import child

DEEPEST = 30
MOST_TERMS = 5_000
_MOST_CELLS = 64
_TEXTS = (q("m:t"), q("w:t"), q("w:tab"), q("w:noBreakHyphen"))
_GONE = {q("w:del"), q("w:moveFrom")}
_SILENT = {q(f"m:{name}Pr") for name in ("f", "sSub", "sSup", "sSubSup", "sPre", "nary", "rad", "d", "m", "eqArr")}
_SILENT |= {q(f"m:{name}Pr") for name in ("acc", "bar", "groupChr", "limLow", "limUpp", "func", "box", "borderBox")}
_SILENT |= {q("m:phantPr"), q("m:ctrlPr"), q("m:argPr"), q("m:rPr"), q("w:rPr")}
_OFF = {"0", "off", "false"}
Looks = Callable[[etree._Element | None], RunStyle]  # noqa: SLF001 - lxml's own type


def value(properties: etree._Element | None, name: str, default: str = "") -> str:
    """Return the m:val of a property; "" where the property stands without one."""
    node = child(properties, name)
    return default if node is None else node.get(q("m:val"), "")


def is_on(properties: etree._Element | None, name: str, *, default: bool = False) -> bool:
    """Return whether a property is switched on; one without a value is."""
    node = child(properties, name)
    return default if node is None else node.get(q("m:val"), "1").lower() not in _OFF


@dataclass
class FormulaReader:
    """Reads equations; ``looks`` gives the look of a run by its w:rPr, ``gone`` what is told of text left out."""

    looks: Looks
    hidden: Callable[[str], None] = lambda _text: None
    deleted: Callable[[str], None] = lambda _text: None
    with_deleted: bool = False
    texts: list[str] = field(default_factory=list)
    _left: int = MOST_TERMS

    def equation(self, node: etree._Element, *, display: bool) -> Equation:
        """Return an m:oMath as an equation."""
        self.texts.clear()
        row = self._row(node, 0, display=display)
        text = unicodedata.normalize("NFKC", " ".join(self.texts))
        return Equation(row, self.looks(None), " ".join(text.split()), display)

    def _row(self, node: etree._Element | None, depth: int, *, display: bool = False) -> Row:
        """Return what stands in an element as a row of terms; beyond the depth only its text."""
        if node is None:
            return ()
        return tuple(self._terms(node, depth, display=display))

    def _terms(self, node: etree._Element, depth: int, *, display: bool) -> Iterator[Term]:
        for item in node:
            if item.tag in _SILENT or not isinstance(item.tag, str) or self._left <= 0:
                continue
            reader = self._TERMS.get(item.tag)
            if item.tag in {q("m:r"), q("w:r")}:
                yield from self._run(item)
            elif item.tag in _GONE and not self.with_deleted:
                self.deleted("".join(text.text or "" for text in item.iter(*_TEXTS)))
            elif reader is None:
                yield from self._terms(item, depth, display=display)
            elif depth >= DEEPEST:
                yield from (term for run in item.iter(q("m:r")) for term in self._run(run))
            else:
                self._left -= 1
                yield reader(self, item, depth + 1)

    def _run(self, node: etree._Element) -> Iterator[Symbols]:
        properties, own = child(node, "m:rPr"), child(node, "w:rPr")
        text = "".join(_text_of(item) for item in node if item.tag in _TEXTS)
        if not text:
            return
        style = self.looks(own)
        if style.hidden:
            self.hidden(text)
            return
        self._left -= 1
        self.texts.append(text)
        sort = value(properties, "m:sty", "i")
        plain = is_on(properties, "m:nor") or node.tag == q("w:r")
        bold = style.bold if plain else sort in {"b", "bi"}
        italic = style.italic if plain else sort in {"i", "bi"}
        yield Symbols(text, style, italic, bold, plain, value(properties, "m:scr", "roman"))

    def _fraction(self, node: etree._Element, depth: int) -> Fraction:
        kind = value(child(node, "m:fPr"), "m:type", "bar") or "bar"
        return Fraction(self._part(node, "m:num", depth), self._part(node, "m:den", depth), kind)

    def _scripts(self, node: etree._Element, depth: int) -> Scripts:
        before = node.tag == q("m:sPre")
        order = ("sub", "sup", "e") if before else ("e", "sub", "sup")
        found = {name: self._part(node, f"m:{name}", depth) for name in order}
        return Scripts(found["e"], found["sub"], found["sup"], before)

    def _operator(self, node: etree._Element, depth: int) -> Operator:
        properties = child(node, "m:naryPr")
        sign = value(properties, "m:chr", "∫")[:1]
        low = () if is_on(properties, "m:subHide") else self._part(node, "m:sub", depth)
        high = () if is_on(properties, "m:supHide") else self._part(node, "m:sup", depth)
        usual = "subSup" if sign in "∫∬∭∮∯∰" else "undOvr"
        above = (value(properties, "m:limLoc", usual) or usual) == "undOvr"
        return Operator(sign, low, high, self._part(node, "m:e", depth), above)

    def _radical(self, node: etree._Element, depth: int) -> Radical:
        hides = is_on(child(node, "m:radPr"), "m:degHide")
        degree = () if hides else self._part(node, "m:deg", depth)
        return Radical(self._part(node, "m:e", depth), degree)

    def _delimited(self, node: etree._Element, depth: int) -> Delimited:
        properties = child(node, "m:dPr")
        parts = tuple(self._row(item, depth) for item in node.iterchildren(q("m:e")))
        begin, end = value(properties, "m:begChr", "(")[:1], value(properties, "m:endChr", ")")[:1]
        grow = is_on(properties, "m:grow", default=True)
        return Delimited(parts, begin[:1], end[:1], value(properties, "m:sepChr", "|")[:1], grow)

    def _matrix(self, node: etree._Element, depth: int) -> Matrix:
        rows = tuple(
            tuple(self._row(cell, depth) for cell in row.iterchildren(q("m:e"))) for row in node.iterchildren(q("m:mr"))
        )
        aligns: list[str] = []
        for column in node.iterfind(f"{q('m:mPr')}/{q('m:mcs')}/{q('m:mc')}/{q('m:mcPr')}"):
            count = value(column, "m:count", "1")
            times = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 1
            aligns += [value(column, "m:mcJc", "center")] * min(times, _MOST_CELLS)
        return Matrix(rows, tuple(aligns[:_MOST_CELLS]))

    def _array(self, node: etree._Element, depth: int) -> Matrix:
        return Matrix(tuple((self._row(item, depth),) for item in node.iterchildren(q("m:e"))), array=True)

    def _accent(self, node: etree._Element, depth: int) -> Accent:
        sign = value(child(node, "m:accPr"), "m:chr", "\u0302")[:1]
        return Accent(self._part(node, "m:e", depth), sign)

    def _bar(self, node: etree._Element, depth: int) -> Accent:
        below = value(child(node, "m:barPr"), "m:pos", "bot") != "top"
        return Accent(self._part(node, "m:e", depth), "\u0305", below, "bar")

    def _group(self, node: etree._Element, depth: int) -> Accent:
        properties = child(node, "m:groupChrPr")
        below = value(properties, "m:pos", "bot") != "top"
        hangs = value(properties, "m:vertJc", "bot" if not below else "top") == ("top" if not below else "bot")
        return Accent(self._part(node, "m:e", depth), value(properties, "m:chr", "⏟")[:1], below, "group", hangs)

    def _limit(self, node: etree._Element, depth: int) -> Limit:
        below = node.tag == q("m:limLow")
        return Limit(self._part(node, "m:e", depth), self._part(node, "m:lim", depth), below)

    def _function(self, node: etree._Element, depth: int) -> Function:
        return Function(self._part(node, "m:fName", depth), self._part(node, "m:e", depth))

    def _box(self, node: etree._Element, depth: int) -> Box:
        return Box(self._part(node, "m:e", depth))

    def _bordered(self, node: etree._Element, depth: int) -> Box:
        properties = child(node, "m:borderBoxPr")
        sides = {side for side in ("Top", "Bot", "Left", "Right") if not is_on(properties, f"m:hide{side}")}
        names = {"strikeH": "h", "strikeV": "v", "strikeBLTR": "up", "strikeTLBR": "down"}
        strikes = {mark for name, mark in names.items() if is_on(properties, f"m:{name}")}
        return Box(self._part(node, "m:e", depth), frozenset(sides), frozenset(strikes))

    def _phantom(self, node: etree._Element, depth: int) -> Box:
        properties = child(node, "m:phantPr")
        names = {"zeroWid": "width", "zeroAsc": "above", "zeroDesc": "below"}
        flat = {mark for name, mark in names.items() if is_on(properties, f"m:{name}")}
        shown = is_on(properties, "m:show", default=True)
        if shown:
            return Box(self._part(node, "m:e", depth), flat=frozenset(flat))
        kept = len(self.texts)
        body = self._part(node, "m:e", depth)
        self.hidden(" ".join(self.texts[kept:]))
        del self.texts[kept:]
        return Box(body, shown=False, flat=frozenset(flat))

    def _part(self, node: etree._Element, name: str, depth: int) -> Row:
        return self._row(child(node, name), depth)

    _TERMS: ClassVar[dict[str, Callable[[FormulaReader, etree._Element, int], Term]]] = {
        q("m:f"): _fraction,
        q("m:sSub"): _scripts,
        q("m:sSup"): _scripts,
        q("m:sSubSup"): _scripts,
        q("m:sPre"): _scripts,
        q("m:nary"): _operator,
        q("m:rad"): _radical,
        q("m:d"): _delimited,
        q("m:m"): _matrix,
        q("m:eqArr"): _array,
        q("m:acc"): _accent,
        q("m:bar"): _bar,
        q("m:groupChr"): _group,
        q("m:limLow"): _limit,
        q("m:limUpp"): _limit,
        q("m:func"): _function,
        q("m:box"): _box,
        q("m:borderBox"): _bordered,
        q("m:phant"): _phantom,
    }


def _text_of(node: etree._Element) -> str:
    if node.tag == q("w:tab"):
        return " "
    return "\u2011" if node.tag == q("w:noBreakHyphen") else node.text or ""
