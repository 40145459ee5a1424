"""Sealing: a copy of the results whose PDFs bear an electronic seal, beside them, which nothing ever writes again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from pipeline.archive.checksums import FILE_NAME as LIST
from pipeline.archive.lock import claimed
from pipeline.archive.publish import check_written, write_through
from pipeline.archive.swap import is_flushed, staging_of, sync_folder
from pipeline.archive.trouble import told_in_swedish, unflushed
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding, Severity
from pipeline.model.origin import TextOrigin
from pipeline.render.pdf.check import faults_of
from pipeline.seal.judging import Seal, UnreadableSealError, has_seal, seals_in
from pipeline.seal.signing import Sealing, sealed
from pipeline.verify import verapdf
from pipeline.verify.folder import verify_folder
from pipeline.verify.mark import FILE_NAME as MARK
from pipeline.verify.mark import SEAL_FILE_NAME as SEAL_MARK
from pipeline.verify.mark import is_made_of
from pipeline.verify.resealed import Built, built, resealed
from pipeline.verify.seals import seal_findings

_READ_ONLY = 0o444
_VERSION = re.compile(r"-version-\d+$")
_SEALED = "-stamplad"

Tell = Callable[[str, int, int], None]  # the name of the file that is sealed, its number, of how many


@dataclass(frozen=True)
class Stamped:
    """The folder or file that was sealed, None where none was, and what was found."""

    path: Path | None
    findings: tuple[Finding, ...]


def stamp(folder: Path, how: Sealing, tell: Tell) -> Stamped:
    """Seal the results in a folder as a folder beside it, where nothing speaks against it.

    Raises KansliError where they are sealed already, no seal comes about, the folder is in use or cannot be written.
    """
    if (folder / SEAL_MARK).exists():
        raise already(folder, f"{folder.name} är redan stämplat")
    with claimed(folder.with_name(_VERSION.sub("", folder.name))):
        _refuse_sealed(folder)
        found = [each for each in verify_folder(folder) if each.code != "ARK150"]
        if any(each.severity is not Severity.NOTE for each in found):
            return Stamped(None, tuple(found))
        made = built(folder)
        pdfs, seals = _sealed_papers(made, how, tell)
        answer = verapdf.asked_about(pdfs)
        found += answer.findings(str(folder))
        whole = resealed(made, pdfs, seals, {"veraPDF": str(answer)})
        found += whole.findings
        target = _target(folder)
        found += [*_unfixed(folder), *seal_findings(pdfs, str(target), how.roots, wanted=True)]
        if whole.value is None or any(each.severity is Severity.ERROR for each in found):
            return Stamped(None, tuple(found))
        return Stamped(target, (*found, *_written(target, whole.value)))


def stamp_file(path: Path, pdf: bytes, how: Sealing) -> tuple[bytes, tuple[Finding, ...]]:
    """Return one PDF with its seal, which conforms as before, and what was found.

    Raises KansliError where it does not conform, is sealed already, or no seal comes about.
    """
    if has_seal(pdf):
        raise already(path, f"{path.name} är redan stämplad")
    _check_conforming(path.name, pdf)
    whole, _seal = _one(path.name, pdf, how)
    answer = verapdf.asked_about({path.name: whole})
    place = str(path.parent)
    return whole, (*answer.findings(place), *seal_findings({path.name: whole}, place, how.roots, wanted=True))


def _refuse_sealed(folder: Path) -> None:
    for path in sorted(folder.glob("*.pdf")):
        if has_seal(path.read_bytes()):
            raise already(path, f"{path.name} är redan stämplad")
    checksums = (folder / LIST).read_bytes() if (folder / LIST).is_file() else b""
    for other in _sealed_ones(folder):
        mark = other / SEAL_MARK
        if mark.is_file() and is_made_of(mark.read_bytes(), checksums):
            raise already(other, f"resultatet är redan stämplat som {other.name}")


def already(path: Path, fact: str) -> KansliError:
    """Return the error for what is sealed already."""
    return KansliError(finding("ARK186", fact, TextOrigin(str(path))), ExitCode.FINDINGS)


def _sealed_ones(folder: Path) -> Iterator[Path]:
    """Yield the folders beside that bear the name of a sealed one."""
    ours = re.compile(rf"{re.escape(folder.name)}{_SEALED}(-\d+)?")
    beside = folder.parent.glob(f"{escape(folder.name)}{_SEALED}*")
    yield from sorted(path for path in beside if ours.fullmatch(path.name))


def _sealed_papers(made: Built, how: Sealing, tell: Tell) -> tuple[dict[str, bytes], dict[str, Seal]]:
    pdfs = made.pdfs
    if not pdfs:
        raise KansliError(finding("ARK188", f"{made.folder.name} har inga PDF-filer", TextOrigin(str(made.folder))))
    whole: dict[str, bytes] = {}
    seals: dict[str, Seal] = {}
    for number, name in enumerate(sorted(pdfs), start=1):
        tell(name, number, len(pdfs))
        whole[name], seals[name] = _one(name, pdfs[name], how)
    return whole, seals


def _one(name: str, pdf: bytes, how: Sealing) -> tuple[bytes, Seal]:
    """Return a PDF with its seal, and the seal as it is read back and proven on the bytes."""
    whole = sealed(pdf, name, how)
    try:
        (seal,) = seals_in(whole, how.roots)
    except (UnreadableSealError, ValueError) as error:
        raise _unsound(name, "den går inte att läsa") from error
    if seal.fault or not whole.startswith(pdf):
        raise _unsound(name, seal.fault or "filen som stämplades är ändrad")
    _check_conforming(name, whole)
    return whole, seal


def _unsound(name: str, why: str) -> KansliError:
    return KansliError(
        finding("ARK191", f"{name}: stämpeln håller inte när filen läses tillbaka: {why}", TextOrigin(name))
    )


def _check_conforming(name: str, pdf: bytes) -> None:
    for fault in faults_of(pdf):
        raise KansliError(finding("ARK136", f"{name}: {fault}", TextOrigin(name)), ExitCode.NOT_CONFORMING)


def _unfixed(folder: Path) -> Iterator[Finding]:
    if not (folder / MARK).is_file():
        yield finding("ARK187", f"{folder.name} är inte en fastställd version", TextOrigin(str(folder)))


def _target(folder: Path) -> Path:
    """Return the folder of the sealed results: one that is not there yet."""
    taken = {path.name for path in _sealed_ones(folder)}
    first = f"{folder.name}{_SEALED}"
    names = (first, *(f"{first}-{number}" for number in range(2, len(taken) + 3)))
    return folder.with_name(next(name for name in names if name not in taken))


def _written(target: Path, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Write the new folder, all or nothing; return the finding where the disk has not said that it holds it."""
    staging = staging_of(target)
    with told_in_swedish(target):
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        try:
            for name, data in files.items():
                write_through(staging / name, data)
                (staging / name).chmod(_READ_ONLY)
            check_written(staging, files)
            sync_folder(staging)
            staging.rename(target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        return unflushed(target, flushed=is_flushed(target.parent))
