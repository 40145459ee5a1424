"""Templates that people have changed: every fault is found, with its place in the template."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from pipeline.compose import compose
from pipeline.compose.symbols import completion_ring, rasterise
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from tests.compose import sample
from tests.compose.word import both, changed_template, composed, findings, paragraphs

DECISION = "beslut.docx"
REPORT = "delarsrapport.docx"


def faults(
    folder: Path, old: str, new: str, template: str = DECISION, part: str = "word/document.xml"
) -> dict[str, Finding]:
    return findings(profile=changed_template(folder, template, lambda xml: xml.replace(old, new, 1), part))


def test_an_undefined_name_is_found_with_its_paragraph_and_what_was_meant(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ ärende.titel }}", "{{ ärende.tittel }}")["KOM103"]
    assert found.message == "mallen använder ”ärende.tittel”, som inte finns"
    assert found.help == "menade du ärende.titel?"
    assert found.excerpt == "{{ ärende.tittel }}"
    assert found.origins == (WordOrigin(DECISION, (), 7),)


def test_an_undefined_name_in_a_header_is_found_there(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ ärende.datum }}", "{{ ärende.datumm }}", part="word/header2.xml")["KOM103"]
    assert found.origins == (WordOrigin(DECISION, (), 1, "sidhuvud"),)


def test_an_undefined_name_in_a_loop_is_told_once_with_its_heading(tmp_path: Path) -> None:
    profile = changed_template(
        tmp_path, DECISION, lambda xml: xml.replace("{{ mottagare.namn }}", "{{ mottagare.nam }}")
    )
    found = [one for one in compose(sample.case(), profile).findings if one.code == "KOM103"]
    assert len(found) == 1
    assert found[0].origins == (WordOrigin(DECISION, ("Beslutet skickas till",), 2),)


def test_a_name_without_a_post_tells_the_names_that_are_there(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ ärende.titel }}", "{{ xyzzy }}")["KOM103"]
    assert found.help == "de namn som finns här är: kommun, ord, rapport, ärende"


def test_an_undefined_name_in_a_condition_is_no_silent_no(tmp_path: Path) -> None:
    assert "ärende.sekretes" in faults(tmp_path, "if ärende.sekretess", "if ärende.sekretes")["KOM103"].message


def test_an_undefined_name_in_a_loop_head_is_no_silent_nothing(tmp_path: Path) -> None:
    assert "rapport.dela" in faults(tmp_path, "in rapport.delar", "in rapport.dela", REPORT)["KOM103"].message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{{ ärende.titel }}", "{{ ärende.titel | }}", "går inte att tolka"),
        ("{{ ärende.titel }}", "{{ ärende.titel }", "är inte hel"),
        ("{{ ärende.titel }}", "ärende.titel }}", "är inte hel"),
        ("{{ ärende.titel }}", "{{ ärende.titel|versaler }}", "går inte att tolka"),
        ("{%p if ärende.sekretess %}", "{% p if ärende.sekretess %}", "går inte att tolka"),
        ("{%p if ärende.sekretess %}", "{%p fi ärende.sekretess %}", "går inte att tolka"),
        ("{%p for avsnitt in ärende.avsnitt %}", "{%p for avsnitt i ärende.avsnitt %}", "går inte att tolka"),
        ("{%p endfor %}", "", "avslutas aldrig"),
        ("{%p for avsnitt in ärende.avsnitt %}", "", "hör inte ihop med någon tagg före"),
        ("{%p endfor %}", "{%p endif %}", "passar inte med {%p for avsnitt in ärende.avsnitt %}"),
        ("{%p endfor %}", "{% endfor %}", "passar inte med"),
    ],
)
def test_a_tag_that_is_wrong_is_named_with_its_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    found = faults(tmp_path, old, new)["KOM102"]
    assert says in found.message
    assert all(isinstance(place, WordOrigin) and place.file == DECISION and place.paragraph for place in found.origins)


def test_a_filter_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ ärende.titel }}", "{{ ärende.titel|versaler }}")["KOM102"]
    assert "filtret ”versaler” finns inte" in found.message
    assert "upper" in found.help


def test_prose_in_a_plain_tag_is_told_with_what_stands_above(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{p ärende.förslag_till_beslut }}", "{{ ärende.förslag_till_beslut }}")["KOM109"]
    assert "efter ”Förslag till beslut”" in found.message


def test_a_picture_that_is_gone_from_a_template_is_told(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(sample.profile().folder, tmp_path / "mall"))
    path = folder / DECISION
    document = Document(str(path))
    document.add_picture(BytesIO(rasterise(completion_ring(20, sample.profile().completion))))
    document.save(str(path))
    parts = zipfile.ZipFile(BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as package:
        for name in parts.namelist():
            if not name.endswith(".png"):
                package.writestr(name, parts.read(name))
    found = findings(profile=replace(sample.profile(), folder=folder))["KOM101"]
    assert "saknar en del av sig själv: word/media/image1.png" in found.message


def test_every_wrong_tag_is_told_at_once(tmp_path: Path) -> None:
    profile = changed_template(
        tmp_path,
        DECISION,
        lambda xml: xml.replace("{{ ärende.titel }}", "{{ | }}").replace("{{ ärende.nämnd }}", "{{ }}"),
    )
    assert [one.code for one in compose(sample.case(), profile).findings] == ["KOM102", "KOM102"]


def test_a_template_with_a_wrong_tag_gives_no_papers(tmp_path: Path) -> None:
    profile = changed_template(tmp_path, DECISION, lambda xml: xml.replace("{{ ärende.titel }}", "{{ | }}"))
    assert compose(sample.case(), profile).value is None


def test_text_beside_a_tag_that_takes_its_paragraph_is_told(tmp_path: Path) -> None:
    found = faults(tmp_path, "{%p if ärende.sekretess %}", "Obs! {%p if ärende.sekretess %}")["KOM110"]
    assert "hela stycket" in found.message


def test_a_post_cannot_be_printed_whole(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ ärende.titel }}", "{{ ärende }}")["KOM105"]
    assert "”ärende” är flera uppgifter" in found.message


@pytest.mark.parametrize("expression", ["1 / 0", "ärende.titel + 1", "ärende.titel.__class__", "ärende.titel()"])
def test_an_expression_that_fails_is_a_finding_and_no_crash(tmp_path: Path, expression: str) -> None:
    found = faults(tmp_path, "{{ ärende.titel }}", f"{{{{ {expression} }}}}")
    assert found.keys() & {"KOM103", "KOM105"}


def test_a_loop_over_half_a_table_is_a_finding(tmp_path: Path) -> None:
    def change(xml: str) -> str:
        opened = xml.replace("{{ ordlista.förklaring }}", "{{ ordlista.förklaring }}{% if not ordlista.namn %}")
        return opened.replace(">Symbol<", ">{% endif %}Symbol<")

    assert "KOM106" in findings(profile=changed_template(tmp_path, REPORT, change))


def test_a_text_inside_a_sentence_is_a_finding(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{p avsnitt.text }}", "Text: {{ avsnitt.text }}")["KOM109"]
    assert "{{p … }}" in found.help


def test_a_text_in_a_header_is_a_finding(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ ärende.datum }}", "{{ ärende.förslag_till_beslut }}", part="word/header2.xml")[
        "KOM109"
    ]
    assert found.origins == (WordOrigin(DECISION, part="sidhuvud"),)


def test_a_tag_that_a_filter_brings_about_is_found_as_left_over(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ ärende.titel }}", "{_{ ärende.titel }_}")["KOM104"]
    assert "ärende.titel" in found.message


def test_braces_in_the_case_are_no_tags() -> None:
    texts = paragraphs(composed(sample.case(title=sample.said("{{ titel }} {% x")))[0].docx, "Title")
    assert texts == ["{{ titel }} {% x"]


def test_a_style_that_the_template_lacks_is_told_once_by_template(tmp_path: Path) -> None:
    profile = changed_template(tmp_path, DECISION, lambda xml: xml.replace('"Body Text"', '"Brod"'), "word/styles.xml")
    found = [one for one in compose(sample.case(), profile).findings if one.code == "KOM107"]
    assert [one.message for one in found] == ["profilen nämner formatmallen ”Body Text”, som mallen inte har"]


def test_a_list_style_without_a_list_is_a_finding(tmp_path: Path) -> None:
    numbering = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    found = faults(tmp_path, numbering, "", part="word/styles.xml")["KOM108"]
    assert "List Bullet" in found.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "är inte en hel Word-fil"),
        (b"hej", "är inte en hel Word-fil"),
        (b"PK\x03\x04trasig", "är inte en hel Word-fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1gammal", "är i det gamla formatet .doc"),
    ],
)
def test_a_template_that_is_no_word_file_is_a_finding(tmp_path: Path, content: bytes, said: str) -> None:
    profile = changed_template(tmp_path, DECISION, lambda xml: xml + " ")
    (profile.folder / DECISION).write_bytes(content)
    assert said in findings(profile=profile)["KOM101"].message


def test_a_template_that_is_not_there_is_a_finding_at_the_line_that_names_it(tmp_path: Path) -> None:
    profile = changed_template(tmp_path, DECISION, lambda xml: xml + " ")
    (profile.folder / DECISION).unlink()
    found = findings(profile=profile)["KOM101"]
    assert found.origins == (profile.decision_template.origin,)


def test_a_file_name_with_an_unknown_field_is_a_finding() -> None:
    profile = replace(sample.profile(), file_name=sample.said("{ärende} {dokument}"))
    assert "{diarienummer}" in findings(profile=profile)["KOM303"].message


def test_a_file_name_that_is_no_pattern_is_a_finding() -> None:
    assert "KOM303" in findings(profile=replace(sample.profile(), file_name=sample.said("{dokument")))


def test_a_template_saved_by_word_with_split_runs_still_fills(tmp_path: Path) -> None:
    split = (
        '<w:t xml:space="preserve">{{ ären</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr>'
        '<w:t>de.titel }}</w:t>'
    )  # fmt: skip
    profile = changed_template(
        tmp_path, DECISION, lambda xml: xml.replace('<w:t xml:space="preserve">{{ ärende.titel }}</w:t>', split)
    )
    assert paragraphs(composed(profile=profile)[0].docx, "Title") == ["Rapport & sånt < 5"]


def test_curly_quotes_in_a_tag_are_read_as_straight_ones(tmp_path: Path) -> None:
    profile = changed_template(tmp_path, REPORT, lambda xml: xml.replace('== "text"', "== ”text”"))
    assert paragraphs(composed(profile=profile)[1].docx) == paragraphs(both()[1].docx)


def test_a_remark_in_the_template_never_shows(tmp_path: Path) -> None:
    profile = changed_template(
        tmp_path, DECISION, lambda xml: xml.replace("Förslag till beslut", "Förslag{# hemligt #}")
    )
    assert "Förslag" in paragraphs(composed(profile=profile)[0].docx, "Heading1")
