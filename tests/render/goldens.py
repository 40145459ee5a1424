"""Expected texts as files: read by a person once, then held against; renewed by ``KANSLI_NYA_FACIT=1``, never in CI."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"
RENEW = "KANSLI_NYA_FACIT"


def golden(name: str, actual: str) -> None:
    """Compare with the file of this name, or write it where the environment asks for that."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(RENEW):
        if os.environ.get("CI"):
            pytest.fail(f"{RENEW} is refused in CI: expected texts are renewed and read by a person")
        path.write_text(actual, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: {RENEW}=1 writes it"
    assert actual == path.read_text(encoding="utf-8")
