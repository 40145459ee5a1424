"""Prose: blocks and inlines, read from Markdown or Word alike."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.origin import Origin


@dataclass(frozen=True)
class Text:
    """A run of plain text."""

    text: str


@dataclass(frozen=True)
class LineBreak:
    """A line break inside a paragraph."""


@dataclass(frozen=True)
class FigureReference:
    """``{namn}``, ``{namn:+}`` or ``{namn:-}``: a named figure, printed by the profile's number style.

    ``sign`` asks for a plus before a positive value, ``unsigned`` for no sign at all, where a word such as underskott
    says it; ``decimals`` overrides the figure's own number of decimals.
    """

    name: str
    origin: Origin
    sign: bool = False
    decimals: int | None = None
    unsigned: bool = False


@dataclass(frozen=True)
class Strong:
    """Strong importance (bold)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Emphasis:
    """Stress (italic)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Link:
    """A hyperlink; ``target`` is an absolute URI."""

    content: tuple[Inline, ...]
    target: str


Inline = Text | LineBreak | FigureReference | Strong | Emphasis | Link


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    content: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True)
class Heading:
    """A heading below the section's own: level 1 is the first level below it."""

    level: int
    content: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True)
class ItemList:
    """A list; each item is a sequence of blocks, so that lists nest."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    origin: Origin
    start: int = 1


@dataclass(frozen=True)
class TableCell:
    """A cell of a prose table; ``columns`` and ``rows`` are its spans."""

    content: tuple[Block, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class ProseTable:
    """A table in prose: ``head`` rows repeat on each page."""

    head: tuple[tuple[TableCell, ...], ...]
    body: tuple[tuple[TableCell, ...], ...]
    origin: Origin


Block = Paragraph | Heading | ItemList | ProseTable


@dataclass(frozen=True)
class Prose:
    """A department's text for one place in the paper."""

    blocks: tuple[Block, ...]
    origin: Origin
