"""SmartArt and charts in a Word file: drawn from their parts, and no word of them is lost."""

from __future__ import annotations

import zipfile
from io import BytesIO

from pipeline.ooxml.names import NAMESPACES
from pipeline.render.graphic import Image
from pipeline.render.read.opening import open_document
from pipeline.render.tree import Paragraph, Picture, PictureRun
from tests.render import docx

_MICROSOFT = "http://schemas.microsoft.com/office"
SPACES = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "c", "dgm", "r"))
_DSP = f'xmlns:dsp="{_MICROSOFT}/drawing/2008/diagram"'
_SHAPE = (
    '<dsp:sp><dsp:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/></a:xfrm>'
    '<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></dsp:spPr>'
    "<dsp:txBody><a:bodyPr/><a:p><a:r><a:t>Ansökan</a:t></a:r></a:p></dsp:txBody></dsp:sp>"
)
_DATA = "<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Beslut</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
_EXTENSION = f'<a:ext uri="x"><dsp:dataModelExt xmlns:dsp="{_MICROSOFT}/drawing/2008/diagram" relId="rIdS"/></a:ext>'


def file_of(inside: str, parts: dict[str, str]) -> bytes:
    """Return a Word file with a drawing of other content, and the parts by the ids of their relationships."""
    body = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="2540000" cy="1270000"/><wp:docPr id="1" name="Bild"/>'
        f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    source = zipfile.ZipFile(BytesIO(docx.Docx(docx.paragraph(body)).bytes()))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/_rels/document.xml.rels":
                added = "".join(
                    f'<Relationship Id="{number}" Type="x" Target="parts/{number}.xml"/>' for number in parts
                )
                data = data.replace(b"</Relationships>", added.encode() + b"</Relationships>")
            made.writestr(name, data)
        for number, content in parts.items():
            made.writestr(f"word/parts/{number}" if "." in number else f"word/parts/{number}.xml", content)
    return out.getvalue()


def _picture(data: bytes) -> Picture:
    opened = open_document(data, "prov.docx")
    assert isinstance(opened, tuple)
    block = opened[1].sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return next(run.picture for run in block.content if isinstance(run, PictureRun))


def _texts(picture: Picture) -> list[str]:
    assert picture.graphic is not None
    blocks = [block for box in picture.graphic.boxes() for block in box.blocks]
    return [block.text for block in blocks if isinstance(block, Paragraph)]


IDS = f'<dgm:relIds xmlns:dgm="{NAMESPACES["dgm"]}" r:dm="rIdD"/>'


def test_smartart_is_drawn_from_its_saved_drawing() -> None:
    data = f"<dgm:dataModel {SPACES}>{_DATA}<dgm:extLst>{_EXTENSION}</dgm:extLst></dgm:dataModel>"
    saved = f"<dsp:drawing {SPACES} {_DSP}><dsp:spTree>{_SHAPE}</dsp:spTree></dsp:drawing>"
    assert _texts(_picture(file_of(IDS, {"rIdD": data, "rIdS": saved}))) == ["Ansökan"]


def test_smartart_without_a_saved_drawing_shows_its_text() -> None:
    data = f"<dgm:dataModel {SPACES}>{_DATA}</dgm:dataModel>"
    assert _texts(_picture(file_of(IDS, {"rIdD": data}))) == ["Beslut"]


def test_a_chart_in_a_file_is_told_by_its_data() -> None:
    values = '<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numLit></c:val>'
    plot = f"<c:pieChart><c:ser>{values}</c:ser></c:pieChart>"
    space = f"<c:chartSpace {SPACES}><c:chart><c:plotArea>{plot}</c:plotArea></c:chart></c:chartSpace>"
    reference = f'<c:chart xmlns:c="{NAMESPACES["c"]}" r:id="rIdC"/>'
    assert _picture(file_of(reference, {"rIdC": space})).alt == "Cirkeldiagram. Serie 1: 7"


def framed(inside: str, left: int) -> str:
    return (
        f'<wpg:graphicFrame><wpg:cNvPr id="3" name="Ram"/><wpg:xfrm><a:off x="{left}" y="0"/>'
        f'<a:ext cx="1270000" cy="635000"/></wpg:xfrm><a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>'
        "</wpg:graphicFrame>"
    )


def group(*members: str) -> str:
    frame = '<a:off x="0" y="0"/><a:ext cx="2540000" cy="1270000"/>'
    inner = '<a:chOff x="0" y="0"/><a:chExt cx="2540000" cy="1270000"/>'
    return f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{frame}{inner}</a:xfrm></wpg:grpSpPr>{''.join(members)}</wpg:wgp>"


def test_charts_and_smartart_in_a_group_stand_in_their_places() -> None:
    values = '<c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>7</c:v></c:pt></c:numLit></c:val>'
    plot = f"<c:pieChart><c:ser>{values}</c:ser></c:pieChart>"
    space = f"<c:chartSpace {SPACES}><c:chart><c:plotArea>{plot}</c:plotArea></c:chart></c:chartSpace>"
    reference = f'<c:chart xmlns:c="{NAMESPACES["c"]}" r:id="rIdC"/>'
    data = f"<dgm:dataModel {SPACES}>{_DATA}<dgm:extLst>{_EXTENSION}</dgm:extLst></dgm:dataModel>"
    saved = f"<dsp:drawing {SPACES} {_DSP}><dsp:spTree>{_SHAPE}</dsp:spTree></dsp:drawing>"
    found = _picture(
        file_of(group(framed(reference, 0), framed(IDS, 1_270_000)), {"rIdC": space, "rIdD": data, "rIdS": saved})
    )

    assert found.alt == "Cirkeldiagram. Serie 1: 7"
    assert found.graphic is not None
    chart = next(item for item in found.graphic.items if isinstance(item, Image))
    assert (chart.place.corner, chart.picture.width, chart.picture.height) == ((0.0, 0.0), 100.0, 50.0)
    assert _texts(found) == ["Ansökan"]
    assert next(found.graphic.boxes()).place.corner == (100.0, 0.0)


def test_what_cannot_be_drawn_in_a_group_has_a_frame_with_its_name_and_is_told() -> None:
    opened = open_document(file_of(group(framed("<a:okänt/>", 0)), {}), "prov.docx")
    assert isinstance(opened, tuple)
    assert [item.what for item in opened[1].unsupported] == ["ett objekt i en grupp som inte kan ritas"]
    found = _picture(file_of(group(framed("<a:okänt/>", 0)), {}))
    assert found.graphic is not None
    assert [item.picture.name for item in found.graphic.items if isinstance(item, Image)] == ["Ram"]
