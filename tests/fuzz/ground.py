"""A small case and its templates, in which one file at a time is exchanged for a wrong one and all of it is read."""

from __future__ import annotations

import re
import shutil
import traceback
from dataclasses import dataclass
from pathlib import Path

from pipeline.build import check
from pipeline.compose import compose
from pipeline.errors import KansliError
from pipeline.findings.finding import Finding, Severity
from pipeline.findings.verdict import Verdict
from tests.cli.running import TEMPLATES, small_case
from tests.fuzz.watch import watched
from tests.render.fuzz.rounds import TooSlow, within
from tests.render.samples import documents

CONTRIBUTION = "inputs/prov/texter/bidrag.docx"
MARKDOWN = "inputs/prov/texter/forsta-avsnittet.md"
WORKBOOK = "inputs/prov/ekonomi.xlsx"
REPORT = "inputs/prov/rapport.yaml"
PROFILE = "templates/eskilstuna/profil.yaml"
TEMPLATE = "templates/eskilstuna/delarsrapport.docx"
DECISION = "templates/eskilstuna/beslut.docx"
CASE = "inputs/prov/arende.yaml"
SECONDS = 20


@dataclass(frozen=True)
class Played:
    """What came of a round: what was found, and what is wrong with how it went, "" where nothing is."""

    findings: tuple[Finding, ...]
    fault: str = ""

    @property
    def codes(self) -> set[str]:
        """Return the codes of what was found."""
        return {each.code for each in self.findings}

    @property
    def errors(self) -> set[str]:
        """Return the codes of the errors."""
        return {each.code for each in self.findings if each.severity is Severity.ERROR}


class Ground:
    """The folder, put back as it was after every round."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        small_case(folder)
        shutil.copytree(TEMPLATES / "eskilstuna", folder / "templates" / "eskilstuna")
        for name in (CASE, REPORT):  # what the starting files have behind a # is used here, so that more is read
            text = re.sub(r"(?m)^#(?=     [- ])", " ", self.file(name).read_text("utf-8"))
            text = re.sub(r"(?m)^# (?=(?:sammanträde|handläggare|sekretess|beslutet|  - mott|    syfte))", "", text)
            self.file(name).write_text(text, "utf-8")
        text = self.file(REPORT).read_text("utf-8")
        assert "text: texter/forsta-avsnittet.md" in text
        self.with_word = text.replace("texter/forsta-avsnittet.md", "texter/bidrag.docx").encode()
        self.contributions = tuple(docx.bytes() for _, docx in documents())

    def file(self, name: str) -> Path:
        """Return a file by its name in the ground."""
        return self.folder / name

    def play(self, files: dict[str, bytes], seconds: int = SECONDS) -> Played:
        """Return what comes of the case with these files in place of its own; what is read is held within bounds."""
        before = {name: self.file(name).read_bytes() if self.file(name).exists() else None for name in files}
        try:
            for name, data in files.items():
                self.file(name).write_bytes(data)
            return self.read(seconds)
        finally:
            for name, kept in before.items():
                if kept is None:
                    self.file(name).unlink()
                else:
                    self.file(name).write_bytes(kept)

    def read(self, seconds: int = SECONDS) -> Played:
        """Return what comes of the case as it lies there."""
        with watched(self.folder) as seen:
            try:
                with within(seconds):
                    findings = self._findings()
            except KansliError as error:
                return Played((error.finding,), "\n".join(seen))
            except (Exception, TooSlow) as error:
                return Played((), "".join(traceback.format_exception(error)))
        return Played(findings, "\n".join(seen))

    def _findings(self) -> tuple[Finding, ...]:
        """Return what a build finds before any page is set."""
        read, outcome = check(self.folder / "inputs" / "prov", self.folder / "templates", lambda _step: None)
        if read is None or outcome.verdict is not Verdict.PASSED:
            assert outcome.verdict is not Verdict.PASSED, "nothing is read and nothing said"
            return outcome.findings
        composed = compose(*read)
        return (*outcome.findings, *composed.findings)
