"""Bitmaps as image XObjects: JPEG as it is, all else unpacked, in RGB or grey with a soft mask."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.render.pdf.check import is_sound_jpeg
from pipeline.render.pdf.objects import File, stream

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 60_000_000


class Unreadable(Exception):  # noqa: N818 - named for what the picture is
    """The picture cannot be shown; the message says why, in Swedish."""


def bitmap(data: bytes, crop: tuple[float, float, float, float], file: File) -> bytes:
    """Write a picture, cropped by shares of its sides, and return the reference to it.

    Raises Unreadable for a format that is not known, a damaged file and more pixels than ``MAX_PIXELS``.
    """
    image = _opened(data)
    if any(crop):
        image = _cropped(image, crop)
    elif image.format == "JPEG" and image.mode in {"RGB", "L"} and is_sound_jpeg(data):
        return file.add(_jpeg(data, image))
    return _unpacked(image, file)


def _opened(data: bytes) -> Image:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - costs time that papers without bitmaps save

    try:
        image = Image.open(BytesIO(data))
        if image.width * image.height > MAX_PIXELS:
            raise Unreadable(f"bilden har {image.width} × {image.height} bildpunkter, fler än vad som tas emot")
        image.load()
    except UnidentifiedImageError as error:
        raise Unreadable("bildformatet går inte att läsa") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable("bildfilen är skadad") from error
    return image


def _cropped(image: Image, crop: tuple[float, float, float, float]) -> Image:
    left, top, right, bottom = crop
    box = (
        round(image.width * max(left, 0)),
        round(image.height * max(top, 0)),
        round(image.width * (1 - max(right, 0))),
        round(image.height * (1 - max(bottom, 0))),
    )
    return image.crop(box) if box[2] > box[0] and box[3] > box[1] else image


def _jpeg(data: bytes, image: Image) -> object:
    return stream(data, {**_entries(image.size, image.mode), "Filter": "/DCTDecode"}, compress=False)


def _unpacked(image: Image, file: File) -> bytes:
    has_alpha = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    extra: dict[str, object] = {}
    if image.mode in {"I;16", "I;16B", "I"}:
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if has_alpha:
        image = image.convert("RGBA")
        mask = image.getchannel("A")
        if mask.getextrema() != (255, 255):
            extra["SMask"] = file.add(stream(mask.tobytes(), _entries(mask.size, "L")))
    mode = "L" if image.mode in {"L", "1"} else "RGB"
    plain = image.convert(mode)
    return file.add(stream(plain.tobytes(), {**_entries(plain.size, mode), **extra}))


def _entries(size: tuple[int, int], mode: str) -> dict[str, object]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": "/DeviceGray" if mode == "L" else "/DeviceRGB",
        "BitsPerComponent": 8,
    }
