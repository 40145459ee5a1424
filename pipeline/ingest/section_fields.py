"""The fields of sections and of their parts: the key a part has decides its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pipeline.ingest.bind.prose_readers import PROSE_FILE, PROSE_VALUE
from pipeline.ingest.bind.reading import Reading, Schema
from pipeline.ingest.bind.records import Field, Later, Many, Otherwise, Record
from pipeline.ingest.bind.scalars import TEXT, Known, level, shape
from pipeline.ingest.item_fields import GOAL, ID, INDICATOR, UNDERTAKING
from pipeline.ingest.profile_fields import DEFAULT_KIND
from pipeline.ingest.raw import RawList, RawMapping, RawNode, RawText, is_empty
from pipeline.ingest.suggest import nearest, slug
from pipeline.model.origin import Sourced
from pipeline.model.report import (
    Earlier,
    GoalsPart,
    IndicatorsPart,
    LegendPart,
    Part,
    Section,
    SectionPart,
    StatementPart,
    SummaryPart,
    TextPart,
    UndertakingsPart,
)


def _label(name: str) -> Otherwise:
    """Return a function that gives the profile's word where the part has no heading of its own."""

    def word(node: RawMapping, reading: Reading) -> Sourced[str]:
        return Sourced(reading.labels.get(name, ""), node.origin)

    return word


def _heading(label: str, doc: str = "valfri, annars profilens ord") -> Field:
    return Field("rubrik", "heading", TEXT, doc, otherwise=_label(label))


_OWN_HEADING = Field("rubrik", "heading", TEXT, "valfri rubrik")


def _record(what: str, make: Callable[..., Part], *fields: Field, origin: str = "") -> Record[Part]:
    return Record(what, make, fields, origin)


BY_KEY: Mapping[str, Record[Part]] = {
    "text": _record("en textdel", TextPart, Field("text", "prose", PROSE_FILE, "fil, eller fil#rubrik", must=True)),
    "skriv": _record("en textdel", TextPart, Field("skriv", "prose", PROSE_VALUE, "Markdown direkt här", must=True)),
    "mål": _record("en måldel", GoalsPart, Field("mål", "goals", Many(GOAL, 1), must=True), _heading("mål")),
    "åtaganden": _record(
        "en åtagandedel",
        UndertakingsPart,
        Field("åtaganden", "undertakings", Many(UNDERTAKING, 1), must=True),
        _heading("åtaganden"),
    ),
    "indikatorer": _record(
        "en indikatordel",
        IndicatorsPart,
        Field("indikatorer", "indicators", Many(INDICATOR, 1), must=True),
        Field("kolumner", "columns", Many(TEXT, 1), "rubrikerna efter den första", must=True),
        Field(
            "första kolumnen", "label_heading", TEXT, "valfri, annars profilens ord", otherwise=_label("indikatorer")
        ),
        _heading("indikatorer"),
    ),
    "tabell": _record(
        "en tabelldel", StatementPart, Field("tabell", "statement", TEXT, "tabellens id", must=True), _OWN_HEADING
    ),
    "sammanställning": _record(
        "en sammanställning",
        SummaryPart,
        Field("sammanställning", "section", TEXT, "id på avsnittet vars underavsnitt sammanställs", must=True),
        _OWN_HEADING,
        Field("ordning", "order", Many(TEXT, 1), "underavsnittens id i tabellens ordning"),
    ),
    "teckenförklaring": _record(
        "en teckenförklaring",
        LegendPart,
        Field(
            "teckenförklaring",
            "vocabularies",
            Many(Known("en ordlista", lambda reading: tuple(reading.levels)), 1),
            "ordlistorna i ordning",
            must=True,
        ),
        origin="origin",
    ),
}


@dataclass(frozen=True)
class PartReader:
    """Reads one part: the key it has decides which kind it is."""

    def read(self, node: RawNode, reading: Reading) -> Part | None:
        """Return the part, or None with findings."""
        if not isinstance(node, RawMapping):
            reading.report.say("ING122", f"här ska stå en del men det står {shape(node)}", node.origin)
            return None
        kinds = [key for key in node.keys if key in BY_KEY]
        if "delar" in node.keys and "rubrik" in node.keys:
            kinds = []
        if len(kinds) > 1:
            said = " och ".join(f'"{kind}"' for kind in kinds)
            reading.report.say("ING129", f"delen har både {said}: en del är av ett enda slag", node.origin)
            return None
        if kinds:
            return BY_KEY[kinds[0]].read(node, reading)
        if "rubrik" in node.keys:
            section = SECTION.read(node, reading)
            return None if section is None else SectionPart(section)
        _say_no_kind(node, reading)
        return None

    def schema(self) -> Schema:
        """Return one of all kinds of part."""
        return {"anyOf": [*(record.schema() for record in BY_KEY.values()), {"$ref": "#/$defs/avsnitt"}]}


def _say_no_kind(node: RawMapping, reading: Reading) -> None:
    known = (*BY_KEY, "rubrik")
    near = next((f'menade du "{n}" i stället för "{key}"?' for key in node.keys if (n := nearest(key, known))), "")
    shown = ", ".join(f'"{key}"' for key in node.keys)
    help_line = near or f"ge delen en av nycklarna {', '.join(known)}"
    reading.report.say(
        "ING129", f"delen har ingen nyckel som säger vad den är, bara {shown}", node.origin, help=help_line
    )


def _default_kind(node: RawMapping, reading: Reading) -> Sourced[str]:
    return Sourced(DEFAULT_KIND, node.origin)


def _slug_of_heading(node: RawMapping, reading: Reading) -> Sourced[str]:
    """Return the heading of a section as its id."""
    entry = node.get("rubrik")
    text = entry.value.text if entry and isinstance(entry.value, RawText) else ""
    return Sourced(slug(text) or "avsnitt", node.origin)


def _no_parts(node: RawMapping, reading: Reading) -> tuple[Part, ...]:
    return ()


PART = PartReader()
EARLIER = Record(
    "det förra rapporten sade",
    Earlier,
    (
        Field("bedömning", "assessment", level("bedömning"), "bedömningen i förra rapporten"),
        Field("trend", "trend", level("trend"), "trenden i förra rapporten"),
    ),
    origin="",
)


@dataclass(frozen=True)
class SectionRecord(Record[Section]):
    """Reads a section, and remembers whether something of it could not be read."""

    def read_with(self, node: RawNode, reading: Reading, given: Mapping[str, object]) -> Section | None:
        """Return the section with what could be read of its parts, or None with findings."""
        made = super().read_with(node, reading, given)
        entry = node.get("delar") if made is not None and isinstance(node, RawMapping) else None
        if made is None or entry is None or is_empty(entry.value):
            return made
        whole = isinstance(entry.value, RawList) and len(entry.value.items) == len(made.parts)
        return replace(made, has_unread=not whole)


SECTION = SectionRecord(
    "ett avsnitt",
    Section,
    (
        Field("rubrik", "name", TEXT, "avsnittets rubrik", must=True),
        Field(
            "typ",
            "kind",
            Known("ett avsnittsslag", lambda reading: reading.kinds),
            "ett av profilens avsnittsslag",
            otherwise=_default_kind,
        ),
        Field("id", "id", ID, "valfritt, annars rubriken som slugg", otherwise=_slug_of_heading),
        Field("underrubrik", "subheading", TEXT, "upprepad rubrikrad"),
        Field("bedömning", "assessment", level("bedömning"), "id ur profilens ordlista"),
        Field("trend", "trend", level("trend"), "id ur profilens ordlista"),
        Field("föregående", "earlier", EARLIER, "valfritt: bedömning och trend i förra rapporten, för kontroller"),
        Field(
            "delar",
            "parts",
            Many(Later("del", lambda: PART)),
            "det som står i avsnittet, i ordning",
            otherwise=_no_parts,
        ),
    ),
)
