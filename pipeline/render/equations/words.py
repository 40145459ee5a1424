"""An equation in Swedish words, as one reads it aloud: short, and telling where a longer term ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from pipeline.render.equations.model import (
    Accent,
    Box,
    Delimited,
    Fraction,
    Function,
    Limit,
    Matrix,
    Operator,
    Radical,
    Row,
    Scripts,
    Symbols,
    Term,
)

LONGEST = 1_000
_SIGNS = {
    "+": "plus", "-": "minus", "−": "minus", "=": "är lika med", "≠": "är inte lika med", "<": "är mindre än",
    ">": "är större än", "≤": "är högst", "≥": "är minst", "≈": "är ungefär", "±": "plus minus", "∓": "minus plus",
    "·": "gånger", "⋅": "gånger", "×": "gånger", "∗": "gånger", "*": "gånger", "÷": "delat med", "/": "delat med",
    "∞": "oändligheten", "∈": "tillhör", "∉": "tillhör inte", "→": "går mot", "⇒": "medför", "⇔": "är ekvivalent med",
    "∂": "partiella", "∇": "nabla", "∀": "för alla", "∃": "det finns", "∪": "union", "∩": "snitt", "⊂": "är en del av",
    "∝": "är proportionell mot", "≡": "är identisk med", "%": "procent", "!": "fakultet", "…": "och så vidare",
    "⋯": "och så vidare", "∅": "tomma mängden", "¬": "inte", "∧": "och", "∨": "eller", "′": "prim", "″": "bis",
}  # fmt: skip
_OPERATORS = {"∑": "summan", "∏": "produkten", "∐": "koprodukten", "⋃": "unionen", "⋂": "snittet"}
_OPERATORS |= {"∫": "integralen", "∬": "dubbelintegralen", "∭": "trippelintegralen", "∮": "kurvintegralen"}
_ACCENTS = {"\u0302": "hatt", "\u0303": "tilde", "\u0304": "streck", "\u0305": "streck", "\u0307": "prick"}
_ACCENTS |= {"\u0308": "två prickar", "\u20d7": "vektor", "\u20d6": "vektor", "\u030c": "hake", "\u0306": "båge"}
_ROOTS = {"2": "kvadratroten", "3": "kubikroten"}
_POWERS = {"2": "i kvadrat", "3": "i kubik"}
_BRACKETS = {("(", ")"): "parentes", ("[", "]"): "hakparentes", ("{", "}"): "klammer"}


def in_words(row: Row) -> str:
    """Return a row in words, cut where it is too long to listen to."""
    text = " ".join(_row(row).split())
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0] + " …"


def _row(row: Row) -> str:
    return " ".join(_WORDS[type(term)](term) for term in row)


def _symbols(term: Symbols) -> str:
    text = unicodedata.normalize("NFKC", term.text)
    if term.plain:
        return text
    return "".join(f" {_SIGNS[sign]} " if sign in _SIGNS else sign for sign in text)


def _is_short(text: str) -> bool:
    return len(text.split()) < 2


def _closed(row: Row, end: str) -> str:
    """Return a row in words, with a word that tells where it ends if it is more than one."""
    text = " ".join(_row(row).split())
    return text if _is_short(text) else f"{text}, slut på {end},"


def _fraction(term: Fraction) -> str:
    over, under = " ".join(_row(term.over).split()), _closed(term.under, "bråk")
    if term.kind == "noBar":
        return f"{over} över {under}"
    return f"{over} genom {under}" if _is_short(over) else f"bråket {over} genom {under}"


def _scripts(term: Scripts) -> str:
    low, high, base = _row(term.low).strip(), _row(term.high).strip(), _row(term.base)
    parts = [base]
    if low:
        parts.append(f"index {_closed(term.low, 'index')}")
    if high:
        parts.append(_POWERS.get(high) or f"upphöjt till {_closed(term.high, 'exponent')}")
    if term.before:
        parts = [*parts[1:], "framför", base]
    return " ".join(parts)


def _operator(term: Operator) -> str:
    name = _OPERATORS.get(term.sign) or unicodedata.normalize("NFKC", term.sign)
    low, high = _row(term.low).strip(), _row(term.high).strip()
    bounds = f" från {low}" if low else ""
    bounds += f" till {high}" if high else ""
    return f"{name}{bounds} av {_row(term.body)}"


def _radical(term: Radical) -> str:
    degree = _row(term.degree).strip()
    name = _ROOTS.get(degree or "2") or f"{degree}:e roten"
    return f"{name} ur {_closed(term.body, 'rot')}"


def _delimited(term: Delimited) -> str:
    inner = (
        " , ".join(map(_row, term.parts))
        if term.separator in {",", ";"}
        else f" {term.separator} ".join(map(_row, term.parts))
    )
    if (term.begin, term.end) == ("|", "|"):
        return f"absolutbeloppet av {inner}, slut på belopp,"
    if len(term.parts) == 1 and len(term.parts[0]) == 1 and isinstance(term.parts[0][0], Matrix):
        return inner
    name = _BRACKETS.get((term.begin, term.end))
    return f"{name} {inner} slut {name}" if name else f"{term.begin} {inner} {term.end}"


def _matrix(term: Matrix) -> str:
    rows = ["; ".join(map(_row, cells)) for cells in term.rows]
    if term.array:
        return ". ".join(row.replace("&", "") for row in rows)
    columns = max(map(len, term.rows), default=0)
    told = ". ".join(f"rad {number}: {row}" for number, row in enumerate(rows, 1))
    return f"matris med {len(rows)} rader och {columns} kolumner. {told}. slut på matris,"


def _accent(term: Accent) -> str:
    body = _row(term.body)
    name = {"bar": "streck", "group": "klammer"}.get(term.kind) or _ACCENTS.get(term.sign, term.sign)
    return f"{body} med {name}" + (" under" if term.below else "")


def _limit(term: Limit) -> str:
    body, limit = _row(term.body).strip(), _row(term.limit)
    if body == "lim":
        return f"gränsvärdet då {limit} av"
    return f"{body} med {limit} {'under' if term.below else 'över'}"


def _function(term: Function) -> str:
    return f"{_row(term.name)} {_row(term.body)}"


def _box(term: Box) -> str:
    return _row(term.body) if term.shown else ""


_WORDS: dict[type[Term], Callable[..., str]] = {
    Symbols: _symbols,
    Fraction: _fraction,
    Scripts: _scripts,
    Operator: _operator,
    Radical: _radical,
    Delimited: _delimited,
    Matrix: _matrix,
    Accent: _accent,
    Limit: _limit,
    Function: _function,
    Box: _box,
}
