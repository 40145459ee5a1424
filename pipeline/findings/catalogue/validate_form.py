"""Findings VAL500-VAL507, VAL512-VAL515, about the formalities of a case: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL500",
        severity=Severity.WARNING,
        title="diarienumret är från ett annat år",
        what="Årtalet i diarienumret är varken periodens eller året efter.",
        why="Ett gammalt diarienummer kommer oftast med från förra årets underlag, och handlingen hamnar i fel ärende.",
        example="diarienumret KS/2021:12 är från 2021 men perioden är januari–augusti 2023",
        action="kontrollera diarienumret i arende.yaml",
    ),
    Entry(
        code="VAL501",
        severity=Severity.WARNING,
        title="beslutet nämner inte sin bilaga",
        what="Varken beslutspunkterna eller beslutets text nämner bilagan.",
        why="Nämnden beslutar om något som inte följer med.",
        example='beslutet nämner varken bilaga 1 eller "Delårsrapport 2 2023"',
        action="skriv i beslutet att rapporten är bilaga",
    ),
    Entry(
        code="VAL502",
        severity=Severity.NOTE,
        title="ärendet har ingen handläggare",
        what="Nyckeln handläggare saknas i arende.yaml.",
        why="Den som har frågor om ärendet ska veta vem som svarar.",
        example="ärendet har ingen handläggare",
        action="skriv handläggare i arende.yaml",
    ),
    Entry(
        code="VAL503",
        severity=Severity.WARNING,
        title="rapporten kommer sent efter perioden",
        what="Dokumentets datum, eller sammanträdet, är senare än två månader efter periodens slut; för en rapport "
        "om ett helt år fyra månader.",
        why="Delårsrapporten ska enligt kommunallagen lämnas till fullmäktige och revisorerna inom två månader, och "
        "årsredovisningen senast den 15 april.",
        example="dokumentet är daterat 2023-12-01, 92 dagar efter periodens slut 2023-08-31",
        action="kontrollera dokumentets datum, sammanträdet och perioden",
    ),
    Entry(
        code="VAL504",
        severity=Severity.WARNING,
        title="perioden kallas något annat än den är",
        what="Månaderna i periodens namn, eller året i en rubrik, är andra än periodens dagar.",
        why="Namnet kommer lätt med från förra rapporten.",
        example='perioden kallas "januari–april" men är januari–augusti',
        action="rätta namnet eller dagarna",
    ),
    Entry(
        code="VAL505",
        severity=Severity.WARNING,
        title="texten räknar fel antal månader",
        what="Texten säger efter hur många månader något gäller, men perioden är en annan.",
        why="Meningen är förra rapportens.",
        example='texten säger "efter fyra månader" men perioden januari–augusti 2023 är 8 månader',
        action="rätta meningen",
    ),
    Entry(
        code="VAL506",
        severity=Severity.NOTE,
        title="en beslutspunkt står inte för sig själv",
        what="Punkten hänvisar till text ovan eller nedan.",
        why="Beslutspunkten skrivs av i protokollet, där texten omkring inte följer med.",
        example='beslutspunkten hänvisar med "enligt ovan" till text som inte följer med i protokollet',
        action="skriv ut vad nämnden beslutar",
    ),
    Entry(
        code="VAL507",
        severity=Severity.WARNING,
        title="två namn är nästan samma",
        what="Två av ärendets personer har namn som skiljer sig på någon bokstav.",
        why="Det är troligen samma person, felstavad en gång.",
        example='"Anna Ek" och "Anna Eek" är nästan samma namn',
        action="rätta det namn som är fel",
    ),
    Entry(
        code="VAL512",
        severity=Severity.NOTE,
        title="en beslutspunkt har flera beslut i sig",
        what="Punkten har mer än ett verb som beslutar något, såsom godkänner och överlämnar.",
        why="Den som bifaller det ena och avslår det andra kan inte yrka på punkten, och i utdraget söks varje "
        "beslut för sig.",
        example="beslutspunkten har flera beslut i sig: godkänner och överlämnar",
        action="dela punkten så att varje beslut står för sig",
    ),
    Entry(
        code="VAL513",
        severity=Severity.WARNING,
        title="sammanträdet är på en helg",
        what="Sammanträdets dag är en lördag eller en söndag.",
        why="Nämnder sammanträder på vardagar; dagen är oftast felskriven.",
        example="sammanträdet 2023-10-22 är en söndag",
        action="rätta sammanträde i arende.yaml",
    ),
    Entry(
        code="VAL514",
        severity=Severity.WARNING,
        title="en dag i texten är en annan än ärendets",
        what="Beslutet nämner nämndens sammanträde, eller sig självt med diarienummer, med ett datum som inte är "
        "ärendets.",
        why="Dagen är kvar från ett annat ärende, eller så är den ändrad på ett ställe av två.",
        example="texten säger 2024-05-21 men sammanträdet är 2024-05-28",
        action="rätta det datum som är fel",
    ),
    Entry(
        code="VAL515",
        severity=Severity.WARNING,
        title="beslutet och rapporten är inte samma rapport",
        what="Beslutets titel eller en beslutspunkt nämner en rapport av annat slag, eller med annat nummer, än "
        "rapportens titel.",
        why="Titeln är kvar från förra rapporten, och nämnden beslutar då om en annan.",
        example='beslutet säger "delårsrapport 1" men rapporten heter "Delårsrapport 2 2023"',
        action="rätta den titel som är fel",
    ),
)
