"""Sets that are alike are found without comparing all, and none is missed."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pipeline.validate.alike import Alike

LEAST = Fraction(4, 5)
SETS = st.lists(st.frozensets(st.sampled_from("abcdefghij"), min_size=1), max_size=30)


def share(one: frozenset[str], other: frozenset[str]) -> Fraction:
    return Fraction(len(one & other), len(one | other))


@given(SETS)
def test_what_is_found_is_what_comparing_each_with_each_finds(sets: list[frozenset[str]]) -> None:
    alike = Alike(sets, LEAST)
    for index, own in enumerate(sets):
        every = [(each, share(own, sets[each])) for each in range(index) if share(own, sets[each]) >= LEAST]
        assert list(alike.before(index)) == every


def test_sets_that_share_only_common_words_are_not_compared() -> None:
    sets = [frozenset({"och", "att", "det", f"ord{number}", f"sak{number}"}) for number in range(200)]
    alike = Alike(sets, LEAST)
    assert not [found for index in range(len(sets)) for found in alike.before(index)]
    assert alike.compared == 0
