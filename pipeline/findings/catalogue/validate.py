"""Findings of the kind VAL: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
