"""Findings ARK130-ARK139, about results that are verified: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="ARK130",
        severity=Severity.ERROR,
        title="en fil i resultatet är ändrad",
        what="Filens kontrollsumma är en annan än den som skrevs när ärendet byggdes.",
        why="Det som arkiveras ska vara det som nämnden fick.",
        example="KSKF-2023-288_beslut.pdf är ändrad: kontrollsumman är en annan än i kontrollsummor.sha256",
        action="hämta filen från där den sparades först, eller bygg om ärendet",
    ),
    Entry(
        code="ARK131",
        severity=Severity.ERROR,
        title="en fil i resultatet saknas",
        what="Filen står i listan över det som byggdes men finns inte i mappen.",
        why="Resultatet är inte helt.",
        example="KSKF-2023-288_beslut.pdf står i kontrollsummor.sha256 men finns inte",
        action="hämta filen från där den sparades först, eller bygg om ärendet",
    ),
    Entry(
        code="ARK132",
        severity=Severity.WARNING,
        title="en fil hör inte till resultatet",
        what="Filen ligger i mappen men byggdes inte.",
        why="Den som tar emot mappen tror att allt i den hör till ärendet.",
        example="anteckningar.txt finns men står inte i kontrollsummor.sha256",
        action="flytta filen, om den inte hör dit",
    ),
    Entry(
        code="ARK133",
        severity=Severity.ERROR,
        title="en fil i resultatet har ett annat namn",
        what="Filens innehåll är som det byggdes men namnet är ett annat.",
        why="Listorna och arkivpaketet nämner filen vid sitt gamla namn.",
        example="KSKF-2023-288_beslut.pdf heter nu beslut.pdf",
        action="ge filen tillbaka sitt namn",
    ),
    Entry(
        code="ARK134",
        severity=Severity.ERROR,
        title="en lista över resultatet är ändrad",
        what="Listan över kontrollsummor eller manifestet har inte den form som programmet ger dem.",
        why="Utan listorna går det inte att visa att filerna är orörda.",
        example="manifest.json går inte att läsa",
        action="hämta filen från där den sparades först, eller bygg om ärendet",
    ),
    Entry(
        code="ARK135",
        severity=Severity.ERROR,
        title="arkivpaketet har en annan handling än mappen",
        what="En handling i arkivpaketet är inte samma fil som den bredvid.",
        why="Det som går till arkivet ska vara det som nämnden fick.",
        example="representations/arkiv/data/beslut.pdf i paketet är inte samma fil som den i mappen",
        action="bygg om ärendet",
    ),
    Entry(
        code="ARK136",
        severity=Severity.ERROR,
        title="en PDF uppfyller inte arkivets och lagens krav",
        what="PDF-filen är inte PDF/A-2a och PDF/UA-1, enligt programmets egen kontroll eller veraPDF.",
        why="Arkivet tar inte emot den, och den är inte tillgänglig för alla.",
        example="KSKF-2023-288_beslut.pdf godkänns inte av veraPDF",
        action="bygg om ärendet; en PDF som någon annan har sparat om duger inte",
    ),
    Entry(
        code="ARK137",
        severity=Severity.NOTE,
        title="veraPDF har inte kontrollerat PDF-filerna",
        what="Programmet veraPDF finns inte på datorn, så bara programmets egen kontroll är gjord.",
        why="Två oberoende kontroller är bättre än en.",
        example="PDF-filerna är kontrollerade av programmet självt men inte av veraPDF",
        action="be it-enheten lägga verapdf på sökvägen",
    ),
    Entry(
        code="ARK138",
        severity=Severity.ERROR,
        title="ett nytt bygge ger en annan fil",
        what="När ärendet byggs om blir filen en annan än den i mappen.",
        why="Då är det inte visat att filen är gjord av det underlaget.",
        example="KSKF-2023-288_beslut.pdf blir en annan när ärendet byggs om",
        action="kontrollera att underlaget, mallen och programmets version är desamma; manifest.json nämner dem",
    ),
    Entry(
        code="ARK139",
        severity=Severity.ERROR,
        title="mappen finns inte",
        what="Det som angavs är ingen mapp.",
        why="Det finns inget att kontrollera.",
        example="outputs/KS-2024-17 är ingen mapp med resultat",
        action="ange mappen som kansli bygg skrev, under outputs/",
    ),
)
