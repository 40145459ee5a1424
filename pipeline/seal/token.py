"""The key that seals, on a card or in a security module (PKCS#11): it never leaves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from asn1crypto import x509
from pyhanko.sign.signers import Signer

from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin
from pipeline.seal.certificates import check_usable, subject_of


@dataclass(frozen=True)
class Token:
    """Where the key is: the driver's file, the card's name and the key's, "" where there is only one."""

    module: str
    label: str = ""
    key: str = ""

    @property
    def name(self) -> str:
        """Return what the card is called, in words."""
        return f'kortet "{self.label}"' if self.label else "kortet"


@contextmanager
def signer_on(token: Token, pin: str) -> Iterator[Signer]:
    """Give the key on a card for as long as it is used.

    Raises KansliError: exit code 3 where python-pkcs11 is missing, 6 where the card cannot be used, 1 where its
    certificate may not seal today.
    """
    try:
        import pkcs11  # noqa: PLC0415 - an extra, which few need
    except ImportError as error:
        fact = "python-pkcs11 är inte installerat"
        raise KansliError(finding("ARK189", fact, TextOrigin(token.module)), ExitCode.MISSING_TOOL) from error
    try:
        with _opened(pkcs11, token, pin) as session:
            yield _signer(session, token)
    except pkcs11.PKCS11Error as error:
        raise _unusable(token, _reason(error, token)) from error


def _opened(pkcs11: Any, token: Token, pin: str) -> Any:
    slots = pkcs11.lib(token.module).get_slots(token_present=True)
    found = [slot.get_token() for slot in slots]
    # A slot that is empty but for its readiness has a token without a name (SoftHSM).
    named = [one for one in found if one.label and (not token.label or one.label == token.label)]
    if len(named) != 1:
        names = ", ".join(f'"{one.label}"' for one in found if one.label)
        several = "fler än ett sitter i" if named else "det sitter inte i"
        raise _unusable(token, f"{several} (det finns: {names})" if names else "inget kort sitter i")
    return named[0].open(user_pin=pin)


def _signer(session: Any, token: Token) -> Signer:
    from pkcs11 import Attribute, ObjectClass  # noqa: PLC0415 - as above
    from pyhanko.sign.pkcs11 import PKCS11Signer  # noqa: PLC0415 - as above

    keys = {bytes(key[Attribute.ID]): key for key in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})}
    held = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}))
    pairs = [(bytes(one[Attribute.ID]), str(one[Attribute.LABEL]), _certificate(one, token)) for one in held]
    own = [pair for pair in pairs if pair[0] in keys and (not token.key or pair[1] == token.key)]
    if len(own) != 1:
        names = ", ".join(f'"{label}" ({subject_of(one)})' for number, label, one in pairs if number in keys)
        what = "det har fler än en nyckel som svarar mot namnet" if own else "det har ingen sådan nyckel med certifikat"
        raise _unusable(token, f"{what} (det finns: {names or 'ingen'})")
    number, _label, certificate = own[0]
    check_usable(certificate, token.name)
    others: Sequence[x509.Certificate] = [one for _, _, one in pairs if one is not certificate]
    return PKCS11Signer(session, signing_cert=certificate, ca_chain=others, key_id=number)


def _certificate(held: Any, token: Token) -> x509.Certificate:
    from pkcs11 import Attribute  # noqa: PLC0415 - as above

    try:
        found = x509.Certificate.load(bytes(held[Attribute.VALUE]), strict=True)
        _ = found.native
    except (ValueError, TypeError) as error:
        raise _unusable(token, "ett certifikat på kortet går inte att läsa") from error
    return found


def _reason(error: Exception, token: Token) -> str:
    words = {
        "PinIncorrect": "koden är fel",
        "PinLenRange": "koden är fel",
        "PinInvalid": "koden är fel",
        "PinLocked": "det är låst efter för många fel koder",
        "TokenNotPresent": "det sitter inte i",
        "DeviceRemoved": "det togs ut",
    }
    name = type(error).__name__
    if name in words:
        return words[name]
    if "loading" in str(error):
        return f"drivrutinen {token.module} går inte att ladda"
    return f"det svarade {name}"


def _unusable(token: Token, why: str) -> KansliError:
    fact = f"{token.name} går inte att använda: {why}"
    return KansliError(finding("ARK190", fact, TextOrigin(token.module)), ExitCode.FILE_ACCESS)
