"""The fields of nyckeltal.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.ingest.bind.records import Field, Keyed, Record
from pipeline.ingest.bind.scalars import TEXT, Choice, DecimalNumber, Integer, PlainText, SourcedReader, Word
from pipeline.ingest.numbers import Number
from pipeline.model.origin import Origin, Sourced
from pipeline.model.statement import Scenario

NAME = r"[^\W\d][\w-]*"


@dataclass(frozen=True)
class FigureSpec:
    """What nyckeltal.yaml says of a figure: exactly one way to its value."""

    name: str
    origin: Origin
    table: Sourced[str] | None = None
    row: Sourced[str] | None = None
    column: Sourced[str] | None = None
    cell: Sourced[str] | None = None
    workbook: Sourced[str] | None = None
    value: Sourced[Number] | None = None
    same_as: Sourced[str] | None = None
    decimals: int | None = None
    unit: str = ""
    scenario: Scenario | None = None
    period: str = ""


@dataclass(frozen=True)
class FiguresFile:
    """nyckeltal.yaml as it was read."""

    figures: Mapping[str, FigureSpec]


CELL = SourcedReader(Word(r".+![A-Za-z]{1,3}[1-9][0-9]{0,6}", "en cell som Blad!D12"))
FIGURE = Record(
    "ett nyckeltal",
    FigureSpec,
    (
        Field("tabell", "table", TEXT, "tabellens id i rapport.yaml", vital=True),
        Field("rad", "row", TEXT, "radens rubrik", vital=True),
        Field("kolumn", "column", TEXT, "kolumnens rubrik", vital=True),
        Field("cell", "cell", CELL, "bladets namn och cellens adress, som Blad!D12", vital=True),
        Field("arbetsbok", "workbook", TEXT, "valfri, annars ekonomi.xlsx eller mappens enda arbetsbok"),
        Field("värde", "value", DecimalNumber(), "talet, skrivet här", vital=True),
        Field("som", "same_as", TEXT, "namnet på ett annat nyckeltal med samma värde", vital=True),
        Field("decimaler", "decimals", Integer(0, 9), "antal decimaler, annars som i cellen"),
        Field("enhet", "unit", PlainText(), "till exempel miljoner kronor"),
        Field("scenario", "scenario", Choice(Scenario), "vad talet är"),
        Field("period", "period", PlainText(), "perioden talet gäller"),
    ),
)
FIGURES = Record(
    "nyckeltalen",
    FiguresFile,
    (Field("nyckeltal", "figures", Keyed(FIGURE, "name"), "nyckeltalen efter namn", must=True),),
    origin="",
)
