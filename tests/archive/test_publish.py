"""A run's files, written all or nothing."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive import publish as publish_module
from pipeline.archive import swap
from pipeline.archive.checksums import FILE_NAME, listed, read_list
from pipeline.archive.publish import publish
from pipeline.archive.single import write_file
from pipeline.errors import ExitCode, KansliError

FILES = {"beslut.docx": b"ett", "beslut.pdf": b"tv\xe5"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != FILE_NAME}


def test_the_files_lie_in_the_folder_with_a_list_of_their_checksums(tmp_path: Path) -> None:
    published = publish(tmp_path / "A", FILES)
    assert contents(tmp_path / "A") == FILES
    assert published.files == (tmp_path / "A" / "beslut.docx", tmp_path / "A" / "beslut.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["A"]
    checked = subprocess.run(["sha256sum", "-c", FILE_NAME], cwd=tmp_path / "A", capture_output=True, check=False)
    assert checked.returncode == 0


def test_the_next_run_takes_the_place_of_the_earlier_one_and_of_files_it_no_longer_makes(tmp_path: Path) -> None:
    publish(tmp_path / "A", {**FILES, "bilaga.pdf": b"x"})
    assert not publish(tmp_path / "A", {"beslut.docx": b"nytt"}).findings
    assert contents(tmp_path / "A") == {"beslut.docx": b"nytt"}


def test_a_file_changed_by_hand_is_kept_under_a_name_of_its_own(tmp_path: Path) -> None:
    publish(tmp_path / "A", FILES)
    for number in (1, 2):
        (tmp_path / "A" / "beslut.docx").write_bytes(b"rad %d" % number)
        (found,) = publish(tmp_path / "A", FILES).findings
        assert found.code == "ARK201"
        assert f"beslut-handandrad-{number}.docx" in found.message
    assert contents(tmp_path / "A") == {
        **FILES,
        "beslut-handandrad-1.docx": b"rad 1",
        "beslut-handandrad-2.docx": b"rad 2",
    }


def test_what_a_person_has_put_in_the_folder_is_kept(tmp_path: Path) -> None:
    publish(tmp_path / "A", FILES)
    (tmp_path / "A" / "anteckning.txt").write_text("min", encoding="utf-8")
    (tmp_path / "A" / "mapp").mkdir()
    (tmp_path / "A" / "mapp" / "fil").write_bytes(b"0")
    (tmp_path / "A" / "genväg").symlink_to("anteckning.txt")
    assert not publish(tmp_path / "A", FILES).findings
    assert (tmp_path / "A" / "anteckning.txt").read_text(encoding="utf-8") == "min"
    assert (tmp_path / "A" / "mapp" / "fil").read_bytes() == b"0"
    assert (tmp_path / "A" / "genväg").is_symlink()


def test_a_folder_that_we_never_wrote_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "A").mkdir()
    (tmp_path / "A" / "beslut.docx").write_bytes(b"egen")
    (found,) = publish(tmp_path / "A", FILES).findings
    assert found.code == "ARK201"
    assert contents(tmp_path / "A") == {**FILES, "beslut-handandrad-1.docx": b"egen"}


def test_a_full_disk_leaves_the_earlier_files_and_no_leavings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "A", FILES)

    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publish_module, "write_through", full)
    with pytest.raises(KansliError) as caught:
        publish(tmp_path / "A", {"beslut.docx": b"nytt"})
    assert (caught.value.finding.code, caught.value.exit_code) == ("ARK101", ExitCode.FILE_ACCESS)
    assert contents(tmp_path / "A") == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["A"]


def test_a_file_that_reads_back_otherwise_is_never_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path / "A", FILES)
    monkeypatch.setattr(publish_module, "write_through", lambda path, data: path.write_bytes(data + b"x"))
    with pytest.raises(KansliError) as caught:
        publish(tmp_path / "A", {"beslut.docx": b"nytt"})
    assert (caught.value.finding.code, caught.value.exit_code) == ("ARK105", ExitCode.FILE_ACCESS)
    assert contents(tmp_path / "A") == FILES


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EDQUOT, "ARK101"),
        (errno.EROFS, "ARK102"),
        (errno.EACCES, "ARK102"),
        (errno.ENOTDIR, "ARK103"),
        (errno.ENAMETOOLONG, "ARK106"),
        (errno.EIO, "ARK106"),
    ],
)
def test_what_the_system_refuses_has_a_code_and_a_fact_in_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(publish_module, "write_through", refuse)
    with pytest.raises(KansliError) as caught:
        publish(tmp_path / "A", FILES)
    assert caught.value.finding.code == code
    assert os.strerror(number) not in caught.value.finding.message
    assert caught.value.exit_code is ExitCode.FILE_ACCESS


@pytest.mark.parametrize("exchange_works", [True, False])
def test_the_earlier_folder_stays_whole_when_the_swap_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exchange_works: bool
) -> None:
    publish(tmp_path / "A", FILES)
    if not exchange_works:
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    publish(tmp_path / "A", {"beslut.docx": b"nytt"})
    assert contents(tmp_path / "A") == {"beslut.docx": b"nytt"}

    def broken(_one: Path, _other: Path) -> bool:
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(swap, "_exchange", broken)
    with pytest.raises(KansliError):
        publish(tmp_path / "A", FILES)
    assert contents(tmp_path / "A") == {"beslut.docx": b"nytt"}
    assert [path.name for path in tmp_path.iterdir()] == ["A"]


def test_the_second_of_two_renames_failing_puts_the_earlier_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path / "A", FILES)
    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == ".A.ny":
            raise OSError(errno.EIO, "I/O error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(KansliError):
        publish(tmp_path / "A", {"beslut.docx": b"nytt"})
    assert contents(tmp_path / "A") == FILES


def test_the_next_run_mends_what_a_killed_one_left(tmp_path: Path) -> None:
    publish(tmp_path / "A", {**FILES, "egen.txt": b"1"})
    (tmp_path / "A" / "anteckning.txt").write_bytes(b"min")
    (tmp_path / "A").rename(tmp_path / ".A.gammal")
    (tmp_path / ".A.ny").mkdir()
    (tmp_path / ".A.ny" / "halv.docx").write_bytes(b"h")
    publish(tmp_path / "A", FILES)
    assert contents(tmp_path / "A") == {**FILES, "anteckning.txt": b"min"}
    assert [path.name for path in tmp_path.iterdir()] == ["A"]


KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.archive import publish as module
count = 0
def counted(path, data):
    global count
    count += 1
    if count > int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    path.write_bytes(data)
module.write_through = counted
module.publish(Path(sys.argv[1]), {"beslut.docx": b"nytt", "beslut.pdf": b"nytt"})
"""


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_run_killed_at_any_file_leaves_the_earlier_output_whole(tmp_path: Path, after: int) -> None:
    publish(tmp_path / "A", FILES)
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "A", str(after)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert contents(tmp_path / "A") == FILES
    publish(tmp_path / "A", {"beslut.docx": b"nytt"})
    assert contents(tmp_path / "A") == {"beslut.docx": b"nytt"}
    assert [path.name for path in tmp_path.iterdir()] == ["A"]


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "A").write_bytes(b"fil")
    with pytest.raises(KansliError) as caught:
        publish(tmp_path / "A" / "B", FILES)
    assert caught.value.finding.code == "ARK103"
    assert (tmp_path / "A").read_bytes() == b"fil"


@pytest.mark.parametrize("name", ["ärende.docx", "../beslut.docx", "a/b.docx"])
def test_a_name_that_is_not_ascii_or_leads_out_of_the_folder_is_our_fault(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="ASCII"):
        publish(tmp_path / "A", {name: b""})


def test_a_symbolic_link_to_the_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "A").symlink_to("disk")
    assert publish(tmp_path / "A", FILES).files[0] == tmp_path / "A" / "beslut.docx"
    assert (tmp_path / "A").is_symlink()
    assert contents(tmp_path / "disk") == FILES


names = st.text("abcdefgh._", min_size=1, max_size=6).filter(lambda name: name.strip(".") and name != FILE_NAME)


@given(st.dictionaries(names, st.binary(max_size=20)))
def test_the_list_of_checksums_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("summor")
    (folder / FILE_NAME).write_bytes(listed(files))
    assert set(read_list(folder)) == set(files)


def test_a_single_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.pdf", b"1")
    write_file(tmp_path / "a.pdf", b"22")
    assert (tmp_path / "a.pdf").read_bytes() == b"22"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_single_file_is_not_put_where_a_folder_stands_or_where_no_folder_is(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(KansliError) as caught:
        write_file(tmp_path / "a.pdf", b"1")
    assert caught.value.finding.code == "ARK107"
    with pytest.raises(KansliError) as caught:
        write_file(tmp_path / "saknas" / "a.pdf", b"1")
    assert caught.value.finding.code == "ARK108"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
