"""A seal on a PDF: at each level, with the file's own bytes before it; and every way in which no seal comes about."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from asn1crypto import tsp
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import Signer

from pipeline.errors import KansliError
from pipeline.findings.verdict import Verdict
from pipeline.render.pdf.check import faults_of
from pipeline.seal import network
from pipeline.seal.certificates import Certificate, certificates_in
from pipeline.seal.judging import has_seal, seals_in
from pipeline.seal.keys import signer_from
from pipeline.seal.signing import Sealing, sealed
from tests.seal.pki import PASSWORD, SEAL_NAME, Authority, Issued, Loopback, Wanted, slowly

VERAPDF = Path(__file__).parents[3] / "shared" / "tools" / "verapdf" / "verapdf"
LEVELS = ["PAdES B-B", "PAdES B-T", "PAdES B-LTA"]
REPLY = "application/timestamp-reply"
Roots = tuple[Certificate, ...]


def way(level: str, signer: Signer, loopback: Loopback, roots: Roots) -> Sealing:
    tsa = "" if level == "PAdES B-B" else loopback.tsa_address
    return Sealing(signer, tsa, level == "PAdES B-LTA", roots)


def refused(pdf: bytes, how: Sealing) -> tuple[str, str]:
    with pytest.raises(KansliError) as caught:
        sealed(pdf, "a.pdf", how)
    return caught.value.finding.code, caught.value.finding.message


@pytest.mark.parametrize("level", LEVELS)
def test_a_sealed_pdf_says_who_sealed_it_when_and_that_it_is_unchanged(
    level: str, pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    whole = sealed(pdf, "a.pdf", way(level, signer, loopback, roots))
    assert whole.startswith(pdf)
    assert (has_seal(pdf), has_seal(whole)) == (False, True)
    (seal,) = seals_in(whole, roots)
    assert (seal.by, seal.level, seal.fault, seal.chain) == (SEAL_NAME, level, "", Verdict.PASSED)
    assert seal.at is not None
    assert abs(time.time() - seal.at.timestamp()) < 120
    stamped = level != "PAdES B-B"
    assert (seal.stamped, seal.time) == (stamped, Verdict.PASSED if stamped else None)
    assert seal.revocation is (Verdict.PASSED if level == "PAdES B-LTA" else Verdict.NOT_CHECKED)


@pytest.mark.parametrize("level", LEVELS)
def test_a_seal_leaves_the_metadata_the_pages_and_the_tags_as_they_are_and_cannot_be_seen(
    level: str, pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    whole = sealed(pdf, "a.pdf", way(level, signer, loopback, roots))
    assert faults_of(whole) == []
    with pikepdf.open(BytesIO(pdf)) as before, pikepdf.open(BytesIO(whole)) as after:
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert dict(after.docinfo) == dict(before.docinfo)
        assert after.Root.StructTreeRoot.objgen == before.Root.StructTreeRoot.objgen
        for one, other in zip(before.pages, after.pages, strict=True):
            assert one.Contents.read_bytes() == other.Contents.read_bytes()
        for field in after.Root.AcroForm.Fields:
            left, bottom, right, top = (float(number) for number in field.Rect)
            assert (right - left, top - bottom) == (0, 0)
            assert right < 0 or top < 0


@pytest.mark.skipif(not VERAPDF.exists(), reason="veraPDF is not here")
def test_sealed_pdfs_pass_verapdf_at_every_level(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots, tmp_path: Path
) -> None:
    for level in LEVELS:
        (tmp_path / f"{level[-3:].strip()}.pdf").write_bytes(sealed(pdf, "a.pdf", way(level, signer, loopback, roots)))
    files = sorted(map(str, tmp_path.glob("*.pdf")))
    run = subprocess.run([VERAPDF, "2a,ua1", *files], capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(found) == 2 * len(LEVELS)
    assert [each for each in found if each.get("compliant") is not True] == []


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler's pdfsig is not here")
@pytest.mark.parametrize("level", LEVELS)
def test_another_program_finds_the_seal_valid(
    level: str, pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(sealed(pdf, "a.pdf", way(level, signer, loopback, roots)))
    command = ["pdfsig", "-nocert", str(tmp_path / "a.pdf")]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False).stdout
    assert f"Signer Certificate Common Name: {SEAL_NAME}" in said
    assert "Signature Type: ETSI.CAdES.detached" in said
    assert "Signature Validation: Signature is Valid." in said
    assert said.count("Total document signed") == 1


@pytest.mark.parametrize("level", LEVELS)
def test_a_byte_changed_after_sealing_is_found_wherever_it_is(
    level: str, pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    whole = sealed(pdf, "a.pdf", way(level, signer, loopback, roots))
    start, end = own_place(whole)
    covered = [*range(start), *range(end, len(whole))]
    spread = [*covered[:: len(covered) // 80], len(pdf) - 1, len(pdf), start - 1, end, len(whole) - 1]
    assert [at for at in spread if unharmed(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], roots)] == []


def own_place(whole: bytes) -> tuple[int, int]:
    """Return where the last signature itself lies, which no signature can cover."""
    last = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", whole)[-1]
    start, length, end, rest = map(int, last)
    assert (start, end + rest) == (0, len(whole))
    return length, end


def unharmed(whole: bytes, roots: Roots) -> bool:
    try:
        seals = seals_in(whole, roots)
    except Exception:
        return False
    return len(seals) == 1 and seals[0].fault == "" and seals[0].chain is Verdict.PASSED


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("tail", [b"\n", b" ", b"%hej\n", b"%%EOF\n", b"\x00" * 1000])
def test_bytes_appended_after_sealing_are_found(
    level: str, tail: bytes, pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    whole = sealed(pdf, "a.pdf", way(level, signer, loopback, roots))
    assert unharmed(whole, roots)
    assert not unharmed(whole + tail, roots)


def test_a_page_that_is_changed_in_an_update_after_the_seal_is_found(pdf: bytes, signer: Signer, roots: Roots) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(sealed(pdf, "a.pdf", Sealing(signer))))
    page = writer.root["/Pages"]["/Kids"][0]
    while "/Kids" in page:
        page = page["/Kids"][0]
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))
    writer.update_container(page)
    out = BytesIO()
    writer.write(out)
    (seal,) = seals_in(out.getvalue(), roots)
    assert seal.fault == "något är tillagt efter stämpeln"


def test_a_b_t_seal_asks_the_time_stamp_authority_alone(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    sealed(pdf, "a.pdf", way("PAdES B-T", signer, loopback, roots))
    assert set(loopback.asked) == {"/tsa"}
    loopback.asked.clear()
    sealed(pdf, "a.pdf", way("PAdES B-B", signer, loopback, roots))
    assert loopback.asked == []


def raw(*answer: Any) -> Callable[[bytes], tuple[int, str, bytes]]:
    return lambda _body: answer


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (raw(500, "text/plain", b"nej"), "den svarade med felkoden 500"),
        (raw(302, "text/plain", b""), "den svarade med felkoden 302"),
        (raw(200, "text/html", b"<p>hej"), "den svarade med text/html"),
        (raw(200, REPLY, b"junk"), "svaret är ingen tidsstämpel"),
        (raw(200, REPLY, b""), "svaret är ingen tidsstämpel"),
        (raw(200, REPLY, b"0\x80" * 50), "svaret är ingen tidsstämpel"),
        (raw(200, REPLY, b"\x30\x05\x30\x03\x02\x01\x02"), "den nekade tidsstämpeln (rejection)"),
        (raw(200, REPLY, b"x" * (2**20 + 1)), "svaret är längre än 1048576 byte"),
    ],
)
def test_a_time_stamp_authority_that_answers_something_else_gives_no_seal(
    answer: Any, said: str, pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    loopback.answers["/tsa"] = answer
    code, message = refused(pdf, way("PAdES B-T", signer, loopback, roots))
    assert (code, said in message) == ("ARK184", True), message


def test_a_time_stamp_of_something_else_gives_no_seal(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    def stamped(body: bytes) -> tuple[int, str, bytes]:
        question = tsp.TimeStampReq.load(body)
        question["message_imprint"]["hashed_message"] = b"\x07" * 32
        return 200, REPLY, loopback.stamp(question.dump(force=True))

    loopback.answers["/tsa"] = stamped
    code, message = refused(pdf, way("PAdES B-T", signer, loopback, roots))
    assert (code, "gäller något annat" in message) == ("ARK184", True), message


def test_a_time_stamp_authority_that_hangs_is_left_in_time(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "LONGEST", 0.5)
    loopback.answers["/tsa"] = slowly
    began = time.monotonic()
    code, message = refused(pdf, way("PAdES B-T", signer, loopback, roots))
    assert (code, "svarade inte inom 0.5 sekunder" in message) == ("ARK184", True), message
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/tsa", "http://tid.invalid/tsa", "file:///etc/passwd", "tsa"])
def test_an_address_where_nobody_answers_gives_no_seal(address: str, pdf: bytes, signer: Signer) -> None:
    code, message = refused(pdf, Sealing(signer, address))
    assert (code, address in message) == ("ARK184", True), message


def test_the_list_of_revoked_certificates_serves_where_nobody_answers_for_one(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    loopback.answers["/ocsp"] = raw(500, "text/plain", b"")
    (seal,) = seals_in(sealed(pdf, "a.pdf", way("PAdES B-LTA", signer, loopback, roots)), roots)
    assert "/crl" in loopback.asked
    assert (seal.level, seal.chain, seal.revocation) == ("PAdES B-LTA", Verdict.PASSED, Verdict.PASSED)


def test_a_lasting_seal_is_not_made_of_certificates_that_nobody_answers_for(
    pdf: bytes, signer: Signer, loopback: Loopback, roots: Roots
) -> None:
    loopback.answers |= dict.fromkeys(("/ocsp", "/crl"), raw(200, "application/ocsp-response", b"junk"))
    code, message = refused(pdf, way("PAdES B-LTA", signer, loopback, roots))
    assert (code, "ingen svarar på om certifikatet" in message) == ("ARK185", True), message


@pytest.mark.parametrize("which", ["/ocsp", "/crl"])
def test_a_lasting_seal_is_not_made_of_a_certificate_that_is_revoked(
    which: str, pdf: bytes, signer: Signer, seal: Issued, loopback: Loopback, roots: Roots
) -> None:
    loopback.authority.revoked.append(seal.cert.serial_number)
    if which == "/crl":
        loopback.answers["/ocsp"] = raw(500, "text/plain", b"")
    code, message = refused(pdf, way("PAdES B-LTA", signer, loopback, roots))
    assert (code, "spärrat" in message) == ("ARK185", True), message


def test_a_lasting_seal_needs_a_chain_to_the_roots(pdf: bytes, signer: Signer, loopback: Loopback) -> None:
    other = certificates_in(Authority("Annan rot").pem, "annan.pem")
    code, message = refused(pdf, way("PAdES B-LTA", signer, loopback, other))
    assert (code, "leder inte till någon av rötterna" in message) == ("ARK185", True), message


def test_a_lasting_seal_needs_certificates_that_say_where_to_ask(
    pdf: bytes, authority: Authority, loopback: Loopback, roots: Roots
) -> None:
    silent = signer_from(authority.issue(Wanted()).pkcs12([authority.cert]), PASSWORD, "s.p12")
    code, message = refused(pdf, way("PAdES B-LTA", silent, loopback, roots))
    assert (code, "säger inte var man frågar" in message) == ("ARK185", True), message


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"hej", b"%PDF-1.7\n" + b"<<" * 2000])
def test_what_is_no_pdf_takes_no_seal(data: bytes, signer: Signer) -> None:
    assert refused(data, Sealing(signer))[0] == "ARK191"
