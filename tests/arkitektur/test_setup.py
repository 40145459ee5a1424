"""The set-up script, with a Python, an apt-get and an id of our own: what it says and when it does nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Makes a .venv whose python writes down what it is asked; the files "too-old" and "no-venv" say what this one lacks.
PYTHON = """#!/bin/sh
here=$(dirname "$0")
case "$*" in
    *"version_info <"*) [ ! -e "$here/too-old" ] ;;
    *ensurepip*) [ ! -e "$here/no-venv" ] ;;
    *version_info*) echo 3.12 ;;
    "-V") echo Python 3.12.0 ;;
    "-m venv"*)
        mkdir -p .venv/bin
        printf '#!/bin/sh\\n[ "$1" = -V ] && echo Python 3.12.0\\necho "$*" >>"%s/asked"\\n' "$here" >.venv/bin/python
        chmod +x .venv/bin/python ;;
esac
"""
APT = """#!/bin/sh
echo "$*" >>"$(dirname "$0")/apt"
rm -f "$(dirname "$0")/no-venv"
"""


@dataclass(frozen=True)
class Machine:
    """A folder with the project's set-up, and one with the programs that it finds."""

    project: Path
    programs: Path

    def set_up(self, what: str = "runtime") -> tuple[int, str]:
        run = subprocess.run(
            ["sh", ".ci/setup.sh", what],
            cwd=self.project,
            env={**os.environ, "PATH": f"{self.programs}:/usr/bin:/bin", "KANSLI_PYTHON": "fakepython"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return run.returncode, run.stdout + run.stderr

    def asked(self, name: str = "asked") -> str:
        file = self.programs / name
        return file.read_text(encoding="utf-8") if file.exists() else ""


def program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "ett projekt", tmp_path / "program")
    (made.project / ".ci").mkdir(parents=True)
    made.programs.mkdir()
    shutil.copy(ROOT / ".ci" / "setup.sh", made.project / ".ci")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (made.project / lock).write_text(f"# {lock}\n", encoding="utf-8")
    program(made.programs / "fakepython", PYTHON)
    program(made.programs / "apt-get", APT)
    program(made.programs / "id", "#!/bin/sh\necho 1000\n")
    return made


def test_the_first_run_says_one_line_a_step_and_the_second_nothing(machine: Machine) -> None:
    code, said = machine.set_up()
    assert code == 0
    assert said.splitlines() == [
        "skapar den virtuella miljön .venv med Python 3.12.0 …",
        "installerar requirements.lock …",
    ]
    assert "--require-hashes -r requirements.lock" in machine.asked()
    assert machine.set_up() == (0, "")


def test_the_tests_need_the_other_lock_file_besides(machine: Machine) -> None:
    machine.set_up()
    assert machine.set_up("dev") == (0, "installerar requirements-dev.lock …\n")
    assert machine.set_up("dev") == (0, "")
    assert machine.set_up() == (0, "")


def test_a_lock_file_that_has_changed_is_installed_anew(machine: Machine) -> None:
    machine.set_up("dev")
    (machine.project / "requirements.lock").write_text("# en annan\n", encoding="utf-8")
    assert "installerar requirements.lock …" in machine.set_up()[1]


def test_a_project_that_was_moved_is_set_up_anew(machine: Machine) -> None:
    machine.set_up()
    moved = Machine(machine.project.rename(machine.project.with_name("flyttad")), machine.programs)
    assert "skapar den virtuella miljön" in moved.set_up()[1]


def test_a_set_up_that_was_interrupted_starts_over(machine: Machine) -> None:
    machine.set_up()
    (machine.project / ".venv" / "stamp-runtime").unlink()
    assert "installerar requirements.lock …" in machine.set_up()[1]


def test_a_python_that_is_too_old_is_named_with_what_to_do(machine: Machine) -> None:
    (machine.programs / "too-old").touch()
    code, said = machine.set_up()
    assert code == 3
    assert said.startswith("fel: Python 3.11 eller nyare saknas\n  = hjälp: ")
    assert machine.asked("apt") == ""


def test_a_missing_package_is_named_for_a_person_who_may_not_install(machine: Machine) -> None:
    (machine.programs / "no-venv").touch()
    code, said = machine.set_up()
    assert code == 3
    assert "paketet python3.12-venv saknas" in said
    assert "apt install python3.12-venv" in said
    assert machine.asked("apt") == ""


def test_a_missing_package_is_installed_for_root(machine: Machine) -> None:
    (machine.programs / "no-venv").touch()
    program(machine.programs / "id", "#!/bin/sh\necho 0\n")
    code, said = machine.set_up()
    assert code == 0
    assert "installerar systempaket: python3.12-venv" in said
    assert "python3.12-venv" in machine.asked("apt")


def test_a_package_that_cannot_be_fetched_is_told_with_what_apt_said(machine: Machine) -> None:
    (machine.programs / "no-venv").touch()
    program(machine.programs / "id", "#!/bin/sh\necho 0\n")
    program(machine.programs / "apt-get", "#!/bin/sh\necho 'E: no network'\nexit 100\n")
    code, said = machine.set_up()
    assert code == 3
    assert "E: no network" in said
    assert "systempaketen gick inte att installera" in said


def test_dependencies_that_cannot_be_fetched_leave_no_stamp(machine: Machine) -> None:
    failing = PYTHON.replace(
        'echo "$*" >>', 'echo "ingen väg till nätet"; case "$*" in *pip*) exit 1;; esac; echo "$*" >>'
    )
    program(machine.programs / "fakepython", failing)
    code, said = machine.set_up()
    assert code == 3
    assert "ingen väg till nätet" in said
    assert "fel: beroendena i requirements.lock gick inte att installera" in said
    assert not (machine.project / ".venv" / "stamp-runtime").exists()
