"""Writing the review of a case to a folder."""

from __future__ import annotations

from pathlib import Path

from pipeline.build import Outcome
from pipeline.model.case import Case
from pipeline.review import review_files


def write(folder: Path, case: Case, outcome: Outcome) -> tuple[Path, ...]:
    """Write the page and the data into the folder, which is made, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in review_files(case, outcome.findings, outcome.review).items():
        path = folder / name
        path.write_bytes(content)
        written.append(path)
    return tuple(written)
