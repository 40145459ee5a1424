"""What is said of seals as time goes by, and of what only looks like one."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, datetime, timedelta, tzinfo
from io import BytesIO
from random import Random

import pytest
from asn1crypto import crl
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.validation.dss import DocumentSecurityStore

from pipeline.findings.verdict import Verdict
from pipeline.seal import judging
from pipeline.seal.certificates import Certificate, certificates_in
from pipeline.seal.judging import UnreadableSealError, seals_in
from pipeline.seal.keys import signer_from
from pipeline.seal.signing import Sealing, sealed
from tests.seal.pki import PASSWORD, Authority, Issued, Loopback, Wanted

Roots = tuple[Certificate, ...]
ROUNDS = 50 * int(os.environ.get("KANSLI_FEL", "0")) or 60


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let 500 days go by: the seal's certificate has expired, the time-stamp authority's has not."""

    class Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Later:
            return cls.fromtimestamp((datetime.now(UTC) + timedelta(days=500)).timestamp(), tz)

    monkeypatch.setattr(judging, "datetime", Later)


@pytest.mark.usefixtures("later")
def test_without_a_time_stamp_a_seal_is_not_trusted_when_its_certificate_has_expired(
    pdf: bytes, signer: Signer, roots: Roots
) -> None:
    (seal,) = seals_in(sealed(pdf, "a.pdf", Sealing(signer)), roots)
    assert (seal.fault, seal.chain) == ("", Verdict.FAILED)
    assert "medan certifikatet gällde" in seal.doubt


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("lasting", [False, True])
def test_with_a_time_stamp_a_seal_is_trusted_when_its_certificate_has_expired(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots, *, lasting: bool
) -> None:
    (seal,) = seals_in(sealed(pdf, "a.pdf", Sealing(signer, loopback.tsa_address, lasting, roots)), roots)
    assert (seal.fault, seal.chain, seal.time) == ("", Verdict.PASSED, Verdict.PASSED)
    assert seal.revocation is (Verdict.PASSED if lasting else Verdict.NOT_CHECKED)


def test_nothing_is_trusted_without_roots_and_nothing_is_said_to_be(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    whole = sealed(pdf, "a.pdf", Sealing(signer, loopback.tsa_address, long_term=True, roots=roots))
    (seal,) = seals_in(whole)
    assert (seal.fault, seal.doubt) == ("", "")
    assert {seal.chain, seal.time, seal.revocation} == {Verdict.NOT_CHECKED}


def test_a_time_stamp_whose_root_is_another_proves_no_time(pdf: bytes, loopback: Loopback, roots: Roots) -> None:
    own = Authority("Annan rot")
    signer = signer_from(own.issue().pkcs12([own.cert]), PASSWORD, "s.p12")
    whole = sealed(pdf, "a.pdf", Sealing(signer, loopback.tsa_address))
    own_roots = certificates_in(own.pem, "rot.pem")
    (seal,) = seals_in(whole, own_roots)
    assert (seal.fault, seal.chain, seal.time) == ("", Verdict.PASSED, Verdict.FAILED)
    (seal,) = seals_in(whole, (*own_roots, *roots))
    assert (seal.chain, seal.time) == (Verdict.PASSED, Verdict.PASSED)


def test_a_certificate_that_is_revoked_by_what_the_file_holds_is_not_trusted(
    pdf: bytes, signer: Signer, seal: Issued, loopback: Loopback, roots: Roots
) -> None:
    whole = sealed(pdf, "a.pdf", Sealing(signer, loopback.tsa_address))
    loopback.authority.revoked.append(seal.cert.serial_number)
    writer = IncrementalPdfFileWriter(BytesIO(whole))
    DocumentSecurityStore.supply_dss_in_writer(writer, None, crls=[crl.CertificateList.load(loopback.authority.crl())])
    out = BytesIO()
    writer.write(out)
    (found,) = seals_in(out.getvalue(), roots)
    assert found.fault == "det ligger något efter det som stämpeln täcker"
    assert (found.chain, found.revocation) == (Verdict.FAILED, Verdict.FAILED)
    assert "spärrat sedan" in found.doubt


def test_a_signature_of_another_kind_is_called_what_it_is(pdf: bytes, signer: Signer, roots: Roots) -> None:
    facts = PdfSignatureMetadata(field_name="Egen")
    other = PdfSigner(facts, signer, new_field_spec=SigFieldSpec("Egen", box=(10, 10, 60, 60)))
    (seal,) = seals_in(other.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue(), roots)
    assert (seal.level, seal.fault) == ("underskrift som inte är PAdES", "")


def test_a_second_signature_is_found_to_be_added(pdf: bytes, signer: Signer, roots: Roots) -> None:
    whole = sealed(pdf, "a.pdf", Sealing(signer))
    other = PdfSigner(PdfSignatureMetadata(field_name="Egen"), signer)
    first, second = seals_in(other.sign_pdf(IncrementalPdfFileWriter(BytesIO(whole))).getvalue(), roots)
    assert (first.fault, second.fault) == ("något är tillagt efter stämpeln", "")


@pytest.mark.parametrize("lasting", [False, True])
def test_damage_of_any_kind_is_found_in_no_time_and_never_passes(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots, *, lasting: bool
) -> None:
    whole = sealed(pdf, "a.pdf", Sealing(signer, loopback.tsa_address, lasting, roots))
    for seed in range(ROUNDS):
        random = Random(seed)
        changed = damaged(whole, random, 0 if random.random() < 0.3 else len(pdf))
        began = time.process_time()
        try:
            seals = seals_in(changed, roots)
        except UnreadableSealError:
            seals = ()
        assert time.process_time() - began < 10, seed
        assert changed.startswith(pdf) or all(seal.fault for seal in seals), seed


def damaged(whole: bytes, random: Random, start: int) -> bytes:
    data = bytearray(whole)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at = random.randrange(start, max(len(data), start + 1))
        other = random.randrange(start, max(len(data), start + 1))
        kind = random.choice(("byte", "gone", "twice", "sign"))
        if kind == "byte" and at < len(data):
            data[at] = random.randrange(256)
        elif kind == "gone":
            del data[at : at + random.randrange(1, 60)]
        elif kind == "twice":
            data[at:at] = data[other : other + random.randrange(1, 400)]
        else:
            data[at : at + 1] = random.choice((b"0", b"<<", b">>", b"[", b"R", b"99999999999", b"-1"))
    return bytes(data)


def test_what_is_left_of_a_seal_that_was_taken_away_has_not_passed(pdf: bytes, signer: Signer) -> None:
    whole = sealed(pdf, "a.pdf", Sealing(signer))
    with pytest.raises(UnreadableSealError, match="spår"):
        seals_in(whole.replace(b"/AcroForm", b"/AcroFarm"))


@pytest.mark.parametrize("data", [b"/ByteRange [0 1 2 3]", b"%PDF-1.7\n/ByteRange [0 1 2 3]\n%%EOF\n"])
def test_what_only_looks_like_a_seal_has_not_passed(data: bytes) -> None:
    with pytest.raises(UnreadableSealError):
        seals_in(data)


def test_a_file_without_seals_has_none(pdf: bytes) -> None:
    assert seals_in(pdf) == ()


def test_no_loop_is_left_running(pdf: bytes, signer: Signer) -> None:
    sealed(pdf, "a.pdf", Sealing(signer))
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()


def test_names_are_told_with_their_organisation(authority: Authority, pdf: bytes) -> None:
    signer = signer_from(authority.issue(Wanted("Registrator")).pkcs12([]), PASSWORD, "s.p12")
    (seal,) = seals_in(sealed(pdf, "a.pdf", Sealing(signer)))
    assert seal.by == "Registrator (Provkommunen)"
