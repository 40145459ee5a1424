"""Findings VAL262-VAL267, which way words, rows and indicators go: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL262",
        severity=Severity.WARNING,
        title="ordet säger upp men talen går ned, eller tvärtom",
        what="Meningen har två tal och ett ord för hur det har gått (ökat, minskat, högre än, lägre än), men talen "
        "går åt andra hållet.",
        why="Antingen är ordet fel, eller så har talen bytt plats.",
        example='texten säger "minskat" men 7,4 procent är större än 6,9 procent: "Sjukfrånvaron har minskat från 6,9 '
        'till 7,4 procent."',
        action="rätta ordet, eller byt plats på talen",
    ),
    Entry(
        code="VAL263",
        severity=Severity.WARNING,
        title="en rad är inte som texten säger",
        what="Meningen säger utan tal att en rad har överskott eller underskott, ligger över eller under budget, eller "
        "är mer eller mindre än året innan, men raden i tabellen säger motsatsen i alla sina kolumner. Detsamma gäller "
        "nämnden eller resultatet, mot resultatets sista rad.",
        why="Nämnden läser meningen och inte tabellen.",
        example='texten säger "Personalkostnaderna har minskat jämfört med föregående år" men i tabellen går '
        "Personalkostnader från −73,2 till −83,5",
        action="rätta meningen, eller beloppen i tabellen",
    ),
    Entry(
        code="VAL264",
        severity=Severity.WARNING,
        title="en indikator har inte gått som texten säger",
        what="Meningen säger utan tal att en indikator har ökat, minskat, förbättrats eller försämrats, men dess två "
        "senaste år i tabellen går åt andra hållet. Bättre och sämre följer indikatorns riktning.",
        why="Nämnden läser meningen och inte tabellen.",
        example='texten säger "Sjukfrånvaron minskar" men "Total sjukfrånvaro, %" går från 6,8 till 7,4',
        action="rätta meningen, värdet eller riktningen; säg vilken tid som avses om det är en annan än tabellens",
    ),
    Entry(
        code="VAL265",
        severity=Severity.NOTE,
        title="en trend och indikatorns värden går åt olika håll",
        what="Trendpilen eller trendordet för en indikator går varken som värdet eller som dess riktning; eller "
        "trenden för ett avsnitt är uppåt fast alla dess indikatorer med riktning blev sämre, eller nedåt fast alla "
        "blev bättre.",
        why="Pilen är det som läses först, och den säger emot talen bredvid.",
        example='Trend för "Engagemang, index" är ↗ men värdet går från 79 till 72 och högre är bättre',
        action="rätta pilen eller värdena, eller skriv vad trenden grundas på",
    ),
    Entry(
        code="VAL266",
        severity=Severity.NOTE,
        title="ett värde är av en annan storlek än indikatorns andra",
        what="Ett av indikatorns värden är minst dubbelt så stort eller hälften så stort som de andra, som liknar "
        "varandra, eller fem gånger så stort där det bara finns ett annat. Ett mål får vara högre ställt.",
        why="Det är ofta ett decimaltecken eller en siffra som har hamnat fel.",
        example='"Barn per årsarbetare i förskolan" har 12,3 men annars 5,4, 5,2',
        action="jämför värdet med underlaget",
    ),
    Entry(
        code="VAL267",
        severity=Severity.WARNING,
        title="en annan rad har den största avvikelsen",
        what="Meningen säger att en rad har den största avvikelsen, det största underskottet eller det största "
        "överskottet, men i radens tabell har en annan rad ett större i alla kolumner.",
        why="Nämnden riktar sina åtgärder mot det som sägs vara störst.",
        example='texten säger "Fritidshem står för det största underskottet" men i tabellen är det Grundskola',
        action="rätta meningen, eller beloppen i tabellen",
    ),
)
