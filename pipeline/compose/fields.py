"""Complex fields: where one begins, what it asks for and where its stored result stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.xml import Element
from pipeline.ooxml.names import q


@dataclass
class ComplexField:
    """A field by its three marks; ``separate`` is None for a field without a stored result.

    ``around`` is the field that it stands in, None for one that stands by itself.
    """

    begin: Element
    around: ComplexField | None = None
    instruction: str = ""
    separate: Element | None = None
    end: Element | None = None

    def result_texts(self) -> Iterator[Element]:
        """Yield the text elements of the stored result, when it stands in one paragraph."""
        if self.separate is None or self.end is None:
            return
        run = self.separate.getparent()
        last = self.end.getparent()
        while run is not None and (run := run.getnext()) is not None and run is not last:
            yield from run.iter(q("w:t"))


def complex_fields(root: Element) -> list[ComplexField]:
    """Return the complete complex fields of a part in the order they begin, nested ones included."""
    found: list[ComplexField] = []
    stack: list[ComplexField] = []
    for node in root.iter(q("w:fldChar"), q("w:instrText")):
        kind = node.get(q("w:fldCharType"))
        if kind == "begin":
            stack.append(ComplexField(node, stack[-1] if stack else None))
            found.append(stack[-1])
        elif not stack:
            continue
        elif node.tag == q("w:instrText"):
            stack[-1].instruction += node.text or ""
        elif kind == "separate":
            stack[-1].separate = node
        elif kind == "end":
            stack.pop().end = node
    return [one for one in found if one.end is not None]


def switches(instruction: str) -> dict[str, str]:
    r"""Return the switches of a field instruction: ``\o "1-3" \h`` gives ``{"o": "1-3", "h": ""}``."""
    found = re.findall(r'\\(\w)(?:\s+"([^"]*)"|\s+([^\\"\s]+))?', instruction)
    return {name.lower(): quoted or bare for name, quoted, bare in found}
