"""The outlines of a shape as they are drawn: filled, shaded, with a line of one or several strokes, or a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.gradients import laid
from pipeline.render.graphic import Commands, Path, Place, Stroke
from pipeline.render.outlines import beside
from pipeline.render.read.colorchanges import changed
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawingcolors import Paint
from pipeline.render.read.guides import custom
from pipeline.render.read.presetforms import preset
from pipeline.render.read.presets import Form
from pipeline.render.read.units import child, integer

_SHARE = 100_000
_USUAL_ADJUSTED = 100
_MOST_HANDLES = 8
_SHADES = {  # how far towards white or black (20.1.10.37)
    "lighten": ("tint", 0.6),
    "lightenLess": ("tint", 0.8),
    "darken": ("shade", 0.6),
    "darkenLess": ("shade", 0.8),
}


@dataclass(frozen=True, slots=True)
class Formed:
    """The outlines of a shape in its place, and the name of its preset, "" for one of its own."""

    forms: tuple[Form, ...]
    name: str

    @property
    def filled(self) -> tuple[Commands, ...]:
        """Return the outlines that are filled; without one, all of them."""
        found = tuple(form.commands for form in self.forms if form.filled)
        return found or tuple(form.commands for form in self.forms)

    @property
    def is_filled(self) -> bool:
        """Return whether any outline is filled."""
        return any(form.filled for form in self.forms)


def formed(properties: etree._Element | None, place: Place, context: PartContext) -> Formed:
    """Return the outlines that a shape's geometry gives; an unknown preset is its rectangle, which is told."""
    geometry = child(properties, "a:custGeom")
    if geometry is not None:
        return Formed(placed_forms(custom(geometry, place.width, place.height), place), "")
    name = preset_name(properties)
    forms = preset(name, (place.width, place.height), adjustments(child(properties, "a:prstGeom")))
    if forms is None:
        context.report(f"en form av slaget {name}", "den ritas som sin rektangel")
        forms = preset("rect", (place.width, place.height), ())
    return Formed(placed_forms(forms or [], place), name)


def preset_name(properties: etree._Element | None) -> str:
    """Return the name of a shape's preset, "" for a geometry of its own."""
    if child(properties, "a:custGeom") is not None:
        return ""
    node = child(properties, "a:prstGeom")
    return (node.get("prst") or "rect") if node is not None else "rect"


def rectangle_of(place: Place) -> tuple[Form, ...]:
    """Return the outline of a place itself."""
    return placed_forms(preset("rect", (place.width, place.height), ()) or [], place)


def shifted(commands: Commands, across: float, down: float) -> Commands:
    """Return an outline moved by a distance."""
    return tuple(
        (kind, tuple(value + (down if at % 2 else across) for at, value in enumerate(numbers)))
        for kind, numbers in commands
    )


def placed_forms(forms: Iterable[Form], place: Place) -> tuple[Form, ...]:
    """Return outlines as they stand in a place."""
    return tuple(
        replace(form, commands=tuple((kind, moved(numbers, place)) for kind, numbers in form.commands))
        for form in forms
    )


def adjustments(node: etree._Element | None) -> tuple[float, ...]:
    """Return what a preset's handles are set to, as shares (20.1.9.5)."""
    holder = child(node, "a:avLst")
    found: list[float] = []
    for guide in () if holder is None else holder.iterchildren(q("a:gd")):
        formula = (guide.get("fmla") or "").split()
        found.append(integer(formula[1]) / _SHARE if len(formula) > 1 else 0.0)
    return tuple(min(max(value, -_USUAL_ADJUSTED), _USUAL_ADJUSTED * 3) for value in found[:_MOST_HANDLES])


def moved(numbers: tuple[float, ...], place: Place) -> tuple[float, ...]:
    """Return points of a shape's outline as they stand in the drawing."""
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(number for x, y in pairs for number in place.point(x, y))


def painted(forms: Sequence[Form], place: Place, paint: Paint, stroke: Stroke | None) -> list[Path]:
    """Return outlines filled with a colour and drawn with a line, as far as each of them is."""
    found: list[Path] = []
    for form in forms:
        color = _shaded(paint.color, form.shade) if form.filled else ""
        line = stroke if form.stroked else None
        if color or line is not None:
            blend = laid(paint.blend, place) if color and not form.shade else None
            pattern = paint.pattern if color else None
            whole = Path(form.commands, color, line, paint.opacity, even_odd=True, gradient=blend, pattern=pattern)
            found += split(whole)
    return found


def split(path: Path) -> list[Path]:
    """Return a path with a compound line as its filling and several lines, any other as it is (20.1.10.15)."""
    stroke = path.stroke
    if stroke is None or not stroke.compound:
        return [path]
    found = [replace(path, stroke=None)] if path.fill else []
    for shift, share in stroke.compound:
        line = replace(stroke, width=stroke.width * share, compound=(), head="", tail="")
        found.append(Path(beside(path.commands, shift * stroke.width) if shift else path.commands, "", line))
    return found


def _shaded(color: str, shade: str) -> str:
    change = _SHADES.get(shade)
    return changed(color, *change) if color and change is not None else color
