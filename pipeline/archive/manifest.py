"""``manifest.json``: what a build was made of and by, what came of it, and what was checked.

It says nothing of when, where or on what machine, so that the same build has the same bytes.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pipeline import __version__
from pipeline.archive.checksums import digest_of
from pipeline.archive.material import Material, SealFacts

FILE_NAME = "manifest.json"
NOT_CHECKED = "inte kontrollerat"
_SEALED = "stämplat"
_SEALING = ("cryptography", "pyHanko", "pyhanko-certvalidator")
_LIBRARIES = (
    "docxtpl", "fonttools", "Jinja2", "lxml", "markdown-it-py", "openpyxl", "pikepdf", "Pillow", "pydyf", "pyphen",
    "python-docx", "PyYAML", "resvg-py", "uharfbuzz",
)  # fmt: skip


def manifest(material: Material, results: Mapping[str, bytes], verdicts: Mapping[str, str]) -> bytes:
    """Return the manifest of a build: ``results`` are its files by name, ``verdicts`` what each check said."""
    record: dict[str, Any] = {
        "diarienummer": material.case.case_number.value,
        "program": {"kansli": __version__, "python": platform.python_version(), **_versions()},
        "underlag": _digests(material.inputs),
        "mall": _digests(material.template),
        "typsnitt": _digests(material.fonts),
        "resultat": _digests(results),
        "kontroller": dict(verdicts),
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def manifest_of_sealed(
    earlier: bytes, results: Mapping[str, bytes], verdicts: Mapping[str, str], seals: Mapping[str, SealFacts]
) -> bytes:
    """Return the manifest of results whose PDFs are sealed since they were built, which ``earlier`` tells of.

    It goes on saying what the papers were made of and by; ``verdicts`` are those that are new.
    """
    record: dict[str, Any] = json.loads(earlier)
    record["resultat"] = _digests(results)
    record["kontroller"] = {**record["kontroller"], **verdicts}
    record[_SEALED] = {
        "program": {"kansli": __version__, **_versions(_SEALING)},
        "filer": {name: {"av": one.by, "nivå": one.level, "tidpunkt": one.at} for name, one in sorted(seals.items())},
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def is_of_sealed(data: bytes) -> bool:
    """Return whether a manifest is that of sealed results; one that cannot be read is not."""
    try:
        return _SEALED in dict(json.loads(data))
    except (ValueError, TypeError, RecursionError):
        return False


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest_of(files[name]) for name in sorted(files)}


def _versions(names: tuple[str, ...] = _LIBRARIES) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "okänd"
    return found
