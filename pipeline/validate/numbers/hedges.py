"""Hedges: words such as ``drygt``, ``knappt`` and ``cirka`` that make of a number an interval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from pipeline.validate.numbers.mention import Mention

_NEAR = Decimal("0.15")  # of the number: as far as a hedge reaches where its last digit that is no zero reaches farther
_FIVE = 5  # who rounds to fives means less by the last digit than who rounds to ones


class Side(Enum):
    """Where the value of a hedged number is, and whether it is near."""

    JUST_BELOW = "strax under"
    JUST_ABOVE = "strax över"
    AROUND = "omkring"
    ABOVE = "mer än"
    BELOW = "mindre än"


_DURING = {"under", "över"}  # before a count these tell of a time or a subject, not of more or less
_WORDS = (
    (Side.JUST_BELOW, r"(?:strax|något|lite|knappt|precis) under|knapp[ta]?|nästan|inemot|närmare|inte fullt"),
    (Side.JUST_ABOVE, r"(?:strax|något|lite|precis) över|drygt?|dryga|gott och väl|(?:lite|något) mer än"),
    (Side.AROUND, r"cirka|ca\.?|c:a|omkring|ungefär|runt|kring|uppskattningsvis|i storleksordningen|upp ?emot"),
    (Side.ABOVE, r"(?:mer|fler) än|inte mindre än|minst|lägst|åtminstone|över(?:stiger|steg|stigit|stigande)?"),
    (Side.BELOW, r"(?:mindre|färre) än|inte mer än|högst|som mest|max(?:imalt)?|under(?:stiger|steg|stigit|stigande)?"),
)
_HEDGES = tuple(
    (side, re.compile(rf"(?<!\w)(?P<words>{words})\s+(?:(?:en|ett|de|totalt)\s+)?$", re.IGNORECASE))
    for side, words in _WORDS
)


@dataclass(frozen=True)
class Hedge:
    """The words of a hedge and the sizes, in the number's own unit, that it allows; None is no end."""

    words: str
    side: Side
    least: Decimal | None
    most: Decimal | None

    def holds(self, size: Decimal) -> bool:
        """Return whether a size, without its sign, is one that the words allow."""
        return (self.least is None or size >= self.least) and (self.most is None or size <= self.most)

    @property
    def within(self) -> tuple[Decimal, Decimal]:
        """Return the sizes that a value near the number has on the side that the words name."""
        near = 1 + _NEAR
        if self.least is None or self.most is None:
            end = self.least or self.most or Decimal(0)
            return (end, end * near) if self.most is None else (end * (1 - _NEAR), end)
        return self.least, self.most

    @property
    def beyond(self) -> tuple[Decimal, Decimal] | None:
        """Return the sizes near the number on the side that the words deny, or None where they deny none."""
        least, most = self.within
        reach = most - least
        if self.side is Side.AROUND:
            return None
        return (least - reach, least) if self.side in (Side.JUST_ABOVE, Side.ABOVE) else (most, most + reach)


def hedge_of(before: str, mention: Mention) -> Hedge | None:
    """Return the hedge in the words before a number, or None; ``under tre månader`` and over an age are none."""
    if mention.unit.is_time or not mention.value:
        return None
    hedge = hedged(before, abs(mention.value), _reach(mention))
    counts = not mention.unit.family
    return None if hedge and counts and hedge.words.lower() in _DURING else hedge


def hedged(before: str, size: Decimal, reach: Decimal) -> Hedge | None:
    """Return the hedge in the words before a number of a size, near which is what is no farther than ``reach``."""
    for side, pattern in _HEDGES:
        if match := pattern.search(before):
            least = {Side.JUST_BELOW: size - reach, Side.AROUND: size - reach, Side.BELOW: None}.get(side, size)
            most = {Side.JUST_ABOVE: size + reach, Side.AROUND: size + reach, Side.ABOVE: None}.get(side, size)
            return Hedge(" ".join(match["words"].split()), side, least, most)
    return None


def share_of(size: Decimal) -> Decimal:
    """Return how far from a size what is near it may be where its digits do not tell."""
    return size * _NEAR


def _reach(mention: Mention) -> Decimal:
    """Return one of the last digit that is no zero, or five, but no more than a share of the number."""
    one = Decimal(1).scaleb(-mention.decimals)
    size = abs(mention.value)
    digits = "".join(map(str, size.as_tuple().digits))
    told = digits if mention.decimals else digits.rstrip("0")
    last = one.scaleb(len(digits) - len(told))
    if int(told[-1:] or 0) == _FIVE:
        last *= _FIVE
    return max(min(last, share_of(size)), one / 2)
