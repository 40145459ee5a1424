"""Damages to the second case are found too: a spread of those that the benchmark makes."""

from __future__ import annotations

from collections import defaultdict

import pytest

from benchmarks import damages_prose, damages_tables, damages_words
from benchmarks.damages_tables import Damage
from benchmarks.skador import said_of
from tests.fall.test_second_case import second

# Kinds whose damages are all found; every so many are tried here, all of them by python -m benchmarks.skador.
CELLS = ("cell: last shown digit", "cell: first digit", "cell: sign", "cell: decimal sign moved", "cell: emptied")
WORDS = (
    "undertaking: status", "undertaking: removed", "undertaking: duplicated", "symbol: bedömning", "symbol: trend",
    "list of names: one gone", "list of names: another one", "prose: count", "case number: digit",
    "case number: in a text", "period's name: month", "period's name: year", "paragraph: twice",
    "footnote mark: without note",
)  # fmt: skip
MOST = 3


def spread(damages: list[Damage]) -> list[Damage]:
    """Return a few damages of each kind, from the first to the last of it."""
    kinds: dict[str, list[Damage]] = defaultdict(list)
    for each in damages:
        kinds[each.kind].append(each)
    return [each for group in kinds.values() for each in group[:: max(1, len(group) // MOST)][:MOST]]


@pytest.mark.parametrize("kinds", [CELLS, WORDS], ids=["cells", "words"])
def test_damages_to_another_case_are_found(kinds: tuple[str, ...]) -> None:
    case, profile = second()
    usual = said_of(case, profile)
    made = [*damages_tables.damages(case), *damages_prose.damages(case, profile), *damages_words.damages(case, profile)]
    tried = spread([each for each in made if each.kind in kinds])
    assert {each.kind for each in tried} == set(kinds)
    assert [f"{each.kind}: {each.what}" for each in tried if not said_of(each.case, profile) - usual] == []
