"""The review of a case as a page to read and as data: what was found, held, accepted and not checked."""

from __future__ import annotations

from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.review.as_json import as_json
from pipeline.review.contents import gathered
from pipeline.review.page import page
from pipeline.validate import Review

__all__ = ["DATA", "PAGE", "review_files"]

PAGE, DATA = "granskning.html", "granskning.json"


def review_files(case: Case, findings: tuple[Finding, ...], review: Review | None) -> dict[str, bytes]:
    """Return the page and the data by file name; ``findings`` are all that stand, those of other stages too."""
    reviewed = gathered(case, findings, review or Review(()))
    return {PAGE: page(reviewed), DATA: as_json(reviewed)}
