"""Drawings on the page as SVG within it: outlines, pictures and lines of text; text boxes follow as blocks."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.render.arrowheads import heads
from pipeline.render.gradients import Gradient
from pipeline.render.graphic import Box, Commands, Graphic, Image, Label, Path, Place, Shape, Stroke, TextBox
from pipeline.render.patterns import SIDE, SQUARE, Pattern, cells
from pipeline.render.placeholder import placeholder
from pipeline.render.tree import Picture
from pipeline.web.markup import element, escaped, opening

_PIXELS = 4 / 3  # of a screen, for each point
_ASCENT = 0.9  # of the height of letters
_ANCHORS = {"center": "middle", "right": "end"}
_CAPS = {1: "round", 2: "square"}
_JOINS = {1: "round", 2: "bevel"}
_GENERIC = {"times": "serif", "georgia": "serif", "cambria": "serif", "courier": "monospace", "consolas": "monospace"}
Source = Callable[[Picture], str | None]


def is_drawn(graphic: Graphic) -> bool:
    """Return whether a drawing is more than a frame around blocks of text, which stand on the page without it."""
    drawn = any(not isinstance(item, TextBox) for item in graphic.items)
    return drawn and not (graphic.only_frames_text and any(graphic.boxes()))


def drawing_html(picture: Picture, source: Source, name: str) -> str:
    """Return the drawing of a picture as an svg element, told by its alternative text or hidden from those who listen.

    ``source`` gives the address of a bitmap, ``name`` begins the ids of the parts.
    """
    assert picture.graphic is not None
    content = _Drawing(source, name).content(picture.graphic)
    width, height = (min(side * _PIXELS, 20_000.0) for side in (picture.width, picture.height))
    told = {"role": "img", "aria_label": picture.alt} if picture.alt else {"aria_hidden": "true"}
    if not picture.alt and any(isinstance(item, Label) for item in picture.graphic.items):
        told = {}
    wide = "100%" if picture.graphic.share else _number(width)
    stretched = "none" if picture.graphic.share else None
    tag = opening(
        "svg",
        class_="bild",
        width=wide,
        height=_number(max(height, 1.0)),
        viewBox=_box((0.0, 0.0, picture.width, picture.height)),
        preserveAspectRatio=stretched,
        **told,
    )
    return f"{tag}{content}</svg>"


@dataclass
class _Drawing:
    """Writes the shapes of one drawing."""

    source: Source
    name: str
    cuts: list[str] = field(default_factory=list)
    fills: list[str] = field(default_factory=list)

    def content(self, graphic: Graphic) -> str:
        return "".join(map(self._shape, graphic.items))

    def _shape(self, item: Shape) -> str:
        if isinstance(item, Path):
            return _clipped(self._path(item), item.clip)
        if isinstance(item, Label):
            return _label(item)
        return _clipped(self._image(item), item.clip) if isinstance(item, Image) else ""

    def _path(self, path: Path) -> str:
        gradient = path.gradient if path.fill else None
        if path.fill and path.pattern is not None:
            key = f"{self.name}-f{len(self.fills) + 1}"
            self.fills.append(key)
            return _pattern(path.pattern, key) + _path(path, f"url(#{key})")
        if gradient is None:
            return _path(path, f"#{path.fill}" if path.fill else "none")
        key = f"{self.name}-f{len(self.fills) + 1}"
        self.fills.append(key)
        return _gradient(gradient, key) + _path(path, f"url(#{key})")

    def _image(self, image: Image) -> str:
        picture, place = image.picture, image.place
        graphic, found = picture.graphic, None
        if graphic is None:
            found = self.source(picture)
            graphic = placeholder(place.width, place.height, picture.name, picture.alt) if found is None else None
        if graphic is not None:
            inner = element("g", self.content(graphic), transform=_placing(place))
        else:
            size = {"width": _number(place.width), "height": _number(place.height)}
            inner = opening("image", href=found, preserveAspectRatio="none", transform=_placing(place), **size)
            inner += "</image>"
        return self._cut(inner, image.shape) if image.shape else inner

    def _cut(self, inner: str, shape: Commands) -> str:
        key = f"{self.name}-{len(self.cuts) + 1}"
        self.cuts.append(key)
        cut = element("clipPath", element("path", "", d=_data(shape)), id=key)
        return cut + element("g", inner, clip_path=f"url(#{key})")


def _gradient(gradient: Gradient, key: str) -> str:
    """Return the definition of a gradient in the coordinates of the drawing."""
    (x0, y0), (x1, y1) = gradient.start, gradient.end
    stops = "".join(
        element("stop", "", offset=_number(at), stop_color=f"#{color}", stop_opacity=cover)
        for at, color, cover in _stops(gradient)
    )
    if gradient.around:
        radius = max(math.hypot(x1 - x0, y1 - y0), 0.1)
        places = {"cx": _number(x0), "cy": _number(y0), "r": _number(radius)}
        return element("radialGradient", stops, id=key, gradientUnits="userSpaceOnUse", **places)
    places = {"x1": _number(x0), "y1": _number(y0), "x2": _number(x1), "y2": _number(y1)}
    return element("linearGradient", stops, id=key, gradientUnits="userSpaceOnUse", **places)


def _stops(gradient: Gradient) -> list[tuple[float, str, str | None]]:
    """Return the stops of a gradient with how much each covers; the fades have stops of their own in between."""
    if not gradient.fades:
        return [(at, color, None) for at, color in gradient.stops]
    places = sorted({at for at, _ in (*gradient.stops, *gradient.fades)})
    colors = [(at, tuple(int(color[n : n + 2], 16) for n in (0, 2, 4))) for at, color in gradient.stops]
    found: list[tuple[float, str, str | None]] = []
    for at in places:
        shade = "".join(f"{round(_between(at, [(x, part[n]) for x, part in colors])):02x}" for n in range(3))
        found.append((at, shade, _number(_between(at, list(gradient.fades)))))
    return found


def _between(at: float, known: list[tuple[float, float]]) -> float:
    """Return the value at a place between those that are known, the ends' own beyond them."""
    for (x0, y0), (x1, y1) in pairwise(known):
        if x0 <= at <= x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0) if x1 > x0 else y1
    return known[0][1] if at < known[0][0] else known[-1][1]


def _pattern(pattern: Pattern, key: str) -> str:
    """Return the definition of a pattern of two colours."""
    side = _number(SIDE * SQUARE)
    ground = element("path", "", d=f"M0 0H{side}V{side}H0Z", fill=f"#{pattern.ground}")
    squares = "".join(
        f"M{_number(x * SQUARE)} {_number(y * SQUARE)}h{_number(SQUARE)}v{_number(SQUARE)}h-{_number(SQUARE)}Z"
        for x, y in cells(pattern.name)
    )
    ink = element("path", "", d=squares, fill=f"#{pattern.ink}")
    return element("pattern", ground + ink, id=key, width=side, height=side, patternUnits="userSpaceOnUse")


def _path(path: Path, fill: str) -> str:
    drawn = element(
        "path",
        "",
        d=_data(path.commands),
        fill=fill,
        fill_opacity=_number(path.opacity) if path.fill and path.opacity < 1 else None,
        fill_rule="evenodd" if path.even_odd and path.fill else None,
        **_stroke(path.stroke),
    )
    if path.stroke is None or not (path.stroke.head or path.stroke.tail):
        return drawn
    ink = f"#{path.stroke.color}"
    return drawn + "".join(element("path", "", d=_data(head), fill=ink) for head in heads(path))


def _stroke(stroke: Stroke | None) -> dict[str, str | None]:
    if stroke is None:
        return {}
    return {
        "stroke": f"#{stroke.color}",
        "stroke_width": _number(stroke.width),
        "stroke_dasharray": " ".join(_number(part) for part in stroke.dashes) or None,
        "stroke_linecap": _CAPS.get(stroke.cap),
        "stroke_linejoin": _JOINS.get(stroke.join),
        "stroke_opacity": _number(stroke.opacity) if stroke.opacity < 1 else None,
    }


def _label(label: Label) -> str:
    style = label.style
    size, wide = style.size, label.wide
    if label.fit is not None:
        wide, size = label.fit[0], label.fit[1] / _ASCENT
    generic = next((kind for name, kind in _GENERIC.items() if name in style.family.lower()), "sans-serif")
    turn = f"rotate({_number(label.turn)} {_number(label.x)} {_number(label.y)})" if label.turn % 360 else None
    return element(
        "text",
        escaped(label.text),
        x=_number(label.x),
        y=_number(label.y),
        fill=f"#{style.color}",
        fill_opacity=_number(label.opacity) if label.opacity < 1 else None,
        font_family=f"{style.family}, {generic}".replace('"', ""),
        font_size=_number(size),
        font_weight="bold" if style.bold else None,
        font_style="italic" if style.italic else None,
        text_anchor=_ANCHORS.get(label.align),
        textLength=_number(wide) if wide else None,
        lengthAdjust="spacingAndGlyphs" if wide else None,
        transform=turn,
    )


def _placing(place: Place) -> str:
    """Return the transform from a picture's own rectangle, its corner at 0, into its place."""
    parts = [f"translate({_number(place.x)} {_number(place.y)})"]
    if place.turn % 360:
        parts.append(f"rotate({_number(place.turn)})")
    if place.flip_h or place.flip_v:
        parts.append(f"scale({-1 if place.flip_h else 1} {-1 if place.flip_v else 1})")
    return " ".join([*parts, f"translate({_number(-place.width / 2)} {_number(-place.height / 2)})"])


def _clipped(inner: str, clip: Box | None) -> str:
    if clip is None or not inner:
        return inner
    left, top, width, height = (_number(side) for side in clip)
    return element("svg", inner, x=left, y=top, width=width, height=height, viewBox=_box(clip))


def _data(commands: Commands) -> str:
    return "".join("Z" if kind == "h" else kind.upper() + " ".join(map(_number, values)) for kind, values in commands)


def _box(box: Box) -> str:
    return " ".join(map(_number, box))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
