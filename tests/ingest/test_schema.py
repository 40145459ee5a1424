"""JSON Schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.ingest.schema import as_text, schemas, write

DOCS = Path(__file__).parents[2] / "docs/schema"


@pytest.mark.parametrize("stem", sorted(schemas()))
def test_the_committed_schema_is_the_one_the_fields_make(stem: str) -> None:
    committed = (DOCS / f"{stem}.schema.json").read_text(encoding="utf-8")
    assert committed == as_text(schemas()[stem]), "kör: python -m pipeline.ingest.schema"


def test_writing_makes_one_file_for_each_kind_of_input(tmp_path: Path) -> None:
    write(tmp_path / "schema")
    names = sorted(path.name for path in (tmp_path / "schema").iterdir())
    assert names == [f"{stem}.schema.json" for stem in ("arende", "nyckeltal", "profil", "rapport", "undantag")]


def test_every_reference_in_a_schema_leads_somewhere() -> None:
    schema = json.loads(as_text(schemas()["rapport"]))
    wanted = {ref.removeprefix("#/$defs/") for ref in _references(schema)}
    assert wanted == set(schema["$defs"])


def _references(node: object) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [ref for value in node.values() for ref in _references(value)]
    return [ref for value in node for ref in _references(value)] if isinstance(node, list) else []
