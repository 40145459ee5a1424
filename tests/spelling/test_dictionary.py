"""Words are known, compounds too, and what is a slip away is found."""

from __future__ import annotations

import random

import marisa_trie
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spelling import swedish
from pipeline.spelling.dictionary import DATA
from pipeline.spelling.forms import Use
from pipeline.spelling.own import OwnWords, administration

WORDS = marisa_trie.RecordTrie("B").mmap(str(DATA / "sv.marisa"))
SAMPLE = sorted(random.Random(1).sample(WORDS.keys(), 3000))


@pytest.mark.parametrize(
    "word",
    [
        "kommun", "Kommunen", "kommunstyrelsens", "delårsrapport", "verksamhetsutvecklingsprocessen", "Stockholms",
        "välfärdsbrottsuppdraget", "tillsvidareanställda", "fallucka", "tätortsnära", "åttiosjuåringen",
        "Almedalsveckan",
    ],
)  # fmt: skip
def test_words_their_forms_and_compounds_are_right(word: str) -> None:
    assert swedish().spells(word)


@pytest.mark.parametrize(
    "word",
    [
        "kommmun",
        "komunen",
        "verksamhetn",
        "stockholm",
        "bostadsbyggnandet",
        "fallllucka",
        "utvärdring",
        "kyrko",
        "qqq",
        "",
    ],
)
def test_what_is_not_a_word_is_not_right(word: str) -> None:
    assert not swedish().spells(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("byggnandet", "byggandet"), ("avdelnngen", "avdelningen"), ("avdelninggen", "avdelningen"),
        ("vekrsamhet", "verksamhet"), ("verksamhat", "verksamhet"),
    ],
)  # fmt: skip
def test_a_slip_is_seen_for_what_it_is(word: str, meant: str) -> None:
    assert swedish().near(word)[0] == meant


def test_a_slip_in_a_long_part_of_a_compound_is_seen() -> None:
    assert "finansieringstorget" in swedish().near_parts("finanseringstorget")


def test_a_slip_in_a_short_part_tells_nothing() -> None:
    assert swedish().near_parts("tillväxttrod") == ()


@given(st.sampled_from(SAMPLE))
def test_a_word_of_the_dictionary_is_right_and_so_is_it_at_the_beginning_of_a_sentence(word: str) -> None:
    if swedish().use(word) & Use.WORD:
        assert swedish().spells(word)
        assert swedish().spells(word[0].upper() + word[1:])


@given(st.text(max_size=80))
def test_no_text_is_too_strange_to_ask_about(text: str) -> None:
    own = OwnWords(swedish(), [text])
    assert own.spells(text) in (True, False)
    assert isinstance(swedish().near_parts(text), tuple)
    assert isinstance(swedish().begins(text), bool)


@given(st.sampled_from(SAMPLE), st.data())
def test_a_slip_of_a_word_has_the_word_near(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    if swedish().use(word) & (Use.WORD | Use.SECRET) == Use.WORD and word.isalpha() and word.islower():
        assert word in swedish().near(word[:at] + word[at + 1 :]) or word[:at] + word[at + 1 :] == word or len(word) < 2


def test_long_nonsense_is_looked_at_in_no_time() -> None:
    assert swedish().spells("stad" * 4000)
    assert swedish().near_parts("stad" * 14 + "xx") is not None


def test_own_words_may_be_inflected_and_stand_in_compounds() -> None:
    own = OwnWords(swedish(), ["digidel", "Torlunda"])
    assert own.spells("digidel")
    assert own.spells("digidels")
    assert own.spells("digidelcenter")
    assert own.spells("Torlundas")
    assert own.spells("torlundaprojektet")
    assert not own.spells("torlunda")
    assert not own.spells("digidal")


def test_the_words_of_administration_are_missing_from_the_dictionary_or_from_its_compounds() -> None:
    assert len(set(administration())) == len(administration()) > 20
    own = OwnWords(swedish(), administration())
    assert all(own.spells(word) for word in (*administration(), "delåret", "årshjulet", "tillväxtråd", "ungdomsråden"))


@pytest.mark.parametrize("word", ["samgörande", "återvätning", "nyupphandlade", "omplanterades"])
def test_a_word_may_have_a_prefix_that_the_dictionary_does_not_have_it_with(word: str) -> None:
    assert OwnWords(swedish(), administration()).spells(word)
