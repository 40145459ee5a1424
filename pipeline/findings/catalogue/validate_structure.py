"""Findings VAL300-VAL319, about levels, counts and names: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL300",
        severity=Severity.WARNING,
        title="texten och symbolen säger olika om bedömningen",
        what="En mening i avsnittet säger hur det bedöms, med orden i profilens ordlista, men symbolen är en annan.",
        why="Nämnden ser symbolen och läser meningen; en av dem är fel.",
        example='texten säger "bedöms uppnå resultatmålen" men symbolen för Demokrati är Uppnår delvis',
        action="rätta meningen, eller bedömningen i rapport.yaml",
    ),
    Entry(
        code="VAL301",
        severity=Severity.NOTE,
        title="en trend saknar förklaring",
        what="Trenden är uppåt eller nedåt men ingen text i avsnittet säger vad som har blivit bättre eller sämre.",
        why="Pilen ensam ger ingen grund för ett beslut.",
        example="trenden för Utbildning är Bättre men ingen text i avsnittet säger varför",
        action="skriv en mening om vad som har förändrats",
    ),
    Entry(
        code="VAL302",
        severity=Severity.WARNING,
        title="ett åtagandes text och status säger olika",
        what="Texten till åtagandet använder ordet för en annan status än den som åtagandet har.",
        why="Läsaren vet inte om symbolen eller texten gäller.",
        example='texten till åtagandet Ny skolplan säger "försenats" men status är klart',
        action="rätta texten, eller status i rapport.yaml",
    ),
    Entry(
        code="VAL303",
        severity=Severity.WARNING,
        title="ett färdigt åtagande är försenat",
        what="Färdiggraden är 100 % men status säger att åtagandet är försenat eller inte blir klart.",
        why="Det som är färdigt är inte försenat längre.",
        example="åtagandet Ny skolplan har färdiggraden 100 % men status försenat",
        action="rätta färdiggraden eller status i rapport.yaml",
    ),
    Entry(
        code="VAL304",
        severity=Severity.NOTE,
        title="ett bedömt avsnitt har inga mål",
        what="Avsnittet har en bedömning men varken mål, åtaganden eller en mening om att det inte finns några.",
        why="Läsaren undrar vad bedömningen grundas på.",
        example="Utbildning är bedömt men har varken mål, åtaganden eller ord om att det inte finns några",
        action="skriv att avsnittet inte har några mål eller åtaganden",
    ),
    Entry(
        code="VAL310",
        severity=Severity.WARNING,
        title="texten räknar fel",
        what="Texten säger hur många mål, åtaganden eller indikatorer som finns, men rapporten har ett annat antal.",
        why="Antalet är oftast kvar från förra rapporten.",
        example="texten säger 14 mål men i Hållbar utveckling finns 13",
        action="rätta antalet, eller lägg till det som saknas i rapport.yaml",
    ),
    Entry(
        code="VAL311",
        severity=Severity.WARNING,
        title="en uppräkning och åtagandenas status säger olika",
        what="En lista räknar upp åtaganden med en viss status, men ett av dem har en annan, eller ett saknas.",
        why="Nämnden följer upp det som listan nämner.",
        example="Ny skolplan har status försenat men räknas inte upp",
        action="rätta listan, eller status i rapport.yaml",
    ),
    Entry(
        code="VAL312",
        severity=Severity.NOTE,
        title="avsnitten står i olika ordning",
        what="Sammanställningen nämner avsnitten i en annan ordning än rapporten har dem.",
        why="Den som bläddrar från sammanställningen hittar inte.",
        example="Demokrati står på en annan plats i sammanställningen än i rapporten",
        action="ta bort ordning i rapport.yaml, eller flytta avsnittet",
    ),
    Entry(
        code="VAL313",
        severity=Severity.WARNING,
        title="en rubrik står två gånger",
        what="Två avsnitt på samma plats har samma namn.",
        why="Innehållsförteckningen och den som lyssnar kan inte skilja dem åt.",
        example='rubriken "Bostäder" står två gånger',
        action="ge ett av avsnitten ett annat namn, eller för ihop dem",
    ),
    Entry(
        code="VAL314",
        severity=Severity.NOTE,
        title="ett namn är nästan rätt",
        what="Texten skriver ett avsnitts namn nästan men inte alldeles som det heter.",
        why="Läsaren undrar om det är samma sak.",
        example='texten skriver "Effektivare organisation" men avsnittet heter "Effektiv organisation"',
        action="använd samma namn överallt",
    ),
)
