"""Suggestions for what a person meant: the nearest of the words that exist."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 12


def normal(text: str) -> str:
    """Return text as labels are compared: composed characters, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Return text as likeness is judged: lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", normal(text).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is nearest, or "" when none is near."""
    by_fold = {fold(candidate): candidate for candidate in known}
    matches = get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[matches[0]] if matches else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a help line: ``menade du "…"?`` or the words there are to choose from."""
    candidates = list(known)
    near = nearest(word, candidates)
    if near:
        return f'menade du "{near}"?'
    if not candidates:
        return ""
    shown = ", ".join(candidates[:_SHOWN])
    return f"välj bland: {shown}" + (" …" if len(candidates) > _SHOWN else "")


def slug(text: str) -> str:
    """Return text as an id: lower-case ASCII letters and digits joined by hyphens, å and ä as a, ö as o."""
    kept = (c if c.isascii() and c.isalnum() else " " for c in fold(text))
    return "-".join("".join(kept).split())
