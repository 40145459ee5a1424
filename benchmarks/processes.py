"""Whole processes, measured: wall and processor time, and peak memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_STARTER = """
import os, sys, time
null = os.open(os.devnull, os.O_RDWR)
start = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[
    (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
_, status, usage = os.wait4(process, 0)
print(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
sys.exit(os.waitstatus_to_exitcode(status) != 0)
"""


@dataclass(frozen=True)
class Run:
    """One run of a command: wall and processor seconds, and peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def timed(*commands: Sequence[str]) -> Run:
    """Return what commands run after each other take together; the memory is the largest process's."""
    runs = [_timed(command) for command in commands]
    return Run(sum(run.wall for run in runs), sum(run.cpu for run in runs), max(run.memory for run in runs))


def _timed(command: Sequence[str]) -> Run:
    """Start the command from a small process, since a child's peak memory counts from what its parent had."""
    starter = [sys.executable, "-I", "-S", "-c", _STARTER]
    said = subprocess.run([*starter, *command], capture_output=True, text=True, check=False)
    if said.returncode:
        raise SystemExit(f"failed: {' '.join(command)}")
    wall, cpu, memory = map(float, said.stdout.split())
    return Run(wall, cpu, memory)


def kansli() -> list[str]:
    """Return the command line's command: the installed one beside this Python, else the module."""
    installed = Path(sys.executable).with_name("kansli")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "pipeline.cli"]
