"""The text in a package that tells a person what the package holds."""

from __future__ import annotations

GUIDE = "LASMIG.txt"
_TEXT = """Arkivpaket för ärendet {number}

Paketet följer FGS Paketstruktur 2.0 (E-ARK CSIP 2.1.0 och E-ARK SIP 2.1.0). Ärendet beskrivs
enligt FGS Ärendehantering 2.0 (CITS ERMS) och filernas tillkomst enligt PREMIS 3.

METS.xml                        förteckning över hela paketet, med kontrollsummor
metadata/descriptive/           ärendet och dess handlingar (ERMS)
metadata/preservation/          paketets delar och hur det gjordes (PREMIS)
representations/arkivformat/    handlingarna som PDF/A-2a och PDF/UA-1
representations/original/       Word-filerna, det de gjordes av och mallarna
representations/webb/           handlingarna som webbsidor
documentation/arende.json       det som registreras i ärendesystemet
schemas/                        scheman som paketets XML-filer följer

Alla kontrollsummor är SHA-256. Alla datum som inte är ärendets egna är handlingarnas datum{but}.
"""


_SEALED = """
PDF-filerna bär en elektronisk stämpel (PAdES, ETSI EN 319 142-1). Vem som har stämplat och när
står i stämpeln själv, i arende.json och i PREMIS. Det som ligger före stämpeln i filen är,
byte för byte, den PDF som byggdes.
"""


def guide_of(number: str, *, sealed: bool = False) -> bytes:
    """Return the text for a case, as UTF-8; one whose PDFs are sealed says so."""
    but = ", utom stämplarnas" if sealed else ""
    return (_TEXT.format(number=number, but=but) + (_SEALED if sealed else "")).encode()
