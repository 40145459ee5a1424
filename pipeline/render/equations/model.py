"""What an equation is made of (ECMA-376 part 1, 22.1): text, and terms that hold rows of terms."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.render.looks import RunStyle


@dataclass(frozen=True, slots=True)
class Symbols:
    """Text of one look; ``plain`` is text that is no mathematics (m:nor), ``script`` an alphabet (m:scr)."""

    text: str
    style: RunStyle
    italic: bool = True
    bold: bool = False
    plain: bool = False
    script: str = ""


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction (m:f); ``kind`` is bar, noBar, skw or lin."""

    over: Row
    under: Row
    kind: str = "bar"


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with what stands low and high behind it (m:sSub, m:sSup, m:sSubSup), or before it (m:sPre)."""

    base: Row
    low: Row = ()
    high: Row = ()
    before: bool = False


@dataclass(frozen=True, slots=True)
class Operator:
    """An n-ary operator (m:nary); ``above`` tells that its limits stand below and above it."""

    sign: str
    low: Row
    high: Row
    body: Row
    above: bool


@dataclass(frozen=True, slots=True)
class Radical:
    """A root (m:rad); an empty degree is the square root's."""

    body: Row
    degree: Row = ()


@dataclass(frozen=True, slots=True)
class Delimited:
    """Terms between brackets (m:d), which are "" where there is none; ``grow`` tells that they are as high as those."""

    parts: tuple[Row, ...]
    begin: str = "("
    end: str = ")"
    separator: str = "|"
    grow: bool = True


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of cells (m:m), or with ``array`` equations below each other (m:eqArr); one alignment for each column."""

    rows: tuple[tuple[Row, ...], ...]
    aligns: tuple[str, ...] = ()
    array: bool = False


@dataclass(frozen=True, slots=True)
class Accent:
    """A sign above or below a term: an accent, a bar or a group character (m:acc, m:bar, m:groupChr).

    ``hangs`` tells that the sign and not the term stands on the line.
    """

    body: Row
    sign: str
    below: bool = False
    kind: str = "accent"
    hangs: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A term with another below or above it (m:limLow, m:limUpp)."""

    body: Row
    limit: Row
    below: bool


@dataclass(frozen=True, slots=True)
class Function:
    """A function's name before what it is applied to (m:func)."""

    name: Row
    body: Row


@dataclass(frozen=True, slots=True)
class Box:
    """A term in a frame (m:borderBox) or an invisible one (m:phant); ``sides`` are those that have a line.

    ``strikes`` are the lines through it: h, v, up, down. ``flat`` are what it takes no room for: width, above, below.
    """

    body: Row
    sides: frozenset[str] = frozenset()
    strikes: frozenset[str] = frozenset()
    shown: bool = True
    flat: frozenset[str] = frozenset()


Term = Symbols | Fraction | Scripts | Operator | Radical | Delimited | Matrix | Accent | Limit | Function | Box
Row = tuple[Term, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Equation:
    """A formula in a line, or with ``display`` on a line of its own.

    ``style`` is how text in it looks that has no look of its own, ``text`` are its characters in the order of the file,
    ``align`` is where one on a line of its own stands.
    """

    row: Row
    style: RunStyle
    text: str
    display: bool = False
    align: str = ""
