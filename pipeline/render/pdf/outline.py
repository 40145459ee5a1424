"""Bookmarks (the document outline) from the headings."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.render.pdf.destinations import Destination
from pipeline.render.pdf.objects import Dictionary, File, text
from pipeline.render.pdf.structure import destination


@dataclass(slots=True, eq=False)
class _Entry:
    level: int
    title: str
    place: Destination | None
    kids: list[_Entry] = field(default_factory=list)

    def count(self) -> int:
        return sum(1 + kid.count() for kid in self.kids)


def write_outline(
    file: File, headings: Sequence[tuple[int, str, Destination]], page_references: Sequence[bytes]
) -> None:
    """Write the outline of headings (level, text, place) into the catalog; none without headings."""
    if not headings:
        return
    root = _Entry(-1, "", None)
    path = [root]
    for level, title, place in headings:
        while path[-1].level >= level:
            path.pop()
        entry = _Entry(level, title, place)
        path[-1].kids.append(entry)
        path.append(entry)
    item = Dictionary({"Type": "/Outlines"})
    reference = file.add(item)
    _write_kids(file, root, (item, reference), page_references)
    file.catalog["Outlines"] = reference
    file.catalog["PageMode"] = "/UseOutlines"


def _write_kids(file: File, entry: _Entry, parent: tuple[Dictionary, bytes], page_references: Sequence[bytes]) -> None:
    own, own_reference = parent
    items = []
    for kid in entry.kids:
        assert kid.place is not None
        item = Dictionary({"Title": text(kid.title), "Parent": own_reference})
        item["Dest"] = destination(kid.place, page_references)
        items.append((item, file.add(item), kid))
    for (item, _, _), (_, following, _) in itertools.pairwise(items):
        item["Next"] = following
    for (item, _, _), (_, before, _) in zip(items[1:], items, strict=False):
        item["Prev"] = before
    if items:
        own["First"], own["Last"] = items[0][1], items[-1][1]
        own["Count"] = entry.count()
    for item, reference, kid in items:
        _write_kids(file, kid, (item, reference), page_references)
