"""Findings VAL230-VAL249, about the numbers of the prose: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL230",
        severity=Severity.NOTE,
        title="ett tal i texten har ingen källa",
        what="Talet är inte hämtat ur ett nyckeltal, och ingen tabell, indikator eller räkning i ärendet har värdet.",
        why="Ingen kan kontrollera ett tal som bara står i texten, och det följer inte med när underlaget ändras.",
        example="120 medarbetare står bara i texten",
        action="skriv talet i nyckeltal.yaml och hämta det därifrån, eller kontrollera det för hand",
    ),
    Entry(
        code="VAL231",
        severity=Severity.WARNING,
        title="ett tal kallas något annat än det är",
        what="Meningen kallar talet budget, prognos, utfall eller avvikelse, men det värde som talet har är "
        "något av de andra.",
        why="Nämnden tror sig läsa budgeten men läser prognosen.",
        example="intäkterna budgeteras till 540,3, men 540,3 är prognos",
        action="hämta talet ur rätt kolumn, eller skriv om meningen",
    ),
    Entry(
        code="VAL232",
        severity=Severity.WARNING,
        title="ett tal är från en annan period än meningen säger",
        what="Meningen nämner ett år, eller helår, och talet är ett värde ur tabellerna från en annan period.",
        why="Ett tal från fel år är fel även om det är rätt avskrivet.",
        example="utfallet 2022 uppgår till 15,9, men 15,9 är utfall 2023",
        action="hämta talet ur rätt kolumn, eller skriv om meningen",
    ),
    Entry(
        code="VAL233",
        severity=Severity.WARNING,
        title="tecknet och ordet säger emot varandra",
        what="Ordet underskott eller negativ står vid ett tal med plus, eller överskott eller positiv vid ett "
        "med minus.",
        why="Läsaren vet inte om ordet eller tecknet gäller.",
        example="ett underskott på +4,6 mnkr",
        action="rätta ordet eller tecknet",
    ),
    Entry(
        code="VAL234",
        severity=Severity.WARNING,
        title="samma mening har olika tal på två ställen",
        what="En mening står på två ställen med samma ord men med olika tal.",
        why="Ett av ställena är inte uppdaterat.",
        example="125 anställda i beslutet men 124 i bilagan",
        action="hämta båda talen ur samma nyckeltal",
    ),
    Entry(
        code="VAL235",
        severity=Severity.WARNING,
        title="en lista i texten summerar inte till sin summa",
        what="Raderna i en lista med belopp ger ett annat belopp än raden som börjar med Totalt eller Summa.",
        why="Listan förklarar något som den inte räcker till.",
        example="1,0 + 5,0 = 6,0 men i texten står 6,6",
        action="rätta beloppen i listan",
    ),
    Entry(
        code="VAL236",
        severity=Severity.WARNING,
        title="delar och helhet i en mening stämmer inte",
        what="Kvinnor och män ger tillsammans ett annat antal än helheten, eller en del är större än sin helhet.",
        why="Läsaren ser det direkt och slutar lita på resten.",
        example="av de 108 är 71 kvinnor och 38 män: 71 + 38 = 109 men helheten är 108",
        action="rätta det tal som är fel",
    ),
    Entry(
        code="VAL237",
        severity=Severity.WARNING,
        title="en förändring går åt andra hållet än meningen säger",
        what="Meningen säger att något har ökat, men talet efter till är mindre än talet efter från, eller tvärtom.",
        why="Antingen är talen omkastade eller så är ordet fel.",
        example="indexet har ökat från 83 till 79",
        action="rätta ordet eller talen",
    ),
    Entry(
        code="VAL238",
        severity=Severity.WARNING,
        title="ett mål i texten är ett annat än indikatorns",
        what="Texten säger ett målvärde för en indikator som har ett annat mål i tabellen.",
        why="Nämnden bedömer resultatet mot målet.",
        example="målet på 3,5 procent men målet för Sjukfrånvaro är 3,0 % i tabellen",
        action="rätta texten eller tabellen",
    ),
    Entry(
        code="VAL239",
        severity=Severity.WARNING,
        title="ett mål är inte nått så som texten säger",
        what="Texten säger att målet är nått, eller inte nått, men talen och indikatorns riktning säger motsatsen.",
        why="En måluppfyllelse som inte finns är det allvarligaste en uppföljning kan påstå.",
        example="84 % mot målet 85 %, som är därmed uppnått",
        action="rätta talen eller meningen",
    ),
    Entry(
        code="VAL240",
        severity=Severity.WARNING,
        title="ett hämtat tal har en annan enhet i texten",
        what="Enheten efter talet är en annan än den som nyckeltalet har.",
        why="Talet är rätt men meningen fel med tre nollor.",
        example="15,9 tusen kronor: nyckeltalet resultat är i miljoner kronor",
        action="skriv nyckeltalets enhet i texten",
    ),
    Entry(
        code="VAL241",
        severity=Severity.NOTE,
        title="en lista i texten skiljer från sin summa på sista decimalen",
        what="Raderna i en lista ger nästan det belopp som summaraden har; skillnaden kan vara avrundning.",
        why="Den som räknar efter undrar vad som saknas.",
        example="1,0 + 5,1 = 6,1 men i texten står 6,0",
        action="jämför med underlaget",
    ),
)
