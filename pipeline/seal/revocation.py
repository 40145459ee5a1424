"""Whether certificates are revoked, asked where they themselves say (OCSP, RFC 6960; CRL, RFC 5280)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from asn1crypto import crl, ocsp, x509
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate
from cryptography.x509.ocsp import OCSPRequestBuilder

from pipeline.seal.certificates import subject_of
from pipeline.seal.network import NoAnswerError, Question, asked

MOST_CERTIFICATES = 20
MOST_LIST_BYTES = 32 * 2**20


@dataclass(frozen=True)
class Revocations:
    """What was answered of certificates: answers about one, and lists."""

    answers: tuple[ocsp.OCSPResponse, ...]
    lists: tuple[crl.CertificateList, ...]


def revocations_of(
    leaves: Iterable[x509.Certificate], known: Iterable[x509.Certificate], roots: Sequence[x509.Certificate]
) -> Revocations:
    """Return what is said of each certificate between ``leaves`` and ``roots``; ``known`` are those between.

    Raises NoAnswerError where a chain has no root, or nobody answers for one of its certificates.
    """
    answers: list[ocsp.OCSPResponse] = []
    lists: dict[bytes, crl.CertificateList] = {}
    for one, issuer in _pairs(leaves, [*roots, *known], {root.dump() for root in roots}).values():
        answer = _answer(one, issuer)
        if isinstance(answer, ocsp.OCSPResponse):
            answers.append(answer)
        else:
            lists[answer.dump()] = answer
    return Revocations(tuple(answers), tuple(lists.values()))


def _pairs(
    leaves: Iterable[x509.Certificate], known: Sequence[x509.Certificate], roots: Container[bytes]
) -> dict[bytes, tuple[x509.Certificate, x509.Certificate]]:
    """Return each certificate of the chains with the one that issued it, the roots left out."""
    found: dict[bytes, tuple[x509.Certificate, x509.Certificate]] = {}
    waiting = list(leaves)
    while waiting:
        one = waiting.pop()
        if one.dump() in found or one.dump() in roots:
            continue
        issuer = next((each for each in known if each.subject == one.issuer), None)
        if issuer is None or one.subject == one.issuer or len(found) >= MOST_CERTIFICATES:
            raise NoAnswerError(f"kedjan från certifikatet för {subject_of(one)} leder inte till någon av rötterna")
        found[one.dump()] = (one, issuer)
        waiting.append(issuer)
    return found


def _answer(one: x509.Certificate, issuer: x509.Certificate) -> ocsp.OCSPResponse | crl.CertificateList:
    faults = []
    for address in one.ocsp_urls:
        try:
            return _ocsp(address, one, issuer)
        except NoAnswerError as error:
            faults.append(f"{address}: {error}")
    for point in one.crl_distribution_points:
        try:
            return _crl(str(point.url))
        except NoAnswerError as error:
            faults.append(f"{point.url}: {error}")
    where = "; ".join(faults) or "certifikatet säger inte var man frågar"
    raise NoAnswerError(f"ingen svarar på om certifikatet för {subject_of(one)} är spärrat ({where})")


def _ocsp(address: str, one: x509.Certificate, issuer: x509.Certificate) -> ocsp.OCSPResponse:
    pair = (load_der_x509_certificate(one.dump()), load_der_x509_certificate(issuer.dump()))
    # SHA-1 names the issuer here, as RFC 5019 has every responder know; nothing is proven by it.
    question = OCSPRequestBuilder().add_certificate(*pair, SHA1()).build().public_bytes(Encoding.DER)  # noqa: S303
    data = asked(Question(address, question, "application/ocsp-request", "application/ocsp-response"))
    try:
        found = ocsp.OCSPResponse.load(data, strict=True)
        _ = found.native
        if found["response_status"].native != "successful":
            raise NoAnswerError(f"den nekade svaret ({found['response_status'].native})")
    except (ValueError, TypeError, KeyError) as error:
        raise NoAnswerError("svaret är inget OCSP-svar") from error
    return found


def _crl(address: str) -> crl.CertificateList:
    data = asked(Question(address, most=MOST_LIST_BYTES))
    try:
        found = crl.CertificateList.load(data, strict=True)
        _ = found["tbs_cert_list"]["this_update"].native
    except (ValueError, TypeError, KeyError) as error:
        raise NoAnswerError("svaret är ingen spärrlista") from error
    return found
