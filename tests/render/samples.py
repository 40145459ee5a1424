"""Word files of every kind, by what is odd about them: what the tests hold against a standard or against odd values."""

from __future__ import annotations

from collections.abc import Iterator

from tests.render.docx import (
    A4,
    DECORATIVE,
    HEADER_ROW,
    Docx,
    abstract,
    bookmark,
    cell,
    drawing,
    field_of,
    instance,
    item,
    level,
    line_break,
    link,
    page_break,
    paragraph,
    row,
    run,
    section_end,
    tab,
    table,
    vector_of,
)
from tests.render.floating import BELOW, OVER, WORDS, align, anchored, at, framed
from tests.render.floating import MEDIA as FLOATING
from tests.render.pdf.pictures import png, svg

LISTS = abstract(0, level(0), level(1, "bullet", "–"), level(2, "none")) + instance(1, 0)
CENTRED = '<w:textAlignment w:val="center"/>'
MEDIA = {"p": ("a.png", png("RGBA", color=(9, 9, 9, 9))), "s": ("a.svg", svg('<circle cx="9" cy="9" r="5"/>'))}
LINKS = {"rL": "https://example.se/nämnd", "rM": "mailto:a@example.se"}


def documents() -> Iterator[tuple[str, Docx]]:
    """Yield files by what is odd about them."""
    yield "empty", Docx("")
    yield "no title", Docx(paragraph("a"), title="")
    yield "headings", Docx("".join(paragraph(f"R{n}", style=f"H{n % 3 + 1}") for n in range(9)))
    yield "lists", Docx("".join(item(f"a{n}", level=n % 3) for n in range(9)), numbering=LISTS)
    yield "links", Docx(_links(), links=LINKS)
    yield "pictures", Docx(_pictures(), media=MEDIA, links=LINKS)
    yield "tables", Docx(_tables())
    yield "running", _running()
    yield "looks", Docx(_looks(), media=MEDIA)
    yield "broken picture", Docx(paragraph(drawing("p", alt="x")), media={"p": ("a.png", b"x")})
    yield "contents", Docx(_contents())
    yield "floats", Docx(_floats(), media=FLOATING)
    yield "rare words", _rare()


def _rare() -> Docx:
    """Return what few files have: reliefs, bars, fields within fields, bound controls, marks of old, form fields."""
    looks = "".join(paragraph(run(look, f"<w:{look}/>")) for look in ("outline", "shadow", "emboss", "imprint"))
    bar = '<w:pBdr><w:bar w:val="single" w:sz="8"/></w:pBdr><w:ind w:left="900"/><w:mirrorIndents/>'
    places = paragraph("indrag", props=bar) + paragraph(run("a"), run("b", '<w:sz w:val="60"/>'), props=CENTRED)
    binding = '<w:dataBinding w:xpath="/a[1]/b[1]" w:storeItemID="{1}"/>'
    control = f"<w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{run('text')}</w:sdtContent></w:sdt>"
    tick = '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    form = f"<w:r>{tick}<w:instrText>FORMCHECKBOX</w:instrText></w:r>{end}"
    marks = '<w:r><w:pgNum/><w:dayLong/><w:br w:clear="all"/></w:r>'
    fields = paragraph(field_of('= 1200 \\# "# ##0,00"', ""), field_of("INDEX", ""), marks, control)
    footer = paragraph(field_of('PAGE \\# "00"', "1"), field_of("IF 1 = 1 ja nej", ""))
    section = f'<w:footerReference w:type="default" r:id="rF"/>{A4}<w:cols w:num="2"/><w:bidi/>'
    return Docx(looks + places + paragraph(form) + fields, section=section, footers={"rF": footer})


def _floats() -> str:
    side = anchored(("margin", align("right")), ("paragraph", at(-20)), BELOW, attributes='layoutInCell="1"')
    frame = (
        'w:w="2000" w:h="300" w:hRule="atLeast" w:hSpace="90" w:wrap="around" w:vAnchor="text" w:hAnchor="text" w:y="1"'
    )
    letter = 'w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"'
    place = '<w:tblpPr w:leftFromText="90" w:vertAnchor="text" w:horzAnchor="margin" w:tblpX="900" w:tblpY="9"/>'
    simple = anchored(("page", at(9)), ("page", align("center")), OVER, attributes='simplePos="0" behindDoc="1"')
    return (
        paragraph(side, simple, run(WORDS * 4))
        + framed("ram", frame)
        + framed("D", letter)
        + paragraph("etta " + WORDS * 4)
        + table(row("a", "b"), props=place)
        + table(row(cell(paragraph(anchored(), run("c"))), "d"), props='<w:tblOverlap w:val="never"/>')
        + paragraph(anchored(), run(WORDS), props="<w:bidi/>")
    )


def _links() -> str:
    inside = f'<w:hyperlink r:id="rL">{run("fet", "<w:b/>")}{run(" English", _language("en-GB"))}</w:hyperlink>'
    body = paragraph(link("hit", name="rL"), link("dit", name="rM"), link("borta", anchor="x"), inside)
    return body + paragraph(link("ner " * 90, anchor="m"), page_break()) + paragraph(bookmark("m"), "mål")


def _language(name: str) -> str:
    return f'<w:lang w:val="{name}"/>'


def _pictures() -> str:
    inside = f'<w:hyperlink r:id="rL">{drawing("p", alt="Logotyp")}</w:hyperlink>'
    vector = drawing("p", alt="Ring", inside=vector_of("s"))
    return paragraph(drawing("p", alt="bild"), vector, drawing("p", properties=DECORATIVE), inside, drawing("p"))


def _tables() -> str:
    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [row("Namn", "", "Värde", props=HEADER_ROW)]
    rows += [row(cell("a", props=begin), "b", "c"), *(row(cell("", props=go_on), f"r{n}", "c") for n in range(90))]
    rows += [row(cell("bred", props='<w:gridSpan w:val="3"/>')), row("kort")]
    rows.append(row("d", props='<w:gridBefore w:val="2"/>'))
    long = paragraph(line_break().join(run(f"lång {number}") for number in range(90)))
    rows.append(row(cell(table(row("inre", "tabell"), widths=(500, 500)), paragraph()), cell(long)))
    look = '<w:tblLook w:firstColumn="1" w:firstRow="1"/><w:tblBorders><w:insideH w:val="single"/></w:tblBorders>'
    return table(*rows, widths=(1000, 1000, 1000), props=look + '<w:tblCaption w:val="Alla värden"/>')


def _running() -> Docx:
    running = '<w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/>'
    wide = '<w:pgSz w:w="16840" w:h="11900"/>' + running
    header = paragraph("Rubrik", style="H1") + table(row(link("hit", name="rL"), "c"))
    body = paragraph("a", page_break(), "b", props=section_end(wide)) + paragraph("c")
    footer = paragraph("sid ", field_of("PAGE", "1"), tab(), field_of("NUMPAGES", "1"))
    return Docx(body, section=A4 + running, headers={"h": header}, footers={"f": footer})


def _looks() -> str:
    props = '<w:u w:val="double"/><w:strike/><w:highlight w:val="yellow"/><w:spacing w:val="20"/><w:w w:val="90"/>'
    runs = [run("streckad", props), run("2", '<w:vertAlign w:val="superscript"/>'), run("Versal", "<w:smallCaps/>")]
    runs += [run("☑", "<w:b/><w:i/>"), run("AVAV", '<w:kern w:val="2"/>')]
    runs.append(run("e\u0301", '<w:rFonts w:ascii="Calibri"/>'))
    frame = '<w:pBdr><w:top w:val="double" w:sz="8"/><w:left w:val="dashed"/></w:pBdr>'
    shaded = frame + '<w:shd w:val="clear" w:fill="EEEEEE"/>'
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    return paragraph(*runs, props=shaded) + paragraph(run("שלום", "<w:rtl/>"), formula, "a\u00a0b\u202fc")


def _contents() -> str:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    stop = '<w:tabs><w:tab w:val="right" w:pos="5000" w:leader="dot"/></w:tabs>'
    entry = f'<w:hyperlink w:anchor="a">{run("Avsnitt")}{tab()}{field_of("PAGEREF a", "9")}</w:hyperlink>'
    end = paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return paragraph(begin, entry, props=stop) + end + paragraph(bookmark("a"), "Avsnitt", style="H1")
