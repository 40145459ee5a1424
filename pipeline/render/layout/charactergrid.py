"""Text on the grid of characters (w:docGrid of type linesAndChars or snapToChars, 17.6.5; MS-OI29500 2.1.534)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.fonts.characters import is_wide
from pipeline.render.layout.atoms import Atom, Kind
from pipeline.render.notetree import NoteRun
from pipeline.render.paper import CharacterGrid, PageSetup
from pipeline.render.tree import FieldRun, Inline, RunStyle, Settings, TextRun

_SLACK = 1e-6  # of a cell: what a sum of widths may be too wide by
_WIDE_SPACE = "\u3000"
_NARROWEST = 1.0  # points of a cell


def grid_of(page: PageSetup, settings: Settings) -> CharacterGrid | None:
    """Return a section's grid, whose cells are as wide as the default size and what is added; None without one."""
    if page.characters is None:
        return None
    extra, snaps = page.characters
    return CharacterGrid(extra, max(settings.letter + extra, _NARROWEST), snaps, settings.halves_latin)


def on_grid(content: Sequence[Inline], grid: CharacterGrid) -> tuple[Inline, ...]:
    """Return the content with the grid's space behind each character; in cells characters have none."""
    if grid.snaps or not grid.extra:
        return tuple(content)
    return tuple(part for run in content for part in _spaced(run, grid))


def _spaced(run: Inline, grid: CharacterGrid) -> Iterator[Inline]:
    if not isinstance(run, TextRun | FieldRun | NoteRun) or not run.style.on_grid:
        yield run
    elif grid.halves and isinstance(run, TextRun) and run.reading is None:
        for full, part in groupby(run.text, lambda letter: is_wide(letter) and letter != _WIDE_SPACE):
            yield replace(run, text="".join(part), style=_widened(run.style, grid.extra * (1.0 if full else 0.5)))
    else:
        yield replace(run, style=_widened(run.style, grid.extra * (0.5 if grid.halves else 1.0)))


def _widened(style: RunStyle, extra: float) -> RunStyle:
    return replace(style, spacing=style.spacing + extra)


def in_cells(atoms: Sequence[Atom], grid: CharacterGrid) -> list[Atom]:
    """Return atoms that stand in cells: an East Asian character in the middle of its own, other words together."""
    found: list[Atom] = []
    for _, group in groupby(enumerate(atoms), lambda item: _block(item[0], item[1])):
        block = [replace(atom) for _, atom in group]
        if block[0].kind in {Kind.WORD, Kind.SPACE} and _is_kept(block[0]):
            _pad(block, grid.pitch)
        found += block
    return found


def _block(index: int, atom: Atom) -> int:
    """Return what atoms of one block have in common: those of Latin text -1, others a number of their own."""
    plain = atom.kind in {Kind.WORD, Kind.SPACE} and _is_kept(atom) and not is_wide(atom.pieces[0].text[:1] or " ")
    return -1 if plain else index


def _is_kept(atom: Atom) -> bool:
    return bool(atom.pieces) and atom.pieces[0].format.style.on_grid


def _pad(block: list[Atom], pitch: float) -> None:
    """Give a block as many whole cells as it needs, half of what is free on each side."""
    width = sum(atom.width for atom in block)
    free = max(math.ceil(width / pitch - _SLACK), 1) * pitch - width
    first, last = block[0], block[-1]
    first.pads, first.width = (free / 2, first.pads[1]), first.width + free / 2
    last.pads, last.width = (last.pads[0], free / 2), last.width + free / 2
