"""Documents without measure: each comes out whole, in a time and a memory that grow with the document alone."""

from __future__ import annotations

import pytest

from pipeline.ooxml import package
from pipeline.render import RenderOptions, render
from pipeline.render.read import body
from tests.render.docx import A4, Docx, cell, paragraph, row, run, section_end, tab, table
from tests.render.rendering import made, pages

WORDS = "kommunens verksamhet är lång "


def nested(depth: int) -> str:
    """Return tables within each other."""
    inside = paragraph(run("innerst"))
    for level in range(depth):
        inside = table(row(cell(paragraph(run(f"djup{level}")), inside, paragraph()), cell(paragraph(run("granne")))))
    return inside


def paper(width: int, height: int, margin: int) -> str:
    """Return a section's paper in twentieths of a point."""
    sides = " ".join(f'w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
    return f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {sides} w:header="0" w:footer="0"/>'


FAR = (-99_999_999, 99_999_999, 31_680)
DOCUMENTS = {
    "a page of one centimetre": Docx(paragraph(run(WORDS * 20)), section=paper(567, 567, 0)),
    "margins wider than the page": Docx(paragraph(run(WORDS * 20)), section=paper(567, 567, 1134)),
    "45 columns": Docx(paragraph(run(WORDS * 50)), section=f'{A4}<w:cols w:num="45" w:space="20"/>'),
    "tables in tables": Docx(nested(30)),
    "indents beyond the page": Docx(
        "".join(
            paragraph(run(WORDS), props=f'<w:ind w:left="{left}" w:right="{right}" w:firstLine="{first}"/>')
            for left in FAR
            for right in FAR
            for first in FAR
        )
    ),
    "sizes beyond sense": Docx(
        "".join(paragraph(run("ord", f'<w:sz w:val="{size}"/>')) for size in (0, 1, 3276, 99_999_999, -5))
    ),
    "spacing beyond the page": Docx(
        "".join(paragraph(run(WORDS), props=f'<w:spacing w:before="{room}" w:line="{room}"/>') for room in FAR)
    ),
    "a section a paragraph": Docx("".join(paragraph(run("ord"), props=section_end()) for _ in range(200))),
    "tabs without end": Docx(paragraph(*[run("x") + tab() for _ in range(2_000)])),
    "a paragraph without end": Docx(paragraph(run(WORDS * 3_000))),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_without_measure_comes_out_with_all_its_words(name: str) -> None:
    assert made(DOCUMENTS[name]).rendered.words.missing == ()


def test_a_word_without_end_is_cut_line_by_line() -> None:
    found = pages(Docx(paragraph(run("a" * 20_000))))

    assert sum(len(line) for page in found for line in page) == 20_000
    assert len(found) > 1


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_header_or_footer_higher_than_the_page_is_whole_once_and_then_as_far_as_the_paper_goes(kind: str) -> None:
    story = "".join(paragraph(run(f"rad{number}")) for number in range(2_000))
    section = f'<w:{kind}Reference w:type="default" r:id="rId9"/>{A4}'
    stories = {"rId9": story}
    docx = Docx(
        "".join(paragraph(run(f"text{number}")) for number in range(9)),
        section=section,
        headers=stories if kind == "header" else {},
        footers=stories if kind == "footer" else {},
    )
    result = made(docx)
    shown = [
        sum(fragment.page == page and fragment.text.startswith("rad") for fragment in result.reading.fragments)
        for page in range(result.rendered.pages)
    ]

    assert result.rendered.words.missing == ()
    assert shown[0] == 2_000
    assert all(50 < count < 200 for count in shown[1:])
    assert len(shown) > 1


def test_a_word_of_thousands_of_letters_in_a_narrow_cell_goes_over_pages_and_none_is_lost() -> None:
    narrow = table(row(cell(paragraph(run("abcdefghij" * 800))), "granne"), widths=(300, 900))
    result = made(Docx(narrow))
    assert result.rendered.pages > 50
    assert result.rendered.words.missing == ()


@pytest.mark.parametrize("rows", [700])
def test_a_cell_merged_over_many_pages_keeps_its_rows_whole(rows: int) -> None:
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    merged = [row(cell("över alla", props=begin), "r0"), *[row(cell("", props=on), f"r{n}") for n in range(1, rows)]]
    result = made(Docx(table(*merged)))
    shown = [fragment.text for fragment in result.reading.fragments if fragment.text.startswith("r")]
    assert shown == [f"r{number}" for number in range(rows)]
    assert result.rendered.pages == pytest.approx(rows * 11.5 / 742, abs=1)


def test_more_paragraphs_than_any_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "MOST_PARAGRAPHS", 20)
    checked = render(Docx(paragraph("a") * 21).bytes(), RenderOptions("prov.docx"))
    assert checked.value is None
    assert [finding.code for finding in checked.findings] == ["REN404"]


def test_more_elements_than_memory_should_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TAGS", 300)
    checked = render(Docx(paragraph("a") * 60).bytes(), RenderOptions("prov.docx"))
    assert [finding.code for finding in checked.findings] == ["REN404"]
