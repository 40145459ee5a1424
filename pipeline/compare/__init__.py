"""Compare: what differs between two versions of a case's papers, or between any two Word files."""

from __future__ import annotations

from pipeline.compare.result import Comparison, compare_cases, compare_files, compare_periods
from pipeline.compare.sides import Side, current, fixed

__all__ = ["Comparison", "Side", "compare_cases", "compare_files", "compare_periods", "current", "fixed"]
