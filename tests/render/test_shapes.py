"""Drawings: shapes, groups and text boxes of DrawingML and VML, where they stand and what a listener hears of them."""

from __future__ import annotations

import math
import re
from io import BytesIO

import pikepdf
import pytest

from pipeline.render.arrowheads import heads
from pipeline.render.graphic import Graphic, Label, Path, TextBox
from pipeline.render.tree import Paragraph, PictureRun, TextRun
from tests.render.docx import A4, Docx, bookmark, field_of, paragraph, row, run, table
from tests.render.pdffile import tag_tree, text_in_order
from tests.render.rendering import made, paragraphs

EMU = 12700
# ST_ShapeType, as the standard lists it
EVERY_PRESET = [
    "line",
    "lineInv",
    "triangle",
    "rtTriangle",
    "rect",
    "diamond",
    "parallelogram",
    "trapezoid",
    "nonIsoscelesTrapezoid",
    "pentagon",
    "hexagon",
    "heptagon",
    "octagon",
    "decagon",
    "dodecagon",
    "star4",
    "star5",
    "star6",
    "star7",
    "star8",
    "star10",
    "star12",
    "star16",
    "star24",
    "star32",
    "roundRect",
    "round1Rect",
    "round2SameRect",
    "round2DiagRect",
    "snipRoundRect",
    "snip1Rect",
    "snip2SameRect",
    "snip2DiagRect",
    "plaque",
    "ellipse",
    "teardrop",
    "homePlate",
    "chevron",
    "pieWedge",
    "pie",
    "blockArc",
    "donut",
    "noSmoking",
    "rightArrow",
    "leftArrow",
    "upArrow",
    "downArrow",
    "stripedRightArrow",
    "notchedRightArrow",
    "bentUpArrow",
    "leftRightArrow",
    "upDownArrow",
    "leftUpArrow",
    "leftRightUpArrow",
    "quadArrow",
    "leftArrowCallout",
    "rightArrowCallout",
    "upArrowCallout",
    "downArrowCallout",
    "leftRightArrowCallout",
    "upDownArrowCallout",
    "quadArrowCallout",
    "bentArrow",
    "uturnArrow",
    "circularArrow",
    "leftCircularArrow",
    "leftRightCircularArrow",
    "curvedRightArrow",
    "curvedLeftArrow",
    "curvedUpArrow",
    "curvedDownArrow",
    "swooshArrow",
    "cube",
    "can",
    "lightningBolt",
    "heart",
    "sun",
    "moon",
    "smileyFace",
    "irregularSeal1",
    "irregularSeal2",
    "foldedCorner",
    "bevel",
    "frame",
    "halfFrame",
    "corner",
    "diagStripe",
    "chord",
    "arc",
    "leftBracket",
    "rightBracket",
    "leftBrace",
    "rightBrace",
    "bracketPair",
    "bracePair",
    "straightConnector1",
    "bentConnector2",
    "bentConnector3",
    "bentConnector4",
    "bentConnector5",
    "curvedConnector2",
    "curvedConnector3",
    "curvedConnector4",
    "curvedConnector5",
    "callout1",
    "callout2",
    "callout3",
    "accentCallout1",
    "accentCallout2",
    "accentCallout3",
    "borderCallout1",
    "borderCallout2",
    "borderCallout3",
    "accentBorderCallout1",
    "accentBorderCallout2",
    "accentBorderCallout3",
    "wedgeRectCallout",
    "wedgeRoundRectCallout",
    "wedgeEllipseCallout",
    "cloudCallout",
    "cloud",
    "ribbon",
    "ribbon2",
    "ellipseRibbon",
    "ellipseRibbon2",
    "leftRightRibbon",
    "verticalScroll",
    "horizontalScroll",
    "wave",
    "doubleWave",
    "plus",
    "flowChartProcess",
    "flowChartDecision",
    "flowChartInputOutput",
    "flowChartPredefinedProcess",
    "flowChartInternalStorage",
    "flowChartDocument",
    "flowChartMultidocument",
    "flowChartTerminator",
    "flowChartPreparation",
    "flowChartManualInput",
    "flowChartManualOperation",
    "flowChartConnector",
    "flowChartPunchedCard",
    "flowChartPunchedTape",
    "flowChartSummingJunction",
    "flowChartOr",
    "flowChartCollate",
    "flowChartSort",
    "flowChartExtract",
    "flowChartMerge",
    "flowChartOfflineStorage",
    "flowChartOnlineStorage",
    "flowChartMagneticTape",
    "flowChartMagneticDisk",
    "flowChartMagneticDrum",
    "flowChartDisplay",
    "flowChartDelay",
    "flowChartAlternateProcess",
    "flowChartOffpageConnector",
    "actionButtonBlank",
    "actionButtonHome",
    "actionButtonHelp",
    "actionButtonInformation",
    "actionButtonForwardNext",
    "actionButtonBackPrevious",
    "actionButtonEnd",
    "actionButtonBeginning",
    "actionButtonReturn",
    "actionButtonDocument",
    "actionButtonSound",
    "actionButtonMovie",
    "gear6",
    "gear9",
    "funnel",
    "mathPlus",
    "mathMinus",
    "mathMultiply",
    "mathDivide",
    "mathEqual",
    "mathNotEqual",
    "cornerTabs",
    "squareTabs",
    "plaqueTabs",
    "chartX",
    "chartStar",
    "chartPlus",
]
LINE = '<a:ln w="38100"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
RED = '<a:solidFill><a:srgbClr val="ff0000"/></a:solidFill>'


def box(left: float, top: float, width: float, height: float, more: str = "") -> str:
    values = [round(value * EMU) for value in (left, top, width, height)]
    return f'<a:xfrm {more}><a:off x="{values[0]}" y="{values[1]}"/><a:ext cx="{values[2]}" cy="{values[3]}"/></a:xfrm>'


def shape(
    kind: str = "rect", transform: str = "", fill: str = RED, text: str = "", body: str = "", more: str = ""
) -> str:
    content = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    geometry = f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>' if kind else ""
    return (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{transform}{geometry}{fill}</wps:spPr>{more}{content}"
        f"<wps:bodyPr {body}/></wps:wsp>"
    )


def inline(holder: str, size: tuple[float, float] = (100, 50), alt: str = "") -> str:
    wide, high = (round(side * EMU) for side in size)
    described = f'descr="{alt}"' if alt else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="1" name="Form 1" {described}/>'
        f"<a:graphic><a:graphicData>{holder}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def floating(holder: str, left: float, top: float, size: tuple[float, float] = (100, 50)) -> str:
    wide, high = (round(side * EMU) for side in size)
    places = (
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{round(left * EMU)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(top * EMU)}</wp:posOffset></wp:positionV>'
    )
    return (
        f'<w:r><w:drawing><wp:anchor>{places}<wp:extent cx="{wide}" cy="{high}"/><wp:wrapNone/>'
        f'<wp:docPr id="1" name="Form 1"/><a:graphic><a:graphicData>{holder}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def vml(shapes: str) -> str:
    return f"<w:r><w:pict>{shapes}</w:pict></w:r>"


def graphic(*inside: str) -> Graphic:
    found = [item for item in paragraphs(Docx(paragraph(*inside)))[0].content if isinstance(item, PictureRun)]
    assert found[0].picture.graphic is not None
    return found[0].picture.graphic


def corners(path: Path) -> list[tuple[float, ...]]:
    return [tuple(round(value, 2) for value in numbers) for _, numbers in path.commands if numbers]


def first_path(*inside: str) -> Path:
    return next(item for item in graphic(*inside).items if isinstance(item, Path))


def test_a_rectangle_fills_the_size_that_the_drawing_has() -> None:
    found = first_path(inline(shape()))
    assert (found.fill, corners(found)) == ("ff0000", [(0, 0), (100, 0), (100, 50), (0, 50)])


def test_a_turned_shape_turns_about_its_middle() -> None:
    found = first_path(inline(shape(transform=box(0, 0, 100, 50, 'rot="5400000"'))))
    assert corners(found) == [(75, -25), (75, 75), (25, 75), (25, -25)]


def test_a_mirrored_shape_is_drawn_from_right_to_left() -> None:
    found = first_path(inline(shape("rtTriangle", box(0, 0, 100, 50, 'flipH="1"'))))
    assert corners(found) == [(100, 0), (0, 50), (100, 50)]


def test_members_of_a_group_stand_in_its_own_coordinates() -> None:
    ends = '<a:chOff x="1000" y="1000"/><a:chExt cx="2000" cy="1000"/>'
    outer = f"<wpg:grpSpPr>{box(0, 0, 100, 50)[: -len('</a:xfrm>')]}{ends}</a:xfrm></wpg:grpSpPr>"
    inner = '<a:xfrm><a:off x="2000" y="1500"/><a:ext cx="500" cy="250"/></a:xfrm>'
    found = first_path(inline(f"<wpg:wgp>{outer}{shape(transform=inner)}</wpg:wgp>"))
    assert corners(found) == [(50, 25), (75, 25), (75, 37.5), (50, 37.5)]


def test_a_member_may_take_the_filling_of_its_group() -> None:
    outer = f"<wpg:grpSpPr>{box(0, 0, 100, 50)}{RED}</wpg:grpSpPr>"
    inside = shape(transform=box(0, 0, 10, 10), fill="<a:grpFill/>")
    assert first_path(inline(f"<wpg:wgp>{outer}{inside}</wpg:wgp>")).fill == "ff0000"


def test_a_canvas_shows_its_shapes_where_they_stand_on_it() -> None:
    found = first_path(inline(f"<wpc:wpc><wpc:bg/><wpc:whole/>{shape(transform=box(10, 5, 20, 10))}</wpc:wpc>"))
    assert corners(found)[0] == (10, 5)


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ('<a:lumMod val="50000"/>', "800000"),
        ('<a:lumMod val="50000"/><a:lumOff val="50000"/>', "ff8080"),
        ('<a:shade val="100000"/>', "ff0000"),
        ("<a:inv/>", "00ffff"),
    ],
)
def test_a_colour_is_changed_as_its_transforms_say(change: str, shown: str) -> None:
    fill = f'<a:solidFill><a:srgbClr val="ff0000">{change}</a:srgbClr></a:solidFill>'
    assert first_path(inline(shape(fill=fill))).fill == shown


def test_a_filling_may_let_the_ground_through() -> None:
    fill = '<a:solidFill><a:srgbClr val="ff0000"><a:alpha val="40000"/></a:srgbClr></a:solidFill>'
    assert first_path(inline(shape(fill=fill))).opacity == 0.4
    assert made(Docx(paragraph(inline(shape(fill=fill))))).codes == []


def test_the_style_of_a_shape_gives_the_colours_that_it_does_not_set() -> None:
    style = (
        '<wps:style><a:lnRef idx="2"><a:srgbClr val="00ff00"/></a:lnRef><a:fillRef idx="1"><a:srgbClr val="0000ff"/>'
        '</a:fillRef><a:effectRef idx="0"/><a:fontRef idx="minor"><a:srgbClr val="ffffff"/></a:fontRef></wps:style>'
    )
    found = graphic(inline(shape(fill="", more=style, text=paragraph("vit"))))
    path, text = found.items[0], next(found.boxes())
    assert isinstance(path, Path)
    assert path.stroke is not None
    assert (path.fill, path.stroke.color) == ("0000ff", "00ff00")
    block = text.blocks[0]
    assert isinstance(block, Paragraph)
    assert [item.style.color for item in block.content if isinstance(item, TextRun)] == ["ffffff"]


def test_a_shape_without_line_and_filling_draws_nothing() -> None:
    assert graphic(inline(shape(fill="<a:noFill/>"))).items == ()


def test_own_geometry_follows_its_guides() -> None:
    geometry = (
        '<a:custGeom><a:gdLst><a:gd name="half" fmla="*/ w 1 2"/></a:gdLst><a:pathLst><a:path>'
        '<a:moveTo><a:pt x="l" y="t"/></a:moveTo><a:lnTo><a:pt x="half" y="b"/></a:lnTo>'
        '<a:arcTo wR="127000" hR="127000" stAng="0" swAng="5400000"/><a:close/></a:path></a:pathLst></a:custGeom>'
    )
    found = first_path(inline(shape("", fill=geometry + RED)))
    assert corners(found)[:2] == [(0, 0), (50, 50)]
    assert corners(found)[2][-2:] == (40, 60)


def test_a_shape_that_is_not_known_is_its_rectangle_and_told() -> None:
    result = made(Docx(paragraph(inline(shape("stjarnfall")))))
    assert result.codes == ["REN420"]
    assert "stjarnfall" in result.findings[0].message


def test_the_text_of_a_box_stands_in_it_and_is_read_as_text() -> None:
    result = made(Docx(paragraph("före", floating(shape(text=paragraph("i rutan")), 200, 300)) + paragraph("efter")))
    shown = result.reading.find("rutan")
    assert (shown.x > 207.2, 303 < shown.y < 320) == (True, True)
    assert text_in_order(result.rendered.pdf).split() == ["före", "i", "rutan", "efter"]
    assert "Div\n" in tag_tree(result.rendered.pdf)
    assert result.codes == []


@pytest.mark.parametrize(("anchor", "low", "high"), [("t", 300, 320), ("ctr", 315, 335), ("b", 330, 350)])
def test_text_stands_at_the_top_the_middle_or_the_bottom_of_its_box(anchor: str, low: float, high: float) -> None:
    result = made(Docx(paragraph(floating(shape(text=paragraph("här"), body=f'anchor="{anchor}"'), 200, 300))))
    assert low < result.reading.find("här").y < high


def test_a_box_that_fits_its_text_grows_with_it() -> None:
    lines = "".join(paragraph(f"rad{number}") for number in range(8))
    fits = shape(text=lines).replace("<wps:bodyPr />", "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>")
    result = made(Docx(paragraph(inline(fits)) + paragraph("under")))
    assert result.reading.find("rad7").y < result.reading.find("under").y - 10


@pytest.mark.parametrize(("lines", "cut"), [(3, False), (4, False), (12, True)])
def test_text_far_below_its_box_is_cut_off_but_can_be_read(lines: int, *, cut: bool) -> None:
    text = "".join(paragraph(f"rad{number}") for number in range(lines))
    result = made(Docx(paragraph(floating(shape(fill="", text=text), 200, 300))))
    assert text_in_order(result.rendered.pdf).split() == [f"rad{number}" for number in range(lines)]
    with pikepdf.open(BytesIO(result.rendered.pdf)) as pdf:
        assert (b"re W n" in pdf.pages[0].Contents.read_bytes()) == cut


def test_a_box_that_fits_its_text_is_no_higher_than_that() -> None:
    fits = shape(text=paragraph("rad")).replace("<wps:bodyPr />", "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>")
    kept = shape(text=paragraph("rad"))
    heights = [
        made(Docx(paragraph(inline(one, (100, 200))) + paragraph("under"))).reading.find("under").y
        for one in (fits, kept)
    ]
    assert heights[1] - heights[0] > 150


def test_vertical_text_runs_downwards() -> None:
    result = made(Docx(paragraph(floating(shape(text=paragraph("ned"), body='vert="vert"'), 200, 300))))
    assert result.reading.find("ned").x > 280


def test_a_page_number_in_a_box_of_the_header_is_that_of_the_page() -> None:
    number = floating(shape(text=paragraph(field_of("PAGE", "9"))), 300, 20)
    result = made(
        Docx(
            paragraph("ett") + paragraph("två", props="<w:pageBreakBefore/>"),
            section=f'<w:headerReference w:type="default" r:id="h"/>{A4}',
            headers={"h": paragraph(number)},
        )
    )
    assert result.reading.running("Header") == ["1", "2"]


def test_a_box_in_a_box_shows_its_text_once() -> None:
    inner = inline(shape(text=paragraph("inre")), size=(40, 20))
    result = made(Docx(paragraph(inline(shape(text=paragraph("yttre", inner))))))
    assert sorted(text_in_order(result.rendered.pdf).split()) == ["inre", "yttre"]


def test_boxes_far_inside_each_other_keep_their_text() -> None:
    text = paragraph("innerst")
    for _ in range(8):
        text = paragraph(inline(shape(text=text)))
    assert "innerst" in text_in_order(made(Docx(text)).rendered.pdf)


def test_a_bookmark_in_a_box_can_be_linked_to() -> None:
    inside = paragraph(bookmark("mål"), "målet")
    body = paragraph(field_of("PAGEREF mål", "9")) + paragraph(inline(shape(text=inside)), props="<w:pageBreakBefore/>")
    assert made(Docx(body)).reading.lines(0) == ["2"]


def test_a_drawing_with_an_alternative_text_is_a_figure() -> None:
    tree = tag_tree(made(Docx(paragraph(inline(shape(), alt="En röd ruta")))).rendered.pdf)
    assert "Figure Alt=“En röd ruta”" in tree


def test_a_shape_that_nobody_describes_is_decoration() -> None:
    assert "Figure" not in tag_tree(made(Docx(paragraph("a", inline(shape())))).rendered.pdf)


def test_a_number_of_word_s_own_is_no_name_for_a_picture() -> None:
    def tree(name: str) -> str:
        image = f'<v:shape id="{name}" style="width:60pt;height:30pt"><v:imagedata/></v:shape>'
        return tag_tree(made(Docx(paragraph("a", vml(image)))).rendered.pdf)

    assert "Figure Alt=“bild”" in tree("_x0000_i1025")
    assert "Figure Alt=“Karta”" in tree("Karta")


def test_a_vml_rectangle_is_white_with_a_black_line() -> None:
    found = first_path(vml('<v:rect style="width:60pt;height:30pt"/>'))
    assert found.stroke is not None
    assert (found.fill, found.stroke.color, found.stroke.width) == ("ffffff", "000000", 0.75)
    assert corners(found) == [(0, 0), (60, 0), (60, 30), (0, 30)]


def test_members_of_a_vml_group_stand_in_its_coordinates() -> None:
    inner = '<v:oval style="left:500;top:0;width:500;height:1000" fillcolor="#0f0" stroked="f"/>'
    group = f'<v:group style="width:100pt;height:50pt" coordsize="1000,1000">{inner}</v:group>'
    found = first_path(vml(group))
    assert (found.fill, found.stroke, corners(found)[0]) == ("00ff00", None, (100, 25))


def test_a_vml_text_box_stands_at_its_place() -> None:
    style = "position:absolute;margin-left:200pt;margin-top:300pt;width:100pt;height:50pt"
    style += ";mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    content = f"<v:textbox><w:txbxContent>{paragraph('i rutan')}</w:txbxContent></v:textbox>"
    result = made(Docx(paragraph("a", vml(f'<v:shape style="{style}">{content}</v:shape>'))))
    shown = result.reading.find("rutan")
    assert (shown.x > 207.2, 303 < shown.y < 320, result.codes) == (True, True, [])


def test_a_path_of_vml_is_traced_with_its_formulas() -> None:
    kind = (
        '<v:shapetype id="egen" coordsize="1000,1000" path="m,l@0,r0,1000xe">'
        '<v:formulas><v:f eqn="prod 1000 1 2"/></v:formulas></v:shapetype>'
    )
    found = first_path(vml(f'{kind}<v:shape type="#egen" style="width:100pt;height:100pt"/>'))
    assert corners(found) == [(0, 0), (50, 0), (50, 100)]


def test_a_vml_line_goes_from_point_to_point() -> None:
    found = first_path(vml('<v:line from="0,10pt" to="50pt,0"/>'))
    assert corners(found) == [(0, 10), (50, 0)]


def test_a_horizontal_rule_is_as_wide_as_the_text() -> None:
    rule = '<v:rect style="width:0;height:1.5pt" o:hr="t" o:hrstd="t" fillcolor="#a0a0a0" stroked="f"/>'
    shown = made(Docx(paragraph(vml(rule)))).reading
    assert len(shown.sizes) == 1
    assert graphic(vml(rule)).share == 1.0


def test_a_watermark_is_text_stretched_over_its_shape() -> None:
    art = '<v:textpath string="UTKAST" style="font-family:&quot;Liberation Sans&quot;"/>'
    found = graphic(
        vml(f'<v:shape type="#_x0000_t136" style="width:300pt;height:80pt" fillcolor="silver">{art}</v:shape>')
    )
    assert [(item.text, item.fit) for item in found.items if isinstance(item, Label)] == [("UTKAST", (300.0, 80.0))]
    body = paragraph(vml(f'<v:shape style="width:300pt;height:80pt">{art}</v:shape>'))
    assert "Figure Alt=“UTKAST”" in tag_tree(made(Docx(body)).rendered.pdf)


ART = '<v:textpath string="UTKAST två" style="font-family:&quot;Liberation Sans&quot;"/>'


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (
            inline(shape(transform=box(0, 0, 200, 50, 'rot="1200000"'), text=paragraph("snett ställd"))),
            ["snett", "ställd"],
        ),
        (inline(shape(transform=box(0, 0, 200, 50, 'rot="5400000"'), text=paragraph("snett ställd"))), []),
        (vml(f'<v:shape style="width:300pt;height:80pt;rotation:315">{ART}</v:shape>'), ["UTKAST", "två"]),
        (vml(f'<v:shape style="width:300pt;height:80pt">{ART}</v:shape>'), []),
    ],
)
def test_words_that_stand_aslant_are_told_whole(inside: str, words: list[str]) -> None:
    with pikepdf.open(BytesIO(made(Docx(paragraph(inside))).rendered.pdf)) as file:
        content = file.pages[0].Contents.read_bytes()
    told = re.findall(rb"/ActualText <feff([0-9a-f]+)>", content)
    assert [bytes.fromhex(word.decode()).decode("utf-16-be") for word in told] == words


@pytest.mark.parametrize(
    "broken",
    [
        '<v:shape style="width:1e99pt;height:-5pt" path="m@9,#4l1,2xe"/>',
        '<v:shape style="rotation:x;width:NaN" coordsize="0,0" path="mlcqx1,2"/>',
        '<v:group style="width:5pt;height:5pt" coordsize="0,0"><v:rect style="left:1;width:2"/></v:group>',
        '<v:polyline points="1pt"/>',
        '<v:line from="x" to=""/>',
    ],
)
def test_broken_vml_is_drawn_as_far_as_it_goes(broken: str) -> None:
    assert "ord" in made(Docx(paragraph("ord", vml(broken)))).reading.lines()[0]


@pytest.mark.parametrize(
    "broken",
    [
        shape("star5", box(0, 0, -5, 1e9, 'rot="99999999999"')),
        shape("", fill='<a:custGeom><a:pathLst><a:path w="x" h="0"><a:lnTo/></a:path></a:pathLst></a:custGeom>' + RED),
        "<wpg:wgp><wpg:grpSpPr/></wpg:wgp>",
        shape(fill='<a:ln w="99999999999"><a:solidFill><a:schemeClr val="saknas"/></a:solidFill></a:ln>'),
        shape(fill='<a:solidFill><a:hslClr hue="x" sat="9" lum=""/></a:solidFill>'),
    ],
)
def test_a_broken_drawing_is_drawn_as_far_as_it_goes(broken: str) -> None:
    assert "ord" in made(Docx(paragraph("ord", inline(broken)))).reading.lines()[0]


def test_every_preset_shape_has_an_outline_within_reach() -> None:
    from pipeline.render.read.presetforms import preset  # noqa: PLC0415

    assert len(EVERY_PRESET) == 187
    for name in EVERY_PRESET:
        forms = preset(name, (100.0, 60.0), ())
        assert forms, name
        assert any(form.filled or form.stroked for form in forms), name
        numbers = [value for form in forms for _, values in form.commands for value in values]
        assert all(-120 < value < 220 for value in numbers), name


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("quadArrow", 24),
        ("leftUpArrow", 12),
        ("rightArrowCallout", 11),
        ("halfFrame", 6),
        ("mathMultiply", 12),
        ("dodecagon", 12),
        ("ribbon2", 7),
        ("wedgeRoundRectCallout", 11),
        ("quadArrowCallout", 32),
        ("notchedRightArrow", 8),
        ("irregularSeal1", 24),
    ],
)
def test_arrows_and_signs_have_their_own_outlines(name: str, points: int) -> None:
    assert len(corners(first_path(inline(shape(name))))) == points


def test_shapes_with_depth_have_lighter_and_darker_sides() -> None:
    assert len({item.fill for item in graphic(inline(shape("cube"))).items if isinstance(item, Path)}) == 3
    assert len({item.fill for item in graphic(inline(shape("bevel"))).items if isinstance(item, Path)}) == 5


def test_a_callout_without_a_border_has_a_line_to_its_point_alone() -> None:
    ground, line = (
        item for item in graphic(inline(shape("callout1", fill=RED + LINE))).items if isinstance(item, Path)
    )
    assert (ground.fill, ground.stroke, line.fill) == ("ff0000", None, "")
    assert line.stroke is not None


def test_a_bracket_may_have_a_ground_of_its_own() -> None:
    ground, line = (
        item for item in graphic(inline(shape("leftBrace", fill=RED + LINE))).items if isinstance(item, Path)
    )
    assert (ground.fill, ground.stroke, line.fill) == ("ff0000", None, "")


def test_the_line_of_a_callout_ends_where_its_handles_say() -> None:
    handles = "".join(
        f'<a:gd name="adj{at}" fmla="val {value}"/>' for at, value in enumerate((50_000, 0, 150_000, -100_000), 1)
    )
    callout = shape("borderCallout1", fill=LINE).replace("<a:avLst/>", f"<a:avLst>{handles}</a:avLst>")
    drawn = [item for item in graphic(inline(callout)).items if isinstance(item, Path)]
    assert [corners(path) for path in drawn][-1] == [(0, 25), (-100, 75)]


@pytest.mark.parametrize(("size", "length", "wide"), [("", 9, 9), ('len="lg" w="sm"', 15, 6)])
def test_an_arrow_head_is_as_large_as_the_line_says(size: str, length: float, wide: float) -> None:
    line = LINE.replace("</a:ln>", f'<a:tailEnd type="triangle" {size}/></a:ln>')
    path = first_path(inline(shape("line", fill=line), size=(100, 0.1)))
    (head,) = heads(path)
    across = [values[0] for _, values in head if values]
    down = [values[1] for _, values in head if values]
    assert (round(max(across) - min(across)), round(max(down) - min(down))) == (length, wide)


@pytest.mark.parametrize("size", [(0.0, 0.0), (0.0, 60.0), (100.0, 0.0), (1e-3, 1e6)])
@pytest.mark.parametrize("handle", [0.0, -100.0, 300.0, 0.5])
def test_no_preset_shape_fails_for_odd_sizes_and_handles(size: tuple[float, float], handle: float) -> None:
    from pipeline.render.read.presetforms import preset  # noqa: PLC0415

    for name in EVERY_PRESET:
        for count in (0, 1, 2, 5, 8):
            forms = preset(name, size, (handle,) * count) or []
            numbers = [value for form in forms for _, values in form.commands for value in values]
            assert all(map(math.isfinite, numbers)), name


def test_the_run_before_and_after_a_shape_stand_beside_it() -> None:
    shown = made(Docx(paragraph(run("före"), inline(shape(), size=(100, 20)), run("efter")))).reading
    assert shown.find("efter").x > shown.find("före").x + 100


def test_text_boxes_of_a_drawing_are_told_apart() -> None:
    found = graphic(inline(shape(text=paragraph("a"), body='lIns="0" wrap="none"')))
    text = next(item for item in found.items if isinstance(item, TextBox))
    assert (text.insets[0], text.wraps) == (0.0, False)


@pytest.mark.parametrize(("name", "shown"), [("dkRed", "8b0000"), ("medAquamarine", "66cdaa"), ("ltGrey", "d3d3d3")])
def test_a_colour_may_have_one_of_the_short_names(name: str, shown: str) -> None:
    assert first_path(inline(shape(fill=f'<a:solidFill><a:prstClr val="{name}"/></a:solidFill>'))).fill == shown


def test_a_listener_hears_what_the_members_of_a_group_are_described_as() -> None:
    outer = f"<wpg:grpSpPr>{box(0, 0, 100, 50)}</wpg:grpSpPr>"
    member = shape(transform=box(0, 0, 10, 10)).replace(
        "<wps:cNvSpPr/>", '<wps:cNvPr id="7" name="Form 7" descr="Nämnden beslutar"/><wps:cNvSpPr/>'
    )
    run_ = paragraphs(Docx(paragraph(inline(f"<wpg:wgp>{outer}{member}</wpg:wgp>"))))[0].content[0]
    assert isinstance(run_, PictureRun)
    assert run_.picture.alt == "Nämnden beslutar"


def test_a_link_on_a_member_of_a_group_is_told() -> None:
    outer = f"<wpg:grpSpPr>{box(0, 0, 100, 50)}</wpg:grpSpPr>"
    link = '<wps:cNvPr id="7" name="Form 7"><a:hlinkClick r:id="rL"/></wps:cNvPr><wps:cNvSpPr/>'
    member = shape(transform=box(0, 0, 10, 10)).replace("<wps:cNvSpPr/>", link)
    found = made(Docx(paragraph(inline(f"<wpg:wgp>{outer}{member}</wpg:wgp>")), links={"rL": "https://example.se/"}))
    assert any("en länk på en form i en grupp" in finding.message for finding in found.findings)


def test_effects_of_a_group_and_lines_of_several_colours_are_told() -> None:
    glow = '<a:effectLst><a:glow rad="9"/></a:effectLst>'
    outer = f"<wpg:grpSpPr>{box(0, 0, 100, 50)}{glow}</wpg:grpSpPr>"
    graded = (
        '<a:ln w="12700"><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="ff0000"/></a:gs>'
        '<a:gs pos="100000"><a:srgbClr val="0000ff"/></a:gs></a:gsLst></a:gradFill></a:ln>'
    )
    member = shape(transform=box(0, 0, 10, 10), fill=graded)
    found = made(Docx(paragraph(inline(f"<wpg:wgp>{outer}{member}</wpg:wgp>"))))
    assert [finding.message for finding in found.findings if finding.code == "REN420"] == [
        "effekter vid en grupp av former: de ritas inte",
        "en linje med färgövergång: den ritas i en färg",
    ]


def test_text_of_a_box_may_be_made_smaller_as_the_file_says() -> None:
    fit = '<wps:bodyPr><a:normAutofit fontScale="50000" lnSpcReduction="20000"/></wps:bodyPr>'
    text = paragraph("ett") + paragraph("två") + table(row("tre"))
    plain, small = (
        made(Docx(paragraph(floating(shape(text=text).replace("<wps:bodyPr />", body), 200, 300)))).reading
        for body in ("<wps:bodyPr/>", fit)
    )
    assert [small.find(word).size for word in ("ett", "två", "tre")] == [5.0] * 3
    apart = [found.find("två").y - found.find("ett").y for found in (plain, small)]
    assert apart[1] == pytest.approx(apart[0] * 0.5 * 0.8, abs=0.05)


def test_text_of_a_box_may_stand_together_in_the_middle_of_its_width() -> None:
    text = paragraph("ett") + paragraph("tjugoett")
    found = made(Docx(paragraph(floating(shape(text=text, body='anchorCtr="1"'), 200, 300)))).reading
    long, short = found.find("tjugoett"), found.find("ett")
    assert long.x + long.width / 2 == pytest.approx(250, abs=0.1)
    assert short.x == pytest.approx(long.x)
