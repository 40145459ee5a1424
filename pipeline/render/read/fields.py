"""Complex fields while they are read: their instruction, and where their stored result stands (17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.fieldcodes import LONGEST, Code, parsed
from pipeline.render.read.units import attribute, child, is_on
from pipeline.render.tree import Link, RunStyle

PAGED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "STYLEREF"})
_REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})
_DELETED = (q("w:del"), q("w:moveFrom"))


@dataclass
class Field:
    """A field being read: the instruction collects until the separator, the stored result after it.

    ``mark`` is the element that it begins with; ``paragraph`` and ``start`` tell where its result begins.
    """

    instruction: str = ""
    in_result: bool = False
    stored: str = ""
    link: Link | None = None
    mark: etree._Element | None = None
    code_style: RunStyle | None = None
    paragraph: int = -1
    start: int = 0
    code: Code = field(default_factory=Code)

    def separate(self, paragraph: int, start: int) -> None:
        """End the instruction; what follows is the stored result."""
        self.in_result = True
        self.paragraph, self.start = paragraph, start
        self.finish()
        self.link = _link(self.code)

    def finish(self) -> None:
        """Take the instruction apart."""
        self.code = parsed(self.instruction)

    def extend(self, text: str) -> None:
        """Add to the instruction, as far as one is read."""
        self.instruction += text[: LONGEST - len(self.instruction)]

    @property
    def kind(self) -> str:
        """Return the field's name in capitals, "" as long as it is not read."""
        return self.code.kind

    @property
    def is_dirty(self) -> bool:
        """Return whether the file says that the stored result is old (w:dirty)."""
        return attribute(self.mark, "w:dirty") in {"1", "true", "on"}

    @property
    def is_paged(self) -> bool:
        """Return whether its text depends on the pages: all but a relative PAGEREF, which is words."""
        return self.kind in PAGED and not (self.kind == "PAGEREF" and self.code.has("p"))

    @property
    def form(self) -> etree._Element | None:
        """Return what the file says of a form field (w:ffData), None for others."""
        return child(self.mark, "w:ffData")


def unclosed(root: etree._Element | None) -> frozenset[etree._Element]:
    """Return the marks of a part that begin a field which never ends: what follows them is text."""
    begun: list[etree._Element] = []
    for mark in root.iter(q("w:fldChar")) if root is not None else ():
        kind = attribute(mark, "w:fldCharType")
        if kind not in {"begin", "end"} or next(mark.iterancestors(*_DELETED), None) is not None:
            continue
        if kind == "begin":
            begun.append(mark)
        elif begun:
            begun.pop()
    return frozenset(begun)


def checkbox(form: etree._Element | None) -> str:
    """Return the sign of a check box among form fields."""
    box = child(form, "w:checkBox")
    checked = child(box, "w:checked")
    found = checked if checked is not None else child(box, "w:default")
    return "☒" if found is not None and is_on(found) else "☐"


def form_text(form: etree._Element | None) -> str:
    """Return the text that a text field among form fields begins with, "" for none."""
    box = child(form, "w:textInput")
    return attribute(child(box, "w:default"), "w:val") or ""


def chosen(form: etree._Element | None) -> str:
    """Return the entry that is chosen in a list among form fields, "" for none."""
    drop = child(form, "w:ddList")
    entries = (
        [attribute(node, "w:val") or "" for node in drop.iterchildren(q("w:listEntry"))] if drop is not None else []
    )
    for name in ("w:result", "w:default"):
        index = attribute(child(drop, name), "w:val") or ""
        if index.isdecimal() and int(index) < len(entries):
            return entries[int(index)]
    return entries[0] if entries else ""


def _link(code: Code) -> Link | None:
    """Return the link of a field: that of HYPERLINK, and of a reference that asks for one (ECMA-376, 17.16.5.51)."""
    if code.kind in _REFERENCES and code.has("h") and code.argument:
        return Link(anchor=code.argument)
    if code.kind != "HYPERLINK":
        return None
    anchor = code.switches.get("l", "")
    return Link(code.argument, anchor, code.switches.get("o", "")) if code.argument or anchor else None
