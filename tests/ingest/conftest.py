"""Fixtures of the ingest tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.cases import CaseFolder, make_case


@pytest.fixture
def case(tmp_path: Path) -> CaseFolder:
    """Return a valid case on disk."""
    return make_case(tmp_path)
