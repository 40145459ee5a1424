"""veraPDF where it is on the path: its report is read right, and what it does not say is no verdict."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from pipeline.verify import verapdf, verify_folder
from pipeline.verify.verapdf import Word, asked, asked_about
from tests.cli.running import kansli, small_case

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<report>
  <buildInformation>
    <releaseDetails id="core" version="1.31.50" buildDate="2026-10-16T05:46:00Z"></releaseDetails>
    <releaseDetails id="validation-model" version="1.31.207" buildDate="2026-10-21T08:47:00Z"></releaseDetails>
  </buildInformation>
  <jobs>"""
ITEM = '<job><item size="14000"><name>{name}</name></item>'
REPORT = (
    ITEM + '<validationReport jobEndStatus="{end}" profileName="PDF/A-2a validation profile" statement="…" '
    'isCompliant="{compliant}"><details passedRules="153" failedRules="0" passedChecks="9" failedChecks="0"></details>'
    "</validationReport></job>"
)
EXCEPTION = (
    ITEM + '<taskException type="{type}" isExecuted="true" isSuccess="false"><exceptionMessage>Exception: Couldn\'t '
    "parse stream caused by exception: End of file is reached</exceptionMessage></taskException></job>"
)
TAIL = '</jobs><batchSummary totalJobs="1" failedToParse="0"></batchSummary></report>'


def job(name: str, compliant: str = "true", end: str = "normal") -> str:
    return REPORT.format(name=name, compliant=compliant, end=end)


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, *jobs: str, script: str = "") -> None:
    """Put a ``verapdf`` on the path that writes a report of these jobs, or does what the script says."""
    answer = folder / "svar.xml"
    answer.write_text(HEAD + "".join(jobs) + TAIL, "utf-8")
    path = folder / "verapdf"
    path.write_text(f"#!/bin/sh\n{script or f'cat {answer}'}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


@pytest.mark.parametrize(
    ("jobs", "word"),
    [
        ((job("/PLATS/a.pdf"),), Word.PASSED),
        ((job("/PLATS/a.pdf", "false"),), Word.FAILED),
        ((EXCEPTION.format(name="/PLATS/a.pdf", type="PARSE"),), Word.FAILED),
        ((EXCEPTION.format(name="/PLATS/a.pdf", type="VALIDATE"),), Word.NO_ANSWER),
        ((job("/PLATS/a.pdf", end="cancelled"),), Word.NO_ANSWER),
        ((job("/PLATS/a.pdf", "kanske"),), Word.NO_ANSWER),
        ((job("/PLATS/aa.pdf"),), Word.NO_ANSWER),
        ((), Word.NO_ANSWER),
    ],
)
def test_the_report_of_the_command_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: tuple[str, ...], word: Word
) -> None:
    program(tmp_path, monkeypatch, *jobs)
    answer = asked([tmp_path / "a.pdf"])
    assert answer.words == {"a.pdf": word}
    assert str(answer) == f"{word.value} av version 1.31.50"


@pytest.mark.parametrize(
    "script", ["exit 3", "echo PASS $5 2a", "kill -9 $$", f"echo '{HEAD}'", "printf '<?xml version=\"1.0\"?><svar/>'"]
)
def test_a_program_that_crashes_or_says_something_else_has_not_passed_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    program(tmp_path, monkeypatch, script=script)
    answer = asked([tmp_path / "a.pdf"])
    assert answer.whole is Word.NO_ANSWER
    assert [each.code for each in answer.findings("")] == ["ARK143"]


def test_a_program_that_does_not_end_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "LONGEST", 1)
    child = tmp_path / "barn"
    program(tmp_path, monkeypatch, script=f"sleep 600 & echo $! > {child}; sleep 600")
    assert asked([tmp_path / "a.pdf"]).whole is Word.NO_ANSWER
    for _ in range(200):  # a signal that is sent is not yet one that has been met
        if is_gone(int(child.read_text("utf-8"))):
            return
        time.sleep(0.05)
    pytest.fail("the child is still at it")


def is_gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").split()[2] in "ZX"
    except OSError:
        return True


def test_both_flavours_must_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nej.xml").write_text(HEAD + job("a.pdf", "false") + TAIL, "utf-8")
    script = f"if [ $4 = ua1 ]; then cat {tmp_path}/nej.xml; else cat {tmp_path}/svar.xml; fi"
    program(tmp_path, monkeypatch, job("a.pdf"), script=script)
    assert asked([tmp_path / "a.pdf"]).words == {"a.pdf": Word.FAILED}


def test_what_is_not_asked_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert asked([tmp_path / "a.pdf"]).whole is Word.NOT_THERE
    assert str(asked_about({"a.pdf": b"%PDF"})) == "inte kontrollerat"
    assert "ARK137" in [each.code for each in verify_folder(tmp_path)]


def test_a_pdf_that_verapdf_refuses_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results = tmp_path / "resultat"
    results.mkdir()
    (results / "a.pdf").write_bytes(b"%PDF-1.7")
    program(tmp_path, monkeypatch, job("a.pdf", "false"))
    assert [each.code for each in verify_folder(results)].count("ARK136") == 2


def test_pdfs_that_lie_nowhere_yet_are_asked_about_and_leave_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "tillfällig"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    program(tmp_path, monkeypatch, job("a.pdf"), script=f'grep -q "%PDF" "$5" && cat {tmp_path}/svar.xml')
    assert asked_about({"a.pdf": b"%PDF-1.7"}).whole is Word.PASSED
    assert list(passing.iterdir()) == []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "saknas"))
    assert asked_about({"a.pdf": b"%PDF-1.7"}).whole is Word.NO_ANSWER


@pytest.mark.parametrize(
    ("compliant", "code", "said"), [("true", 0, "godkänd av version 1.31.50"), ("false", 1, ""), ("", 0, "inget svar")]
)
def test_a_build_asks_verapdf_and_the_manifest_holds_its_word(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    compliant: str,
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    case = small_case(tmp_path)
    names = ("KSKF-2024-1_beslut_prov.pdf", "KSKF-2024-1_bilaga-1_prov.pdf")
    program(tmp_path, monkeypatch, *(job(name, compliant) for name in names), script="" if compliant else "exit 1")
    ran = kansli(capfd, "bygg", case)
    assert ran.code == code
    assert ("fel[ARK136]" in ran.err) == (code == 1)
    assert ("varning[ARK143]" in ran.err) == (not compliant)
    written = tmp_path / "outputs" / "KSKF-2024-1" / "manifest.json"
    assert written.exists() == (code == 0)
    if code == 0:
        assert json.loads(written.read_bytes())["kontroller"]["veraPDF"] == said
        assert kansli(capfd, "verifiera", written.parent).code == 0
        monkeypatch.setenv("PATH", "/usr/bin:/bin")
        rebuilt = kansli(capfd, "verifiera", written.parent, "--fall", str(case))
        assert ("ARK138" in rebuilt.err) == (not compliant)  # the review tells of the missing answer
