"""Real SIGKILL, at each operation on files and at any moment: the earlier results are whole, and so is the next run."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from pipeline.archive import swap
from pipeline.archive.single import write_file
from tests.faults.conftest import THOROUGH
from tests.faults.layer import FileLayer, Trouble
from tests.faults.world import World

KILLS = THOROUGH or 12


def forked(work: Callable[[], object]) -> int:
    """Start ``work`` in a process and a group of its own, and return its id; the parent is warm already."""
    process = os.fork()
    if process:
        return process
    try:
        os.setsid()
        silent = os.open(os.devnull, os.O_RDWR)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        work()
    finally:
        os._exit(0)


def ended(process: int) -> int:
    """Wait for a process and return the signal that ended it, or 0."""
    status = os.waitpid(process, 0)[1]
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def killing(at: int) -> Trouble:
    def trouble(count: int, _what: str) -> None:
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return trouble


def under(world: World, trouble: Trouble, *arguments: str) -> Callable[[], None]:
    def work() -> None:
        with FileLayer([world.outputs], trouble).between():
            world.run(*arguments)

    return work


def count_of(world: World, *arguments: str) -> int:
    layer = FileLayer([world.outputs], lambda _count, _what: None)
    with layer.between():
        world.run(*arguments)
    return len(layer.log)


def test_a_build_that_is_killed_at_an_operation_on_files(world: World) -> None:
    count = count_of(world, "bygg", "prov")
    for at in range(1, count + 1, 1 if THOROUGH else count // 12):
        world.turn()
        assert ended(forked(under(world, killing(at), "bygg", "prov"))) == signal.SIGKILL
        assert world.faults() == [], at
        assert world.faults_after_the_next_run() == [], at


def test_a_build_that_is_killed_at_any_moment_alone_or_with_its_group(world: World) -> None:
    random, killed = Random(5), 0
    began = time.monotonic()
    world.build()
    longest = time.monotonic() - began
    for number in range(KILLS):
        world.turn()
        process = forked(lambda: world.run("bygg", "prov"))
        time.sleep(random.uniform(0, longest * 1.1))
        if number % 2 and os.getpgid(process) == process:
            os.killpg(process, signal.SIGKILL)
        else:
            os.kill(process, signal.SIGKILL)
        killed += ended(process) == signal.SIGKILL
        assert world.faults() == [], number
        assert world.faults_after_the_next_run() == [], number
    sys.stdout.write(f"{killed} of {KILLS} builds were at it when they were killed\n")
    assert killed


def test_fixing_that_is_killed_at_an_operation_on_files(tmp_path: Path) -> None:
    world = World.made(tmp_path)
    for name in ("anteckning.txt", "bilder/foto.txt"):
        (world.results / name).unlink()
    (world.results / "bilder").rmdir()
    command = ("fastställ", "prov", "--av", "Eva Ek")
    count = count_of(world, *command)
    version = world.outputs / "KSKF-2024-1-version-1"
    for at in range(1, count + 1, 1 if THOROUGH else count // 8):
        shutil.rmtree(version)
        assert ended(forked(under(world, killing(at), *command))) == signal.SIGKILL
        assert not version.exists() or world.run("verifiera", str(version)) == 0, at
        world.turn()
        world.build()
        assert world.leavings() == [], at
        world.turn()
        world.build()
        assert world.run(*command) == 0
        assert world.run("verifiera", str(version)) == 0, at


def test_what_a_run_killed_between_two_renames_left_is_mended_by_whichever_run_comes_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also by one that refuses the results, and so writes nothing."""
    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    layer = FileLayer([world.outputs], lambda _count, _what: None)
    world.turn()
    with layer.between():
        world.build()
    at = 2 + max(number for number, what in enumerate(layer.log) if what.startswith("rename"))
    world.put_own()
    world.turn()
    assert ended(forked(under(world, killing(at - 1), "bygg", "prov"))) == signal.SIGKILL
    assert not world.results.exists()
    assert world.run("fastställ", "prov", "--av", "Eva Ek") == 1  # the text is another than when it was built
    assert world.results.exists()
    assert world.faults_after_the_next_run() == []


def test_a_single_file_whose_writing_is_killed_is_whole_and_its_draft_is_cleared_away(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write_file(target, b"tidigare")
    for at in range(1, 12):

        def work(at: int = at) -> None:
            with FileLayer([tmp_path], killing(at)).between():
                write_file(target, b"nyare")

        ended(forked(work))
        assert target.read_bytes() in {b"tidigare", b"nyare"}
        write_file(target, b"tidigare")
        assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
