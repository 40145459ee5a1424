"""A side of a comparison: a case as it is now, or as it was when a folder of results was built."""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.archive.checksums import digest_of
from pipeline.archive.manifest import FILE_NAME as MANIFEST
from pipeline.compare.values import Reading
from pipeline.compose import Composed, compose, with_contents
from pipeline.errors import ExitCode, KansliError
from pipeline.errors import reading as reading_of
from pipeline.findings.catalogue import finding
from pipeline.ingest import ingest
from pipeline.model.origin import TextOrigin
from pipeline.model.profile import Profile
from pipeline.render import RenderOptions, render

_TEMPLATE_NAME = re.compile(rb"(?m)^mall:[ \t]*[\"']?([^\s\"'#]+)")
_CASE_FILE = "arende.yaml"
MAX_PACKAGED_BYTES = 512 * 2**20


@dataclass(frozen=True)
class Side:
    """One version: what it says, and its Word files by their names."""

    reading: Reading
    words: Mapping[str, bytes]


def current(folder: Path, templates: Path, name: str) -> Side:
    """Return a case as its folder is now; its Word files are composed for the purpose.

    Raises KansliError where the case cannot be read or composed.
    """
    reading = _read(folder, templates, name)
    with reading_of(reading.profile.folder):
        made = compose(reading.case, reading.profile)
        words = {f"{each.stem}.docx": _with_pages(each, reading.profile) for each in made.value or ()}
    return Side(reading, words)


def _read(folder: Path, templates: Path, name: str) -> Reading:
    read = ingest(folder, templates)
    if read.value is None:
        first = next(iter(read.findings), None)
        fact = f"{name} går inte att läsa" + (f": {first.message}" if first else "")
        raise KansliError(finding("ARK171", fact, *(first.origins if first else ())), ExitCode.FINDINGS)
    return Reading(name, *read.value)


def _with_pages(document: Composed, profile: Profile) -> bytes:
    """Return a Word file with the true pages in its table of contents, as a build writes it."""
    rendered = render(document.docx, RenderOptions(f"{document.stem}.docx", font_folders=profile.font_folders)).value
    return document.docx if rendered is None else with_contents(document.docx, rendered.bookmarks)


def fixed(results: Path, name: str) -> Side:
    """Return what a folder of results was built of, from the package in it, with the Word files that lie there.

    Raises KansliError where the folder does not hold a whole build.
    """
    try:
        record = json.loads((results / MANIFEST).read_bytes())
        packed = _packed(results)
        inputs = {str(each): packed[digest] for each, digest in record["underlag"].items()}
        template = {str(each): packed[digest] for each, digest in record["mall"].items()}
        words = {path.name: path.read_bytes() for path in sorted(results.glob("*.docx"))}
        found = _TEMPLATE_NAME.search(inputs[_CASE_FILE])
        own = found[1].decode() if found else "mall"
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile, NotImplementedError) as error:
        raise _broken(results, name) from error
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder) / "case", inputs, results, name)
        _write(Path(folder) / "templates" / own, template, results, name)
        reading = _read(Path(folder) / "case", Path(folder) / "templates", name)
    return Side(reading, words)


def _packed(results: Path) -> dict[str, bytes]:
    """Return the files of the package by their digests."""
    found: dict[str, bytes] = {}
    for path in sorted(results.glob("*.zip")):
        with zipfile.ZipFile(path) as package:
            if sum(info.file_size for info in package.infolist()) > MAX_PACKAGED_BYTES:
                raise _broken(results, path.name)
            for info in package.infolist():
                data = package.read(info)
                found[digest_of(data)] = data
    return found


def _write(folder: Path, files: Mapping[str, bytes], results: Path, name: str) -> None:
    for each, data in files.items():
        path = PurePosixPath(each)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise _broken(results, name)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _broken(results: Path, name: str) -> KansliError:
    fact = f"{name} går inte att läsa tillbaka: manifestet och arkivpaketet i {results} hör inte ihop"
    return KansliError(finding("ARK171", fact, TextOrigin(str(results))), ExitCode.FILE_ACCESS)
