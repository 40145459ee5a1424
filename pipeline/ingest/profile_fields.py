"""The fields of profil.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.ingest.archival_fields import TRANSFER
from pipeline.ingest.bind.reading import Reader, Reading
from pipeline.ingest.bind.records import Field, FreeMapping, Keyed, Many, Record
from pipeline.ingest.bind.scalars import TEXT, Choice, Integer, PlainText, SourcedReader, Word
from pipeline.ingest.raw import RawMapping
from pipeline.model.archival import ArchivalProfile
from pipeline.model.origin import Origin, Sourced
from pipeline.model.profile import (
    CompletionStyle,
    Level,
    Limits,
    NumberStyle,
    SectionKind,
    TextStyles,
    Vocabulary,
    Weight,
)

VOCABULARIES = ("bedömning", "trend", "status", "färdiggrad")
REQUIRED_LABELS = ("mål", "åtaganden", "indikatorer")
DEFAULT_KIND = "avsnitt"


@dataclass(frozen=True)
class Templates:
    """The Word templates of a profile."""

    decision: Sourced[str]
    report: Sourced[str]


@dataclass(frozen=True)
class ProfileFile:
    """profil.yaml as it was read, before its parts are held against each other."""

    municipality: Sourced[str]
    language: Sourced[str]
    case_number_pattern: Sourced[str]
    templates: Templates
    vocabularies: Mapping[str, Vocabulary]
    section_kinds: Mapping[str, SectionKind]
    completion: CompletionStyle
    styles: TextStyles
    labels: Mapping[str, Sourced[str]]
    origin: Origin
    file_name: Sourced[str] | None = None
    numbers: NumberStyle = field(default_factory=NumberStyle)
    required_headings: tuple[Sourced[str], ...] = ()
    severities: Mapping[str, Sourced[Weight]] = field(default_factory=dict)
    archival: ArchivalProfile = field(default_factory=ArchivalProfile)
    limits: Limits = field(default_factory=Limits)
    words: tuple[Sourced[str], ...] = ()


def _level(**values: object) -> Level:
    return Level(**{"symbol": None, **values})  # type: ignore[arg-type]


def _vocabulary(
    id: str,  # noqa: A002 - the model's attribute
    name: Sourced[str],
    column: Sourced[str],
    explanation: Sourced[str],
    levels: Mapping[str, Level],
) -> Vocabulary:
    return Vocabulary(id, name, column, explanation, tuple(levels.values()))


LEVEL = Record(
    "en nivå",
    _level,
    (
        Field("kort", "short", TEXT, "ordet som står bredvid symbolen", must=True),
        Field("betydelse", "meaning", TEXT, "det teckenförklaringen säger", must=True),
        Field("symbol", "symbol", TEXT, "SVG-fil, räknat från profilens mapp"),
    ),
)
VOCABULARY = Record(
    "en ordlista",
    _vocabulary,
    (
        Field("rubrik", "name", TEXT, "rubrik i teckenförklaringen", must=True),
        Field("kolumn", "column", TEXT, "kolumnens rubrik i tabeller", must=True),
        Field("förklaring", "explanation", TEXT, "text i teckenförklaringen", must=True),
        Field("nivåer", "levels", Keyed(LEVEL), "nivåerna i teckenförklaringens ordning", must=True),
    ),
    origin="",
)
KIND = Record(
    "ett avsnittsslag",
    SectionKind,
    (
        Field("rubrik", "heading", TEXT, "rubriken, med {namn} där avsnittets namn ska stå", must=True),
        Field("stil", "style", PlainText(), "styckestil i mallen"),
        Field("kolumn", "column", TEXT, "rubrik i sammanställningens tabell"),
    ),
    origin="",
)
_COLOUR: Reader[Sourced[str]] = SourcedReader(Word("#[0-9a-fA-F]{6}", "en färg på formen #rrggbb"))
COMPLETION = Record(
    "färdiggradens färger",
    CompletionStyle,
    (
        Field("fyllning", "fill", _COLOUR, "ringens fyllda del", must=True),
        Field("spår", "track", _COLOUR, "ringens tomma del", must=True),
    ),
    origin="",
)
_ANY = PlainText(empty=True)


def _grey(node: RawMapping, reading: Reading) -> CompletionStyle:
    """Return colours for a profile that gives none: most have no ring."""
    return CompletionStyle(Sourced("#404040", node.origin), Sourced("#d9d9d9", node.origin))


NUMBERS = Record(
    "en talform",
    NumberStyle,
    (
        Field("decimal", "decimal", _ANY, "decimaltecken"),
        Field("tusental", "thousands", _ANY, "tecken mellan tusental"),
        Field("minus", "minus", _ANY, "minustecken"),
        Field("plus", "plus", _ANY, "plustecken där ett begärs"),
        Field("tomt", "empty", _ANY, "det som trycks i en tom cell"),
    ),
    origin="",
)
_STYLE_KEYS = {
    "stycke": "paragraph",
    "punkt": "bullet",
    "nummer": "number",
    "tabell": "table",
    "tabellhuvud": "table_head",
    "tabelltext": "table_text",
    "tabelltal": "table_number",
    "rubrik": "heading",
    "länk": "hyperlink",
    "stark": "strong",
    "betoning": "emphasis",
}
STYLES = Record(
    "stilarna",
    TextStyles,
    tuple(Field(key, attribute, PlainText(), must=True) for key, attribute in _STYLE_KEYS.items()),
    origin="",
)
TEMPLATES = Record(
    "mallarna",
    Templates,
    (
        Field("beslut", "decision", TEXT, "beslutets Word-mall", must=True),
        Field("rapport", "report", TEXT, "bilagans Word-mall", must=True),
    ),
    origin="",
)
_COUNTS = ("sentence", "group", "notice")
_WHOLE = 100  # the shares of the limits are written in per cent


def _limits(**values: int) -> Limits:
    shares = {key: Decimal(value) / _WHOLE for key, value in values.items() if key not in _COUNTS}
    counts = {key: value for key, value in values.items() if key in _COUNTS}
    return Limits(**shares, **counts)  # type: ignore[arg-type]


LIMITS = Record(
    "gränserna",
    _limits,
    (
        Field("andel av året", "share", Integer(0, 100), "procent: periodens budget mot dess andel av årets"),
        Field("takt", "pace", Integer(100, 10_000), "procent: den takt som resten av prognosen får kräva"),
        Field("vändning", "turn", Integer(0, 100), "procent av kolumnens största: avvikelser som byter tecken"),
        Field("litet belopp", "matters", Integer(0, 100), "procent av kolumnens största: belopp som inte granskas"),
        Field("lång mening", "sentence", Integer(5, 1000), "flest ord i en mening"),
        Field("liten grupp", "group", Integer(0, 1000), "färre personer än så kan kännas igen"),
        Field("dagar till sammanträdet", "notice", Integer(0, 1000), "flest dagar från dokumentet till sammanträdet"),
    ),
    origin="",
)
PROFILE = Record(
    "profilen",
    ProfileFile,
    (
        Field("kommun", "municipality", TEXT, "kommunens namn", must=True),
        Field("språk", "language", SourcedReader(Word("[a-z]{2,3}(-[A-Z]{2})?", "en språkkod som sv-SE")), must=True),
        Field("diarienummer", "case_number_pattern", TEXT, "reguljärt uttryck för diarienumret", must=True),
        Field("mallar", "templates", TEMPLATES, must=True),
        Field("filnamn", "file_name", TEXT, "filnamnens mönster; förval {diarienummer}_{dokument}_{titel}"),
        Field("talform", "numbers", NUMBERS, "hur tal skrivs"),
        Field(
            "ordlistor",
            "vocabularies",
            Keyed(VOCABULARY),
            "bedömning, trend, status, färdiggrad: de som finns; valfri",
            otherwise=lambda _node, _reading: {},
        ),
        Field("avsnittsslag", "section_kinds", Keyed(KIND), "det rapport.yaml skriver som typ", must=True),
        Field("färdiggrad", "completion", COMPLETION, "ringens färger", otherwise=_grey),
        Field("stilar", "styles", STYLES, "namnen på mallens stilar", must=True),
        Field("ord", "labels", FreeMapping(TEXT), "fasta ord i handlingarna", must=True),
        Field("krav på rubriker", "required_headings", Many(TEXT), "rubriker som beslutet måste ha"),
        Field("kontroller", "severities", FreeMapping(SourcedReader(Choice(Weight))), "allvar efter kontrollens kod"),
        Field("gränser", "limits", LIMITS, "hur mycket kontrollerna låter passera"),
        Field("ordlista", "words", Many(TEXT), "ord som stavningskontrollen ska godta"),
        Field("arkiv", "archival", TRANSFER, "parterna i en leverans till arkivet, och förval för ärenden"),
    ),
)
