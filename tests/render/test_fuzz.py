"""Files made wrong at random become a PDF or a Swedish error: no traceback, no hang, no file that is not what was set.

A few here; more by ``make fuzz``.
"""

from __future__ import annotations

import pytest

from tests.render.fuzz.rounds import play
from tests.render.samples import documents

ROUNDS = 6


@pytest.mark.parametrize("name", [name for name, _ in documents()])
def test_a_file_made_wrong_at_random_is_rendered_or_refused(name: str) -> None:
    data = dict(documents())[name].bytes()
    faults = [played.fault for seed in range(ROUNDS) if (played := play(name, data, f"{seed}")).fault]
    assert faults == []
