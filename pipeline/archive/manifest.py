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
from pipeline.archive.material import Material

FILE_NAME = "manifest.json"
NOT_CHECKED = "inte kontrollerat"
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


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest_of(files[name]) for name in sorted(files)}


def _versions() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "okänd"
    return found
