"""The package of a template: its parts, relationships and settings."""

from __future__ import annotations

from lxml import etree
from mallstilar import styles_part
from typografi import Typography, twips

from pipeline.compose.canonical import pack
from pipeline.compose.xml import Element, element, properties
from pipeline.ooxml.names import NAMESPACES, q

LANGUAGE = "sv-SE"
_RELATION = NAMESPACES["r"]
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
}


def write_template(body: Element, headers: dict[str, Element], title: str, t: Typography) -> bytes:
    """Return a Word file; ``headers`` are header parts by relationship id."""
    document = element("w:document", body)
    files = {f"header{number}.xml": part for number, part in enumerate(headers.values(), start=1)}
    parts = {
        "word/document.xml": _bytes(document),
        "word/styles.xml": _bytes(styles_part(t, LANGUAGE)),
        "word/numbering.xml": _bytes(_numbering(t)),
        "word/settings.xml": _bytes(_settings()),
        "word/fontTable.xml": _bytes(
            element("w:fonts", element("w:font", element("w:family", val="swiss"), name=t.font))
        ),
        "word/theme/theme1.xml": _theme(t).encode(),
        "word/_rels/document.xml.rels": _document_relations(dict(zip(headers, files, strict=True))),
        "docProps/core.xml": _core(title),
        "docProps/app.xml": _APP.encode(),
        "_rels/.rels": _PACKAGE_RELATIONS.encode(),
        "[Content_Types].xml": _content_types(files),
    }
    parts |= {f"word/{name}": _bytes(part) for name, part in files.items()}
    return pack(parts)


def _bytes(root: Element) -> bytes:
    etree.cleanup_namespaces(root, top_nsmap={prefix: NAMESPACES[prefix] for prefix in ("w", "r")})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _settings() -> Element:
    compat = element("w:compat", element("w:compatSetting", name="compatibilityMode",
                                         uri="http://schemas.microsoft.com/office/word", val="15"))  # fmt: skip
    return element(
        "w:settings",
        element("w:zoom", percent="100"),
        element("w:defaultTabStop", val="1304"),
        element("w:hyphenationZone", val="425"),
        element("w:characterSpacingControl", val="doNotCompress"),
        compat,
        element("w:themeFontLang", val=LANGUAGE),
        element("w:decimalSymbol", val=","),
        element("w:listSeparator", val=";"),
    )


def _numbering(t: Typography) -> Element:
    bullets = _abstract("1", "ListBullet", [("bullet", sign) for sign in "•–•–•–•–•"], t)
    kinds = ("decimal", "lowerLetter", "lowerRoman") * 3
    numbers = _abstract("2", "ListNumber", [(kind, f"%{level + 1}.") for level, kind in enumerate(kinds)], t)
    nums = [element("w:num", element("w:abstractNumId", val=n), numId=n) for n in ("1", "2")]
    return element("w:numbering", bullets, numbers, *nums)


def _abstract(identity: str, style: str, levels: list[tuple[str, str]], t: Typography) -> Element:
    made = element("w:abstractNum", element("w:multiLevelType", val="hybridMultilevel"), abstractNumId=identity)
    for number, (kind, text) in enumerate(levels):
        left = twips(t.list_indent * (number + 1))
        linked = [element("w:pStyle", val=style)] if number == 0 else []
        indent = element("w:ind", left=left, hanging=twips(t.list_indent))
        made.append(element("w:lvl", element("w:start", val="1"), element("w:numFmt", val=kind), *linked,
                            element("w:lvlText", val=text), element("w:lvlJc", val="left"),
                            properties("pPr", [indent]), ilvl=str(number)))  # fmt: skip
    return made


def _document_relations(headers: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{NAMESPACES['rels']}}}Relationships", nsmap={None: NAMESPACES["rels"]})
    targets = [(f"rId{n}", kind, name) for n, (kind, name) in enumerate(_PARTS.items(), start=1)]
    targets += [(identity, "header", name) for identity, name in headers.items()]
    for identity, kind, name in targets:
        etree.SubElement(
            root, f"{{{NAMESPACES['rels']}}}Relationship", Id=identity, Type=f"{_RELATION}/{kind}", Target=name
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types(headers: dict[str, Element]) -> bytes:
    root = etree.Element(q("ct:Types"), nsmap={None: NAMESPACES["ct"]})
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, q("ct:Default"), Extension=extension, ContentType=kind)
    kinds = {name: f"{_MAIN_TYPE}.{kind}+xml" for kind, name in _PARTS.items() if kind != "theme"}
    kinds["theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    kinds["document.xml"] = f"{_MAIN_TYPE}.document.main+xml"
    kinds |= dict.fromkeys(headers, f"{_MAIN_TYPE}.header+xml")
    overrides = {f"/word/{name}": kind for name, kind in sorted(kinds.items())}
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    for name, kind in overrides.items():
        etree.SubElement(root, q("ct:Override"), PartName=name, ContentType=kind)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _core(title: str) -> bytes:
    root = etree.Element(q("cp:coreProperties"), nsmap={prefix: NAMESPACES[prefix] for prefix in ("cp", "dc")})
    for name, value in (("dc:title", title), ("dc:language", LANGUAGE)):
        etree.SubElement(root, q(name)).text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{NAMESPACES["rels"]}">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATION}/extended-properties" Target="docProps/app.xml"/></Relationships>'
)
_APPLICATION = "<Application>Microsoft Office Word</Application>"
_APP = f'{_DECLARATION}<Properties xmlns="{NAMESPACES["ep"]}">{_APPLICATION}</Properties>'


def _theme(t: Typography) -> str:
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": t.heading_colour, "lt2": t.head_shade,
               "accent1": t.heading_colour, "accent2": "1F7A4D", "accent3": "A85800", "accent4": "B3261E",
               "accent5": "3D4F5C", "accent6": t.rule_colour,
               "hlink": t.link_colour, "folHlink": "5B3A8C"}  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = f'<a:latin typeface="{t.font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{_DECLARATION}<a:theme xmlns:a="{NAMESPACES["a"]}" name="Mall"><a:themeElements>'
        f'<a:clrScheme name="Mall">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Mall"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Mall"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
