"""JSON Schemas of the input files, made from the fields that read them, so that an editor completes and checks.

Run as ``python -m pipeline.ingest.schema`` to write them to docs/schema.
"""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.ingest.bind.reading import Schema
from pipeline.ingest.case_fields import CASE
from pipeline.ingest.exemption_fields import EXEMPTIONS
from pipeline.ingest.figure_fields import FIGURES
from pipeline.ingest.profile_fields import PROFILE
from pipeline.ingest.report_fields import REPORT
from pipeline.ingest.section_fields import PART, SECTION

_DIALECT = "http://json-schema.org/draft-07/schema#"
FOLDER = Path("docs/schema")


def schemas() -> dict[str, Schema]:
    """Return the schemas by the stem of the file they are for."""
    return {
        "arende": {"$schema": _DIALECT, "title": "arende.yaml", **CASE.schema()},
        "rapport": {
            "$schema": _DIALECT,
            "title": "rapport.yaml",
            **REPORT.schema(),
            "$defs": {"avsnitt": SECTION.schema(), "del": PART.schema()},
        },
        "nyckeltal": {"$schema": _DIALECT, "title": "nyckeltal.yaml", **FIGURES.schema()},
        "undantag": {"$schema": _DIALECT, "title": "undantag.yaml", **EXEMPTIONS.schema()},
        "profil": {"$schema": _DIALECT, "title": "profil.yaml", **PROFILE.schema()},
    }


def as_text(schema: Schema) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write(folder: Path) -> None:
    """Write all schemas to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, schema in schemas().items():
        (folder / f"{stem}.schema.json").write_text(as_text(schema), encoding="utf-8")


if __name__ == "__main__":
    write(FOLDER)
