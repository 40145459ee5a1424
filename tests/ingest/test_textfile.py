"""Text files and their encoding."""

from __future__ import annotations

import pytest

from pipeline.ingest.reporting import Reporter
from pipeline.ingest.textfile import MAX_TEXT_BYTES, decode
from pipeline.model.origin import TextOrigin
from tests.ingest.cases import CaseFolder, single


def test_latin_1_is_an_error_with_line_column_and_byte() -> None:
    report = Reporter()
    assert decode("titel: a\nnämnd: b\n".encode("latin-1"), "a.yaml", report) is None
    finding = single(report, "ING103")
    assert "0xE4 på rad 2" in finding.message
    assert finding.origins == (TextOrigin("a.yaml", 2, 2),)
    assert finding.excerpt == "nämnd: b"
    assert '"ä"' in finding.help


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_an_error_that_names_it(encoding: str) -> None:
    report = Reporter()
    assert decode("titel: a".encode(encoding), "a.yaml", report) is None
    assert "UTF-16" in single(report, "ING103").message


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    report = Reporter()
    assert decode(b"\xef\xbb\xbftitel: a", "a.yaml", report) == "titel: a"
    assert list(report.findings) == []


def test_a_case_saved_with_byte_order_marks_reads_as_without(case: CaseFolder) -> None:
    before = case.case()
    for name in ("arende.yaml", "rapport.yaml", "nyckeltal.yaml", "texter/arende.md"):
        path = case.folder / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert case.case() == before


def test_carriage_returns_do_not_change_what_is_read(case: CaseFolder) -> None:
    before = case.case()
    for name in ("arende.yaml", "rapport.yaml", "texter/arende.md"):
        path = case.folder / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert case.case() == before


def test_a_control_character_is_an_error_with_its_place() -> None:
    report = Reporter()
    assert decode(b"a: 1\nb: x\x07y", "a.yaml", report) is None
    finding = single(report, "ING104")
    assert "U+0007" in finding.message
    assert finding.origins == (TextOrigin("a.yaml", 2, 5),)


def test_a_text_file_that_is_too_large_is_refused() -> None:
    report = Reporter()
    assert decode(b"x" * (MAX_TEXT_BYTES + 1), "a.md", report) is None
    assert "högst 4 MB" in single(report, "ING105").message
