"""STYLEREF in headers and footers: the text of a style on the page, or before it (ECMA-376 part 1, 17.16.5.59)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.render.layout.page import Page
from pipeline.render.tree import FieldRun, Paragraph

# The built-in headings go by their names in the language of the Word that made the field: Rubrik 1, Überschrift 1.
_HEADING = re.compile(r"(?:\D+ )?([1-9])")
_FULL_STOP = ". \t)"


@dataclass(slots=True)
class StyleIndex:
    """The paragraphs of each style by page, gathered when a field first asks."""

    pages: list[Page]
    _styles: dict[str, tuple[list[int], list[Paragraph]]] = field(default_factory=dict)
    _is_gathered: bool = False

    def text(self, run: FieldRun, page: int) -> str | None:
        r"""Return the first text of the style on a page, the last one with \l; else the nearest before, then after.

        None when no paragraph has the style.
        """
        pages, paragraphs = self._found(run.argument)
        if not pages:
            return None
        start, end = bisect_left(pages, page), bisect_right(pages, page)
        on_page = end - 1 if "l" in run.switches else start
        return _shown(paragraphs[on_page if start < end else max(start - 1, 0)], run.switches)

    def _found(self, name: str) -> tuple[list[int], list[Paragraph]]:
        if not self._is_gathered:
            self._gather()
        wanted = name.strip().lower()
        heading = _HEADING.fullmatch(wanted)
        names = [wanted, f"heading {heading[1]}"] if heading else [wanted]
        return next((self._styles[key] for key in names if key in self._styles), ([], []))

    def _gather(self) -> None:
        self._is_gathered = True
        for index, page in enumerate(self.pages):
            for box in page.paragraphs():
                style = box.paragraph.style
                if box.is_first and box.paragraph.text.strip():
                    for key in _keys(style.style_name, style.style_id):
                        pages, paragraphs = self._styles.setdefault(key, ([], []))
                        pages.append(index)
                        paragraphs.append(box.paragraph)


def _keys(name: str, style_id: str) -> Iterable[str]:
    return {*(part.strip().lower() for part in name.split(",")), style_id.lower()}


def _shown(paragraph: Paragraph, switches: str) -> str:
    if any(switch in switches for switch in "nrw"):
        return paragraph.label.text.rstrip(_FULL_STOP) if paragraph.label is not None else "0"
    return " ".join(paragraph.text.split())
