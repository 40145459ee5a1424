"""A case of another board and municipality: other accounts, words, levels, templates and forms; it passes clean."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline.findings.finding import Severity
from pipeline.ingest import ingest
from pipeline.model.case import Case
from pipeline.model.profile import Profile
from pipeline.validate import review
from tests.fall import make_texts

HERE = Path(__file__).parent
CASE = HERE / "inputs" / "2024-bun-0112"
LISTED = {"VAL230", "VAL243"}


@cache
def second() -> tuple[Case, Profile]:
    read = ingest(CASE, HERE / "templates")
    assert [each for each in read.findings if each.severity is not Severity.NOTE] == []
    assert read.value is not None
    return read.value


def test_the_case_passes_with_nothing_but_the_lists_of_numbers_and_years_that_stand_alone() -> None:
    assert [f"{each.code} {each.message}" for each in review(*second()).findings if each.code not in LISTED] == []


def test_it_is_no_empty_case() -> None:
    case, _ = second()
    facts = review(*second()).facts
    assert facts is not None
    assert sum(len(line.text.split()) for line in facts.lines) > 1400
    assert len(facts.asserted.equations) > 60
    assert len(facts.claims.levels) > 15
    assert len(case.statements) == 4


def test_figures_in_another_unit_than_their_table_are_converted() -> None:
    case, _ = second()
    assert str(case.figures["prognos"].value) == "-4.000"
    facts = review(*second()).facts
    assert facts is not None
    assert any("ett underskott på 4,0 miljoner kronor" in line.text for line in facts.lines)


@pytest.mark.parametrize("name", sorted(make_texts.TEXTS))
def test_the_word_files_of_the_departments_say_what_their_script_says(name: str) -> None:
    facts = review(*second()).facts
    assert facts is not None
    said = {line.text for line in facts.lines}
    assert all(paragraph.removeprefix("* ") in said for paragraph in make_texts.TEXTS[name])
