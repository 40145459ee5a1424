"""What stands inside an inline of the tree that holds more than text: a text box, a group, a chart, a note.

The tree's kinds grow; one that this package does not know gives up its blocks, pictures and texts all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from pipeline.render.notetree import NoteRun, SeparatorRun
from pipeline.render.tree import (
    Block,
    BookmarkRun,
    BreakRun,
    FieldRun,
    Inline,
    Paragraph,
    Picture,
    PictureRun,
    Table,
    TabRun,
    TextRun,
)

PLAIN = (TextRun, TabRun, BreakRun, FieldRun, PictureRun, BookmarkRun, NoteRun, SeparatorRun)
_TEXTS = frozenset({"text", "alt", "title", "caption", "stored", "label", "values"})
_PASSED_OVER = frozenset({"style", "link", "anchor", "place", "mark", "borders", "id", "path", "part"})
_DEEPEST = 12


def is_plain(run: Inline) -> bool:
    """Return whether an inline is one that stands in a line of text."""
    return isinstance(run, PLAIN) and not (isinstance(run, PictureRun) and run.picture.graphic is not None)


def has_object(run: Inline) -> bool:
    """Return whether an inline shows something that is no text."""
    return isinstance(run, PictureRun) or not is_plain(run)


def blocks_of(run: Inline) -> list[Block]:
    """Return the blocks inside an inline that is no mere text."""
    if is_plain(run):
        return []
    return [part for part in parts_of(run) if isinstance(part, Paragraph | Table)]


def parts_of(item: object, depth: int = 0) -> Iterator[Block | Picture | str]:
    """Yield the blocks, pictures and texts inside an item, in the order of its fields.

    Texts are told only of an item that holds no blocks of its own.
    """
    found = list(_inside(item, depth))
    has_blocks = any(isinstance(part, Paragraph | Table) for part in found)
    yield from (part for part in found if not (has_blocks and isinstance(part, str)))


def _inside(item: object, depth: int) -> Iterator[Block | Picture | str]:
    if not is_dataclass(item) or depth > _DEEPEST:
        return
    for entry in fields(item):
        if entry.name in _PASSED_OVER:
            continue
        value = getattr(item, entry.name)
        if isinstance(value, str):
            if entry.name in _TEXTS and value.strip():
                yield value
        else:
            yield from _members(value, entry.name, depth)


def _members(value: object, name: str, depth: int) -> Iterator[Block | Picture | str]:
    for member in value if isinstance(value, tuple | list) else (value,):
        if isinstance(member, Picture) and member.graphic is not None:
            yield from parts_of(member.graphic, depth + 1)
        elif isinstance(member, Paragraph | Table | Picture):
            yield member
        elif isinstance(member, tuple | list):
            yield from _members(member, name, depth)
        elif isinstance(member, str) and name in _TEXTS and member.strip():
            yield member
        elif is_dataclass(member):
            yield from parts_of(member, depth + 1)
