"""Compose: a case and a template become the Word files."""
