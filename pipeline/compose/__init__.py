"""Compose: a case and a template become the Word files."""

from __future__ import annotations

from pipeline.compose.contents import with_contents
from pipeline.compose.stage import Composed, compose

__all__ = ["Composed", "compose", "with_contents"]
