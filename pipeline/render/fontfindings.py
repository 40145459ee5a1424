"""What is said of fonts: which stand in for others, which were borrowed, and characters that none has (REN410-414)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.findings.catalogue import finding
from pipeline.findings.finding import Finding
from pipeline.fonts.fitted import FittedFace
from pipeline.fonts.library import FontLibrary, Typeface
from pipeline.model.origin import WordOrigin

MOST_NAMED = 20


def font_findings(library: FontLibrary, missing: Mapping[str, int], name: str) -> Iterator[Finding]:
    """Yield the findings of a file; ``missing`` are the characters that no font has, with how often they are shown."""
    named: dict[str, Typeface] = {face.replaced: face for face in library.used if face.replaced}
    for family, face in sorted(named.items()):
        yield _replaced(family, face, name)
    for font, reason in sorted(library.refused.items()):
        yield finding("REN414", f"{font} används inte: {reason}", WordOrigin(name))
    if missing:
        times = sum(missing.values())
        count = "en gång" if times == 1 else f"{times} gånger"
        yield finding("REN412", f"inget typsnitt har tecknen {_signs(missing)} (visas {count})", WordOrigin(name))
    for family in sorted(set(library.borrowed.values())):
        signs = _signs(character for character, owner in library.borrowed.items() if owner == family)
        yield finding("REN413", f"tecknen {signs} hämtas ur {family}, som finns på den här datorn", WordOrigin(name))


def _replaced(family: str, face: Typeface, name: str) -> Finding:
    """Return the finding of a family that another stands in for: with its widths, about as wide, or as it is."""
    stand_in = face.face.family_name
    if face.compatible:
        how = "som sätts med samma bredder" if isinstance(face.face, FittedFace) else "som har samma bredder"
        return finding("REN410", f"{family} ersätts av {stand_in}, {how}", WordOrigin(name))
    near = ", ungefär lika brett och med samma radhöjd" if face.metrics != face.face.line_metrics else ""
    return finding("REN411", f"{family} finns inte och ersätts av {stand_in}{near}", WordOrigin(name))


def _signs(characters: Iterable[str]) -> str:
    chosen = sorted(characters)
    shown = ", ".join(f"{sign if sign.isprintable() else '?'} (U+{ord(sign):04X})" for sign in chosen[:MOST_NAMED])
    more = len(chosen) - MOST_NAMED
    return f"{shown} och {more} till" if more > 0 else shown
