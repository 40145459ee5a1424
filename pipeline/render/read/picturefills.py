"""Pictures that fill a shape: stretched over it, or laid beside each other as tiles (20.1.8.14, 20.1.8.58)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.ooxml.package import PackageError
from pipeline.render.graphic import Commands, Image, Place
from pipeline.render.rasters import Unreadable, opened
from pipeline.render.read.blips import Frame, blip_picture
from pipeline.render.read.context import PartContext
from pipeline.render.read.units import EMU, child, integer, percentage

MOST_TILES = 400  # of one shape; where there were more, they are larger
_USUAL_DPI = 96.0
_ALIGN = {"l": 0.0, "r": 1.0, "t": 0.0, "b": 1.0}


@dataclass(frozen=True, slots=True)
class PictureFill:
    """A blip in its holder, which fills a place."""

    blip: etree._Element
    holder: etree._Element
    place: Place
    context: PartContext
    name: str = ""

    def images(self, outlines: Sequence[Commands]) -> Iterator[Image]:
        """Yield the pictures, seen only within the first of the outlines, () for the whole place."""
        shape = outlines[0] if outlines else ()
        whole = blip_picture(
            self.blip, self.holder, Frame(self.place.width, self.place.height, None, self.name), self.context
        )
        tile = child(self.holder, "a:tile")
        size = _tile_size(tile, whole.part, self.context) if tile is not None else None
        if tile is None or size is None:
            yield Image(whole, self.place, shape=shape)
            return
        yield from self._tiles(tile, size, shape or _edge(self.place))

    def _tiles(self, tile: etree._Element, size: tuple[float, float], shape: Commands) -> Iterator[Image]:
        place = self.place
        wide, high = size
        if (place.width / wide + 1) * (place.height / high + 1) > MOST_TILES:
            wide, high = max(wide, place.width / 18), max(high, place.height / 18)
        picture = blip_picture(self.blip, self.holder, Frame(wide, high, None, self.name), self.context)
        align = (tile.get("algn") or "tl").replace("ctr", "")
        shares = [next((_ALIGN[side] for side in align if side in sides), 0.5) for sides in ("lr", "tb")]
        left = (place.width - wide) * shares[0] + integer(tile.get("tx")) / EMU
        top = (place.height - high) * shares[1] + integer(tile.get("ty")) / EMU
        left, top = left % wide - wide, top % high - high
        for row in range(int((place.height - top) / high) + 1):
            for column in range(int((place.width - left) / wide) + 1):
                x, y = left + column * wide, top + row * high
                middle = place.point(x + wide / 2, y + high / 2)
                if x + wide > 0 and y + high > 0 and x < place.width and y < place.height:
                    turned = Place(*middle, wide, high, place.turn, place.flip_h, place.flip_v)
                    yield Image(picture, turned, shape=shape)


def picture_fill(properties: etree._Element | None, place: Place, context: PartContext) -> PictureFill | None:
    """Return the picture that a shape's properties fill it with, None for none."""
    holder = child(properties, "a:blipFill")
    blip = child(holder, "a:blip")
    return None if holder is None or blip is None else PictureFill(blip, holder, place, context)


def _edge(place: Place) -> Commands:
    corners = ((0.0, 0.0), (place.width, 0.0), (place.width, place.height), (0.0, place.height))
    return (*(("l" if at else "m", place.point(*corner)) for at, corner in enumerate(corners)), ("h", ()))


def _tile_size(tile: etree._Element, part: str, context: PartContext) -> tuple[float, float] | None:
    """Return how large a tile is in points: the picture's own size, which the tile enlarges; None for no bitmap."""
    try:
        image = opened(context.package.part(part) or b"") if part else None
    except (PackageError, Unreadable):
        return None
    if image is None:
        return None
    given = image.info.get("dpi")
    dpi = given if isinstance(given, tuple) and all(float(each) > 1 for each in given) else (_USUAL_DPI, _USUAL_DPI)
    across, down = (max(abs(percentage(tile.get(name), 1.0)), 0.01) for name in ("sx", "sy"))
    return image.width / float(dpi[0]) * 72 * across, image.height / float(dpi[1]) * 72 * down
