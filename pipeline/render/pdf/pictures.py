"""A picture on the page: a bitmap, a drawing, or the frame that stands for one that cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline.render.layout.alignment import BASELINE_OF_EXACT
from pipeline.render.layout.lines import Item
from pipeline.render.pdf.drawing import draw
from pipeline.render.pdf.objects import number
from pipeline.render.placeholder import placeholder
from pipeline.render.tree import PictureRun

if TYPE_CHECKING:
    from pipeline.render.layout.setting import ParagraphSetting
    from pipeline.render.pdf.canvas import Canvas

_SLACK = 1.0  # points that a picture may be higher than its line without being cut


def show_picture(canvas: Canvas, item: Item, at: tuple[float, float], setting: ParagraphSetting) -> None:
    """Draw the picture of an item of a line that begins at x and stands on a baseline, as its Figure or artifact."""
    run = item.picture
    assert run is not None
    picture, (x, baseline) = run.picture, at
    graphic, image = picture.graphic, ""
    if graphic is None:
        image = canvas.resources.picture(picture, setting.paragraph.place)
        if not image:
            graphic = placeholder(picture.width, picture.height, picture.name, picture.alt)
    left, bottom = x + item.x, canvas.height - baseline + run.style.raised
    area = (left, bottom, left + picture.width, bottom + picture.height)
    figure = setting.figure(run) if setting.node is not None and picture.alt is not None else None
    if figure is not None:
        figure.set("Layout", "BBox", canvas.placed(area))
        figure.set("Layout", "Placement", "/Inline")
    with _as_far_as_the_line(canvas, run, baseline, setting):
        if graphic is not None:
            draw(canvas, graphic, (left, canvas.height - bottom - picture.height), figure, setting)
        else:
            matrix = f"{number(picture.width)} 0 0 {number(picture.height)} {number(left)} {number(bottom)} cm"
            canvas.marked(figure, f"q {matrix} /{image} Do Q")
    if run.link is not None and figure is not None:
        canvas.link(run.link, setting, (left, baseline, picture.width, picture.height))


@contextmanager
def _as_far_as_the_line(canvas: Canvas, run: PictureRun, baseline: float, setting: ParagraphSetting) -> Iterator[None]:
    """Draw a picture; of one that is higher than its line of exact height Word shows what the line holds."""
    style = setting.measure.style
    above = style.line * BASELINE_OF_EXACT
    fits = run.picture.height + run.style.raised <= above + _SLACK
    if style.line_rule != "exact" or run.anchor is not None or fits:
        yield
        return
    canvas.cut_off(baseline - above, baseline - above + style.line)
    yield
    canvas.turn_back()
