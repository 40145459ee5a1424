"""The fields of goals, undertakings and indicators."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.ingest.bind.prose_readers import PROSE_FILE
from pipeline.ingest.bind.reading import Reading, Schema
from pipeline.ingest.bind.records import Field, Many, Record
from pipeline.ingest.bind.scalars import TEXT, SourcedReader, Word, integer, lacks_vocabulary, level
from pipeline.ingest.raw import RawMapping, RawNode
from pipeline.model.origin import Sourced
from pipeline.model.report import Goal, Indicator, Undertaking

_LETTER = "a-z0-9åäöéü"
ID = SourcedReader(Word(f"[{_LETTER}]+([_-][{_LETTER}]+)*", "ett id av små bokstäver, siffror, - och _"))
_TEXT_FILE = "fil i texter/, eller fil#rubrik"
_COMPLETION = "färdiggrad"
_PERCENT = integer(0, 100)


def _no_completion(node: RawMapping, reading: Reading) -> None:
    """Return None for an undertaking without completion: a finding where the profile has that vocabulary."""
    if _COMPLETION in reading.levels and _COMPLETION not in node.keys:
        reading.report.say("ING121", 'ett åtagande saknar nyckeln "färdiggrad"', node.origin)


@dataclass(frozen=True)
class Completion:
    """The per cent that is done, which only a profile with that vocabulary can print."""

    def read(self, node: RawNode, reading: Reading) -> Sourced[int] | None:
        """Return the whole number with its origin, or None with ING124, or ING152 without the vocabulary."""
        return None if lacks_vocabulary(_COMPLETION, node, reading) else _PERCENT.read(node, reading)

    def schema(self) -> Schema:
        """Return a whole number from 0 to 100."""
        return _PERCENT.schema()


GOAL = Record(
    "ett mål",
    Goal,
    (
        Field("id", "id", ID, "målets fasta id", must=True),
        Field("namn", "name", TEXT, "målet som det ska tryckas", must=True),
        Field("omfattning", "scope", TEXT, "vad målet gäller, trycks efter namnet"),
        Field("bedömning", "assessment", level("bedömning"), "id ur profilens ordlista"),
        Field("text", "text", PROSE_FILE, _TEXT_FILE),
    ),
)
UNDERTAKING = Record(
    "ett åtagande",
    Undertaking,
    (
        Field("id", "id", ID, "åtagandets fasta id", must=True),
        Field("namn", "name", TEXT, "åtagandet som det ska tryckas", must=True),
        Field("ansvariga", "responsible", Many(TEXT), "nämnder och bolag"),
        Field("status", "status", level("status"), "id ur profilens ordlista", must=True),
        Field(
            "färdiggrad",
            "completion",
            Completion(),
            "procent, 0–100; utelämnas där profilen inte har ordlistan färdiggrad",
            otherwise=_no_completion,
        ),
        Field("text", "text", PROSE_FILE, _TEXT_FILE),
    ),
)
INDICATOR = Record(
    "en indikator",
    Indicator,
    (
        Field("id", "id", ID, "indikatorns fasta id", must=True),
        Field("namn", "name", TEXT, "indikatorn som den ska tryckas", must=True),
        Field("värden", "values", Many(TEXT), "ett värde för varje kolumn, som de ska tryckas", must=True),
        Field("riktning", "direction", TEXT, "högre eller lägre: vad som är bättre"),
    ),
)
