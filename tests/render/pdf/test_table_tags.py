"""The elements of tables: heads and bodies, IDs of headers that span, captions, and no ragged row."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf

from tests.render.docx import HEADER_ROW, STYLES, Docx, cell, paragraph, row, table
from tests.render.pdffile import tag_tree
from tests.render.rendering import made

CAPTION = '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'


def tree(xml: str) -> list[str]:
    made_ = made(Docx(xml, styles=STYLES + CAPTION))
    return [line for line in tag_tree(made_.rendered.pdf).splitlines() if "“" not in line]


def roles(xml: str) -> str:
    return " ".join(line.split()[0] for line in tree(xml))


def elements(xml: str) -> list[Any]:
    with pikepdf.open(BytesIO(made(Docx(xml)).rendered.pdf)) as file:
        found = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
        return [(str(item.S)[1:], str(item.get("/ID", "")), _headers(item)) for item in found]


def _headers(item: Any) -> list[str]:
    attributes = item.get("/A", {})
    return [str(name) for name in attributes.get("/Headers", [])] if isinstance(attributes, pikepdf.Dictionary) else []


SPANNING = (
    row(cell("Utfall", props='<w:gridSpan w:val="2"/>'), props=HEADER_ROW),
    row("2022", "2023", props=HEADER_ROW),
    row("5", "6"),
)


def test_cells_below_headers_that_span_name_them() -> None:
    found = elements(table(*SPANNING))
    names = {role: [item[1] for item in found if item[0] == role] for role in ("TH", "TD")}
    assert names["TH"] == ["tabell-1-1-1", "tabell-1-2-1", "tabell-1-2-2"]
    assert [item[2] for item in found if item[0] == "TD"] == [
        ["tabell-1-1-1", "tabell-1-2-1"],
        ["tabell-1-1-1", "tabell-1-2-2"],
    ]


def test_every_id_stands_in_the_id_tree() -> None:
    with pikepdf.open(BytesIO(made(Docx(table(*SPANNING))).rendered.pdf)) as file:
        names = file.Root.StructTreeRoot.IDTree.Names
        assert [str(name) for name in list(names)[::2]] == ["tabell-1-1-1", "tabell-1-2-1", "tabell-1-2-2"]
        assert all(str(item.S) == "/TH" for item in list(names)[1::2])


def test_simple_headers_need_no_ids() -> None:
    assert all(not name for _, name, _ in elements(table(row("a", "b", props=HEADER_ROW), row("c", "d"))))


def test_a_caption_above_a_table_is_the_first_thing_in_it_and_one_below_the_last() -> None:
    rows = table(row("a"), widths=(900,))
    above = paragraph("Tabell 1. Utfall", style="Caption")
    assert roles(above + rows + paragraph("b")) == "Document Table Caption TR TD P P"
    assert roles(rows + above + paragraph("b")) == "Document Table TR TD P Caption P"


def test_a_figures_caption_above_a_table_stays_a_paragraph() -> None:
    xml = paragraph("Figur 1. Karta", style="Caption") + table(row("a"), widths=(900,))
    assert roles(xml) == "Document P Table TR TD P"


def test_columns_left_out_are_filled_where_they_are() -> None:
    rows = row("a", "b"), row("c", props='<w:gridBefore w:val="1"/>'), row("d", props='<w:gridAfter w:val="1"/>')
    assert roles(table(*rows)) == "Document Table TR TD P TD P TR TD TD P TR TD P TD"


def test_headers_that_reach_into_the_body_stand_in_no_head() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = row(cell("a", props=begin), "b", props=HEADER_ROW), row(cell("", props=go_on), "c"), row("d", "e")
    assert "THead" not in roles(table(*rows))
