"""The ways the world breaks a run: each is told in Swedish with its code, and the earlier output stays as it was."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.cli.main import main
from tests.cli.running import FILES_OF_A_BUILD, ROOT, TEMPLATES, example_copy, kansli, own_process, small_case, tree

COMMAND = [sys.executable, "-m", "pipeline.cli"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
SET = "sätter KSKF"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Path:
    """Return a folder with a case, built once and changed since, so that a second build would write other files."""
    monkeypatch.chdir(tmp_path)
    case = small_case(tmp_path)
    assert kansli(capfd, "bygg", case).code == 0
    text = case / "texter" / "forsta-avsnittet.md"
    text.write_text("Nu står här något annat än {exempelsumma} och {exempelandel}.\n", encoding="utf-8")
    return tmp_path


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Hold that the results below ``folder`` are what they were."""
    before = tree(folder / "outputs")
    assert len(before) == FILES_OF_A_BUILD + 1  # and the list of checksums
    yield
    assert tree(folder / "outputs") == before


@contextmanager
def build_that_has_come_to(words: str, folder: Path, case: str) -> Iterator[subprocess.Popen[str]]:
    """Start a build and give it once it has written ``words``."""
    with subprocess.Popen(
        [*COMMAND, "bygg", case, "--mallar", str(TEMPLATES)],
        cwd=folder,
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stderr is not None
        for line in run.stderr:
            if words in line:
                break
        try:
            yield run
        finally:
            run.kill()


def leavings(folder: Path) -> list[str]:
    return [path.name for path in (folder / "outputs").iterdir() if path.suffix in {".ny", ".gammal"}]


def test_a_case_that_is_not_there_is_told_with_the_nearest_that_is(
    built: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with untouched(built):
        for name in ("inputs/porv", "porv"):
            ran = kansli(capfd, "bygg", name)
            assert (ran.code, ran.out) == (6, "")
            assert "fel[SYS101]" in ran.err
            assert 'menade du "inputs/prov"?' in ran.err


def test_a_file_given_for_a_case_is_told_to_be_one(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "bygg", built / "inputs" / "prov" / "arende.yaml")
    assert ran.code == 6
    assert "fel[SYS102]" in ran.err


def test_an_empty_folder_is_no_case(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (built / "inputs" / "tom").mkdir()
    with untouched(built):
        ran = kansli(capfd, "bygg", "tom")
    assert ran.code == 1
    assert "fel[ING101]" in ran.err


def test_a_folder_of_templates_that_is_not_there_is_named(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with untouched(built):
        ran = kansli(capfd, "bygg", "prov", "--mallar", "maller")
    assert ran.code == 6
    assert "fel[SYS103] mallarnas mapp finns inte: maller" in ran.err


def test_templates_without_the_municipality_are_told(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (built / "tomma").mkdir()
    with untouched(built):
        ran = kansli(capfd, "bygg", "prov", "--mallar", "tomma")
    assert ran.code == 1
    assert "fel[ING135]" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["saknas.docx"], "SYS104"),
        (["mapp.docx"], "SYS104"),
        (["gammal.doc"], "SYS109"),
        (["hel.docx", "--ut", "./hel.docx"], "SYS110"),
        (["hel.docx", "--ut", "mapp.docx"], "ARK107"),
        (["hel.docx", "--ut", "saknas/hel.pdf"], "ARK108"),
        (["hel.docx", "--ut", "gammal.doc/hel.pdf"], "ARK103"),
    ],
)
def test_a_word_file_or_a_pdf_that_cannot_be_is_told_with_code_6(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: list[str],
    code: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mapp.docx").mkdir()
    (tmp_path / "gammal.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    shutil.copy(TEMPLATES / "eskilstuna" / "beslut.docx", tmp_path / "hel.docx")
    before = tree(tmp_path)
    ran = kansli(capfd, "rendera", *arguments)
    assert (ran.code, ran.out) == (6, "")
    assert f"fel[{code}]" in ran.err
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["mall.dotx", "makron.docm", "MALL.DOTM"])
def test_templates_and_files_with_macros_are_word_files_too(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    shutil.copy(TEMPLATES / "eskilstuna" / "beslut.docx", tmp_path / name)
    ran = kansli(capfd, "rendera", tmp_path / name)
    assert ran.code == 0
    assert (tmp_path / name).with_suffix(".pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"ren text"])
def test_a_word_file_that_is_none_inside_leaves_the_earlier_pdf(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    (tmp_path / "a.pdf").write_bytes(b"%PDF tidigare")
    ran = kansli(capfd, "rendera", tmp_path / "a.docx")
    assert ran.code == 1
    assert "fel[" in ran.err
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF tidigare"


@pytest.mark.parametrize("where", ["outputs", "outputs/KSKF-2024-1"])
def test_a_file_where_the_results_should_lie_is_named_and_kept(
    built: Path, capfd: pytest.CaptureFixture[str], where: str
) -> None:
    shutil.rmtree(built / "outputs")
    (built / where).parent.mkdir(exist_ok=True)
    (built / where).write_bytes(b"egen")
    ran = kansli(capfd, "bygg", "prov")
    assert ran.code == 6
    assert "fel[ARK103]" in ran.err
    assert "sätter" not in ran.err
    assert (built / where).read_bytes() == b"egen"


def mounted(script: str) -> list[str]:
    """Return a prefix that runs a command in a mount namespace of its own, prepared by ``script``."""
    prefix = ["unshare", "-m", "sh", "-c", f'{script} && exec "$@"', "sh"]
    if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount, where the machine lets it")
    return prefix


def run_with(prefix: list[str], folder: Path, prepare: Callable[[], None] | None = None) -> tuple[int, str]:
    run = subprocess.run(
        [*prefix, *COMMAND, "bygg", "prov"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=prepare,
    )
    assert "Traceback" not in run.stderr + run.stdout
    return run.returncode, run.stderr


def test_a_read_only_folder_of_results_is_told_before_any_page_is_set(built: Path) -> None:
    prefix: list[str] = []
    if os.geteuid() == 0:
        prefix = mounted(
            f"mount --bind '{built}/outputs' '{built}/outputs' && mount -o remount,bind,ro '{built}/outputs'"
        )
    else:
        (built / "outputs").chmod(0o555)
    with untouched(built):
        code, said = run_with(prefix, built)
    (built / "outputs").chmod(0o755)
    assert code == 6
    assert "fel[ARK102]" in said
    assert "sätter" not in said


def test_a_file_larger_than_one_may_write_leaves_the_earlier_output(built: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    with untouched(built):
        code, said = run_with([], built, limit)
    assert code == 6
    assert "fel[ARK101]" in said
    assert leavings(built) == []


def test_a_disk_that_fills_up_leaves_the_earlier_output(built: Path) -> None:
    size = sum(map(len, tree(built / "outputs").values()))
    disk, kept = built / "outputs", built / "kopia"
    shutil.copytree(disk, kept)
    fill = f"mount -t tmpfs -o size={size * 3 // 2} none '{disk}' && cp -r '{kept}/.' '{disk}'"
    check = f"diff -r -x '*.lock' '{kept}' '{disk}' >&2 && find '{disk}' -name '*.ny' >&2"
    prefix = mounted(f'{fill} && "$@"; code=$?; {check}; exit $code; true')
    code, said = run_with(prefix, built)
    assert code == 6
    assert "fel[ARK101]" in said
    assert ".ny" not in said
    assert "diff" not in said


def test_an_interrupt_in_the_middle_changes_nothing(built: Path) -> None:
    with untouched(built), build_that_has_come_to(SET, built, "prov") as run:
        run.send_signal(signal.SIGINT)
        out, err = run.communicate()
    assert (run.returncode, out) == (130, "")
    assert err.endswith("avbrutet; inget ändrades\n")
    assert "Traceback" not in err
    assert leavings(built) == []


def test_a_killed_run_changes_nothing_and_the_next_one_builds(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with untouched(built), build_that_has_come_to(SET, built, "prov") as run:
        run.kill()
        run.wait()
    before = tree(built / "outputs")
    assert kansli(capfd, "bygg", "prov").code == 0
    assert tree(built / "outputs") != before
    assert leavings(built) == []


def test_the_second_of_two_builds_at_once_is_refused_and_the_first_is_done(
    built: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with build_that_has_come_to(SET, built, "prov") as first:
        first.send_signal(signal.SIGSTOP)
        with untouched(built):
            ran = kansli(capfd, "bygg", "prov")
        first.send_signal(signal.SIGCONT)
        out, _ = first.communicate()
    assert ran.code == 7
    assert f"fel[ARK104] en annan körning bygger redan till outputs/KSKF-2024-1 (process {first.pid})" in ran.err
    assert first.returncode == 0
    assert len(out.splitlines()) == FILES_OF_A_BUILD


def test_another_case_builds_while_the_first_is_at_it(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    example_copy(built)
    with build_that_has_come_to(SET, built, "kskf-2023-288") as first:
        first.send_signal(signal.SIGSTOP)
        assert kansli(capfd, "bygg", "prov").code == 0
        first.send_signal(signal.SIGCONT)
        first.communicate()
    assert first.returncode == 0


@pytest.mark.parametrize("content", [b"", b"inte en zip", b"PK\x05\x06" + bytes(18)], ids=["empty", "text", "zip"])
def test_a_template_that_is_no_word_file_leaves_the_earlier_output(
    built: Path, capfd: pytest.CaptureFixture[str], content: bytes
) -> None:
    shutil.copytree(TEMPLATES / "eskilstuna", built / "mallar" / "eskilstuna")
    (built / "mallar" / "eskilstuna" / "delarsrapport.docx").write_bytes(content)
    with untouched(built):
        ran = kansli(capfd, "bygg", "prov", "--mallar", "mallar")
    assert (ran.code, ran.out) == (1, "")
    assert "delarsrapport.docx" in ran.err
    assert ran.err.splitlines()[-1].startswith("underkänt: ")


def test_two_papers_of_one_file_name_are_refused(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(TEMPLATES / "eskilstuna", built / "mallar" / "eskilstuna")
    profile = built / "mallar" / "eskilstuna" / "profil.yaml"
    named = re.sub(r"(?m)^filnamn:.*$", "filnamn: '{diarienummer}'", profile.read_text(encoding="utf-8"))
    profile.write_text(named, encoding="utf-8")
    with untouched(built):
        ran = kansli(capfd, "bygg", "prov", "--mallar", "mallar")
    assert ran.code == 1
    assert "fel[ARK109]" in ran.err


def test_a_fault_in_the_program_is_one_line_with_the_trace_in_a_file(
    built: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("delat med noll")

    monkeypatch.setattr("pipeline.build.build", broken)
    monkeypatch.setattr("tempfile.tempdir", str(built))
    with untouched(built):
        ran = kansli(capfd, "bygg", "prov")
    assert (ran.code, ran.out) == (70, "")
    assert "fel[SYS900]" in ran.err
    (kept,) = built.glob("kansli-fel-*.txt")
    assert str(kept) in ran.err
    assert "ZeroDivisionError: delat med noll" in kept.read_text(encoding="utf-8")
    monkeypatch.setenv("KANSLI_FELSÖK", "1")
    assert main(["bygg", "prov"]) == 70
    assert "ZeroDivisionError: delat med noll" in capfd.readouterr().err


@pytest.mark.parametrize("arguments", [["förklara"], ["förklara", "SYS111"], ["--hjälp"]], ids=" ".join)
def test_a_full_device_for_the_output_is_told(built: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [*COMMAND, *arguments],
            cwd=built,
            env=ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 6
    assert run.stderr.startswith("fel[SYS111] ")
    assert len(run.stderr.splitlines()) == 3


def test_a_finding_cannot_steer_the_terminal(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    arende = built / "inputs" / "prov" / "arende.yaml"
    arende.write_text(
        arende.read_text(encoding="utf-8").replace("mall: eskilstuna", 'mall: "\\e[2Jesk\u202e"'), encoding="utf-8"
    )
    ran = kansli(capfd, "granska", "prov")
    assert ran.code == 1
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_the_language_of_the_shell_and_a_closed_stdin_change_nothing(built: Path) -> None:
    ran = own_process("bygg", "prov", cwd=built, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.code == 0


def test_a_font_that_is_missing_is_named_with_its_replacement(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "bygg", "prov")
    assert ran.code == 0
    assert re.search(r"^upplysning\[REN41\d\] .*ersätts av", ran.err, re.MULTILINE)
