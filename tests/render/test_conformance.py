"""Files of every kind that the tests make, held against PDF/A-2a and PDF/UA-1 by veraPDF in one go."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.render.rendering import made
from tests.render.samples import documents

VERAPDF = Path(__file__).parents[3] / "shared" / "tools" / "verapdf" / "verapdf"


def test_files_of_every_kind_conform(tmp_path: Path) -> None:
    paths = []
    for name, docx in documents():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(made(docx).rendered.pdf)
    if not VERAPDF.exists() or shutil.which("java") is None:
        pytest.skip("veraPDF finns inte vid sidan av projektet")

    run = subprocess.run([VERAPDF, "2a,ua1", *paths], capture_output=True, text=True, check=False)

    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == 2 * len(paths)
    failed = [
        (Path(result["file"]).stem, result["flavour"], result["rules"]) for result in results if not result["compliant"]
    ]
    assert failed == []
