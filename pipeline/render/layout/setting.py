"""A paragraph set into a width: its lines, its element in the structure tree and its decoration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.render.layout.atoms import Atom, Kind, Resolve, atoms_of
from pipeline.render.layout.boxes import Canvas, ParagraphBox
from pipeline.render.layout.formats import Formats
from pipeline.render.layout.lines import Line, LineBreaker, Measure
from pipeline.render.tags import Node
from pipeline.render.tree import FieldRun, Link, Paragraph, Picture, TabRun


@dataclass(slots=True, eq=False)
class ParagraphSetting:
    """A paragraph with its lines. ``node`` is None in headers and footers, which are artifacts."""

    paragraph: Paragraph
    formats: Formats
    measure: Measure
    node: Node | None
    label_node: Node | None = None
    lines: list[Line] = field(default_factory=list)
    joins_above: bool = False
    joins_below: bool = False
    link_nodes: dict[Link, Node] = field(default_factory=dict)
    picture_nodes: dict[Picture, Node] = field(default_factory=dict)
    language_nodes: dict[tuple[str, Link | None], Node] = field(default_factory=dict)

    @property
    def is_deferred(self) -> bool:
        """Return whether its text depends on the pages."""
        return any(isinstance(run, FieldRun) for run in self.paragraph.content)

    def set_lines(self, resolve: Resolve) -> None:
        """Set the paragraph's lines; ``resolve`` gives the text of fields."""
        atoms = [*self._label(), *atoms_of(self.paragraph.content, self.formats, resolve)]
        mark = self.formats.of(self.paragraph.mark)
        self.lines = LineBreaker(atoms, self.measure, mark, self.formats).lines()

    def _label(self) -> Iterator[Atom]:
        label = self.paragraph.label
        if label is None:
            return
        pieces = self.formats.pieces(label.text, label.style) if label.text else ()
        yield Atom(Kind.LABEL, pieces, sum(piece.width for piece in pieces))
        space = self.formats.pieces(" ", label.style)
        if label.suffix == "tab":
            yield Atom(Kind.TAB, space, payload=TabRun(label.style), format=self.formats.of(label.style))
        elif label.suffix == "space":
            yield Atom(Kind.LABEL, space, sum(piece.width for piece in space))

    def decorate(self, canvas: Canvas, box: ParagraphBox, x: float, y: float) -> None:
        """Draw the background and the borders of a box of this paragraph."""
        style = self.paragraph.style
        left, right = x + style.left + min(style.first, 0.0), x + self.measure.right
        height = box.height
        if style.background:
            canvas.fill(left, y, (right - left, height), style.background)
        edge = style.borders
        bottom = y + height
        if edge.top is not None and edge.top.width and box.is_first and not self.joins_above:
            canvas.rule((left, y), (right, y), edge.top)
        if edge.bottom is not None and edge.bottom.width and box.is_last and not self.joins_below:
            canvas.rule((left, bottom), (right, bottom), edge.bottom)
        for line, at in ((edge.left, left), (edge.right, right)):
            if line is not None and line.width:
                outside = at - line.space if line is edge.left else at + line.space
                canvas.rule((outside, y), (outside, bottom), line)
