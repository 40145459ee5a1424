"""Text boxes that one text flows through: wps:linkedTxbx ([MS-ODRAWXML] 2.28.2) and mso-next-textbox of VML."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.graphic import Chain
from pipeline.render.read.anchors import vml_style
from pipeline.render.read.context import PartContext
from pipeline.render.read.units import child

_NEXT = q("wps:linkedTxbx")


def chain_of(content: etree._Element, context: PartContext) -> Chain | None:
    """Return the place of a text box in its chain, by its w:txbxContent or wps:linkedTxbx; None where it is alone."""
    if context.chains is None:
        root = content.getroottree().getroot()
        context.chains = _places(context.part, [*_linked(root), *_linked_vml(root)])
    return context.chains.get(content)


def _places(part: str, chains: list[list[etree._Element]]) -> dict[etree._Element, Chain]:
    found: dict[etree._Element, Chain] = {}
    for number, nodes in enumerate(chains):
        for at, node in enumerate(nodes if len(nodes) > 1 else ()):
            found[node] = Chain(f"{part} {number}", at, at == len(nodes) - 1)
    return found


def _linked(root: etree._Element) -> list[list[etree._Element]]:
    """Return the chains of a part in DrawingML: the next boxes count only behind the first, and not within it."""
    begun: dict[str, list[etree._Element]] = {}
    for node in root.iter(q("wps:txbx"), _NEXT):
        number, content = node.get("id") or "", child(node, "w:txbxContent")
        if node.tag == _NEXT and number in begun:
            begun[number] += [] if begun[number][0] in node.iterancestors() else [node]
        elif number and number not in begun and content is not None:
            begun[number] = [content]
    return list(begun.values())


def _linked_vml(root: etree._Element) -> list[list[etree._Element]]:
    """Return the chains of a part in VML, whose boxes name the shape of the next one."""
    chains: list[list[etree._Element]] = []
    awaited: dict[str, list[etree._Element]] = {}
    for box in root.iter(q("v:textbox")):
        shape, content = box.getparent(), child(box, "w:txbxContent")
        following = vml_style(box).get("mso-next-textbox", "").lstrip("#")
        chain = awaited.pop(shape.get("id") or "", None) if shape is not None else None
        if content is None or (chain is None and not following):
            continue
        if chain is not None and chain[0] in box.iterancestors():
            continue
        if chain is None:
            chains.append(chain := [])
        chain.append(content)
        if following:
            awaited[following] = chain
    return chains
