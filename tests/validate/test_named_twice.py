"""What a case names twice, and tables without a unit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.case import Recipient
from pipeline.model.report import LegendPart, StatementPart, SummaryPart
from tests.validate.cases import THERE, case, said, section
from tests.validate.tables import statement
from tests.validate.test_claims import codes
from tests.validate.test_words_rules import with_parts


def test_a_recipient_or_a_signatory_that_stands_twice_is_told() -> None:
    board, other = Recipient(said("Kommunstyrelsen")), Recipient(said("kommunstyrelsen ", 9))
    twice = replace(case(), recipients=(board, Recipient(said("Revisorerna")), other))
    assert [(each.message, str(each.origins[0])) for each in codes(twice, "VAL516")] == [
        ('mottagaren "kommunstyrelsen " står två gånger', "arende.yaml:9:1")
    ]
    signed = replace(case(), signatories=(*case().signatories, *case().signatories[:1]))
    assert len(codes(signed, "VAL516")) == 1
    assert codes(replace(case(), recipients=(board,)), "VAL516") == []


def test_a_table_or_a_summary_that_is_printed_twice_is_told() -> None:
    tables = section("A", StatementPart(said("rr")), StatementPart(said("rr", 7)), StatementPart(said("drift")))
    assert [each.message for each in codes(with_parts(tables), "VAL327")] == ['tabellen "rr" trycks två gånger']
    summaries = section("A", SummaryPart(said("B")), SummaryPart(said("B")))
    assert len(codes(with_parts(summaries), "VAL327")) == 1
    legends = section("A", LegendPart((said("trend"), said("status")), THERE), LegendPart((said("trend"),), THERE))
    assert [each.message for each in codes(with_parts(legends), "VAL327")] == [
        'förklaringen av "trend" trycks två gånger'
    ]


def test_a_table_that_is_printed_nowhere_is_told() -> None:
    known = statement("Konto | Budget@2023\nHyror | 1,0", "rr")
    made = with_parts(section("A", StatementPart(said("rr"))))
    assert codes(replace(made, statements={"rr": known}), "VAL328") == []
    both = replace(made, statements={"rr": known, "drift": replace(known, id="drift")})
    assert [each.message for each in codes(both, "VAL328")] == [
        'tabellen "drift" läses ur arbetsboken men trycks ingenstans'
    ]


@pytest.mark.parametrize(("heading", "unit", "count"), [("Konto", "", 1), ("Tkr", "", 0), ("Konto", "mnkr", 0)])
def test_a_table_of_amounts_without_a_unit_is_told_where_others_have_one(heading: str, unit: str, count: int) -> None:
    budget = statement(f"{heading} | Budget@2023\nHyror | 1,0", "drift", unit=unit)
    known = statement("Konto | Budget@2023\nHyror | 1,0", "rr", unit="mnkr")
    assert len(codes(replace(case(), statements={"rr": known, "drift": budget}), "VAL225")) == count
    assert codes(replace(case(), statements={"drift": budget}), "VAL225") == []
