"""The widths of table columns, computed from what stands in them, so that every program lays them out alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.compose.alignment import align_decimals
from pipeline.compose.measure import Measure
from pipeline.compose.numbers import is_number
from pipeline.compose.setting import Setting
from pipeline.compose.xml import Element, element, plain_text
from pipeline.findings.catalogue import finding
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q
from pipeline.ooxml.numbers import number, whole

_LAYOUT_AFTER = ("tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange")
_FULL = 5000
MAX_COLUMNS = 63  # of Word itself


@dataclass(frozen=True)
class Column:
    """What a column needs: the narrowest and the natural width in twentieths of a point, and whether it is numbers."""

    narrow: float
    natural: float
    numbers: bool


def too_wide(document: Element) -> Iterator[int]:
    """Yield the number of columns of each table that has more than Word can open."""
    for table in document.iter(q("w:tbl")):
        columns = max((len(row.findall(q("w:tc"))) for row in table.iterfind(q("w:tr"))), default=0)
        if columns > MAX_COLUMNS:
            yield columns


def fit_tables(setting: Setting, measure: Measure, place: WordOrigin) -> None:
    """Set the widths of every table: those with automatic layout from their content, the others from their cells."""
    for table in setting.draft.document.iter(q("w:tbl")):
        if _is_fixed(table):
            _write_grid(table, _cell_widths(table))
        elif table.getparent() is setting.draft.document.find(q("w:body")):
            _fit(table, setting, measure, place)


def _is_fixed(table: Element) -> bool:
    layout = table.find(f"{q('w:tblPr')}/{q('w:tblLayout')}")
    return layout is not None and layout.get(q("w:type")) == "fixed"


def _cell_widths(table: Element) -> list[int]:
    first = table.find(q("w:tr"))
    cells = [] if first is None else first.findall(q("w:tc"))
    widths = [cell.find(f"{q('w:tcPr')}/{q('w:tcW')}") for cell in cells]
    return [0 if width is None else whole(width.get(q("w:w"))) for width in widths]


def _write_grid(table: Element, widths: Sequence[int]) -> None:
    grid = table.find(q("w:tblGrid"))
    if grid is None or not all(widths):
        return
    grid[:] = [element("w:gridCol", w=str(width)) for width in widths]


def _fit(table: Element, setting: Setting, measure: Measure, place: WordOrigin) -> None:
    columns = _columns(table, measure)
    available, fill = _available(table, measure)
    if not columns:
        return
    narrow = sum(column.narrow for column in columns)
    if narrow > available:
        words = " ".join(plain_text(cell) for cell in next(table.iter(q("w:tr"))).iter(q("w:tc"))).strip()[:60]
        message = (
            f"tabellens {len(columns)} kolumner behöver {narrow / 20:.0f} punkter men sidan ger {available / 20:.0f}"
        )
        setting.findings.add(finding("KOM302", f"{message} (”{words}”)", place))
    widths = [round(width) for width in share_width(columns, available, fill=fill)]
    _write_grid(table, widths)
    _write_cells(table, widths)
    align_decimals(table, widths, measure, setting.profile.numbers.decimal)


def share_width(columns: Sequence[Column], available: float, *, fill: bool) -> list[float]:
    """Return a width for each column; they add up to ``available`` where ``fill`` asks for it or the text needs it.

    Columns of numbers are made equal where there is room, on one line if that takes less than half of the table; the
    others share the rest by what they hold.
    """
    columns = _even_numbers(columns, available)
    narrow = sum(column.narrow for column in columns)
    natural = sum(column.natural for column in columns)
    if narrow >= available:
        return [available * column.narrow / narrow for column in columns]
    if natural <= available:
        spare = available - natural if fill else 0.0
        return _spread([column.natural for column in columns], columns, spare)
    slack = (available - narrow) / (natural - narrow)
    return [column.narrow + slack * (column.natural - column.narrow) for column in columns]


def _even_numbers(columns: Sequence[Column], available: float) -> list[Column]:
    numbers = [column for column in columns if column.numbers]
    on_one_line = len(numbers) * max((c.natural for c in numbers), default=0.0) <= available / 2
    widest = max((column.natural if on_one_line else column.narrow for column in numbers), default=0.0)
    even = [Column(widest, widest, numbers=True) if column.numbers else column for column in columns]
    labels = [column for column in columns if not column.numbers]
    wanted = sum(max(column.narrow, min(column.natural, available / 4)) for column in labels)
    room = available - sum(column.narrow for column in even if column.numbers)
    if labels and room >= wanted:
        return even
    return [Column(c.narrow, c.narrow, numbers=True) if c.numbers else c for c in columns] if labels else list(columns)


def _spread(widths: list[float], columns: Sequence[Column], spare: float) -> list[float]:
    """Return the widths with ``spare`` shared: by the words' columns where there are any, else by all alike."""
    takers = [not column.numbers for column in columns]
    if not any(takers):
        takers = [True] * len(columns)
    total = sum(width for width, takes in zip(widths, takers, strict=True) if takes)
    if total <= 0:
        return widths  # a template whose sizes are none
    shares = (width / total * spare if takes else 0.0 for width, takes in zip(widths, takers, strict=True))
    return [width + share for width, share in zip(widths, shares, strict=True)]


def _columns(table: Element, measure: Measure) -> list[Column]:
    margins = measure.cell_margins(table)
    needs: dict[int, tuple[float, float, bool]] = {}
    for line, row in enumerate(table.findall(q("w:tr"))):
        index = 0
        for cell in row.findall(q("w:tc")):
            span = _span(cell)
            if span == 1:
                narrow, natural = measure.cell(cell)
                old = needs.get(index, (0.0, 0.0, True))
                numeric = old[2] and (line == 0 or is_number(plain_text(cell))) and index > 0
                needs[index] = (max(old[0], narrow + margins), max(old[1], natural + margins), numeric)
            index += span
        for unmeasured in range(index):
            needs.setdefault(unmeasured, (margins, margins, True))
    return [Column(*needs[index]) for index in sorted(needs)]


def _span(cell: Element) -> int:
    span = cell.find(f"{q('w:tcPr')}/{q('w:gridSpan')}")
    return 1 if span is None else min(max(whole(span.get(q("w:val")), 1), 1), MAX_COLUMNS)


def _available(table: Element, measure: Measure) -> tuple[float, bool]:
    """Return the width a table may take and whether it shall take all of it."""
    page = measure.text_width(table)
    width = table.find(f"{q('w:tblPr')}/{q('w:tblW')}")
    kind = "auto" if width is None else width.get(q("w:type"), "auto")
    value = "0" if width is None else width.get(q("w:w"), "0")
    if kind == "pct":
        share = number(value.rstrip("%")) / 100 if value.endswith("%") else number(value) / _FULL
        return page * share, True
    return (number(value), True) if kind == "dxa" and number(value) > 0 else (page, False)


def _write_cells(table: Element, widths: Sequence[int]) -> None:
    settings = table.find(q("w:tblPr"))
    assert settings is not None, "a table that we made or Word saved has properties"
    _set_layout(settings, sum(widths))
    for row in table.findall(q("w:tr")):
        index = 0
        for cell in row.findall(q("w:tc")):
            span = _span(cell)
            _set_cell_width(cell, sum(widths[index : index + span]))
            index += span


def _set_layout(settings: Element, total: int) -> None:
    for name in ("w:tblW", "w:tblLayout"):
        for old in settings.findall(q(name)):
            settings.remove(old)
    before = {
        q(f"w:{name}")
        for name in ("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize")
    }
    settings.insert(sum(child.tag in before for child in settings), element("w:tblW", w=str(total), type="dxa"))
    after = {q(f"w:{name}") for name in _LAYOUT_AFTER}
    place = len(settings) - sum(child.tag in after for child in settings)
    settings.insert(place, element("w:tblLayout", type="fixed"))


def _set_cell_width(cell: Element, width: int) -> None:
    settings = cell.find(q("w:tcPr"))
    if settings is None:
        settings = element("w:tcPr")
        cell.insert(0, settings)
    for old in settings.findall(q("w:tcW")):
        settings.remove(old)
    first = settings.find(q("w:cnfStyle"))
    settings.insert(0 if first is None else 1, element("w:tcW", w=str(width), type="dxa"))
