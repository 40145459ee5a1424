"""The e-archive package: what lies in it, that it is the same each time, and that what is wrong in it is found."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from pipeline.archive.checksums import digest_of
from pipeline.archive.handover import hand_over
from pipeline.archive.package.assembly import assembled, zipped
from pipeline.archive.package.check import check_files, check_package, opened
from pipeline.archive.package.names import CSIP, ERMS, METS, PREMIS, XLINK, physical, tagged
from pipeline.archive.package.requirements import REQUIREMENTS
from pipeline.archive.package.schemas import schema_faults
from pipeline.findings.finding import Finding
from pipeline.model.archival import ArchivalProfile
from tests.archive.cases import APPENDIX, DECISION, FULL, ROOT, material, text

PROFILES = ROOT.parent / "shared" / "schemas"
_Q = {"http": "http://www.loc.gov/METS_Profile/v2"}
PARTIES = ArchivalProfile(
    creator=text("Kommunstyrelsen"),
    creator_code=text("212000-0000"),
    submitter=text("Provkommun"),
    submitter_code=text("VAT:SE212000000001"),
    contact=text("Karin Ek"),
    receiver=text("Kommunarkivet"),
    agreement=text("KA 2023:7"),
)


@cache
def package() -> tuple[str, dict[str, bytes]]:
    given = material(archival=FULL, secrecy=text("delvis"))
    return assembled(replace(given, profile=replace(given.profile, archival=PARTIES)))


def found(files: dict[str, bytes]) -> list[Finding]:
    return list(check_files(files, "p.zip", package()[0]))


def texts(path: str, namespace: str, name: str) -> list[str]:
    return [node.text or "" for node in etree.fromstring(package()[1][path]).iter(tagged(namespace, name))]


def test_a_package_is_found_to_be_without_fault() -> None:
    assert [f.message for f in found(package()[1])] == []


def test_a_case_that_says_nothing_for_the_archive_makes_a_faultless_package_too() -> None:
    name, files = assembled(material(handler=None, meeting=None))
    assert [f.message for f in check_files(files, "p.zip", name)] == []


def test_the_package_holds_pdfs_originals_and_web_pages_as_representations() -> None:
    _, files = package()
    assert files[f"representations/arkivformat/data/{DECISION}.pdf"] == f"{DECISION}.pdf".encode()
    assert files[f"representations/original/data/{APPENDIX}.docx"] == f"{APPENDIX}.docx".encode()
    assert files[f"representations/webb/data/{APPENDIX}.html"] == f"{APPENDIX}.html".encode()
    assert "representations/original/data/indata/ekonomi.xlsx" in files
    assert "representations/original/data/mall/beslut.docx" in files
    assert "documentation/arende.json" in files
    assert {"schemas/mets.xsd", "schemas/ERMS.xsd", "schemas/premis.xsd"} <= set(files)


def test_names_in_the_package_are_ascii_and_the_originals_stand_in_premis() -> None:
    name, files = package()
    assert all(re.fullmatch(r"[A-Za-z0-9_.\-/]+", path) for path in (name, *files))
    original = texts("representations/original/metadata/preservation/premis.xml", PREMIS, "originalName")
    assert "indata/texter/åtgärder för år 2023.md" in original
    assert "representations/original/data/indata/texter/atgarder-for-ar-2023.md" in files


def test_names_that_fall_together_in_ascii_are_numbered() -> None:
    assert physical(["a/å.md", "a/a.md", "a/A.md"]) == {"a/A.md": "a/A.md", "a/a.md": "a/a-2.md", "a/å.md": "a/a-3.md"}


def test_the_case_is_described_for_the_archive() -> None:
    erms = "metadata/descriptive/erms.xml"
    assert texts(erms, ERMS, "objectId") == ["KSKF/2023:288", DECISION, APPENDIX]
    assert texts(erms, ERMS, "regulation") == ["OSL 21 kap. 1 §"]
    assert texts(erms, ERMS, "disposalPeriod") == ["10 år"]
    assert texts(erms, ERMS, "classification") == ["Följa upp verksamhet"]
    paths = [node.get("path") for node in etree.fromstring(package()[1][erms]).iter(tagged(ERMS, "appendix"))]
    assert len(paths) == 6
    assert set(paths) <= set(package()[1])


def test_the_parties_of_the_transfer_stand_in_the_package() -> None:
    assert texts("METS.xml", METS, "name") == ["kansli", "Kommunstyrelsen", "Provkommun", "Karin Ek", "Kommunarkivet"]
    assert texts("METS.xml", METS, "note")[1:] == ["ORG:212000-0000", "VAT:SE212000000001"]
    assert texts("METS.xml", METS, "altRecordID") == ["KA 2023:7"]


def test_premis_tells_what_each_file_is_and_what_it_was_made_of() -> None:
    path = "representations/arkivformat/metadata/preservation/premis.xml"
    assert texts(path, PREMIS, "messageDigest") == [digest_of(f"{n}.pdf".encode()) for n in (DECISION, APPENDIX)]
    assert set(texts(path, PREMIS, "formatRegistryKey")) == {"fmt/476"}
    assert texts(path, PREMIS, "eventType") == ["migration", "validation"]
    sources = set(texts(path, PREMIS, "relatedObjectIdentifierValue"))
    originals = texts("representations/original/metadata/preservation/premis.xml", PREMIS, "objectIdentifierValue")
    assert len(sources) == 2
    assert sources <= set(originals)


def test_every_event_that_a_file_points_at_stands_beside_it() -> None:
    for path in (path for path in package()[1] if path.endswith("premis.xml")):
        linked = set(texts(path, PREMIS, "linkingEventIdentifierValue"))
        assert linked <= set(texts(path, PREMIS, "eventIdentifierValue"))


def test_the_date_of_the_package_is_that_of_the_papers() -> None:
    for path in (path for path in package()[1] if path.endswith(".xml")):
        dates = re.findall(rb'(?:CREATED|CREATEDATE|LASTMODDATE)="([^"]+)"', package()[1][path])
        assert set(dates) <= {b"2023-10-10T00:00:00+00:00"}


def test_the_same_case_makes_the_same_zip_and_another_case_another_name() -> None:
    first, second = (zipped(*assembled(material())) for _ in range(2))
    assert first == second
    other = assembled(replace(material(), inputs={"arende.yaml": b"annat"}))[0]
    assert other != assembled(material())[0]


def test_the_zip_opens_in_another_tool_with_everything_under_one_folder() -> None:
    name, files = package()
    with zipfile.ZipFile(BytesIO(zipped(name, files))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(f"{name}/{path}" for path in files)
    assert opened(zipped(name, files)) == (name, files)


def test_the_hand_over_holds_the_package_and_no_finding() -> None:
    made = hand_over(material())
    assert made.findings == ()
    assert made.value is not None
    (name,) = [name for name in made.value if name.endswith(".zip")]
    assert list(check_package(made.value[name], name)) == []


@pytest.mark.parametrize("profile", ["E-ARK-CSIP-v2-1-0.xml", "E-ARK-SIP-v2-1-0.xml"])
def test_every_must_and_should_of_the_profile_is_asked(profile: str) -> None:
    if not (PROFILES / profile).is_file():
        pytest.skip("profilen finns inte vid sidan av projektet")
    wanted = etree.parse(PROFILES / profile).findall(".//http:requirement", _Q)
    asked = {requirement.id: requirement.level for requirement in REQUIREMENTS}
    numbered = [one for one in wanted if re.fullmatch(r"C?SIP\d+", one.get("ID", ""))]
    missing = [one.get("ID") for one in numbered if one.get("REQLEVEL") != "MAY" and one.get("ID") not in asked]
    # Contacts are asked with the submitters, whom nothing but their type tells apart.
    assert missing == ([] if "CSIP" in profile else ["SIP22", "SIP23"])
    weaker = [
        one.get("ID") for one in numbered if one.get("REQLEVEL") == "MUST" and asked.get(str(one.get("ID"))) == "SHOULD"
    ]
    assert weaker == []


@pytest.mark.parametrize("name", ["mets.xsd", "xlink.xsd", "DILCISExtensionMETS.xsd", "DILCISExtensionSIPMETS.xsd"])
def test_the_programs_copies_of_the_schemas_are_the_published_ones(name: str) -> None:
    if not (PROFILES / name).is_file():
        pytest.skip("schemat finns inte vid sidan av projektet")
    assert package()[1][f"schemas/{name}"] == (PROFILES / name).read_bytes()


def changed(path: str, old: str, new: str) -> dict[str, bytes]:
    files = dict(package()[1])
    assert old.encode() in files[path]
    files[path] = files[path].replace(old.encode(), new.encode(), 1)
    return files


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        ("METS.xml", '<mets:structMap', '<mets:structMapp', "ingen hel XML-fil"),
        ("METS.xml", 'TYPE="ORGANIZATION"', 'TYPE="FÖRENING"', "METS.xml"),
        ("METS.xml", 'csip:OAISPACKAGETYPE="SIP"', 'csip:OAISPACKAGETYPE="PAKET"', "OAISPACKAGETYPE"),
        ("metadata/descriptive/erms.xml", 'agentType="owner"', 'agentType="chef"', "agentType"),
        ("metadata/preservation/premis.xml", "<premis:agentName>", "<premis:agentName> ", ""),
        ("metadata/preservation/premis.xml", "premis:representation", "premis:sak", "abstract"),
    ],
)  # fmt: skip
def test_what_breaks_a_schema_is_found(path: str, old: str, new: str, told: str) -> None:
    faults = [f for f in found(changed(path, old, new)) if f.code == "ARK120"]
    assert bool(faults) == bool(told)
    assert all(path in f.message for f in faults)
    assert told in "".join(f.message for f in faults)


@pytest.mark.parametrize(
    ("requirement", "where", "attribute"),
    [
        ("CSIP1", "mets:mets", "OBJID"),
        ("CSIP6", "mets:mets", "PROFILE"),
        ("CSIP9", ".//mets:metsHdr", tagged(CSIP, "OAISPACKAGETYPE")),
        ("CSIP16", ".//mets:note", tagged(CSIP, "NOTETYPE")),
        ("CSIP24", ".//mets:dmdSec/mets:mdRef", tagged(XLINK, "href")),
        ("CSIP43", ".//mets:digiprovMD/mets:mdRef", "CHECKSUM"),
        ("CSIP60", ".//mets:fileGrp[@USE='Documentation']", "USE"),
        ("CSIP113", ".//mets:fileGrp[@USE='Schemas']", "USE"),
        ("CSIP71", ".//mets:file", "CHECKSUM"),
        ("CSIP79", ".//mets:FLocat", tagged(XLINK, "href")),
        ("CSIP82", ".//mets:structMap", "LABEL"),
        ("CSIP88", ".//mets:div[@LABEL='Metadata']", "LABEL"),
        ("CSIP108", ".//mets:mptr", tagged(XLINK, "title")),
        ("CSIP116", ".//mets:fptr", "FILEID"),
        ("SIP4", ".//mets:metsHdr", tagged(CSIP, "OAISPACKAGETYPE")),
        ("SIP15", ".//mets:agent", "TYPE"),
    ],
)  # fmt: skip
def test_a_requirement_that_is_not_met_is_found_by_its_number(requirement: str, where: str, attribute: str) -> None:
    files = dict(package()[1])
    root = etree.fromstring(files["METS.xml"])
    nodes = [root] if where == "mets:mets" else root.findall(where, {"mets": METS})
    for node in nodes:
        if attribute in node.attrib:
            del node.attrib[attribute]
    files["METS.xml"] = etree.tostring(root)
    assert requirement in {
        m[1] for f in found(files) if f.code == "ARK121" and (m := re.search(r"inte (\w+):", f.message))
    }


def test_a_recommendation_that_is_not_followed_is_a_warning() -> None:
    faults = found(changed("METS.xml", ' LASTMODDATE="2023-10-10T00:00:00+00:00"', ""))
    assert [(f.code, "CSIP8" in f.message) for f in faults] == [("ARK122", True)]


@pytest.mark.parametrize("path", sorted(package()[1]))
def test_a_file_of_the_package_that_is_changed_by_one_byte_is_found(path: str) -> None:
    files = dict(package()[1])
    files[path] = files[path][:-5] + bytes([files[path][-5] ^ 1]) + files[path][-4:]
    assert {f.code for f in found(files)} & {"ARK123", "ARK120"}, path


@pytest.mark.parametrize("path", sorted(package()[1]))
def test_a_file_of_the_package_that_is_gone_or_renamed_is_found(path: str) -> None:
    files = dict(package()[1])
    data = files.pop(path)
    assert {f.code for f in found(files)} & {"ARK123", "ARK125"}, path
    assert "ARK124" in {f.code for f in found({**files, f"{path}-2": data})}


def test_a_zip_that_is_no_package_is_refused() -> None:
    name, files = package()
    whole = zipped(name, files)
    two = zipped("b", {"x": b""})
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{name}/../../ut.txt", b"")
    loose = BytesIO()
    with zipfile.ZipFile(loose, "w") as archive:
        archive.writestr("METS.xml", b"")
    for data in (b"", b"PK", whole[: len(whole) // 2], two, out.getvalue(), loose.getvalue()):
        codes = [f.code for f in check_package(data, "p.zip")]
        assert "ARK125" in codes


@pytest.mark.parametrize("method", [8, 12, 14, 99])
def test_a_zip_whose_list_says_that_a_file_is_packed_in_another_way_is_refused(method: int) -> None:
    whole = bytearray(zipped(*package()))
    whole[whole.rindex(b"PK\x01\x02") + 10] = method
    assert [f.code for f in check_package(bytes(whole), "p.zip")] == ["ARK125"]


def test_xml_that_would_read_other_files_reads_none(tmp_path: Path) -> None:
    (tmp_path / "hemligt").write_text("hemligt")
    entity = f'<!DOCTYPE m [<!ENTITY e SYSTEM "file://{tmp_path}/hemligt">]><m xmlns="{METS}">&e;</m>'
    assert "hemligt" not in "".join(schema_faults(entity.encode()))


def test_what_xml_cannot_hold_is_left_out() -> None:
    name, files = assembled(material(title=text("Titel\x01 & <b>")))
    assert [f.message for f in check_files(files, "p.zip", name)] == []
    assert b"Titel &amp; &lt;b&gt;" in files["metadata/descriptive/erms.xml"]
