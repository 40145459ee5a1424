"""Writing the review of a case to a folder."""

from __future__ import annotations

from pathlib import Path

from pipeline.build import Outcome
from pipeline.model.case import Case
from pipeline.review import review_files


def write(folder: Path, case: Case, outcome: Outcome) -> tuple[Path, ...]:
    """Write the page and the data into the folder, which is made, and return their paths.

    Each is written whole or not at all. Raises KansliError where it cannot be.
    """
    from pipeline.archive.single import write_file
    from pipeline.archive.trouble import told_in_swedish

    with told_in_swedish(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in review_files(case, outcome.findings, outcome.review).items():
        path = folder / name
        write_file(path, content)
        written.append(path)
    return tuple(written)
