"""The world that the tests of this package share, and how far they go."""

from __future__ import annotations

import os

import pytest

from tests.faults.world import World

# ``make fel`` sets it: every operation and every error, and the number of kills; without it, a spread of each.
THOROUGH = int(os.environ.get("KANSLI_FEL", "0"))


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World.made(tmp_path_factory.mktemp("ärende"))
