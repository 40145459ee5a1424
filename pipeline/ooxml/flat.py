"""Flat OPC: a package in one XML file, as Word saves it with "Word XML Document" ([MS-OFFDI], pkg:package)."""

from __future__ import annotations

import base64
import binascii
import zipfile
from io import BytesIO

from lxml import etree

_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
_SEARCHED = 2_000


def is_flat(data: bytes) -> bool:
    """Return whether the bytes begin as a package in one XML file does."""
    return _PACKAGE.encode() in data[:_SEARCHED].replace(b"\0", b"")


def as_archive(root: etree._Element) -> bytes:
    """Return the same package as a zip archive, whose entries are not packed; the root is a ``pkg:package``."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for part in root.iterchildren(f"{{{_PACKAGE}}}part"):
            name = part.get(f"{{{_PACKAGE}}}name", "").lstrip("/")
            if name:
                archive.writestr(zipfile.ZipInfo(name), _content(part))
    return out.getvalue()


def _content(part: etree._Element) -> bytes:
    """Return a part's bytes: its XML, or what its base64 says, none where that is broken."""
    xml = part.find(f"{{{_PACKAGE}}}xmlData")
    if xml is not None:
        root = next(xml.iterchildren("*"), None)
        return b"" if root is None else etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False)
    coded = part.findtext(f"{{{_PACKAGE}}}binaryData") or ""
    try:
        return base64.b64decode(coded)
    except (binascii.Error, ValueError):
        return b""
