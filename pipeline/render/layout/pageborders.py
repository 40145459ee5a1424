"""The frame and the colour of pages (w:pgBorders, 17.6.10; w:background, 17.2.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.render.layout.ornaments import Fill, Rule
from pipeline.render.layout.page import Page
from pipeline.render.looks import Border
from pipeline.render.paper import PageBorders, PageSettings

_Edges = tuple[float, float, float, float]


def frame_pages(pages: Iterable[Page], settings: PageSettings) -> None:
    """Give the pages their colour and their frames."""
    for page in pages:
        frame = page.setup.borders
        if frame is not None and _has_frame(page, frame):
            (page.under if frame.behind else page.over).extend(_rules(page, frame, settings))
        if settings.background:
            size = page.setup.width, page.setup.height
            page.under.insert(0, Fill((0.0, 0.0), size, settings.background))


def _has_frame(page: Page, frame: PageBorders) -> bool:
    if page.blank:
        return False
    return {"firstPage": page.is_first, "notFirstPage": not page.is_first}.get(frame.display, True)


def _rules(page: Page, frame: PageBorders, settings: PageSettings) -> Iterator[Rule]:
    left, top, right, bottom = _places(page, frame, settings)
    edges = frame.edges
    for line, start, end in (
        (edges.top, (left, top), (right, top)),
        (edges.bottom, (left, bottom), (right, bottom)),
        (edges.left, (left, top), (left, bottom)),
        (edges.right, (right, top), (right, bottom)),
    ):
        if line is not None and line.width > 0:
            yield Rule(start, end, line)


def _places(page: Page, frame: PageBorders, settings: PageSettings) -> _Edges:
    """Return where the middles of the lines stand; a side without line takes the place that one would have."""
    edges, setup = frame.edges, page.setup
    far = [_distance(line) for line in (edges.left, edges.top, edges.right, edges.bottom)]
    if not frame.from_text:
        return far[0], far[1], setup.width - far[2], setup.height - far[3]
    top, bottom = _text(page, settings)
    return page.sides.left - far[0], top - far[1], setup.width - page.sides.right + far[2], bottom + far[3]


def _distance(line: Border | None) -> float:
    return 0.0 if line is None else line.space + line.width / 2


def _text(page: Page, settings: PageSettings) -> tuple[float, float]:
    """Return where the text begins and ends that a frame goes around: header and footer are in it by default."""
    setup = page.setup
    top, bottom = abs(setup.top) + page.sides.top, setup.height - abs(setup.bottom)
    if page.header is not None and page.header[0].boxes:
        header = page.header[2]
        top = header if settings.frame_around_header else max(top, header + page.header[0].height)
    if page.footer is not None and page.footer[0].boxes:
        footer = page.footer[2]
        bottom = footer + page.footer[0].height if settings.frame_around_footer else min(bottom, footer)
    return top, bottom
