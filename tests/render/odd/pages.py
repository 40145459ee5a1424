"""Odd text, headers, footers and sections."""

from __future__ import annotations

from tests.render.docx import (
    A4,
    STYLES,
    Docx,
    cell,
    drawing,
    field_of,
    paragraph,
    relationship,
    row,
    run,
    section_end,
    table,
    zipped,
)
from tests.render.floating import anchored
from tests.render.odd.packages import parts_of
from tests.render.odd.parts import (
    TYPE,
    Made,
    P,
    main_only,
)


def text() -> Made:
    """Yield such documents."""
    for name, text in {
        "zero width": "a\u200bb\u200cc\u200dd\u2060e\ufefff",
        "directions": "\u202eomvänd\u202c \u2067rtl\u2069 \u200f",
        "joined": "e\u0301" * 300 + "\u0301" * 300,
        "no characters": "\ufffd\U0001ffff",
        "private": "\ue000\uf8ff\uf0b7\U000f0000",
        "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f8\U0001f1ea ☺\ufe0f",
        "controls": "a\u0085b\u0080c\u009fd\u007fe",
        "separators": "a\u2028b\u2029c",
        "spaces": "a\u3000b\u2003c\u2009d\u00a0e\u202ff",
        "hyphens": "a\u00adb\u2011c\u2010d\u2212e",
        "tags": "a\U000e0041b\U000e007f",
        "variation": "漢\U000e0100字",
        "scripts": "العربية עברית हिन्दी ไทย 漢字 かな 한글 ქართული ελληνικά Кириллица",
        "digits": "١٢٣ ۱۲۳ १२३ ①② Ⅻ ½",
        "ligatures": "ﬁ ﬂ ﷺ",
        "old": "𓀀 𐎀 𝔘𝔫𝔦 𝟘",
        "long word": "x" * 20_000,
        "newlines": "a\nb\r\nc\td",
        "annotations": "före\ufff9under\ufffaöver\ufffbefter \u0600\u06dd",
        "lone marks": "\u0301 \u20dd \u0e33",
        "many scripts": "".join(chr(code) for code in range(0x100, 0x3000, 37)),
    }.items():
        yield name, Docx(paragraph(run(text), run(" slut")))
        yield f"{name} as title", Docx(paragraph(run(text), style="H1") + P, title=text)
        yield (
            f"{name} in a narrow cell",
            Docx(table(row(cell(run(text) and paragraph(run(text))), "b"), widths=(300, 900))),
        )
    yield (
        "carriage returns",
        main_only("<w:body><w:p><w:r><w:t>ett&#13;&#10;två&#9;tre&#13;fyra</w:t></w:r></w:p></w:body>"),
    )
    symbol = '<mc:AlternateContent><mc:Choice Requires="w16se" xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></mc:Choice><mc:Fallback><w:t>tecknet</w:t></mc:Fallback></mc:AlternateContent>'
    yield "a symbol with a fallback", Docx(f"<w:p><w:r>{symbol}</w:r></w:p>")
    looks = '<w:rFonts w:ascii="" w:hAnsi="Okänt Typsnitt &amp; Co" w:cs="+Body" w:eastAsia="@Gulim"/>'
    yield (
        "odd fonts",
        Docx(paragraph(run("ord", looks), run("漢字", looks), run("ord", '<w:rFonts w:asciiTheme="x"/>'))),
    )
    for lang in (
        "",
        "x-none",
        "en-US;sv-SE",
        "0409",
        "1053",
        "sv_SE",
        "åäö",
        "i-klingon",
        "en-",
        "-",
        "x" * 99,
        "zh-Hant-TW",
        "qps-ploc",
        "sv-SE ",
        "none",
        "(",
        "en\u202e",
    ):
        yield (
            f"language {lang[:12]!r}",
            Docx(
                paragraph(run("ord", f'<w:lang w:val="{lang}" w:bidi="{lang}" w:eastAsia="{lang}"/>'), run(" och")),
                styles=STYLES.replace("sv-SE", lang),
            ),
        )
    sym = "".join(
        f'<w:sym w:font="{font}" w:char="{char}"/>'
        for font in ("Wingdings", "Symbol", "", "Okänt")
        for char in ("F0FC", "fc", "", "x", "110000", "D800", "0", "-1", "F0FCF0FC")
    )
    yield "symbols", Docx(f"<w:p><w:r>{sym}<w:t>ord</w:t></w:r></w:p>")
    odds = '<w:noBreakHyphen/><w:softHyphen/><w:cr/><w:ptab/><w:tab/><w:pgNum/><w:dayShort/><w:monthLong/><w:yearLong/><w:annotationRef/><w:separator/><w:continuationSeparator/><w:lastRenderedPageBreak/><w:br w:type="x"/><w:br w:clear="all"/>'
    yield "elements of runs", Docx(f"<w:p><w:r><w:t>före</w:t>{odds}<w:t>efter</w:t></w:r></w:p>")
    for attributes in ('w:combine="1"', 'w:vert="1" w:vertCompress="1"', 'w:combine="on" w:vert="on"', 'w:combine="x"'):
        for words in ("ordet", "漢字かな", "a", "  ", "e\u0301\u0301", "\u05d0\u05d1\u05d2"):
            look = f'<w:eastAsianLayout w:id="x" {attributes}/><w:u w:val="single"/>'
            yield f"east asian {attributes} {words}", Docx(paragraph(run("före"), run(words, look), run("efter")))
    ruby = "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>かな</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>"
    yield "ruby", Docx(f"<w:p><w:r>{ruby}<w:ruby/></w:r></w:p>")
    said = "<m:oMath><m:r><m:t>formel</m:t></m:r></m:oMath>"
    yield (
        "a reading that is an equation",
        Docx(f"<w:p><w:r>{ruby.replace('<w:r><w:t>かな</w:t></w:r>', said)}</w:r></w:p>"),
    )
    for name, math in {
        "empty": "<m:oMath/>",
        "para": "<m:oMathPara/>",
        "fraction": "<m:oMath><m:f><m:num/><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
        "odd": "<m:oMath><m:okänt><m:r><m:t>x</m:t></m:r></m:okänt><m:r><m:t/></m:r></m:oMath>",
        "words": f"<m:oMath>{run('vanlig')}</m:oMath>",
        "deep": "<m:oMath>" + "<m:rad><m:e>" * 60 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:rad>" * 60 + "</m:oMath>",
        "matrix": "<m:oMath><m:m><m:mr><m:e/></m:mr><m:mr/></m:m></m:oMath>",
    }.items():
        yield f"equation {name}", Docx(f"<w:p>{math}{run('ord')}</w:p>")
        yield f"equation {name} in the body", Docx(math + P)


def running() -> Made:
    """Yield such documents."""
    refs = "".join(
        f'<w:{kind}Reference w:type="{name}" r:id="{name}"/>'
        for kind in ("header",)
        for name in ("default", "first", "even")
    )
    stories = {name: paragraph(run(f"huvud {name}")) for name in ("default", "first", "even")}
    yield (
        "all types",
        Docx(P * 200, section=A4 + refs + "<w:titlePg/>", headers=stories, settings="<w:evenAndOddHeaders/>"),
    )
    yield "missing", Docx(P, section=A4 + refs)
    yield (
        "odd type",
        Docx(
            P,
            section=A4 + '<w:headerReference w:type="x" r:id="h"/><w:headerReference r:id="h"/><w:footerReference/>',
            headers={"h": paragraph("h")},
        ),
    )
    yield "empty", Docx(P, section=A4 + '<w:headerReference w:type="default" r:id="h"/>', headers={"h": ""})
    yield "the main part", Docx(P, section=A4 + '<w:headerReference w:type="default" r:id="rD"/>', extra={})
    made = parts_of(Docx(P, section=A4 + '<w:headerReference w:type="default" r:id="rD"/>'))
    own = relationship("rD", f"{TYPE}/header", "document.xml").encode() + b"</Relationships>"
    rels = "word/_rels/document.xml.rels"
    yield "the document as its own header", zipped({**made, rels: made[rels].replace(b"</Relationships>", own)})
    yield (
        "fields of pages",
        Docx(
            P * 100,
            section=A4 + '<w:footerReference w:type="default" r:id="f"/>',
            footers={
                "f": paragraph(
                    field_of("PAGE", "9"), run(" av "), field_of("NUMPAGES", "9"), field_of("SECTIONPAGES", "9")
                )
            },
        ),
    )
    yield (
        "a header of pictures",
        Docx(
            P,
            section=A4 + '<w:headerReference w:type="default" r:id="h"/>',
            headers={"h": paragraph(drawing("rX", alt="x"), anchored())},
        ),
    )


def sections() -> Made:
    """Yield such documents."""
    paper = '<w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}" w:footer="{}"/>'
    for name, sides in {
        "nothing": (0,) * 8,
        "one": (1,) * 8,
        "fifty metres": (2_834_640, 2_834_640, 0, 0, 0, 0, 0, 0),
        "margins larger": (11900, 16840, 20000, 20000, 20000, 20000, 700, 700),
        "margins below nothing": (11900, 16840, -2000, -2000, -2000, -2000, -700, -700),
        "words": ("auto", "x", "", "NaN", "50%", "1e9", "0x10", "12pt"),
        "fractions": (595.3, 841.9, 72.5, 72.5, 72.5, 72.5, 35.4, 35.4),
        "units": ("210mm", "297mm", "1in", "2.5cm", "1in", "2.5cm", "36pt", "0pt"),
        "wide and low": (30000, 700, 100, 100, 100, 100, 0, 0),
        "narrow and high": (700, 30000, 100, 100, 100, 100, 0, 0),
        "header beyond": (11900, 16840, 1000, 1000, 1000, 1000, 30000, 30000),
    }.items():
        yield (
            f"paper {name}",
            Docx(
                P * 20 + table(row("a", "b") * 3),
                section=paper.format(*sides) + '<w:headerReference w:type="default" r:id="h"/>',
                headers={"h": paragraph("huvud")},
            ),
        )
    for name, props in {
        "columns none": '<w:cols w:num="0"/>',
        "columns many": '<w:cols w:num="999"/>',
        "columns own": '<w:cols w:num="3" w:equalWidth="0"><w:col w:w="0"/><w:col w:w="99999" w:space="99999"/><w:col/></w:cols>',
        "columns negative": '<w:cols w:num="-3" w:space="-999"/>',
        "columns wide apart": '<w:cols w:num="3" w:space="99999"/>',
        "borders": '<w:pgBorders w:offsetFrom="x"><w:top w:val="apples" w:sz="999" w:space="999"/><w:left w:val="x"/></w:pgBorders>',
        "numbers": '<w:pgNumType w:start="-9" w:fmt="x" w:chapStyle="99"/>',
        "huge number": '<w:pgNumType w:start="2147483647" w:fmt="lowerRoman"/>',
        "lines": '<w:lnNumType w:countBy="1" w:distance="99999" w:start="-4"/>',
        "grid": '<w:docGrid w:type="lines" w:linePitch="1"/>',
        "grid of nothing": '<w:docGrid w:type="linesAndChars" w:linePitch="0" w:charSpace="-99999"/>',
        "align": '<w:vAlign w:val="both"/>',
        "turned": '<w:textDirection w:val="tbRl"/>',
        "turned up": '<w:textDirection w:val="btLr"/><w:cols w:num="2" w:sep="1"/><w:lnNumType w:countBy="1"/>',
        "turned to the right": '<w:textDirection w:val="tbLrV"/>',
        "cells of characters": '<w:docGrid w:type="snapToChars" w:linePitch="360" w:charSpace="-99999999"/>',
        "bidi": "<w:bidi/><w:rtlGutter/>",
        "type": '<w:type w:val="x"/>',
        "notes": '<w:footnotePr><w:numFmt w:val="x"/><w:numStart w:val="x"/><w:numRestart w:val="x"/><w:pos w:val="x"/></w:footnotePr>',
    }.items():
        yield name, Docx(P * 20 + paragraph(run("slut"), props=section_end(A4 + props)) + P * 20, section=A4 + props)
    for kind in ("continuous", "evenPage", "oddPage", "nextColumn", "nextPage"):
        sectioned = paragraph(run("avsnitt"), props=section_end(f'{A4}<w:type w:val="{kind}"/>'))
        yield f"many {kind}", Docx(sectioned * 20, section=f'{A4}<w:type w:val="{kind}"/>')


KINDS = (
    text,
    running,
    sections,
)
