"""Pictures as data: URIs: what browsers show as it is, all else as PNG, and none larger than the page has use for."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.ooxml.package import Package, PackageError, parse_xml
from pipeline.render import rasters
from pipeline.render.effects import NO_EFFECTS
from pipeline.render.tree import Picture
from pipeline.web.graphics import drawing_html
from pipeline.web.markup import opening

if TYPE_CHECKING:
    from PIL.Image import Image

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
    left: int = field(default_factory=lambda: MAX_TOTAL_BYTES)
    _drawings: int = 0
    _made: dict[tuple[object, ...], str | None] = field(default_factory=dict)

    def html(self, picture: Picture) -> str | None:
        """Return the img element, or None where the picture cannot be shown."""
        source = self.source(picture)
        if source is None:
            return None
        width, height = (min(max(round(side * 4 / 3), 1), 20_000) for side in (picture.width, picture.height))
        return opening("img", src=source, alt=picture.alt or "", width=width, height=height)

    def drawing(self, picture: Picture) -> str | None:
        """Return a drawing as an svg element, or None where the page has no room for it."""
        self._drawings += 1
        drawn = drawing_html(picture, self.source, f"klipp-{self._drawings}")
        self.left -= len(drawn)
        return drawn if self.left >= 0 else None

    def source(self, picture: Picture) -> str | None:
        """Return the data: URI of a picture, or None where it cannot be shown."""
        width, height = (max(round(side * 4 / 3), 1) for side in (picture.width, picture.height))
        key = (picture.part or picture.data, *_form(picture), width, height)
        if key not in self._made:
            self._made[key] = self._source(picture, width)
        source = self._made[key]
        return source if source is not None and self._has_room(picture, source) else None

    def _has_room(self, picture: Picture, source: str) -> bool:
        self.left -= len(source) * 3 // 4
        if self.left < 0:
            reason = f"bilderna är tillsammans större än {MAX_TOTAL_BYTES // 2**20} MB, mer än en webbsida bör vara"
            self.failures.setdefault(picture.part or picture.name, reason)
        return self.left >= 0

    def _source(self, picture: Picture, width: int) -> str | None:
        if not picture.part and not picture.data:
            return None
        try:
            vector = self._vector(picture)
            if vector is not None:
                return _uri("image/svg+xml", vector)
            return _uri(*_bitmap(picture.data or self.package.part(picture.part), picture, width))
        except NotShown as error:
            self.failures[picture.part or picture.name] = str(error)
        except PackageError:
            self.failures[picture.part or picture.name] = "bildfilen är skadad"
        return None

    def _vector(self, picture: Picture) -> bytes | None:
        """Return the SVG form of a picture that is not cropped, None where it has none that is well-formed.

        Raises NotShown for one that is too large where the picture has no other form.
        """
        name = picture.vector or (picture.part if picture.part.lower().endswith(".svg") else "")
        if not name or any(picture.crop) or picture.effects != NO_EFFECTS:
            return None
        try:
            data = self.package.part(name)
            if data is None or len(data) > MAX_VECTOR_BYTES:
                _do_without(data, name, picture)
                return None
            root = parse_xml(data, name)
        except PackageError:
            return None
        return data if _SVG_NAME.fullmatch(str(root.tag)) else None


def _do_without(data: bytes | None, name: str, picture: Picture) -> None:
    """Do without an SVG form that is missing or too large; raises NotShown where the picture is nothing else."""
    if data is not None and name == picture.part:
        raise NotShown(f"bilden är för stor: en SVG-bild får vara högst {MAX_VECTOR_BYTES // 2**20} MB på webbsidan")


def _form(picture: Picture) -> tuple[object, ...]:
    return picture.vector, picture.crop, picture.effects, picture.mask


def _uri(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _bitmap(data: bytes | None, picture: Picture, width: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of a bitmap for a place of ``width`` points; raises NotShown."""
    if data is None:
        raise NotShown("bildfilen finns inte")
    try:
        return _fitting(rasters.opened(data), data, picture, width)
    except rasters.Unreadable as error:
        raise NotShown(str(error)) from error
    except (OSError, ValueError) as error:
        raise NotShown("bildfilen är skadad") from error


def _fitting(image: Image, data: bytes, picture: Picture, width: int) -> tuple[str, bytes]:
    kind = _SHOWN_AS_THEY_ARE.get(image.format or "") if image.mode != "CMYK" else None
    wide = image.width * (1 - max(picture.crop[0], 0) - max(picture.crop[2], 0))
    is_large = len(data) > SMALL_BYTES and wide > width * _DENSITY
    changed = any(picture.crop) or picture.effects != NO_EFFECTS or picture.mask is not None
    still = not getattr(image, "is_animated", False) and not rasters.is_turned(image)
    if kind and not changed and not is_large and still:
        return kind, data
    photograph = image.format == "JPEG"
    whole = rasters.cropped(rasters.masked(rasters.plain(image), picture.mask), picture.crop)
    plain = rasters.with_effects(whole, picture.effects)
    if is_large:
        plain.thumbnail((width * _DENSITY, rasters.MAX_PIXELS))
    out = BytesIO()
    if photograph and plain.mode != "RGBA":
        plain.save(out, "JPEG", quality=85)
        return "image/jpeg", out.getvalue()
    plain.save(out, "PNG", optimize=False)
    return "image/png", out.getvalue()
