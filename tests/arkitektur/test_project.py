"""The project's own files say one thing: versions, lock files, catalogue of findings and exit codes."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from pipeline import __version__
from pipeline.errors import ExitCode
from pipeline.findings.catalogue import ENTRIES

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {"requirements.lock": PROJECT["project"]["dependencies"]}
LOCKS["requirements-dev.lock"] = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["dev"],
]
_PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def canonical(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~; ]", requirement)[0]).lower()


def test_the_version_is_the_same_everywhere() -> None:
    assert PROJECT["project"]["version"] == __version__
    assert f"## {__version__}" in text_of("CHANGELOG.md")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address_and_no_path(lock: str) -> None:
    assert re.findall(r"(?i)://|index-url|find-links|trusted-host|@ |(?<![\w.])/\w|file:", text_of(lock)) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_pins_everything_that_the_project_asks_for_with_hashes(lock: str) -> None:
    text = text_of(lock)
    pinned = dict(_PINNED.findall(text))
    assert {canonical(requirement) for requirement in LOCKS[lock]} <= set(pinned)
    blocks = re.split(r"\n(?=[a-z])", text.strip())
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_two_lock_files_agree() -> None:
    runtime, dev = (dict(_PINNED.findall(text_of(lock))) for lock in LOCKS)
    assert runtime.items() <= dev.items()


@pytest.mark.parametrize("code", sorted(ENTRIES))
def test_an_entry_of_the_catalogue_says_everything_in_lower_case_without_full_stop(code: str) -> None:
    entry = ENTRIES[code]
    assert re.fullmatch(r"(ING|VAL|KOM|REN|ARK|SYS)\d{3}", code)
    assert all((entry.title, entry.what, entry.why, entry.example, entry.action))
    for fact in (entry.title, entry.action):
        assert not fact.endswith(".")
        assert not re.match(r"[A-ZÅÄÖ][a-zåäö]+ ", fact) or fact.split()[0] in {"Word", "Excel"}


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_stands_in_the_manual(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \|", text_of("docs/handbok.md"), re.MULTILINE)


def test_every_code_of_the_catalogue_is_raised_somewhere_in_the_program() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py"))
    outside = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py") if "catalogue" not in path.parts
    )
    assert source
    assert [code for code in ENTRIES if f'"{code}"' not in outside] == []


def test_every_code_of_the_catalogue_is_raised_by_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    assert [code for code in ENTRIES if code not in tests] == []


@pytest.mark.parametrize("script", [".ci/setup.sh", ".ci/lock.sh", ".ci/run", ".ci/webb.sh"])
def test_a_script_is_executable_and_parses(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    shell = "bash" if path.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash") else "sh"
    assert subprocess.run([shell, "-n", path], check=False).returncode == 0


def test_every_dependency_is_accounted_for() -> None:
    page = text_of("docs/dependencies.md")
    wanted = LOCKS["requirements-dev.lock"]
    assert [name for name in wanted if f"| {re.split(r'[<>=!~; ]', name)[0]} |" not in page] == []
