"""Ingest: a case folder becomes the typed model, every leaf with its origin."""
