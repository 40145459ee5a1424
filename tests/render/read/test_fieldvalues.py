"""What fields show: stored results, and those that are reckoned anew."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.render.read.datepictures import written
from pipeline.render.read.equations import equation_text
from pipeline.render.read.fieldcodes import parsed
from tests.render.docx import Docx, field_of, paragraph, run
from tests.render.rendering import made, paragraphs

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
MODIFIED = (
    "<dcterms:created>2024-03-01T08:05:09Z</dcterms:created><dcterms:modified>2024-03-05T14:07:00Z</dcterms:modified>"
)


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text.replace("<", "&lt;")}</w:instrText></w:r>'


def shown(*content: str, settings: str = "") -> str:
    return " | ".join(found.text for found in paragraphs(Docx(paragraph(*content), core=MODIFIED, settings=settings)))


def alone(instruction: str) -> str:
    """Return a field without separator or result."""
    return BEGIN + code(instruction) + END


# -- instructions --


def test_an_instruction_is_taken_apart() -> None:
    found = parsed(r' HYPERLINK "https://example.se/a b" \l "mål" \o "Gå \"dit\"" \* MERGEFORMAT ')
    assert (found.kind, found.argument) == ("HYPERLINK", "https://example.se/a b")
    assert (found.switches["l"], found.switches["o"], found.formats) == ("mål", 'Gå "dit"', ("MERGEFORMAT",))


def test_switches_need_no_space_and_only_some_have_arguments() -> None:
    found = parsed(r'TOC \o"1-3"\h \z \u')
    assert dict(found.switches) == {"o": "1-3", "h": "", "z": "", "u": ""}
    assert parsed(r"REF mål \h \r").arguments == ("mål",)
    assert parsed(r"INCLUDEPICTURE C:\\bilder\\a.png \d").argument == "C:\\bilder\\a.png"
    assert parsed("").kind == parsed("   ").kind == ""


# -- sequences and references --


def test_sequences_are_counted_anew_each_for_itself() -> None:
    fields = (field_of(rf"SEQ {name} \* ARABIC", "9") for name in ("Figur", "Tabell", "Figur", "figur"))
    assert shown(*fields) == "1123"


@pytest.mark.parametrize(
    ("switches", "expected"),
    [(r"\c", "112"), (r"\r 7", "178"), (r"\n", "123"), (r"\* ROMAN", "1II3"), (r"\* alphabetic", "1b3")],
)
def test_a_sequence_may_repeat_begin_anew_or_be_written_otherwise(switches: str, expected: str) -> None:
    assert shown(*(field_of(f"SEQ a {own}", "9") for own in ("", switches, ""))) == expected


def test_a_hidden_sequence_counts_unseen() -> None:
    assert shown(field_of(r"SEQ a \h", "9"), field_of("SEQ a", "9")) == "2"


def test_a_sequence_may_begin_anew_below_each_heading() -> None:
    figure = paragraph(field_of(r"SEQ a \s 1", "9"))
    body = paragraph("A", style="H1") + figure + figure + paragraph("B", style="H1") + figure
    assert [found.text for found in paragraphs(Docx(body))] == ["A", "1", "2", "B", "1"]


def test_a_simple_field_is_counted_too() -> None:
    simple = f'<w:fldSimple w:instr=" SEQ a ">{run("9")}</w:fldSimple>'
    assert shown(simple, simple) == "12"


def marked(name: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="3" w:name="{name}"/>{content}<w:bookmarkEnd w:id="3"/>'


def test_a_reference_shows_the_text_of_its_bookmark_as_it_is_counted_now() -> None:
    caption = marked("mål", run("Tabell ") + field_of("SEQ t", "9"))
    assert shown("se ", field_of(r"REF mål \h", "Tabell 9"), " ", caption) == "se Tabell 1 Tabell 1"


def test_a_reference_to_nothing_or_to_many_paragraphs_keeps_what_was_stored() -> None:
    assert shown(field_of("REF borta", "förr")) == "förr"
    start, end = '<w:bookmarkStart w:id="3" w:name="m"/>', '<w:bookmarkEnd w:id="3"/>'
    body = paragraph(start, "a") + paragraph("b", end) + paragraph(field_of("REF m", "förr"))
    assert paragraphs(Docx(body))[-1].text == "förr"


def test_a_reference_that_is_right_keeps_the_look_of_its_stored_result() -> None:
    stored = run("a", "<w:b/>") + run("b")
    found = paragraphs(Docx(paragraph(marked("m", run("ab")), field_of("REF m", "", stored))))[0]
    assert len(found.content) == 4


# -- dates and properties --


@pytest.mark.parametrize(
    ("picture", "language", "expected"),
    [
        ("d MMMM yyyy", "sv-SE", "5 mars 2024"),
        ("dddd d MMM yy", "sv-SE", "tisdag 5 mar 24"),
        ("dddd, MMMM d, yyyy", "en-US", "Tuesday, March 5, 2024"),
        ("yyyy-MM-dd HH:mm:ss", "", "2024-03-05 14:07:00"),
        ("h:mm AM/PM", "en-GB", "2:07 PM"),
        ("'den' d/M", "sv", "den 5/3"),
        ("", "sv-SE", "2024-03-05"),
        ("", "en-US", "3/5/2024"),
    ],
)
def test_a_date_is_written_by_its_picture(picture: str, language: str, expected: str) -> None:
    assert written(datetime(2024, 3, 5, 14, 7, tzinfo=UTC), picture, language) == expected


def test_a_date_is_the_stored_one_else_the_documents_never_todays() -> None:
    assert shown(field_of(r'DATE \@ "d MMMM yyyy"', "1 maj 1999")) == "1 maj 1999"
    assert shown(alone(r'DATE \@ "d MMMM yyyy"')) == "5 mars 2024"
    assert shown(alone(r'CREATEDATE \@ "yyyy"')) == "2024"


@pytest.mark.parametrize("kind", ["DATE", "TIME"])
def test_a_date_that_is_nowhere_in_the_file_is_told_to_show_nothing(kind: str) -> None:
    told = [one.message for one in made(Docx(paragraph("Datum: ", alone(kind)))).findings if one.code == "REN420"]
    assert told == [f"fältet {kind}: det har inget lagrat resultat, så inget visas"]


def test_a_property_is_the_stored_one_until_it_is_old() -> None:
    assert shown(field_of("TITLE", "Gammal")) == "Gammal"
    assert shown(alone("TITLE")) == "Provdokument"
    dirty = field_of("TITLE", "Gammal").replace('"begin"', '"begin" w:dirty="true"')
    assert shown(dirty) == "Provdokument"
    assert shown(field_of(r"TITLE \* Upper", "Gammal"), settings="<w:updateFields/>") == "PROVDOKUMENT"


# -- other fields --


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (alone('XE "uppslag:ord"'), ""),
        (alone(r'TC "Rad" \l 2'), ""),
        (field_of('SET m "dolt"', "dolt"), ""),
        (alone("MACROBUTTON Makro klicka här"), "klicka här"),
        (alone("GOTOBUTTON mål dit"), "dit"),
        (alone(r"SYMBOL 183 \f Symbol"), "•"),
        (alone("SYMBOL 8364"), "€"),
        (alone("MERGEFIELD Namn"), "«Namn»"),
        (field_of("MERGEFIELD Namn", "Anna"), "Anna"),
        (field_of("= 1 + 1", "2"), "2"),
        (field_of("OKÄNT x", "stått"), "stått"),
        (alone('IF 3 > 2 "ja" "nej"'), "ja"),
        (alone('IF "a" = "b" "ja" "nej"'), "nej"),
        (field_of('IF "a" = "b" "ja" "nej"', "ja"), "ja"),
        (alone('QUOTE "citat"'), "citat"),
        (alone(r"EQ \f(1;2)"), "1/2"),
        (alone("AUTONUM"), "1."),
        (alone("LISTNUM"), "1)"),
    ],
)
def test_other_fields_show_what_word_prints(field: str, expected: str) -> None:
    assert shown(field) == expected


def test_a_nested_field_is_a_word_of_the_instruction_around_it() -> None:
    nested = BEGIN + code("IF ") + field_of("MERGEFIELD a", "två ord") + code(' = "två ord" "ja" "nej"') + END
    assert shown(nested) == "ja"
    link = BEGIN + code('HYPERLINK "https://') + field_of("MERGEFIELD a", "example.se") + code('"') + SEPARATE
    assert shown(link, "text", END) == "text"


def test_form_fields_show_their_state() -> None:
    def form(instruction: str, data: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        return begin + code(instruction) + END

    assert shown(form("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>")) == "☒"
    assert shown(form("FORMCHECKBOX", '<w:checkBox><w:default w:val="0"/></w:checkBox>')) == "☐"
    entries = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList>'
    assert shown(form("FORMDROPDOWN", entries)) == "b"


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        (r"EQ \f(1;2)", "1/2"),
        (r"EQ \r(3;x)", "3√(x)"),
        (r"EQ \b \bc\{ (a;b)", "(a; b)"),
        (r"EQ \i(1;5;x)", "∫(1–5) x"),
        (r'EQ \* jc2 \* "Font:MS" \o\ad(\s\up 9(ほ),本)', "ほ本"),
    ],
)
def test_equations_are_readable(instruction: str, expected: str) -> None:
    assert equation_text(instruction) == expected


def test_an_equation_without_end_takes_no_time() -> None:
    assert len(equation_text("EQ " + r"\f(" * 5000)) < 5000


# -- broken fields --


@pytest.mark.parametrize(
    "content",
    [
        BEGIN + code("PAGE") + SEPARATE + run("kvar"),
        SEPARATE + END + run("kvar"),
        END * 3 + run("kvar") + BEGIN,
        BEGIN + code("DATE") + SEPARATE + SEPARATE + run("kvar") + END,
        BEGIN * 300 + run("kvar") + END * 300,
        f"<w:del>{BEGIN}</w:del>{run('kvar')}<w:del>{END}</w:del>",
        f"{BEGIN}{run('kvar')}<w:del>{END}</w:del>",
    ],
)
def test_a_broken_field_loses_no_text(content: str) -> None:
    assert "kvar" in made(Docx(paragraph(content))).reading.lines()[0]


def test_a_field_over_paragraphs_keeps_its_result() -> None:
    body = paragraph(BEGIN, code("QUOTE x"), SEPARATE, "ett") + paragraph("två", END, "tre")
    assert [found.text for found in paragraphs(Docx(body))] == ["ett", "tvåtre"]
