"""Plain text as Markdown: typed bullets are items, and a line too long to be broken by hand is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

LONGEST_BROKEN = 160  # characters of a line that someone may have broken by hand
_BULLET = re.compile(r"^([ \t]*)[·•▪●○◦‣][ \t]+")
_NO_PARAGRAPH = re.compile(r"[ \t]*(?:\||=+[ \t]*$|-+[ \t]*$)")  # a row of a table, the line below a heading


def as_markdown(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a plain text as Markdown, and for each of its lines the number, from 0, of the one that it was made of.

    An editor that wraps, and Word's own export, write each paragraph as one line without an empty one between: so
    where one of the lines that follow each other is longer than anyone breaks them, each is a paragraph.
    """
    made = list(_lines(text.split("\n")))
    return "\n".join(line for line, _ in made), tuple(number for _, number in made)


def _lines(lines: list[str]) -> Iterator[tuple[str, int]]:
    for has_words, group in groupby(enumerate(lines), key=lambda numbered: bool(numbered[1].strip())):
        block = [(_BULLET.sub(r"\1- ", line), number) for number, line in group]
        if not has_words or not any(_is_paragraph(line) for line, _ in block):
            yield from block
            continue
        for at, (line, number) in enumerate(block):
            if at and not _NO_PARAGRAPH.match(line):
                yield "", number
            yield line, number


def _is_paragraph(line: str) -> bool:
    return len(line) > LONGEST_BROKEN and " " in line.strip() and not _NO_PARAGRAPH.match(line)
