"""The rules, by subject; ``RULES`` is all of them in the order they run."""

from __future__ import annotations

from pipeline.validate.rule import Rule
from pipeline.validate.rules import cells, dates, decision, identity, pace, sums, twins

RULES: tuple[Rule, ...] = (
    *decision.RULES,
    *dates.RULES,
    *identity.RULES,
    *sums.RULES,
    *twins.RULES,
    *cells.RULES,
    *pace.RULES,
)
