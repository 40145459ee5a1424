"""A small case that is right, to be made wrong one thing at a time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from pipeline.model.case import Appendix, Case, DecisionSection, Signatory
from pipeline.model.figure import Figure
from pipeline.model.origin import CellOrigin, Sourced, TextOrigin
from pipeline.model.profile import CompletionStyle, NumberStyle, Profile, TextStyles
from pipeline.model.prose import FigureReference, Inline, Paragraph, Prose, Text
from pipeline.model.report import (
    Goal,
    GoalsPart,
    Part,
    Period,
    Report,
    Section,
    SectionPart,
    StatementPart,
    SummaryPart,
    TextPart,
)
from pipeline.model.statement import Amount, Column, EmptyCell, Row, RowRole, Statement

HERE = TextOrigin("arende.yaml", 1, 1)
THERE = TextOrigin("rapport.yaml", 2, 1)


def said(text: str, line: int = 1) -> Sourced[str]:
    return Sourced(text, TextOrigin("arende.yaml", line, 1))


def prose(*content: Inline | str) -> Prose:
    parts = tuple(Text(each) if isinstance(each, str) else each for each in content)
    return Prose((Paragraph(parts, HERE),), HERE)


def section(name: str, *parts: Part) -> Section:
    return Section(said(name), said("avsnitt"), said(name), parts, THERE)


def goal(name: str, *, line: int = 1) -> Goal:
    return Goal(said(name, line), said(name), THERE)


def day(text: str) -> Sourced[date]:
    return Sourced(date.fromisoformat(text), HERE)


def amount(value: str, cell: str) -> Amount:
    number = Decimal(value)
    return Amount(number, max(0, -int(number.as_tuple().exponent)), CellOrigin("ekonomi.xlsx", "Blad", cell))


STATEMENT = Statement(
    id="rr",
    kind="resultaträkning",
    label_heading=said("Mnkr"),
    columns=(Column(said("Utfall")), Column(said("Budget"), printed=False)),
    rows=(
        Row(said("Intäkter"), RowRole.ITEM, (amount("540.30", "B2"), amount("500.0", "C2"))),
        Row(said("Resultat"), RowRole.RESULT, (amount("-15.93", "B3"), EmptyCell(CellOrigin("ekonomi.xlsx", "Blad")))),
    ),
    origin=CellOrigin("ekonomi.xlsx", "Blad"),
    title="Resultaträkning",
)
FIGURE = Figure(
    name="resultat",
    value=Decimal("-15.93"),
    decimals=1,
    origin=CellOrigin("ekonomi.xlsx", "Blad", "B3"),
    defined_at=TextOrigin("nyckeltal.yaml", 4, 3),
)


def report() -> Report:
    return Report(
        title=said("Rapport"),
        board=said("Nämnden"),
        period=Period(day("2023-01-01"), day("2023-08-31"), said("januari–augusti")),
        sections=(
            section("Sammanfattning", TextPart(prose("Resultatet är ", FigureReference("resultat", HERE), "."))),
            section(
                "Området",
                SectionPart(section("Skola", GoalsPart(said("Mål"), (goal("läsa"), goal("skriva"))))),
                SummaryPart(said("Området"), order=(said("Skola"),)),
                StatementPart(said("rr")),
            ),
        ),
        origin=THERE,
    )


def case() -> Case:
    return Case(
        folder="prov",
        case_number=said("KS/2023:1"),
        template=said("kommun"),
        board=said("Nämnden"),
        unit=said("Kontoret"),
        title=said("Titel"),
        document_date=day("2023-10-10"),
        decision_points=(prose("Rapporten godkänns."),),
        sections=(DecisionSection(said("Ärendebeskrivning"), prose("Intäkterna är 540,3 miljoner.")),),
        signatories=(Signatory(said("Namn"), said("Direktör")),),
        appendix=Appendix(Sourced(1, HERE), said("Rapport")),
        report=report(),
        origin=HERE,
        handler=said("Anna Ek"),
        meeting=day("2023-10-24"),
        statements={"rr": STATEMENT},
        figures={"resultat": FIGURE},
    )


def profile() -> Profile:
    styles = TextStyles(*["Stil"] * 11)
    return Profile(
        id="kommun",
        folder=Path("templates/kommun"),
        municipality=said("Kommunen"),
        language=said("sv-SE"),
        case_number_pattern=said(r"[A-Z]+/\d{4}:\d+"),
        decision_template=said("beslut.docx"),
        report_template=said("rapport.docx"),
        file_name=said("{dokument}"),
        numbers=NumberStyle(),
        vocabularies={},
        section_kinds={},
        completion=CompletionStyle(said("#000000"), said("#ffffff")),
        styles=styles,
        labels={},
        required_headings=(said("Ärendebeskrivning"),),
        origin=HERE,
    )
