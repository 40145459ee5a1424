"""Building blocks of the templates: paragraphs with tags, tables with loops, headers and sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from typografi import Typography, twips_of_mm

from pipeline.compose.xml import Element, element, field_char, field_instruction, paragraph, properties, run, text_run

NO_BREAK_SPACE = "\u00a0"


def text(style: str, words: str) -> Element:
    """Return a paragraph; a tab character becomes a tab."""
    made: list[Element] = []
    for number, piece in enumerate(words.split("\t")):
        made += [run(element("w:tab"))] if number else []
        made += [text_run(piece)] if piece else []
    return paragraph(style, *made)


def tag(words: str) -> Element:
    """Return a paragraph that holds one tag that takes the paragraph with it."""
    return paragraph("BodyText", text_run(words))


def field(instruction: str, shown: str) -> list[Element]:
    """Return the runs of a complex field with its stored result."""
    return [
        field_char("begin"),
        field_instruction(instruction),
        field_char("separate"),
        text_run(shown),
        field_char("end"),
    ]


def page_of_pages() -> list[Element]:
    """Return ``1 (1)`` as fields, with a no-break space."""
    return [*field("PAGE", "1"), text_run(f"{NO_BREAK_SPACE}("), *field("NUMPAGES", "1"), text_run(")")]


def cell(style: str, words: str, width: int = 0) -> Element:
    """Return a table cell with one paragraph; a width of 0 leaves it to the content."""
    size = element("w:tcW", w=str(width), type="dxa" if width else "auto")
    return element("w:tc", properties("tcPr", [size]), text(style, words))


def row(cells: Iterable[Element], *, head: bool = False) -> Element:
    """Return a row that does not break over pages; a head row repeats on each."""
    settings = element("w:trPr", element("w:cantSplit"), *([element("w:tblHeader")] if head else []))
    return element("w:tr", settings, *cells)


def loop(kind: str, opening: str, content: Sequence[Element], style: str = "Tabelltext") -> list[Element]:
    """Return cells or rows between the tags of a loop or a condition: ``kind`` is ``tc`` or ``tr``."""
    word = opening.split(maxsplit=1)[0]
    ends = (f"{{%{kind} {opening} %}}", f"{{%{kind} end{word} %}}")
    before, after = (cell(style, end) if kind == "tc" else tag_row(end) for end in ends)
    return [before, *content, after]


def tag_row(words: str) -> Element:
    """Return a row that holds one tag that takes the row with it."""
    return element("w:tr", cell("Tabelltext", words))


def table(style: str, rows: Sequence[Element], caption: str, *, columns: int, fixed: int = 0) -> Element:
    """Return a table; ``fixed`` is the width of each column.

    Without it the columns are fitted to what they hold, and the first of them names the rows.
    """
    width = element("w:tblW", w="0", type="auto") if fixed else element("w:tblW", w="5000", type="pct")
    layout = [element("w:tblLayout", type="fixed")] if fixed else []
    named = {"val": "0620", "firstColumn": "0"} if fixed else {"val": "06A0", "firstColumn": "1"}
    look = element("w:tblLook", firstRow="1", lastRow="0", lastColumn="0", noHBand="1", noVBand="1", **named)
    settings = element(
        "w:tblPr", element("w:tblStyle", val=style), width, *layout, look, element("w:tblCaption", val=caption)
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=str(fixed or 1000)) for _ in range(columns)))
    return element("w:tbl", settings, grid, *rows)


def section(t: Typography, headers: dict[str, str], *, first_differs: bool) -> Element:
    """Return section properties; ``headers`` go from type (first, default) to relationship id."""
    made = element(
        "w:sectPr", *(element("w:headerReference", type=kind, r__id=identity) for kind, identity in headers.items())
    )
    made.append(element("w:type", val="nextPage"))
    made.append(element("w:pgSz", w=str(twips_of_mm(t.page_width)), h=str(twips_of_mm(t.page_height))))
    sides = {"top": t.margin_top, "right": t.margin_right, "bottom": t.margin_bottom, "left": t.margin_left,
             "header": t.header_distance, "footer": t.footer_distance, "gutter": 0}  # fmt: skip
    made.append(element("w:pgMar", **{side: str(twips_of_mm(size)) for side, size in sides.items()}))
    if first_differs:
        made.append(element("w:titlePg"))
    return made


def header(*paragraphs: Element) -> Element:
    """Return the root of a header part."""
    return element("w:hdr", *paragraphs)


def first_header() -> Element:
    """Return the header of the first page: the wordmark in type over a thin rule, and the page."""
    words = text("Ordmarke", "{{ kommun.namn }}\t")
    page = page_of_pages()
    for one in page:
        one.insert(0, properties("rPr", [element("w:rStyle", val="PageNumber")]))
    words.extend(page)
    return header(words)


def next_header(words: str) -> Element:
    """Return the header of the following pages: tabbed words and the page at the right margin."""
    made = text("Sidhuvudfoljande", words + "\t")
    made.extend(page_of_pages())
    return header(made)
