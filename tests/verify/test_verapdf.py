"""veraPDF where it is on the path: what it says, and that what it does not say is no verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.verify import verapdf, verify_folder


def program(folder: Path, script: str) -> None:
    path = folder / "verapdf"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ('shift 4; for f; do echo "PASS $f 2a"; done', {"a.pdf": True}),
        ('shift 4; for f; do echo "FAIL $f 2a"; done', {"a.pdf": False}),
        ('f=$4; shift 4; if [ $f = ua1 ]; then echo "FAIL $1"; else echo "PASS $1"; fi', {"a.pdf": False}),
        ("exit 3", None),
        ("echo något annat", None),
    ],
)
def test_both_flavours_must_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: dict[str, bool] | None
) -> None:
    program(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert verapdf.verdicts([tmp_path / "a.pdf"]) == said


def test_what_is_not_asked_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert verapdf.verdicts([tmp_path / "a.pdf"]) is None
    assert "ARK137" in [each.code for each in verify_folder(tmp_path)]


def test_a_pdf_that_verapdf_refuses_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results = tmp_path / "resultat"
    results.mkdir()
    (results / "a.pdf").write_bytes(b"%PDF-1.7")
    program(tmp_path, 'shift 4; for f; do echo "FAIL $f 2a"; done')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert [each.code for each in verify_folder(results)].count("ARK136") == 2
