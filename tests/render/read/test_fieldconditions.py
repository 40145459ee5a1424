"""Fields that are reckoned: formulas, conditions, numbers in pictures, and those in headers that ask for the page."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.render.read.fieldcodes import parsed
from pipeline.render.read.fieldconditions import deferred, reckoned, result_of
from pipeline.render.read.fieldformulas import formula_value
from pipeline.render.read.numericpictures import pictured
from tests.render.docx import A4, Docx, bookmark, field_of, page_break, paragraph, run
from tests.render.pdffile import tag_tree
from tests.render.rendering import Made, made

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
PAGE, PAGES = field_of("PAGE", "1"), field_of("NUMPAGES", "9")


def nested(*parts: str, stored: str = "gammal") -> str:
    """Return a field whose instruction holds others."""
    code = "".join(
        part if part.startswith("<") else f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in parts
    )
    return f"{BEGIN}{code}{SEPARATE}{run(stored)}{END}"


def form(kind: str, data: str) -> str:
    """Return a form field without a stored result."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f"{begin}<w:r><w:instrText> {kind} </w:instrText></w:r>{SEPARATE}{END}"


def with_footer(content: str) -> Made:
    """Return two pages with one footer."""
    body = paragraph("ett") + paragraph(page_break()) + paragraph("två")
    section = f'<w:footerReference w:type="default" r:id="rF"/>{A4}'
    return made(Docx(body, section=section, footers={"rF": paragraph(content)}))


@pytest.mark.parametrize(
    ("number", "picture", "language", "text"),
    [
        ("1234.5", "# ##0,00", "sv-SE", "1 234,50"),
        ("1234.5", "#,##0.00", "en-US", "1,234.50"),
        ("1234567", "#,##0", "en-US", "1,234,567"),
        ("12", "000", "sv-SE", "012"),
        ("-3.2", "0,0;(0,0)", "sv-SE", "(3,2)"),
        ("-3.2", "0,0 kr", "sv-SE", "-3,2 kr"),
        ("0", "0;-0;'inget'", "sv-SE", "inget"),
        ("0.5", "#,##", "sv-SE", ",5"),
        ("7", "'nr '0'!'", "sv-SE", "nr 7!"),
        ("1234", "x00", "sv-SE", "234"),
        ("2", "+0", "sv-SE", "+2"),
        ("2", "kr", "sv-SE", "kr"),
    ],
)
def test_a_number_is_written_as_its_picture_says(number: str, picture: str, language: str, text: str) -> None:
    assert pictured(Decimal(number), picture, language) == text


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("2*(3+4)", "14"),
        ("2^3 - 1", "7"),
        ("50%", "0.5"),
        ("-(1,5) + 2", "0.5"),
        ("SUM(1;2;3)", "6"),
        ("ROUND(2,345;2)", "2.35"),
        ("IF(1<2; 10; 20)", "10"),
        ("AVERAGE(2;4) + MAX(1;9) - MIN(3;2) + ABS(-1) + INT(2.7)", "13"),
        ("MOD(7;4) + SIGN(-5) + NOT(0) + PRODUCT(2;3) + COUNT(1;1)", "11"),
        ("AND(1;0) + OR(1;0) + TRUE + FALSE", "2"),
        ('"3" + "4"', "7"),
    ],
)
def test_a_formula_has_its_value(formula: str, value: str) -> None:
    assert formula_value(formula) == Decimal(value)


@pytest.mark.parametrize(
    "formula",
    ["", "SUM(ABOVE)", "A1+1", "1/0", "9^9999", "(1", "1 2", "2 & 3", "(" * 5000, "MOD(1)", "SUM 1", "1+" * 500],
)
def test_a_formula_that_cannot_be_reckoned_has_none(formula: str) -> None:
    assert formula_value(formula) is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('IF 2 < 10 "ja" "nej"', "ja"),
        ('IF "abc" = "a*" "ja" "nej"', "ja"),
        ('IF abc <> a?c "ja" "nej"', "nej"),
        ('IF a >= b "ja"', ""),
        ('IF a <= b "ja" \\* Upper', "JA"),
        ("COMPARE 1 = 2", "0"),
        ("IF 1 ~ 2", None),
        ("= 10/4", "2,5"),
        ("= 3 + 1 \\* roman", "iv"),
    ],
)
def test_a_condition_shows_what_holds(code: str, text: str | None) -> None:
    assert result_of(parsed(code), "sv-SE") == text


def test_an_inner_field_without_an_end_has_no_value() -> None:
    assert reckoned("IF \x02 PAGE = 1", lambda _code: "1") is None
    assert reckoned(f"= {deferred('PAGE')} + 1", lambda _code: "4") == "5"


def test_a_condition_in_a_footer_is_reckoned_on_each_page() -> None:
    found = with_footer(nested(" IF ", PAGE, " = ", PAGES, ' "Slut" "Fortsätter" '))

    assert found.reading.running("Footer") == ["Fortsätter", "Slut"]
    assert "REN454" not in found.codes


def test_fields_within_fields_within_a_footer_are_reckoned_from_the_inside() -> None:
    inner = nested(" = ", PAGE, " - 1 ")

    assert with_footer(nested(" IF ", inner, ' = 0 "första" "annan" ')).reading.running("Footer") == ["första", "annan"]


def test_page_numbers_keep_the_picture_that_they_ask_for() -> None:
    found = with_footer(field_of('PAGE \\# "00"', "1") + run(" av ") + field_of('NUMPAGES \\# "000"', "9"))

    assert found.reading.running("Footer") == ["01 av 002", "02 av 002"]


def test_a_counted_field_keeps_its_picture() -> None:
    found = made(Docx(paragraph(field_of('SEQ Bilaga \\# "000"', "1")) + paragraph(field_of("SEQ Bilaga", "1"))))

    assert found.reading.lines() == ["001", "2"]


def test_a_formula_without_a_stored_result_is_reckoned_and_one_that_cannot_be_is_told() -> None:
    good, bad = field_of('= 1200 + 34 \\# "# ##0"', ""), field_of("= SUM(ABOVE)", "")
    found = made(Docx(paragraph(good) + paragraph(run("summa "), bad)))

    assert found.reading.lines()[0] == "1 234"
    assert [finding.message for finding in found.findings] == [
        "fältet =: det har inget lagrat resultat, så inget visas"
    ]


@pytest.mark.parametrize("code", ["INDEX", 'DISPLAYBARCODE "1" QR', "BIBLIOGRAPHY", "INCLUDETEXT fil.docx"])
def test_a_field_that_has_nothing_to_show_is_told(code: str) -> None:
    assert made(Docx(paragraph(run("x"), field_of(code, "")))).codes == ["REN420"]
    assert made(Docx(paragraph(run("x"), field_of(code, "text")))).codes == []


def test_a_box_to_tick_among_form_fields_is_drawn_and_heard_by_its_state() -> None:
    ticked = form("FORMCHECKBOX", '<w:checkBox><w:size w:val="40"/><w:default w:val="0"/><w:checked/></w:checkBox>')
    found = made(Docx(paragraph(ticked, run(" ja")) + paragraph(form("FORMCHECKBOX", "<w:checkBox/>"), run(" nej"))))

    assert found.reading.lines() == ["☒ ja", "☐ nej"]
    assert found.reading.find("☒").size == 20
    assert "Alt=“kryssruta, markerad”" in tag_tree(found.rendered.pdf)
    assert "Alt=“kryssruta, inte markerad”" in tag_tree(found.rendered.pdf)


def test_a_text_field_shows_what_it_begins_with() -> None:
    content = form("FORMTEXT", '<w:textInput><w:default w:val="Förval"/></w:textInput>')

    assert made(Docx(paragraph(content))).reading.lines() == ["Förval"]


def test_marks_of_old_stand_for_the_page_and_the_date_of_the_document() -> None:
    marks = "<w:r><w:pgNum/><w:t>/</w:t><w:dayShort/><w:t>/</w:t><w:monthLong/><w:t>/</w:t><w:yearLong/></w:r>"
    dated = "<dcterms:modified>2024-03-05T10:00:00Z</dcterms:modified>"

    assert made(Docx(paragraph(marks), core=dated)).reading.lines() == ["1/05/mars/2024"]


def test_a_condition_may_ask_for_a_heading_or_the_page_of_a_bookmark() -> None:
    body = paragraph("Inledning", style="H1") + paragraph(page_break(), bookmark("slut"), run("två"))
    asks = nested(" IF ", field_of('STYLEREF "heading 1"', "x"), ' = "Inl*" "ja" "nej" ')
    last = nested(" IF ", PAGE, " = ", field_of("PAGEREF slut", "9"), ' " sista" " ej" ')
    section = f'<w:footerReference w:type="default" r:id="rF"/>{A4}'
    found = made(Docx(body, section=section, footers={"rF": paragraph(asks, last)}))

    assert found.reading.running("Footer") == ["ja ej", "ja sista"]


def test_a_condition_in_the_text_knows_the_number_of_pages() -> None:
    condition = nested(" IF ", PAGES, ' > 1 "flera sidor" "en sida" ', stored="en sida")

    assert made(Docx(paragraph(condition) + paragraph(page_break()))).reading.lines()[0] == "flera sidor"
    assert made(Docx(paragraph(condition))).reading.lines() == ["en sida"]


def test_a_page_number_within_a_field_of_another_kind_is_the_stored_one() -> None:
    quote = f'{BEGIN}<w:r><w:instrText>QUOTE "sida </w:instrText></w:r>{PAGE}<w:r><w:instrText>"</w:instrText></w:r>'

    assert made(Docx(paragraph(f"{quote}{SEPARATE}{END}"))).reading.lines() == ["sida 1"]
