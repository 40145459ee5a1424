"""A chart as its part tells it (ECMA-376 part 1, 21.2): plots of series, axes, title and legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.render.graphic import Stroke
from pipeline.render.looks import RunStyle
from pipeline.render.read.drawingcolors import NO_PAINT, Paint

Area = tuple[float, float, float, float]  # left, top, width, height, as shares of the chart


@dataclass(frozen=True, slots=True)
class Caption:
    """A title with its look; ``at`` is where it is placed by hand, as shares of the chart."""

    text: str
    style: RunStyle
    at: tuple[float, float] | None = None
    overlay: bool = False


@dataclass(frozen=True, slots=True)
class DataLabels:
    """What stands beside each value."""

    value: bool = False
    category: bool = False
    series: bool = False
    percent: bool = False
    position: str = ""
    separator: str = "; "
    format_code: str = ""
    style: RunStyle | None = None
    texts: Mapping[int, str] = field(default_factory=dict)
    without: frozenset[int] = frozenset()

    @property
    def shown(self) -> bool:
        """Return whether any are."""
        return self.value or self.category or self.series or self.percent or bool(self.texts)


NO_LABELS = DataLabels()


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Values with their categories; ``across`` are the x values of scatter and bubble charts."""

    name: str
    values: tuple[float | None, ...]
    categories: tuple[str, ...] = ()
    across: tuple[float | None, ...] = ()
    sizes: tuple[float | None, ...] = ()
    format_code: str = ""
    fill: Paint = NO_PAINT
    stroke: Stroke | None = None
    points: Mapping[int, Paint] = field(default_factory=dict)
    marker: str = ""
    marker_size: float = 5.0
    marker_fill: Paint = NO_PAINT
    smooth: bool = False
    labels: DataLabels = NO_LABELS


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """A group of series of one kind on one pair of axes."""

    kind: str
    series: tuple[Series, ...]
    axes: tuple[str, ...] = ()
    grouping: str = "standard"
    horizontal: bool = False
    gap: float = 1.5
    overlap: float = 0.0
    hole: float = 0.5
    turn: float = 0.0
    by_point: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """An axis; ``low``, ``high`` and ``step`` are None where Word chooses them."""

    number: str
    kind: str
    position: str
    style: RunStyle
    deleted: bool = False
    low: float | None = None
    high: float | None = None
    step: float | None = None
    base: float = 0.0
    backwards: bool = False
    format_code: str = ""
    linked: bool = True
    title: Caption | None = None
    grid: Stroke | None = None
    line: Stroke | None = None
    labels: str = "nextTo"
    crosses: str = "autoZero"
    crosses_at: float | None = None
    against: str = ""
    skip: int = 0
    between: bool = True


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend: its side (r, l, t, b or tr), its look, what is left out of it."""

    position: str
    style: RunStyle
    without: frozenset[int] = frozenset()
    at: tuple[float, float] | None = None
    overlay: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Chart:
    """A whole chart."""

    plots: tuple[Plot, ...]
    axes: Mapping[str, Axis]
    style: RunStyle
    language: str = ""
    title: Caption | None = None
    legend: Legend | None = None
    ground: Paint = NO_PAINT
    frame: Stroke | None = None
    plot_ground: Paint = NO_PAINT
    inner: Area | None = None
    spatial: bool = False
