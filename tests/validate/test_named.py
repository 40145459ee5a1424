"""Named things are found by the rarest words that a text shares with their names."""

from __future__ import annotations

from pipeline.validate.claims.named import NamesByWord


def test_things_that_share_a_word_are_found_in_their_order() -> None:
    named = NamesByWord([("Bygga skola", 1), ("Riva skola", 2), ("Måla bro", 3)])
    assert named.like("En ny skola ska byggas") == [1, 2]
    assert named.like("Måla en skola") == [1, 2, 3]
    assert named.like("Ingenting") == []


def test_among_many_the_rarest_words_tell_which_is_meant() -> None:
    named = NamesByWord((f"Minska avfallet i Ort{number}", number) for number in range(500))
    assert named.like("Minska avfallet i ort77") == [77]
    assert named.like("Minska avfallet") == []
