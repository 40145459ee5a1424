"""Odd tables and cells."""

from __future__ import annotations

from tests.render.docx import (
    HEADER_ROW,
    Docx,
    cell,
    note,
    page_break,
    paragraph,
    reference,
    row,
    run,
    section_end,
    separators,
    table,
)
from tests.render.odd.parts import (
    SENTENCE,
    Made,
    P,
)


def tables() -> Made:
    """Yield such documents."""
    for name, props in {
        "span of nothing": '<w:gridSpan w:val="0"/>',
        "negative span": '<w:gridSpan w:val="-3"/>',
        "huge span": '<w:gridSpan w:val="99999999"/>',
        "span of a word": '<w:gridSpan w:val="två"/>',
        "merge without start": "<w:vMerge/>",
        "merge that starts": '<w:vMerge w:val="restart"/>',
        "merge to the side": '<w:hMerge w:val="restart"/>',
        "merge on to the side": '<w:hMerge w:val="continue"/>',
        "odd merge": '<w:vMerge w:val="x"/>',
        "width auto": '<w:tcW w:w="auto" w:type="auto"/>',
        "width percent": '<w:tcW w:w="50%" w:type="pct"/>',
        "width nil": '<w:tcW w:w="0" w:type="nil"/>',
        "width huge": '<w:tcW w:w="999999999" w:type="dxa"/>',
        "width below nothing": '<w:tcW w:w="-500" w:type="dxa"/>',
        "width float": '<w:tcW w:w="12.5" w:type="dxa"/>',
        "text up": '<w:textDirection w:val="btLr"/>',
        "text down": '<w:textDirection w:val="tbRl"/>',
        "odd direction": '<w:textDirection w:val="x"/>',
        "no wrap": "<w:noWrap/>",
        "fit": "<w:tcFitText/>",
        "margins": '<w:tcMar><w:left w:w="99999" w:type="dxa"/><w:top w:w="-9" w:type="dxa"/></w:tcMar>',
    }.items():
        for layout in ("fixed", "autofit"):
            rows = (
                row(cell(SENTENCE, props=props), "b", "c")
                + row("d", cell("e", props=props), "f")
                + row("g", "h", cell("i", props=props))
            )
            yield f"{name}, {layout}", Docx(table(rows, props=f'<w:tblLayout w:type="{layout}"/>'))
    for name, props in {
        "before huge": '<w:gridBefore w:val="9999"/>',
        "after huge": '<w:gridAfter w:val="9999"/>',
        "before negative": '<w:gridBefore w:val="-2"/>',
        "height huge": '<w:trHeight w:val="99999999" w:hRule="exact"/>',
        "height nothing": '<w:trHeight w:val="0" w:hRule="exact"/>',
        "hidden": "<w:hidden/>",
        "height least": '<w:trHeight w:val="40000"/>',
        "height one": '<w:trHeight w:val="1" w:hRule="exact"/>',
        "may not break": "<w:cantSplit/>",
        "header": HEADER_ROW,
        "spacing": '<w:tblCellSpacing w:w="9999" w:type="dxa"/>',
    }.items():
        yield f"row {name}", Docx(table(row(SENTENCE, "b", props=props), row("c", "d")) + P)
        yield f"all rows {name}", Docx(table(row(SENTENCE, "b", props=props) * 90) + P)
    for name, props in {
        "width huge": '<w:tblW w:w="99999999" w:type="dxa"/>',
        "width nothing": '<w:tblW w:w="0" w:type="auto"/>',
        "indent": '<w:tblInd w:w="-99999" w:type="dxa"/>',
        "no style": '<w:tblStyle w:val="saknas"/>',
        "spacing": '<w:tblCellSpacing w:w="200" w:type="dxa"/>',
        "bidi": "<w:bidiVisual/>",
        "look": '<w:tblLook w:val="FFFF"/>',
        "floating far": '<w:tblpPr w:tblpX="999999" w:tblpY="-999999"/>',
        "floating": '<w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="9" w:tblpY="9"/>',
        "caption": '<w:tblCaption w:val="Rubrik"/><w:tblDescription w:val="Beskrivning"/>',
    }.items():
        yield f"table {name}", Docx(table(row("a", "b") * 60, props=props) + P)
    yield "63 columns", Docx(table(row(*["x"] * 63), widths=(150,) * 63))
    yield "200 columns", Docx(table(row(*["x"] * 200), widths=(50,) * 200))
    yield "no grid", Docx(f"<w:tbl><w:tblPr/>{row('a', 'b')}{row('c')}</w:tbl>")
    yield "an empty grid", Docx(f"<w:tbl><w:tblPr/><w:tblGrid/>{row('a', 'b')}</w:tbl>")
    yield "grid of nothing", Docx(table(row("a", "b"), widths=(0, 0)))
    yield "grid below nothing", Docx(table(row("a", "b"), widths=(-50, 9_999_999)))
    yield "ragged", Docx(table(row("a"), row("b", "c", "d"), row(), row("e", "f")))
    yield "rows of nothing", Docx(table(row(), row()) + P)
    yield "tables after each other", Docx(table(row("a")) + table(row("b")) + P)
    yield (
        "merged over everything",
        Docx(table(row(cell("a", props='<w:vMerge w:val="restart"/>')), *[row(cell("", props="<w:vMerge/>"))] * 300)),
    )
    start, go_on = '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>', '<w:gridSpan w:val="3"/><w:vMerge/>'
    yield (
        "merged cells of other widths",
        Docx(table(row(cell("a", props=start), "b"), row(cell("kvar", props=go_on)), widths=(900,) * 3)),
    )
    yield (
        "text in merged cells",
        Docx(table(row(cell("a", props='<w:vMerge w:val="restart"/>')), row(cell("dolt", props="<w:vMerge/>")))),
    )
    yield "headers to the end", Docx(table(*[row("rubrik", "a", props=HEADER_ROW)] * 120))


def cells() -> Made:
    """Yield such documents."""
    yield "no paragraph", Docx("<w:tbl><w:tr><w:tc/><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>")
    yield "a table alone", Docx(f"<w:tbl><w:tr><w:tc>{table(row('inre'))}</w:tc></w:tr></w:tbl>")
    yield "a run alone", Docx(f"<w:tbl><w:tr><w:tc>{run('körning')}</w:tc></w:tr></w:tbl>{P}")
    yield (
        "sdt around a cell",
        Docx(f"<w:tbl><w:tr><w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt></w:tr></w:tbl>"),
    )
    yield "sdt around a row", Docx(f"<w:tbl><w:sdt><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt></w:tbl>")
    yield "a row in a cell", Docx(f"<w:tbl><w:tr><w:tc>{row('a')}</w:tc></w:tr></w:tbl>{P}")
    yield "a break", Docx(table(row(cell(paragraph(page_break(), run("efter"), page_break()))), row("b")))
    yield "a section", Docx(table(row(cell(paragraph("a", props=section_end())), "b")) + P)
    yield (
        "a footnote",
        Docx(table(row(cell(paragraph(run("a"), reference(1))))), footnotes=separators() + note(1, "not")),
    )
    yield (
        "bookmarks around",
        Docx(f'<w:tbl><w:bookmarkStart w:id="1" w:name="a"/>{row("a", "b")}<w:bookmarkEnd w:id="1"/></w:tbl>'),
    )


KINDS = (
    tables,
    cells,
)
