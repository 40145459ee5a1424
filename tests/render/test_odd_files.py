"""Odd files become a conforming PDF with all their words, or are refused with the finding that says why."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.render import RenderOptions, render
from pipeline.web import WebOptions, web_page
from tests.render.docx import Docx, cell, drawing, paragraph, row, run, table, zipped
from tests.render.odd import odd_files
from tests.render.odd.packages import full, packages, plain
from tests.render.pdf.pictures import png
from tests.render.rendering import pages

VERAPDF = Path(__file__).parents[3] / "shared" / "tools" / "verapdf" / "verapdf"
SPREAD = 37  # every such file is held against the standards; ``make fuzz`` holds all
FAULTS = {"REN454", "REN490"}


def test_every_odd_file_is_rendered_with_all_its_words_or_refused_with_the_reason(tmp_path: Path) -> None:
    wrong, written = [], []
    for number, odd in enumerate(odd_files()):
        checked = render(odd.data, RenderOptions("prov.docx"))
        codes = [finding.code for finding in checked.findings]
        expected = [odd.refused] if odd.refused else None
        if set(codes) & FAULTS or (checked.value is None and codes != expected) or (checked.value and expected):
            wrong.append((odd.name, checked.findings))
        if checked.value is not None and number % SPREAD == 0:
            written.append(tmp_path / f"{number}.pdf")
            written[-1].write_bytes(checked.value.pdf)
    assert wrong == []
    assert len(written) > 15
    if not VERAPDF.exists() or shutil.which("java") is None:
        pytest.skip("veraPDF finns inte vid sidan av projektet")
    run = subprocess.run([VERAPDF, "2a,ua1", *written], capture_output=True, text=True, check=False)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == 2 * len(written)
    assert [result for result in results if not result["compliant"]] == []


def test_every_odd_package_becomes_a_web_page_or_is_refused_with_the_same_reason() -> None:
    for odd in packages():
        checked = web_page(odd.data, WebOptions("prov.docx"))
        assert (checked.value is None) == bool(odd.refused), odd.name
        if odd.refused:
            assert [finding.code for finding in checked.findings] == [odd.refused], odd.name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("nothing", "filen är tom"),
        ("rtf", "en RTF-fil"),
        ("html", "en webbsida (HTML)"),
        ("word 2003 xml", "ett dokument i Word 2003:s XML-format"),
        ("pdf", "en PDF-fil"),
        ("picture", "en bild (PNG)"),
        ("old excel", "en Excel-arbetsbok i det gamla formatet (.xls)"),
        ("opendocument", "ett OpenDocument-dokument (.odt)"),
        ("workbook", "en Excel-arbetsbok (.xlsx)"),
        ("presentation", "en presentation (.pptx)"),
        ("another zip", "ett zip-arkiv utan Word-dokument"),
        ("text", "en textfil"),
    ],
)
def test_a_file_of_another_kind_is_named_for_what_it_is(name: str, kind: str) -> None:
    data = next(odd.data for odd in packages() if odd.name == name)
    (finding,) = render(data, RenderOptions("prov.docx")).findings
    assert finding.code == "REN401"
    assert kind in finding.message


def test_a_damaged_part_without_words_is_left_out_and_named() -> None:
    checked = render(zipped({**full(), "word/theme/theme1.xml": b"<a"}), RenderOptions("prov.docx"))
    assert checked.value is not None
    told = [finding for finding in checked.findings if finding.code == "REN406"]
    assert [finding.message.split(":")[0] for finding in told] == ["en skadad del (word/theme/theme1.xml)"]


def test_a_document_in_one_xml_file_comes_out_as_its_twin_in_a_package() -> None:
    flat = next(odd.data for odd in packages() if odd.name == "flat opc")
    main = plain()["word/document.xml"].split(b"<w:sectPr>")[0] + b"</w:body></w:document>"
    only = {"_rels/.rels": plain()["_rels/.rels"], "word/document.xml": main}
    one, two = (render(data, RenderOptions("prov.docx")).value for data in (flat, zipped(only)))
    assert one is not None
    assert two is not None
    assert one.pdf == two.pdf


def test_an_alternative_text_longer_than_a_pdf_holds_is_told() -> None:
    docx = Docx(paragraph(drawing("p", alt="ord " * 9_000)), media={"p": ("a.png", png("RGB"))})
    checked = render(docx.bytes(), RenderOptions("prov.docx"))
    assert [finding.message for finding in checked.findings] == [
        "en alternativtext på 35999 tecken: PDF-filen har de första 8000"
    ]


@pytest.mark.parametrize(
    "body",
    [
        paragraph("kvar") + "<w:p><w:r><w:rPr><w:lang><w:r><w:t>bort</w:t></w:r></w:lang></w:rPr></w:r></w:p>",
        paragraph("kvar") + f"<w:tbl><w:tr><w:p><w:r><w:t>bort</w:t></w:r></w:p></w:tr>{row('a')}</w:tbl>",
        paragraph("kvar") + "<w:p><w:r><w:pict><v:f><w:r><w:t>bort</w:t></w:r></v:f></w:pict></w:r></w:p>",
    ],
    ids=["properties", "row", "formula"],
)
def test_text_where_none_can_stand_is_told_as_the_files_fault(body: str) -> None:
    checked = render(Docx(body).bytes(), RenderOptions("prov.docx"))
    assert checked.value is not None
    told = [finding.message for finding in checked.findings if finding.code == "REN407"]
    assert told == ["1 ord står där Word inte visar någon text, och är utelämnade: bort"]
    assert "REN454" not in [finding.code for finding in checked.findings]


def test_a_line_ends_between_letters_and_never_before_their_marks() -> None:
    narrow = table(row(cell(paragraph(run("e\u0301" * 40))), "b"), widths=(300, 900))
    shown = pages(Docx(narrow))[0]
    assert "e\u0301" in "".join(shown)
    assert not [line for line in shown if line.startswith("\u0301")]
