"""Office files: opened within bounds, and why one cannot be, in the reader's words."""

from __future__ import annotations

from pathlib import PurePosixPath
from types import TracebackType

from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import Origin
from pipeline.ooxml.package import (
    BrokenPackage,
    EncryptedPackage,
    ForbiddenXml,
    NotAPackage,
    OldFormat,
    Package,
    PackageError,
    TooLarge,
    open_package,
)

_OPEN_DOCUMENT, _HEADER = b"mimetypeapplication/vnd.oasis.opendocument", 128  # how such a file begins
_OLD = {".docx": ".doc", ".xlsx": ".xls"}
_PROGRAM = {".docx": "Word", ".xlsx": "Excel"}

_SAID: dict[type[PackageError], tuple[str, str]] = {
    EncryptedPackage: ("ING202", "filen är skyddad med lösenord"),
    OldFormat: ("ING201", "filen är i det gamla formatet {old} trots sitt namn"),
    NotAPackage: ("ING203", "filen heter {suffix} men är ingen {program}-fil"),
    BrokenPackage: ("ING204", "filen är skadad"),
    TooLarge: ("ING205", "filen växer till orimlig storlek när den packas upp"),
    ForbiddenXml: ("ING206", "filen innehåller en dokumenttypsdeklaration, som ingen Office-fil har"),
}


def open_office(data: bytes, name: str, place: Origin, report: Reporter) -> Package | None:
    """Return the package of a Word or Excel file, or None with a finding at ``place``."""
    if not data:
        report.say("ING203", "filen är tom: 0 byte", place)
        return None
    if _OPEN_DOCUMENT in data[:_HEADER]:
        suffix = PurePosixPath(name).suffix.lower()
        report.say("ING203", f"filen heter {suffix} men är i OpenDocument-format (.odt, .ods)", place)
        return None
    with guarded(name, place, report):
        return open_package(data, name)
    return None


class guarded:  # noqa: N801 - reads as a statement: with guarded(...)
    """Turn an error of the package into a finding, and go on after the block."""

    def __init__(self, name: str, place: Origin, report: Reporter) -> None:
        self.name = name
        self.place = place
        self.report = report

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Make a finding of an error of the package; other errors pass on."""
        if not isinstance(error, PackageError):
            return False
        suffix = PurePosixPath(self.name).suffix.lower()
        words = {"old": _OLD.get(suffix, ""), "suffix": suffix, "program": _PROGRAM.get(suffix, "Office")}
        code, message = next(said for cause, said in _SAID.items() if isinstance(error, cause))
        part = f" (del: {error.part})" if error.part else ""
        self.report.say(code, message.format(**words) + part, self.place)
        return True
