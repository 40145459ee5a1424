"""Bitmaps as image XObjects: JPEG as it is, all else unpacked, in RGB or grey with a soft mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.render import rasters
from pipeline.render.effects import NO_EFFECTS
from pipeline.render.pdf.check import is_sound_jpeg
from pipeline.render.pdf.objects import File, stream
from pipeline.render.rasters import Unreadable

if TYPE_CHECKING:
    from PIL.Image import Image

    from pipeline.render.tree import Picture

__all__ = ["Unreadable", "bitmap"]


def bitmap(data: bytes, picture: Picture, file: File) -> bytes:
    """Write a picture's bitmap, cropped and with its effects, and return the reference to it.

    Raises Unreadable for a format that is not known, a damaged file and too many pixels.
    """
    image = rasters.opened(data)
    as_it_is = not any(picture.crop) and picture.effects == NO_EFFECTS and picture.mask is None
    if as_it_is and image.format == "JPEG" and image.mode in {"RGB", "L"} and is_sound_jpeg(data):
        return file.add(_jpeg(data, image))
    try:
        whole = rasters.masked(rasters.plain(image), picture.mask)
        return _unpacked(rasters.with_effects(rasters.cropped(whole, picture.crop), picture.effects), file)
    except (OSError, ValueError) as error:
        raise Unreadable("bildfilen är skadad") from error


def _jpeg(data: bytes, image: Image) -> object:
    return stream(data, {**_entries(image.size, image.mode), "Filter": "/DCTDecode"}, compress=False)


def _unpacked(image: Image, file: File) -> bytes:
    extra: dict[str, object] = {}
    if image.mode == "RGBA":
        mask = image.getchannel("A")
        if mask.getextrema() != (255, 255):
            extra["SMask"] = file.add(stream(mask.tobytes(), _entries(mask.size, "L")))
        image = image.convert("RGB")
    return file.add(stream(image.tobytes(), {**_entries(image.size, image.mode), **extra}))


def _entries(size: tuple[int, int], mode: str) -> dict[str, object]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": "/DeviceGray" if mode == "L" else "/DeviceRGB",
        "BitsPerComponent": 8,
    }
