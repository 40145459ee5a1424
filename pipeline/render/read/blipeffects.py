"""The effects that a blip asks for: opacity, grey, two colours, brightness, a transparent colour (20.1.8.13)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.render.effects import NO_EFFECTS, Effects
from pipeline.render.read.colors import Theme
from pipeline.render.read.drawingcolors import first_color, paint_of
from pipeline.render.read.units import child, percentage
from pipeline.render.read.vmlpaths import is_true, share, vml_color

_HALF = 0.5
_UNREAD = frozenset(["alphaBiLevel", "alphaCeiling", "alphaFloor", "alphaInv", "alphaMod", "alphaRepl"])
_UNREAD |= frozenset(("blur", "clrRepl", "fillOverlay", "hsl", "tint"))


def effects_of(blip: etree._Element, theme: Theme) -> Effects:
    """Return the effects among the children of a blip."""
    if not len(blip):
        return NO_EFFECTS
    threshold, light = child(blip, "a:biLevel"), child(blip, "a:lum")
    return Effects(
        opacity=_opacity(child(blip, "a:alphaModFix")),
        grey=child(blip, "a:grayscl") is not None,
        threshold=_part(threshold, "thresh", _HALF) if threshold is not None else None,
        brightness=_part(light, "bright"),
        contrast=_part(light, "contrast"),
        tones=_tones(child(blip, "a:duotone"), theme),
        hole=_hole(child(blip, "a:clrChange"), theme),
    )


def unread_effects(blip: etree._Element) -> Iterator[str]:
    """Yield the names of a blip's effects that are not drawn."""
    yield from (name for item in blip.iterchildren("*") if (name := etree.QName(item).localname) in _UNREAD)


def vml_effects(image: etree._Element) -> Effects:
    """Return the effects of a v:imagedata (part 4, 19.1.2.11): a black level of 0.5 is a brightness of one."""
    names = ("gain", "blacklevel", "grayscale", "bilevel", "chromakey")
    if not any(image.get(name) for name in names):
        return NO_EFFECTS
    gain = share(image.get("gain")) if image.get("gain") else 1.0
    return Effects(
        grey=is_true(image.get("grayscale"), usual=False),
        threshold=0.5 if is_true(image.get("bilevel"), usual=False) else None,
        brightness=min(max(share(image.get("blacklevel")) * 2, -1.0), 1.0),
        contrast=max(gain, 0.0) - 1 if gain <= 1 else 1 - 1 / gain,
        hole=vml_color(image.get("chromakey")) if image.get("chromakey") else "",
    )


def _opacity(node: etree._Element | None) -> float:
    return 1.0 if node is None else min(max(_part(node, "amt", 1.0), 0.0), 1.0)


def _part(node: etree._Element | None, name: str, usual: float = 0.0) -> float:
    found = percentage(node.get(name), usual) if node is not None else 0.0
    return min(max(found, -1.0), 1.0)


def _tones(node: etree._Element | None, theme: Theme) -> tuple[str, str] | None:
    """Return the two colours of a duotone: that of the shadows and that of the lights."""
    if node is None:
        return None
    colors = [paint_of(item, theme).color for item in node.iterchildren("*")]
    return (colors[0], colors[1]) if len(colors) == 2 and all(colors) else None


def _hole(node: etree._Element | None, theme: Theme) -> str:
    """Return the colour that is made transparent."""
    before, after = first_color(child(node, "a:clrFrom")), first_color(child(node, "a:clrTo"))
    if before is None or after is None or paint_of(after, theme).opacity >= 1.0:
        return ""
    return paint_of(before, theme).color
