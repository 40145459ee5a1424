"""Shapes, groups and canvases of DrawingML as one graphic (wps, wpg and wpc of [MS-ODRAWXML]; 20.1.2.2, 20.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Graphic, Image, Place, Shape, Stroke, TextBox, Warp
from pipeline.render.read.alternatives import chosen
from pipeline.render.read.autofit import fitted
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import NO_PAINT, Paint, filling, first_color, gradient, outline, paint_of
from pipeline.render.read.formed import adjustments, formed, painted, preset_name, rectangle_of
from pipeline.render.read.guides import text_rectangle
from pipeline.render.read.linkedboxes import chain_of
from pipeline.render.read.picturefills import PictureFill, picture_fill
from pipeline.render.read.presettext import text_edges
from pipeline.render.read.properties import ParaProps, RunProps
from pipeline.render.read.shapeeffects import Edges, EffectReader
from pipeline.render.read.units import EMU, child, integer
from pipeline.render.tree import Block, Picture
from pipeline.render.warps import is_known

MOST_SHAPES = 5_000  # in one drawing; beyond, they are told
DEEPEST_GROUP = 30
_ANGLE = 60_000
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
CURVED_TEXT = ("text som är formad efter en kurva (WordArt)", "den står rakt i formens ruta")
_ALIGN = {"ctr": "center", "b": "bottom"}
_DIRECTIONS = {"vert": "down", "vert270": "up", "eaVert": "down", "mongolianVert": "down"}
_DIRECTIONS |= {"wordArtVert": "down", "wordArtVertRtl": "down"}
_DIRECTIONS |= {"wordArtVert": "down", "wordArtVertRtl": "down"}
_LINE_WIDTHS = {1: 0.5, 2: 1.0, 3: 1.5}
_DRAWN = {q("wps:wsp"), q("wpg:wgp"), q("wpc:wpc"), q("lc:lockedCanvas")}
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
        elif kind in {"wgp", "grpSp", "lockedCanvas"}:
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
        self.items += painted(rectangle_of(space.place), space.place, ground, frame)
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
                self._tell(item)
                self.shape(item, space.inside(child(local(item, "spPr"), "a:xfrm")), space.fill)
            elif kind == "pic":
                self._picture(item, space.inside(child(local(item, "spPr"), "a:xfrm")))
            elif kind in {"graphicFrame", "contentPart"}:
                self._frame(item, space.inside(local(item, "xfrm")))

    def _tell(self, node: etree._Element) -> None:
        """Keep what a member of a group is described as; that it leads somewhere by itself is told."""
        named = next(node.iterchildren("{*}cNvPr", "{*}nvSpPr", "{*}nvCxnSpPr"), None)
        named = named if named is None or named.get("id") else local(named, "cNvPr")
        if named is None:
            return
        described = (named.get("descr") or "").strip()
        self.alternatives += [described] if described else []
        if child(named, "a:hlinkClick") is not None:
            self.context.report_once("en länk på en form i en grupp", "formen visas, men går inte att klicka på")

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
        self._tell_group(properties)
        transform = child(properties, "a:xfrm")
        place = space.inside(transform)
        if whole:
            place = replace(place, x=space.place.x, y=space.place.y, width=space.place.width, height=space.place.height)
        paint = filling(properties, self.context.styles.theme, space.fill)
        self._members(node, space.of_group(transform, place, space.fill if paint is None else paint))
        self._depth -= 1

    def _tell_group(self, properties: etree._Element | None) -> None:
        """Note effects and depth that a group has as one: those of its members are drawn, not these."""
        effects = [child(properties, f"a:{name}") for name in ("effectLst", "effectDag", "scene3d")]
        if any(node is not None and len(node) for node in effects):
            self.context.report_once("effekter vid en grupp av former", "de ritas inte")

    def _picture(self, node: etree._Element, place: Place) -> None:
        blip = node.find(f".//{q('a:blip')}")
        named = next(node.iter("{*}cNvPr"), None)
        described = (named.get("descr") or "").strip() if named is not None else ""
        if described:
            self.alternatives.append(described)
        name = (named.get("name") or "") if named is not None else ""
        line = outline(child(local(node, "spPr"), "a:ln"), self.context.styles.theme, None)
        self._tell_line(child(local(node, "spPr"), "a:ln"))
        picture = PictureFill(blip, node, place, self.context, name) if blip is not None else None
        self._drawn(node, place, NO_PAINT, line, picture)

    def shape(self, node: etree._Element, place: Place, group_fill: Paint) -> None:
        """Add a shape: its outline, and the box of its text."""
        theme = self.context.styles.theme
        properties, style = local(node, "spPr"), local(node, "style")
        paint = filling(properties, theme, group_fill)
        paint = self._styled(style, "fillRef") if paint is None else paint
        stroke = outline(child(properties, "a:ln"), theme, self._styled_line(style))
        self._tell_line(child(properties, "a:ln"))
        name = self._drawn(node, place, paint, stroke, picture_fill(properties, place, self.context))
        content = self._content(node)
        if content is not None:
            self._text_box(node, content, (place, name), paint)

    def _tell_line(self, line: etree._Element | None) -> None:
        """Note a line that changes its colour along its way."""
        if child(line, "a:gradFill") is not None:
            self.context.report_once("en linje med färgövergång", "den ritas i en färg")

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
        theme = self.context.styles.theme
        given = theme.get(f"line:{number}")
        width = integer(given) / EMU if given else _LINE_WIDTHS.get(number, 1.0)
        return Stroke(paint.color, width, join=0 if theme.get(f"pointed:{number}") else 1, opacity=paint.opacity)

    def _drawn(
        self, node: etree._Element, place: Place, paint: Paint, stroke: Stroke | None, picture: PictureFill | None
    ) -> str:
        """Add the outlines of a shape with what is behind and in them, and return the name of its preset."""
        properties = local(node, "spPr")
        shown = bool(paint.color) or stroke is not None or picture is not None
        found = formed(properties, place, self.context) if shown else None
        if found is None:
            return preset_name(properties)
        effects = EffectReader(self.context, place)
        effects.report(properties)
        filled = (bool(paint.color) or picture is not None) and found.is_filled
        self.items += effects.behind(properties, local(node, "style"), Edges(found.filled, filled, stroke))
        if picture is not None:
            self.items += picture.images(found.filled if preset_name(properties) != "rect" else ())
        soft, paths = effects.soft(properties), painted(found.forms, place, paint, stroke)
        self.items += [item for path in paths for item in effects.faded(path, soft)] if soft and filled else paths
        return found.name

    def _content(self, node: etree._Element) -> etree._Element | None:
        box, link = local(node, "txbx"), local(node, "linkedTxbx")
        return link if link is not None else local(box, "txbxContent")

    def _text_box(self, node: etree._Element, content: etree._Element, where: tuple[Place, str], paint: Paint) -> None:
        body = local(node, "bodyPr")
        place, name = where
        reference = child(local(node, "style"), "a:fontRef")
        ink = paint_of(first_color(reference), self.context.styles.theme).color if reference is not None else ""
        is_link = etree.QName(content).localname == "linkedTxbx"
        blocks = () if is_link else fitted(self.boxed_blocks(content, ink, paint.color), body)
        insets = tuple(integer((body.get(side) if body is not None else None), usual) / EMU for side, usual in _INSETS)
        self.items.append(
            TextBox(
                blocks,
                self._text_place(node, place, name, body),
                (insets[0], insets[1], insets[2], insets[3]),
                _ALIGN.get((body.get("anchor") or "") if body is not None else "", "top"),
                _DIRECTIONS.get((body.get("vert") or "") if body is not None else "", ""),
                grows=child(body, "a:spAutoFit") is not None,
                wraps=body is None or body.get("wrap") != "none",
                chain=chain_of(content, self.context),
                columns=min(max(integer(body.get("numCol") if body is not None else None, 1), 1), 16),
                apart=max(integer(body.get("spcCol") if body is not None else None) / EMU, 0.0),
                amid=body is not None and body.get("anchorCtr") in {"1", "true"},
                upright=body is not None and body.get("vert") in {"eaVert", "mongolianVert"},
                stacked=body is not None and (body.get("vert") or "").startswith("wordArt"),
                warp=self._warp(body),
            )
        )

    def _warp(self, body: etree._Element | None) -> Warp | None:
        """Return the form that a box's text is bent to; one that is not drawn is told."""
        node = child(body, "a:prstTxWarp")
        name = (node.get("prst") if node is not None else None) or "textNoShape"
        if node is None or name in {"textNoShape", "textPlain"}:
            return None
        if not is_known(name):
            self.context.report_once(*CURVED_TEXT)
            return None
        formulas = [(guide.get("fmla") or "").split() for guide in node.iter(q("a:gd"))]
        return Warp(name, tuple(float(integer(formula[1])) for formula in formulas if len(formula) > 1))

    @staticmethod
    def _text_place(node: etree._Element, place: Place, name: str, body: etree._Element | None) -> Place:
        """Return the rectangle of a shape's text: of its preset or its own geometry, turned by its own angle."""
        geometry = child(local(node, "spPr"), "a:custGeom")
        size, handles = (place.width, place.height), adjustments(child(local(node, "spPr"), "a:prstGeom"))
        edges = text_edges(name, size, handles) if geometry is None else text_rectangle(geometry, *size)
        upright = body is not None and body.get("upright") in {"1", "true"}
        found = _text_place(place, edges, upright=upright)
        turn = integer(body.get("rot")) / _ANGLE if body is not None else 0.0
        return replace(found, turn=(found.turn + turn) % 360) if turn else found

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


def _text_place(place: Place, edges: tuple[float, float, float, float], *, upright: bool) -> Place:
    """Return the rectangle of a shape's text, which is turned with the shape unless upright, and never mirrored."""
    left, top, right, bottom = edges
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
