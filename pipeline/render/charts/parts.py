"""Pieces of a chart's part that several readers need: values, cached data, text and its look, manual places."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.charts.model import Caption
from pipeline.render.looks import RunStyle
from pipeline.render.read.colors import Theme
from pipeline.render.read.drawingcolors import filling
from pipeline.render.read.units import child, integer

_AUTOMATIC = -1000.0  # degrees that stand for a turn that Word chooses
MOST_POINTS = 5_000  # of one series


@dataclass(frozen=True, slots=True)
class Data:
    """What a reference has in its cache: values by place, their format, and for labels of several levels one text.

    ``levels`` are these by place, the innermost first; an outer one goes on until the next.
    """

    values: tuple[str | None, ...] = ()
    format_code: str = ""
    levels: tuple[dict[int, str], ...] = ()


def val(node: etree._Element | None, name: str, usual: str = "") -> str:
    """Return the val of a child, "" for none; a child without val has the ``usual`` one."""
    found = child(node, name)
    return "" if found is None else found.get("val", usual)


def on(node: etree._Element | None, name: str, *, usual: bool = False) -> bool:
    """Return a switch, which a child without val turns on."""
    found = child(node, name)
    return usual if found is None else found.get("val", "1") in {"1", "true"}


def decimal(text: str | None) -> float | None:
    """Return a number, or None where the text is none."""
    try:
        number = float(text) if text else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def data_of(node: etree._Element | None) -> Data:
    """Return the cached data of a c:val, c:cat, c:tx and the like (21.2.2.121, 21.2.2.192)."""
    if node is None:
        return Data()
    levels = [found for level in node.iter(q("c:lvl")) if (found := points_of(level))]
    if levels:
        return Data(_joined(levels), levels=tuple(levels) if len(levels) > 1 else ())
    for kind in ("c:numCache", "c:strCache", "c:numLit", "c:strLit"):
        cache = next(node.iter(q(kind)), None)
        if cache is not None:
            code = child(cache, "c:formatCode")
            count = min(integer(val(cache, "c:ptCount")), MOST_POINTS)
            points = points_of(cache)
            size = max(count, max(points, default=-1) + 1)
            return Data(tuple(points.get(at) for at in range(size)), (code.text or "") if code is not None else "")
    text = child(node, "c:v")
    return Data((text.text,)) if text is not None else Data()


def points_of(cache: etree._Element) -> dict[int, str]:
    """Return the values of a cache by their place."""
    found: dict[int, str] = {}
    for point in cache.iterchildren("{*}pt"):
        at, value = integer(point.get("idx")), next(point.iterchildren("{*}v"), None)
        if 0 <= at < MOST_POINTS and value is not None:
            found[at] = (value.text or "").strip()
    return found


def _joined(levels: list[dict[int, str]]) -> tuple[str | None, ...]:
    """Return labels of several levels as one each: the outer ones, which go on until the next, stand behind."""
    size = max(max(level) for level in levels) + 1
    texts = []
    for at in range(size):
        outer = [level[max(place for place in level if place <= at)] for level in levels[1:] if min(level) <= at]
        texts.append(", ".join(text for text in (levels[0].get(at, ""), *outer) if text) or None)
    return tuple(texts)


def text_of(rich: etree._Element) -> str:
    """Return the text of an a:p sequence, paragraphs apart by spaces."""
    paragraphs = ("".join(_runs(paragraph)) for paragraph in rich.iter(q("a:p")))
    return " ".join(" ".join(paragraphs).split())


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(q("a:t"), q("a:br")):
        yield " " if node.tag == q("a:br") else node.text or ""


def look(node: etree._Element | None, style: RunStyle, theme: Theme) -> RunStyle:
    """Return a style with what the first a:defRPr or a:rPr under an element says (21.1.2.3.2)."""
    if node is None:
        return style
    for name in ("a:defRPr", "a:rPr"):
        found = node.find(f".//{q(name)}")
        if found is not None:
            style = _looked(found, style, theme)
    return style


def _looked(found: etree._Element, style: RunStyle, theme: Theme) -> RunStyle:
    paint = filling(found, theme)
    latin = child(found, "a:latin")
    family = _family(latin.get("typeface") or "", theme) if latin is not None else ""
    return replace(
        style,
        size=min(max(integer(found.get("sz"), round(style.size * 100)) / 100, 1.0), 400.0),
        bold=found.get("b") in {"1", "true"} if found.get("b") else style.bold,
        italic=found.get("i") in {"1", "true"} if found.get("i") else style.italic,
        color=paint.color if paint is not None and paint.color else style.color,
        family=family or style.family,
        language=found.get("lang") or style.language,
    )


def _family(name: str, theme: Theme) -> str:
    kind = {"+mn": "minorAscii", "+mj": "majorAscii"}.get(name[:3])
    return theme.get(kind, "") if kind else name


def caption(node: etree._Element | None, style: RunStyle, theme: Theme, usual: str = "") -> Caption | None:
    """Return a c:title; one without text has the ``usual`` one (21.2.2.211)."""
    if node is None:
        return None
    text_node = child(node, "c:tx")
    rich = child(text_node, "c:rich")
    text = text_of(rich) if rich is not None else " ".join(filter(None, data_of(text_node).values))
    style = look(child(node, "c:txPr"), style, theme)
    style = look(rich, style, theme)
    text = text or usual
    turn = turn_of(rich if rich is not None else child(node, "c:txPr"))
    return Caption(text, style, placed(node), on(node, "c:overlay"), turn) if text else None


def turn_of(node: etree._Element | None) -> float | None:
    """Return the turn of text in degrees clockwise, None where Word chooses it (21.1.2.1.1)."""
    body = child(node, "a:bodyPr")
    given = body.get("rot") if body is not None else None
    degrees = integer(given) / 60_000 if given else _AUTOMATIC
    return degrees if -90 <= degrees <= 90 else None


def placed(node: etree._Element) -> tuple[float, float] | None:
    """Return where an element is placed by hand, as shares of the chart (21.2.2.95)."""
    manual = child(child(node, "c:layout"), "c:manualLayout")
    across, down = (decimal(val(manual, f"c:{name}")) for name in "xy")
    if across is None or down is None or val(manual, "c:xMode") != "edge":
        return None
    return min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0)
