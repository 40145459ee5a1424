"""Which families stand in for which, and what a document's font table says of a family that is not here.

Widths and line metrics are those of the Windows fonts (``hmtx``, OS/2 usWinAscent and usWinDescent, ``hhea``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.fonts.metrics import LineMetrics


@dataclass(frozen=True, slots=True)
class Twin:
    """What stands in for a family: another, drawn ``stretch`` times as wide; ``exact`` when that gives the same widths.

    ``metrics`` are the line metrics of the family asked for, where they are known to differ; ``is_read`` tells that its
    characters are read as Unicode, so that nobody needs to be told of the other font.
    """

    family: str
    stretch: float = 1.0
    exact: bool = False
    metrics: LineMetrics | None = None
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class FontHint:
    """What word/fontTable.xml says of a family (17.8.3): other names, its class, its pitch and its PANOSE number."""

    alternatives: tuple[str, ...] = ()
    kind: str = ""
    pitch: str = ""
    panose: bytes = b""


SANS, SERIF, MONO, SIGNS = "liberation sans", "liberation serif", "liberation mono", "dejavu sans"


def _same(family: str) -> Twin:
    return Twin(family, exact=True)


def _like(family: str, stretch: float, ascent: int, descent: int, em: int = 2048) -> Twin:
    return Twin(family, stretch, metrics=LineMetrics(ascent / em, descent / em, 0.0))


def _signs(ascent: int, descent: int) -> Twin:
    """Return the twin of a symbol font, whose characters are read as Unicode: nothing of it is missing."""
    return Twin(SIGNS, metrics=LineMetrics(ascent / 2048, descent / 2048, 0.0), is_read=True)


TWINS: Mapping[str, Twin] = {
    "calibri": _same("carlito"),
    "cambria": Twin("caladea", exact=True, metrics=LineMetrics(0.9502, 0.2222, 0.0)),
    "cambria math": Twin("caladea", exact=True, metrics=LineMetrics(0.9502, 0.2222, 0.0)),
    **dict.fromkeys(("arial", "helvetica", "arialmt", "arial mt", "arial unicode ms", "nimbus sans"), _same(SANS)),
    **dict.fromkeys(("times new roman", "times", "timesnewromanpsmt", "times new roman ps", "tms rmn"), _same(SERIF)),
    **dict.fromkeys(("courier new", "courier", "couriernewpsmt", "nimbus mono"), _same(MONO)),
    "arial narrow": Twin(SANS, 0.82, exact=True, metrics=LineMetrics(1916 / 2048, 434 / 2048, 0.0)),
    "helvetica narrow": Twin(SANS, 0.82, exact=True),
    "calibri light": Twin("carlito"),
    "arial black": _like(SANS, 1.22, 2254, 634),
    "verdana": _like(SANS, 1.16, 2059, 430),
    "tahoma": _like(SANS, 1.0, 2049, 423),
    "segoe ui": _like(SANS, 1.0, 2210, 514),
    "segoe ui light": _like(SANS, 0.98, 2210, 514),
    "segoe ui semibold": _like(SANS, 1.04, 2210, 514),
    "trebuchet ms": _like(SANS, 1.0, 1923, 455),
    "comic sans ms": _like(SANS, 1.07, 2257, 597),
    "lucida sans unicode": _like(SANS, 1.09, 2246, 901),
    "impact": _like(SANS, 0.95, 2066, 432),
    "georgia": _like(SERIF, 1.11, 1878, 449),
    "consolas": _like(MONO, 0.9162, 1884, 514),
    "lucida console": _like(MONO, 1.0041, 1616, 432),
    "garamond": Twin(SERIF, 0.94),
    "palatino linotype": Twin(SERIF, 1.09),
    "book antiqua": Twin(SERIF, 1.09),
    "bookman old style": Twin(SERIF, 1.17),
    "century schoolbook": Twin(SERIF, 1.1),
    "century gothic": Twin(SANS, 1.07),
    "symbol": _signs(2059, 450),
    "wingdings": _signs(1841, 432),
    "wingdings 2": _signs(1729, 432),
    "wingdings 3": _signs(1845, 432),
    "webdings": _signs(1638, 410),
    **dict.fromkeys(("symbol mt", "symbolps"), _signs(2059, 450)),
    **dict.fromkeys(("zapfdingbats", "zapf dingbats", "itc zapf dingbats", "monotype sorts"), _signs(1690, 296)),
    "segoe ui symbol": Twin(SIGNS),
}

_SERIF_WORDS = (
    "serif", "roman", "garamond", "georgia", "palatino", "bookman", "century", "antiqua", "minion", "mincho", "ming",
    "song", "batang", "baskerville", "bodoni", "caslon", "constantia", "didot", "goudy", "perpetua", "rockwell",
    "sylfaen",
)  # fmt: skip
_WIDE = "\u2e80"  # names from here on are of East Asian fonts, which are all of one width
_MONO_WORDS = ("mono", "consolas", "courier", "typewriter", "terminal", "fixedsys")
_KINDS = {"roman": SERIF, "modern": MONO, "swiss": SANS}
_FIRST_SERIF, _FIRST_SANS, _LAST_SANS, _MONOSPACED = 2, 11, 15, 9


def resembling(name: str, hint: FontHint | None) -> str:
    """Return the family of the program that a family resembles: by its pitch, PANOSE or class, else by its name."""
    if any(word in name for word in _MONO_WORDS) or (hint and hint.pitch == "fixed" and max(name, default="") < _WIDE):
        return MONO
    told = (_by_panose(hint.panose) or _KINDS.get(hint.kind, "")) if hint else ""
    if told:
        return told
    return SERIF if "sans" not in name and any(word in name for word in _SERIF_WORDS) else SANS


def _by_panose(panose: bytes) -> str:
    """Return what a PANOSE number of Latin text tells: monospaced, with serifs or without; "" for nothing."""
    if len(panose) != 10 or panose[0] != 2:
        return ""
    if panose[3] == _MONOSPACED:
        return MONO
    if _FIRST_SERIF <= panose[1] < _FIRST_SANS:
        return SERIF
    return SANS if panose[1] <= _LAST_SANS and panose[1] >= _FIRST_SANS else ""
