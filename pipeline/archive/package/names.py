"""Names in a package: namespaces, identifiers that follow from the contents, and paths that every system can carry."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from lxml import etree

from pipeline.archive.checksums import digest_of
from pipeline.archive.naming import ascii_name

METS = "http://www.loc.gov/METS/"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS"
XLINK = "http://www.w3.org/1999/xlink"
PREMIS = "http://www.loc.gov/premis/v3"
ERMS = "https://DILCIS.eu/XML/ERMS"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://kansli/e-arkiv")


def identity(*parts: str) -> str:
    """Return the UUID (version 5) that follows from ``parts``: the same parts, the same UUID."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(parts)))


def contents_digest(files: Mapping[str, bytes]) -> str:
    """Return one digest for a set of files, by name and content."""
    listed = "".join(f"{digest_of(data)} {name}\n" for name, data in sorted(files.items()))
    return hashlib.sha256(listed.encode()).hexdigest()


def xml_id(*parts: str) -> str:
    """Return an id for XML, which begins with a letter."""
    return f"id-{identity(*parts)}"


def physical(names: Iterable[str]) -> dict[str, str]:
    """Return a path in ASCII for each name, ``/`` between folders; names that fall together are numbered."""
    taken: set[str] = set()
    found = {}
    for name in sorted(names):
        path = "/".join(ascii_name(part) for part in PurePosixPath(name).parts)
        found[name] = _free(path, taken)
        taken.add(found[name].casefold())
    return found


def _free(path: str, taken: set[str]) -> str:
    pure, number = PurePosixPath(path), 1
    while path.casefold() in taken:
        number += 1
        path = str(pure.with_name(f"{pure.stem}-{number}{pure.suffix}"))
    return path


def tagged(namespace: str, name: str) -> str:
    """Return a name in Clark notation."""
    return f"{{{namespace}}}{name}"


def serialised(root: etree._Element) -> bytes:
    """Return a tree as the bytes of its file: UTF-8, indented, ending in a newline."""
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
