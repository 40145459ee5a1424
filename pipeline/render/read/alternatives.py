"""Which of several alternatives is read (mc:AlternateContent; ECMA-376 part 3, 9.3 and 10.2)."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.ooxml.names import NAMESPACES, q
from pipeline.render.read.units import child

# Word's own additions whose elements and attributes are read, or may be left out without loss.
_ADDED = re.compile(r"http://schemas\.microsoft\.com/office/(word|drawing|powerpoint|mac)/\d{4}/\S+$")
# What is not drawn or not read: newer charts, models, ink, and symbols whose character stands in the fallback.
_UNREAD = re.compile(r"(cx\d*|am3d\w*|aink|iact|wpi|w16se)$")
_UNREAD_URI = re.compile(r"/(chartex|model3d|ink|symex|livefeed)$")


def chosen(node: etree._Element) -> etree._Element | None:
    """Return the alternative to read: the first choice that is understood, else the fallback, else any choice."""
    choices = list(node.iterchildren(q("mc:Choice")))
    understood = next((choice for choice in choices if _is_understood(choice)), None)
    if understood is not None:
        return understood
    fallback = child(node, "mc:Fallback")
    return fallback if fallback is not None else next(iter(choices), None)


def _is_understood(choice: etree._Element) -> bool:
    return all(_is_known(prefix, choice.nsmap.get(prefix)) for prefix in (choice.get("Requires") or "").split())


def _is_known(prefix: str, uri: str | None) -> bool:
    if _UNREAD.match(prefix) or (uri is not None and _UNREAD_URI.search(uri)):
        return False
    return uri in NAMESPACES.values() or (uri is not None and _ADDED.match(uri) is not None)
