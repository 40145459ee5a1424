"""SVG as a bitmap: the one door to resvg, which here knows no fonts but the program's own and opens no files."""

from __future__ import annotations

import resvg_py

from pipeline.fonts.bundled import DATA

_CUTS = ("Regular", "Bold", "Italic", "BoldItalic")
_FAMILIES = ("LiberationSans", "LiberationSerif", "LiberationMono")


class NotDrawn(Exception):  # noqa: N818 - named for what becomes of the picture
    """The picture cannot be drawn."""


def png_of(svg: str, width: int, height: int, *, with_text: bool = False) -> bytes:
    """Return an SVG picture as PNG of a size in pixels, transparent around its shapes; raises NotDrawn.

    ``with_text`` loads the program's fonts, which shapes alone have no use for.
    """
    fonts = [str(DATA / f"{family}-{cut}.ttf") for family in _FAMILIES for cut in _CUTS] if with_text else None
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            height=height,
            dpi=96,
            skip_system_fonts=True,
            font_files=fonts,
            font_family="Liberation Sans",
            sans_serif_family="Liberation Sans",
            serif_family="Liberation Serif",
            monospace_family="Liberation Mono",
        )
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # what resvg gives up on in its own language is no Exception
        raise NotDrawn(str(error)) from error
    return bytes(drawn)
