"""VML: shapes, groups, text boxes and pictures of older files (ECMA-376 part 4, 19.1; w:pict and w:object)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.floating import Anchor
from pipeline.render.graphic import Graphic, Image, Label, Path, Place, Stroke, TextBox, Warp
from pipeline.render.looks import RunStyle
from pipeline.render.read.anchors import vml_anchor, vml_length, vml_style
from pipeline.render.read.blipeffects import vml_effects
from pipeline.render.read.blips import picture_part, played
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import Paint
from pipeline.render.read.drawings import LONGEST_NAME
from pipeline.render.read.formed import painted, placed_forms, rectangle_of, shifted
from pipeline.render.read.linkedboxes import chain_of
from pipeline.render.read.picturefills import PictureFill
from pipeline.render.read.presetforms import preset
from pipeline.render.read.presets import Form
from pipeline.render.read.presettext import text_edges
from pipeline.render.read.relativesizes import vml_relative_size
from pipeline.render.read.shapes import CURVED_TEXT, DEEPEST_GROUP, MOST_SHAPES, ShapeReader, Space, TextReader
from pipeline.render.read.units import child, integer
from pipeline.render.read.vmlforms import arc_of, curve_of, lengths, polyline
from pipeline.render.read.vmlgradients import blended
from pipeline.render.read.vmllooks import PICTURE_FRAME, type_number, vml_paint, vml_shadow, vml_stroke
from pipeline.render.read.vmlpaths import PRESETS, VmlPath, is_true, pair, share, vml_color
from pipeline.render.read.vmlpatterns import vml_pattern
from pipeline.render.tree import Picture
from pipeline.render.warps import OLD_NAMES, is_known

_SHAPES = {q(f"v:{kind}") for kind in ("shape", "rect", "roundrect", "oval", "line", "polyline", "image", "curve")}
_SHAPES |= {q("v:arc"), q("v:group")}
_BY_TAG = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse", "line": "line", "image": "rect"}
_EDGED = frozenset({"rect", "roundrect", "oval"})
_USUAL_INSETS = (7.2, 3.6, 7.2, 3.6)
_ANCHORS = {"middle": "center", "middle-center": "center", "bottom": "bottom", "bottom-center": "bottom"}
_PLAIN_TEXT = 136  # the first of the types of WordArt, which is straight
# Types whose path is followed where the file has it, since their handles (adj) are set in that.
_BY_PATH = frozenset(PRESETS) - {1, 2, 3, 20, 32, 202}
_RULE_COLOR = "a0a0a0"
_NUMBERED = "_x0000_"


@dataclass
class VmlReader:
    """Reads the shapes of one w:pict or w:object; ``types`` are the v:shapetype elements of the part by their id."""

    context: PartContext
    text: TextReader
    style: RunStyle
    types: dict[str, etree._Element] = field(default_factory=dict)

    def pictures(self, holder: etree._Element) -> Iterator[tuple[Picture, Anchor | None]]:
        """Yield each shape of the holder as a picture, with how it floats."""
        for item in holder.iterchildren("*"):
            if item.tag == q("v:shapetype"):
                self.types[item.get("id") or ""] = item
            elif item.tag in _SHAPES:
                yield from self._picture(item)

    def _picture(self, shape: etree._Element) -> Iterator[tuple[Picture, Anchor | None]]:
        if is_true(shape.get(q("o:hr")), usual=False):
            yield self._rule(shape), None
            return
        style = vml_style(shape)
        if style.get("visibility") == "hidden":
            return
        left, top, width, height = self._frame(shape)
        anchor = vml_anchor(shape)
        if anchor is not None and (left or top):
            across, down = anchor.horizontal, anchor.vertical
            anchor = replace(
                anchor,
                horizontal=replace(across, offset=across.offset + left),
                vertical=replace(down, offset=down.offset + top),
            )
        alt = (shape.get("alt") or "").strip() or None
        image = child(shape, "v:imagedata")
        plain = child(shape, "v:textbox") is None and shape.tag != q("v:group") and not self._is_framed(shape)
        if image is not None and plain:
            yield self._image(image, (width, height), alt or (image.get(q("o:title")) or "").strip()), anchor
            return
        yield self._drawing(shape, (width, height), alt), anchor

    def _is_framed(self, shape: etree._Element) -> bool:
        """Return whether a picture is turned or mirrored, or has a line or a shadow."""
        style = vml_style(shape)
        looks = self.picture_line(shape) is not None or vml_shadow(shape) is not None
        return looks or bool(style.get("flip")) or bool(_degrees(style.get("rotation")) % 360)

    def picture_line(self, shape: etree._Element) -> Stroke | None:
        """Return the line around a picture: of a shape that has one by itself, or that says so."""
        kind = self.types.get((shape.get("type") or "").lstrip("#"))
        asked = is_true(shape.get("stroked"), usual=etree.QName(shape).localname in _EDGED)
        return vml_stroke(shape, kind) if asked else None

    def _drawing(self, shape: etree._Element, size: tuple[float, float], alt: str | None) -> Picture:
        width, height = size
        reader = _Drawer(self)
        place = Place(width / 2, height / 2, width, height)
        style = vml_style(shape)
        turn = _degrees(style.get("rotation"))
        flips = style.get("flip") or ""
        reader.add(shape, replace(place, turn=turn, flip_h="x" in flips, flip_v="y" in flips))
        graphic = Graphic(tuple(reader.shapes.items))
        words = " ".join(item.text for item in graphic.items if isinstance(item, Label))
        if alt is None and not graphic.only_frames_text:
            alt = words or " ".join(reader.shapes.alternatives) or self._named(shape)
        return Picture("", width, height, alt, graphic=graphic)

    def _named(self, shape: etree._Element) -> str:
        name = _name(shape) or "bild"
        self.context.report("en bild utan alternativtext", f"bilden heter {name} i PDF-filen")
        return name

    def _frame(self, shape: etree._Element) -> tuple[float, float, float, float]:
        """Return where a shape begins, from where its style says, and its size; a line goes from point to point."""
        style = vml_style(shape)
        if shape.tag == q("v:curve"):
            points = [lengths(shape.get(name)) for name in ("from", "control1", "control2", "to")]
            (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
            return left, top, max(right - left, 0.1), max(bottom - top, 0.1)
        if shape.tag == q("v:line"):
            ends = [lengths(shape.get(name)) for name in ("from", "to")]
            (x0, y0), (x1, y1) = ends
            return min(x0, x1), min(y0, y1), max(abs(x1 - x0), 0.1), max(abs(y1 - y0), 0.1)
        width, height = vml_length(style.get("width")), vml_length(style.get("height"))
        own = max(width, 0.1), max(height, 0.1)
        return 0.0, 0.0, *vml_relative_size(shape, style, own, self.context)

    def _image(self, image: etree._Element, size: tuple[float, float], alt: str) -> Picture:
        found = self.context.relationships
        embedded = found.get(image.get(q("r:id"), "") or image.get(q("r:pict"), "") or image.get(q("o:relid"), ""))
        holder = image.getparent()
        title = (image.get(q("o:title")) or (_name(holder) if holder is not None else ""))[:LONGEST_NAME]
        part, name = picture_part(embedded, found.get(image.get(q("r:href"), "")), title, self.context)
        if not alt and holder is not None:
            alt = self._named(holder)
        crop = tuple(share(image.get(f"crop{side}")) for side in ("left", "top", "right", "bottom"))
        drawn = Picture(part, *size, alt, crop=(crop[0], crop[1], crop[2], crop[3]), name=name)
        drawn = replace(drawn, effects=vml_effects(image))
        return played(drawn, self.context)

    def _rule(self, shape: etree._Element) -> Picture:
        """Return a horizontal rule (o:hr), as wide as the text or as it says."""
        style = vml_style(shape)
        height = max(vml_length(style.get("height")), 0.75)
        width = vml_length(style.get("width"))
        percent = integer(shape.get(q("o:hrpct"))) / 1000 or 1.0
        color = vml_color(shape.get("fillcolor")) or _RULE_COLOR
        own = width or 100.0
        line = Path(
            (("m", (0.0, 0.0)), ("l", (own, 0.0)), ("l", (own, height)), ("l", (0.0, height)), ("h", ())), color
        )
        return Picture("", own, height, None, graphic=Graphic((line,), share=0.0 if width else min(percent, 1.0)))


class _Drawer:
    """Adds the shapes of one drawing to those of a ``ShapeReader``, which knows text boxes."""

    def __init__(self, reader: VmlReader) -> None:
        self.reader = reader
        self.shapes = ShapeReader(reader.context, reader.text)
        self.depth = 0

    def add(self, shape: etree._Element, place: Place) -> None:
        """Add a shape that fills a place, or the members of a group."""
        if shape.tag == q("v:group"):
            self._members(shape, place)
            return
        image = child(shape, "v:imagedata")
        if image is None:
            self._outline(shape, place)
        else:
            edge = rectangle_of(place)
            self.shapes.items += self._shadow(shape, edge, Paint("000000"), None)
            found = self.reader._image(image, (place.width, place.height), (shape.get("alt") or "").strip())  # noqa: SLF001
            self.shapes.alternatives += [found.alt] if found.alt else []
            self.shapes.items.append(Image(replace(found, alt=None), place))
            self.shapes.items += painted(edge, place, Paint(), self.reader.picture_line(shape))
        self._word_art(shape, place)
        self._text(shape, place)

    def _members(self, group: etree._Element, place: Place) -> None:
        if self.depth >= DEEPEST_GROUP:
            return
        self.depth += 1
        origin, size = pair(group.get("coordorigin"), (0.0, 0.0)), pair(group.get("coordsize"), (1000.0, 1000.0))
        space = Space(place, *origin, place.width / (size[0] or 1000.0), place.height / (size[1] or 1000.0))
        for item in group.iterchildren("*"):
            if item.tag == q("v:shapetype"):
                self.reader.types[item.get("id") or ""] = item
            elif item.tag in _SHAPES and len(self.shapes.items) < MOST_SHAPES:
                self.add(item, self._inside(item, space))
        self.depth -= 1

    @staticmethod
    def _inside(item: etree._Element, space: Space) -> Place:
        style = vml_style(item)
        if item.tag == q("v:line"):
            (x0, y0), (x1, y1) = (pair(item.get(name), (0.0, 0.0)) for name in ("from", "to"))
            flips = (x1 < x0, y1 < y0)
            return space.at((min(x0, x1), min(y0, y1)), (abs(x1 - x0), abs(y1 - y0)), 0.0, flips)
        names = ("left", "top", "width", "height")
        left, top, width, height = (float(integer(_bare(style.get(name)))) for name in names)
        flips = ("x" in (style.get("flip") or ""), "y" in (style.get("flip") or ""))
        return space.at((left, top), (width, height), _degrees(style.get("rotation")), flips)

    def _outline(self, shape: etree._Element, place: Place) -> None:
        kind = self.reader.types.get((shape.get("type") or "").lstrip("#"))
        paint, stroke = vml_paint(shape, kind), vml_stroke(shape, kind)
        if child(shape, "v:textpath") is not None or (not paint.color and stroke is None):
            return
        extrusion = child(shape, "o:extrusion")
        if extrusion is not None and is_true(extrusion.get("on"), usual=False):
            self.reader.context.report_once("en form eller bild med djup eller vridning i rummet", "den ritas platt")
        forms = placed_forms(self._forms(shape, kind, place), place)
        picture = self._picture_fill(shape, place)
        fill = child(shape, "v:fill")
        paint = vml_pattern(fill, blended(fill, paint), self.reader.context)
        self.shapes.items += self._shadow(shape, forms, paint if picture is None else Paint("000000"), stroke)
        if picture is not None and forms:
            self.shapes.items += picture.images([form.commands for form in forms if form.filled])
            paint = Paint()
        self.shapes.items += painted(forms, place, paint, stroke)

    @staticmethod
    def _shadow(shape: etree._Element, forms: Sequence[Form], paint: Paint, stroke: Stroke | None) -> list[Path]:
        """Return the shadow of outlines: the filled ones moved, without any their lines."""
        found = vml_shadow(shape)
        if found is None:
            return []
        across, down, color = found
        moved_forms = [replace(form, commands=shifted(form.commands, across, down)) for form in forms]
        if paint.color and any(form.filled for form in forms):
            return [Path(f.commands, color.color, None, color.opacity, even_odd=True) for f in moved_forms if f.filled]
        if stroke is None:
            return []
        return [Path(form.commands, "", replace(stroke, color=color.color)) for form in moved_forms]

    def _picture_fill(self, shape: etree._Element, place: Place) -> PictureFill | None:
        """Return the picture that a shape is filled with: stretched (frame) or as tiles (part 4, 19.1.2.5)."""
        fill = child(shape, "v:fill")
        kind = (fill.get("type") or "").lower() if fill is not None else ""
        number = (fill.get(q("r:id")) or fill.get(q("o:relid")) or "") if fill is not None else ""
        if kind not in {"frame", "tile"} or number not in self.reader.context.relationships:
            return None
        blip = etree.Element(q("a:blip"))
        blip.set(q("r:embed"), number)
        holder = etree.Element(q("a:blipFill"))
        holder.append(blip)
        if kind == "tile":
            etree.SubElement(holder, q("a:tile"))
        return PictureFill(blip, holder, place, self.reader.context)

    def _forms(self, shape: etree._Element, kind: etree._Element | None, place: Place) -> list[Form]:
        if shape.tag == q("v:line"):
            (x0, y0), (x1, y1) = (lengths(shape.get(name)) for name in ("from", "to"))
            rises = (x1 - x0) * (y1 - y0) < 0 and not (place.flip_h or place.flip_v)
            return preset("lineInv" if rises else "line", (place.width, place.height), ()) or []
        own = shape.get("path") or (kind.get("path") if kind is not None else None)
        number = type_number(shape, kind)
        name = _BY_TAG.get(etree.QName(shape).localname) or PRESETS.get(number, "")
        if name and not shape.get("path") and not (own and number in _BY_PATH):
            return preset(name, (place.width, place.height), _adjusted(shape)) or []
        if shape.tag == q("v:polyline"):
            return polyline(shape.get("points") or "")
        if shape.tag == q("v:arc"):
            return arc_of(shape, place)
        if shape.tag == q("v:curve"):
            return curve_of(shape)
        if own and number != PICTURE_FRAME:
            return self._traced(shape, kind, own, place)
        return preset("rect", (place.width, place.height), ()) or []

    @staticmethod
    def _traced(shape: etree._Element, kind: etree._Element | None, path: str, place: Place) -> list[Form]:
        source = shape if shape.get("coordsize") or kind is None else kind
        size, origin = pair(source.get("coordsize"), (1000.0, 1000.0)), pair(source.get("coordorigin"), (0.0, 0.0))
        values = (shape.get("adj") or (kind.get("adj") if kind is not None else "") or "").split(",")
        tracer = VmlPath(shape if kind is None else kind, [float(integer(value)) for value in values])
        across, down = place.width / (size[0] or 1000.0), place.height / (size[1] or 1000.0)
        found = []
        for outline in tracer.outlines(path):
            commands = []
            for letter, numbers in outline.commands:
                pairs = zip(numbers[::2], numbers[1::2], strict=True)
                points = tuple(value for x, y in pairs for value in ((x - origin[0]) * across, (y - origin[1]) * down))
                commands.append((letter, points))
            found.append(replace(outline, commands=tuple(commands)))
        return found

    def _word_art(self, shape: etree._Element, place: Place) -> None:
        """Add text that is stretched over a shape, as in a watermark."""
        node = child(shape, "v:textpath")
        words = " ".join((node.get("string") or "").split()) if node is not None else ""
        if not words or node is None:
            return
        kind = self.reader.types.get((shape.get("type") or "").lstrip("#"))
        stroke = vml_stroke(shape, kind)
        warp = self._warp(type_number(shape, kind) - _PLAIN_TEXT, outlined=stroke is not None)
        style = vml_style(node)
        family = (style.get("font-family") or "").strip("\"'") or self.reader.style.family
        look = replace(
            self.reader.style,
            family=family,
            bold=style.get("font-weight") == "bold",
            italic=style.get("font-style") == "italic",
            color=vml_paint(shape, None).color or "c0c0c0",
            contour=None if stroke is None else (stroke.color, stroke.width),
        )
        (x, y), size = place.point(0.0, place.height), (place.width, place.height)
        opacity = vml_paint(shape, None).opacity
        self.shapes.items.append(Label(words, x, y, look, turn=place.turn, fit=size, opacity=opacity, warp=warp))

    def _warp(self, number: int, *, outlined: bool) -> Warp | None:
        """Return the form of WordArt of a type, counted from the straight one; one that is not drawn is told.

        Straight text is bent to none unless its letters have lines, whose width it would stretch with them.
        """
        name = OLD_NAMES[number] if 0 < number < len(OLD_NAMES) else OLD_NAMES[0]
        if not is_known(name):
            self.reader.context.report_once(*CURVED_TEXT)
            name = OLD_NAMES[0]
        return Warp(name, fills=True) if outlined or name != OLD_NAMES[0] else None

    def _text(self, shape: etree._Element, place: Place) -> None:
        box = child(shape, "v:textbox")
        content = child(box, "w:txbxContent")
        if box is None or content is None:
            return
        own, style = vml_style(box), vml_style(shape)
        blocks = self.shapes.boxed_blocks(content, "", vml_paint(shape, None).color)
        flow = own.get("layout-flow", "")
        direction = "up" if own.get("mso-layout-flow-alt") == "bottom-to-top" else "down"
        edges = text_edges(_BY_TAG.get(etree.QName(shape).localname, ""), (place.width, place.height), _adjusted(shape))
        width, height = place.width * (1 - edges[0] - edges[2]), place.height * (1 - edges[1] - edges[3])
        self.shapes.items.append(
            TextBox(
                blocks,
                Place(place.x, place.y, width, height, place.turn if "group" not in shape.tag else 0.0),
                _insets(box.get("inset")),
                _ANCHORS.get(style.get("v-text-anchor", ""), "top"),
                direction if flow.startswith("vertical") else "",
                grows=own.get("mso-fit-shape-to-text", "f") in {"t", "true"},
                wraps=style.get("mso-wrap-style") != "none",
                chain=chain_of(content, self.reader.context),
                upright=flow == "vertical-ideographic",
            )
        )


def _name(shape: etree._Element) -> str:
    """Return the name that a shape was given, "" for a number of Word's own, which tells a listener nothing."""
    name = shape.get("id") or ""
    return "" if name.startswith(_NUMBERED) else name


def _bare(text: str | None) -> str | None:
    return text[:-2] if text and text[-2:] in {"pt", "px", "in", "cm", "mm"} else text


def _degrees(text: str | None) -> float:
    """Return a rotation: degrees, or 65 536ths of one with "fd" behind."""
    if text and text.endswith("fd"):
        return integer(text[:-2]) / 65_536
    return float(integer(text)) % 360


def _adjusted(shape: etree._Element) -> tuple[float, ...]:
    if shape.get("arcsize"):
        return (share(shape.get("arcsize")),)
    return ()


def _insets(text: str | None) -> tuple[float, float, float, float]:
    parts = (text or "").split(",")
    found = [vml_length(part) if part.strip() else usual for part, usual in zip(parts, _USUAL_INSETS, strict=False)]
    found += _USUAL_INSETS[len(found) :]
    return found[0], found[1], found[2], found[3]
