"""A run's files, written all or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.archive.checksums import FILE_NAME, digest_of, listed
from pipeline.archive.earlier import carry_over
from pipeline.archive.swap import put_in_place, recover, staging_of, sync_folder
from pipeline.archive.trouble import told_in_swedish, unflushed
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import TextOrigin


@dataclass(frozen=True)
class Published:
    """The files as they lie in their folder, with what was found on the way."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


def publish(folder: Path, files: Mapping[str, bytes]) -> Published:
    """Write ``files`` by name into ``folder`` with a list of their checksums, in place of what an earlier run wrote.

    Guarantees, with the lock of ``claimed`` held: the files are gathered in a hidden folder beside, flushed to the
    disk, read back and compared before they take the earlier ones' place, all at once; a run that fails or is killed
    leaves the earlier ones whole, and the next run clears its leavings away; what a person has changed in the folder,
    or put there, is kept.
    Not guaranteed: that a reader who holds an earlier file open sees the new one; the one-step exchange on file
    systems without it (there a kill between two renames leaves the earlier files under a hidden name until the next
    run); what a disk loses that lies about having flushed.
    Raises KansliError of exit code 6 where the folder cannot be written, and ValueError for a name that is not ASCII.
    """
    odd = [name for name in files if not name.isascii() or Path(name).name != name]
    if odd:
        raise ValueError(f"not names of files in ASCII: {odd}")
    with told_in_swedish(folder):
        return _published(folder.resolve(), folder, {**files, FILE_NAME: listed(files)})


def _published(target: Path, shown: Path, files: Mapping[str, bytes]) -> Published:
    recover(target)
    staging = staging_of(target)
    staging.mkdir()
    try:
        findings = carry_over(target, staging, files)
        for name, data in files.items():
            write_through(staging / name, data)
        check_written(staging, files)
        sync_folder(staging)
        findings += unflushed(shown, flushed=put_in_place(staging, target))
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Published(tuple(shown / name for name in sorted(files) if name != FILE_NAME), findings)


def write_through(path: Path, data: bytes) -> None:
    """Write ``data`` to a new file at ``path`` and have it flushed to the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def check_written(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raise KansliError where a file in ``folder`` is not what was written."""
    for name, data in files.items():
        if digest_of((folder / name).read_bytes()) != digest_of(data):
            fact = f"{name} har ett annat innehåll på disken än det som skrevs"
            raise KansliError(finding("ARK105", fact, TextOrigin(str(folder / name))), ExitCode.FILE_ACCESS)
