"""The pictures of a page: those that it holds itself (data:) or that were saved with it; nothing is fetched."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, unquote_to_bytes
from xml.sax.saxutils import quoteattr

from lxml import etree

from pipeline.render import rasters
from pipeline.render.webpages.measures import points

MOST_PICTURES = 2_000
_EMU = 12_700
_PIXEL = 0.75  # points
_UNKNOWN = (24.0, 24.0)  # points, of a picture that is not here and has no size
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst>'
)


@dataclass
class Pictures:
    """Gathers the pictures of a page: ``parts`` are their bytes, by number."""

    files: Mapping[str, bytes]
    parts: dict[bytes, int] = field(default_factory=dict)
    _count: int = 0

    @property
    def cut(self) -> bool:
        """Return whether there were more pictures than are taken."""
        return self._count > MOST_PICTURES

    def xml(self, node: etree._Element, css: Mapping[str, str]) -> str:
        """Return the drawing of an img element; one without a size has that of its file at 96 dots an inch."""
        self._count += 1
        if self.cut:
            return ""
        data = self._data((node.get("src") or "").strip())
        width, height = _size(node, css, _own_size(data))
        number = self.parts.setdefault(data, len(self.parts) + 1) if data else 0
        alt = node.get("alt")
        described = f" descr={quoteattr(_plain(alt))}" if alt and alt.strip() else ""
        inside = _DECORATIVE if alt is not None and not alt.strip() else ""
        embedded = f' r:embed="rId{number}"' if number else ""
        return (
            f'<w:drawing><wp:inline><wp:extent cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"/>'
            f'<wp:docPr id="{self._count}" name="bild"{described}>{inside}</wp:docPr><a:graphic><a:graphicData>'
            f"<pic:pic><pic:blipFill><a:blip{embedded}/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
            "</wp:inline></w:drawing>"
        )

    def _data(self, source: str) -> bytes:
        if source[:5].lower() == "data:":
            head, _, body = source[5:].partition(",")
            try:
                return base64.b64decode(unquote(body)) if head.lower().endswith(";base64") else unquote_to_bytes(body)
            except (binascii.Error, ValueError):
                return b""
        found = self.files.get(source) or self.files.get(unquote(source))
        if found is None and source:
            end = "/" + source.replace("\\", "/").rpartition("/")[2]
            found = next((data for name, data in self.files.items() if ("/" + name).endswith(end)), None)
        return found or b""


def _own_size(data: bytes) -> tuple[float, float]:
    try:
        image = rasters.opened(data)
    except (rasters.Unreadable, OSError, ValueError):
        return 0.0, 0.0
    return image.width * _PIXEL, image.height * _PIXEL


def _size(node: etree._Element, css: Mapping[str, str], own: tuple[float, float]) -> tuple[float, float]:
    """Return the size in points: as asked for, the other side in proportion, else that of the file."""
    width, height = (_asked(node, css, name) for name in ("width", "height"))
    if width and height:
        return width, height
    if not own[0] or not own[1]:
        return width or height or _UNKNOWN[0], height or width or _UNKNOWN[1]
    if width or height:
        scale = width / own[0] if width else (height or 0.0) / own[1]
        return own[0] * scale, own[1] * scale
    return own


def _asked(node: etree._Element, css: Mapping[str, str], name: str) -> float:
    found = points(css.get(name, "")) or points(node.get(name) or "")
    return max(found or 0.0, 0.0)


def _plain(text: str) -> str:
    return "".join(sign if sign >= " " else " " for sign in text)
