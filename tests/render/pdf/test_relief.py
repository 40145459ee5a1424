"""Text that is outlined, raised, sunk or has a shadow: drawn so, and read once."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from tests.render.docx import Docx, paragraph, run
from tests.render.rendering import made

LINE = '<w14:textOutline w14:w="9525"><w14:solidFill>{}</w14:solidFill></w14:textOutline>'


def shown(look: str, styles: str = "") -> str:
    """Return the operators of a page with one word in this look."""
    body = paragraph(run("Relief", look))
    return operators_of(Docx(body, styles=styles) if styles else Docx(body))


def operators_of(docx: Docx) -> str:
    with pikepdf.open(BytesIO(made(docx).rendered.pdf)) as file:
        return file.pages[0].Contents.read_bytes().decode("latin-1")


def test_outlined_text_is_stroked_in_its_colour_and_what_follows_is_not() -> None:
    operators = shown('<w:outline/><w:color w:val="FF0000"/>')

    assert "1 0 0 RG 1 Tr" in operators
    assert "0 Tr" in operators


@pytest.mark.parametrize(("look", "inks"), [("shadow", 1), ("emboss", 2), ("imprint", 2)])
def test_a_shadow_is_a_copy_that_stands_for_no_text(look: str, inks: int) -> None:
    operators = shown(f"<w:{look}/>")

    assert len(re.findall("T[jJ]", operators)) == 2
    assert "/Span <</ActualText <feff>>> BDC" in operators
    assert len(set(re.findall(r"\S+ \S+ \S+ rg", operators)) - {"0 0 0 rg"}) == inks
    read = made(Docx(paragraph(run("Relief", f"<w:{look}/>")))).reading
    assert [line for line in read.lines() if line] == ["Relief"]


def test_raised_text_of_a_colour_of_its_own_keeps_it() -> None:
    assert "1 0 0 rg" in shown('<w:emboss/><w:color w:val="FF0000"/>')


def test_a_look_that_two_levels_of_styles_set_is_taken_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:outline/></w:rPr>'
        '</w:style><w:style w:type="character" w:styleId="T"><w:name w:val="T"/><w:rPr><w:outline/></w:rPr></w:style>'
    )

    assert " Tr" not in shown('<w:rStyle w:val="T"/>', styles)
    assert "1 Tr" in shown('<w:i w:val="0"/>', styles)


@pytest.mark.parametrize(
    ("look", "operators"),
    [
        (LINE.format('<w14:srgbClr w14:val="FF0000"/>'), "1 0 0 RG 2 Tr 0.75 w"),
        (LINE.format('<w14:schemeClr w14:val="accent1"/>'), "0 1 0 RG 2 Tr 0.75 w"),
        (LINE.format('<w14:schemeClr w14:val="tx1"/>'), "0 0 1 RG 2 Tr 0.75 w"),
        (
            LINE.format('<w14:srgbClr w14:val="FF0000"/>') + "<w14:textFill><w14:noFill/></w14:textFill>",
            "1 0 0 RG 1 Tr",
        ),
    ],
)
def test_letters_have_the_line_around_them_that_they_ask_for(look: str, operators: str) -> None:
    colors = (("accent1", "00ff00"), ("dk1", "0000ff"))
    scheme = "".join(f'<a:{name}><a:srgbClr val="{ink}"/></a:{name}>' for name, ink in colors)
    theme = f"<a:themeElements><a:clrScheme>{scheme}</a:clrScheme></a:themeElements>"

    assert operators in operators_of(Docx(paragraph(run("Kontur", look)), theme=theme))


@pytest.mark.parametrize("look", ['<w14:textOutline w14:w="9525"><w14:noFill/></w14:textOutline>', LINE.format("")])
def test_letters_without_a_colour_for_it_have_no_line(look: str) -> None:
    assert " Tr" not in shown(look)


def test_letters_are_filled_with_the_colour_that_word_2010_gives_them() -> None:
    fill = '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="00FF00"/></w14:solidFill></w14:textFill>'

    assert "0 1 0 rg" in shown(f'<w:color w:val="FF0000"/>{fill}')


BLUE = '<w14:srgbClr w14:val="0000FF"><w14:alpha w14:val="50000"/></w14:srgbClr>'


@pytest.mark.parametrize(("degrees", "place"), [(0, (10.0, 0.0)), (90, (0.0, -10.0)), (180, (-10.0, 0.0))])
def test_a_shadow_of_the_newer_kind_stands_at_its_distance_in_its_colour(
    degrees: int, place: tuple[float, float]
) -> None:
    cast = f'<w14:shadow w14:dist="127000" w14:dir="{degrees * 60_000}">{BLUE}</w14:shadow>'
    operators = shown(cast)
    ghost, text = ([float(part) for part in at] for at in re.findall(r"1 0 0 1 (\S+) (\S+) Tm", operators))
    assert [one - other for one, other in zip(ghost, text, strict=True)] == pytest.approx(place, abs=0.01)
    assert "0.502 0.502 1 rg" in operators


def test_a_glow_is_rings_of_lines_that_reach_as_far_as_it_says_and_no_text() -> None:
    glow = f'<w14:glow w14:rad="50800">{BLUE}</w14:glow>'
    widths = [float(width) for width in re.findall(r"2 Tr 1 j (\S+) w", shown(glow))]
    assert widths == [8.0, 6.0, 4.0, 2.0]
    assert [line for line in made(Docx(paragraph(run("Relief", glow)))).reading.lines() if line] == ["Relief"]


@pytest.mark.parametrize(
    ("fill", "color"),
    [
        (f"<w14:solidFill>{BLUE}</w14:solidFill>", "0.502 0.502 1 rg"),
        (
            (
                '<w14:gradFill><w14:gsLst><w14:gs w14:pos="0"><w14:srgbClr w14:val="FF0000"/></w14:gs>'
                '<w14:gs w14:pos="100000"><w14:srgbClr w14:val="0000FF"/></w14:gs></w14:gsLst></w14:gradFill>'
            ),
            "0.502 0 0.502 rg",
        ),
        ('<w14:solidFill><w14:schemeClr w14:val="none"/></w14:solidFill>', "1 0 0 rg"),
    ],
)
def test_letters_have_the_colour_that_their_filling_comes_to_on_paper(fill: str, color: str) -> None:
    assert color in shown(f'<w:color w:val="FF0000"/><w14:textFill>{fill}</w14:textFill>')
