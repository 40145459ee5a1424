"""What a package holds: its representations and its files, each with what the metadata say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from pipeline.archive.case_record import FILE_NAME, as_json, case_record
from pipeline.archive.checksums import digest_of
from pipeline.archive.formats import Format, format_of
from pipeline.archive.material import Material
from pipeline.archive.naming import slug_of
from pipeline.archive.package.guide import GUIDE, guide_of
from pipeline.archive.package.names import contents_digest, identity, physical, xml_id

ARCHIVAL, ORIGINAL, WEB = "arkivformat", "original", "webb"


@dataclass(frozen=True)
class PackedFile:
    """A file of the package: ``path`` is counted from the folder of the METS file that lists it."""

    path: str
    data: bytes
    original: str

    @property
    def id(self) -> str:
        """Return the file's id in METS."""
        return xml_id("fil", self.path, self.digest)

    @property
    def identity(self) -> str:
        """Return the file's UUID in PREMIS."""
        return identity("fil", self.path, self.digest)

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the file."""
        return digest_of(self.data)

    @property
    def format(self) -> Format:
        """Return the file's format."""
        return format_of(self.path)


@dataclass(frozen=True)
class Representation:
    """A folder under ``representations``: ``name`` is the folder's, ``label`` says what it holds."""

    name: str
    label: str
    files: tuple[PackedFile, ...]

    @property
    def folder(self) -> str:
        """Return the folder of the representation, counted from the package's."""
        return f"representations/{self.name}"


@dataclass(frozen=True)
class Parts:
    """All that goes into a package. ``id`` names it and its folder; ``created`` is the date of the papers."""

    id: str
    created: str
    material: Material
    representations: tuple[Representation, ...]
    documentation: tuple[PackedFile, ...]

    def find(self, name: str) -> tuple[Representation, PackedFile] | None:
        """Return where a paper's file lies, by its own name."""
        for representation in self.representations:
            for file in representation.files:
                if file.original == name:
                    return representation, file
        return None


def parts_of(material: Material) -> Parts:
    """Return the parts of the package for a case."""
    sources = {**_prefixed("indata/", material.inputs), **_prefixed("mall/", material.template)}
    number = material.case.case_number.value
    everything = {**material.files, **sources}
    day = datetime.combine(material.case.document_date.value, time(), tzinfo=UTC)
    return Parts(
        id=f"{slug_of(number)[:60]}-e-arkiv-{identity(number, contents_digest(everything))[:8]}",
        created=day.isoformat(),
        material=material,
        representations=tuple(_representations(material, sources)),
        documentation=_documentation(material),
    )


def _representations(material: Material, sources: Mapping[str, bytes]) -> Iterator[Representation]:
    by_ending = {
        ending: {name: data for name, data in material.files.items() if name.endswith(ending)}
        for ending in (".pdf", ".docx", ".html")
    }
    original = {**by_ending[".docx"], **sources}
    yield Representation(ARCHIVAL, "Handlingarna i arkivformat", _packed(by_ending[".pdf"]))
    yield Representation(ORIGINAL, "Word-filerna, indata och mallar", _packed(original))
    if by_ending[".html"]:
        yield Representation(WEB, "Handlingarna som webbsidor", _packed(by_ending[".html"]))


def _packed(files: Mapping[str, bytes], folder: str = "data") -> tuple[PackedFile, ...]:
    paths = physical(files)
    return tuple(PackedFile(f"{folder}/{paths[name]}", files[name], name) for name in sorted(files))


def _prefixed(prefix: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {prefix + name: data for name, data in files.items()}


def _documentation(material: Material) -> tuple[PackedFile, ...]:
    guide = guide_of(material.case.case_number.value, sealed=bool(material.seals))
    files = {FILE_NAME: as_json(case_record(material)), GUIDE: guide}
    return _packed(files, "documentation")
