"""Web pages inserted into a Word file: they stand as Word makes them, with their structure and looks."""

from __future__ import annotations

import base64
from random import Random

import pytest

from pipeline.render.tree import Block, Paragraph, PictureRun, Row, Table, TextRun
from pipeline.render.webpages.wordfile import word_file
from tests.render.docx import Docx, paragraph
from tests.render.fuzz.rounds import play_file
from tests.render.pdf.pictures import png
from tests.render.pdffile import tag_tree
from tests.render.rendering import Made, document, made


def around(page: str | bytes, name: str = "a.html") -> Docx:
    data = page.encode() if isinstance(page, str) else page
    return Docx(paragraph("Före") + '<w:altChunk r:id="rA"/>', media={"rA": (name, data)})


def blocks(page: str | bytes) -> list[Block]:
    return list(document(around(page)).sections[0].blocks[1:])


def paragraphs(page: str | bytes) -> list[Paragraph]:
    return [block for block in blocks(page) if isinstance(block, Paragraph)]


def texts(page: str | bytes) -> list[str]:
    return [block.text for block in paragraphs(page)]


def runs(page: str) -> dict[str, TextRun]:
    return {run.text.strip(): run for run in paragraphs(page)[0].content if isinstance(run, TextRun)}


def rows(page: str) -> tuple[Row, ...]:
    (table,) = [block for block in blocks(page) if isinstance(block, Table)]
    return table.rows


def shown(page: str | bytes) -> Made:
    return made(around(page))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Ett\n  stycke </p>\n<p>Två<br>rader</p>", ["Ett stycke", "Två\nrader"]),
        ("<style>p{}</style><script>x()</script><p>Kvar<!-- borta --></p>efter", ["Kvar", "efter"]),
        ("<div>yttre<div>inre</div>åter</div>", ["yttre", "inre", "åter"]),
        ("<p>&nbsp;</p><p></p><p>x</p>", ["\xa0", "x"]),
        ("<pre>\nrad  ett\n  rad två\n</pre>", ["rad  ett\n  rad två"]),
        ("<p>syns<span style='display:none'> dolt</span></p>", ["syns"]),
        ("<dl><dt>Ord</dt><dd>Förklaring</dd></dl>", ["Ord", "Förklaring"]),
        ("<p><a href='#x'>i <b>text</b></a></p><a href='#y'><div>om block</div></a>", ["i text", "om block"]),
        ("<input type=checkbox checked> ja <input type=radio> nej", ["☒ ja ☐ nej"]),
        ("<p>tecken &#1; &#xFFFE;slut</p>", ["tecken slut"]),
    ],
)
def test_what_a_page_says_stands_in_paragraphs(page: str, expected: list[str]) -> None:
    assert [text.rstrip(" ") for text in texts(page)] == [text.replace("\n", " ") for text in expected]


def test_a_page_has_headings_lists_and_tables_for_a_listener() -> None:
    lists = "<ol><li>ett<ul><li>inre</li></ul></li><li>två</li></ol>"
    page = f"<h1>Rubrik</h1>{lists}<table><tr><th>a<th>b<tr><td>c<td>d</table>"
    tree = tag_tree(shown(page).rendered.pdf)
    assert [name for name in ("H1", "Table", "TR") if name in tree] == ["H1", "Table", "TR"]
    assert (tree.count("LI\n"), tree.count("  L ") + tree.count("  L\n")) == (3, 2)


def test_lists_are_numbered_as_they_say() -> None:
    page = (
        "<ol start=5><li>a<li>b<ol type=a><li>c</ol><li>d</ol><ul><li>e<ul><li>f</ul></ul>"
        "<ol style='list-style-type:upper-roman'><li>g</ol><ul style='list-style:none'><li>h</ul>"
    )
    labels = [block.label.text if block.label else "" for block in paragraphs(page)]
    assert labels == ["5.", "6.", "a.", "7.", "•", "○", "I.", ""]


def test_an_item_stands_half_an_inch_in_for_each_level() -> None:
    page = "<ul><li>a<p>b</p><ul><li>c</ul></ul>"
    assert [(block.style.left, block.style.first) for block in paragraphs(page)] == [(36, -18), (36, 0), (72, -18)]


def test_text_looks_as_elements_and_attributes_say() -> None:
    page = (
        "<p><b>fet</b> <i>kursiv</i> <s>struken</s> <u>linje</u> <sub>ned</sub> <code>kod</code> <mark>märkt</mark> "
        "<font color=red size=5 face='Arial'>teckensnitt</font> "
        "<span style='font:italic bold 20px/1.2 Georgia, serif;color:#0a0'>stil</span></p>"
    )
    found = {text: run.style for text, run in runs(page).items()}
    assert (found["fet"].bold, found["kursiv"].italic, found["struken"].strike) == (True, True, True)
    assert bool(found["linje"].underline)
    assert (found["kod"].family, found["kod"].size) == ("Courier New", 10.0)
    assert (found["teckensnitt"].color, found["teckensnitt"].size) == ("ff0000", 18.0)
    assert (found["stil"].color, found["stil"].size, found["stil"].family) == ("00aa00", 15.0, "Georgia")
    assert (found["stil"].bold, found["stil"].italic) == (True, True)
    assert found["märkt"].background == "ffff00"


def test_rules_hold_for_what_they_name_the_heavier_one_most() -> None:
    rules = "/* x */ p, h1 {color: red} .a {color: blue} div > p.b {color: #00ff00} @media print {p{color:black}}"
    page = f"<style>{rules}</style><p>ett</p><p class=a>två</p><div><p class='a b'>tre</p></div><p class=b>fyra</p>"
    colors = [run.style.color for block in paragraphs(page) for run in block.content if isinstance(run, TextRun)]
    assert colors == ["ff0000", "0000ff", "00ff00", "ff0000"]


def test_paragraphs_stand_as_they_say() -> None:
    page = (
        "<p style='text-align:center;margin-left:2cm;text-indent:1cm;line-height:150%'>a</p>"
        "<p style='margin:6pt 0 12pt'>b</p><blockquote>c</blockquote><p align=right>d</p>"
    )
    first, second, third, fourth = (block.style for block in paragraphs(page))
    assert (first.align, first.line, first.auto_before) == ("center", 1.5, True)
    assert [first.left, first.first] == pytest.approx([56.7, 28.35], abs=0.1)
    assert (second.before, second.after, second.auto_before) == (6.0, 12.0, False)
    assert (third.left, third.right) == (36.0, 36.0)
    assert fourth.align == "right"


def test_a_page_begins_where_it_is_asked_for() -> None:
    page = "<p>a</p><div style='page-break-before:always'><p>b</p></div><p>c<br style='page-break-before:always'>d</p>"
    assert [block.style.page_break_before for block in paragraphs(page)] == [False, True, False]
    assert [shown(page).reading.page_of(letter) for letter in "abcd"] == [1, 2, 2, 3]


def test_cells_span_as_they_say() -> None:
    page = "<table><tr><td rowspan=2>a<td colspan=2>b<td rowspan=3>c<tr><td>d<td>e<tr><td>f</table>"
    said = [[(cell.column, cell.columns) for cell in row.cells] for row in rows(page)]
    assert said == [[(0, 1), (1, 2), (3, 1)], [(1, 1), (2, 1)], [(0, 1), (1, 2)]]


def test_a_table_has_the_widths_and_grounds_that_it_says() -> None:
    page = (
        "<table width='50%' border=1 style='border-collapse:collapse'><thead><tr><th>x<th>y</thead><tr>"
        "<td width=100 bgcolor=yellow valign=top align=right>a<td style='background:#eee;padding:10px'>b</table>"
    )
    (table,) = [block for block in blocks(page) if isinstance(block, Table)]
    head, body = table.rows
    assert (table.width, table.spacing) == (-0.5, 0.0)
    assert [cell.background for cell in body.cells] == ["ffff00", "eeeeee"]
    assert body.cells[0].preferred == 75.0
    assert body.cells[1].margins.left == 7.5
    assert all(run.style.bold for cell in head.cells for block in cell.blocks for run in getattr(block, "content", ()))


def test_a_caption_and_the_foot_stand_in_their_places() -> None:
    page = "<table><caption>Rubrik</caption><tfoot><tr><td>sist</tfoot><tr><td>först</table>"
    assert texts(page) == ["Rubrik"]
    assert [block.text for row in rows(page) for block in row.cells[0].blocks if isinstance(block, Paragraph)] == [
        "först",
        "sist",
    ]


def test_words_of_a_table_in_a_cell_are_not_broken() -> None:
    page = "<table border=1><tr><td>a<td><table border=1 cellspacing=6><tr><td>n1<td>n2</table></table>"
    assert shown(page).reading.lines()[-1] == "an1n2"


DATA = f"data:image/png;base64,{base64.b64encode(png()).decode()}"
SAVED = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; "
    b'charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Sm=C3=A5 <img src=3D"img/a.png" '
    b'alt=3D"bild" width=3D40> ord</p>\r\n--x\r\nContent-Type: image/png\r\nContent-Location: '
    b"file:///C:/sida/img/a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(png())
    + b"\r\n--x--\r\n"
)


@pytest.mark.parametrize("page", [f"<p>Små <img src='{DATA}' alt='bild' width=40> ord</p>".encode(), SAVED])
def test_a_picture_that_came_along_is_shown(page: bytes) -> None:
    (picture,) = [run.picture for run in paragraphs(page)[0].content if isinstance(run, PictureRun)]
    assert (picture.width, picture.alt, bool(picture.data)) == (30.0, "bild", True)
    assert len(shown(page).reading.shapes_of("picture")) == 1


@pytest.mark.parametrize("source", ["http://example.org/a.png", "../a.png", "data:image/png;base64,***", ""])
def test_no_picture_is_fetched_and_its_place_is_told(source: str) -> None:
    result = shown(f"<p>Text <img src='{source}' alt='En karta' width=200 height=100></p>")
    assert result.codes == ["REN410", "REN439", "REN438"]


def test_a_picture_without_words_is_decoration_only_where_the_page_says_so() -> None:
    assert "REN422" in shown(f"<img src='{DATA}'>").codes
    assert "REN422" not in shown(f"<img src='{DATA}' alt=''>").codes


def test_links_lead_where_they_say() -> None:
    page = "<p><a href='https://example.org/?a=1&amp;b=2'>ut</a> <a href='#mål'>in</a></p><h2 id='mål'>Målet</h2>"
    found = {text: run.link for text, run in runs(page).items() if run.link}
    assert [(link.uri, link.anchor) for link in found.values()] == [("https://example.org/?a=1&b=2", ""), ("", "mål")]


def test_what_is_written_from_right_to_left_stands_so() -> None:
    assert paragraphs("<p dir=rtl>שלום</p>")[0].style.rtl


@pytest.mark.parametrize("page", ["", "<p></p>", "<table></table>", "<html><head><title>x</title></head></html>"])
def test_a_page_that_shows_nothing_gives_nothing(page: str) -> None:
    assert word_file(page.encode()) is None


def test_a_page_that_shows_nothing_is_told() -> None:
    (told,) = [
        one.message for one in shown("<html><head><title>x</title></head></html>").findings if one.code == "REN438"
    ]
    assert told == "en infogad fil (a.html): den har ingenting att visa"


@pytest.mark.parametrize("style", ["@" * 150_000, "/*" * 80_000, "{" * 150_000, "* * * *{color:red}" * 2_000])
def test_style_elements_without_end_take_no_time(style: str) -> None:
    assert texts(f"<style>{style}</style>{'<p>x</p>' * 50}") == ["x"] * 50


def test_the_same_page_gives_the_same_file() -> None:
    assert word_file(SAVED) == word_file(SAVED)


def test_a_page_nested_without_end_is_read_to_its_words() -> None:
    assert texts("<div>" * 1_500 + "djupt" + "</div>" * 1_500) == ["djupt"]
    assert texts("<b><i>" * 120 + "djupt" + "</i></b>" * 120) == ["djupt"]


def test_a_page_that_is_wrong_at_random_is_read_or_told() -> None:
    random = Random(11)
    page = f"<style>p{{color:red}}</style><ul><li>a<table border=1><tr><td rowspan=2>b<img src='{DATA}'></table></ul>"
    faults = []
    for _ in range(20):
        wrong = bytearray(page.encode())
        for _ in range(random.randint(1, 10)):
            wrong[random.randrange(len(wrong))] = random.choice(b"<>\"'=;:{}& ")
        faults.append(play_file("fil", around(bytes(wrong)).bytes()).fault)
    assert [fault for fault in faults if fault] == []


@pytest.mark.parametrize(
    ("bound", "data", "name"),
    [
        ("pipeline.render.webpages.writer.MOST_RUNS", b"<p>ett</p><p>tv\xc3\xa5</p><p>tre</p>", "a.html"),
        ("pipeline.render.webpages.source.MOST_BYTES", b"<p>ett</p><p>tv\xc3\xa5</p>", "a.html"),
        ("pipeline.render.webpages.pictures.MOST_PICTURES", b"ett<img alt=a><img alt=b><img alt=c>", "a.html"),
        ("pipeline.render.read.altchunks.MOST_LINES", b"ett\ntv\xc3\xa5\ntre", "a.txt"),
    ],
)
def test_what_is_more_than_is_taken_is_told(
    bound: str, data: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> list[str]:
        return [each.shown for each in document(around(data, name)).unsupported if each.code == "REN438"]

    assert not any("bara början visas" in how for how in told())
    monkeypatch.setattr(bound, 12 if bound.endswith("BYTES") else 2)
    assert [how.rpartition("; ")[2] for how in told()] == ["den är för stor, och bara början visas"]


def test_a_file_that_is_too_large_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.render.read.altchunks.MOST_BYTES", 5)
    told = [each.shown for each in document(around("<p>ett</p>")).unsupported if each.code == "REN438"]
    assert told == ["den är för stor och utelämnas"]
