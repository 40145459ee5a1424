"""What stands in the place of a picture that cannot be shown: a frame with its name and its alternative text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.render.graphic import Graphic, Label, Path, Shape, Stroke
from pipeline.render.looks import RunStyle

LEAST_SIDE = 4.0  # a smaller picture is a speck: its frame alone is drawn
_GROUND, _LINE, _INK = "f2f2f2", "767676", "404040"
_SIZES = (8.0, 7.0, 6.0, 5.0)
_LEADING = 1.25
_EDGE = 3.0
_LONGEST_TEXT = 1_000
_WIDE, _NARROW = frozenset("mwMW@%—"), frozenset("iljtf.,:;'|!()[] rI")


def placeholder(width: float, height: float, name: str, alt: str | None) -> Graphic:
    """Return a frame of a size in points that says which picture is not shown, as much of it as there is room for."""
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    outline = (*(("l" if index else "m", corner) for index, corner in enumerate(corners)), ("h", ()))
    frame = Path(outline, _GROUND, Stroke(_LINE, 0.5))
    if min(width, height) < LEAST_SIDE:
        return Graphic((frame,))
    return Graphic((frame, *_labels(_said(name, alt), width, height)))


def _said(name: str, alt: str | None) -> str:
    told = " ".join((alt or "").split())[:_LONGEST_TEXT]
    head = f"Bilden {name} visas inte" if name else "En bild visas inte"
    return f"{head}: {told}" if told and told != name else head


def _labels(text: str, width: float, height: float) -> Iterator[Shape]:
    for size in _SIZES:
        style = RunStyle(family="Liberation Sans", size=size, color=_INK)
        lines = list(_lines(text, width - 2 * _EDGE, size))
        most = int((height - _EDGE) / (size * _LEADING))
        if len(lines) <= most or size == _SIZES[-1]:
            break
    if len(lines) > most > 0:
        lines = [*lines[: most - 1], _cut(f"{lines[most - 1]} …", width - 2 * _EDGE, size)]
    for index, line in enumerate(lines[:most]):
        yield Label(line, _EDGE, _EDGE / 2 + size * (_LEADING * index + 1), style)


def _lines(text: str, width: float, size: float) -> Iterator[str]:
    """Yield the text as lines of about a width; a word that is wider than that is parted."""
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if line and _width(joined, size) > width:
            yield line
            joined = word
        while len(joined) > 1 and _width(joined, size) > width:
            piece = joined[: _fitting(joined, width, size)]
            yield piece
            joined = joined[len(piece) :]
        line = joined
    if line:
        yield line


def _fitting(text: str, width: float, size: float) -> int:
    count = len(text)
    while count > 1 and _width(text[:count], size) > width:
        count -= 1
    return count


def _cut(text: str, width: float, size: float) -> str:
    while len(text) > 2 and _width(text, size) > width:
        text = f"{text[:-3].rstrip()} …"
        if len(text) <= 3:
            break
    return text


def _width(text: str, size: float) -> float:
    """Return about how wide a text is; its face is not known here."""
    return size * sum(0.3 if ch in _NARROW else 0.9 if ch in _WIDE else 0.7 if ch.isupper() else 0.57 for ch in text)
