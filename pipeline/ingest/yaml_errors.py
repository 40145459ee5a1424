"""The words of PyYAML's syntax errors in Swedish, with what to do about each."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAB = ("ING111", "raden är indragen med tabb, som YAML inte tillåter", "dra in med mellanslag, två för varje nivå")

SPACE = (
    "ING110",
    "raden är indragen med hårda mellanslag, som YAML inte räknar",
    "skriv om indraget med vanliga mellanslag; hårda följer ofta med text ur Word eller från en webbsida",
)
_QUOTES = (
    "ING110",
    "citattecknen är typografiska; YAML känner bara de raka",
    "byt dem mot raka: \" eller '",
)
_OTHER_SPACES = tuple("\u00a0\u2002\u2003\u2007\u2009\u202f\ufeff")
_CURVED = re.compile(r"[:\-,\[{]\s*[“”„‘’]")

# (part of the message, in lower case; what it says; what to do). The two parsers of PyYAML word some differently.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "ett kolon står där inget värde kan börja",
        "sätt citattecken om text som innehåller kolon och mellanslag, eller rätta indraget",
    ),
    (
        "could not find expected ':'",
        "raden saknar kolon efter nyckeln",
        "skriv nyckel: värde, eller dra in raden om den hör till texten ovanför",
    ),
    ("expected ',' or ']'", "en lista med [ avslutas inte", "sätt kommatecken mellan värdena och ] sist"),
    ("expected ',' or '}'", "en mappning med { avslutas inte", "sätt kommatecken mellan paren och } sist"),
    (
        "expected '-' indicator",
        "raden hör inte till listan ovanför",
        "börja raden med - i samma indrag, eller dra in den",
    ),
    ("expected <block end>", "raden har fel indrag", "ge raden samma indrag som de andra på sin nivå"),
    ("did not find expected key", "raden har fel indrag", "ge raden samma indrag som de andra nycklarna på sin nivå"),
    (
        "block sequence entries are not allowed",
        "en lista börjar mitt på en rad",
        "börja listan på en ny rad under nyckeln",
    ),
    ("end of stream", "ett citattecken avslutas inte", "sätt avslutande \" eller ' där texten slutar"),
    (
        "unknown escape character",
        "ett omvänt snedstreck står före ett tecken som inte kan följa det",
        "skriv \\\\ för ett snedstreck, eller använd enkla citattecken",
    ),
    ("document indicator", "--- eller ... står mitt i en text", "dra in raden, eller sätt citattecken om den"),
    (
        "cannot start any token",
        "raden börjar med ett tecken som har en egen betydelse i YAML",
        'sätt citattecken om texten: "@…", "`…" och "%…" måste ha dem',
    ),
    ("while scanning a directive", "raden börjar med %", 'sätt citattecken om texten: "%…"'),
    ("alphabetic or numeric character", "ett & eller * saknar namn", 'sätt citattecken om texten: "&…" eller "*…"'),
    ("undefined tag handle", "en YAML-tagg med ! används inte här", 'sätt citattecken om texten: "!…"'),
    (
        "expected node content",
        "ett värde saknas här",
        "skriv värdet, eller avsluta listan med ] eller mappningen med } om en sådan är öppen",
    ),
    ("duplicate anchor", "samma & står två gånger", "ge dem olika namn"),
)


def indented_otherwise(lines: Sequence[str]) -> int:
    """Return the number of the first line that is indented with spaces of another kind than YAML counts, or 0."""
    return next((n for n, line in enumerate(lines, 1) if line.lstrip(" ").startswith(_OTHER_SPACES)), 0)


def explain(problem: str, line: str, *, at_tab: bool) -> tuple[str, str, str]:
    """Return code, message and help for a parser's problem; ``at_tab`` tells that a tab stands before the place.

    ``line`` is the line it stands on: curved quotation marks where YAML takes straight ones are what it stumbled at.
    """
    lowered = problem.lower()
    if _CURVED.search(line):
        return _QUOTES
    if at_tab and ("token" in lowered or "tab" in lowered or "indentation" in lowered):
        return _TAB
    for words, message, help_line in _WORDS:
        if words in lowered:
            return "ING110", message, help_line
    return "ING110", "filen följer inte YAML:s regler här", "jämför indrag, kolon och citattecken med raderna omkring"


def starts_before(problem: str) -> bool:
    """Return whether the fault is where the parser's construct began rather than where it gave up."""
    return "expected ':'" in problem or "end of stream" in problem
