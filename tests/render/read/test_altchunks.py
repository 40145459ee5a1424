"""Files inserted whole (altChunk): their text stands in its place, whatever kind they are of, and is told."""

from __future__ import annotations

from random import Random

import pytest

from pipeline.render.read.rtftext import rtf_lines
from pipeline.render.tree import Paragraph, Table, TextRun
from tests.render.docx import Docx, abstract, drawing, instance, item, level, note, paragraph, reference, row, table
from tests.render.fuzz.rounds import play_file
from tests.render.pdf.pictures import png
from tests.render.rendering import Made, document, made

HTML = "<html><head><title>T</title></head><body><h1>Rubrik</h1><p>Ett <b>fett</b> ord<br>rad två</p></body></html>"
RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\x y;}\f0 Sm\'e5 \u8211? ord\par N\'e4sta {\b rad}\par}"
MHT = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; "
    b"charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Sm=C3=A5 ord</p>\r\n--x--\r\n"
)
INNER = Docx(
    paragraph("Inre text", drawing("p", alt="bild"), reference(1))
    + item("punkt")
    + table(row("a", "b"))
    + '<w:altChunk r:id="rI"/>',
    numbering=abstract(0, level(0)) + instance(1, 0),
    footnotes=note(1, "en not"),
    media={"p": ("a.png", png()), "rI": ("b.txt", b"innerst")},
)


def docx(data: bytes, name: str) -> Docx:
    body = paragraph("Före") + '<w:altChunk r:id="rA"/>' + paragraph("Efter")
    return Docx(body, media={"rA": (name, data)})


def shown(data: bytes, name: str = "bilaga.bin") -> Made:
    return made(docx(data, name))


@pytest.mark.parametrize(
    ("data", "name", "lines"),
    [
        (HTML.encode(), "a.html", ["Rubrik", "Ett fett ord", "rad två"]),
        (HTML.encode("utf-16"), "a.html", ["Rubrik", "Ett fett ord", "rad två"]),
        (RTF, "a.rtf", ["Små – ord", "Nästa rad"]),
        ("Små ord\n\nnästa rad".encode("cp1252"), "a.txt", ["Små ord", "nästa rad"]),
        (MHT, "a.mht", ["Små ord"]),
    ],
    ids=["html", "utf16", "rtf", "text", "mht"],
)
def test_the_text_of_an_inserted_file_stands_in_its_place(data: bytes, name: str, lines: list[str]) -> None:
    result = shown(data, name)
    assert [line.strip() for line in result.reading.lines()] == ["Före", *lines, "Efter"]
    assert [code for code in result.codes if code != "REN410"] == ["REN438"]


def test_its_words_are_counted() -> None:
    words = shown(b"ett tu tre", "a.txt").rendered.words
    assert (words.package, words.missing) == (5, ())


def test_bold_words_stay_bold() -> None:
    block = document(docx(HTML.encode(), "a.html")).sections[0].blocks[2]
    assert isinstance(block, Paragraph)
    assert [run.style.bold for run in block.content if isinstance(run, TextRun)][:3] == [False, True, False]


def test_a_word_file_within_brings_its_tables_lists_and_pictures() -> None:
    result = shown(INNER.bytes(), "a.docx")
    said = " ".join(" ".join(result.reading.lines()).split())
    assert said.startswith("Före Inre text 1. punkt a")
    assert said.endswith("b innerst Efter")
    assert len(result.reading.shapes_of("picture")) == 1
    assert result.rendered.words.missing == ()
    assert any(isinstance(block, Table) for block in document(docx(INNER.bytes(), "a")).sections[0].blocks)


def test_word_files_in_each_other_end_somewhere() -> None:
    data = paragraph("mitt").encode()
    for _ in range(5):
        body = paragraph("lager") + '<w:altChunk r:id="rA"/>'
        data = Docx(body, media={"rA": ("a.docx", data)}).bytes()
    assert shown(data, "a.docx").reading.lines().count("lager") == 2
    told = [each.shown for each in document(docx(data, "a.docx")).unsupported]
    assert told[0] == "den ligger för djupt i andra infogade filer och utelämnas"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04skadad"])
def test_an_inserted_file_that_cannot_be_read_is_told(data: bytes) -> None:
    result = shown(data)
    assert result.reading.lines() == ["Före", "Efter"]
    assert result.codes == ["REN438"]


def test_nothing_outside_the_file_is_read() -> None:
    body = paragraph("Före") + '<w:altChunk r:id="rA"/>'
    assert made(Docx(body, links={"rA": "file:///etc/passwd"})).codes == ["REN438"]


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (rb"{\rtf1 a{\pict 89504e}b{\footnote x}\tab c\par}", ["ab\tc", ""]),
        (rb"{\rtf1\uc2 \u229??\'41}", ["åA"]),
        (rb"{\rtf1 a}}}}{{{", ["a"]),
        (rb"{\rtf1\ansicpg99999 \'e5\u-4000000000 b\u55357 }", ["å\ufffd"]),
    ],
)
def test_rich_text_is_read_without_its_looks(data: bytes, lines: list[str]) -> None:
    assert rtf_lines(data) == lines


@pytest.mark.parametrize("data", [HTML.encode(), RTF, MHT, INNER.bytes()], ids=["html", "rtf", "mht", "docx"])
def test_an_inserted_file_that_is_wrong_at_random_is_read_or_told(data: bytes) -> None:
    random = Random(7)
    faults = []
    for _ in range(8):
        wrong = bytearray(data)
        for _ in range(random.randint(1, 8)):
            wrong[random.randrange(len(wrong))] = random.randrange(256)
        faults.append(play_file("fil", docx(bytes(wrong), "a.bin").bytes()).fault)
    assert [fault for fault in faults if fault] == []
