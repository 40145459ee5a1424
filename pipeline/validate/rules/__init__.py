"""The rules, by subject; ``RULES`` is all of them in the order they run."""

from __future__ import annotations

from pipeline.validate.rule import Rule
from pipeline.validate.rules import (
    cells,
    dates,
    decision,
    formalities,
    identity,
    levels,
    lists,
    pace,
    privacy,
    prose_claims,
    prose_goals,
    prose_repeats,
    prose_sums,
    sums,
    twins,
    typography,
    wording,
)

RULES: tuple[Rule, ...] = (
    *decision.RULES,
    *dates.RULES,
    *identity.RULES,
    *sums.RULES,
    *twins.RULES,
    *cells.RULES,
    *pace.RULES,
    *prose_claims.RULES,
    *prose_sums.RULES,
    *prose_goals.RULES,
    *prose_repeats.RULES,
    *levels.RULES,
    *lists.RULES,
    *wording.RULES,
    *typography.RULES,
    *formalities.RULES,
    *privacy.RULES,
)
