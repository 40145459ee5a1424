"""Regular expressions that a profile gives: whether they can be used, and come to an end whatever the text."""

from __future__ import annotations

import re

NEVER = "(?!)"  # what stands in for a pattern that cannot be used: it fits nothing
LONGEST = 100  # characters that a pattern is held against
_MAX_REPEATS = 4
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|.", re.DOTALL)


def trouble_of(pattern: str) -> str:
    """Return why a pattern cannot be used, in Swedish, or "".

    A repetition of what itself repeats or chooses may take longer than anyone waits, and no number needs it.
    """
    try:
        re.compile(pattern)
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
