"""Shapes, groups and canvases of DrawingML as one graphic (wps, wpg and wpc of [MS-ODRAWXML]; 20.1.2.2, 20.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.gradients import laid
from pipeline.render.graphic import Graphic, Image, Path, Place, Shape, Stroke, TextBox
from pipeline.render.read.alternatives import chosen
from pipeline.render.read.blips import Frame, blip_picture
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import NO_PAINT, Paint, filling, first_color, gradient, outline, paint_of
from pipeline.render.read.guides import custom
from pipeline.render.read.linkedboxes import chain_of
from pipeline.render.read.presetforms import Form, preset, text_edges
from pipeline.render.read.properties import ParaProps, RunProps
from pipeline.render.read.units import EMU, child, integer
from pipeline.render.tree import Block, Picture

MOST_SHAPES = 5_000  # in one drawing; beyond, they are told
DEEPEST_GROUP = 30
_SHARE = 100_000
_ANGLE = 60_000
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_ALIGN = {"ctr": "center", "b": "bottom"}
_DIRECTIONS = {"vert": "down", "vert270": "up", "eaVert": "down", "mongolianVert": "down"}
_DIRECTIONS |= {"wordArtVert": "down", "wordArtVertRtl": "down"}
_LINE_WIDTHS = {1: 0.5, 2: 1.0, 3: 1.5}
_DRAWN = {q("wps:wsp"), q("wpg:wgp"), q("wpc:wpc")}
_USUAL_ADJUSTED = 100
_ACROSS = 45.0  # degrees: a shape turned by more is as high as it was wide
TextReader = Callable[[etree._Element], tuple[Block, ...]]  # noqa: SLF001 - lxml's own type

FrameReader = Callable[[etree._Element, Place], tuple[Shape, ...]]  # noqa: SLF001


def local(node: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of a local name, whatever its namespace: wps, dsp, a and lc have shapes of one make."""
    return None if node is None else next(node.iterchildren(f"{{*}}{name}"), None)


@dataclass(frozen=True, slots=True)
class Space:
    """The coordinates of a group's children: where the group stands, where they begin, and points for each unit."""

    place: Place
    left: float = 0.0
    top: float = 0.0
    across: float = 1 / EMU
    down: float = 1 / EMU
    fill: Paint = NO_PAINT

    def inside(self, transform: etree._Element | None) -> Place:
        """Return where a child stands by its a:xfrm (20.1.7.6); without one it fills the group."""
        offset, extent = child(transform, "a:off"), child(transform, "a:ext")
        if transform is None or extent is None:
            return self.place
        left, top = (integer(offset.get(name)) if offset is not None else 0 for name in ("x", "y"))
        flips = (transform.get("flipH") in {"1", "true"}, transform.get("flipV") in {"1", "true"})
        size = (float(integer(extent.get("cx"))), float(integer(extent.get("cy"))))
        return self.at((float(left), float(top)), size, integer(transform.get("rot")) / _ANGLE, flips)

    def at(
        self, corner: tuple[float, float], size: tuple[float, float], turn: float, flips: tuple[bool, bool]
    ) -> Place:
        """Return where a child stands by its corner, size, turn and mirroring in the group's own coordinates."""
        width, height = size[0] * self.across, size[1] * self.down
        across, down = (corner[0] - self.left) * self.across, (corner[1] - self.top) * self.down
        x, y = self.place.point(across + width / 2, down + height / 2)
        own = -turn if self.place.flip_h != self.place.flip_v else turn
        flip_h, flip_v = flips[0] != self.place.flip_h, flips[1] != self.place.flip_v
        return Place(x, y, max(width, 0.0), max(height, 0.0), (self.place.turn + own) % 360, flip_h, flip_v)

    def of_group(self, transform: etree._Element | None, place: Place, fill: Paint) -> Space:
        """Return the coordinates of the children of a group in this one, by its a:chOff and a:chExt."""
        begin, size = child(transform, "a:chOff"), child(transform, "a:chExt")
        if begin is None or size is None:
            return Space(place, fill=fill)
        wide, high = integer(size.get("cx")), integer(size.get("cy"))
        return Space(
            place,
            float(integer(begin.get("x"))),
            float(integer(begin.get("y"))),
            place.width / wide if wide > 0 else 1 / EMU,
            place.height / high if high > 0 else 1 / EMU,
            fill,
        )


@dataclass
class ShapeReader:
    """Reads the shapes of one drawing: ``text`` the blocks of a w:txbxContent, ``frames`` charts and SmartArt in it."""

    context: PartContext
    text: TextReader
    items: list[Shape] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    frames: FrameReader | None = None
    _depth: int = 0

    def read(self, holder: etree._Element, width: float, height: float) -> Graphic:
        """Return the graphic of a shape, group or canvas that fills a size in points."""
        place = Place(width / 2, height / 2, width, height)
        kind = etree.QName(holder).localname
        if kind == "wpc":
            self._canvas(holder, Space(place))
        elif kind in {"wgp", "grpSp"}:
            self._group(holder, Space(place), whole=True)
        else:
            transform = child(local(holder, "spPr"), "a:xfrm")
            alone = Space(place).inside(transform) if transform is not None else place
            self.shape(holder, replace(alone, x=place.x, y=place.y, width=width, height=height), NO_PAINT)
        return Graphic(tuple(self.items))

    def _canvas(self, node: etree._Element, space: Space) -> None:
        theme = self.context.styles.theme
        ground = filling(child(node, "wpc:bg"), theme) or NO_PAINT
        frame = outline(child(child(node, "wpc:whole"), "a:ln"), theme, None)
        self._outline("rect", space.place, ground, frame)
        self._members(node, space)

    def _members(self, node: etree._Element, space: Space) -> None:
        for item in node.iterchildren("*"):
            kind = etree.QName(item).localname
            if len(self.items) >= MOST_SHAPES:
                self.context.report("en teckning med fler former än vad som tas emot", "resten av formerna utelämnas")
                return
            if kind == "AlternateContent":
                found = chosen(item)
                self._members(item if found is None else found, space)
            elif kind in {"wgp", "grpSp"}:
                self._group(item, space)
            elif kind in {"wsp", "sp", "cxnSp"}:
                self.shape(item, space.inside(child(local(item, "spPr"), "a:xfrm")), space.fill)
            elif kind == "pic":
                self._picture(item, space.inside(child(local(item, "spPr"), "a:xfrm")))
            elif kind in {"graphicFrame", "contentPart"}:
                self._frame(item, space.inside(local(item, "xfrm")))

    def _frame(self, node: etree._Element, place: Place) -> None:
        """Add what a frame holds: a chart or SmartArt; what cannot be read has a frame with its name."""
        found = self.frames(node, place) if self.frames is not None else ()
        named = next(node.iter("{*}cNvPr", "{*}nvPr"), None)
        name, told = (named.get(key) or "" if named is not None else "" for key in ("name", "descr"))
        if not found:
            self.context.report("ett objekt i en grupp som inte kan ritas", "en ruta med dess namn står i dess ställe")
            found = (Image(Picture("", place.width, place.height, told or name, name=name), place),)
        told = told or " ".join(item.picture.alt or "" for item in found if isinstance(item, Image))
        self.alternatives += [told] if told else []
        self.items.extend(found)

    def _group(self, node: etree._Element, space: Space, *, whole: bool = False) -> None:
        if self._depth >= DEEPEST_GROUP:
            return
        self._depth += 1
        properties = local(node, "grpSpPr")
        transform = child(properties, "a:xfrm")
        place = space.inside(transform)
        if whole:
            place = replace(place, x=space.place.x, y=space.place.y, width=space.place.width, height=space.place.height)
        paint = filling(properties, self.context.styles.theme, space.fill)
        self._members(node, space.of_group(transform, place, space.fill if paint is None else paint))
        self._depth -= 1

    def _picture(self, node: etree._Element, place: Place) -> None:
        blip = node.find(f".//{q('a:blip')}")
        named = next(node.iter("{*}cNvPr"), None)
        described = (named.get("descr") or "").strip() if named is not None else ""
        if described:
            self.alternatives.append(described)
        if blip is not None:
            name = (named.get("name") or "") if named is not None else ""
            self.items.append(self._blip(blip, node, place, name))
        line = outline(child(local(node, "spPr"), "a:ln"), self.context.styles.theme, None)
        if line is not None:
            self._outline("rect", place, NO_PAINT, line)

    def shape(self, node: etree._Element, place: Place, group_fill: Paint) -> None:
        """Add a shape: its outline, and the box of its text."""
        theme = self.context.styles.theme
        properties, style = local(node, "spPr"), local(node, "style")
        paint = filling(properties, theme, group_fill)
        paint = self._styled(style, "fillRef") if paint is None else paint
        stroke = outline(child(properties, "a:ln"), theme, self._styled_line(style))
        self._filled_picture(properties, place)
        name = self._form(properties, place, paint, stroke)
        content = self._content(node)
        if content is not None:
            self._text_box(node, content, (place, name), paint)

    def _styled(self, style: etree._Element | None, name: str) -> Paint:
        """Return the colour of a style's reference; its number 0 stands for none (20.1.4.2.10)."""
        reference = child(style, f"a:{name}")
        if reference is None or integer(reference.get("idx")) in {0, 1000}:
            return NO_PAINT
        theme = self.context.styles.theme
        paint = paint_of(first_color(reference), theme)
        given = theme.get(f"fill:{integer(reference.get('idx'))}") if name == "fillRef" else None
        return gradient(etree.fromstring(given), theme, paint) if given else paint

    def _styled_line(self, style: etree._Element | None) -> Stroke | None:
        reference = child(style, "a:lnRef")
        paint = self._styled(style, "lnRef")
        if reference is None or not paint.color:
            return None
        number = integer(reference.get("idx"))
        given = self.context.styles.theme.get(f"line:{number}")
        return Stroke(paint.color, integer(given) / EMU if given else _LINE_WIDTHS.get(number, 1.0))

    def _filled_picture(self, properties: etree._Element | None, place: Place) -> None:
        holder = child(properties, "a:blipFill")
        blip = child(holder, "a:blip")
        if blip is not None and holder is not None:
            self.items.append(self._blip(blip, holder, place, ""))

    def _blip(self, blip: etree._Element, holder: etree._Element, place: Place, name: str) -> Image:
        return Image(blip_picture(blip, holder, Frame(place.width, place.height, None, name), self.context), place)

    def _form(self, properties: etree._Element | None, place: Place, paint: Paint, stroke: Stroke | None) -> str:
        """Add the outline that a shape's geometry gives, and return the name of its preset."""
        geometry = child(properties, "a:custGeom")
        if geometry is not None:
            self._add(custom(geometry, place.width, place.height), place, paint, stroke)
            return ""
        node = child(properties, "a:prstGeom")
        name = (node.get("prst") or "rect") if node is not None else "rect"
        self._outline(name, place, paint, stroke, adjustments(node))
        return name

    def _outline(
        self, name: str, place: Place, paint: Paint, stroke: Stroke | None, adjustments: tuple[float, ...] = ()
    ) -> None:
        if not paint.color and stroke is None:
            return
        forms = preset(name, (place.width, place.height), adjustments)
        if forms is None:
            self.context.report(f"en form av slaget {name}", "den ritas som sin rektangel")
            forms = preset("rect", (place.width, place.height), ())
        self._add(forms or [], place, paint, stroke)

    def _add(self, forms: list[Form], place: Place, paint: Paint, stroke: Stroke | None) -> None:
        for form in forms:
            commands = tuple((kind, moved(numbers, place)) for kind, numbers in form.commands)
            color = paint.color if form.filled else ""
            if color or stroke is not None:
                blend = laid(paint.blend, place) if color else None
                self.items.append(Path(commands, color, stroke, paint.opacity, even_odd=True, gradient=blend))

    def _content(self, node: etree._Element) -> etree._Element | None:
        box, link = local(node, "txbx"), local(node, "linkedTxbx")
        return link if link is not None else local(box, "txbxContent")

    def _text_box(self, node: etree._Element, content: etree._Element, where: tuple[Place, str], paint: Paint) -> None:
        body = local(node, "bodyPr")
        place, name = where
        reference = child(local(node, "style"), "a:fontRef")
        ink = paint_of(first_color(reference), self.context.styles.theme).color if reference is not None else ""
        is_link = etree.QName(content).localname == "linkedTxbx"
        blocks = () if is_link else self.boxed_blocks(content, ink, paint.color)
        insets = tuple(integer((body.get(side) if body is not None else None), usual) / EMU for side, usual in _INSETS)
        self.items.append(
            TextBox(
                blocks,
                _text_place(place, name, upright=body is not None and body.get("upright") in {"1", "true"}),
                (insets[0], insets[1], insets[2], insets[3]),
                _ALIGN.get((body.get("anchor") or "") if body is not None else "", "top"),
                _DIRECTIONS.get((body.get("vert") or "") if body is not None else "", ""),
                grows=child(body, "a:spAutoFit") is not None,
                wraps=body is None or body.get("wrap") != "none",
                chain=chain_of(content, self.context),
            )
        )

    def boxed_blocks(self, content: etree._Element, ink: str, ground: str) -> tuple[Block, ...]:
        """Return the blocks of a text box: table styles around it do not reach into it, the shape's own colours do."""
        context = self.context
        kept = (context.table_run, context.table_para, context.ground)
        run: RunProps = {"color": ink} if ink else {}
        para: ParaProps = {}
        context.table_run, context.table_para, context.ground = run, para, ground
        try:
            return self.text(content)
        finally:
            context.table_run, context.table_para, context.ground = kept


def adjustments(node: etree._Element | None) -> tuple[float, ...]:
    """Return what a preset's handles are set to, as shares (20.1.9.5)."""
    holder = child(node, "a:avLst")
    found: list[float] = []
    for guide in () if holder is None else holder.iterchildren(q("a:gd")):
        formula = (guide.get("fmla") or "").split()
        found.append(integer(formula[1]) / _SHARE if len(formula) > 1 else 0.0)
    return tuple(min(max(value, -_USUAL_ADJUSTED), _USUAL_ADJUSTED * 3) for value in found[:8])


def moved(numbers: tuple[float, ...], place: Place) -> tuple[float, ...]:
    """Return points of a shape's outline as they stand in the drawing."""
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(number for x, y in pairs for number in place.point(x, y))


def _text_place(place: Place, name: str, *, upright: bool) -> Place:
    """Return the rectangle of a shape's text, which is turned with the shape unless upright, and never mirrored."""
    left, top, right, bottom = text_edges(name)
    width, height = place.width * (1 - left - right), place.height * (1 - top - bottom)
    x, y = place.point(place.width * left + width / 2, place.height * top + height / 2)
    if upright:
        across = abs(place.turn % 180 - 90) < _ACROSS
        return Place(x, y, height, width) if across else Place(x, y, width, height)
    return Place(x, y, width, height, (place.turn + (180 if place.flip_v else 0)) % 360)


def drawn(drawing: etree._Element) -> Iterator[etree._Element]:
    """Yield the shape, group or canvas that a w:drawing holds itself."""
    for data in drawing.iterchildren(q("wp:inline"), q("wp:anchor")):
        holder = child(child(data, "a:graphic"), "a:graphicData")
        if holder is not None:
            yield from (item for item in holder.iterchildren("*") if item.tag in _DRAWN)
