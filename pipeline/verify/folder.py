"""A folder of results held against its list of checksums, its manifest, its package and the standards of its PDFs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.archive.checksums import FILE_NAME as LIST
from pipeline.archive.checksums import digest_of, read_list
from pipeline.archive.manifest import FILE_NAME as MANIFEST
from pipeline.archive.manifest import is_of_sealed
from pipeline.archive.package.check import check_package, opened
from pipeline.errors import DAMAGED_ARCHIVE
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import TextOrigin
from pipeline.render.pdf.check import faults_of
from pipeline.verify import verapdf
from pipeline.verify.mark import FILE_NAME as MARK
from pipeline.verify.mark import SEAL_FILE_NAME as SEAL_MARK
from pipeline.verify.mark import is_sound, origin_in
from pipeline.verify.seals import beginning_faults, seal_findings

if TYPE_CHECKING:
    from pipeline.seal.certificates import Certificate


def verify_folder(folder: Path, roots: Sequence[Certificate] = ()) -> tuple[Finding, ...]:
    """Return what is not as it was built in a folder of results: each file that is changed, gone, new or renamed.

    What can be said of the PDFs' seals is told, their certificates held against ``roots``, if any.
    Raises OSError where the folder cannot be read.
    """
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    marks = {name: files.pop(name) for name in (MARK, SEAL_MARK) if name in files}
    others = [path.name for path in folder.iterdir() if not path.is_file()]
    place = str(folder)
    found = [*_list_faults(files, place), *_strangers(others, place)]
    found += _manifest_faults(files, place)
    found += _mark_faults(marks, files, place)
    for name in sorted(name for name in files if name.endswith(".zip")):
        found += check_package(files[name], name)
        found += _same_papers(files, name, place)
    found += _pdf_faults(folder, files)
    found += _seal_faults(marks.get(SEAL_MARK), files, place, roots)
    return tuple(found)


def verify_file(path: Path, roots: Sequence[Certificate] = ()) -> tuple[Finding, ...]:
    """Return what is to be said of one PDF: its standards and its seals, their certificates held against ``roots``.

    Raises OSError where it cannot be read.
    """
    files = {path.name: path.read_bytes()}
    return (*_pdf_faults(path.parent, files), *seal_findings(files, str(path.parent), roots))


def _mark_faults(marks: Mapping[str, bytes], files: Mapping[str, bytes], folder: str) -> Iterator[Finding]:
    for name, mark in marks.items():
        if not is_sound(mark, files.get(LIST, b"")):
            fact = f"{name} är ändrad, eller gäller inte den här listan över kontrollsummor"
            yield finding("ARK134", fact, _place(folder, name))
    if SEAL_MARK not in marks and is_of_sealed(files.get(MANIFEST, b"")):
        yield finding("ARK131", f"{SEAL_MARK} saknas, fast filerna är stämplade", _place(folder, SEAL_MARK))


def _seal_faults(
    mark: bytes | None, files: Mapping[str, bytes], folder: str, roots: Sequence[Certificate]
) -> Iterator[Finding]:
    pdfs = {name: data for name, data in files.items() if name.endswith(".pdf")}
    yield from seal_findings(pdfs, folder, roots, wanted=mark is not None)
    if mark is not None:
        yield from beginning_faults(pdfs, origin_in(mark), folder)


def _place(folder: str, name: str) -> TextOrigin:
    return TextOrigin(f"{folder}/{name}")


def _list_faults(files: Mapping[str, bytes], folder: str) -> Iterator[Finding]:
    if LIST not in files:
        yield finding("ARK131", f"{LIST} saknas, och utan den kan ingen fil kontrolleras", _place(folder, LIST))
        return
    wanted = read_list(Path(folder))
    own = {name: data for name, data in files.items() if name != LIST}
    if b"".join(_line(name, wanted[name]) for name in sorted(wanted)) != files[LIST]:
        yield finding("ARK134", f"{LIST} har inte den form som programmet ger den", _place(folder, LIST))
    yield from _compared(own, wanted, folder, LIST)


def _line(name: str, digest: str) -> bytes:
    return f"{digest}  {name}\n".encode()


def _compared(own: Mapping[str, bytes], wanted: Mapping[str, str], folder: str, source: str) -> Iterator[Finding]:
    """Yield the files that differ from a list of digests by name."""
    missing = {name for name in wanted if name not in own}
    new = {name: digest_of(data) for name, data in own.items() if name not in wanted}
    for name in sorted(set(own) & set(wanted)):
        if digest_of(own[name]) != wanted[name]:
            yield finding("ARK130", f"{name} är ändrad: kontrollsumman är en annan än i {source}", _place(folder, name))
    for name in sorted(missing):
        renamed = next((other for other, digest in sorted(new.items()) if digest == wanted[name]), None)
        if renamed is None:
            yield finding("ARK131", f"{name} står i {source} men finns inte", _place(folder, name))
        else:
            del new[renamed]
            yield finding("ARK133", f"{name} heter nu {renamed}", _place(folder, renamed))
    for name in sorted(new):
        yield finding("ARK132", f"{name} finns men står inte i {source}", _place(folder, name))


def _strangers(names: list[str], folder: str) -> Iterator[Finding]:
    for name in sorted(names):
        yield finding("ARK132", f"{name} är ingen fil som programmet har skrivit", _place(folder, name))


def _manifest_faults(files: Mapping[str, bytes], folder: str) -> Iterator[Finding]:
    if MANIFEST not in files:
        yield finding("ARK131", f"{MANIFEST} saknas", _place(folder, MANIFEST))
        return
    try:
        record: Any = json.loads(files[MANIFEST])
        results = {str(name): str(digest) for name, digest in record["resultat"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        yield finding("ARK134", f"{MANIFEST} går inte att läsa", _place(folder, MANIFEST))
        return
    own = {name: data for name, data in files.items() if name not in {LIST, MANIFEST}}
    yield from _compared(own, results, folder, MANIFEST)


def _same_papers(files: Mapping[str, bytes], package: str, folder: str) -> Iterator[Finding]:
    """Yield the papers in a package that are not those beside it."""
    try:
        _, inside = opened(files[package])
    except DAMAGED_ARCHIVE:
        return  # told by the check of the package
    for path, data in sorted(inside.items()):
        beside = files.get(path.rsplit("/", 1)[-1])
        is_paper = path.startswith("representations/") and path.endswith((".pdf", ".docx")) and "/data/" in path
        if is_paper and beside is not None and beside != data:
            fact = f"{path} i {package} är inte samma fil som den i mappen"
            yield finding("ARK135", fact, _place(folder, package))


def _pdf_faults(folder: Path, files: Mapping[str, bytes]) -> Iterator[Finding]:
    names = [name for name in sorted(files) if name.endswith(".pdf")]
    for name in names:
        for fault in faults_of(files[name]):
            yield finding("ARK136", f"{name}: {fault}", _place(str(folder), name))
    answer = verapdf.asked([folder / name for name in names])
    if answer.whole is verapdf.Word.NOT_THERE:
        fact = "PDF-filerna är kontrollerade av programmet självt men inte av veraPDF, som inte finns här"
        yield finding("ARK137", fact, TextOrigin(str(folder)))
    yield from answer.findings(str(folder))
