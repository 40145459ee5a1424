"""Damages to the example's tables: each amount that takes part in a relation is found when it is wrong."""

from __future__ import annotations

from benchmarks.damages_tables import damages
from benchmarks.skador import said_of
from tests.exempel.test_inputs import example

KINDS = ("cell: first digit", "cell: sign", "cell: last shown digit")


def test_every_wrong_amount_of_the_tables_is_found() -> None:
    case, profile = example()
    usual = said_of(case, profile)
    tried = [each for each in damages(case) if each.kind in KINDS][::3]
    assert len(tried) > 90
    assert [each.what for each in tried if not said_of(each.case, profile) - usual] == []
