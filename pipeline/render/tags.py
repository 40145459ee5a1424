"""The structure tree of the PDF (ISO 32000-1, 14.7): elements join the tree when their first content is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.render.tree import ListLabel


@dataclass(slots=True, eq=False)
class ContentRef:
    """Marked content on a page: its index among the pages and its MCID there."""

    page: int
    mcid: int


@dataclass(slots=True, eq=False)
class AnnotationRef:
    """An annotation that belongs to an element, by its index in the document's annotations."""

    annotation: int


@dataclass(slots=True, eq=False)
class Node:
    """A structure element. ``attributes`` are written by owner (Table, List, Layout); ``identifier`` is its ID."""

    role: str
    parent: Node | None = None
    alt: str = ""
    language: str = ""
    title: str = ""
    identifier: str = ""
    actual: str = ""
    change: str = ""
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    kids: list[Node | ContentRef | AnnotationRef] = field(default_factory=list)
    attached: bool = False

    def child(self, role: str) -> Node:
        """Return a new element below this one, which joins it when it is attached."""
        return Node(role, self)

    def attach(self) -> None:
        """Join the tree, parents first, in the order of drawing."""
        if self.attached:
            return
        self.attached = True
        if self.parent is not None:
            self.parent.attach()
            self.parent.kids.append(self)

    def set(self, owner: str, name: str, value: object) -> None:
        """Set an attribute."""
        self.attributes.setdefault(owner, {})[name] = value


@dataclass(slots=True, eq=False)
class _OpenList:
    number_id: str
    level: int
    element: Node
    body: Node | None = None
    left: float = 0.0


_NUMBERING = {
    "decimal": "Decimal",
    "decimalZero": "Decimal",
    "upperRoman": "UpperRoman",
    "lowerRoman": "LowerRoman",
    "upperLetter": "UpperAlpha",
    "lowerLetter": "LowerAlpha",
    "bullet": "Disc",
    "none": "None",
}


_BULLETS = {"Circle": "○◦o⚬❍◯", "Square": "▪■□▫❑❒❐◼◻⬛⬜§"}
_SLACK = 1.0  # points by which a continuation may stand before the text of its item


def numbering_kind(numbering: str, label: str) -> str:
    """Return what a list is numbered with, as the structure tree names it (ISO 32000-1, table 347)."""
    if numbering != "bullet":
        return _NUMBERING.get(numbering, "Decimal")
    return next((kind for kind, signs in _BULLETS.items() if label.strip()[:1] in signs and label.strip()), "Disc")


@dataclass(slots=True)
class ListTagger:
    """Turns labelled paragraphs that follow each other into nested lists below ``parent``."""

    parent: Node
    _open: list[_OpenList] = field(default_factory=list)

    def close(self) -> None:
        """End all lists: a paragraph without label, a heading or a table follows."""
        self._open.clear()

    def continuation(self, left: float) -> Node | None:
        """Return the body of the item that a paragraph without label goes on with, None for none.

        It is the innermost open item whose text stands no further in than the paragraph; those inside it end.
        """
        if not any(item.body is not None and 0 < item.left <= left + _SLACK for item in self._open):
            return None
        while self._open[-1].body is None or not 0 < self._open[-1].left <= left + _SLACK:
            self._open.pop()
        return self._open[-1].body

    def item(self, label: ListLabel, left: float) -> tuple[Node, Node]:
        """Return the label element and the body element of a new item, whose text stands at ``left``."""
        number_id, level = label.number_id, label.level
        while self._open and (self._open[-1].level > level or self._changed(number_id, level)):
            self._open.pop()
        if not self._open or self._open[-1].level < level:
            outer = self._open[-1].body if self._open and self._open[-1].body else self.parent
            element = outer.child("L")
            element.set("List", "ListNumbering", numbering_kind(label.numbering, label.text))
            self._open.append(_OpenList(number_id, level, element))
        item = self._open[-1].element.child("LI")
        body = item.child("LBody")
        self._open[-1].body = body
        self._open[-1].left = left
        return item.child("Lbl"), body

    def _changed(self, number_id: str, level: int) -> bool:
        top = self._open[-1]
        return top.level == level and top.number_id != number_id
