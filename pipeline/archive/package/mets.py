"""METS, as CSIP 2.1.0 and SIP 2.1.0 want it: one file for the whole package and one for each representation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from pipeline import __version__
from pipeline.archive.formats import REGISTRY
from pipeline.archive.material import Material
from pipeline.archive.package.names import CSIP, METS, SIP, XLINK, XSI, serialised, tagged, xml_id
from pipeline.archive.package.parts import PackedFile
from pipeline.archive.package.writing import Writer, clean
from pipeline.model.origin import Sourced

PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
CONTENT_CATEGORY = "Textual works – Digital"
# The vocabulary of 2024 has a value of its own for version 3 of CITS ERMS, but the validators in use refuse it.
CONTENT_TYPE = "citserms_v3_0"
_PREFIXES = {"mets": METS, "csip": CSIP, "sip": SIP, "xlink": XLINK, "xsi": XSI}
_LOCATIONS = (
    f"{METS} http://www.loc.gov/standards/mets/mets.xsd "
    f"{XLINK} http://www.loc.gov/standards/mets/xlink.xsd "
    f"{CSIP} https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd "
    f"{SIP} https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd"
)
_WRITE = Writer(METS)


@dataclass(frozen=True)
class Metadata:
    """A file of metadata: ``standard`` is METS's own word for what it follows, or ``OTHER:`` and the name."""

    file: PackedFile
    standard: str
    version: str

    @property
    def id(self) -> str:
        """Return the id of the section that points at the file."""
        return xml_id("metadata", self.file.path, self.file.digest)


@dataclass(frozen=True)
class Group:
    """A group of files: ``use`` is its folder as CSIP words it; ``mets`` the METS file it stands for, if any."""

    use: str
    files: tuple[PackedFile, ...]
    mets: str = ""
    label: str = ""

    @property
    def id(self) -> str:
        """Return the group's id."""
        return xml_id("grupp", self.use, *(file.digest for file in self.files))


@dataclass(frozen=True)
class Listing:
    """What one METS file lists."""

    id: str
    label: str
    created: str
    descriptive: tuple[Metadata, ...]
    preservation: tuple[Metadata, ...]
    groups: tuple[Group, ...]


def mets_of(listing: Listing, material: Material) -> bytes:
    """Return the METS file of a listing."""
    root = _WRITE.root("mets", _PREFIXES)
    root.set("OBJID", listing.id)
    root.set("LABEL", clean(listing.label))
    root.set("TYPE", CONTENT_CATEGORY)
    root.set("PROFILE", PROFILE)
    _content_type(root)
    root.set(tagged(XSI, "schemaLocation"), _LOCATIONS)
    _header(root, listing, material)
    for section in listing.descriptive:
        made = _WRITE.add(root, "dmdSec", ID=section.id, CREATED=listing.created, STATUS="CURRENT")
        _reference(made, section, listing.created)
    if listing.preservation:
        holder = _WRITE.add(root, "amdSec")
        for section in listing.preservation:
            made = _WRITE.add(holder, "digiprovMD", ID=section.id, CREATED=listing.created, STATUS="CURRENT")
            _reference(made, section, listing.created)
    _files(root, listing)
    _structure(root, listing)
    return serialised(root)


def _content_type(element: etree._Element) -> None:
    element.set(tagged(CSIP, "CONTENTINFORMATIONTYPE"), "OTHER")
    element.set(tagged(CSIP, "OTHERCONTENTINFORMATIONTYPE"), CONTENT_TYPE)


def _header(root: etree._Element, listing: Listing, material: Material) -> None:
    header = _WRITE.add(root, "metsHdr", CREATEDATE=listing.created, LASTMODDATE=listing.created, RECORDSTATUS="NEW")
    header.set(tagged(CSIP, "OAISPACKAGETYPE"), "SIP")
    case, own = material.case, material.profile.archival
    software = _WRITE.add(header, "agent", ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE")
    _named(software, "kansli", __version__, "SOFTWARE VERSION")
    archivist = _WRITE.add(header, "agent", ROLE="ARCHIVIST", TYPE="ORGANIZATION")
    _named(archivist, (own.creator or case.board).value, _code(own.creator_code))
    submitter = _WRITE.add(header, "agent", ROLE="CREATOR", TYPE="ORGANIZATION")
    _named(submitter, (own.submitter or material.profile.municipality).value, _code(own.submitter_code))
    if own.contact:
        _named(_WRITE.add(header, "agent", ROLE="CREATOR", TYPE="INDIVIDUAL"), own.contact.value, "")
    if own.receiver:
        _named(_WRITE.add(header, "agent", ROLE="PRESERVATION", TYPE="ORGANIZATION"), own.receiver.value, "")
    if own.agreement:
        _WRITE.add(header, "altRecordID", own.agreement.value, TYPE="SUBMISSIONAGREEMENT")


def _code(code: Sourced[str] | None) -> str:
    """Return an organisation's number with its kind in front, as the profile's examples have it."""
    if code is None:
        return ""
    return code.value if ":" in code.value else f"ORG:{code.value}"


def _named(agent: etree._Element, name: str, note: str, kind: str = "IDENTIFICATIONCODE") -> None:
    _WRITE.add(agent, "name", name)
    if note:
        _WRITE.add(agent, "note", note).set(tagged(CSIP, "NOTETYPE"), kind)


def _reference(parent: etree._Element, section: Metadata, created: str) -> None:
    standard, _, other = section.standard.partition(":")
    made = _WRITE.add(parent, "mdRef", MDTYPE=standard, MDTYPEVERSION=section.version, **_facts(section.file, created))
    if other:
        made.set("OTHERMDTYPE", other)
    _link(made, section.file.path)


def _facts(file: PackedFile, created: str) -> dict[str, str]:
    return {
        "MIMETYPE": file.format.media_type,
        "SIZE": str(len(file.data)),
        "CREATED": created,
        "CHECKSUM": file.digest,
        "CHECKSUMTYPE": "SHA-256",
    }


def _link(element: etree._Element, path: str) -> None:
    element.set("LOCTYPE", "URL")
    element.set(tagged(XLINK, "type"), "simple")
    element.set(tagged(XLINK, "href"), path)


def _files(root: etree._Element, listing: Listing) -> None:
    section = _WRITE.add(root, "fileSec", ID=xml_id("filer", listing.id))
    for group in listing.groups:
        holder = _WRITE.add(section, "fileGrp", ID=group.id, USE=group.use)
        _content_type(holder)
        for file in group.files:
            made = _WRITE.add(holder, "file", ID=file.id, **_facts(file, listing.created))
            _format(made, file)
            _link(_WRITE.add(made, "FLocat"), file.path)


def _format(element: etree._Element, file: PackedFile) -> None:
    told = file.format
    registry = REGISTRY if told.key else ""
    facts = {
        "FILEFORMATNAME": told.name,
        "FILEFORMATVERSION": told.version,
        "FORMATREGISTRY": registry,
        "FORMATREGISTRYKEY": told.key,
    }
    for name, value in facts.items():
        if value:
            element.set(tagged(SIP, name), value)


def _structure(root: etree._Element, listing: Listing) -> None:
    holder = _WRITE.add(root, "structMap", ID=xml_id("struktur", listing.id), TYPE="PHYSICAL", LABEL="CSIP")
    top = _WRITE.add(holder, "div", ID=xml_id("paket", listing.id), LABEL=listing.id)
    metadata = _WRITE.add(top, "div", ID=xml_id("metadata", listing.id), LABEL="Metadata")
    for name, sections in (("ADMID", listing.preservation), ("DMDID", listing.descriptive)):
        if sections:
            metadata.set(name, _ids(sections))
    for group in listing.groups:
        _division(top, group, listing)


def _ids(sections: Iterable[Metadata]) -> str:
    return " ".join(section.id for section in sections)


def _division(top: etree._Element, group: Group, listing: Listing) -> None:
    """Add the division of a group: a pointer to a representation's METS file, or to the group itself."""
    made = _WRITE.add(top, "div", ID=xml_id("del", listing.id, group.use), LABEL=group.label or group.use)
    if not group.mets:
        _WRITE.add(made, "fptr", FILEID=group.id)
        return
    pointer = _WRITE.add(made, "mptr")
    _link(pointer, group.mets)
    pointer.set(tagged(XLINK, "title"), group.id)
