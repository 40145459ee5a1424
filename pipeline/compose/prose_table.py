"""Tables in prose, with the template's table style and a header row that repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.compose.numbers import is_number
from pipeline.compose.setting import Setting
from pipeline.compose.styles import StyleSheet
from pipeline.compose.xml import Element, element, insert_property, paragraph, plain_text, properties
from pipeline.model.prose import Block, ProseTable, TableCell
from pipeline.ooxml.names import q

CellSetter = Callable[[Iterable[Block], str], list[Element]]
# What the place of a line in its cell follows from.
_LINES = {
    "w:pPr/w:spacing": ("w:before", "w:after", "w:line", "w:lineRule", "w:beforeAutospacing", "w:afterAutospacing"),
    "w:rPr/w:rFonts": ("w:ascii", "w:asciiTheme"),
    "w:rPr/w:sz": ("w:val",),
    "w:rPr/w:position": ("w:val",),
}
_Grid = list[list[tuple[TableCell | None, int]]]


def set_table(table: ProseTable, setting: Setting, set_cell: CellSetter) -> Element:
    """Return the table; ``set_cell`` sets the blocks of a cell in the paragraph style of that name."""
    grid = _grid((*table.head, *table.body))
    columns = max((sum(span for _, span in row) for row in grid), default=1)
    made = element(
        "w:tbl", _table_properties(setting), element("w:tblGrid", *(element("w:gridCol") for _ in range(columns)))
    )
    for index, row in enumerate(grid):
        made.append(_set_row(row, columns, head=index < len(table.head), cell=_styled(setting, set_cell)))
    _align_heads(made, len(table.head), setting)
    return made


def _table_properties(setting: Setting) -> Element:
    style = setting.styles.require(setting.profile.styles.table)
    look = element(
        "w:tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"
    )
    return element("w:tblPr", element("w:tblStyle", val=style), element("w:tblW", w="5000", type="pct"), look)


def _grid(rows: tuple[tuple[TableCell, ...], ...]) -> _Grid:
    """Return the rows with a None for each cell that a cell above reaches into."""
    reach: dict[int, tuple[int, int]] = {}
    grid: _Grid = []
    for cells in rows:
        row: list[tuple[TableCell | None, int]] = []
        queue, column = list(cells), 0
        while queue or reach.get(column, (0, 0))[0]:
            left, span = reach.get(column, (0, 0))
            if left:
                reach[column] = (left - 1, span)
                row.append((None, span))
            else:
                cell = queue.pop(0)
                reach[column] = (cell.rows - 1, cell.columns)
                row.append((cell, cell.columns))
                span = cell.columns
            column += span
        grid.append(row)
    return grid


def _styled(setting: Setting, set_cell: CellSetter) -> Callable[[TableCell, bool], list[Element]]:
    names = setting.profile.styles

    def build(cell: TableCell, head: bool) -> list[Element]:  # noqa: FBT001 - the row it stands in
        made = set_cell(cell.content, names.table_head if head else names.table_text)
        text = " ".join(plain_text(node) for node in made).strip()
        if not head and text and is_number(text):
            made = _number(cell, setting, set_cell)
        return made or [paragraph(setting.styles.require(names.table_text))]

    return build


def _number(cell: TableCell, setting: Setting, set_cell: CellSetter) -> list[Element]:
    """Return a number in the style of numbers; where its lines would stand unlike the texts', in theirs, aligned."""
    names, styles = setting.profile.styles, setting.styles
    text, number = styles.require(names.table_text), styles.require(names.table_number)
    if _line(text, styles) == _line(number, styles):
        return set_cell(cell.content, names.table_number)
    made = set_cell(cell.content, names.table_text)
    for settings in (found for node in made for found in node.iterfind(q("w:pPr"))):
        insert_property(settings, element("w:jc", val=styles.value(number, "w:pPr/w:jc") or "left"))
    return made


def _line(style: str, styles: StyleSheet) -> list[str]:
    return [styles.attribute(style, path, name) for path, names in _LINES.items() for name in names]


def _align_heads(table: Element, heads: int, setting: Setting) -> None:
    """Align the head of each column of numbers as the numbers are, in a table without merged cells."""
    styles = setting.styles
    alignment = styles.value(styles.require(setting.profile.styles.table_number), "w:pPr/w:jc")
    rows = [row.findall(q("w:tc")) for row in table.iterfind(q("w:tr"))]
    if not alignment or any(True for name in ("w:gridSpan", "w:vMerge") for _ in table.iter(q(name))):
        return
    for column in zip(*rows, strict=True):
        texts = [text for cell in column[heads:] if (text := plain_text(cell).strip())]
        if texts and all(map(is_number, texts)):
            for settings in (found for cell in column[:heads] for found in cell.iterfind(f"{q('w:p')}/{q('w:pPr')}")):
                insert_property(settings, element("w:jc", val=alignment))


def _set_row(
    row: list[tuple[TableCell | None, int]],
    columns: int,
    *,
    head: bool,
    cell: Callable[[TableCell, bool], list[Element]],
) -> Element:
    settings = [element("w:cantSplit"), *([element("w:tblHeader")] if head else [])]
    made = element("w:tr", element("w:trPr", *settings))
    for one, span in row:
        merge = "" if one and one.rows == 1 else "restart" if one else "continue"
        made.append(_set_cell(span, merge, cell(one, head) if one else []))
    missing = columns - sum(span for _, span in row)
    made.extend(_set_cell(1, "", []) for _ in range(missing))
    return made


def _set_cell(span: int, merge: str, content: list[Element]) -> Element:
    settings = [element("w:tcW", w="0", type="auto")]
    if span > 1:
        settings.append(element("w:gridSpan", val=str(span)))
    if merge:
        settings.append(element("w:vMerge", val=merge))
    last = [] if content and content[-1].tag == q("w:p") else [element("w:p")]
    return element("w:tc", properties("tcPr", settings), *content, *last)
