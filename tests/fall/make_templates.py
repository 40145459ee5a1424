"""Write the Word templates of the second municipality: ``python -m tests.fall.make_templates``.

They are made with python-docx from its own blank document, so that they have Word's own styles and another build than
the templates of the example.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

FOLDER = Path(__file__).parent / "templates" / "granvik"
_ACCENT, _SHADE = "5B2A4C", "EFE6EC"
_WIDTH = Mm(166)
_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="GranvikTabell">
<w:name w:val="Granvik Tabell"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{_ACCENT}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_ACCENT}"/>
<w:insideH w:val="single" w:sz="2" w:space="0" w:color="9A8A94"/></w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/></w:tcPr></w:tblStylePr>
</w:style>"""
Document = Any


def main() -> None:
    """Write both templates."""
    _decision().save(str(FOLDER / "tjansteskrivelse.docx"))
    _report().save(str(FOLDER / "tertialrapport.docx"))


def _blank(title: str) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(28), Mm(24)
    _styles(document)
    _header(section)
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "", "", "sv-SE"
    return document


def _styles(document: Document) -> None:
    styles = document.styles
    styles.element.append(parse_xml(_TABLE))
    lang = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    lang.set(qn("w:val"), "sv-SE")
    _font(styles["Normal"], "Calibri", 11)
    _font(styles["Body Text"], "Calibri", 11, after=7, line=1.12)
    for name in ("List Bullet", "List Number"):
        _font(styles[name], "Calibri", 11, after=3)
    _font(styles["Title"], "Cambria", 23, colour=_ACCENT, after=14)
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        styles["Title"].element.pPr.remove(border)
    for level, size in ((1, 17.0), (2, 14.0), (3, 12.0), (4, 11.0)):
        heading = styles[f"Heading {level}"]
        _font(heading, "Cambria", size, colour=_ACCENT, before=18 - 3 * level, after=4)
    looks: tuple[tuple[str, float, bool, bool], ...] = (
        ("Granvik Tabelltext", 9.5, False, False), ("Granvik Tabelltal", 9.5, True, False),
        ("Granvik Tabellhuvud", 9.5, False, True), ("Granvik Huvudtal", 9.5, True, True),
        ("Granvik Summa", 9.5, False, True), ("Granvik Summatal", 9.5, True, True),
        ("Granvik Liten", 9, False, False), ("Granvik Tabellrubrik", 10.5, False, True),
    )  # fmt: skip
    for name, size, right, bold in looks:
        style = styles.add_style(name, 1)
        style.base_style = styles["Normal"]
        _font(style, "Calibri", size, before=2, after=2)
        style.font.bold = bold or None
        if right:
            style.paragraph_format.alignment = 2
    styles["Granvik Tabellrubrik"].paragraph_format.keep_with_next = True
    styles["Granvik Tabellrubrik"].paragraph_format.space_before = Pt(8)
    link = styles.add_style("Granvik Länk", 2)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(_ACCENT), True
    for level in (1, 2):
        contents = styles.add_style(f"toc {level}", 1)
        contents.base_style = styles["Normal"]
        contents.paragraph_format.left_indent = Mm(6 * (level - 1))
        contents.paragraph_format.space_after = Pt(3)
        contents.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, 1)


def _font(style: Any, name: str, size: float, *, colour: str = "", before: float | None = None,
          after: float | None = None, line: float | None = None) -> None:  # fmt: skip
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.rPr.rFonts
    for attribute in [each for each in fonts.attrib if "Theme" in each]:
        del fonts.attrib[attribute]
    for slot in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(slot), name)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    if before is not None:
        style.paragraph_format.space_before = Pt(before)
    if after is not None:
        style.paragraph_format.space_after = Pt(after)
    if line is not None:
        style.paragraph_format.line_spacing = line


def _header(section: Any) -> None:
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.style.font.size = Pt(9)
    head.text = "{{ kommun.namn|upper }}\t{{ ärende.nämnd }}"
    foot.add_run("{{ ord.diarienummer }} {{ ärende.diarienummer }}\tSida\u00a0")
    _field(foot, "PAGE", "1")
    foot.add_run("\u00a0av\u00a0")
    _field(foot, "NUMPAGES", "1")
    for paragraph in (head, foot):  # the styles' own stops at the middle and at the right are in the way
        tabs = paragraph.style.element.pPr.find(qn("w:tabs"))
        if tabs is not None:
            paragraph.style.element.pPr.remove(tabs)


def _field(paragraph: Any, instruction: str, shown: str) -> None:
    for kind in ("begin", "instr", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "instr":
            made = OxmlElement("w:instrText")
            made.set(qn("xml:space"), "preserve")
            made.text = f" {instruction} "
            run._r.append(made)
        elif kind == "shown":
            run.text = shown
        else:
            made = OxmlElement("w:fldChar")
            made.set(qn("w:fldCharType"), kind)
            run._r.append(made)


def _text(document: Document, words: str, style: str = "Body Text") -> None:
    document.add_paragraph(words, style=style)


def _table(document: Document, rows: list[list[tuple[str, str]]], caption: str) -> None:
    """Add a table; each row is a list of style and words; a row that is one tag takes the row with it."""
    width = max(len(row) for row in rows)
    table = document.add_table(rows=len(rows), cols=width, style="Granvik Tabell")
    properties = table._tbl.tblPr
    size = properties.find(qn("w:tblW"))
    size.set(qn("w:type"), "pct")
    size.set(qn("w:w"), "5000")
    look = properties.find(qn("w:tblLook"))
    look.set(qn("w:val"), "0620")
    for flag, on in (("firstRow", "1"), ("firstColumn", "0"), ("noHBand", "1"), ("noVBand", "1")):
        look.set(qn(f"w:{flag}"), on)
    named = OxmlElement("w:tblCaption")
    named.set(qn("w:val"), caption)
    properties.append(named)
    for at, (row, made) in enumerate(zip(rows, table.rows, strict=True)):
        for cell in list(made.cells)[len(row) :]:
            made._tr.remove(cell._tc)
        for cell, (style, words) in zip(made.cells, row, strict=False):
            cell.paragraphs[0].style = document.styles[style]
            cell.paragraphs[0].add_run(words)
        settings = made._tr.get_or_add_trPr()
        settings.append(OxmlElement("w:cantSplit"))
        if at == 0:
            settings.append(OxmlElement("w:tblHeader"))


def _decision() -> Document:
    document = _blank("Tjänsteskrivelse")
    facts = [("Datum", "{{ ärende.datum_i_text }}"), ("{{ ord.diarienummer }}", "{{ ärende.diarienummer }}"),
             ("Handläggare", "{{ ärende.handläggare }}")]  # fmt: skip
    _table(document, [[("Granvik Tabellhuvud", name) for name, _ in facts],
                      [("Granvik Tabelltext", value) for _, value in facts]], "Uppgifter om ärendet")  # fmt: skip
    _text(document, "Till {{ ärende.nämnd }}{% if ärende.sammanträde %}, sammanträde den "
                    "{{ ärende.sammanträde_i_text }}{% endif %}", "Granvik Tabellrubrik")  # fmt: skip
    _text(document, "{{ ärende.titel }}", "Title")
    _text(document, "Förslag till nämndens beslut", "Heading 1")
    for tag in ("{{p ärende.förslag_till_beslut }}", "{%p for avsnitt in ärende.avsnitt %}", "{{p avsnitt.rubrik }}",
                "{{p avsnitt.text }}", "{%p endfor %}", "{%p if ärende.mottagare %}"):  # fmt: skip
        _text(document, tag)
    _text(document, "Beslutet skickas till", "Heading 1")
    _text(document, "{%p for mottagare in ärende.mottagare %}")
    _text(document, "{{ mottagare.namn }}{% if mottagare.syfte %} ({{ mottagare.syfte }}){% endif %}", "List Bullet")
    for tag in ("{%p endfor %}", "{%p endif %}", "{%p for undertecknare in ärende.undertecknare %}"):
        _text(document, tag)
    _text(document, "{{ undertecknare.namn }}", "Granvik Tabellrubrik")
    _text(document, "{{ undertecknare.titel }}, {{ ärende.förvaltning }}", "Granvik Liten")
    _text(document, "{%p endfor %}")
    return document


def _report() -> Document:
    document = _blank("Tertialrapport")
    _text(document, "{{ ärende.bilaga.namn }} till ärende {{ ärende.diarienummer }}", "Granvik Liten")
    _text(document, "{{ rapport.titel }}", "Title")
    _text(document, "{{ rapport.nämnd }}, {{ rapport.period.namn }}", "Granvik Tabellrubrik")
    _text(document, "Innehåll", "Granvik Tabellrubrik")
    contents = document.add_paragraph(style="toc 1")
    _field(contents, 'TOC \\o "1-2" \\h \\z', "Innehållet fylls i när dokumentet görs")
    document.add_page_break()
    _text(document, "{%p for del in rapport.delar %}")
    for number, (kind, write) in enumerate(_PARTS.items()):
        _text(document, f'{{%p {"elif" if number else "if"} del.slag == "{kind}" %}}')
        write(document)
    _text(document, "{%p endif %}")
    _text(document, "{%p endfor %}")
    return document


def _heading(document: Document) -> None:
    _text(document, "{{p del.rubrik }}")


def _prose(document: Document) -> None:
    _text(document, "{{p del.text }}")


def _levels(document: Document) -> None:
    words = "{% for nivå in del.nivåer %}{% if not loop.first %}\t{% endif %}{{ nivå.kolumn }}: {{r nivå.symbol }} "
    document.add_paragraph(words + "{{ nivå.ord }}{% endfor %}", style="Granvik Tabellrubrik")


def _goals(document: Document) -> None:
    for tag in ("{{p del.rubrik }}", "{%p for mål in del.mål %}", "{{p mål.rubrik }}", "{%p if mål.text %}",
                "{{p mål.text }}", "{%p endif %}", "{%p endfor %}"):  # fmt: skip
        _text(document, tag)


def _undertakings(document: Document) -> None:
    _heading(document)
    loop = [("Granvik Tabelltext", "{%tr for åtagande in del.åtaganden %}")]
    end = [("Granvik Tabelltext", "{%tr endfor %}")]
    status = "{% for nivå in åtagande.nivåer %}{{r nivå.symbol }} {{ nivå.ord }}{% endfor %}"
    head = [("Granvik Tabellhuvud", "Uppdrag"), ("Granvik Tabellhuvud", "Tillsammans med"),
            ("Granvik Tabellhuvud", "Status")]  # fmt: skip
    row = [("Granvik Tabelltext", "{{ åtagande.namn }}"),
           ("Granvik Tabelltext", "{{ åtagande.ansvariga or '–' }}"), ("Granvik Tabelltext", status)]  # fmt: skip
    _table(document, [head, loop, row, end], "{{ del.namn }}")
    for tag in ("{%p for åtagande in del.åtaganden %}", "{{p åtagande.rubrik }}", "{%p if åtagande.text %}",
                "{{p åtagande.text }}", "{%p endif %}", "{%p endfor %}"):  # fmt: skip
        _text(document, tag)


def _grid(document: Document, first: str, body: list[list[tuple[str, str]]]) -> None:
    head = [("Granvik Tabellhuvud", first), ("Granvik Huvudtal", "{%tc for kolumn in del.kolumner %}"),
            ("Granvik Huvudtal", "{{ kolumn }}"), ("Granvik Huvudtal", "{%tc endfor %}")]  # fmt: skip
    _table(document, [head, *body], "{{ del.namn }}")


def _values(label: str, number: str) -> list[tuple[str, str]]:
    return [(label, "{{ rad.namn }}"), (number, "{%tc for värde in rad.värden %}"), (number, "{{ värde }}"),
            (number, "{%tc endfor %}")]  # fmt: skip


def _indicators(document: Document) -> None:
    _text(document, "{{ del.namn }}", "Granvik Tabellrubrik")
    rows = [[("Granvik Tabelltext", "{%tr for rad in del.rader %}")], _values("Granvik Tabelltext", "Granvik Tabelltal"),
            [("Granvik Tabelltext", "{%tr endfor %}")]]  # fmt: skip
    _grid(document, "{{ del.första_kolumnen }}", rows)


def _statement(document: Document) -> None:
    _text(document, "{{ del.namn }}, {{ del.enhet }}", "Granvik Tabellrubrik")
    tags = (
        "{%tr for rad in del.rader %}",
        "{%tr if rad.slag == 'rad' %}",
        "{%tr else %}",
        "{%tr endif %}",
        "{%tr endfor %}",
    )
    start, plain, other, close, end = ([("Granvik Tabelltext", tag)] for tag in tags)
    rows = [start, plain, _values("Granvik Tabelltext", "Granvik Tabelltal"), other,
            _values("Granvik Summa", "Granvik Summatal"), close, end]  # fmt: skip
    _grid(document, "{{ del.första_kolumnen }}", rows)


def _summary(document: Document) -> None:
    _text(document, "{{ del.namn }}", "Granvik Tabellrubrik")
    head = [("Granvik Tabellhuvud", "{{ del.första_kolumnen }}"),
            ("Granvik Tabellhuvud", "{%tc for kolumn in del.kolumner %}"), ("Granvik Tabellhuvud", "{{ kolumn }}"),
            ("Granvik Tabellhuvud", "{%tc endfor %}")]  # fmt: skip
    row = [("Granvik Tabelltext", "{{ rad.namn }}"), ("Granvik Tabelltext", "{%tc for nivå in rad.nivåer %}"),
           ("Granvik Tabelltext", "{{r nivå.symbol }} {{ nivå.ord }}"), ("Granvik Tabelltext", "{%tc endfor %}")]  # fmt: skip
    rows = [head, [("Granvik Tabelltext", "{%tr for rad in del.rader %}")], row,
            [("Granvik Tabelltext", "{%tr endfor %}")]]  # fmt: skip
    _table(document, rows, "{{ del.namn }}")


def _legend(document: Document) -> None:
    _text(document, "{%p for ordlista in del.ordlistor %}")
    _text(document, "{{ ordlista.namn }}", "Granvik Tabellrubrik")
    _text(document, "{{ ordlista.förklaring }}")
    head = [("Granvik Tabellhuvud", name) for name in ("Tecken", "Ord", "Betydelse")]
    row = [("Granvik Tabelltext", words) for words in
           ("{{r nivå.symbol }}", "{{ nivå.ord }}", "{{ nivå.betydelse }}")]  # fmt: skip
    rows = [head, [("Granvik Tabelltext", "{%tr for nivå in ordlista.nivåer %}")], row,
            [("Granvik Tabelltext", "{%tr endfor %}")]]  # fmt: skip
    _table(document, rows, "{{ ordlista.namn }}")
    _text(document, "{%p endfor %}")


_PARTS = {
    "rubrik": _heading,
    "bedömning": _levels,
    "text": _prose,
    "mål": _goals,
    "åtaganden": _undertakings,
    "indikatorer": _indicators,
    "tabell": _statement,
    "sammanställning": _summary,
    "teckenförklaring": _legend,
}


if __name__ == "__main__":
    main()
