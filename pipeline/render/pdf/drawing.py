"""Drawings on the page: outlines, pictures, labels and the text of boxes, in the order of the file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.render.arrowheads import heads
from pipeline.render.gradients import Gradient
from pipeline.render.graphic import Box, Command, Graphic, Image, Label, Path, Place, Stroke, TextBox
from pipeline.render.pdf.objects import number
from pipeline.render.placeholder import placeholder
from pipeline.render.tags import Node

if TYPE_CHECKING:
    from pipeline.render.layout.setting import ParagraphSetting
    from pipeline.render.pdf.canvas import Canvas

Point = tuple[float, float]


def draw(canvas: Canvas, graphic: Graphic, corner: Point, figure: Node | None, setting: ParagraphSetting) -> None:
    """Draw a graphic whose top left corner is given; outside a ``figure`` its shapes are artifacts."""
    for item in graphic.items:
        if isinstance(item, Path):
            canvas.marked(figure, path_operators(canvas, item, corner))
        elif isinstance(item, Image):
            _image(canvas, item, corner, figure, setting)
        elif isinstance(item, Label):
            canvas.label(item, (corner[0] + item.x, corner[1] + item.y), figure)
        elif isinstance(item, TextBox) and id(item) in setting.boxed:
            setting.boxed[id(item)].draw(canvas, *corner)


def path_operators(canvas: Canvas, path: Path, corner: Point) -> str:
    """Return the operators that draw a path (ISO 32000-1, 8.5)."""
    outline = _outline(path.commands, corner, canvas.height)
    parts = ["q", *_clip(path.clip, corner, canvas.height)]
    if path.fill:
        pattern = f"/Pattern cs /{canvas.resources.pattern(path.pattern)} scn" if path.pattern is not None else ""
        parts.append(pattern or f"{_color(path.fill)} rg")
        if path.opacity < 1.0:
            parts.append(f"/{canvas.resources.opacity(path.opacity)} gs")
    if path.stroke is not None:
        parts.append(_stroke(path.stroke))
        if path.stroke.opacity < 1.0:
            parts.append(f"/{canvas.resources.opacity(path.stroke.opacity, lines=True)} gs")
    even_odd = "*" if path.even_odd else ""
    if path.gradient is not None:
        parts.append(_shaded(canvas, path.gradient, f"{outline} W{even_odd} n", corner))
        if path.stroke is None:
            return "\n".join([*parts, "Q"])
    filled = bool(path.fill) and path.gradient is None
    paint = f"B{even_odd}" if filled and path.stroke else f"f{even_odd}" if filled else "S"
    parts += [outline, paint]
    if path.stroke is not None and (path.stroke.head or path.stroke.tail):
        ink = _color(path.stroke.color)
        parts += [f"{ink} rg [] 0 d {_outline(head, corner, canvas.height)} f" for head in heads(path)]
    return "\n".join([*parts, "Q"])


def _shaded(canvas: Canvas, gradient: Gradient, clip: str, corner: Point) -> str:
    """Return the operators that fill what is clipped with a gradient, whose own axis goes from 0 to 1."""
    (x0, y0), (x1, y1) = ((corner[0] + x, canvas.height - corner[1] - y) for x, y in (gradient.start, gradient.end))
    across, up = x1 - x0, y1 - y0
    if gradient.around:
        across, up = max(math.hypot(across, up), 0.1), 0.0
    if not across and not up:
        across = 0.1
    matrix = " ".join(number(value) for value in (across, up, -up, across, x0, y0))
    resources, around = canvas.resources, gradient.around
    fade = f"/{resources.fading(gradient.fades, around=around)} gs " if gradient.fades else ""
    return f"q {clip} {matrix} cm {fade}/{resources.shading(gradient.stops, around=around)} sh Q"


def _outline(commands: tuple[Command, ...], corner: Point, height: float) -> str:
    return " ".join(f"{_numbers(values, corner, height)}{kind}" for kind, values in commands)


def _numbers(values: tuple[float, ...], corner: Point, height: float) -> str:
    left, top = corner
    shown = (number(height - top - value) if index % 2 else number(left + value) for index, value in enumerate(values))
    return "".join(f"{value} " for value in shown)


def _color(color: str) -> str:
    return " ".join(number(int(color[at : at + 2], 16) / 255) for at in (0, 2, 4))


def _stroke(stroke: Stroke) -> str:
    dashes = " ".join(number(part) for part in stroke.dashes)
    return f"{_color(stroke.color)} RG {number(stroke.width)} w {stroke.cap} J {stroke.join} j [{dashes}] 0 d"


def _image(canvas: Canvas, image: Image, corner: Point, figure: Node | None, setting: ParagraphSetting) -> None:
    picture, place = image.picture, image.place
    if picture.graphic is not None:
        _nested(canvas, picture.graphic, (place, corner), figure, setting)
        return
    name = canvas.resources.picture(picture, setting.paragraph.place)
    if not name:
        note = placeholder(place.width, place.height, picture.name, picture.alt)
        _nested(canvas, note, (place, corner), figure, setting)
        return
    matrix = " ".join(number(value) for value in _matrix(image.place, corner, canvas.height))
    before = [*_clip(image.clip, corner, canvas.height)]
    if image.shape:
        before.append(f"{_outline(image.shape, corner, canvas.height)} W n")
    canvas.marked(figure, " ".join(["q", *before, f"{matrix} cm /{name} Do Q"]))


def _nested(
    canvas: Canvas, graphic: Graphic, where: tuple[Place, Point], figure: Node | None, setting: ParagraphSetting
) -> None:
    """Draw a drawing within another, turned as its place is."""
    place, (x, y) = where
    left, top = place.corner
    if place.turn:
        canvas.spin((x + place.x, y + place.y), place.turn)
    draw(canvas, graphic, (x + left, y + top), figure, setting)
    if place.turn:
        canvas.turn_back()


def _clip(box: Box | None, corner: Point, height: float) -> Iterator[str]:
    """Yield the operator that hides what lies outside a box of the drawing."""
    if box is not None:
        left, top, wide, high = box
        numbers = (corner[0] + left, height - corner[1] - top - high, wide, high)
        yield f"{' '.join(number(value) for value in numbers)} re W n"


def _matrix(place: Place, corner: Point, height: float) -> tuple[float, ...]:
    """Return the matrix that puts the unit square into a place, its origin at the bottom left."""
    origin, right, up = (place.point(x, y) for x, y in ((0, place.height), (place.width, place.height), (0, 0)))
    x, y = corner[0] + origin[0], height - corner[1] - origin[1]
    return (right[0] - origin[0], origin[1] - right[1], up[0] - origin[0], origin[1] - up[1], x, y)
