"""Notes in the layout tree: their marks, their texts and how a section numbers and places them (17.11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.render.tree import Block, Link, RunStyle


@dataclass(frozen=True, slots=True)
class NoteRun:
    """The mark of a note: the reference to it in the text, or its ``own`` mark where the note begins.

    ``kind`` is footnote or endnote; ``mark`` is what the writer put in place of a number.
    """

    kind: str
    note: str
    style: RunStyle
    link: Link
    mark: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class SeparatorRun:
    """The line between text and notes (w:separator), over the whole column where notes go on from another page."""

    continued: bool = False


@dataclass(frozen=True, slots=True)
class NoteSetup:
    """How footnotes or endnotes are placed and numbered (w:footnotePr, w:endnotePr).

    ``position`` is pageBottom, beneathText, sectEnd or docEnd; ``restart`` continuous, eachSect or eachPage.
    """

    position: str = "pageBottom"
    number_format: str = "decimal"
    start: int = 1
    restart: str = "continuous"


@dataclass(frozen=True, slots=True, eq=False)
class Notes:
    """Footnotes or endnotes by id, and the stories that part them from the text; None where the file has none."""

    texts: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    separator: tuple[Block, ...] | None = None
    continued: tuple[Block, ...] | None = None
