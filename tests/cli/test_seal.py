"""The command that seals: where the key and its password come from, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from pipeline.cli import secret
from tests.cli.running import kansli, small_case
from tests.seal.pki import PASSWORD, Authority, serving

RESULTS = "outputs/KSKF-2024-1"
KEY = ("--certifikat", "stämpel.p12")
SECRET = ("--lösenordsfil", "lösen.txt")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Path:
    """Return a folder with a case that is built and fixed, and with a key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(secret.VARIABLE, raising=False)
    case = small_case(tmp_path)
    assert kansli(capfd, "bygg", case).code == 0
    authority = Authority()
    (tmp_path / "stämpel.p12").write_bytes(authority.issue().pkcs12([authority.cert]))
    (tmp_path / "rot.pem").write_bytes(authority.pem)
    (tmp_path / "lösen.txt").write_text(f"{PASSWORD}\r\n", "utf-8")
    return tmp_path


def test_results_are_fixed_sealed_and_verified(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert kansli(capfd, "fastställ", here / "inputs" / "prov", "--av", "Eva Ek").code == 0
    ran = kansli(capfd, "stämpla", f"{RESULTS}-version-1", *KEY, *SECRET)
    assert (ran.code, ran.out.strip()) == (0, f"{RESULTS}-version-1-stamplad"), ran.err
    assert "är stämplad" in ran.err
    ran = kansli(capfd, "verifiera", f"{RESULTS}-version-1-stamplad", "--rot", "rot.pem")
    assert (ran.code, "certifikatets kedja: godkänt" in ran.err) == (0, True), ran.err
    ran = kansli(capfd, "fastställ", here / "inputs" / "prov", "--av", "Eva Ek")
    assert "redan fastställt som KSKF-2024-1-version-1" in ran.err


def test_the_plain_spelling_of_the_flags_will_do(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "stampla", RESULTS, *KEY, "--losenordsfil", "lösen.txt")
    assert ran.code == 0, ran.err


def test_a_time_stamp_is_asked_of_the_address_that_is_given(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with serving(Authority()) as loopback:
        ran = kansli(capfd, "stämpla", RESULTS, *KEY, *SECRET, "--tidsstämpel", loopback.tsa_address)
        assert (ran.code, "PAdES B-T" in ran.err) == (0, True), ran.err
    ran = kansli(capfd, "stämpla", RESULTS, *KEY, *SECRET, "--tidsstämpel", loopback.tsa_address)
    assert "fel[ARK186]" in ran.err


def test_the_password_comes_from_the_environment(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(secret.VARIABLE, "fel lösen")
    ran = kansli(capfd, "stämpla", RESULTS, *KEY)
    assert (ran.code, "fel[ARK181]" in ran.err, "fel lösen" in ran.err) == (6, True, False)
    monkeypatch.setenv(secret.VARIABLE, PASSWORD)
    assert kansli(capfd, "stämpla", RESULTS, *KEY).code == 0


def test_the_password_is_asked_for_where_there_is_somebody_to_ask(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def prompt(question: str, **options: object) -> str:
        asked.append((question, options["hide_input"]))
        return PASSWORD

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    ran = kansli(capfd, "stämpla", RESULTS, *KEY)
    assert (ran.code, asked) == (0, [("Lösenordet till stämpel.p12", True)]), ran.err
    assert PASSWORD not in ran.out + ran.err


def test_without_anybody_to_ask_the_password_is_missing(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ran = kansli(capfd, "stämpla", RESULTS, *KEY)
    assert (ran.code, "fel[ARK193]" in ran.err) == (2, True)


def test_a_password_file_that_cannot_be_read_is_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "latin.txt").write_bytes("lösen".encode("latin-1"))
    assert "fel[ARK193]" in kansli(capfd, "stämpla", RESULTS, *KEY, "--lösenordsfil", "latin.txt").err
    ran = kansli(capfd, "stämpla", RESULTS, *KEY, "--lösenordsfil", "saknas.txt")
    assert (ran.code, "fel[SYS112]" in ran.err) == (6, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "ange antingen --certifikat eller --drivrutin"),
        ((*KEY, "--drivrutin", "kort.so"), "ange antingen --certifikat eller --drivrutin"),
        ((*KEY, "--långtid"), "--långtid kräver både --tidsstämpel och --rot"),
        ((*KEY, "--långtid", "--tidsstämpel", "http://x"), "--långtid kräver både --tidsstämpel och --rot"),
    ],
)
def test_flags_that_do_not_go_together_are_told(
    here: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    ran = kansli(capfd, "stämpla", RESULTS, *arguments)
    assert (ran.code, said in ran.err) == (2, True), ran.err


@pytest.mark.parametrize(
    ("target", "code", "said"),
    [
        ("saknas", 6, "fel[ARK188]"),
        ("saknas.pdf", 6, "fel[SYS112]"),
        ("lösen.txt", 6, "fel[ARK188]"),
        ("inputs/prov", 1, "fel[ARK131]"),
        (".", 1, "fel[ARK131]"),
    ],
)
def test_what_is_no_result_is_not_sealed(
    here: Path, capfd: pytest.CaptureFixture[str], target: str, code: int, said: str
) -> None:
    ran = kansli(capfd, "stämpla", target, *KEY, *SECRET)
    assert (ran.code, said in ran.err) == (code, True), ran.err


@pytest.mark.parametrize(
    ("flags", "code", "said"),
    [
        (("--certifikat", "saknas.p12"), 6, "fel[SYS112]"),
        (("--certifikat", "rot.pem"), 6, "fel[ARK180]"),
        ((*KEY, "--rot", "saknas.pem"), 6, "fel[SYS112]"),
        ((*KEY, "--rot", "lösen.txt"), 6, "fel[ARK194]"),
        ((*KEY, "--tidsstämpel", "tid.example.se"), 1, "fel[ARK184]"),
        (("--drivrutin", "rot.pem"), 6, "fel[ARK190]"),
    ],
)
def test_a_key_a_root_or_an_address_that_cannot_be_used_is_told_and_nothing_written(
    here: Path, capfd: pytest.CaptureFixture[str], flags: tuple[str, ...], code: int, said: str
) -> None:
    ran = kansli(capfd, "stämpla", RESULTS, *SECRET, *flags)
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert not (here / f"{RESULTS}-stamplad").exists()


def test_one_pdf_is_sealed_beside_itself_once(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pdf = here / RESULTS / "KSKF-2024-1_beslut_prov.pdf"
    before = pdf.read_bytes()
    ran = kansli(capfd, "stämpla", pdf, *KEY, *SECRET, "--format", "json")
    target = pdf.with_name("KSKF-2024-1_beslut_prov-stamplad.pdf")
    assert (ran.code, str(target) in ran.out) == (0, True), ran.out
    assert pdf.read_bytes() == before
    sealed = target.read_bytes()
    assert sealed.startswith(before)
    for again in (pdf, target):
        ran = kansli(capfd, "stämpla", again, *KEY, *SECRET)
        assert (ran.code, "fel[ARK186]" in ran.err) == (1, True)
    assert target.read_bytes() == sealed
    ran = kansli(capfd, "verifiera", target, "--rot", "rot.pem")
    assert (ran.code, "certifikatets kedja: godkänt" in ran.err) == (0, True)
    assert "upplysning[ARK150]" in kansli(capfd, "verifiera", pdf).err


def test_a_pdf_that_does_not_conform_is_not_sealed(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pdf = here / RESULTS / "KSKF-2024-1_beslut_prov.pdf"
    other = here / "egen.pdf"
    other.write_bytes(pdf.read_bytes().replace(b"pdfaid:part>2<", b"pdfaid:part>9<"))
    if other.read_bytes() == pdf.read_bytes():
        other.write_bytes(b"%PDF-1.7\n")
    ran = kansli(capfd, "stämpla", other, *KEY, *SECRET)
    assert (ran.code, "fel[ARK136]" in ran.err) == (4, True), ran.err
    assert not (here / "egen-stamplad.pdf").exists()
