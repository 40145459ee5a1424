"""Preset arrows of more than one direction, bent, round and with a box, after ECMA-376 part 1, 20.1.10.56."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.render.graphic import Commands
from pipeline.render.read.presets import Outline, arc, joined, mirrored, polygon, upended, upside_down

Points = list[tuple[float, float]]
_DEGREES = 100_000 / 60_000  # of an adjustment that is an angle


def _adjusted(a: Sequence[float], *usual: float) -> tuple[float, ...]:
    return tuple(a[index] if index < len(a) else value for index, value in enumerate(usual))


def _sizes(w: float, h: float, a: Sequence[float], usual: float = 0.25) -> tuple[float, float, float]:
    """Return half the thickness of an arrow, half the width of its head and the length of that."""
    stem, head, length = _adjusted(a, usual, usual, usual)
    short = min(w, h)
    return short * max(stem, 0.0) / 2, short * max(head, 0.0), short * max(length, 0.0)


def _bent_up(w: float, h: float, a: Sequence[float]) -> Commands:
    t, d, length = _sizes(w, h, a)
    x, y = w - d, h - 2 * t
    head: Points = [(x - t, length), (x - d, length), (x, 0), (w, length), (x + t, length)]
    return polygon([(0, y), (x - t, y), *head, (x + t, h), (0, h)])


def _left_up(w: float, h: float, a: Sequence[float]) -> Commands:
    t, d, length = _sizes(w, h, a)
    x, y = w - d, h - d
    up: Points = [
        (x - t, y - t),
        (x - t, length),
        (x - d, length),
        (x, 0),
        (w, length),
        (x + t, length),
        (x + t, y + t),
    ]
    return polygon([(0, y), (length, y - d), (length, y - t), *up, (length, y + t), (length, h)])


def _left_right_up(w: float, h: float, a: Sequence[float]) -> Commands:
    t, d, length = _sizes(w, h, a)
    x, y = w / 2, h - d
    left: Points = [(length, y + t), (length, h), (0, y), (length, y - d), (length, y - t)]
    up: Points = [(x - t, y - t), (x - t, length), (x - d, length), (x, 0), (x + d, length), (x + t, length)]
    right: Points = [(w - length, y - t), (w - length, y - d), (w, y), (w - length, h), (w - length, y + t)]
    return polygon([*left, *up, (x + t, y - t), *right])


def _quad(w: float, h: float, a: Sequence[float]) -> Commands:
    t, d, length = _sizes(w, h, a, 0.225)
    x, y = w / 2, h / 2
    arms: Points = []
    for across, down, far in ((0, -1, y), (1, 0, x), (0, 1, y), (-1, 0, x)):
        side, inner = (-down, across), far - length
        for along, beside in ((t, -t), (inner, -t), (inner, -d), (far, 0.0), (inner, d), (inner, t)):
            arms.append((x + across * along + side[0] * beside, y + down * along + side[1] * beside))
    return polygon(arms)


def _bent(w: float, h: float, a: Sequence[float]) -> Commands:
    stem, head, length, bend = _adjusted(a, 0.25, 0.25, 0.25, 0.4375)
    short = min(w, h)
    t, d, tip = short * stem, short * head, w - short * length
    top = d - t / 2
    outer = max(min(short * bend, tip, h - top), 0.0)
    inner = max(outer - t, 0.0)
    point = polygon([(tip, top), (tip, 0), (w, d), (tip, 2 * d), (tip, top + t)], close=False)
    out = arc((outer, top + outer), (outer, outer), 180, 90)
    back = arc((t + inner, top + t + inner), (inner, inner), 270, -90)
    return joined(polygon([(0, h)], close=False), out, point, back, polygon([(t, h)], close=False))


def _u_turn(w: float, h: float, a: Sequence[float]) -> Commands:
    stem, head, length, bend, reach = _adjusted(a, 0.25, 0.25, 0.25, 0.4375, 0.75)
    short = min(w, h)
    t, d, end = short * stem, short * head, h * reach
    neck, right = end - short * length, w - (d - t / 2)
    outer = max(min(short * bend, right / 2, neck), 0.0)
    inner = max(outer - t, 0.0)
    low = t + inner
    over = joined(
        polygon([(0, h)], close=False),
        arc((outer, outer), (outer, outer), 180, 90),
        arc((right - outer, outer), (outer, outer), 270, 90),
        polygon([(right, neck), (w, neck), (w - d, end), (w - 2 * d, neck), (right - t, neck)], close=False),
        arc((right - t - inner, low), (inner, inner), 0, -90),
        arc((low, low), (inner, inner), 270, -90),
        polygon([(t, h)], close=False),
    )
    return tuple(over)


def _boxed(w: float, h: float, a: Sequence[float]) -> Commands:
    """Return a box with an arrow to the right."""
    t, d, length = _sizes(w, h, a)
    edge = w * _adjusted(a, 0, 0, 0, 0.64977)[3]
    y = h / 2
    arrow: Points = [(edge, y - t), (w - length, y - t), (w - length, y - d), (w, y)]
    return polygon([(0, 0), (edge, 0), *arrow, *[(x, h - v) for x, v in reversed(arrow[:-1])], (edge, h), (0, h)])


def _boxed_both(w: float, h: float, a: Sequence[float]) -> Commands:
    """Return a box with arrows to the left and the right."""
    t, d, length = _sizes(w, h, a)
    half, y = w * _adjusted(a, 0, 0, 0, 0.48123)[3] / 2, h / 2
    left, right = w / 2 - half, w / 2 + half
    arrow: Points = [(right, y - t), (w - length, y - t), (w - length, y - d), (w, y)]
    there: Points = [(right, 0), *arrow, *[(x, h - v) for x, v in reversed(arrow[:-1])], (right, h)]
    return polygon([(left, 0), *there, *[(w - x, v) for x, v in reversed(there)][:-1]])


def _circular(w: float, h: float, a: Sequence[float]) -> Commands:
    """Return a round arrow from an angle clockwise to another, its head behind that."""
    stem, head, end, start, wide = _adjusted(a, 0.125, 11.42319, 204.57681, 108.0, 0.125)
    short = min(w, h)
    t, d = short * stem / 2, short * wide
    middle, ring = (w / 2, h / 2), (max(w / 2 - d, 1.0), max(h / 2 - d, 1.0))
    first, last, tip = (angle * _DEGREES for angle in (start, end, head))
    swing = (last - first) % 360 or 360.0
    outer = arc(middle, (ring[0] + t, ring[1] + t), first, swing)
    inner = arc(middle, (max(ring[0] - t, 0.5), max(ring[1] - t, 0.5)), first + swing, -swing)
    points = [
        arc(middle, (max(ring[0] + far, 0.1), max(ring[1] + far, 0.1)), angle, 1)[0][1]
        for far, angle in ((d, last), (0.0, last + tip), (-d, last))
    ]
    return joined(outer, polygon([(x, y) for x, y in points], close=False), inner)


def _curved_down(w: float, h: float, _a: Sequence[float]) -> Commands:
    """Return an arrow over an arch, from the left down to the right."""
    middle, low = (w * 0.45, h * 0.75), h * 0.75
    head = polygon([(w, low), (w * 0.8, h), (w * 0.6, low)], close=False)
    over = arc(middle, (w * 0.45, h * 0.75), 180, 180)
    under = arc(middle, (w * 0.25, h * 0.55), 360, -180)
    return joined(polygon([(0, h)], close=False), over, head, under, polygon([(w * 0.2, h)], close=False))


ARROWS: Mapping[str, Outline] = {
    "bentUpArrow": _bent_up,
    "leftUpArrow": _left_up,
    "leftRightUpArrow": _left_right_up,
    "quadArrow": _quad,
    "bentArrow": _bent,
    "uturnArrow": _u_turn,
    "rightArrowCallout": _boxed,
    "leftArrowCallout": mirrored(_boxed),
    "downArrowCallout": upended(_boxed),
    "upArrowCallout": upside_down(upended(_boxed)),
    "leftRightArrowCallout": _boxed_both,
    "upDownArrowCallout": upended(_boxed_both),
    "circularArrow": _circular,
    "leftCircularArrow": mirrored(_circular),
    "leftRightCircularArrow": _circular,
    "curvedDownArrow": _curved_down,
    "curvedUpArrow": upside_down(_curved_down),
    "curvedRightArrow": mirrored(upended(_curved_down)),
    "curvedLeftArrow": upended(_curved_down),
}
