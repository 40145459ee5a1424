"""A few rounds of each fuzz target; many more by ``make fuzz``."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.ground import Ground
from tests.fuzz.wrongs import TARGETS

ROUNDS = 12


@pytest.mark.parametrize("target", TARGETS)
def test_a_file_made_wrong_at_random_is_read_or_refused(ground: Ground, target: str) -> None:
    for seed in range(ROUNDS):
        assert ground.play(TARGETS[target](ground, Random(f"{target} {seed}"))).fault == "", seed


def test_what_is_not_made_wrong_is_read_without_an_error(ground: Ground) -> None:
    """Without this the rounds could all end at the first line of the first file."""
    assert ground.play({}).errors == set()
    for contribution in ground.contributions:
        played = ground.play(
            {"inputs/prov/rapport.yaml": ground.with_word, "inputs/prov/texter/bidrag.docx": contribution}
        )
        assert played.fault == ""
        assert played.errors <= {"ING404", "VAL407"}, played.errors
