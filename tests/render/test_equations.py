"""Equations: set in two dimensions on the line, read aloud in words, and found as text."""

from __future__ import annotations

import pytest

from pipeline.render.tree import PictureRun
from pipeline.web import WebOptions, web_page
from tests.render.docx import Docx, paragraph, run
from tests.render.pdffile import tag_tree, text_in_order
from tests.render.rendering import made, paragraphs


def sign(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def formula(*inside: str) -> str:
    return f"<m:oMath>{''.join(inside)}</m:oMath>"


def fraction(top: str, under: str) -> str:
    return f"<m:f><m:num>{top}</m:num><m:den>{under}</m:den></m:f>"


def power(base: str, exponent: str) -> str:
    return f"<m:sSup><m:e>{base}</m:e><m:sup>{exponent}</m:sup></m:sSup>"


def root(inside: str) -> str:
    return f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{inside}</m:e></m:rad>'


def words(inside: str) -> str:
    found = [item for item in paragraphs(Docx(paragraph(formula(inside))))[0].content if isinstance(item, PictureRun)]
    return found[0].picture.alt or ""


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (fraction(sign("a"), sign("b")), "a genom b"),
        (power(sign("x"), sign("2")), "x i kvadrat"),
        (root(sign("x")), "kvadratroten ur x"),
        (sign("a") + sign("=") + sign("b"), "a är lika med b"),
    ],
)
def test_an_equation_is_read_in_swedish_words(inside: str, said: str) -> None:
    assert words(inside) == said


def test_an_equation_is_a_formula_in_the_structure_with_its_signs_as_text() -> None:
    body = paragraph(run("Ytan är "), formula(sign("A"), sign("="), power(sign("r"), sign("2"))), run("."))
    result = made(Docx(body))
    assert "Formula Alt=“A är lika med r i kvadrat”" in tag_tree(result.rendered.pdf)
    assert {"Ytan", "är", "A=r2"} <= set(text_in_order(result.rendered.pdf).split())
    assert set(result.codes) <= {"REN410"}  # the face of equations has a stand-in


def test_a_numerator_stands_above_its_denominator() -> None:
    shown = made(Docx(paragraph(formula(fraction(sign("7"), sign("8")))))).reading
    assert shown.find("7").y < shown.find("8").y
    assert abs(shown.find("7").x - shown.find("8").x) < 1


def test_a_line_is_as_high_as_its_equation() -> None:
    tall = fraction(fraction(sign("1"), sign("2")), fraction(sign("3"), sign("4")))
    shown = made(Docx(paragraph(run("a"), formula(tall)) + paragraph(run("under")))).reading
    assert shown.find("4").y < shown.find("under").y - 5


def test_terms_that_lack_their_parts_are_set_as_far_as_they_go() -> None:
    kinds = "f sSub sSup sSubSup sPre nary rad d m eqArr acc bar groupChr limLow limUpp func box borderBox phant"
    for kind in kinds.split():
        result = made(Docx(paragraph(run("ord "), formula(f"<m:{kind}/>", sign("x")))))
        assert "ord" in text_in_order(result.rendered.pdf), kind


def test_a_sign_of_many_characters_is_its_first() -> None:
    many = '<m:nary><m:naryPr><m:chr m:val="wide"/></m:naryPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>'
    assert "x" in text_in_order(made(Docx(paragraph(formula(many)))).rendered.pdf)


def test_equations_far_inside_each_other_keep_their_signs() -> None:
    inside = sign("x")
    for _ in range(60):
        inside = fraction(inside, sign("2"))
    assert made(Docx(paragraph(run("ord "), formula(inside)))).rendered.pdf


def test_a_long_equation_goes_on_in_the_next_line() -> None:
    long = "".join(sign(f"aaaa{number}") + sign("+") for number in range(40))
    shown = made(Docx(paragraph(formula(long)))).reading
    assert len({round(item.y) for item in shown.fragments}) > 1
    assert max(item.x + item.width for item in shown.fragments) < 560


def test_the_web_page_has_the_signs_of_an_equation() -> None:
    docx = Docx(paragraph(run("Ytan är "), formula(sign("A"), sign("="), sign("r")))).bytes()
    page = web_page(docx, WebOptions("prov.docx")).value
    assert page is not None
    assert "<mi>A</mi><mo>=</mo><mi>r</mi>" in page.html


def alone(*equations: str, align: str = "") -> str:
    own = f'<m:oMathParaPr><m:jc m:val="{align}"/></m:oMathParaPr>' if align else ""
    return f"<m:oMathPara>{own}{''.join(map(formula, equations))}</m:oMathPara>"


@pytest.mark.parametrize(
    ("align", "settings", "least", "most"),
    [
        ("", "", 250, 330),
        ("left", "", 50, 60),
        ("right", "", 500, 560),
        ("", "left", 50, 60),
        ("center", "left", 250, 330),
    ],
)
def test_an_equation_alone_stands_where_it_or_the_settings_say(
    align: str, settings: str, least: float, most: float
) -> None:
    told = f'<m:mathPr><m:defJc m:val="{settings}"/></m:mathPr>' if settings else ""
    result = made(Docx(paragraph(alone(sign("E"), align=align)), settings=told))
    assert least <= result.reading.find("E").x < most


def test_equations_of_one_block_stand_below_each_other() -> None:
    result = made(Docx(paragraph(alone(sign("A"), sign("B")))))
    first, second = result.reading.find("A"), result.reading.find("B")
    assert second.x == pytest.approx(first.x, abs=3)
    assert abs(second.y - first.y) > 8


def test_an_equation_block_among_text_is_one_in_the_line() -> None:
    displayed = []
    for before in ("", "text "):
        (found,) = paragraphs(Docx(paragraph(before, alone(fraction(sign("a"), sign("b"))))))
        drawn = next(item for item in found.content if isinstance(item, PictureRun))
        assert drawn.picture.equation is not None
        displayed.append(drawn.picture.equation.display)
    assert displayed == [True, False]


def test_a_sum_on_a_line_of_its_own_is_as_high_as_fonts_of_mathematics_make_it() -> None:
    operator = f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e>{sign("x")}</m:e></m:nary>'
    shown = [
        made(Docx(paragraph(run(text), formula(operator), props='<w:spacing w:after="0"/>') + paragraph("under")))
        for text in ("i raden ", "")
    ]
    alone = made(Docx(paragraph(f"<m:oMathPara>{formula(operator)}</m:oMathPara>") + paragraph("under")))
    size = alone.reading.find("∑").size
    assert size > 1.35 * shown[0].reading.find("∑").size
    assert alone.reading.find("under").y - shown[1].reading.find("under").y > 3
