"""A package held against its schemas, the profiles of E-ARK, and its own list of files and checksums."""

from __future__ import annotations

import zipfile
from collections.abc import Generator, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from lxml import etree

from pipeline.archive.checksums import digest_of
from pipeline.archive.package.names import CSIP, METS, SIP, XLINK, tagged
from pipeline.archive.package.requirements import MUST, REQUIREMENTS, Requirement
from pipeline.archive.package.schemas import parsed, schema_faults
from pipeline.errors import DAMAGED_ARCHIVE
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import TextOrigin

METS_FILE = "METS.xml"
MOST_BYTES = 4 * 2**30
MOST_FILES = 100_000
_SPACES = {"mets": METS, "csip": CSIP, "sip": SIP, "xlink": XLINK}
_REFERENCES = (tagged(METS, "mdRef"), tagged(METS, "file"))


def check_package(data: bytes, name: str) -> Iterator[Finding]:
    """Yield a finding for each thing in a zip that is not as a package must be; ``name`` is the zip's own."""
    try:
        folder, files = opened(data)
    except DAMAGED_ARCHIVE as error:
        yield finding("ARK125", f"{name} går inte att öppna som arkivpaket ({error})", TextOrigin(name))
        return
    yield from check_files(files, name, folder)


def check_files(files: Mapping[str, bytes], name: str, folder: str) -> Iterator[Finding]:
    """Yield what is wrong in a package given by its files, with paths counted from its ``folder``."""
    for path, data in sorted(files.items()):
        if path.endswith(".xml"):
            for fault in schema_faults(data):
                yield finding("ARK120", f"{path} följer inte sitt schema: {fault}", TextOrigin(f"{name}/{path}"))
    listed: set[str] = set()
    for path in sorted(path for path in files if PurePosixPath(path).name == METS_FILE):
        yield from _metadata(path, files, name, folder)
        listed |= yield from _listed(path, files, name)
    for path in sorted(set(files) - listed - {METS_FILE}):
        yield finding("ARK124", f"{path} ligger i paketet men står inte i METS", TextOrigin(f"{name}/{path}"))
    if METS_FILE not in files:
        yield finding("ARK125", f"{name} saknar METS.xml i sin mapp", TextOrigin(name))


def opened(data: bytes) -> tuple[str, dict[str, bytes]]:
    """Return the one folder of a zip and its files, by their path in it.

    Raises ValueError for a zip that has another form, holds too much or leads out of its folder, and zipfile.BadZipFile
    for what is no zip.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise ValueError("det rymmer mer än vad som tas emot")
        names = [entry.filename for entry in entries]
        folders = {PurePosixPath(name).parts[0] for name in names}
        if len(folders) != 1 or any(_leads_out(name) for name in names) or len(names) > len(set(names)):
            raise ValueError("det är inte en enda mapp med filer av olika namn")
        (folder,) = folders
        return folder, {entry.filename[len(folder) + 1 :]: archive.read(entry) for entry in entries}


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or len(path.parts) < 2


def _metadata(path: str, files: Mapping[str, bytes], name: str, folder: str) -> Iterator[Finding]:
    """Yield a finding for each requirement of the profiles that a METS file does not meet."""
    root = _root(files[path])
    if root is None:
        return
    place = TextOrigin(f"{name}/{path}")
    for requirement in REQUIREMENTS:
        if requirement.only_package and path != METS_FILE:
            continue
        if not _holds(requirement, root):
            code = "ARK121" if requirement.level == MUST else "ARK122"
            yield finding(code, f"{path} uppfyller inte {requirement.id}: {requirement.test}", place)
    wanted = folder if path == METS_FILE else PurePosixPath(path).parent.name
    if root.get("OBJID") != wanted:
        yield finding("ARK121", f"{path} uppfyller inte CSIP1: OBJID är inte mappens namn, {wanted}", place)


@cache
def _question(text: str) -> etree.XPath:
    return etree.XPath(text, namespaces=_SPACES)


def _holds(requirement: Requirement, root: etree._Element) -> bool:
    nodes: Any = _question(requirement.context)(root)
    test = _question(f"boolean({requirement.test})")
    return all(test(node) for node in nodes)


def _root(data: bytes) -> etree._Element | None:
    try:
        return parsed(data)
    except etree.XMLSyntaxError:
        return None  # told by the schemas


def _listed(path: str, files: Mapping[str, bytes], name: str) -> Generator[Finding, None, set[str]]:
    """Yield a finding for each file that is not as a METS file says; return the paths that it names."""
    root = _root(files[path])
    listed: set[str] = set()
    for node in root.iter(*_REFERENCES) if root is not None else ():
        link = node if node.tag == _REFERENCES[0] else node.find(tagged(METS, "FLocat"))
        href = unquote(link.get(tagged(XLINK, "href"), "")) if link is not None else ""
        target = str(PurePosixPath(path).parent / href)
        listed.add(target)
        fault = _fault(node, files.get(target))
        if fault:
            yield finding("ARK123", f"{target} {fault} enligt {path}", TextOrigin(f"{name}/{target}"))
    return listed


def _fault(node: etree._Element, data: bytes | None) -> str:
    if data is None:
        return "saknas i paketet men ska finnas"
    if node.get("SIZE") != str(len(data)):
        return f"är {len(data)} byte men ska vara {node.get('SIZE')}"
    wanted = node.get("CHECKSUM", "").lower()
    if node.get("CHECKSUMTYPE") != "SHA-256" or wanted != digest_of(data):
        return "har en annan kontrollsumma än den ska ha"
    return ""
