"""Named figures, and references to them in prose."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings.finding import Severity
from pipeline.ingest.prose.spans import Span, assemble
from pipeline.ingest.prose.walk import text_of
from pipeline.ingest.reporting import Reporter
from pipeline.model.figure import Figure
from pipeline.model.origin import CellOrigin, TextOrigin
from pipeline.model.prose import FigureReference, Strong, Text
from pipeline.model.statement import Scenario
from tests.ingest.cases import CaseFolder, single
from tests.ingest.workbooks import workbook

HERE = TextOrigin("t.md", 1, 1)


def figures(case: CaseFolder, yaml: str) -> None:
    case.write("nyckeltal.yaml", "nyckeltal:\n  summa: {värde: 1}\n" + yaml)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("{a}", FigureReference("a", HERE)),
        ("{a:+}", FigureReference("a", HERE, sign=True)),
        ("{a:2}", FigureReference("a", HERE, decimals=2)),
        ("{a:-}", FigureReference("a", HERE, unsigned=True)),
        ("{a:-1}", FigureReference("a", HERE, decimals=1, unsigned=True)),
        ("{år_1-x:+0}", FigureReference("år_1-x", HERE, sign=True, decimals=0)),
    ],
)
def test_a_reference_has_name_sign_and_decimals(text: str, reference: FigureReference) -> None:
    report = Reporter()
    assert assemble([Span(text)], HERE, report) == (reference,)
    assert list(report.findings) == []


def test_doubled_braces_are_braces() -> None:
    report = Reporter()
    assert assemble([Span("{{a}} {{{b}}}")], HERE, report) == (
        Text("{a} {"),
        FigureReference("b", HERE),
        Text("}"),
    )
    assert list(report.findings) == []


def test_a_reference_is_found_however_the_marks_cut_it() -> None:
    spans = [Span("a {in", strong=True), Span("takter"), Span(":+} b")]
    assert assemble(spans, HERE, Reporter()) == (
        Strong((Text("a "), FigureReference("intakter", HERE, sign=True))),
        Text(" b"),
    )


@pytest.mark.parametrize("text", ["a { b", "a } b", "{a", "a}"])
def test_a_lone_brace_is_an_error(text: str) -> None:
    report = Reporter()
    assert text_of(assemble([Span(text)], HERE, report)) == text
    assert "{{" in single(report, "ING146").help


@pytest.mark.parametrize("text", ["{}", "{a b}", "{1a}", "{a:}", "{a:x}", "{a:12}", "{a:2+}", "{a.b}", "{ a }"])
def test_a_malformed_reference_is_an_error(text: str) -> None:
    report = Reporter()
    assert text_of(assemble([Span(text)], HERE, report)) == text.replace("  ", " ")
    assert text in single(report, "ING147").message


@given(st.lists(st.tuples(st.text(alphabet="ab {}\n", max_size=6), st.booleans(), st.booleans()), max_size=6))
def test_no_letter_is_lost_when_spans_become_inlines(parts: list[tuple[str, bool, bool]]) -> None:
    spans = [Span(text, strong, emphasis) for text, strong, emphasis in parts]
    made = text_of(assemble(spans, HERE, Reporter()))
    expected = "".join(text for text, _, _ in parts)
    assert [c for c in made if c in "ab"] == [c for c in expected if c in "ab"]
    assert "  " not in made.replace("{", "").replace("}", "") or "\n" in expected or "{" in expected or "}" in expected


def test_an_unknown_figure_in_a_text_gets_a_suggestion(case: CaseFolder) -> None:
    case.text("Rad ett.\n\nHär är {suma} mnkr.\n")
    finding = case.only("ING148")
    assert finding.help == 'menade du "summa"?'
    assert str(finding.origins[0]) == "texter/sammanfattning.md:3:8"
    assert finding.excerpt == "Här är {suma} mnkr."


def test_an_unknown_figure_in_a_decision_point_is_an_error(case: CaseFolder) -> None:
    case.replace("arende.yaml", "Rapporten godkänns.", "Resultatet {resulat} godkänns.")
    assert "resulat" in case.only("ING148").message


def test_a_figure_takes_value_unit_and_scenario_from_its_table(case: CaseFolder) -> None:
    columns = "    kolumner: [{rubrik: Utfall, scenario: utfall, period: 2023-08}, {rubrik: Budget}]\n"
    case.replace("rapport.yaml", "    enhet: mnkr\n", f"    enhet: mnkr\n{columns}")
    figure = case.case().figures["summa"]
    assert (figure.value, figure.decimals) == (Decimal("2.1"), 1)
    assert (figure.unit, figure.scenario, figure.period) == ("mnkr", Scenario.OUTCOME, "2023-08")
    assert figure.defined_at == TextOrigin("nyckeltal.yaml", 2, 10)


@pytest.mark.parametrize(
    ("unit", "value", "decimals"),
    [
        ("tkr", "2100", 0),
        ("kronor", "2100000", 0),
        ("miljarder kronor", "0.0021", 1),
        ("mnkr", "2.1", 1),
        ("st", "2.1", 1),
    ],
)
def test_a_figure_in_another_unit_of_money_than_its_table_is_converted(
    case: CaseFolder, unit: str, value: str, decimals: int
) -> None:
    case.replace("nyckeltal.yaml", "kolumn: Utfall", f"kolumn: Utfall, enhet: {unit}")
    figure = case.case().figures["summa"]
    assert (figure.value, figure.decimals, figure.unit) == (Decimal(value), decimals, unit)


def pointed(case: CaseFolder) -> Figure:
    """Return the figure b of a case where nothing is told but that it goes by a cell's address."""
    finding = case.only("ING149")
    assert finding.severity is Severity.NOTE
    value = case.run().value
    assert value is not None
    return value[0].figures["b"]


def test_a_figure_may_point_at_a_cell_and_is_told_the_row_and_the_column_that_it_is(case: CaseFolder) -> None:
    figures(case, "  b: {cell: Resultat!c3, decimaler: 2}\n")
    figure = pointed(case)
    assert 'b (c3, raden "Kostnader", kolumnen "Budget")' in case.only("ING149").message
    assert (figure.value, figure.decimals) == (Decimal("-9.5"), 2)
    assert figure.origin == CellOrigin("ekonomi.xlsx", "Resultat", "C3")


def test_a_workbook_that_is_the_only_one_needs_no_name(case: CaseFolder) -> None:
    figures(case, "  b: {cell: Resultat!C3}\n")
    (case.folder / "ekonomi.xlsx").rename(case.folder / "Ekonomi T1.xlsx")
    assert pointed(case).origin == CellOrigin("Ekonomi T1.xlsx", "Resultat", "C3")
    case.write("annan.xlsx", b"")
    assert "ING101" in case.codes()


def test_a_figure_may_be_typed(case: CaseFolder) -> None:
    figures(case, '  b: {värde: "−1 234,50", enhet: kr}\n')
    figure = case.case().figures["b"]
    assert (figure.value, figure.decimals, figure.unit) == (Decimal("-1234.50"), 2, "kr")


def test_a_figure_may_be_another_under_a_new_name(case: CaseFolder) -> None:
    figures(case, "  c: {som: b, enhet: kr}\n  b: {som: summa, decimaler: 1}\n")
    figure = case.case().figures["c"]
    assert (figure.name, figure.value, figure.decimals, figure.unit) == ("c", Decimal(1), 1, "kr")
    assert figure.origin == case.case().figures["summa"].origin


def test_a_figure_from_a_cell_in_per_cent_is_the_number_shown(case: CaseFolder) -> None:
    def change(sheet: object) -> None:
        sheet["B2"] = 0.0205  # type: ignore[index]
        sheet["B2"].number_format = "0.0%"  # type: ignore[index]

    case.write("ekonomi.xlsx", workbook(change))
    figures(case, "  b: {cell: Resultat!B2}\n")
    figure = pointed(case)
    assert (figure.value, figure.decimals) == (Decimal("2.0500"), 1)


def test_figures_in_a_circle_are_an_error_with_every_line(case: CaseFolder) -> None:
    figures(case, "  a: {som: b}\n  b: {som: c}\n  c: {som: b}\n")
    finding = case.only("ING144")
    assert "b → c → b" in finding.message
    assert len(finding.origins) == 2


def test_a_figure_that_is_itself_is_a_circle(case: CaseFolder) -> None:
    figures(case, "  a: {som: a}\n")
    assert "a → a" in case.only("ING144").message


def test_a_very_long_chain_of_figures_is_followed(case: CaseFolder) -> None:
    figures(case, "".join(f"  n{i}: {{som: n{i + 1}}}\n" for i in range(3000)) + "  n3000: {värde: 7}\n")
    assert case.case().figures["n0"].value == 7


def test_a_figure_that_is_an_unknown_one_is_an_error(case: CaseFolder) -> None:
    figures(case, "  a: {som: suma}\n")
    assert case.only("ING142").help == 'menade du "summa"?'


@pytest.mark.parametrize("body", ["{enhet: kr}", "{värde: 1, cell: Resultat!B2}", "{tabell: resultat, rad: Summa}"])
def test_a_figure_without_exactly_one_source_is_an_error(case: CaseFolder, body: str) -> None:
    figures(case, f"  a: {body}\n")
    case.only("ING140")


@pytest.mark.parametrize(
    ("body", "near"),
    [
        ("{tabell: resultat, rad: Suma, kolumn: Utfall}", "Summa"),
        ("{tabell: resultat, rad: Summa, kolumn: Utfal}", "Utfall"),
    ],
)
def test_a_figure_from_an_unknown_row_or_column_gets_a_suggestion(case: CaseFolder, body: str, near: str) -> None:
    figures(case, f"  a: {body}\n")
    assert case.only("ING141").help == f'menade du "{near}"?'


def test_a_figure_from_an_unknown_table_gets_a_suggestion(case: CaseFolder) -> None:
    figures(case, "  a: {tabell: resulat, rad: Summa, kolumn: Utfall}\n")
    assert case.only("ING133").help == 'menade du "resultat"?'


def test_a_figure_from_a_row_that_stands_twice_is_ambiguous(case: CaseFolder) -> None:
    case.write("ekonomi.xlsx", workbook(lambda sheet: sheet.append(["Summa", 3, 4])))
    assert "2 gånger" in case.only("ING143").message


@pytest.mark.parametrize("cell", ["Resultat!A1", "Resultat!Z99"])
def test_a_figure_from_a_cell_without_number_is_an_error(case: CaseFolder, cell: str) -> None:
    figures(case, f"  a: {{cell: {cell}}}\n")
    assert "ING145" in case.codes()


def test_a_figure_from_an_unknown_sheet_is_an_error(case: CaseFolder) -> None:
    figures(case, "  a: {cell: Resulat!B2}\n")
    assert case.only("ING301").help == 'menade du "Resultat"?'


@pytest.mark.parametrize("cell", ["B2", "Resultat!2B", "Resultat!"])
def test_a_cell_of_another_form_is_an_error(case: CaseFolder, cell: str) -> None:
    figures(case, f"  a: {{cell: {cell}}}\n")
    assert "ING131" in case.codes()


@pytest.mark.parametrize(("value", "said"), [("1.234", "tvetydigt"), ("många", "inte ett tal")])
def test_a_typed_value_that_is_no_number_is_an_error(case: CaseFolder, value: str, said: str) -> None:
    figures(case, f"  a: {{värde: {value}}}\n")
    assert said in case.only("ING125").message


def test_a_name_that_no_reference_can_have_is_an_error(case: CaseFolder) -> None:
    figures(case, '  "två ord": {värde: 1}\n')
    case.only("ING131")
