"""The review: the page and the data say what the terminal says, and what was held, accepted and left out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from pipeline.findings.catalogue import finding
from pipeline.model.case import Case
from pipeline.model.exemption import Exemption
from pipeline.model.origin import Sourced
from pipeline.model.profile import Weight
from pipeline.review import DATA, PAGE, review_files
from pipeline.validate import Review, review
from tests.validate.cases import HERE, case, day, profile, prose, said
from tests.validate.tables import PRINTED, statement

WRONG_TABLE = PRINTED.replace("373,3", "337,3")


def wrong_case() -> Case:
    right = case()
    lines = replace(right.sections[0], text=prose("Ring 016-710 10 00 <nu> om de 120 bostäderna."))
    table = statement(WRONG_TABLE, "rr", title="Resultat & rest", unit="mnkr")
    accepted = Exemption(said("VAL217"), said("Anna Ek"), day("2023-10-11"), said("så har vi alltid gjort"), HERE)
    return replace(right, sections=(lines,), statements={"rr": table}, exemptions=(accepted,))


def files() -> tuple[str, Any]:
    off = replace(profile(), severities={"VAL102": Sourced(Weight.OFF, HERE)})
    reviewed = review(wrong_case(), off)
    made = review_files(wrong_case(), reviewed.findings, reviewed)
    return made[PAGE].decode(), json.loads(made[DATA])


def text_of(page: str) -> str:
    tree: Any = html.document_fromstring(page)
    return re.sub(r"\s+", " ", str(tree.text_content()))


def test_the_page_and_the_data_have_every_finding_with_its_excerpt() -> None:
    page, data = files()
    findings = data["fynd"]
    assert "VAL201" in [each["kod"] for each in findings]
    for each in findings:
        assert each["fakta"][1:] in text_of(page)
        assert each["hjälp"] in text_of(page)
    assert [each["allvar"] for each in findings] == sorted(
        (each["allvar"] for each in findings), key=["fel", "varning", "upplysning"].index
    )


def test_the_page_shows_the_row_of_the_sheet_with_its_neighbours_and_marks_the_cell() -> None:
    tree: Any = html.document_fromstring(files()[0])
    (article, *_) = tree.xpath("//article[contains(., 'VAL201')]")
    labels = [label.strip() for label in article.xpath(".//tbody//th/text()")]
    assert labels == ["- Ersättning", "- Övrigt", "Intäkter", "- Personal"]
    assert "337,3" in article.xpath(".//mark/text()")


def test_every_number_of_the_prose_and_every_sum_is_told() -> None:
    page, data = files()
    assert [(each["tal"], each["källa"]) for each in data["tal i texten"]] == [
        ("120", "utan källa"),
        ("−15,9", "hämtat"),
    ]
    sums = data["kontrollerade summor"]
    assert {each["utfall"] for each in sums} == {"stämmer", "stämmer inom avrundning", "stämmer inte"}
    assert "307,7 + 44,6 = 352,3" in text_of(page)


def test_what_is_accepted_and_what_is_not_checked_is_told() -> None:
    page, data = files()
    (accepted,) = data["godtagna"]
    assert (accepted["av"], accepted["varför"]) == ("Anna Ek", "så har vi alltid gjort")
    assert "så har vi alltid gjort" in text_of(page)
    assert "VAL102 (en rubrik som beslutet måste ha saknas) är avslagen i profilen" in text_of(page)


def test_a_telephone_number_never_stands_in_the_review() -> None:
    page, data = files()
    assert "710 10 00" not in page + json.dumps(data)
    assert "Ring ••• &lt;nu&gt; om" in page


def test_the_page_runs_nothing_and_its_headings_do_not_jump() -> None:
    page, _ = files()
    tree: Any = html.document_fromstring(page)
    assert not tree.xpath("//script | //@style | //@onclick | //img | //link[not(@href='data:,')]")
    levels = [int(each.tag[1]) for each in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {link[2][1:] for link in tree.find_class("innehall")[0].iterlinks()} == {
        heading.get("id") for heading in tree.iter("h2")
    }


def test_the_review_can_be_made_where_nothing_could_be_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    crashed = finding("VAL900", "kontrollen x stannade")
    made = review_files(case(), (crashed,), Review((crashed,)))
    assert "kontrollen x stannade" in text_of(made[PAGE].decode())
    assert json.loads(made[DATA])["utfall"] == "inte kontrollerat"
    monkeypatch.setattr("pipeline.review.contents._sums", lambda _facts: 1 / 0)
    reviewed = review(case(), profile())
    made = review_files(case(), reviewed.findings, reviewed)
    assert "summorna i tabellerna kunde inte redovisas: ZeroDivisionError" in text_of(made[PAGE].decode())


def test_the_page_has_an_overview_with_a_link_to_the_first_finding_of_each_kind() -> None:
    page, data = files()
    tree: Any = html.document_fromstring(page)
    (overview,) = tree.find_class("oversikt")
    codes = {each["kod"] for each in data["fynd"]}
    assert {link[2][1:] for link in overview.iterlinks()} == codes
    assert {each.get("id") for each in tree.iter("article")} - {None} == codes
    counts = [int(row.text_content()) for row in overview.xpath(".//tbody/tr/td[last()]")]
    assert sum(counts) == len(data["fynd"])


def test_the_page_marks_what_a_finding_quotes_and_tells_numbers_without_source_first() -> None:
    tree: Any = html.document_fromstring(files()[0])
    (article,) = tree.xpath("//article[contains(., 'VAL230')]")
    assert article.xpath(".//blockquote/mark/text()") == ["120 bostäderna"]
    headings = [each.text_content() for each in tree.xpath("//h2[@id='tal']/following::h3")]
    assert headings == ["Utan källa (1)", "Hämtade (1)"]


def test_a_row_tells_its_headings_where_it_is_shown_as_a_block() -> None:
    tree: Any = html.document_fromstring(files()[0])
    for table in tree.find_class("rader"):
        heads = [each.text_content() for each in table.xpath(".//thead//th")]
        for row in table.xpath(".//tbody/tr"):
            assert [cell.get("data-rubrik") for cell in row.xpath("./td")] == heads[1:]


def test_sums_that_do_not_hold_are_told_first() -> None:
    tree: Any = html.document_fromstring(files()[0])
    rows = tree.xpath("//h2[@id='summor']/following::table[1]/tbody/tr/td[2]")
    states = [row.text_content() for row in rows]
    assert "stämmer inte" in states[0]
    assert states == sorted(states, key=lambda said: ("inte" not in said, "avrundning" not in said))
