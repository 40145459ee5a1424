"""The files as wholes: valid, the same each time, and nothing in them but the case."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from pipeline.compose import Composed, compose
from pipeline.compose.styles import StyleSheet
from pipeline.compose.xml import style_of
from pipeline.findings.finding import Findings
from pipeline.ooxml.names import NAMESPACES, q
from tests.compose import sample
from tests.compose.word import both, composed, document, packed, parts

PAPERS = pytest.mark.parametrize("paper", both(), ids=lambda paper: paper.kind)


@PAPERS
def test_the_composed_file_is_valid_by_the_open_xml_schemas(paper: Composed, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(paper.docx)
    result = OpenXmlValidator(max_errors=50).validate(str(path))
    assert [(error.description, error.path) for error in result.errors] == []
    assert result.is_valid


def test_the_schema_check_notices_a_property_out_of_order(tmp_path: Path) -> None:

    content = parts(both()[0].docx)
    wrong = content["word/document.xml"].replace(
        b'<w:pPr><w:pStyle w:val="ListNumber"/>', b'<w:pPr><w:keepNext/><w:pStyle w:val="ListNumber"/>', 1
    )
    assert wrong != content["word/document.xml"]
    path = tmp_path / "b.docx"
    path.write_bytes(packed({**content, "word/document.xml": wrong}))
    assert not OpenXmlValidator(max_errors=5).validate(str(path)).is_valid


@PAPERS
def test_every_drawing_has_its_own_id_and_an_alternative_text_or_is_decorative(paper: Composed) -> None:
    drawings = list(document(paper.docx).iter(q("wp:docPr")))
    assert len({node.get("id") for node in drawings}) == len(drawings)
    assert all(bool(node.get("descr")) != (node.find(f".//{q('adec:decorative')}") is not None) for node in drawings)


def test_each_symbol_is_stored_once_as_svg_and_as_png() -> None:
    names = [name for name in parts(both()[1].docx) if name.startswith("word/media/")]
    svgs = [name for name in names if name.endswith(".svg")]
    contents = parts(both()[1].docx)
    assert len(names) == 2 * len(svgs)
    assert len({contents[name] for name in svgs}) == len(svgs)
    assert all(contents[name].startswith(b"\x89PNG") for name in names if name.endswith(".png"))


@PAPERS
def test_every_part_has_a_content_type_and_every_relationship_a_target(paper: Composed) -> None:
    content = parts(paper.docx)
    types = etree.fromstring(content["[Content_Types].xml"])
    extensions = {node.get("Extension") for node in types.iterfind("{*}Default")}
    overrides = {str(node.get("PartName")).lstrip("/") for node in types.iterfind("{*}Override")}
    assert all(name in overrides or name.rsplit(".", 1)[-1] in extensions for name in content if name[0] != "[")
    assert overrides <= content.keys()
    for relation in etree.fromstring(content["word/_rels/document.xml.rels"]):
        assert relation.get("TargetMode") == "External" or f"word/{relation.get('Target')}" in content


@PAPERS
def test_fields_and_bookmarks_come_in_pairs(paper: Composed) -> None:
    root = document(paper.docx)
    marks = [node.get(q("w:fldCharType")) for node in root.iter(q("w:fldChar"))]
    assert marks.count("begin") == marks.count("end") == marks.count("separate")
    starts = [node.get(q("w:id")) for node in root.iter(q("w:bookmarkStart"))]
    assert sorted(starts, key=str) == sorted((node.get(q("w:id")) for node in root.iter(q("w:bookmarkEnd"))), key=str)
    assert len(set(starts)) == len(starts)
    names = {node.get(q("w:name")) for node in root.iter(q("w:bookmarkStart"))}
    assert {node.get(q("w:anchor")) for node in root.iter(q("w:hyperlink")) if node.get(q("w:anchor"))} <= names


@PAPERS
def test_every_row_is_as_wide_as_its_table(paper: Composed) -> None:
    for table in document(paper.docx).iter(q("w:tbl")):
        grid = [int(node.get(q("w:w"), "0")) for node in table.iterfind(f"{q('w:tblGrid')}/{q('w:gridCol')}")]
        for row in table.iterfind(q("w:tr")):
            widths = [int(node.get(q("w:w"), "0")) for node in row.iterfind(f"{q('w:tc')}/{q('w:tcPr')}/{q('w:tcW')}")]
            assert sum(widths) == sum(grid)


@PAPERS
def test_every_table_repeats_its_head_and_no_row_breaks(paper: Composed) -> None:
    for table in document(paper.docx).iter(q("w:tbl")):
        rows = table.findall(q("w:tr"))
        assert rows[0].find(f"{q('w:trPr')}/{q('w:tblHeader')}") is not None
        assert all(row.find(f"{q('w:trPr')}/{q('w:cantSplit')}") is not None for row in rows)


@PAPERS
def test_no_tag_and_no_mark_of_ours_is_left(paper: Composed) -> None:
    content = parts(paper.docx)
    for name, data in content.items():
        if name.endswith(".xml"):
            text = re.sub(r"\{\{ klamrar \}\} \{% här %\}", "", data.decode())
            assert not re.search(r"\{\{|\{%|\}\}|%\}|urn:kansli|[\ufdd0\ufdd1]", text), name


@PAPERS
def test_heading_levels_never_skip(paper: Composed) -> None:

    sheet = StyleSheet(etree.fromstring(parts(paper.docx)["word/styles.xml"]), sample.HERE, Findings())
    levels = [level for node in document(paper.docx).iter(q("w:p")) if (level := sheet.heading_level(style_of(node)))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_case_gives_the_same_bytes() -> None:
    assert [paper.docx for paper in composed()] == [paper.docx for paper in both()]


def test_the_properties_come_from_the_case_alone() -> None:
    core = parts(both()[1].docx)["docProps/core.xml"].decode()
    assert "<dc:title>Delårsrapport 2 2023, Kommunstyrelsen</dc:title>" in core
    assert "<dc:creator>Eskilstuna kommun</dc:creator>" in core
    assert "<dc:language>sv-SE</dc:language>" in core
    assert core.count("2023-10-10T00:00:00Z") == 2
    assert "python" not in core.lower()


def test_another_day_of_the_document_gives_another_date() -> None:
    other = sample.case(document_date=sample.said(date(2024, 2, 29)))
    assert "2024-02-29T00:00:00Z" in parts(composed(other)[0].docx)["docProps/core.xml"].decode()


def test_the_archive_begins_with_its_content_types_and_knows_no_time() -> None:

    with ZipFile(BytesIO(both()[0].docx)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_word_asks_nothing_when_the_file_is_opened() -> None:
    for paper in both():
        content = b"".join(data for name, data in parts(paper.docx).items() if name.endswith(".xml"))
        assert b"updateFields" not in content
        assert b"w:dirty" not in content
        assert b"w:rsid" not in content


def test_the_file_names_are_ascii_and_follow_the_pattern() -> None:
    stems = ["KSKF-2023-288_beslut_rapport-sant-5", "KSKF-2023-288_bilaga-1_delarsrapport-2-2023"]
    assert [paper.stem for paper in both()] == stems
    pattern = replace(sample.profile(), file_name=sample.said("{datum} {nämnd} {titel} {diarienummer}"))
    result = compose(sample.case(title=sample.said("Åäö – é?")), pattern)
    assert result.value is not None
    assert result.value[0].stem == "2023-10-10-kommunstyrelsen-aao-e-KSKF-2023-288"


def test_a_long_title_is_cut_in_the_file_name() -> None:
    result = compose(sample.case(title=sample.said("Rapport om " + "mycket " * 40)), sample.profile())
    assert result.value is not None
    stem = result.value[0].stem
    assert stem.startswith("KSKF-2023-288_beslut_rapport-om-mycket")
    assert 90 < len(stem) <= 100


@PAPERS
def test_the_language_and_the_compatibility_are_set(paper: Composed) -> None:
    content = parts(paper.docx)
    styles = etree.fromstring(content["word/styles.xml"])
    language = styles.find(".//w:docDefaults//w:lang", NAMESPACES)
    assert language is not None
    assert language.get(q("w:val")) == "sv-SE"
    assert b'w:name="compatibilityMode"' in content["word/settings.xml"]
