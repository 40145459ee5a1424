"""Undefined expressions of a template as findings: where the tag stands, and which name was likely meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from pipeline.compose.fill import Missing
from pipeline.compose.scan import Tag
from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Findings
from pipeline.model.origin import WordOrigin


def report_missing(missing: Iterable[Missing], tags: Sequence[Tag], place: WordOrigin, findings: Findings) -> None:
    """Add a finding for each undefined expression, with every tag that asks for it."""
    for one in missing:
        asking = _asking(one, tags)
        places = tuple(dict.fromkeys(tag.place for tag in asking)) or (place,)
        excerpt = asking[0].text if asking else ""
        words = f"mallen använder ”{one}”, som inte finns"
        findings.add(finding("KOM103", words, *places, help=_advice(one), excerpt=excerpt))


def _asking(missing: Missing, tags: Sequence[Tag]) -> list[Tag]:
    name = re.escape(missing.name)
    pattern = rf"\.\s*{name}\b" if missing.owner else rf"(?<![.\w]){name}\b"
    return [tag for tag in tags if re.search(pattern, tag.body)]


def _advice(missing: Missing) -> str:
    owner = f"{missing.owner}." if missing.owner else ""
    near = difflib.get_close_matches(missing.name, missing.known, n=1)
    if near:
        return f"menade du {owner}{near[0]}?"
    known = ", ".join(sorted(missing.known))
    return f"de namn som finns här är: {known}" if known else ""
