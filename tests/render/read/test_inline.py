"""What stands in a paragraph: text, fields, links, breaks, symbols, and what the file only keeps for itself."""

from __future__ import annotations

import pytest

from pipeline.render.tree import BookmarkRun, BreakRun, FieldRun, Inline, TabRun, TextRun
from tests.render.docx import (
    Docx,
    bookmark,
    field_of,
    line_break,
    link,
    page_break,
    paragraph,
    run,
    tab,
)
from tests.render.rendering import document, paragraphs


def content(*inside: str, links: dict[str, str] | None = None) -> tuple[Inline, ...]:
    return paragraphs(Docx(paragraph(*inside), links=links or {}))[0].content


def text(*inside: str) -> str:
    return "".join(item.text for item in content(*inside) if isinstance(item, TextRun))


def reported(*inside: str) -> list[str]:
    return [item.what for item in document(Docx(paragraph(*inside))).unsupported]


def test_neighbouring_runs_of_one_look_become_one() -> None:
    assert [item.text for item in content("en ", run("två "), run("tre", "<w:b/>")) if isinstance(item, TextRun)] == [
        "en två ",
        "tre",
    ]


def test_spaces_at_the_ends_of_a_run_stay_only_where_they_are_meant_to() -> None:
    assert text("<w:r><w:t> a </w:t></w:r>", '<w:r><w:t xml:space="preserve"> b </w:t></w:r>') == "a b "


def test_hyphens_of_their_own_kind_become_characters() -> None:
    assert text("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>") == "a\u2011b\u00adc"


def test_tabs_and_breaks_are_kept() -> None:
    found = content("a", tab(), "b", line_break(), page_break(), '<w:r><w:br w:type="column"/><w:cr/></w:r>')
    assert [item.kind for item in found if isinstance(item, BreakRun)] == ["line", "page", "column", "line"]
    assert sum(isinstance(item, TabRun) for item in found) == 1


def test_hidden_text_is_not_shown() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t><w:tab/><w:br/></w:r>"
    assert [type(item) for item in content("a", hidden, "b")] == [TextRun]
    assert text("a", hidden, "b") == "ab"


def test_inserted_and_moved_text_is_shown_and_deleted_text_is_not() -> None:
    changes = (
        f"<w:ins>{run('ny ')}</w:ins><w:moveTo>{run('hit ')}</w:moveTo>"
        "<w:del><w:r><w:delText>borta</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('dit')}</w:moveFrom>"
    )
    assert text("a ", changes, "b") == "a ny hit b"


def test_content_controls_and_smart_tags_are_looked_through() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('inne ')}</w:sdtContent></w:sdt>"
    directed = text(control, f"<w:smartTag>{run('i ')}</w:smartTag>", f"<w:bdo>{run('allt')}</w:bdo>")
    assert directed == "inne i \u202dallt\u202c"


def test_a_page_field_waits_for_the_pages_and_remembers_what_was_stored() -> None:
    found = content("sida ", field_of("PAGE", "7"), field_of(r"NUMPAGES \* roman", "9"))
    fields = [item for item in found if isinstance(item, FieldRun)]
    assert [(item.kind, item.stored) for item in fields] == [("PAGE", "7"), ("NUMPAGES", "9")]
    assert fields[1].number_format == "lowerRoman"


def test_a_simple_field_is_a_field_too() -> None:
    found = content(f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>')
    assert [(item.kind, item.stored) for item in found if isinstance(item, FieldRun)] == [("PAGE", "3")]


def test_a_page_field_without_result_is_still_a_field() -> None:
    bare = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert [item.kind for item in content(bare) if isinstance(item, FieldRun)] == ["PAGE"]


def test_other_fields_show_what_was_stored() -> None:
    assert text("i dag ", field_of(r'DATE \@ "yyyy"', "2024"), field_of("MERGEFIELD namn", "Åsa")) == "i dag 2024Åsa"


def test_an_instruction_is_never_shown_even_when_it_holds_a_field() -> None:
    inner = field_of("MERGEFIELD x", "1")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f'{inner}<w:r><w:instrText> = 1 "ja"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("ja")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert text(outer) == "ja"


@pytest.mark.parametrize("kind", ["begin", "end", "separate"])
def test_a_field_mark_without_its_fellows_hides_no_text(kind: str) -> None:
    docx = Docx(paragraph("a ", f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>', "b") + paragraph("c"))
    assert [
        "".join(item.text for item in found.content if isinstance(item, TextRun)) for found in paragraphs(docx)
    ] == [
        "a b",
        "c",
    ]


def test_a_link_out_of_the_document_has_its_address_and_its_tip() -> None:
    found = content(link("hit", name="rL", tooltip="Dit"), links={"rL": "https://example.se/"})[0]
    assert isinstance(found, TextRun)
    assert found.link is not None
    assert (found.link.uri, found.link.anchor, found.link.title) == ("https://example.se/", "", "Dit")


def test_a_link_by_a_relationship_that_is_not_there_is_mere_text() -> None:
    found = content(link("hit", name="rX"))[0]
    assert isinstance(found, TextRun)
    assert found.link is None


@pytest.mark.parametrize(
    ("instruction", "uri", "anchor"),
    [
        (r'HYPERLINK "https://example.se/"', "https://example.se/", ""),
        (r"HYPERLINK \l avsnitt", "", "avsnitt"),
        (r'HYPERLINK "https://example.se/" \l "del" \o "tips"', "https://example.se/", "del"),
    ],
)
def test_a_link_may_be_a_field(instruction: str, uri: str, anchor: str) -> None:
    found = content(field_of(instruction, "hit"))[0]
    assert isinstance(found, TextRun)
    assert found.link is not None
    assert (found.link.uri, found.link.anchor) == (uri, anchor)


def test_a_reference_to_a_page_that_asks_for_a_link_gets_one() -> None:
    found = content(field_of(r"PAGEREF mål \h", "4"))[0]
    assert isinstance(found, FieldRun)
    assert found.link is not None
    assert (found.argument, found.link.anchor) == ("mål", "mål")


def test_the_paragraphs_of_a_table_of_contents_are_known_as_its_entries() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    body = paragraph("före") + paragraph(begin, "ett 1") + paragraph("två 2")
    body += paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + paragraph("efter")
    assert [found.contents for found in paragraphs(Docx(body))] == [0, 1, 1, 0, 0]


def test_an_entry_of_a_table_of_contents_has_not_the_look_of_a_link() -> None:
    style = '<w:style w:type="character" w:styleId="Hyperlnk"><w:name w:val="Hyperlink"/>'
    style += '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
    linked = run("länk", '<w:rStyle w:val="Hyperlnk"/><w:b/>')
    body = paragraph(field_of('TOC \\o "1-3" \\h', "", linked)) + paragraph(linked)
    entry, outside = (found.content[0] for found in paragraphs(Docx(body, styles=style)))
    assert isinstance(entry, TextRun)
    assert isinstance(outside, TextRun)
    assert (entry.style.color, entry.style.underline, entry.style.bold) == ("000000", "", True)
    assert (outside.style.color, outside.style.underline, outside.style.bold) == ("0563c1", "single", True)


def test_bookmarks_stand_where_they_begin_also_between_paragraphs() -> None:
    assert [item.name for item in content("a", bookmark("b")) if isinstance(item, BookmarkRun)] == ["b"]
    found = paragraphs(Docx(bookmark("x") + paragraph("a")))[0].content
    assert [item.name for item in found if isinstance(item, BookmarkRun)] == ["x"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [("Wingdings", "F0FC", "✓"), ("Symbol", "F0B3", "≥"), ("Wingdings", "F021", "✎"), ("Wingdings", "F0FF", "⊞")],
)
def test_a_sign_of_a_symbol_font_becomes_unicode(font: str, code: str, shown: str) -> None:
    assert text(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>') == shown


def test_text_in_a_symbol_font_becomes_unicode() -> None:
    assert text(run("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>')) == "☑"


@pytest.mark.parametrize("code", ["", "xyz", "FFFFFFFFFF", "D800"])
def test_a_symbol_of_no_character_is_passed_over(code: str) -> None:
    assert text("a", f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>', "b") == "ab"


def boxed(inside: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>"


def test_the_text_of_a_box_without_a_shape_stands_in_the_paragraph_and_is_named() -> None:
    assert text("a", boxed(paragraph("i rutan"))) == "ai rutan"
    assert reported(boxed(paragraph("i rutan"))) == ["en textruta"]


def test_the_first_choice_of_alternate_content_is_taken_else_the_fallback() -> None:
    both = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{run('a')[5:-6]}</mc:Choice>"
    both += f"<mc:Fallback>{run('b')[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    assert text(both) == "a"
    only = f"<w:r><mc:AlternateContent><mc:Fallback>{run('b')[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    assert text(only) == "b"


def test_alternate_content_between_paragraphs_falls_back_too() -> None:
    body = f"<mc:AlternateContent><mc:Fallback>{paragraph('b')}</mc:Fallback></mc:AlternateContent>"
    assert [found.text for found in paragraphs(Docx(body))] == ["b"]


def test_comments_in_the_xml_say_nothing() -> None:
    assert text("a", "<w:r><!-- x --><w:t>b<!-- y --></w:t></w:r><!-- z -->") == "ab"


def test_the_text_of_a_paragraph_has_spaces_for_tabs_and_breaks() -> None:
    assert paragraphs(Docx(paragraph("a", tab(), "b", bookmark("x"), field_of("PAGE", "7"))))[0].text == "a b7"
