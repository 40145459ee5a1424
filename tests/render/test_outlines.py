"""Outlines made larger and smaller, and lines beside others."""

from __future__ import annotations

import pytest

from pipeline.render.graphic import Commands
from pipeline.render.outlines import beside, flattened, grown
from pipeline.render.read.presets import ellipse, polygon, rectangle


def box(commands: Commands) -> tuple[float, ...]:
    across = [values[0] for _, values in commands if values]
    down = [values[1] for _, values in commands if values]
    return tuple(round(value, 3) for value in (min(across), min(down), max(across), max(down)))


@pytest.mark.parametrize("backwards", [False, True])
def test_a_rectangle_grows_to_all_sides_whichever_way_it_is_drawn(*, backwards: bool) -> None:
    corners = [(0.0, 0.0), (10.0, 0.0), (10.0, 6.0), (0.0, 6.0)]
    commands = polygon(corners[::-1] if backwards else corners)
    assert box(grown(commands, 1)) == (-1, -1, 11, 7)
    assert box(grown(commands, -1)) == (1, 1, 9, 5)


def test_a_hole_becomes_smaller_where_the_outline_grows() -> None:
    hole = tuple((kind, tuple(value + 3 for value in values)) for kind, values in rectangle(4, 4))
    found = grown((*rectangle(10, 10), *hole), 1)
    assert box(found) == (-1, -1, 11, 11)
    assert box(found[5:]) == (4, 4, 6, 6)


def test_a_sharp_corner_does_not_grow_into_a_long_point() -> None:
    needle = polygon([(0, 0), (100, 1), (0, 2)])
    assert box(grown(needle, 5))[2] < 106


def test_a_line_beside_another_is_as_far_from_it_everywhere() -> None:
    assert beside((("m", (0.0, 0.0)), ("l", (10.0, 0.0)), ("l", (10.0, 10.0))), 2) == (
        ("m", (0.0, -2.0)),
        ("l", (12.0, -2.0)),
        ("l", (12.0, 10.0)),
    )


def test_a_curve_becomes_straight_pieces_that_keep_to_it() -> None:
    points, closed = flattened(ellipse(10, 10))[0]
    assert closed
    assert all(((x - 5) ** 2 + (y - 5) ** 2) ** 0.5 == pytest.approx(5, abs=0.01) for x, y in points)


@pytest.mark.parametrize("commands", [(), (("m", (1.0, 1.0)),), (("m", (1.0, 1.0)), ("l", (1.0, 1.0)), ("h", ()))])
def test_an_outline_of_nothing_stays_nothing(commands: Commands) -> None:
    assert grown(commands, 3) == ()
    assert beside(commands, 3) == ()
