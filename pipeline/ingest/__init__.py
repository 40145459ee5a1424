"""Ingest: a case folder becomes the typed model, every leaf with its origin."""

from __future__ import annotations

from pipeline.ingest.case import ingest
from pipeline.ingest.profile import load_profile

__all__ = ["ingest", "load_profile"]
