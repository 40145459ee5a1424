"""The key that seals, from a PKCS#12 file (RFC 7292)."""

from __future__ import annotations

from asn1crypto import pkcs12
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from pyhanko.sign.signers import Signer, SimpleSigner

from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin
from pipeline.seal.certificates import check_usable


def signer_from(data: bytes, password: str, name: str) -> Signer:
    """Return the key and certificates of a PKCS#12 file, opened with its password; ``name`` is the file's.

    Raises KansliError: exit code 6 where it cannot be opened, 1 where its certificate may not seal today.
    """
    if not _is_pkcs12(data):
        raise _unreadable("ARK180", f"{name} är ingen PKCS#12-fil, eller är skadad", name)
    secret = password.encode() or None
    try:
        held = load_pkcs12(data, secret)
    except ValueError as error:
        fact = f"lösenordet passar inte till {name}, eller så är filen skadad"
        raise _unreadable("ARK181", fact, name) from error
    except Exception as error:
        # What a damaged file is refused with depends on where it is damaged; nothing of it is used.
        raise _unreadable("ARK180", f"{name} går inte att läsa som PKCS#12-fil", name) from error
    if held.key is None or held.cert is None:
        raise _unreadable("ARK180", f"{name} saknar en nyckel med sitt certifikat", name)
    signer: Signer = SimpleSigner.load_pkcs12_data(data, [], secret)
    check_usable(signer.signing_cert, name)
    return signer


def _is_pkcs12(data: bytes) -> bool:
    try:
        return bool(pkcs12.Pfx.load(data, strict=True)["version"].native == "v3")
    except (ValueError, TypeError, KeyError):
        return False


def _unreadable(code: str, fact: str, name: str) -> KansliError:
    return KansliError(finding(code, fact, TextOrigin(name)), ExitCode.FILE_ACCESS)
