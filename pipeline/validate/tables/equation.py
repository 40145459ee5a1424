"""An equation: an amount that a table states, and the amounts that it follows from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property

from pipeline.model.origin import Origin


class State(Enum):
    """How an equation holds."""

    EXACT = "stämmer"
    ROUNDED = "stämmer inom avrundning"
    BROKEN = "stämmer inte"


@dataclass(frozen=True)
class Term:
    """An amount with its sign in the equation; ``slack`` is how far its rounding may have moved it.

    ``unread`` for a cell whose amount could not be read: nothing can be said of an equation with it.
    """

    name: str
    value: Decimal
    origin: Origin
    sign: int = 1
    slack: Decimal = Decimal(0)
    empty: bool = False
    unread: bool = False


@dataclass(frozen=True)
class Equation:
    """``total`` is stated and the ``terms`` give it; ``basis`` says in Swedish how that is known.

    ``name`` is what the stated amount is, ``code`` the finding when the two sides differ. ``given`` is how much of
    the difference is allowed for what the statement itself has rounded.
    """

    code: str
    name: str
    total: Term
    terms: tuple[Term, ...]
    basis: str
    excerpt: str = ""
    place: str = ""

    @cached_property
    def computed(self) -> Decimal:
        """Return what the terms give."""
        return sum((term.value * term.sign for term in self.terms), Decimal(0))

    @property
    def tolerance(self) -> Decimal:
        """Return half a unit of the last decimal for every rounded amount, the stated one too."""
        return sum((term.slack for term in self.terms), self.total.slack)

    @property
    def difference(self) -> Decimal:
        """Return how much more is stated than the terms give."""
        return self.total.value - self.computed

    @cached_property
    def state(self) -> State:
        """Return how the equation holds."""
        if self.difference == 0:
            return State.EXACT
        return State.ROUNDED if abs(self.difference) <= self.tolerance else State.BROKEN

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Return the places, the stated amount first."""
        return (self.total.origin, *(term.origin for term in self.terms))
