"""A comparison: what is changed, as values with their sources, as text, and as Word files with tracked changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.compare.passages import Passage, passages
from pipeline.compare.sides import Side
from pipeline.compare.texts import changed_numbers, unchanged
from pipeline.compare.values import Change, changes
from pipeline.compare.wordfiles import tracked
from pipeline.errors import ExitCode, KansliError
from pipeline.findings.catalogue import finding
from pipeline.model.origin import TextOrigin
from pipeline.ooxml.package import PackageError
from pipeline.validate.line import Line


@dataclass(frozen=True)
class Comparison:
    """What differs between ``old`` and ``new``, by their names.

    ``values`` are figures, symbols and statuses, and ``same_values`` counts those that are the same. ``texts`` are the
    changed paragraphs of each Word file; ``words`` the files with tracked changes. ``unchanged`` are the paragraphs
    that both have word for word, of the old one and of the new one: asked for between periods alone.
    """

    old: str
    new: str
    title: str
    values: tuple[Change, ...] = ()
    same_values: int = 0
    texts: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    words: Mapping[str, bytes] = field(default_factory=dict)
    unchanged: tuple[tuple[Line, Line], ...] = ()
    periods: bool = False


def compare_cases(old: Side, new: Side) -> Comparison:
    """Return what differs between two versions of a case."""
    values, same = changes(old.reading, new.reading)
    prose = tuple(changed_numbers(old.reading, new.reading))
    words = {}
    for (_, one), (name, other) in zip(_in_order(old.words), _in_order(new.words), strict=False):
        words[name] = _tracked(one, other, name, name)
    title = f"Jämförelse {new.reading.case.case_number}"
    return Comparison(old.reading.name, new.reading.name, title, (*values, *prose), same, _texts(words), words)


def _in_order(words: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    return sorted(words.items())


def compare_files(old: tuple[str, bytes], new: tuple[str, bytes]) -> Comparison:
    """Return what differs between two Word files, each with its name. Raises KansliError where one cannot be read."""
    words = {new[0]: _tracked(old[1], new[1], old[0], new[0])}
    return Comparison(old[0], new[0], f"Jämförelse av {old[0]} och {new[0]}", texts=_texts(words), words=words)


def compare_periods(old: Side, new: Side) -> Comparison:
    """Return what differs from the report of another period, and which paragraphs are the same."""
    values, same = changes(old.reading, new.reading, other_period=True)
    lines = unchanged(old.reading, new.reading)
    title = f"Jämförelse {new.reading.case.case_number} med {old.reading.case.case_number}"
    return Comparison(old.reading.name, new.reading.name, title, values, same, unchanged=lines, periods=True)


def _texts(words: Mapping[str, bytes]) -> dict[str, tuple[Passage, ...]]:
    return {name: passages(data) for name, data in words.items()}


def _tracked(old: bytes, new: bytes, old_name: str, new_name: str) -> bytes:
    try:
        return tracked(old, new)
    except PackageError as error:
        which = old_name if old_name == new_name else f"{old_name} eller {new_name}"
        fact = f"{which} går inte att läsa som Word-fil"
        raise KansliError(finding("ARK172", fact, TextOrigin(new_name)), ExitCode.FILE_ACCESS) from error
