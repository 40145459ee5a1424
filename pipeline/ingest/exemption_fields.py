"""The fields of undantag.yaml."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.ingest.bind.records import Field, Many, Record
from pipeline.ingest.bind.scalars import DATE, TEXT, PlainText
from pipeline.model.exemption import Exemption


@dataclass(frozen=True)
class ExemptionsFile:
    """undantag.yaml as it was read."""

    exemptions: tuple[Exemption, ...]


EXEMPTION = Record(
    "ett undantag",
    Exemption,
    (
        Field("kod", "code", TEXT, "kontrollens kod, som VAL203", must=True),
        Field("av", "by", TEXT, "den som godtar avvikelsen, med namn", must=True),
        Field("datum", "on", DATE, "när den godtogs, ÅÅÅÅ-MM-DD", must=True),
        Field("skäl", "why", TEXT, "varför den godtas", must=True),
        Field("text", "words", PlainText(), "ord ur meddelandet, där koden har gett flera"),
        Field("plats", "place", PlainText(), "fil, rad eller cell där det står, som ekonomi.xlsx!Resultaträkning!D12"),
    ),
)
EXEMPTIONS = Record(
    "undantagen",
    ExemptionsFile,
    (Field("undantag", "exemptions", Many(EXEMPTION), "avvikelser som godtas", must=True),),
    origin="",
)
