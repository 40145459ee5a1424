"""The fields of rapport.yaml and of the tables in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.ingest.bind.records import Field, FreeMapping, Keyed, Later, Many, Record
from pipeline.ingest.bind.scalars import DATE, TEXT, Choice, PlainText, YesNo
from pipeline.ingest.excel.statement import ColumnSpec, TableSpec
from pipeline.ingest.section_fields import SECTION
from pipeline.model.origin import Origin, Sourced
from pipeline.model.report import Period, Section
from pipeline.model.statement import SameRow, Scenario


@dataclass(frozen=True)
class ReportFile:
    """rapport.yaml as it was read."""

    title: Sourced[str]
    board: Sourced[str]
    period: Period
    sections: tuple[Section, ...]
    origin: Origin
    tables: Mapping[str, TableSpec] = field(default_factory=dict)


COLUMN = Record(
    "en kolumn",
    ColumnSpec,
    (
        Field("rubrik", "heading", TEXT, "kolumnens rubrik i bladet", must=True),
        Field("scenario", "scenario", Choice(Scenario), "vad beloppen är"),
        Field("period", "period", PlainText(), "perioden beloppen gäller"),
        Field("tryckt", "printed", YesNo(), "nej för en kolumn som bara behövs för kontroller"),
    ),
    origin="",
)
SAME_ROW = Record(
    "en rad som står i två tabeller",
    SameRow,
    (
        Field("rad", "row", TEXT, "raden i den här tabellen", must=True),
        Field("tabell", "statement", TEXT, "den andra tabellens id", must=True),
        Field("är", "other_row", TEXT, "raden i den andra tabellen", must=True),
        Field("scenario", "scenario", Choice(Scenario), "valfritt: bara kolumner med detta scenario"),
    ),
    origin="",
)
TABLE = Record(
    "en tabell",
    TableSpec,
    (
        Field("blad", "sheet", TEXT, "bladet i arbetsboken", must=True),
        Field("arbetsbok", "workbook", TEXT, "valfri, annars ekonomi.xlsx eller mappens enda arbetsbok"),
        Field("slag", "kind", PlainText(), "fritt ord som mallen kan ge en egen form"),
        Field("rubrik", "title", PlainText(), "tabelltext"),
        Field("enhet", "unit", PlainText(), "till exempel mnkr"),
        Field("kolumner", "columns", Many(COLUMN), "valfritt: annars trycks alla kolumner"),
        Field("summarader", "sum_rows", Many(TEXT), "rader som är summor"),
        Field("resultatrader", "result_rows", Many(TEXT), "rader som är resultat"),
        Field("summor", "sums", FreeMapping(Many(TEXT, 1)), "valfritt: raderna som varje summa är summan av"),
        Field("lika", "same", Many(SAME_ROW), "valfritt: rader som säger samma sak som en rad i en annan tabell"),
        Field("enheter", "units", FreeMapping(Many(TEXT, 1)), "valfritt: raderna som är till exempel avdelningar"),
    ),
)
PERIOD = Record(
    "en period",
    Period,
    (
        Field("från", "start", DATE, "första dagen", must=True),
        Field("till", "end", DATE, "sista dagen", must=True),
        Field("namn", "name", TEXT, "perioden som den ska tryckas", must=True),
    ),
    origin="",
)
SECTIONS = Many(Later("avsnitt", lambda: SECTION), 1)
REPORT = Record(
    "rapporten",
    ReportFile,
    (
        Field("titel", "title", TEXT, "rapportens titel", must=True),
        Field("nämnd", "board", TEXT, "nämnden som rapporten gäller", must=True),
        Field("period", "period", PERIOD, "perioden som rapporten gäller", must=True),
        Field("tabeller", "tables", Keyed(TABLE), "tabellerna ur arbetsboken, med id"),
        Field("avsnitt", "sections", SECTIONS, "rapportens avsnitt, i ordning", must=True),
    ),
)
