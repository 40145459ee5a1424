"""Findings VAL262-VAL266, which way words, rows and indicators go: see ``pipeline.findings.catalogue``."""

from __future__ import annotations

from pipeline.findings.catalogue.entry import Entry
from pipeline.findings.finding import Severity

ENTRIES: tuple[Entry, ...] = (
    Entry(
        code="VAL262",
        severity=Severity.WARNING,
        title="ordet säger upp men talen går ned, eller tvärtom",
        what="Meningen har två tal och ett ord för hur det har gått (ökat, minskat, högre än, lägre än), men talen "
        "går åt andra hållet.",
        why="Antingen är ordet fel, eller så har talen bytt plats.",
        example='texten säger "minskat" men 7,4 procent är större än 6,9 procent: "Sjukfrånvaron har minskat från 6,9 '
        'till 7,4 procent."',
        action="rätta ordet, eller byt plats på talen",
    ),
    Entry(
        code="VAL263",
        severity=Severity.WARNING,
        title="en rad är inte som texten säger",
        what="Meningen säger utan tal att en rad har överskott eller underskott, ligger över eller under budget, eller "
        "är mer eller mindre än året innan, men raden i tabellen säger motsatsen i alla sina kolumner.",
        why="Nämnden läser meningen och inte tabellen.",
        example='texten säger "Personalkostnaderna har minskat jämfört med föregående år" men i tabellen går '
        "Personalkostnader från −73,2 till −83,5",
        action="rätta meningen, eller beloppen i tabellen",
    ),
)
