"""Where floating objects stand: DrawingML anchors (20.4.2.3), VML styles, frames (17.3.1.11) and tables (17.4.57)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.floating import Anchor, Position, TextFrame
from pipeline.render.read.units import EMU, attribute, child, integer, local_attributes, measure

MOST_DROPPED = 10  # lines that a drop cap may reach down
MOST_POINTS = 200  # of the outline that text goes along
_GRID, _FAR, _WHOLE = 21_600, 10.0, 0.92
_SHARE = 100_000
_NO, _ONE_TWIP = {"0", "false", "off"}, 0.05
_WRAPS = {
    q("wp:wrapSquare"): "square",
    q("wp:wrapTight"): "tight",
    q("wp:wrapThrough"): "through",
    q("wp:wrapTopAndBottom"): "topAndBottom",
    q("wp:wrapNone"): "none",
}
_VML_WRAPS = {"square": "square", "tight": "tight", "through": "through", "topAndBottom": "topAndBottom"}
_VML_SIDES = {"left": "left", "right": "right", "largest": "largest"}
_VML_BASES = {
    "text": ("column", "paragraph"),
    "char": ("character", "line"),
    "line": ("character", "line"),
    "left-margin-area": ("leftMargin", "topMargin"),
    "right-margin-area": ("rightMargin", "bottomMargin"),
    "top-margin-area": ("leftMargin", "topMargin"),
    "bottom-margin-area": ("rightMargin", "bottomMargin"),
    "inner-margin-area": ("insideMargin", "insideMargin"),
    "outer-margin-area": ("outsideMargin", "outsideMargin"),
}
_VML_DISTANCES = (("top", "0"), ("right", "9pt"), ("bottom", "0"), ("left", "9pt"))
_TABLE_BASES = {"text": ("column", "paragraph")}


def anchor(drawing: etree._Element) -> Anchor | None:
    """Return how a w:drawing floats, or None when it stands in the line."""
    node = child(drawing, "wp:anchor")
    if node is None:
        return None
    wrap = next((item for item in node if item.tag in _WRAPS), None)
    horizontal, vertical = _position(_placing(node, "wp:positionH")), _position(_placing(node, "wp:positionV"))
    if node.get("simplePos") in {"1", "true"}:
        horizontal, vertical = _simple(child(node, "wp:simplePos"))
    return Anchor(
        horizontal or Position("column"),
        vertical or Position("paragraph"),
        "none" if wrap is None else _WRAPS[wrap.tag],
        "bothSides" if wrap is None else wrap.get("wrapText") or "bothSides",
        _distance(node, wrap, "T"),
        _distance(node, wrap, "R"),
        _distance(node, wrap, "B"),
        _distance(node, wrap, "L"),
        behind=node.get("behindDoc") in {"1", "true"},
        order=integer(node.get("relativeHeight")),
        in_cell=node.get("layoutInCell") not in _NO,
        overlaps=node.get("allowOverlap") not in _NO,
        outline=_outline(wrap),
    )


def _outline(wrap: etree._Element | None) -> tuple[tuple[float, float], ...]:
    """Return the points of a wp:wrapPolygon as shares of the object (20.4.2.16); () for one that is as good as it."""
    polygon = child(wrap, "wp:wrapPolygon") if wrap is not None else None
    if polygon is None:
        return ()
    nodes = list(polygon.iterchildren(q("wp:start"), q("wp:lineTo")))[:MOST_POINTS]
    return _shaped([(integer(node.get("x")) / _GRID, integer(node.get("y")) / _GRID) for node in nodes])


def _shaped(points: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Return an outline that leaves more room than the object's frame; one of about the same area is none."""
    kept = tuple((min(max(x, -_FAR), _FAR), min(max(y, -_FAR), _FAR)) for x, y in points)
    edges = zip(kept, (*kept[1:], *kept[:1]), strict=True)
    area = abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges)) / 2
    return () if area > _WHOLE or len(kept) < 3 else kept


def _placing(node: etree._Element, name: str) -> etree._Element | None:
    """Return a position of an anchor: Word writes one in shares beside another in lengths, as two alternatives."""
    own = child(node, name)
    if own is not None:
        return own
    kinds = (q("mc:Choice"), q("mc:Fallback"))
    choices = (
        choice for either in node.iterchildren(q("mc:AlternateContent")) for choice in either.iterchildren(*kinds)
    )
    return next((found for choice in choices if (found := child(choice, name)) is not None), None)


def _distance(node: etree._Element, wrap: etree._Element | None, side: str) -> float:
    """Return the distance to the text: that of the anchor, else that of its kind of wrapping."""
    own = node.get(f"dist{side}") or (wrap.get(f"dist{side}") if wrap is not None else None)
    return max(integer(own) / EMU, 0.0)


def _position(node: etree._Element | None) -> Position | None:
    if node is None:
        return None
    base = node.get("relativeFrom") or "page"
    align = (node.findtext(q("wp:align")) or "").strip()
    offset = integer((node.findtext(q("wp:posOffset")) or "").strip()) / EMU
    shares = (node.findtext(q(f"wp14:pctPos{axis}Offset")) for axis in "HV")
    share = next((text for text in shares if text), None)
    return Position(base, offset, align, None if share is None else integer(share.strip()) / _SHARE)


def _simple(node: etree._Element | None) -> tuple[Position, Position]:
    x, y = (0, 0) if node is None else (integer(node.get("x")), integer(node.get("y")))
    return Position("page", x / EMU), Position("page", y / EMU)


def vml_style(shape: etree._Element) -> dict[str, str]:
    """Return the properties of a VML shape's style attribute by name, in lower case."""
    pairs = (part.split(":", 1) for part in (shape.get("style") or "").split(";") if ":" in part)
    return {name.strip().lower(): text.strip() for name, text in pairs}


def vml_length(text: str | None) -> float:
    """Return a VML length in points: a bare number counts pixels."""
    if text and text.strip().endswith("px"):
        text = text.strip()[:-2]
    return measure(text, 0.75) or 0.0


def vml_anchor(shape: etree._Element) -> Anchor | None:
    """Return how a VML shape floats (position:absolute), or None when it stands in the line."""
    style = vml_style(shape)
    if style.get("position", "") not in {"absolute", "relative"}:
        return None
    wrap = next(shape.iterchildren("{urn:schemas-microsoft-com:office:word}wrap"), None)
    kind, side = ("", "") if wrap is None else (wrap.get("type") or "", wrap.get("side") or "")
    order = integer(style.get("z-index"))
    top, right, bottom, left = (
        max(vml_length(style.get(f"mso-wrap-distance-{name}", usual)), 0.0) for name, usual in _VML_DISTANCES
    )
    return Anchor(
        _vml_position(style, 0, "left", "margin-left"),
        _vml_position(style, 1, "top", "margin-top"),
        _VML_WRAPS.get(kind, "none"),
        _VML_SIDES.get(side, "bothSides"),
        top,
        right,
        bottom,
        left,
        behind=order < 0,
        order=order,
        in_cell=(shape.get("{urn:schemas-microsoft-com:office:office}allowincell") or "t") not in {"f", "false", "0"},
        overlaps=(shape.get("{urn:schemas-microsoft-com:office:office}allowoverlap") or "t") not in {"f", "false", "0"},
        outline=_coordinates(shape.get("wrapcoords")) if kind in {"tight", "through"} else (),
    )


def _coordinates(text: str | None) -> tuple[tuple[float, float], ...]:
    """Return the outline of a VML shape's wrapcoords (part 4, 19.1.2.19)."""
    numbers = [integer(part) / _GRID for part in (text or "").replace(",", " ").split()[: 2 * MOST_POINTS]]
    return _shaped(list(zip(numbers[::2], numbers[1::2], strict=False)))


def _vml_position(style: Mapping[str, str], axis: int, near: str, margin: str) -> Position:
    name = ("mso-position-horizontal", "mso-position-vertical")[axis]
    relative = style.get(f"{name}-relative", "text")
    base = _VML_BASES.get(relative, (relative, relative))[axis]
    align = style.get(name, "")
    percent = style.get(("mso-left-percent", "mso-top-percent")[axis])
    share = integer(percent) / 1000 if percent else None
    offset = vml_length(style.get(margin)) + vml_length(style.get(near))
    return Position(base, offset, "" if align == "absolute" else align, share if share and share > -1 else None)


def text_frame(attributes: Mapping[str, str]) -> TextFrame:
    """Return a frame from the attributes of its w:framePr by local name."""
    drop = attributes.get("dropCap", "none")
    dropped = drop in {"drop", "margin"}
    wrap = {"none": "none", "notBeside": "topAndBottom"}.get(attributes.get("wrap", "around"), "square")
    beside, above = (measure(attributes.get(name)) or 0.0 for name in ("hSpace", "vSpace"))
    horizontal = _placed(attributes, ("hAnchor", "x", "xAlign"), "text")
    vertical = _placed(attributes, ("vAnchor", "y", "yAlign"), "margin")
    if dropped:
        horizontal, vertical = Position("column", 0.0, "left"), Position("paragraph")
    return TextFrame(
        Anchor(horizontal, vertical, wrap, "bothSides", above, beside, above, beside),
        max(measure(attributes.get("w")) or 0.0, 0.0),
        max(measure(attributes.get("h")) or 0.0, 0.0),
        attributes.get("hRule", "auto"),
        drop if dropped else "",
        min(max(integer(attributes.get("lines"), 1), 1), MOST_DROPPED),
    )


def _placed(attributes: Mapping[str, str], names: tuple[str, str, str], default: str) -> Position:
    """Return a position of a frame or a table: of an alignment or, where that is none, at an offset.

    One twentieth of a point stands for 0 (MS-OI29500 2.1.162 e).
    """
    base_name, offset_name, align_name = names
    base = attributes.get(base_name) or default
    base = _TABLE_BASES.get(base, (base, base))[0 if base_name.startswith("h") else 1]
    offset = measure(attributes.get(offset_name)) or 0.0
    align = attributes.get(align_name, "")
    align = "" if align == "inline" else align
    return Position(base, 0.0 if abs(offset - _ONE_TWIP) < _ONE_TWIP / 2 else offset, align)


def table_anchor(properties: etree._Element | None) -> Anchor | None:
    """Return how a table floats (w:tblpPr), or None; Word leaves one without effect unheeded (MS-OI29500 2.1.162 b)."""
    node = child(properties, "w:tblpPr")
    if node is None or not node.attrib:
        return None
    found = local_attributes(node)
    if _is_idle(found):
        return None
    overlap = attribute(child(properties, "w:tblOverlap"), "w:val")
    top, right, bottom, left = (
        max(measure(found.get(f"{side}FromText")) or 0.0, 0.0) for side in ("top", "right", "bottom", "left")
    )
    return Anchor(
        _placed(found, ("horzAnchor", "tblpX", "tblpXSpec"), "text"),
        _placed(found, ("vertAnchor", "tblpY", "tblpYSpec"), "margin"),
        "square",
        "bothSides",
        top,
        right,
        bottom,
        left,
        overlaps=overlap != "never",
    )


def _is_idle(found: Mapping[str, str]) -> bool:
    if found.get("tblpXSpec") or found.get("tblpYSpec"):
        return False
    zero = all(integer(found.get(name)) == 0 for name in ("tblpX", "tblpY"))
    return zero and found.get("horzAnchor", "text") == "text" and found.get("vertAnchor", "margin") != "text"
