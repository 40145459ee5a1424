"""Findings about years, periods and numbers in a series. See ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL221",
        severity=Severity.WARNING,
        title="en period slutar innan den börjar",
        what="Perioden som en kolumn har i rapport.yaml, eller ett nyckeltal i nyckeltal.yaml, står i fel ordning.",
        why="Kontrollerna av kolumnen mot andra kolumner och mot texten går efter perioden.",
        example='perioden "2025-01–2022-08" för kolumnen "Utfall Aug 2022" slutar innan den börjar',
        action="rätta perioden i rapport.yaml eller nyckeltal.yaml",
    ),
    Entry(
        code="VAL222",
        severity=Severity.WARNING,
        title="en period har fel år",
        what="Kolumnens rubrik nämner ett år som inte är med i kolumnens period i rapport.yaml, eller nyckeltalets "
        "period har ett år som inte är med i kolumnens.",
        why="Antingen trycks fel år över beloppen, eller så hålls de mot fel belopp i kontrollerna.",
        example='kolumnen "Budget Aug 2023" har perioden 2026-01–2026-08, som inte är rubrikens år',
        action="rätta rubriken i arbetsboken, eller perioden i rapport.yaml eller nyckeltal.yaml",
    ),
    Entry(
        code="VAL223",
        severity=Severity.WARNING,
        title="ett utfall är för ett år som inte har börjat",
        what="Kolumnen, nyckeltalet eller indikatorns kolumn är utfall, men dess år börjar efter rapportens period.",
        why="Det som inte har varit har inget utfall; året är oftast felskrivet.",
        example='kolumnen "Utfall 2025" är utfall för 2025 men rapportens period slutar 2023-08-31',
        action="rätta året i rubriken eller perioden, eller scenariot",
    ),
    Entry(
        code="VAL224",
        severity=Severity.WARNING,
        title="en prognos eller avvikelse står ensam om sitt år",
        what="Kolumnen är prognos eller avvikelse, men ingen annan kolumn i tabellen har ett år ur dess period.",
        why="Den kan då inte hållas mot budget eller utfall; året i perioden är oftast felskrivet.",
        example='ingen annan kolumn i tabellen har ett år ur perioden 2026 för "Årsprognos aug"',
        action="rätta perioden i rapport.yaml",
    ),
    Entry(
        code="VAL243",
        severity=Severity.NOTE,
        title="ett årtal står bara på ett ställe",
        what="Texten nämner ett år som varken är rapportens eller nästgårds, och inget annat ställe nämner det "
        "efter samma ord.",
        why="Ett felskrivet årtal har ingen annan källa att hållas mot.",
        example='årtalet 2032 ("2032") står bara här, och ligger utanför 2022–2024',
        action="kontrollera årtalet mot underlaget",
    ),
    Entry(
        code="VAL412",
        severity=Severity.WARNING,
        title="det som har varit ligger i framtiden",
        what="Meningen berättar i förfluten tid om ett år eller en månad som kommer efter både periodens slut och "
        "dokumentets datum.",
        why="Årtalet är oftast felskrivet.",
        example='"beslutades … juni 2026" berättar om det som varit, men handlingarna är från 2023-10-10',
        action="rätta årtalet, eller skriv meningen som en plan",
    ),
    Entry(
        code="VAL413",
        severity=Severity.WARNING,
        title="en tid i texten slutar innan den börjar",
        what="Två år eller månader som hör ihop står i fel ordning, som 2024–2020 eller augusti 2025 till och med "
        "juli 2023.",
        why="Ett av årtalen är felskrivet.",
        example='"augusti 2025 till och med juli 2023" slutar innan det börjar',
        action="rätta det årtal som är fel",
    ),
    Entry(
        code="VAL414",
        severity=Severity.WARNING,
        title="texten talar om en senare rapport",
        what="Texten nämner en rapport med samma namn som den här men med ett högre nummer, och inte som något "
        "som ska komma.",
        why="Numret är oftast felskrivet, eller meningen är hämtad ur en annan rapport.",
        example='texten talar om "delår 5" men rapporten är "Delårsrapport 2"',
        action="rätta numret",
    ),
    Entry(
        code="VAL415",
        severity=Severity.WARNING,
        title="en dag som månaden inte har",
        what="Texten nämner ett datum vars dag inte finns i månaden, eller vars månad inte finns.",
        why="Datumet är felskrivet, och läsaren vet inte vilken dag som menas.",
        example='"33 april" är ingen dag: månaden har inte så många, eller året inte den månaden',
        action="rätta datumet",
    ),
    Entry(
        code="VAL517",
        severity=Severity.WARNING,
        title="beslutet nämner en bilaga som inte finns",
        what="Beslutet nämner på ett enda ställe en bilaga med ett annat nummer än ärendets egen. En bilaga som nämns "
        "flera gånger tas för en som läggs till vid sidan av.",
        why="Nämnden letar efter en bilaga som inte följer med.",
        example="beslutet nämner bilaga 4 men ärendets bilaga har nummer 1",
        action="rätta numret i texten, eller under bilaga i arende.yaml",
    ),
)
