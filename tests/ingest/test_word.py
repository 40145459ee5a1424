"""Word contributions that hold what the model has."""

from __future__ import annotations

import re
from io import BytesIO

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.prose.walk import inlines, text_of
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.word.reader import read_word
from pipeline.model.origin import WordOrigin
from pipeline.model.prose import (
    Block,
    Emphasis,
    FigureReference,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    ProseTable,
    Strong,
    Text,
)
from pipeline.model.report import TextPart
from tests.ingest.cases import CaseFolder
from tests.ingest.word_files import cell, docx, item, paragraph, row, run, table


def read(body: str, **more: dict[str, str]) -> tuple[Block, ...]:
    report = Reporter()
    blocks = read_word(docx(body, **more), "t.docx", report)  # type: ignore[arg-type]
    assert [f"{f.code} {f.message}" for f in report.findings] == []
    assert blocks is not None
    return blocks


def content(body: str, **more: dict[str, str]) -> tuple[Inline, ...]:
    (block,) = read(body, **more)
    assert isinstance(block, Paragraph)
    return block.content


def outline(blocks: tuple[Block, ...]) -> object:
    """Return blocks as nested lists of text: an ordered list is a tuple with its start first."""
    made: list[object] = []
    for block in blocks:
        if isinstance(block, ItemList):
            items = [outline(i) for i in block.items]
            made.append((block.start, *items) if block.ordered else items)
        elif isinstance(block, Paragraph | Heading):
            made.append(text_of(block.content))
    return made


@pytest.mark.parametrize(("style", "level"), [("Rubrik1", 1), ("Rubrik2", 2), ("EgenRubrik", 2)])
def test_a_heading_is_known_by_its_style_whatever_its_id(style: str, level: int) -> None:
    (block,) = read(paragraph("Inledning", style))
    assert isinstance(block, Heading)
    assert (block.level, block.content) == (level, (Text("Inledning"),))


def test_an_outline_level_of_the_paragraph_makes_or_unmakes_a_heading() -> None:
    blocks = read(
        paragraph("A", properties='<w:outlineLvl w:val="1"/>') + paragraph("B", "Rubrik1", '<w:outlineLvl w:val="9"/>')
    )
    assert [type(b) for b in blocks] == [Heading, Paragraph]


def test_styles_based_on_each_other_end_where_they_close() -> None:
    assert content(paragraph("A", "Ring1")) == (Text("A"),)


def test_bold_and_italic_stand_out_from_the_paragraphs_style() -> None:
    body = paragraph(
        run("a ") + run("b", "<w:b/>") + run(" c", '<w:b w:val="0"/>') + run(" d", '<w:rStyle w:val="Stark"/><w:i/>')
    )
    assert content(body) == (Text("a "), Strong((Text("b"),)), Text(" c"), Strong((Emphasis((Text(" d"),)),)))


def test_what_a_paragraph_style_makes_bold_is_looks_and_not_stress() -> None:
    assert content(paragraph(run("a ") + run("b", '<w:rStyle w:val="Stark"/>'), "Ingress")) == (Text("a b"),)


def test_bold_in_a_heading_is_looks() -> None:
    (block,) = read(paragraph(run("Ett", "<w:b/>"), "Rubrik2"))
    assert isinstance(block, Heading)
    assert block.content == (Text("Ett"),)


def test_breaks_tabs_and_hyphens_are_read() -> None:
    body = paragraph(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:br w:type="page"/></w:r>'
    )
    assert content(body) == (Text("a b"), LineBreak(), Text("c\u2011d"))


def test_a_hyperlink_by_relationship_is_a_link() -> None:
    body = paragraph(f'{run("se ")}<w:hyperlink r:id="rId7">{run("sidan", "<w:b/>")}</w:hyperlink>')
    assert content(body, links={"rId7": "https://x.se/"}) == (
        Text("se "),
        Link((Strong((Text("sidan"),)),), "https://x.se/"),
    )


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_hyperlink_by_field_is_a_link() -> None:
    body = paragraph(run("a ") + field(' HYPERLINK "https://x.se/" \\o "tips" ', run("b")) + run(" c"))
    assert content(body) == (Text("a "), Link((Text("b"),), "https://x.se/"), Text(" c"))


def test_lists_nest_by_level_and_kind() -> None:
    body = item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("1", 2) + item("2", 2)
    assert outline(read(body)) == [[["a", [["b"], ["c"]]], ["d"]], (1, ["1"], ["2"])]


def test_a_list_by_style_is_a_list() -> None:
    assert outline(read(paragraph("a", "Lista") + paragraph("b", "Lista"))) == [[["a"], ["b"]]]


def test_an_ordered_list_goes_on_after_a_paragraph_and_starts_anew_when_told() -> None:
    body = item("a", 2) + item("b", 2) + paragraph("mellan") + item("c", 2) + paragraph("slut") + item("d", 3)
    assert outline(read(body)) == [(1, ["a"], ["b"]), "mellan", (3, ["c"]), "slut", (1, ["d"])]


def test_numbering_without_mark_or_taken_away_is_no_list() -> None:
    assert outline(read(item("a", 4) + paragraph("b", "Lista", '<w:numPr><w:numId w:val="0"/></w:numPr>'))) == [
        "a",
        "b",
    ]


def test_a_table_has_spans_and_a_head() -> None:
    body = table(
        row(cell("A", '<w:gridSpan w:val="2"/>'), "B", properties="<w:tblHeader/>"),
        row(cell("1", '<w:vMerge w:val="restart"/>'), "2", "3"),
        row(cell("", "<w:vMerge/>"), "4", "5"),
    )
    (block,) = read(body)
    assert isinstance(block, ProseTable)
    assert [c.columns for c in block.head[0]] == [2, 1]
    assert [(c.rows, text_of(list(inlines(c.content)))) for r in block.body for c in r] == [
        (2, "1"),
        (1, "2"),
        (1, "3"),
        (1, "4"),
        (1, "5"),
    ]


def test_the_first_row_is_the_head_where_none_is_marked() -> None:
    (block,) = read(table(row("A", "B"), row("1", "2")))
    assert isinstance(block, ProseTable)
    assert (len(block.head), len(block.body)) == (1, 1)


def test_a_row_in_a_content_control_is_a_row() -> None:
    (block,) = read(table(row("A", "B"), f"<w:sdt><w:sdtContent>{row('1', '2')}</w:sdtContent></w:sdt>"))
    assert isinstance(block, ProseTable)
    assert len(block.body) == 1


def test_a_list_and_a_table_may_stand_in_a_cell() -> None:
    inner = f"<w:tc>{item('a', 1)}{table(row('x', 'y'), row('1', '2'))}{paragraph()}</w:tc>"
    (block,) = read(table(row("A"), row(inner)))
    assert isinstance(block, ProseTable)
    assert [type(b) for b in block.body[0][0].content] == [ItemList, ProseTable]


def test_content_controls_hand_over_what_they_hold() -> None:
    body = f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>" + paragraph(
        f"{run('b ')}<w:sdt><w:sdtContent>{run('c')}</w:sdtContent></w:sdt>"
    )
    assert outline(read(body)) == ["a", "b c"]


def test_a_reference_split_over_runs_is_found_with_its_paragraph() -> None:
    body = (
        paragraph("Rubrik", "Rubrik1")
        + paragraph("Ett.")
        + paragraph(run("är {in") + run("takter", "<w:b/>") + run(":+}."))
    )
    reference = next(i for i in inlines(read(body)) if isinstance(i, FigureReference))
    assert reference == FigureReference("intakter", WordOrigin("t.docx", ("Rubrik",), 2), sign=True)


def test_a_paragraph_counts_from_its_heading() -> None:
    blocks = read(
        paragraph("a")
        + paragraph("R1", "Rubrik1")
        + paragraph()
        + paragraph("b")
        + paragraph("R2", "Rubrik2")
        + paragraph("c")
    )
    assert [str(b.origin) for b in blocks if isinstance(b, Paragraph)] == [
        "t.docx › stycke 1",
        "t.docx › R1 › stycke 1",
        "t.docx › R1 › R2 › stycke 1",
    ]


def test_symbols_with_a_counterpart_become_it() -> None:
    body = paragraph('<w:r><w:t>a </w:t><w:sym w:font="Wingdings" w:char="F0E0"/><w:t> b</w:t></w:r>')
    assert content(body) == (Text("a → b"),)


def test_word_and_markdown_give_the_same_prose(case: CaseFolder) -> None:
    case.text("## A\n\nEn *text* om **{summa}**.\n\n- a\n  - b\n")
    markdown = case.case().report.sections[0].parts[0]
    body = (
        paragraph("A", "Rubrik2")
        + paragraph(run("En ") + run("text", "<w:i/>") + run(" om ") + run("{summa}", "<w:b/>") + run("."))
        + item("a", 1)
        + item("b", 1, 1)
    )
    case.text(docx(body), "sammanfattning.docx")
    word = case.case().report.sections[0].parts[0]
    assert isinstance(markdown, TextPart)
    assert isinstance(word, TextPart)
    assert outline(markdown.prose.blocks) == outline(word.prose.blocks)


def test_a_slice_of_a_word_file_is_found_by_its_heading(case: CaseFolder) -> None:
    case.text(docx(paragraph("Ett", "Rubrik1") + paragraph("a") + paragraph("Två", "Rubrik1")), "x.docx")
    case.replace("rapport.yaml", "texter/x.docx", "texter/x.docx#Ett")
    part = case.case().report.sections[0].parts[0]
    assert isinstance(part, TextPart)
    assert outline(part.prose.blocks) == ["a"]


def test_a_file_made_by_python_docx_is_read() -> None:
    document = python_docx.Document()
    document.add_heading("Rubrik", 2)
    document.add_paragraph("Första", style="List Bullet")
    document.add_paragraph("Andra", style="List Number")
    document.add_paragraph("Text med ").add_run("fet").bold = True
    buffer = BytesIO()
    document.save(buffer)
    report = Reporter()
    blocks = read_word(buffer.getvalue(), "t.docx", report)
    assert blocks is not None
    assert outline(blocks) == ["Rubrik", [["Första"]], (1, ["Andra"]), "Text med fet"]
    assert list(report.findings) == []


def test_the_list_styles_of_word_stand_as_deep_as_their_names_say() -> None:
    document = python_docx.Document()
    numbered = [("a", "List Number"), ("b", "List Number"), ("inre", "List Number 2"), ("innerst", "List Bullet 3")]
    others = [("c", "List Number"), ("mellan", "Normal"), ("x", "List Bullet"), ("y", "List Bullet 2")]
    for text, style in numbered + others:
        document.add_paragraph(text, style=style)
    document.styles.add_style("Egen", 1).base_style = document.styles["List Bullet 2"]
    document.add_paragraph("z", style="Egen")
    buffer = BytesIO()
    document.save(buffer)
    assert outline(read_word(buffer.getvalue(), "t.docx", Reporter()) or ()) == [
        (1, ["a"], ["b", (1, ["inre", [["innerst"]]])], ["c"]),
        "mellan",
        [["x", [["y"], ["z"]]]],
    ]


WORDS = st.text("abc {}", min_size=1, max_size=8)
RUNS = st.builds(run, WORDS, st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>"]))
PARAGRAPHS = st.builds(
    lambda runs, style: paragraph("".join(runs), style),
    st.lists(RUNS, min_size=1, max_size=4),
    st.sampled_from(["", "Rubrik1", "Rubrik2", "Lista", "Ingress"]),
)
BLOCKS = st.one_of(PARAGRAPHS, st.builds(lambda p: table(row(f"<w:tc>{p}</w:tc>")), PARAGRAPHS))


@given(st.lists(BLOCKS, max_size=6))
def test_no_word_of_any_body_is_lost(body: list[str]) -> None:
    report = Reporter()
    blocks = read_word(docx("".join(body)), "t.docx", report)
    assert blocks is not None
    assert "ING513" not in {f.code for f in report.findings}


@given(st.integers(0, 10**6), st.sampled_from(["", "x", "-1", "²", "99999999999", "1.5", "#"]))
def test_an_attribute_that_says_nonsense_never_stops_the_reader(pick: int, nonsense: str) -> None:
    body = (
        item("a", 2)
        + paragraph("R", "Rubrik1", '<w:outlineLvl w:val="1"/>')
        + table(row(cell("A", '<w:gridSpan w:val="2"/>'), cell("1", '<w:vMerge w:val="restart"/>')), row("b"))
        + paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="" w:char="2192"/></w:r>')
    )
    places = list(re.finditer('="([^"]*)"', body))
    found = places[pick % len(places)]
    changed = body[: found.start(1)] + nonsense + body[found.end(1) :]
    assert read_word(docx(changed), "t.docx", Reporter()) is not None
