"""VML: the arcs of its path language, shadows, lines of several strokes, pictures as filling, arcs and curves."""

from __future__ import annotations

from io import BytesIO

import pytest
from lxml import etree
from PIL import Image as Image_

from pipeline.ooxml.names import q
from pipeline.render.graphic import Graphic, Image, Path
from pipeline.render.patterns import Pattern, cells
from pipeline.render.read.vmlpaths import VmlPath
from pipeline.render.tree import PictureRun
from tests.render.docx import Docx, paragraph
from tests.render.pdf.pictures import png
from tests.render.rendering import made, paragraphs
from tests.render.test_shapes import corners, graphic, vml

SIZE = 'style="width:100pt;height:50pt"'
PICTURE = {"p": ("a.png", png("RGB", (20, 10)))}


def paths(found: Graphic) -> list[Path]:
    return [item for item in found.items if isinstance(item, Path)]


def traced(text: str) -> list[Path]:
    shape = f'<v:shape {SIZE} coordsize="100,50" path="{text}" fillcolor="red"/>'
    return paths(graphic(vml(shape)))


def test_an_arc_goes_clockwise_or_against_that_between_two_rays() -> None:
    clockwise, against = (traced(f"{letter}0,0,100,50,50,0,100,25e")[0] for letter in ("wr", "ar"))
    assert corners(clockwise)[0] == corners(against)[0] == (50, 0)
    assert corners(clockwise)[-1][-2:] == corners(against)[-1][-2:] == (100, 25)
    assert (len(clockwise.commands), len(against.commands)) == (2, 4)


def test_an_arc_that_goes_on_from_the_last_point_makes_one_outline() -> None:
    (found,) = traced("ar0,0,100,50,100,25,0,25,0,0,100,50,0,25,100,25xe")
    assert [kind for kind, _ in found.commands].count("m") == 1


def test_an_arc_along_an_ellipse_begins_at_its_angle() -> None:
    (found,) = traced(f"al50,25,50,25,0,{-90 * 65536}e")
    assert corners(found)[0] == (100, 25)
    assert corners(found)[-1][-2:] == (50, 50)


def test_outlines_may_have_no_line_or_no_filling() -> None:
    one, two = traced("m0,0l100,0,100,50xnse m0,0l100,50nfe")
    assert (one.fill, one.stroke is None) == ("ff0000", True)
    assert (two.fill, two.stroke is None) == ("", False)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("sqrt 16", 4),
        ("mod 3 4 0", 5),
        ("ellipse 3 5 10", 8),
        (f"cos 10 {60 * 65536}", 5),
        ("sumangle 0 90 0", 90 * 65536),
        ("prod 1 1 0", 0),
        ("ellipse 1 0 1", 0),
        ("unknown 1", 0),
    ],
)
def test_every_formula_is_reckoned_and_none_fails(formula: str, value: float) -> None:
    holder = etree.Element(q("v:shape"))
    etree.SubElement(etree.SubElement(holder, q("v:formulas")), q("v:f")).set("eqn", formula)
    assert VmlPath(holder, []).formulas == [pytest.approx(value)]


def test_a_type_of_the_file_is_drawn_along_its_own_path_with_the_handles_of_the_shape() -> None:
    kind = '<v:shapetype id="t" o:spt="74" coordsize="100,100" adj="20" path="m@0,0l100,0,100,100,0,100xe"><v:formulas>'
    kind += '<v:f eqn="val #0"/></v:formulas></v:shapetype>'
    (found,) = paths(graphic(vml(f'{kind}<v:shape {SIZE} type="#t" adj="40"/>')))
    assert corners(found)[0] == (40, 0)


def test_a_shadow_is_moved_and_stands_behind() -> None:
    shadow = '<v:shadow on="t" color="blue" offset="3pt,4pt" opacity=".5"/>'
    found, own = paths(graphic(vml(f"<v:rect {SIZE}>{shadow}</v:rect>")))
    assert (found.fill, found.opacity, corners(found)[0]) == ("0000ff", 0.5, (3, 4))
    assert corners(own)[0] == (0, 0)


def test_a_shadow_that_is_off_is_not_drawn() -> None:
    assert len(paths(graphic(vml(f'<v:rect {SIZE}><v:shadow color="blue"/></v:rect>')))) == 1


def test_a_line_has_its_strokes_ends_corners_and_opacity() -> None:
    stroke = '<v:stroke linestyle="thinThin" endcap="square" joinstyle="bevel" opacity="50%"/>'
    found = paths(graphic(vml(f'<v:rect {SIZE} filled="f" strokeweight="6pt">{stroke}</v:rect>')))
    assert len(found) == 2
    assert found[0].stroke is not None
    line = found[0].stroke
    assert (line.width, line.cap, line.join, line.opacity) == (2.0, 2, 2, 0.5)


@pytest.mark.parametrize(("kind", "count"), [("frame", 1), ("tile", 49)])
def test_a_picture_may_fill_a_shape(kind: str, count: int) -> None:
    shape = f'<v:oval {SIZE}><v:fill r:id="p" type="{kind}"/></v:oval>'
    run = paragraphs(Docx(paragraph(vml(shape)), media=PICTURE))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.graphic is not None
    assert len([item for item in run.picture.graphic.items if isinstance(item, Image) and item.shape]) == count


def test_an_arc_begins_above_and_goes_clockwise() -> None:
    ground, line = paths(graphic(vml(f'<v:arc {SIZE} startangle="0" endangle="90"/>')))
    assert ground.fill == "ffffff"
    assert (corners(line)[0], corners(line)[-1][-2:]) == ((50, 0), (100, 25))


def test_a_curve_goes_from_point_to_point() -> None:
    (found,) = paths(graphic(vml('<v:curve from="0,0" control1="10pt,0" control2="10pt,20pt" to="30pt,20pt"/>')))
    assert corners(found) == [(0, 0), (10, 0, 10, 20, 30, 20)]


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        (f'<v:rect {SIZE}><o:extrusion on="t"/></v:rect>', "djup"),
        (f'<v:shape {SIZE} o:spt="142"><v:textpath string="Utkast"/></v:shape>', "WordArt"),
    ],
)
def test_depth_and_text_on_a_curve_are_told(shape: str, told: str) -> None:
    assert any(told in finding.message for finding in made(Docx(paragraph(vml(shape)))).findings)


def test_straight_word_art_is_not_told() -> None:
    shape = f'<v:shape {SIZE} o:spt="136" alt="Utkast"><v:textpath string="Utkast"/></v:shape>'
    assert made(Docx(paragraph(vml(shape)))).codes == []


def test_a_shape_may_be_as_wide_as_a_share_of_the_page() -> None:
    shape = '<v:rect style="width:10pt;height:50pt;mso-width-percent:500;mso-width-relative:page"/>'
    run = paragraphs(Docx(paragraph(vml(shape))))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.width == pytest.approx(297.5)


@pytest.mark.parametrize(
    ("style", "dashes"), [("3 1", (3, 1)), ("longdashdot", (8, 3, 1, 3)), ("solid", ()), ("x y", ())]
)
def test_dashes_have_a_name_or_are_numbers(style: str, dashes: tuple[float, ...]) -> None:
    (found,) = paths(graphic(vml(f'<v:rect {SIZE} strokeweight="1pt"><v:stroke dashstyle="{style}"/></v:rect>')))
    assert found.stroke is not None
    assert found.stroke.dashes == dashes


def pictured(attributes: str, inside: str = "", style: str = "") -> PictureRun:
    frame = f'<v:shape o:spt="75" style="width:100pt;height:50pt;{style}" alt="Karta" {attributes}>'
    shape = f'{frame}<v:imagedata r:id="p"/>{inside}</v:shape>'
    run = paragraphs(Docx(paragraph(vml(shape)), media=PICTURE))[0].content[0]
    assert isinstance(run, PictureRun)
    return run


def test_a_picture_of_the_old_kind_is_turned_and_mirrored() -> None:
    found = pictured("", style="rotation:30;flip:x").picture
    assert found.graphic is not None
    (image,) = found.graphic.items
    assert isinstance(image, Image)
    assert (image.place.turn, image.place.flip_h, found.alt) == (30, True, "Karta")


def test_a_picture_of_the_old_kind_has_its_line_and_its_shadow() -> None:
    found = pictured('stroked="t" strokecolor="red" strokeweight="3pt"', '<v:shadow on="t" offset="5pt,5pt"/>').picture
    assert found.graphic is not None
    shadow, image, line = found.graphic.items
    assert isinstance(shadow, Path)
    assert isinstance(image, Image)
    assert isinstance(line, Path)
    assert line.stroke is not None
    assert (shadow.fill, line.stroke.color, line.stroke.width) == ("808080", "ff0000", 3)


def test_a_plain_picture_of_the_old_kind_stays_one() -> None:
    found = pictured("").picture
    assert (found.graphic, bool(found.part)) == (None, True)


def filled(attributes: str, media: dict[str, tuple[str, bytes]] | None = None) -> Path:
    shape = f'<v:rect {SIZE} fillcolor="red"><v:fill {attributes}/></v:rect>'
    run = paragraphs(Docx(paragraph(vml(shape)), media=media or {}))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.graphic is not None
    return next(item for item in run.picture.graphic.items if isinstance(item, Path))


@pytest.mark.parametrize(
    ("title", "name"),
    [("Narrow vertical", "narVert"), ("25%", "pct25"), ("Light upward diagonal", "ltUpDiag"), ("Small grid", "smGrid")],
)
def test_a_pattern_is_known_by_its_name(title: str, name: str) -> None:
    assert filled(f'type="pattern" o:title="{title}" color2="blue"').pattern == Pattern(name, "ff0000", "0000ff")


def test_a_pattern_without_a_name_has_the_dots_of_its_picture() -> None:
    rows = [[(x + y) % 4 == 0 for x in range(8)] for y in range(8)]
    image = Image_.new("1", (8, 8))
    image.putdata([255 * on for row in rows for on in row])
    out = BytesIO()
    image.save(out, "PNG")
    found = filled('type="pattern" r:id="p" o:title="okänt" color2="yellow"', {"p": ("a.png", out.getvalue())}).pattern
    assert found is not None
    assert (found.ink, found.ground) == ("ff0000", "ffff00")
    assert cells(found.name) == tuple((x, y) for y in range(8) for x in range(8) if rows[y][x])


def test_a_pattern_that_nothing_tells_of_is_one_colour_and_told() -> None:
    docx = Docx(paragraph(vml(f'<v:rect {SIZE} fillcolor="red"><v:fill type="pattern" r:id="x"/></v:rect>')))
    told = [finding.message for finding in made(docx).findings if finding.code == "REN420"]
    assert told == ["en form fylld med ett mönster: den fylls med mönstrets färg"]


@pytest.mark.parametrize(
    ("focus", "fades"),
    [("100%", ((0.0, 0.5), (1.0, 0.25))), ("0", ((0.0, 0.25), (1.0, 0.5))), ("-100%", ((0.0, 0.25), (1.0, 0.5)))],
)
def test_the_second_colour_of_a_gradient_covers_by_a_share_of_its_own(focus: str, fades: object) -> None:
    found = filled(f'type="gradient" color2="blue" opacity=".5" o:opacity2="16384f" focus="{focus}"')
    assert found.gradient is not None
    assert (found.gradient.fades, found.opacity) == (fades, 1.0)


def test_a_gradient_of_one_colour_may_fade() -> None:
    found = filled('type="gradient" color2="red" o:opacity2="0" focus="100%"').gradient
    assert found is not None
    assert (found.stops, found.fades) == (((0.0, "ff0000"), (1.0, "ff0000")), ((0.0, 1.0), (1.0, 0.0)))
