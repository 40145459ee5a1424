"""Custom geometry: outlines with guides that formulas give (ECMA-376 part 1, 20.1.9)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Command, Commands
from pipeline.render.read.presets import Form, arc
from pipeline.render.read.units import child

_ANGLE = 60_000
_LARGEST = 1e9
MOST_GUIDES, MOST_COMMANDS = 2_000, 20_000
_OPERATIONS: Mapping[str, Callable[[float, float, float], float]] = {
    "*/": lambda a, b, c: a * b / c if c else 0.0,
    "+-": lambda a, b, c: a + b - c,
    "+/": lambda a, b, c: (a + b) / c if c else 0.0,
    "?:": lambda a, b, c: b if a > 0 else c,
    "abs": lambda a, _b, _c: abs(a),
    "at2": lambda a, b, _c: math.degrees(math.atan2(b, a)) * _ANGLE,
    "cat2": lambda a, b, c: a * math.cos(math.atan2(c, b)),
    "cos": lambda a, b, _c: a * math.cos(math.radians(b / _ANGLE)),
    "max": lambda a, b, _c: max(a, b),
    "min": lambda a, b, _c: min(a, b),
    "mod": lambda a, b, c: math.sqrt(a * a + b * b + c * c),
    "pin": lambda a, b, c: min(max(b, a), c),
    "sat2": lambda a, b, c: a * math.sin(math.atan2(c, b)),
    "sin": lambda a, b, _c: a * math.sin(math.radians(b / _ANGLE)),
    "sqrt": lambda a, _b, _c: math.sqrt(max(a, 0.0)),
    "tan": lambda a, b, _c: a * math.tan(math.radians(b / _ANGLE)),
    "val": lambda a, _b, _c: a,
}


class Guides:
    """The names that a shape's geometry may use, with their values in its own units."""

    def __init__(self, width: float, height: float) -> None:
        short = min(width, height)
        self.values: dict[str, float] = {"l": 0.0, "t": 0.0, "r": width, "b": height, "w": width, "h": height}
        self.values |= {"hc": width / 2, "vc": height / 2, "ss": short, "ls": max(width, height)}
        for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
            self.values |= {f"wd{part}": width / part, f"hd{part}": height / part, f"ssd{part}": short / part}
        self.values |= {f"cd{part}": 360 * _ANGLE / part for part in (2, 4, 8)}
        self.values |= {"3cd4": 270 * _ANGLE, "3cd8": 135 * _ANGLE, "5cd8": 225 * _ANGLE, "7cd8": 315 * _ANGLE}

    def read(self, geometry: etree._Element) -> None:
        """Work out the guides of a geometry's lists, in order."""
        for list_name in ("a:avLst", "a:gdLst"):
            holder = child(geometry, list_name)
            for node in itertools.islice(() if holder is None else holder.iterchildren("*"), MOST_GUIDES):
                self.values[node.get("name") or ""] = self._formula(node.get("fmla") or "")

    def _formula(self, text: str) -> float:
        name, *operands = text.split()[:4] or [""]
        operation = _OPERATIONS.get(name)
        numbers = [self.value(operand) for operand in operands] + [0.0] * 3
        if operation is None:
            return 0.0
        try:
            found = operation(*numbers[:3])
        except (OverflowError, ValueError):
            return 0.0
        return found if abs(found) < _LARGEST else 0.0

    def value(self, text: str | None) -> float:
        """Return a number or the value of a guide; 0 for what is neither."""
        if text is None:
            return 0.0
        if text in self.values:
            return self.values[text]
        try:
            found = float(text)
        except ValueError:
            return 0.0
        return found if abs(found) < _LARGEST else 0.0


def custom(geometry: etree._Element, width: float, height: float) -> list[Form]:
    """Return the outlines of an a:custGeom for a shape of a size in points."""
    forms: list[Form] = []
    for path in geometry.iter(q("a:path")):
        own = float(path.get("w") or 0) if _is_number(path.get("w")) else 0.0
        high = float(path.get("h") or 0) if _is_number(path.get("h")) else 0.0
        guides = Guides(width * 12700, height * 12700)
        guides.read(geometry)
        scale = (width / own if own > 0 else 1 / 12700, height / high if high > 0 else 1 / 12700)
        commands = _Tracer(guides, scale).trace(path)
        if commands:
            fill, is_stroked = path.get("fill") or "norm", path.get("stroke") not in {"0", "false"}
            shade = "" if fill in {"norm", "none"} else fill
            forms.append(Form(commands, filled=fill != "none", stroked=is_stroked, shade=shade))
    return forms


def text_rectangle(geometry: etree._Element, width: float, height: float) -> tuple[float, float, float, float]:
    """Return how far within its edges, as shares, a geometry has its text: left, top, right, bottom (20.1.9.22)."""
    node = child(geometry, "a:rect")
    if node is None or width <= 0 or height <= 0:
        return 0.0, 0.0, 0.0, 0.0
    guides = Guides(width * 12700, height * 12700)
    guides.read(geometry)
    left, top, right, bottom = (guides.value(node.get(side)) for side in "ltrb")
    wide, high = width * 12700, height * 12700
    if not (0 <= left < right <= wide and 0 <= top < bottom <= high):
        return 0.0, 0.0, 0.0, 0.0
    return left / wide, top / high, 1 - right / wide, 1 - bottom / high


def _is_number(text: str | None) -> bool:
    try:
        return text is not None and math.isfinite(float(text))
    except ValueError:
        return False


class _Tracer:
    """Turns the commands of one a:path into ours."""

    def __init__(self, guides: Guides, scale: tuple[float, float]) -> None:
        self.guides = guides
        self.scale = scale
        self.at = (0.0, 0.0)
        self.out: list[Command] = []

    def trace(self, path: etree._Element) -> Commands:
        for node in itertools.islice(path.iterchildren("*"), MOST_COMMANDS):
            kind = etree.QName(node).localname
            if kind == "arcTo":
                self._arc(node)
            elif kind == "close":
                self.out.append(("h", ()))
            else:
                self._points(kind, [self._point(point) for point in node.iter(q("a:pt"))])
        return tuple(self.out) if self.out and self.out[0][0] == "m" else ()

    def _point(self, node: etree._Element) -> tuple[float, float]:
        x, y = self.guides.value(node.get("x")), self.guides.value(node.get("y"))
        return x * self.scale[0], y * self.scale[1]

    def _points(self, kind: str, points: list[tuple[float, float]]) -> None:
        wanted = {"moveTo": 1, "lnTo": 1, "cubicBezTo": 3, "quadBezTo": 2}.get(kind, 0)
        if not wanted or len(points) < wanted:
            return
        if kind == "quadBezTo":
            (cx, cy), end = points[0], points[1]
            one = (self.at[0] + (cx - self.at[0]) * 2 / 3, self.at[1] + (cy - self.at[1]) * 2 / 3)
            two = (end[0] + (cx - end[0]) * 2 / 3, end[1] + (cy - end[1]) * 2 / 3)
            points = [one, two, end]
        letter = {"moveTo": "m", "lnTo": "l"}.get(kind, "c")
        count = 3 if letter == "c" else 1
        self.out.append((letter, tuple(number for point in points[:count] for number in point)))
        self.at = points[count - 1]

    def _arc(self, node: etree._Element) -> None:
        wide, high, start, swing = (self.guides.value(node.get(name)) for name in ("wR", "hR", "stAng", "swAng"))
        rx, ry = wide * self.scale[0], high * self.scale[1]
        begin, sweep = start / _ANGLE, min(max(swing / _ANGLE, -360.0), 360.0)
        if not rx or not ry or not sweep:
            return
        angle = math.radians(begin)
        angle = math.atan2(math.sin(angle) * wide, math.cos(angle) * high) if wide != high else angle
        middle = (self.at[0] - rx * math.cos(angle), self.at[1] - ry * math.sin(angle))
        curve = arc(middle, (rx, ry), math.degrees(angle), sweep)
        self.out.extend(curve[1:])
        self.at = curve[-1][1][-2], curve[-1][1][-1]
