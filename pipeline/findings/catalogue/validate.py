"""Findings of the kind VAL, about what the case says: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL102",
        severity=Severity.ERROR,
        title="en rubrik som beslutet måste ha saknas",
        what="Profilen kräver en rubrik som inget avsnitt i arende.yaml har.",
        why="Den som beslutar och den som söker i efterhand räknar med att finna rubriken i varje beslut.",
        example="avsnitt utan Ärendebeskrivning",
        action="lägg till avsnittet under avsnitt i arende.yaml",
    ),
    Entry(
        code="VAL103",
        severity=Severity.ERROR,
        title="ett avsnitt i beslutet är tomt",
        what="Avsnittet har en rubrik men texten under den är tom.",
        why="En tom rubrik i ett beslut ser ut som om något har fallit bort.",
        example="texter/arendebeskrivning.md är tom",
        action="skriv texten, eller ta bort avsnittet om det inte behövs",
    ),
    Entry(
        code="VAL106",
        severity=Severity.ERROR,
        title="bilagan heter olika i ärendet och i rapporten",
        what="Bilagans titel i arende.yaml och rapportens titel i rapport.yaml skiljer sig åt.",
        why="Beslutet skulle hänvisa till en bilaga med ett annat namn än det som står på den.",
        example="bilaga: Delårsrapport 2 2023, men rapporten: Delårsrapport 2 2022",
        action="skriv samma titel på båda ställena",
    ),
    Entry(
        code="VAL107",
        severity=Severity.ERROR,
        title="perioden slutar innan den börjar",
        what="Periodens sista dag ligger före den första.",
        why="Rapporten skulle gälla en tid som inte finns.",
        example="från: 2023-08-31, till: 2023-01-01",
        action="byt plats på dagarna eller rätta den som är fel, i rapport.yaml",
    ),
    Entry(
        code="VAL108",
        severity=Severity.ERROR,
        title="dokumentet är daterat före periodens slut",
        what="Beslutsdokumentets datum ligger före den sista dagen i den period som rapporten gäller.",
        why="Ingen kan ha följt upp en period som ännu inte är slut; ett av datumen är felskrivet.",
        example="datum: 2023-07-10, men perioden slutar 2023-08-31",
        action="rätta datum i arende.yaml eller perioden i rapport.yaml",
    ),
    Entry(
        code="VAL109",
        severity=Severity.ERROR,
        title="sammanträdet ligger före dokumentets datum",
        what="Sammanträdets dag ligger före den dag som beslutsdokumentet är daterat.",
        why="Handlingen måste finnas innan nämnden sammanträder.",
        example="datum: 2023-10-24, sammanträde: 2023-10-10",
        action="rätta ett av datumen i arende.yaml",
    ),
    Entry(
        code="VAL110",
        severity=Severity.ERROR,
        title="samma id används två gånger",
        what="Två mål, åtaganden eller indikatorer har samma id.",
        why="Id:t är det som följer ett mål från rapport till rapport; två med samma id går inte att skilja åt.",
        example="två åtaganden med id: sme",
        action="ge ett av dem ett eget id i rapport.yaml",
    ),
    Entry(
        code="VAL900",
        severity=Severity.ERROR,
        title="en kontroll kunde inte göras",
        what="En av kontrollerna stannade på något som den inte var skriven för.",
        why="Det som ingen har kontrollerat får aldrig läsas som godkänt; de andra kontrollerna gjordes som vanligt.",
        example="ett fel i programmet",
        action="skicka felets text till den som sköter programmet",
    ),
    Entry(
        code="VAL901",
        severity=Severity.WARNING,
        title="ett undantag täcker inget längre",
        what="undantag.yaml godtar en avvikelse som kontrollen inte finner.",
        why="Ett undantag som ligger kvar kan en dag dölja ett nytt fel; avvikelsen är rättad eller flyttad.",
        example="undantaget för VAL202 gäller en tabell som har rättats",
        action="ta bort undantaget ur undantag.yaml, eller rätta dess text och plats",
    ),
    Entry(
        code="VAL902",
        severity=Severity.WARNING,
        title="en kontroll som inte finns är inställd eller undantagen",
        what="Profilens kontroller eller undantag.yaml nämner en kod som ingen kontroll har.",
        why="Inställningen gör ingenting, och den som skrev den tror att den gäller.",
        example="kontroller: {VAL999: av}",
        action="rätta koden; kansli förklara KOD säger vad en kod betyder",
    ),
)
