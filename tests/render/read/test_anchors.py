"""What anchors, VML styles, frames and table positions say, read."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.ooxml.names import NAMESPACES
from pipeline.render.floating import Anchor, Position
from pipeline.render.read.anchors import anchor, table_anchor, text_frame, vml_anchor

_SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix != "xml")


def node(text: str) -> etree._Element:
    head, _, rest = text.partition(" ")
    return etree.fromstring(f"{head} {_SPACES} {rest}")


def table_of(attributes: str, more: str = "") -> Anchor | None:
    return table_anchor(node(f"<w:tblPr ><w:tblpPr {attributes}/>{more}</w:tblPr>"))


def test_what_an_anchor_leaves_out_is_the_column_the_paragraph_and_no_wrapping() -> None:
    assert anchor(node("<w:drawing ><wp:anchor/></w:drawing>")) == Anchor(Position("column"), Position("paragraph"))
    assert anchor(node("<w:drawing ><wp:inline/></w:drawing>")) is None


def test_a_simple_position_counts_from_the_page() -> None:
    found = anchor(
        node('<w:drawing ><wp:anchor simplePos="1"><wp:simplePos x="12700" y="25400"/></wp:anchor></w:drawing>')
    )

    assert found is not None
    assert (found.horizontal, found.vertical) == (Position("page", 1.0), Position("page", 2.0))


@pytest.mark.parametrize("number", ["", "x", "1e400", "-99999999999999999999", "NaN"])
def test_odd_offsets_are_no_trouble(number: str) -> None:
    offset = f"<wp:posOffset>{number}</wp:posOffset>"
    inner = f'<wp:positionH relativeFrom="page">{offset}</wp:positionH>'
    found = anchor(
        node(f'<w:drawing ><wp:anchor distL="{number}" relativeHeight="{number}">{inner}</wp:anchor></w:drawing>')
    )

    assert found is not None
    assert abs(found.horizontal.offset) <= 2**31
    assert found.left >= 0


def test_a_position_in_shares_goes_before_its_alternative_in_lengths() -> None:
    shares = (
        '<wp:positionH relativeFrom="page"><wp14:pctPosHOffset>45500</wp14:pctPosHOffset></wp:positionH>',
        '<wp:positionV relativeFrom="margin"><wp14:pctPosVOffset>2500</wp14:pctPosVOffset></wp:positionV>',
    )
    either = "".join(
        f'<mc:AlternateContent><mc:Choice Requires="wp14">{share}</mc:Choice><mc:Fallback>'
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>1</wp:posOffset></wp:position{axis}>'
        "</mc:Fallback></mc:AlternateContent>"
        for axis, share in zip("HV", shares, strict=True)
    )
    found = anchor(node(f"<w:drawing ><wp:anchor>{either}</wp:anchor></w:drawing>"))

    assert found is not None
    assert (found.horizontal, found.vertical) == (
        Position("page", share=0.455),
        Position("margin", share=0.025),
    )


def test_a_vml_style_says_where_a_shape_stands() -> None:
    style = (
        "position:absolute;margin-left:10pt;margin-top:-1in;width:20pt;z-index:-5;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-wrap-distance-left:9pt"
    )
    wrap = '<x:wrap xmlns:x="urn:schemas-microsoft-com:office:word" type="square" side="left"/>'
    found = vml_anchor(node(f'<v:shape style="{style}">{wrap}</v:shape>'))

    assert found is not None
    assert (found.horizontal.base, found.horizontal.align) == ("margin", "center")
    assert found.vertical == Position("paragraph", -72.0)
    assert (found.wrap, found.side, found.left, found.behind) == ("square", "left", 9.0, True)
    assert vml_anchor(node('<v:shape style="width:20pt"/>')) is None


def test_a_table_stands_by_the_column_and_the_margin_where_nothing_is_said() -> None:
    found = table_of('w:tblpX="20" w:leftFromText="100"', '<w:tblOverlap w:val="never"/>')

    assert found is not None
    assert (found.horizontal, found.vertical) == (Position("column", 1.0), Position("margin"))
    assert (found.left, found.right, found.overlaps) == (5.0, 0.0, False)


def test_a_position_that_word_heeds_not_makes_no_floating_table() -> None:
    assert table_of("") is None
    assert table_of('w:leftFromText="180" w:tblpX="0" w:tblpY="0"') is None
    assert table_of('w:vertAnchor="text" w:tblpY="1"') == Anchor(Position("column"), Position("paragraph"), "square")


def test_a_frame_has_its_place_and_a_drop_cap_its_lines() -> None:
    frame = text_frame({"w": "2000", "h": "400", "hRule": "exact", "hAnchor": "page", "x": "100", "wrap": "notBeside"})
    letter = text_frame({"dropCap": "drop", "lines": "99", "hAnchor": "page", "x": "500"})

    assert (frame.width, frame.height, frame.anchor.wrap) == (100.0, 20.0, "topAndBottom")
    assert (frame.anchor.horizontal, frame.anchor.vertical) == (Position("page", 5.0), Position("margin"))
    assert (letter.drop_cap, letter.lines, letter.anchor.horizontal.base) == ("drop", 10, "column")
