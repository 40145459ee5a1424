"""Odd stories: bare bodies, alternatives, unknown elements, wrappers, tracked changes, headings and controls."""

from __future__ import annotations

from tests.render.docx import (
    A4,
    Docx,
    abstract,
    cell,
    drawing,
    instance,
    level,
    page_break,
    paragraph,
    relationship,
    row,
    run,
    tab,
    table,
    zipped,
)
from tests.render.odd.packages import parts_of
from tests.render.odd.parts import (
    END,
    SEPARATE,
    TYPE,
    Made,
    P,
    choice,
    instruction,
    main_only,
)
from tests.render.pdf.pictures import png


def bare() -> Made:
    """Yield such documents."""
    yield "an empty body", main_only("<w:body/>")
    yield "no section", main_only(f"<w:body>{P}</w:body>")
    yield "only a section", main_only(f"<w:body><w:sectPr>{A4}</w:sectPr></w:body>")
    yield "only an empty section", main_only("<w:body><w:sectPr/></w:body>")
    yield "only a table", main_only(f"<w:body>{table(row('a', 'b'))}</w:body>")
    yield "only an empty table", main_only("<w:body><w:tbl/></w:body>")
    yield "two bodies", main_only(f"<w:body>{P}</w:body><w:body>{P}</w:body>")
    yield "text in the body", main_only(f"<w:body>text i kroppen{P}<w:r><w:t>fri körning</w:t></w:r></w:body>")
    yield "a section in the middle", main_only(f"<w:body>{P}<w:sectPr>{A4}</w:sectPr>{P}</w:body>")
    yield "sections after each other", main_only(f"<w:body>{P}<w:sectPr>{A4}</w:sectPr><w:sectPr/></w:body>")
    yield "an empty paragraph", Docx("<w:p/>")
    yield "a thousand empty paragraphs", Docx("<w:p/>" * 1_000)
    yield "paragraphs of spaces", Docx(paragraph(run("   ")) * 3 + paragraph(run("\u00a0")) + paragraph(tab()) + P)
    yield "paragraph in paragraph", Docx(f"<w:p><w:r><w:t>yttre</w:t></w:r>{P}</w:p>")
    yield "run in run", Docx("<w:p><w:r><w:t>yttre</w:t><w:r><w:t>inre</w:t></w:r></w:r></w:p>")
    yield "text in paragraph", Docx("<w:p><w:t>utan körning</w:t></w:p>")
    yield "elements in text", Docx("<w:p><w:r><w:t>före<w:b/>efter</w:t></w:r></w:p>")
    yield "properties last", Docx(f'<w:p>{run("ord")}<w:pPr><w:jc w:val="center"/></w:pPr></w:p>')
    yield (
        "properties twice",
        Docx('<w:p><w:pPr/><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr/><w:rPr/><w:t>a</w:t></w:r></w:p>'),
    )


def alternatives() -> Made:
    """Yield such documents."""
    for name, requires in {"known": "wps", "unknown": "okänd", "none": "", "two": "wps okänd"}.items():
        chosen, other = run("valet"), run("utvägen")
        yield f"{name} in a paragraph", Docx(f"<w:p>{choice(requires, chosen, other)}</w:p>")
        yield f"{name} without a fallback", Docx(f"<w:p>{choice(requires, chosen)}{run('efter')}</w:p>")
        yield f"{name} around paragraphs", Docx(choice(requires, paragraph("valet"), paragraph("utvägen")))
        yield (
            f"{name} in a run",
            Docx(f"<w:p><w:r>{choice(requires, '<w:t>valet</w:t>', '<w:t>utvägen</w:t>')}</w:r></w:p>"),
        )
        yield f"{name} around a row", Docx(f"<w:tbl>{choice(requires, row('val'), row('utväg'))}</w:tbl>")
        yield (
            f"{name} around a cell",
            Docx(f"<w:tbl><w:tr>{choice(requires, cell('val'), cell('utväg'))}</w:tr></w:tbl>"),
        )
        yield (
            f"{name} around properties",
            Docx(f"<w:p><w:pPr>{choice(requires, '<w:keepNext/>', '')}</w:pPr>{run('ord')}</w:p>"),
        )
    deep = run("innerst")
    for _ in range(20):
        deep = choice("wps", deep, run("yttre utväg"))
    yield "in each other", Docx(f"<w:p>{deep}</w:p>")
    two = '<mc:Choice Requires="okänd"><w:r><w:t>ett</w:t></w:r></mc:Choice><mc:Choice Requires="wps"><w:r><w:t>två</w:t></w:r></mc:Choice>'
    yield "two choices", Docx(f"<w:p><mc:AlternateContent>{two}</mc:AlternateContent></w:p>")
    yield "nothing in it", Docx(f"<w:p><mc:AlternateContent/>{run('ord')}</w:p>")
    yield (
        "a fallback alone",
        Docx(f"<w:p><mc:AlternateContent><mc:Fallback>{run('ut')}</mc:Fallback></mc:AlternateContent></w:p>"),
    )


def unknown() -> Made:
    """Yield such documents."""
    odd = '<x:sak xmlns:x="urn:okand" x:v="1">{}</x:sak>'
    yield "around a paragraph", Docx(odd.format(P))
    yield "around a run", Docx(f"<w:p>{odd.format(run('ord'))}</w:p>")
    yield "around text", Docx(f"<w:p><w:r>{odd.format('<w:t>ord</w:t>')}</w:r></w:p>")
    yield "around a table", Docx(odd.format(table(row("a", "b"))))
    yield "around a row", Docx(f"<w:tbl>{odd.format(row('a', 'b'))}</w:tbl>")
    yield "around a cell", Docx(f"<w:tbl><w:tr>{odd.format(cell('a'))}</w:tr></w:tbl>")
    yield (
        "empty everywhere",
        Docx(f"{odd.format('')}<w:p>{odd.format('')}<w:r>{odd.format('')}<w:t>ord</w:t></w:r></w:p>"),
    )
    yield (
        "of word",
        Docx("<w:p><w:r><w:nyhet/><w:t>ord</w:t></w:r><w:omfång><w:r><w:t>två</w:t></w:r></w:omfång></w:p>"),
    )
    ignorable = 'xmlns:x="urn:x" mc:Ignorable="x" mc:ProcessContent="x:in"'
    yield "ignorable", main_only(f"<w:body><w:p {ignorable}><x:in>{run('kvar')}</x:in>{run('ord')}</w:p></w:body>")
    yield "must understand", main_only(f'<w:body mc:MustUnderstand="wps">{P}</w:body>')


def wrapped() -> Made:
    """Yield such documents."""
    for name, (begin, end) in {
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        "custom xml": ("<w:customXml>", "</w:customXml>"),
        "smart tag": ("<w:smartTag>", "</w:smartTag>"),
        "insertion": ("<w:ins>", "</w:ins>"),
        "link": ('<w:hyperlink w:anchor="a">', "</w:hyperlink>"),
        "direction": ('<w:dir w:val="rtl">', "</w:dir>"),
        "simple field": ('<w:fldSimple w:instr="QUOTE x">', "</w:fldSimple>"),
        "unknown": ("<w:nytt>", "</w:nytt>"),
    }.items():
        for depth in (3, 60):
            yield f"{name} {depth} deep around a run", Docx(f"<w:p>{begin * depth}{run('innerst')}{end * depth}</w:p>")
            yield f"{name} {depth} deep around a paragraph", Docx(begin * depth + P + end * depth)


def changes() -> Made:
    """Yield such documents."""
    who = 'w:id="1" w:author="A" w:date="2023-01-01T00:00:00Z"'
    gone = f"<w:del {who}><w:r><w:delText>borta</w:delText></w:r></w:del>"
    yield "runs", Docx(f"<w:p>{run('kvar')}{gone}<w:ins {who}>{run('nytt')}</w:ins></w:p>")
    yield "an insertion deleted", Docx(f"<w:p><w:ins {who}>{gone}{run('nytt')}</w:ins></w:p>")
    yield (
        "a deletion with text",
        Docx(f"<w:p><w:del {who}>{run('vanlig text i borttagning')}</w:del>{run('kvar')}</w:p>"),
    )
    yield "all marks deleted", Docx(paragraph("ett", props=f"<w:rPr><w:del {who}/></w:rPr>") * 50)
    yield (
        "rows",
        Docx(
            table(
                row("in", "in", props=f"<w:ins {who}/>"), row("ut", "ut", props=f"<w:del {who}/>"), row("kvar", "kvar")
            )
        ),
    )
    yield "all rows deleted", Docx(table(row("ut", "ut", props=f"<w:del {who}/>")) + P)
    yield "cells", Docx(table(row(cell("in", props=f"<w:cellIns {who}/>"), cell("ut", props=f"<w:cellDel {who}/>"))))
    moved = f"<w:moveFrom {who}><w:r><w:t>flyttat</w:t></w:r></w:moveFrom><w:moveTo {who}>{run('flyttat')}</w:moveTo>"
    yield "moves", Docx(f'<w:p><w:moveFromRangeStart w:id="2" w:name="m"/>{moved}<w:moveToRangeEnd w:id="9"/></w:p>')
    formatted = f"<w:rPr><w:b/><w:rPrChange {who}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
    yield (
        "formats",
        Docx(f"<w:p><w:pPr><w:pPrChange {who}><w:pPr/></w:pPrChange></w:pPr><w:r>{formatted}<w:t>a</w:t></w:r></w:p>"),
    )
    math = f"<w:ins {who}><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:ins>"
    yield "an equation", Docx(f"<w:p>{math}</w:p>")
    crossing = (
        '<w:commentRangeStart w:id="1"/>',
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    )
    yield (
        "comments that cross",
        Docx(paragraph(run("a"), crossing[0]) + table(row(cell(paragraph(run("b"), crossing[1]))))),
    )
    yield "a comment without a part", Docx(paragraph(crossing[0], run("a"), crossing[1]))


def headings() -> Made:
    """Yield such documents."""
    yield (
        "beginning at three",
        Docx(paragraph("Tre", style="H3") + paragraph("Ett", style="H1") + paragraph("Tre", style="H3")),
    )
    for number in ("-1", "0", "8", "9", "10", "x", "", "99999"):
        yield f"outline {number!r}", Docx(paragraph("Rubrik", props=f'<w:outlineLvl w:val="{number}"/>') + P)
    yield (
        "nine levels",
        Docx("".join(paragraph(f"Nivå {n}", props=f'<w:outlineLvl w:val="{n}"/>') for n in (8, 0, 7, 3, 5, 6, 8, 1))),
    )
    yield (
        "empty",
        Docx(paragraph(style="H1") + paragraph(run("  "), style="H2") + paragraph(page_break(), style="H1") + P),
    )
    yield "of a picture", Docx(paragraph(drawing("p", alt="Logotyp"), style="H1"), media={"p": ("a.png", png("RGB"))})
    yield "in a cell", Docx(table(row(cell(paragraph("Rubrik", style="H1")), cell(paragraph("Två", style="H2")))))
    yield (
        "in a list",
        Docx(
            paragraph("Rubrik", style="H1", props='<w:numPr><w:numId w:val="1"/></w:numPr>'),
            numbering=abstract(0, level(0)) + instance(1, 0),
        ),
    )
    yield "broken over lines", Docx(paragraph(run("Rad ett"), "<w:r><w:br/></w:r>", run("rad två"), style="H1"))
    yield "title of spaces", Docx(P, title="   ")
    yield "title without end", Docx(P, title="titel " * 9_000)


def controls() -> Made:
    """Yield such documents."""

    def control(props: str, inside: str) -> str:
        return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    for name, props in {
        "bound": '<w:dataBinding w:xpath="/a[1]/b" w:storeItemID="{X}"/><w:text/>',
        "picture": "<w:picture/>",
        "date": '<w:date w:fullDate="x"><w:dateFormat w:val="x"/></w:date>',
        "list": '<w:dropDownList><w:listItem w:displayText="a" w:value="b"/></w:dropDownList>',
        "checked": f'<w14:checkbox {w14}><w14:checked w14:val="1"/></w14:checkbox>',
        "unchecked": f'<w14:checkbox {w14}><w14:checked w14:val="0"/></w14:checkbox>',
        "placeholder": '<w:showingPlcHdr/><w:placeholder><w:docPart w:val="X"/></w:placeholder>',
        "group": "<w:group/>",
        "gallery": '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
    }.items():
        yield f"{name} in a line", Docx(f"<w:p>{run('före ')}{control(props, run('☒'))}{run(' efter')}</w:p>")
        yield f"{name} around paragraphs", Docx(control(props, P + P))
    yield (
        "nothing in it",
        Docx(f"<w:sdt/><w:sdt><w:sdtPr/></w:sdt><w:sdt><w:sdtContent/></w:sdt><w:p><w:sdt/>{run('ord')}</w:p>"),
    )
    yield (
        "around the section",
        main_only(f"<w:body><w:sdt><w:sdtContent>{P}<w:sectPr>{A4}</w:sectPr></w:sdtContent></w:sdt></w:body>"),
    )
    form = "<w:ffData><w:name w:val='a'/><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData>"
    yield (
        "an old form",
        Docx(
            f'<w:p><w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>{instruction("FORMCHECKBOX")}{SEPARATE}{END}{run(" ja")}</w:p>'
        ),
    )


def _chunk(name: str, data: bytes) -> bytes:
    made = parts_of(Docx(f'{P}<w:altChunk r:id="rA"/>{P}'))
    rels = "word/_rels/document.xml.rels"
    own = relationship("rA", f"{TYPE}/aFChunk", name).encode() + b"</Relationships>"
    return zipped({**made, rels: made[rels].replace(b"</Relationships>", own), f"word/{name}": data})


def inserted() -> Made:
    """Yield such documents."""
    yield "without a relationship", Docx(f'{P}<w:altChunk r:id="rX"/>')
    for name, data in {
        "a.html": b"<p>infogat",
        "b.html": b"",
        "c.rtf": b"{\\rtf1 infogat",
        "d.txt": "infogat åäö".encode("utf-16"),
        "e.docx": Docx(P).bytes(),
        "f.docx": b"PK",
        "g.docx": _chunk("x.html", b"<p>inre</p>"),
        "h.mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>brev</p>",
        "i.html": b"<table>" * 3_000,
        "j.html": b"<p>&nbsp;&#0;&#xD800;&okand; ord</p><script>x</script>",
    }.items():
        yield name, _chunk(name, data)
    yield "the document itself", _chunk("document.xml", parts_of(Docx(P))["word/document.xml"])
    yield "a subdocument", Docx(f'{P}<w:subDoc r:id="rX"/>')


KINDS = (
    bare,
    alternatives,
    unknown,
    wrapped,
    changes,
    headings,
    controls,
    inserted,
)
