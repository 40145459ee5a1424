"""A paragraph set into a width: its lines, its element in the structure tree and its decoration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.render.layout.atoms import Atom, Kind, Resolve, atoms_of, directed_atoms, is_east_asian
from pipeline.render.layout.bidi import has_direction
from pipeline.render.layout.boxes import Canvas, ParagraphBox
from pipeline.render.layout.charactergrid import in_cells, on_grid
from pipeline.render.layout.direction import directed, is_directed
from pipeline.render.layout.eastasian import settle
from pipeline.render.layout.fitting import fitted, is_fitted
from pipeline.render.layout.formats import Formats
from pipeline.render.layout.lines import Line, LineBreaker, Measure
from pipeline.render.layout.paragraphframe import decorate
from pipeline.render.layout.refit import set_in_widths
from pipeline.render.layout.reflow import set_around
from pipeline.render.layout.surround import Channel
from pipeline.render.layout.twolines import in_two_lines, is_combined
from pipeline.render.notetree import NoteRun
from pipeline.render.tags import Node
from pipeline.render.tree import FieldRun, Link, ListLabel, Paragraph, PictureRun, RunStyle, TabRun, TextRun

if TYPE_CHECKING:
    from pipeline.render.layout.textboxes import BoxedText

# How much of a label stands before the place that the indents give it (w:lvlJc).
LONGEST_CHANGE = 4_000  # characters of one span of inserted or deleted text
_NUMBER_TITLES = {"": "sida {}", "Reference": "not {}", "Lbl": "tillbaka till texten vid not {}"}
_LABEL_BACK = {"right": 1.0, "center": 0.5}


@dataclass(slots=True, eq=False)
class ParagraphSetting:
    """A paragraph with its lines. ``node`` is None in headers and footers, which are artifacts.

    ``boxed`` are the texts of the boxes in its drawings, by the box's identity. ``channels`` are what its lines were
    set in beside floating objects, ``moved`` how many lines those reach over, and
    ``offsets`` the places of objects anchored in it, from the top left corner of their lines, by the run's identity.
    """

    paragraph: Paragraph
    formats: Formats
    measure: Measure
    node: Node | None
    label_node: Node | None = None
    lines: list[Line] = field(default_factory=list)
    joins_above: bool = False
    joins_below: bool = False
    joins_ground: bool = False
    link_nodes: dict[Link, Node] = field(default_factory=dict)
    picture_nodes: dict[int, Node] = field(default_factory=dict)
    title: str = ""
    channels: list[tuple[int, Channel]] = field(default_factory=list)
    moved: int = 0
    offsets: dict[int, tuple[float, float]] = field(default_factory=dict)
    widths: list[tuple[int, float]] = field(default_factory=list)
    followers: list[Node] = field(default_factory=list)
    boxed: dict[int, BoxedText] = field(default_factory=dict)
    _span: Node | None = None
    _resolve: Resolve | None = None
    _linked: dict[int, list[str]] | None = None

    @property
    def is_deferred(self) -> bool:
        """Return whether its text depends on the pages."""
        return any(isinstance(run, FieldRun) for run in self.paragraph.content)

    @property
    def has_notes(self) -> bool:
        """Return whether it refers to notes."""
        return any(isinstance(run, NoteRun) for run in self.paragraph.content)

    def set_lines(self, resolve: Resolve) -> None:
        """Set the paragraph's lines; ``resolve`` gives the text of fields."""
        atoms = [*self._label(), *self._content(resolve)]
        mark = self.formats.of(self.paragraph.mark)
        self._resolve = resolve
        breaker = LineBreaker(atoms, self.measure, mark, self.formats)
        if self.channels:
            self.lines, self.moved = set_around(breaker, self.channels)
        elif self.widths:
            self.lines = set_in_widths(breaker, self.widths)
        else:
            self.lines = breaker.lines()

    @property
    def has_floats(self) -> bool:
        """Return whether objects that float are anchored in the paragraph."""
        return any(isinstance(run, PictureRun) and run.anchor is not None for run in self.paragraph.content)

    def widen(self, start: int, width: float) -> None:
        """Set the lines from a number on anew in a column of another width; those before it are kept."""
        earlier = [(line, own) for line, own in self.widths if line < start]
        self.widths = [*(earlier or [(0, self.measure.width)]), (start, width)] if start else []
        self.measure = replace(self.measure, width=width)
        assert self._resolve is not None
        self.set_lines(self._resolve)

    def reflow(self, start: int, channel: Channel | None) -> None:
        """Set the lines from a number on anew, beside what stands in the channel; those before it are kept."""
        kept = self.lines[:start]
        self.channels = [(line, earlier) for line, earlier in self.channels if line < start]
        if channel is not None:
            self.channels.append((start, channel))
        elif self.channels:
            last = self.channels[-1][1]
            self.channels.append((start, replace(last, exclusions=())))
        self.moved = 0
        assert self._resolve is not None
        self.set_lines(self._resolve)
        self.lines[:start] = kept

    def _content(self, resolve: Resolve) -> list[Atom]:
        content = self.paragraph.content
        grid = self.measure.characters
        if grid is not None:
            content = on_grid(content, grid)
        if is_combined(content):
            content = in_two_lines(content)
        if is_fitted(content):
            content = tuple(fitted(content, self.formats))
        if is_directed(self.paragraph):
            base = int(self.paragraph.style.rtl)
            atoms = directed_atoms(content, self.formats, resolve, base)
        else:
            atoms = atoms_of(content, self.formats, resolve)
        if is_east_asian(self.paragraph.content):
            atoms = [replace(atom) for atom in atoms]
            style = self.paragraph.style
            snaps = grid is not None and grid.snaps
            settle(atoms, spaced=style.east_asian_space and not snaps, kept=style.keeps_signs)
        return in_cells(atoms, grid) if grid is not None and grid.snaps else atoms

    def _label(self) -> Iterator[Atom]:
        label = self.paragraph.label
        if label is None:
            return
        number = list(self._number(label))
        yield from number
        space = self.formats.pieces(" ", label.style)
        if label.legacy is not None:
            wide, own = sum(atom.width for atom in number), sum(piece.width for piece in space)
            free = max(label.legacy[0] - wide, label.legacy[1])
            yield Atom(Kind.LABEL, space, own, back=own - free)
        elif label.suffix == "tab":
            yield Atom(Kind.TAB, space, payload=TabRun(label.style), format=self.formats.of(label.style))
        elif label.suffix == "space":
            yield Atom(Kind.LABEL, space, sum(piece.width for piece in space))

    def _number(self, label: ListLabel) -> Iterator[Atom]:
        """Yield a label's text; in a paragraph from right to left its parts have directions of their own."""
        if label.picture is not None:
            shown, setting = PictureRun(label.picture, label.style), self.formats.of(label.style)
            yield Atom(Kind.OBJECT, width=label.picture.width, payload=shown, format=setting, is_label=True)
            return
        base = int(self.paragraph.style.rtl)
        parts: Iterable[tuple[str, int]] = ((label.text, 0),)
        if base or has_direction(label.text):
            found = directed((TextRun(label.text, replace(label.style, rtl=bool(base))),), base)
            parts = [(run.text, level) for run, level in found if isinstance(run, TextRun)]
        atoms = []
        for text, level in parts:
            pieces = self.formats.pieces(text, label.style, rtl=bool(level % 2)) if text else ()
            atoms.append(Atom(Kind.LABEL, pieces, sum(piece.width for piece in pieces), level=level))
        if atoms:
            atoms[0].back = sum(atom.width for atom in atoms) * _LABEL_BACK.get(label.align, 0.0)
        yield from atoms

    def node_for(self, link: Link | None, language: str, document_language: str) -> Node:
        """Return the element for text: the paragraph's, its link's, or a span where the language is another.

        Asked in the order of the text: a span ends where something else stands.
        """
        assert self.node is not None
        base = self.node if link is None else self.link_node(link)
        if not language or language == document_language:
            self._span = None
            return base
        if self._span is None or (self._span.parent, self._span.language) != (base, language):
            self._span = base.child("Span")
            self._span.language = language
        return self._span

    def change_node(self, link: Link | None, style: RunStyle, words: str) -> Node:
        """Return the span of inserted or deleted text; a listener hears which it is, with all its words."""
        assert self.node is not None
        base = self.node if link is None else self.link_node(link)
        change = f"{style.change} {style.color}"
        is_long = self._span is not None and len(self._span.actual) > LONGEST_CHANGE
        if self._span is None or is_long or (self._span.parent, self._span.change) != (base, change):
            self._span = base.child("Span")
            self._span.change = change
            self._span.actual = f"[{style.change}: ]"
        self._span.actual = f"{self._span.actual[:-1]}{words}]"
        return self._span

    def spoken_node(self, link: Link | None, spoken: str, document_language: str) -> Node:
        """Return the span of signs that words of the program's own stand for, such as the state of a box to tick."""
        assert self.node is not None
        base = self.node if link is None else self.link_node(link)
        if self._span is None or (self._span.parent, self._span.alt) != (base, spoken):
            self._span = base.child("Span")
            self._span.alt = spoken
            self._span.language = "" if document_language.lower().startswith("sv") else "sv-SE"
        return self._span

    def link_node(self, link: Link) -> Node:
        """Return the element of a link; its title is the text that it stands on."""
        assert self.node is not None
        if link not in self.link_nodes:
            element = self.link_nodes[link] = self._link_parent(link).child("Link")
            element.title = " ".join("".join(self._link_words().get(id(link), ())).split()) or self._number_title(link)
        return self.link_nodes[link]

    def _link_words(self) -> dict[int, list[str]]:
        """Return the words of each link of the paragraph, gathered once."""
        if self._linked is None:
            self._linked = {}
            for run in self.paragraph.content:
                link = getattr(run, "link", None)
                if link is not None:
                    self._linked.setdefault(id(link), []).append(self._words(run))
        return self._linked

    def _link_parent(self, link: Link) -> Node:
        """Return the element that a link stands in: that of a note's mark has one of its own."""
        assert self.node is not None
        if link.role == "Lbl" and self.node.parent is not None:
            return self.node.parent.child("Lbl")
        return self.node.child(link.role) if link.role else self.node

    def _number_title(self, link: Link) -> str:
        """Return what a link is called whose words are set by the pages: a note's number or a page's."""
        items = (item.piece for line in self.lines for item in line.items)
        shown = "".join(piece.text for piece in items if piece and piece.link is link).strip()
        return _NUMBER_TITLES[link.role].format(shown).strip() if shown or link.role else ""

    @staticmethod
    def _words(run: object) -> str:
        if isinstance(run, TextRun):
            return run.text
        if isinstance(run, NoteRun):
            return ""
        return (run.picture.alt or "") if isinstance(run, PictureRun) else " "

    def figure(self, run: PictureRun) -> Node:
        """Return the element of a picture."""
        assert self.node is not None
        self._span = None
        equation = run.picture.equation
        key = id(run) if equation is None else id(equation)
        if key not in self.picture_nodes:
            base = self.node if run.link is None else self.link_node(run.link)
            element = self.picture_nodes[key] = base.child("Figure" if equation is None else "Formula")
            element.alt = run.picture.alt or ""
        return self.picture_nodes[key]

    def decorate(self, canvas: Canvas, box: ParagraphBox, x: float, y: float) -> None:
        """Draw the ground and the borders of a box of this paragraph."""
        decorate(canvas, box, x, y)
