"""The proof on the bytes written: the file is opened again and held against what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from pipeline.render.pdf.readback import text_of


def check_written(pdf: bytes, pages: int, name: str) -> Iterator[Finding]:
    """Yield a finding for each thing in the finished file that is not as it must be."""
    for fault in faults_of(pdf, pages):
        yield finding("REN490", fault, WordOrigin(name))


def faults_of(pdf: bytes, pages: int | None = None) -> list[str]:
    """Return what is wrong in a finished file, in Swedish; ``pages`` is how many it should have, None for any."""
    import pikepdf  # noqa: PLC0415 - costs time that no other command should pay

    try:
        with pikepdf.open(BytesIO(pdf)) as file:
            return list(_faults(file, len(file.pages) if pages is None else pages))
    except pikepdf.PdfError as error:
        return [f"filen går inte att öppna igen ({error})"]


def written_text(pdf: bytes) -> str:
    """Return the text of the finished file; "" for one that cannot be opened, which ``check_written`` tells."""
    import pikepdf  # noqa: PLC0415 - as above

    try:
        with pikepdf.open(BytesIO(pdf)) as file:
            return text_of(file)
    except pikepdf.PdfError:
        return ""


def _faults(file: Any, pages: int) -> Iterator[str]:
    if len(file.pages) != pages:
        yield f"filen har {len(file.pages)} sidor men {pages} sattes"
    root = file.Root
    present = {
        "dokumentets språk saknas": str(root.get("/Lang", "")),
        "strukturträdet saknas": "/StructTreeRoot" in root and root.get("/MarkInfo", {}).get("/Marked", False),
        "titeln visas inte i fönstret": root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False),
        "titeln saknas": str(file.docinfo.get("/Title", "")),
    }
    yield from (fault for fault, there in present.items() if not there)
    metadata = bytes(root.Metadata.read_bytes()) if "/Metadata" in root else b""
    for mark, what in ((b"<pdfaid:part>2<", "PDF/A-2"), (b"<pdfuaid:part>1<", "PDF/UA-1")):
        if mark not in metadata:
            yield f"filen säger inte att den är {what}"
    yield from (f"filens uppbyggnad: {problem}" for problem in islice(_problems(file), 5))


def _problems(file: Any) -> Iterator[str]:
    """Yield what qpdf has against the file: every stream unpacked, and the content of every page taken apart.

    Only one operator is asked for, which no page has: what the others stand with need not become objects of Python.
    """
    import pikepdf  # noqa: PLC0415 - as above

    for item in file.objects:
        if isinstance(item, pikepdf.Stream):
            try:
                item.read_bytes(decode_level=pikepdf.StreamDecodeLevel.all)
            except (pikepdf.PdfError, pikepdf.DataDecodingError) as error:
                yield str(error)
    for number, page in enumerate(file.pages, start=1):
        try:
            pikepdf.parse_content_stream(page, "sh")
        except (pikepdf.PdfError, TypeError) as error:
            yield f"sida {number}: {error}"
    yield from file.get_warnings()


def is_sound_jpeg(data: bytes) -> bool:
    """Return whether a JPEG can be unpacked without complaint, as whoever opens the PDF will do."""
    import pikepdf  # noqa: PLC0415 - as above

    file = pikepdf.new()
    stream = pikepdf.Stream(file, data)
    stream.Filter = pikepdf.Name.DCTDecode
    try:
        stream.read_bytes(decode_level=pikepdf.StreamDecodeLevel.all)
    except (pikepdf.PdfError, pikepdf.DataDecodingError):
        return False
    return True
