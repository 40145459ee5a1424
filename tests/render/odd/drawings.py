"""Odd pictures, shapes and charts."""

from __future__ import annotations

from tests.fuzz.test_hostile import png as bomb
from tests.render.docx import (
    DECORATIVE,
    Docx,
    drawing,
    note,
    paragraph,
    part,
    reference,
    relationship,
    row,
    run,
    separators,
    table,
    zipped,
)
from tests.render.floating import MEDIA, anchored
from tests.render.odd.packages import parts_of
from tests.render.odd.parts import (
    TYPE,
    Made,
    P,
    text_box,
)
from tests.render.pdf.pictures import png


def pictures() -> Made:
    """Yield such documents."""
    for name, data in {
        "no bytes": b"",
        "text": b"text",
        "half": png("RGB")[:40],
        "gif of nothing": b"GIF89a",
        "jpeg of nothing": b"\xff\xd8\xff\xe0",
        "emf of nothing": b"\x01\x00\x00\x00" + bytes(99),
        "wmf of nothing": b"\xd7\xcd\xc6\x9a" + bytes(40),
        "svg of nothing": b"<svg/>",
        "svg broken": b"<svg",
        "svg with entities": b'<!DOCTYPE x [<!ENTITY a "b">]><svg>&a;</svg>',
        "webp": b"RIFF\0\0\0\0WEBPVP8 ",
        "pdf": b"%PDF-1.4",
        "tiff": b"II*\0\x08\0\0\0\xff\xff",
        "bmp": b"BM" + bytes(60),
        "ico": b"\0\0\1\0\1\0",
        "gzip": b"\x1f\x8b\x08" + bytes(20),
        "huge": _huge(),
    }.items():
        for suffix in ("png", "emf"):
            yield (
                f"{name} as {suffix}",
                Docx(paragraph(drawing("p", alt="Karta"), run("ord")), media={"p": (f"a.{suffix}", data)}),
            )
    for name, size in {
        "no size": (0, 0),
        "below nothing": (-40, -20),
        "kilometres": (999_999, 999_999),
        "a line": (0, 20),
        "wide": (5_000, 20),
        "tall": (20, 5_000),
    }.items():
        yield (
            name,
            Docx(paragraph(drawing("p", size=size, alt="Karta"), run("ord")), media={"p": ("a.png", png("RGB"))}),
        )
        yield f"{name}, floating", Docx(paragraph(anchored(size=size), run("ord")), media=MEDIA)
    yield "no relationship", Docx(paragraph(drawing("rX", alt="x"), drawing("", alt="x"), run("ord")))
    yield (
        "linked",
        Docx(
            paragraph(drawing("p", alt="x").replace("r:embed", "r:link"), run("ord")),
            links={"p": "http://127.0.0.1:9/x.png"},
        ),
    )
    yield (
        "alternative of spaces",
        Docx(paragraph(drawing("p", alt="   "), run("ord")), media={"p": ("a.png", png("RGB"))}),
    )
    yield (
        "alternative with signs",
        Docx(paragraph(drawing("p", alt="(\\) \u202e\ufffd å"), run("ord")), media={"p": ("a.png", png("RGB"))}),
    )
    yield (
        "alternative without end",
        Docx(paragraph(drawing("p", alt="ord " * 9_000), run("ord")), media={"p": ("a.png", png("RGB"))}),
    )
    yield "decorative", Docx(paragraph(drawing("p", properties=DECORATIVE)), media={"p": ("a.png", png("RGB"))})
    yield (
        "cut away",
        Docx(
            paragraph(drawing("p", alt="x", crop='<a:srcRect l="90000" r="90000" t="-50000" b="x"/>')),
            media={"p": ("a.png", png("RGB"))},
        ),
    )
    yield "an empty drawing", Docx("<w:p><w:r><w:drawing/><w:pict/><w:object/><w:t>ord</w:t></w:r></w:p>")
    yield (
        "an empty inline",
        Docx(
            "<w:p><w:r><w:drawing><wp:inline/></w:drawing><w:drawing><wp:anchor/></w:drawing><w:t>ord</w:t></w:r></w:p>"
        ),
    )
    chart = '<a:graphicData uri="c"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rC"/></a:graphicData>'
    inline = f'<w:r><w:drawing><wp:inline><wp:extent cx="999999" cy="999999"/><wp:docPr id="1" name="d"/><a:graphic>{chart}</a:graphic></wp:inline></w:drawing></w:r>'
    yield "a chart without a part", Docx(paragraph(inline, run("ord")))
    for name, data in {
        "empty": b"",
        "broken": b"<c",
        "another": b"<a/>",
        "no plot": part("c:chartSpace", "").replace(
            b"<c:chartSpace", b'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ),
    }.items():
        made = Docx(paragraph(inline, run("ord")), extra={"word/c.xml": data})
        parts = parts_of(made)
        rels = relationship("rC", f"{TYPE}/chart", "c.xml").encode() + b"</Relationships>"
        yield (
            f"a chart {name}",
            zipped(
                {
                    **parts,
                    "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
                        b"</Relationships>", rels
                    ),
                }
            ),
        )
    yield "five hundred at one place", Docx(paragraph(*[anchored()] * 500, run("ord")), media=MEDIA)


def _huge() -> bytes:
    """Return a picture of 900 million pixels in a few kilobytes."""
    return bomb(30_000, 30_000)


def shapes() -> Made:
    """Yield such documents."""
    yield "text too long for its box", Docx(paragraph(text_box(P * 60), run("ord")))
    for kind in ("wordArtVert", "eaVert", "vert270", "okänd"):
        for words in ("ordet", "漢、字", "e\u0301\u0301 \u0301", "\U0001f468\u200d\U0001f469", "x" * 300):
            turned = text_box(paragraph(run(words)) + table(row(words))).replace("bodyPr/", f'bodyPr vert="{kind}"/')
            yield f"box {kind} {words[:6]}", Docx(paragraph(turned, run("ord")))
    for form in ("textArchUp", "textWave1", "textFadeUp", "textCircle", "textRingInside", "okänd"):
        for handle in ("val 99999999999", "val -1", "x"):
            warp = f'<a:prstTxWarp prst="{form}"><a:avLst><a:gd name="adj" fmla="{handle}"/></a:avLst></a:prstTxWarp>'
            bent = text_box(P + table(row("a"))).replace("<wps:bodyPr/>", f"<wps:bodyPr>{warp}</wps:bodyPr>")
            yield f"bent {form} {handle}", Docx(paragraph(bent, run("ord")))
    yield "a table in a box", Docx(paragraph(text_box(table(row("a", "b"))), run("ord")))
    deep = P
    for _ in range(8):
        deep = paragraph(text_box(deep), run("nivå"))
    yield "boxes in boxes", Docx(deep)
    yield "a heading in a box", Docx(paragraph(text_box(paragraph("Rubrik", style="H1"))))
    yield (
        "a note in a box",
        Docx(paragraph(text_box(paragraph(run("a"), reference(1)))), footnotes=separators() + note(1, "not")),
    )
    for style in (
        "",
        "width:0;height:0",
        "position:absolute;width:x;height:1e9pt;left:-99999pt",
        "rotation:45;flip:xy",
        "mso-position-horizontal:center;width:50%",
    ):
        box = f'<w:r><w:pict><v:shape style="{style}"><v:textbox><w:txbxContent>{P}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
        yield f"vml {style[:20]}", Docx(paragraph(box, run("ord")))
    yield (
        "vml rule",
        Docx(
            '<w:p><w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t"/></w:pict></w:r></w:p>'
            + P
        ),
    )
    yield (
        "vml picture",
        Docx(
            '<w:p><w:r><w:pict><v:shape style="width:9pt;height:9pt"><v:imagedata r:id="rX" o:title="x"/></v:shape></w:pict><w:t>ord</w:t></w:r></w:p>'
        ),
    )
    group = f'<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></wpg:grpSpPr><wps:wsp><wps:txbx><w:txbxContent>{P}</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp>'
    yield (
        "a group of no size",
        Docx(
            f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="g"/><a:graphic><a:graphicData>{group}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        ),
    )
    frame = (
        '<w:framePr w:w="0" w:h="-9" w:hRule="exact" w:wrap="x" w:x="999999" w:y="-99999" w:dropCap="x" w:lines="99"/>'
    )
    yield "an odd frame", Docx(paragraph(run("i ram"), props=frame) + P)


KINDS = (
    pictures,
    shapes,
)
