"""The measure of what was published: it must see a word that is gone, and not be fooled by typography."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exempel.reference import Word, common, recall, split, words

LETTERS = st.text(alphabet="abc", max_size=8)


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def test_punctuation_symbols_table_lines_and_leaders_are_no_words() -> None:
    assert forms("| Sammanfattning..... | 2 |\n|---|:-:|\n- (Näringsliv) → ✓ ”god”.") == [
        "sammanfattning", "2", "näringsliv", "god",
    ]  # fmt: skip


def test_a_leader_without_spaces_parts_the_heading_from_its_page() -> None:
    assert forms("Ekonomi.......23") == ["ekonomi", "23"]


@pytest.mark.parametrize("minus", ["-", "\u2212", "\u2013"])
def test_every_minus_before_a_number_is_the_same(minus: str) -> None:
    assert forms(f"({minus}0,4) | {minus}131,7") == ["-0,4", "-131,7"]


def test_a_minus_that_is_lost_is_a_missing_word() -> None:
    assert [word.printed for word in recall(words("-0,4 mnkr"), "0,4 mnkr").missing] == ["-0,4"]


def test_a_dash_between_years_is_no_minus() -> None:
    assert forms("2018-2023") == forms("2018–2023") == ["2018", "2023"]


def test_a_decimal_comma_and_a_case_number_hold_together() -> None:
    assert forms("48.2 år, 1,9% av KSKF/2023:288 t.ex.") == [
        "48.2", "år", "1,9", "%", "av", "kskf", "2023:288", "t.ex",
    ]  # fmt: skip


def test_a_word_that_the_typesetter_hyphenated_is_whole_again() -> None:
    assert forms("före\u00ad\n  tag, före\u2010\ntag och före\u00adtag") == ["företag", "företag", "och", "företag"]


def test_a_word_that_breaks_at_its_own_hyphen_or_slash_is_found() -> None:
    published = words("SME-planen och Affärsutvecklingsprogram/Tillväxtprogram")
    assert recall(published, "SME-\nplanen och Affärsutvecklingsprogram/\nTillväxtprogram").share == 1


def test_capitals_composed_letters_and_no_break_spaces_do_not_matter() -> None:
    assert forms("KOMMUNLEDNINGSKONTORET o\u0308verskott\u00a05\u202f%") == [
        "kommunledningskontoret", "överskott", "5", "%",
    ]  # fmt: skip


def test_a_misreading_of_the_extraction_is_the_word_that_was_printed() -> None:
    assert recall(words("Arbetet med StyrEI blev Sämré"), "Arbetet med StyrEl blev sämre").share == 1


def test_missing_words_are_reported_with_their_line() -> None:
    result = recall(words("ett två\n\ntre fyra fem"), "ett tre fem")
    assert result.missing == (Word("två", "två", 1), Word("fyra", "fyra", 3))
    assert result.share == pytest.approx(3 / 5)
    assert result.report() == "rad 1: två\nrad 3: fyra"


def test_words_in_the_wrong_order_are_not_found() -> None:
    assert recall(words("ett två tre fyra"), "tre fyra ett två").share == pytest.approx(0.5)


def test_an_empty_reference_is_found_and_an_empty_text_finds_nothing() -> None:
    assert recall((), "ett").share == 1
    assert recall(words("ett två"), "").share == 0


def test_the_appendix_starts_at_the_case_number_and_keeps_the_line_numbers() -> None:
    decision, appendix = split("Beslut\n\nGodkänns.\nKSKF/2023:288\nBilaga 1")
    assert [word.form for word in decision] == ["beslut", "godkänns"]
    assert [(word.form, word.line) for word in appendix] == [("kskf", 4), ("2023:288", 4), ("bilaga", 5), ("1", 5)]


def test_a_text_without_the_case_number_is_not_the_reference() -> None:
    with pytest.raises(ValueError, match="KSKF"):
        split("Beslut\nGodkänns.")


def is_subsequence(part: tuple[str, ...], whole: str) -> bool:
    rest = iter(whole)
    return all(letter in rest for letter in part)


@given(LETTERS, LETTERS)
def test_what_is_common_is_a_longest_subsequence_of_both(left: str, right: str) -> None:
    found = common(left, right)
    assert is_subsequence(tuple(left[i] for i in sorted(found)), right)
    longer = combinations(left, len(found) + 1)
    assert not any(is_subsequence(part, right) for part in longer)
