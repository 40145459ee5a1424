"""A figure is changed in one place and is new everywhere: table and sentence, decision and appendix, Word and PDF."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

from pipeline.build import Request, build
from pipeline.findings.finding import Severity
from tests.hela.papers import ROOT, Papers, build_case, copy_of_case, pdf_pages, word_text


def changed_cells(workbook: bytes, old: str, new: str) -> tuple[bytes, int]:
    """Return the workbook with every stored value ``old`` made ``new``, and how many there were."""
    out, count = BytesIO(), 0
    with zipfile.ZipFile(BytesIO(workbook)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet1"):
                text, found = re.subn(rf"<v>{re.escape(old)}</v>", f"<v>{new}</v>", data.decode())
                data, count = text.encode(), count + found
            target.writestr(name, data)
    return out.getvalue(), count


def stored_value_printed_as(workbook: bytes, printed: str) -> str:
    """Return the one stored value of the first sheet that is printed so with one decimal."""
    with zipfile.ZipFile(BytesIO(workbook)) as source:
        values = re.findall(r"<v>(-?\d+\.\d+)</v>", source.read("xl/worksheets/sheet1.xml").decode())
    found = {value for value in values if f"{abs(float(value)):.1f}".replace(".", ",") == printed}
    assert len(found) == 1, found
    return str(found.pop())


def accepted(codes: set[str]) -> str:
    """Return an undantag.yaml in which somebody answers for findings."""
    entry = "  - kod: {}\n    av: Anna Ek\n    datum: 2023-10-12\n    skäl: prov med ett ändrat belopp\n"
    return "undantag:\n" + "".join(entry.format(code) for code in sorted(codes))


def test_a_changed_cell_is_new_in_table_and_sentences_of_both_papers(papers: Papers, tmp_path: Path) -> None:
    case = copy_of_case(tmp_path)
    workbook = (case / "ekonomi.xlsx").read_bytes()
    changed, count = changed_cells(workbook, stored_value_printed_as(workbook, "540,3"), "987.6")
    assert count == 1
    (case / "ekonomi.xlsx").write_bytes(changed)
    stopped = build(Request(case, ROOT / "templates", tmp_path / "outputs"), lambda _step: None)
    codes = {finding.code for finding in stopped.findings if finding.severity is Severity.ERROR}
    assert {"VAL201"} <= codes, "a total that its rows contradict stops the build"
    (case / "undantag.yaml").write_text(accepted(codes), "utf-8")

    new = build_case(tmp_path / "outputs", case)

    for old_text, new_text, times in (
        (word_text(papers.decision_word), word_text(new.decision_word), 1),
        ("\n".join(pdf_pages(papers.decision_pdf)), "\n".join(pdf_pages(new.decision_pdf)), 1),
        (word_text(papers.report_word), word_text(new.report_word), 3),
        ("\n".join(pdf_pages(papers.report_pdf)), "\n".join(pdf_pages(new.report_pdf)), 3),
    ):
        assert old_text.count("540,3") == times
        assert new_text.count("987,6") == times
        assert "540,3" not in new_text
