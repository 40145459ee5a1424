"""Findings about prose in general and Markdown (ING4xx)."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "ING401",
        _ERROR,
        "rubriken finns inte i filen",
        "fil#rubrik nämner en rubrik som filen inte har",
        "texten kan inte hittas",
        "texter/naringsliv.docx#Inledningen",
        "skriv rubriken som i filen, eller gör stycket till en rubrik med en rubrikstil i Word",
    ),
    Entry(
        "ING402",
        _ERROR,
        "rubriken står flera gånger i filen",
        "fil#rubrik passar på mer än en rubrik",
        "det går inte att veta vilken text som avses",
        "två rubriker som heter Kommentar",
        "ge rubrikerna olika namn, eller dela filen",
    ),
    Entry(
        "ING403",
        _WARNING,
        "text i filen används inte",
        "en del av filen nås inte av någon hänvisning",
        "texten kommer inte med i handlingen",
        "rubriken Slutsatser som ingen del hämtar",
        "hänvisa till rubriken eller till hela filen, eller ta bort texten",
    ),
    Entry(
        "ING404",
        _WARNING,
        "filen innehåller ingen text",
        "textfilen går att läsa men är tom",
        "avsnittet blir tomt",
        "en ny .docx utan innehåll",
        "skriv texten, eller ta bort hänvisningen",
    ),
    Entry(
        "ING410",
        _WARNING,
        "texten innehåller HTML",
        "Markdown-texten har taggar som <b> eller kommentarer som <!-- -->",
        "bara orden följer med; taggarna har ingen motsvarighet i handlingen",
        "<b>viktigt</b>",
        "skriv **fet** eller *kursiv* i Markdown",
    ),
    Entry(
        "ING411",
        _WARNING,
        "länken följer inte med",
        "en länk pekar på en fil eller plats som inte finns utanför dokumentet",
        "den skulle inte fungera i den arkiverade handlingen",
        "[se bilagan](bilaga.docx)",
        "skriv hela webbadressen med https://, eller ta bort länken",
    ),
    Entry(
        "ING412",
        _WARNING,
        "kod blir vanlig text",
        "text är märkt som kod, ofta av misstag genom indrag med fyra mellanslag",
        "handlingarna har ingen form för kod",
        "ett stycke som börjar med fyra mellanslag",
        "ta bort indraget eller kodmärkena `",
    ),
    Entry(
        "ING413",
        _WARNING,
        "citatblock blir vanliga stycken",
        "rader som börjar med > har ingen egen form",
        "orden följer med, men inte att de är ett citat",
        "> Så sade nämnden",
        "skriv citatet med citattecken",
    ),
    Entry(
        "ING414",
        _WARNING,
        "en avdelande linje följer inte med",
        "raden --- eller *** blir en linje i Markdown",
        "handlingarna har ingen form för linjer",
        "---",
        "ta bort linjen",
    ),
    Entry(
        "ING415",
        _WARNING,
        "rubriken blir ett vanligt stycke",
        "en rubrik står inuti en lista, tabell eller textruta",
        "där kan ingen rubrik stå i handlingen",
        "- # Rubrik",
        "flytta rubriken utanför listan",
    ),
    Entry(
        "ING416",
        _ERROR,
        "listorna ligger för djupt",
        "texten har fler listor i varandra än vad som kan läsas",
        "de innersta skulle försvinna",
        "trettio nivåer av punkter",
        "skriv om listan med färre nivåer",
    ),
    Entry(
        "ING417",
        _WARNING,
        "bilden följer inte med",
        "Markdown-texten har en bild",
        "prosan bär ingen bild; dess alternativtext följer med som ord",
        "![Diagram](diagram.png)",
        "ta bort bilden, eller beskriv den i ord",
    ),
)
