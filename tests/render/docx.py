"""Word files made in memory: the XML that a test is about, and around it no more than a package needs."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

OFFICE = "http://schemas.openxmlformats.org"
MICROSOFT = "http://schemas.microsoft.com/office"
_TYPE = f"{OFFICE}/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", f"{OFFICE}/wordprocessingml/2006/main"),
        ("r", _TYPE),
        ("a", f"{OFFICE}/drawingml/2006/main"),
        ("wp", f"{OFFICE}/drawingml/2006/wordprocessingDrawing"),
        ("pic", f"{OFFICE}/drawingml/2006/picture"),
        ("m", f"{OFFICE}/officeDocument/2006/math"),
        ("mc", f"{OFFICE}/markup-compatibility/2006"),
        ("wps", f"{MICROSOFT}/word/2010/wordprocessingShape"),
        ("wpg", f"{MICROSOFT}/word/2010/wordprocessingGroup"),
        ("wpc", f"{MICROSOFT}/word/2010/wordprocessingCanvas"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
        ("w14", f"{MICROSOFT}/word/2010/wordml"),
        ("wp14", f"{MICROSOFT}/word/2010/wordprocessingDrawing"),
        ("asvg", f"{MICROSOFT}/drawing/2016/SVG/main"),
        ("adec", f"{MICROSOFT}/drawing/2017/decorative"),
    )
)
_VENDOR = "application/vnd.openxmlformats"
_WORD = f"{_VENDOR}-officedocument.wordprocessingml"
_ENDINGS = {
    "rels": f"{_VENDOR}-package.relationships+xml",
    "xml": "application/xml",
    "bin": "application/vnd.ms-office",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "html": "text/html",
    "htm": "text/html",
    "txt": "text/plain",
    "rtf": "application/rtf",
    "mht": "message/rfc822",
    "docx": f"{_WORD}.document",
}
_KINDS = {
    "docProps/core[.]xml": f"{_VENDOR}-package.core-properties+xml",
    "word/document[.]xml": f"{_WORD}.document.main+xml",
    **{
        f"word/{name}[.]xml": f"{_WORD}.{name}+xml"
        for name in ("styles", "settings", "numbering", "fontTable", "footnotes", "endnotes", "comments")
    },
    "word/theme/[^/]+[.]xml": f"{_VENDOR}-officedocument.theme+xml",
    "word/media/chart[^/]*[.]xml": f"{_VENDOR}-officedocument.drawingml.chart+xml",
}
EMU = 12700
A4 = '<w:pgSz w:w="11900" w:h="16840"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/>'
# Fonts that come with the program, and lines of a height that is easy to reckon with.
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans"/><w:sz w:val="20"/>'
    '<w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>'
)


@dataclass
class Docx:
    """A Word file; ``headers`` are parts by relationship id, ``media`` picture files by relationship id."""

    body: str
    section: str = A4
    styles: str = STYLES
    numbering: str = ""
    settings: str = ""
    compat: str = ""
    background: str = ""
    compatibility: int = 15
    title: str = "Provdokument"
    headers: Mapping[str, str] = field(default_factory=dict)
    footers: Mapping[str, str] = field(default_factory=dict)
    footnotes: str = ""
    endnotes: str = ""
    media: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""
    font_table: str = ""
    core: str = ""
    extra: Mapping[str, bytes] = field(default_factory=dict)

    def bytes(self) -> bytes:
        """Return the package."""
        parts: dict[str, bytes] = {
            "_rels/.rels": self._package_relationships().encode(),
            "word/document.xml": part(
                "w:document", f"{self.background}<w:body>{self.body}<w:sectPr>{self.section}</w:sectPr></w:body>"
            ),
            "word/_rels/document.xml.rels": self._relationships().encode(),
            "docProps/core.xml": self._core().encode(),
            "word/styles.xml": part("w:styles", self.styles),
            "word/settings.xml": part("w:settings", self._settings()),
        }
        if self.numbering:
            parts["word/numbering.xml"] = part("w:numbering", self.numbering)
        if self.theme:
            parts["word/theme/theme1.xml"] = part("a:theme", self.theme)
        if self.font_table:
            parts["word/fontTable.xml"] = part("w:fonts", self.font_table)
        parts |= {f"word/{name}.xml": part("w:hdr", content) for name, content in self.headers.items()}
        parts |= {f"word/{name}.xml": part("w:ftr", content) for name, content in self.footers.items()}
        parts |= {f"word/{kind}.xml": part(f"w:{kind}", content) for kind, content in self._notes()}
        parts |= {f"word/media/{file}": data for file, data in self.media.values()}
        parts |= self.extra
        return zipped({"[Content_Types].xml": content_types(parts, self._running()).encode(), **parts})

    def _running(self) -> dict[str, str]:
        """Return what the parts of headers and footers are, whose names are the test's own."""
        kinds = {**dict.fromkeys(self.headers, "header"), **dict.fromkeys(self.footers, "footer")}
        return {f"word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in kinds.items()}

    def _notes(self) -> list[tuple[str, str]]:
        return [(k, v) for k, v in (("footnotes", self.footnotes), ("endnotes", self.endnotes)) if v]

    def _settings(self) -> str:
        mode = f'<w:compatSetting w:name="compatibilityMode" w:uri="x" w:val="{self.compatibility}"/>'
        return f"{self.settings}<w:compat>{self.compat}{mode}</w:compat>"

    def _core(self) -> str:
        return (
            f'<cp:coreProperties xmlns:cp="{OFFICE}/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"<dc:title>{escape(self.title)}</dc:title>{self.core}</cp:coreProperties>"
        )

    @staticmethod
    def _package_relationships() -> str:
        core = f"{OFFICE}/package/2006/relationships/metadata/core-properties"
        return relationships(
            relationship("rId1", f"{_TYPE}/officeDocument", "word/document.xml"),
            relationship("rId2", core, "docProps/core.xml"),
        )

    def _relationships(self) -> str:
        found = [
            relationship("rStyles", f"{_TYPE}/styles", "styles.xml"),
            relationship("rSettings", f"{_TYPE}/settings", "settings.xml"),
        ]
        if self.numbering:
            found.append(relationship("rNumbering", f"{_TYPE}/numbering", "numbering.xml"))
        if self.theme:
            found.append(relationship("rTheme", f"{_TYPE}/theme", "theme/theme1.xml"))
        if self.font_table:
            found.append(relationship("rFontTable", f"{_TYPE}/fontTable", "fontTable.xml"))
        found += [relationship(name, f"{_TYPE}/header", f"{name}.xml") for name in self.headers]
        found += [relationship(name, f"{_TYPE}/footer", f"{name}.xml") for name in self.footers]
        found += [relationship(f"r{kind}", f"{_TYPE}/{kind}", f"{kind}.xml") for kind, _ in self._notes()]
        found += [relationship(name, f"{_TYPE}/image", f"media/{file}") for name, (file, _) in self.media.items()]
        found += [relationship(name, f"{_TYPE}/hyperlink", uri, external=True) for name, uri in self.links.items()]
        return relationships(*found)


def content_types(parts: Iterable[str], known: Mapping[str, str]) -> str:
    """Return the part that tells what each other one is: as is ``known``, by its name, or by its ending."""
    names = sorted(parts)
    endings = dict.fromkeys(name.rpartition(".")[2].lower() for name in names)
    usual = "".join(
        f'<Default Extension={quoteattr(ending)} ContentType="{_ENDINGS.get(ending, "application/octet-stream")}"/>'
        for ending in {"rels": None, "xml": None, **endings}
    )
    kinds = {name: kind for name in names for pattern, kind in _KINDS.items() if re.fullmatch(pattern, name)}
    kinds.update(known)
    own = "".join(f'<Override PartName={quoteattr("/" + name)} ContentType="{kinds[name]}"/>' for name in kinds)
    return f'<Types xmlns="{OFFICE}/package/2006/content-types">{usual}{own}</Types>'


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive whose bytes depend on nothing else."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def part(root: str, content: str) -> bytes:
    """Return an XML part with all namespaces declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_NAMESPACES}>{content}</{root}>'.encode()


def relationships(*items: str) -> str:
    """Return a relationship part."""
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{"".join(items)}</Relationships>'


def relationship(name: str, kind: str, target: str, *, external: bool = False) -> str:
    """Return one relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{name}" Type="{kind}" Target={quoteattr(target)}{mode}/>'


def run(text: str, props: str = "") -> str:
    """Return a run of text."""
    own = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, style: str = "", props: str = "") -> str:
    """Return a paragraph; what does not begin with a tag is text of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    own = f"<w:pPr>{named}{props}</w:pPr>" if named or props else ""
    return f"<w:p>{own}{''.join(item if item.startswith('<') else run(item) for item in content if item)}</w:p>"


def item(text: str, number: int = 1, level: int = 0, props: str = "") -> str:
    """Return a paragraph of a list."""
    return paragraph(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>{props}')


def level(index: int, number_format: str = "decimal", text: str = "", content: str = "", start: int = 1) -> str:
    """Return a level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f"<w:lvlText w:val={quoteattr(text or f'%{index + 1}.')}/>{content}</w:lvl>"
    )


def abstract(number: int, *levels: str) -> str:
    """Return a list definition."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int, content: str = "") -> str:
    """Return a list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{content}</w:num>'


def cell(*content: str, props: str = "") -> str:
    """Return a table cell; text stands in a paragraph of its own."""
    inside = "".join(item if item.startswith("<") else paragraph(item) for item in content) or paragraph()
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    """Return a table row; what does not begin with a tag becomes a cell of text."""
    inside = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{props}</w:trPr>{inside}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = (2000, 2000), props: str = "") -> str:
    """Return a table of fixed widths, in twentieths of a point, unless its properties name a layout."""
    props += "" if "w:tblLayout" in props else '<w:tblLayout w:type="fixed"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{props}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


HEADER_ROW = "<w:tblHeader/>"


def field_of(instruction: str, stored: str, content: str = "") -> str:
    """Return a complex field with its stored result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{content or run(stored)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str) -> str:
    """Return a bookmark, begun and ended."""
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def link(content: str, *, anchor: str = "", name: str = "", tooltip: str = "") -> str:
    """Return a hyperlink to a bookmark or by a relationship id."""
    target = f'w:anchor="{anchor}"' if anchor else f'r:id="{name}"'
    tip = f" w:tooltip={quoteattr(tooltip)}" if tooltip else ""
    return f"<w:hyperlink {target}{tip}>{run(content)}</w:hyperlink>"


def page_break() -> str:
    """Return a run with a page break."""
    return '<w:r><w:br w:type="page"/></w:r>'


def line_break() -> str:
    """Return a run with a line break."""
    return "<w:r><w:br/></w:r>"


def tab() -> str:
    """Return a run with a tab."""
    return "<w:r><w:tab/></w:r>"


def section_end(content: str = A4) -> str:
    """Return the paragraph properties that end a section."""
    return f"<w:sectPr>{content}</w:sectPr>"


def drawing(
    name: str,
    *,
    size: tuple[float, float] = (40, 20),
    alt: str = "",
    inside: str = "",
    crop: str = "",
    properties: str = "",
) -> str:
    """Return a picture in a line; ``inside`` stands in its blip, ``properties`` in its docPr."""
    wide, high = (round(side * EMU) for side in size)
    described = f" descr={quoteattr(alt)}" if alt else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="1" name="Bild 1"{described}>{properties}</wp:docPr><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{name}">{inside}</a:blip>{crop}</pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def vector_of(name: str) -> str:
    """Return what a blip holds beside its bitmap when there is an SVG form."""
    return f'<a:extLst><a:ext uri="x"><asvg:svgBlip r:embed="{name}"/></a:ext></a:extLst>'


DECORATIVE = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'


def document_theme(*, major: str, minor: str) -> str:
    """Return the content of a theme with its two fonts."""
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind, family in (("major", major), ("minor", minor))
    )
    return f"<a:themeElements><a:fontScheme>{fonts}</a:fontScheme></a:themeElements>"


def note(number: int, *content: str, kind: str = "footnote", marked: bool = True) -> str:
    """Return a note with its mark, each text a paragraph of its own; what begins with a tag stands as it is."""
    mark = f"<w:r><w:{kind}Ref/></w:r>" if marked else ""
    marks = [mark, *[""] * (len(content) - 1)]
    texts = [text if text.startswith("<") else paragraph(own, text) for own, text in zip(marks, content, strict=True)]
    return f'<w:{kind} w:id="{number}">{"".join(texts)}</w:{kind}>'


def separators(kind: str = "footnote") -> str:
    """Return the separators that Word writes."""
    return "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )


def reference(number: int, mark: str = "", kind: str = "footnote") -> str:
    """Return the reference to a note; ``mark`` is one of its own instead of a number."""
    own = ' w:customMarkFollows="1"' if mark else ""
    return f'<w:r><w:{kind}Reference w:id="{number}"{own}/>{f"<w:t>{mark}</w:t>" if mark else ""}</w:r>'
