"""The parts of the report, as they stand in the appendix."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.compose.xml import Element, plain_text, style_of
from pipeline.model.case import Case
from pipeline.model.report import LegendPart, StatementPart, SummaryPart
from pipeline.ooxml.names import q
from tests.compose import sample
from tests.compose.word import both, composed, document, findings, paragraphs, table_rows, tables

MINUS, SPACE = "\u2212", "\u00a0"


def table_with(text: str) -> Element:
    return next(table for table in tables(both()[1].docx) if text in plain_text(table))


def with_section(section: Any) -> Case:
    return sample.case(report=replace(sample.report(), sections=(section,)))


def test_the_case_number_and_the_appendix_stand_in_the_body_of_page_one() -> None:
    assert paragraphs(both()[1].docx)[:4] == [
        "KSKF/2023:288",
        "Bilaga 1",
        "Delårsrapport 2 2023",
        "Kommunstyrelsen",
    ]
    assert any("KSKF/2023:288" in text for text in paragraphs(both()[0].docx, "Arendeuppgift"))


def test_a_heading_reads_as_its_kind_says_and_has_its_style() -> None:
    nodes = list(document(both()[1].docx).iter(q("w:p")))
    styles = {plain_text(node): style_of(node) for node in nodes if not style_of(node).startswith("TOC")}
    assert styles["Processområde Näringsliv"] == "Omradesrubrik"
    assert styles["Hållbar utveckling"] in {"Perspektivrubrik", "Tabellrubrik"}
    assert styles["Sammanfattning"] == "Avsnittsrubrik1"
    assert styles["Upprepad rubrik"] == "Underrubrik"


def test_an_assessment_stands_in_words_beside_its_symbol() -> None:
    assessed = [table_rows(table) for table in tables(both()[1].docx)]
    assert [["Bedömning", "Trend"], [" Uppnår", " Sämre"]] in assessed
    assert [["Bedömning"], [" Uppnår ej"]] in assessed
    assert [["Status", "Färdiggrad"], [" Klart", f" 37{SPACE}%"]] in assessed


def test_a_symbol_beside_its_word_is_decorative_so_that_the_word_is_heard_once() -> None:
    table = next(table for table in tables(both()[1].docx) if " Försenat" in plain_text(table))
    drawings = list(table.iter(q("wp:docPr")))
    assert [(node.get("name"), node.get("descr")) for node in drawings] == [
        ("Försenat", None),
        (f"Färdiggrad 0{SPACE}%", None),
    ]
    assert all(node.find(f".//{q('adec:decorative')}") is not None for node in drawings)


def test_the_alternative_text_of_a_symbol_that_stands_alone_is_its_word() -> None:
    alone = [node for node in document(both()[1].docx).iter(q("wp:docPr")) if node.get("descr")]
    assert "Uppnår" in [node.get("descr") for node in alone]
    assert all(not plain_text(next(node.iterancestors(q("w:p")))).strip() for node in alone)


def test_a_goal_is_headed_by_its_name_and_scope_and_an_undertaking_by_its_responsibles() -> None:
    assert "Ett mål. KLK." in paragraphs(both()[1].docx, "Heading4")
    assert "Ett åtagande. (KS, alla bolag)" in paragraphs(both()[1].docx, "Heading4")
    assert "Utan text" in paragraphs(both()[1].docx, "Heading4")


def test_indicators_are_printed_with_states_beside_numbers() -> None:
    assert table_rows(table_with("Sjukfrånvaro")) == [
        ["Indikator", "2022", "2023", "Mål"],
        ["Sjukfrånvaro", f"1,9{SPACE}%", "Ny mätning", f"{MINUS}3"],
    ]


def test_a_statement_prints_its_printed_columns_in_the_profiles_numbers() -> None:
    assert table_rows(table_with("- Intäkter")) == [
        ["Konto", "Utfall Aug 2023", "Budgetavvikelse Aug 2023", "Anmärkning", "Andel"],
        ["- Intäkter", f"1{SPACE}234,5", "", "prel.", f"85,500{SPACE}%"],
        ["- Kostnader", f"{MINUS}73,25", "", "prel.", f"10,0{SPACE}%"],
        ["Summa", f"{MINUS}0,04", "", "prel.", f"100{SPACE}%"],
        ["Resultat", "2", "", "prel.", f"0{SPACE}%"],
    ]


def test_sums_and_results_are_bold_by_their_style() -> None:
    rows = table_with("- Intäkter").findall(q("w:tr"))
    styles = [[style_of(node) for node in row.iter(q("w:p"))][:2] for row in rows]
    assert styles[1] == ["Tabelltextliten", "Tabelltal"]
    assert styles[3] == styles[4] == ["Tabelltextsumma", "Tabelltalsumma"]


def test_numbers_with_unlike_decimals_are_aligned_by_a_decimal_tab() -> None:
    rows = table_with("- Intäkter").findall(q("w:tr"))
    kinds = []
    for row in rows[1:]:
        cell = row.findall(q("w:tc"))[1]
        kinds += [(tab.get(q("w:val")), tab.get(q("w:pos"))) for tab in cell.iter(q("w:tab")) if tab.get(q("w:pos"))]
    assert len(kinds) == 4
    assert len(set(kinds)) == 1
    assert kinds[0][0] == "decimal"


def test_a_statement_has_its_own_title_or_the_one_of_its_place() -> None:
    titles = paragraphs(both()[1].docx, "Tabellrubrik")
    assert "Resultaträkning (mnkr)" in titles
    assert "Igen (mnkr)" in titles


def test_a_summary_stands_in_the_order_asked_for() -> None:
    assert table_rows(table_with("Processområde")) == [
        ["Processområde", "Bedömning", "Trend"],
        ["Utbildning", " Uppnår ej", " "],
        ["Näringsliv", " Uppnår", " Sämre"],
    ]


def test_the_legend_explains_every_level_with_its_symbol() -> None:
    legends = [table for table in tables(both()[1].docx) if table_rows(table)[0] == ["Symbol", "Innebörd"]]
    assert [row[1] for row in table_rows(legends[2])[1:]] == [f"{n}{SPACE}%" for n in (0, 20, 80, 100)]
    assert all(len(list(t.iter(q("wp:docPr")))) == len(table_rows(t)) - 1 for t in legends)
    assert len(legends) == 4


def test_a_perspective_begins_on_a_new_page_by_its_style_and_nothing_else_does() -> None:
    root = document(both()[1].docx)
    assert not list(root.iter(q("w:pageBreakBefore")))
    assert not [node for node in root.iter(q("w:br")) if node.get(q("w:type")) == "page"]
    assert len(list(root.iter(q("w:sectPr")))) == 2


def test_short_tables_stay_on_one_page() -> None:
    for table in tables(both()[1].docx):
        *before, last = table.findall(q("w:tr"))
        assert all(node.find(f".//{q('w:keepNext')}") is not None for row in before for node in row.iter(q("w:p")))
        assert not list(last.iter(q("w:keepNext")))


def test_what_is_optional_is_left_out_of_the_decision() -> None:
    texts = paragraphs(composed(sample.case(secrecy=None, recipients=()))[0].docx)
    assert not {"Sekretess", "Beslutet skickas till", "Handläggare"} & set(texts)
    with_all = paragraphs(both()[0].docx)
    assert "Kommunfullmäktige, för kännedom" in with_all
    assert "Revisorerna" in with_all
    assert "KOMMUNLEDNINGSKONTORET" in with_all


def test_a_level_that_the_vocabulary_lacks_is_a_finding() -> None:
    found = findings(with_section(sample.section("a", "A", assessment="nästan")))["KOM203"]
    assert "”nästan” finns inte i ordlistan bedömning" in found.message


def test_a_legend_of_an_unknown_vocabulary_is_a_finding() -> None:
    part = LegendPart((sample.said("väder"),), sample.HERE)
    assert "väder" in findings(with_section(sample.section("a", "A", part)))["KOM203"].message


def test_a_statement_that_is_not_there_is_a_finding() -> None:
    part = StatementPart(sample.said("balans"))
    assert "balans" in findings(with_section(sample.section("a", "A", part)))["KOM204"].message


def test_a_summary_of_an_unknown_section_is_a_finding() -> None:
    part = SummaryPart(sample.said("saknas"))
    assert "saknas" in findings(with_section(sample.section("a", "A", part)))["KOM205"].message


def test_an_unknown_kind_of_section_is_a_finding() -> None:
    assert "kapitel" in findings(with_section(sample.section("a", "A", kind="kapitel")))["KOM206"].message
