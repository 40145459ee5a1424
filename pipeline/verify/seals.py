"""What is told of the electronic seals on PDFs: there or not, unchanged or not, trusted, not, or not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.archive.checksums import digest_of
from pipeline.errors import reading
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.findings.verdict import Verdict
from pipeline.model.origin import TextOrigin
from pipeline.verify.mark import DIGEST, SIZE

_NO_STAMP = "ingen tidsstämpel"
_RANGE = b"/ByteRange"  # of every signature, where no compression can hide it

if TYPE_CHECKING:
    from pipeline.seal.certificates import Certificate
    from pipeline.seal.judging import Seal


def roots_in(files: Sequence[Path]) -> tuple[Certificate, ...]:
    """Return the certificates that are trusted, from their files.

    Raises KansliError for a file that cannot be read or holds none.
    """
    from pipeline.seal.certificates import certificates_in  # noqa: PLC0415 - costs time that few runs should pay

    found: list[Certificate] = []
    for path in files:
        with reading(path):
            found += certificates_in(path.read_bytes(), str(path))
    return tuple(found)


def seal_findings(
    pdfs: Mapping[str, bytes], place: str, roots: Sequence[Certificate], *, wanted: bool = False
) -> Iterator[Finding]:
    """Yield what is to be said of the seals of PDFs by name; ``wanted`` is whether each must have one."""
    found = {name: _seals(pdf, roots) for name, pdf in sorted(pdfs.items())}
    if pdfs and not wanted and not any(found.values()):
        yield finding("ARK150", "PDF-filerna har ingen elektronisk stämpel", TextOrigin(place))
        return
    for name, seals in found.items():
        origin = TextOrigin(f"{place}/{name}" if place else name)
        if isinstance(seals, str):
            yield finding("ARK157", f"{name}: stämpeln går inte att läsa ({seals})", origin)
        elif not seals and wanted:
            yield finding("ARK155", f"{name} har ingen stämpel, fast mappen är stämplad", origin)
        elif not seals:
            yield finding("ARK150", f"{name} har ingen elektronisk stämpel", origin)
        else:
            for seal in seals:
                yield from _told(name, seal, origin)


def _seals(pdf: bytes, roots: Sequence[Certificate]) -> tuple[Seal, ...] | str:
    """Return the seals of a PDF, or why they cannot be read."""
    if _RANGE not in pdf:
        return ()
    from pipeline.seal.judging import UnreadableSealError, seals_in  # noqa: PLC0415 - as above

    try:
        return seals_in(pdf, roots)
    except UnreadableSealError as error:
        return str(error)


def worded_time(seal: Seal) -> str:
    """Return when a seal was put, and on whose word."""
    if seal.at is None:
        return "vid okänd tid"
    when = f"{seal.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return f"{when} enligt tidsstämpel" if seal.stamped else f"{when} enligt egen uppgift"


def _told(name: str, seal: Seal, origin: TextOrigin) -> Iterator[Finding]:
    unchanged = Verdict.FAILED if seal.fault else Verdict.PASSED
    verdicts = {
        "orörd sedan dess": unchanged,
        "certifikatets kedja": seal.chain,
        "tidsstämpelns kedja": seal.time,
        "spärrkontroll": seal.revocation,
    }
    words = ", ".join(f"{what}: {verdict.value if verdict else _NO_STAMP}" for what, verdict in verdicts.items())
    fact = f"{name} är stämplad av {seal.by} {worded_time(seal)} ({seal.level}); {words}"
    yield finding("ARK151", fact, origin, help="" if seal.chain is Verdict.NOT_CHECKED else "inget behöver göras")
    if seal.fault:
        yield finding("ARK152", f"{name}, stämplad av {seal.by}: {seal.fault}", origin)
    if seal.chain is Verdict.FAILED:
        yield finding("ARK153", f"{name}: kedjan för {seal.by} håller inte: {seal.doubt}", origin)
    if seal.time is Verdict.FAILED:
        yield finding("ARK154", f"{name}: tidsstämpelns kedja leder inte till någon av rötterna", origin)


def beginning_faults(pdfs: Mapping[str, bytes], origin: Mapping[str, Any], place: str) -> Iterator[Finding]:
    """Yield the sealed PDFs that do not begin with the file that was built; ``origin`` is what the mark says of it."""
    for name, pdf in sorted(pdfs.items()):
        built = origin.get("filer", {}).get(name)
        if not _begins(pdf, built):
            yield finding("ARK156", f"{name} börjar inte med den fil som byggdes", TextOrigin(f"{place}/{name}"))


def _begins(pdf: bytes, built: Any) -> bool:
    try:
        return bool(digest_of(pdf[: int(built[SIZE])]) == built[DIGEST])
    except (TypeError, KeyError, ValueError):
        return False
