"""The finding on words of the Word file that are not in the PDF."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from pipeline.render.words import WordCount

MOST_SHOWN = 12


def lost_words(words: WordCount, name: str) -> Iterator[Finding]:
    """Yield a finding for words that are not in the PDF: misplaced ones (REN407), those without a reason (REN454)."""
    if words.misplaced:
        odd = [word for text in words.misplaced for word in text.split()]
        shown = ", ".join(dict.fromkeys(odd[:MOST_SHOWN])) + (" …" if len(odd) > MOST_SHOWN else "")
        message = f"{len(odd)} ord står där Word inte visar någon text, och är utelämnade: {shown}"
        yield finding("REN407", message, WordOrigin(name))
    if words.missing:
        count = len(words.missing)
        shown = ", ".join(dict.fromkeys(words.missing[:MOST_SHOWN])) + (" …" if count > MOST_SHOWN else "")
        message = f"{count} ord av {words.package} finns inte i PDF-filen: {shown}"
        yield finding("REN454", message, WordOrigin(name))
