"""Small pictures for tests, in each format that a Word file may hold."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def encoded(image: Image.Image, kind: str) -> bytes:
    """Return a picture as a file of a format."""
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


def png(mode: str = "RGB", size: tuple[int, int] = (4, 2), color: object = "red") -> bytes:
    """Return a PNG of one colour."""
    return encoded(Image.new(mode, size, color), "PNG")  # type: ignore[arg-type]


def svg(inside: str, box: str = "0 0 24 24", more: str = "") -> bytes:
    """Return an SVG file."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {more}>{inside}</svg>'.encode()
