"""Pictures as data: URIs: what browsers show as it is, all else as PNG, and none larger than the page has use for."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.ooxml.package import Package, PackageError, parse_xml
from pipeline.render.tree import Picture
from pipeline.web.markup import opening

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 60_000_000
MAX_VECTOR_BYTES = 2 * 2**20
MAX_TOTAL_BYTES = 24 * 2**20  # of all pictures together, before base64
SMALL_BYTES = 200_000  # a picture of no more is left as it is
_DENSITY = 2  # picture points for each point of the screen
_SHOWN_AS_THEY_ARE = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}
_SVG_NAME = re.compile(r"(\{http://www\.w3\.org/2000/svg\})?svg")


class NotShown(Exception):  # noqa: N818 - named for what becomes of the picture
    """The picture cannot stand on the page; the message says why, in Swedish."""


@dataclass
class Pictures:
    """Makes pictures for one page; equal ones are made once. ``failures`` tells by part why one is not shown."""

    package: Package
    failures: dict[str, str] = field(default_factory=dict)
    left: int = MAX_TOTAL_BYTES
    _made: dict[tuple[object, ...], str | None] = field(default_factory=dict)

    def html(self, picture: Picture) -> str | None:
        """Return the img element, or None where the picture cannot be shown."""
        width, height = (max(round(side * 4 / 3), 1) for side in (picture.width, picture.height))
        key = (picture.part, picture.vector, picture.crop, width, height)
        if key not in self._made:
            self._made[key] = self._source(picture, width)
        source = self._made[key]
        if source is None or not self._has_room(picture, source):
            return None
        width, height = (min(side, 20_000) for side in (width, height))
        return opening("img", src=source, alt=picture.alt or "", width=width, height=height)

    def _has_room(self, picture: Picture, source: str) -> bool:
        self.left -= len(source) * 3 // 4
        if self.left < 0:
            self.failures.setdefault(picture.part, "bilderna är tillsammans större än vad en webbsida bör vara")
        return self.left >= 0

    def _source(self, picture: Picture, width: int) -> str | None:
        vector = self._vector(picture)
        if vector is not None:
            return _uri("image/svg+xml", vector)
        try:
            return _uri(*_bitmap(self.package.part(picture.part), picture.crop, width))
        except NotShown as error:
            self.failures[picture.part] = str(error)
        except PackageError:
            self.failures[picture.part] = "bildfilen är skadad"
        return None

    def _vector(self, picture: Picture) -> bytes | None:
        """Return the SVG form of a picture that is not cropped, None where it has none that is well-formed."""
        name = picture.vector or (picture.part if picture.part.lower().endswith(".svg") else "")
        if not name or any(picture.crop):
            return None
        try:
            data = self.package.part(name)
            if data is None or len(data) > MAX_VECTOR_BYTES:
                return None
            root = parse_xml(data, name)
        except PackageError:
            return None
        return data if _SVG_NAME.fullmatch(str(root.tag)) else None


def _uri(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _bitmap(data: bytes | None, crop: tuple[float, float, float, float], width: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of a bitmap for a place of ``width`` points; raises NotShown."""
    if data is None:
        raise NotShown("bildfilen finns inte")
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - costs time that papers without bitmaps save

    try:
        image = Image.open(BytesIO(data))
        if image.width * image.height > MAX_PIXELS:
            raise NotShown(f"bilden har {image.width} × {image.height} bildpunkter, fler än vad som tas emot")
        image.load()
        return _fitting(image, data, crop, width)
    except UnidentifiedImageError as error:
        raise NotShown("webbläsare visar inte bildformatet, och det går inte att göra om") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotShown("bildfilen är skadad") from error


def _fitting(image: Image, data: bytes, crop: tuple[float, float, float, float], width: int) -> tuple[str, bytes]:
    kind = _SHOWN_AS_THEY_ARE.get(image.format or "")
    wide = image.width * (1 - max(crop[0], 0) - max(crop[2], 0))
    is_large = len(data) > SMALL_BYTES and wide > width * _DENSITY
    if kind and not any(crop) and not is_large and not getattr(image, "is_animated", False):
        return kind, data
    photograph = image.format == "JPEG" and image.mode in {"RGB", "L"}
    plain = _cropped(_plain(image), crop)
    if is_large:
        plain.thumbnail((width * _DENSITY, MAX_PIXELS))
    out = BytesIO()
    if photograph:
        plain.save(out, "JPEG", quality=85)
        return "image/jpeg", out.getvalue()
    plain.save(out, "PNG", optimize=False)
    return "image/png", out.getvalue()


def _plain(image: Image) -> Image:
    """Return the picture in a mode that every browser shows: grey or RGB, with alpha where it has some."""
    if image.mode in {"I;16", "I;16B", "I"}:
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in {"L", "1"} else "RGB")


def _cropped(image: Image, crop: tuple[float, float, float, float]) -> Image:
    left, top, right, bottom = (min(max(side, 0.0), 1.0) for side in crop)
    box = (
        round(image.width * left),
        round(image.height * top),
        round(image.width * (1 - right)),
        round(image.height * (1 - bottom)),
    )
    return image.crop(box) if box[2] > box[0] and box[3] > box[1] else image
