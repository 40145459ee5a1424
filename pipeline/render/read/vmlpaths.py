"""Outlines and fillings of VML shapes (ECMA-376 part 4, 19.1.2 and 19.1.3)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Command, Commands
from pipeline.render.read.colors import color
from pipeline.render.read.drawingcolors import named_color
from pipeline.render.read.presets import Form, arc
from pipeline.render.read.units import child, integer

MOST_TOKENS = 20_000
MOST_FORMULAS = 200
_LARGEST = 1e9
_NEARBY = 100.0  # of a shape's own units: an arc begins where the one before ends, as both are rounded
# The numbers of shape types (o:spt) that DrawingML has a name for.
_NUMBERED = (
    "1 rect, 2 roundRect, 3 ellipse, 4 diamond, 5 triangle, 6 rtTriangle, 7 parallelogram, 8 trapezoid, "
    "9 hexagon, 10 octagon, 11 plus, 12 star5, 13 rightArrow, 15 homePlate, 16 cube, 20 line, 22 can, 23 donut, "
    "32 straightConnector1, 33 bentConnector2, 34 bentConnector3, 35 bentConnector4, 37 curvedConnector2, "
    "38 curvedConnector3, 55 chevron, 56 pentagon, 57 noSmoking, 58 star8, 59 star16, 60 star32, "
    "61 wedgeRectCallout, 62 wedgeRoundRectCallout, 63 wedgeEllipseCallout, 64 wave, 65 foldedCorner, "
    "66 leftArrow, 67 downArrow, 68 upArrow, 69 leftRightArrow, 70 upDownArrow, 73 lightningBolt, 74 heart, "
    "84 bevel, 85 leftBracket, 86 rightBracket, 87 leftBrace, 88 rightBrace, 92 star24, 96 smileyFace, "
    "109 flowChartProcess, 110 flowChartDecision, 111 flowChartInputOutput, 112 flowChartPredefinedProcess, "
    "114 flowChartDocument, 116 flowChartTerminator, 117 flowChartPreparation, 118 flowChartManualInput, "
    "119 flowChartManualOperation, 120 flowChartConnector, 121 flowChartPunchedCard, 127 flowChartExtract, "
    "21 plaque, 36 bentConnector5, 39 curvedConnector4, 40 curvedConnector5, 41 callout1, 42 callout2, 43 callout3, "
    "44 accentCallout1, 45 accentCallout2, 46 accentCallout3, 47 borderCallout1, 48 borderCallout2, 49 borderCallout3, "
    "50 accentBorderCallout1, 51 accentBorderCallout2, 52 accentBorderCallout3, 53 ribbon, 54 ribbon2, "
    "71 irregularSeal1, 72 irregularSeal2, 76 quadArrow, 77 leftArrowCallout, 78 rightArrowCallout, 79 upArrowCallout, "
    "80 downArrowCallout, 81 leftRightArrowCallout, 82 upDownArrowCallout, 83 quadArrowCallout, 89 leftUpArrow, "
    "90 bentUpArrow, 91 bentArrow, 93 stripedRightArrow, 94 notchedRightArrow, 95 blockArc, 97 verticalScroll, "
    "98 horizontalScroll, 99 circularArrow, 101 uturnArrow, 102 curvedRightArrow, 103 curvedLeftArrow, "
    "104 curvedUpArrow, 105 curvedDownArrow, 106 cloudCallout, 107 ellipseRibbon, 108 ellipseRibbon2, "
    "113 flowChartInternalStorage, 115 flowChartMultidocument, 122 flowChartPunchedTape, "
    "123 flowChartSummingJunction, 124 flowChartOr, 125 flowChartCollate, 126 flowChartSort, "
    "129 flowChartOfflineStorage, 130 flowChartOnlineStorage, 131 flowChartMagneticTape, 133 flowChartMagneticDrum, "
    "134 flowChartDisplay, 182 leftRightUpArrow, 189 actionButtonBlank, 190 actionButtonHome, 191 actionButtonHelp, "
    "192 actionButtonInformation, 193 actionButtonForwardNext, 194 actionButtonBackPrevious, 195 actionButtonEnd, "
    "196 actionButtonBeginning, 197 actionButtonReturn, 198 actionButtonDocument, 199 actionButtonSound, "
    "200 actionButtonMovie, "
    "128 flowChartMerge, 132 flowChartMagneticDisk, 135 flowChartDelay, 176 flowChartAlternateProcess, "
    "177 flowChartOffpageConnector, 183 sun, 184 moon, 185 bracketPair, 186 bracePair, 187 star4, "
    "188 doubleWave, 202 rect"
)
PRESETS: Mapping[int, str] = {int(item.split()[0]): item.split()[1] for item in _NUMBERED.split(", ")}
_TOKEN = re.compile(r"nf|ns|a[elrt]|w[ar]|q[xyb]|h[a-i]|[a-z]|[@#]?-?\d+(?:\.\d+)?|,")
_FIXED_ANGLE = 65_536
_FIXED = re.compile(r"^(-?[\d.]+)f$")
_OPERATIONS: Mapping[str, Callable[[float, float, float], float]] = {
    "val": lambda a, _b, _c: a,
    "sum": lambda a, b, c: a + b - c,
    "prod": lambda a, b, c: a * b / c if c else 0.0,
    "product": lambda a, b, c: a * b / c if c else 0.0,
    "mid": lambda a, b, _c: (a + b) / 2,
    "abs": lambda a, _b, _c: abs(a),
    "min": lambda a, b, _c: min(a, b),
    "max": lambda a, b, _c: max(a, b),
    "if": lambda a, b, c: b if a > 0 else c,
    "sqrt": lambda a, _b, _c: math.sqrt(max(a, 0.0)),
    "mod": lambda a, b, c: math.sqrt(a * a + b * b + c * c),
    "ellipse": lambda a, b, c: c * math.sqrt(max(1 - (a / b) ** 2, 0.0)) if b else 0.0,
    "sin": lambda a, b, _c: a * math.sin(math.radians(b / _FIXED_ANGLE)),
    "cos": lambda a, b, _c: a * math.cos(math.radians(b / _FIXED_ANGLE)),
    "tan": lambda a, b, _c: a * math.tan(math.radians(b / _FIXED_ANGLE)),
    "atan2": lambda a, b, _c: math.degrees(math.atan2(b, a)) * _FIXED_ANGLE,
    "sinatan2": lambda a, b, c: a * math.sin(math.atan2(c, b)),
    "cosatan2": lambda a, b, c: a * math.cos(math.atan2(c, b)),
    "sumangle": lambda a, b, c: a + (b - c) * _FIXED_ANGLE,
}


def vml_color(text: str | None) -> str:
    """Return ``rrggbb`` of a VML colour such as "#f00", "white" or "#4f81bd [3204]"; "" for none."""
    first = (text or "").split()[:1]
    if not first:
        return ""
    digits = first[0].lstrip("#")
    if len(digits) == 3 and first[0].startswith("#"):
        digits = "".join(character * 2 for character in digits)
    return color(digits) or {"window": "ffffff", "windowtext": "000000"}.get(digits.lower(), named_color(digits))


def is_true(text: str | None, *, usual: bool) -> bool:
    """Return a VML switch: t, true or 1, f, false or 0, else the usual value."""
    return {"t": True, "true": True, "1": True, "f": False, "false": False, "0": False}.get(text or "", usual)


def share(text: str | None) -> float:
    """Return a fraction: "0.5", "50%" or "32768f" in 65 536ths."""
    if not text:
        return 0.0
    fixed = _FIXED.match(text)
    try:
        if fixed:
            return float(fixed.group(1)) / 65_536
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return 0.0


def pair(text: str | None, usual: tuple[float, float]) -> tuple[float, float]:
    """Return two whole numbers such as coordsize has."""
    parts = (text or "").split(",")
    if len(parts) != 2:
        return usual
    return float(integer(parts[0].strip())), float(integer(parts[1].strip()))


class VmlPath:
    """Reads the path language of VML; ``adjust`` are the values of #0 and so on."""

    def __init__(self, shape: etree._Element, adjust: Sequence[float]) -> None:
        self.adjust = adjust
        self.formulas: list[float] = []
        holder = child(shape, "v:formulas")
        for node in () if holder is None else list(holder.iterchildren(q("v:f")))[:MOST_FORMULAS]:
            self.formulas.append(self._formula(node.get("eqn") or ""))
        self.found: list[Form] = []
        self.out: list[Command] = []
        self.filled, self.stroked = True, True
        self.at = (0.0, 0.0)

    def _formula(self, text: str) -> float:
        name, *operands = text.split()[:4] or [""]
        numbers = [self._value(operand) for operand in operands] + [0.0] * 3
        operation = _OPERATIONS.get(name)
        found = operation(*numbers[:3]) if operation is not None else 0.0
        return min(max(found, -_LARGEST), _LARGEST) if math.isfinite(found) else 0.0

    def _value(self, text: str) -> float:
        sources: dict[str, Sequence[float]] = {"@": self.formulas, "#": self.adjust}
        if text[:1] in sources:
            index, found = integer(text[1:]), sources[text[0]]
            return found[index] if 0 <= index < len(found) else 0.0
        return float(integer(text)) if text not in {"width", "height"} else 21_600.0

    def outlines(self, path: str) -> list[Form]:
        """Return the outlines of a path attribute in the shape's own coordinates, each ended by an e."""
        self._begin()
        letter, given = "", ""
        for word in _TOKEN.findall(path.lower())[:MOST_TOKENS]:
            if word[0].isalpha():
                self._command(letter, self._numbers(given))
                letter, given = word, ""
            else:
                given += word if word == "," else f" {word}"
        self._command(letter, self._numbers(given))
        self._end()
        return self.found

    def _begin(self) -> None:
        self.out, self.filled, self.stroked = [], True, True

    def _end(self) -> None:
        if self.out and self.out[0][0] == "m":
            self.found.append(Form(tuple(self.out), filled=self.filled, stroked=self.stroked))
        self._begin()

    def _numbers(self, text: str) -> list[float]:
        """Return numbers between commas; one that is left out is 0."""
        if not text:
            return []
        return [self._value(word) for part in text.split(",") for word in (part.split() or ["0"])]

    def _command(self, letter: str, numbers: list[float]) -> None:
        relative = letter in {"t", "r", "v"}
        kind = {"m": "m", "t": "m", "l": "l", "r": "l", "c": "c", "v": "c"}.get(letter)
        if kind is None:
            self._other(letter, numbers)
            return
        step = 6 if kind == "c" else 2
        for start in range(0, len(numbers) - step + 1, step):
            own = numbers[start : start + step]
            if relative:
                own = [value + self.at[index % 2] for index, value in enumerate(own)]
            self.out.append((kind, tuple(own)))
            self.at = own[-2], own[-1]

    def _other(self, letter: str, numbers: list[float]) -> None:
        if letter == "x" and self.out:
            self.out.append(("h", ()))
        elif letter == "e":
            self._end()
        self.filled, self.stroked = self.filled and letter != "nf", self.stroked and letter != "ns"
        if letter in {"qx", "qy"}:
            self._quadrants(numbers, across=letter == "qx")
        self._arcs(letter, numbers)

    def _arcs(self, letter: str, numbers: list[float]) -> None:
        if letter in {"at", "ar", "wa", "wr"}:
            for start in range(0, len(numbers) - 7, 8):
                self._arc_between(numbers[start : start + 8], turned=letter[0] == "w", joins=letter in {"at", "wa"})
        elif letter in {"al", "ae"}:
            for start in range(0, len(numbers) - 5, 6):
                self._arc_along(numbers[start : start + 6], joins=letter == "ae")

    def _arc_between(self, numbers: Sequence[float], *, turned: bool, joins: bool) -> None:
        """Draw along the ellipse in a box, between the rays to two points; clockwise (w) or against that."""
        left, top, right, bottom, *ends = numbers
        middle, radii = ((left + right) / 2, (top + bottom) / 2), ((right - left) / 2, (bottom - top) / 2)
        start, end = (
            math.degrees(math.atan2((y - middle[1]) * (radii[0] or 1), (x - middle[0]) * (radii[1] or 1)))
            for x, y in (ends[:2], ends[2:])
        )
        swing = (end - start) % 360 or 360.0
        self._along(arc(middle, radii, start, swing if turned else swing - 360.0), joins=joins)

    def _arc_along(self, numbers: Sequence[float], *, joins: bool) -> None:
        """Draw along an ellipse about a middle by its size, a start and a swing in 65 536ths of a degree."""
        x, y, wide, high, start, swing = numbers
        turn = min(max(swing / _FIXED_ANGLE, -360.0), 360.0)
        self._along(arc((x, y), (wide, high), -start / _FIXED_ANGLE, -turn), joins=joins)

    def _along(self, curve: Commands, *, joins: bool) -> None:
        """Add a curve, after a line to its start where it ``joins`` what is there, or begins where that ends."""
        goes_on = math.dist(self.at, curve[0][1][:2]) < _NEARBY
        letter = "l" if (joins or goes_on) and self.out else "m"
        self.out += [(letter, curve[0][1]), *curve[1:]]
        self.at = (curve[-1][1][-2], curve[-1][1][-1])

    def _quadrants(self, numbers: list[float], *, across: bool) -> None:
        for x, y in zip(numbers[::2], numbers[1::2], strict=False):
            (x0, y0), k = self.at, 0.5522847498
            if across:
                points = (x0 + (x - x0) * k, y0, x, y - (y - y0) * k, x, y)
            else:
                points = (x0, y0 + (y - y0) * k, x - (x - x0) * k, y, x, y)
            self.out.append(("c", points))
            self.at, across = (x, y), not across
