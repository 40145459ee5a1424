"""Findings VAL250-VAL255, VAL320-VAL326, VAL420-VAL424, claims of the prose: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL250",
        severity=Severity.WARNING,
        title="texten räknar rader i en tabell fel",
        what="Texten säger hur många av till exempel avdelningarna som har underskott eller överskott, men tabellen "
        "har ett annat antal. Raderna är de under enheter i rapport.yaml, annars de som är så många som texten "
        "säger.",
        why="Nämnden läser meningen och inte tabellen.",
        example='texten säger "En av sju avdelningar" men i tabellen är det 2 av 7 (Avvikelse: Skola −1,1; Vård −0,4)',
        action="rätta antalet i texten, eller beloppen; skriv enheter i rapport.yaml om fel rader räknas",
    ),
    Entry(
        code="VAL251",
        severity=Severity.WARNING,
        title="ett mål för alla är inte nått av alla",
        what="Målet gäller alla eller samtliga, men texten till det säger att några inte har nått dit, och "
        "bedömningen säger inte att något fattas.",
        why="Målet är då inte nått, hur liten del det än gäller; bedömningen och texten säger emot varandra.",
        example='målet "Alla avdelningar ska ha en ekonomi i balans" gäller alla men texten säger "En av sju '
        'avdelningar har en prognos som är negativ", och bedömningen av Ekonomi är "Uppnår"',
        action="ändra bedömningen, eller skriv i texten varför målet ändå räknas som nått",
    ),
    Entry(
        code="VAL252",
        severity=Severity.WARNING,
        title="ett antal sägs vara i linje med ett mål som det är långt ifrån",
        what="Målets namn har ett antal per år. Texten säger att ett antal är i linje med målet, men det är mindre "
        "än målets andel för de månader som har gått; hur mycket mindre det får vara står under gränser i profilen.",
        why="Nämnden får höra att målet nås när talen säger något annat.",
        example='texten säger "230 slutbesked … i linje med målet" men målet ger 600 × 7 av 12 månader = 350',
        action="rätta meningen, eller säg vilket mål och vilken tid som avses",
    ),
    Entry(
        code="VAL253",
        severity=Severity.WARNING,
        title="en prognos når inte det mål som texten säger nås",
        what="Texten till målet säger att det nås, men en av dess prognoser är sämre än målet bredvid den.",
        why="En måluppfyllelse som inte finns är det allvarligaste en uppföljning kan påstå.",
        example='texten säger att målet nås men "Prognos 2023: 65 kW" når inte "Mål 2023: 75 kW"',
        action="rätta talen eller meningen",
    ),
    Entry(
        code="VAL254",
        severity=Severity.NOTE,
        title="ett värde är från en annan tid än kolumnen säger",
        what="Indikatorns kolumn har ett årtal, men texten säger att värdet gäller delar av två år.",
        why="Den som jämför åren i tabellen jämför olika långa eller överlappande tider utan att veta det.",
        example='2,0% står under "Utfall 2023" för "Sjukfrånvaro" men texten säger att 2,0 procent gäller augusti '
        "2022 till och med juli 2023",
        action="skriv tiden i kolumnens rubrik eller i en not under tabellen",
    ),
    Entry(
        code="VAL255",
        severity=Severity.NOTE,
        title="delarna blir inte den helhet som meningen före har",
        what="Meningen delar upp det som står i meningarna före i två motsatser, som externt och internt, men "
        "delarna blir tillsammans inget av talen där.",
        why="Läsaren ser det direkt och slutar lita på resten.",
        example="8 + 5 = 13 men meningarna före har 12, 7",
        action="rätta det tal som är fel",
    ),
    Entry(
        code="VAL320",
        severity=Severity.WARNING,
        title="mål som sägs sakna målnivåer har sådana",
        what="Texten säger att målen inte har några indikatorer med målnivåer, men ett måls namn eller text har ett "
        "tal som ska nås.",
        why="Läsaren får veta att målen inte går att mäta och slutar leta efter om de nås.",
        example='texten säger "Processmålen har inga indikatorer med målnivåer" men dessa mål har en: "Bostäder" '
        "(600 bostäder)",
        action="ta bort eller begränsa påståendet, eller skriv talen som indikatorer i rapport.yaml",
    ),
    Entry(
        code="VAL321",
        severity=Severity.WARNING,
        title="det som inte finns att rapportera står på ett annat ställe",
        what="Texten säger att det inte finns något att rapportera av ett slag, men en annan text berättar om det.",
        why="Redovisningen är ofullständig, eller så är den andra texten missvisande.",
        example='texten säger "Inga investeringar att rapportera" men under "Transporter" står "har påbörjat en '
        'investering"',
        action="rapportera det, eller säg vad som avses och var det redovisas",
    ),
    Entry(
        code="VAL322",
        severity=Severity.NOTE,
        title="bedömningen är skriven med andra ord än teckenförklaringens",
        what="Meningen som säger hur ett avsnitt bedöms är nästan men inte alldeles den som teckenförklaringen har.",
        why="Läsaren undrar om andra ord betyder en annan bedömning, eller att något annat bedöms.",
        example='bedömningen skrivs på ett ställe med andra ord än teckenförklaringens: "Målet bedöms uppfyllt" men '
        'där står "Området bedöms uppnå målen"',
        action="skriv meningen som teckenförklaringen har den",
    ),
    Entry(
        code="VAL323",
        severity=Severity.NOTE,
        title="teckenförklaringen har luckor",
        what="En ordlista används i rapporten utan att förklaras bland symbolerna, eller stegen i en skala av "
        "procenttal har luckor.",
        why="Den som ser en symbol ska kunna slå upp den, och en skala med luckor går inte att läsa mellan.",
        example="färdiggrad har stegen 0 %, 20 %, 80 %, 100 %: 40 och 60 saknas",
        action="lägg till ordlistan under teckenförklaring i rapport.yaml, eller nivån i profilen",
    ),
    Entry(
        code="VAL324",
        severity=Severity.NOTE,
        title="ett avsnitt saknar det som de andra har",
        what="De flesta bedömda avsnitt har både mål och åtaganden, men ett har bara det ena, och ingen text säger "
        "det.",
        why="Läsaren vet inte om något har fallit bort.",
        example="Utbildning har mål men inga åtaganden, och texten säger det inte",
        action="skriv att avsnittet inte har några, eller lägg till det som saknas i rapport.yaml",
    ),
    Entry(
        code="VAL325",
        severity=Severity.NOTE,
        title="nämnden står inte bland de ansvariga",
        what="Nämnden står bland de ansvariga för de flesta av rapportens åtaganden, men inte för ett av dem.",
        why="Nämnden rapporterar då något som den efter orden inte ansvarar för, eller så har den fallit bort.",
        example='KS står inte bland de ansvariga för "Säkra kompetensen" (AVN) men för 14 av rapportens 15 åtaganden',
        action="lägg till nämnden bland ansvariga i rapport.yaml, eller ta bort åtagandet",
    ),
    Entry(
        code="VAL326",
        severity=Severity.NOTE,
        title="en enhet i texten finns inte i tabellen",
        what="Texten nämner en avdelning eller annan enhet som inte är någon av raderna under enheter i rapport.yaml.",
        why="Läsaren hittar inte enhetens ekonomi, eller så har enheten bytt namn.",
        example='texten nämner avdelning "Social hållbarhet" men bland raderna för avdelning i tabellen finns ingen '
        "sådan",
        action="skriv enhetens namn som i tabellen, eller förklara var den redovisas",
    ),
    Entry(
        code="VAL420",
        severity=Severity.NOTE,
        title="en sak har två namn",
        what="Ett namn skrivs på två sätt, ihop och isär eller med olika stora bokstäver; två titlar börjar lika "
        "men är olika; eller samma beslut sägs gälla två saker.",
        why="Läsaren undrar om det är samma sak, och den som söker hittar bara hälften.",
        example='samma namn skrivs "Stadslogistik" och "Stads logistik"',
        action="använd ett namn överallt",
    ),
    Entry(
        code="VAL421",
        severity=Severity.NOTE,
        title="en förkortning skrivs på två sätt",
        what="Förkortningen skrivs med stora bokstäver på ett ställe och med små på ett annat.",
        why="Små bokstäver läses som ord, och den som söker hittar bara hälften.",
        example='förkortningar skrivs med små bokstäver på ett ställe och med stora på ett annat: "ks" ("KS")',
        action="skriv förkortningen på ett sätt",
    ),
    Entry(
        code="VAL422",
        severity=Severity.NOTE,
        title="två uppgifter om samma källa går inte ihop",
        what="En undersökning, enkät eller liknande sägs visa något på ett ställe men ska genomföras först senare "
        "på ett annat, eller sägs visa motsatsen; eller en indikator sägs ha gått åt rätt håll på ett ställe och åt "
        "fel håll på ett annat.",
        why="Läsaren vet inte vilken undersökning som avses och vad den visar.",
        example='om medborgarundersökningen står både "visar ett gott resultat" och "genomförs under hösten"',
        action="skriv vilket års undersökning det gäller",
    ),
    Entry(
        code="VAL423",
        severity=Severity.NOTE,
        title="en mening står två gånger",
        what="En lång mening står ord för ord i två stycken i rapporten, utanför sammanfattningen.",
        why="Den är kopierad, och den ena blir fel när den andra ändras.",
        example='"Plan för uppföljning tas med som punkt …" står också under "Idrottsprogrammet"',
        action="låt meningen stå på ett ställe och hänvisa dit",
    ),
    Entry(
        code="VAL424",
        severity=Severity.NOTE,
        title="samma mening har olika ord i beslutet och i bilagan",
        what="En mening i beslutet är ord för ord den i bilagan, utom ett ord eller två. Det som står inom parentes "
        "räknas inte.",
        why="Den som läser båda undrar vilken som gäller; oftast har den ena rättats och inte den andra.",
        example='beslutet säger "Resultaten har förbättrats …" men bilagan "Resultaten har försämrats …"',
        action="rätta den mening som är fel, eller skriv om den ena så att den säger något eget",
    ),
)
