"""The texts that the departments of the second case deliver as Word files."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "kunskap.docx": (
        (
            "Målet bedöms ha viss måluppfyllelse. Resultaten har förbättrats något men når inte de nivåer som nämnden "
            "har satt för 2024."
        ),
        (
            "Av eleverna i årskurs 9 var 85,6 procent behöriga till ett yrkesprogram våren 2023. Målet för 2024 är 88,0 "
            "procent. Det genomsnittliga meritvärdet var 221,7, och målet är 225,0."
        ),
        "Skolorna arbetar med tre utvecklingsområden:",
        "* läsning i alla ämnen,",
        "* matematik i de tidiga årskurserna,",
        "* stöd till elever med hög frånvaro.",
        (
            "På Granviks gymnasium tog 72,9 procent av eleverna examen inom tre år. Målet på 75,0 procent är därmed inte "
            "uppnått. Gymnasiet har infört mentorstid varje dag och följer elevernas närvaro vecka för vecka."
        ),
        (
            "Trenden är stabil. Skillnaderna mellan skolorna är fortfarande stora, och nämnden följer särskilt de skolor "
            "där resultaten är lägst."
        ),
    ),
    "forskola.docx": (
        "Målet bedöms ha god måluppfyllelse. Båda indikatorerna är bättre än målet.",
        (
            "Antalet barn per årsarbetare har minskat från 5,4 till 5,2. Det beror främst på att barnkullarna är mindre. "
            "Förvaltningen har valt att behålla personal i de områden där behoven är störst."
        ),
        (
            "Andelen förskollärare med legitimation är 44 procent, och målet är 43 procent. Fyra barnskötare läser till "
            "förskollärare med stöd av kommunen."
        ),
        "Trenden är stabil. Alla förskolor använder samma stöd för dokumentation sedan hösten 2023.",
    ),
    "kontroll.docx": (
        "Nämnden antog planen för intern kontroll i december 2023. Planen har sex kontrollområden.",
        (
            "Under perioden har tre av kontrollerna genomförts: skolpliktsbevakning, attest av fakturor och hantering av "
            "personuppgifter. Inga avvikelser har konstaterats."
        ),
        "Övriga kontroller genomförs under hösten och redovisas i årsbokslutet.",
    ),
}
