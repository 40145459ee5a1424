"""The styles of the templates, as a table and as ``styles.xml``."""

from __future__ import annotations

from dataclasses import dataclass, replace

from typografi import Typography, twips

from pipeline.compose.xml import Element, element, properties
from pipeline.ooxml.names import q


@dataclass(frozen=True)
class Style:
    """A paragraph style: sizes and distances in points, lines in lines; empty values are inherited."""

    name: str
    identity: str
    based: str = "Normal"
    follower: str = ""
    size: float = 0
    bold: bool | None = None
    colour: str = ""
    before: float | None = None
    after: float | None = None
    line: float = 0
    indent: float | None = None
    level: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    align: str = ""
    numbering: str = ""
    contextual: bool = False
    rule_below: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    quick: bool = True


def paragraph_styles(t: Typography) -> list[Style]:
    """Return the paragraph styles; names in English are Word's own, which Word shows in the user's language."""
    heading = Style(
        "", "", follower="BodyText", bold=True, colour=t.heading_colour, keep_next=True, keep_lines=True, line=1
    )
    headings = [
        replace(
            heading,
            name=f"heading {n}",
            identity=f"Heading{n}",
            size=t.heading_sizes[n - 1],
            before=t.heading_before[n - 1],
            after=t.heading_after[n - 1],
            level=n,
        )
        for n in range(1, len(t.heading_sizes) + 1)
    ]
    perspective = Style(
        "Perspektivrubrik", "Perspektivrubrik", "Heading1", "BodyText", size=t.perspective_size, before=0,
        after=t.perspective_after, page_break=True,
    )  # fmt: skip
    area = Style("Områdesrubrik", "Omradesrubrik", "Heading2", "BodyText")
    sections = [Style(f"Avsnittsrubrik {n}", f"Avsnittsrubrik{n}", f"Heading{n}", "BodyText") for n in range(1, 5)]
    return [
        *_text_styles(t),
        *headings,
        perspective,
        area,
        *sections,
        *_cover_styles(t),
        *_contents_styles(t),
        *_table_styles(t),
    ]


def _text_styles(t: Typography) -> list[Style]:
    right = t.text_width
    return [
        Style("Normal", "Normal", ""),
        Style("Body Text", "BodyText", after=t.body_after, line=t.body_line),
        Style("List Bullet", "ListBullet", after=t.list_after, line=t.body_line, numbering="1"),
        Style("List Number", "ListNumber", after=t.list_after, line=t.body_line, numbering="2"),
        Style("Underrubrik", "Underrubrik", "BodyText", "BodyText", bold=True, keep_next=True),
        Style("header", "Header", size=t.header_size, colour=t.muted_colour, tabs=(("right", right),), quick=False),
        Style("footer", "Footer", size=t.header_size, colour=t.muted_colour, tabs=(("right", right),), quick=False),
        Style(
            "Sidhuvud följande sidor",
            "Sidhuvudfoljande",
            "Header",
            tabs=(("left", right * 30 // 100), ("left", right * 48 // 100)),
        ),
        Style("Ordmärke", "Ordmarke", "Header", size=13, bold=True, colour=t.heading_colour, rule_below=True),
    ]


def _cover_styles(t: Typography) -> list[Style]:
    tab = (("left", 1700),)
    return [
        Style(
            "Title",
            "Title",
            follower="BodyText",
            size=t.title_size,
            bold=True,
            colour=t.heading_colour,
            before=18,
            after=4,
        ),
        Style(
            "Subtitle",
            "Subtitle",
            follower="BodyText",
            size=t.subtitle_size,
            colour=t.heading_colour,
            before=0,
            after=18,
        ),
        Style("Ärendeuppgift", "Arendeuppgift", size=11, after=2, tabs=tab),
        Style("Mottagande nämnd", "Mottagandenamnd", follower="Title", size=12, bold=True, before=18, after=0),
        Style("Förvaltning", "Forvaltning", bold=True, before=28, after=14, keep_next=True),
        Style("Undertecknare", "Undertecknare", before=14, after=0, keep_next=True),
        Style("Undertecknares titel", "Undertecknarestitel", after=4),
    ]


def _contents_styles(t: Typography) -> list[Style]:
    tab = (("right dot", t.text_width),)
    size, after = t.contents_size, t.contents_after
    return [
        Style(
            "TOC Heading",
            "TOCHeading",
            follower="BodyText",
            size=14,
            bold=True,
            colour=t.heading_colour,
            before=24,
            after=8,
            keep_next=True,
        ),
        Style("toc 1", "TOC1", size=size, after=after, tabs=tab, quick=False),
        Style("toc 2", "TOC2", size=size, after=after, indent=t.contents_indent, tabs=tab, quick=False),
        Style("toc 3", "TOC3", size=size, after=after, indent=2 * t.contents_indent, tabs=tab, quick=False),
        Style("Innehållsförteckningens slut", "Innehallsslut", size=2, line=1, quick=False),
    ]


def _table_styles(t: Typography) -> list[Style]:
    text = Style("Tabelltext", "Tabelltext", size=t.table_size, before=t.table_before, after=t.table_after)
    rows = {"size": t.statement_size, "before": t.statement_before, "after": t.statement_after}
    number = Style("Tabelltal", "Tabelltal", "Tabelltext", align="right", **rows)
    return [
        Style("Tabellrubrik", "Tabellrubrik", follower="BodyText", bold=True, before=10, after=4, keep_next=True),
        text,
        Style("Tabellhuvud", "Tabellhuvud", "Tabelltext", bold=True, keep_next=True),
        Style("Tabellhuvud tal", "Tabellhuvudtal", "Tabellhuvud", size=t.statement_size, align="right"),
        Style("Tabelltext liten", "Tabelltextliten", "Tabelltext", **rows),
        number,
        Style("Tabelltext summa", "Tabelltextsumma", "Tabelltextliten", bold=True),
        Style("Tabelltal summa", "Tabelltalsumma", "Tabelltal", bold=True),
        Style("Bedömning", "Bedomning", "Tabelltext", after=t.assessment_after, keep_next=True),
        Style("Bedömningshuvud", "Bedomningshuvud", "Tabellhuvud", after=0),
    ]  # fmt: skip


def styles_part(t: Typography, language: str) -> Element:
    """Return the root of ``styles.xml``."""
    root = element("w:styles", _defaults(t, language))
    root.extend(_paragraph_style(style, t) for style in paragraph_styles(t))
    root.extend(_character_styles(t))
    root.extend(_tables(t))
    root.append(element("w:style", _named("No List"), element("w:uiPriority", val="99"), element("w:semiHidden"),
                        element("w:unhideWhenUsed"), type="numbering", default="1", styleId="NoList"))  # fmt: skip
    return root


def _named(name: str) -> Element:
    return element("w:name", val=name)


def _defaults(t: Typography, language: str) -> Element:
    size = str(round(t.body_size * 2))
    fonts = element("w:rFonts", ascii=t.font, hAnsi=t.font, eastAsia=t.font, cs=t.font)
    runs = properties("rPr", [fonts, element("w:sz", val=size), element("w:szCs", val=size),
                              element("w:lang", val=language, eastAsia=language, bidi="ar-SA")])  # fmt: skip
    return element("w:docDefaults", element("w:rPrDefault", runs), element("w:pPrDefault"))


def _paragraph_style(style: Style, t: Typography) -> Element:
    made = element("w:style", _named(style.name), type="paragraph", styleId=style.identity)
    if style.identity == "Normal":
        made.set(q("w:default"), "1")
    if not style.name[0].islower() and style.name not in _BUILT_IN:
        made.set(q("w:customStyle"), "1")
    if style.based:
        made.append(element("w:basedOn", val=style.based))
    if style.follower:
        made.append(element("w:next", val=style.follower))
    if style.quick:
        made.append(element("w:qFormat"))
    settings = _paragraph_settings(style, t)
    if settings:
        made.append(properties("pPr", settings))
    runs = _run_settings(style)
    if runs:
        made.append(properties("rPr", runs))
    return made


_BUILT_IN = {"Normal", "Body Text", "List Bullet", "List Number", "Title", "Subtitle", "TOC Heading"}


def _paragraph_settings(style: Style, t: Typography) -> list[Element]:
    flags = {"keepNext": style.keep_next, "keepLines": style.keep_lines, "pageBreakBefore": style.page_break,
             "contextualSpacing": style.contextual}  # fmt: skip
    made = [element(f"w:{name}") for name, on in flags.items() if on]
    spacing = _spacing(style)
    if spacing:
        made.append(element("w:spacing", **spacing))
    if style.numbering:
        made.append(element("w:numPr", element("w:numId", val=style.numbering)))
    if style.indent is not None:
        made.append(element("w:ind", left=twips(style.indent)))
    if style.level:
        made.append(element("w:outlineLvl", val=str(style.level - 1)))
    if style.align:
        made.append(element("w:jc", val=style.align))
    if style.rule_below:
        rule = element("w:bottom", val="single", sz="6", space="6", color=t.rule_colour)
        made.append(element("w:pBdr", rule))
    if style.tabs:
        made.append(element("w:tabs", *(_tab(kind, position) for kind, position in style.tabs)))
    return made


def _tab(kind: str, position: int) -> Element:
    side, _, leader = kind.partition(" ")
    extra = {"leader": leader} if leader else {}
    return element("w:tab", val=side, **extra, pos=str(position))


def _spacing(style: Style) -> dict[str, str]:
    values: dict[str, str] = {}
    if style.before is not None:
        values["before"] = twips(style.before)
    if style.after is not None:
        values["after"] = twips(style.after)
    if style.line:
        values |= {"line": str(round(style.line * 240)), "lineRule": "auto"}
    return values


def _run_settings(style: Style) -> list[Element]:
    made: list[Element] = []
    if style.bold:
        made += [element("w:b"), element("w:bCs")]
    if style.colour:
        made.append(element("w:color", val=style.colour))
    if style.size:
        size = str(round(style.size * 2))
        made += [element("w:sz", val=size), element("w:szCs", val=size)]
    return made


def _character_styles(t: Typography) -> list[Element]:
    looks = {
        ("Default Paragraph Font", "DefaultParagraphFont"): [],
        ("Strong", "Strong"): [element("w:b"), element("w:bCs")],
        ("Emphasis", "Emphasis"): [element("w:i"), element("w:iCs")],
        ("page number", "PageNumber"): _page_number(t),
        ("Hyperlink", "Hyperlink"): [element("w:color", val=t.link_colour), element("w:u", val="single")],
    }
    made = []
    for (name, identity), settings in looks.items():
        style = element("w:style", _named(name), type="character", styleId=identity)
        if not settings:
            style.set(q("w:default"), "1")
            style.extend([element("w:uiPriority", val="1"), element("w:semiHidden"), element("w:unhideWhenUsed")])
        else:
            style.extend(
                [element("w:basedOn", val="DefaultParagraphFont"), element("w:qFormat"), properties("rPr", settings)]
            )
        made.append(style)
    return made


def _page_number(t: Typography) -> list[Element]:
    size = str(round(t.header_size * 2))
    plain = [element("w:b", val="0"), element("w:bCs", val="0"), element("w:color", val=t.muted_colour)]
    return [*plain, element("w:sz", val=size), element("w:szCs", val=size)]


def _tables(t: Typography) -> list[Element]:
    margins = element("w:tblCellMar", *(element(f"w:{side}", w=width, type="dxa") for side, width in
                                        (("top", "0"), ("left", "80"), ("bottom", "0"), ("right", "80"))))  # fmt: skip
    normal = element("w:style", _named("Normal Table"), element("w:uiPriority", val="99"), element("w:semiHidden"),
                     element("w:unhideWhenUsed"), element("w:tblPr", element("w:tblInd", w="0", type="dxa"), margins),
                     type="table", default="1", styleId="TableNormal")  # fmt: skip
    lines = ("top", "bottom", "insideH")
    report = _table_style("Rapporttabell", "Rapporttabell", lines, t)
    assessment = _table_style("Bedömningstabell", "Bedomningstabell", (), t)
    return [normal, report, assessment]


def _table_style(name: str, identity: str, lines: tuple[str, ...], t: Typography) -> Element:
    settings = element("w:tblPr")
    if lines:
        rules = (element(f"w:{line}", val="single", sz="4", space="0", color=t.rule_colour) for line in lines)
        settings.append(element("w:tblBorders", *rules))
    shade = element("w:shd", val="clear", color="auto", fill=t.head_shade)
    first = element("w:tblStylePr", *([element("w:tcPr", shade)] if lines else [_underlined_head(t)]), type="firstRow")
    return element("w:style", _named(name), element("w:basedOn", val="TableNormal"), element("w:qFormat"),
                   settings, first, type="table", customStyle="1", styleId=identity)  # fmt: skip


def _underlined_head(t: Typography) -> Element:
    rule = element("w:bottom", val="single", sz="4", space="0", color=t.rule_colour)
    return element("w:tcPr", element("w:tcBorders", rule))
