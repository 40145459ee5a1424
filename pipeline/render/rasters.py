"""Bitmaps of every kind, opened within bounds and made plain: eight bits, grey or RGB, with alpha where they have some.

The kind is that of the bytes, whatever the file is called. The picture of a file of several is the first.
"""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.render.effects import NO_EFFECTS, Effects, Mask

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

MAX_PIXELS = 60_000_000
_WIDE_MODES = {"I;16", "I;16B", "I;16L", "I;16N", "I", "F"}
# What Pillow's readers raise on damaged files besides what they should.
_ODD_ERRORS = (TypeError, LookupError, ArithmeticError, MemoryError, RuntimeError, AttributeError, struct.error)
_ALPHA_MODES = {"RGBA", "LA", "PA", "La", "RGBa"}
_ORIENTATION = 0x112
_METAFILES = {"WMF", "EMF"}
_NEAR = 8  # how far a colour may be from that of a hole
Crop = tuple[float, float, float, float]


class Unreadable(Exception):  # noqa: N818 - named for what the picture is
    """The picture cannot be shown; the message says why, in Swedish."""


def opened(data: bytes) -> Image:
    """Return a bitmap, loaded; raises Unreadable for an unknown kind, damage, and more pixels than ``MAX_PIXELS``."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - costs time that papers without bitmaps save

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damage that Pillow reads past
            return _loaded(Image.open(BytesIO(data)))
    except UnidentifiedImageError as error:
        raise Unreadable("bildformatet går inte att läsa") from error
    except Image.DecompressionBombError as error:
        raise Unreadable(_too_large(*_stated_size(data))) from error
    except (OSError, ValueError, SyntaxError, *_ODD_ERRORS) as error:
        raise Unreadable("bildfilen är skadad") from error


def _loaded(image: ImageFile) -> ImageFile:
    if image.format in _METAFILES:
        raise Unreadable("bildformatet går inte att läsa")
    if image.width * image.height > MAX_PIXELS:
        raise Unreadable(_too_large(*image.size))
    image.load()
    return image


def _too_large(width: int, height: int) -> str:
    size = f"{width} × {height} bildpunkter" if width and height else "för många bildpunkter"
    return f"bilden är för stor: den har {size} men får ha högst {MAX_PIXELS // 1_000_000} miljoner"


def _stated_size(data: bytes) -> tuple[int, int]:
    """Return the width and height that a bitmap states which Pillow will not open for them; zeros where none is read.

    Only the head of the file is read, with Pillow's own bound lifted for as long.
    """
    from PIL import Image  # noqa: PLC0415 - as above

    bound = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        return Image.open(BytesIO(data)).size
    except (OSError, ValueError, SyntaxError, *_ODD_ERRORS):
        return 0, 0
    finally:
        Image.MAX_IMAGE_PIXELS = bound


def is_turned(image: Image) -> bool:
    """Return whether a bitmap says that it is to be shown turned (EXIF), which Word does not heed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return bool(image.getexif().get(_ORIENTATION, 1) != 1)
    except (*_ODD_ERRORS, OSError, SyntaxError, ValueError):
        return False


def plain(image: Image) -> Image:
    """Return a bitmap in mode L, RGB or RGBA; CMYK becomes RGB, 16 bits become 8."""
    if image.mode in _WIDE_MODES:
        return _narrowed(image)
    if image.mode in _ALPHA_MODES or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _narrowed(image: Image) -> Image:
    """Return a bitmap of wide numbers with 8 bits: 16 bits by their upper half, others by their own range."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    low, high = image.getextrema()
    if not isinstance(low, int | float) or not isinstance(high, int | float) or not -1e12 < low <= high < 1e12:
        return image.convert("L")
    if image.mode == "I" and low >= 0:
        low, high = 0, 65_535 if high > 255 else 255
    scale = 255 / (high - low) if high > low else 1.0
    return image.point(lambda value: value * scale + (-low * scale)).convert("L")


def cropped(image: Image, crop: Crop) -> Image:
    """Return a bitmap without shares of its sides: left, top, right, bottom; as it was where nothing would be left."""
    left, top, right, bottom = (min(max(side, 0.0), 1.0) for side in crop)
    box = (
        round(image.width * left),
        round(image.height * top),
        round(image.width * (1 - right)),
        round(image.height * (1 - bottom)),
    )
    return image.crop(box) if box[2] > box[0] and box[3] > box[1] else image


def masked(image: Image, mask: Mask | None) -> Image:
    """Return a plain bitmap that covers only where its mask says so."""
    if mask is None:
        return image
    from PIL import ImageOps  # noqa: PLC0415 - as above

    shape = opened(mask.data).convert("L").resize(image.size)
    covered = image.convert("RGBA")
    covered.putalpha(ImageOps.invert(shape) if mask.inverted else shape)
    return covered


def with_effects(image: Image, effects: Effects) -> Image:
    """Return a plain bitmap after its effects."""
    if effects == NO_EFFECTS:
        return image
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colors = image.convert("RGB")
    if effects.hole:
        alpha = _holed(colors, effects.hole, alpha)
    colors = _lit(_toned(colors, effects), effects)
    if effects.opacity < 1.0:
        base = alpha or _even(image, 255)
        alpha = base.point(lambda value: round(value * effects.opacity))
    if any(effects.soft):
        alpha = _fading(image, effects.soft, alpha)
    if alpha is not None:
        colors.putalpha(alpha)
    return colors


def _fading(image: Image, soft: tuple[float, float], alpha: Image | None) -> Image:
    """Return the alpha of a bitmap that fades towards its edges, which are clear themselves."""
    from PIL import ImageChops, ImageFilter  # noqa: PLC0415 - as above

    across, down = (
        min(max(round(share * length), 1), length // 3) for share, length in zip(soft, image.size, strict=True)
    )
    inner = _even(image, 0)
    inner.paste(255, (across, down, max(image.width - across, across + 1), max(image.height - down, down + 1)))
    faded = inner.filter(ImageFilter.GaussianBlur((across / 2, down / 2)))
    return faded if alpha is None else ImageChops.multiply(faded, alpha)


def _toned(image: Image, effects: Effects) -> Image:
    """Return a bitmap in grey, in black and white, or in two tones."""
    from PIL import ImageOps  # noqa: PLC0415 - as above

    grey = image.convert("L")
    if effects.threshold is not None:
        limit = round(effects.threshold * 255)
        return grey.point(lambda value: 255 if value >= limit else 0).convert("RGB")
    if effects.tones is not None:
        dark, light = (f"#{tone}" for tone in effects.tones)
        return ImageOps.colorize(grey, dark, light)
    return grey.convert("RGB") if effects.grey else image


def _lit(image: Image, effects: Effects) -> Image:
    """Return a bitmap with its brightness and contrast changed, both from -1 to 1."""
    if not effects.brightness and not effects.contrast:
        return image
    contrast = min(max(effects.contrast, -1.0), 0.99)
    slope = 1 + contrast if contrast <= 0 else 1 / (1 - contrast)
    shift = min(max(effects.brightness, -1.0), 1.0) * 127.5
    table = [min(max(round((value - 127.5) * slope + 127.5 + shift), 0), 255) for value in range(256)]
    return image.point(table * 3)


def _holed(image: Image, color: str, alpha: Image | None) -> Image:
    """Return the alpha of a bitmap one of whose colours is transparent."""
    from PIL import ImageChops  # noqa: PLC0415 - as above

    wanted = tuple(int(color[at : at + 2], 16) for at in (0, 2, 4))
    parts = image.split()
    far = [
        part.point(lambda value, own=own: 255 if abs(value - own) > _NEAR else 0)
        for part, own in zip(parts, wanted, strict=True)
    ]
    seen = ImageChops.lighter(ImageChops.lighter(far[0], far[1]), far[2])
    return seen if alpha is None else ImageChops.darker(seen, alpha)


def _even(image: Image, value: int) -> Image:
    from PIL import Image as Images  # noqa: PLC0415 - as above

    return Images.new("L", image.size, value)
