"""Regular expressions that a profile gives: whether they can be used, and come to an end whatever the text."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

NEVER = "(?!)"  # what stands in for a pattern that cannot be used: it fits nothing
LONGEST = 100  # characters that a pattern is held against
_MAX_REPEATS = 4
_COUNT = re.compile(r"\{(\d*),?\d*\}")
_DIGIT, _YEAR, _RUNNING = "1", "2024", "17"
_LETTER, _BOARD = "K", "KSN"
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|.", re.DOTALL)


def trouble_of(pattern: str) -> str:
    """Return why a pattern cannot be used, in Swedish, or "".

    A repetition of what itself repeats or chooses may take longer than anyone waits, and no number needs it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
    except FutureWarning:
        return "en hakparentes eller två streck i en hakparentes ska ha ett omvänt snedstreck före sig"
    except re.error as error:
        return f"felet sitter vid tecken {error.pos + 1}" if error.pos is not None else "felet sitter i uttrycket"
    except (RecursionError, OverflowError):
        return "det är för stort"
    return _endless(pattern)


def _endless(pattern: str) -> str:
    open_groups, closed, repeats = [False], False, 0  # whether each group, and the one just closed, repeats or chooses
    for piece in _TOKEN.findall(pattern):
        if piece == "(":
            open_groups.append(False)
        elif piece == "|":
            open_groups[-1] = True
        elif piece in {"*", "+"} or (piece[0] == "{" and len(piece) > 2):
            if closed:
                return "det har en upprepning av något som i sin tur upprepas eller väljs"
            if piece[0] != "{" or "," in piece:
                open_groups[-1], repeats = True, repeats + 1
        closed = piece == ")" and len(open_groups) > 1 and open_groups.pop()
        open_groups[-1] = open_groups[-1] or closed
    return f"det har fler än {_MAX_REPEATS} upprepningar" if repeats > _MAX_REPEATS else ""


def fits(pattern: str, text: str) -> bool | None:
    """Return whether a text has the form of a pattern; None where the pattern cannot be used."""
    if trouble_of(pattern):
        return None
    return len(text) <= LONGEST and re.fullmatch(pattern, text) is not None


def example_of(pattern: str) -> str:
    """Return a text of a pattern's form, for who cannot read the pattern, or "" where none is found."""
    if trouble_of(pattern):
        return ""
    made = _Example(_TOKEN.findall(pattern)).alternatives()
    return made if fits(pattern, made) else ""


@dataclass
class _Example:
    """Takes the first way through each piece of a pattern; what it does not know, it gets wrong."""

    pieces: list[str]
    at: int = 0

    def alternatives(self) -> str:
        """Return a text for the first alternative up to the end of the group."""
        made, first = "", None
        while self.at < len(self.pieces) and self.pieces[self.at] != ")":
            if self.pieces[self.at] == "|":
                self.at += 1
                first, made = made if first is None else first, ""
                continue
            made += self._repeated(self._one())
        return made if first is None else first

    def _one(self) -> str:
        piece = self.pieces[self.at]
        self.at += 1
        if piece != "(":
            return _sample(piece)
        if self.pieces[self.at : self.at + 2] == ["?", ":"]:
            self.at += 2
        inner = self.alternatives()
        self.at += 1
        return inner

    def _repeated(self, one: str) -> str:
        piece = self.pieces[self.at] if self.at < len(self.pieces) else ""
        if piece not in {"*", "+", "?"} and not _COUNT.fullmatch(piece):
            return one
        self.at += 1
        counted = _COUNT.fullmatch(piece)
        times = max(int(counted[1] or 0), 1) if counted else 1 if piece == "?" else 2
        return _many(one, times)


def _many(one: str, times: int) -> str:
    """Return one sample several times, with digits and letters as they stand in the number of a case."""
    if one == _DIGIT:
        return _YEAR if times == len(_YEAR) else _RUNNING.rjust(times, "0")[:times]
    return _BOARD[:times] if one == _LETTER and times <= len(_BOARD) else one * times


def _sample(piece: str) -> str:
    if piece in {"^", "$", r"\b"}:
        return ""
    if piece.startswith("["):
        return _DIGIT if piece[1:].startswith(("0-9", r"\d")) else _LETTER if piece.startswith("[A-Z") else piece[1]
    known = {r"\d": _DIGIT, r"\w": "a", r"\s": " ", ".": "x"}
    return known.get(piece, piece[-1])
