"""The package put together: every file at its path, and the whole as one zip of the same bytes each time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from pipeline.archive.material import Material
from pipeline.archive.package.erms import erms_of
from pipeline.archive.package.mets import Group, Listing, Metadata, mets_of
from pipeline.archive.package.parts import PackedFile, Parts, Representation, parts_of
from pipeline.archive.package.premis import premis_of_package, premis_of_representation
from pipeline.archive.package.schemas import NAMES, schema_bytes

METS_FILE = "METS.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that zip knows
_REGULAR = 0o100644 << 16


def assembled(material: Material) -> tuple[str, dict[str, bytes]]:
    """Return the package's name and its files by path, counted from the package's own folder."""
    parts = parts_of(material)
    files: dict[str, bytes] = {}
    pointers = []
    for one in parts.representations:
        made = _representation(one, parts)
        files |= {f"{one.folder}/{path}": data for path, data in made.items()}
        mets = PackedFile(f"{one.folder}/{METS_FILE}", made[METS_FILE], METS_FILE)
        pointers.append(Group(f"Representations/{one.name}", (mets,), mets.path))
    files |= _package(parts, tuple(pointers))
    return parts.id, files


def zipped(name: str, files: Mapping[str, bytes]) -> bytes:
    """Return the files in one zip under the folder ``name``: sorted, of one date, stored as they are.

    Nothing is compressed, so that the bytes follow from the files alone and from no version of a library.
    """
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
            entry.create_system = 3  # Unix, whatever it is made on
            entry.external_attr = _REGULAR
            archive.writestr(entry, files[path])
    return target.getvalue()


def _representation(one: Representation, parts: Parts) -> dict[str, bytes]:
    premis = _metadata("metadata/preservation/premis.xml", premis_of_representation(one, parts), "PREMIS", "3.0")
    listing = Listing(
        id=one.name,
        label=one.label,
        created=parts.created,
        descriptive=(),
        preservation=(premis,),
        groups=(Group(f"Representations/{one.name}/data", one.files, label="Data"),),
    )
    listed = (premis.file, *one.files)
    return {METS_FILE: mets_of(listing, parts.material), **{file.path: file.data for file in listed}}


def _package(parts: Parts, pointers: tuple[Group, ...]) -> dict[str, bytes]:
    erms = _metadata("metadata/descriptive/erms.xml", erms_of(parts), "OTHER:ERMS", "3.0")
    premis = _metadata("metadata/preservation/premis.xml", premis_of_package(parts), "PREMIS", "3.0")
    schemas = tuple(PackedFile(f"schemas/{name}", schema_bytes(name), name) for name in NAMES)
    listing = Listing(
        id=parts.id,
        label=f"{parts.material.case.case_number.value} {parts.material.case.title.value}",
        created=parts.created,
        descriptive=(erms,),
        preservation=(premis,),
        groups=(Group("Documentation", parts.documentation), Group("Schemas", schemas), *pointers),
    )
    listed = (erms.file, premis.file, *schemas, *parts.documentation)
    return {METS_FILE: mets_of(listing, parts.material), **{file.path: file.data for file in listed}}


def _metadata(path: str, data: bytes, standard: str, version: str) -> Metadata:
    return Metadata(PackedFile(path, data, path), standard, version)
