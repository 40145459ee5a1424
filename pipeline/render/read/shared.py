"""What all parts of one document share while it is read: facts for fields, counters, and what is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.render.graphic import Graphic
from pipeline.render.read.changes import Changes
from pipeline.render.read.choices import AS_ACCEPTED, Choices
from pipeline.render.read.facts import Facts
from pipeline.render.read.ledger import Ledger
from pipeline.render.read.sequences import Sequences

if TYPE_CHECKING:
    from pipeline.ooxml.package import Package
    from pipeline.render.read.picturebullets import Bullet
    from pipeline.render.tree import Document, Unsupported


@dataclass
class Shared:
    """One for each document. ``contents`` are the instructions of its tables of contents, in order.

    ``made_anew`` are the numbers of those that were made anew, ``empty_contents`` is what is told of those without a
    stored result, if they are not; ``captions`` the paragraphs of the main part with a SEQ
    field, by its name. ``comments`` are the ids of the comments that the text refers to, in order. ``played`` are its
    metafiles as drawn, by part and size.
    ``open_inner`` reads a Word file within the file, ``inserted`` is the text of such; ``math_align`` is
    where the settings put equations on lines of their own.
    """

    facts: Facts
    sequences: Sequences
    ledger: Ledger = field(default_factory=Ledger)
    contents: list[str] = field(default_factory=list)
    made_anew: list[int] = field(default_factory=list)
    empty_contents: dict[int, Unsupported] = field(default_factory=dict)
    captions: dict[str, set[int]] = field(default_factory=dict)
    choices: Choices = AS_ACCEPTED
    changes: Changes = field(default_factory=Changes)
    comments: list[str] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    open_inner: Callable[[Package], Document] | None = None
    inserted: list[str | Package] = field(default_factory=list)
    math_align: str = ""
    bullets: dict[str, Bullet] = field(default_factory=dict)
    played: dict[tuple[object, ...], Graphic | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.changes.shown = self.choices.changes

    def settled(self, made: list[int]) -> list[Unsupported]:
        """Take the numbers of the tables of contents that were made anew; return what is told of the empty ones."""
        self.made_anew = made
        return [told for number, told in self.empty_contents.items() if number not in made]

    def count(self, name: str, start: int = 1) -> int:
        """Return the next number of a counter of this name."""
        self.counted[name] = self.counted[name] + 1 if name in self.counted else start
        return self.counted[name]
