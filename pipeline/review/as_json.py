"""``granskning.json``: the review as data, with Swedish keys as the inputs have."""

from __future__ import annotations

import json

from pipeline.findings.present_json import Json, object_of
from pipeline.review.contents import Contents, Held, InProse
from pipeline.validate import Accepted


def as_json(review: Contents) -> bytes:
    """Return the review as one object of JSON, as UTF-8."""
    whole: Json = {
        "diarienummer": review.case.case_number.value,
        "titel": review.case.title.value,
        "utfall": review.verdict.value,
        "fynd": [object_of(each.finding) for each in review.findings],
        "godtagna": [_accepted(each) for each in review.accepted],
        "tal i texten": [_number(each) for each in review.numbers],
        "kontrollerade summor": [_held(each) for each in review.sums],
        "inte kontrollerat": list(review.not_checked),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _accepted(each: Accepted) -> Json:
    by = each.exemption
    return {"fynd": object_of(each.finding), "av": str(by.by), "datum": str(by.on), "varför": str(by.why)}


def _number(each: InProse) -> Json:
    values = [
        {"namn": value.name, "plats": str(value.place), "scenario": value.scenario, "period": value.period}
        for value in each.values
    ]
    return {
        "tal": each.number,
        "mening": each.sentence,
        "rubriker": list(each.headings),
        "plats": str(each.place),
        "källa": each.source,
        "kallas": list(each.called),
        "värden": values,
    }


def _held(each: Held) -> Json:
    return {
        "namn": each.name,
        "uträkning": each.arithmetic,
        "står": each.stated,
        "utfall": each.state,
        "grund": each.basis,
        "plats": str(each.place),
    }
