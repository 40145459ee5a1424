"""A small case that has every kind of part, made in Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.ingest.profile import load_profile
from pipeline.model.case import Appendix, Case, DecisionSection, Recipient, Signatory
from pipeline.model.figure import Figure
from pipeline.model.origin import CellOrigin, Sourced, TextOrigin
from pipeline.model.profile import Profile
from pipeline.model.prose import (
    Block,
    Emphasis,
    FigureReference,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Prose,
    ProseTable,
    Strong,
    TableCell,
    Text,
)
from pipeline.model.report import (
    Goal,
    GoalsPart,
    Indicator,
    IndicatorsPart,
    LegendPart,
    Part,
    Period,
    Report,
    Section,
    SectionPart,
    StatementPart,
    SummaryPart,
    TextPart,
    Undertaking,
    UndertakingsPart,
)
from pipeline.model.statement import Amount, Column, EmptyCell, Row, RowRole, Statement, TextCell

TEMPLATES = Path(__file__).parents[2] / "templates"
HERE = TextOrigin("rapport.yaml", 1, 1)
CELL = CellOrigin("ekonomi.xlsx", "Resultat", "B2")


@cache
def profile() -> Profile:
    loaded = load_profile(TEMPLATES / "eskilstuna").value
    assert loaded is not None
    return loaded


def said(value: Any) -> Sourced[Any]:
    return Sourced(value, HERE)


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),), HERE)


def prose(*blocks: Block | str) -> Prose:
    return Prose(tuple(words(b) if isinstance(b, str) else b for b in blocks), HERE)


def listing(*items: str | tuple[Block, ...], ordered: bool = False, start: int = 1) -> ItemList:
    made = tuple((words(item),) if isinstance(item, str) else item for item in items)
    return ItemList(ordered=ordered, items=made, origin=HERE, start=start)


def paragraph(*content: Inline) -> Paragraph:
    return Paragraph(content, HERE)


def amount(text: str, *, percent: bool = False) -> Amount:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Amount(value, max(0, -exponent), CELL, percent=percent)


def everything() -> Prose:
    """Return prose with every kind of block and inline."""
    nested = listing(
        (words("yttre"), listing("inre ett", "inre två", ordered=True)), (words("med två stycken"), words("det andra")),
    )  # fmt: skip
    cells = (TableCell((words("Byggnad"),)), TableCell((words("Effekt"),)), TableCell((words("År"),)))
    wide = (TableCell((words("Båda"),), columns=2), TableCell((words("2023"),)))
    tall = (TableCell((words("Hög"),), rows=2), TableCell((words("1,5"),)), TableCell((words("2022"),)))
    short = (TableCell((words("12,25"),)), TableCell((words("2023"),)))
    inlines = paragraph(
        Text("Resultatet är "),
        FigureReference("resultat", HERE, sign=True),
        Text(" mnkr, se "),
        Link((Text("kommunens "), Strong((Text("webb"),))), "https://example.se/?a=1&b=2"),
        LineBreak(),
        Emphasis((Text("kursivt och "), Strong((Text("fett"),)))),
        Text(" <taggar> & {{ klamrar }} {% här %}"),
    )
    return prose(
        inlines, Heading(1, (Text("Egen rubrik"),), HERE), nested, listing("ett", "två", ordered=True),
        "Emellan.", listing("fem", "sex", ordered=True, start=5), ProseTable((cells,), (wide, tall, short), HERE),
    )  # fmt: skip


def section(identity: str, name: str, *parts: Part, kind: str = "avsnitt", **fields: Any) -> Section:
    made: dict[str, Any] = {key: said(value) for key, value in fields.items()}
    return Section(said(identity), said(kind), said(name), parts, HERE, **made)


def statement() -> Statement:
    columns = (
        Column(said("Utfall Aug 2023")), Column(said("Budget 2023"), printed=False),
        Column(said("Budgetavvikelse Aug 2023")),
        Column(said("Anmärkning")), Column(said("Andel")),
    )  # fmt: skip

    def row(label: str, role: RowRole, first: str, last: str) -> Row:
        cells = (amount(first), amount("99.9"), EmptyCell(CELL), TextCell("prel.", CELL), amount(last, percent=True))
        return Row(said(label), role, cells)

    rows = (
        row("- Intäkter", RowRole.ITEM, "1234.5", "0.855"),
        row("- Kostnader", RowRole.ITEM, "-73.25", "0.1"),
        row("Summa", RowRole.SUM, "-0.04", "1"),
        row("Resultat", RowRole.RESULT, "2", "0"),
    )
    return Statement(
        "resultat", "resultaträkning", said("Konto"), columns, rows, CELL, title="Resultaträkning", unit="mnkr"
    )


def report() -> Report:
    goal = Goal(said("g"), said("Ett mål."), HERE, scope=said("KLK."), assessment=said("delvis"), text=everything())
    undertaking = Undertaking(
        said("å"), said("Ett åtagande."), said("klart"), said(37), HERE, responsible=(said("KS"), said("alla bolag")),
        text=prose("Det går framåt."),
    )  # fmt: skip
    bare = Undertaking(said("b"), said("Utan text"), said("försenat"), said(0), HERE)
    indicator = Indicator(said("i"), said("Sjukfrånvaro"), (said("1,9%"), said("Ny mätning"), said("-3")), HERE)
    years = (said("2022"), said("2023"), said("Mål"))
    area = section(
        "naringsliv", "Näringsliv",
        TextPart(prose("Inledning.")),
        GoalsPart(said("4-åriga processmål"), (goal, replace(goal, scope=None, assessment=None, text=None))),
        UndertakingsPart(said("1-åriga åtaganden"), (undertaking, bare)),
        IndicatorsPart(said("Indikatorer för KLK"), said("Indikator"), years, (indicator,)),
        kind="processområde", assessment="uppnår", trend="sämre", subheading="Upprepad rubrik",
    )  # fmt: skip
    other = section("utbildning", "Utbildning", TextPart(prose("Kort.")), kind="processområde", assessment="ej")
    summary = SummaryPart(said("hallbar"), said("Hållbar utveckling"), (said("utbildning"), said("naringsliv")))
    first = section(
        "sammanfattning", "Sammanfattning", TextPart(everything()), summary,
        LegendPart(tuple(said(v) for v in ("bedömning", "status", "färdiggrad", "trend")), HERE),
        SectionPart(section("under", "Ett underavsnitt", TextPart(prose("Text.")), kind="underavsnitt")),
    )  # fmt: skip
    perspective = section("hallbar", "Hållbar utveckling", SectionPart(area), SectionPart(other), kind="perspektiv")
    economy = section(
        "ekonomi", "Ekonomi", StatementPart(said("resultat")), StatementPart(said("resultat"), said("Igen"))
    )
    period = Period(said(date(2023, 1, 1)), said(date(2023, 8, 31)), said("januari–augusti 2023"))
    return Report(said("Delårsrapport 2 2023"), said("Kommunstyrelsen"), period, (first, perspective, economy), HERE)


def case(**changes: Any) -> Case:
    """Return the case; ``changes`` replace its fields."""
    made = Case(
        folder="prov",
        case_number=said("KSKF/2023:288"),
        template=said("eskilstuna"),
        board=said("Kommunstyrelsen"),
        unit=said("Kommunledningskontoret"),
        title=said("Rapport & sånt < 5"),
        document_date=said(date(2023, 10, 10)),
        decision_points=(prose("Rapporten godkänns."), prose("Rapporten skickas vidare.")),
        sections=(DecisionSection(said("Ärendebeskrivning"), everything()),),
        signatories=(Signatory(said("Tommy Malm"), said("Kommundirektör")),),
        appendix=Appendix(said(1), said("Delårsrapport 2 2023")),
        report=report(),
        origin=HERE,
        secrecy=said("Sekretess enligt 31 kap."),
        recipients=(Recipient(said("Kommunfullmäktige"), said("för kännedom")), Recipient(said("Revisorerna"))),
        statements={"resultat": statement()},
        figures={"resultat": Figure("resultat", Decimal("15.873"), 1, CELL, HERE)},
    )
    return replace(made, **changes)
