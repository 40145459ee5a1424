"""The structure tree that a screen reader follows, as text files that a person has read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.render import goldens
from tests.render.docx import (
    A4,
    DECORATIVE,
    HEADER_ROW,
    Docx,
    abstract,
    bookmark,
    cell,
    drawing,
    field_of,
    instance,
    item,
    level,
    line_break,
    link,
    page_break,
    paragraph,
    row,
    run,
    tab,
    table,
)
from tests.render.goldens import golden
from tests.render.pdf.pictures import png
from tests.render.pdffile import tag_tree
from tests.render.rendering import made

SMALL = '<w:pgSz w:w="6000" w:h="4000"/><w:pgMar w:top="1000" w:right="400" w:bottom="1000" w:left="400"/>'
TEN = '<w:spacing w:line="200" w:lineRule="exact"/>'
LISTS = (
    abstract(0, level(0), level(1, "lowerLetter", "%2)"))
    + abstract(1, level(0, "bullet", "•"), level(1, "bullet", "–"))
    + instance(1, 0)
    + instance(2, 1)
)
MEDIA = {"p": ("a.png", png())}


def tree(docx: Docx) -> str:
    return tag_tree(made(docx).rendered.pdf)


def tagged(body: str, section: str = A4) -> str:
    return tree(Docx(body, section=section, numbering=LISTS, media=MEDIA, links={"rL": "https://example.se/"}))


def test_headings_are_headings_by_their_level() -> None:
    body = paragraph("Ett", style="H1") + paragraph("brödtext") + paragraph("Två", style="H2")
    golden("headings", tagged(body + paragraph("Tre", style="H3") + paragraph("Fyra", style="H1")))


def test_a_heading_that_skips_a_level_is_moved_up() -> None:
    golden("headings-skipped", tagged(paragraph("Två", style="H2") + paragraph("Tre", style="H3") * 2))


def test_an_empty_heading_is_none() -> None:
    assert "H1" not in tagged(paragraph(style="H1") + paragraph("a"))


def test_lists_are_nested_by_their_levels() -> None:
    body = item("a") + item("b", level=1) + item("c", level=1) + item("d") + item("punkt", number=2)
    golden("lists-nested", tagged(body + paragraph("efter") + item("e")))


def test_a_list_that_begins_at_a_deeper_level_loses_no_level() -> None:
    golden("lists-deeper-first", tagged(item("a", level=1) + item("b")))


def test_an_indented_paragraph_goes_on_with_its_item_and_a_blank_one_ends_no_list() -> None:
    indented = '<w:ind w:left="700" w:hanging="300"/>'
    more = paragraph("mer av a", props='<w:ind w:left="700"/>')
    numbering = abstract(0, level(0, "bullet", "▪", f"<w:pPr>{indented}</w:pPr>")) + instance(1, 0)
    body = item("a") + more + paragraph() + item("b") + paragraph("utanför") + item("c")
    golden("lists-continued", tree(Docx(body, numbering=numbering)))


def test_a_heading_with_a_number_is_no_list() -> None:
    props = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    golden("headings-numbered", tagged(paragraph("Rubrik", style="H1", props=props)))


def test_a_table_over_two_pages_is_one_table_whose_repeated_header_is_read_once() -> None:
    rows = [row(cell(paragraph(f"r{n}", props=TEN)), cell(paragraph(f"{n},5", props=TEN))) for n in range(1, 13)]
    head = row(cell(paragraph("Namn", props=TEN)), cell(paragraph("Värde", props=TEN)), props=HEADER_ROW)
    golden("table-two-pages", tagged(table(head, *rows), SMALL))


def test_merged_and_missing_cells_keep_the_table_regular() -> None:
    rows = [
        row(cell("bred", props='<w:gridSpan w:val="2"/>'), cell("hög", props='<w:vMerge w:val="restart"/>')),
        row("a", "b", cell("", props="<w:vMerge/>")),
        row("kort"),
    ]
    golden("table-merged", tagged(table(*rows, widths=(1000, 1000, 1000))))


def test_a_first_column_of_headers_heads_its_rows() -> None:
    rows = [row("", "2023", props=HEADER_ROW), row("Intäkter", "5")]
    look = '<w:tblLook w:firstRow="1" w:firstColumn="1"/><w:tblCaption w:val="Driften"/>'
    golden("table-row-headers", tagged(table(*rows, props=look)))


def test_a_cell_over_rows_that_go_on_on_the_next_page_is_one_cell() -> None:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    first = cell(paragraph(line_break().join(run(f"a{n}") for n in range(12)), props=TEN), props=begin)
    rows = [row(first, cell(paragraph("b0", props=TEN)))]
    rows += [row(cell("", props=go_on), cell(paragraph(f"b{n}", props=TEN))) for n in range(1, 12)]
    golden("table-cell-over-pages", tagged(table(*rows), SMALL))


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    inside = line_break().join(run(f"rad {n}") for n in range(1, 14))
    golden("paragraph-two-pages", tagged(f"<w:p><w:pPr>{TEN}</w:pPr>{inside}</w:p>", SMALL))


def test_a_paragraph_around_a_page_break_is_one_paragraph() -> None:
    golden("paragraph-page-break", tagged(paragraph("före ", page_break(), "efter")))


def test_a_table_of_contents_has_entries_that_refer_to_their_headings() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-2"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    stop = '<w:tabs><w:tab w:val="right" w:pos="5000" w:leader="dot"/></w:tabs>'
    entries = "".join(
        paragraph(
            begin if number == 1 else "",
            f'<w:hyperlink w:anchor="_Toc{number}">{run(f"Avsnitt {number}")}{tab()}'
            f"{field_of(f'PAGEREF _Toc{number}', '9')}</w:hyperlink>",
            props=stop,
        )
        for number in (1, 2)
    )
    end = paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    headings = "".join(
        paragraph(bookmark(f"_Toc{number}"), f"Avsnitt {number}", style="H1", props="<w:pageBreakBefore/>")
        for number in (1, 2)
    )
    golden("contents", tagged(paragraph("Innehåll") + entries + end + headings, SMALL))


def test_pictures_are_figures_with_their_text_and_decorations_are_not_read() -> None:
    body = paragraph("En bild: ", drawing("p", alt="En båt i hamn"), " och text efter")
    body += paragraph(drawing("p", properties=DECORATIVE), "prydnad")
    golden("figures", tagged(body))


def test_text_in_another_language_says_so() -> None:
    english = '<w:lang w:val="en-GB"/>'
    body = paragraph("svenska ", run("English words", english), " svenska ", run("English", english), " igen")
    body += paragraph(run("One ", english), drawing("p", alt="bild"), run(" two", english))
    words = run("länk ") + run("link", english) + run(" länk ") + run("link", english)
    inside = f'<w:hyperlink r:id="rL">{words}</w:hyperlink>'
    golden("languages", tagged(body + paragraph(run("Before ", english), inside)))


def test_links_name_where_they_lead() -> None:
    body = paragraph(
        "Se ", link("webbplatsen", name="rL", tooltip="Till webbplatsen"), " och ", link("nedan", anchor="m")
    )
    golden("links", tagged(body + paragraph(bookmark("m"), "målet")))


def test_a_picture_that_is_a_link_is_both() -> None:
    inside = f'<w:hyperlink r:id="rL">{drawing("p", alt="Logotyp")}</w:hyperlink>'
    golden("figure-link", tagged(paragraph(inside)))


def test_headers_and_footers_are_artifacts() -> None:
    running = '<w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/>'
    numbers = paragraph("sida ", field_of("PAGE", "1"), " av ", field_of("NUMPAGES", "1"))
    docx = Docx(
        paragraph("a", page_break(), "b"),
        section=SMALL + running,
        headers={"h": paragraph("Kommunen", style="H1") + table(row("c"), widths=(2000,))},
        footers={"f": numbers},
    )
    golden("running", tree(docx))


def test_an_empty_document_has_an_empty_tree() -> None:
    assert tagged("") == "Document\n"
    assert tagged(paragraph() + paragraph()) == "Document\n"


def test_every_mark_on_a_page_leads_to_its_element() -> None:
    rows = [row(f"r{n}", link("x", name="rL")) for n in range(40)]
    body = paragraph("Rubrik", style="H1") + table(*rows) + item("a") + paragraph(link("y", name="rL"))
    docx = Docx(body, section=SMALL, numbering=LISTS, links={"rL": "https://example.se/"})
    with pikepdf.open(BytesIO(made(docx).rendered.pdf)) as file:
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(key): value for key, value in zip(list(numbers)[::2], list(numbers)[1::2], strict=True)}
        assert len(file.pages) > 2
        for page in file.pages:
            for element in parents[int(page.StructParents)]:
                assert element.Type == "/StructElem"
            for annotation in page.get("/Annots", []):
                owner = parents[int(annotation.StructParent)]
                assert owner.S == "/Link"
                assert any(kid.get("/Obj") == annotation for kid in owner.K)


def test_expected_texts_are_not_renewed_in_ci(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(goldens, "FOLDER", tmp_path)
    monkeypatch.setenv(goldens.RENEW, "1")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="refused"):
        golden("x", "y")
    assert list(tmp_path.iterdir()) == []


def test_an_expected_text_that_differs_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(goldens, "FOLDER", tmp_path)
    monkeypatch.delenv(goldens.RENEW, raising=False)
    (tmp_path / "x.txt").write_text("y")
    golden("x", "y")
    with pytest.raises(AssertionError):
        golden("x", "z")
    with pytest.raises(AssertionError):
        golden("saknas", "z")
