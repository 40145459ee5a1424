"""Both PDFs conform to PDF/A-2a and PDF/UA-1, by veraPDF where it is at hand."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.hela.papers import ROOT, Papers

VERAPDF = ROOT.parent / "shared" / "tools" / "verapdf" / "verapdf"


def test_both_pdfs_pass_verapdf(papers: Papers, tmp_path: Path) -> None:
    if not VERAPDF.is_file() or shutil.which("java") is None:
        pytest.skip("veraPDF finns inte vid sidan av projektet")
    for name, data in (("beslut.pdf", papers.decision_pdf), ("bilaga.pdf", papers.report_pdf)):
        (tmp_path / name).write_bytes(data)

    run = subprocess.run(
        [VERAPDF, "2a,ua1", tmp_path / "beslut.pdf", tmp_path / "bilaga.pdf"],
        capture_output=True,
        text=True,
        check=False,
    )

    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == 4
    assert all(result["compliant"] for result in results), results
