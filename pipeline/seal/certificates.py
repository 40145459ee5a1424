"""Certificates: read from files, named for people, and asked whether they may seal (RFC 5280, ETSI EN 319 412-3)."""

from __future__ import annotations

from datetime import UTC, datetime

from asn1crypto import pem, x509

from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin

Certificate = x509.Certificate
_USAGES = {"digital_signature", "non_repudiation"}
_WEB = {"server_auth", "client_auth"}
_LEAST_RSA = 2048  # bits, ETSI TS 119 312


def certificates_in(data: bytes, name: str) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a file in PEM, any number, or DER, one; ``name`` is the file's.

    Raises KansliError of exit code 6 where it holds none that can be read.
    """
    try:
        blocks = [block for kind, _, block in pem.unarmor(data, multiple=True) if "CERTIFICATE" in str(kind)]
    except ValueError:
        blocks = [data]
    try:
        found = tuple(x509.Certificate.load(block, strict=True) for block in blocks)
        for one in found:
            _ = one.native  # reads all of it
    except (ValueError, TypeError, KeyError):
        found = ()
    if not found:
        fact = f"{name} innehåller inget certifikat som går att läsa"
        raise KansliError(finding("ARK194", fact, TextOrigin(name)), ExitCode.FILE_ACCESS)
    return found


def subject_of(certificate: x509.Certificate) -> str:
    """Return whom a certificate is issued to."""
    return _named(certificate.subject)


def issuer_of(certificate: x509.Certificate) -> str:
    """Return who issued a certificate."""
    return _named(certificate.issuer)


def _named(name: x509.Name) -> str:
    """Return the common name, with the organisation where it says more."""
    facts = name.native
    common, organisation = (_text(facts.get(key)) for key in ("common_name", "organization_name"))
    if common and organisation and organisation not in common:
        return f"{common} ({organisation})"
    return common or organisation or str(name.human_friendly)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def day_of(moment: datetime) -> str:
    """Return the day of a moment as it is written in Swedish."""
    return moment.astimezone(UTC).date().isoformat()


def check_usable(certificate: x509.Certificate, name: str) -> None:
    """Raise KansliError where a certificate may not seal today; ``name`` is the file or the token it came from."""
    by, now, place = subject_of(certificate), datetime.now(UTC), TextOrigin(name)
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if now > last:
        raise KansliError(finding("ARK182", f"certifikatet för {by} gick ut {day_of(last)}", place))
    if now < first:
        raise KansliError(finding("ARK182", f"certifikatet för {by} gäller först från {day_of(first)}", place))
    fault = _unfit(certificate)
    if fault:
        raise KansliError(finding("ARK183", f"certifikatet för {by} {fault}", place))


def purposes_of(certificate: x509.Certificate) -> frozenset[str]:
    """Return what a certificate says that it is for (extended key usage); nothing where it does not say."""
    said = certificate.extended_key_usage_value
    return frozenset(said.native) if said is not None else frozenset()


def _unfit(certificate: x509.Certificate) -> str:
    usage, purposes = certificate.key_usage_value, purposes_of(certificate)
    if usage is not None and not _USAGES & usage.native:
        allowed = ", ".join(sorted(usage.native)) or "inget"
        return f"får inte användas till underskrift eller stämpel (nyckelanvändning: {allowed})"
    if purposes and purposes <= _WEB:
        return "är utfärdat för en webbserver, inte för att stämpla handlingar"
    if certificate.ca:
        return "är en utfärdares eget, inte ett att stämpla med"
    key = certificate.public_key
    if key.algorithm in {"rsa", "rsassa_pss"} and key.bit_size < _LEAST_RSA:
        return f"har en för kort nyckel: {key.bit_size} bitar, minst {_LEAST_RSA} behövs"
    return ""
