"""The profile of a municipality: read from its folder under templates/."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pipeline.findings.finding import Checked
from pipeline.ingest.bind.reading import Reading
from pipeline.ingest.documents import read_document
from pipeline.ingest.folder import Folder
from pipeline.ingest.patterns import NEVER, trouble_of
from pipeline.ingest.profile_fields import DEFAULT_KIND, PROFILE, REQUIRED_LABELS, ProfileFile
from pipeline.ingest.raw import RawMapping, RawNode
from pipeline.ingest.reporting import Reporter
from pipeline.ingest.suggest import did_you_mean
from pipeline.model.origin import Sourced
from pipeline.model.profile import NumberStyle, Profile

FILE = "profil.yaml"
DEFAULT_FILE_NAME = "{diarienummer}_{dokument}_{titel}"
_NAME_FIELDS = ("diarienummer", "dokument", "nämnd", "titel", "datum")
_BRACED = re.compile(r"\{([^{}]*)\}")


def load_profile(folder: Path) -> Checked[Profile]:
    """Return the profile of a folder, or None with findings where it cannot be used."""
    report = Reporter()
    profile = read_profile(folder, report)
    return Checked(profile, tuple(report.findings))


def read_profile(folder: Path, report: Reporter) -> Profile | None:
    """Return the profile of a folder, reporting to ``report``; None where something it must have is missing."""
    files = Folder(folder, report, f"{folder.resolve().name}/")
    node = read_document(files, FILE)
    if node is None:
        return None
    read = PROFILE.read(node, Reading(report))
    if read is None:
        return None
    _check(read, files, report)
    _check_numbers(read.numbers, node, report)
    return _profile(read, folder)


def _profile(read: ProfileFile, folder: Path) -> Profile:
    return Profile(
        id=folder.name,
        folder=folder,
        municipality=read.municipality,
        language=read.language,
        case_number_pattern=_usable(read.case_number_pattern),
        decision_template=read.templates.decision,
        report_template=read.templates.report,
        file_name=read.file_name or Sourced(DEFAULT_FILE_NAME, read.origin),
        numbers=read.numbers,
        vocabularies=read.vocabularies,
        section_kinds=read.section_kinds,
        completion=read.completion,
        styles=read.styles,
        labels=read.labels,
        required_headings=read.required_headings,
        origin=read.origin,
        severities=read.severities,
        archival=read.archival,
        limits=read.limits,
        words=read.words,
    )


def _usable(pattern: Sourced[str]) -> Sourced[str]:
    """Return a pattern that can be used; one that cannot is told where it stands, and fits nothing."""
    return Sourced(NEVER, pattern.origin) if trouble_of(pattern.value) else pattern


def _check_numbers(numbers: NumberStyle, node: RawNode, report: Reporter) -> None:
    """Check that a printed number can be read in one way alone."""
    entry = node.get("talform") if isinstance(node, RawMapping) else None
    signs = {"decimal": numbers.decimal, "tusental": numbers.thousands, "minus": numbers.minus, "plus": numbers.plus}
    alike = [name for name, sign in signs.items() if list(signs.values()).count(sign) > 1]
    empty = [name for name in ("decimal", "minus") if not signs[name].strip()]
    for names, what in ((empty, "saknar tecken"), (alike, "har samma tecken")):
        if names and entry:
            report.say("ING153", f"{' och '.join(names)} {what}", entry.value.origin)


def _check(read: ProfileFile, files: Folder, report: Reporter) -> None:
    _check_files(read, files)
    _check_pattern(read.case_number_pattern, report)
    if read.file_name is not None:
        _check_braces(read.file_name, _NAME_FIELDS, report)
    for kind in read.section_kinds.values():
        _check_braces(kind.heading, ("namn",), report)
    _check_has("avsnittsslaget", (DEFAULT_KIND,), read.section_kinds, read, report)
    _check_has("ordet", REQUIRED_LABELS, read.labels, read, report)


def _check_files(read: ProfileFile, files: Folder) -> None:
    for template in (read.templates.decision, read.templates.report):
        files.locate(template.value, template.origin)
    for vocabulary in read.vocabularies.values():
        for level in vocabulary.levels:
            if level.symbol is not None:
                files.locate(level.symbol.value, level.symbol.origin)


def _check_pattern(pattern: Sourced[str], report: Reporter) -> None:
    trouble = trouble_of(pattern.value)
    if trouble:
        report.say(
            "ING150", f'"{pattern.value}" är inget reguljärt uttryck som går att använda: {trouble}', pattern.origin
        )


def _check_braces(text: Sourced[str], known: tuple[str, ...], report: Reporter) -> None:
    """Check that a pattern has at least one field in braces and only known ones."""
    fields = _BRACED.findall(text.value)
    for name in fields:
        if name not in known:
            message = f'mönstret "{text.value}" har fältet {{{name}}} som inte finns'
            report.say("ING151", message, text.origin, help=did_you_mean(name, known))
    if not fields or re.search(r"[{}]", _BRACED.sub("", text.value)):
        message = f'mönstret "{text.value}" har inga hela fält i klammer'
        report.say("ING151", message, text.origin, help="skriv till exempel {" + known[0] + "}")


def _check_has(what: str, wanted: Iterable[str], there: Iterable[str], read: ProfileFile, report: Reporter) -> None:
    present = tuple(there)
    for name in wanted:
        if name not in present:
            help_line = f"lägg till {name} i profilen"
            report.say("ING152", f'{what} "{name}" saknas i profilen', read.origin, help=help_line)
