"""Lists of amounts in the prose that end in their total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.validate.line import Line
from pipeline.validate.numbers.readings import Reading
from pipeline.validate.numbers.units import MONEY

_TOTAL = re.compile(r"(?:totalt|summa|sammanlagt|sammantaget|tillsammans|netto|total)\b", re.IGNORECASE)


def lists_with_totals(lines: Iterable[Line], readings: Iterable[Reading]) -> Iterator[tuple[list[Reading], Reading]]:
    """Yield the amounts of lines with one each, and that of the line after them that begins with a word for total."""
    by_line: dict[int, list[Reading]] = {}
    for each in readings:
        if each.mention.unit.family == MONEY:
            by_line.setdefault(id(each.line), []).append(each)
    group: list[Reading] = []
    for line in lines:
        found = by_line.get(id(line), [])
        if len(found) != 1 or line.is_heading:
            group = []
        elif _TOTAL.match(line.text.strip()) and len(group) > 1:
            yield group, found[0]
            group = []
        else:
            group.append(found[0])
