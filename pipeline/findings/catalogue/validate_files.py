"""Findings VAL650-VAL654, about the finished files: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL650",
        severity=Severity.ERROR,
        title="något i ärendet står inte i den färdiga handlingen",
        what="En rubrik, en rad, ett namn eller ordet vid en symbol finns i ärendet men inte i Word-filens text.",
        why="Nämnden beslutar om det som står i handlingen.",
        example='"Uppnår delvis" står i ärendet men inte i KSKF-2023-288_bilaga-1.docx',
        action="kontrollera att mallen har en plats för det; felet är annars programmets",
    ),
    Entry(
        code="VAL651",
        severity=Severity.WARNING,
        title="den färdiga handlingen har något dolt i sig",
        what="Word-filen har kommentarer, spårade ändringar, dold text eller hänvisar till filer utanför sig.",
        why="Det dolda följer med när handlingen lämnas ut, och en hänvisning ut går sönder i arkivet.",
        example="KSKF-2023-288_beslut.docx har kommentarer i word/comments.xml",
        action="ta bort det i mallen eller i den text som det kommer från",
    ),
    Entry(
        code="VAL652",
        severity=Severity.WARNING,
        title="den färdiga handlingens egenskaper nämner någon",
        what="Filens egenskaper anger som författare någon annan än kommunen, nämnden eller förvaltningen.",
        why="Namnet på den som gjorde mallen följer med i varje handling som publiceras.",
        example='egenskaperna i beslut.docx nämner "Anna Ek", som varken är kommunen, nämnden eller förvaltningen',
        action="ta bort namnet under Arkiv, Info i mallens Word-fil",
    ),
    Entry(
        code="VAL653",
        severity=Severity.WARNING,
        title="den färdiga handlingens titel är en annan än ärendets",
        what="Filens egenskap Titel saknar beslutets eller rapportens titel.",
        why="Titeln i egenskaperna är den som PDF-läsaren visar och skärmläsaren läser upp först.",
        example='beslut.docx heter "Mall tjänsteskrivelse" i sina egenskaper men "Delårsrapport 2 2023" i ärendet',
        action="felet är programmets; skicka fyndet till den som sköter programmet",
    ),
    Entry(
        code="VAL654",
        severity=Severity.WARNING,
        title="innehållsförteckningen i den färdiga handlingen stämmer inte",
        what="En rad i innehållsförteckningen är ingen av rubrikerna, eller har ett sidnummer före raden ovanför.",
        why="Den som söker i handlingen hamnar fel.",
        example='innehållsförteckningen i bilaga-1.docx har "Ekonomi" men rubriken är "Ekonomi och personal"',
        action="kontrollera mallens innehållsförteckning och att rubrikernas stilar är de som den listar",
    ),
)
