"""How a section begins and a page ends: numbers of first pages, blank pages before them, vertical alignment."""

from __future__ import annotations

from pipeline.render.layout.page import Page
from pipeline.render.paper import PageSetup

_WANTED = {"oddPage": 1, "evenPage": 0}


def first_number(setup: PageSetup, before: int | None) -> tuple[int, bool]:
    """Return the number of a section's first page, and whether a blank page comes before it (17.6.22).

    ``before`` is the number of the page before it, None for none. Two pages of the same parity are never on one leaf.
    """
    following = 1 if before is None else before + 1
    number = following if setup.number_start is None else setup.number_start
    parity = _WANTED.get(setup.start)
    if parity is None:
        return number, False
    if number % 2 != parity:
        number += 1
    return number, before is not None and before % 2 == number % 2


def align_vertically(page: Page, spare: float, *, is_last: bool) -> None:
    """Move what stands on a page for w:vAlign (17.6.23); a section's last page is not stretched to the foot."""
    how = page.setup.vertical_align
    if spare <= 0 or not page.items or page.around.exclusions:
        return
    if how == "both":
        step = 0.0 if is_last or len(page.items) < 2 else spare / (len(page.items) - 1)
        page.items[:] = [(box, x, y + step * index) for index, (box, x, y) in enumerate(page.items)]
    elif how in {"center", "bottom"}:
        down = spare / 2 if how == "center" else spare
        page.items[:] = [(box, x, y + down) for box, x, y in page.items]
