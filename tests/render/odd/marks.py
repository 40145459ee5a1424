"""Odd lists, styles, fields, links and notes."""

from __future__ import annotations

from tests.render.docx import (
    A4,
    STYLES,
    Docx,
    abstract,
    bookmark,
    cell,
    drawing,
    field_of,
    instance,
    item,
    level,
    link,
    note,
    paragraph,
    reference,
    row,
    run,
    separators,
    table,
)
from tests.render.odd.parts import (
    BEGIN,
    END,
    SEPARATE,
    Made,
    P,
    instruction,
)
from tests.render.pdf.pictures import png


def lists() -> Made:
    """Yield such documents."""
    two = abstract(0, level(0), level(1, "bullet", "–"))
    for name, numbering in {
        "without abstract": instance(1, 7),
        "without anything": "<w:num/>",
        "twice": two + instance(1, 0) + instance(1, 0),
        "no levels": abstract(0) + instance(1, 0),
        "linked in a ring": '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + instance(1, 0),
        "linked to itself": '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/><w:numStyleLink w:val="L"/></w:abstractNum>'
        + instance(1, 0),
        "level of a word": abstract(0, level(0).replace('w:ilvl="0"', 'w:ilvl="x"')) + instance(1, 0),
        "odd format": abstract(0, level(0, "klingon", "%1%2%9%%x")) + instance(1, 0),
        "picture bullet": abstract(0, level(0, "bullet", "•", '<w:lvlPicBulletId w:val="7"/>')) + instance(1, 0),
        "huge start": abstract(0, level(0, "lowerRoman", start=2_000_000_000)) + instance(1, 0),
        "negative start": abstract(0, level(0, "upperLetter", start=-5)) + instance(1, 0),
        "letters huge": abstract(0, level(0, "lowerLetter", start=999_999_999)) + instance(1, 0),
        "words": abstract(0, level(0, "cardinalText", start=123_456_789)) + instance(1, 0),
        "overridden": two
        + instance(1, 0, '<w:lvlOverride w:ilvl="12"><w:startOverride w:val="x"/></w:lvlOverride><w:lvlOverride/>'),
        "long text": abstract(0, level(0, "decimal", "%1" + "x" * 3_000)) + instance(1, 0),
        "private bullet": abstract(0, level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'))
        + instance(1, 0),
        "own style": abstract(0, level(0, content='<w:pStyle w:val="H1"/>')) + instance(1, 0),
        "empty text": abstract(0, level(0, text=" ")) + instance(1, 0),
    }.items():
        style = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        yield (
            name,
            Docx(
                item("ett") + item("två", level=1) + item("tre", level=12) + item("fyra"),
                numbering=numbering,
                styles=STYLES + style,
            ),
        )
    yield "no part", Docx(item("ett") + item("två", 99, 9))
    deep = abstract(0, *(level(n) for n in range(9))) + instance(1, 0)
    yield "levels to and fro", Docx("".join(item(f"p{n}", level=n) for n in (8, 0, 5, 2, 7, -1, 9, 3)), numbering=deep)
    yield "interrupted", Docx((item("ett") + P + table(row("a")) + item("två")) * 3, numbering=deep)
    yield "empty items", Docx(item("") * 4 + P, numbering=deep)
    yield "in cells", Docx(table(row(cell(item("a") + item("b", level=1)), cell(item("c")))), numbering=deep)
    yield (
        "id of nothing",
        Docx(
            item("a", 0)
            + paragraph("b", props="<w:numPr/>")
            + paragraph("c", props='<w:numPr><w:numId w:val="x"/></w:numPr>'),
            numbering=deep,
        ),
    )


def _style(name: str, content: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{content}</w:style>'


def styles() -> Made:
    """Yield such documents."""
    for name, styles in {
        "ring": _style("A", '<w:basedOn w:val="B"/>') + _style("B", '<w:basedOn w:val="A"/>'),
        "own base": _style("A", '<w:basedOn w:val="A"/>'),
        "missing base": _style("A", '<w:basedOn w:val="X"/>'),
        "base of another type": _style("A", '<w:basedOn w:val="C"/>') + _style("C", "", "character"),
        "linked ring": _style("A", '<w:link w:val="C"/>') + _style("C", '<w:link w:val="A"/>', "character"),
        "no type": '<w:style w:styleId="A"/>',
        "no id": "<w:style/>",
        "twice": _style("A", "<w:rPr><w:b/></w:rPr>") + _style("A", "<w:rPr><w:i/></w:rPr>"),
        "no name": '<w:style w:type="paragraph" w:styleId="A"/>',
        "many defaults": '<w:style w:type="paragraph" w:default="1" w:styleId="A"/>' * 3,
        "only latent": '<w:latentStyles w:count="9"/>',
        "table ring": _style(
            "A",
            '<w:basedOn w:val="A"/><w:tblPr><w:tblStyleRowBandSize w:val="0"/></w:tblPr><w:tblStylePr w:type="x"/>',
            "table",
        ),
        "deep": "".join(_style(f"A{n}" if n else "A", f'<w:basedOn w:val="A{n + 1}"/>') for n in range(900)),
        "empty defaults": "<w:docDefaults/>",
        "empty": "",
    }.items():
        body = (
            paragraph("ord", style="A")
            + paragraph(run("ord", '<w:rStyle w:val="A"/>'))
            + table(row("a"), props='<w:tblStyle w:val="A"/>')
        )
        yield name, Docx(body, styles=styles)
        yield f"{name}, and ours", Docx(body, styles=STYLES + styles)


def fields() -> Made:
    """Yield such documents."""
    result = run("resultat")
    for name, content in {
        "never ended": f"{BEGIN}{instruction('PAGE')}{SEPARATE}{result}",
        "never separated": f"{BEGIN}{instruction('PAGE')}{END}{result}",
        "only begun": f"{BEGIN}{result}",
        "only ended": f"{END}{END}{result}",
        "only separated": f"{SEPARATE}{result}",
        "ended twice": f"{BEGIN}{instruction('x')}{SEPARATE}{result}{END}{END}",
        "separated twice": f"{BEGIN}{SEPARATE}{SEPARATE}{result}{END}",
        "no instruction": f"{BEGIN}{SEPARATE}{result}{END}",
        "odd type": f'<w:r><w:fldChar w:fldCharType="x"/></w:r>{result}',
        "hundred deep": BEGIN * 100 + result + END * 100,
        "deep results": f"{BEGIN}{instruction('QUOTE')}{SEPARATE}" * 60 + result + END * 60,
        "instruction in text": f"<w:r><w:instrText>PAGE</w:instrText></w:r>{result}",
        "simple without": f"<w:fldSimple>{result}</w:fldSimple>",
    }.items():
        yield name, Docx(f"<w:p>{run('före ')}{content}{run(' efter')}</w:p>{P}")
    for code in (
        "PAGE \\* roman",
        "PAGE \\* ORDTEXT",
        "NUMPAGES \\# 000,0",
        "SECTIONPAGES",
        "REF saknas",
        "PAGEREF saknas \\h",
        "STYLEREF saknas",
        "SEQ",
        "SEQ a \\r x",
        "HYPERLINK",
        'HYPERLINK "http://[::1"',
        "HYPERLINK \\l",
        'DATE \\@ "yyyy\'ofärdig"',
        "TOC \\o 9-1",
        "TOC \\o x",
        "TOC \\t",
        "TOC \\b saknas",
        "TOC \\c saknas",
        "INDEX",
        "INCLUDETEXT C:\\\\x.docx",
        "INCLUDEPICTURE http://x/y.png",
        "DDEAUTO c:\\\\x cmd",
        "IF 1 = 1 a b",
        "IF",
        "= 1/0",
        "=SUM(ABOVE)",
        "=9^999999",
        "= ((((",
        "MERGEFIELD Ärende",
        "DOCPROPERTY x",
        "FORMTEXT",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
        "EQ \\f(1;2)",
        "SYMBOL 9999999",
        "SYMBOL x",
        "ADVANCE \\d 99999",
        "AUTONUM",
        "LISTNUM",
        "GOTOBUTTON a b",
        "QUOTE " + '"' * 99,
        "TC x",
        "XE x",
        "RD x",
        "\\",
        '"',
        "PAGE " * 500,
    ):
        escaped = code.replace('"', "&quot;").replace("'", "&apos;")
        yield f"field {code[:30]}", Docx(f"<w:p>{run('före ')}{field_of(code, 'lagrat')}{run(' efter')}</w:p>")
        yield (
            f"simple {code[:30]}",
            Docx(f'<w:p><w:fldSimple w:instr="{escaped}">{run("lagrat")}</w:fldSimple>{run(" efter")}</w:p>'),
        )
    yield (
        "over paragraphs",
        Docx(
            f"<w:p>{run('a ')}{BEGIN}{instruction('QUOTE x')}{SEPARATE}{run('b')}</w:p>{P}{table(row('c'))}<w:p>{run('d')}{END}</w:p>"
        ),
    )
    yield (
        "begun in a cell",
        Docx(
            table(
                row(
                    cell(f"<w:p>{BEGIN}{instruction('PAGE')}{SEPARATE}{run('a')}</w:p>"),
                    cell(f"<w:p>{run('b')}{END}</w:p>"),
                )
            )
        ),
    )
    yield (
        "contents that name themselves",
        Docx(f"<w:p>{bookmark('a')}{BEGIN}{instruction('TOC')}{SEPARATE}{link('x', anchor='a')}</w:p><w:p>{END}</w:p>"),
    )


def links() -> Made:
    """Yield such documents."""
    for uri in (
        "javascript:alert(1)",
        "file:///C:/x y.docx",
        "mailto:",
        "mailto:a@b.se?subject=hej då",
        "http://",
        "http://[::1",
        "https://ä.se/åäö?x=1&y=2#z",
        "..\\mapp\\fil.docx",
        "\\\\server\\x",
        "#bokmärke",
        "tel:+4616710000",
        "x" * 9_000,
        "http://x/" + "y" * 9_000,
        "",
        " ",
        "http://x/\u202e(\\)<>",
        "data:text/html,x",
        "vbscript:x",
    ):
        yield f"to {uri[:24]!r}", Docx(paragraph(link("länken", name="rL"), run(" efter")), links={"rL": uri})
    yield "no relationship", Docx(paragraph(link("länken", name="rX")))
    yield "no target", Docx(f"<w:p><w:hyperlink>{run('länken')}</w:hyperlink></w:p>")
    yield "missing anchor", Docx(paragraph(link("länken", anchor="saknas")))
    yield (
        "anchor with signs",
        Docx(paragraph(link("länken", anchor="å (1) \\ ö")) + paragraph(bookmark("å (1) \\ ö"), run("mål"))),
    )
    yield "anchor of nothing but spaces", Docx(paragraph(link("länken", anchor=" ")))
    yield (
        "the same bookmark",
        Docx(
            paragraph(bookmark("a"), run("ett"))
            + paragraph(bookmark("a"), run("två"))
            + paragraph(link("hit", anchor="a"))
        ),
    )
    yield (
        "long bookmark",
        Docx(paragraph(bookmark("a" * 5_000), run("ett")) + paragraph(link("hit", anchor="a" * 5_000))),
    )
    yield "empty", Docx(f'<w:p>{run("a")}<w:hyperlink w:anchor="a"/>{run("b")}</w:p>{paragraph(bookmark("a"))}')
    yield "of spaces", Docx(paragraph(bookmark("a"), link("   ", anchor="a"), run("ord")))
    yield (
        "in each other",
        Docx(
            f'<w:p><w:hyperlink w:anchor="a">{run("ytt")}<w:hyperlink w:anchor="b">{run("inn")}</w:hyperlink></w:hyperlink></w:p>'
        ),
    )
    yield (
        "of a picture",
        Docx(
            f'<w:p><w:hyperlink r:id="rL">{drawing("p", alt="x")}</w:hyperlink></w:p>',
            media={"p": ("a.png", png("RGB"))},
            links={"rL": "https://x.se"},
        ),
    )
    yield "over pages", Docx(paragraph(link("länk " * 3_000, name="rL")), links={"rL": "https://x.se"})
    yield (
        "bookmarks never ended",
        Docx(
            '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart/><w:bookmarkEnd w:id="7"/><w:r><w:t>a</w:t></w:r></w:p>'
        ),
    )


def notes() -> Made:
    """Yield such documents."""
    notes = separators() + note(1, "fotnotens text")
    yield "reference without a note", Docx(paragraph(run("a"), reference(9), reference(1)), footnotes=notes)
    yield (
        "reference without a part",
        Docx(paragraph(run("a"), reference(1)) + paragraph(run("b"), reference(1, kind="endnote"))),
    )
    yield "note twice referred to", Docx(paragraph(run("a"), reference(1), reference(1)), footnotes=notes)
    yield "no reference", Docx(paragraph("a"), footnotes=notes)
    yield "no separators", Docx(paragraph(run("a"), reference(1)), footnotes=note(1, "not"))
    yield "separators referred to", Docx(paragraph(run("a"), reference(0), reference(-1)), footnotes=notes)
    yield "an empty note", Docx(paragraph(run("a"), reference(1)), footnotes=separators() + '<w:footnote w:id="1"/>')
    yield (
        "a note in a note",
        Docx(paragraph(run("a"), reference(1)), footnotes=separators() + note(1, paragraph(run("n"), reference(1)))),
    )
    yield (
        "a table in a note",
        Docx(paragraph(run("a"), reference(1)), footnotes=separators() + note(1, table(row("a", "b")), "efter")),
    )
    yield (
        "a note in a header",
        Docx(
            P,
            section=A4 + '<w:headerReference w:type="default" r:id="h"/>',
            headers={"h": paragraph(run("h"), reference(1))},
            footnotes=notes,
        ),
    )
    yield "a note in a heading", Docx(paragraph(run("Rubrik"), reference(1), style="H1"), footnotes=notes)
    yield "a note alone", Docx(paragraph(reference(1)), footnotes=notes)
    yield "own mark of spaces", Docx(paragraph(run("a"), reference(1, " ")), footnotes=notes)
    yield (
        "endnotes",
        Docx(
            paragraph(run("a"), reference(1, kind="endnote")),
            endnotes=separators("endnote") + note(1, "slutnot", kind="endnote"),
        ),
    )
    yield (
        "id of a word",
        Docx('<w:p><w:r><w:footnoteReference w:id="x"/><w:footnoteReference/></w:r></w:p>', footnotes=notes),
    )
    yield (
        "a picture in a note",
        Docx(paragraph(run("a"), reference(1)), footnotes=separators() + note(1, paragraph(drawing("rX", alt="x")))),
    )
    yield (
        "a long note",
        Docx(paragraph(run("a"), reference(1)) + P, footnotes=separators() + note(1, *["rad " * 90] * 80)),
    )


KINDS = (
    lists,
    styles,
    fields,
    links,
    notes,
)
