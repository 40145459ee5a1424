"""The requirements of the profiles E-ARK CSIP 2.1.0 and SIP 2.1.0, each as one question put to a METS file.

A requirement holds where its ``test`` is true of every node that its ``context`` finds; a context that finds nothing is
one that the package has no use for, such as rights metadata. What a profile says MAY is no requirement and left out;
the MUST of an element that MAY stand is asked where it stands. Vocabularies are those of the profiles.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.archive.package.vocabulary import CATEGORIES, PACKAGE_TYPES

MUST, SHOULD = "MUST", "SHOULD"


@dataclass(frozen=True)
class Requirement:
    """A requirement by the profile's own number; ``only_package`` for those of the METS file of the whole package."""

    id: str
    level: str
    context: str
    test: str
    only_package: bool = False


_ROOT = "/mets:mets"
_HEADER = f"{_ROOT}/mets:metsHdr"
_SOFTWARE = f"{_HEADER}/mets:agent[@ROLE='CREATOR'][@TYPE='OTHER'][@OTHERTYPE='SOFTWARE']"
_ARCHIVIST = f"{_HEADER}/mets:agent[@ROLE='ARCHIVIST']"
_SUBMITTER = f"{_HEADER}/mets:agent[@ROLE='CREATOR'][@TYPE='ORGANIZATION' or @TYPE='INDIVIDUAL']"
_PRESERVER = f"{_HEADER}/mets:agent[@ROLE='PRESERVATION']"
_DESCRIPTIVE = f"{_ROOT}/mets:dmdSec"
_PROVENANCE = f"{_ROOT}/mets:amdSec/mets:digiprovMD"
_RIGHTS = f"{_ROOT}/mets:amdSec/mets:rightsMD"
_FILES = f"{_ROOT}/mets:fileSec"
_GROUP = f"{_FILES}/mets:fileGrp"
_FILE = f"{_GROUP}/mets:file"
_MAP = f"{_ROOT}/mets:structMap[@LABEL='CSIP']"
_TOP = f"{_MAP}/mets:div"
_CURRENT = "@STATUS = 'CURRENT' or @STATUS = 'SUPERSEDED'"
_CODE = "not(mets:note) or mets:note/@csip:NOTETYPE = 'IDENTIFICATIONCODE'"


def _one_of(attribute: str, words: tuple[str, ...]) -> str:
    return " or ".join(f"{attribute} = '{word}'" for word in words)


def _named(numbers: range, context: str) -> tuple[Requirement, ...]:
    """Return the thirteen requirements that CSIP puts on each kind of metadata, in its order from ``@ID`` on."""
    link = f"{context}/mets:mdRef"
    rows = (
        (SHOULD, context, _CURRENT),
        (SHOULD, context, "count(mets:mdRef) = 1"),
        (MUST, link, "@LOCTYPE = 'URL'"),
        (MUST, link, "@xlink:type = 'simple'"),
        (MUST, link, "string(@xlink:href)"),
        (MUST, link, "string(@MDTYPE)"),
        (MUST, link, "string(@MIMETYPE)"),
        (MUST, link, "string(@SIZE)"),
        (MUST, link, "string(@CREATED)"),
        (MUST, link, "string(@CHECKSUM)"),
        (MUST, link, "string(@CHECKSUMTYPE)"),
    )
    return tuple(Requirement(f"CSIP{n}", *row) for n, row in zip(numbers, rows, strict=True))


_ROOT_AND_HEADER = (
    Requirement("CSIP1", MUST, _ROOT, "string(@OBJID)"),
    Requirement("CSIP2", MUST, _ROOT, _one_of("@TYPE", CATEGORIES)),
    Requirement("CSIP3", SHOULD, f"{_ROOT}[@TYPE='OTHER']", "string(@csip:OTHERTYPE)"),
    Requirement("CSIP4", SHOULD, _ROOT, "string(@csip:CONTENTINFORMATIONTYPE)"),
    Requirement(
        "CSIP5", MUST, f"{_ROOT}[@csip:CONTENTINFORMATIONTYPE='OTHER']", "string(@csip:OTHERCONTENTINFORMATIONTYPE)"
    ),
    Requirement("CSIP6", MUST, _ROOT, "string(@PROFILE)"),
    Requirement("CSIP117", MUST, _ROOT, "count(mets:metsHdr) = 1"),
    Requirement("CSIP7", MUST, _HEADER, "string(@CREATEDATE)"),
    Requirement("CSIP8", SHOULD, _HEADER, "string(@LASTMODDATE)"),
    Requirement("CSIP9", MUST, _HEADER, _one_of("@csip:OAISPACKAGETYPE", PACKAGE_TYPES)),
    Requirement("CSIP10", MUST, _HEADER, "count(mets:agent) >= 1"),
    Requirement("CSIP11", MUST, _HEADER, "count(mets:agent[@ROLE='CREATOR']) >= 1"),
    Requirement("CSIP12", MUST, _HEADER, "count(mets:agent[@ROLE='CREATOR'][@TYPE='OTHER']) = 1"),
    Requirement(
        "CSIP13", MUST, _HEADER, "count(mets:agent[@ROLE='CREATOR'][@TYPE='OTHER'][@OTHERTYPE='SOFTWARE']) = 1"
    ),
    Requirement("CSIP14", MUST, _SOFTWARE, "count(mets:name) = 1 and string(mets:name)"),
    Requirement("CSIP15", MUST, _SOFTWARE, "count(mets:note) = 1 and string(mets:note)"),
    Requirement("CSIP16", MUST, _SOFTWARE, "mets:note/@csip:NOTETYPE = 'SOFTWARE VERSION'"),
)
_METADATA = (
    Requirement("CSIP17", SHOULD, _ROOT, "count(mets:dmdSec) >= 1", only_package=True),
    Requirement("CSIP18", MUST, _DESCRIPTIVE, "string(@ID)"),
    Requirement("CSIP19", MUST, _DESCRIPTIVE, "string(@CREATED)"),
    *_named(range(20, 31), _DESCRIPTIVE),
    Requirement("CSIP31", SHOULD, _ROOT, "count(mets:amdSec) = 1"),
    Requirement("CSIP32", SHOULD, f"{_ROOT}/mets:amdSec", "count(mets:digiprovMD) >= 1"),
    Requirement("CSIP33", MUST, _PROVENANCE, "string(@ID)"),
    *_named(range(34, 45), _PROVENANCE),
    Requirement("CSIP46", MUST, _RIGHTS, "string(@ID)"),
    *_named(range(47, 58), _RIGHTS),
)
_FILE_SECTION = (
    Requirement("CSIP58", SHOULD, _ROOT, "count(mets:fileSec) = 1"),
    Requirement("CSIP59", MUST, _FILES, "string(@ID)"),
    Requirement("CSIP60", MUST, _FILES, "count(mets:fileGrp[@USE='Documentation']) >= 1", only_package=True),
    Requirement("CSIP113", MUST, _FILES, "count(mets:fileGrp[@USE='Schemas']) >= 1", only_package=True),
    Requirement("CSIP114", MUST, _FILES, "count(mets:fileGrp[starts-with(@USE, 'Representations')]) >= 1"),
    Requirement(
        "CSIP62", SHOULD, f"{_GROUP}[starts-with(@USE, 'Representations')]", "string(@csip:CONTENTINFORMATIONTYPE)"
    ),
    Requirement(
        "CSIP63", MUST, f"{_GROUP}[@csip:CONTENTINFORMATIONTYPE='OTHER']", "string(@csip:OTHERCONTENTINFORMATIONTYPE)"
    ),
    Requirement("CSIP64", MUST, _GROUP, "string(@USE)"),
    Requirement("CSIP65", MUST, _GROUP, "string(@ID)"),
    Requirement("CSIP66", MUST, _GROUP, "count(mets:file) >= 1"),
    Requirement("CSIP67", MUST, _FILE, "string(@ID)"),
    Requirement("CSIP68", MUST, _FILE, "contains(@MIMETYPE, '/')"),
    Requirement("CSIP69", MUST, _FILE, "string(@SIZE)"),
    Requirement("CSIP70", MUST, _FILE, "string(@CREATED)"),
    Requirement("CSIP71", MUST, _FILE, "string(@CHECKSUM)"),
    Requirement("CSIP72", MUST, _FILE, "string(@CHECKSUMTYPE)"),
    Requirement("CSIP76", MUST, _FILE, "count(mets:FLocat) = 1"),
    Requirement("CSIP77", MUST, f"{_FILE}/mets:FLocat", "@LOCTYPE = 'URL'"),
    Requirement("CSIP78", MUST, f"{_FILE}/mets:FLocat", "@xlink:type = 'simple'"),
    Requirement("CSIP79", MUST, f"{_FILE}/mets:FLocat", "string(@xlink:href)"),
)


def _division(label: str, *numbers: str) -> tuple[Requirement, ...]:
    """Return the requirements on a division that points at groups of files: it is there, its id, its pointers."""
    place = f"{_TOP}/mets:div[@LABEL='{label}']"
    used = f"{_TOP}[{_GROUP}[@USE='{label}']]"
    there, identified, one, pointers, target = numbers
    return (
        Requirement(there, SHOULD, used, f"count(mets:div[@LABEL='{label}']) = 1"),
        Requirement(identified, MUST, place, "string(@ID)"),
        Requirement(one, MUST, _TOP, f"count(mets:div[@LABEL='{label}']) <= 1"),
        Requirement(pointers, MUST, place, "count(mets:fptr) >= 1"),
        Requirement(target, MUST, f"{place}/mets:fptr", f"@FILEID = {_GROUP}/@ID"),
    )


_REPRESENTATION = f"{_TOP}/mets:div[starts-with(@LABEL, 'Representations/')]"
_STRUCTURE = (
    Requirement("CSIP80", MUST, _ROOT, "count(mets:structMap) >= 1"),
    Requirement("CSIP81", MUST, _MAP, "@TYPE = 'PHYSICAL'"),
    Requirement("CSIP82", MUST, _ROOT, "count(mets:structMap[@LABEL='CSIP']) = 1"),
    Requirement("CSIP83", MUST, _MAP, "string(@ID)"),
    Requirement("CSIP84", MUST, _MAP, "count(mets:div) = 1"),
    Requirement("CSIP85", MUST, _TOP, "string(@ID)"),
    Requirement("CSIP88", MUST, _TOP, "count(mets:div[@LABEL='Metadata']) = 1"),
    Requirement("CSIP89", MUST, f"{_TOP}/mets:div[@LABEL='Metadata']", "string(@ID)"),
    Requirement("CSIP90", MUST, f"{_TOP}/mets:div[@ADMID or @DMDID]", "@LABEL = 'Metadata'"),
    Requirement("CSIP91", SHOULD, f"{_TOP}[/mets:mets/mets:amdSec/*]/mets:div[@LABEL='Metadata']", "string(@ADMID)"),
    Requirement("CSIP92", SHOULD, f"{_TOP}[/mets:mets/mets:dmdSec]/mets:div[@LABEL='Metadata']", "string(@DMDID)"),
    *_division("Documentation", "CSIP93", "CSIP94", "CSIP95", "CSIP96", "CSIP116"),
    *_division("Schemas", "CSIP97", "CSIP98", "CSIP99", "CSIP100", "CSIP118"),
    *_division("Representations", "CSIP101", "CSIP102", "CSIP103", "CSIP104", "CSIP119"),
    Requirement("CSIP105", SHOULD, _TOP, f"count({_REPRESENTATION}) >= 1", only_package=True),
    Requirement("CSIP106", MUST, _REPRESENTATION, "string(@ID)"),
    Requirement("CSIP107", MUST, f"{_TOP}/mets:div[mets:mptr]", "starts-with(@LABEL, 'Representations')"),
    Requirement("CSIP108", MUST, f"{_REPRESENTATION}/mets:mptr", f"@xlink:title = {_GROUP}/@ID"),
    Requirement("CSIP109", MUST, _REPRESENTATION, "count(mets:mptr) = 1"),
    Requirement("CSIP110", MUST, f"{_REPRESENTATION}/mets:mptr", "string(@xlink:href)"),
    Requirement("CSIP111", MUST, f"{_REPRESENTATION}/mets:mptr", "@xlink:type = 'simple'"),
    Requirement("CSIP112", MUST, f"{_REPRESENTATION}/mets:mptr", "@LOCTYPE = 'URL'"),
)
_SUBMISSION = (
    Requirement("SIP2", MUST, _ROOT, "@PROFILE = 'https://earksip.dilcis.eu/profile/E-ARK-SIP.xml'"),
    Requirement("SIP4", MUST, _HEADER, "@csip:OAISPACKAGETYPE = 'SIP'"),
    Requirement("SIP10", MUST, f"{_HEADER}/mets:agent", "string(@ROLE)"),
    Requirement("SIP11", MUST, _ARCHIVIST, "@TYPE = 'ORGANIZATION' or @TYPE = 'INDIVIDUAL'"),
    Requirement("SIP14", MUST, _ARCHIVIST, _CODE),
    Requirement("SIP15", MUST, _HEADER, f"count({_SUBMITTER}) >= 1"),
    Requirement("SIP16", MUST, _SUBMITTER, "string(@ROLE)"),
    Requirement("SIP17", MUST, _SUBMITTER, "@TYPE = 'ORGANIZATION' or @TYPE = 'INDIVIDUAL'"),
    Requirement("SIP20", MUST, f"{_SUBMITTER}[@TYPE='ORGANIZATION']", _CODE),
    Requirement("SIP24", MUST, f"{_SUBMITTER}[@TYPE='INDIVIDUAL']", "string(mets:name)"),
    Requirement("SIP27", MUST, _PRESERVER, "string(mets:name)"),
    Requirement("SIP28", MUST, _PRESERVER, "@TYPE = 'ORGANIZATION'"),
    Requirement("SIP31", MUST, _PRESERVER, _CODE),
)
REQUIREMENTS = (*_ROOT_AND_HEADER, *_METADATA, *_FILE_SECTION, *_STRUCTURE, *_SUBMISSION)
