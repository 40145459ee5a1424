"""The finding on words of the Word file that are not in the PDF."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from pipeline.render.words import WordCount

MOST_SHOWN = 12


def lost_words(words: WordCount, name: str) -> Iterator[Finding]:
    """Yield a finding when words of the file are not in the PDF and nothing says why (REN454)."""
    if words.missing:
        count = len(words.missing)
        shown = ", ".join(dict.fromkeys(words.missing[:MOST_SHOWN])) + (" …" if count > MOST_SHOWN else "")
        message = f"{count} ord av {words.package} finns inte i PDF-filen: {shown}"
        yield finding("REN454", message, WordOrigin(name))
