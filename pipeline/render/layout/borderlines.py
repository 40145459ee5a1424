"""What a border is made of: one line or several, and how wide they are together (ECMA-376 part 1, 17.18.2).

The width of a border (w:sz) is that of one of its lines: a double border of half a point is one and a half points wide.
"""

from __future__ import annotations

from pipeline.render.tree import Border

THIN = 0.75  # the thin line of a border of small or large gap, and the small gap
LARGE_GAP = 1.5

_DASHES = {
    "dotted": (1.0, 2.0),
    "dashed": (3.0, 2.0),
    "dashSmallGap": (3.0, 1.0),
    "dotDash": (3.0, 2.0, 1.0, 2.0),
    "dotDotDash": (3.0, 2.0, 1.0, 2.0, 1.0, 2.0),
    "dashDotStroked": (3.0, 2.0, 1.0, 2.0),
}


def strokes(line: Border) -> tuple[tuple[float, float], ...]:
    """Return the lines of a border: how far each stands from the middle, and its width; the outer ones first."""
    bands = _bands(line)
    at = -sum(bands) / 2
    found = []
    for index, band in enumerate(bands):
        if index % 2 == 0:
            found.append((at + band / 2, band))
        at += band
    return tuple(found)


def thickness(line: Border | None) -> float:
    """Return the width of a border with all its lines and gaps."""
    return 0.0 if line is None else sum(_bands(line))


def dashes(line: Border) -> tuple[float, ...]:
    """Return the lengths of its dashes and gaps, none for a whole line; they grow with the width."""
    times = max(line.width, 1.0)
    return tuple(part * times for part in _DASHES.get(line.style, ()))


def _bands(line: Border) -> tuple[float, ...]:
    """Return the widths of lines and gaps in turn."""
    width, style = line.width, line.style
    if style in {"double", "doubleWave"}:
        return width, width, width
    if style == "triple":
        return width, width, width, width, width
    gap = next((size for name, size in _gaps(width).items() if style.endswith(name)), 0.0)
    if not gap:
        return (width,)
    thin = max(width / 2, 0.25) if style.endswith("MediumGap") else THIN
    if style.startswith("thinThickThin"):
        return thin, gap, width, gap, thin
    return (thin, gap, width) if style.startswith("thin") else (width, gap, thin)


def _gaps(width: float) -> dict[str, float]:
    return {"SmallGap": THIN, "MediumGap": max(width / 2, 0.25), "LargeGap": LARGE_GAP}
