"""The catalogue of the stage's findings."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.findings.catalogue.ingest import ENTRIES

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "pipeline/ingest"


def test_every_code_is_raised_by_the_stage_and_by_a_test() -> None:
    known = {entry.code for entry in ENTRIES}
    raised = set(re.findall(r'"(ING\d{3})"', "".join(p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py"))))
    tested = set(re.findall(r'"(ING\d{3})"', "".join(p.read_text(encoding="utf-8") for p in HERE.glob("test_*.py"))))
    assert raised == known
    assert known - tested == set()


def test_every_entry_is_complete_and_has_a_code_of_its_own() -> None:
    codes = [entry.code for entry in ENTRIES]
    assert len(set(codes)) == len(codes)
    for entry in ENTRIES:
        for text in (entry.title, entry.what, entry.why, entry.example, entry.action):
            assert text, entry.code
            assert not text.endswith("."), entry.code
