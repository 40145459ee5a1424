"""Labels of lists: formats, restarts, overrides and lists that belong to styles."""

from __future__ import annotations

import pytest

from pipeline.render.read.numberformats import formatted
from tests.render.docx import STYLES, Docx, abstract, instance, item, level, paragraph
from tests.render.rendering import paragraphs

LEGAL = abstract(0, level(0), level(1, text="%1.%2"), level(2, text="%1.%2.%3"))


def labels(docx: Docx) -> list[str | None]:
    return [None if found.label is None else found.label.text for found in paragraphs(docx)]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", ["1", "4", "27", "0"]),
        ("decimalZero", ["01", "04", "27", "00"]),
        ("upperRoman", ["I", "IV", "XXVII", "0"]),
        ("lowerRoman", ["i", "iv", "xxvii", "0"]),
        ("upperLetter", ["A", "D", "AA", "0"]),
        ("lowerLetter", ["a", "d", "aa", "0"]),
        ("ordinal", ["1:a", "4:e", "27:e", "0:e"]),
        ("numberInDash", ["- 1 -", "- 4 -", "- 27 -", "- 0 -"]),
        ("none", ["", "", "", ""]),
        ("japaneseCounting", ["一", "四", "二十七", "〇"]),
        ("decimalEnclosedCircle", ["①", "④", "㉗", "⓪"]),
        ("chicago", ["*", "§", "‡" * 7, "0"]),
        ("cardinalText", ["Ett", "Fyra", "Tjugosju", "Noll"]),
        ("ordinalText", ["Första", "Fjärde", "Tjugosjunde", "Nollte"]),
        ("custom:001, 002", ["001", "004", "027", "000"]),
        ("hex", ["1", "4", "1B", "0"]),
        ("okänt", ["1", "4", "27", "0"]),
    ],
)
def test_a_number_is_written_in_its_format(number_format: str, expected: list[str]) -> None:
    assert [formatted(number, number_format) for number in (1, 4, 27, 0)] == expected


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1:a"), (2, "2:a"), (3, "3:e"), (11, "11:e"), (12, "12:e"), (22, "22:a")]
)
def test_swedish_ordinals_end_as_they_are_spoken(number: int, text: str) -> None:
    assert formatted(number, "ordinal") == text


def test_large_roman_numbers_and_long_letters_are_bounded() -> None:
    assert formatted(3999, "upperRoman") == "MMMCMXCIX"
    assert formatted(100_000, "upperRoman") == "100000"
    assert formatted(53, "lowerLetter") == "aaa"
    assert len(formatted(2**31 - 1, "lowerLetter")) < 50


def test_deeper_levels_begin_anew_below_the_next_item() -> None:
    body = item("a") + item("b", level=1) + item("c", level=1) + item("d") + item("e", level=1) + item("f", level=2)
    assert labels(Docx(body, numbering=LEGAL + instance(1, 0))) == ["1.", "1.1", "1.2", "2.", "2.1", "2.1.1"]


def test_a_level_that_is_told_not_to_restart_goes_on() -> None:
    numbering = abstract(0, level(0), level(1, content='<w:lvlRestart w:val="0"/>')) + instance(1, 0)
    body = item("a") + item("b", level=1) + item("c") + item("d", level=1)
    assert labels(Docx(body, numbering=numbering)) == ["1.", "1.", "2.", "2."]


def test_a_level_may_restart_only_after_a_level_further_up() -> None:
    numbering = abstract(0, level(0), level(1), level(2, content='<w:lvlRestart w:val="1"/>')) + instance(1, 0)
    body = "".join(item("x", level=depth) for depth in (0, 1, 2, 1, 2, 0, 2))
    assert labels(Docx(body, numbering=numbering)) == ["1.", "1.", "1.", "2.", "2.", "2.", "1."]


def test_lists_of_one_definition_count_on_together() -> None:
    body = item("a") + item("b", number=2) + item("c")
    assert labels(Docx(body, numbering=LEGAL + instance(1, 0) + instance(2, 0))) == ["1.", "2.", "3."]


def test_a_start_override_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("a") + item("b", number=2) + item("c", number=2)
    assert labels(Docx(body, numbering=LEGAL + instance(1, 0) + instance(2, 0, override))) == ["1.", "5.", "6."]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert labels(Docx(item("a") + item("b"), numbering=LEGAL + instance(1, 0, override))) == ["A)", "B)"]


def test_a_level_begins_where_it_is_told() -> None:
    assert labels(Docx(item("a"), numbering=abstract(0, level(0, start=7)) + instance(1, 0))) == ["7."]


def test_a_deeper_item_without_its_parent_shows_the_parents_first_number() -> None:
    assert labels(Docx(item("a", level=1) + item("b"), numbering=LEGAL + instance(1, 0))) == ["1.1", "1."]


def test_legal_numbering_shows_digits_for_every_level() -> None:
    numbering = abstract(0, level(0, "upperRoman"), level(1, text="%1.%2", content="<w:isLgl/>")) + instance(1, 0)
    assert labels(Docx(item("a") + item("b", level=1), numbering=numbering)) == ["I.", "1.1"]


def test_a_bullet_of_a_symbol_font_becomes_the_sign_that_it_shows() -> None:
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    numbering = abstract(0, level(0, "bullet", "\uf0b7", symbol), level(1, "bullet", "o"), level(2, "bullet", "\uf0a7"))
    body = item("a") + item("b", level=1) + item("c", level=2)
    assert labels(Docx(body, numbering=numbering + instance(1, 0))) == ["•", "o", "•"]


def test_a_label_of_no_number_is_empty_and_still_a_list() -> None:
    found = paragraphs(Docx(item("a"), numbering=abstract(0, level(0, "none", "%1")) + instance(1, 0)))[0].label
    assert found is not None
    assert found.text == ""


@pytest.mark.parametrize(("number", "depth"), [(9, 0), (1, 8), (0, 0)])
def test_a_list_that_does_not_exist_gives_no_label(number: int, depth: int) -> None:
    assert labels(Docx(item("a", number=number, level=depth), numbering=LEGAL + instance(1, 0))) == [None]


def test_a_level_deeper_than_any_costs_no_more_than_the_deepest() -> None:
    numbering = abstract(0, level(99_999_999, text="%1.%9")) + instance(1, 0)
    assert labels(Docx(item("a", level=99_999_999), numbering=numbering)) == ["1.1"]


def test_a_list_in_a_style_numbers_its_paragraphs_at_the_level_that_names_the_style() -> None:
    linked = abstract(0, level(0), level(1, text="%1.%2", content='<w:pStyle w:val="H2"/>'))
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>{listed}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>{listed}</w:style>'
    )
    body = paragraph("a", style="H1") + paragraph("b", style="H2") + paragraph("c", style="H2")
    docx = Docx(body, styles=styles, numbering=linked + instance(1, 0))
    assert labels(docx) == ["1.", "1.1", "1.2"]


def test_a_paragraph_leaves_the_list_of_its_style_with_number_0() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    left = paragraph("b", style="L", props='<w:numPr><w:numId w:val="0"/></w:numPr>')
    docx = Docx(paragraph("a", style="L") + left, styles=STYLES + styles, numbering=LEGAL + instance(1, 0))
    assert labels(docx) == ["1.", None]


def test_a_definition_that_points_to_a_list_style_uses_that_styles_definition() -> None:
    real = f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>{level(0, text="§ %1")}</w:abstractNum>'
    pointing = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>'
    assert labels(Docx(item("a"), numbering=real + pointing + instance(1, 0))) == ["§ 1"]


def test_a_label_looks_as_its_level_says_over_the_paragraph_mark() -> None:
    numbering = abstract(0, level(0, content='<w:rPr><w:color w:val="FF0000"/></w:rPr>')) + instance(1, 0)
    body = item("a", props='<w:rPr><w:b/><w:u w:val="single"/><w:color w:val="00FF00"/></w:rPr>')
    found = paragraphs(Docx(body, numbering=numbering))[0].label
    assert found is not None
    assert (found.style.color, found.style.bold, found.style.underline) == ("ff0000", True, "")


def test_the_suffix_and_the_alignment_of_a_label_are_read() -> None:
    numbering = abstract(0, level(0, content='<w:suff w:val="space"/><w:lvlJc w:val="end"/>')) + instance(1, 0)
    found = paragraphs(Docx(item("a"), numbering=numbering))[0].label
    assert found is not None
    assert (found.suffix, found.align) == ("space", "right")


def test_a_label_of_no_number_keeps_its_words() -> None:
    assert labels(Docx(item("a"), numbering=abstract(0, level(0, "none", "Bilaga %1")) + instance(1, 0))) == ["Bilaga "]


def test_a_legal_level_shows_all_levels_as_digits() -> None:
    legal = level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    body = item("a") + item("b", level=1)
    numbering = abstract(0, level(0, "upperRoman"), legal) + instance(1, 0)
    assert labels(Docx(body, numbering=numbering)) == ["I.", "1.1"]
    off = abstract(0, level(0, "upperRoman"), legal.replace("<w:isLgl/>", '<w:isLgl w:val="0"/>')) + instance(1, 0)
    assert labels(Docx(body, numbering=off)) == ["I.", "I.a"]


def test_a_place_for_a_deeper_level_is_empty() -> None:
    assert labels(Docx(item("a"), numbering=abstract(0, level(0, text="%1.%2")) + instance(1, 0))) == ["1."]


def test_a_start_of_this_list_holds_each_time_the_level_begins() -> None:
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>'
    body = item("a") + item("b", level=1) + item("c") + item("d", level=1)
    assert labels(Docx(body, numbering=LEGAL + instance(1, 0, override))) == ["1.", "1.4", "2.", "2.4"]


def test_a_format_in_an_alternative_is_read() -> None:
    choice = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003"/>'
    own = f'{choice}</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    padded = level(0).replace('<w:numFmt w:val="decimal"/>', own)
    assert labels(Docx(item("a"), numbering=abstract(0, padded) + instance(1, 0))) == ["001."]


def test_a_picture_as_bullet_is_a_plain_bullet() -> None:
    pictured = level(0, "bullet", " ", '<w:lvlPicBulletId w:val="0"/>')
    assert labels(Docx(item("a"), numbering=abstract(0, pictured) + instance(1, 0))) == ["•"]


def test_numbers_in_words_follow_the_language_of_the_text() -> None:
    numbering = abstract(0, level(0, "ordinalText", "%1")) + instance(1, 0)
    assert labels(Docx(item("a"), numbering=numbering)) == ["Första"]
    assert labels(Docx(item("a"), numbering=numbering, styles=STYLES.replace("sv-SE", "en-US"))) == ["First"]
