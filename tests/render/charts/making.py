"""Chart parts made in memory: series with their caches, plots on axes, whole chart spaces."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import NAMESPACES
from pipeline.render.charts.draw import draw_chart
from pipeline.render.charts.model import Chart
from pipeline.render.charts.reader import ChartReader
from pipeline.render.graphic import Label, Path
from pipeline.render.looks import RunStyle

SPACES = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "c", "r"))
ENDS = '<c:axId val="1"/><c:axId val="2"/>'
STYLE = RunStyle(language="sv-SE")


def cache(kind: str, *values: object, code: str = "") -> str:
    """Return cached values; an empty one is missing."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value != "")
    written = f"<c:formatCode>{code}</c:formatCode>" if code else ""
    count = f'<c:ptCount val="{len(values)}"/>'
    return f"<c:{kind}Ref><c:{kind}Cache>{written}{count}{points}</c:{kind}Cache></c:{kind}Ref>"


def series(name: str, *values: object, more: str = "", categories: str = "", last: str = "") -> str:
    """Return a series of a name, with what else stands in it before its data and behind it."""
    names = categories or cache("str", *(f"Del {at}" for at in range(1, len(values) + 1)))
    title = f"<c:tx>{cache('str', name)}</c:tx>"
    data = f"<c:cat>{names}</c:cat><c:val>{cache('num', *values)}</c:val>"
    return f"<c:ser>{title}{more}{data}{last}</c:ser>"


def points(name: str, pairs: list[tuple[float, float]], more: str = "") -> str:
    """Return a series of x and y values."""
    across, up = (cache("num", *values) for values in zip(*pairs, strict=True))
    title = f"<c:tx>{cache('str', name)}</c:tx>"
    return f"<c:ser>{title}{more}<c:xVal>{across}</c:xVal><c:yVal>{up}</c:yVal></c:ser>"


def plot(kind: str, *inside: str) -> str:
    """Return a plot on the axes 1 and 2."""
    return f"<c:{kind}Chart>{''.join(inside)}{ENDS}</c:{kind}Chart>"


def axes(kind: str = "cat", across: str = "", up: str = "") -> str:
    """Return the axes 1 and 2."""
    return (
        f'<c:{kind}Ax><c:axId val="1"/><c:axPos val="b"/>{across}</c:{kind}Ax>'
        f'<c:valAx><c:axId val="2"/><c:axPos val="l"/>{up}</c:valAx>'
    )


def space(plots: str, own_axes: str = "", more: str = "", table: str = "") -> str:
    """Return a chart space as text; ``more`` stands behind the plot area."""
    area = f"<c:plotArea>{plots}{own_axes or axes()}{table}</c:plotArea>"
    return f"<c:chartSpace {SPACES}><c:chart>{area}{more}</c:chart></c:chartSpace>"


def chart(plots: str, own_axes: str = "", more: str = "", table: str = "") -> Chart:
    """Return the chart of a space as it is read."""
    found = ChartReader({}, STYLE).read(etree.fromstring(space(plots, own_axes, more, table)))
    assert found is not None
    return found


def labels(found: Chart) -> list[str]:
    """Return the lines of text that a chart is drawn with."""
    return [item.text for item in draw_chart(found, 400, 250).items if isinstance(item, Label)]


def paths(found: Chart) -> list[Path]:
    """Return the outlines that a chart is drawn with."""
    return [item for item in draw_chart(found, 400, 250).items if isinstance(item, Path)]


def placed(found: Chart) -> dict[str, tuple[float, float]]:
    """Return where the lines of text of a chart stand."""
    return {item.text: (item.x, item.y) for item in draw_chart(found, 400, 250).items if isinstance(item, Label)}
