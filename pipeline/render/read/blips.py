"""The picture that an a:blip or a v:imagedata names: its part, its vector form, or that it is not in the file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import PackageError, Relationship
from pipeline.render.graphic import Graphic, Image, Place
from pipeline.render.metafiles.player import NoMetafile, is_metafile, play
from pipeline.render.read.blipeffects import effects_of, unread_effects
from pipeline.render.read.context import PartContext
from pipeline.render.read.units import percentage
from pipeline.render.tree import Picture

_LONGEST_NAME = 80
_WHOLE = (0.0, 0.0, 0.0, 0.0)
_ALL = (0.0, 0.0, 1.0, 1.0)
_MOST_MARGIN = 20.0  # times the picture's own size
Crop = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a picture: its size in points, its alternative text and its name."""

    width: float
    height: float
    alt: str | None = None
    name: str = ""


def blip_picture(blip: etree._Element, holder: etree._Element, frame: Frame, context: PartContext) -> Picture:
    """Return the picture of a blip (20.1.8.13); one that is not in the file has no part, which is told (REN439)."""
    embedded = context.relationships.get(blip.get(q("r:embed"), ""))
    linked = context.relationships.get(blip.get(q("r:link"), ""))
    vector = vector_part(blip, context)
    if vector and embedded is None and linked is None:
        part, name, vector = vector, frame.name, ""
    else:
        part, name = picture_part(embedded, linked, frame.name, context)
    crop, inset = fitted(holder)
    size = (frame.width * inset[2], frame.height * inset[3])
    effects = effects_of(blip, context.styles.theme)
    for name in unread_effects(blip):
        context.report_once(f"en bild med en effekt som inte ritas ({name})", "bilden visas utan den")
    found = Picture(part, *size, frame.alt, vector, crop, name=name, effects=effects)
    found = played(found, context)
    if inset == _ALL:
        return found
    middle = (frame.width * (inset[0] + inset[2] / 2), frame.height * (inset[1] + inset[3] / 2))
    graphic = Graphic((Image(replace(found, alt=None), Place(*middle, *size)),))
    return Picture("", frame.width, frame.height, frame.alt, graphic=graphic, name=name)


def fitted(holder: etree._Element) -> tuple[Crop, Crop]:
    """Return the shares cut off a picture's sides, and where it stands in its rectangle: left, top, width, height.

    Less than nothing cut off leaves a margin (20.1.8.55, 20.1.8.30).
    """
    sides = [min(max(side, -_MOST_MARGIN), 0.99) for side in crop_of(holder)]
    if not any(sides):
        sides = [-_outside(side, other) for side, other in _filled(holder)] or sides
    across, left = _along(sides[0], sides[2])
    down, top = _along(sides[1], sides[3])
    crop = tuple(max(side, 0.0) for side in sides)
    return (crop[0], crop[1], crop[2], crop[3]), (left, top, across, down)


def _along(before: float, after: float) -> tuple[float, float]:
    """Return the share of a rectangle that a picture takes on one axis, and where it begins."""
    shown = 1 - before - after
    if shown <= 0 or (before >= 0 and after >= 0):
        return 1.0, 0.0
    kept = 1 - max(before, 0.0) - max(after, 0.0)
    return kept / shown, max(-before, 0.0) / shown


def _filled(holder: etree._Element) -> list[tuple[float, float]]:
    """Return the margins of a:fillRect, each with the one at the other side."""
    node = holder.find(f".//{q('a:stretch')}/{q('a:fillRect')}")
    if node is None:
        return []
    sides = [min(max(percentage(node.get(side)), -_MOST_MARGIN), 0.49) for side in ("l", "t", "r", "b")]
    return [(sides[at], sides[(at + 2) % 4]) for at in range(4)]


def _outside(margin: float, other: float) -> float:
    """Return a margin of the rectangle as a share of the picture in it."""
    return margin / (1 - margin - other)


def played(picture: Picture, context: PartContext) -> Picture:
    """Return a picture whose part is a metafile as the graphic that this draws; another one as it is.

    One that shows nothing has neither part nor graphic, which is told (REN421); records that are not known are told
    too (REN437).
    """
    if not picture.part or not is_metafile(context.package.opening(picture.part)):
        return picture
    key = (picture.part.lower(), picture.width, picture.height, picture.crop)
    known = context.shared.played
    if key not in known:
        known[key] = _graphic(picture, context)
    name = picture.name or picture.part.rpartition("/")[2]
    return replace(picture, part="", crop=_WHOLE, graphic=known[key], name=name)


def _graphic(picture: Picture, context: PartContext) -> Graphic | None:
    try:
        data = context.package.part(picture.part) or b""
        found = play(data, picture.width, picture.height, picture.crop)
    except (NoMetafile, PackageError) as error:
        reason = str(error) if isinstance(error, NoMetafile) else "bildfilen är skadad"
        shown = f"den visas inte, en ruta visar var den står: {reason}"
        context.report(f"bilden {picture.part}", shown, code="REN421")
        return None
    if found.unknown:
        shown = f"den är ritad utan {found.unknown} av sina delar, som är av okända slag"
        context.report(f"bilden {picture.part}", shown, code="REN437")
    return found.graphic


def picture_part(
    embedded: Relationship | None, linked: Relationship | None, name: str, context: PartContext
) -> tuple[str, str]:
    """Return the part of a picture and its name; no part, which is told, where it is not in the file."""
    if embedded is not None and not embedded.external:
        return embedded.target, name
    outside = embedded or linked
    shown = "en ruta med dess namn står i dess ställe"
    if outside is None:
        context.report("en bild som saknas i filen", shown, code="REN439")
        return "", name
    file = outside.target.replace("\\", "/").rstrip("/").rpartition("/")[2][:_LONGEST_NAME]
    context.report(f"en länkad bild som inte ligger i filen ({file})", shown, code="REN439")
    return "", file or name


def vector_part(blip: etree._Element, context: PartContext) -> str:
    """Return the part with a picture's SVG form, or ""."""
    svg = blip.find(f".//{q('asvg:svgBlip')}")
    relationship = context.relationships.get(svg.get(q("r:embed"), "")) if svg is not None else None
    return relationship.target if relationship is not None and not relationship.external else ""


def crop_of(drawing: etree._Element) -> Crop:
    """Return the shares that are cut off a picture: left, top, right, bottom."""
    source = drawing.find(f".//{q('a:srcRect')}")
    if source is None:
        return (0.0, 0.0, 0.0, 0.0)
    left, top, right, bottom = (percentage(source.get(side)) for side in ("l", "t", "r", "b"))
    return (left, top, right, bottom)
