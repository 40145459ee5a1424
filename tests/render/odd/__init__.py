"""Word files that are odd in ways that real ones are: of other programs, of test suites, of hand-made XML."""

from __future__ import annotations

from collections.abc import Iterator

from tests.render.odd.bodies import bodies
from tests.render.odd.packages import Odd, packages


def odd_files() -> Iterator[Odd]:
    """Yield every odd file."""
    yield from packages()
    yield from bodies()
