"""The chart of a w:drawing: its part with cached data, drawn as a graphic (ECMA-376 part 1, 21.2.2.26)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Graphic
from pipeline.render.looks import RunStyle
from pipeline.render.read.chartshapes import added_shapes, part_of
from pipeline.render.read.context import PartContext
from pipeline.render.read.drawings import alternative_text, is_decorative, size_of
from pipeline.render.tree import Picture

if TYPE_CHECKING:
    from pipeline.render.charts.model import Chart


def chart_picture(drawing: etree._Element, context: PartContext, style: RunStyle) -> Picture | None:
    """Return the chart of a w:drawing as a picture, None where it has none that can be read."""
    found = chart_shown(drawing, context, style, size_of(drawing, context))
    if found is None:
        return None
    alt = alternative_text(drawing, context, needed=False)
    return replace(found, alt=alt if alt is not None or is_decorative(drawing) else found.alt)


def chart_shown(
    holder: etree._Element, context: PartContext, style: RunStyle, size: tuple[float, float]
) -> Picture | None:
    """Return the chart that an element refers to in a size, told by its kind, title and data; None without one."""
    reference = holder.find(f".//{q('c:chart')}")
    if reference is None:
        return None
    chart = _chart(reference, context, style)
    if chart is None or not chart.plots:
        context.report("ett diagram utan läsbara uppgifter", "en ruta med dess namn står i dess ställe")
        return None
    if not any(value is not None for plot in chart.plots for one in plot.series for value in one.values):
        context.report("ett diagram vars värden inte finns i filen", "bara dess rubriker och axlar visas")
    if chart.spatial:
        context.report("ett tredimensionellt diagram", "det är ritat platt")
    from pipeline.render.charts.draw import draw_chart
    from pipeline.render.charts.words import in_words

    graphic = draw_chart(chart, *size)
    added = added_shapes(reference, context, style, size)
    return Picture("", *size, in_words(chart), graphic=Graphic((*graphic.items, *added)) if added else graphic)


def _chart(reference: etree._Element, context: PartContext, style: RunStyle) -> Chart | None:
    _, space = part_of(reference.get(q("r:id"), ""), context.relationships, context)
    if space is None:
        return None
    from pipeline.render.charts.reader import ChartReader

    return ChartReader(context.styles.theme, style).read(space)
