"""The finished papers against the case that they were made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.model.origin import Origin, Sourced
from pipeline.model.profile import Profile
from pipeline.model.report import Section, SectionPart, UndertakingsPart
from pipeline.model.walk import DECISION, parts_of
from pipeline.ooxml.package import PackageError
from pipeline.proofread.wordfile import WordFile, plain
from pipeline.validate.facts import Facts

MOST_TOLD = 20  # lines that are missing; more of them are one fault


def proofread(case: Case, profile: Profile, papers: Mapping[str, tuple[str, bytes]]) -> tuple[Finding, ...]:
    """Return what is missing in the finished Word files, and what is in them that is not to be published.

    ``papers`` are the Word files by the kind of paper, beslut or rapport, each with its name.
    """
    facts = Facts(case, profile)
    found: list[Finding] = []
    for kind, (name, data) in papers.items():
        try:
            word = WordFile(data, name)
        except PackageError as error:
            found.append(finding("VAL650", f"{name} går inte att läsa tillbaka: {error}", case.origin))
            continue
        expected = dict(_decision(facts) if kind == DECISION else _report(facts))
        found.extend(_missing(word, name, expected))
        found.extend(_unwanted(word, name, facts))
        found.extend(_titles(word, name, case.title if kind == DECISION else case.report.title))
        found.extend(_contents(word, name, facts))
    return tuple(found)


def _decision(facts: Facts) -> Iterator[tuple[str, Origin]]:
    yield from ((line.text, line.origin) for line in facts.lines if line.place[0] == DECISION)
    case = facts.case
    for source in (case.case_number, case.title, *(each.name for each in case.signatories)):
        yield source.value, source.origin
    yield from ((section.heading.value, section.heading.origin) for section in case.sections)


def _report(facts: Facts) -> Iterator[tuple[str, Origin]]:
    yield from ((line.text, line.origin) for line in facts.lines if line.place[0] != DECISION)
    for section in _sections(facts.case.report.sections):
        yield section.name.value, section.name.origin
        for level in (section.assessment, section.trend):
            yield from _word_of(facts.profile, level.value, level.origin) if level else ()
    for placed in parts_of(facts.case.report):
        for each in placed.part.undertakings if isinstance(placed.part, UndertakingsPart) else ():
            yield each.name.value, each.name.origin
            yield from _word_of(facts.profile, each.status.value, each.status.origin)


def _word_of(profile: Profile, level: str, origin: Origin) -> Iterator[tuple[str, Origin]]:
    """Yield the word that stands beside a symbol."""
    for vocabulary in profile.vocabularies.values():
        yield from ((own.short.value, origin) for own in vocabulary.levels if own.id == level)


def _sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(tuple(part.section for part in section.parts if isinstance(part, SectionPart)))


def _missing(word: WordFile, name: str, expected: Mapping[str, Origin]) -> Iterator[Finding]:
    text = word.text
    joined = text.replace("\n", " ")
    lacking = [(said, origin) for said, origin in expected.items() if said.strip() and plain(said) not in joined]
    for said, origin in lacking[:MOST_TOLD]:
        fact = f'"{plain(said)[:80]}" står i ärendet men inte i {name}'
        yield finding("VAL650", fact, origin)


def _unwanted(word: WordFile, name: str, facts: Facts) -> Iterator[Finding]:
    for (what, part), _ in Counter((each.what, each.part) for each in word.hidden()).items():
        yield finding("VAL651", f"{name} har {what} i {part}", facts.profile.origin)
    allowed = {plain(source.value) for source in (facts.profile.municipality, facts.case.board, facts.case.unit)}
    for person in word.people():
        if plain(person) not in allowed:
            fact = f'egenskaperna i {name} nämner "{person}", som varken är kommunen, nämnden eller förvaltningen'
            yield finding("VAL652", fact, facts.profile.origin)


def _titles(word: WordFile, name: str, title: Sourced[str]) -> Iterator[Finding]:
    """Yield what is wrong with the title in the properties: it is what a reader of the PDF sees and hears first."""
    if plain(title.value) not in word.title:
        said = f'heter "{word.title}"' if word.title else "saknar titel"
        yield finding("VAL653", f'{name} {said} i sina egenskaper men "{title}" i ärendet', title.origin)


def _contents(word: WordFile, name: str, facts: Facts) -> Iterator[Finding]:
    """Yield the lines of a table of contents that are no heading, and those whose page comes before the one above."""
    page = 0
    for entry in word.contents():
        if entry.heading is None or entry.words != entry.heading:
            there = f'rubriken är "{entry.heading}"' if entry.heading else "rubriken finns inte"
            yield finding(
                "VAL654", f'innehållsförteckningen i {name} har "{entry.words}" men {there}', facts.case.origin
            )
        if int(entry.page) < page:
            fact = (
                f'innehållsförteckningen i {name} har "{entry.words}" på sida {entry.page}, före raden ovanför ({page})'
            )
            yield finding("VAL654", fact, facts.case.origin)
        page = int(entry.page)
