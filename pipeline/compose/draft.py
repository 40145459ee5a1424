"""A Word file being written: its parts, their relationships and the document's own tree."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from pipeline.compose.xml import Element, remove
from pipeline.ooxml.names import NAMESPACES
from pipeline.ooxml.package import Package, open_package, parse_xml

CONTENT_TYPES = "[Content_Types].xml"
_OFFICE_RELATIONSHIP = f"{NAMESPACES['r']}/"


@dataclass
class Draft:
    """The parts of a package by name; those asked for as trees are written back by ``parts``."""

    _bytes: dict[str, bytes]
    main_part: str
    _trees: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def from_package(cls, package: Package) -> Draft:
        """Return a draft of all parts of a package; raises a PackageError for a damaged one."""
        parts = {name: package.part(name) or b"" for name in package.part_names if not name.endswith("/")}
        return cls(parts, package.main_part)

    def tree(self, name: str) -> Element:
        """Return a part's root, to change; raises KeyError for a part that is not there."""
        if name not in self._trees:
            self._trees[name] = parse_xml(self._bytes[name], name)
        return self._trees[name]

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return name in self._bytes

    def put(self, name: str, data: bytes) -> None:
        """Add or replace a part."""
        self._bytes[name] = data
        self._trees.pop(name, None)

    def remove(self, name: str) -> None:
        """Take a part away, if it is there, with its content type."""
        self._bytes.pop(name, None)
        self._trees.pop(name, None)
        for override in self.tree(CONTENT_TYPES).findall("{*}Override"):
            if override.get("PartName", "").lstrip("/") == name:
                remove(override)

    @property
    def document(self) -> Element:
        """Return the root of the main document."""
        return self.tree(self.main_part)

    @cached_property
    def folder(self) -> str:
        """Return the folder of the main document, ``word``."""
        return posixpath.dirname(self.main_part)

    def part_of_type(self, kind: str) -> str:
        """Return the name of the part that the main document refers to as ``kind`` (``styles``), or ""."""
        for relationship in self.tree(self._relationships_name):
            if relationship.get("Type", "").endswith("/" + kind):
                return posixpath.normpath(posixpath.join("/", self.folder, relationship.get("Target", ""))).lstrip("/")
        return ""

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the main document's relationship to ``target``, made where it is new."""
        relationships = self.tree(self._relationships_name)
        wanted = _OFFICE_RELATIONSHIP + kind
        for known in relationships:
            if (known.get("Type"), known.get("Target")) == (wanted, target):
                return str(known.get("Id"))
        identity = f"rIdK{len(relationships) + 1}"
        made = etree.SubElement(relationships, f"{{{NAMESPACES['rels']}}}Relationship", Id=identity, Type=wanted)
        made.set("Target", target)
        if external:
            made.set("TargetMode", "External")
        return identity

    def declare_type(self, extension: str, content_type: str) -> None:
        """Declare the content type of an extension, once."""
        types = self.tree(CONTENT_TYPES)
        if all(default.get("Extension", "").lower() != extension for default in types.findall("{*}Default")):
            made = etree.Element(f"{{{NAMESPACES['ct']}}}Default", Extension=extension, ContentType=content_type)
            types.insert(0, made)

    @cached_property
    def _relationships_name(self) -> str:
        folder, base = posixpath.split(self.main_part)
        return posixpath.join(folder, "_rels", f"{base}.rels")

    def parts(self) -> dict[str, bytes]:
        """Return every part as bytes."""
        written = {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self._trees.items()
        }
        return {**self._bytes, **written}


def open_draft(data: bytes, name: str) -> Draft:
    """Return a draft of the Word file ``data``; raises a PackageError for what is none."""
    return Draft.from_package(open_package(data, name))
