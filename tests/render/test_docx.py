"""The Word files that tests make are such as other programs open: every part has its content type."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tests.render.docx import Docx, abstract, instance, item, level, note, paragraph, reference, separators
from tests.render.floating import MEDIA

WHOLE = Docx(
    paragraph("brödtext", reference(1)) + item("punkt"),
    numbering=abstract(0, level(0)) + instance(1, 0),
    footnotes=separators() + note(1, "not"),
    headers={"h": paragraph("sidhuvud")},
    footers={"f": paragraph("sidfot")},
    media=MEDIA,
)


def test_every_part_has_a_content_type_of_its_own_kind() -> None:
    with zipfile.ZipFile(BytesIO(WHOLE.bytes())) as archive:
        names = set(archive.namelist())
        types = etree.fromstring(archive.read("[Content_Types].xml"))
    own = {node.get("PartName", "").lstrip("/"): node.get("ContentType", "") for node in types.iter("{*}Override")}
    endings = {node.get("Extension"): node.get("ContentType") for node in types.iter("{*}Default")}
    assert set(own) <= names
    kinds = {name.partition("/")[2]: kind.rpartition(".")[2] for name, kind in own.items()}
    assert kinds == {
        "core.xml": "core-properties+xml",
        "document.xml": "main+xml",
        "f.xml": "footer+xml",
        "footnotes.xml": "footnotes+xml",
        "h.xml": "header+xml",
        "numbering.xml": "numbering+xml",
        "settings.xml": "settings+xml",
        "styles.xml": "styles+xml",
    }
    assert (endings["png"], endings["xml"]) == ("image/png", "application/xml")


def test_libreoffice_opens_such_a_file(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice finns inte")
    (tmp_path / "prov.docx").write_bytes(WHOLE.bytes())
    profile, source = f"-env:UserInstallation=file://{tmp_path}/profil", str(tmp_path / "prov.docx")
    command = [program, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), source]

    subprocess.run(command, check=True, capture_output=True, timeout=120)

    assert "brödtext" in (tmp_path / "prov.txt").read_text(encoding="utf-8")
