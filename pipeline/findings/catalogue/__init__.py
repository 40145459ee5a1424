"""The catalogue of findings: every code, with its explanation in Swedish."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.findings.catalogue import (
    archive,
    archive_seal,
    archive_verify,
    compose,
    ingest,
    render,
    system,
    validate,
    validate_claims,
    validate_directions,
    validate_figures,
    validate_files,
    validate_form,
    validate_privacy,
    validate_relations,
    validate_structure,
    validate_tables,
    validate_text,
    validate_times,
    validate_told,
)
from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Finding
from pipeline.model.origin import Origin

ENTRIES: Mapping[str, Entry] = {
    entry.code: entry
    for stage in (
        ingest,
        validate,
        validate_tables,
        validate_figures,
        validate_told,
        validate_directions,
        validate_claims,
        validate_form,
        validate_relations,
        validate_privacy,
        validate_structure,
        validate_text,
        validate_times,
        validate_files,
        compose,
        render,
        archive,
        archive_seal,
        archive_verify,
        system,
    )
    for entry in stage.ENTRIES
}


_OF_RULES = "VAL"  # their excerpts are cut around what they are about, when all that is accepted is known
LONGEST_EXCERPT = 2_000  # characters of a line that is shown; a text without line ends is no place to look at


def finding(
    code: str,
    message: str,
    *origins: Origin,
    help: str = "",  # noqa: A002 - the word the terminal prints
    excerpt: str = "",
    shown_in: str = "",
) -> Finding:
    """Return a finding of the catalogue's severity; without ``help``, the catalogue's own advice stands.

    Raises KeyError for a code that is not in the catalogue, which is a fault of ours.
    """
    entry = ENTRIES[code]
    shown = excerpt if code.startswith(_OF_RULES) else excerpt[:LONGEST_EXCERPT]
    return Finding(code, entry.severity, message, help or entry.action, origins, shown, shown_in)
