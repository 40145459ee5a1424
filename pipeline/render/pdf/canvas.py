"""The content of a page: text, lines and pictures as marked content (ISO 32000-1, 14.6)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.render.floating import Anchor
from pipeline.render.graphic import Label
from pipeline.render.layout.formats import Format, Piece
from pipeline.render.layout.lines import Item, Line
from pipeline.render.pdf.codes import Shown
from pipeline.render.pdf.decorations import Decorations
from pipeline.render.pdf.destinations import Destination, LinkArea
from pipeline.render.pdf.glyphs import glyph_operators
from pipeline.render.pdf.labels import fitted, parts
from pipeline.render.pdf.layers import Layers
from pipeline.render.pdf.leaders import LEADERS, filled
from pipeline.render.pdf.objects import factor, number
from pipeline.render.pdf.pictures import show_picture
from pipeline.render.pdf.relief import NO_TEXT, ghosts_of, ink_of, pen
from pipeline.render.pdf.resources import Drawn, Resources
from pipeline.render.pdf.rules import rule_operators
from pipeline.render.pdf.stretch import Stretch
from pipeline.render.pdf.turn import Turn, turned_about, turned_into
from pipeline.render.pdf.upright import is_upright, letters, said, stood
from pipeline.render.tags import ContentRef, Node
from pipeline.render.tree import Border, Link

if TYPE_CHECKING:
    from pipeline.render.layout.setting import ParagraphSetting


@dataclass
class Canvas:
    """One page's content stream; coordinates come from the top left and are turned here."""

    page: int
    height: float
    resources: Resources
    running: str = ""
    ops: list[str] = field(default_factory=list)
    links: dict[tuple[Link, Node], LinkArea] = field(default_factory=dict)
    destinations: dict[str, Destination] = field(default_factory=dict)
    headings: list[tuple[int, str, Destination]] = field(default_factory=list)
    mcids: list[Node] = field(default_factory=list)
    layers: Layers = field(default_factory=Layers)
    even: bool = False
    _mark: Node | str | None = None
    _in_text: bool = False
    _font: tuple[str, float] = ("", 0.0)
    _color: str = "000000"
    _spacing: float = 0.0
    _as_artifact: bool = False
    _baseline: tuple[float, str] = (float("nan"), "")
    _turn: Turn | None = None
    _saved: list[tuple[Turn | None, str, float]] = field(default_factory=list)
    _decorations: Decorations = field(default_factory=Decorations)
    _words: Stretch | None = None

    def artifact(self, active: bool) -> None:  # noqa: FBT001 - a switch
        """Switch to drawing all as artifacts, or back."""
        self._as_artifact = active

    def attach(self, node: Node | None) -> None:
        """Let an element join the structure tree here even if it stays empty."""
        if node is not None and not self._as_artifact:
            node.attach()

    def _begin(self, node: Node | None, kind: str = "") -> None:
        """Begin marked content for an element, or an artifact for none; go on where it is begun already."""
        target: Node | str = node if node is not None and not self._as_artifact else kind or self.running or "/Layout"
        if target is self._mark or target == self._mark:
            return
        self._end()
        self._mark = target
        if isinstance(target, Node):
            target.attach()
            target.kids.append(ContentRef(self.page, len(self.mcids)))
            self.ops.append(f"/{target.role} <</MCID {len(self.mcids)}>> BDC")
            self.mcids.append(target)
        elif target == "/Layout":
            self.ops.append("/Artifact BMC")
        else:
            self.ops.append(f"/Artifact <</Type /Pagination /Subtype {target}>> BDC")

    def _end(self) -> None:
        self._end_text()
        if self._mark is not None:
            self.ops.append("EMC")
            self._mark = None

    def _end_text(self) -> None:
        if self._in_text:
            self.ops.append("ET")
            self._in_text = False

    def finish(self) -> bytes:
        """Return the content stream."""
        self._end()
        return "\n".join(self.layers.around(self.ops)).encode("ascii")

    @contextmanager
    def layer(self, anchor: Anchor) -> Iterator[None]:
        """Draw what follows behind or before the text: its place in the structure is that of the moment."""
        self._end()
        kept = (self.ops, self._font, self._color, self._spacing, self._decorations)
        self.ops, self._font, self._color, self._spacing = [], ("", 0.0), "000000", 0.0
        if self._turn is not None:
            self.ops.append(self._turn.operator)
        self._decorations = Decorations()
        try:
            yield
        finally:
            self._end()
            self.layers.add(anchor, self.ops, running=bool(self.running))
            self.ops, self._font, self._color, self._spacing, self._decorations = kept

    def _floating(self, item: Item, x: float, y: float, setting: ParagraphSetting) -> None:
        """Draw an object that floats at its own place, measured from the line that it is anchored in."""
        run = item.floating
        assert run is not None
        assert run.anchor is not None
        left, top = setting.offsets.get(id(run), (0.0, 0.0))
        with self.layer(run.anchor):
            bottom = y + top + run.picture.height + run.style.raised
            show_picture(self, Item(left, run.picture.width, picture=run), (x, bottom), setting)
            if setting.node is not None and run.picture.alt is not None:
                setting.figure(run).set("Layout", "Placement", "/Block")

    def _fill_color(self, color: str) -> None:
        if color != self._color:
            self._color = color
            parts = (int(color[n : n + 2], 16) / 255 for n in (0, 2, 4))
            self.ops.append(f"{' '.join(number(part) for part in parts)} rg")

    def fill(self, x: float, y: float, size: tuple[float, float], color: str) -> None:
        """Fill a rectangle, as an artifact."""
        self._begin(None)
        self._end_text()
        self._fill_color(color)
        self.ops.append(" ".join(number(value) for value in (x, self.height - y - size[1], *size)) + " re f")

    def paint(self, operators: str, color: str = "") -> None:
        """Draw by operators, as an artifact; with a colour they fill with it."""
        self._begin(None)
        self._end_text()
        if color:
            self._fill_color(color)
        self.ops.append(operators)

    def rule(self, start: tuple[float, float], end: tuple[float, float], line: Border) -> None:
        """Draw a border line, as an artifact."""
        self.paint("\n".join(rule_operators(start, end, line, self.height)))

    def turn(self, area: tuple[float, float, float, float], direction: str) -> None:
        """Draw what follows turned into an area, lines running "up" or "down", until ``turn_back``."""
        turn = turned_into(area, direction, self.height)
        self._save(turn.after(self._turn), turn.operator)

    def spin(self, middle: tuple[float, float], degrees: float) -> None:
        """Draw what follows turned clockwise about a point, until ``turn_back``."""
        turn = turned_about(middle[0], self.height - middle[1], degrees)
        self._save(turn.after(self._turn), turn.operator)

    def marked(self, node: Node | None, operators: str) -> None:
        """Draw by operators that leave all as it was, as content of an element, or as an artifact for none."""
        self._begin(node)
        self._end_text()
        self.ops.append(operators)

    def label(self, label: Label, at: tuple[float, float], node: Node | None) -> None:
        """Draw one line of text of a drawing at a point of its baseline."""
        pieces = [piece for text in parts(label) for piece in self.resources.formats.pieces(text, label.style)]
        width = sum(piece.width for piece in pieces)
        if label.turn % 360:
            self.spin(at, label.turn)
        fit = fitted(label, pieces, width)
        if fit is not None:
            self._stretch(*fit, at)
        if label.opacity < 1.0:
            self._save(self._turn, f"/{self.resources.opacity(label.opacity)} gs")
        self._begin(node)
        x = at[0] - width * {"center": 0.5, "right": 1.0}.get(label.align, 0.0)
        for piece in pieces:
            self._show(piece, x, at[1] - (piece.format.descent if label.fit is not None else 0.0))
            x += piece.width
        for _ in range((fit is not None) + bool(label.turn % 360) + (label.opacity < 1.0)):
            self.turn_back()

    def _stretch(self, wanted: tuple[float, float], own: tuple[float, float], at: tuple[float, float]) -> None:
        """Draw what follows as large as wanted instead of its own size, from a point on."""
        across, up = (max(one, 0.1) / max(other, 0.1) for one, other in zip(wanted, own, strict=True))
        x, y = at[0], self.height - at[1]
        shift = f"{number(x - across * x)} {number(y - up * y)}"
        self._save(self._turn, f"{factor(across)} 0 0 {factor(up)} {shift} cm")

    def cut_off(self, top: float, bottom: float) -> None:
        """Show what follows only between two heights, until ``turn_back``."""
        self._save(self._turn, f"-9999 {number(self.height - bottom)} 29999 {number(bottom - top)} re W n")

    def _save(self, turn: Turn | None, operator: str) -> None:
        self._end()
        self.ops += ["q", operator]
        self._saved.append((self._turn, self._color, self._spacing))
        self._turn = turn

    def turn_back(self) -> None:
        """Draw as before the last ``turn``, ``spin`` or ``cut_off``."""
        self._end()
        self.ops.append("Q")
        self._turn, self._color, self._spacing = self._saved.pop()

    def placed(self, area: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Return the box on the page that an area fills in what is drawn turned."""
        return self._turn.box(area) if self._turn is not None else area

    def line(self, line: Line, x: float, y: float, setting: ParagraphSetting) -> None:
        """Draw a line of text whose top stands at y."""
        baseline = y + line.baseline
        self._mark_places(line, x, y, setting)
        self._backgrounds(line, x, y)
        for item in line.drawn:
            at = (x, baseline + item.drop)
            if item.piece is not None and not item.leader:
                self._piece(item, item.piece, at, setting)
                continue
            self._end_words()
            if item.leader:
                self._leader(item, x, baseline)
            if item.picture is not None:
                show_picture(self, item, at, setting)
            elif item.floating is not None:
                self._floating(item, x, y, setting)
            elif item.piece is not None:
                self._piece(item, item.piece, at, setting)
        self._end_words()
        self._space_for_break(line, x, baseline, setting)
        self._decorations.draw(self, line, x, baseline)

    def _space_for_break(self, line: Line, x: float, baseline: float, setting: ParagraphSetting) -> None:
        """Draw a space where a break ends a line, so that the words around it are told apart when read."""
        last = line.items[-1] if line.ends_with and line.items else None
        if last is not None and last.piece is not None and not last.is_space:
            space = self.resources.formats.pieces(" ", last.piece.format.style)[0]
            self._begin(self._node_of(last, last.piece, setting))
            self._show(space, x + last.x + last.width, baseline - space.format.rise)

    def _mark_places(self, line: Line, x: float, y: float, setting: ParagraphSetting) -> None:
        if self.running:
            return
        left, bottom, *_ = self.placed((x, self.height - y, x, self.height - y))
        place = Destination(self.page, left, bottom)
        for bookmark in line.bookmarks:
            self.destinations.setdefault(bookmark, place)
        level = setting.paragraph.style.outline_level
        if level is not None and line is setting.lines[0] and setting.node is not None and not self._as_artifact:
            title = " ".join((setting.title or setting.paragraph.text).split())
            if title:
                self.headings.append((level, title, place))

    def _backgrounds(self, line: Line, x: float, y: float) -> None:
        for item in line.items:
            color = item.piece.format.style.background if item.piece is not None else ""
            if color:
                self.fill(x + item.x, y + line.above, (item.width, line.height - line.above), color)

    def _leader(self, item: Item, x: float, baseline: float) -> None:
        """Draw the signs that fill a tab, with a space before and behind that parts them from words when read."""
        sign = LEADERS.get(item.leader)
        if sign is None or item.format is None or item.piece is None:
            return
        start, count = filled(item, self.resources.formats.pieces(sign, item.format.style)[0].width)
        if count:
            self._begin(None)
            for shown, at in ((" ", item.x), (sign * count, start), (" ", item.x + item.width)):
                for piece in self.resources.formats.pieces(shown, item.format.style):
                    self._show(piece, x + at, baseline)

    def _piece(self, item: Item, piece: Piece, at: tuple[float, float], setting: ParagraphSetting) -> None:
        left = at[0] + item.x
        if self._words is None or is_upright(piece) or not self._words.add(item, piece, left):
            self._start(item, piece, (left, at[1] - piece.format.rise), setting)
        self._decorations.add(item, piece, left, at[1])
        if piece.link is not None and setting.node is not None:
            self.link(piece.link, setting, (left, at[1], item.width, piece.format.size))

    def _start(self, item: Item, piece: Piece, at: tuple[float, float], setting: ParagraphSetting) -> None:
        """Show a piece; where others may stand in the same operator it is drawn with them."""
        self._end_words()
        self._begin(self._node_of(item, piece, setting))
        drawn = self.resources.drawn(piece.format)
        words = Stretch(piece.format, drawn.font, item, at[0])
        alone = drawn.by_itself or self._is_oblique or is_upright(piece)
        if not piece.shaped.glyphs or alone or not words.add(item, piece, at[0]):
            self._show(piece, *at)
            return
        self._place(piece.format, drawn, *at)
        self._words = words

    def _end_words(self) -> None:
        if self._words is not None:
            self.ops.append(self._words.operator())
            self._words = None

    def _node_of(self, item: Item, piece: Piece, setting: ParagraphSetting) -> Node | None:
        if setting.node is None:
            return None
        if item.is_label:
            return setting.label_node or setting.node
        if piece.format.style.change:
            return setting.change_node(piece.link, piece.format.style, piece.text)
        if piece.format.style.spoken:
            return setting.spoken_node(piece.link, piece.format.style.spoken, self.resources.language)
        return setting.node_for(piece.link, piece.format.style.language, self.resources.language)

    def _show(self, piece: Piece, x: float, baseline: float) -> None:
        if not piece.shaped.glyphs:
            return
        setting = piece.format
        drawn = self.resources.drawn(setting)
        if stack := list(letters(piece, self.resources.formats)):
            self._place(setting, drawn, x, baseline)
            self.ops.append(said(piece.text))
            for part, along in stack:
                self._show(part, x + along, baseline)
            self.ops.append("EMC")
            return
        shown = drawn.font.codes(piece.shaped, piece.text)
        if is_upright(piece):
            drawn, x, baseline = stood(piece, drawn, x, baseline)
        for ghost in ghosts_of(setting):
            self._place(setting, drawn, x + ghost.right, baseline + ghost.below)
            self._fill_color(ghost.color)
            self.ops += [NO_TEXT, *ghost.before, *glyph_operators(piece, shown), *ghost.after, "EMC"]
        self._place(setting, drawn, x, baseline)
        if setting.is_replacement:
            self.resources.formats.count_missing(piece)
        before, after = pen(setting)
        self.ops += before
        self._glyphs(piece, shown)
        self.ops += after

    def _place(self, setting: Format, drawn: Drawn, x: float, baseline: float) -> None:
        """Set the font, the colour and the place of what is shown next."""
        self._set_text_state(drawn.font.name, setting)
        if self._baseline[0] != baseline:
            self._baseline = (baseline, number(self.height - baseline))
        self.ops.append(f"{drawn.matrix} {number(x)} {self._baseline[1]} Tm")

    def _set_text_state(self, font: str, setting: Format) -> None:
        if not self._in_text:
            self.ops.append("BT")
            self._in_text = True
            self._font = ("", 0.0)
        if self._font != (font, setting.size):
            self._font = (font, setting.size)
            self.ops.append(f"/{font} {number(setting.size)} Tf")
        self._fill_color(ink_of(setting.style))
        spacing = setting.style.spacing / setting.scale
        if self._spacing != spacing:
            self._spacing = spacing
            self.ops.append(f"{number(spacing)} Tc")

    def _glyphs(self, piece: Piece, shown: Shown) -> None:
        """Show the glyphs; where the codes alone do not tell the text, a span says it (14.9.4).

        So it does for each word that stands aslant, whose letters readers else take for words of several lines.
        """
        actual = shown.actual or (piece.text if self._is_oblique and not piece.text.isspace() else "")
        backwards = piece.rtl and len(piece.text) > 1 and not actual
        if backwards:
            self.ops.append("/ReversedChars BMC")
        if actual:
            self.ops.append(said(actual))
        self.ops.extend(glyph_operators(piece, shown))
        if actual or backwards:
            self.ops.append("EMC")

    @property
    def _is_oblique(self) -> bool:
        return self._turn is not None and self._turn.is_oblique

    def link(self, link: Link, setting: ParagraphSetting, area: tuple[float, float, float, float]) -> None:
        """Add an area, x, baseline, width and height, to those of a link; what is drawn as an artifact has none."""
        if self._as_artifact:
            return
        left, baseline, width, size = area
        node = setting.link_node(link)
        found = self.links.setdefault((link, node), LinkArea(link, node, self.page))
        y = self.height - baseline
        box = self.placed((left, y - size * 0.25, left + width, y + size * 0.85))
        last = found.areas[-1] if found.areas else None
        if last is not None and abs(last[1] - box[1]) < 0.5 and abs(last[2] - box[0]) < size:
            found.areas[-1] = (last[0], last[1], box[2], max(last[3], box[3]))
        else:
            found.areas.append(box)
