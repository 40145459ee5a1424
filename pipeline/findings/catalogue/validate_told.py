"""Findings VAL246-VAL248 and VAL256-VAL261, what the prose and names tell of values.

See ``pipeline.findings.catalogue``.
"""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL246",
        severity=Severity.WARNING,
        title="ett minustecken vid ett ord som redan säger mindre",
        what="Talet är tryckt med minus och ordet bredvid säger samma sak: sämre, lägre, mindre, färre, minskat med.",
        why="Minus tre sämre kan läsas som tre bättre.",
        example='"−3,2 tkr sämre än budget"',
        action="skriv talet utan minus (ett nyckeltal: {namn:-}), eller byt ord",
    ),
    Entry(
        code="VAL247",
        severity=Severity.NOTE,
        title="ett minustecken vid ordet underskott",
        what="Talet är tryckt med minus efter underskott på, minus på, förlust på eller minskning på.",
        why="Ordet säger redan vad tecknet säger, och ett negativt underskott kan läsas som ett överskott.",
        example='"ett underskott på −3,2 tkr"',
        action="skriv talet utan minus (ett nyckeltal: {namn:-}), eller byt ord",
    ),
    Entry(
        code="VAL248",
        severity=Severity.WARNING,
        title="ett nyckeltal heter något annat än sin kolumn",
        what="Nyckeltalets namn säger utfall, budget, prognos eller avvikelse, men värdet ligger i en kolumn av "
        "annat slag.",
        why="Pekar nyckeltalet på en cells adress räcker det att någon har infogat en kolumn för att talet "
        "ska bli ett annat.",
        example='nyckeltalet netto_utfall heter utfall men ligger i kolumnen "Budget 2025", som är budget',
        action="peka på rätt kolumn, helst med tabell, rad och kolumn, eller byt namn på nyckeltalet",
    ),
    Entry(
        code="VAL256",
        severity=Severity.WARNING,
        title="ett ungefärligt tal är på fel sida om värdet, eller långt ifrån det",
        what="Ord som drygt, knappt, nästan, strax under, cirka, över och mer än gör talet till ett intervall, och "
        "värdet som talet står för ligger utanför det. Nära är högst ett steg av talets sista siffra som inte är "
        "noll, och högst 15 procent av talet. En andel i ord prövas mot procenttalet inom parentes efter den.",
        why="Den som läser drygt fem tror att det är mer än fem.",
        example='"drygt 7 miljoner kronor" men prognosen är 6,6',
        action="byt ord, eller skriv värdet som det är",
    ),
    Entry(
        code="VAL257",
        severity=Severity.WARNING,
        title="ett värde för helheten ligger inte mellan delarnas",
        what="Texten eller en tabell med indikatorer ger ett procenttal för alla och ett för var del, såsom kvinnor "
        "och män. Helhetens värde är mindre än den minsta delens eller större än den största.",
        why="Ett genomsnitt ligger alltid mellan delarna; ett av talen är fel eller gäller någon annan tid.",
        example="kvinnor 2,5 procent och män 1,1 procent, men för alla 2,9 procent",
        action="jämför de tre talen med underlaget",
    ),
    Entry(
        code="VAL258",
        severity=Severity.NOTE,
        title="ett värde för helheten är inte delarnas vägda medelvärde",
        what="Avsnittet säger hur många delarna är, och helhetens procenttal avviker från det som antalen ger, med "
        "mer än vad avrundning förklarar och en tjugondel av skillnaden mellan delarna.",
        why="Ofta är ett av talen skrivet fel, eller så är antalen från en annan tid. Vägs andelen på annat sätt än "
        "efter antal, till exempel efter arbetad tid, kan skillnaden vara riktig.",
        example="(71 × 2,5 + 37 × 1,1) / 108 = 2,0 men i texten står 2,4 procent",
        action="jämför talen med underlaget",
    ),
    Entry(
        code="VAL259",
        severity=Severity.WARNING,
        title="en avvikelse i texten är inte radens",
        what="Meningen säger hur mycket en rad i en tabell avviker från budgeten, och ingen av radens avvikelser är "
        "så stor, eller så säger meningen överskott där raden bara har underskott. Där meningen förklarar en del av "
        "avvikelsen prövas bara att den inte är större än hela.",
        why="Nämnden läser förklaringen som radens hela avvikelse.",
        example='texten säger att Personal har "ett underskott på 3,3 mnkr" men radens avvikelser är 3,3 och 2,7',
        action="rätta beloppet eller ordet, eller säg vilken del av raden det gäller",
    ),
    Entry(
        code="VAL260",
        severity=Severity.WARNING,
        title="tal vid respektive hör inte till sina namn",
        what="Meningen nämner två rader eller indikatorer och två tal med respektive emellan. Det första talet ska "
        "vara den förstas och det andra den andras, men talen har bytt plats, eller så är bara det ena rätt.",
        why="Läsaren ger varje namn det andras tal.",
        example='"Intäkter och kostnader är 360,5 respektive 373,3 mnkr" men Intäkter är 373,3 och Kostnader är 360,5',
        action="byt plats på talen eller namnen, eller rätta talet",
    ),
    Entry(
        code="VAL261",
        severity=Severity.WARNING,
        title="en förändring i procent stämmer inte med beloppen",
        what="Meningen säger en ökning eller minskning i procent, och de två tal som den nämner, eller radens utfall i "
        "tabellens två år, ger en annan, mer än avrundningen förklarar.",
        why="Procenttalet är oftast kvar från förra rapporten, eller räknat på fel belopp.",
        example='"från 200 till 230 mnkr, en ökning med 13 procent" men det är 15,0 procent',
        action="räkna om procenttalet, eller rätta beloppen",
    ),
)
