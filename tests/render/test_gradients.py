"""Fillings of several colours: what DrawingML and VML ask for, and how it stands in the PDF and on the web page."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from pipeline.render.gradients import Blend, Gradient, laid, stops_of
from pipeline.render.graphic import Label, Path, Place
from tests.render.docx import Docx, document_theme, paragraph
from tests.render.rendering import made, paragraphs
from tests.render.test_shapes import box, first_path, graphic, inline, shape, vml
from tests.web.reading import page_of

RED_TO_BLUE = ((0, "ff0000"), (100_000, "0000ff"))
STOPS = ((0.0, "ff0000"), (1.0, "0000ff"))


def blend(more: str = "", stops: tuple[tuple[int, str], ...] = RED_TO_BLUE) -> str:
    listed = "".join(f'<a:gs pos="{at}"><a:srgbClr val="{color}"/></a:gs>' for at, color in stops)
    return f"<a:gradFill><a:gsLst>{listed}</a:gsLst>{more}</a:gradFill>"


def rounded(found: Gradient | None) -> tuple[tuple[float, ...], ...]:
    assert found is not None
    return tuple(tuple(round(value, 1) for value in point) for point in (found.start, found.end))


@pytest.mark.parametrize(
    ("angle", "ends"),
    [
        (0, ((0.0, 25.0), (100.0, 25.0))),
        (90, ((50.0, 0.0), (50.0, 50.0))),
        (180, ((100.0, 25.0), (0.0, 25.0))),
        (45, ((12.5, -12.5), (87.5, 62.5))),
    ],
)
def test_a_line_of_colours_goes_over_the_shape_to_its_corners(angle: int, ends: tuple[tuple[float, ...], ...]) -> None:
    found = first_path(inline(shape(fill=blend(f'<a:lin ang="{angle * 60_000}"/>'))))
    assert found.gradient is not None
    assert (found.gradient.stops, rounded(found.gradient)) == (STOPS, ends)
    assert found.fill == "800080"


def test_without_a_direction_the_colours_go_downwards() -> None:
    assert rounded(first_path(inline(shape(fill=blend()))).gradient) == ((50.0, 0.0), (50.0, 50.0))


def test_a_turned_shape_turns_its_colours() -> None:
    turned = shape(transform=box(0, 0, 100, 50, 'rot="5400000"'), fill=blend('<a:lin ang="0"/>'))
    assert rounded(first_path(inline(turned)).gradient) == ((50.0, -25.0), (50.0, 75.0))


def test_colours_around_a_middle_reach_the_farthest_corner() -> None:
    around = '<a:path path="circle"><a:fillToRect r="100000" b="100000"/></a:path>'
    found = first_path(inline(shape(fill=blend(around)))).gradient
    assert found is not None
    assert (found.around, rounded(found)) == (True, ((0.0, 0.0), (100.0, 50.0)))


def test_stops_are_put_in_order_and_reach_both_ends() -> None:
    assert stops_of([(0.8, "0000ff"), (0.2, "ff0000"), (0.5, "")]) == (
        (0.0, "ff0000"), (0.2, "ff0000"), (0.8, "0000ff"), (1.0, "0000ff"),
    )  # fmt: skip
    assert stops_of([(0.0, "ff0000"), (1.0, "ff0000")]) == ()


def test_a_shape_without_extent_has_its_gradient_too() -> None:
    assert laid(Blend(STOPS, 0.0), Place(0.0, 0.0, 0.0, 0.0)) == Gradient(STOPS, (0.0, 0.0), (0.0, 0.0))


@pytest.mark.parametrize(
    ("attributes", "first", "last", "down"),
    [
        ("", "0000ff", "ff0000", True),
        ('focus="100%"', "ff0000", "0000ff", True),
        ('focus="50%"', "ff0000", "ff0000", True),
        ('focus="-100%"', "0000ff", "ff0000", True),
        ('focus="100%" angle="90"', "ff0000", "0000ff", False),
    ],
)
def test_the_focus_of_vml_says_where_the_second_colour_stands(
    attributes: str, first: str, last: str, *, down: bool
) -> None:
    fill = f'<v:fill type="gradient" color2="blue" {attributes}/>'
    found = first_path(vml(f'<v:rect style="width:100pt;height:50pt" fillcolor="red">{fill}</v:rect>')).gradient
    assert found is not None
    assert (found.stops[0][1], found.stops[-1][1]) == (first, last)
    assert (found.end[1] > found.start[1] + 1) == down


def test_a_second_colour_of_vml_may_be_the_first_made_darker() -> None:
    fill = '<v:fill type="gradient" color2="fill darken(128)" focus="100%"/>'
    found = first_path(vml(f'<v:rect style="width:100pt;height:50pt" fillcolor="#ff0000">{fill}</v:rect>')).gradient
    assert found is not None
    assert found.stops[-1] == (1.0, "800000")


def test_the_themes_gradient_takes_the_colour_of_the_shapes_style() -> None:
    darker = '<a:schemeClr val="phClr"><a:lumMod val="50000"/></a:schemeClr>'
    fill = f'<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="phClr"/></a:gs><a:gs pos="100000">{darker}</a:gs>'
    styles = f"<a:fmtScheme><a:fillStyleLst><a:solidFill/>{fill}</a:gsLst></a:gradFill></a:fillStyleLst></a:fmtScheme>"
    theme = document_theme(major="Arial", minor="Arial") + styles
    style = '<wps:style><a:fillRef idx="2"><a:srgbClr val="ff0000"/></a:fillRef></wps:style>'
    blocks = paragraphs(Docx(paragraph(inline(shape(fill="", more=style))), theme=theme))
    drawn = next(run.picture.graphic for run in blocks[0].content if hasattr(run, "picture"))
    assert drawn is not None
    found = next(item for item in drawn.items if isinstance(item, Path)).gradient
    assert found is not None
    assert [color for _, color in found.stops] == ["ff0000", "800000"]


def test_a_gradient_is_a_shading_written_once_with_its_stops() -> None:
    three = blend('<a:lin ang="0"/>', ((0, "ff0000"), (25_000, "00ff00"), (100_000, "0000ff")))
    result = made(Docx(paragraph(inline(shape(fill=three)), inline(shape("ellipse", fill=three)))))
    with pikepdf.open(BytesIO(result.rendered.pdf)) as pdf:
        shadings = pdf.pages[0].Resources.Shading
        assert len(shadings) == 1
        found = next(iter(shadings.values()))
        assert [int(found.ShadingType), *map(float, found.Function.Bounds)] == [2, 0.25]
        assert [float(part) for part in found.Function.Functions[0].C1] == [0, 1, 0]
        assert pdf.pages[0].Contents.read_bytes().count(b"/S1 sh") == 2


def test_the_web_page_has_the_same_gradients() -> None:
    around = blend('<a:path path="circle"/>')
    page = page_of(Docx(paragraph(inline(shape(fill=blend()), alt="ett"), inline(shape(fill=around), alt="två"))))
    fills = [str(node.get("fill")) for node in page.all("//svg/path")]
    ids = [f"url(#{node.get('id')})" for node in page.all("//lineargradient|//radialgradient")]
    assert len(set(ids)) == 2
    assert fills == ids


def test_a_watermark_covers_by_its_opacity_only() -> None:
    art = (
        '<v:shape style="position:absolute;width:300pt;height:80pt" fillcolor="silver" stroked="f">'
        '<v:fill opacity=".5"/><v:textpath string="UTKAST"/></v:shape>'
    )
    words = next(item for item in graphic(vml(art)).items if isinstance(item, Label))
    assert (words.text, words.opacity) == ("UTKAST", 0.5)
    result = made(Docx(paragraph(vml(art))))
    with pikepdf.open(BytesIO(result.rendered.pdf)) as pdf:
        assert [float(state.ca) for state in pdf.pages[0].Resources.ExtGState.values()] == [0.5]


def fading(first: tuple[str, int], last: tuple[str, int], tail: str = '<a:lin ang="0"/>') -> str:
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{color}"><a:alpha val="{cover}"/></a:srgbClr></a:gs>'
        for at, (color, cover) in ((0, first), (100_000, last))
    )
    return f"<a:gradFill><a:gsLst>{stops}</a:gsLst>{tail}</a:gradFill>"


def test_a_gradient_may_fade_until_the_ground_is_seen() -> None:
    path = first_path(inline(shape(fill=fading(("ff0000", 100_000), ("0000ff", 0)))))
    assert path.gradient is not None
    assert (path.gradient.fades, path.opacity) == (((0.0, 1.0), (1.0, 0.0)), 1.0)


def test_a_gradient_of_one_colour_may_fade_too() -> None:
    path = first_path(inline(shape(fill=fading(("ff0000", 100_000), ("ff0000", 20_000)))))
    assert path.gradient is not None
    assert path.gradient.stops == ((0.0, "ff0000"), (1.0, "ff0000"))


def test_a_gradient_that_lets_the_ground_through_evenly_has_one_opacity() -> None:
    path = first_path(inline(shape(fill=fading(("ff0000", 40_000), ("0000ff", 40_000)))))
    assert path.gradient is not None
    assert (path.gradient.fades, path.opacity) == ((), 0.4)


def test_a_fading_gradient_is_a_soft_mask_and_one_for_all_that_are_alike() -> None:
    holder = inline(shape(fill=fading(("ff0000", 100_000), ("0000ff", 0))), alt="Form")
    with pikepdf.open(BytesIO(made(Docx(paragraph(holder, holder))).rendered.pdf)) as pdf:
        states = [state for state in pdf.pages[0].Resources.ExtGState.values() if "/SMask" in state]
        assert len(states) == 1
        assert states[0].SMask.G.Resources.Shading.S.Coords == [0, 0, 1, 0]


def test_a_fading_gradient_fades_on_the_web_page_too() -> None:
    page = page_of(Docx(paragraph(inline(shape(fill=fading(("ff0000", 100_000), ("0000ff", 0))), alt="Form"))))
    assert [node.get("stop-opacity") for node in page.all("//stop")] == ["1", "0"]
