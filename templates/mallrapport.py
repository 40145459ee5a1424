"""The template of the report, the decision's appendix."""

from __future__ import annotations

from mallbyggstenar import cell, field, first_header, loop, next_header, row, section, table, tag, tag_row, text
from typografi import Typography

from pipeline.compose.xml import Element, element, insert_property, paragraph

_LEVEL_WIDTH = 2300
_LISTED = ("Perspektivrubrik;1", "Avsnittsrubrik 1;1", "Avsnittsrubrik 2;2", "Områdesrubrik;2")
_CONTENTS = f'TOC \\h \\z \\t "{";".join(_LISTED)}"'


def report(t: Typography) -> tuple[Element, dict[str, Element]]:
    """Return the body and the headers by relationship id."""
    words = "{{ rapport.nämnd }}\t{{ ärende.datum }}\t{{ ärende.diarienummer }}, {{ ärende.bilaga.namn }}"
    headers = {"rId21": first_header(), "rId22": next_header(words)}
    body = element("w:body", *_cover(t), tag("{%p for del in rapport.delar %}"), *_parts(), tag("{%p endfor %}"))
    body.append(section(t, {"default": "rId22"}, first_differs=False))
    return body, headers


def _cover(t: Typography) -> list[Element]:
    end = paragraph("Innehallsslut")
    insert_property(end[0], section(t, {"first": "rId21", "default": "rId22"}, first_differs=True))
    contents = field(_CONTENTS, "Innehållsförteckningen fylls i när dokumentet görs")
    return [
        text("Arendeuppgift", "{{ ärende.diarienummer }}"),
        text("Arendeuppgift", "{{ ärende.bilaga.namn }}"),
        text("Title", "{{ rapport.titel }}"),
        text("Subtitle", "{{ rapport.nämnd }}"),
        text("TOCHeading", "Innehållsförteckning"),
        paragraph("TOC1", *contents),
        end,
    ]


def _parts() -> list[Element]:
    branches = {
        "rubrik": [tag("{{p del.rubrik }}"), *_when("del.underrubrik", text("Underrubrik", "{{ del.underrubrik }}"))],
        "bedömning": [_levels("del")],
        "text": [tag("{{p del.text }}")],
        "mål": _goals(),
        "åtaganden": _undertakings(),
        "indikatorer": _indicators(),
        "tabell": _statement(),
        "sammanställning": _summary(),
        "teckenförklaring": _legend(),
    }
    made: list[Element] = []
    for number, (kind, content) in enumerate(branches.items()):
        word = "elif" if number else "if"
        made += [tag(f'{{%p {word} del.slag == "{kind}" %}}'), *content]
    return [*made, tag("{%p endif %}")]


def _when(condition: str, *content: Element) -> list[Element]:
    return [tag(f"{{%p if {condition} %}}"), *content, tag("{%p endif %}")]


def _levels(owner: str) -> Element:
    """Return the small table of an assessment: a column for each vocabulary, the symbol beside its word."""
    names = loop("tc", f"for nivå in {owner}.nivåer", [cell("Bedomningshuvud", "{{ nivå.kolumn }}", _LEVEL_WIDTH)])
    words = loop(
        "tc", f"for nivå in {owner}.nivåer", [cell("Bedomning", "{{r nivå.symbol }} {{ nivå.ord }}", _LEVEL_WIDTH)]
    )
    between = "{% if not loop.first %} och {% endif %}"
    caption = f"{{% for nivå in {owner}.nivåer %}}{between}{{{{ nivå.kolumn }}}}{{% endfor %}}"
    return table("Bedomningstabell", [row(names, head=True), row(words)], caption, columns=3, fixed=_LEVEL_WIDTH)


def _goals() -> list[Element]:
    return [
        tag("{{p del.rubrik }}"),
        tag("{%p for mål in del.mål %}"),
        tag("{{p mål.rubrik }}"),
        *_when("mål.nivåer", _levels("mål")),
        *_when("mål.text", tag("{{p mål.text }}")),
        tag("{%p endfor %}"),
    ]


def _undertakings() -> list[Element]:
    return [
        tag("{{p del.rubrik }}"),
        tag("{%p for åtagande in del.åtaganden %}"),
        tag("{{p åtagande.rubrik }}"),
        _levels("åtagande"),
        *_when("åtagande.text", tag("{{p åtagande.text }}")),
        tag("{%p endfor %}"),
    ]


def _indicators() -> list[Element]:
    head = [cell("Tabellhuvud", "{{ del.första_kolumnen }}")]
    head += loop("tc", "for kolumn in del.kolumner", [cell("Tabellhuvudtal", "{{ kolumn }}")])
    body = [
        cell("Tabelltextliten", "{{ rad.namn }}"),
        *loop("tc", "for värde in rad.värden", [cell("Tabelltal", "{{ värde }}")]),
    ]
    rows = [row(head, head=True), *loop("tr", "for rad in del.rader", [row(body)])]
    return [tag("{{p del.rubrik }}"), table("Rapporttabell", rows, "{{ del.namn }}", columns=4)]


def _statement() -> list[Element]:
    head = [cell("Tabellhuvud", "{{ del.första_kolumnen }}")]
    head += loop("tc", "for kolumn in del.kolumner", [cell("Tabellhuvudtal", "{{ kolumn }}")])
    rows = loop(
        "tr",
        "for rad in del.rader",
        [
            tag_row('{%tr if rad.slag == "rad" %}'),
            _statement_row("Tabelltextliten", "Tabelltal"),
            tag_row("{%tr else %}"),
            _statement_row("Tabelltextsumma", "Tabelltalsumma"),
            tag_row("{%tr endif %}"),
        ],
    )
    title = _when("del.namn", text("Tabellrubrik", "{{ del.namn }}{% if del.enhet %} ({{ del.enhet }}){% endif %}"))
    return [*title, table("Rapporttabell", [row(head, head=True), *rows], "{{ del.namn }}", columns=4)]


def _statement_row(label: str, number: str) -> Element:
    return row([cell(label, "{{ rad.namn }}"), *loop("tc", "for värde in rad.värden", [cell(number, "{{ värde }}")])])


def _summary() -> list[Element]:
    head = [cell("Tabellhuvud", "{{ del.första_kolumnen }}")]
    head += loop("tc", "for kolumn in del.kolumner", [cell("Tabellhuvud", "{{ kolumn }}")])
    levels = loop("tc", "for nivå in rad.nivåer", [cell("Tabelltext", "{{r nivå.symbol }} {{ nivå.ord }}")])
    rows = [
        row(head, head=True),
        *loop("tr", "for rad in del.rader", [row([cell("Tabelltext", "{{ rad.namn }}"), *levels])]),
    ]
    title = _when("del.namn", text("Tabellrubrik", "{{ del.namn }}"))
    return [*title, table("Rapporttabell", rows, "{{ del.namn }}", columns=4)]


def _legend() -> list[Element]:
    head = row([cell("Tabellhuvud", "Symbol", 1300), cell("Tabellhuvud", "Innebörd", 6200)], head=True)
    line = row([cell("Tabelltext", "{{r nivå.symbol }}", 1300), cell("Tabelltext", "{{ nivå.betydelse }}", 6200)])
    rows = [head, *loop("tr", "for nivå in ordlista.nivåer", [line])]
    return [
        tag("{%p for ordlista in del.ordlistor %}"),
        tag("{{p ordlista.rubrik }}"),
        text("BodyText", "{{ ordlista.förklaring }}"),
        table("Rapporttabell", rows, "{{ ordlista.namn }}", columns=2, fixed=3750),
        tag("{%p endfor %}"),
    ]
