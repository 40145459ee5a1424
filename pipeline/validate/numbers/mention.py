"""A mention: a number in a line of prose, as it stands there."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from pipeline.validate.numbers.units import Unit


class Kind(Enum):
    """What digits or words in prose are."""

    NUMBER = "tal"
    YEAR = "årtal"
    DATE = "datum"
    TIME = "klockslag"
    REFERENCE = "hänvisning"
    CONTACT = "telefon eller adress"
    NAME = "namn"
    ORDINAL = "ordningstal"
    FRACTION = "andel i ord"


@dataclass(frozen=True)
class Mention:
    """Digits or words from ``start`` to ``end`` of a text; only a number has a value and a unit.

    ``end`` is behind the unit. ``signed`` is whether a plus or minus is written.
    """

    text: str
    kind: Kind
    start: int
    end: int
    value: Decimal = Decimal(0)
    decimals: int = 0
    unit: Unit = field(default_factory=Unit)
    signed: bool = False
    in_words: bool = False
