"""The table of contents, and its page numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from pipeline.compose import compose, with_contents
from pipeline.compose.fields import switches
from pipeline.compose.styles import StyleSheet
from pipeline.compose.toc import listed_styles
from pipeline.compose.xml import plain_text, style_of
from pipeline.findings.finding import Findings
from pipeline.ooxml.names import q
from pipeline.ooxml.package import PackageError
from tests.compose import sample
from tests.compose.word import both, changed_template, composed, document, findings, paragraphs, parts


def entries(docx: bytes) -> list[tuple[str, str, str, str]]:
    """Return style, heading, page and anchor of each entry."""
    found = []
    for node in document(docx).iter(q("w:p")):
        if style_of(node).startswith("TOC") and (link := node.find(q("w:hyperlink"))) is not None:
            heading, page = plain_text(node).split("\t")
            found.append((style_of(node), heading, page, link.get(q("w:anchor"), "")))
    return found


def test_the_entries_are_the_headings_of_the_styles_that_the_field_lists() -> None:
    assert [(style, heading) for style, heading, _, _ in entries(both()[1].docx)] == [
        ("TOC1", "Sammanfattning"),
        ("TOC1", "Hållbar utveckling"),
        ("TOC2", "Processområde Näringsliv"),
        ("TOC2", "Processområde Utbildning"),
        ("TOC1", "Ekonomi"),
    ]


def test_every_entry_leads_to_its_heading() -> None:
    root = document(both()[1].docx)
    marked = {}
    for mark in root.iter(q("w:bookmarkStart")):
        parent = mark.getparent()
        assert parent is not None
        marked[mark.get(q("w:name"))] = plain_text(parent)
    assert all(marked[anchor] == heading for _, heading, _, anchor in entries(both()[1].docx))


def test_the_page_numbers_are_written_where_they_belong_and_nothing_else_changes() -> None:
    docx = both()[1].docx
    pages = {anchor: str(number) for number, (*_, anchor) in enumerate(entries(docx), start=7)}
    written = with_contents(docx, pages).docx
    assert [page for _, _, page, _ in entries(written)] == ["7", "8", "9", "10", "11"]
    assert with_contents(written, dict.fromkeys(pages, "–")).docx == with_contents(docx, {}).docx
    assert {n: d for n, d in parts(written).items() if n != "word/document.xml"} == {
        n: d for n, d in parts(docx).items() if n != "word/document.xml"
    }


def test_an_unknown_bookmark_changes_nothing() -> None:
    docx = both()[1].docx
    assert entries(with_contents(docx, {"_Toc5": "3"}).docx) == entries(docx)


def test_a_file_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(PackageError):
        with_contents(b"PK", {})


def test_the_switches_of_a_field_are_read_with_and_without_quotes() -> None:
    assert switches(r'TOC \o "1-3" \h \z \t "A;1;B;2" \n 2-3') == {
        "o": "1-3",
        "h": "",
        "z": "",
        "t": "A;1;B;2",
        "n": "2-3",
    }


def listed(instruction: str) -> dict[str, int]:
    sheet = StyleSheet(etree.fromstring(parts(both()[1].docx)["word/styles.xml"]), sample.HERE, Findings())
    return listed_styles(instruction, sheet)


def test_a_range_of_headings_lists_the_built_in_styles() -> None:
    assert listed(r'TOC \o "1-2"') == {"Heading1": 1, "Heading2": 2}


def test_outline_levels_list_every_style_that_has_one() -> None:
    assert listed(r'TOC \o "1-1" \u') == {"Heading1": 1, "Perspektivrubrik": 1, "Avsnittsrubrik1": 1}


def test_styles_are_listed_by_name_with_comma_or_semicolon() -> None:
    assert listed(r'TOC \t "Områdesrubrik,2,Perspektivrubrik,1"') == {"Omradesrubrik": 2, "Perspektivrubrik": 1}


def test_a_field_changed_in_word_lists_what_it_says(tmp_path: Path) -> None:

    profile = changed_template(
        tmp_path,
        "delarsrapport.docx",
        lambda xml: xml.replace("Perspektivrubrik;1;", "").replace("TOC ", 'TOC \\o "3-3" '),
    )
    papers = compose(sample.case(), profile).value
    assert papers is not None
    listed_now = [heading for _, heading, _, _ in entries(papers[1].docx)]
    assert "Hållbar utveckling" not in listed_now
    assert "4-åriga processmål" in listed_now


def test_the_field_may_end_in_a_paragraph_of_its_own(tmp_path: Path) -> None:

    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'

    def change(xml: str) -> str:
        at = xml.index("fylls i när")
        return xml[:at] + xml[at:].replace(end, f'</w:p><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{end}', 1)

    docx = composed(profile=changed_template(tmp_path, "delarsrapport.docx", change))[1].docx
    assert entries(docx) == entries(both()[1].docx)
    assert not [text for text in paragraphs(docx) if "fylls i när" in text]


def test_top_headings_that_the_field_does_not_list_are_told(tmp_path: Path) -> None:
    assert "KOM308" not in findings()
    old = "Avsnittsrubrik 1;1;"
    found = findings(profile=changed_template(tmp_path, "delarsrapport.docx", lambda xml: xml.replace(old, "")))
    assert "Avsnittsrubrik 1" in found["KOM308"].message
    assert "Sammanfattning" in found["KOM308"].message


def test_a_field_whose_end_stands_elsewhere_is_a_finding(tmp_path: Path) -> None:

    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    def change(xml: str) -> str:
        at = xml.index("fylls i när")
        torn = xml[:at] + xml[at:].replace(end, "", 1)
        return torn.replace('<w:t xml:space="preserve">Innebörd</w:t></w:r>', f"<w:t>Innebörd</w:t></w:r>{end}", 1)

    assert "KOM111" in findings(profile=changed_template(tmp_path, "delarsrapport.docx", change))
