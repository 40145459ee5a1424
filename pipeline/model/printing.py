"""Numbers as the papers print them: one function rounds, groups and signs."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

from pipeline.model.figure import Figure
from pipeline.model.profile import NumberStyle
from pipeline.model.prose import FigureReference


def format_number(value: Decimal, decimals: int, style: NumberStyle, *, sign: bool = False) -> str:
    """Return ``value`` rounded half up to ``decimals``, in the profile's style.

    A value that rounds to zero has no sign. Raises ValueError for a value that is not a number.
    """
    if not value.is_finite():
        raise ValueError(f"not a number: {value}")
    with localcontext() as context:
        context.prec = max(28, len(value.as_tuple().digits) + abs(value.adjusted()) + decimals + 2)
        rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{abs(rounded):,f}".partition(".")
    digits = whole.replace(",", style.thousands) + (style.decimal + fraction if fraction else "")
    return _sign_of(rounded, style, sign=sign) + digits


def format_quote(figure: Figure, reference: FigureReference, style: NumberStyle) -> str:
    """Return a named figure as the reference asks for it: with its sign, a plus, or none."""
    decimals = figure.decimals if reference.decimals is None else reference.decimals
    value = abs(figure.value) if reference.unsigned else figure.value
    return format_number(value, decimals, style, sign=reference.sign)


def _sign_of(rounded: Decimal, style: NumberStyle, *, sign: bool) -> str:
    if rounded < 0:
        return style.minus
    return style.plus if sign and rounded > 0 else ""
