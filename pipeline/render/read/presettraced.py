"""Preset shapes written as outlines in a box of their own: flow charts and buttons (ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from pipeline.render.graphic import Command, Commands
from pipeline.render.read.presets import Form, arc, rectangle

Scene = Callable[[float, float, Sequence[float]], tuple[Form, ...]]
Point = tuple[float, float]


def traced(text: str, size: Point, box: Point) -> Commands:
    """Return an outline of letters and numbers in a box of its own: m, l, c, h, and a for an arc from where it is.

    An arc has its two radii, the angle that it begins at in that, and how far it swings, in degrees clockwise.
    """
    across, down = size[0] / box[0], size[1] / box[1]
    words, at = text.split(), (0.0, 0.0)
    out: list[Command] = []
    while words:
        letter = words.pop(0)
        numbers = [float(words.pop(0)) for _ in range({"m": 2, "l": 2, "c": 6, "a": 4}.get(letter, 0))]
        if letter == "a":
            curve = _arc_from(at, numbers, (across, down))
            out += curve
        else:
            values = tuple(value * (down if index % 2 else across) for index, value in enumerate(numbers))
            out.append((letter, values))
        at = (out[-1][1][-2], out[-1][1][-1]) if out[-1][1] else at
    return tuple(out)


def _arc_from(at: Point, numbers: Sequence[float], scale: Point) -> Commands:
    """Return an arc from a point on: an angle counts on the circle that the ellipse is stretched from (20.1.9.3)."""
    wide, high, start, swing = numbers
    angles = []
    for degrees in (start, start + swing):
        turn = math.radians(degrees)
        own = math.atan2(math.sin(turn) * wide, math.cos(turn) * high)
        angles.append(math.degrees(own) + 360 * round((degrees - math.degrees(own)) / 360))
    rx, ry = wide * scale[0], high * scale[1]
    begin = math.radians(angles[0])
    middle = (at[0] - rx * math.cos(begin), at[1] - ry * math.sin(begin))
    return arc(middle, (rx, ry), angles[0], angles[1] - angles[0])[1:]


def _scene(*parts: tuple[str, str], box: Point) -> Scene:
    """Return a shape of outlines in one box; each has a look: fill, line, both, or a shade."""

    def made(w: float, h: float, _a: Sequence[float]) -> tuple[Form, ...]:
        return tuple(_form(traced(text, (w, h), box), look) for look, text in parts)

    return made


def _form(commands: Commands, look: str) -> Form:
    if look == "line":
        return Form(commands, filled=False)
    return Form(commands, stroked=look == "both", shade="" if look in {"both", "fill"} else look)


def _button(*parts: str) -> Scene:
    """Return a button with outlines in a square of 100 in its middle that is 3/4 of its shorter side wide."""

    def made(w: float, h: float, _a: Sequence[float]) -> tuple[Form, ...]:
        side = min(w, h) * 0.75
        left, top = (w - side) / 2, (h - side) / 2
        found = [Form(rectangle(w, h))]
        for text in parts:
            commands = traced(text, (side, side), (100, 100))
            moved = ((kind, tuple(v + (top if at % 2 else left) for at, v in enumerate(vs))) for kind, vs in commands)
            found.append(Form(tuple(moved), shade="darken"))
        return tuple(found)

    return made


TRACED: Mapping[str, Scene] = {
    "swooshArrow": _scene(
        ("both", "m 0 100 c 25 55 55 35 80 28 l 76 10 l 100 22 l 88 54 l 84 42 c 55 52 25 65 0 100 h"), box=(100, 100)
    ),
    "flowChartInternalStorage": _scene(
        ("both", "m 0 0 l 8 0 l 8 8 l 0 8 h"), ("line", "m 1 0 l 1 8 m 0 1 l 8 1"), box=(8, 8)
    ),
    "flowChartMultidocument": _scene(
        ("both", "m 2972 1815 l 2972 0 l 21600 0 l 21600 14392 c 20800 14392 20000 14467 20000 14467 l 20000 1815 h"),
        (
            "both",
            "m 1532 3675 l 1532 1815 l 20000 1815 l 20000 16252 c 19298 16252 18595 16352 18595 16352 l 18595 3675 h",
        ),
        ("both", "m 0 20782 c 9298 23542 9298 18022 18595 18022 l 18595 3675 l 0 3675 h"),
        box=(21_600, 21_600),
    ),
    "flowChartPunchedTape": _scene(
        ("both", "m 0 2 a 5 2 180 -180 a 5 2 180 180 l 20 18 a 5 2 0 -180 a 5 2 0 180 h"), box=(20, 20)
    ),
    "flowChartSort": _scene(("both", "m 0 1 l 1 0 l 2 1 l 1 2 h"), ("line", "m 0 1 l 2 1"), box=(2, 2)),
    "flowChartOnlineStorage": _scene(("both", "m 1 0 l 6 0 a 1 3 270 -180 l 1 6 a 1 3 90 180 h"), box=(6, 6)),
    "flowChartMagneticDrum": _scene(
        ("both", "m 1 0 l 5 0 a 1 3 270 180 l 1 6 a 1 3 90 180 h"), ("line", "m 5 6 a 1 3 90 180"), box=(6, 6)
    ),
    "flowChartDisplay": _scene(("both", "m 0 3 l 1 0 l 5 0 a 1 3 270 180 l 1 6 h"), box=(6, 6)),
    "flowChartMagneticTape": _scene(("both", "m 50 100 a 50 50 90 315 l 100 85.355 l 100 100 h"), box=(100, 100)),
    "flowChartMagneticDisk": _scene(
        ("both", "m 0 1 a 3 1 180 180 l 6 5 a 3 1 0 180 h"), ("line", "m 6 1 a 3 1 0 180"), box=(6, 6)
    ),
    "actionButtonForwardNext": _button("m 12 0 l 100 50 l 12 100 h"),
    "actionButtonBackPrevious": _button("m 88 0 l 0 50 l 88 100 h"),
    "actionButtonEnd": _button("m 0 0 l 75 50 l 0 100 h", "m 87 0 l 100 0 l 100 100 l 87 100 h"),
    "actionButtonBeginning": _button("m 100 0 l 25 50 l 100 100 h", "m 0 0 l 13 0 l 13 100 l 0 100 h"),
    "actionButtonHome": _button("m 50 0 l 100 50 l 88 50 l 88 100 l 12 100 l 12 50 l 0 50 h"),
    "actionButtonDocument": _button("m 13 0 l 68 0 l 87 25 l 87 100 l 13 100 h"),
    "actionButtonReturn": _button(
        "m 100 25 l 75 0 l 50 25 l 62 25 l 62 62 l 38 75 l 25 62 l 25 25 l 0 25 l 0 75 l 25 100 l 62 100 "
        "l 88 75 l 88 25 h"
    ),
    "actionButtonSound": _button(
        "m 0 33 l 25 33 l 50 8 l 50 92 l 25 67 l 0 67 h",
        "m 62 33 l 95 15 l 97 20 l 64 38 h m 62 47 l 100 47 l 100 53 l 62 53 h m 64 62 l 97 80 l 95 85 l 62 67 h",
    ),
    "actionButtonMovie": _button("m 0 30 l 65 30 l 65 42 l 88 30 l 100 30 l 100 70 l 88 70 l 65 58 l 65 70 l 0 70 h"),
    "actionButtonHelp": _button(
        "m 30 30 a 20 20 180 225 c 55 55 55 60 55 66 l 45 66 c 45 55 48 52 57 37 a 10 10 45 -225 h",
        "m 58 82 a 8 8 0 360 h",
    ),
    "actionButtonInformation": _button(
        "m 100 50 a 50 50 0 360 h m 58 20 a 8 8 0 360 h m 38 38 l 58 38 l 58 76 l 65 76 l 65 82 l 37 82 l 37 76 "
        "l 44 76 l 44 44 l 38 44 h"
    ),
}
