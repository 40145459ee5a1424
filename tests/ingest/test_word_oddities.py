"""Word contributions that hold more than the model has: carried over or named, never lost in silence."""

from __future__ import annotations

import pytest

from pipeline.findings.finding import Finding
from pipeline.ingest.prose.walk import text_of
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.word.account import check_account
from pipeline.ingest.word.reader import read_word
from pipeline.ingest.word.source import WordSource
from pipeline.model.origin import WordOrigin
from pipeline.model.prose import Heading, Paragraph
from pipeline.ooxml.package import open_package
from tests.ingest.cases import single
from tests.ingest.word_files import docx, paragraph, row, run, table

BOX = f"<w:txbxContent>{paragraph('i rutan')}</w:txbxContent>"
PICTURE = '<w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="Ett diagram"/><a:blip/></wp:inline></w:drawing>'


def read(body: str, parts: dict[str, tuple[str, str]] | None = None) -> tuple[list[str], Reporter]:
    report = Reporter()
    blocks = read_word(docx(body, parts), "t.docx", report)
    assert blocks is not None
    return [text_of(b.content) for b in blocks if isinstance(b, Paragraph | Heading)], report


def one(body: str, code: str, kept: list[str], parts: dict[str, tuple[str, str]] | None = None) -> Finding:
    texts, report = read(body, parts)
    assert texts == kept
    return single(report, code)


def test_an_insertion_is_taken_as_accepted_and_named() -> None:
    body = paragraph(f'{run("a ")}<w:ins w:author="Bo">{run("ny ")}</w:ins>{run("b ")}<w:ins>{run("två")}</w:ins>')
    finding = one(body, "ING501", ["a ny b två"])
    assert '"ny … två"' in finding.message
    assert finding.origins == (WordOrigin("t.docx", (), 1),)


def test_a_deletion_is_left_out_and_named() -> None:
    body = paragraph(f"{run('a ')}<w:del><w:r><w:delText>gammal</w:delText></w:r></w:del>{run('b')}")
    assert '"gammal"' in one(body, "ING502", ["a b"]).message


def test_moved_text_stands_once_where_it_was_moved_to() -> None:
    texts, report = read(
        paragraph(f"<w:moveFrom>{run('flyttad')}</w:moveFrom>{run('a')}")
        + paragraph(f"<w:moveTo>{run('flyttad')}</w:moveTo>")
    )
    assert texts == ["a", "flyttad"]
    assert [f.code for f in report.findings] == ["ING502", "ING501"]


def test_a_deleted_paragraph_mark_joins_the_paragraphs() -> None:
    texts, report = read(paragraph("a ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("b"))
    assert texts == ["a b"]
    assert list(report.findings) == []


def test_a_deleted_row_is_left_out_and_named() -> None:
    body = table(row("A"), row("1"), row("bort", properties="<w:del/>"))
    texts, report = read(body)
    assert texts == []
    assert '"bort"' in single(report, "ING502").message


def test_a_comment_is_named_with_its_author() -> None:
    comments = {
        "comments": (f'<w:comment w:id="0" w:author="Eva">{paragraph("stämmer siffran?")}</w:comment>', "comments")
    }
    body = paragraph(f'{run("a")}<w:r><w:commentReference w:id="0"/></w:r>')
    assert one(body, "ING503", ["a"], comments).message == 'en kommentar av Eva följer inte med: "stämmer siffran?"'


def test_a_picture_is_named_with_its_text() -> None:
    assert '"Ett diagram"' in one(paragraph(f"{run('a')}<w:r>{PICTURE}</w:r>"), "ING504", ["a"]).message


def test_a_chart_and_a_drawn_line_are_named() -> None:
    chart = "<w:r><w:drawing><wp:inline><c:chart/></wp:inline></w:drawing></w:r>"
    assert "diagram" in one(paragraph(f"{run('a')}{chart}"), "ING504", ["a"]).message
    assert "figur" in one(paragraph(f"{run('a')}<w:r><w:pict><v:line/></w:pict></w:r>"), "ING504", ["a"]).message


def test_a_text_box_is_carried_over_once_after_its_paragraph() -> None:
    body = paragraph(
        f"{run('a')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert '"i rutan"' in one(body + paragraph("b"), "ING505", ["a", "i rutan", "b"]).message


def test_a_text_box_of_the_old_kind_is_carried_over() -> None:
    one(paragraph(f"{run('a')}<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"), "ING505", ["a", "i rutan"])


@pytest.mark.parametrize(("kind", "name"), [("footnote", "fotnoten"), ("endnote", "slutnoten")])
def test_a_note_stands_in_parentheses_and_is_named(kind: str, name: str) -> None:
    separator = f'<w:{kind} w:id="0" w:type="separator">{paragraph("x")}</w:{kind}>'
    note = f'<w:{kind} w:id="2">{paragraph("Källa: SCB")}</w:{kind}>'
    notes = {f"{kind}s": (separator + note, f"{kind}s")}
    body = paragraph(f'{run("a")}<w:r><w:{kind}Reference w:id="2"/></w:r>{run(".")}')
    assert f'{name} "Källa: SCB"' in one(body, "ING506", ["a (Källa: SCB)."], notes).message


@pytest.mark.parametrize(("kind", "root", "name"), [("header", "hdr", "sidhuvudet"), ("footer", "ftr", "sidfoten")])
def test_text_in_a_header_or_footer_is_named(kind: str, root: str, name: str) -> None:
    finding = one(paragraph("a"), "ING507", ["a"], {kind: (paragraph("Kansliet"), root)})
    assert f'{name} följer inte med: "Kansliet"' in finding.message


def test_an_empty_header_is_nothing() -> None:
    texts, report = read(paragraph("a"), {"header": (paragraph(), "hdr")})
    assert (texts, list(report.findings)) == (["a"], [])


def test_hidden_text_is_left_out_and_named() -> None:
    assert '"hemligt"' in one(paragraph(f"{run('a')}{run('hemligt', '<w:vanish/>')}"), "ING508", ["a"]).message


@pytest.mark.parametrize("block", [True, False])
def test_a_placeholder_that_was_not_filled_in_is_named(*, block: bool) -> None:
    inner = paragraph("Klicka här") if block else run("Klicka här")
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    one(control if block else paragraph(control), "ING509", ["Klicka här"])


def test_an_equation_is_carried_over_as_text() -> None:
    body = paragraph(f"{run('a ')}<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>")
    assert '"x+y"' in one(body, "ING510", ["a x+y"]).message


def test_an_embedded_object_is_named() -> None:
    one(paragraph(f"{run('a')}<w:r><w:object><o:OLEObject/></w:object></w:r>"), "ING511", ["a"])


def test_an_inserted_file_is_named() -> None:
    one(paragraph("a") + '<w:altChunk r:id="rId9"/>', "ING511", ["a"])


def test_a_field_gives_its_stored_value() -> None:
    body = paragraph(f'{run("se ")}<w:fldSimple w:instr=" REF _Ref1 \\h ">{run("tabell 3")}</w:fldSimple>')
    assert "(REF)" in one(body, "ING512", ["se tabell 3"]).message


def test_the_instruction_of_a_field_is_no_text() -> None:
    body = paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2023")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    one(body, "ING512", ["2023"])


def test_a_table_of_contents_is_left_out_and_named() -> None:
    assert '"Inledning 3"' in one(paragraph("Inledning 3", "Inneh1") + paragraph("a"), "ING515", ["a"]).message


def test_a_symbol_without_counterpart_is_named_and_shown() -> None:
    body = paragraph('<w:r><w:sym w:font="Webdings" w:char="F04A"/></w:r>')
    assert "Webdings" in one(body, "ING516", ["\ufffd"]).message


@pytest.mark.parametrize("link", ['r:id="rId9"', 'w:anchor="_Toc1"'])
def test_a_link_to_nowhere_keeps_its_words(link: str) -> None:
    one(paragraph(f"<w:hyperlink {link}>{run('ord')}</w:hyperlink>"), "ING411", ["ord"])


def test_a_heading_in_a_table_becomes_a_paragraph() -> None:
    report = Reporter()
    read_word(docx(table(row(f"<w:tc>{paragraph('R', 'Rubrik1')}</w:tc>"))), "t.docx", report)
    single(report, "ING415")


def test_text_that_the_reader_does_not_reach_is_an_error() -> None:
    report = Reporter()
    source = WordSource("t.docx", open_package(docx(paragraph("med") + paragraph("borttappad")), "t.docx"), report)
    source.kept.append("med")
    check_account(source)
    finding = single(report, "ING513")
    assert "10 tecken" in finding.message
    assert '"borttappad"' in finding.message


def test_text_in_an_unknown_wrapper_is_carried_over() -> None:
    texts, report = read(paragraph(f"<w:okänd>{run('ord')}</w:okänd>"))
    assert (texts, list(report.findings)) == (["ord"], [])


def tabbed(*cells: str) -> str:
    tab = "<w:r><w:tab/></w:r>"
    return paragraph(tab.join(run(cell) for cell in cells))


def test_paragraphs_set_as_a_table_with_tabs_are_told() -> None:
    finding = one(
        tabbed("Insats", "2024", "2025") + tabbed("Barn", "41", "45"), "ING421", ["Insats 2024 2025", "Barn 41 45"]
    )
    assert '"Insats | 2024 | 2025"' in finding.message


@pytest.mark.parametrize(
    "body",
    [
        tabbed("Insats", "2024", "2025") + paragraph(run("Text.")),
        tabbed("Namn:", "Anna") + tabbed("Titel:", "Chef"),
        tabbed("", "a", "") + tabbed("", "b", ""),
    ],
)
def test_a_lone_row_a_name_with_its_value_and_an_indent_are_no_table(body: str) -> None:
    _, report = read(body)
    assert [each.code for each in report.findings] == []
