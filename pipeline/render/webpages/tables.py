"""The tables of a page as w:tbl: spans, widths, borders and grounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.render.webpages.looks import look_of, twips
from pipeline.render.webpages.measures import color, points, share
from pipeline.render.webpages.writer import Around, Writer, border

MOST_COLUMNS = 63  # as in Word
MOST_ROWS = 20_000
_SIDES = ("top", "left", "bottom", "right")
_ROWS = {"tr"}
_GROUPS = {"thead", "tbody", "tfoot"}
_ALIGNS = {"top": "top", "middle": "center", "bottom": "bottom"}
_Span = tuple[int, int]  # rows left, columns wide


@dataclass(frozen=True, slots=True)
class _Given:
    """What a table says of all its cells: whether they have borders, and their padding in points."""

    lines: str
    padding: float | None


def write_table(writer: Writer, node: etree._Element, around: Around) -> str:
    """Return a table element as w:tbl, its caption as a paragraph above it."""
    css = writer.sheet.of(node)
    look = replace(look_of(node, css, around.look), ground="")
    around = replace(
        around, look=look, box=replace(around.box, left=0.0, right=0.0, style="", align=""), level=-1, items=None
    )
    above = "".join(_caption(writer, item, around) for item in node.iterchildren("caption"))
    rows = [(row, group) for row, group in _rows(node)][:MOST_ROWS]
    given = _Given(_lines(node, css), points(node.get("cellpadding") or ""))
    body = "".join(_body(writer, rows, around, given))
    if not body:
        return above
    return f"{above}<w:tbl><w:tblPr>{_properties(node, css, given)}</w:tblPr>{body}</w:tbl>"


def _caption(writer: Writer, node: etree._Element, around: Around) -> str:
    inner = writer.inner()
    inner.children(node, replace(around, box=replace(around.box, align="center")))
    return inner.written()


def _rows(node: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the rows with the group that each stands in, those of the foot last."""
    found: list[tuple[etree._Element, str]] = []
    for item in node.iterchildren("*"):
        if item.tag in _ROWS:
            found.append((item, ""))
        elif item.tag in _GROUPS:
            found += [(row, str(item.tag)) for row in item.iterchildren("tr")]
    yield from (pair for pair in found if pair[1] != "tfoot")
    yield from (pair for pair in found if pair[1] == "tfoot")


@dataclass
class _Row:
    """A row while it is written: ``spans`` go on from the rows above, ``below`` into the next one, by column."""

    spans: Mapping[int, _Span]
    lines: str
    cells: list[str] = field(default_factory=list)
    below: dict[int, _Span] = field(default_factory=dict)
    column: int = 0

    def go_on(self) -> None:
        """Write the cells that go on from above at the next column and behind it."""
        while self.column in self.spans:
            left, wide = self.spans[self.column]
            self._empty(wide, "<w:vMerge/>")
            if left > 1:
                self.below[self.column] = (left - 1, wide)
            self.column += wide

    def take(self, cell: str, wide: int, high: int) -> None:
        """Add a cell."""
        self.cells.append(cell)
        if high > 1:
            self.below[self.column] = (high - 1, wide)
        self.column += wide

    def end(self) -> None:
        """Write what goes on from above beyond the row's own cells, with empty cells between."""
        for column in sorted(column for column in self.spans if column >= self.column):
            if column > self.column:
                self._empty(column - self.column, "")
                self.column = column
            self.go_on()

    def _empty(self, wide: int, merged: str) -> None:
        span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
        lines = f"<w:tcBorders>{self.lines}</w:tcBorders>" if self.lines else ""
        self.cells.append(f"<w:tc><w:tcPr>{span}{merged}{lines}</w:tcPr><w:p/></w:tc>")


def _body(writer: Writer, rows: list[tuple[etree._Element, str]], around: Around, given: _Given) -> Iterator[str]:
    """Yield the rows; a cell over several rows goes on in each of them as an empty one."""
    spans: Mapping[int, _Span] = {}
    for node, group in rows:
        row = _Row(spans, given.lines)
        for item in node.iterchildren("td", "th"):
            row.go_on()
            wide, high = _span(item, "colspan", MOST_COLUMNS), _span(item, "rowspan", MOST_ROWS)
            if row.column + wide > MOST_COLUMNS:
                break
            row.take(_cell(writer, item, around, given), wide, high)
        row.end()
        spans = row.below
        if row.cells:
            header = "<w:tblHeader/>" if group == "thead" else ""
            yield f"<w:tr><w:trPr>{header}</w:trPr>{''.join(row.cells)}</w:tr>"


def _span(node: etree._Element, name: str, most: int) -> int:
    return min(max(_whole(node.get(name)), 1), most)


def _cell(writer: Writer, node: etree._Element, around: Around, given: _Given) -> str:
    css = writer.sheet.of(node)
    look = replace(look_of(node, css, around.look), ground="")
    align = (css.get("text-align") or node.get("align") or ("center" if node.tag == "th" else "")).lower()
    box = replace(around.box, align={"justify": "both"}.get(align, align) if align in _SIDE_WORDS else "")
    inner = writer.inner()
    inner.children(node, replace(around, look=look, box=box))
    wide, high = _span(node, "colspan", MOST_COLUMNS), _span(node, "rowspan", MOST_ROWS)
    ground = color(css.get("background-color", "")) or color(node.get("bgcolor") or "")
    valign = _ALIGNS.get((css.get("vertical-align") or node.get("valign") or "middle").lower(), "top")
    lines = "".join(_line(side, css) for side in _SIDES) or given.lines
    parts = (
        (True, _width("w:tcW", css.get("width") or node.get("width") or "")),
        (wide > 1, f'<w:gridSpan w:val="{wide}"/>'),
        (high > 1, '<w:vMerge w:val="restart"/>'),
        (lines, f"<w:tcBorders>{lines}</w:tcBorders>"),
        (ground, f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'),
        (css.get("white-space") == "nowrap" or node.get("nowrap") is not None, "<w:noWrap/>"),
        (True, _padding(css)),
        (valign, f'<w:vAlign w:val="{valign}"/>'),
    )
    inside = inner.written() or f"<w:p><w:pPr>{box.xml()}</w:pPr></w:p>"
    end = "<w:p/>" if inside.endswith("</w:tbl>") else ""
    return f"<w:tc><w:tcPr>{''.join(xml for held, xml in parts if held)}</w:tcPr>{inside}{end}</w:tc>"


_SIDE_WORDS = {"left", "right", "center", "justify"}


def _line(side: str, css: Mapping[str, str]) -> str:
    return border(side, css.get(f"border-{side}", ""))


def _lines(node: etree._Element, css: Mapping[str, str]) -> str:
    """Return the borders that the border attribute gives each cell."""
    if _whole(node.get("border")) < 1 and node.get("border") != "":
        return ""
    return "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="auto"/>' for side in _SIDES)


def _properties(node: etree._Element, css: Mapping[str, str], given: _Given) -> str:
    """Return the w:tblPr: width, place, borders around it and the padding of its cells."""
    own = "".join(_line(side, css) for side in _SIDES)
    if not own and given.lines:
        width = min(max(_whole(node.get("border")), 1) * 6, 96)
        own = "".join(f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="auto"/>' for side in _SIDES)
    padding = twips(0.75 if given.padding is None else max(given.padding, 0.0))
    sides = "".join(f'<w:{side} w:w="{padding}" w:type="dxa"/>' for side in _SIDES)
    apart = css.get("border-collapse", "").lower() != "collapse" and _whole(node.get("cellspacing") or "2") > 0
    gap = max(_whole(node.get("cellspacing") or "2"), 0)
    align = (node.get("align") or "").lower()
    if css.get("margin-left") == css.get("margin-right") == "auto":
        align = "center"
    parts = (
        (True, _width("w:tblW", css.get("width") or node.get("width") or "")),
        (align in {"center", "right"}, f'<w:jc w:val="{align}"/>'),
        (apart and (own or given.lines), f'<w:tblCellSpacing w:w="{min(gap, 20) * 15 // 2}" w:type="dxa"/>'),
        (own, f"<w:tblBorders>{own}</w:tblBorders>"),
        (True, f"<w:tblCellMar>{sides}</w:tblCellMar>"),
        (True, '<w:tblLook w:val="0000"/>'),
    )
    return "".join(xml for held, xml in parts if held)


def _width(name: str, text: str) -> str:
    part, length = share(text), points(text)
    if part:
        return f'<{name} w:w="{round(min(part, 1.0) * 5000)}" w:type="pct"/>'
    if length and length > 0:
        return f'<{name} w:w="{twips(length)}" w:type="dxa"/>'
    return f'<{name} w:w="0" w:type="auto"/>'


def _padding(css: Mapping[str, str]) -> str:
    found = [(side, points(css.get(f"padding-{side}", ""))) for side in _SIDES]
    sides = "".join(
        f'<w:{side} w:w="{twips(max(length, 0.0))}" w:type="dxa"/>' for side, length in found if length is not None
    )
    return f"<w:tcMar>{sides}</w:tcMar>" if sides else ""


def _whole(text: str | None) -> int:
    try:
        return min(max(int(float((text or "0").strip().rstrip("px") or 0)), 0), 100_000)
    except (ValueError, OverflowError):
        return 0
