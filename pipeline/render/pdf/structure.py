"""The structure tree as PDF objects, with the parent tree and the annotations of links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.pdf.addresses import ascii_address
from pipeline.render.pdf.destinations import Destination, LinkArea
from pipeline.render.pdf.objects import LONGEST_TEXT, Array, Dictionary, File, numbers, text
from pipeline.render.tags import AnnotationRef, ContentRef, Node
from pipeline.render.tree import Link


@dataclass
class Annotations:
    """Link annotations: object number and structure parent of each, gathered before the tree is written."""

    file: File
    page_references: Sequence[bytes]
    destinations: dict[str, Destination]
    first_key: int
    references: list[bytes] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    of_page: dict[int, list[bytes]] = field(default_factory=dict)

    def add(self, area: LinkArea) -> None:
        """Write the annotation of one link on one page; a link to nowhere stays mere text."""
        target = self._target(area.link)
        if target is None:
            return
        boxes = area.areas
        hull = (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )
        quads = [value for x0, y0, x1, y1 in boxes for value in (x0, y1, x1, y1, x0, y0, x1, y0)]
        key, entry = target
        annotation = Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": numbers(hull),
                "QuadPoints": numbers(quads),
                "Border": "[0 0 0]",
                "F": 4,
                "Contents": text(self._description(area)),
                "StructParent": self.first_key + len(self.references),
                key: entry,
            }
        )
        reference = self.file.add(annotation)
        area.node.kids.append(AnnotationRef(len(self.references)))
        self.references.append(reference)
        self.nodes.append(area.node)
        self.of_page.setdefault(area.page, []).append(reference)

    @staticmethod
    def _description(area: LinkArea) -> str:
        return area.link.title or area.node.title or area.link.uri or area.link.anchor

    def _target(self, link: Link) -> tuple[str, bytes] | None:
        if link.uri:
            uri = link.uri + (f"#{link.anchor}" if link.anchor and "#" not in link.uri else "")
            address = ascii_address(uri)
            return (
                None if len(address) > LONGEST_TEXT else ("A", b"<</Type /Action /S /URI /URI " + text(address) + b">>")
            )
        place = self.destinations.get(link.anchor)
        return None if place is None else ("Dest", destination(place, self.page_references))


def destination(place: Destination, page_references: Sequence[bytes]) -> bytes:
    """Return an explicit destination: the place at the window's top, the zoom left as it is."""
    return b"[%s /XYZ %s]" % (page_references[place.page], numbers((place.x, place.y, 0))[1:-1])


@dataclass
class StructureWriter:
    """Writes the tree; elements get their object numbers first, so that they can name their parents."""

    file: File
    page_references: Sequence[bytes]
    annotations: Annotations
    _objects: dict[int, Dictionary] = field(default_factory=dict)
    _references: dict[int, bytes] = field(default_factory=dict)
    _named: dict[str, bytes] = field(default_factory=dict)

    def write(self, root: Node, page_mcids: Sequence[Sequence[Node]]) -> bytes:
        """Write the tree and the parent tree and return the reference to StructTreeRoot."""
        tree = Dictionary({"Type": "/StructTreeRoot"})
        tree_reference = self.file.add(tree)
        self._reserve(root)
        self._fill(root, tree_reference)
        tree["K"] = Array([self._references[id(root)]])
        entries: list[object] = []
        for page, nodes in enumerate(page_mcids):
            parents = Array([self._references[id(node)] for node in nodes])
            entries += [page, self.file.add(parents)]
        for offset, node in enumerate(self.annotations.nodes):
            entries += [self.annotations.first_key + offset, self._references[id(node)]]
        tree["ParentTree"] = self.file.add(Dictionary({"Nums": Array(entries)}))
        if self._named:
            names = [entry for key in sorted(self._named) for entry in (text(key), self._named[key])]
            tree["IDTree"] = self.file.add(Dictionary({"Names": Array(names)}))
        tree["ParentTreeNextKey"] = self.annotations.first_key + len(self.annotations.nodes)
        return tree_reference

    def _reserve(self, root: Node) -> None:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            item = self._objects[id(node)] = Dictionary({"Type": "/StructElem", "S": f"/{node.role}"})
            self._references[id(node)] = self.file.add(item)
            waiting.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))

    def _fill(self, root: Node, tree_reference: bytes) -> None:
        waiting = [(root, tree_reference)]
        while waiting:
            node, parent = waiting.pop()
            item = self._objects[id(node)]
            item["P"] = parent
            if node.identifier:
                self._named[node.identifier] = self._references[id(node)]
            self._describe(item, node)
            item["K"] = Array([self._kid(kid) for kid in node.kids])
            own = self._references[id(node)]
            waiting.extend((kid, own) for kid in reversed(node.kids) if isinstance(kid, Node))

    def _kid(self, kid: Node | ContentRef | AnnotationRef) -> bytes:
        if isinstance(kid, Node):
            return self._references[id(kid)]
        if isinstance(kid, ContentRef):
            return b"<</Type /MCR /Pg %s /MCID %d>>" % (self.page_references[kid.page], kid.mcid)
        return b"<</Type /OBJR /Obj %s>>" % self.annotations.references[kid.annotation]

    @staticmethod
    def _describe(item: Dictionary, node: Node) -> None:
        if node.identifier:
            item["ID"] = text(node.identifier)
        if node.alt:
            item["Alt"] = text(node.alt)
        if node.actual:
            item["ActualText"] = text(node.actual)
        if node.language:
            item["Lang"] = text(node.language)
        owners = [
            Dictionary({"O": f"/{owner}", **{key: _attribute(value) for key, value in entries.items()}})
            for owner, entries in node.attributes.items()
        ]
        if owners:
            item["A"] = owners[0] if len(owners) == 1 else Array(owners)


def _attribute(value: object) -> object:
    if isinstance(value, tuple):
        return numbers(value)
    if isinstance(value, list):
        return Array([text(item) for item in value])
    if isinstance(value, str):
        return value if value.startswith("/") else _name_or_text(value)
    return value


def _name_or_text(value: str) -> object:
    return f"/{value}" if value.isalpha() and value.isascii() and value in _KNOWN_NAMES else text(value)


_KNOWN_NAMES = {
    "Row",
    "Column",
    "Both",
    "Decimal",
    "UpperRoman",
    "LowerRoman",
    "UpperAlpha",
    "LowerAlpha",
    "Disc",
    "Circle",
    "Square",
    "None",
}
