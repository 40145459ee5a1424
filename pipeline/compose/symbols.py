"""Symbols: the profile's SVG files, the ring of completion, and the picture Word shows where it knows no SVG."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pipeline.fonts.vectors import png_of
from pipeline.model.profile import CompletionStyle
from pipeline.ooxml.package import PackageError, parse_xml

_ALLOWED = frozenset(
    ("svg", "g", "title", "desc", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"),
)
_NAMESPACE = "http://www.w3.org/2000/svg"
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(pt|mm|px|)")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "px": 0.75, "": 0.75}
_DOTS_PER_POINT = 300 / 72
_DEFAULT_HEIGHT = 11.0
_RING = 'viewBox="0 0 24 24" width="11pt" height="11pt"'


class SymbolError(Exception):
    """The file is no symbol we can set; the message is Swedish and says why."""


@dataclass(frozen=True)
class Symbol:
    """A drawing with its size in points."""

    svg: bytes
    width: float
    height: float


def read_symbol(data: bytes) -> Symbol:
    """Return a symbol from an SVG file; raises SymbolError for one that holds more than static shapes."""
    try:
        root = parse_xml(data)
    except PackageError as error:
        raise SymbolError("filen är ingen SVG-bild, eller en skadad sådan") from error
    if root.tag != f"{{{_NAMESPACE}}}svg":
        raise SymbolError("filen är inte en SVG-bild")
    for node in root.iter(etree.Element):
        name = etree.QName(node)
        if name.namespace == _NAMESPACE and name.localname not in _ALLOWED:
            raise SymbolError(f"elementet <{name.localname}> stöds inte, bara fasta former")
        if any(
            str(key).endswith("href") or str(key).startswith("on") or "url(" in value for key, value in node.items()
        ):
            raise SymbolError(f"elementet <{name.localname}> hänvisar till något utanför bilden")
    return Symbol(data, *_size(root))


def _size(root: etree._Element) -> tuple[float, float]:
    box = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))]
    if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
        raise SymbolError("attributet viewBox saknas eller är inte fyra tal")
    height = _points(root.get("height", "")) or _DEFAULT_HEIGHT
    return _points(root.get("width", "")) or height * box[2] / box[3], height


def _points(length: str) -> float:
    match = _LENGTH.fullmatch(length.strip())
    return float(match[1]) * _POINTS[match[2]] if match else 0.0


def completion_ring(percent: int, style: CompletionStyle) -> Symbol:
    """Return a ring filled clockwise from the top to ``percent`` (0–100)."""
    fill, track = style.fill.value, style.track.value
    shapes = f'<circle cx="12" cy="12" r="8.5" fill="#ffffff" stroke="{track}" stroke-width="5"/>'
    if percent >= 100:
        shapes += f'<circle cx="12" cy="12" r="8.5" fill="none" stroke="{fill}" stroke-width="5"/>'
    elif percent > 0:
        turn = 2 * math.pi * percent / 100
        x, y = 12 + 8.5 * math.sin(turn), 12 - 8.5 * math.cos(turn)
        path = f"M12 3.5A8.5 8.5 0 {int(percent > 50)} 1 {x:.3f} {y:.3f}"
        shapes += f'<path d="{path}" fill="none" stroke="{fill}" stroke-width="5"/>'
    outline = "".join(f'<circle cx="12" cy="12" r="{r}" fill="none" stroke="{fill}"/>' for r in ("11.25", "5.75"))
    return read_symbol(f'<svg xmlns="{_NAMESPACE}" {_RING}>{shapes}{outline}</svg>'.encode())


@lru_cache(maxsize=256)
def rasterise(symbol: Symbol) -> bytes:
    """Return the symbol as a PNG picture at 300 dots per inch, transparent around the shapes."""
    width = max(1, round(symbol.width * _DOTS_PER_POINT))
    height = max(1, round(symbol.height * _DOTS_PER_POINT))
    return png_of(symbol.svg.decode(), width, height)
