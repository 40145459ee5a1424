"""Cells as they are stored: position, kind, text and formula."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from pipeline.ingest.excel.formats import NumberFormat

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
GENERAL = NumberFormat()


class CellKind(Enum):
    """What a cell stores."""

    NUMBER = "n"
    TEXT = "s"
    ERROR = "e"
    BOOLEAN = "b"
    DATE = "d"


Position = tuple[int, int]
Area = tuple[int, int, int, int]


@dataclass(frozen=True)
class StoredCell:
    """A cell that holds something. ``formula`` is without ``=``; ``computed`` tells that there is one."""

    row: int
    column: int
    kind: CellKind
    text: str
    formula: str = ""
    computed: bool = False
    format: NumberFormat = GENERAL

    @property
    def address(self) -> str:
        """Return the cell's address, such as D12."""
        return f"{column_name(self.column)}{self.row}"

    @property
    def filled(self) -> bool:
        """Return whether the cell holds something a reader sees or a formula."""
        return self.computed or bool(self.text.strip())


@dataclass
class StoredSheet:
    """A sheet as it is stored."""

    name: str
    hidden: bool = False
    cells: dict[Position, StoredCell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def column_name(column: int) -> str:
    """Return the letters of a column, counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def position(address: str) -> Position | None:
    """Return row and column of an address such as D12, or None when it is none."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def area(text: str) -> Area | None:
    """Return the corners of a range such as B4:C4, or None."""
    first, _, last = text.partition(":")
    start, end = position(first), position(last or first)
    return (*start, *end) if start and end else None


def area_name(corners: Area) -> str:
    """Return a range as Excel writes it."""
    row, column, last_row, last_column = corners
    return f"{column_name(column)}{row}:{column_name(last_column)}{last_row}"
