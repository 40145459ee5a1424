"""All files of sealed results, made of those that were built and of the PDFs with their seals.

The papers' seals say themselves whose they are and when, so that the same sealed PDFs always give the same files.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Any

from pipeline.archive import case_record
from pipeline.archive.checksums import FILE_NAME as LIST
from pipeline.archive.checksums import listed
from pipeline.archive.handover import hand_over
from pipeline.archive.manifest import FILE_NAME as MANIFEST
from pipeline.archive.manifest import manifest_of_sealed
from pipeline.archive.material import DECISION, Material, Paper, SealFacts
from pipeline.archive.readback import sources_of
from pipeline.errors import KansliError
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Checked
from pipeline.ingest import ingest
from pipeline.model.origin import TextOrigin
from pipeline.seal.judging import Seal, UnreadableSealError, seals_in
from pipeline.verify.mark import FILE_NAME as MARK
from pipeline.verify.mark import SEAL_FILE_NAME as SEAL_MARK
from pipeline.verify.mark import Origin, seal_mark

_APPENDIX = "bilaga"


@dataclass(frozen=True)
class Built:
    """Results as they were built: their files by name, and what they were made of."""

    folder: Path
    files: Mapping[str, bytes]
    material: Material

    @property
    def pdfs(self) -> dict[str, bytes]:
        """Return the papers that are sealed."""
        return {name: data for name, data in self.material.files.items() if name.endswith(".pdf")}


def built(folder: Path) -> Built:
    """Return the results in a folder, which have been verified, with the case that they were built of.

    Raises KansliError where the case cannot be read from the package, or says something else than when it was built.
    """
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    sources = sources_of(folder, f"resultatet i {folder.name}")
    with tempfile.TemporaryDirectory() as name:
        read = ingest(*sources.written(Path(name)))
    if read.value is None:
        raise _differing(folder)
    material = Material(*read.value, _papers(files), sources.inputs, sources.template)
    if case_record.as_json(case_record.case_record(material)) != files.get(case_record.FILE_NAME):
        raise _differing(folder)
    return Built(folder, files, material)


def _papers(files: Mapping[str, bytes]) -> tuple[Paper, ...]:
    record: Any = json.loads(files[case_record.FILE_NAME])
    return tuple(
        Paper(
            _APPENDIX if isinstance(paper["bilaga"], int) else DECISION,
            {str(each["fil"]): files[str(each["fil"])] for each in paper["filer"]},
        )
        for paper in record["handlingar"]
    )


def _differing(folder: Path) -> KansliError:
    fact = f"{case_record.FILE_NAME} säger något annat än underlaget i arkivpaketet"
    return KansliError(finding("ARK192", fact, TextOrigin(f"{folder}/{case_record.FILE_NAME}")))


def resealed(
    made: Built, pdfs: Mapping[str, bytes], seals: Mapping[str, Seal], verdicts: Mapping[str, str]
) -> Checked[dict[str, bytes]]:
    """Return all files of the sealed results by name, with what the check of their package found.

    ``pdfs`` are the papers with their ``seals``, ``verdicts`` the checks that were made of them.
    """
    facts = {name: _facts(seal) for name, seal in seals.items()}
    papers = tuple(
        Paper(paper.kind, {name: pdfs.get(name, data) for name, data in paper.files.items()})
        for paper in made.material.papers
    )
    handed = hand_over(replace(made.material, papers=papers, seals=facts))
    told = {MARK, LIST, MANIFEST}
    kept = {name: data for name, data in made.files.items() if not name.endswith(".zip") and name not in told}
    files = {**kept, **(handed.value or {})}
    files[MANIFEST] = manifest_of_sealed(made.files[MANIFEST], files, verdicts, facts)
    files[LIST] = listed(files)
    origin = Origin(made.folder.name, made.files[LIST], made.files.get(MARK), made.pdfs)
    told_of = {name: {"av": one.by, "nivå": one.level, "tidpunkt": one.at} for name, one in sorted(facts.items())}
    files[SEAL_MARK] = seal_mark(origin, told_of, files[LIST])
    return Checked(files, handed.findings)


def resealed_as(folder: Path, rebuilt: Path) -> dict[str, bytes]:
    """Return what the results in ``rebuilt`` become with the seals of the PDFs in ``folder``, by name.

    A PDF whose sealed file does not begin with the rebuilt one, or bears no seal that can be read, stays as rebuilt.
    """
    made = built(rebuilt)
    pdfs, seals = {}, {}
    for name, pdf in made.pdfs.items():
        path = folder / name
        whole = path.read_bytes() if path.is_file() else b""
        found = _seals(whole) if whole.startswith(pdf) else ()
        if found:
            pdfs[name], seals[name] = whole, found[0]
    whole_files = resealed(made, pdfs, seals, {}).value or {}
    return {name: data for name, data in whole_files.items() if name not in {LIST, SEAL_MARK}}


def _seals(pdf: bytes) -> tuple[Seal, ...]:
    try:
        return seals_in(pdf)
    except UnreadableSealError:
        return ()


def _facts(seal: Seal) -> SealFacts:
    at = seal.at.astimezone(UTC).isoformat(timespec="seconds") if seal.at else "okänd"
    return SealFacts(seal.by, seal.level, at)
