"""Findings about relations between cells, sentences and papers: VAL218-220, VAL244-245, VAL315-317, VAL508-511.

See ``pipeline.findings.catalogue``.
"""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL218",
        severity=Severity.WARNING,
        title="en cell är tom",
        what="En ensam cell är tom bland belopp på rad och i kolumn, eller en summa saknas fast dess rader har belopp.",
        why="En tom cell läses som att uppgiften saknas; noll skrivs 0.",
        example="Kansliet Budget 2023 är tom, men alla andra celler på raden och i kolumnen har belopp",
        action="skriv beloppet, eller 0, i cellen",
    ),
    Entry(
        code="VAL219",
        severity=Severity.WARNING,
        title="en avvikelse har fel tecken",
        what="Plus är bra för både kostnader och intäkter i kolumnen med avvikelser, men på en rad är det tvärtom.",
        why="Ett underskott läses som ett överskott.",
        example="Resultat Avvikelse är 4 000 men med samma tecken som på de andra raderna ger −4 000 mot 0 −4 000",
        action="vänd tecknet i cellen, eller kontrollera de andra raderna",
    ),
    Entry(
        code="VAL220",
        severity=Severity.WARNING,
        title="två belopp kan ha bytt plats",
        what="Två belopp i en kolumn passar varandras rader, så som alla andra kolumner har dem, men inte sina egna.",
        why="Summan blir rätt ändå, så ingen kontrollräkning visar felet.",
        example="Hyror Utfall är 4 100 och Löner Utfall är 320: beloppen passar varandras rader",
        action="jämför de två cellerna med underlaget",
    ),
    Entry(
        code="VAL244",
        severity=Severity.WARNING,
        title="meningen talar om en annan rad än talet",
        what="Meningen börjar med en rad eller en tabell, men talet kommer från en annan rad.",
        why="Läsaren tror att talet är radens.",
        example='"Kommunbidraget för 2024 är −1,9 miljoner kronor" talar om Kommunbidrag men −1,9 är resultat',
        action="hänvisa till radens eget nyckeltal, eller rätta talet",
    ),
    Entry(
        code="VAL245",
        severity=Severity.WARNING,
        title="samma ord, ett annat belopp",
        what="Orden före beloppet står på flera ställen med ett och samma belopp, men på ett ställe med ett annat.",
        why="Ett av ställena blev inte ändrat.",
        example='"… på helår uppgår till 540,3 mnkr" men på 3 andra ställen står 6,6 mnkr efter orden',
        action="rätta beloppet, eller skriv det som ett nyckeltal",
    ),
    Entry(
        code="VAL315",
        severity=Severity.WARNING,
        title="texten och symbolen säger olika",
        what="En mening nämner ett avsnitts trend eller bedömning, nu eller förut, men rapport.yaml säger något annat.",
        why="Nämnden ser symbolen och läser meningen; en av dem är fel.",
        example='texten säger "Trenden är stigande" men trend för Skola är Fallande',
        action="rätta meningen, eller trend, bedömning eller föregående i rapport.yaml",
    ),
    Entry(
        code="VAL316",
        severity=Severity.WARNING,
        title="texten räknar ändringarna fel",
        what="Texten säger hur många bedömningar eller trender som har ändrats, men rapport.yaml ger ett annat antal.",
        why="En ändring som inte nämns går nämnden förbi.",
        example='texten säger "Två förändringar har skett" men ändrade sedan förra rapporten är Skola, Vård, Miljö',
        action="rätta antalet, eller trend, bedömning och föregående i rapport.yaml",
    ),
    Entry(
        code="VAL317",
        severity=Severity.WARNING,
        title="samma åtaganden får två status i en mening",
        what="Status gäller enligt profilens förklaring vid årets slut. En mening räknar åtaganden med en status och "
        "säger i samma andetag att de har en annan under året.",
        why="Båda kan inte stämma: ett ord har fallit bort eller bytts, ofta ett inte.",
        example='texten säger "Två åtaganden är försenade och beräknas bli klara under året" men status gäller '
        'vid årets slut, då bara en av "Försenat" och "Klart" kan stämma',
        action="läs meningen, och rätta den eller status i rapport.yaml",
    ),
    Entry(
        code="VAL508",
        severity=Severity.WARNING,
        title="mappen och diarienumret är olika",
        what="Mappens namn ser ut som ett diarienummer men är inte ärendets.",
        why="Antingen har mappen kopierats från ett annat ärende eller så är diarienumret felskrivet.",
        example='mappen heter "ks-2024-17" men diarienumret är KS/2024:71',
        action="rätta diarienumret i arende.yaml, eller byt namn på mappen",
    ),
    Entry(
        code="VAL509",
        severity=Severity.WARNING,
        title="ett diarienummer i texten är nästan ärendets",
        what="Texten nämner ett diarienummer som skiljer sig från ärendets på ett enda tecken.",
        why="Det är oftast en felskrivning, och handlingen hamnar i fel ärende.",
        example="texten säger KS/2024:18 men ärendets diarienummer är KS/2024:17",
        action="rätta det som är fel",
    ),
    Entry(
        code="VAL510",
        severity=Severity.WARNING,
        title="nämnden heter olika",
        what="Nämnden skrivs nästan lika men inte lika i ärendet och i rapporten.",
        why="Ett av namnen är felskrivet, och båda trycks.",
        example='nämnden heter "Kulturnämnden" i ärendet men "Kulturnämden" i rapporten',
        action="rätta namnet i arende.yaml eller rapport.yaml",
    ),
    Entry(
        code="VAL511",
        severity=Severity.NOTE,
        title="sammanträdet är långt efter dokumentet",
        what="Sammanträdet är fler dagar efter dokumentets datum än profilen låter passera (dagar till "
        "sammanträdet, 42 om inget sägs).",
        why="Ett av datumen är ofta fel, på månaden eller året.",
        example="sammanträdet är 2024-07-28, 75 dagar efter dokumentets datum 2024-05-14",
        action="rätta datum eller sammanträde i arende.yaml",
    ),
)
