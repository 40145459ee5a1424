"""Signs that are as large as what they stand at: brackets, roots, accents, braces below and above; drawn as lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.render.equations.boxes import MathBox, Point
from pipeline.render.graphic import Command, Path

_BARS = {"|": 1, "∣": 1, "‖": 2, "∥": 2}
_ENDS = {"[": (1, 1), "]": (1, 1), "⌊": (0, 1), "⌋": (0, 1), "⌈": (1, 0), "⌉": (1, 0)}
_RIGHT = frozenset(")]}⟩〉>⌋⌉")
_ROUND, _BRACES, _ANGLES = frozenset("()"), frozenset("{}"), frozenset("⟨⟩〈〉<>")
_DOTS = {"\u0307": 1, "\u0308": 2, "\u20db": 3, "˙": 1, "¨": 2}
_LINES: dict[str, tuple[Point, ...]] = {
    "\u0302": ((0, 0), (0.5, -1), (1, 0)),
    "^": ((0, 0), (0.5, -1), (1, 0)),
    "\u030c": ((0, -1), (0.5, 0), (1, -1)),
    "\u0301": ((0.3, 0), (0.7, -1)),
    "´": ((0.3, 0), (0.7, -1)),
    "\u0300": ((0.7, 0), (0.3, -1)),
    "`": ((0.7, 0), (0.3, -1)),
}
_ARROWS = {"\u20d7": "r", "→": "r", "⟶": "r", "\u20d6": "l", "←": "l", "\u20e1": "rl", "↔": "rl"}
_WAVES = frozenset("\u0303~")
_BOWS = frozenset("\u0306˘⏜⏝")


@dataclass(frozen=True, slots=True)
class Ink:
    """What signs are drawn with: the size of the text, for the strength of lines, and the colour."""

    size: float
    color: str

    @property
    def line(self) -> float:
        """Return the strength of a line."""
        return self.size * 0.06


def bracket(sign: str, top: float, bottom: float, ink: Ink) -> MathBox | None:
    """Return a bracket from ``top`` above the baseline to ``bottom`` below it; None for a sign that is not drawn."""
    width = ink.size * 0.36
    box = MathBox(width, top, bottom)
    to_left = sign in _RIGHT
    if sign in _BARS:
        count = _BARS[sign]
        box.width = ink.size * (0.12 + 0.16 * count)
        for number in range(count):
            x = box.width / 2 + (number - (count - 1) / 2) * ink.size * 0.16
            box.line([(x, -top), (x, bottom)], ink.line, ink.color)
    elif sign in _ENDS:
        _square(box, _ENDS[sign], ink, to_left=to_left)
    elif sign in _ROUND:
        box.items.append(_crescent(box, ink, to_left=to_left))
    elif sign in _BRACES:
        commands = _brace(top + bottom, width)
        box.curve(_turned(commands, lambda y, x: (width - x if to_left else x, y - top)), ink.line, ink.color)
    elif sign in _ANGLES:
        middle = (bottom - top) / 2
        near, far = (width * 0.75, width * 0.15)
        near, far = (width - near, width - far) if to_left else (near, far)
        box.line([(near, -top), (far, middle), (near, bottom)], ink.line, ink.color)
    else:
        return None
    return box


def _square(box: MathBox, ends: tuple[int, int], ink: Ink, *, to_left: bool) -> None:
    near, far = box.width * 0.3, box.width * 0.85
    near, far = (box.width - near, box.width - far) if to_left else (near, far)
    points = [(near, -box.above), (near, box.below)]
    if ends[0]:
        points.insert(0, (far, -box.above))
    if ends[1]:
        points.append((far, box.below))
    box.line(points, ink.line, ink.color)


def _crescent(box: MathBox, ink: Ink, *, to_left: bool) -> Path:
    """Return a round bracket: thin at its ends, thick in the middle."""
    high, wide = box.height, box.width
    thick = ink.size * 0.09

    def at(x: float, y: float) -> Point:
        return (wide - x if to_left else x), y * high - box.above

    end, bend = wide * 0.85, -wide * 0.02
    outer = (*at(bend, 0.28), *at(bend, 0.72), *at(end, 1.0))
    inner = (*at(bend + thick * 1.35, 0.72), *at(bend + thick * 1.35, 0.28), *at(end, 0.0))
    commands: tuple[Command, ...] = (("m", at(end, 0.0)), ("c", outer), ("c", inner), ("h", ()))
    return Path(commands, fill=ink.color)


def _brace(length: float, depth: float) -> list[Command]:
    """Return a brace along x, from 0 to the length; its ends stand at the depth, its tip at 0."""
    half, bend, mid = length / 2, min(depth, length / 4), depth / 2
    return [
        ("m", (0.0, depth * 0.9)),
        ("c", (0.0, mid, 0.0, mid, bend, mid)),
        ("l", (half - bend, mid)),
        ("c", (half, mid, half, mid, half, depth * 0.05)),
        ("c", (half, mid, half, mid, half + bend, mid)),
        ("l", (length - bend, mid)),
        ("c", (length, mid, length, mid, length, depth * 0.9)),
    ]


def _turned(commands: list[Command], to: Callable[[float, float], Point]) -> list[Command]:
    out: list[Command] = []
    for kind, values in commands:
        pairs = zip(values[::2], values[1::2], strict=True)
        out.append((kind, tuple(number for x, y in pairs for number in to(x, y))))
    return out


def root(body: MathBox, ink: Ink) -> tuple[MathBox, float]:
    """Return a root about a term, and where the hook of the sign begins below its top, for the degree."""
    gap = ink.size * 0.12
    top, bottom = body.above + gap + ink.line, body.below + ink.size * 0.04
    wide = ink.size * 0.62
    box = MathBox(0.0, top + ink.line, bottom)
    hook = bottom - min((top + bottom) * 0.5, ink.size * 0.55)
    foot = (wide * 0.48, bottom)
    box.line([(wide * 0.02, hook + ink.size * 0.08), (wide * 0.2, hook)], ink.line, ink.color)
    box.line([(wide * 0.2, hook), foot], ink.line * 1.7, ink.color)
    end = wide + body.width + ink.size * 0.06
    box.line([foot, (wide * 0.95, -top), (end, -top)], ink.line, ink.color)
    box.put(body, wide)
    box.width = end
    return box, hook


def accent(sign: str, width: float, ink: Ink) -> MathBox | None:
    """Return an accent of about a letter's width, standing on the baseline; None for a sign that is not drawn."""
    wide = min(max(width * 0.8, ink.size * 0.3), ink.size * 1.6)
    high = ink.size * 0.17
    box = MathBox(wide, high, 0.0)
    if sign in _LINES:
        box.line([(x * wide, y * high) for x, y in _LINES[sign]], ink.line, ink.color)
    elif sign in _DOTS:
        count = _DOTS[sign]
        for number in range(count):
            x = wide / 2 + (number - (count - 1) / 2) * ink.size * 0.2
            box.items.append(_dot(x, -high / 2, ink.size * 0.06, ink.color))
    elif sign in _ARROWS:
        box = arrow(_ARROWS[sign], max(width, ink.size * 0.45), ink)
    elif sign in _WAVES:
        wave: list[Command] = [("m", (0.0, -high * 0.2))]
        wave.append(("c", (wide * 0.35, -high * 1.8, wide * 0.65, high * 0.9, wide, -high * 0.8)))
        box.curve(wave, ink.line, ink.color)
    elif sign in _BOWS:
        bow = (wide * 0.2, high / 3, wide * 0.8, high / 3, wide, -high)
        box.curve([("m", (0.0, -high)), ("c", bow)], ink.line, ink.color)
    else:
        return None
    return box


def _dot(x: float, y: float, radius: float, color: str) -> Path:
    bend = radius * 0.5523
    start = (x + radius, y)
    quarters = [
        (x + radius, y + bend, x + bend, y + radius, x, y + radius),
        (x - bend, y + radius, x - radius, y + bend, x - radius, y),
        (x - radius, y - bend, x - bend, y - radius, x, y - radius),
        (x + bend, y - radius, x + radius, y - bend, *start),
    ]
    return Path((("m", start), *(("c", quarter) for quarter in quarters), ("h", ())), fill=color)


def arrow(ends: str, width: float, ink: Ink) -> MathBox:
    """Return a level arrow on the baseline; ``ends`` are the sides of its heads, r and l."""
    half = ink.size * 0.09
    box = MathBox(width, half * 2, 0.0)
    box.line([(0.0, -half), (width, -half)], ink.line, ink.color)
    for end in ends:
        tip, back = (width, width - half * 1.5) if end == "r" else (0.0, half * 1.5)
        box.line([(back, -half * 2), (tip, -half), (back, 0.0)], ink.line, ink.color)
    return box


def group(sign: str, width: float, ink: Ink, *, below: bool) -> MathBox | None:
    """Return a brace, bracket, bow or arrow over the width of a term; None for a sign that is not drawn."""
    high = ink.size * 0.3
    if sign in _ARROWS:
        return arrow(_ARROWS[sign], max(width, ink.size), ink)
    box = MathBox(width, high, 0.0)
    if sign in "⏞⏟":
        commands = _brace(max(width, ink.size * 0.3), high)
        box.curve(_turned(commands, lambda x, y: (x, -y if below else y - high)), ink.line, ink.color)
    elif sign in "⎴⎵":
        tips, level = (-high, 0.0) if below else (0.0, -high)
        box.line([(0.0, tips), (0.0, level), (width, level), (width, tips)], ink.line, ink.color)
    elif sign in "⏜⏝":
        tips, level = (-high, high * 0.3) if below else (0.0, -high * 1.3)
        bow: Command = ("c", (width * 0.2, level, width * 0.8, level, width, tips))
        box.curve([("m", (0.0, tips)), bow], ink.line, ink.color)
    else:
        return None
    return box
