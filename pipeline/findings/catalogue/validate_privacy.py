"""Findings VAL600-VAL604, about personal data and secrecy: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL600",
        severity=Severity.ERROR,
        title="ett personnummer står i texten",
        what="Texten har ett personnummer eller samordningsnummer: datumet finns och kontrollsiffran stämmer. "
        "Numret visas inte i fyndet.",
        why="Handlingen publiceras, och ett personnummer får inte spridas utan skäl.",
        example="i texten står ett personnummer",
        action="ta bort numret ur texten",
    ),
    Entry(
        code="VAL601",
        severity=Severity.WARNING,
        title="ett telefonnummer står i texten",
        what="Texten har ett telefonnummer. Numret visas inte i fyndet.",
        why="Ett telefonnummer är en personuppgift när det går till en person, och inaktuellt innan handlingen är det.",
        example="i texten står ett telefonnummer",
        action="ta bort numret, eller godta det i undantag.yaml om det går till en växel",
    ),
    Entry(
        code="VAL602",
        severity=Severity.WARNING,
        title="en e-postadress står i texten",
        what="Texten har en e-postadress. Adressen visas inte i fyndet.",
        why="En adress till en person är en personuppgift, och en publicerad adress samlas in av andra.",
        example="i texten står en e-postadress",
        action="ta bort adressen, eller godta den i undantag.yaml om den är myndighetens egen",
    ),
    Entry(
        code="VAL603",
        severity=Severity.NOTE,
        title="en grupp är så liten att den kan kännas igen",
        what="Texten säger något känsligt, om hälsa, stöd, våld eller anmälan, om färre än fem personer.",
        why="Den som känner verksamheten vet vilka de är.",
        example="två elever är så få att de kan kännas igen, och meningen säger något känsligt om dem",
        action="skriv färre än fem, eller utan antal",
    ),
    Entry(
        code="VAL604",
        severity=Severity.NOTE,
        title="texten talar om sekretess",
        what="Texten nämner sekretess, skyddade personuppgifter eller säkerhetsskydd, men ärendet har ingen sekretess "
        "angiven i arende.yaml.",
        why="Det som är hemligt ska inte stå i en handling som publiceras.",
        example='texten nämner "sekretessbelagda" men ärendet har ingen sekretess angiven',
        action="läs stycket en gång till; skriv sekretessen i arende.yaml om den gäller",
    ),
)
