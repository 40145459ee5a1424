"""The files that go with a case's papers when they are handed over to the case system and to the archive."""

from __future__ import annotations

from pipeline.archive import case_record, register_page
from pipeline.archive.material import Material
from pipeline.findings.finding import Checked


def hand_over(material: Material) -> Checked[dict[str, bytes]]:
    """Return the papers' files with those that tell of them, by name."""
    record = case_record.case_record(material)
    files = {
        **material.files,
        case_record.FILE_NAME: case_record.as_json(record),
        register_page.FILE_NAME: register_page.register_page(record),
    }
    return Checked(files)
