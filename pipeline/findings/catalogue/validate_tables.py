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
)
