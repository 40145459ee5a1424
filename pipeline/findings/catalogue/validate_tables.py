"""Findings VAL200-VAL229, about the tables: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

_WHY_SUM = (
    "Den som läser räknar efter; en summa som inte stämmer gör att ingen annan siffra i rapporten går att lita på."
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL201",
        severity=Severity.ERROR,
        title="en summa stämmer inte",
        what="Raderna som en summa är summan av ger ett annat belopp än det som står. Vilka raderna är säger "
        "rapport.yaml (summor), bladets formler eller radernas ordning. Toleransen är en halv enhet av sista decimalen "
        "för varje avrundat belopp, och ingen alls för en formel.",
        why=_WHY_SUM,
        example="Summa intäkter Utfall 2023: 540,3 + 9,6 = 549,9 men i cellen står 594,9",
        action="rätta det belopp som är fel, eller skriv under summor i rapport.yaml vilka rader som ingår",
    ),
    Entry(
        code="VAL202",
        severity=Severity.NOTE,
        title="ett belopp skiljer på sista decimalen",
        what="Beloppet avviker från det som de andra ger, men inte mer än avrundning kan förklara. Nästan alla andra "
        "belopp stämmer exakt.",
        why="Där allt annat stämmer på sista decimalen är en avvikelse oftare ett skrivfel än en avrundning.",
        example="Summa kostnader Budget 2023: 73,2 + 4,5 = 77,7 men i cellen står 77,8",
        action="jämför med underlaget",
    ),
    Entry(
        code="VAL203",
        severity=Severity.ERROR,
        title="en avvikelse är inte skillnaden mellan sina kolumner",
        what="En avvikelse är utfall minus budget, eller prognos minus årsbudget, för samma period. Här ger de två "
        "kolumnerna ett annat belopp än det som står.",
        why="Avvikelsen är det som nämnden styr efter.",
        example="Övriga intäkter Budgetavvikelse: 45,3 − 35,3 = 10,0 men i cellen står 1,0",
        action="rätta beloppet som är fel, eller kolumnernas scenario och period i rapport.yaml",
    ),
    Entry(
        code="VAL204",
        severity=Severity.ERROR,
        title="en formel ger ett annat värde än det sparade",
        what="Cellens formel, uträknad på bladets egna värden, ger ett annat tal än det som är sparat i cellen och "
        "trycks.",
        why="Arbetsboken är ändrad utan att räknas om; det tryckta talet hör till en äldre version.",
        example="Resultat Utfall 2023: 12,8 + 3,1 = 15,9 men i cellen står 15,4 (formeln =C11+C12)",
        action="öppna arbetsboken, räkna om den och spara",
    ),
    Entry(
        code="VAL205",
        severity=Severity.WARNING,
        title="en summa går inte att räkna fram",
        what="Raden är en summa, men inga rader i tabellen ger den.",
        why="Antingen är flera belopp fel eller saknas en rad, eller så har summan rader som inte går att gissa.",
        example="Totalt Antal: 12 + 7 = 19 men i cellen står 31",
        action="rätta beloppen, eller skriv under summor i rapport.yaml vilka rader som ingår",
    ),
    Entry(
        code="VAL206",
        severity=Severity.WARNING,
        title="en kolumn med avvikelser stämmer inte med sina kolumner",
        what="Scenario och period säger vilka två kolumner som ger avvikelsen, men de flesta rader ger något annat.",
        why="Antingen är kolumnerna förväxlade eller så är scenario och period fel angivna.",
        example='kolumnen "Avvikelse" är inte "Utfall" minus "Budget" på 9 rader',
        action="rätta kolumnernas scenario och period i rapport.yaml, eller bladet",
    ),
    Entry(
        code="VAL207",
        severity=Severity.WARNING,
        title="en summa summerar inte samma rader i alla kolumner",
        what="Formeln i en kolumn tar med andra rader än formlerna i de andra kolumnerna på samma rad.",
        why="En rad som läggs till sist hamnar lätt utanför en av formlerna.",
        example='formeln för Summa kostnader Budget summerar andra rader: "Övriga kostnader"',
        action="rätta formeln i arbetsboken",
    ),
    Entry(
        code="VAL208",
        severity=Severity.WARNING,
        title="en rad står två gånger i en tabell",
        what="Två rader har samma rubrik och samma belopp.",
        why="En rad som kopierats räknas två gånger av den som läser.",
        example='raden "Lokalkostnader" står två gånger med samma belopp',
        action="ta bort den ena raden",
    ),
    Entry(
        code="VAL209",
        severity=Severity.WARNING,
        title="samma summa är olika i två tabeller",
        what="Två tabellers summor är lika i en kolumn men inte i en annan med samma scenario och period.",
        why="Den som läser båda tabellerna vet inte vilken som gäller.",
        example="Summa RR Avvikelse 2023 är 12,5 men Summa nämnden Avvikelse 2023 är 12,6",
        action="rätta den tabell som är fel, eller skriv lika i rapport.yaml där raderna ska vara lika",
    ),
    Entry(
        code="VAL210",
        severity=Severity.ERROR,
        title="två rader som ska vara lika är olika",
        what="Under lika i rapport.yaml står att en rad säger samma sak som en rad i en annan tabell, men "
        "beloppen skiljer sig åt.",
        why="Den som läser båda tabellerna vet inte vilken som gäller.",
        example="Summa nämnden Budget 2023 är −491,9 men Ersättning Budget 2023 är 490,9",
        action="rätta den tabell som är fel",
    ),
    Entry(
        code="VAL211",
        severity=Severity.WARNING,
        title="lika i rapport.yaml går inte att följa",
        what="Nyckeln lika nämner en tabell, en rad eller kolumner som inte finns.",
        why="Jämförelsen som någon har bett om görs inte.",
        example="lika nämner tabellen rr, som inte finns",
        action="rätta namnet under lika i rapport.yaml",
    ),
    Entry(
        code="VAL212",
        severity=Severity.WARNING,
        title="en rad byter tecken mellan kolumnerna",
        what="Raden är negativ i alla kolumner utom en, eller positiv i alla utom en, och beloppen är av samma "
        "storlek.",
        why="Ett tappat minustecken gör en kostnad till en intäkt.",
        example="Personal Budget 2023 är 86,8 men Personal Utfall 2023 är −83,5",
        action="rätta tecknet i arbetsboken",
    ),
    Entry(
        code="VAL213",
        severity=Severity.NOTE,
        title="en kolumn blandar antal decimaler",
        what="De flesta beloppen i kolumnen visas med lika många decimaler, men inte alla.",
        why="Tal med olika antal decimaler går inte att jämföra med ögat, och läsaren undrar vad som är avrundat.",
        example="kolumnen Utfall visas med 1 decimaler men Personal med 3",
        action="ge cellerna samma talformat i arbetsboken",
    ),
    Entry(
        code="VAL214",
        severity=Severity.NOTE,
        title="periodens budget är en annan andel av årets än perioden av året",
        what="Budgeten för en del av året avviker med mer än 15 procent från den del av årsbudgeten som "
        "månaderna svarar mot.",
        why="En budget som är ojämnt fördelad över året behöver sägas, annars syns avvikelser som inte finns.",
        example="Lokaler Budget aug är 2,0 men årets budget ger 6,5 × 8 av 12 månader = 4,3",
        action="kontrollera periodiseringen, eller förklara den i texten",
    ),
    Entry(
        code="VAL215",
        severity=Severity.NOTE,
        title="prognosen kräver en annan takt än den hittillsvarande",
        what="Det som återstår av prognosen skulle ge mindre än hälften eller mer än dubbelt så mycket i månaden "
        "som perioden har gjort.",
        why="Antingen är prognosen inte uppdaterad eller så händer något i slutet av året som läsaren behöver veta.",
        example="Övriga intäkter är 5,7 i månaden, men prognosen ger 0,8 i månaden de 4 månader som återstår",
        action="kontrollera prognosen, eller förklara den i texten",
    ),
    Entry(
        code="VAL216",
        severity=Severity.NOTE,
        title="en avvikelse byter tecken utan att texten säger varför",
        what="Avvikelsen för perioden och avvikelsen i prognosen har olika tecken och är båda stora, men ingen "
        "text nämner raden.",
        why="Nämnden ser ett överskott som ska bli ett underskott och får inte veta hur.",
        example="Övriga intäkter Avvikelse aug är 10,0 men Avvikelse prognos är −4,6",
        action="förklara raden i texten",
    ),
    Entry(
        code="VAL217",
        severity=Severity.NOTE,
        title="tomma celler och nollor blandas",
        what="I tabellen är några celler tomma och andra 0.",
        why="Läsaren kan inte veta om en tom cell är noll eller ett värde som saknas.",
        example="Köp Budget är tom men Köp Utfall är 0",
        action="skriv 0 där värdet är noll, och låt bara det vara tomt som saknas",
    ),
)
