"""The published paper, where it lies beside the repository; it is not part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPER = ROOT.parent / "shared" / "reference" / "000_dc8a4352ce13e06f.txt"


def read_published() -> str:
    """Return the text of the published paper; the test that asks is skipped where the paper is not."""
    if not PAPER.is_file():
        pytest.skip(f"{PAPER.name} finns inte vid sidan av projektet")
    return PAPER.read_text(encoding="utf-8")
