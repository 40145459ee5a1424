"""Which way words say that something goes or has gone: up or down, better or worse, above or below something else."""

from __future__ import annotations

import re

from pipeline.classes import dataclass

_UP = r"öka(?:r|de|t)|stig(?:er|it)|steg|väx(?:er|te|t)|höj(?:des|ts)|fördubbla(?:ts|des)"
_DOWN = r"minska(?:r|de|t)|sjunk(?:er|it)|sjönk|sänk(?:tes|ts)|avta(?:r|git)|halvera(?:ts|des)"
_BETTER = r"förbättra(?:s|ts|des)|stärk(?:s|ts|tes)"
_WORSE = r"försämra(?:s|ts|des)|försvaga(?:s|ts|des)|gått tillbaka|backa(?:r|t|de)"
_NOUN_UP, _NOUN_DOWN = r"\w*ökning(?:en)?|\w*höjning(?:en)?|uppgång(?:en)?", r"\w*minskning(?:en)?|nedgång(?:en)?"
_MOVED = re.compile(
    rf"\b(?:(?P<up>{_UP}|{_NOUN_UP})|(?P<down>{_DOWN}|{_NOUN_DOWN})|(?P<better>{_BETTER})|(?P<worse>{_WORSE}))\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(?:(?P<up>högre|fler|större|mer)|(?P<down>lägre|färre|mindre))\s+(?:\w+\s+)?än\b", re.IGNORECASE
)
_THAN = re.compile(r"\b(?:(?P<better>bättre)|(?P<worse>sämre))\s+än\b", re.IGNORECASE)
_WAYS = ("up", "down", "better", "worse")
THEN = re.compile(
    r"\b(?:(?:föregående|förra|tidigare)\s+år(?:et|en)?|året\s+(?:innan|före)|i\s+fjol|samma\s+(?:period|tid|månad)\w*|"
    r"(?:år\s+)?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Move:
    """Words from ``start`` to ``end`` of a text that say which way something goes: up, down, better or worse."""

    way: str
    start: int
    end: int
    text: str

    @property
    def is_up(self) -> bool | None:
        """Return whether a number grows, or None where the words only say that it is better or worse."""
        return {"up": True, "down": False}.get(self.way)


def moves(text: str) -> tuple[Move, ...]:
    """Return what a text says of change, in order."""
    return tuple(_move(match) for match in _MOVED.finditer(text))


def comparisons(text: str) -> tuple[Move, ...]:
    """Return what a text says to be more, less, better or worse than something else, in order."""
    found = [_move(match) for pattern in (_ABOVE, _THAN) for match in pattern.finditer(text)]
    return tuple(sorted(found, key=lambda each: each.start))


def _move(match: re.Match[str]) -> Move:
    way = next(way for way in _WAYS if match.groupdict().get(way))
    return Move(way, match.start(), match.end(), match[0])
