"""The fields of arende.yaml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from pipeline.ingest.archival_fields import FACTS
from pipeline.ingest.bind.prose_readers import PROSE_FILE, PROSE_VALUE
from pipeline.ingest.bind.records import Field, Many, Record
from pipeline.ingest.bind.scalars import DATE, TEXT, integer
from pipeline.model.archival import ArchivalFacts
from pipeline.model.case import Appendix, DecisionSection, Recipient, Signatory
from pipeline.model.origin import Origin, Sourced
from pipeline.model.prose import Prose


@dataclass(frozen=True)
class CaseFile:
    """arende.yaml as it was read."""

    case_number: Sourced[str]
    template: Sourced[str]
    board: Sourced[str]
    unit: Sourced[str]
    title: Sourced[str]
    document_date: Sourced[date]
    decision_points: tuple[Prose, ...]
    sections: tuple[DecisionSection, ...]
    signatories: tuple[Signatory, ...]
    appendix: Appendix
    origin: Origin
    handler: Sourced[str] | None = None
    meeting: Sourced[date] | None = None
    secrecy: Sourced[str] | None = None
    recipients: tuple[Recipient, ...] = ()
    archival: ArchivalFacts = field(default_factory=ArchivalFacts)


def named(what: str, make: Callable[..., object], first: tuple[str, str], second: tuple[str, str]) -> Record[object]:
    """Return a record of two texts that must stand."""
    fields = tuple(Field(key, attribute, TEXT, must=True) for key, attribute in (first, second))
    return Record(what, make, fields, origin="")


SECTION = Record(
    "ett avsnitt i beslutet",
    DecisionSection,
    (
        Field("rubrik", "heading", TEXT, "avsnittets rubrik", must=True),
        Field("text", "text", PROSE_FILE, "fil i texter/, eller fil#rubrik", must=True),
    ),
    origin="",
)
RECIPIENT = Record(
    "en mottagare",
    Recipient,
    (Field("mottagare", "name", TEXT, must=True), Field("syfte", "purpose", TEXT, "till exempel för kännedom")),
    origin="",
)
APPENDIX = Record(
    "bilagan",
    Appendix,
    (
        Field("nummer", "number", integer(1, 999), "bilagans nummer", must=True),
        Field("titel", "title", TEXT, "bilagans titel", must=True),
    ),
    origin="",
)
CASE = Record(
    "ärendet",
    CaseFile,
    (
        Field("diarienummer", "case_number", TEXT, "ärendets diarienummer, som det ska tryckas", must=True),
        Field("mall", "template", TEXT, "mappen under templates/", must=True),
        Field("nämnd", "board", TEXT, "nämnden som ärendet går till", must=True),
        Field("förvaltning", "unit", TEXT, "förvaltningen som skriver", must=True),
        Field("titel", "title", TEXT, "ärendets titel", must=True),
        Field("datum", "document_date", DATE, "handlingens datum, ÅÅÅÅ-MM-DD", must=True),
        Field("sammanträde", "meeting", DATE, "sammanträdets datum, ÅÅÅÅ-MM-DD"),
        Field("handläggare", "handler", TEXT, "den som kan svara på frågor"),
        Field("sekretess", "secrecy", TEXT, "uppgift om sekretess"),
        Field(
            "förslag till beslut",
            "decision_points",
            Many(PROSE_VALUE, least=1),
            "en punkt per beslut, i Markdown",
            must=True,
        ),
        Field("avsnitt", "sections", Many(SECTION, least=1), "beslutets avsnitt, i ordning", must=True),
        Field(
            "undertecknare",
            "signatories",
            Many(named("en undertecknare", Signatory, ("namn", "name"), ("titel", "title")), least=1),
            "de som skriver under",
            must=True,
        ),
        Field("beslutet skickas till", "recipients", Many(RECIPIENT), "de som får beslutet"),
        Field("bilaga", "appendix", APPENDIX, "rapporten som är bilaga", must=True),
        Field("arkiv", "archival", FACTS, "klassificering och bevarande, för ärendesystemet och arkivet"),
    ),
)
