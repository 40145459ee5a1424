"""Text on its way into a Word file: no control characters, no line ends."""

from __future__ import annotations

import re

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.model.origin import Origin, Sourced

_SPACES = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_REFUSED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean_text(text: str, origin: Origin, findings: Findings) -> str:
    """Return ``text`` on one line; what XML or the reader cannot take is left out and becomes a finding."""
    refused = _REFUSED.search(text)
    if refused is None:
        return _SPACES.sub(" ", text)
    seen = f"U+{ord(refused[0]):04X}"
    kept = _REFUSED.sub("", _SPACES.sub(" ", text))
    findings.add(
        finding(
            "KOM201",
            f"texten innehåller styrtecknet {seen}, som ett dokument inte får innehålla: ”{kept[:60]}”",
            origin,
        )
    )
    return kept


def clean_sourced(value: Sourced[str] | None, findings: Findings) -> str:
    """Return the text of a value, or nothing where there is none."""
    return "" if value is None else clean_text(value.value, value.origin, findings)
