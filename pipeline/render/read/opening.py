"""A Word file opened: its layout tree, or the finding that says why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from pipeline.ooxml import package as opc
from pipeline.render.read.choices import AS_ACCEPTED, Choices
from pipeline.render.read.document import read_document
from pipeline.render.read.otherkinds import kind_of
from pipeline.render.tree import Document, Unsupported

DEFAULT_LANGUAGE = "sv-SE"
_ALT_MISSING = "en bild utan alternativtext"

_REFUSALS: Mapping[type[opc.PackageError], tuple[str, str]] = {
    opc.NotAPackage: ("REN401", "filen är inget Word-dokument"),
    opc.OldFormat: ("REN401", "filen är i Words gamla format (.doc)"),
    opc.EncryptedPackage: ("REN402", "filen är skyddad med lösenord"),
    opc.BrokenPackage: ("REN403", "filen är skadad"),
    opc.TooLarge: ("REN404", "filen är större eller djupare nästlad än vad som tas emot"),
    opc.ForbiddenXml: ("REN405", "filen innehåller en dokumenttypsdeklaration"),
}


def open_document(docx: bytes, name: str, choices: Choices = AS_ACCEPTED) -> tuple[opc.Package, Document] | Finding:
    """Return the package and the layout tree of a Word file, or the finding that refuses it (REN401 to REN405)."""
    try:
        package = opc.open_package(docx, name)
        return package, read_document(package, choices)
    except opc.PackageError as error:
        return _refusal(error, docx, name)


def _refusal(error: opc.PackageError, docx: bytes, name: str) -> Finding:
    """Return why a file is refused; one of another kind is named for what it is."""
    code, message = _REFUSALS.get(type(error), ("REN403", "filen är skadad"))
    kind = kind_of(docx) if isinstance(error, opc.NotAPackage | opc.OldFormat | opc.BrokenPackage) else ""
    if kind:
        return finding("REN401", f"filen är {kind}, inget Word-dokument", WordOrigin(name))
    where = f" i delen {error.part}" if error.part else ""
    return finding(code, message + where, WordOrigin(name, part=error.part))


def title_of_name(name: str) -> str:
    """Return a title of a file's name; one that no character set knows has question marks for what is unknown."""
    return Path(name).stem.encode("utf-8", "replace").decode() or "dokument"


def shown_otherwise(unsupported: list[Unsupported], name: str) -> Iterator[Finding]:
    """Yield a finding for all that is shown only as well as could be."""
    for item in unsupported:
        code = "REN422" if item.what == _ALT_MISSING else item.code
        origin = WordOrigin(name, paragraph=item.place.paragraph, part=item.place.part)
        yield finding(code, f"{item.what}: {item.shown}", origin)
