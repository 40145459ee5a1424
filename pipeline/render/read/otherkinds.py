"""What a file is that is no Word document, told by its bytes, so that the refusal can name it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from pipeline.errors import DAMAGED_ARCHIVE
from pipeline.ooxml.package import OLE_MAGIC

_BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF-": "en PDF-fil",
    b"{\\rtf": "en RTF-fil",
    b"\x89PNG": "en bild (PNG)",
    b"\xff\xd8\xff": "en bild (JPEG)",
    b"GIF8": "en bild (GIF)",
    b"II*\0": "en bild (TIFF)",
    b"MM\0*": "en bild (TIFF)",
    b"Rar!": "ett RAR-arkiv",
    b"7z\xbc\xaf": "ett 7z-arkiv",
    b"\x1f\x8b": "ett gzip-arkiv",
    b"MZ": "ett program",
}
_STREAMS: Mapping[str, str] = {
    "Workbook": "en Excel-arbetsbok i det gamla formatet (.xls)",
    "Book": "en Excel-arbetsbok i det gamla formatet (.xls)",
    "PowerPoint Document": "en presentation i det gamla formatet (.ppt)",
    "__properties_version1.0": "ett e-postmeddelande (.msg)",
    "VisioDocument": "en ritning i det gamla formatet (.vsd)",
}
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"office/word/2003/wordml", "ett dokument i Word 2003:s XML-format"),
    (b"<html", "en webbsida (HTML)"),
    (b"<!doctype html", "en webbsida (HTML)"),
    (b"mime-version:", "en webbsida (MHT) eller ett e-postmeddelande"),
    (b"office:document", "ett OpenDocument-dokument i en enda XML-fil"),
    (b"<svg", "en bild (SVG)"),
    (b"<?xml", "en XML-fil"),
)
_TYPES: Mapping[str, str] = {
    "application/vnd.oasis.opendocument.text": "ett OpenDocument-dokument (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "ett OpenDocument-kalkylark (.ods)",
    "application/vnd.oasis.opendocument.presentation": "en OpenDocument-presentation (.odp)",
    "application/epub+zip": "en e-bok (EPUB)",
}
_FOLDERS: tuple[tuple[str, str], ...] = (
    ("xl/", "en Excel-arbetsbok (.xlsx)"),
    ("ppt/", "en presentation (.pptx)"),
    ("visio/", "en ritning (.vsdx)"),
    ("index/", "ett Pages-dokument"),
)
_SEARCHED = 4_096


def kind_of(data: bytes) -> str:
    """Return what the file is, in words that follow "filen är", or "" where that is not known or it may be Word's."""
    if not data:
        return "tom"
    if data.startswith(OLE_MAGIC):
        return next((name for stream, name in _STREAMS.items() if stream.encode("utf-16-le") in data), "")
    if zipfile.is_zipfile(BytesIO(data)):
        return _archive(data)
    begun = next((name for beginning, name in _BEGINNINGS.items() if data.startswith(beginning)), "")
    return begun or _text(data[:_SEARCHED])


def _archive(data: bytes) -> str:
    """Return what an archive is by its parts; one whose list of parts is damaged may be Word's."""
    try:
        return _by_parts(data)
    except DAMAGED_ARCHIVE:
        return ""


def _by_parts(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name.lower().replace("\\", "/").lstrip("/") for name in archive.namelist()]
        if "mimetype" in names:
            return _TYPES.get(_first(archive), "")
    if any(name.startswith("word/") or name == "[content_types].xml" for name in names):
        return next((kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)), "")
    found = next((kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)), "")
    return found or ("ett tomt zip-arkiv" if not names else "ett zip-arkiv utan Word-dokument")


def _first(archive: zipfile.ZipFile) -> str:
    """Return the media type that an archive of OpenDocument or EPUB begins with; a template's is the document's."""
    try:
        with archive.open("mimetype") as entry:
            return entry.read(200).decode("ascii", "replace").strip().removesuffix("-template")
    except (*DAMAGED_ARCHIVE, KeyError):
        return ""


def _text(begin: bytes) -> str:
    lowered = begin.replace(b"\0", b"").lower()
    found = next((name for mark, name in _MARKS if mark in lowered), "")
    if found:
        return found
    is_text = begin.isascii() or b"\0" not in begin
    return "en textfil" if is_text and all(byte >= 9 for byte in begin) else ""
