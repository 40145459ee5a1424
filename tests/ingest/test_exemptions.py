"""undantag.yaml: what a case accepts, who answers for it and why."""

from __future__ import annotations

from datetime import date

from tests.ingest.cases import CaseFolder, single

EXEMPTION = """\
undantag:
  - kod: VAL103
    text: Ekonomi
    plats: ekonomi.xlsx!Blad!B2
    av: Anna Ek
    datum: 2023-10-12
    skäl: tabellen följer förra årets indelning
"""


def test_a_case_without_the_file_accepts_nothing(case: CaseFolder) -> None:
    assert case.case().exemptions == ()


def test_an_acceptance_has_code_words_place_name_day_and_reason(case: CaseFolder) -> None:
    case.write("undantag.yaml", EXEMPTION)
    (accepted,) = case.case().exemptions
    assert (accepted.code.value, accepted.words, accepted.place) == ("VAL103", "Ekonomi", "ekonomi.xlsx!Blad!B2")
    assert (accepted.by.value, accepted.on.value) == ("Anna Ek", date(2023, 10, 12))
    assert accepted.why.value == "tabellen följer förra årets indelning"


def test_an_acceptance_without_a_name_is_refused_at_its_line(case: CaseFolder) -> None:
    case.write("undantag.yaml", EXEMPTION.replace("    av: Anna Ek\n", ""))
    found = single(case.run().findings, "ING121")
    assert 'saknar nyckeln "av"' in found.message
    assert str(found.origins[0]).startswith("undantag.yaml:2")
