"""Pictures as bullets of lists (w:numPicBullet, 17.9.20): as high as the text that they stand before."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.read.blips import played
from pipeline.render.read.context import PartContext
from pipeline.render.read.numbering import Level
from pipeline.render.read.units import attribute, integer, measure
from pipeline.render.tree import Picture

_WIDEST = 4.0  # times the height


@dataclass(frozen=True, slots=True)
class Bullet:
    """A picture that lists use: its part and its width as a share of its height."""

    part: str
    ratio: float = 1.0


def bullets_of(package: Package, part: str | None) -> dict[str, Bullet]:
    """Return the pictures of a w:numbering part by their number; those that are not in the file are left out."""
    root = package.xml(part) if part else None
    relationships = package.related(part) if part and root is not None else {}
    found = {}
    for node in root.iterchildren(q("w:numPicBullet")) if root is not None else ():
        image = next(node.iter(q("v:imagedata"), q("a:blip")), None)
        name = "" if image is None else image.get(q("r:id")) or image.get(q("r:embed")) or ""
        relationship = relationships.get(name)
        if relationship is not None and not relationship.external:
            found[attribute(node, "w:numPicBulletId") or ""] = Bullet(relationship.target, _ratio(node))
    return found


def _ratio(node: etree._Element) -> float:
    extent = next(node.iter(q("wp:extent")), None)
    if extent is not None:
        width, height = (float(integer(extent.get(side))) for side in ("cx", "cy"))
    else:
        shape = next(node.iter(q("v:shape"), q("v:rect")), None)
        parts = (part.split(":", 1) for part in (shape.get("style") or "" if shape is not None else "").split(";"))
        style = {part[0].strip(): part[1].strip() for part in parts if len(part) == 2}
        width, height = (measure(style.get(side)) or 0.0 for side in ("width", "height"))
    return min(max(width / height, 1 / _WIDEST), _WIDEST) if width > 0 and height > 0 else 1.0


def bullet_of(level: Level, size: float, context: PartContext) -> Picture | None:
    """Return the picture that stands before the items of a level, as high as its text; None where it has none."""
    found = context.shared.bullets.get(level.picture) if level.picture else None
    if found is None:
        return None
    return played(Picture(found.part, size * found.ratio, size, None), context)
