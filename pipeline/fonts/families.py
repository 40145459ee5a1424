"""Which families stand in for which, and what a document's font table says of a family that is not here.

Widths and line metrics are those of the Windows fonts (``hmtx``, OS/2 usWinAscent and usWinDescent, ``hhea``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.fonts.bundled import DATA, bundled_families
from pipeline.fonts.metrics import LineMetrics


@dataclass(frozen=True, slots=True)
class Twin:
    """What stands in for a family: another, drawn ``stretch`` times as wide; ``exact`` when that gives the same widths.

    ``metrics`` are the line metrics of the family asked for, where they are known to differ; ``is_read`` tells that its
    characters are read as Unicode, so that nobody needs to be told of the other font; ``is_heavy`` that its plain style
    is drawn bold, ``is_slanted`` italic; ``is_broad`` that the family itself has East Asian characters or signs;
    ``widths`` names the widths it is drawn with (``widths_of``), times ``stretch``, "" for its own.
    """

    family: str
    stretch: float = 1.0
    exact: bool = False
    metrics: LineMetrics | None = None
    is_read: bool = False
    is_heavy: bool = False
    is_slanted: bool = False
    is_broad: bool = False
    widths: str = ""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font that a Word file brings with it: its part, and the key that its first bytes are scrambled with."""

    part: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class FontHint:
    """What word/fontTable.xml says of a family (17.8.3): other names, its class, its pitch and its PANOSE number.

    ``embedded`` are the fonts that the file brings for it, by whether they are bold and italic.
    """

    alternatives: tuple[str, ...] = ()
    kind: str = ""
    pitch: str = ""
    panose: bytes = b""
    embedded: Mapping[tuple[bool, bool], Embedded] = field(default_factory=dict)


SANS, SERIF, MONO = "liberation sans", "liberation serif", "liberation mono"
_COLUMNS = 8


@lru_cache(maxsize=1)
def twins() -> Mapping[str, Twin]:
    """Return what stands in for each known family, by name in lower case (``data/families.tsv``)."""
    found: dict[str, Twin] = {}
    for line in (DATA / "families.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            names, *cells = line.split("\t")
            found.update(dict.fromkeys(names.split("; "), _twin(cells)))
    return found


def _twin(cells: list[str]) -> Twin:
    family, how, stretch, ascent, descent, gap, widths, broad = cells + [""] * (_COLUMNS - len(cells))
    metrics = LineMetrics(float(ascent), float(descent), float(gap or 0)) if ascent else None
    return Twin(
        family,
        float(stretch),
        exact=how in {"same", "widths"},
        metrics=metrics,
        is_read=how == "read",
        is_heavy=how == "heavy",
        is_broad=bool(broad),
        widths=widths,
    )


_BETWEEN = re.compile(r"[ ,_-]+")
_LIST, _MOST_LISTED = re.compile("[,;]"), 8
_HEAVY = frozenset(
    (
        "bold",
        "semibold",
        "demibold",
        "extrabold",
        "ultrabold",
        "demi",
        "black",
        "heavy",
        "boldmt",
        "bolditalicmt",
        "bolditalic",
    )
)
_SLANTED = frozenset(("italic", "oblique", "italicmt", "bolditalic", "bolditalicmt", "lightitalic"))
_NARROW, _NARROW_STRETCH = frozenset(("condensed", "narrow", "cond", "compressed", "cn")), 0.82
_NAMELESS = frozenset(("regular", "normal", "mt", "ps", "psmt", "std", "roman", "italic", "oblique", "italicmt"))
_PLAIN = _NAMELESS | {"light", "thin", "medium", "book", "extralight", "ultralight", "semilight", "pro", "lt", "extra"}
_PLAIN |= {"ultra", "semi", "lightitalic", "display", "text", "ui", "variable", "ms"}
_SERIF_WORDS = (
    "serif", "roman", "garamond", "georgia", "palatino", "bookman", "century", "antiqua", "minion", "mincho", "ming",
    "song", "batang", "baskerville", "bodoni", "caslon", "constantia", "didot", "goudy", "perpetua", "rockwell",
    "sylfaen",
)  # fmt: skip
_WIDE = "\u2e80"  # names from here on are of East Asian fonts, which are all of one width
_MONO_WORDS = ("mono", "consolas", "courier", "typewriter", "terminal", "fixedsys")
_KINDS = {"roman": SERIF, "modern": MONO, "swiss": SANS}
_FIRST_SERIF, _FIRST_SANS, _LAST_SANS, _MONOSPACED = 2, 11, 15, 9


def cut_of(name: str) -> Twin | None:
    """Return what stands in for a cut of a known family, such as "Lato Light" or "Arial-BoldMT"; None for no such.

    Heavy cuts are drawn bold and narrow ones narrower; both only resemble, as light ones do.
    """
    words = [word for word in _BETWEEN.split(name) if word]
    dropped: set[str] = set()
    while len(words) > 1 and words[-1] in _HEAVY | _NARROW | _PLAIN:
        dropped.add(words.pop())
        found = _squeezed().get("".join(words))
        if found is not None:
            stretch = found.stretch * (_NARROW_STRETCH if dropped & _NARROW else 1.0)
            exact = found.exact and dropped <= _NAMELESS
            heavy, slanted = found.is_heavy or bool(dropped & _HEAVY), bool(dropped & _SLANTED)
            return replace(found, exact=exact, is_heavy=heavy, is_slanted=slanted, stretch=stretch)
    return None


@lru_cache(maxsize=1)
def _squeezed() -> Mapping[str, Twin]:
    """Return the known families and those of the program by their names without spaces."""
    own = {name: Twin(name) for name in bundled_families()}
    return {name.replace(" ", ""): twin for name, twin in (own | dict(twins())).items()}


def listed(name: str) -> tuple[str, ...]:
    """Return the families of a name that lists several, as web pages and some programs write it; none for one alone."""
    names = tuple(part.strip(" '\"") for part in _LIST.split(name)[:_MOST_LISTED])
    return tuple(part for part in names if part) if names != (name,) else ()


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
