"""Sealing that fails or is killed at each operation on files: what was built is whole, and so is what is sealed."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.main import main
from tests.faults.conftest import THOROUGH
from tests.faults.layer import FileLayer, Trouble
from tests.faults.test_failing_disk import attempts, failing
from tests.faults.test_killed import ended, forked, killing
from tests.faults.world import NAME, World, tree
from tests.seal.pki import PASSWORD, Authority


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a world with results that hold nothing of a person's own, and with a key."""
    world = World.made(tmp_path_factory.mktemp("ärende"))
    for name in ("anteckning.txt", "bilder/foto.txt"):
        (world.results / name).unlink()
    (world.results / "bilder").rmdir()
    authority = Authority()
    (world.folder / "stampel.p12").write_bytes(authority.issue().pkcs12([authority.cert]))
    (world.folder / "losen.txt").write_text(PASSWORD, "utf-8")
    return world


def seal(world: World) -> int:
    here = Path.cwd()
    os.chdir(world.folder)
    try:
        key = ["--certifikat", "stampel.p12", "--lösenordsfil", "losen.txt"]
        return main(["stämpla", f"outputs/{NAME}", *key])
    finally:
        os.chdir(here)


def sealed(world: World) -> Path:
    return world.outputs / f"{NAME}-stamplad"


def operations(world: World) -> int:
    layer = FileLayer([world.outputs], lambda _count, _what: None)
    with layer.between():
        assert seal(world) == 0
    shutil.rmtree(sealed(world))
    return len(layer.log)


def check_whole(world: World, built: dict[str, bytes], told: object) -> None:
    """Hold that what was built is as it was, and that what is sealed, if anything, is whole."""
    assert tree(world.results) == built, told
    assert not sealed(world).exists() or world.run("verifiera", str(sealed(world))) == 0, told
    shutil.rmtree(sealed(world), ignore_errors=True)
    assert seal(world) == 0, told
    assert world.run("verifiera", str(sealed(world))) == 0, told
    assert world.leavings() == [], told
    shutil.rmtree(sealed(world))


def test_sealing_on_a_disk_that_fails_at_any_operation(ready: World, capfd: pytest.CaptureFixture[str]) -> None:
    built = tree(ready.results)
    for at, number, lasting in attempts(operations(ready), few=16):
        capfd.readouterr()
        with FileLayer([ready.outputs], failing(at, number, from_then_on=lasting)).between() as layer:
            code = seal(ready)
        said = capfd.readouterr().err
        told = (layer.log[at - 1 : at], errno.errorcode[number], lasting, code, said)
        assert code in {0, 1, 6}, told
        assert ("fel[" in said) == (code != 0), told
        assert sealed(ready).exists() == (code == 0), told
        check_whole(ready, built, told)


def test_sealing_that_is_killed_at_an_operation_on_files(ready: World) -> None:
    built = tree(ready.results)
    count = operations(ready)
    for at in range(1, count + 1, 1 if THOROUGH else count // 8):
        assert ended(forked(under(ready, killing(at)))) == signal.SIGKILL
        check_whole(ready, built, at)


def under(world: World, trouble: Trouble) -> Callable[[], None]:
    def work() -> None:
        with FileLayer([world.outputs], trouble).between():
            seal(world)

    return work
