"""Office files that are not what they are called: each is a clear finding, for Word and Excel alike."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from pipeline.ooxml.package import OLE_MAGIC
from tests.ingest.cases import CaseFolder
from tests.ingest.word_files import docx, paragraph
from tests.ingest.workbooks import repacked, simple_workbook

ENCRYPTED = OLE_MAGIC + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 64
OLD = OLE_MAGIC + b"\0" * 1024
WORD, EXCEL = "sammanfattning.docx", "ekonomi.xlsx"
BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>"""


def valid(kind: str) -> bytes:
    return docx(paragraph("Text.")) if kind == WORD else simple_workbook()


def give(case: CaseFolder, kind: str, data: bytes) -> None:
    if kind == WORD:
        case.text(data, WORD)
    else:
        case.write(EXCEL, data)


def main_part(kind: str) -> str:
    return "word/document.xml" if kind == WORD else "xl/workbook.xml"


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_an_encrypted_file_is_an_error(case: CaseFolder, kind: str) -> None:
    give(case, kind, ENCRYPTED)
    finding = case.only("ING202")
    assert "lösenord" in finding.message
    assert kind in str(finding.origins[0])


@pytest.mark.parametrize(("kind", "old"), [(WORD, ".doc"), (EXCEL, ".xls")])
def test_a_file_of_the_old_format_under_a_new_name_is_an_error(case: CaseFolder, kind: str, old: str) -> None:
    give(case, kind, OLD)
    assert f"gamla formatet {old} trots" in case.only("ING201").message


@pytest.mark.parametrize("kind", [WORD, EXCEL])
@pytest.mark.parametrize("data", [b"bara text", b"", b"%PDF-1.7", b"\x89PNG"])
def test_another_kind_of_file_under_the_name_is_an_error(case: CaseFolder, kind: str, data: bytes) -> None:
    give(case, kind, data)
    case.only("ING203")


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_a_workbook_and_a_document_under_each_others_names_are_errors(case: CaseFolder, kind: str) -> None:
    give(case, kind, valid(EXCEL if kind == WORD else WORD))
    case.only("ING203")


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_an_open_document_under_an_office_name_is_told_as_one(case: CaseFolder, kind: str) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<x/>")
    give(case, kind, made.getvalue())
    assert "OpenDocument" in case.only("ING203").message


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_a_file_that_was_cut_off_is_an_error(case: CaseFolder, kind: str) -> None:
    data = valid(kind)
    give(case, kind, data[: len(data) // 2])
    case.only("ING204")


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_a_file_with_broken_xml_is_an_error_that_names_the_part(case: CaseFolder, kind: str) -> None:
    give(case, kind, repacked(valid(kind), lambda name, data: b"<trasig" if name == main_part(kind) else data))
    assert main_part(kind) in case.only("ING204").message


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_a_file_without_its_main_part_is_an_error(case: CaseFolder, kind: str) -> None:
    give(case, kind, repacked(valid(kind), lambda name, data: None if name == main_part(kind) else data))
    case.only("ING204")


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_an_entity_bomb_is_refused(case: CaseFolder, kind: str) -> None:
    give(case, kind, repacked(valid(kind), lambda name, data: BOMB.encode() if name == main_part(kind) else data))
    case.only("ING206")


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_an_external_entity_is_refused(case: CaseFolder, kind: str) -> None:
    outside = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>a</x>'
    give(case, kind, repacked(valid(kind), lambda name, data: outside if name == main_part(kind) else data))
    case.only("ING206")


@pytest.mark.parametrize("kind", [WORD, EXCEL])
def test_a_zip_bomb_is_refused(case: CaseFolder, kind: str) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr(main_part(kind), b"\0" * (130 * 2**20))
    give(case, kind, buffer.getvalue())
    assert "orimlig storlek" in case.only("ING205").message
