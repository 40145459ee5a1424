"""Findings of the kind ARK: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
