"""What a folder of results was built of, read back from the package in it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.archive.checksums import digest_of
from pipeline.archive.manifest import FILE_NAME as MANIFEST
from pipeline.errors import DAMAGED_ARCHIVE, ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin

MAX_PACKAGED_BYTES = 512 * 2**20
_TEMPLATE_NAME = re.compile(rb"(?m)^mall:[ \t]*[\"']?([^\s\"'#]+)")
_CASE_FILE = "arende.yaml"
_BROKEN = (*DAMAGED_ARCHIVE, KeyError, TypeError, AttributeError)


@dataclass(frozen=True)
class Sources:
    """The files of a case and of its template, by name; ``name`` is what is read back, in words, ``place`` where."""

    inputs: Mapping[str, bytes]
    template: Mapping[str, bytes]
    template_name: str
    name: str
    place: Path

    def written(self, folder: Path) -> tuple[Path, Path]:
        """Write the files below a folder; return the folder of the case and that of the templates.

        Raises KansliError for a name that leads out of it.
        """
        case, templates = folder / "case", folder / "templates"
        self._write(case, self.inputs)
        self._write(templates / self.template_name, self.template)
        return case, templates

    def _write(self, folder: Path, files: Mapping[str, bytes]) -> None:
        for each, data in files.items():
            path = PurePosixPath(each)
            if path.is_absolute() or ".." in path.parts or not path.parts:
                raise _broken(self.place, self.name)
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def sources_of(results: Path, name: str) -> Sources:
    """Return what a folder of results was built of; ``name`` says in words what is read back.

    Raises KansliError where the folder does not hold a whole build.
    """
    try:
        record = json.loads((results / MANIFEST).read_bytes())
        packed = _packed(results)
        inputs = {str(each): packed[digest] for each, digest in record["underlag"].items()}
        template = {str(each): packed[digest] for each, digest in record["mall"].items()}
        found = _TEMPLATE_NAME.search(inputs[_CASE_FILE])
    except _BROKEN as error:
        raise _broken(results, name) from error
    own = found[1].decode("utf-8", "replace") if found else "mall"
    if PurePosixPath(own).name != own:
        raise _broken(results, name)
    return Sources(inputs, template, own, name, results)


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


def _broken(results: Path, name: str) -> KansliError:
    fact = f"{name} går inte att läsa tillbaka: manifestet och arkivpaketet i {results} hör inte ihop"
    return KansliError(finding("ARK171", fact, TextOrigin(str(results))), ExitCode.FILE_ACCESS)
