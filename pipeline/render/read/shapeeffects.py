"""Shadows, glows and soft edges of shapes and pictures, drawn in steps (ECMA-376 part 1, 20.1.8.25).

What is not drawn, such as reflections and depth, is told (REN420).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Commands, Path, Place, Shape, Stroke
from pipeline.render.outlines import grown
from pipeline.render.read.colors import Theme
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import Paint, first_color, paint_of
from pipeline.render.read.units import EMU, child, integer, percentage

_STEPS = 8  # that a soft edge is drawn in
_MOST_STEPPED = 400  # commands of an outline: one with more has a hard shadow
_ANGLE = 60_000
_INMOST = 0.45  # of a shape's shorter side that its edge is moved in at most
_ALIGN = {"l": 0.0, "r": 1.0, "t": 0.0, "b": 1.0}
_UNDRAWN = {"reflection": "en spegling", "innerShdw": "en inre skugga"}
_FLAT = {"orthographicFront", "legacyObliqueFront", ""}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class EffectReader:
    """Reads the effects of a shape or a picture that stands in a place."""

    context: PartContext
    place: Place

    def behind(self, properties: etree._Element | None, style: etree._Element | None, edges: Edges) -> list[Shape]:
        """Return what is drawn behind something: its shadow and its glow."""
        effects, own = self._effects(properties, style)
        if effects is None or not edges.outlines:
            return []
        found: list[Shape] = []
        for node in effects.iterchildren(q("a:outerShdw"), q("a:prstShdw")):
            found += self._shadow(node, edges, own)
        for node in effects.iterchildren(q("a:glow")):
            found += self._glow(node, edges, own)
        return found

    def report(self, properties: etree._Element | None) -> None:
        """Tell which of the effects that something has of its own are not drawn."""
        effects = child(properties, "a:effectLst")
        for node in () if effects is None else effects.iterchildren("*"):
            what = _UNDRAWN.get(etree.QName(node).localname)
            if what:
                self.context.report_once(f"{what} vid en form eller bild", "den ritas inte")
        if child(properties, "a:effectDag") is not None:
            self.context.report_once("sammansatta effekter vid en form eller bild", "de ritas inte")
        if _is_deep(properties):
            self.context.report_once("en form eller bild med djup eller vridning i rummet", "den ritas platt")

    def soft(self, properties: etree._Element | None) -> float:
        """Return how far from its edge something begins to fade, in points; 0 for a hard edge."""
        node = child(child(properties, "a:effectLst"), "a:softEdge")
        return 0.0 if node is None else min(max(integer(node.get("rad")) / EMU, 0.0), 200.0)

    def _effects(
        self, properties: etree._Element | None, style: etree._Element | None
    ) -> tuple[etree._Element | None, Paint]:
        own = child(properties, "a:effectLst")
        if own is not None:
            return own, Paint()
        reference = child(style, "a:effectRef")
        number = integer(reference.get("idx")) if reference is not None else 0
        given = self.context.styles.theme.get(f"effect:{number}")
        color = paint_of(first_color(reference), self.context.styles.theme)
        return (etree.fromstring(given), color) if given else (None, color)

    def _shadow(self, node: etree._Element, edges: Edges, own: Paint) -> list[Shape]:
        paint = paint_of(first_color(node), self._theme, own)
        if not paint.color:
            return []
        move = _moving(node, self.place)
        outlines = [_moved(commands, move) for commands in edges.outlines]
        if not edges.filled:
            stroke = replace(edges.line, color=paint.color, opacity=paint.opacity) if edges.line is not None else None
            return [Path(commands, "", stroke) for commands in outlines] if stroke is not None else []
        blur = min(max(integer(node.get("blurRad")) / EMU, 0.0), 200.0)
        shift = [blur * (0.5 - step / (_STEPS - 1)) for step in range(_STEPS)]
        return self._stepped(outlines, shift if blur > 0.5 else [0.0], paint)

    def _glow(self, node: etree._Element, edges: Edges, own: Paint) -> list[Shape]:
        paint = paint_of(first_color(node), self._theme, own)
        radius = min(max(integer(node.get("rad")) / EMU, 0.0), 200.0)
        if not paint.color or not radius:
            return []
        shift = [radius * (1 - step / _STEPS) for step in range(_STEPS)]
        if edges.filled:
            return self._stepped(edges.outlines, shift, paint)
        share, width = _layered(paint.opacity), edges.line.width if edges.line is not None else 0.0
        line = edges.line
        return [
            Path(commands, "", replace(line, color=paint.color, width=width + 2 * far, opacity=share, head="", tail=""))
            for far in shift
            for commands in edges.outlines
            if line is not None
        ]

    def _stepped(self, outlines: Sequence[Commands], shift: Sequence[float], paint: Paint) -> list[Shape]:
        """Return outlines on top of each other, each moved in a little more: together they cover by the opacity."""
        if sum(map(len, outlines)) > _MOST_STEPPED:
            shift = [0.0]
        share = paint.opacity if len(shift) == 1 else _layered(paint.opacity)
        most = min(self.place.width, self.place.height) * _INMOST
        return [
            Path(grown(commands, max(far, -most)) if far else commands, paint.color, None, share, even_odd=True)
            for far in shift
            for commands in outlines
        ]

    def faded(self, path: Path, radius: float) -> list[Shape]:
        """Return a filled outline whose edge fades within a distance of it."""
        most = min(self.place.width, self.place.height) * _INMOST
        reach = min(radius * 2, most)
        share = _layered(path.opacity)
        found: list[Shape] = []
        for step in range(_STEPS):
            last = step == _STEPS - 1
            commands = grown(path.commands, -reach * (step + 1) / _STEPS)
            found.append(replace(path, commands=commands, stroke=None, opacity=path.opacity if last else share))
        return found

    @property
    def _theme(self) -> Theme:
        return self.context.styles.theme


@dataclass(frozen=True, slots=True)
class Edges:
    """The outlines that throw a shadow: filled ones, or a line alone."""

    outlines: tuple[Commands, ...]
    filled: bool
    line: Stroke | None = None


def _layered(opacity: float) -> float:
    """Return how much each of the layers covers that together cover by an opacity."""
    return float(1 - (1 - min(opacity, 0.98)) ** (1 / _STEPS))


def _moving(node: etree._Element, place: Place) -> Callable[[float, float], Point]:
    """Return where a shadow puts a point: enlarged and slanted about a corner, then moved (20.1.8.45)."""
    far, angle = integer(node.get("dist")) / EMU, math.radians(integer(node.get("dir")) / _ANGLE)
    if node.get("rotWithShape", "1") in {"1", "true"}:
        angle += math.radians(place.turn)
    across, down = far * math.cos(angle), far * math.sin(angle)
    wide, high = percentage(node.get("sx"), 1.0), percentage(node.get("sy"), 1.0)
    slants = (math.radians(min(max(integer(node.get(name)) / _ANGLE, -80.0), 80.0)) for name in ("kx", "ky"))
    slant_x, slant_y = (math.tan(slant) for slant in slants)
    align = (node.get("algn") or "b").lower().replace("ctr", "")
    at_x = next((share for side, share in _ALIGN.items() if side in "lr" and side in align), 0.5)
    at_y = next((share for side, share in _ALIGN.items() if side in "tb" and side in align), 0.5)
    x0, y0 = place.x + (at_x - 0.5) * place.width, place.y + (at_y - 0.5) * place.height

    def moved(x: float, y: float) -> Point:
        dx, dy = x - x0, y - y0
        return x0 + wide * dx + slant_x * dy + across, y0 + slant_y * dx + high * dy + down

    return moved


def _moved(commands: Commands, move: Callable[[float, float], Point]) -> Commands:
    pairs = ((kind, zip(numbers[::2], numbers[1::2], strict=True)) for kind, numbers in commands)
    return tuple((kind, tuple(value for x, y in points for value in move(x, y))) for kind, points in pairs)


def _is_deep(properties: etree._Element | None) -> bool:
    """Return whether a shape has a bevel or a depth, or is turned in space (20.1.4.1.26, 20.1.5.12)."""
    solid, scene = child(properties, "a:sp3d"), child(properties, "a:scene3d")
    camera = child(scene, "a:camera")
    if camera is not None and (camera.get("prst") or "") not in _FLAT:
        return True
    if solid is None:
        return False
    depth = max(integer(solid.get(name)) for name in ("extrusionH", "contourW"))
    return depth > 0 or child(solid, "a:bevelT") is not None or child(solid, "a:bevelB") is not None
