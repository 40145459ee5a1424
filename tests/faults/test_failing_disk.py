"""Each operation on files fails in turn: the results stay whole, the run says so, and the next one succeeds."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.archive import swap
from pipeline.archive.publish import publish
from pipeline.errors import KansliError
from tests.cli.running import TEMPLATES
from tests.faults.conftest import THOROUGH
from tests.faults.layer import FileLayer
from tests.faults.world import World, tree

ERRORS = (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES)
# What has a path in its error, as the operating system has it; a read or a write that fails does not name the file.
_ON_HANDLES = {"read", "write", "flush", "fsync", "ftruncate", "pwrite", "sendfile", "flock"}


def failing(at: int, number: int, *, from_then_on: bool) -> Callable[[int, str], None]:
    """Return the trouble that one operation fails, or that all do from that one on."""

    def trouble(count: int, what: str) -> None:
        if count == at or (from_then_on and count > at):
            name, path = what.split(" ", 1)
            raise OSError(number, os.strerror(number), *([] if name in _ON_HANDLES else [path]))

    return trouble


def operations(world: World, roots: list[Path], *arguments: str) -> int:
    """Return how many operations below the roots a run takes when all goes well."""
    layer = FileLayer(roots, lambda _count, _what: None)
    with layer.between():
        assert world.run(*arguments) == 0
    return len(layer.log)


def attempts(count: int, few: int) -> Iterator[tuple[int, int, bool]]:
    """Yield which operation is to fail, how, and whether all after it do too: every one both ways, or ``few`` of them.

    The errors take turns, so that each comes in both ways at a quarter of the operations.
    """
    if THOROUGH:
        for at in range(1, count + 1):
            yield from ((at, ERRORS[(at + lasting) % 4], lasting) for lasting in (False, True))
        return
    for nth, at in enumerate(range(1, count + 1, max(count // few, 1))):
        yield at, ERRORS[nth % 4], nth % 3 == 0


def test_a_build_on_a_disk_that_fails_at_any_operation(world: World, capfd: pytest.CaptureFixture[str]) -> None:
    for at, number, lasting in attempts(operations(world, [world.outputs], "bygg", "prov"), few=24):
        world.turn()
        with FileLayer([world.outputs], failing(at, number, from_then_on=lasting)).between() as layer:
            code = world.run("bygg", "prov")
        told = (layer.log[at - 1 : at], errno.errorcode[number], lasting, code)
        said = capfd.readouterr().err
        assert code in {0, 6}, (told, said)
        assert ("fel[ARK10" in said) == (code == 6), (told, said)
        assert "Traceback" not in said
        assert world.faults(done=code == 0) == [], told
        assert world.faults_after_the_next_run() == [], told
        capfd.readouterr()


def test_a_build_whose_inputs_or_templates_cannot_be_read_at_any_operation(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    roots = [world.case, TEMPLATES]
    for at, number, lasting in attempts(operations(world, roots, "bygg", "prov"), few=24):
        world.turn()
        with FileLayer(roots, failing(at, number, from_then_on=lasting)).between() as layer:
            code = world.run("bygg", "prov")
        told = (layer.log[at - 1 : at], errno.errorcode[number], lasting, code)
        said = capfd.readouterr().err
        assert code in {0, 1, 6}, (told, said)
        assert ("fel[" in said) == (code != 0), (told, said)
        assert world.faults(done=code == 0) == [], told
        assert world.faults_after_the_next_run() == [], told
        capfd.readouterr()


def test_a_folder_of_inputs_that_cannot_be_listed_is_named_rather_than_left_out(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    (world.case / "bilagor").mkdir()

    def refuse(_count: int, what: str) -> None:
        if what.startswith("scandir") and what.endswith("bilagor"):
            raise PermissionError(errno.EACCES, "no", str(world.case / "bilagor"))

    world.turn()
    with FileLayer([world.case], refuse).between():
        assert world.run("bygg", "prov") == 6
    assert "fel[SYS112] " in (said := capfd.readouterr().err)
    assert "bilagor går inte att läsa: behörighet saknas" in said
    assert world.faults(done=False) == []
    assert world.faults_after_the_next_run() == []


@pytest.mark.parametrize(
    "arguments", [("verifiera", "outputs/KSKF-2024-1"), ("granska", "prov", "--till", "outputs/granskning")], ids=str
)
def test_other_commands_on_a_disk_that_fails_at_any_operation(
    world: World, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    for name in ("anteckning.txt", "bilder/foto.txt"):
        (world.results / name).unlink()
    (world.results / "bilder").rmdir()
    try:
        for at, number, lasting in attempts(operations(world, [world.outputs], *arguments), few=16):
            capfd.readouterr()
            with FileLayer([world.outputs], failing(at, number, from_then_on=lasting)).between() as layer:
                code = world.run(*arguments)
            said = capfd.readouterr().err
            told = (layer.log[at - 1 : at], errno.errorcode[number], lasting, code, said)
            assert code in {0, 1, 6}, told
            assert ("fel[" in said) == (code != 0), told
            assert world.run(*arguments) == 0, told
            assert world.leavings() == []
            assert not list(world.outputs.glob("granskning/.*"))
    finally:
        world.put_own()


def test_fixing_a_version_on_a_disk_that_fails_at_any_operation(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    world = World.made(tmp_path)
    world.turn()
    for name in ("anteckning.txt", "bilder/foto.txt"):
        (world.results / name).unlink()
    (world.results / "bilder").rmdir()
    world.build()
    built, count = tree(world.results), 1
    command = ("fastställ", "prov", "--av", "Eva Ek")
    for at, number, lasting in attempts(operations(world, [world.outputs], *command), few=24):
        capfd.readouterr()
        version = world.outputs / "KSKF-2024-1-version-1"
        remove(version)
        with FileLayer([world.outputs], failing(at, number, from_then_on=lasting)).between() as layer:
            code = world.run(*command)
        said = capfd.readouterr().err
        told = (layer.log[at - 1 : at], errno.errorcode[number], lasting, code, said)
        assert code in {0, 1, 6}, told
        assert ("fel[" in said) == (code != 0), told
        assert version.exists() == (code == 0), told
        assert tree(world.results) == built, told
        if code != 0:
            assert world.run(*command) == 0, told
        assert world.run("verifiera", str(version)) == 0, told
        assert world.leavings() == [], told
        count += 1
    assert count > 20


def remove(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink()
    if folder.exists():
        folder.rmdir()


FILES = {"a.docx": b"a" * 3000, "a.pdf": b"b" * 3000}


@pytest.mark.parametrize("exchange_works", [True, False])
def test_every_operation_of_publishing_fails_in_every_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchange_works: bool
) -> None:
    """Here all of them, for it takes no time: also where a file system has no exchange of two folders."""
    if not exchange_works:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    at = 1
    while all(
        published(tmp_path, at, number, lasting=lasting, moved_away=not exchange_works)
        for number in (ERRORS if THOROUGH else (ERRORS[at % 4],))
        for lasting in (False, True)
    ):
        at += 1
    assert at > 50


def published(folder: Path, at: int, number: int, *, lasting: bool, moved_away: bool) -> bool:
    """Publish over an earlier run while an operation fails; return whether there was that many of them."""
    target = folder / "A"
    publish(target, {"gammal.docx": b"g"})
    (target / "egen.txt").write_bytes(b"egen")
    earlier = tree(target)
    done = True
    with FileLayer([folder], failing(at, number, from_then_on=lasting)).between() as layer:
        try:
            publish(target, FILES)
        except KansliError:
            done = False
    # Where two renames take the place of the exchange, a disk that dies between them leaves the earlier files hidden.
    there = target if target.exists() or not moved_away else folder / ".A.gammal"
    assert (tree(there) == earlier) != done, (at, errno.errorcode[number], lasting)
    publish(target, FILES)
    assert tree(target).items() >= {**FILES, "egen.txt": b"egen"}.items()
    assert [path.name for path in folder.iterdir()] == ["A"]
    return len(layer.log) >= at


def test_what_is_in_place_and_not_confirmed_by_the_disk_is_told(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(_count: int, what: str) -> None:
        if what == "fsync outputs":
            raise OSError(errno.EIO, "no")

    world.turn()
    with FileLayer([world.outputs], refuse).between():
        assert world.run("bygg", "prov") == 0
    assert "varning[ARK110]" in capfd.readouterr().err
    assert world.faults(done=True) == []


def test_a_file_system_that_cannot_be_asked_to_flush_a_folder_is_no_trouble(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(_count: int, what: str) -> None:
        if what.startswith("fsync") and "." not in Path(what).name.lstrip("."):
            raise OSError(errno.EINVAL, "no")

    world.turn()
    with FileLayer([world.outputs], refuse).between():
        assert world.run("bygg", "prov") == 0
    assert "ARK110" not in capfd.readouterr().err
    assert world.faults(done=True) == []
