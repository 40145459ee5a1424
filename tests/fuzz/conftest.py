"""The ground that the tests of this package share."""

from __future__ import annotations

import pytest

from tests.fuzz.ground import Ground


@pytest.fixture(scope="package")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("mark"))
