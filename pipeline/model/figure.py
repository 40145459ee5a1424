"""Named figures (nyckeltal): one value, one source, quoted by name."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.model.origin import Origin
from pipeline.model.statement import Scenario


@dataclass(frozen=True)
class Figure:
    """A named value: ``origin`` is the cell or the line where the number itself stands.

    ``defined_at`` is the line in nyckeltal.yaml that names it.
    """

    name: str
    value: Decimal
    decimals: int
    origin: Origin
    defined_at: Origin
    unit: str = ""
    scenario: Scenario | None = None
    period: str = ""
