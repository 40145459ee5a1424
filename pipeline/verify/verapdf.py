"""veraPDF, where it is on the path: the independent word on PDF/A-2a and PDF/UA-1 (https://docs.verapdf.org/cli/)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from lxml import etree

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import TextOrigin
from pipeline.ooxml.package import PackageError, parse_xml

FLAVOURS = ("2a", "ua1")
LONGEST = 300  # seconds for all files in one flavour


class Word(Enum):
    """What veraPDF says of a file, as the manifest words it."""

    PASSED = "godkänd"
    FAILED = "underkänd"
    NO_ANSWER = "inget svar"
    NOT_THERE = "inte kontrollerat"


@dataclass(frozen=True)
class Answer:
    """What veraPDF says of each file by name, and its version, "" where that is unknown."""

    words: Mapping[str, Word]
    version: str = ""

    @property
    def whole(self) -> Word:
        """Return the word on all files: passed where every one is."""
        return _worst(self.words.values())

    def __str__(self) -> str:
        """Return the line of the manifest."""
        return self.whole.value + (f" av version {self.version}" if self.version else "")

    def findings(self, folder: str) -> Iterator[Finding]:
        """Yield what speaks against the files, or tells that veraPDF was there and did not answer."""
        for name, word in sorted(self.words.items()):
            place = TextOrigin(f"{folder}/{name}" if folder else name)
            if word is Word.FAILED:
                yield finding("ARK136", f"{name} godkänns inte av veraPDF", place)
            elif word is Word.NO_ANSWER:
                yield finding(
                    "ARK143", f"veraPDF gav inget svar om {name}, som alltså inte är kontrollerad av det", place
                )


def _worst(words: Collection[Word]) -> Word:
    return next((word for word in (Word.FAILED, Word.NO_ANSWER, Word.NOT_THERE) if word in words), Word.PASSED)


def asked_about(papers: Mapping[str, bytes]) -> Answer:
    """Return what veraPDF says of PDFs that are not yet in any folder, by name."""
    if shutil.which("verapdf") is None or not papers:
        return Answer(dict.fromkeys(papers or [""], Word.NOT_THERE))
    try:
        with tempfile.TemporaryDirectory(prefix="kansli-verapdf-") as folder:
            paths = [Path(folder, name) for name in sorted(papers)]
            for path in paths:
                path.write_bytes(papers[path.name])
            return asked(paths)
    except OSError:
        return Answer(dict.fromkeys(papers, Word.NO_ANSWER))


def asked(files: Sequence[Path]) -> Answer:
    """Return what veraPDF says of PDFs by name; a file passes where both flavours do."""
    program = shutil.which("verapdf")
    if program is None or not files:
        return Answer({path.name: Word.NOT_THERE for path in files} or {"": Word.NOT_THERE})
    said = [_said(program, flavour, files) for flavour in FLAVOURS]
    words = {path.name: _worst([answer.words[path.name] for answer in said]) for path in files}
    return Answer(words, said[0].version)


def _said(program: str, flavour: str, files: Sequence[Path]) -> Answer:
    """Return the answer in one flavour; a file that the report does not name has none."""
    words = {path.name: Word.NO_ANSWER for path in files}
    report = _report(_run([program, "--format", "xml", "--flavour", flavour, *map(str, files)]))
    if report is None:
        return Answer(words)
    for job in report.iter("job"):
        name = Path(job.findtext("item/name", "")).name
        if name in words:
            words[name] = _word(job)
    core = report.find("buildInformation/releaseDetails[@id='core']")
    return Answer(words, "" if core is None else core.get("version", ""))


def _word(job: etree._Element) -> Word:
    """Return the word of a job: a validation that came to its end, or that the file could not be read as a PDF."""
    ended = job.find("validationReport")
    if ended is not None and ended.get("jobEndStatus", "normal") == "normal":
        return {"true": Word.PASSED, "false": Word.FAILED}.get(ended.get("isCompliant", ""), Word.NO_ANSWER)
    failed = job.find("taskException")
    return Word.FAILED if failed is not None and failed.get("type") == "PARSE" else Word.NO_ANSWER


def _report(output: bytes) -> etree._Element | None:
    """Return the machine-readable report in what was written, which warnings of Java may come before."""
    start = output.find(b"<?xml")
    try:
        root = parse_xml(output[start:]) if start >= 0 else None
    except PackageError:
        return None
    return root if root is not None and root.tag == "report" else None


def _run(command: Sequence[str]) -> bytes:
    """Return what a command writes, nothing where it cannot be run or takes too long; its children end with it."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program that the path names, and our own files
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:
        return b""
    with process:
        try:
            return process.communicate(timeout=LONGEST)[0]
        except subprocess.TimeoutExpired:
            return b""
        finally:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
