"""Chapter numbers before page numbers (w:chapStyle, 17.6.12): that of the page's first heading, or the one before."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.render.layout.page import Page


def number_chapters(pages: Sequence[Page]) -> None:
    """Give the pages of sections that print it the number of their chapter."""
    levels = {page.setup.chapter_level for page in pages if page.setup.chapter_level}
    for level in sorted(levels):
        current = ""
        for page in pages:
            found = _chapters(page, level)
            if page.setup.chapter_level == level:
                page.chapter = found[0] if found else current
            current = found[-1] if found else current


def _chapters(page: Page, level: int) -> list[str]:
    """Return the numbers of the headings of a level that begin on a page."""
    return [
        box.paragraph.label.text.strip(" .)")
        for box in page.paragraphs()
        if box.is_first
        and box.paragraph.label is not None
        and box.paragraph.style.style_name.lower() == f"heading {level}"
    ]
