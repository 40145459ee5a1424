"""The compose stage: the decision document and its appendix, from the case and the profile's templates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.compose.alignment import keep_short_tables
from pipeline.compose.canonical import Properties, pack, write_properties
from pipeline.compose.case_context import case_context
from pipeline.compose.columns import MAX_COLUMNS, fit_tables, too_wide
from pipeline.compose.draft import Draft, open_draft
from pipeline.compose.file_names import document_name, file_stem
from pipeline.compose.fill import FillError, fill_template, make_environment
from pipeline.compose.lint import Grammar, lint_tags
from pipeline.compose.measure import Measure
from pipeline.compose.missing import report_missing
from pipeline.compose.report_context import report_context
from pipeline.compose.resolve import (
    number_drawings,
    report_leftovers,
    resolve_slots,
    restore_braces,
    silence_repeats,
    tidy,
)
from pipeline.compose.scan import Tag, scan_tags, text_parts
from pipeline.compose.setting import Setting, make_setting
from pipeline.compose.toc import write_contents
from pipeline.compose.toggles import settle_toggles
from pipeline.errors import reason_of
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Checked, Findings
from pipeline.fonts.library import FontLibrary
from pipeline.model.case import Case
from pipeline.model.origin import WordOrigin
from pipeline.model.profile import Profile
from pipeline.ooxml.package import EncryptedPackage, OldFormat, PackageError

_LOST_PART = re.compile(r"There is no item named '([^']+)'")
DECISION = "beslut"
APPENDIX = "bilaga"


@dataclass(frozen=True)
class Composed:
    """A Word file as it was composed; ``stem`` is the suggested file name without ending, ASCII only."""

    kind: str
    stem: str
    docx: bytes


@dataclass(frozen=True)
class _Order:
    """One document to compose: its kind, the template's file name and the document's title."""

    kind: str
    template: str
    title: str


def compose(case: Case, profile: Profile) -> Checked[tuple[Composed, ...]]:
    """Return the decision document and the appendix as Word files; None where a template cannot be filled.

    Same case and profile, same bytes.
    """
    findings = Findings()
    orders = (
        _Order(DECISION, profile.decision_template.value, case.title.value),
        _Order(APPENDIX, profile.report_template.value, f"{case.report.title.value}, {case.report.board.value}"),
    )
    composed = [_compose_one(order, case, profile, findings) for order in orders]
    whole = tuple(one for one in composed if one is not None)
    unique = tuple(dict.fromkeys(findings))
    return Checked(whole if len(whole) == len(orders) else None, unique)


def _compose_one(order: _Order, case: Case, profile: Profile, findings: Findings) -> Composed | None:
    place = WordOrigin(order.template)
    data = _read(order, profile, findings)
    if data is None:
        return None
    try:
        draft = open_draft(data, order.template)
        setting = make_setting(case, profile, draft, order.template, findings)
        tags = _checked_tags(draft, setting, order.template)
        filled = None if tags is None else _fill(data, setting, tags, place)
    except (PackageError, KeyError) as error:
        findings.add(finding("KOM101", f"mallen {order.template} {_trouble(error)}", place))
        return None
    return None if filled is None else _finish(order, filled, setting)


def _trouble(error: PackageError | KeyError) -> str:
    if isinstance(error, OldFormat):
        return "är i det gamla formatet .doc trots sitt namn"
    return "är skyddad med lösenord" if isinstance(error, EncryptedPackage) else "är inte en hel Word-fil"


def _read(order: _Order, profile: Profile, findings: Findings) -> bytes | None:
    try:
        return (profile.folder / order.template).read_bytes()
    except OSError as error:
        place = profile.decision_template if order.kind == DECISION else profile.report_template
        message = f"mallen {order.template} går inte att läsa ({reason_of(error)})"
        findings.add(finding("KOM101", message, place.origin))
        return None


def _checked_tags(draft: Draft, setting: Setting, file: str) -> list[Tag] | None:
    """Return the template's tags, or None where they are not grammatical."""
    parts = scan_tags(draft, setting.styles, file)
    grammar = Grammar(make_environment())
    faults = [fault for tags in parts for fault in lint_tags(tags, grammar)]
    setting.findings.extend(faults)
    return None if faults else [tag for tags in parts for tag in tags]


def _fill(data: bytes, setting: Setting, tags: list[Tag], place: WordOrigin) -> Draft | None:
    """Return the filled template as a draft, with the setting moved over to it."""
    context = {**case_context(setting), **report_context(setting)}
    try:
        filled = fill_template(data, context)
    except FillError as error:
        if lost := _LOST_PART.search(error.reason):
            setting.findings.add(finding("KOM101", f"mallen {place.file} saknar en del av sig själv: {lost[1]}", place))
            return None
        code = "KOM106" if error.broken else "KOM105"
        problem = (
            "mallens slingor river sönder dokumentet" if error.broken else "ett uttryck i mallen går inte att räkna ut"
        )
        setting.findings.add(finding(code, f"{problem}: {error.reason}", place))
        return None
    report_missing(filled.missing, tags, place, setting.findings)
    return open_draft(filled.data, place.file)


def _finish(order: _Order, draft: Draft, setting: Setting) -> Composed | None:
    setting.move_to(draft)
    place = WordOrigin(order.template)
    roots = [(draft.document, place)]
    roots += [(draft.tree(name), WordOrigin(order.template, part=kind)) for kind, name in text_parts(draft)]
    for root, where in roots:
        report_leftovers(root, where, setting)
        resolve_slots(root, where, setting)
        restore_braces(root)
        silence_repeats(root)
        settle_toggles(root, setting.styles)
        tidy(root)
    wide = [f"en tabell har {columns} kolumner; Word tar högst {MAX_COLUMNS}" for columns in too_wide(draft.document)]
    if wide:
        setting.findings.extend(finding("KOM112", each, place) for each in wide)
        return None
    fit_tables(setting, Measure(setting.styles, draft.document, FontLibrary(setting.profile.font_folders)), place)
    keep_short_tables(draft.document)
    write_contents(setting, place)
    number_drawings([root for root, _ in roots])
    case, profile = setting.case, setting.profile
    organisation = profile.municipality.value
    words = Properties(
        order.title, organisation, profile.language.value, case.document_date.value, case.case_number.value
    )
    write_properties(draft, words)
    title = case.appendix.title.value if order.kind == APPENDIX else case.title.value
    stem = file_stem(document_name(order.kind, setting), title, setting)
    return Composed(order.kind, stem, pack(draft.parts()))
