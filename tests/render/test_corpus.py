"""Word files that nobody here wrote, where they lie beside the repository: none is lost, and each PDF conforms."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.render import RenderOptions, render

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "corpus" / "word"
VERAPDF = SHARED / "tools" / "verapdf" / "verapdf"
REFUSALS = {"REN401", "REN402", "REN403", "REN404", "REN405"}


def test_every_file_becomes_a_conforming_pdf_or_is_refused_with_a_finding(tmp_path: Path) -> None:
    if not CORPUS.is_dir():
        pytest.skip("korpusen finns inte vid sidan av projektet")
    written = []
    for path in sorted(CORPUS.glob("*.do[ct]x")):
        checked = render(path.read_bytes(), RenderOptions(path.name))
        codes = {finding.code for finding in checked.findings}
        assert "REN490" not in codes, (path.name, checked.findings)
        if checked.value is None:
            assert codes <= REFUSALS, path.name
        else:
            target = tmp_path / f"{path.name}.pdf"
            target.write_bytes(checked.value.pdf)
            written.append(target)
    assert len(written) >= 20
    if shutil.which("java") is None:
        pytest.skip("java finns inte")

    run = subprocess.run([VERAPDF, "2a,ua1", *written], capture_output=True, text=True, check=False)

    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == 2 * len(written)
    assert [result for result in results if not result["compliant"]] == []
