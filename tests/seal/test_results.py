"""Sealed results: a folder of its own in which all tells the same, and which nothing writes to again."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest
from pyhanko.sign.signers import Signer

from pipeline.archive.checksums import FILE_NAME as LIST
from pipeline.archive.checksums import listed
from pipeline.archive.package.check import check_package
from pipeline.archive.swap import recover
from pipeline.errors import KansliError
from pipeline.findings.finding import Severity
from pipeline.seal.certificates import Certificate, certificates_in
from pipeline.seal.judging import seals_in
from pipeline.seal.keys import signer_from
from pipeline.seal.signing import Sealing, sealed
from pipeline.verify import stamp as stamping
from pipeline.verify import verify_folder
from pipeline.verify.mark import FILE_NAME as MARK
from pipeline.verify.mark import SEAL_FILE_NAME, mark, origin_in
from pipeline.verify.stamp import stamp_file
from tests.cli.running import kansli
from tests.seal.pki import PASSWORD, SEAL_NAME, Authority, Loopback
from tests.seal.results import attempt, contents, events, packed, record, stamped, told
from tests.seal.test_signing import VERAPDF

PDFS = ["KSKF-2024-1_beslut_prov.pdf", "KSKF-2024-1_bilaga-1_prov.pdf"]


@pytest.fixture
def results(whole_results: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole_results, tmp_path / whole_results.name))


@pytest.fixture
def ready(whole_results: Path, tmp_path_factory: pytest.TempPathFactory, signer: Signer) -> Path:
    folder = tmp_path_factory.mktemp("stämplat") / whole_results.name
    shutil.copytree(whole_results, folder)
    return stamped(folder, Sealing(signer))


def code_of(folder: Path, how: Sealing) -> tuple[str, str]:
    with pytest.raises(KansliError) as caught:
        attempt(folder, how)
    return caught.value.finding.code, caught.value.finding.message


def test_the_sealed_results_lie_beside_and_what_was_built_is_untouched(results: Path, signer: Signer) -> None:
    before = contents(results)
    made = attempt(results, Sealing(signer))
    assert made.path == results.with_name("KSKF-2024-1-stamplad")
    assert contents(results) == before
    assert all(path.stat().st_mode & 0o222 == 0 for path in made.path.iterdir())
    assert [each.code for each in made.findings if each.severity is not Severity.NOTE] == []
    assert {"ARK151", "ARK187"} <= {each.code for each in made.findings}
    assert [path.name for path in results.parent.iterdir() if path.name.endswith(".ny")] == []


def test_every_file_tells_of_the_sealed_pdfs(results: Path, signer: Signer, loopback: Loopback) -> None:
    folder = stamped(results, Sealing(signer, loopback.tsa_address))
    assert told(folder) == []
    before, after = contents(results), contents(folder)
    zips = {name for name in {*before, *after} if name.endswith(".zip")}
    assert len(zips) == 2
    changed = {name for name in {*before, *after} - zips if before.get(name) != after.get(name)}
    assert changed == {*PDFS, "arende.json", "registrera.html", "manifest.json", LIST, SEAL_FILE_NAME}
    inside = packed(folder)
    for name in PDFS:
        assert after[name].startswith(before[name])
        assert inside[f"representations/arkivformat/data/{name}"] == after[name]
        told_of = next(
            file
            for paper in record(folder, "arende.json")["handlingar"]
            for file in paper["filer"]
            if file["fil"] == name
        )
        assert told_of["SHA-256"] == hashlib.sha256(after[name]).hexdigest()
        assert (told_of["elektronisk stämpel"]["av"], told_of["elektronisk stämpel"]["nivå"]) == (
            SEAL_NAME,
            "PAdES B-T",
        )
    assert inside["documentation/arende.json"] == after["arende.json"]
    assert SEAL_NAME in after["registrera.html"].decode()
    assert "elektronisk stämpel" in inside["documentation/LASMIG.txt"].decode()
    manifest = record(folder, "manifest.json")
    assert sorted(manifest["stämplat"]["filer"]) == PDFS
    assert manifest["underlag"] == record(results, "manifest.json")["underlag"]


def test_the_package_tells_of_the_sealing_as_an_event(results: Path, signer: Signer) -> None:
    folder = stamped(results, Sealing(signer))
    (package,) = folder.glob("*.zip")
    assert list(check_package(package.read_bytes(), package.name)) == []
    assert [event for event in events(results) if event[0] == "digital signature generation"] == []
    sealings = [event for event in events(folder) if event[0] == "digital signature generation"]
    assert len(sealings) == 2
    manifest = record(folder, "manifest.json")["stämplat"]["filer"]
    assert {at for _, at, _ in sealings} == {one["tidpunkt"] for one in manifest.values()}
    assert all(SEAL_NAME in words for _, _, words in sealings)


@pytest.mark.skipif(not VERAPDF.exists(), reason="veraPDF is not here")
def test_the_sealed_pdfs_in_the_package_pass_verapdf(ready: Path, tmp_path: Path) -> None:
    for path, data in packed(ready).items():
        if path.endswith(".pdf"):
            (tmp_path / Path(path).name).write_bytes(data)
    files = sorted(map(str, tmp_path.glob("*.pdf")))
    run = subprocess.run([VERAPDF, "2a,ua1", *files], capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert (len(files), len(found), [each for each in found if each.get("compliant") is not True]) == (2, 4, [])


def test_what_is_sealed_is_not_sealed_again(results: Path, signer: Signer) -> None:
    folder = stamped(results, Sealing(signer))
    before = contents(folder)
    assert code_of(results, Sealing(signer)) == ("ARK186", "resultatet är redan stämplat som KSKF-2024-1-stamplad")
    assert code_of(folder, Sealing(signer))[0] == "ARK186"
    assert contents(folder) == before
    (results / PDFS[0]).write_bytes(before[PDFS[0]])
    assert code_of(results, Sealing(signer)) == ("ARK186", f"{PDFS[0]} är redan stämplad")


def test_another_build_is_sealed_beside_what_is_sealed_already(results: Path, signer: Signer) -> None:
    first = stamped(results, Sealing(signer))
    before = contents(first)
    sealed_anew(results, {"granskning.html": b"<p>annat"})
    assert told(results) == []
    second = stamped(results, Sealing(signer))
    assert second.name == "KSKF-2024-1-stamplad-2"
    assert contents(first) == before
    assert told(second) == []


def test_a_fixed_version_is_sealed_with_who_fixed_it(results: Path, signer: Signer) -> None:
    version = Path(shutil.copytree(results, results.with_name("KSKF-2024-1-version-1")))
    (version / MARK).write_bytes(mark(1, "Eva Ek", date(2024, 3, 1), (version / LIST).read_bytes()))
    made = attempt(version, Sealing(signer))
    assert made.path is not None
    assert "ARK187" not in {each.code for each in made.findings}
    assert made.path.name == "KSKF-2024-1-version-1-stamplad"
    assert origin_in((made.path / SEAL_FILE_NAME).read_bytes())["fastställt"]["fastställd av"] == "Eva Ek"
    assert told(made.path) == []
    assert not (results.parent / ".KSKF-2024-1-version-1.lock").exists()


@pytest.mark.parametrize("name", ["arende.json", PDFS[0], "granskning.html"])
def test_results_that_are_changed_are_not_sealed(name: str, results: Path, signer: Signer) -> None:
    (results / name).write_bytes((results / name).read_bytes() + b" ")
    made = attempt(results, Sealing(signer))
    assert made.path is None
    assert "ARK130" in {each.code for each in made.findings}
    assert [path.name for path in results.parent.iterdir() if path.is_dir()] == [results.name]


def test_results_without_pdfs_have_nothing_to_seal(results: Path, signer: Signer) -> None:
    record_ = record(results, "arende.json")
    for paper in record_["handlingar"]:
        paper["filer"] = [file for file in paper["filer"] if not file["fil"].endswith(".pdf")]
    for name in PDFS:
        (results / name).unlink()
    sealed_anew(results, {"arende.json": (json.dumps(record_, ensure_ascii=False, indent=2) + "\n").encode()})
    assert code_of(results, Sealing(signer))[0] == "ARK188"


def test_results_whose_record_says_something_else_than_the_case_are_not_sealed(results: Path, signer: Signer) -> None:
    changed = (results / "arende.json").read_bytes().replace(b"KSKF/2024:1", b"KSKF/2024:2")
    sealed_anew(results, {"arende.json": changed})
    assert told(results) == []
    assert code_of(results, Sealing(signer))[0] == "ARK192"


def test_nothing_is_written_where_no_seal_comes_about(results: Path, signer: Signer, loopback: Loopback) -> None:
    answered = []

    def second_fails(body: bytes) -> tuple[int, str, bytes]:
        answered.append(body)
        return (
            (200, "application/timestamp-reply", loopback.stamp(body))
            if len(answered) < 3
            else (500, "text/plain", b"")
        )

    loopback.answers["/tsa"] = second_fails
    assert code_of(results, Sealing(signer, loopback.tsa_address))[0] == "ARK184"
    assert [path.name for path in results.parent.iterdir() if path.is_dir()] == [results.name]


def test_a_certificate_that_the_given_roots_do_not_know_does_not_seal(results: Path, signer: Signer) -> None:
    made = attempt(results, Sealing(signer, roots=certificates_in(Authority("Annan").pem, "annan.pem")))
    assert (made.path, "ARK153" in {each.code for each in made.findings}) == (None, True)


def test_a_seal_that_does_not_hold_when_it_is_read_back_is_not_written(
    results: Path, signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamping, "sealed", lambda pdf, name, how: sealed(pdf, name, how) + b"%")
    assert code_of(results, Sealing(signer))[0] == "ARK191"
    monkeypatch.setattr(stamping, "sealed", lambda pdf, _name, _how: pdf)
    assert code_of(results, Sealing(signer))[0] == "ARK191"


def test_a_key_that_does_not_belong_to_its_certificate_does_not_seal(results: Path, authority: Authority) -> None:
    one, other = authority.issue(), authority.issue()
    signer = signer_from(one.pkcs12([authority.cert]), PASSWORD, "s.p12")
    foreign = signer_from(other.pkcs12([authority.cert]), PASSWORD, "s.p12")
    vars(signer)["signing_key"] = vars(foreign)["signing_key"]
    code, message = code_of(results, Sealing(signer))
    assert (code, message.endswith("filen stämplades med en annan nyckel än certifikatets")) == ("ARK191", True), (
        message
    )


def test_a_time_stamp_that_is_damaged_on_the_way_gives_no_seal_that_is_written(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: tuple[Certificate, ...]
) -> None:
    for seed in range(40):
        random = Random(seed)

        def answered(body: bytes, random: Random = random) -> tuple[int, str, bytes]:
            data = bytearray(loopback.stamp(body))
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
            return 200, "application/timestamp-reply", bytes(data)

        loopback.answers["/tsa"] = answered
        whole = b""
        with suppress(KansliError):
            whole, _ = stamp_file(Path("a.pdf"), pdf, Sealing(signer, loopback.tsa_address, roots=roots))
        assert [seal.fault for seal in seals_in(whole, roots)] == ([""] if whole else []), seed


def test_a_byte_changed_or_added_in_any_sealed_file_is_found(ready: Path) -> None:
    for path in sorted(ready.iterdir()):
        path.chmod(0o644)
        data = path.read_bytes()
        for changed in (data + b"\n", data[:-1], data[: len(data) // 2] + b"\x07" + data[len(data) // 2 + 1 :]):
            path.write_bytes(changed)
            assert told(ready), path.name
        path.write_bytes(data)
    assert told(ready) == []


def test_a_sealed_pdf_that_is_changed_is_found_though_all_lists_are_made_anew(ready: Path) -> None:
    path = ready / PDFS[0]
    path.chmod(0o644)
    data = path.read_bytes()
    path.write_bytes(data[:3000] + bytes([data[3000] ^ 1]) + data[3001:])
    assert {"ARK152", "ARK156"} <= {each.code for each in told(ready)}
    path.write_bytes(data + b"%\n")
    assert "ARK152" in {each.code for each in told(ready)}


def test_a_seal_that_is_taken_away_is_found(ready: Path, whole_results: Path) -> None:
    (ready / PDFS[0]).chmod(0o644)
    (ready / PDFS[0]).write_bytes((whole_results / PDFS[0]).read_bytes())
    assert "ARK155" in {each.code for each in told(ready)}


def test_a_seal_that_cannot_be_read_is_found(ready: Path) -> None:
    path = ready / PDFS[0]
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\n%%EOF\n")
    assert "ARK157" in {each.code for each in told(ready)}


def test_a_mark_that_is_removed_or_changed_is_found(ready: Path) -> None:
    path = ready / SEAL_FILE_NAME
    path.chmod(0o644)
    data = path.read_bytes()
    for at in range(0, len(data), 29):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert "ARK134" in {each.code for each in told(ready)}, at
    path.unlink()
    assert [each.code for each in told(ready)] == ["ARK131"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"ursprung": 3}', b'{"ursprung": {"filer": {"a": 3}}}'])
def test_a_mark_that_makes_no_sense_is_found(ready: Path, data: bytes) -> None:
    path = ready / SEAL_FILE_NAME
    path.chmod(0o644)
    path.write_bytes(data)
    assert {"ARK134", "ARK156"} <= {each.code for each in told(ready)}


def test_each_pdf_is_told_of_with_what_was_checked_and_what_was_not(
    ready: Path, roots: tuple[Certificate, ...]
) -> None:
    words = [each.message for each in verify_folder(ready) if each.code == "ARK151"]
    assert len(words) == 2
    assert all("orörd sedan dess: godkänt, certifikatets kedja: inte kontrollerat" in each for each in words)
    words = [each.message for each in verify_folder(ready, roots) if each.code == "ARK151"]
    assert all("certifikatets kedja: godkänt, tidsstämpelns kedja: ingen tidsstämpel" in each for each in words)
    other = certificates_in(Authority("Annan").pem, "annan.pem")
    assert [each.code for each in verify_folder(ready, other)].count("ARK153") == 2


def test_a_time_stamp_that_the_roots_do_not_know_is_told(results: Path, loopback: Loopback) -> None:
    own = Authority("Annan rot")
    signer = signer_from(own.issue().pkcs12([own.cert]), PASSWORD, "s.p12")
    folder = stamped(results, Sealing(signer, loopback.tsa_address))
    found = verify_folder(folder, certificates_in(own.pem, "rot.pem"))
    assert [each.code for each in found].count("ARK154") == 2


def test_what_a_killed_run_left_is_cleared_away_by_the_next(results: Path, signer: Signer) -> None:
    for name in (".KSKF-2024-1-stamplad.ny", ".KSKF-2024-1-version-1-stamplad.ny", ".KSKF-2024-1-stamplad-2.ny"):
        (results.parent / name).mkdir()
    (results.parent / ".KSKF-2024-12-stamplad.ny").mkdir()
    recover(results)
    assert [path.name for path in results.parent.iterdir() if path.name.endswith(".ny")] == [
        ".KSKF-2024-12-stamplad.ny"
    ]
    assert stamped(results, Sealing(signer)).is_dir()


def test_a_later_build_leaves_what_is_sealed_as_it_is(
    whole_results: Path, results: Path, signer: Signer, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = stamped(results, Sealing(signer))
    before = contents(folder)
    case = whole_results.parents[1] / "inputs" / "prov"
    assert kansli(capfd, "bygg", case, "--ut", results.parent).code == 0
    assert contents(folder) == before
    ran = kansli(capfd, "verifiera", folder, "--fall", case)
    assert (ran.code, "ARK138" in ran.err) == (0, False), ran.err
    path = folder / PDFS[0]
    path.chmod(0o644)
    path.write_bytes(b"%" + path.read_bytes())
    ran = kansli(capfd, "verifiera", folder, "--fall", case, "--format", "kort")
    assert f"fel[ARK138] {PDFS[0]} blir en annan" in ran.err


def sealed_anew(folder: Path, changes: dict[str, bytes]) -> None:
    """Change files and write the lists anew, as another build of another case would."""
    manifest = record(folder, "manifest.json")
    for name, data in changes.items():
        (folder / name).write_bytes(data)
    own = {path.name: path.read_bytes() for path in folder.iterdir() if path.name not in {LIST, "manifest.json"}}
    manifest["resultat"] = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(own.items())}
    own["manifest.json"] = (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
    (folder / "manifest.json").write_bytes(own["manifest.json"])
    (folder / LIST).write_bytes(listed(own))
