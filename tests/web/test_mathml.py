"""Equations on the page are MathML, with what they say in words beside it."""

from __future__ import annotations

import pytest

from tests.render.docx import paragraph, run
from tests.web.reading import page_of


def r(text: str, props: str = "") -> str:
    return f"<m:r>{props}<m:t>{text}</m:t></m:r>"


def shown(inside: str) -> str:
    page = page_of(paragraph(run("Här: "), f"<m:oMath>{inside}</m:oMath>"))
    found = page.html.partition("<math")[2].partition("</math>")[0]
    return found.partition(">")[2]


@pytest.mark.parametrize(
    ("inside", "made"),
    [
        (r("x+12,5"), "<mi>x</mi><mo>+</mo><mn>12,5</mn>"),
        (f"<m:f><m:num>{r('a')}</m:num><m:den>{r('2')}</m:den></m:f>", "<mfrac><mrow><mi>a</mi></mrow><mrow><mn>2</mn></mrow></mfrac>"),
        (f"<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e>{r('y')}</m:e></m:rad>", "<msqrt><mrow><mi>y</mi></mrow></msqrt>"),
        (f"<m:sSup><m:e>{r('x')}</m:e><m:sup>{r('2')}</m:sup></m:sSup>", "<msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup>"),
        (f"<m:sSub><m:e>{r('x')}</m:e><m:sub>{r('i')}</m:sub></m:sSub>", "<msub><mrow><mi>x</mi></mrow><mrow><mi>i</mi></mrow></msub>"),
        (f"<m:d><m:e>{r('a')}</m:e></m:d>", "<mrow><mo>(</mo><mrow><mi>a</mi></mrow><mo>)</mo></mrow>"),
        (f"<m:m><m:mr><m:e>{r('a')}</m:e><m:e>{r('b')}</m:e></m:mr></m:m>", "<mtable><mtr><mtd><mrow><mi>a</mi></mrow></mtd><mtd><mrow><mi>b</mi></mrow></mtd></mtr></mtable>"),
        (r("om", "<m:rPr><m:nor/></m:rPr>"), "<mtext>om</mtext>"),
    ],
    ids=["signs", "fraction", "root", "power", "index", "brackets", "matrix", "words"],
)  # fmt: skip
def test_an_equation_is_written_in_elements_of_mathml(inside: str, made: str) -> None:
    assert made in shown(inside)


def test_an_equation_has_its_swedish_words_as_alternative() -> None:
    page = page_of(paragraph(f"<m:oMath><m:f><m:num>{r('a')}</m:num><m:den>{r('b')}</m:den></m:f></m:oMath>"))
    (math,) = page.all("//math")
    assert math.get("alttext")
    assert math.get("display") is None


def test_an_equation_of_its_own_line_is_a_block_and_its_letters_are_escaped() -> None:
    page = page_of(paragraph(f"<m:oMathPara><m:oMath>{r('a &lt; b')}</m:oMath></m:oMathPara>"))
    (math,) = page.all("//math")
    assert math.get("display") == "block"
    assert "<mo>&lt;</mo>" in page.html


@pytest.mark.parametrize(("letters", "scrolls"), [(20, False), (60, True)])
def test_an_equation_in_the_text_that_is_longer_than_a_small_screen_scrolls(letters: int, scrolls: bool) -> None:
    page = page_of(paragraph(run("Här: "), f"<m:oMath>{r('x' * letters)}</m:oMath>"))
    assert bool(page.all("//span[@class='formel inne'][@tabindex='0']/math")) is scrolls
