"""How shapes look beyond their filling: shadows, glows, soft edges, lines of several, pictures as filling."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from pipeline.render.graphic import Graphic, Image, Path, Place
from pipeline.render.patterns import cells
from pipeline.render.tree import PictureRun
from tests.render.docx import Docx, paragraph
from tests.render.pdf.pictures import png
from tests.render.rendering import made, paragraphs
from tests.render.test_shapes import EMU, RED, box, corners, first_path, floating, graphic, inline, shape

OUTER = (
    '<a:effectLst><a:outerShdw blurRad="{}" dist="127000" dir="0"><a:srgbClr val="000000"><a:alpha val="40000"/>'
    "</a:srgbClr></a:outerShdw></a:effectLst>"
)
_STYLE = f"<a:effectStyle>{OUTER.format(0)}</a:effectStyle>"
THEME = f"<a:fmtScheme><a:effectStyleLst>{_STYLE}</a:effectStyleLst></a:fmtScheme>"
PICTURE = {"p": ("a.png", png("RGB", (20, 10)))}


def line(attributes: str = "", inside: str = "") -> str:
    black = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    return f'<a:ln w="76200" {attributes}>{black}{inside}</a:ln>'


def drawn(*inside: str) -> Graphic:
    found = [
        run for run in paragraphs(Docx(paragraph(*inside), media=PICTURE))[0].content if isinstance(run, PictureRun)
    ]
    assert found[0].picture.graphic is not None
    return found[0].picture.graphic


def paths(found: Graphic) -> list[Path]:
    return [item for item in found.items if isinstance(item, Path)]


def test_a_hard_shadow_stands_behind_its_shape_as_far_away_as_it_says() -> None:
    shadow, own = paths(graphic(inline(shape(fill=RED + OUTER.format(0)))))
    assert (shadow.fill, shadow.opacity, own.fill) == ("000000", 0.4, "ff0000")
    assert [corner[0] for corner in corners(shadow)] == [corner[0] + 10 for corner in corners(own)]


def test_a_blurred_shadow_covers_as_much_in_its_middle_as_a_hard_one() -> None:
    *shadow, own = paths(graphic(inline(shape(fill=RED + OUTER.format(63500)))))
    left = 1.0
    for layer in shadow:
        left *= 1 - layer.opacity
    assert 1 - left == pytest.approx(0.4)
    assert len({corners(layer)[0] for layer in shadow}) == len(shadow)
    assert own.fill == "ff0000"


def test_the_style_of_a_shape_gives_it_the_shadow_of_the_theme() -> None:
    style = '<wps:style><a:effectRef idx="1"><a:srgbClr val="000000"/></a:effectRef></wps:style>'
    run = paragraphs(Docx(paragraph(inline(shape(more=style))), theme=THEME))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.graphic is not None
    assert [path.fill for path in paths(run.picture.graphic)] == ["000000", "ff0000"]


def test_a_shape_that_says_that_it_has_no_effects_has_none_of_its_style() -> None:
    style = '<wps:style><a:effectRef idx="1"><a:srgbClr val="000000"/></a:effectRef></wps:style>'
    run = paragraphs(Docx(paragraph(inline(shape(fill=f"{RED}<a:effectLst/>", more=style))), theme=THEME))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.graphic is not None
    assert len(paths(run.picture.graphic)) == 1


def test_a_glow_reaches_around_its_shape() -> None:
    glow = '<a:effectLst><a:glow rad="63500"><a:srgbClr val="00ff00"/></a:glow></a:effectLst>'
    first, *_, own = paths(graphic(inline(shape(fill=RED + glow))))
    assert first.fill == "00ff00"
    assert min(corner[0] for corner in corners(first)) < min(corner[0] for corner in corners(own))


def test_the_edge_of_a_soft_shape_fades() -> None:
    soft = '<a:effectLst><a:softEdge rad="63500"/></a:effectLst>'
    found = paths(graphic(inline(shape(fill=RED + soft))))
    assert [path.opacity for path in found[-2:]] == [pytest.approx(found[0].opacity), 1.0]
    assert corners(found[0])[0][0] < corners(found[-1])[0][0]


@pytest.mark.parametrize(
    ("effect", "told"),
    [
        ('<a:effectLst><a:reflection dist="0"/></a:effectLst>', "en spegling"),
        ('<a:effectLst><a:innerShdw><a:srgbClr val="000000"/></a:innerShdw></a:effectLst>', "en inre skugga"),
        ("<a:effectDag/>", "sammansatta effekter"),
        ('<a:sp3d extrusionH="63500"/>', "djup"),
        ('<a:sp3d><a:bevelT w="1" h="1"/></a:sp3d>', "djup"),
        ('<a:scene3d><a:camera prst="isometricTopUp"/></a:scene3d>', "djup"),
    ],
)
def test_an_effect_that_is_not_drawn_is_told(effect: str, told: str) -> None:
    found = made(Docx(paragraph(inline(shape(fill=RED + effect)))))
    assert any(finding.code == "REN420" and told in finding.message for finding in found.findings)


def test_a_double_line_is_two_lines_that_leave_a_gap() -> None:
    one, two = paths(graphic(inline(shape(fill=line('cmpd="dbl"')))))
    assert one.stroke is not None
    assert one.stroke.width == 2.0
    assert corners(one)[0] == (-2, -2)
    assert corners(two)[0] == (2, 2)


@pytest.mark.parametrize(("kind", "widths"), [("thickThin", [3.6, 1.2]), ("thinThick", [1.2, 3.6]), ("tri", [1, 2, 1])])
def test_every_compound_line_has_its_widths(kind: str, widths: list[float]) -> None:
    found = paths(graphic(inline(shape(fill=RED + line(f'cmpd="{kind}"')))))
    assert [path.fill for path in found] == ["ff0000", *[""] * len(widths)]
    assert [path.stroke.width for path in found if path.stroke is not None] == pytest.approx(widths)


@pytest.mark.parametrize(
    ("inside", "join"), [('<a:miter lim="800000"/>', 0), ("<a:round/>", 1), ("<a:bevel/>", 2), ("", 1)]
)
def test_corners_of_a_line_are_as_it_says(inside: str, join: int) -> None:
    stroke = first_path(inline(shape(fill=line("", inside)))).stroke
    assert stroke is not None
    assert stroke.join == join


def test_a_line_may_have_dashes_of_its_own() -> None:
    dashes = '<a:custDash><a:ds d="300000" sp="100000"/></a:custDash>'
    stroke = first_path(inline(shape(fill=line("", dashes)))).stroke
    assert stroke is not None
    assert stroke.dashes == (18.0, 6.0)


def test_a_line_may_let_the_ground_through() -> None:
    clear = '<a:ln w="12700"><a:solidFill><a:srgbClr val="0000ff"><a:alpha val="30%"/></a:srgbClr></a:solidFill></a:ln>'
    stroke = first_path(inline(shape(fill=clear))).stroke
    assert stroke is not None
    assert stroke.opacity == 0.3
    with pikepdf.open(BytesIO(made(Docx(paragraph(inline(shape(fill=clear))))).rendered.pdf)) as pdf:
        assert [float(state["/CA"]) for state in pdf.pages[0].Resources.ExtGState.values()] == [0.3]


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ('<a:lumMod val="50%"/>', "800000"),
        ("<a:comp/>", "00ffff"),
        ('<a:hueOff val="7200000"/>', "00ff00"),
        ('<a:red val="0"/>', "000000"),
        ('<a:green val="100000"/>', "ffff00"),
        ('<a:satMod val="0"/>', "808080"),
        ("<a:gamma/>", "ff0000"),
        ("<a:unknown/>", "ff0000"),
    ],
)
def test_every_change_of_a_colour_is_heeded_as_number_or_per_cent(change: str, shown: str) -> None:
    fill = f'<a:solidFill><a:srgbClr val="ff0000">{change}</a:srgbClr></a:solidFill>'
    assert first_path(inline(shape(fill=fill))).fill == shown


def test_changes_of_opacity_add_up() -> None:
    changes = '<a:alpha val="80000"/><a:alphaMod val="50000"/><a:alphaOff val="10000"/>'
    fill = f'<a:solidFill><a:srgbClr val="ff0000">{changes}</a:srgbClr></a:solidFill>'
    assert first_path(inline(shape(fill=fill))).opacity == pytest.approx(0.5)


def test_a_picture_fills_the_outline_of_its_shape() -> None:
    fill = '<a:blipFill><a:blip r:embed="p"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    image = drawn(inline(shape("ellipse", fill=fill))).items[0]
    assert isinstance(image, Image)
    assert len(image.shape) > 4


def test_a_picture_may_fill_a_shape_as_tiles_of_its_own_size() -> None:
    fill = '<a:blipFill><a:blip r:embed="p"/><a:tile sx="100000" sy="100000" algn="tl"/></a:blipFill>'
    tiles = [item for item in drawn(inline(shape(fill=fill))).items if isinstance(item, Image)]
    places = {(round(tile.place.width, 2), round(tile.place.height, 2)) for tile in tiles}
    assert places == {(15.0, 7.5)}
    assert len(tiles) == 7 * 7


def test_tiles_without_end_are_larger_and_few() -> None:
    fill = '<a:blipFill><a:blip r:embed="p"/><a:tile sx="1" sy="1" algn="ctr"/></a:blipFill>'
    assert len(drawn(inline(shape(fill=fill))).items) <= 441


def test_a_path_of_its_own_may_have_no_line_and_be_darker() -> None:
    begin, *more = ('<a:pt x="0" y="0"/>', '<a:pt x="9" y="0"/>', '<a:pt x="9" y="9"/>')
    outline = f"<a:moveTo>{begin}</a:moveTo>{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in more)}"
    path = f'<a:path w="9" h="9" stroke="0" fill="darken">{outline}</a:path>'
    own = f"<a:custGeom><a:pathLst>{path}</a:pathLst></a:custGeom>"
    found = first_path(inline(shape("", fill=own + RED + line())))
    assert found.stroke is None
    assert found.fill not in {"", "ff0000"}


def test_text_stands_in_the_rectangle_that_a_geometry_of_its_own_gives() -> None:
    outline = '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="9" y="9"/></a:lnTo>'
    rect = '<a:rect l="wd4" t="hd2" r="r" b="b"/>'
    own = f'<a:custGeom>{rect}<a:pathLst><a:path w="9" h="9">{outline}</a:path></a:pathLst></a:custGeom>'
    text = next(graphic(inline(shape("", fill=own, text=paragraph("a")))).boxes())
    assert text.place == Place(62.5, 37.5, 75, 25)


def test_text_of_a_box_with_two_columns_goes_on_at_the_top_of_the_second() -> None:
    words = "".join(paragraph(f"rad{number}") for number in range(1, 7))
    body = 'numCol="2" spcCol="127000" lIns="0" tIns="0" rIns="0" bIns="0"'
    reading = made(Docx(paragraph(floating(shape(text=words, body=body), 50, 50, (200, 36))))).reading
    found = {one.text.strip(): one for one in reading.fragments if one.text.startswith("rad")}
    assert found["rad4"].y == pytest.approx(found["rad1"].y)
    assert found["rad4"].x - found["rad1"].x == pytest.approx(105, abs=0.5)
    assert len(found) == 6


def test_a_box_with_columns_that_grows_is_as_low_as_they_allow() -> None:
    words = "".join(paragraph(f"rad{number}") for number in range(1, 7))
    holder = shape(text=words, body='numCol="3"').replace("/></wps:wsp>", "><a:spAutoFit/></wps:bodyPr></wps:wsp>")
    fragments = made(Docx(paragraph(floating(holder, 50, 50, (200, 300))))).reading.fragments
    found = {one.text.strip(): one.y for one in fragments}
    assert found["rad1"] == pytest.approx(found["rad3"]) == pytest.approx(found["rad5"])


def test_upright_letters_stand_below_each_other_and_are_read_as_words() -> None:
    holder = shape(transform=box(0, 0, 60, 300), text=paragraph("bok e\u0301n"), body='vert="wordArtVert"')
    found = made(Docx(paragraph(floating(holder, 50, 50, (60, 300)))))
    assert found.rendered.words.missing == ()
    assert "".join(found.reading.lines()).split() == ["bok", "e\u0301n"]
    with pikepdf.open(BytesIO(found.rendered.pdf)) as file:
        content = file.pages[0].Contents.read_bytes().decode("latin-1")
    places = [(float(x), float(y)) for x, y in re.findall(r"0 1 -1 0 (\S+) (\S+) Tm", content)]
    assert len(places) == 5
    steps = [two[0] - one[0] for one, two in pairwise(places[:3])]
    assert steps == pytest.approx([11.5] * 2, abs=0.1)


def test_text_of_a_form_that_is_not_drawn_is_told_and_stands_straight() -> None:
    holder = shape(text=paragraph("bågen")).replace(
        "/></wps:wsp>", '><a:prstTxWarp prst="textRingInside"/></wps:bodyPr></wps:wsp>'
    )
    found = made(Docx(paragraph(inline(holder))))
    assert "bågen" in " ".join(found.reading.lines(0))
    assert any("WordArt" in finding.message for finding in found.findings)


@pytest.mark.parametrize(("base", "wide"), [("page", 297.5), ("margin", 247.5), ("leftMargin", 25.0)])
def test_a_drawing_may_be_as_wide_as_a_share_of_the_page(base: str, wide: float) -> None:
    share = f'<wp14:sizeRelH relativeFrom="{base}"><wp14:pctWidth>50000</wp14:pctWidth></wp14:sizeRelH>'
    holder = floating(shape(), 0, 0).replace("</wp:anchor>", f"{share}</wp:anchor>")
    run = paragraphs(Docx(paragraph(holder)))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.width == pytest.approx(wide)
    assert run.picture.height == 50


@pytest.mark.parametrize(("more", "wide"), [("", 297.5), ("mso-width-relative:margin", 247.5)])
def test_a_share_in_vml_is_of_the_page_unless_it_says_otherwise(more: str, wide: float) -> None:
    found = f'<w:r><w:pict><v:rect style="width:10pt;height:50pt;mso-width-percent:500;{more}"/></w:pict></w:r>'
    run = paragraphs(Docx(paragraph(found)))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.width == pytest.approx(wide)


def test_a_share_of_nothing_leaves_a_drawing_as_large_as_it_is() -> None:
    share = '<wp14:sizeRelV relativeFrom="page"><wp14:pctHeight>0</wp14:pctHeight></wp14:sizeRelV>'
    holder = floating(shape(), 0, 0).replace("</wp:anchor>", f"{share}</wp:anchor>")
    run = paragraphs(Docx(paragraph(holder)))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.picture.height == 50


def test_a_share_of_the_page_counts_in_a_header_too() -> None:
    share = '<wp14:sizeRelV relativeFrom="page"><wp14:pctHeight>50000</wp14:pctHeight></wp14:sizeRelV>'
    holder = floating(shape(), 0, 0).replace("</wp:anchor>", f"{share}</wp:anchor>")
    from tests.render.docx import A4  # noqa: PLC0415 - the paper that it is a share of
    from tests.render.rendering import document  # noqa: PLC0415

    section = f'<w:headerReference w:type="default" r:id="h1"/>{A4}'
    block = document(Docx(paragraph("a"), section, headers={"h1": paragraph(holder)})).sections[0].headers.default
    assert block is not None
    run = block[0].content[0]  # type: ignore[union-attr]
    assert isinstance(run, PictureRun)
    assert run.picture.height == pytest.approx(421)


LOCKED = (
    '<lc:lockedCanvas xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas"><a:grpSpPr>'
    + box(0, 0, 100, 50).replace(
        "</a:xfrm>", f'<a:chOff x="0" y="0"/><a:chExt cx="{100 * EMU}" cy="{50 * EMU}"/></a:xfrm>'
    )
    + f'</a:grpSpPr><a:sp><a:spPr>{box(10, 5, 50, 25)}<a:prstGeom prst="rect"/>{RED}</a:spPr>'
    "<a:txSp><a:txBody><a:bodyPr/><a:p><a:r><a:t>Avgift</a:t></a:r></a:p></a:txBody></a:txSp></a:sp></lc:lockedCanvas>"
)


def test_a_locked_canvas_shows_its_shapes_and_their_text() -> None:
    found = made(Docx(paragraph(inline(LOCKED))))
    assert corners(paths(graphic(inline(LOCKED)))[0])[0] == (10, 5)
    assert "Avgift" in "".join(found.reading.lines(0))
    assert found.rendered.words.missing == ()


def test_a_hidden_drawing_is_left_out_and_told() -> None:
    holder = inline(shape(text=paragraph("gömd"))).replace('name="Form 1"', 'name="Form 1" hidden="1"')
    found = made(Docx(paragraph("synlig", holder)))
    assert "gömd" not in " ".join(found.reading.lines(0))
    assert {"REN423", "REN452"} <= set(found.codes)


def test_a_drawing_may_lead_somewhere_by_itself() -> None:
    click = '<wp:docPr id="1" name="Form 1" descr="Pil"><a:hlinkClick r:id="rL"/></wp:docPr>'
    holder = inline(shape(), alt="Pil").replace('<wp:docPr id="1" name="Form 1" descr="Pil"/>', click)
    run = paragraphs(Docx(paragraph(holder), links={"rL": "https://example.se/"}))[0].content[0]
    assert isinstance(run, PictureRun)
    assert run.link is not None
    assert run.link.uri == "https://example.se/"


def test_a_picture_with_soft_edges_is_clear_at_its_corners_and_whole_in_its_middle() -> None:
    from pipeline.render.effects import Effects  # noqa: PLC0415
    from pipeline.render.rasters import opened, plain, with_effects  # noqa: PLC0415

    found = with_effects(plain(opened(png("RGB", (60, 60)))), Effects(soft=(0.1, 0.1)))
    alpha = found.getchannel("A")
    assert (alpha.getpixel((0, 0)), alpha.getpixel((30, 30))) == (0, 255)


PATTERN = (
    '<a:pattFill prst="{}"><a:fgClr><a:srgbClr val="0000ff"/></a:fgClr><a:bgClr><a:srgbClr val="ffffff"/></a:bgClr>'
    "</a:pattFill>"
)


def test_a_pattern_fills_a_shape_in_its_two_colours() -> None:
    holder = inline(shape(fill=PATTERN.format("upDiag")))
    path = first_path(holder)
    assert path.pattern is not None
    assert (path.pattern.name, path.pattern.ink, path.pattern.ground, path.fill) == (
        "upDiag",
        "0000ff",
        "ffffff",
        "8080ff",
    )
    with pikepdf.open(BytesIO(made(Docx(paragraph(holder))).rendered.pdf)) as pdf:
        (pattern,) = pdf.pages[0].Resources.Pattern.values()
        assert pattern.read_bytes().count(b" re") == 1 + 8


def test_a_pattern_that_is_not_known_is_the_mean_of_its_colours() -> None:
    path = first_path(inline(shape(fill=PATTERN.format("saknas"))))
    assert (path.pattern, path.fill) == (None, "8080ff")


EVERY_PATTERN = [
    "pct5",
    "pct10",
    "pct20",
    "pct25",
    "pct30",
    "pct40",
    "pct50",
    "pct60",
    "pct70",
    "pct75",
    "pct80",
    "pct90",
    "horz",
    "vert",
    "ltHorz",
    "ltVert",
    "dkHorz",
    "dkVert",
    "narHorz",
    "narVert",
    "dashHorz",
    "dashVert",
    "cross",
    "dnDiag",
    "upDiag",
    "ltDnDiag",
    "ltUpDiag",
    "dkDnDiag",
    "dkUpDiag",
    "wdDnDiag",
    "wdUpDiag",
    "dashDnDiag",
    "dashUpDiag",
    "diagCross",
    "smCheck",
    "lgCheck",
    "smGrid",
    "lgGrid",
    "dotGrid",
    "smConfetti",
    "lgConfetti",
    "horzBrick",
    "diagBrick",
    "solidDmnd",
    "openDmnd",
    "dotDmnd",
    "plaid",
    "sphere",
    "weave",
    "divot",
    "shingle",
    "wave",
    "trellis",
    "zigZag",
]


@pytest.mark.parametrize("name", EVERY_PATTERN)
def test_every_pattern_has_squares_of_both_colours(name: str) -> None:
    assert 0 < len(cells(name)) < 64


@pytest.mark.parametrize("part", [5, 10, 25, 50, 75, 90])
def test_a_pattern_of_a_part_has_that_part_of_its_colour(part: int) -> None:
    assert len(cells(f"pct{part}")) == pytest.approx(part * 0.64, abs=1)


def test_what_is_not_drawn_is_told_once_in_a_part() -> None:
    deep = inline(shape(fill=RED + '<a:sp3d extrusionH="63500"/>'), alt="Form")
    assert made(Docx(paragraph(deep, deep, deep))).codes == ["REN420"]


def test_an_effect_on_a_picture_that_is_not_drawn_is_told() -> None:
    fill = '<a:blipFill><a:blip r:embed="p"><a:hsl hue="0" sat="0" lum="0"/></a:blip></a:blipFill>'
    found = made(Docx(paragraph(inline(shape(fill=fill), alt="Form")), media=PICTURE))
    assert any("(hsl)" in finding.message for finding in found.findings)


@pytest.mark.parametrize(
    ("kind", "handles", "place"),
    [
        ("rect", "", (0, 0, 100, 50)),
        ("roundRect", "", (2.44, 2.44, 95.12, 45.12)),
        ("roundRect", '<a:gd name="adj" fmla="val 50000"/>', (7.32, 7.32, 85.36, 35.36)),
        ("rightArrow", "", (0, 12.5, 87.5, 25)),
        ("leftArrow", "", (12.5, 12.5, 87.5, 25)),
        ("downArrow", "", (25, 0, 50, 37.5)),
        ("upArrow", "", (25, 12.5, 50, 37.5)),
        ("cube", "", (0, 12.5, 87.5, 37.5)),
        ("can", "", (0, 12.5, 100, 31.25)),
        ("chevron", "", (25, 0, 50, 50)),
        ("ribbon2", "", (25, 0, 50, 41.67)),
    ],
)
def test_text_stands_where_its_shape_has_room_for_it(kind: str, handles: str, place: tuple[float, ...]) -> None:
    holder = shape(kind, text=paragraph("a")).replace("<a:avLst/>", f"<a:avLst>{handles}</a:avLst>")
    found = next(graphic(inline(holder)).boxes()).place
    assert (*found.corner, found.width, found.height) == pytest.approx(place, abs=0.01)
