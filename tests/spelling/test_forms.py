"""All forms of a dictionary's words, by its affixes and flags."""

from __future__ import annotations

from pathlib import Path

from pipeline.spelling.__main__ import source
from pipeline.spelling.dictionary import DATA, packed
from pipeline.spelling.forms import Use, forms_of

AFF = """SET UTF-8
SFX A Y 2
SFX A 0 en [^e]
SFX A e et e
SFX f Y 1
SFX f 0 s/WXZ .
"""


def of(*words: str) -> dict[str, Use]:
    return dict(forms_of(AFF, "\n".join([str(len(words)), *words])))


def test_a_word_has_the_forms_that_its_flags_say_where_the_conditions_hold() -> None:
    assert set(of("katt/A")) == {"katt", "katten"}
    assert set(of("arbete/A")) == {"arbete", "arbetet"}


def test_a_form_for_the_inside_of_a_compound_is_no_word_of_its_own_and_ends_none() -> None:
    forms = of("yrke/fY")
    assert forms["yrkes"] == Use.FIRST
    assert forms["yrke"] == Use.WORD | Use.LAST


def test_forbidden_words_and_stems_that_need_an_ending_are_left_out() -> None:
    assert set(of("fel/%A", "bil/¤A")) == {"bilen"}


def test_a_word_that_is_never_suggested_is_known() -> None:
    assert of("svordom/!")["svordom"] == Use.WORD | Use.SECRET


def test_the_data_are_those_that_the_dictionary_gives(tmp_path: Path) -> None:
    packed(forms_of(*source()).items()).save(str(tmp_path / "sv.marisa"))
    same = (tmp_path / "sv.marisa").read_bytes() == (DATA / "sv.marisa").read_bytes()
    assert same, "kör: python -m pipeline.spelling"
