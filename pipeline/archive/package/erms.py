"""CITS ERMS 3.0.1, which FGS Ärendehantering 2.0 is: a case with its papers and their files."""

from __future__ import annotations

from lxml import etree

from pipeline.archive.material import DECISION, Material, Paper
from pipeline.archive.package.names import ERMS, XSI, identity, serialised, tagged
from pipeline.archive.package.parts import Parts
from pipeline.archive.package.writing import Writer
from pipeline.model.archival import Preservation

_WRITE = Writer(ERMS)


def erms_of(parts: Parts) -> bytes:
    """Return the description of a case and its papers."""
    root = _WRITE.root("erms", {"erms": ERMS, "xsi": XSI})
    root.set(tagged(XSI, "schemaLocation"), f"{ERMS} https://citserms.dilcis.eu/schema/ERMS.xsd")
    _control(root, parts)
    aggregation = _WRITE.add(
        _WRITE.add(root, "aggregations"),
        "aggregation",
        systemIdentifier=identity("ärende", parts.material.case.case_number.value),
        aggregationType="caseFile",
    )
    _case(aggregation, parts)
    for number, paper in enumerate(parts.material.papers, start=1):
        _record(aggregation, number, paper, parts)
    return serialised(root)


def _control(root: etree._Element, parts: Parts) -> None:
    control = _WRITE.add(root, "control")
    _WRITE.add(control, "identification", parts.id, identificationType="paketets namn")
    information = _WRITE.add(control, "maintenanceInformation")
    _WRITE.add(information, "maintenanceStatus", value="new")
    agency = _WRITE.add(information, "maintenanceAgency")
    _WRITE.add(agency, "agencyName", parts.material.profile.municipality.value)
    event = _WRITE.add(_WRITE.add(information, "maintenanceHistory"), "maintenanceEvent")
    _WRITE.add(event, "eventType", value="created")
    _WRITE.add(event, "eventDateTime", parts.created)
    _agent(event, "creator", "kansli", role="program")


def _case(aggregation: etree._Element, parts: Parts) -> None:
    material = parts.material
    case, facts = material.case, material.facts
    _WRITE.add(aggregation, "objectId", case.case_number.value)
    if facts.classification:
        words = facts.classification_name.value if facts.classification_name else ""
        _WRITE.add(aggregation, "classification", words, classificationCode=facts.classification.value)
    _WRITE.add(aggregation, "title", case.title.value)
    _WRITE.add(aggregation, "status", value="prepared")
    if facts.legal_ground:
        restriction = _WRITE.add(aggregation, "restriction", restrictionType="confidential")
        if case.secrecy:
            _WRITE.add(restriction, "explanatoryText", case.secrecy.value)
        _WRITE.add(restriction, "regulation", facts.legal_ground.value)
    _disposal(aggregation, parts)
    _parties(aggregation, material)
    dates = _WRITE.add(aggregation, "dates")
    _date(dates, parts.created, "created")
    if case.meeting:
        _date(dates, f"{case.meeting.value.isoformat()}T00:00:00+00:00", "other", "sammanträde")
    if case.secrecy and not facts.legal_ground:
        _WRITE.add(_WRITE.add(aggregation, "notes"), "note", case.secrecy.value, noteType="sekretess")


def _parties(aggregation: etree._Element, material: Material) -> None:
    case, agents = material.case, _WRITE.add(aggregation, "agents")
    _agent(agents, "owner", case.board.value, organisation=material.profile.municipality.value)
    if case.handler:
        _agent(agents, "responsible_person", case.handler.value, unit=case.unit.value)
    for recipient in case.recipients:
        role = recipient.purpose.value if recipient.purpose else ""
        _agent(agents, "recipient", recipient.name.value, role=role)


def _disposal(aggregation: etree._Element, parts: Parts) -> None:
    """Say whether the case is kept; ERMS wants a date, and the papers' own is the only one there is."""
    facts = parts.material.facts
    if facts.preservation is None:
        return
    weeded = facts.preservation.value is Preservation.WEEDED
    disposal = _WRITE.add(aggregation, "disposal", disposable="true" if weeded else "false")
    _WRITE.add(disposal, "disposalAction", facts.preservation.value.value)
    if weeded and facts.weeded_after:
        _WRITE.add(disposal, "disposalPeriod", facts.weeded_after.value)
    date = _WRITE.add(_WRITE.add(disposal, "dates"), "disposalDate", parts.created, dateType="other_date")
    date.set("otherDisposalDateType", "handlingarnas datum")


def _record(aggregation: etree._Element, number: int, paper: Paper, parts: Parts) -> None:
    material = parts.material
    case, stem = material.case, sorted(paper.files)[0].rpartition(".")[0]
    record = _WRITE.add(
        aggregation,
        "record",
        systemIdentifier=identity("handling", case.case_number.value, stem),
        recordType=material.type_of(paper),
        recordPhysicalOrDigital="digital",
    )
    _WRITE.add(record, "objectId", stem)
    _WRITE.add(record, "title", material.title_of(paper))
    _WRITE.add(record, "status", value="prepared")
    _WRITE.add(record, "runningNumber", str(number))
    direction = _WRITE.add(record, "direction", directionDefinition="other")
    direction.set("otherDirectionDefinition", "upprättad")
    agents = _WRITE.add(record, "agents")
    _agent(agents, "creator", case.unit.value, organisation=material.profile.municipality.value)
    for one in case.signatories if paper.kind == DECISION else ():
        _agent(agents, "main_signatory", one.name.value, role=one.title.value)
    _WRITE.add(record, "description", _description(paper, material))
    _date(_WRITE.add(record, "dates"), parts.created, "created")
    _files(record, paper, parts)


def _description(paper: Paper, material: Material) -> str:
    number = material.number_of(paper)
    place = f", bilaga {number}" if number is not None else ""
    return f"{material.type_of(paper)}{place} i ärende {material.case.case_number.value}"


def _files(record: etree._Element, paper: Paper, parts: Parts) -> None:
    holder = _WRITE.add(record, "additionalInformation")
    for name in sorted(paper.files):
        found = parts.find(name)
        if found is not None:
            place, file = found
            path = f"{place.folder}/{file.path}"
            kind = f"{file.format.name} ({file.format.key})" if file.format.key else file.format.name
            _WRITE.add(holder, "appendix", name=name, description=place.label, fileFormat=kind, path=path)


def _agent(parent: etree._Element, kind: str, name: str, *, organisation: str = "", **facts: str) -> None:
    made = _WRITE.add(parent, "agent", agentType=kind)
    _WRITE.add(made, "name", name)
    for element, text in (
        ("organisation", organisation),
        ("unitName", facts.get("unit", "")),
        ("role", facts.get("role", "")),
    ):
        if text:
            _WRITE.add(made, element, text)


def _date(parent: etree._Element, value: str, kind: str, other: str = "") -> None:
    made = _WRITE.add(parent, "date", value, dateType=kind)
    if other:
        made.set("otherDateType", other)
