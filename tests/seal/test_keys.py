"""Keys from PKCS#12 files: what cannot be opened, and certificates that may not seal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pipeline.errors import ExitCode, KansliError
from pipeline.seal.certificates import certificates_in, subject_of
from pipeline.seal.keys import signer_from
from tests.seal.pki import PASSWORD, SEAL_NAME, Authority, Issued, Wanted


def refused(data: bytes, password: str = PASSWORD) -> tuple[str, str, ExitCode]:
    with pytest.raises(KansliError) as caught:
        signer_from(data, password, "stämpel.p12")
    error = caught.value
    assert PASSWORD not in error.finding.message
    return error.finding.code, error.finding.message, error.exit_code


def test_a_file_with_key_certificate_and_chain_is_opened_by_its_password(authority: Authority) -> None:
    signer = signer_from(authority.issue().pkcs12([authority.cert]), PASSWORD, "stämpel.p12")
    assert subject_of(signer.signing_cert) == SEAL_NAME
    assert {subject_of(one) for one in signer.cert_registry} >= {"Provkommunen rot"}


def test_a_file_without_a_password_is_opened_without_one(authority: Authority) -> None:
    assert signer_from(authority.issue().pkcs12([], ""), "", "stämpel.p12")


@pytest.mark.parametrize("password", ["fel", "", PASSWORD + " "])
def test_a_password_that_does_not_fit_is_told(authority: Authority, password: str) -> None:
    code, message, exit_code = refused(authority.issue().pkcs12([authority.cert]), password)
    assert (code, exit_code) == ("ARK181", ExitCode.FILE_ACCESS)
    assert "lösenordet passar inte" in message


@pytest.mark.parametrize("data", [b"", b"hej", b"0\x80", b"\x30\x03\x02\x01\x03", b"-----BEGIN CERTIFICATE-----\n"])
def test_what_is_no_pkcs12_is_told(data: bytes) -> None:
    assert refused(data)[0] == "ARK180"


def test_a_file_that_is_damaged_anywhere_is_refused(authority: Authority) -> None:
    data = authority.issue().pkcs12([authority.cert])
    for at in range(0, len(data), max(1, len(data) // 25)):
        broken = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        assert refused(broken)[0] in {"ARK180", "ARK181"}, at
    for end in (1, len(data) // 2, len(data) - 1):
        assert refused(data[:end])[0] in {"ARK180", "ARK181"}, end


def test_a_file_without_a_key_is_told(authority: Authority) -> None:
    only = pkcs12.serialize_key_and_certificates(b"rot", None, None, [authority.cert], NoEncryption())
    assert refused(only, "")[0] == "ARK180"


@pytest.mark.parametrize(
    ("wanted", "code", "said"),
    [
        (Wanted(start=-20, end=-1), "ARK182", "gick ut"),
        (Wanted(start=1, end=20), "ARK182", "gäller först från"),
        (Wanted(digital_signature=False, non_repudiation=False), "ARK183", "key_encipherment"),
        (Wanted(extended=ExtendedKeyUsageOID.SERVER_AUTH), "ARK183", "webbserver"),
    ],
)
def test_a_certificate_that_may_not_seal_today_is_refused(
    authority: Authority, wanted: Wanted, code: str, said: str
) -> None:
    found, message, exit_code = refused(authority.issue(wanted).pkcs12([authority.cert]))
    assert (found, exit_code, said in message) == (code, ExitCode.FINDINGS, True), message


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(non_repudiation=False),
        Wanted(digital_signature=False),
        Wanted(extended=ExtendedKeyUsageOID.EMAIL_PROTECTION),
        Wanted(is_rsa=True),
    ],
)
def test_either_usage_will_do(authority: Authority, wanted: Wanted) -> None:
    assert signer_from(authority.issue(wanted).pkcs12([]), PASSWORD, "stämpel.p12")


def test_the_authoritys_own_certificate_does_not_seal(authority: Authority) -> None:
    code, message, _ = refused(Issued(authority.key, authority.cert).pkcs12([]))
    assert code == "ARK183"
    assert "inte användas" in message or "utfärdares" in message


def test_a_key_that_is_too_short_does_not_seal() -> None:
    key = rsa.generate_private_key(65537, 1024)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kort")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(1))
    cert = builder.sign(key, hashes.SHA256())
    code, message, _ = refused(Issued(key, cert).pkcs12([]))
    assert (code, "1024 bitar" in message) == ("ARK183", True)


def test_roots_are_read_from_pem_and_der(authority: Authority) -> None:
    assert len(certificates_in(authority.pem + Authority("B").pem, "rot.pem")) == 2
    assert len(certificates_in(authority.cert.public_bytes(Encoding.DER), "rot.cer")) == 1


@pytest.mark.parametrize("data", [b"", b"hej", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_file_without_certificates_is_told(data: bytes) -> None:
    with pytest.raises(KansliError) as caught:
        certificates_in(data, "rot.pem")
    assert (caught.value.finding.code, caught.value.exit_code) == ("ARK194", ExitCode.FILE_ACCESS)
