"""``arende.json``: what the case system asks for when the papers are registered, under Swedish keys.

The keys stand in the order of the form, and what nobody has said is said to be so: ``inte angivet``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pipeline.archive.checksums import digest_of
from pipeline.archive.formats import format_of
from pipeline.archive.material import DECISION, Material, Paper
from pipeline.model.archival import Preservation
from pipeline.model.origin import Sourced

FILE_NAME = "arende.json"
NOT_SAID = "inte angivet"


def case_record(material: Material) -> dict[str, Any]:
    """Return what is said of the case, of each paper and of each of its files."""
    case, period = material.case, material.case.report.period
    return {
        "diarienummer": case.case_number.value,
        "ärendemening": case.title.value,
        "kommun": material.profile.municipality.value,
        "nämnd": case.board.value,
        "förvaltning": case.unit.value,
        "handläggare": said(case.handler),
        "datum": case.document_date.value.isoformat(),
        "sammanträde": case.meeting.value.isoformat() if case.meeting else NOT_SAID,
        "period": {"från": period.start.value.isoformat(), "till": period.end.value.isoformat()},
        "språk": material.profile.language.value,
        **_archival(material),
        "handlingar": [_paper(paper, material) for paper in material.papers],
    }


def said(value: Sourced[str] | None) -> str:
    """Return a text, or that it was not said."""
    return value.value if value else NOT_SAID


def as_json(record: Mapping[str, Any]) -> bytes:
    """Return a record as the bytes of its file."""
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _archival(material: Material) -> dict[str, Any]:
    facts, secrecy = material.facts, material.case.secrecy
    kept = facts.preservation.value.value if facts.preservation else NOT_SAID
    weeded = facts.preservation is not None and facts.preservation.value is Preservation.WEEDED
    return {
        "sekretess": {"uppgift": said(secrecy), "lagrum": said(facts.legal_ground)},
        "klassificering": {"kod": said(facts.classification), "i ord": said(facts.classification_name)},
        "bevarande": {"bevaras eller gallras": kept, **({"gallras efter": said(facts.weeded_after)} if weeded else {})},
    }


def _paper(paper: Paper, material: Material) -> dict[str, Any]:
    case, number = material.case, material.number_of(paper)
    signed = case.signatories if paper.kind == DECISION else ()
    return {
        "handlingstyp": material.type_of(paper),
        "titel": material.title_of(paper),
        "bilaga": number if number is not None else "nej",
        "datum": case.document_date.value.isoformat(),
        "språk": material.profile.language.value,
        "undertecknare": [{"namn": one.name.value, "titel": one.title.value} for one in signed],
        "filer": [_file(name, data, material) for name, data in sorted(paper.files.items())],
    }


def _file(name: str, data: bytes, material: Material) -> dict[str, Any]:
    kind, seal = format_of(name), material.seals.get(name)
    facts = {"av": seal.by, "nivå": seal.level, "tidpunkt": seal.at} if seal else {}
    return {
        "fil": name,
        "format": kind.name,
        "PRONOM": kind.key or NOT_SAID,
        "mediatyp": kind.media_type,
        "storlek i byte": len(data),
        "SHA-256": digest_of(data),
        **({"elektronisk stämpel": facts} if facts else {}),
    }
