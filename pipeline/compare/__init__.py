"""Compare: what differs between two versions of a case's papers, or between any two Word files."""

from __future__ import annotations

__all__: list[str] = []
