"""Prose in the template's own styles."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from pipeline.compose import compose
from pipeline.compose.xml import plain_text, style_of
from pipeline.model.case import DecisionSection
from pipeline.model.origin import TextOrigin
from pipeline.model.prose import FigureReference, Heading, Link, ProseTable, TableCell, Text
from pipeline.ooxml.names import q
from tests.compose import sample
from tests.compose.sample import case, listing, paragraph, prose, words
from tests.compose.word import (
    both,
    changed_template,
    composed,
    document,
    findings,
    paragraphs,
    parts,
    table_rows,
    tables,
)


def decision_with(*blocks: object) -> bytes:

    section = DecisionSection(sample.said("Ärendebeskrivning"), prose(*blocks))  # type: ignore[arg-type]
    return composed(case(sections=(section,)))[0].docx


def test_text_stands_as_written_whatever_signs_it_holds() -> None:
    assert any("<taggar> & {{ klamrar }} {% här %}" in text for text in paragraphs(both()[0].docx))
    assert "Rapport & sånt < 5" in paragraphs(both()[0].docx, "Title")


def test_a_figure_is_printed_in_the_profiles_style() -> None:
    assert any("Resultatet är +15,9 mnkr" in text for text in paragraphs(both()[1].docx, "BodyText"))


def test_a_figure_can_be_given_other_decimals() -> None:
    text = paragraph(
        FigureReference("resultat", sample.HERE, decimals=2), Text("; "), FigureReference("resultat", sample.HERE)
    )
    assert "15,87; 15,9" in paragraphs(decision_with(text))


def test_headings_in_prose_stand_one_level_below_the_section() -> None:
    nodes = list(document(both()[1].docx).iter(q("w:p")))
    found = [style_of(node) for node in nodes if plain_text(node) == "Egen rubrik"]
    assert found == ["Heading2", "Heading5"]


def test_each_ordered_list_counts_from_its_own_start() -> None:
    docx = decision_with(
        listing("a", "b", ordered=True), listing("c", ordered=True), listing("d", ordered=True, start=5)
    )
    numbers = [node.get(q("w:val")) for node in document(docx).iterfind(f".//{q('w:body')}/{q('w:p')}//{q('w:numId')}")]
    *_, first, second, third, fourth = numbers
    assert first == second
    assert len({second, third, fourth}) == 3
    numbering = etree.fromstring(parts(docx)["word/numbering.xml"])
    starts = {
        num.get(q("w:numId")): num.find(f".//{q('w:startOverride')}").get(q("w:val"))  # type: ignore[union-attr]
        for num in numbering.iterfind(q("w:num"))
        if num.find(f".//{q('w:startOverride')}") is not None
    }
    assert [starts[number] for number in (second, third, fourth)] == ["1", "1", "5"]


def test_a_nested_list_stands_on_its_own_level() -> None:
    docx = decision_with(listing((words("yttre"), listing("inre", "inre två"))))
    inner = [node for node in document(docx).iter(q("w:p")) if plain_text(node).startswith("inre")]
    assert [node.find(f".//{q('w:ilvl')}").get(q("w:val")) for node in inner] == ["1", "1"]  # type: ignore[union-attr]
    assert {style_of(node) for node in inner} == {"ListBullet"}


def test_a_bullet_of_the_first_level_has_the_styles_list_and_no_formatting_of_its_own() -> None:
    docx = decision_with(listing("punkt"))
    (node,) = [node for node in document(docx).iter(q("w:p")) if plain_text(node) == "punkt"]
    settings = node.find(q("w:pPr"))
    assert settings is not None
    assert [child.tag for child in settings] == [q("w:pStyle")]


def test_a_second_paragraph_of_an_item_is_indented_as_the_first() -> None:
    docx = decision_with(listing((words("ett"), words("mer"))))
    (node,) = [node for node in document(docx).iter(q("w:p")) if plain_text(node) == "mer"]
    assert node.find(f"{q('w:pPr')}/{q('w:ind')}").get(q("w:left")) == "360"  # type: ignore[union-attr]
    assert node.find(f"{q('w:pPr')}/{q('w:numPr')}") is None


def test_strong_inside_emphasis_is_both() -> None:
    node = next(n for n in document(both()[0].docx).iter(q("w:r")) if plain_text(n) == "fett")
    settings = node.find(q("w:rPr"))
    assert settings is not None
    assert [child.tag for child in settings] == [q("w:rStyle"), q("w:i")]


def test_a_link_leads_where_it_says() -> None:
    docx = both()[0].docx
    link = next(node for node in document(docx).iter(q("w:hyperlink")) if node.get(q("r:id")))
    relations = {node.get("Id"): node for node in etree.fromstring(parts(docx)["word/_rels/document.xml.rels"])}
    target = relations[link.get(q("r:id"))]
    assert (target.get("Target"), target.get("TargetMode")) == ("https://example.se/?a=1&b=2", "External")
    assert plain_text(link) == "kommunens webb"


def test_a_link_to_a_file_is_a_finding_and_its_text_stays() -> None:
    text = prose(paragraph(Link((Text("underlag"),), "file:///G:/underlag.docx")))
    found = findings(case(decision_points=(text,)))
    assert "file:///G:/underlag.docx" in found["KOM207"].message


def test_a_prose_table_keeps_its_spans_and_repeats_its_head() -> None:
    table = next(t for t in tables(both()[0].docx) if "Byggnad" in plain_text(t))
    assert table_rows(table) == [
        ["Byggnad", "Effekt", "År"],
        ["Båda", "2023"],
        ["Hög", "1,5", "2022"],
        ["", "12,25", "2023"],
    ]
    assert len(list(table.iter(q("w:gridSpan")))) == 1
    assert [node.get(q("w:val")) for node in table.iter(q("w:vMerge"))] == ["restart", "continue"]


def looks_of_numbers(docx: bytes) -> set[tuple[str, str]]:
    table = next(t for t in tables(docx) if "Byggnad" in plain_text(t))
    cells = [node for node in table.iter(q("w:p")) if plain_text(node) in {"1,5", "12,25", "2022"}]
    aligned = [node.find(f"{q('w:pPr')}/{q('w:jc')}") for node in cells]
    values = ["" if one is None else one.get(q("w:val"), "") for one in aligned]
    return {(style_of(node), value) for node, value in zip(cells, values, strict=True) if value != "left"}


def test_numbers_stand_on_the_lines_of_the_texts_where_their_own_style_would_set_them_lower() -> None:
    assert looks_of_numbers(both()[0].docx) == {("Tabelltext", "right")}


def test_numbers_have_their_own_style_where_it_sets_lines_as_that_of_the_texts_does(tmp_path: Path) -> None:
    def change(styles: str) -> str:
        start = styles.index('w:styleId="Tabelltal"')
        end = styles.index("</w:style>", start)
        alike = re.sub(r"<w:(?:spacing|sz) [^>]*/>", "", styles[start:end])
        return styles[:start] + alike + styles[end:]

    profile = changed_template(tmp_path, "beslut.docx", change, "word/styles.xml")
    assert looks_of_numbers(composed(profile=profile)[0].docx) == {("Tabelltal", "")}


def test_the_head_of_a_column_of_numbers_is_aligned_as_they_are() -> None:
    head = tuple(TableCell((words(text),)) for text in ("Hus", "Besök", "Not"))
    body = tuple(TableCell((words(text),)) for text in ("Badhuset", "1 200", "9, preliminärt"))
    (table,) = [
        t for t in tables(decision_with(ProseTable((head,), (body,), sample.HERE))) if "Badhuset" in plain_text(t)
    ]
    aligned = [node.find(f"{q('w:pPr')}/{q('w:jc')}") for node in list(table.iter(q("w:p")))[:3]]
    assert ["" if one is None else one.get(q("w:val")) for one in aligned] == ["", "right", ""]


def test_a_single_decision_point_is_not_numbered_and_several_are() -> None:
    single = composed(case(decision_points=(prose("Godkänns."),)))[0].docx
    assert "Godkänns." in paragraphs(single, "BodyText")
    assert paragraphs(both()[0].docx, "ListNumber")[:2] == ["Rapporten godkänns.", "Rapporten skickas vidare."]


def test_a_control_character_is_left_out_and_named_with_its_place() -> None:
    found = findings(case(decision_points=(prose("Rapporten \x02godkänns."),)))["KOM201"]
    assert "U+0002" in found.message
    assert found.origins == (sample.HERE,)


def test_a_line_end_in_a_text_becomes_a_space() -> None:
    assert "ett två tre" in paragraphs(decision_with("ett\ntvå\ttre"))


def test_a_figure_that_is_not_there_is_a_finding_at_the_place_that_names_it() -> None:
    place = TextOrigin("texter/a.md", 7, 3)
    found = findings(case(decision_points=(prose(paragraph(FigureReference("resultatt", place))),)))["KOM202"]
    assert "resultatt" in found.message
    assert found.origins == (place,)


def test_a_heading_below_the_deepest_of_the_template_has_the_form_of_that_and_is_told() -> None:
    deep = DecisionSection(sample.said("Ärendebeskrivning"), prose(Heading(8, (Text("Djup"),), sample.HERE), "Text."))
    made = compose(case(sections=(deep,)), sample.profile())
    assert made.value is not None
    (heading,) = [node for node in document(made.value[0].docx).iter(q("w:p")) if plain_text(node) == "Djup"]
    assert style_of(heading).startswith("Heading")
    (found,) = [each for each in made.findings if each.code == "KOM309"]
    assert "ligger på nivå 9" in found.message
    assert found.origins == (sample.HERE,)
