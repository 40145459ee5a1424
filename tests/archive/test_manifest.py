"""manifest.json: what a build was made of."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from pipeline.fonts.bundled import DATA
from tests.cli.running import kansli, small_case


def test_the_manifest_names_every_font_that_set_the_papers_with_its_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kansli(capfd, "bygg", small_case(tmp_path)).code == 0
    fonts = json.loads((tmp_path / "outputs/KSKF-2024-1/manifest.json").read_bytes())["typsnitt"]
    assert "LiberationSans-Regular.ttf" in fonts
    assert fonts == {name: hashlib.sha256((DATA / name).read_bytes()).hexdigest() for name in fonts}
