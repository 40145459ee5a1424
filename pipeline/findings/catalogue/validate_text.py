"""Findings VAL400-VAL431, about wording and typing: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL400",
        severity=Severity.WARNING,
        title="ett stycke står två gånger",
        what="Två stycken i samma dokument har nästan samma ord.",
        why="Ett av dem är kvar av misstag, eller från förra rapporten.",
        example='stycket står också under "Utbildning", med 95 % av orden lika',
        action="ta bort det ena, eller skriv om det",
    ),
    Entry(
        code="VAL401",
        severity=Severity.NOTE,
        title="meningen talar om framtiden men tiden har gått",
        what="Meningen säger att något ska eller kommer att ske under en tid som är före periodens slut.",
        why="Meningen är skriven tidigare i år, eller kopierad från förra rapporten.",
        example='"under våren" är före periodens slut 2023-08-31 men meningen talar om framtiden',
        action="skriv vad som hände",
    ),
    Entry(
        code="VAL402",
        severity=Severity.WARNING,
        title="ett notmärke saknar not",
        what="En asterisk står efter ett ord, men ingen rad i avsnittet börjar med en asterisk.",
        why="Läsaren letar efter en förklaring som inte finns.",
        example='"Klimatevolution*" har ett notmärke men ingen not finns i avsnittet',
        action="skriv noten, eller ta bort asterisken",
    ),
    Entry(
        code="VAL403",
        severity=Severity.NOTE,
        title="ett stycke är oavslutat",
        what="Stycket slutar utan punkt eller mitt i en mening, eller börjar med liten bokstav; eller ett ord saknas "
        "i en fras, eller säger samma sak en gång till (oktober månad).",
        why="Text har fallit bort när den klistrades in.",
        example='stycket slutar mitt i en mening: "… i samverkan med och"',
        action="skriv färdigt meningen",
    ),
    Entry(
        code="VAL404",
        severity=Severity.NOTE,
        title="samma ord står två gånger i rad",
        what="Ett ord är dubblerat.",
        why="Det är ett skrivfel som rättstavningen inte alltid ser.",
        example='"att att": samma ord två gånger',
        action="ta bort det ena",
    ),
    Entry(
        code="VAL405",
        severity=Severity.NOTE,
        title="en mening blandar enheter",
        what="Meningen skriver belopp både som mnkr och som miljoner kronor, eller i andra blandade enheter.",
        why="Läsaren måste räkna om för att jämföra.",
        example="meningen blandar miljoner kronor och mnkr",
        action="använd en enhet i hela meningen",
    ),
    Entry(
        code="VAL406",
        severity=Severity.NOTE,
        title="typografin är inte svensk",
        what="Decimaltecken, procenttecken, streck, mellanslag eller förkortningar är inte som i Svenska skrivregler.",
        why="Papperet ser ofärdigt ut, och ett bindestreck kan läsas som minus.",
        example='procenttecken utan mellanslag ("50%")',
        action="skriv 48,2 och 50 % och 2024–2027",
    ),
    Entry(
        code="VAL407",
        severity=Severity.NOTE,
        title="en mening är lång",
        what="Meningen har fler än 45 ord.",
        why="Språklagen kräver vårdat, enkelt och begripligt språk.",
        example='meningen "I arbetet med planen har företag …" har 52 ord',
        action="dela meningen",
    ),
    Entry(
        code="VAL408",
        severity=Severity.WARNING,
        title="något är kvar att fylla i",
        what="Texten har ett märke för något som skulle skrivas senare (XX, TODO, ??? eller klamrar), "
        "eller ett exempel som kansli ny skrev.",
        why="Det syns i det publicerade papperet.",
        example='"XX" ser ut som något som skulle fyllas i',
        action="fyll i det som saknas",
    ),
    Entry(
        code="VAL409",
        severity=Severity.NOTE,
        title="en jämförelse saknar värde",
        what="Meningen jämför med ett annat år men säger inget värde.",
        why="Läsaren kan inte bedöma skillnaden.",
        example='"högre värde än 2022" jämför med 2022 men säger inget värde',
        action="skriv båda värdena",
    ),
    Entry(
        code="VAL410",
        severity=Severity.NOTE,
        title="en förkortning förklaras inte",
        what="En förkortning i versaler står utan förklaring första gången.",
        why="Ledamöter och allmänhet kan inte organisationens förkortningar.",
        example="förkortningen PUG förklaras inte första gången den står",
        action="skriv ut namnet första gången, med förkortningen inom parentes",
    ),
    Entry(
        code="VAL411",
        severity=Severity.NOTE,
        title="meningen och periodens slut går inte ihop",
        what="Meningen berättar om en del av året som inte är slut när perioden slutar, talar om en start som ska "
        "komma i en del av året som redan har börjat, eller om ett sista år som väntar fast det pågår.",
        why="Meningen är skriven vid ett annat tillfälle än resten, och läsaren vet inte vad som har hänt.",
        example='"Andra halvåret 2023 har" är inte slut när perioden slutar 2023-08-31, men meningen berättar om '
        "det som varit",
        action="skriv vad som har hänt fram till periodens slut, och vad som återstår",
    ),
    Entry(
        code="VAL430",
        severity=Severity.NOTE,
        title="ett ord tycks felstavat",
        what="Ordet finns varken i den svenska ordlistan, i profilens ordlista eller bland ärendets egna namn, och "
        "en bokstav för mycket, för lite, fel eller omkastad skiljer det från ett ord som finns. Varje ord visas en "
        "gång, med alla sina ställen. I tabellers rader och i namn nämns också ord som bara en prick eller ring "
        "skiljer från ett ord som finns.",
        why="Ett stavfel stör läsaren och sår tvivel om resten.",
        example='"bostadsbyggnandet" finns inte i ordlistan, men "bostadsbyggandet" gör det',
        action="rätta ordet, eller skriv det i profilens ordlista om det är rätt",
    ),
    Entry(
        code="VAL431",
        severity=Severity.NOTE,
        title="en mening tycks sakna ett ord eller en ändelse",
        what="Där meningen börjar med sitt subjekt står ett supinum utan har, eller ett substantiv där genitivens s "
        "saknas; efter att står presens; två verb i olika tid står efter varandra; eller ett antal och den status som "
        "följer böjs inte lika (tre avslutat). Eller ord som inte hör ihop: den och ett ord med et, ett particip i "
        "obestämd form före ett substantiv i bestämd, planerar att före passiv, ett bindestreck för mycket eller för "
        "lite, och punkter efter att: som inte börjar med infinitiv.",
        why="Ordlistan ser inte felet, för varje ord är rätt skrivet.",
        example='"Kommunen styrgrupp": ett s tycks saknas, "Kommunens styrgrupp"',
        action="läs meningen och rätta den",
    ),
)
