"""A made-up case that has everything a profile knows: what a template is tried on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pipeline.ingest.patterns import example_of, fits
from pipeline.model.case import Appendix, Case, DecisionSection, Recipient, Signatory
from pipeline.model.origin import Sourced, TextOrigin
from pipeline.model.profile import Profile
from pipeline.model.prose import (
    Block,
    Emphasis,
    Heading,
    ItemList,
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
from pipeline.model.statement import Amount, Column, EmptyCell, Row, RowRole, Statement

HERE = TextOrigin("provärendet")
_T = TypeVar("_T")
_ASSESSMENT, _TREND, _STATUS = "bedömning", "trend", "status"
_TABLE, _AREAS = "provtabell", "provomraden"
_COLUMNS = ("Provutfall", "Provbudget", "Provavvikelse")
_ROWS = (
    ("Provintäkter", RowRole.ITEM, ("1234.5", "1200.0", "34.5")),
    ("Provkostnader", RowRole.ITEM, ("-1000.25", "-1100.0", "99.75")),
    ("Provsumma", RowRole.SUM, ("234.25", "100.0", "134.25")),
    ("Provresultat", RowRole.RESULT, ("234.25", "100.0", None)),
)


def specimen(profile: Profile) -> Case:
    """Return a case with every kind of part, section and level that the profile has, each said in words of its own."""
    return Case(
        folder="provärendet",
        case_number=_said(_case_number(profile)),
        template=_said(profile.id),
        board=_said("Provnämnden"),
        unit=_said("Provförvaltningen"),
        title=_said("Provrapport till nämnden"),
        document_date=_said(date(2024, 9, 30)),
        decision_points=(_prose("Provrapporten godkänns."), _prose("Provrapporten skickas vidare.")),
        sections=tuple(
            DecisionSection(heading, _all_blocks(f"provtexten till beslutets avsnitt {number}"))
            for number, heading in enumerate(profile.required_headings or (_said("Provavsnitt i beslutet"),), 1)
        ),
        signatories=(Signatory(_said("Prova Provsson"), _said("Provchef")),),
        appendix=Appendix(_said(7), _said("Provrapport för bilagan")),
        report=_report(profile),
        origin=HERE,
        handler=_said("Provhandläggaren"),
        meeting=_said(date(2024, 10, 14)),
        secrecy=_said("Provsekretess enligt lag"),
        recipients=(Recipient(_said("Provmottagaren"), _said("för provkännedom")),),
        statements={_TABLE: _statement()},
    )


def _said(value: _T) -> Sourced[_T]:
    return Sourced(value, HERE)


def _case_number(profile: Profile) -> str:
    """Return a case number that fits the profile's pattern, of an ordinary form where one does."""
    pattern = profile.case_number_pattern.value
    forms = ("PN/2024:17", "PN/2024:0017", "PN 2024/17", "PN-2024/17", "2024/PN 0017", "PN/2024/17", "PN 2024:17")
    return next((form for form in forms if fits(pattern, form)), example_of(pattern) or forms[0])


def _prose(*blocks: Block | str) -> Prose:
    return Prose(tuple(_words(block) if isinstance(block, str) else block for block in blocks), HERE)


def _words(text: str) -> Paragraph:
    return Paragraph((Text(text),), HERE)


def _all_blocks(name: str) -> Prose:
    """Return prose with every kind of block and inline that a department may write."""
    inlines = Paragraph(
        (
            Text(f"Här står {name} med "),
            Strong((Text("starkt"),)),
            Text(" och "),
            Emphasis((Text("betonat"),)),
            Text(" och en "),
            Link((Text("länk"),), "https://example.org/"),
            Text("."),
        ),
        HERE,
    )
    points = ItemList(ordered=False, items=((_words("första punkten"),), (_words("andra punkten"),)), origin=HERE)
    numbers = ItemList(ordered=True, items=((_words("första steget"),), (_words("andra steget"),)), origin=HERE)
    head, body = (tuple(TableCell((_words(text),)) for text in row) for row in (("Vad", "Antal"), ("Prov", "12,5")))
    return _prose(
        inlines, Heading(1, (Text("Provrubrik i texten"),), HERE), points, numbers, ProseTable((head,), (body,), HERE)
    )


def _report(profile: Profile) -> Report:
    period = Period(_said(date(2024, 1, 1)), _said(date(2024, 8, 31)), _said("provperioden 2024"))
    first = _section("provinledning", "", "Provinledning", (TextPart(_all_blocks("provtexten i rapporten")),))
    kinds = [SectionPart(_of_kind(profile, kind, number)) for number, kind in enumerate(profile.section_kinds)]
    areas = _section(_AREAS, "", "Provområden", (*_assessed(profile), *kinds))
    last = _section("provtabeller", "", "Provtabeller", (StatementPart(_said(_TABLE)), *_symbols(profile)))
    sections = tuple(_with_kind(section, profile) for section in (first, areas, last))
    return Report(_said("Provrapport"), _said("Provnämnden"), period, sections, HERE)


def _section(identity: str, kind: str, name: str, parts: Sequence[Part]) -> Section:
    return Section(_said(identity), _said(kind), _said(name), tuple(parts), HERE)


def _with_kind(section: Section, profile: Profile) -> Section:
    kind = next(iter(profile.section_kinds), "")
    return Section(section.id, _said(kind), section.name, section.parts, HERE)


def _symbols(profile: Profile) -> Iterator[Part]:
    """Yield the summary and the legend, each where the profile has the words that they show."""
    if _levels(profile, _ASSESSMENT) or _levels(profile, _TREND):
        yield SummaryPart(_said(_AREAS), _said("Provsammanställning"))
    if profile.vocabularies:
        yield LegendPart(tuple(map(_said, profile.vocabularies)), HERE)


def _levels(profile: Profile, vocabulary: str) -> tuple[str, ...]:
    known = profile.vocabularies.get(vocabulary)
    return tuple(level.id for level in known.levels) if known else ()


def _assessed(profile: Profile) -> list[SectionPart]:
    """Return a section for each assessment and each trend, so that every symbol is drawn in a summary."""
    assessments, trends = _levels(profile, _ASSESSMENT), _levels(profile, _TREND)
    kind = next((kind.id for kind in profile.section_kinds.values() if kind.column), next(iter(profile.section_kinds)))
    made = []
    for at in range(max(len(assessments), len(trends))):
        assessment = _said(assessments[min(at, len(assessments) - 1)]) if assessments else None
        trend = _said(trends[min(at, len(trends) - 1)]) if trends else None
        text = TextPart(_prose(f"Provtext om område {at + 1}."))
        identity, name = _said(f"provomrade-{at}"), _said(f"Provområde {at + 1}")
        section = Section(identity, _said(kind), name, (text,), HERE, assessment=assessment, trend=trend)
        made.append(SectionPart(section))
    return made


def _of_kind(profile: Profile, kind: str, number: int) -> Section:
    """Return a section of a kind with goals, undertakings of every status, and indicators."""
    name = f"Provavsnitt {number + 1}"
    parts: list[Part] = [TextPart(_prose(f"Provtext i {name.lower()}."))]
    if number == 0:
        parts += [_goals(profile), *_undertakings(profile), _indicators()]
    return _section(f"provslag-{number}", kind, name, parts)


def _goals(profile: Profile) -> GoalsPart:
    assessment = next(iter(_levels(profile, _ASSESSMENT)), None)
    goal = Goal(
        _said("provmal"),
        _said("Provmål att uppnå"),
        HERE,
        scope=_said("Provomfattning."),
        assessment=None if assessment is None else _said(assessment),
        text=_prose("Provtext till målet."),
    )
    return GoalsPart(_said("Provmål"), (goal,))


def _undertakings(profile: Profile) -> list[UndertakingsPart]:
    shares = [level for level in _levels(profile, "färdiggrad") if level.isdecimal()]
    made = tuple(
        Undertaking(
            _said(f"provatagande-{at}"),
            _said(f"Provåtagande {at + 1}"),
            _said(status),
            _said(int(shares[at % len(shares)])) if shares else None,
            HERE,
            responsible=(_said("Provansvarig"),),
            text=_prose(f"Provtext till åtagande {at + 1}."),
        )
        for at, status in enumerate(_levels(profile, _STATUS))
    )
    return [UndertakingsPart(_said("Provåtaganden"), made)] if made else []


def _indicators() -> IndicatorsPart:
    values = tuple(map(_said, ("81,5", "Ny provmätning")))
    indicator = Indicator(_said("provindikator"), _said("Provindikatorn"), values, HERE)
    columns = tuple(map(_said, ("Provår 2023", "Provår 2024")))
    return IndicatorsPart(_said("Provindikatorer"), _said("Provmått"), columns, (indicator,))


def _statement() -> Statement:
    rows = tuple(
        Row(_said(name), role, tuple(EmptyCell(HERE) if each is None else _amount(each) for each in cells))
        for name, role, cells in _ROWS
    )
    columns = tuple(Column(_said(heading)) for heading in _COLUMNS)
    return Statement(_TABLE, "provtabell", _said("Provkonto"), columns, rows, HERE, title="Provräkning", unit="tkr")


def _amount(text: str) -> Amount:
    return Amount(Decimal(text), 1, HERE)
