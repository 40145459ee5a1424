"""Findings on what a person decides about, and what is left out on purpose: changes, comments, hidden text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.model.origin import WordOrigin
from pipeline.render.read.ledger import Why
from pipeline.render.read.shared import Shared


def left_out(shared: Shared | None, name: str) -> Iterator[Finding]:
    """Yield a finding for contents made anew (REN450), for changes and comments (REN451), for hidden text (REN452)."""
    origin = WordOrigin(name)
    if shared is None:
        return
    for number in shared.made_anew:
        which = f"innehållsförteckning {number}" if len(shared.contents) > 1 else "innehållsförteckningen"
        yield finding("REN450", f"{which} har andra rader än dokumentets rubriker och är gjord på nytt", origin)
    changes = shared.changes
    if changes.inserted or changes.deleted:
        how = "visas som de är märkta" if changes.shown else "visas som godkända"
        inserted = _counted(changes.inserted, "infogning", "infogningar")
        deleted = _counted(changes.deleted, "borttagning", "borttagningar")
        yield finding("REN451", f"dokumentet har {inserted} och {deleted}, som {how}", origin)
    if shared.comments:
        how = "står i slutet" if shared.choices.comments else "utelämnas"
        count = len(set(shared.comments))
        yield finding("REN451", f"dokumentet har {_counted(count, 'kommentar', 'kommentarer')}, som {how}", origin)
    hidden = shared.ledger.words(Why.HIDDEN)
    if hidden:
        yield finding("REN452", f"dokumentet har {_counted(hidden, 'dolt ord', 'dolda ord')}, som utelämnas", origin)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
