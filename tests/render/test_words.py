"""The proof that nothing is lost: words of the file against words of the PDF."""

from __future__ import annotations

import pytest

from pipeline.render import Choices, RenderOptions, render, service
from pipeline.render.pdf.readback import PAGE_END
from pipeline.render.read.ledger import Ledger, Why
from pipeline.render.words import count_words, words
from tests.render.docx import A4, Docx, bookmark, cell, field_of, line_break, link, paragraph, row, run, tab, table
from tests.render.rendering import made

RUBY = f"<w:r><w:ruby><w:rt>{run('läs')}</w:rt><w:rubyBase>{run('bas')}</w:rubyBase></w:ruby></w:r>"
HEADED = A4 + '<w:headerReference w:type="default" r:id="h"/>'


def counted(body: str, **choices: bool) -> tuple[int, int, tuple[str, ...]]:
    docx = Docx(body, section=HEADED, headers={"h": paragraph("sidhuvud ", field_of("PAGE", "77"))})
    found = made(docx, RenderOptions("prov.docx", choices=Choices(**choices))).rendered.words
    return found.package, found.pdf, found.missing


def test_words_are_compared_without_case_and_signs() -> None:
    assert list(words("Hej, på-dig ﬁn – 3,5 STRASSE Straße")) == ["hej", "pådig", "fin", "35", "strasse", "strasse"]


@pytest.mark.parametrize(
    ("body", "package"),
    [
        (paragraph("ett två"), 3),
        (paragraph("ett", run("två", "<w:b/>"), " tre", tab(), "fyra", line_break(), "fem"), 5),
        (paragraph(run("versaler små", "<w:caps/>"), run(" kapitäler", "<w:smallCaps/>")), 4),
        (table(row("ett", cell("två", "tre"))) + paragraph("fyra"), 5),
        (paragraph("synlig", run(" dold", "<w:vanish/>")), 2),
        (paragraph("kvar ", "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>"), 2),
        (paragraph("lång" * 80 + " kort"), 3),
        (paragraph("a ", field_of("PAGEREF m", "99"), " ", bookmark("m"), field_of("SEQ s", "88")), 2),
        (paragraph(run("abc", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), " text"), 2),
        (paragraph("se ", link("länken hit", anchor="m"), bookmark("m")), 4),
        (paragraph(run("שלום עולם", "<w:rtl/>"), " hej"), 4),
        (paragraph(run("ord"), RUBY, run("efter")), 5),
    ],
)
def test_no_word_is_missed_that_is_there(body: str, package: int) -> None:
    found = counted(body)
    assert (found[0], found[2]) == (package, ())


def test_deleted_words_count_where_they_are_shown() -> None:
    body = paragraph("kvar ", "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>")
    assert counted(body, changes=True)[::2] == (3, ())


def test_words_that_are_lost_are_named_as_often_as_they_are_lost() -> None:
    assert count_words("ett två två tre", "ett två", Ledger()).missing == ("tre", "två")
    assert count_words("ett två", "et t-vå", Ledger()).missing == ()


def test_words_that_are_left_out_on_purpose_are_not_lost() -> None:
    ledger = Ledger()
    ledger.add(Why.HIDDEN, "två ord")
    assert count_words("ett två ord", "ett", ledger).missing == ()
    assert count_words("ett två två ord", "ett", ledger).missing == ("två",)


def test_words_that_are_lost_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "written_text", lambda _pdf: "ett tre")
    found = render(Docx(paragraph("ett två tre")).bytes(), RenderOptions("prov.docx")).findings
    assert [(one.code, one.message) for one in found] == [("REN454", "1 ord av 3 finns inte i PDF-filen: två")]


def test_a_word_that_goes_over_many_pages_is_no_lost_word() -> None:
    pdf = f" {PAGE_END} ".join(["1 «ord", "2 mmmm", "3 nnnn", "4 slut»"])
    assert count_words("«ordmmmmnnnnslut»", pdf, Ledger()).missing == ()


def test_a_word_whose_pieces_stand_among_others_on_a_page_is_no_lost_word() -> None:
    assert count_words("ett«två»tre", "ett annat två ord tre", Ledger()).missing == ()
    assert count_words("etttvåtre", "tre två ett", Ledger()).missing == ("etttvåtre",)


def test_a_word_of_which_a_part_is_hidden_is_not_missing() -> None:
    hidden = "<w:vanish/>"
    body = paragraph("synlig", run("dold", hidden)) + paragraph("fil", run("(er)", hidden), "na", run("bort", hidden))

    assert made(Docx(body)).codes == ["REN452"]


def test_a_word_that_is_lost_beside_hidden_ones_is_missing_all_the_same() -> None:
    ledger = Ledger()
    ledger.add(Why.HIDDEN, "dold")

    assert count_words("kvar bortdold försvunnen", "kvar bort", ledger).missing == ("försvunnen",)
