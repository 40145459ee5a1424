"""Files made wrong at random, repeatably: text of YAML and Markdown, and Office files with their parts."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random
from xml.sax.saxutils import escape

from tests.fuzz.ground import CASE, CONTRIBUTION, DECISION, MARKDOWN, PROFILE, REPORT, TEMPLATE, WORKBOOK, Ground
from tests.render.fuzz.mutations import mutated

ODD = (
    *(
        "",
        "~",
        "null",
        "-",
        "*",
        "&a",
        "*a",
        "!!python/object/apply:os.system [id]",
        "!!int 3",
        "{",
        "}",
        "[",
        "]",
        "|",
        ">",
    ),
    *("%YAML 9.9", "---", "...", "\t", "\x00", "\ufeff", "\u202e", "\u0085", "\u2028", "9" * 400, "1e999", "-1", "NaN"),
    *("../../../etc/passwd", "/etc/passwd", "texter/../../../etc/passwd", "C:\\x", "file:///etc/passwd", "texter", "."),
    *(
        "http://[::1",
        "{{ ärende }}",
        "{% for x in y %}",
        "{{ ''.__class__ }}",
        "{saknas}",
        "{",
        "{}",
        "{a:b}",
        "\\",
        "\\u",
    ),
    *(
        "2023-02-30",
        "0000-00-00",
        "99999-01-01",
        "(a+)+$",
        "[",
        "(?P<",
        "\\1",
        "ja",
        "nej",
        "true",
        "22:30",
        "0x1F",
        "\u0661",
    ),
    *(
        "# ",
        "###### ",
        "> ",
        "- ",
        "1. ",
        "999999999999. ",
        "|a|b|\n|-|-|\n|c|",
        "```",
        "<!--",
        "<b>",
        "![x](y)",
        "[x](y)",
    ),
    *(
        "[x]: y",
        "&#0;",
        "&#x110000;",
        "&nbsp;",
        "**",
        "__",
        "~~",
        "***a**b*",
        "[[[[",
        "\r",
        "\f",
        "a" * 5000,
        "å" * 300,
    ),
)
_JINJA = (
    *("{{ ''.__class__.__mro__ }}", "{{ ärende.__init__.__globals__ }}", "{{ 'a' * 10**9 }}", "{{ 10**10**8 }}"),
    *(
        "{{ ''|attr('__class__') }}",
        "{{ range(10**9)|list }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ self }}",
        "{{ config }}",
    ),
    *(
        "{% include '/etc/passwd' %}",
        "{% import 'os' as x %}",
        "{% extends 'x' %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    ),
    *(
        "{{ 'x'.ljust(10**9) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'x'|center(10**9) }}",
        "{{ '{0.__class__}'.format(1) }}",
    ),
    *(
        "{{ ärende.saknas.fält }}",
        "{{ ärende }}",
        "{{ ärende.avsnitt }}",
        "{{ 1/0 }}",
        "{{ 'a' + 1 }}",
        "{{ [].append }}",
    ),
    *("{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}", "{{ (" * 300 + "1" + ") }}" * 3),
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "{% if %}",
        "{% endif %}",
        "{%p for x in y %}",
        "{%tr endfor %}",
        "{{r x }}",
        "{{p y }}",
    ),
    *(
        "{% for a in 'aaaaaaaa' %}" * 8 + "x" + "{% endfor %}" * 8,
        "{% raw %}",
        "{{ x|saknas }}",
        "{% cellbg 'FF' %}",
        "{% vm %}",
    ),
    *("{% for x in ärende.avsnitt recursive %}{{ loop(ärende.avsnitt) }}{% endfor %}", "{{ " + "-" * 3000 + "1 }}"),
)
Files = dict[str, bytes]
Target = Callable[[Ground, Random], Files]


def text_made_wrong(text: str, random: Random) -> bytes:
    """Return a text with one to six things wrong, some of them in its bytes."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 6)):
        random.choice(_TEXT)(lines, random)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    if random.random() < 0.05:
        data = "\n".join(lines).encode(random.choice(("utf-16", "latin-1", "utf-32")), "replace")
    if random.random() < 0.1 and data:
        at = random.randrange(len(data))
        data = data[:at] + bytes([random.randrange(256)]) + data[at + random.randint(0, 3) :]
    return data


def _insert(lines: list[str], random: Random) -> None:
    lines.insert(random.randint(0, len(lines)), " " * random.randint(0, 8) + random.choice(ODD))


def _value(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    head, mark, _ = lines[at].partition(":")
    lines[at] = f"{head}{mark} {random.choice(ODD)}" if mark else random.choice(ODD)


def _splice(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    place = random.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + random.choice(ODD) + lines[at][place:]


def _drop(lines: list[str], random: Random) -> None:
    if len(lines) > 1:
        del lines[random.randrange(len(lines))]


def _double(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    lines[at:at] = lines[at : at + random.randint(1, 12)] * random.choice((1, 1, 2, 40))


def _shift(lines: list[str], random: Random) -> None:
    at = random.randrange(len(lines))
    lines[at] = " " * random.randint(0, 9) + lines[at].lstrip()


def _swap(lines: list[str], random: Random) -> None:
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _nest(lines: list[str], random: Random) -> None:
    depth = random.choice((3, 30, 70, 3000))
    lines.insert(random.randint(0, len(lines)), random.choice(("[", "{a: ", "- ", "> ", "*", "(", "![", "|")) * depth)


_TEXT = (_insert, _value, _value, _splice, _splice, _drop, _double, _shift, _swap, _nest)


def yaml(ground: Ground, random: Random) -> Files:
    """Make the case's own files wrong."""
    name = random.choice((CASE, REPORT, "inputs/prov/nyckeltal.yaml"))
    return {name: text_made_wrong(ground.file(name).read_text("utf-8"), random)}


def markdown(ground: Ground, random: Random) -> Files:
    """Make a text wrong."""
    text = "# Rubrik\n\nOrd *i* **stycke** {exempelsumma}.\n\n- punkt\n  1. under\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    return {MARKDOWN: text_made_wrong(ground.file(MARKDOWN).read_text("utf-8") + text, random)}


def profile(ground: Ground, random: Random) -> Files:
    """Make the municipality's profile wrong."""
    return {PROFILE: text_made_wrong(ground.file(PROFILE).read_text("utf-8"), random)}


def excel(ground: Ground, random: Random) -> Files:
    """Make the workbook wrong, in its parts or as an archive."""
    return {WORKBOOK: mutated(ground.file(WORKBOOK).read_bytes(), random)}


def word(ground: Ground, random: Random) -> Files:
    """Make a contribution in Word wrong."""
    return {CONTRIBUTION: mutated(random.choice(ground.contributions), random), REPORT: ground.with_word}


def template(ground: Ground, random: Random) -> Files:
    """Make a template wrong: its tags, its parts or both."""
    name = random.choice((TEMPLATE, DECISION))
    data = ground.file(name).read_bytes()
    if random.random() < 0.7:
        data = with_tags(data, random)
    return {name: mutated(data, random) if random.random() < 0.5 else data}


def with_tags(data: bytes, random: Random) -> bytes:
    """Return a template with a few of its texts exchanged for, or lengthened with, odd tags."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    pieces = parts["word/document.xml"].decode().split("</w:t>")
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(pieces) - 1) if len(pieces) > 1 else 0
        kept = pieces[at] if random.random() < 0.6 else pieces[at].rsplit(">", 1)[0] + ">"
        pieces[at] = kept + escape(random.choice(_JINJA))
    return zipped({**parts, "word/document.xml": "</w:t>".join(pieces).encode()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive of parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


TARGETS: dict[str, Target] = {
    "yaml": yaml, "markdown": markdown, "profil": profile, "excel": excel, "word": word, "mall": template,
}  # fmt: skip
