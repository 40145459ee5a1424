"""Static SVG as a form XObject: shapes and paths with fill and stroke, which is what symbols are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from lxml import etree

from pipeline.ooxml.package import PackageError, parse_xml
from pipeline.render.pdf.objects import LARGEST, factor, number, numbers, stream

_KAPPA = 0.5522847498
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_HEX = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_NAMED = {"black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff", "none": ""}
_PAINT = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule")
_HARMLESS = {"id", "class", "version", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "width"}
_HARMLESS |= {"height", "points", "viewBox", "style", "role", "focusable", "preserveAspectRatio", "transform", *_PAINT}
_SKIPPED = {"title", "desc", "metadata"}
Style = Mapping[str, str]


class Unsupported(Exception):  # noqa: N818 - named for what the drawing is
    """The drawing holds something that needs more than shapes; the fallback picture is shown instead."""


def vector(data: bytes) -> Any:
    """Return the drawing as a form XObject whose box is the unit square; raises Unsupported."""
    try:
        root = parse_xml(data, "svg")
    except PackageError as error:
        raise Unsupported(str(error)) from error
    left, top, width, height = _view_box(root)
    drawing = _Drawing()
    try:
        drawing.element(root, {"fill": "#000000"})
        matrix = (1 / width, 0, 0, -1 / height, -left / width, 1 + top / height)
        extra: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": numbers((left, top, left + width, top + height)),
            "Matrix": f"[{' '.join(factor(value) for value in matrix)}]",
        }
    except ValueError as error:
        raise Unsupported(str(error)) from error
    return stream("\n".join(drawing.ops).encode("ascii"), extra)


def _view_box(root: etree._Element) -> tuple[float, float, float, float]:
    box = [float(value) for value in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4:
        size = [_NUMBER.match(root.get(name, "")) for name in ("width", "height")]
        if None in size:
            raise Unsupported("no size")
        box = [0.0, 0.0, *(float(found.group()) for found in size if found)]
    if box[2] <= 0 or box[3] <= 0 or max(abs(value) for value in box) >= LARGEST:
        raise Unsupported("no box")
    return box[0], box[1], box[2], box[3]


class _Drawing:
    """Collects the operators of one drawing."""

    def __init__(self) -> None:
        self.ops: list[str] = []

    def element(self, node: etree._Element, inherited: Style) -> None:
        if isinstance(node, (etree._Comment, etree._ProcessingInstruction)):  # noqa: SLF001 - lxml's own types
            return
        tag = etree.QName(node).localname
        if tag in _SKIPPED:
            return
        style = _style(node, inherited)
        transform = _matrix(node.get("transform", ""))
        if transform:
            self.ops += ["q", f"{' '.join(factor(value) for value in transform)} cm"]
        if tag in {"svg", "g"}:
            for item in node:
                self.element(item, style)
        else:
            self._shape(tag, node, style)
        if transform:
            self.ops.append("Q")

    def _shape(self, tag: str, node: etree._Element, style: Style) -> None:
        draw = self._SHAPES.get(tag)
        if draw is None:
            raise Unsupported(tag)
        fill, line = _color(style.get("fill", "none")), _color(style.get("stroke", "none"))
        if not fill and not line:
            return
        self.ops.append("q")
        if fill:
            self.ops.append(f"{fill} rg")
        if line:
            self.ops.append(f"{line} RG {_operand(_length(style.get('stroke-width', '1')))} w")
            caps = {"round": 1, "square": 2}
            self.ops.append(f"{caps.get(style.get('stroke-linecap', ''), 0)} J")
            self.ops.append(f"{ {'round': 1, 'bevel': 2}.get(style.get('stroke-linejoin', ''), 0) } j")
        draw(self, node)
        even_odd = "*" if style.get("fill-rule") == "evenodd" else ""
        self.ops.append(f"B{even_odd}" if fill and line else f"f{even_odd}" if fill else "S")
        self.ops.append("Q")

    def move(self, x: float, y: float) -> None:
        self.ops.append(f"{_operand(x)} {_operand(y)} m")

    def line(self, x: float, y: float) -> None:
        self.ops.append(f"{_operand(x)} {_operand(y)} l")

    def curve(self, *points: float) -> None:
        self.ops.append(f"{' '.join(_operand(point) for point in points)} c")

    def _ellipse_at(self, cx: float, cy: float, rx: float, ry: float) -> None:
        kx, ky = rx * _KAPPA, ry * _KAPPA
        self.move(cx + rx, cy)
        self.curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)
        self.curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)
        self.curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)
        self.curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)
        self.ops.append("h")

    def _circle(self, node: etree._Element) -> None:
        radius = _length(node.get("r", "0"))
        self._ellipse_at(_length(node.get("cx", "0")), _length(node.get("cy", "0")), radius, radius)

    def _ellipse(self, node: etree._Element) -> None:
        cx, cy, rx, ry = (_length(node.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
        self._ellipse_at(cx, cy, rx, ry)

    def _rect(self, node: etree._Element) -> None:
        if node.get("rx") or node.get("ry"):
            raise Unsupported("rounded corners")
        values = [_operand(_length(node.get(name, "0"))) for name in ("x", "y", "width", "height")]
        self.ops.append(f"{' '.join(values)} re")

    def _line(self, node: etree._Element) -> None:
        x1, y1, x2, y2 = (_length(node.get(name, "0")) for name in ("x1", "y1", "x2", "y2"))
        self.move(x1, y1)
        self.line(x2, y2)

    def _polyline(self, node: etree._Element) -> None:
        values = [float(value) for value in _NUMBER.findall(node.get("points", ""))]
        points = list(zip(values[::2], values[1::2], strict=False))
        for index, (x, y) in enumerate(points):
            self.line(x, y) if index else self.move(x, y)

    def _polygon(self, node: etree._Element) -> None:
        self._polyline(node)
        self.ops.append("h")

    def _path(self, node: etree._Element) -> None:
        from fontTools.svgLib.path import parse_path  # noqa: PLC0415 - costs time that papers without SVG save

        try:
            parse_path(node.get("d", ""), _Pen(self))
        except (ValueError, IndexError) as error:
            raise Unsupported("path") from error

    _SHAPES: ClassVar[dict[str, Callable[[_Drawing, etree._Element], None]]] = {
        "circle": _circle,
        "ellipse": _ellipse,
        "rect": _rect,
        "line": _line,
        "polyline": _polyline,
        "polygon": _polygon,
        "path": _path,
    }


class _Pen:
    """Takes what the path parser draws, in fontTools' pen protocol."""

    def __init__(self, drawing: _Drawing) -> None:
        self.drawing = drawing
        self.at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        self.at = point
        self.drawing.move(*point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.at = point
        self.drawing.line(*point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.at = points[-1]
        self.drawing.curve(*(value for point in points for value in point))

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (cx, cy), (x, y) = self.at, control, end
        first = (x0 + 2 / 3 * (cx - x0), y0 + 2 / 3 * (cy - y0))
        self.curveTo(first, (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)), end)

    def closePath(self) -> None:  # noqa: N802
        self.drawing.ops.append("h")

    def endPath(self) -> None:  # noqa: N802
        """End an open path: nothing is drawn for it."""


def _operand(value: float) -> str:
    if not -LARGEST < value < LARGEST:
        raise Unsupported(f"number {value}")
    return number(value)


def _style(node: etree._Element, inherited: Style) -> dict[str, str]:
    for key in node.attrib:
        if "}" not in str(key) and str(key) not in _HARMLESS:
            raise Unsupported(str(key))
    own = {name: node.get(name, "") for name in _PAINT if node.get(name)}
    for declaration in node.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() and name.strip() not in _PAINT:
            raise Unsupported(name)
        if name.strip():
            own[name.strip()] = value.strip()
    return {**inherited, **own}


def _color(text: str) -> str:
    """Return the operands of a colour, "" for none."""
    found = _HEX.fullmatch(text.strip())
    if found:
        digits = found.group(1) if len(found.group(1)) == 6 else "".join(ch * 2 for ch in found.group(1))
    elif text.strip() in _NAMED:
        digits = _NAMED[text.strip()]
    else:
        raise Unsupported(text)
    return " ".join(_operand(int(digits[n : n + 2], 16) / 255) for n in (0, 2, 4)) if digits else ""


def _length(text: str) -> float:
    found = _NUMBER.match(text.strip())
    if found is None or text.strip().endswith("%"):
        raise Unsupported(text)
    return float(found.group())


def _matrix(text: str) -> tuple[float, ...]:
    if not text:
        return ()
    name, _, inside = text.strip().rstrip(")").partition("(")
    values = tuple(float(value) for value in _NUMBER.findall(inside))
    if name == "matrix" and len(values) == 6:
        return values
    if name == "translate" and values:
        return (1, 0, 0, 1, values[0], values[1] if len(values) > 1 else 0)
    if name == "scale" and values:
        return (values[0], 0, 0, values[-1], 0, 0)
    raise Unsupported(text)
