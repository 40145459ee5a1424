"""Whatever stands in a Word file: it becomes a whole PDF in reasonable time, and no word is lost or moved."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.render.docx import (
    Docx,
    abstract,
    bookmark,
    cell,
    field_of,
    instance,
    level,
    line_break,
    page_break,
    paragraph,
    row,
    run,
    section_end,
    tab,
    table,
)
from tests.render.pdffile import text_in_order
from tests.render.rendering import made

NUMBERING = (
    abstract(0, *(level(depth, kind) for depth, kind in enumerate(("decimal", "lowerLetter", "bullet", "none"))))
    + instance(1, 0)
    + instance(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>')
)
LINKS = {"rL": "https://example.se/"}
FEWEST = 60
EXAMPLES = int(os.environ.get("KANSLI_EXEMPEL", FEWEST))  # many and at random by ``make egenskaper``
WORD = re.compile("«[^»]*»")
# Twentieths of a point: what people choose, what nobody would, and what no page can hold.
LENGTHS = st.sampled_from(["0", "1", "-1", "120", "567", "-900", "4000", "31680", "-31680", "99999999", "2cm", "x"])
SIZES = st.sampled_from(["0", "1", "16", "20", "24", "144", "3276", "99999", "-4"])
SWITCHES = ("keepNext", "keepLines", "pageBreakBefore", "contextualSpacing", "bidi")
LOOKS = ("b", "i", "caps", "smallCaps", "strike", "dstrike", "rtl")


@dataclass
class Written:
    """A document being made: its words in the order of reading."""

    words: list[str] = field(default_factory=list)

    def word(self, ending: str) -> str:
        """Return the next word; its number makes it like no other."""
        self.words.append(f"«{len(self.words)}{ending}»")
        return self.words[-1]


@st.composite
def run_looks(draw: st.DrawFn) -> str:
    props = [f"<w:{name}/>" for name in draw(st.lists(st.sampled_from(LOOKS), max_size=2, unique=True))]
    if draw(st.integers(0, 3)) == 0:
        name = draw(st.sampled_from(["sz", "spacing", "position", "w", "kern"]))
        props.append(f'<w:{name} w:val="{draw(SIZES)}"/>')
    if draw(st.integers(0, 4)) == 0:
        language = draw(st.sampled_from(["en-GB", "sv-SE", "x-none"]))
        props.append(f'<w:lang w:val="{language}"/>')
    if draw(st.integers(0, 5)) == 0:
        family = draw(st.sampled_from(["Calibri", "Wingdings 9", "Courier New"]))
        props.append(f'<w:vertAlign w:val="subscript"/><w:rFonts w:ascii="{family}"/>')
    return "".join(props)


ENDINGS = st.text(alphabet="abcåäö-–\u00a0\u2011", max_size=9) | st.just("m" * 70)


@st.composite
def inline(draw: st.DrawFn, written: Written) -> str:
    kind = draw(st.integers(0, 11))
    if kind < 6:
        return run(written.word(draw(ENDINGS)) + " ", draw(run_looks()))
    if kind == 6:
        return f'<w:hyperlink r:id="rL">{run(written.word("länk"))}{run(written.word(""), "<w:b/>")}</w:hyperlink>'
    if kind == 7:
        return draw(st.sampled_from([tab(), line_break(), page_break(), '<w:r><w:br w:type="column"/></w:r>']))
    if kind == 8:
        return field_of(draw(st.sampled_from(["PAGE", "NUMPAGES", r"PAGEREF m \h", "PAGEREF x", "SECTIONPAGES"])), "9")
    if kind == 9:
        return bookmark("m") + field_of("MERGEFIELD x", "", run(written.word("fält")))
    if kind == 10:
        return '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return f"<w:ins>{run(written.word('ny'))}</w:ins>"


@st.composite
def paragraph_looks(draw: st.DrawFn) -> str:
    props = [f"<w:{name}/>" for name in draw(st.lists(st.sampled_from(SWITCHES), max_size=2, unique=True))]
    if draw(st.integers(0, 2)) == 0:
        depth, number = draw(st.integers(-1, 9)), draw(st.integers(0, 3))
        props.append(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
    if draw(st.integers(0, 2)) == 0:
        rule = draw(st.sampled_from(["auto", "exact", "atLeast"]))
        space = f'w:before="{draw(LENGTHS)}" w:after="{draw(LENGTHS)}" w:line="{draw(LENGTHS)}" w:lineRule="{rule}"'
        props.append(f"<w:spacing {space}/>")
    if draw(st.integers(0, 2)) == 0:
        indent = f'w:left="{draw(LENGTHS)}" w:right="{draw(LENGTHS)}" w:firstLine="{draw(LENGTHS)}"'
        props.append(f"<w:ind {indent}/>")
    if draw(st.integers(0, 2)) == 0:
        kinds = st.sampled_from(["left", "right", "center", "decimal", "bar", "clear", "num"])
        leader = draw(st.sampled_from(["dot", "none", "heavy"]))
        stops = [
            f'<w:tab w:val="{draw(kinds)}" w:pos="{draw(LENGTHS)}" w:leader="{leader}"/>'
            for _ in range(draw(st.integers(1, 3)))
        ]
        props.append(f"<w:tabs>{''.join(stops)}</w:tabs>")
    if draw(st.integers(0, 3)) == 0:
        align = draw(st.sampled_from(["both", "right", "center", "distribute", "thaiDistribute"]))
        props.append(f'<w:jc w:val="{align}"/><w:pBdr><w:top w:val="single" w:sz="{draw(SIZES)}"/></w:pBdr>')
    return "".join(props)


@st.composite
def one_paragraph(draw: st.DrawFn, written: Written, more: str = "") -> str:
    inside = "".join(draw(inline(written)) for _ in range(draw(st.integers(0, 5))))
    return paragraph(
        inside, style=draw(st.sampled_from(["", "", "H1", "H3", "Okänd"])), props=draw(paragraph_looks()) + more
    )


@st.composite
def one_table(draw: st.DrawFn, written: Written, depth: int) -> str:
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        cells = [draw(one_cell(written, depth)) for _ in range(draw(st.integers(0, 3)))]
        rule = draw(st.sampled_from(["auto", "exact", "atLeast"]))
        props = draw(st.sampled_from(["", "<w:cantSplit/>", "<w:tblHeader/>", '<w:gridBefore w:val="2"/>']))
        height = f'<w:trHeight w:val="{draw(LENGTHS)}" w:hRule="{rule}"/>' if draw(st.integers(0, 3)) == 0 else ""
        rows.append(row(*cells, props=props + height))
    grid = "".join(f'<w:gridCol w:w="{draw(LENGTHS)}"/>' for _ in range(draw(st.integers(0, 4))))
    width = draw(st.sampled_from(["", '<w:tblW w:w="5000" w:type="pct"/>', '<w:tblW w:w="-9" w:type="pct"/>']))
    place = draw(st.sampled_from(["", '<w:jc w:val="right"/>', '<w:tblInd w:w="99999"/>', '<w:tblLook w:val="0ZZ0"/>']))
    return table(*rows, widths=(), props=width + place).replace("<w:tblGrid>", f"<w:tblGrid>{grid}")


@st.composite
def one_cell(draw: st.DrawFn, written: Written, depth: int) -> str:
    merge = draw(st.sampled_from(["", "", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"]))
    span = draw(st.sampled_from(["", "", '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="-7"/>']))
    if merge == "<w:vMerge/>":  # what stands in a cell that goes on is not shown, in Word either
        return cell("", props=span + merge)
    blocks = [draw(block(written, depth + 1)) for _ in range(draw(st.integers(1, 2)))]
    margins = f'<w:tcMar><w:left w:w="{draw(LENGTHS)}"/></w:tcMar>' if draw(st.integers(0, 5)) == 0 else ""
    return cell(*blocks, props=span + merge + margins)


@st.composite
def block(draw: st.DrawFn, written: Written, depth: int = 0) -> str:
    if depth < 3 and draw(st.integers(0, 4)) == 0:
        return draw(one_table(written, depth))
    return draw(one_paragraph(written))


@st.composite
def paper(draw: st.DrawFn) -> str:
    sides = st.sampled_from(["2000", "4000", "11900", "16840", "0", "31680"])
    margins = " ".join(f'w:{side}="{draw(LENGTHS)}"' for side in ("top", "right", "bottom", "left", "header"))
    columns = f'<w:cols w:num="{draw(st.integers(-1, 4))}" w:space="{draw(LENGTHS)}"/>'
    start = draw(st.sampled_from(["nextPage", "continuous", "oddPage", "evenPage", "nextColumn"]))
    numbers = draw(st.sampled_from(["", '<w:pgNumType w:start="-3" w:fmt="upperRoman"/>', "<w:titlePg/>"]))
    return (
        f'<w:type w:val="{start}"/><w:pgSz w:w="{draw(sides)}" w:h="{draw(sides)}"/><w:pgMar {margins}/>'
        f"{numbers}{columns}"
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[Docx, list[str]]:
    written = Written()
    body = ""
    for _ in range(draw(st.integers(1, 3))):
        body += "".join(draw(block(written)) for _ in range(draw(st.integers(0, 4))))
        body += draw(one_paragraph(written, section_end(draw(paper()))))
    body += draw(block(written))
    header = paragraph(field_of("PAGE", "1"), props=draw(paragraph_looks()))
    reference = '<w:headerReference w:type="default" r:id="h"/>' if draw(st.booleans()) else ""
    docx = Docx(
        body,
        section=reference + draw(paper()),
        numbering=NUMBERING,
        links=LINKS,
        headers={"h": header},
        compatibility=draw(st.sampled_from([12, 14, 15])),
        settings=draw(st.sampled_from(["", "<w:evenAndOddHeaders/>", '<w:defaultTabStop w:val="1"/>'])),
    )
    return docx, written.words


def plain(text: str) -> str:
    """Return the text without what its setting may change: spaces, capitals and the kind of hyphen."""
    return "".join(text.split()).replace("\u2011", "-").upper()


@settings(
    max_examples=EXAMPLES,
    deadline=timedelta(seconds=10),
    derandomize=EXAMPLES == FEWEST,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(documents())
def test_any_document_becomes_a_pdf_with_every_word_in_its_order(made_document: tuple[Docx, list[str]]) -> None:
    docx, words = made_document
    result = made(docx)
    assert set(result.codes) <= {"REN410", "REN411", "REN451", "REN452"}
    assert WORD.findall(plain(text_in_order(result.rendered.pdf))) == [plain(word) for word in words]
