"""A finding as the terminal shows it: the fact, its places, the excerpt and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.findings.finding import Finding, Severity
from pipeline.model.origin import Origin

Place = Callable[[Origin], str]

_BOLD, _BLUE, _RESET = "\x1b[1m", "\x1b[1;34m", "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    """Return ``text`` with its control characters shown as escapes, so that no input can steer the terminal."""
    return "".join(_escaped(character) if _is_control(character) else character for character in text)


def _is_control(character: str) -> bool:
    code = ord(character)
    return (code < 0x20 and character != "\n") or 0x7F <= code < 0xA0 or character in _BIDIRECTIONAL


def _escaped(character: str) -> str:
    if character == "\t":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def text_of(finding: Finding, *, place: Place = str, colour: bool = False) -> str:
    """Return the finding over several lines, without a newline at the end; ``place`` words an origin."""
    return "\n".join(_lines(finding, place, colour=colour))


def _lines(finding: Finding, place: Place, *, colour: bool) -> Iterator[str]:
    head, strong, arrow, reset = (_COLOURS[finding.severity], _BOLD, _BLUE, _RESET) if colour else ("", "", "", "")
    label = f"{head}{finding.severity.value}[{finding.code}]{reset}"
    yield f"{label} {strong}{_one_line(finding.message)}{reset}"
    for origin in finding.origins:
        yield f"  {arrow}-->{reset} {_one_line(place(origin))}"
    for line in visible(finding.excerpt).splitlines():
        yield f"     {line}"
    if finding.shown_in:
        yield f"  {arrow}={reset} visas i: {_one_line(finding.shown_in)}"
    yield f"  {arrow}={reset} hjälp: {_one_line(finding.help)}"


def _one_line(text: str) -> str:
    return visible(text).replace("\n", "\n    ")


def counts_of(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each kind, such as "1 fel, 2 varningar"; "inga fynd" for none."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    plural = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.NOTE: "upplysningar"}
    words = [
        f"{number} {severity.value if number == 1 else plural[severity]}"
        for severity, number in counts.items()
        if number
    ]
    return ", ".join(words) or "inga fynd"
