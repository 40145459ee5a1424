"""The seal put on a PDF: an incremental update after the file's own bytes, which stay as they are."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, Signer
from pyhanko.sign.signers.pdf_signer import TimestampDSSContentSettings
from pyhanko.sign.validation.dss import collect_validation_info
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    InsufficientRevinfoError,
    NotYetValidError,
    PathBuildingError,
    PathError,
    RevokedError,
    ValidationError,
)

from pipeline.errors import KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin
from pipeline.seal.certificates import purposes_of
from pipeline.seal.network import NoAnswerError
from pipeline.seal.quiet import quiet
from pipeline.seal.revocation import revocations_of
from pipeline.seal.timestamping import Stamper

_FIELD, _SHOWN = "Stampel", "Elektronisk stämpel"
_TIME_FIELD, _TIME_SHOWN = "Tidsstampel", "Tidsstämpel"
_DIGEST = "sha256"
_WEAKNESSES: dict[type[Exception], str] = {
    RevokedError: "ett certifikat är spärrat",
    ExpiredError: "ett certifikat har gått ut",
    NotYetValidError: "ett certifikat gäller inte än",
    PathBuildingError: "den leder inte till någon av rötterna",
    InsufficientRevinfoError: "det saknas besked om huruvida ett certifikat är spärrat",
    ValidationError: "ett certifikat följer inte reglerna",
}


@dataclass(frozen=True)
class Sealing:
    """How PDFs are sealed: by whom, with whose time, and with proof that lasts (``long_term``, PAdES B-LTA).

    ``tsa`` is the address of a time-stamp authority, "" for none; ``long_term`` needs one, and ``roots``.
    """

    signer: Signer
    tsa: str = ""
    long_term: bool = False
    roots: Sequence[x509.Certificate] = ()

    @cached_property
    def stamper(self) -> Stamper | None:
        """Return the one who asks for time stamps."""
        return Stamper(self.tsa) if self.tsa else None


def sealed(pdf: bytes, name: str, how: Sealing) -> bytes:
    """Return a PDF with its seal; it begins with the bytes of ``pdf``, and stays PDF/A-2a and PDF/UA-1.

    Raises KansliError where the time-stamp authority gives no time stamp, nobody answers for the certificates, or
    the file takes no seal.
    """
    place = TextOrigin(name)
    with quiet():
        try:
            whole = bytes(_signer(how).sign_pdf(_Update(BytesIO(pdf))).getvalue())
            return asyncio.run(_lasting(whole, how, place)) if how.long_term else whole
        except NoAnswerError as error:
            fact = f"tidsstämplingstjänsten {how.tsa} gav ingen tidsstämpel: {error}"
            raise KansliError(finding("ARK184", fact, place)) from error
        except (PdfError, SigningError, PathError, ValidationError, ValueError, OSError, RuntimeError) as error:
            weakness = _weakness(error)
            if weakness:
                fact = f"certifikatkedjan håller inte för en stämpel som ska gå att pröva länge: {weakness}"
                raise KansliError(finding("ARK185", fact, place)) from error
            raise KansliError(finding("ARK191", f"{name} går inte att stämpla ({error})", place)) from error


class _Update(IncrementalPdfFileWriter):
    """An update that leaves the metadata of the file as they are: they are the paper's, not the seal's."""

    def _update_meta(self) -> None:
        """Do nothing, where pyHanko would write the metadata anew in its own form and with its own name."""


# PDF/UA-1 7.18.1 asks that a widget without a place in the structure tree is hidden or outside of the page, and PDF/A-2
# 6.3.2 that it is not hidden: it lies outside.
_INVISIBLE = InvisSigSettings(box_out_of_bounds=True)


def _signer(how: Sealing) -> PdfSigner:
    facts = PdfSignatureMetadata(
        field_name=_FIELD,
        subfilter=SigSeedSubFilter.PADES,
        signer_key_usage=set(),  # asked when the certificate was read
    )
    field = SigFieldSpec(_FIELD, readable_field_name=_SHOWN, invis_sig_settings=_INVISIBLE)
    return PdfSigner(facts, how.signer, timestamper=how.stamper, new_field_spec=field)


async def _lasting(pdf: bytes, how: Sealing, place: TextOrigin) -> bytes:
    """Return a sealed PDF with the proof of its certificates, and a time stamp on all of it (PAdES B-LTA)."""
    stamper = how.stamper
    if stamper is None:
        raise ValueError("a seal that lasts needs a time-stamp authority")
    context = _context(how, stamper, place)
    update = _Update(BytesIO(pdf))
    (seal,) = update.prev.embedded_regular_signatures
    paths = await collect_validation_info(seal, context)
    time = PdfTimeStamper(stamper, _TIME_FIELD, _INVISIBLE, _TIME_SHOWN)
    # A dictionary of its own for each signature (VRI) would be one more update after this last time stamp.
    settings = TimestampDSSContentSettings(include_vri=False, update_before_ts=True)
    out = await time.async_timestamp_pdf(
        update, _DIGEST, validation_context=context, validation_paths=paths, dss_settings=settings
    )
    return bytes(out.getvalue())


def _context(how: Sealing, stamper: Stamper, place: TextOrigin) -> ValidationContext:
    """Return what proves the certificates of the seal and of its time stamps: nothing more is fetched later."""
    known = [*how.signer.cert_registry, *stamper.cert_registry]
    leaves = [how.signer.signing_cert, *(one for one in known if "time_stamping" in purposes_of(one))]
    try:
        found = revocations_of(leaves, known, how.roots)
    except NoAnswerError as error:
        raise KansliError(finding("ARK185", str(error), place)) from error
    return ValidationContext(
        trust_roots=list(how.roots),
        allow_fetching=False,
        revocation_mode="hard-fail",
        crls=found.lists,
        ocsps=found.answers,
        other_certs=known,
    )


def _weakness(error: BaseException | None) -> str:
    """Return why a chain of certificates does not hold, "" for an error that is about something else."""
    while error is not None:
        for kind, words in _WEAKNESSES.items():
            if isinstance(error, kind):
                return words
        error = error.__cause__
    return ""
