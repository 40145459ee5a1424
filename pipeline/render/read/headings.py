"""What a table of contents lists: the paragraphs of a document that its instruction asks for (17.16.5.68)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.render.read.fieldcodes import Code
from pipeline.render.tree import Block, Paragraph, Table

_RANGE = re.compile(r"([1-9])\s*[-–]\s*([1-9])|([1-9])")
_HEADING = re.compile(r"heading ([1-9])")
# Lists of what cannot be told from the paragraphs alone keep their stored entries.
_UNKNOWN = frozenset("bfl")


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """A paragraph that a table of contents lists, at a level from 1."""

    paragraph: Paragraph
    level: int

    @property
    def label(self) -> str:
        """Return the number that stands before it, "" for none."""
        return self.paragraph.label.text.strip() if self.paragraph.label is not None else ""

    @property
    def text(self) -> str:
        """Return its text on one line."""
        return " ".join(self.paragraph.text.split())


Level = Callable[[Paragraph], int]


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield all paragraphs, those in tables too, in their order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


def headings_for(code: Code, blocks: Iterable[Block], captions: dict[str, set[int]], part: str) -> list[Heading] | None:
    """Return what a TOC instruction lists, None for one that cannot be reckoned.

    ``captions`` are the paragraphs of the main part with a SEQ field, by the field's name.
    """
    if any(code.has(switch) for switch in _UNKNOWN):
        return None
    name = code.switches.get("c") or code.switches.get("a") or ""
    if code.has("c") or code.has("a"):
        level_of = _captioned(captions.get(name.lower(), set()), part)
    else:
        level_of = _level_by(code)
    listed = (paragraph for paragraph in paragraphs_of(blocks) if _may_be_listed(paragraph))
    return [Heading(paragraph, level) for paragraph in listed if (level := level_of(paragraph))]


def _captioned(numbers: set[int], part: str) -> Level:
    return lambda paragraph: int(paragraph.place.part == part and paragraph.place.paragraph in numbers)


def _level_by(code: Code) -> Level:
    low, high = _range(code.switches.get("o", ""))
    by_name = _named(code.switches.get("t", ""))
    by_style = code.has("o") or not (by_name or code.has("u"))
    by_outline = code.has("u")

    def level_of(paragraph: Paragraph) -> int:
        name = paragraph.style.style_name.lower()
        if name in by_name:
            return by_name[name]
        heading = _HEADING.fullmatch(name) if by_style else None
        level = int(heading[1]) if heading else 0
        if not level and by_outline and paragraph.style.outline_level is not None:
            level = paragraph.style.outline_level + 1
        return level if low <= level <= high else 0

    return level_of


def _range(text: str) -> tuple[int, int]:
    match = _RANGE.search(text)
    if match is None:
        return 1, 9
    return (int(match[1]), int(match[2])) if match[1] else (1, int(match[3]))


def _named(text: str) -> dict[str, int]:
    """Return the levels of styles by name (``"Bilaga,1,Underbilaga,2"``; lists are parted by semicolons too)."""
    parts = [part.strip() for part in re.split("[,;]", text)]
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return {name.lower(): int(level) for name, level in pairs if name and level.isdecimal() and 0 < int(level) < 10}


def _may_be_listed(paragraph: Paragraph) -> bool:
    """Return whether a paragraph has text, is no entry itself and is not the title of a table of contents."""
    is_title = paragraph.style.style_name.lower() == "toc heading"
    return not paragraph.contents and not is_title and bool(paragraph.text.strip())
