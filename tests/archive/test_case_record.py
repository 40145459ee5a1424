"""``arende.json`` and ``registrera.html``: what the case system asks for."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

from lxml import html

from pipeline.archive.case_record import as_json, case_record
from pipeline.archive.checksums import digest_of
from pipeline.archive.material import Material
from pipeline.archive.register_page import register_page
from pipeline.model.archival import ArchivalFacts, Preservation, settled
from tests.archive.cases import DECISION, FULL, material, text


def record_of(given: Material) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(as_json(case_record(given)))
    return read


def test_the_case_is_told_as_it_is_printed() -> None:
    record = record_of(material())
    assert record["diarienummer"] == "KSKF/2023:288"
    assert record["ärendemening"] == "Kommunstyrelsens delårsrapport 2 år 2023"
    assert (record["datum"], record["sammanträde"]) == ("2023-10-10", "2023-10-24")
    assert record["språk"] == "sv-SE"


def test_what_nobody_has_said_is_said_to_be_so() -> None:
    record = record_of(material(handler=None, meeting=None))
    assert record["handläggare"] == record["sammanträde"] == "inte angivet"
    assert record["klassificering"] == {"kod": "inte angivet", "i ord": "inte angivet"}
    assert record["bevarande"] == {"bevaras eller gallras": "inte angivet"}
    assert record["sekretess"] == {"uppgift": "inte angivet", "lagrum": "inte angivet"}


def test_what_the_case_says_for_the_archive_is_told() -> None:
    record = record_of(material(archival=FULL, secrecy=text("delvis")))
    assert record["klassificering"] == {"kod": "1.4.2", "i ord": "Följa upp verksamhet"}
    assert record["bevarande"] == {"bevaras eller gallras": "gallras", "gallras efter": "10 år"}
    assert record["sekretess"] == {"uppgift": "delvis", "lagrum": "OSL 21 kap. 1 §"}


def test_each_paper_has_its_type_number_signatories_and_files() -> None:
    decision, appendix = record_of(material())["handlingar"]
    assert (decision["bilaga"], appendix["bilaga"]) == ("nej", 1)
    assert [one["namn"] for one in decision["undertecknare"]] == ["Tommy Malm", "Sara Molander"]
    assert appendix["undertecknare"] == []
    pdf = next(file for file in decision["filer"] if file["fil"].endswith(".pdf"))
    name = f"{DECISION}.pdf"
    assert pdf["SHA-256"] == digest_of(name.encode())
    assert (pdf["PRONOM"], pdf["format"], pdf["storlek i byte"]) == ("fmt/476", "PDF/A-2a", len(name))


def test_the_document_types_are_the_profiles_own() -> None:
    given = material()
    own = replace(given.profile.archival, decision_type=text("Tjänsteskrivelse"), appendix_type=text("Delårsrapport"))
    types = [
        paper["handlingstyp"]
        for paper in record_of(replace(given, profile=replace(given.profile, archival=own)))["handlingar"]
    ]
    assert types == ["Tjänsteskrivelse", "Delårsrapport"]
    assert [paper["handlingstyp"] for paper in record_of(given)["handlingar"]] == ["Beslut", "Bilaga"]


def test_a_code_of_the_case_does_not_take_its_words_from_the_profile() -> None:
    own = ArchivalFacts(classification=text("2.1"))
    assert settled(own, FULL).classification_name is None
    assert settled(own, FULL).preservation == FULL.preservation
    assert settled(ArchivalFacts(), FULL) == FULL
    assert FULL.preservation is not None
    kept = ArchivalFacts(preservation=replace(FULL.preservation, value=Preservation.KEPT))
    assert settled(kept, FULL).weeded_after is None


def page_of(given: Material) -> html.HtmlElement:
    return html.document_fromstring(register_page(case_record(given)).decode())


def test_every_value_stands_in_a_field_with_a_label_of_its_own() -> None:
    page = page_of(material())
    labels = {label.get("for"): label.text for label in page.iter("label")}
    values = {labels[field.get("id")]: field.get("value") for field in page.iter("input")}
    assert values["Diarienummer"] == "KSKF/2023:288"
    assert values["Undertecknare"] == "Tommy Malm, Kommundirektör; Sara Molander, Administrativ direktör"
    assert len(labels) == len(list(page.iter("input")))
    assert all(field.get("readonly") is not None for field in page.iter("input"))
    assert "Klassificering: kod" not in values
    assert [node.text for node in page.find_class("namn")].count("Klassificering: kod") == 1


def test_the_page_fetches_nothing_and_names_its_style_by_digest() -> None:
    page = register_page(case_record(material())).decode()
    css = re.findall("<style>(.*?)</style>", page, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(css[0].encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in page
    assert "<script" not in page
    assert "style=" not in page
    assert re.findall(r"https?:", page) == []
    assert page.count("<h1>") == 1


def test_what_is_typed_never_becomes_markup() -> None:
    page = register_page(case_record(material(title=text('<b>"&\x00</b>')))).decode()
    assert "&lt;b&gt;&quot;&amp;&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "\x00" not in page
