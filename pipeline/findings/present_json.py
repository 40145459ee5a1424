"""A finding as JSON, for other programs: structured places, never a place to take apart."""

from __future__ import annotations

from dataclasses import asdict

from pipeline.findings.finding import Finding
from pipeline.findings.present_text import Place
from pipeline.model.origin import CellOrigin, Origin, TextOrigin

Json = dict[str, object]


def object_of(finding: Finding, *, place: Place = str) -> Json:
    """Return the finding as an object of JSON; its keys are Swedish, as the inputs' are."""
    return {
        "kod": finding.code,
        "allvar": finding.severity.value,
        "fakta": finding.message,
        "hjälp": finding.help,
        "platser": [_place_object(origin, place) for origin in finding.origins],
        "utdrag": finding.excerpt,
        "visas i": finding.shown_in,
    }


def _place_object(origin: Origin, place: Place) -> Json:
    if isinstance(origin, TextOrigin):
        medium, names = "text", {"file": "fil", "line": "rad", "column": "kolumn"}
    elif isinstance(origin, CellOrigin):
        medium, names = "cell", {"file": "fil", "sheet": "blad", "cell": "cell"}
    else:
        medium, names = "word", {"file": "fil", "headings": "rubriker", "paragraph": "stycke", "part": "del"}
    return {"slag": medium, **{names[key]: value for key, value in asdict(origin).items()}, "plats": place(origin)}
