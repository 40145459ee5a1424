"""The fields of ``arkiv`` in arende.yaml and profil.yaml: what the case system and the archive ask for."""

from __future__ import annotations

from pipeline.ingest.bind.records import Field, Record
from pipeline.ingest.bind.scalars import TEXT, Choice, SourcedReader, Word
from pipeline.model.archival import ArchivalFacts, ArchivalProfile, Preservation

_CODE = SourcedReader(Word(r"[A-Za-z]+:\S+|[0-9]{6}-?[0-9]{4}", "ett organisationsnummer, eller en kod som VAT:SE…"))

FACTS = Record(
    "uppgifterna för arkivet",
    ArchivalFacts,
    (
        Field("klassificering", "classification", TEXT, "klassificeringskod ur kommunens plan, som 1.4.2"),
        Field("klassificering i ord", "classification_name", TEXT, "det koden betyder"),
        Field("bevarande", "preservation", SourcedReader(Choice(Preservation)), "bevaras eller gallras"),
        Field("gallras efter", "weeded_after", TEXT, "gallringsfrist, som 10 år"),
        Field("lagrum", "legal_ground", TEXT, "lagrum för sekretess, som OSL 21 kap. 1 §; bara där sekretess gäller"),
    ),
    origin="",
)
TRANSFER = Record(
    "uppgifterna för arkivet",
    ArchivalProfile,
    (
        Field("arkivbildare", "creator", TEXT, "den som handlingarna är gjorda av; annars nämnden"),
        Field("arkivbildarens nummer", "creator_code", _CODE, "arkivbildarens organisationsnummer"),
        Field("levererande organisation", "submitter", TEXT, "den som lämnar till arkivet; annars kommunen"),
        Field("levererande organisations nummer", "submitter_code", _CODE, "dess organisationsnummer"),
        Field("kontaktperson", "contact", TEXT, "den som arkivet frågar; annars ärendets handläggare"),
        Field("mottagande arkiv", "receiver", TEXT, "arkivet som tar emot"),
        Field("leveransöverenskommelse", "agreement", TEXT, "överenskommelsens beteckning"),
        Field("beslutets handlingstyp", "decision_type", TEXT, "som Tjänsteskrivelse; annars ordet beslut"),
        Field("bilagans handlingstyp", "appendix_type", TEXT, "som Delårsrapport; annars ordet bilaga"),
        Field("förval", "facts", FACTS, "uppgifter för ärenden som inte har egna"),
    ),
    origin="",
)
