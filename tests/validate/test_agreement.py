"""Words that do not go together, points that do not go on, and labels without their marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.findings.finding import Finding
from pipeline.model.case import Case
from pipeline.validate import review
from tests.validate.cases import said
from tests.validate.tables import statement
from tests.validate.test_words_rules import lines, rules_profile


def of(made: Case, code: str = "VAL431", language: str = "sv-SE") -> list[Finding]:
    findings = review(made, replace(rules_profile(), language=said(language))).findings
    assert "VAL900" not in [each.code for each in findings], findings
    return [each for each in findings if each.code == code]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Avdelningen samordnar den gemensamma trygghetsarbetet.", "inte samma genus"),
        ("Planen för fortsatt arbetet antas i höst.", "obestämd form"),
        ("Insatserna leder till minskat behovet av stöd.", "obestämd form"),
        ("Beslut om planen planerar att fattas av fullmäktige.", '"planeras att"'),
        ("Förslaget gäller kort- och lång sikt.", 'efter "kort"'),
        ("Det är KLK övergripande arbetet.", '"KLK-övergripande"'),
    ],
)
def test_words_that_do_not_go_together_are_told(line: str, told: str) -> None:
    (wrong,) = of(lines(line))
    assert told in wrong.message


@pytest.mark.parametrize(
    "line",
    [
        "Avdelningen samordnar det gemensamma trygghetsarbetet.",
        "Den gemensamma enheten är ny.",
        "Den nya verksamhetens kvalitet är god.",
        "Den samlade budget som antogs gäller.",
        "Planen för fortsatt arbete antas i höst.",
        "Skolan har fortsatt arbetet med planen.",
        "Insatserna leder till minskat behov av stöd.",
        "Arbetet med ökad trygghet fortsätter.",
        "Arbetet med fortsatt hög kvalitet är viktigt.",
        "Nämnden planerar att fatta beslut.",
        "Grupperna planerar att träffas av den anledningen i maj.",
        "Förslaget gäller kort och lång sikt.",
        "Det är in- och utfarten.",
        "Det KLK-övergripande arbetet fortsätter.",
        "KLK samordnar arbetet.",
    ],
)
def test_words_that_go_together_are_left(line: str) -> None:
    assert [each.message for each in of(lines(line))] == []


def test_points_behind_att_are_infinitives() -> None:
    (wrong,) = of(lines("Avdelningen har bidragit med att:", "Ansvarat för utvärderingen.", "Samordnat arbetet."))
    assert 'bidragit med att: Ansvarat …"' in wrong.message
    assert of(lines("Avdelningen har bidragit med att:", "Ansvara för utvärderingen.")) == []
    assert of(lines("Avdelningen har bland annat:", "Ansvarat för utvärderingen.")) == []


def test_papers_in_another_language_are_left() -> None:
    wrong = lines("Den gemensamma trygghetsarbetet samordnas med att:", "Ansvarat för planen.")
    assert len(of(wrong)) == 2
    assert of(wrong, language="fi-FI") == []


@pytest.mark.parametrize(
    ("label", "count"),
    [("KLK Valfärd", 1), ("KLK Välfärd", 0), ("Halsovård", 1), ("Hyror", 0), ("Haninge", 0)],
)
def test_a_label_without_its_marks_is_told(label: str, count: int) -> None:
    table = statement(f"Enhet | Utfall\n{label} | 1,0\nAnnat | 2,0\n=Summa | 3,0")
    made = replace(lines("Allt är sagt."), statements={"t": table})
    assert len(of(made, "VAL430")) == count
    assert of(made, "VAL430", language="fi-FI") == []


def test_a_word_of_the_profile_is_no_slip_in_a_label() -> None:
    table = statement("Enhet | Utfall\nValfärd | 1,0\nAnnat | 2,0")
    made = replace(lines("Allt är sagt."), statements={"t": table})
    known = replace(rules_profile(), words=(said("valfärd"),))
    assert [each for each in review(made, known).findings if each.code == "VAL430"] == []
