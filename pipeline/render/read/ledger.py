"""What of the file's text is not shown, and why: nothing is left out without being written down here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Why(Enum):
    """Why text is left out; the values are what a reader is told."""

    HIDDEN = "dold text"
    DELETED = "borttagen text"
    FIELD = "fältets lagrade resultat, som räknats om"
    CODE = "fältkod"
    CONTENTS = "innehållsförteckningens lagrade rader"
    SYMBOL = "tecken ur ett symboltypsnitt"
    REPORTED = "visas inte"
    MISPLACED = "står där Word inte visar text"


@dataclass
class Ledger:
    """The texts that were left out, by reason."""

    texts: dict[Why, list[str]] = field(default_factory=dict)

    def add(self, why: Why, text: str) -> None:
        """Write a text down; one without words counts for nothing."""
        if text.strip():
            self.texts.setdefault(why, []).append(text)

    def words(self, why: Why) -> int:
        """Return how many words were left out for a reason."""
        return sum(len(text.split()) for text in self.texts.get(why, ()))
