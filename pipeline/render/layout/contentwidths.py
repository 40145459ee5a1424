"""How narrow and how wide a cell's content can be: what the columns of a table are fitted to (17.18.87)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.layout.atoms import Atom, Kind, Resolve, atoms_of
from pipeline.render.layout.charactergrid import in_cells, on_grid
from pipeline.render.layout.formats import Format, Formats
from pipeline.render.layout.twolines import in_two_lines, is_combined
from pipeline.render.paper import CharacterGrid
from pipeline.render.tree import Block, Cell, Paragraph, PictureRun, Settings, Table

MOST_NESTED = 12  # tables in each other that are looked into


@dataclass(frozen=True, slots=True)
class Extent:
    """The least width, with a break wherever one may stand, and the most, without any."""

    least: float = 0.0
    most: float = 0.0

    def widened(self, room: float) -> Extent:
        """Return the extent with more room beside it."""
        return Extent(self.least + room, self.most + room)

    def or_wider(self, other: Extent) -> Extent:
        """Return the extent that holds both."""
        return Extent(max(self.least, other.least), max(self.most, other.most))


@dataclass
class ContentWidths:
    """Measures blocks; each table is measured once, however deep it stands."""

    formats: Formats
    settings: Settings
    resolve: Resolve
    characters: CharacterGrid | None = None
    _tables: dict[int, Extent] = field(default_factory=dict)
    _depth: int = 0

    def of_cell(self, cell: Cell) -> Extent:
        """Return the extent of a cell, its margins included; its text runs upwards or downwards where it is turned."""
        margins = cell.margins.left + cell.margins.right
        if cell.direction in TURNED:
            height = max((_line_height(self.formats.of(block.mark)) for block in _paragraphs(cell.blocks)), default=0.0)
            return Extent(height + margins, height * len(cell.blocks) + margins)
        inside = self.of_blocks(cell.blocks)
        return Extent(inside.least + margins, inside.most + margins)

    def of_blocks(self, blocks: Sequence[Block]) -> Extent:
        """Return the extent of blocks below each other."""
        extent = Extent()
        for block in blocks:
            extent = extent.or_wider(self._paragraph(block) if isinstance(block, Paragraph) else self._table(block))
        return extent

    def _paragraph(self, paragraph: Paragraph) -> Extent:
        style = paragraph.style
        atoms = self._atoms(paragraph)
        sides = style.left + style.right
        label = paragraph.label
        start = max(style.first, 0.0)
        if label is not None and label.text:
            width = sum(piece.width for piece in self.formats.pieces(label.text, label.style))
            start = max(width + style.first, start)
        least, most = _least(atoms), self._most(atoms, style.left + start)
        return Extent(max(least + sides, 0.0), max(most + style.right, least + sides, 0.0))

    def _atoms(self, paragraph: Paragraph) -> list[Atom]:
        grid = self.characters if paragraph.style.snap_to_grid else None
        content = in_two_lines(paragraph.content) if is_combined(paragraph.content) else paragraph.content
        content = content if grid is None else on_grid(content, grid)
        atoms = atoms_of(content, self.formats, self.resolve)
        return in_cells(atoms, grid) if grid is not None and grid.snaps else atoms

    def _most(self, atoms: Sequence[Atom], start: float) -> float:
        """Return how far the longest line reaches when only breaks end lines; a tab reaches its next stop."""
        longest = x = start
        for atom in atoms:
            if atom.kind is Kind.BREAK:
                x = start
            elif atom.kind is Kind.TAB:
                step = self.settings.default_tab or 36.0
                x = (int(x / step) + 1) * step
            else:
                x += _width(atom)
            if atom.kind is not Kind.SPACE:
                longest = max(longest, x)
        return longest

    def _table(self, table: Table) -> Extent:
        found = self._tables.get(id(table))
        if found is None and self._depth < MOST_NESTED:
            self._depth += 1
            found = self._tables[id(table)] = self._measured(table)
            self._depth -= 1
        return found or Extent()

    def _measured(self, table: Table) -> Extent:
        """Return the extent of a table in a cell: the sums over its columns, within what it prefers."""
        least, most = [0.0] * len(table.columns), [0.0] * len(table.columns)
        for cell in (cell for row in table.rows for cell in row.cells):
            extent = self.of_cell(cell).widened(2 * table.spacing)
            wanted = max(cell.preferred, 0.0)
            share = 1 / cell.columns
            for column in range(cell.column, min(cell.column + cell.columns, len(least))):
                least[column] = max(least[column], (wanted if table.fixed else extent.least) * share)
                most[column] = max(most[column], max(wanted or extent.most, extent.least) * share)
        if table.fixed:
            least = most = [max(pair) for pair in zip(least, table.columns, strict=True)]
        total = max(table.width, sum(least)) if table.width > 0 else 0.0
        return Extent(total or sum(least), total or sum(most))


TURNED = {"tbRl", "btLr", "tbRlV", "tb-rl", "bt-lr", "rl", "lr", "rlV"}


def _line_height(setting: Format) -> float:
    return setting.ascent + setting.descent


def _paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _width(atom: Atom) -> float:
    if isinstance(atom.payload, PictureRun) and atom.payload.anchor is not None:
        return 0.0
    return atom.width


def _least(atoms: Sequence[Atom]) -> float:
    """Return the width of the widest stretch that no line end may part."""
    widest = current = 0.0
    for atom in atoms:
        if atom.kind in {Kind.SPACE, Kind.BREAK, Kind.TAB}:
            current = 0.0
            continue
        current += _width(atom)
        widest = max(widest, current)
        if atom.break_after:
            current = 0.0
    return widest
