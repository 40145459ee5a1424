"""What a device context of Windows remembers: transforms, pen, brush, font and the clipping ([MS-EMF] 3.1.1.2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.render.graphic import Box
from pipeline.render.metafiles.affine import IDENTITY, Matrix, Point
from pipeline.render.patterns import Pattern

_METRIC = {2: 0.1, 3: 0.01}  # map modes in millimetres, y upwards
_ENGLISH = {4: 0.01, 5: 0.001, 6: 1 / 1440}  # in inches
_MM = 25.4


@dataclass(frozen=True, slots=True)
class Pen:
    """A pen: its colour, "" for none, and its width, in logical units or, with ``cosmetic``, of the device."""

    color: str = "000000"
    width: float = 0.0
    style: int = 0
    cosmetic: bool = True


@dataclass(frozen=True, slots=True)
class Font:
    """A font: its height as Windows tells it, negative for that of the letters, and its turn in tenths of a degree."""

    family: str = "Arial"
    height: float = -12.0
    escapement: float = 0.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    charset: int = 0


@dataclass(frozen=True, slots=True)
class Hatch:
    """A brush of lines in a colour, with the mean of that and white."""

    pattern: Pattern
    mean: str


Thing = Pen | Font | Hatch | str  # what can be selected; a brush is its colour, "" for none
STOCK: dict[int, Thing] = {
    0: "ffffff",
    1: "c0c0c0",
    2: "808080",
    3: "404040",
    4: "000000",
    5: "",
    6: Pen("ffffff"),
    7: Pen("000000"),
    8: Pen(""),
    **{number: Font() for number in range(10, 18)},
    18: "ffffff",
    19: Pen("000000"),
}


@dataclass
class State:
    """A device context; it is copied where a file saves it."""

    world: Matrix = IDENTITY
    map_mode: int = 1
    window: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)  # origin and extent
    viewport: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    pen: Pen = field(default_factory=Pen)
    brush: str = "ffffff"
    hatch: Pattern | None = None
    font: Font = field(default_factory=Font)
    ink: str = "000000"
    ground: str = "ffffff"
    align: int = 0
    even_odd: bool = True
    at: Point = (0.0, 0.0)
    clip: Box | None = None

    def select(self, thing: Thing) -> None:
        """Let a pen, a brush or a font be the one that is drawn with."""
        if isinstance(thing, Pen):
            self.pen = thing
        elif isinstance(thing, Font):
            self.font = thing
        elif isinstance(thing, Hatch):
            self.brush, self.hatch = thing.mean, thing.pattern
        else:
            self.brush, self.hatch = thing, None

    def page(self, density: float) -> Matrix:
        """Return the transform from logical units to those of the device, of which ``density`` are a millimetre."""
        across, down = 1.0, 1.0
        if self.map_mode in _METRIC:
            across = _METRIC[self.map_mode] * density
            down = -across
        elif self.map_mode in _ENGLISH:
            across = _ENGLISH[self.map_mode] * _MM * density
            down = -across
        elif self.map_mode in {7, 8}:
            across = self.viewport[2] / (self.window[2] or 1.0)
            down = self.viewport[3] / (self.window[3] or 1.0)
        left, top = self.viewport[0] - self.window[0] * across, self.viewport[1] - self.window[1] * down
        return (across, 0.0, 0.0, down, left, top)
