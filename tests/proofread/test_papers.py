"""Finished Word files that lack something, or that hold what nobody meant to publish."""

from __future__ import annotations

from dataclasses import replace

from pipeline.proofread import proofread
from tests.render.docx import Docx, paragraph, relationship, relationships, run
from tests.validate.cases import case, profile

RIGHT = (
    "Rapporten godkänns.",
    "Intäkterna är 540,3 miljoner.",
    "KS/2023:1",
    "Titel",
    "Namn",
    "Ärendebeskrivning",
)


def codes(docx: Docx) -> list[str]:
    made = replace(docx, title="Titel")
    return [each.code for each in proofread(case(), profile(), {"beslut": ("beslut.docx", made.bytes())})]


def body(*lines: str) -> str:
    return "".join(paragraph(run(line)) for line in lines)


def test_a_paper_that_holds_all_of_the_case_has_no_findings() -> None:
    assert codes(Docx(body(*RIGHT))) == []


def test_a_line_that_is_lost_on_the_way_is_named_with_its_place() -> None:
    (found,) = proofread(case(), profile(), {"beslut": ("beslut.docx", Docx(body(*RIGHT[1:]), title="Titel").bytes())})
    assert (found.code, found.message) == ("VAL650", '"Rapporten godkänns." står i ärendet men inte i beslut.docx')
    assert found.origins


def test_kinds_of_spaces_do_not_count() -> None:
    assert codes(Docx(body(*(line.replace(" ", "\u00a0") for line in RIGHT)))) == []


def test_a_level_is_told_in_words_and_not_only_by_its_symbol() -> None:
    lines = ("Resultatet är \u221215,9.", "Sammanfattning", "Området", "Skola")
    report = Docx(body(*lines), title="Rapport")
    found = proofread(case(), profile(), {"rapport": ("rapport.docx", report.bytes())})
    assert [each.code for each in found] == []


def test_tracked_changes_hidden_text_and_comments_are_found() -> None:
    assert codes(Docx(body(*RIGHT) + paragraph(f"<w:ins>{run('nytt')}</w:ins>"))) == ["VAL651"]
    assert codes(Docx(body(*RIGHT) + paragraph(run("dolt", "<w:vanish/>")))) == ["VAL651"]
    assert codes(Docx(body(*RIGHT), extra={"word/comments.xml": b"<comments/>"})) == ["VAL651"]


def test_a_file_outside_the_paper_is_found_and_a_link_is_none() -> None:
    outside = relationships(relationship("rX", "image", "file:///hemlig.png", external=True))
    assert codes(Docx(body(*RIGHT), links={"rL": "https://example.se/"})) == []
    made = Docx(body(*RIGHT), extra={"word/_rels/document.xml.rels": outside.encode()})
    assert codes(made) == ["VAL651"]


def test_a_person_in_the_properties_is_found_and_the_board_is_not() -> None:
    assert codes(Docx(body(*RIGHT), core="<dc:creator>Nämnden</dc:creator>")) == []
    assert codes(Docx(body(*RIGHT), core="<dc:creator>Anna Ek</dc:creator>")) == ["VAL652"]


def test_a_file_that_is_none_is_told() -> None:
    found = proofread(case(), profile(), {"beslut": ("beslut.docx", b"inget")})
    assert [each.code for each in found] == ["VAL650"]


def titled(title: str, kind: str = "beslut") -> list[str]:
    lines = RIGHT if kind == "beslut" else ("Resultatet är \u221215,9.", "Sammanfattning", "Området", "Skola")
    paper = Docx(body(*lines), title=title)
    return [each.code for each in proofread(case(), profile(), {kind: ("a.docx", paper.bytes())})]


def test_the_title_of_the_file_is_that_of_the_paper() -> None:
    assert titled("Titel") == []
    assert titled("Rapport, Nämnden", "rapport") == []
    assert titled("Mall") == ["VAL653"]
    assert titled("") == ["VAL653"]
    assert titled("Titel", "rapport") == ["VAL653"]


def contents(*entries: tuple[str, str, str], headings: tuple[str, ...] = ("Ekonomi", "Skola")) -> list[str]:
    listed = "".join(
        paragraph(
            run(words)
            + "<w:r><w:tab/></w:r>"
            + f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF {mark} \\h </w:instrText></w:r>'
            + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(page)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        for words, page, mark in entries
    )
    marked = "".join(
        paragraph(f'<w:bookmarkStart w:id="{at}" w:name="_Toc{at}"/>{run(name)}<w:bookmarkEnd w:id="{at}"/>')
        for at, name in enumerate(headings)
    )
    made = Docx(body(*RIGHT) + listed + marked, title="Titel")
    return [
        f"{each.code} {each.message}" for each in proofread(case(), profile(), {"beslut": ("a.docx", made.bytes())})
    ]


def test_the_contents_have_the_headings_in_the_order_of_their_pages() -> None:
    assert contents(("Ekonomi", "2", "_Toc0"), ("Skola", "2", "_Toc1")) == []
    (renamed,) = contents(("Ekonomin", "2", "_Toc0"), ("Skola", "3", "_Toc1"))
    assert renamed.startswith("VAL654")
    assert 'har "Ekonomin" men rubriken är "Ekonomi"' in renamed
    (gone,) = contents(("Ekonomi", "2", "_Toc9"), ("Skola", "3", "_Toc1"))
    assert "rubriken finns inte" in gone
    (backwards,) = contents(("Ekonomi", "3", "_Toc0"), ("Skola", "2", "_Toc1"))
    assert "på sida 2, före raden ovanför (3)" in backwards
