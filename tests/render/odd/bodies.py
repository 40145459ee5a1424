"""Odd documents: content that no one meant and that files of test suites have, each with words to look for."""

from __future__ import annotations

from collections.abc import Iterator

from tests.render.odd import drawings, marks, pages, stories, tables
from tests.render.odd.packages import Odd


def bodies() -> Iterator[Odd]:
    """Yield every odd document."""
    for module in (stories, tables, marks, pages, drawings):
        for kind in module.KINDS:
            for name, made in kind():
                yield Odd(f"{kind.__name__}: {name}", made if isinstance(made, bytes) else made.bytes())
