"""PREMIS 3: what each file is, how the papers were made and what the package holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from pipeline import __version__
from pipeline.archive.formats import REGISTRY
from pipeline.archive.material import SealFacts
from pipeline.archive.package.names import PREMIS, XSI, identity, serialised, tagged
from pipeline.archive.package.parts import PackedFile, Parts, Representation
from pipeline.archive.package.writing import Writer

_WRITE = Writer(PREMIS)
_UUID = "UUID"
_AGENT = identity("program", "kansli", __version__)
_VERSION = "3.0"
_SEALING = "digital signature generation"  # https://id.loc.gov/vocabulary/preservation/eventType
_EVENT_WORDS = {
    "creation": "Word-filen gjordes av ärendets indata och kommunens mall",
    "migration": "gjord av Word-filen",
    "message digest calculation": "kontrollsummor (SHA-256) räknades ut för alla filer",
    "validation": "filen lästes tillbaka och hölls mot det som skulle skrivas (egen kontroll av PDF/A-2a och PDF/UA-1)",
    "packing": "paketet gjordes enligt FGS Paketstruktur 2.0",
}


def premis_of_package(parts: Parts) -> bytes:
    """Return the PREMIS file of the whole package: the case, its representations and the making of the package."""
    root = _root()
    whole = identity("paket", parts.id)
    entity = _object(root, "intellectualEntity", whole)
    _WRITE.add(entity, "originalName", parts.material.case.case_number.value)
    for one in parts.representations:
        _relation(entity, "structural", "includes", representation_identity(parts, one))
    for one in parts.representations:
        made = _object(root, "representation", representation_identity(parts, one))
        _WRITE.add(made, "originalName", one.folder)
        for file in one.files:
            _relation(made, "structural", "includes", file.identity)
    kinds = ("message digest calculation", "packing")
    for kind in kinds:
        _event(root, kind, parts, [whole])
    _agent(root)
    return serialised(root)


def premis_of_representation(one: Representation, parts: Parts) -> bytes:
    """Return the PREMIS file of a representation: each of its files, and the events that made them."""
    root = _root()
    events: list[tuple[str, str]] = []
    for file in one.files:
        _file(root, file, parts, events)
    for kind in _EVENT_WORDS:
        about = [identified for event, identified in events if event == kind]
        if about:
            _event(root, kind, parts, about)
    for file in one.files:
        seal = parts.material.seals.get(file.original)
        if seal is not None:
            _sealing(root, file, seal, parts)
    _agent(root)
    return serialised(root)


def representation_identity(parts: Parts, one: Representation) -> str:
    """Return the UUID of a representation of this package."""
    return identity("representation", parts.id, one.name)


def _root() -> etree._Element:
    root = _WRITE.root("premis", {"premis": PREMIS, "xsi": XSI})
    root.set("version", _VERSION)
    root.set(tagged(XSI, "schemaLocation"), f"{PREMIS} http://www.loc.gov/standards/premis/premis.xsd")
    return root


def _object(root: etree._Element, kind: str, identified: str) -> etree._Element:
    made = _WRITE.add(root, "object")
    made.set(tagged(XSI, "type"), f"premis:{kind}")
    _identifier(made, "objectIdentifier", identified)
    return made


def _file(root: etree._Element, file: PackedFile, parts: Parts, events: list[tuple[str, str]]) -> None:
    made = _object(root, "file", file.identity)
    characteristics = _WRITE.add(made, "objectCharacteristics")
    fixity = _WRITE.add(characteristics, "fixity")
    _WRITE.add(fixity, "messageDigestAlgorithm", "SHA-256")
    _WRITE.add(fixity, "messageDigest", file.digest)
    _WRITE.add(fixity, "messageDigestOriginator", "kansli")
    _WRITE.add(characteristics, "size", str(len(file.data)))
    _format(characteristics, file)
    _WRITE.add(made, "originalName", file.original)
    source = _source(file, parts)
    if source is not None:
        _relation(made, "derivation", "has source", source.identity)
    for kind in _kinds(file, parts):
        events.append((kind, file.identity))
        _identifier(made, "linkingEventIdentifier", _event_identity(kind, parts, file.path.split("/", 1)[0]))
    if file.original in parts.material.seals:
        _identifier(made, "linkingEventIdentifier", _event_identity(_SEALING, parts, file.path))


def _format(parent: etree._Element, file: PackedFile) -> None:
    holder, told = _WRITE.add(parent, "format"), file.format
    designation = _WRITE.add(holder, "formatDesignation")
    _WRITE.add(designation, "formatName", told.name)
    if told.version:
        _WRITE.add(designation, "formatVersion", told.version)
    if told.key:
        registry = _WRITE.add(holder, "formatRegistry")
        _WRITE.add(registry, "formatRegistryName", REGISTRY)
        _WRITE.add(registry, "formatRegistryKey", told.key)


def _source(file: PackedFile, parts: Parts) -> PackedFile | None:
    """Return the Word file that a paper's PDF or web page was made of."""
    if file.original not in parts.material.files or file.original.endswith(".docx"):
        return None
    found = parts.find(str(PurePosixPath(file.original).with_suffix(".docx")))
    return found[1] if found else None


def _kinds(file: PackedFile, parts: Parts) -> tuple[str, ...]:
    if file.original not in parts.material.files:
        return ()
    if file.original.endswith(".docx"):
        return ("creation",)
    return ("migration", "validation") if file.original.endswith(".pdf") else ("migration",)


def _relation(parent: etree._Element, kind: str, subkind: str, identified: str) -> None:
    made = _WRITE.add(parent, "relationship")
    _WRITE.add(made, "relationshipType", kind)
    _WRITE.add(made, "relationshipSubType", subkind)
    _identifier(made, "relatedObjectIdentifier", identified)


def _identifier(parent: etree._Element, name: str, value: str) -> etree._Element:
    made = _WRITE.add(parent, name)
    _WRITE.add(made, f"{name}Type", _UUID)
    _WRITE.add(made, f"{name}Value", value)
    return made


def _event_identity(kind: str, parts: Parts, scope: str = "paket") -> str:
    return identity("händelse", kind, parts.id, scope)


def _event(root: etree._Element, kind: str, parts: Parts, about: Iterable[str]) -> None:
    scope = "paket" if kind in {"packing", "message digest calculation"} else "data"
    _told(root, _Event(kind, _event_identity(kind, parts, scope), parts.created, _EVENT_WORDS[kind]), about)


def _sealing(root: etree._Element, file: PackedFile, seal: SealFacts, parts: Parts) -> None:
    words = f"PDF-filen fick en elektronisk stämpel av {seal.by} ({seal.level})"
    _told(root, _Event(_SEALING, _event_identity(_SEALING, parts, file.path), seal.at, words), [file.identity])


@dataclass(frozen=True)
class _Event:
    """An event of PREMIS: its type, its UUID, when and what."""

    kind: str
    identified: str
    at: str
    words: str


def _told(root: etree._Element, event: _Event, about: Iterable[str]) -> None:
    made = _WRITE.add(root, "event")
    _identifier(made, "eventIdentifier", event.identified)
    _WRITE.add(made, "eventType", event.kind)
    _WRITE.add(made, "eventDateTime", event.at)
    _WRITE.add(_WRITE.add(made, "eventDetailInformation"), "eventDetail", event.words)
    _WRITE.add(_WRITE.add(made, "eventOutcomeInformation"), "eventOutcome", "success")
    agent = _identifier(made, "linkingAgentIdentifier", _AGENT)
    _WRITE.add(agent, "linkingAgentRole", "executing program")
    for identified in about:
        _identifier(made, "linkingObjectIdentifier", identified)


def _agent(root: etree._Element) -> None:
    made = _WRITE.add(root, "agent")
    _identifier(made, "agentIdentifier", _AGENT)
    _WRITE.add(made, "agentName", "kansli")
    _WRITE.add(made, "agentType", "software")
    _WRITE.add(made, "agentVersion", __version__)
