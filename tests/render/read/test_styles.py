"""The cascade: defaults, table style, paragraph style, numbering, character style, direct formatting."""

from __future__ import annotations

import pytest

from pipeline.render.tree import Paragraph, RunStyle, Table, TextRun
from tests.render.docx import STYLES, Docx, abstract, cell, document_theme, instance, level, paragraph, row, run, table
from tests.render.rendering import document, paragraphs


def style(style_id: str, props: str, kind: str = "paragraph", based_on: str = "", name: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>{base}{props}</w:style>'
    )


def run_of(paragraph_: Paragraph) -> RunStyle:
    return next(item.style for item in paragraph_.content if isinstance(item, TextRun))


def styled_run(*styles: str, body: str = "") -> RunStyle:
    docx = Docx(body or paragraph(run("text", '<w:rStyle w:val="C"/>'), style="P"), styles=STYLES + "".join(styles))
    return run_of(paragraphs(docx)[0])


def test_the_document_defaults_hold_where_nothing_else_is_said() -> None:
    found = run_of(paragraphs(Docx(paragraph("text")))[0])
    assert (found.family, found.size, found.language) == ("Liberation Sans", 10.0, "sv-SE")


def test_without_a_style_sheet_all_is_words_bare_default() -> None:
    found = paragraphs(Docx(paragraph("text"), styles=""))[0]
    assert (run_of(found).family, run_of(found).size, found.style.line) == ("Times New Roman", 10.0, 1.0)


def test_a_style_takes_over_what_it_is_based_on() -> None:
    base = style("B", '<w:rPr><w:sz w:val="30"/><w:color w:val="FF0000"/></w:rPr>')
    found = styled_run(base, style("P", '<w:rPr><w:sz w:val="40"/></w:rPr>', based_on="B"))
    assert (found.size, found.color) == (20.0, "ff0000")


def test_styles_that_are_based_on_each_other_in_a_circle_end() -> None:
    one = style("P", '<w:rPr><w:sz w:val="40"/></w:rPr>', based_on="B")
    assert styled_run(one, style("B", "<w:rPr><w:i/></w:rPr>", based_on="P")).size == 20.0


def test_a_style_that_is_not_in_the_sheet_is_the_default_one() -> None:
    found = paragraphs(Docx(paragraph("text", style="Borta")))[0]
    assert (found.style.style_name, run_of(found).size) == ("Normal", 10.0)


def test_a_style_of_another_kind_is_not_heeded() -> None:
    other = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="x"/><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    styles = STYLES + other.format("paragraph", "P") + other.format("character", "C")
    as_character = paragraphs(Docx(paragraph(run("text", '<w:rStyle w:val="P"/>')), styles=styles))[0]
    as_paragraph = paragraphs(Docx(paragraph("text", style="C"), styles=styles))[0]
    assert (run_of(as_character).size, run_of(as_paragraph).size) == (10.0, 10.0)


def test_a_character_style_goes_over_the_paragraph_style_and_direct_formatting_over_both() -> None:
    sheet = style("P", '<w:rPr><w:sz w:val="30"/><w:color w:val="00FF00"/></w:rPr>')
    sheet += style("C", '<w:rPr><w:sz w:val="40"/></w:rPr>', kind="character")
    assert (styled_run(sheet).size, styled_run(sheet).color) == (20.0, "00ff00")
    direct = paragraph(run("text", '<w:rStyle w:val="C"/><w:sz w:val="50"/>'), style="P")
    assert styled_run(sheet, body=direct).size == 25.0


BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.mark.parametrize(
    ("in_paragraph", "in_character", "bold"),
    [(BOLD, "", True), ("", BOLD, True), (BOLD, BOLD, False), ("", "", False)],
)
def test_bold_in_two_levels_of_styles_cancels_out(in_paragraph: str, in_character: str, bold: bool) -> None:
    found = styled_run(style("P", in_paragraph), style("C", in_character, kind="character"))
    assert found.bold is bold


def test_bold_in_a_style_and_in_what_it_is_based_on_stays_bold() -> None:
    assert styled_run(style("B", BOLD), style("P", BOLD, based_on="B")).bold


def test_a_style_can_take_back_what_it_is_based_on() -> None:
    assert not styled_run(style("B", BOLD), style("P", '<w:rPr><w:b w:val="0"/></w:rPr>', based_on="B")).bold


def test_direct_bold_does_not_toggle_but_holds() -> None:
    sheet = style("P", BOLD) + style("C", BOLD, kind="character")
    assert styled_run(sheet, body=paragraph(run("text", "<w:b/>"), style="P")).bold
    assert not styled_run(sheet, body=paragraph(run("text", '<w:b w:val="false"/>'), style="P")).bold


def test_bold_defaults_stay_bold_through_the_styles() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    docx = Docx(paragraph("text", style="P"), styles=defaults + style("P", BOLD))
    assert run_of(paragraphs(docx)[0]).bold


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_a_switch_is_off_in_each_of_its_spellings(value: str) -> None:
    assert not run_of(paragraphs(Docx(paragraph(run("text", f'<w:i w:val="{value}"/>'))))[0]).italic


def test_the_style_of_a_table_stands_below_the_paragraph_style() -> None:
    sheet = style("T", '<w:rPr><w:sz w:val="30"/><w:color w:val="0000FF"/></w:rPr>', kind="table")
    sheet += style("P", '<w:rPr><w:sz w:val="40"/></w:rPr>')
    body = table(row(cell(paragraph("text", style="P"))), widths=(2000,), props='<w:tblStyle w:val="T"/>')
    block = document(Docx(body, styles=STYLES + sheet)).sections[0].blocks[0]
    assert isinstance(block, Table)
    inside = block.rows[0].cells[0].blocks[0]
    assert isinstance(inside, Paragraph)
    assert (run_of(inside).size, run_of(inside).color) == (20.0, "0000ff")


def test_what_a_table_style_sets_ends_with_the_table() -> None:
    sheet = style("T", BOLD, kind="table")
    body = table(row("text"), widths=(2000,), props='<w:tblStyle w:val="T"/>') + paragraph("efter")
    assert not run_of(paragraphs(Docx(body, styles=STYLES + sheet))[0]).bold


def test_a_theme_font_goes_before_a_named_one() -> None:
    theme = document_theme(minor="Carlito", major="Caladea")
    fonts = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'
    assert run_of(paragraphs(Docx(paragraph(run("text", fonts)), theme=theme))[0]).family == "Carlito"


def test_a_theme_font_that_the_theme_lacks_gives_way_to_the_named_one() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'
    assert run_of(paragraphs(Docx(paragraph(run("text", fonts))))[0]).family == "Arial"


@pytest.mark.parametrize(("languages", "family"), [('w:bidi="ar-SA"', "Arabisk"), ('w:bidi="he-IL"', "Carlito")])
def test_a_font_that_the_theme_leaves_open_is_that_of_the_settings_script(languages: str, family: str) -> None:
    theme = document_theme(major="Caladea", minor="Carlito")
    theme = theme.replace('<a:cs typeface=""/>', '<a:cs typeface=""/><a:font script="Arab" typeface="Arabisk"/>')
    fonts = '<w:rFonts w:ascii="Carlito" w:asciiTheme="majorBidi"/>'
    docx = Docx(paragraph(run("text", fonts)), theme=theme, settings=f"<w:themeFontLang {languages}/>")
    assert run_of(paragraphs(docx)[0]).family == family


def test_a_font_that_is_named_for_the_letters_beyond_ascii_serves_those_alone() -> None:
    assert families("blåbär", '<w:rFonts w:hAnsi="Arial"/>') == [
        ("bl", "Liberation Sans"),
        ("å", "Arial"),
        ("b", "Liberation Sans"),
        ("ä", "Arial"),
        ("r", "Liberation Sans"),
    ]


def families(text: str, props: str) -> list[tuple[str, str]]:
    found = paragraphs(Docx(paragraph(run(text, props))))[0].content
    return [(item.text, item.style.family) for item in found if isinstance(item, TextRun)]


def test_each_script_has_the_font_that_the_run_names_for_it() -> None:
    fonts = '<w:rFonts w:ascii="A" w:hAnsi="A" w:eastAsia="E" w:cs="C"/>'
    assert families("ett 您 שלום עולם “två”", fonts) == [
        ("ett ", "A"),
        ("您", "E"),
        (" ", "A"),
        ("שלום עולם", "C"),
        (" “två”", "A"),
    ]
    assert families("“", fonts.replace("/>", ' w:hint="eastAsia"/>')) == [("“", "E")]


def test_complex_scripts_have_their_own_size_weight_slant_and_language() -> None:
    props = '<w:b/><w:sz w:val="20"/><w:szCs w:val="40"/><w:iCs/><w:lang w:val="sv-SE" w:bidi="he-IL"/>'
    latin, hebrew = (
        item.style
        for item in paragraphs(Docx(paragraph(run("ett שלום", props))))[0].content
        if isinstance(item, TextRun)
    )
    assert (latin.size, latin.bold, latin.italic, latin.language) == (10.0, True, False, "sv-SE")
    assert (hebrew.size, hebrew.bold, hebrew.italic, hebrew.language) == (20.0, False, True, "he-IL")


@pytest.mark.parametrize("mark", ["<w:rtl/>", "<w:cs/>"])
def test_a_run_marked_as_complex_is_so_whatever_its_characters(mark: str) -> None:
    assert families("12 ett", f'<w:rFonts w:ascii="A" w:cs="C"/>{mark}') == [("12 ett", "C")]


THEME = (
    "<a:themeElements><a:clrScheme><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
    "<a:accent1><a:srgbClr val='4472C4'/></a:accent1></a:clrScheme></a:themeElements>"
)


@pytest.mark.parametrize(
    ("attributes", "color"),
    [
        ('w:val="FF0000" w:themeColor="accent1"', "4472c4"),
        ('w:val="FF0000" w:themeColor="accent1" w:themeShade="80"', "203965"),
        ('w:val="FF0000" w:themeColor="text1" w:themeTint="80"', "7f7f7f"),
        ('w:val="FF0000" w:themeColor="accent6"', "ff0000"),
        ('w:val="auto"', "000000"),
        ('w:val="#00fF00"', "00ff00"),
        ('w:val="#0f0"', "000000"),
    ],
)
def test_a_colour_of_the_theme_has_its_tint_and_shade(attributes: str, color: str) -> None:
    assert run_of(paragraphs(Docx(paragraph(run("a", f"<w:color {attributes}/>")), theme=THEME))[0]).color == color


@pytest.mark.parametrize(
    ("shade", "color"),
    [
        ('w:val="clear" w:fill="000080"', "ffffff"),
        ('w:val="clear" w:fill="FFFF00"', "000000"),
        ('w:val="pct80" w:color="auto" w:fill="auto"', "ffffff"),
    ],
)
def test_automatic_text_on_a_dark_ground_is_white(shade: str, color: str) -> None:
    assert run_of(paragraphs(Docx(paragraph(run("a", f"<w:shd {shade}/>"))))[0]).color == color
    paragraph_shade = paragraph(run("a"), props=f"<w:shd {shade}/>")
    assert run_of(paragraphs(Docx(paragraph_shade))[0]).color == color


@pytest.mark.parametrize(
    ("props", "key", "expected"),
    [
        ('<w:u w:val="single"/>', "underline", "single"),
        ('<w:u w:val="none"/>', "underline", ""),
        ('<w:color w:val="auto"/>', "color", "000000"),
        ('<w:color w:val="röd"/>', "color", "000000"),
        ('<w:highlight w:val="yellow"/>', "background", "ffff00"),
        ('<w:shd w:val="clear" w:fill="DDEEFF"/>', "background", "ddeeff"),
        ('<w:shd w:val="solid" w:color="112233" w:fill="DDEEFF"/>', "background", "112233"),
        ('<w:shd w:val="clear" w:fill="auto"/>', "background", ""),
        ('<w:vertAlign w:val="superscript"/>', "vertical", "superscript"),
        ('<w:vertAlign w:val="baseline"/>', "vertical", ""),
        ('<w:spacing w:val="40"/>', "spacing", 2.0),
        ('<w:position w:val="-6"/>', "raised", -3.0),
        ('<w:position w:val="99999"/>', "raised", 1584.0),
        ('<w:spacing w:val="-99999"/>', "spacing", -1584.0),
        ('<w:w w:val="80"/>', "scale", 0.8),
        ('<w:w w:val="0"/>', "scale", 0.01),
        ('<w:w w:val="90000%"/>', "scale", 6.0),
        ('<w:sz w:val="0"/>', "size", 0.5),
        ('<w:sz w:val="99999"/>', "size", 1638.0),
        ('<w:sz w:val="stor"/>', "size", 10.0),
        ('<w:sz w:val="nan"/>', "size", 10.0),
        ('<w:sz w:val="inf"/>', "size", 10.0),
        ('<w:sz w:val="12pt"/>', "size", 12.0),
        ('<w:kern w:val="20"/>', "kern", True),
        ('<w:kern w:val="40"/>', "kern", False),
        ("<w:dstrike/>", "double_strike", True),
        ('<w:lang w:eastAsia="ja-JP"/>', "language", "sv-SE"),
    ],
)
def test_direct_formatting_of_a_run_is_read(props: str, key: str, expected: object) -> None:
    docx = Docx(paragraph(run("text", props)))
    assert getattr(run_of(paragraphs(docx)[0]), key) == expected


@pytest.mark.parametrize(
    ("props", "key", "expected"),
    [
        ('<w:ind w:left="400" w:hanging="200"/>', "first", -10.0),
        ('<w:ind w:start="400" w:end="600" w:firstLine="100"/>', "left", 20.0),
        ('<w:ind w:right="600"/>', "right", 30.0),
        ('<w:spacing w:before="100" w:beforeAutospacing="1"/>', "before", 14.0),
        ('<w:spacing w:after="-100"/>', "after", 0.0),
        ('<w:spacing w:line="360"/>', "line", 1.5),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', "line", 18.0),
        ('<w:spacing w:line="9999999"/>', "line", 132.0),
        ('<w:spacing w:line="9999999" w:lineRule="exact"/>', "line", 1584.0),
        ('<w:spacing w:line="14pt" w:lineRule="atLeast"/>', "line", 14.0),
        ('<w:jc w:val="both"/>', "align", "justify"),
        ('<w:jc w:val="end"/>', "align", "right"),
        ('<w:outlineLvl w:val="2"/>', "outline_level", 2),
        ('<w:outlineLvl w:val="9"/>', "outline_level", None),
        ("<w:suppressAutoHyphens/>", "hyphenate", False),
        ('<w:widowControl w:val="0"/>', "widow_control", False),
        ('<w:shd w:val="clear" w:fill="EEEEEE"/>', "background", "eeeeee"),
    ],
)
def test_direct_formatting_of_a_paragraph_is_read(props: str, key: str, expected: object) -> None:
    assert getattr(paragraphs(Docx(paragraph("text", props=props)))[0].style, key) == expected


@pytest.mark.parametrize("line", ['w:line="0"', 'w:line="-240"', 'w:line="0" w:lineRule="exact"'])
def test_a_line_height_of_nothing_is_a_single_line(line: str) -> None:
    found = paragraphs(Docx(paragraph("text", props=f"<w:spacing {line}/>")))[0].style
    assert (found.line, found.line_rule) == (1.0, "auto")


def test_headings_have_their_level_from_their_name_or_their_own() -> None:
    sheet = style("X", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', name="Avsnitt")
    docx = Docx(paragraph("a", style="H3") + paragraph("b", style="X") + paragraph("c"), styles=STYLES + sheet)
    assert [found.style.outline_level for found in paragraphs(docx)] == [2, 1, None]


def test_tab_stops_add_up_and_one_is_taken_away_by_clear() -> None:
    sheet = style(
        "P", '<w:pPr><w:tabs><w:tab w:val="left" w:pos="400"/><w:tab w:val="right" w:pos="800"/></w:tabs></w:pPr>'
    )
    own = '<w:tabs><w:tab w:val="clear" w:pos="400"/><w:tab w:val="decimal" w:pos="600" w:leader="dot"/></w:tabs>'
    found = paragraphs(Docx(paragraph("text", style="P", props=own), styles=STYLES + sheet))[0].style.tabs
    assert [(stop.position, stop.kind, stop.leader) for stop in found] == [(30, "decimal", "dot"), (40, "right", "")]


NUMBERING = abstract(
    0,
    level(0, content='<w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr>'),
    level(1, content='<w:pPr><w:ind w:left="800" w:hanging="400"/></w:pPr>'),
) + instance(1, 0)


def test_the_indents_of_a_list_stand_below_the_paragraphs_own() -> None:
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    docx = Docx(
        paragraph("a", props=numbered) + paragraph("b", props=numbered + '<w:ind w:left="100"/>'), numbering=NUMBERING
    )
    assert [(found.style.left, found.style.first) for found in paragraphs(docx)] == [(40, -20), (5, -20)]


def test_a_style_with_a_list_takes_the_lists_indents_under_its_own() -> None:
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    sheet = style("A", f"<w:pPr>{listed}</w:pPr>") + style("B", f'<w:pPr>{listed}<w:ind w:left="60"/></w:pPr>')
    docx = Docx(paragraph("a", style="A") + paragraph("b", style="B"), styles=STYLES + sheet, numbering=NUMBERING)
    assert [(found.style.left, found.style.first) for found in paragraphs(docx)] == [(20, -20), (3, -20)]


def test_a_paragraph_taken_out_of_its_styles_list_loses_the_indents_that_came_with_it() -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="60" w:right="40"/></w:pPr>'
    sheet = style("A", listed) + style("B", '<w:pPr><w:ind w:left="80"/></w:pPr>', based_on="A")
    out = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = paragraph("a", style="A", props=out) + paragraph("b", style="B", props=out)
    found = paragraphs(Docx(body, styles=STYLES + sheet, numbering=NUMBERING))
    assert [(each.style.left, each.style.first, each.style.right) for each in found] == [(0, 0, 2), (4, 0, 2)]


def test_a_level_that_is_set_directly_has_its_own_indents_though_the_style_names_the_list() -> None:
    sheet = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    deeper = paragraph("a", style="A", props='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    found = paragraphs(Docx(deeper, styles=STYLES + sheet, numbering=NUMBERING))[0]
    assert found.label is not None
    assert (found.label.level, found.style.left) == (1, 40)


def test_equal_runs_share_one_style() -> None:
    found = paragraphs(Docx(paragraph(run("a", "<w:b/>"), run("b"), run("c", "<w:b/>"))))[0].content
    one, _, three = (item.style for item in found if isinstance(item, TextRun))
    assert one is three


@pytest.mark.parametrize(
    ("own", "override", "expected"),
    [
        ("24", "", (8.0, "center")),
        ("24", "1", (12.0, "left")),
        ("22", "0", (11.0, "center")),
    ],
)
def test_the_default_style_leaves_a_table_its_size_and_alignment_where_its_own_are_words_old_ones(
    own: str, override: str, expected: tuple[float, str]
) -> None:
    normal = f'<w:name w:val="Normal"/><w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="{own}"/></w:rPr>'
    grid = style("T", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr>', kind="table")
    sheet = STYLES.replace('<w:name w:val="Normal"/>', normal) + grid
    name = "overrideTableStyleFontSizeAndJustification"
    compat = f'<w:compatSetting w:name="{name}" w:uri="x" w:val="{override}"/>' if override else ""
    body = table(row(cell("text")), props='<w:tblStyle w:val="T"/>')
    found = document(Docx(body, styles=sheet, compat=compat)).sections[0].blocks[0]
    assert isinstance(found, Table)
    inside = found.rows[0].cells[0].blocks[0]
    assert isinstance(inside, Paragraph)
    assert (run_of(inside).size, inside.style.align) == expected


def test_a_style_of_its_own_size_keeps_it_in_a_table_all_the_same() -> None:
    normal = '<w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr>'
    own = style("P", '<w:rPr><w:sz w:val="24"/></w:rPr>', based_on="Normal")
    grid = style("T", '<w:rPr><w:sz w:val="16"/></w:rPr>', kind="table")
    sheet = STYLES.replace('<w:name w:val="Normal"/>', normal) + own + grid
    body = table(row(cell(paragraph("text", style="P"))), props='<w:tblStyle w:val="T"/>')
    found = document(Docx(body, styles=sheet)).sections[0].blocks[0]
    assert isinstance(found, Table)
    inside = found.rows[0].cells[0].blocks[0]
    assert isinstance(inside, Paragraph)
    assert run_of(inside).size == 12.0
