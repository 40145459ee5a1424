"""A side of a comparison: a case as it is now, or as it was when a folder of results was built."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.readback import sources_of
from pipeline.compare.values import Reading
from pipeline.compose import Composed, compose, with_contents
from pipeline.errors import ExitCode, KansliError
from pipeline.errors import reading as reading_of
from pipeline.findings.catalogue import finding
from pipeline.ingest import ingest
from pipeline.model.profile import Profile
from pipeline.render import RenderOptions, render


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
    return document.docx if rendered is None else with_contents(document.docx, rendered.bookmarks).docx


def fixed(results: Path, name: str) -> Side:
    """Return what a folder of results was built of, from the package in it, with the Word files that lie there.

    Raises KansliError where the folder does not hold a whole build.
    """
    sources = sources_of(results, name)
    with reading_of(results):
        words = {path.name: path.read_bytes() for path in sorted(results.glob("*.docx"))}
    with tempfile.TemporaryDirectory() as folder:
        reading = _read(*sources.written(Path(folder)), name)
    return Side(reading, words)
