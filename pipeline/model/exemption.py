"""A finding that someone has accepted, with name, day and reason (undantag.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.model.origin import Origin, Sourced


@dataclass(frozen=True)
class Exemption:
    """One acceptance: it covers the findings of a code whose text has ``words`` and whose place has ``place``.

    Either may be "", which asks for nothing; ``by`` is who answers for it.
    """

    code: Sourced[str]
    by: Sourced[str]
    on: Sourced[date]
    why: Sourced[str]
    origin: Origin
    words: str = ""
    place: str = ""
