"""A key on a card (PKCS#11), with SoftHSM in the card's place where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pkcs11
import pytest
from asn1crypto import x509
from cryptography.hazmat.primitives import serialization
from pkcs11 import Attribute, CertificateType, ObjectClass

from pipeline.errors import ExitCode, KansliError
from pipeline.findings.verdict import Verdict
from pipeline.seal.certificates import Certificate
from pipeline.seal.judging import seals_in
from pipeline.seal.signing import Sealing, sealed
from pipeline.seal.token import Token, signer_on
from tests.seal.pki import SEAL_NAME, Authority, Loopback, Wanted

MODULES = [Path("/usr/lib/softhsm/libsofthsm2.so"), Path("/usr/lib64/pkcs11/libsofthsm2.so")]
MODULE = next((path for path in MODULES if path.is_file()), None)
PIN, LABEL = "1234", "Stampelkort"
needs_softhsm = pytest.mark.skipif(
    MODULE is None or shutil.which("softhsm2-util") is None, reason="SoftHSM is not installed"
)


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Token:
    """Return a card with a key that seals, one that may not, and the root."""
    folder = tmp_path_factory.mktemp("kort")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n", "utf-8")
    patch = pytest.MonkeyPatch()
    patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
    util = ["softhsm2-util", "--pin", PIN]
    subprocess.run(
        [*util, "--init-token", "--free", "--label", LABEL, "--so-pin", "0000"], check=True, capture_output=True
    )
    held = {
        "stampel": authority.issue(Wanted(is_rsa=True)),
        "gammal": authority.issue(Wanted(start=-9, end=-1, is_rsa=True)),
    }
    for number, (name, issued) in enumerate(held.items(), start=1):
        form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        (folder / f"{name}.pem").write_bytes(issued.key.private_bytes(*form))
        where = ["--token", LABEL, "--label", name, "--id", f"0{number}", "--import", f"{folder}/{name}.pem"]
        subprocess.run([*util, *where], check=True, capture_output=True)
    with pkcs11.lib(str(MODULE)).get_token(token_label=LABEL).open(user_pin=PIN, rw=True) as session:
        for number, (name, issued) in enumerate(held.items(), start=1):
            store(session, name, bytes([number]), issued.cert.public_bytes(serialization.Encoding.DER))
        store(session, "rot", b"\x09", authority.cert.public_bytes(serialization.Encoding.DER))
    return Token(str(MODULE), LABEL, "stampel")


def store(session: object, label: str, number: bytes, data: bytes) -> None:
    cert = x509.Certificate.load(data)
    session.create_object(  # type: ignore[attr-defined]
        {
            Attribute.CLASS: ObjectClass.CERTIFICATE,
            Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
            Attribute.TOKEN: True,
            Attribute.LABEL: label,
            Attribute.ID: number,
            Attribute.VALUE: data,
            Attribute.SUBJECT: cert.subject.dump(),
            Attribute.ISSUER: cert.issuer.dump(),
            Attribute.SERIAL_NUMBER: cert["tbs_certificate"]["serial_number"].dump(),
        }
    )


def refused(token: Token, pin: str = PIN) -> tuple[str, str, ExitCode]:
    with pytest.raises(KansliError) as caught, signer_on(token, pin):
        pass
    return caught.value.finding.code, caught.value.finding.message, caught.value.exit_code


@needs_softhsm
def test_a_key_on_a_card_seals(card: Token, pdf: bytes, loopback: Loopback, roots: tuple[Certificate, ...]) -> None:
    with signer_on(card, PIN) as signer:
        whole = sealed(pdf, "a.pdf", Sealing(signer, loopback.tsa_address))
    (seal,) = seals_in(whole, roots)
    assert (seal.by, seal.level, seal.fault, seal.chain) == (SEAL_NAME, "PAdES B-T", "", Verdict.PASSED)


@needs_softhsm
@pytest.mark.parametrize(
    ("label", "key", "pin", "code", "said"),
    [
        (LABEL, "stampel", "9999", "ARK190", "koden är fel"),
        (LABEL, "stampel", "", "ARK190", "koden är fel"),
        ("Annat", "stampel", PIN, "ARK190", f'det finns: "{LABEL}"'),
        (LABEL, "annan", PIN, "ARK190", "ingen sådan nyckel med certifikat"),
        (LABEL, "", PIN, "ARK190", "fler än en nyckel"),
        (LABEL, "gammal", PIN, "ARK182", "gick ut"),
    ],
)
def test_a_card_that_cannot_be_used_is_told(card: Token, label: str, key: str, pin: str, code: str, said: str) -> None:
    found, message, _ = refused(Token(card.module, label, key), pin)
    assert (found, said in message) == (code, True), message


def test_a_driver_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    (tmp_path / "fel.so").write_bytes(b"inget")
    for path in (tmp_path / "fel.so", tmp_path / "saknas.so"):
        code, message, exit_code = refused(Token(str(path)))
        assert (code, exit_code, "går inte att ladda" in message) == ("ARK190", ExitCode.FILE_ACCESS, True), message


def test_a_missing_library_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    code, _message, exit_code = refused(Token("/usr/lib/kort.so"))
    assert (code, exit_code) == ("ARK189", ExitCode.MISSING_TOOL)
