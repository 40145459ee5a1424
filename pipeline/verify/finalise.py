"""Fixing the version that goes to the board: a copy of the results that no later build touches."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from glob import escape
from pathlib import Path
from typing import Any

from pipeline.archive.checksums import FILE_NAME as LIST
from pipeline.archive.checksums import digest_of
from pipeline.archive.lock import claimed
from pipeline.archive.manifest import FILE_NAME as MANIFEST
from pipeline.archive.publish import write_through
from pipeline.archive.swap import is_flushed, staging_of, sync_folder
from pipeline.archive.trouble import told_in_swedish, unflushed
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding, Severity
from pipeline.model.case import Case
from pipeline.model.origin import TextOrigin
from pipeline.verify.folder import verify_folder
from pipeline.verify.mark import FILE_NAME as MARK
from pipeline.verify.mark import mark

_READ_ONLY = 0o444
_NAME = re.compile(r"[^\W\d_]{2,}[^,;]*\s[^\W\d_]{2,}")


@dataclass(frozen=True)
class Fixing:
    """Who fixes which results, and when; ``inputs`` are the files of the case as they are now, by name."""

    folder: Path
    case: Case
    inputs: Mapping[str, bytes]
    by: str
    on: date


@dataclass(frozen=True)
class Fixed:
    """The folder of the version, None where none was made, and what was found."""

    folder: Path | None
    findings: tuple[Finding, ...]


def finalise(fixing: Fixing) -> Fixed:
    """Fix the results as the next version, beside them, where nothing speaks against it.

    Raises KansliError where the folder is in use or cannot be written.
    """
    with claimed(fixing.folder):
        found = [*_unsigned(fixing), *verify_folder(fixing.folder), *_outdated(fixing)]
        earlier = versions(fixing.folder)
        same = next((path for path in earlier if _digest(path) == _digest(fixing.folder)), None)
        if same is not None:
            fact = f"resultatet är redan fastställt som {same.name}"
            return Fixed(None, (*found, finding("ARK142", fact, TextOrigin(str(same)))))
        if any(each.severity is not Severity.NOTE for each in found):
            return Fixed(None, tuple(found))
        number = 1 + max((_number(path) for path in earlier), default=0)
        target, told = _written(fixing, number)
        return Fixed(target, (*found, *told))


def versions(folder: Path) -> list[Path]:
    """Return the fixed versions of the results in a folder, the first one first."""
    ours = re.compile(rf"{re.escape(folder.name)}-version-[1-9][0-9]*")
    found = (path for path in folder.parent.glob(f"{escape(folder.name)}-version-*") if ours.fullmatch(path.name))
    return sorted((path for path in found if path.is_dir()), key=_number)


def _number(path: Path) -> int:
    return int(path.name.rsplit("-", 1)[-1])


def _digest(folder: Path) -> str:
    path = folder / LIST
    return digest_of(path.read_bytes()) if path.is_file() else ""


def _unsigned(fixing: Fixing) -> Iterator[Finding]:
    """Yield the acceptances, and the fixing itself, that nobody answers for by a full name."""
    for each in fixing.case.exemptions:
        if not _NAME.search(each.by.value):
            fact = f'undantaget för {each.code} är godtaget av "{each.by}", som inte är ett för- och efternamn'
            yield finding("ARK141", fact, each.by.origin)
    if not _NAME.search(fixing.by):
        yield finding("ARK141", f'"{fixing.by}" är inte ett för- och efternamn', TextOrigin("--av"))


def _outdated(fixing: Fixing) -> Iterator[Finding]:
    """Yield the inputs that are not those that the results were made of."""
    path = fixing.folder / MANIFEST
    try:
        record: Any = json.loads(path.read_bytes())
        made_of = dict(record["underlag"])
    except (OSError, ValueError, KeyError, TypeError):
        return  # told by the verification
    now = {name: digest_of(data) for name, data in fixing.inputs.items()}
    for name in sorted(made_of.keys() | now.keys()):
        if made_of.get(name) != now.get(name):
            yield finding("ARK140", f"{name} är ändrad sedan ärendet byggdes", TextOrigin(name))


def _written(fixing: Fixing, number: int) -> tuple[Path, tuple[Finding, ...]]:
    """Return the folder of the version, and the finding where the disk has not said that it holds it."""
    target = fixing.folder.with_name(f"{fixing.folder.name}-version-{number}")
    staging = staging_of(target)
    with told_in_swedish(target):
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        try:
            files = {path.name: path.read_bytes() for path in sorted(fixing.folder.iterdir()) if path.is_file()}
            for name, data in {**files, MARK: mark(number, fixing.by, fixing.on, files[LIST])}.items():
                write_through(staging / name, data)
                (staging / name).chmod(_READ_ONLY)
            sync_folder(staging)
            staging.rename(target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        return target, unflushed(target, flushed=is_flushed(target.parent))
