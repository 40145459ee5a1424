"""The files that go with a case's papers when they are handed over to the case system and to the archive."""

from __future__ import annotations

from pipeline.archive import case_record, register_page
from pipeline.archive.material import Material
from pipeline.archive.package.assembly import assembled, zipped
from pipeline.archive.package.check import check_files
from pipeline.findings.finding import Checked


def hand_over(material: Material) -> Checked[dict[str, bytes]]:
    """Return the papers' files with those that tell of them and the archive's package, by name.

    The package is held against its schemas and requirements here, before anything is written.
    """
    record = case_record.case_record(material)
    files = {
        **material.files,
        case_record.FILE_NAME: case_record.as_json(record),
        register_page.FILE_NAME: register_page.register_page(record),
    }
    name, contents = assembled(material)
    found = tuple(check_files(contents, f"{name}.zip", name))
    return Checked({**files, f"{name}.zip": zipped(name, contents)}, found)
