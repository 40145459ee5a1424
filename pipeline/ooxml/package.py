"""The package of an Office Open XML file: parts and relationships, opened within bounds (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from lxml import etree

from pipeline.errors import DAMAGED_ARCHIVE
from pipeline.ooxml.flat import as_archive, is_flat
from pipeline.ooxml.names import STRICT_NAMESPACES

MAX_PARTS = 4_000
MAX_PART_BYTES = 128 * 2**20
MAX_TOTAL_BYTES = 384 * 2**20
MAX_XML_BYTES = 64 * 2**20
MAX_TAGS = 12_000_000  # beginnings and ends of elements in one part
MAX_RATIO = 400
RATIO_COUNTS_ABOVE = 4 * 2**20
USUAL_MAIN_PART = "word/document.xml"

_TOO_MUCH = re.compile(r"depth|huge|too (?:long|large|many)", re.IGNORECASE)
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding[^>]*\?>", re.IGNORECASE)
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPE = re.compile(r"(?:wordprocessingml|ms-word)\.(?:document|template).*main\+xml", re.IGNORECASE)
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class PackageError(Exception):
    """The file is not a package that can be read; ``detail`` says more, in English, for the log."""

    def __init__(self, detail: str = "", part: str = "") -> None:
        super().__init__(detail or type(self).__name__)
        self.detail = detail
        self.part = part


class NotAPackage(PackageError):  # noqa: N818 - named for what the file is
    """The file is no zip archive."""


class EncryptedPackage(PackageError):  # noqa: N818
    """The file is encrypted with a password."""


class OldFormat(PackageError):  # noqa: N818
    """The file is in Office's binary format from before 2007."""


class BrokenPackage(PackageError):  # noqa: N818
    """The archive or one of its parts is damaged."""


class TooLarge(PackageError):  # noqa: N818
    """The archive unpacks to more than is reasonable."""


class ForbiddenXml(PackageError):  # noqa: N818
    """A part declares a document type, which no Office file does and which entity attacks need."""


@dataclass(frozen=True)
class Relationship:
    """A relationship: ``target`` is a part name without leading slash, or a URI when ``external``."""

    id: str
    type: str
    target: str
    external: bool = False


def parse_xml(data: bytes, part: str = "") -> etree._Element:
    """Return the root of an XML part.

    Strict namespaces (ISO/IEC 29500 strict) are read as their transitional counterparts. Raises ForbiddenXml for a
    document type declaration, TooLarge for too much or too deep a tree and BrokenPackage for what is not well-formed.
    """
    if len(data) > MAX_XML_BYTES:
        raise TooLarge(f"{len(data)} bytes of XML", part)
    if len(data) > MAX_TAGS and data.count(b"<") > MAX_TAGS:
        raise TooLarge("too many elements", part)
    read, parser = _transitional(data), _parser()
    try:
        root = etree.fromstring(read, parser)
    except etree.XMLSyntaxError as error:
        root = _parsed_again(read, parser)
        if root is None:
            raise _syntax_error(data, str(error), part) from error
    info: Any = root.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise ForbiddenXml("document type declaration", part)
    return root


def _parsed_again(read: bytes, parser: etree.XMLParser) -> etree._Element | None:
    """Return the root where nothing but names of namespaces, or of the encoding of what is UTF-8, was wrong."""
    if _concerns_namespaces(parser):
        return etree.fromstring(read, _parser(recover=True))
    begun = _DECLARED.match(read)
    if begun is None:
        return None
    try:
        return etree.fromstring(read[begun.end() :].decode().encode(), _parser())
    except (UnicodeDecodeError, etree.XMLSyntaxError):
        return None


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover)


def _concerns_namespaces(parser: etree.XMLParser) -> bool:
    """Return whether nothing was wrong but names of namespaces, such as a prefix that is not declared."""
    log = parser.error_log
    return len(log) > 0 and all(entry.domain_name == "NAMESPACE" for entry in log)


def _transitional(data: bytes) -> bytes:
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        if "purl.oclc.org/ooxml".encode(encoding) in data:
            for strict, transitional in STRICT_NAMESPACES:
                data = data.replace(strict.decode().encode(encoding), transitional.decode().encode(encoding))
    return data


def _syntax_error(data: bytes, detail: str, part: str) -> PackageError:
    """Return what is wrong; an entity bomb stops the parser before it tells of the declaration."""
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        return ForbiddenXml(detail, part)
    return TooLarge(detail, part) if _TOO_MUCH.search(detail) else BrokenPackage(detail, part)


@dataclass
class Package:
    """An opened package; parts are read when they are asked for."""

    name: str
    archive: zipfile.ZipFile
    _names: Mapping[str, str] = field(repr=False)
    _xml: dict[str, etree._Element | None] = field(default_factory=dict, repr=False)

    @property
    def part_names(self) -> tuple[str, ...]:
        """Return the names of all parts, as stored."""
        return tuple(self._names.values())

    def part(self, name: str) -> bytes | None:
        """Return a part's bytes, or None; part names compare without case and escapes (part 2, 6.2.2.3).

        Raises BrokenPackage when its data is damaged and EncryptedPackage when the entry asks for a password.
        """
        stored = self._names.get(_key(name))
        if stored is None:
            return None
        try:
            return self._unpacked(stored)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise BrokenPackage(str(error), stored) from error
        except RuntimeError as error:
            raise EncryptedPackage(str(error), stored) from error

    def opening(self, name: str, size: int = 64) -> bytes:
        """Return the first bytes of a part, which tell its kind; none where it is missing or damaged."""
        stored = self._names.get(_key(name))
        try:
            with self.archive.open(stored or "") as entry:
                return entry.read(size)
        except (*DAMAGED_ARCHIVE, KeyError):
            return b""

    def _unpacked(self, stored: str) -> bytes:
        """Return an entry, unpacked no further than it says, since the bounds were checked against what it says."""
        size = self.archive.getinfo(stored).file_size
        with self.archive.open(stored) as entry:
            return entry.read(size)

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part, parsed once, or None when there is no such part; raises as ``parse_xml``."""
        if name not in self._xml:
            data = self.part(name)
            self._xml[name] = None if data is None else parse_xml(data, name)
        return self._xml[name]

    def related(self, part_name: str) -> dict[str, Relationship]:
        """Return the relationships of a part by id; "" asks for the package's own."""
        folder, base = posixpath.split(part_name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        found = (self._relationship(node, folder) for node in root.iter("{*}Relationship"))
        return {rel.id: rel for rel in found}

    @staticmethod
    def _relationship(node: etree._Element, folder: str) -> Relationship:
        target = node.get("Target", "").strip()
        external = node.get("TargetMode") == "External"
        if not external:
            target = target.replace("\\", "/").partition("#")[0]
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return Relationship(node.get("Id", ""), node.get("Type", "").rsplit("/", 1)[-1], target, external)

    @cached_property
    def main_part(self) -> str:
        """Return the name of the main document part; raises BrokenPackage when the package has none.

        Where the package's own relationships name none, or are damaged, it is where Word writes it, or the part that
        the list of content types says it is.
        """
        for name in self._main_parts():
            if _key(name) in self._names:
                return name
        raise BrokenPackage("no main document part")

    def _main_parts(self) -> Iterator[str]:
        """Yield where the main part may be, the surest place first."""
        with suppress(BrokenPackage):
            yield from (rel.target for rel in self.related("").values() if rel.type == "officeDocument")
        yield USUAL_MAIN_PART
        try:
            types = self.xml(_CONTENT_TYPES)
        except BrokenPackage:
            return
        for node in types.iter("{*}Override") if types is not None else ():
            if _MAIN_TYPE.search(node.get("ContentType", "")):
                yield node.get("PartName", "").lstrip("/")

    def iter_xml(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield name and root of every XML part."""
        for name in self.part_names:
            if name.endswith((".xml", ".rels")) and (root := self.xml(name)) is not None:
                yield name, root


def open_package(data: bytes, name: str) -> Package:
    """Return the opened package; ``name`` is the file's name, for messages.

    Raises a PackageError: EncryptedPackage and OldFormat for an OLE container, NotAPackage, BrokenPackage, TooLarge.
    """
    if data.startswith(OLE_MAGIC):
        raise _ole_error(data)
    if is_flat(data):
        data = as_archive(parse_xml(data))
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, OSError) as error:
        kind = BrokenPackage if data.startswith(b"PK") else NotAPackage
        raise kind(str(error)) from error
    _check_bounds(archive)
    return Package(name, archive, {_key(info.filename): info.filename for info in archive.infolist()})


def _key(name: str) -> str:
    """Return the form in which names of parts are compared; programs write backslashes and escapes as they please."""
    return unquote(name.replace("\\", "/")).lstrip("/").lower()


def _ole_error(data: bytes) -> PackageError:
    """Return what an OLE container holds: an encrypted package has the stream EncryptedPackage ([MS-OFFCRYPTO] 2.3)."""
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return EncryptedPackage()
    return OldFormat()


def _check_bounds(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_PARTS:
        raise TooLarge(f"{len(entries)} parts")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise TooLarge("unpacked size")
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > MAX_PART_BYTES or (entry.file_size > RATIO_COUNTS_ABOVE and ratio > MAX_RATIO):
            raise TooLarge(f"{entry.file_size} bytes from {entry.compress_size}", entry.filename)
