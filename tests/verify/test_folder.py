"""Tampering with results: a byte in any file, a file gone, added, renamed or exchanged, is found and named."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.archive.checksums import FILE_NAME as LIST
from pipeline.archive.checksums import listed
from pipeline.findings.finding import Finding, Severity
from pipeline.verify import verify_folder
from tests.cli.running import EXAMPLE, TEMPLATES
from tests.hela.papers import build_case


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert TEMPLATES.is_dir()
    return build_case(tmp_path_factory.mktemp("byggd"), EXAMPLE).folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / built.name))


def told(folder: Path) -> list[Finding]:
    return [each for each in verify_folder(folder) if each.severity is not Severity.NOTE]


def names(built: Path) -> list[str]:
    return sorted(path.name for path in built.iterdir())


def sealed_again(folder: Path) -> None:
    """Write the list of checksums and the manifest anew, as one who covers his tracks would."""
    manifest = json.loads((folder / "manifest.json").read_bytes())
    own = {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in {LIST, "manifest.json"}}
    manifest["resultat"] = {name: hashlib.sha256(data).hexdigest() for name, data in own.items()}
    own["manifest.json"] = json.dumps(manifest, ensure_ascii=False, indent=2).encode()
    (folder / "manifest.json").write_bytes(own["manifest.json"])
    (folder / LIST).write_bytes(listed(own))


def test_what_is_built_is_whole(built: Path) -> None:
    assert told(built) == []


def test_a_byte_changed_anywhere_in_any_file_is_found_and_the_file_named(built: Path, tmp_path: Path) -> None:
    for name in names(built):
        data = (built / name).read_bytes()
        for at in {0, len(data) // 3, len(data) // 2, len(data) - 1}:
            folder = tmp_path / f"{name}-{at}"
            shutil.copytree(built, folder)
            (folder / name).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            shown = " ".join(each.message for each in told(folder))
            assert shown, (name, at)
            assert name in shown or name == LIST, (name, at, shown)
            shutil.rmtree(folder)


def test_a_file_cut_short_or_made_longer_is_found(folder: Path) -> None:
    for name in names(folder):
        data = (folder / name).read_bytes()
        for changed in (data[:-1], data + b"\n", b""):
            (folder / name).write_bytes(changed)
            assert told(folder), name
        (folder / name).write_bytes(data)


def test_a_file_that_is_removed_is_named(folder: Path) -> None:
    for name in names(folder):
        data = (folder / name).read_bytes()
        (folder / name).unlink()
        assert any(name in each.message for each in told(folder) if each.code == "ARK131"), name
        (folder / name).write_bytes(data)


def test_a_file_that_is_added_is_named(folder: Path) -> None:
    (folder / "anteckning.txt").write_text("hej", "utf-8")
    (folder / "mapp").mkdir()
    assert [each.message.split()[0] for each in told(folder) if each.code == "ARK132"][:2] == ["anteckning.txt", "mapp"]


def test_a_file_that_is_renamed_is_named_by_both_its_names(folder: Path) -> None:
    first = next(name for name in names(folder) if name.endswith(".pdf"))
    (folder / first).rename(folder / "annan.pdf")
    assert f"{first} heter nu annan.pdf" in [each.message for each in told(folder) if each.code == "ARK133"]


def test_a_changed_list_is_found(folder: Path) -> None:
    path = folder / LIST
    path.write_bytes(path.read_bytes().replace(b"  ", b" *", 1))
    assert "ARK134" in [each.code for each in told(folder)]


def test_a_manifest_that_cannot_be_read_is_found(folder: Path) -> None:
    for text in ("{", "[]", '{"resultat": 3}', "[" * 100_000):
        (folder / "manifest.json").write_text(text, "utf-8")
        assert "ARK134" in [each.code for each in told(folder)]


def test_a_paper_that_is_exchanged_with_all_lists_made_anew_is_found_by_the_package(folder: Path) -> None:
    papers = [name for name in names(folder) if name.endswith(".pdf")]
    shutil.copy(folder / papers[0], folder / papers[1])
    sealed_again(folder)
    assert "ARK135" in [each.code for each in told(folder)]


def test_a_pdf_that_does_not_conform_is_found_though_all_lists_are_made_anew(folder: Path) -> None:
    paper = next(folder / name for name in names(folder) if name.endswith(".pdf"))
    paper.write_bytes(paper.read_bytes().replace(b"pdfuaid:part>1<", b"pdfuaid:part>9<"))
    sealed_again(folder)
    assert {"ARK135"} <= {each.code for each in told(folder)}


def test_a_package_in_which_a_file_is_changed_gone_or_new_is_found(folder: Path) -> None:
    package = next(folder / name for name in names(folder) if name.endswith(".zip"))
    with zipfile.ZipFile(package) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    # The package's own METS is vouched for by the lists beside it alone, which are made anew here.
    for name in sorted(name for name in files if name.count("/") > 1 or not name.endswith("METS.xml")):
        for changed in ({**files, name: files[name] + b" "}, {key: files[key] for key in files if key != name}):
            write(package, changed)
            sealed_again(folder)
            assert {each.code for each in told(folder)} & {"ARK120", "ARK123", "ARK125"}, name
    write(package, {**files, f"{next(iter(files)).split('/', 1)[0]}/nytt.txt": b"nytt"})
    sealed_again(folder)
    assert "ARK124" in {each.code for each in told(folder)}


def write(path: Path, files: dict[str, bytes]) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(out.getvalue())
