"""Elements of one namespace, written in the order in which they stand in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pipeline.archive.package.names import tagged

# What XML 1.0 (2.2) has no place for.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


@dataclass(frozen=True)
class Writer:
    """Adds elements of ``namespace`` under a parent."""

    namespace: str

    def root(self, name: str, prefixes: dict[str, str]) -> etree._Element:
        """Return a root element that declares ``prefixes``."""
        return etree.Element(tagged(self.namespace, name), nsmap={**prefixes})

    def add(self, parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
        """Add an element with its text and its attributes without namespace; return it."""
        made = etree.SubElement(parent, tagged(self.namespace, name))
        if text:
            made.text = clean(text)
        for key, value in attributes.items():
            made.set(key, clean(value))
        return made
