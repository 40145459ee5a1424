"""A rule: one question about a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.findings.finding import Finding
from pipeline.validate.facts import Facts

Rule = Callable[[Facts], Iterator[Finding]]
