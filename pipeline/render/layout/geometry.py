"""Where text stands on the paper: margins that mirror, the gutter, and columns."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.render.paper import Columns, PageSettings, PageSetup

NARROWEST, NARROWEST_COLUMN = 36.0, 18.0


@dataclass(frozen=True, slots=True)
class Sides:
    """The margins of one page; ``top`` is how much the gutter adds to the top margin."""

    left: float
    right: float
    top: float
    width: float


def sides(setup: PageSetup, settings: PageSettings, number: int) -> Sides:
    """Return the margins of the page of a number.

    Where margins mirror, those of even pages change sides, and the gutter with them (17.15.1.57, 17.6.11).
    """
    mirrored = settings.mirror_margins and number % 2 == 0
    left, right = (setup.right, setup.left) if mirrored else (setup.left, setup.right)
    if settings.gutter_at_top:
        return Sides(left, right, setup.gutter, max(setup.width - left - right, NARROWEST))
    if setup.gutter_right != mirrored:
        right += setup.gutter
    else:
        left += setup.gutter
    return Sides(left, right, 0.0, max(setup.width - left - right, NARROWEST))


def columns(wanted: Columns, place: Sides) -> list[tuple[float, float]]:
    """Return the left edge and the width of each column; columns of width 0 share what is left (17.6.4)."""
    if not wanted.widths:
        return [(place.left, place.width)]
    room = place.width - sum(space for _, space in wanted.widths[:-1])
    equal = room / len(wanted.widths)
    left = place.left
    found: list[tuple[float, float]] = []
    for own, space in wanted.widths:
        size = own or equal
        found.append((left, max(size, NARROWEST_COLUMN)))
        left += size + space
    return [_mirrored(column, place) for column in found] if wanted.rtl else found


def _mirrored(column: tuple[float, float], place: Sides) -> tuple[float, float]:
    left, width = column
    return 2 * place.left + place.width - left - width, width
