"""Where a value came from, structured by the medium it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, order=True)
class TextOrigin:
    """A place in a text file: line and column count from 1."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return the place as an editor takes it: ``arende.yaml:3:1``."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True)
class CellOrigin:
    """A cell of a workbook, or a whole sheet when ``cell`` is empty."""

    file: str
    sheet: str
    cell: str = ""

    def __str__(self) -> str:
        """Return the place as ``ekonomi.xlsx!Blad!B4``."""
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part)


@dataclass(frozen=True, order=True)
class WordOrigin:
    """A paragraph of a Word file: the headings above it and its number, counted from 1, under the last of them."""

    file: str
    headings: tuple[str, ...] = ()
    paragraph: int = 0
    part: str = ""

    def __str__(self) -> str:
        """Return the place as ``fil.docx › Rubrik › stycke 3``."""
        steps = [self.file, self.part, *self.headings]
        if self.paragraph:
            steps.append(f"stycke {self.paragraph}")
        return " › ".join(step for step in steps if step)


Origin = TextOrigin | CellOrigin | WordOrigin


@dataclass(frozen=True)
class Sourced(Generic[T_co]):
    """A value with the place it was read from."""

    value: T_co
    origin: Origin

    def __str__(self) -> str:
        """Return the value as text."""
        return str(self.value)
