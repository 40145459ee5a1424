"""Shares in words: ``hälften``, ``en tredjedel``, ``var fjärde``, ``varannan``, ``3/4 av`` and ``½``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.validate.numbers.mention import Kind, Mention

_PARTS = {"tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9, "tionde": 10}
_OF_THEM = "|".join(_PARTS)
_FEW = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4}
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
# Not a half of a time, as in "första hälften av året".
_HALF = r"(?<!första )(?<!andra )(?<!senare )(?<!sista )\bhälften\b(?!\s+av\s+(?:året|perioden|terminen|månaden|\d))"
_PATTERN = re.compile(
    rf"(?P<half>{_HALF})|\b(?P<few>{'|'.join(_FEW)})\s+(?P<part>{_OF_THEM})del(?:ar)?\b"
    rf"|\bvart?\s+(?P<each>{_OF_THEM})\b(?!\s+(?:år|månad|vecka|dag)\b)|\b(?P<second>varannan|vartannat)\b"
    r"|\b(?P<over>[1-9])/(?P<under>[2-9])\b(?=\s+av\b)|(?:(?P<whole>\d+)\s?)?(?P<sign>[½¼¾⅓⅔])",
    re.IGNORECASE,
)
_HINTS = ("del", "hälften", "vart", "var ", "varannan", "/", *_SIGNS)


def fractions_in(text: str) -> Iterator[Mention]:
    """Yield the shares of a text, each with its value; ``hälften`` is 0.5."""
    lower = text.lower()
    for match in _PATTERN.finditer(text) if any(hint in lower for hint in _HINTS) else ():
        yield Mention(match[0], Kind.FRACTION, *match.span(), value=_value(match), in_words=True)


def _value(match: re.Match[str]) -> Decimal:
    if match["part"]:
        return Decimal(_FEW[match["few"].lower()]) / _PARTS[match["part"].lower()]
    if match["each"]:
        return Decimal(1) / _PARTS[match["each"].lower()]
    if match["over"]:
        return Decimal(match["over"]) / Decimal(match["under"])
    if match["sign"]:
        return Decimal(match["whole"] or 0) + _SIGNS[match["sign"]]
    return Decimal("0.5")
