"""Results that are sealed in the tests."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.findings.finding import Finding, Severity
from pipeline.seal.signing import Sealing
from pipeline.verify import verify_folder
from pipeline.verify.stamp import Stamped, stamp

PREMIS = "{http://www.loc.gov/premis/v3}"


def stamped(folder: Path, how: Sealing) -> Path:
    """Seal results and return the new folder."""
    made = stamp(folder, how, silent)
    assert made.path is not None, [str(each) for each in made.findings]
    return made.path


def silent(_name: str, _number: int, _of: int) -> None:
    """Say nothing of how far it has come."""


def attempt(folder: Path, how: Sealing) -> Stamped:
    return stamp(folder, how, silent)


def told(folder: Path) -> list[Finding]:
    """Return what speaks against a folder."""
    return [each for each in verify_folder(folder) if each.severity is not Severity.NOTE]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def record(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_bytes())


def packed(folder: Path) -> dict[str, bytes]:
    """Return the files of the package by their path in it."""
    (path,) = folder.glob("*.zip")
    with zipfile.ZipFile(path) as package:
        return {name.split("/", 1)[1]: package.read(name) for name in package.namelist()}


def events(folder: Path) -> list[tuple[str, str, str]]:
    """Return the type, time and words of the events of the PDFs in the package."""
    root = etree.fromstring(packed(folder)["representations/arkivformat/metadata/preservation/premis.xml"])
    return [
        (
            event.findtext(f"{PREMIS}eventType", ""),
            event.findtext(f"{PREMIS}eventDateTime", ""),
            event.findtext(f"{PREMIS}eventDetailInformation/{PREMIS}eventDetail", ""),
        )
        for event in root.iter(f"{PREMIS}event")
    ]
