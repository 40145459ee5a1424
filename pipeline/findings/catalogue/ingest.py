"""Findings of the kind ING: what can be wrong with a case folder and a profile as they are read."""

from __future__ import annotations

from pipeline.findings.catalogue import ingest_binding, ingest_excel, ingest_files, ingest_prose, ingest_word
from pipeline.findings.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = (
    *ingest_files.ENTRIES,
    *ingest_binding.ENTRIES,
    *ingest_excel.ENTRIES,
    *ingest_prose.ENTRIES,
    *ingest_word.ENTRIES,
)
