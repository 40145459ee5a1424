"""Gradients as shadings (ISO 32000-1, 8.7.4.5): axial from 0 to 1 on the x axis, or radial to the radius 1."""

from __future__ import annotations

from itertools import pairwise

from pipeline.render.gradients import Fades, Stops
from pipeline.render.pdf.objects import Dictionary, File, numbers, stream

_FAR = 1000  # lengths of the axis that a fading gradient reaches to all sides


def shading(stops: Stops, *, around: bool) -> Dictionary:
    """Return a shading through the stops, going on beyond both ends with the colours there."""
    coordinates = (0, 0, 0, 0, 0, 1) if around else (0, 0, 1, 0)
    return Dictionary(
        {
            "ShadingType": 3 if around else 2,
            "ColorSpace": "/DeviceRGB",
            "Coords": numbers(coordinates),
            "Function": _through(stops),
            "Extend": "[true true]",
        }
    )


def fading(fades: Fades, *, around: bool, file: File) -> Dictionary:
    """Return the soft mask that lets a gradient cover by its fades, on the same axis (11.6.5.3)."""
    light = shading(tuple((at, _grey(cover)) for at, cover in fades), around=around)
    form = stream(
        b"/S sh",
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": numbers((-_FAR, -_FAR, _FAR, _FAR)),
            "Group": Dictionary({"S": "/Transparency", "CS": "/DeviceRGB"}),
            "Resources": Dictionary({"Shading": Dictionary({"S": light})}),
        },
    )
    return Dictionary({"Type": "/Mask", "S": "/Luminosity", "G": file.add(form)})


def _grey(cover: float) -> str:
    return f"{round(min(max(cover, 0.0), 1.0) * 255):02x}" * 3


def _through(stops: Stops) -> Dictionary:
    """Return the function from 0 to 1 that gives the colours (7.10.4)."""
    parts = [(one, two) for one, two in pairwise(stops) if two[0] > one[0]]
    pieces = b" ".join(_between(one[1], two[1]).data for one, two in parts)
    return Dictionary(
        {
            "FunctionType": 3,
            "Domain": "[0 1]",
            "Functions": b"[" + pieces + b"]",
            "Bounds": numbers(two[0] for _, two in parts[:-1]),
            "Encode": numbers([0, 1] * len(parts)),
        }
    )


def _between(one: str, two: str) -> Dictionary:
    ends = {name: numbers(_parts(color)) for name, color in (("C0", one), ("C1", two))}
    return Dictionary({"FunctionType": 2, "Domain": "[0 1]", **ends, "N": 1})


def _parts(color: str) -> list[float]:
    return [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
