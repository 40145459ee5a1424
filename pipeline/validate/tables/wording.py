"""Arithmetic in words: both sides of an equation, with the decimals that the amounts themselves have."""

from __future__ import annotations

from decimal import Decimal

from pipeline.model.printing import format_number
from pipeline.model.profile import NumberStyle
from pipeline.validate.tables.equation import Equation, Term


def decimals_of(*values: Decimal) -> int:
    """Return the most decimals that any of the values has."""
    return max(max(0, -int(value.normalize().as_tuple().exponent)) for value in values)


def said(value: Decimal, style: NumberStyle, decimals: int | None = None) -> str:
    """Return a value as the papers would print it, with all of its decimals or as many as are asked for."""
    return format_number(value, decimals_of(value) if decimals is None else decimals, style)


def arithmetic(equation: Equation, style: NumberStyle) -> str:
    """Return the terms and what they give, such as ``540,3 + 9,6 = 549,9``."""
    values = [equation.total.value, *(term.value for term in equation.terms)]
    decimals = decimals_of(*values)
    text = ""
    for term in equation.terms:
        text += _step(term, said(term.value, style, decimals), first=not text)
    return f"{text} = {said(equation.computed, style, decimals)}"


def contradiction(equation: Equation, style: NumberStyle) -> str:
    """Return what the amounts give and what the cell states instead."""
    values = [equation.total.value, *(term.value for term in equation.terms)]
    stated = said(equation.total.value, style, decimals_of(*values))
    there = "cellen är tom" if equation.total.empty else f"i cellen står {stated}"
    return f"{equation.name}: {arithmetic(equation, style)} men {there}"


def _step(term: Term, number: str, *, first: bool) -> str:
    bracketed = f"({number})" if term.value < 0 and not (first and term.sign > 0) else number
    if first:
        return bracketed if term.sign > 0 else f"−{bracketed}"
    return f" {'+' if term.sign > 0 else '−'} {bracketed}"
