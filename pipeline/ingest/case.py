"""The stage itself: a case folder and its profile become the model, with all that was found on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.findings.finding import Checked
from pipeline.ingest.bind.reading import Reading
from pipeline.ingest.case_fields import CASE, CaseFile
from pipeline.ingest.documents import read_document
from pipeline.ingest.exemption_fields import EXEMPTIONS
from pipeline.ingest.figure_fields import FIGURES
from pipeline.ingest.figures import FigureReader
from pipeline.ingest.folder import Folder
from pipeline.ingest.patterns import NEVER, example_of, fits
from pipeline.ingest.profile import read_profile
from pipeline.ingest.prose.walk import references
from pipeline.ingest.raw import RawMapping, RawNode, RawText
from pipeline.ingest.report_fields import REPORT, ReportFile
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.sections import Naming, check_references
from pipeline.ingest.suggest import did_you_mean
from pipeline.ingest.texts import TextLibrary
from pipeline.ingest.workbooks import Workbooks
from pipeline.model.case import Case
from pipeline.model.exemption import Exemption
from pipeline.model.figure import Figure
from pipeline.model.origin import TextOrigin
from pipeline.model.profile import Profile
from pipeline.model.prose import FigureReference
from pipeline.model.report import Report
from pipeline.model.statement import Statement

CASE_FILE = "arende.yaml"
REPORT_FILE = "rapport.yaml"
FIGURES_FILE = "nyckeltal.yaml"
EXEMPTIONS_FILE = "undantag.yaml"
_FILES = frozenset((CASE_FILE, REPORT_FILE, FIGURES_FILE, EXEMPTIONS_FILE))
# Findings after which a reference to a text may stand in what was not read.
_LOSES_REFERENCES = frozenset(
    ("ING102", "ING103", "ING104", "ING105", "ING110", "ING111", "ING113", "ING114", "ING115", "ING116", "ING117")
) | {"ING112", "ING120", "ING122", "ING129"}


def ingest(case_folder: Path, templates: Path) -> Checked[tuple[Case, Profile]]:
    """Return the case with its profile, and every finding.

    The value is None where the case lacks something that going on would have to invent.
    """
    report = Reporter()
    if not case_folder.is_dir():
        report.say("ING100", f'ärendemappen "{case_folder.name}" finns inte', TextOrigin(str(case_folder)))
        return Checked(None, tuple(report.findings))
    value = _Ingest(case_folder, templates, report).run()
    return Checked(value, tuple(report.findings))


@dataclass
class _Ingest:
    path: Path
    templates: Path
    report: Reporter

    def __post_init__(self) -> None:
        self.folder = Folder(self.path, self.report, expected=_FILES)
        self.texts = TextLibrary(self.folder, self.report)
        self.books = Workbooks(self.folder, self.report)

    def run(self) -> tuple[Case, Profile] | None:
        """Return what could be read."""
        case_node = read_document(self.folder, CASE_FILE)
        report_node = read_document(self.folder, REPORT_FILE)
        profile = self._profile(case_node)
        reading = self._reading(profile)
        case = CASE.read(case_node, reading) if case_node else None
        report = REPORT.read(report_node, reading) if report_node else None
        statements = self.books.statements(report.tables) if report else {}
        figures = self._figures(reading, report, statements)
        if case_node and report_node and not self._may_have_lost_references():
            self.texts.say_unused()
        exemptions = self._exemptions(reading)
        if case is None or report is None or profile is None:
            return None
        self._check_case_number(case, profile)
        return replace(self._case(case, self._report(report), statements, figures), exemptions=exemptions), profile

    def _may_have_lost_references(self) -> bool:
        """Return whether some part of the YAML files could not be read, and what it refers to is unknown."""
        return any(f.code in _LOSES_REFERENCES for f in self.report.findings)

    def _profile(self, node: RawNode | None) -> Profile | None:
        """Return the profile that arende.yaml names, or None."""
        entry = node.get("mall") if isinstance(node, RawMapping) else None
        if entry is None or not isinstance(entry.value, RawText):
            return None
        name = entry.value.text.strip()
        known = (
            sorted(child.name for child in self.templates.iterdir() if child.is_dir())
            if self.templates.is_dir()
            else []
        )
        if name not in known:
            message = f'mallen "{name}" finns inte under {self.templates.name}/'
            self.report.say("ING135", message, entry.value.origin, help=did_you_mean(name, known))
            return None
        return read_profile(self.templates / name, self.report)

    def _reading(self, profile: Profile | None) -> Reading:
        reading = Reading(self.report, texts=self.texts)
        if profile is not None:
            reading.profiled = True
            reading.levels = {id_: tuple(level.id for level in v.levels) for id_, v in profile.vocabularies.items()}
            reading.kinds = tuple(profile.section_kinds)
            reading.labels = {name: label.value for name, label in profile.labels.items()}
        return reading

    def _figures(
        self, reading: Reading, report: ReportFile | None, statements: dict[str, Statement]
    ) -> dict[str, Figure]:
        """Return the figures; references in prose are held against every name that is declared."""
        quoted = [reference for prose in self.texts.handed_out for reference in references(prose.blocks)]
        if not quoted and not (self.path / FIGURES_FILE).exists():
            return {}
        node = read_document(self.folder, FIGURES_FILE)
        read = FIGURES.read(node, reading) if node else None
        entry = node.get("nyckeltal") if isinstance(node, RawMapping) else None
        names = entry.value.keys if entry and isinstance(entry.value, RawMapping) else ()
        if node is not None:
            self._check_names(quoted, names)
        if read is None:
            return {}
        tables = tuple(report.tables) if report else None
        return FigureReader(read.figures, statements, tables, self.books, self.report).read()

    def _exemptions(self, reading: Reading) -> tuple[Exemption, ...]:
        """Return what the case accepts; a case without the file accepts nothing."""
        if not (self.path / EXEMPTIONS_FILE).exists():
            return ()
        node = read_document(self.folder, EXEMPTIONS_FILE)
        read = EXEMPTIONS.read(node, reading) if node else None
        return read.exemptions if read else ()

    def _check_names(self, quoted: list[FigureReference], names: tuple[str, ...]) -> None:
        for reference in quoted:
            if reference.name not in names:
                message = f'nyckeltalet "{reference.name}" finns inte i {FIGURES_FILE}'
                self.report.say("ING148", message, reference.origin, help=did_you_mean(reference.name, names))

    def _check_case_number(self, case: CaseFile, profile: Profile) -> None:
        pattern = profile.case_number_pattern.value
        if pattern != NEVER and not fits(pattern, case.case_number.value):
            message = f'diarienumret "{case.case_number}" har inte den form som profilen säger'
            example = example_of(pattern)
            help_line = f"formen är {pattern}" + (f", som {example}" if example else "")
            self.report.say(
                "ING136", message, case.case_number.origin, profile.case_number_pattern.origin, help=help_line
            )

    def _report(self, read: ReportFile) -> Report:
        sections = Naming(self.report).unique(read.sections)
        check_references(sections, read.tables, self.report)
        return Report(read.title, read.board, read.period, sections, read.origin)

    def _case(
        self, case: CaseFile, report: Report, statements: dict[str, Statement], figures: dict[str, Figure]
    ) -> Case:
        return Case(
            folder=self.path.name,
            case_number=case.case_number,
            template=case.template,
            board=case.board,
            unit=case.unit,
            title=case.title,
            document_date=case.document_date,
            decision_points=case.decision_points,
            sections=case.sections,
            signatories=case.signatories,
            appendix=case.appendix,
            report=report,
            origin=case.origin,
            handler=case.handler,
            meeting=case.meeting,
            secrecy=case.secrecy,
            recipients=case.recipients,
            archival=case.archival,
            statements=statements,
            figures=figures,
        )
