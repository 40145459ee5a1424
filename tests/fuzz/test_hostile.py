"""Attacks by name: each is bounded and refused by a finding, or does nothing; nothing outside of the case is read."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest

from tests.fuzz.ground import (
    CASE,
    CONTRIBUTION,
    DECISION,
    MARKDOWN,
    PROFILE,
    REPORT,
    TEMPLATE,
    WORKBOOK,
    Ground,
    Played,
)
from tests.fuzz.wrongs import zipped

SECRET = "hemligheten utanför ärendet"
OFFICE = {WORKBOOK: "xl/worksheets/sheet1.xml", CONTRIBUTION: "word/document.xml", TEMPLATE: "word/document.xml"}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def office(ground: Ground, name: str) -> dict[str, bytes]:
    """Return the parts of the workbook, the template, or a contribution."""
    return parts_of(ground.contributions[3] if name == CONTRIBUTION else ground.file(name).read_bytes())


def played(ground: Ground, name: str, data: bytes) -> Played:
    """Return what comes of one hostile file, without a fault: bounded, told, and nothing outside read."""
    came = ground.play({name: data, **({REPORT: ground.with_word} if name == CONTRIBUTION else {})})
    assert came.fault == ""
    assert not any(SECRET in f"{each.message}{each.excerpt}" for each in came.findings)
    return came


def with_text(ground: Ground, name: str, old: str, new: str) -> bytes:
    text = ground.file(name).read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1).encode()


# Archives and XML


@pytest.mark.parametrize("name", OFFICE)
@pytest.mark.parametrize("size", [200 * 2**20, 600 * 2**20])
def test_a_zip_bomb(ground: Ground, name: str, size: int) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in office(ground, name).items():
            archive.writestr(part, data)
        with archive.open("word/media/bomb.png", "w", force_zip64=True) as bomb:
            for _ in range(size // 2**20):
                bomb.write(bytes(2**20))
    assert played(ground, name, out.getvalue()).errors & {"ING205", "KOM101"}


@pytest.mark.parametrize("name", OFFICE)
def test_a_zip_bomb_that_lies_about_its_size(ground: Ground, name: str) -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join([*(packed.compress(bytes(2**20)) for _ in range(300)), packed.flush()])
    honest = zipped({**office(ground, name), OFFICE[name]: b"A" * 4000})
    with zipfile.ZipFile(BytesIO(honest)) as archive:
        info = archive.getinfo(OFFICE[name])
    at = info.header_offset + 30 + len(info.filename)
    lying = honest[:at] + data + honest[at + info.compress_size :]
    lying = lying.replace(pack("<L", info.compress_size) + pack("<L", 4000), pack("<L", len(data)) + pack("<L", 4000))
    assert played(ground, name, lying).errors


@pytest.mark.parametrize("name", OFFICE)
def test_ten_thousand_parts(ground: Ground, name: str) -> None:
    many = {**office(ground, name), **{f"x/{number}.xml": b"<a/>" for number in range(10_000)}}
    assert played(ground, name, zipped(many)).errors & {"ING205", "KOM101"}


@pytest.mark.parametrize("name", OFFICE)
@pytest.mark.parametrize("hidden", ["../../../../tmp/ute.xml", "/tmp/ute.xml", "C:\\ute.xml", "word/../../ute.xml"])
def test_a_name_in_an_archive_that_leads_out_of_it_writes_nothing(ground: Ground, name: str, hidden: str) -> None:
    played(ground, name, zipped({hidden: b"ute", **office(ground, name)}))
    assert not list(ground.folder.rglob("ute.xml"))
    assert not Path("/tmp/ute.xml").exists()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("name", OFFICE)
@pytest.mark.parametrize("part", ["", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize(
    "declared",
    [
        LAUGHS + "]>",
        '<!DOCTYPE x [<!ENTITY i SYSTEM "file://{secret}">]>',
        '<!DOCTYPE x SYSTEM "file://{secret}">',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
    ],
    ids=["laughs", "external", "dtd", "network"],
)
def test_entities_and_document_types(ground: Ground, tmp_path: Path, name: str, part: str, declared: str) -> None:
    secret = tmp_path / "hemligt.txt"
    secret.write_text(SECRET, "utf-8")
    parts = office(ground, name)
    chosen = part or OFFICE[name]
    body = re.sub(rb"<\?xml[^>]*\?>", b"", parts[chosen])
    body = body.replace(b"</w:t>", b"&i;</w:t>", 3).replace(b"</v>", b"&i;</v>", 3)
    parts[chosen] = declared.replace("{secret}", str(secret)).encode() + body
    came = played(ground, name, zipped(parts))
    assert came.errors & {"ING206", "KOM101"} or part == "[Content_Types].xml"  # which no reader here reads


@pytest.mark.parametrize("name", OFFICE)
def test_xml_a_hundred_thousand_levels_deep(ground: Ground, name: str) -> None:
    parts = office(ground, name)
    parts[OFFICE[name]] = b"<a>" * 100_000 + b"</a>" * 100_000
    assert played(ground, name, zipped(parts)).errors


@pytest.mark.parametrize("name", [CONTRIBUTION, TEMPLATE])
@pytest.mark.parametrize("levels", [60, 240])
def test_tables_in_tables(ground: Ground, name: str, levels: int) -> None:
    parts = office(ground, name)
    cell = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>', "<w:p/></w:tc></w:tr></w:tbl>"
    deep = (cell[0] * levels + "<w:p><w:r><w:t>inne</w:t></w:r></w:p>" + cell[1] * levels).encode()
    parts[OFFICE[name]] = re.sub(rb"(<w:body>)", lambda match: match[1] + deep, parts[OFFICE[name]], count=1)
    played(ground, name, zipped(parts))


@pytest.mark.parametrize("name", OFFICE)
@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:9/x", "file:///etc/passwd", "\\\\127.0.0.1\\x", "../../../../../etc/passwd"]
)
def test_external_relationships_are_never_followed(ground: Ground, name: str, target: str) -> None:
    parts = office(ground, name)
    kinds = ("image", "attachedTemplate", "oleObject", "externalLinkPath", "hyperlink", "subDocument", "frame")
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="ut{at}" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'
        f'<Relationship Id="in{at}" Type="{base}/{kind}" Target="{target}"/>'
        for at, kind in enumerate(kinds)
    )
    folder, _, leaf = OFFICE[name].rpartition("/")
    rels = f"{folder}/_rels/{leaf}.rels"
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts[rels] = parts.get(rels, empty).replace(b"</Relationships>", links.encode() + b"</Relationships>")
    played(ground, name, zipped(parts))


def png(width: int, height: int) -> bytes:
    """Return a picture that says it has that many pixels, all of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">L", len(data)) + kind + data + pack(">L", zlib.crc32(kind + data))

    packed = zlib.compressobj(9)
    rows = b"".join([*(packed.compress(bytes(2**20)) for _ in range(64)), packed.flush()])
    head = pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (2**31 - 1, 2**31 - 1), (1, 2**31 - 1), (0, 0)])
def test_a_huge_picture(ground: Ground, width: int, height: int) -> None:
    parts = parts_of(ground.contributions[5])
    media = [name for name in parts if name.endswith(".png")]
    assert media
    for name in media:
        parts[name] = png(width, height)
    played(ground, CONTRIBUTION, zipped(parts))


def test_a_symbol_that_reads_files_calls_out_or_grows(ground: Ground, tmp_path: Path) -> None:
    secret = tmp_path / "hemligt.svg"
    secret.write_text(SECRET, "utf-8")
    for body in (
        f'<image href="file://{secret}" width="9" height="9"/>',
        '<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>',
        f'<use href="{secret}#a"/>',
        '<g id="a"><use href="#b"/><use href="#b"/></g>'
        + "".join(
            f'<g id="{a}">{f"<use href={chr(34)}#{b}{chr(34)}/>" * 10}</g>'
            for a, b in zip("bcdefgh", "cdefghi", strict=True)
        ),
        '<script>fetch("http://127.0.0.1:9")</script>',
        "<g>" * 50_000 + "</g>" * 50_000,
    ):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{body}</svg>'.encode()
        played(ground, "templates/eskilstuna/symboler/uppnar.svg", svg)
    for size in ("1e9", "999999999999", "-1", "NaN"):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"/>'.encode()
        played(ground, "templates/eskilstuna/symboler/uppnar.svg", svg)


# The workbook


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1">' + "".join('<c t="str"><v>x</v></c>' for _ in range(200_000)) + "</row>",
        '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>',
        '<row r="99999999999999999999"><c r="A99999999999999999999"><v>1</v></c></row>',
        '<row r="-5"><c r="A-5"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99999999999</v></c><c r="B1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1"><v>' + "9" * 100_000 + "</v></c></row>",
        '<row r="1"><c r="A1"><v>1e999999</v></c><c r="B1"><v>NaN</v></c><c r="C1" t="d"><v>x</v></c></row>',
        '<row r="1"><c r="A1"><f>' + "(" * 20_000 + "1" + ")" * 20_000 + "</f><v>1</v></c></row>",
        '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:XFD1048576">A2</f><v>1</v></c></row>',
    ],
    ids=["wide", "column", "row", "negative", "string", "digits", "numbers", "formula", "shared"],
)
def test_a_workbook_of_odd_cells(ground: Ground, cells: str) -> None:
    parts = office(ground, WORKBOOK)
    for name in [name for name in parts if "worksheets/sheet" in name]:
        parts[name] = re.sub(
            rb"<sheetData>.*</sheetData>", lambda _: f"<sheetData>{cells}</sheetData>".encode(), parts[name], flags=re.S
        )
    played(ground, WORKBOOK, zipped(parts))


@pytest.mark.parametrize("area", ["A1:XFD1048576", "A1:ZZZZZ99999999999", "B2:A1", ":", "A1:"])
def test_merged_cells_and_hidden_columns_over_everything(ground: Ground, area: str) -> None:
    parts = office(ground, WORKBOOK)
    for name in [name for name in parts if "worksheets/sheet" in name]:
        merged = f'<mergeCells><mergeCell ref="{area}"/></mergeCells></worksheet>'.encode()
        hidden = b'<cols><col min="1" max="999999999" hidden="1" width="1"/></cols><sheetData'
        parts[name] = parts[name].replace(b"</worksheet>", merged).replace(b"<sheetData", hidden, 1)
    played(ground, WORKBOOK, zipped(parts))


# YAML and the profile


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{n}: &{n} [{','.join([f'*{b}'] * 9)}]\n" for b, n in zip("abcdefgh", "bcdefghi", strict=True)),
        "&a [*a]",
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000 + "x",
        "? " * 50_000 + "x",
        "a: !!python/object/apply:os.system ['touch /tmp/ute']",
        "a: !!python/name:os.system",
        "%TAG ! tag:x,2000:\n---\na: !b c",
        "a: 'x\x00y'",
        "a: |\n" + "  rad\n" * 400_000,
        "k" * 3_000_000 + ": v",
        "".join(f"k{n}: v\n" for n in range(120_000)),
    ],
    ids=["laughs", "self", "lists", "maps", "dashes", "keys", "apply", "name", "tag", "nul", "long", "key", "many"],
)
@pytest.mark.parametrize("name", [CASE, PROFILE])
def test_hostile_yaml(ground: Ground, name: str, text: str) -> None:
    assert played(ground, name, text.encode()).errors


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1", "cp037"])
@pytest.mark.parametrize("name", [CASE, PROFILE, MARKDOWN])
def test_another_encoding(ground: Ground, name: str, encoding: str) -> None:
    assert played(ground, name, (ground.file(name).read_text("utf-8") + "# åäö\n").encode(encoding, "replace")).errors


OUT = (
    "../../../../../../etc/passwd",
    "/etc/passwd",
    "texter/../../../hemligt.md",
    "file:///etc/passwd",
    "\\\\värd\\x",
    "~/x.md",
    "lank.md",
    "ring.md",
)


@pytest.mark.parametrize("path", OUT)
def test_a_path_in_the_yaml_that_leads_out_of_the_case(ground: Ground, tmp_path: Path, path: str) -> None:
    (tmp_path / "hemligt.md").write_text(SECRET, "utf-8")
    link, ring = (ground.file(f"inputs/prov/{name}") for name in ("lank.md", "ring.md"))
    link.symlink_to(tmp_path / "hemligt.md")
    ring.symlink_to(ring)
    try:
        text = with_text(ground, REPORT, "texter/forsta-avsnittet.md", f"'{path}'")
        assert played(ground, REPORT, text).errors & {"ING101", "ING102", "ING106"}
        profile = re.sub(
            r"(?m)^(\s*symbol:).*$", rf"\1 '{path}'".replace("\\", "\\\\"), ground.file(PROFILE).read_text("utf-8")
        )
        assert played(ground, PROFILE, profile.encode()).errors & {"ING101", "ING106", "ING110", "ING129"}
    finally:
        link.unlink()
        ring.unlink()


def test_a_template_that_the_case_names_outside_of_the_templates(ground: Ground) -> None:
    for name in ("../../inputs/prov", "/etc", ".", "..", "eskilstuna/.."):
        assert "ING135" in played(ground, CASE, with_text(ground, CASE, "mall: eskilstuna", f"mall: '{name}'")).errors


@pytest.mark.parametrize(
    "pattern", [r"(a+)+$", r"([A-Z]+)+\\d", r"(?:(?:(?:a{1000}){1000}){1000})", "(" * 500 + ")" * 500]
)
def test_a_pattern_that_never_ends(ground: Ground, pattern: str) -> None:
    profile = re.sub(
        r"(?m)^diarienummer:.*$", lambda _: f"diarienummer: '{pattern}'", ground.file(PROFILE).read_text("utf-8")
    )
    case = with_text(ground, CASE, '"KSKF/2024:1"', '"' + "A" * 60 + '!"')
    came = ground.play({PROFILE: profile.encode(), CASE: case}, seconds=20)
    assert came.fault == ""
    assert came.errors & {"ING136", "ING150"}


# Prose


@pytest.mark.parametrize(
    "text",
    [
        "> " * 10_000 + "x",
        "- " * 10_000 + "x",
        "".join("  " * depth + "- x\n" for depth in range(2_000)),
        "[" * 50_000,
        "*" * 50_000 + "a" + "*" * 50_000,
        "*a **b " * 10_000,
        "`" * 30_000 + "a",
        "![" * 20_000 + "](x)" * 20_000,
        "<" * 50_000,
        "<!-- " * 20_000,
        "&" * 50_000,
        "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|b" * 20_000,
        "a\n" * 50_000,
        "[a]: <" + "x" * 100_000 + ">\n\n" + "[a]" * 10_000,
        "{" * 50_000 + "}" * 50_000,
        "{{ ''.__class__ }} {% for x in range(10**9) %} {#",
        "{ärende.__class__} {0} {a!r:>999999999}",
        "ord " * 60_000,
        "e\u0301" * 100_000 + "\u202e" * 100,
    ],
    ids=[
        "quotes",
        "dashes",
        "lists",
        "brackets",
        "stars",
        "mixed",
        "ticks",
        "images",
        "less",
        "comments",
        "ampersands",
        "table",
        "lines",
        "references",
        "braces",
        "jinja",
        "format",
        "words",
        "marks",
    ],
)
def test_hostile_prose(ground: Ground, text: str) -> None:
    played(ground, MARKDOWN, text.encode())


def test_a_table_wider_than_word_can_open_is_refused(ground: Ground) -> None:
    for columns, refused in ((63, False), (64, True)):
        text = "|a" * columns + "|\n" + "|-" * columns + "|\n" + "|b" * columns + "|\n"
        assert ("KOM112" in played(ground, MARKDOWN, text.encode()).errors) == refused


# Templates


def filled(ground: Ground, tags: str, name: str = DECISION) -> Played:
    parts = office(ground, name) if name != DECISION else parts_of(ground.file(DECISION).read_bytes())
    text = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{line.replace("&", "&amp;").replace("<", "&lt;")}</w:t></w:r></w:p>'
        for line in tags.split("\n")
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + text.encode(), 1)
    return played(ground, name, zipped(parts))


@pytest.mark.parametrize(
    "tags",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ärende.__init__.__globals__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ '{0.__class__}'.format(ärende) }}",
        "{{ ärende._name }}",
        "{{ range(10**9)|list }}",
        "{% for x in range(10**9) %}x{% endfor %}",
        "{{ lipsum(n=10**6) }}",
        "{% include '/etc/passwd' %}",
        "{% import '/etc/passwd' as x %}",
        "{% extends '/etc/passwd' %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% block a %}{% endblock %}",
        "{{ 'a' * 10**10 }}",
        "{{ 10**10**9 }}",
        "{{ 'a'.ljust(10**10) }}",
        "{{ 'a'.encode().ljust(10**10) }}",
        "{{ 'a'|center(10**10) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '%9999999999d'|format(1) }}",
        "{{ (1).to_bytes(10**10) }}",
        "{{ 'aaaa'|replace('a', 'a' * 10**9) }}",
        "{{ [1]|batch(10**10, 0)|list }}",
        "{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
        "{% set a = 'aaaaaaaa' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
        "{% set a = 'aaaaaaaa' %}" + "{% set a = a|join(a) %}" * 12 + "{{ a }}",
        "{% set a = 'aaaaaaaa' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
        "{% set a = 9 %}" + "{% set a = a * a %}" * 40 + "{{ a }}",
        "{% for x in 'aaaaaaaaaa' %}" * 9 + "x" + "{% endfor %}" * 9,
        "{% for x in ärende.avsnitt recursive %}{{ loop(ärende.avsnitt) }}{% endfor %}",
        "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
        "{{ " + "not " * 5_000 + "1 }}",
        "{{ 1" + " + 1" * 20_000 + " }}",
        "{{ a" + ".a" * 20_000 + " }}",
        "{{ 'a'" + "|upper" * 5_000 + " }}",
    ],
)  # fmt: skip
def test_a_tag_that_would_get_out_or_grow_is_refused(ground: Ground, tags: str) -> None:
    assert filled(ground, tags).errors & {"KOM102", "KOM103", "KOM104", "KOM105", "KOM106"}


def test_loops_in_loops_in_loops(ground: Ground) -> None:
    for levels in (20, 30, 300):
        assert filled(ground, "{% for x in 'ab' %}" * levels + "x" + "{% endfor %}" * levels).errors


def test_tags_in_the_words_of_the_case_are_words(ground: Ground) -> None:
    title = "{{ ''.__class__ }} {% for x in y %}"
    came = played(ground, CASE, with_text(ground, CASE, 'titel: "Prov"', f'titel: "{title}"'))
    assert not came.errors & {"KOM102", "KOM103", "KOM104", "KOM105"}


ODD_ATTRIBUTE = re.compile(rb'(w:(?:w|val|id|numId|ilvl|left|start)=")\d+"')


@pytest.mark.parametrize("value", ["x", "-1", "1e999", "nan", "99999999999999999999", "", "²", "12cm"])
def test_odd_values_in_every_attribute_of_a_template(ground: Ground, value: str) -> None:
    for name in (DECISION, TEMPLATE):
        parts = parts_of(ground.file(name).read_bytes())
        for part in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
            if part in parts:
                odd = re.sub(
                    rb'(w:(?:w|val|id|numId|ilvl|left|start)=")\d+"', rb"\g<1>" + value.encode() + b'"', parts[part]
                )
                played(ground, name, zipped({**parts, part: odd}))


def test_elements_that_no_schema_has_in_a_template(ground: Ground) -> None:
    parts = parts_of(ground.file(TEMPLATE).read_bytes())
    odd = (
        b'<x:ting xmlns:x="urn:x"/><k:slot xmlns:k="urn:kansli:slot" n="99"/><k:slot xmlns:k="urn:kansli:slot" n="x"/>'
    )
    document = re.sub(rb"(<w:(?:pPr|rPr|tblPr|tcPr|body|tr|tc)>)", rb"\1" + odd, parts["word/document.xml"])
    played(ground, TEMPLATE, zipped({**parts, "word/document.xml": document}))
