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
    """A title with its look; ``at`` is where it is placed by hand, as shares of the chart.

    ``turn`` is in degrees clockwise, None where Word chooses.
    """

    text: str
    style: RunStyle
    at: tuple[float, float] | None = None
    overlay: bool = False
    turn: float | None = None


@dataclass(frozen=True, slots=True)
class DataLabels:
    """What stands beside each value.

    ``own`` are the labels of single values, ``shift`` is how far one is moved by hand, as shares of the chart.
    With a ``key`` the series' mark stands before it; ``leads`` is the line from a value to its label that is moved.
    """

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
    size: bool = False
    ground: Paint = NO_PAINT
    frame: Stroke | None = None
    own: Mapping[int, DataLabels] = field(default_factory=dict)
    shift: tuple[float, float] = (0.0, 0.0)
    key: bool = False
    leads: Stroke | None = None

    @property
    def shown(self) -> bool:
        """Return whether any are."""
        asked = self.value or self.category or self.series or self.percent or self.size
        return asked or bool(self.texts) or any(one.shown for one in self.own.values())

    def of(self, at: int) -> DataLabels:
        """Return what stands beside the value of a number, which may have labels of its own."""
        return self.own.get(at, self)


NO_LABELS = DataLabels()


@dataclass(frozen=True, slots=True)
class Trend:
    """A trendline (21.2.2.212): its kind as the file names it, how far it goes on, what is told beside it."""

    kind: str
    name: str
    stroke: Stroke
    order: int = 2
    period: int = 2
    forward: float = 0.0
    backward: float = 0.0
    through: float | None = None
    equation: bool = False
    fit: bool = False
    told: str = ""
    style: RunStyle | None = None


@dataclass(frozen=True, slots=True)
class ErrorBars:
    """Error bars (21.2.2.55): how far each reaches up and down, or right and left, from its value."""

    across: bool
    more: tuple[float, ...]
    less: tuple[float, ...]
    stroke: Stroke
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """What a plot of lines draws between its series at each category (21.2.2.218, 21.2.2.80, 21.2.2.53)."""

    up: tuple[Paint, Stroke | None] | None = None
    down: tuple[Paint, Stroke | None] | None = None
    gap: float = 1.5
    high_low: Stroke | None = None
    drop: Stroke | None = None


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class DataTable:
    """The table of the values below a plot (21.2.2.54): its look, its lines, and whether it has the keys."""

    style: RunStyle
    line: Stroke
    across: bool = True
    down: bool = True
    outline: bool = True
    keys: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Values with their categories; ``across`` are the x values of scatter and bubble charts.

    ``days`` are its categories as numbers with their format, ``apart`` how far its slices are moved out, as shares of
    the radius; values below nothing are filled with ``negative`` where that is given; missing ones are ``blanks``: a
    gap, a zero or a span from one neighbour to the other. ``levels`` are those of categories that stand in several.
    """

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
    days: tuple[float | None, ...] = ()
    day_code: str = ""
    trends: tuple[Trend, ...] = ()
    errors: tuple[ErrorBars, ...] = ()
    apart: Mapping[int, float] = field(default_factory=dict)
    negative: Paint | None = None
    blanks: str = "gap"
    levels: tuple[Mapping[int, str], ...] = ()

    def paint(self, at: int) -> Paint:
        """Return the filling of the value of a number."""
        value = self.values[at] if at < len(self.values) else None
        if self.negative is not None and value is not None and value < 0:
            return self.negative
        return self.points.get(at, self.fill)


@dataclass(frozen=True, slots=True)
class SecondPlot:
    """The smaller pie, or the stacked bar, beside a pie (21.2.2.126): what of the values stands in it."""

    bar: bool
    split: str = "auto"
    at: float = 0.0
    points: frozenset[int] = frozenset()
    size: float = 0.75
    lines: Stroke | None = None


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
    marks: Marks = NO_MARKS
    second: SecondPlot | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The units of an axis of dates (21.2.2.39): days, months or years, "" where Word chooses."""

    base: str = ""
    step: int = 0
    step_unit: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """An axis; ``low``, ``high`` and ``step`` are None where Word chooses them.

    One that is ``flat`` has its categories in one level. ``turn`` is that of its labels in degrees clockwise, None
    where Word chooses; its numbers are shown in ``unit``s.
    """

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
    tick: str = "none"
    minor_tick: str = "none"
    minor_step: float | None = None
    minor_grid: Stroke | None = None
    turn: float | None = None
    unit: float = 1.0
    days: Days | None = None
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend: its side (r, l, t, b or tr), its look, what is left out of it.

    Its entries stand ``upwards`` where bars of several series are stacked on each other.
    """

    position: str
    style: RunStyle
    without: frozenset[int] = frozenset()
    at: tuple[float, float] | None = None
    overlay: bool = False
    upwards: bool = False


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
    rounded: bool = False
    table: DataTable | None = None
