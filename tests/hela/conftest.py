"""The example case, built once for all tests of this folder."""

from __future__ import annotations

import pytest

from tests.hela.papers import Papers, build_case


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """Return the papers of the example case."""
    return build_case(tmp_path_factory.mktemp("outputs"))
