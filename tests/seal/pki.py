"""A certificate authority, a seal certificate and a time-stamp authority of the tests' own, on loopback alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID as Access
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

DAY = timedelta(days=1)
PASSWORD = "hemligt lösen"
SEAL_NAME = "Provkommunen stämpel"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Issued:
    """A certificate with its key."""

    key: Key
    cert: x509.Certificate

    @property
    def pem(self) -> bytes:
        """Return the certificate as PEM."""
        return self.cert.public_bytes(serialization.Encoding.PEM)

    def pkcs12(self, others: list[x509.Certificate], password: str = PASSWORD) -> bytes:
        """Return the key and certificates as PKCS#12; "" for no password."""
        lock: serialization.KeySerializationEncryption = serialization.NoEncryption()
        if password:
            lock = serialization.BestAvailableEncryption(password.encode())
        return pkcs12.serialize_key_and_certificates("stämpel".encode(), self.key, self.cert, others, lock)


@dataclass(frozen=True)
class Wanted:
    """What a certificate is to say; ``start`` and ``end`` are counted in days from now."""

    name: str = SEAL_NAME
    digital_signature: bool = True
    non_repudiation: bool = True
    extended: x509.ObjectIdentifier | None = None
    start: int = -1
    end: int = 365
    addresses: str = ""
    is_rsa: bool = False


class Authority:
    """A root that issues certificates and tells which are revoked."""

    def __init__(self, name: str = "Provkommunen rot") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = _builder(self.name, self.name, self.key, -30, 3650)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=1), critical=True)
        builder = builder.add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        self.cert = builder.sign(self.key, hashes.SHA256())
        self.revoked: list[int] = []

    @property
    def pem(self) -> bytes:
        """Return the root as PEM."""
        return self.cert.public_bytes(serialization.Encoding.PEM)

    def issue(self, wanted: Wanted = Wanted()) -> Issued:
        """Return a new certificate with its key."""
        key: Key = rsa.generate_private_key(65537, 2048) if wanted.is_rsa else ec.generate_private_key(ec.SECP256R1())
        name = x509.Name(
            [
                x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Provkommunen"),
                x509.NameAttribute(NameOID.COMMON_NAME, wanted.name),
            ]
        )
        builder = _builder(name, self.name, key, wanted.start, wanted.end)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        usage = _usage(digital_signature=wanted.digital_signature, content_commitment=wanted.non_repudiation)
        if wanted.digital_signature or wanted.non_repudiation:
            builder = builder.add_extension(usage, critical=True)
        else:
            builder = builder.add_extension(_usage(key_encipherment=True), critical=True)
        if wanted.extended:
            builder = builder.add_extension(x509.ExtendedKeyUsage([wanted.extended]), critical=True)
        if wanted.addresses:
            builder = _with_addresses(builder, wanted.addresses)
        identity = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = builder.add_extension(identity, critical=False)
        return Issued(key, builder.sign(self.key, hashes.SHA256()))

    def crl(self) -> bytes:
        """Return the list of revoked certificates as DER."""
        now = datetime.now(UTC)
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.name)
        builder = builder.last_update(now - timedelta(minutes=1)).next_update(now + 7 * DAY)
        builder = builder.add_extension(x509.CRLNumber(1), critical=False)
        identity = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        builder = builder.add_extension(identity, critical=False)
        for number in self.revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(number).revocation_date(now - DAY / 2).build()
            builder = builder.add_revoked_certificate(entry)
        return builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)

    def ocsp(self, request: bytes) -> bytes:
        """Return the answer to a question about one certificate as DER."""
        asked = ocsp.load_der_ocsp_request(request)
        now = datetime.now(UTC)
        is_revoked = asked.serial_number in self.revoked
        builder = ocsp.OCSPResponseBuilder().add_response_by_hash(
            issuer_name_hash=asked.issuer_name_hash,
            issuer_key_hash=asked.issuer_key_hash,
            serial_number=asked.serial_number,
            algorithm=asked.hash_algorithm,
            cert_status=ocsp.OCSPCertStatus.REVOKED if is_revoked else ocsp.OCSPCertStatus.GOOD,
            this_update=now - timedelta(minutes=1),
            next_update=now + DAY,
            revocation_time=now - DAY / 2 if is_revoked else None,
            revocation_reason=None,
        )
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, self.cert)
        for extension in asked.extensions:
            if isinstance(extension.value, x509.OCSPNonce):
                builder = builder.add_extension(extension.value, critical=False)
        return builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def _builder(subject: x509.Name, issuer: x509.Name, key: Key, start: int, end: int) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now + start * DAY).not_valid_after(now + end * DAY)
    return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)


def _usage(**chosen: bool) -> x509.KeyUsage:
    names = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"]
    names += ["key_cert_sign", "crl_sign", "encipher_only", "decipher_only"]
    return x509.KeyUsage(**{name: chosen.get(name, False) for name in names})


def _with_addresses(builder: x509.CertificateBuilder, place: str) -> x509.CertificateBuilder:
    crl, answers = (x509.UniformResourceIdentifier(f"{place}/{name}") for name in ("crl", "ocsp"))
    access = x509.AuthorityInformationAccess([x509.AccessDescription(Access.OCSP, answers)])
    points = x509.CRLDistributionPoints([x509.DistributionPoint([crl], None, None, None)])
    return builder.add_extension(access, critical=False).add_extension(points, critical=False)


@dataclass
class Loopback:
    """What answers on loopback: ``answers`` by path in place of the right ones; ``asked`` are the paths in order."""

    authority: Authority
    place: str = ""
    tsa: Issued | None = None
    answers: dict[str, Callable[[bytes], tuple[int, str, bytes]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def tsa_address(self) -> str:
        """Return the address of the time-stamp authority."""
        return f"{self.place}/tsa"

    def stamp(self, request: bytes) -> bytes:
        """Return the time-stamp authority's answer."""
        assert self.tsa is not None
        store = SimpleCertificateStore()
        store.register(asn1.Certificate.load(self.authority.cert.public_bytes(serialization.Encoding.DER)))
        key = self.tsa.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        stamper = DummyTimeStamper(
            asn1.Certificate.load(self.tsa.cert.public_bytes(serialization.Encoding.DER)),
            keys.PrivateKeyInfo.load(key),
            certs_to_embed=store,
            fixed_dt=datetime.now(UTC),
        )
        return bytes(stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump())

    def answer(self, path: str, body: bytes) -> tuple[int, str, bytes]:
        """Return status, content type and body."""
        self.asked.append(path)
        if path in self.answers:
            found = self.answers[path]
            answer: tuple[int, str, bytes] = found(body)
            return answer
        right: Mapping[str, Callable[[], tuple[int, str, bytes]]] = {
            "/tsa": lambda: (200, "application/timestamp-reply", self.stamp(body)),
            "/crl": lambda: (200, "application/pkix-crl", self.authority.crl()),
            "/ocsp": lambda: (200, "application/ocsp-response", self.authority.ocsp(body)),
        }
        return right.get(path, lambda: (404, "text/plain", b""))()


@contextmanager
def serving(authority: Authority) -> Iterator[Loopback]:
    """Serve time stamps and revocation information on a free port of loopback."""
    loopback = Loopback(authority)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply(b"")

        def do_POST(self) -> None:
            self._reply(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def _reply(self, body: bytes) -> None:
            status, kind, data = loopback.answer(self.path, body)
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                if status in {301, 302, 307}:
                    self.send_header("Location", loopback.tsa_address)
                self.end_headers()
                self.wfile.write(data)
            except OSError:
                pass  # the other side has had enough

        def log_message(self, *_arguments: Any) -> None:
            pass

    patch = pytest.MonkeyPatch()
    patch.setenv("no_proxy", "*")  # whatever the machine has
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    loopback.place = f"http://127.0.0.1:{server.server_address[1]}"
    wanted = Wanted(
        "Provkommunen tid", non_repudiation=False, extended=ExtendedKeyUsageOID.TIME_STAMPING, is_rsa=True, end=3600,
        addresses=loopback.place,
    )  # fmt: skip
    loopback.tsa = authority.issue(wanted)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield loopback
    finally:
        patch.undo()
        server.shutdown()
        server.server_close()


def slowly(_body: bytes) -> tuple[int, str, bytes]:
    """Answer when everybody has gone home."""
    time.sleep(60)
    return 200, "application/timestamp-reply", b""
