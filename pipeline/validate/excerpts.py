"""How much of a text a finding shows: the part around what its message is about, and names no longer than a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.findings.finding import Finding

_LONGEST = 280  # characters of a paragraph: three lines of a terminal
_MOST_LINES = 5
_NAME = 70
_QUOTED = re.compile(r'"([^"]{2,})"')
_TELLING = re.compile(r"\d[\d\u00a0 ,.]*\d|\d|\b\w*[A-ZÅÄÖ]{2,}\w*")
_MORE = "…"


def shortened(name: str, longest: int = _NAME) -> str:
    """Return a name, or as many of its first words as a message has room for."""
    if len(name) <= longest:
        return name.rstrip(" .")
    return f"{name[: longest + 1].rsplit(maxsplit=1)[0].rstrip(' ,;:.')} {_MORE}"


def with_short_excerpt(found: Finding) -> Finding:
    """Return a finding whose excerpt is the part of its text that the message is about, of five lines at the most."""
    whole = found.excerpt.splitlines()
    longest = _LONGEST if len(whole) < 2 else _LONGEST // 2
    lines = [_around(line, found.message, longest) for line in whole]
    if len(lines) > _MOST_LINES:
        lines = [*lines[:2], f"{_MORE} ({len(lines) - 4} rader till)", *lines[-2:]]
    return replace(found, excerpt="\n".join(lines))


def _around(line: str, message: str, longest: int) -> str:
    """Return a line cut to the words around the first of what the message names."""
    if len(line) <= longest or " | " in line:
        return line
    at, length = next(_spots(line, message), (0, longest // 2))
    length = min(length, longest)
    start = max(0, min(at - (longest - length) // 2, len(line) - longest))
    start = _sentence_start(line, start, at, longest)
    end = start + longest
    if start and not line[start - 1].isspace():
        start = max(start, line.find(" ", start, at) + 1)
    end = len(line) if end >= len(line) else max(line.rfind(" ", at + length, end), at + length)
    before, after = (f"{_MORE} " if start else ""), (f" {_MORE}" if end < len(line) else "")
    return f"{before}{line[start:end].strip()}{after}"


def _sentence_start(line: str, start: int, at: int, longest: int) -> int:
    """Return where the spot's own sentence begins, when that is so near that nothing is lost by beginning there."""
    begins = max(line.rfind(". ", 0, at), line.rfind("? ", 0, at), line.rfind("! ", 0, at))
    return begins + 2 if begins >= 0 and at - begins < longest // 2 else start


def _spots(line: str, message: str) -> Iterator[tuple[int, int]]:
    """Yield where a line has what the message quotes, and then where it has its numbers and short forms."""
    lower = line.lower()
    for pattern in (_QUOTED, _TELLING):
        for match in pattern.finditer(message):
            words = (match[1] if pattern is _QUOTED else match[0]).strip(f" {_MORE}").lower()
            at = lower.find(words)
            if words and at >= 0:
                yield at, len(words)
