"""Which way words say that something goes or has gone: up or down, better or worse, above or below something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

_VERBS = {
    "up": "ökar ökade ökat stiger stigit steg växer växte växt höjdes höjts fördubblats fördubblades",
    "down": "minskar minskade minskat sjunker sjunkit sjönk sänktes sänkts avtar avtagit halverats halverades",
    "better": "förbättras förbättrats förbättrades stärks stärkts stärktes",
    "worse": "försämras försämrats försämrades försvagas försvagats försvagades backar backade backat",
}
MOVING = (*(word for words in _VERBS.values() for word in words.split()), "gått")  # to find the lines by
COMPARING = ("högre", "fler", "större", "mer", "lägre", "färre", "mindre", "bättre", "sämre")
_MORE = {
    "up": r"|\w*ökning(?:en)?|\w*höjning(?:en)?|uppgång(?:en)?",
    "down": r"|\w*minskning(?:en)?|nedgång(?:en)?",
    "better": "",
    "worse": r"|gått\s+tillbaka",
}
_MOVED = re.compile(
    r"\b(?:" + "|".join(f"(?P<{way}>{words.replace(' ', '|')}{_MORE[way]})" for way, words in _VERBS.items()) + r")\b",
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
