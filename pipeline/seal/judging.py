"""What can be said of the seals on a PDF, from the file alone: by whom, when, changed since, trusted or not.

Nothing is fetched. Time is walked backwards (ETSI EN 319 102-1, 5.6.3): the last time stamp of the file is held against
the roots as of now, each earlier one, and at last the seal, as of the moment that the later one proves.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, FreshnessReqType, RevocationCheckingPolicy

from pipeline.findings.verdict import Verdict
from pipeline.seal.certificates import day_of, issuer_of, subject_of
from pipeline.seal.quiet import quiet

_RANGE = re.compile(rb"/ByteRange\s*\[")
_PADES = "/ETSI.CAdES.detached"
_USAGE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
_TOLERANCE = timedelta(minutes=5)  # between the clock of who seals and that of who stamps the time


def _asked(mode: str) -> CertRevTrustPolicy:
    """Return how revocation is asked, by what the file holds: that was fetched when it was sealed, and stays true."""
    age = timedelta(days=36500)
    return CertRevTrustPolicy(
        RevocationCheckingPolicy.from_legacy(mode), age, FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION
    )


_IF_KNOWN, _PROVEN = _asked("soft-fail"), _asked("require")


class UnreadableSealError(Exception):
    """There is a seal, or what looks like one, that cannot be taken apart."""


@dataclass(frozen=True)
class Seal:
    """One seal: ``at`` is when, by the time stamp where ``stamped``, else by the sealer's own word.

    ``fault`` is what speaks against the file as it is, "" where it is unchanged. ``chain`` is the verdict on the
    certificates against the roots, ``doubt`` what speaks against them; ``time`` that on the time stamp's, None
    where there is none, and ``revocation`` whether proof is in the file that no certificate was revoked.
    """

    by: str
    level: str
    at: datetime | None
    stamped: bool
    fault: str
    chain: Verdict
    doubt: str
    time: Verdict | None
    revocation: Verdict


@dataclass(frozen=True)
class _File:
    """A PDF with its seals, and what its certificates are held against."""

    reader: PdfFileReader
    roots: tuple[x509.Certificate, ...]
    store: DocumentSecurityStore | None
    stamps: tuple[EmbeddedPdfSignature, ...]

    def context(self, moment: datetime, how: CertRevTrustPolicy) -> ValidationContext:
        """Return what certificates are held against at a moment; ``how`` says how revocation is asked."""
        facts: dict[str, Any] = {
            "trust_roots": list(self.roots),
            "moment": moment,
            "allow_fetching": False,
            "revinfo_policy": how,
            "time_tolerance": _TOLERANCE,
            "crls": [],
            "ocsps": [],
        }
        return self.store.as_validation_context(facts) if self.store else ValidationContext(**facts)


def has_seal(pdf: bytes) -> bool:
    """Return whether a PDF may hold a signature: each has a byte range that no compression can hide."""
    return _RANGE.search(pdf) is not None


def seals_in(pdf: bytes, roots: Sequence[x509.Certificate] = ()) -> tuple[Seal, ...]:
    """Return the seals on a PDF, the first one first; their certificates are held against ``roots``, if any.

    Raises UnreadableSealError where the file or a seal in it cannot be taken apart.
    """
    if not has_seal(pdf):
        return ()
    with quiet():
        try:
            return asyncio.run(_judged(pdf, tuple(roots)))
        except UnreadableSealError:
            raise
        except Exception as error:
            # Whatever a hostile file makes the libraries raise: what cannot be judged has not passed.
            raise UnreadableSealError(type(error).__name__) from error


async def _judged(pdf: bytes, roots: tuple[x509.Certificate, ...]) -> tuple[Seal, ...]:
    reader = PdfFileReader(BytesIO(pdf))
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        store = None
    file = _File(reader, roots, store, tuple(reader.embedded_timestamp_signatures))
    everything = list(reader.embedded_signatures)
    fault = _uncovered(everything[-1]) if everything else ""
    found = []
    for one in reader.embedded_regular_signatures:
        found.append(_seal(one, file, await _walked(file, one), fault))
    if not found:
        raise UnreadableSealError("det finns spår av en, men inte den själv")
    return tuple(found)


def _uncovered(last: EmbeddedPdfSignature) -> str:
    whole = last.evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE
    return "" if whole else "det ligger något efter det som stämpeln täcker"


@dataclass(frozen=True)
class _Walk:
    """What a walk back in time came to: the status of the seal, whether every time stamp on the way held.

    ``proven`` is whether the file holds proof that no certificate of the seal was revoked when it was put.
    """

    status: Any
    fault: str
    time_holds: bool
    proven: bool


async def _walked(file: _File, one: EmbeddedPdfSignature) -> _Walk:
    moment, fault, holds = datetime.now(UTC), "", True
    for stamp in reversed(file.stamps):
        status = await async_validate_pdf_timestamp(stamp, file.context(moment, _IF_KNOWN))
        fault = fault or _fault(status, "tidsstämplades")
        if status.trusted:
            moment = status.timestamp
        holds = holds and status.trusted
    time = file.context(moment, _IF_KNOWN)
    own = (await _status(one, time, time)).timestamp_validity
    if own is not None:
        fault = fault or ("" if own.intact and own.valid else "stämpelns tidsstämpel stämmer inte med stämpeln")
        holds = holds and own.trusted
        moment = own.timestamp if own.trusted else moment
    found = await _status(one, file.context(moment, _IF_KNOWN), time)
    proof = await _status(one, file.context(moment, _PROVEN), time)
    return _Walk(found, fault or _fault(found, "stämplades"), holds, bool(proof.trusted))


async def _status(one: EmbeddedPdfSignature, signer: ValidationContext, time: ValidationContext) -> Any:
    return await async_validate_pdf_signature(
        one, signer_validation_context=signer, ts_validation_context=time, key_usage_settings=_USAGE
    )


def _fault(status: Any, done: str) -> str:
    if not status.intact:
        return f"filen är ändrad sedan den {done}"
    if not status.valid:
        return f"filen {done} med en annan nyckel än certifikatets"
    level = status.modification_level
    if level is None or level > ModificationLevel.LTA_UPDATES:
        return "något är tillagt efter stämpeln"
    return ""


def _seal(one: EmbeddedPdfSignature, file: _File, walk: _Walk, uncovered: str) -> Seal:
    own = walk.status.timestamp_validity
    stamped = own is not None
    checked = bool(file.roots)
    return Seal(
        by=subject_of(one.signer_cert),
        level=_level(one, file, stamped=stamped),
        at=own.timestamp if own is not None else one.self_reported_timestamp,
        stamped=stamped,
        fault=walk.fault or uncovered,
        chain=_verdict(walk.status.trusted, checked=checked),
        doubt="" if walk.status.trusted or not checked else _doubt(walk.status, one.signer_cert),
        time=_verdict(walk.time_holds, checked=checked) if stamped or file.stamps else None,
        revocation=_revocation(walk, checked=checked),
    )


def _verdict(holds: bool, *, checked: bool) -> Verdict:  # noqa: FBT001 - what is judged
    if not checked:
        return Verdict.NOT_CHECKED
    return Verdict.PASSED if holds else Verdict.FAILED


def _revocation(walk: _Walk, *, checked: bool) -> Verdict:
    if not checked:
        return Verdict.NOT_CHECKED
    if walk.status.revoked:
        return Verdict.FAILED
    return Verdict.PASSED if walk.proven else Verdict.NOT_CHECKED


def _doubt(status: Any, certificate: x509.Certificate) -> str:
    """Return why a chain is not trusted."""
    if status.revoked:
        return f"ett certifikat i kedjan är spärrat sedan {day_of(status.revocation_details.revocation_date)}"
    name = getattr(status.trust_problem_indic, "name", "")
    if name == "NO_CERTIFICATE_CHAIN_FOUND":
        return f"den leder inte till någon av rötterna (utfärdare: {issuer_of(certificate)})"
    if name in {"OUT_OF_BOUNDS_NO_POE", "EXPIRED", "OUT_OF_BOUNDS_NOT_REVOKED"}:
        day = day_of(certificate.not_valid_after)
        return f"inget visar att stämpeln sattes medan certifikatet gällde, som längst till {day}"
    return f"den följer inte reglerna för certifikat ({name or 'okänt skäl'})"


def _level(one: EmbeddedPdfSignature, file: _File, *, stamped: bool) -> str:
    """Return the level of ETSI EN 319 142-1 that the file's parts make up."""
    if one.sig_object.get("/SubFilter") != _PADES:
        return "underskrift som inte är PAdES"
    if not stamped:
        return "PAdES B-B"
    if file.store is None:
        return "PAdES B-T"
    return "PAdES B-LTA" if file.stamps else "PAdES B-LT"
