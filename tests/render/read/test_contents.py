"""Tables of contents: kept where they agree with the headings, made anew where they do not."""

from __future__ import annotations

import pytest

from tests.render.docx import (
    STYLES,
    Docx,
    abstract,
    bookmark,
    cell,
    field_of,
    instance,
    level,
    link,
    page_break,
    paragraph,
    row,
    run,
    tab,
    table,
)
from tests.render.pdffile import tag_tree
from tests.render.rendering import Made, made

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
OWN = (
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:pPr><w:tabs>'
    '<w:tab w:val="right" w:leader="dot" w:pos="6000"/></w:tabs></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bilaga"><w:name w:val="Bilaga"/></w:style>'
)
HEADINGS = (
    paragraph(bookmark("_Toc1"), "Inledning", style="H1", props="<w:pageBreakBefore/>")
    + paragraph("Bakgrund", style="H2")
    + paragraph("Slut", style="H1", props="<w:pageBreakBefore/>")
)


def contents(instruction: str, *entries: str) -> str:
    """Return a table of contents with stored entries; the last paragraph is empty but for the field's end."""
    begin = BEGIN + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + SEPARATE
    first, *others = entries or ("",)
    return paragraph(begin, first) + "".join(map(paragraph, others)) + paragraph(END)


def entry(text: str, page: str, anchor: str = "") -> str:
    inside = run(text) + tab() + (field_of(f"PAGEREF {anchor}", page) if anchor else run(page))
    return f'<w:hyperlink w:anchor="{anchor}">{inside}</w:hyperlink>' if anchor else inside


def shown(body: str) -> tuple[list[str], Made]:
    found = made(Docx(body, styles=STYLES + OWN))
    return ["".join(line.split(".")).strip() for line in found.reading.lines(0)], found


def test_entries_that_agree_are_kept_with_true_pages() -> None:
    stored = contents('TOC \\o "1-1" \\h', entry("Inledning", "9", "_Toc1"), entry("Slut", "9"))
    lines, found = shown(stored + HEADINGS)
    assert lines == ["Inledning 2", "Slut 3"]
    assert "REN450" not in found.codes


@pytest.mark.parametrize("entries", [(), ("",), (run("Högerklicka för att uppdatera"),), (entry("Gammal", "1"),)])
def test_a_table_of_contents_that_is_empty_or_old_is_made_anew(entries: tuple[str, ...]) -> None:
    lines, found = shown(contents('TOC \\o "1-2" \\h \\z', *entries) + HEADINGS)
    assert lines == ["Inledning 2", "Bakgrund 2", "Slut 3"]
    assert [one.message for one in found.findings if one.code == "REN450"] == [
        "innehållsförteckningen har andra rader än dokumentets rubriker och är gjord på nytt"
    ]


def test_without_a_heading_the_stored_entries_stay() -> None:
    lines, found = shown(contents('TOC \\o "1-2"', run("Inga rubriker finns")) + paragraph("text"))
    assert lines == ["Inga rubriker finns", "text"]
    assert "REN450" not in found.codes


@pytest.mark.parametrize(
    ("switches", "expected"),
    [
        ('\\o "2-2"', ["Bakgrund 2"]),
        ('\\t "Bilaga,1"', ["Karta 3"]),
        ('\\o "1-1" \\t "Bilaga;2"', ["Inledning 2", "Slut 3", "Karta 3"]),
        ("\\u", ["Inledning 2", "Bakgrund 2", "Slut 3"]),
        ('\\o "1-1" \\n', ["Inledning", "Slut"]),
        ('\\o "1-1" \\n "1-1"', ["Inledning", "Slut"]),
        ('\\o "1-1" \\p " – "', ["Inledning – 2", "Slut – 3"]),
    ],
)
def test_the_switches_choose_what_is_listed(switches: str, expected: list[str]) -> None:
    assert shown(contents(f"TOC {switches}") + HEADINGS + paragraph("Karta", style="Bilaga"))[0] == expected


def test_a_list_of_figures_lists_the_captions() -> None:
    captions = paragraph("Figur ", field_of("SEQ Figur", "8"), " Karta") + paragraph(
        "Tabell ", field_of("SEQ Tabell", "8")
    )
    lines, _ = shown(contents('TOC \\c "Figur"') + paragraph(page_break()) + captions)
    assert lines == ["Figur 1 Karta 2"]


def test_headings_in_tables_are_listed_and_found() -> None:
    inside = table(row(cell(paragraph("I tabell", style="H1"))))
    lines, _ = shown(contents("TOC \\o") + paragraph(page_break()) + inside)
    assert lines == ["I tabell 2"]


def test_each_entry_made_anew_is_one_link_in_the_tag_tree() -> None:
    _, found = shown(contents('TOC \\o "1-1"') + HEADINGS)
    tree = tag_tree(found.rendered.pdf)
    assert (tree.count("TOC\n"), tree.count("TOCI"), tree.count("Link")) == (1, 2, 2)


def test_two_tables_of_contents_are_two_and_text_after_one_is_none_of_it() -> None:
    both = contents('TOC \\o "1-1"') + contents('TOC \\o "2-2"')
    _, found = shown(both + HEADINGS)
    assert tag_tree(found.rendered.pdf).count("TOC\n") == 2
    tail = contents('TOC \\o "1-1"', entry("Inledning", "1")).removesuffix("</w:p>") + run("Efter") + "</w:p>"
    assert shown(tail + HEADINGS)[0][-1] == "Efter"


def test_words_of_stored_entries_are_not_lost() -> None:
    _, found = shown(contents('TOC \\o "1-1"', run("Gammalt namn")) + HEADINGS)
    assert found.rendered.words.missing == ()


def test_a_link_in_the_text_is_not_touched() -> None:
    assert shown(paragraph(link("hit", anchor="_Toc1")) + HEADINGS)[0] == ["hit"]


def test_an_empty_table_of_contents_that_is_made_anew_is_not_told_to_show_nothing() -> None:
    _, found = shown(paragraph(field_of('TOC \\o "1-1"', "")) + HEADINGS)
    assert [code for code in found.codes if code in {"REN420", "REN450"}] == ["REN450"]


def test_an_empty_table_of_contents_without_headings_is_told() -> None:
    _, found = shown(paragraph(field_of('TOC \\o "1-1"', "")) + paragraph("text"))
    assert [one.message for one in found.findings if one.code == "REN420"] == [
        "fältet TOC: det har inget lagrat resultat, så inget visas"
    ]


@pytest.mark.parametrize(
    ("start", "size", "place"), [(1, 22, 22.0), (10, 22, 33.0), (1, 24, 24.0)], ids=["one", "two digits", "larger"]
)
def test_the_text_of_an_entry_stands_at_a_stop_behind_its_number(start: int, size: int, place: float) -> None:
    numbered = paragraph(
        "Bakgrund", style="H1", props='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pageBreakBefore/>'
    )
    made_of = Docx(
        contents('TOC \\o "1-1"') + numbered,
        styles=STYLES.replace('<w:sz w:val="20"/>', f'<w:sz w:val="{size}"/>') + OWN,
        numbering=abstract(0, level(0, start=start)) + instance(1, 0),
    )
    reading = made(made_of).reading
    assert reading.find("Bakgrund").x - reading.find(f"{start}.").x == pytest.approx(place, abs=0.1)


def test_an_entry_whose_style_is_not_in_the_file_has_the_look_of_words_own() -> None:
    _, found = shown(contents('TOC \\o "1-2"') + HEADINGS)
    own, other, last = (found.reading.find(text) for text in ("Inledning", "Bakgrund", "Slut"))
    assert other.x - own.x == pytest.approx(10.0, abs=0.1)
    assert last.x == own.x
    assert (last.y - other.y) - (other.y - own.y) == pytest.approx(5.0, abs=0.1)
