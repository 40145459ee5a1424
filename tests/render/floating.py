"""Floating objects for tests: anchored pictures as Word writes them, frames and floating tables."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from tests.render.docx import EMU, paragraph, run

NAME = "rBild"
SQUARE, BELOW, OVER = '<wp:wrapSquare wrapText="bothSides"/>', "<wp:wrapTopAndBottom/>", "<wp:wrapNone/>"
WORDS = "Text som är lång nog att fylla flera rader och gå runt det som står bredvid den på sidan. "


def picture_file() -> bytes:
    """Return a small picture."""
    out = BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return out.getvalue()


MEDIA = {NAME: ("image1.png", picture_file())}


def at(points: float) -> str:
    """Return an offset."""
    return f"<wp:posOffset>{round(points * EMU)}</wp:posOffset>"


def align(where: str) -> str:
    """Return an alignment."""
    return f"<wp:align>{where}</wp:align>"


def anchored(
    horizontal: tuple[str, str] = ("column", at(0)),
    vertical: tuple[str, str] = ("paragraph", at(0)),
    wrap: str = SQUARE,
    size: tuple[float, float] = (100, 80),
    attributes: str = "",
) -> str:
    """Return a floating picture: what it is placed from along each axis, and its offset or alignment."""
    wide, high = (round(side * EMU) for side in size)
    return (
        f'<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" relativeHeight="1" {attributes}>'
        f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{horizontal[0]}">{horizontal[1]}</wp:positionH>'
        f'<wp:positionV relativeFrom="{vertical[0]}">{vertical[1]}</wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{high}"/>{wrap}<wp:docPr id="1" name="Bild 1" descr="Karta"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{NAME}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def framed(text: str, attributes: str, props: str = "", look: str = "") -> str:
    """Return a paragraph in a frame."""
    return paragraph(run(text, look), props=f"<w:framePr {attributes}/>{props}")
