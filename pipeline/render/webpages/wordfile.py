"""A web page as a Word file, with the looks that Word gives pages: Times New Roman of 12 points, bold headings."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import quoteattr

from pipeline.ooxml.names import NAMESPACES
from pipeline.render.webpages.css import Sheet
from pipeline.render.webpages.lists import Lists
from pipeline.render.webpages.pictures import Pictures
from pipeline.render.webpages.source import read_page
from pipeline.render.webpages.tables import write_table
from pipeline.render.webpages.writer import Around, Writer

_SIZES = (24.0, 18.0, 13.5, 12.0, 10.0, 7.5)  # of headings, in points
_PREFIXES = ("w", "r", "a", "wp", "pic", "v", "o", "adec")
_DECLARED = " ".join(f"xmlns:{prefix}={quoteattr(NAMESPACES[prefix])}" for prefix in _PREFIXES)
_OFFICE = NAMESPACES["r"]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'<Types xmlns="{NAMESPACES["ct"]}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="bin" ContentType="application/octet-stream"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>'
)
_SETTINGS = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


@dataclass(frozen=True)
class Made:
    """The Word file that a page becomes; ``whole`` is false where the page has more than is taken."""

    docx: bytes
    whole: bool


def word_file(data: bytes) -> Made | None:
    """Return the Word file that an HTML file or a saved page becomes; None where it is no page or shows nothing."""
    page = read_page(data)
    if page is None:
        return None
    writer = Writer(Sheet(page.root), Lists(), Pictures(page.files), write_table)
    writer.element(page.root, Around())
    body = writer.written()
    if not body:
        return None
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships(_relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relationships(*_related(writer)),
        "word/styles.xml": _part("styles", _styles()),
        "word/settings.xml": _part("settings", _SETTINGS),
        "word/numbering.xml": _part("numbering", writer.lists.xml),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode())
        for picture, number in writer.pictures.parts.items():
            archive.writestr(zipfile.ZipInfo(f"word/media/bild{number}.bin"), picture)
    return Made(out.getvalue(), page.whole and not writer.runs.cut and not writer.pictures.cut)


def _related(writer: Writer) -> list[str]:
    names = ("styles", "settings", "numbering")
    found = [_relation(f"r{name}", name, f"{name}.xml") for name in names]
    found += [_relation(f"rId{n}", "image", f"media/bild{n}.bin") for n in writer.pictures.parts.values()]
    links = writer.links.items()
    return found + [_relation(f"rLink{n}", "hyperlink", address, external=True) for address, n in links]


def _relation(name: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'


def _relationships(*items: str) -> str:
    return f'<Relationships xmlns="{NAMESPACES["rels"]}">{"".join(items)}</Relationships>'


def _part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_DECLARED}>{content}</w:{root}>'


def _styles() -> str:
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    base = f'<w:rPr>{font}<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'
    headings = (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr></w:style>'
        for level, size in enumerate(_SIZES, 1)
    )
    return (
        f"<w:docDefaults><w:rPrDefault>{base}</w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Pre"><w:name w:val="HTML Preformatted"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        + "".join(headings)
    )
