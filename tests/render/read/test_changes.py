"""Tracked changes, comments and hidden text: what is shown, what is left out, and what is said of it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from pipeline.ooxml.package import open_package
from pipeline.render import Choices, RenderOptions
from pipeline.render.read.document import read_document
from pipeline.render.tree import Paragraph, TextRun
from tests.render.docx import OFFICE, Docx, item, level, paragraph, part, relationship, row, run, table
from tests.render.docx import abstract as abstract_list
from tests.render.docx import instance as list_instance
from tests.render.pdffile import tag_tree
from tests.render.rendering import made, paragraphs

SHOWN = RenderOptions("prov.docx", choices=Choices(changes=True))
LISTED = RenderOptions("prov.docx", choices=Choices(comments=True))


def deleted(text: str, author: str = "Anna", kind: str = "del") -> str:
    return f'<w:{kind} w:author="{author}">{run(text).replace("w:t", "w:delText")}</w:{kind}>'


def inserted(text: str, author: str = "Anna", kind: str = "ins") -> str:
    return f'<w:{kind} w:author="{author}">{run(text)}</w:{kind}>'


GONE = '<w:rPr><w:del w:author="Anna"/></w:rPr>'
CHANGED = paragraph("a ", inserted("ny "), deleted("gammal "), "z")


def lines(body: str, options: RenderOptions = RenderOptions("prov.docx")) -> list[str]:  # noqa: B008 - frozen
    return [line.rstrip() for line in made(Docx(body), options).reading.lines()]


def test_changes_are_shown_as_accepted() -> None:
    found = made(Docx(CHANGED))
    assert found.reading.lines() == ["a ny z"]
    assert [(one.code, one.message) for one in found.findings if one.code == "REN451"] == [
        ("REN451", "dokumentet har 1 infogning och 1 borttagning, som visas som godkända")
    ]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    body = paragraph(deleted("flyttad", kind="moveFrom").replace("delText", "t")) + paragraph("a")
    assert lines(body + paragraph(inserted("flyttad", kind="moveTo"))) == ["a", "flyttad"]


def test_changes_are_marked_when_that_is_asked_for() -> None:
    found = made(Docx(CHANGED), SHOWN)
    assert found.reading.lines() == ["a ny gammal z"]
    tree = tag_tree(found.rendered.pdf)
    assert "Span" in tree
    assert "dokumentet har 1 infogning och 1 borttagning, som visas som de är märkta" in [
        one.message for one in found.findings
    ]


def test_each_author_has_a_colour_and_a_listener_hears_what_was_done() -> None:
    body = paragraph(deleted("ett"), deleted("två", "Bo"), inserted("tre"))
    found = made(Docx(body), SHOWN)
    styles = [one.style for one in _runs(body)]
    assert len({style.color for style in styles}) == 2
    assert [(style.strike, bool(style.underline)) for style in styles] == [(True, False), (True, False), (False, True)]
    heard = ["[borttaget: ett]", "[borttaget: två]", "[infogat: tre]"]
    assert sorted(_actual_texts(found.rendered.pdf)) == heard


def _runs(body: str) -> list[TextRun]:
    document = read_document(open_package(Docx(body).bytes(), "prov.docx"), Choices(changes=True))
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    return [one for one in block.content if isinstance(one, TextRun)]


def _actual_texts(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        spans = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
        return [str(one["/ActualText"]) for one in spans if "/ActualText" in one]


def test_paragraphs_whose_mark_is_deleted_go_on_in_the_next() -> None:
    assert lines(paragraph("ett ", props=GONE) + paragraph("två")) == ["ett två"]
    assert lines(paragraph("ett ", props=GONE) + paragraph("två"), SHOWN) == ["ett", "två"]
    assert lines(paragraph(deleted("allt"), props=GONE) + paragraph("b")) == ["b"]


def test_a_paragraph_with_deleted_mark_before_a_table_or_the_end_keeps_its_text() -> None:
    assert lines(paragraph("ett", props=GONE) + table(row("c", "d"))) == ["ett", "c", "d"] or lines(
        paragraph("ett", props=GONE) + table(row("c", "d"))
    ) == ["ett", "cd"]
    assert lines(paragraph("ett", props=GONE)) == ["ett"]


def test_an_item_that_goes_on_in_the_next_is_counted_once() -> None:
    numbers = abstract_list(0, level(0)) + list_instance(1, 0)
    body = item("a", props=GONE) + item("b") + item("c")
    found = paragraphs(Docx(body, numbering=numbers))
    assert [(one.label.text if one.label else "", one.text) for one in found] == [("1.", "ab"), ("2.", "c")]


def test_deleted_rows_are_gone_until_they_are_to_be_shown() -> None:
    body = table(row("a", "b"), row("c", "d", props='<w:del w:author="Anna"/>')) + paragraph("z")
    assert "c" not in "".join(lines(body))
    assert "c" in "".join(lines(body, SHOWN))


def test_properties_that_were_changed_count_as_they_are_now() -> None:
    body = paragraph(run("a", '<w:rPrChange w:author="A"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'))
    assert lines(body) == ["a"]


# -- comments --


def commented(*texts: str) -> Docx:
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Bo" w:date="2024-03-05T10:00:00Z">{paragraph(text)}</w:comment>'
        for number, text in enumerate(texts)
    )
    marks = "".join(
        f'<w:commentRangeStart w:id="{n}"/>{run(f"ord{n} ")}<w:commentRangeEnd w:id="{n}"/>'
        f'<w:r><w:commentReference w:id="{n}"/></w:r>'
        for n in range(len(texts))
    )
    kind = f"{OFFICE}/officeDocument/2006/relationships/comments"
    docx = Docx(paragraph(marks), extra={"word/comments.xml": part("w:comments", comments)})
    own = docx._relationships()
    changed = own.replace("</Relationships>", f"{relationship('rK', kind, 'comments.xml')}</Relationships>")
    return Docx(docx.body, extra={**docx.extra, "word/_rels/document.xml.rels": changed.encode()})


def test_comments_are_left_out_and_counted() -> None:
    found = made(commented("Första", "Andra"))
    assert [line.rstrip() for line in found.reading.lines()] == ["ord0 ord1"]
    assert "dokumentet har 2 kommentarer, som utelämnas" in [one.message for one in found.findings]


def test_comments_are_listed_with_author_date_and_what_they_are_about() -> None:
    found = made(commented("Första", "Andra"), LISTED)
    assert [line.rstrip() for line in found.reading.lines()] == [
        "ord0 [K1]ord1 [K2]",
        "Kommentarer",
        "K1. Bo, 2024-03-05 om ”ord0”:",
        "Första",
        "K2. Bo, 2024-03-05 om ”ord1”:",
        "Andra",
    ]
    assert "dokumentet har 2 kommentarer, som står i slutet" in [one.message for one in found.findings]


# -- hidden text --


def test_hidden_text_is_left_out_and_counted() -> None:
    found = made(Docx(paragraph("a", run(" dold text", "<w:vanish/>"))))
    assert found.reading.lines() == ["a"]
    assert [one.message for one in found.findings if one.code == "REN452"] == [
        "dokumentet har 2 dolda ord, som utelämnas"
    ]


def test_a_paragraph_whose_mark_is_hidden_goes_on_in_the_next() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    assert lines(paragraph("ett ", props=hidden) + paragraph("två")) == ["ett två"]
    assert lines(paragraph("ett", props=hidden)) == ["ett"]


# -- what nobody knows --

ALTERNATIVES = (
    f"<mc:AlternateContent><mc:Choice>{run('kvar')}</mc:Choice><mc:Fallback>{run('b')}</mc:Fallback>"
    "</mc:AlternateContent>"
)


@pytest.mark.parametrize(
    "content",
    [
        f'<x:okänt xmlns:x="urn:x">{run("kvar")}</x:okänt>',
        ALTERNATIVES,
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('kvar')}</w:sdtContent></w:sdt>",
        f'<w:customXml w:element="a">{run("kvar")}</w:customXml>',
    ],
)
def test_text_in_elements_around_runs_is_kept(content: str) -> None:
    assert lines(paragraph(content)) == ["kvar"]
    assert lines(content.replace(run("kvar"), paragraph("kvar")).replace(run("b"), paragraph("b"))) == ["kvar"]
