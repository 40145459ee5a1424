"""Findings of the kind ARK, about writing the results: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="ARK101",
        severity=Severity.ERROR,
        title="det är fullt på disken",
        what="Resultatet fick inte plats på disken, eller så är din kvot slut.",
        why="Handlingarna skrivs antingen alla eller inga; det förra resultatet ligger orört.",
        example="outputs/ ligger på en full disk",
        action="frigör utrymme och kör om, eller skriv någon annanstans med --ut KATALOG",
    ),
    Entry(
        code="ARK102",
        severity=Severity.ERROR,
        title="mappen går inte att skriva i",
        what="Du har inte rätt att skriva i mappen för resultatet, eller så är den skrivskyddad.",
        why="Handlingarna måste kunna läggas någonstans; inget skrevs.",
        example="outputs/ tillhör någon annan",
        action="ändra rättigheterna, eller skriv någon annanstans med --ut KATALOG",
    ),
    Entry(
        code="ARK103",
        severity=Severity.ERROR,
        title="det ligger en fil där mappen ska vara",
        what="Sökvägen för resultatet, eller något led i den, är en fil och inte en mapp.",
        why="Resultatet är en mapp med flera filer; en fil som redan finns skrivs aldrig över av en mapp.",
        example="outputs är en vanlig fil",
        action="flytta filen, eller skriv någon annanstans med --ut KATALOG",
    ),
    Entry(
        code="ARK104",
        severity=Severity.ERROR,
        title="ärendet byggs redan",
        what="En annan körning håller på att bygga samma ärende till samma mapp.",
        why="Två som skriver på en gång skulle kunna blanda sina filer.",
        example="kansli bygg FALL i två fönster samtidigt",
        action="vänta tills den andra körningen är klar och kör om",
    ),
    Entry(
        code="ARK105",
        severity=Severity.ERROR,
        title="det skrivna gick inte att läsa tillbaka",
        what="En fil som nyss skrevs har ett annat innehåll när den läses igen.",
        why="Disken eller nätverksmappen är inte att lita på; det förra resultatet ligger orört.",
        example="en nätverksmapp som tappar kontakten",
        action="kör om, eller skriv någon annanstans med --ut KATALOG",
    ),
    Entry(
        code="ARK106",
        severity=Severity.ERROR,
        title="resultatet gick inte att skriva",
        what="Operativsystemet sade nej när resultatet skulle skrivas.",
        why="Handlingarna skrivs antingen alla eller inga; det förra resultatet ligger orört.",
        example="ett filnamn som är längre än disken tillåter",
        action="rätta det som operativsystemet anger, eller skriv någon annanstans med --ut KATALOG",
    ),
    Entry(
        code="ARK107",
        severity=Severity.ERROR,
        title="det ligger en mapp där filen ska vara",
        what="Sökvägen för PDF-filen är en mapp.",
        why="En fil kan inte läggas där det finns en mapp; inget skrevs.",
        example="kansli rendera beslut.docx --ut outputs",
        action="ge hela sökvägen till filen, med dess namn",
    ),
    Entry(
        code="ARK108",
        severity=Severity.ERROR,
        title="mappen som filen ska ligga i finns inte",
        what="Något led i sökvägen för PDF-filen finns inte.",
        why="Kommandot skapar inga mappar på egen hand, för ett skrivfel ger en mapp som ingen hittar; inget skrevs.",
        example="kansli rendera beslut.docx --ut utkst/beslut.pdf",
        action="kontrollera stavningen eller skapa mappen",
    ),
    Entry(
        code="ARK109",
        severity=Severity.ERROR,
        title="två handlingar får samma filnamn",
        what="Profilens mönster för filnamn ger samma namn åt flera av ärendets handlingar.",
        why="Den ena filen skulle skriva över den andra.",
        example="filnamn: '{diarienummer}'",
        action="lägg till {dokument} i filnamn i profilen",
    ),
    Entry(
        code="ARK201",
        severity=Severity.WARNING,
        title="en ändrad fil lades åt sidan",
        what="En fil i resultatets mapp har ändrats, eller lagts dit, sedan den byggdes.",
        why="Det som någon har skrivit för hand försvinner aldrig: filen ligger kvar under nytt namn bredvid den nya.",
        example="beslut.docx, rättad i Word före sammanträdet, när ärendet byggs om",
        action="för över ändringen till ärendets mapp, eller gör en PDF av den ändrade filen med kansli rendera",
    ),
)
