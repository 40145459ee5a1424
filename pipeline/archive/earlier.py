"""What a person has changed or put in a folder of results is carried over to the new one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.archive.checksums import FILE_NAME, digest_of, read_list
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import TextOrigin


def carry_over(folder: Path, staging: Path, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Copy what is not ours from ``folder`` to ``staging``; return a finding for each file that had to change its name.

    Ours is what the earlier list of checksums names and what still has that digest.
    """
    if not folder.is_dir():
        return ()
    return tuple(_carried(folder, staging, files))


def _carried(folder: Path, staging: Path, files: Mapping[str, bytes]) -> Iterator[Finding]:
    listed = read_list(folder)
    for path in sorted(folder.iterdir()):
        if path.name == FILE_NAME or _is_ours(path, listed.get(path.name), files.get(path.name)):
            continue
        if path.name not in files:
            _copy(path, staging / path.name)
            continue
        aside = _free_name(path, folder, staging)
        _copy(path, aside)
        yield finding(
            "ARK201",
            f"{path.name} är ändrad sedan den byggdes, och ligger nu kvar som {aside.name}",
            TextOrigin(str(folder / aside.name)),
        )


def _is_ours(path: Path, listed: str | None, new: bytes | None) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    digest = digest_of(path.read_bytes())
    return digest == listed or (new is not None and digest == digest_of(new))


def _free_name(path: Path, *folders: Path) -> Path:
    number = 1
    while any((folder / _aside(path, number)).exists() for folder in folders):
        number += 1
    return folders[-1] / _aside(path, number)


def _aside(path: Path, number: int) -> str:
    return f"{path.stem}-handandrad-{number}{path.suffix}"


def _copy(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)
