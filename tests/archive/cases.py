"""The example case as the archive stage is given it, its papers made of a few bytes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.archive.material import Material, Paper
from pipeline.ingest import ingest
from pipeline.ingest.sources import files_in
from pipeline.model.archival import ArchivalFacts, Preservation
from pipeline.model.case import Case
from pipeline.model.origin import Sourced, TextOrigin
from pipeline.model.profile import Profile

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "inputs" / "kskf-2023-288"
DECISION = "KSKF-2023-288_beslut"
APPENDIX = "KSKF-2023-288_bilaga-1"
FULL = ArchivalFacts(
    classification=Sourced("1.4.2", TextOrigin("arende.yaml")),
    classification_name=Sourced("Följa upp verksamhet", TextOrigin("arende.yaml")),
    preservation=Sourced(Preservation.WEEDED, TextOrigin("arende.yaml")),
    weeded_after=Sourced("10 år", TextOrigin("arende.yaml")),
    legal_ground=Sourced("OSL 21 kap. 1 §", TextOrigin("arende.yaml")),
)


def text(value: str) -> Sourced[str]:
    return Sourced(value, TextOrigin("arende.yaml"))


@cache
def read_case() -> tuple[Case, Profile]:
    value = ingest(EXAMPLE, ROOT / "templates").value
    assert value is not None
    return value


def paper(kind: str, stem: str) -> Paper:
    return Paper(kind, {f"{stem}{ending}": f"{stem}{ending}".encode() for ending in (".docx", ".pdf", ".html")})


def material(**changes: Any) -> Material:
    """Return the example as material; ``changes`` are attributes of its case."""
    case, profile = read_case()
    papers = (paper("beslut", DECISION), paper("bilaga", APPENDIX))
    inputs = {**files_in(EXAMPLE), "texter/åtgärder för år 2023.md": b"# r\xc3\xa5d\n"}
    return Material(replace(case, **changes), profile, papers, inputs, files_in(profile.folder))
