"""Spans: a paragraph as marked text, before figures are found in it and its marks are nested."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.ingest.reporting import Reporter
from pipeline.model.origin import Origin, TextOrigin
from pipeline.model.prose import Emphasis, FigureReference, Inline, LineBreak, Link, Strong, Text

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_REFERENCE = re.compile(r"([^\W\d][\w-]*)(?::([+-]?)([0-9]?))?")
_LOOSE_SPACE = re.compile(r"^ | $|  | \n|\n ")


@dataclass(frozen=True)
class Span:
    """Text with its marks; a line feed is a line break. ``origin`` is the line it stands on, where that is known."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    origin: Origin | None = None


@dataclass(frozen=True)
class _Piece:
    """A leaf of the paragraph with the marks of the span it came from."""

    leaf: Inline
    marks: Span


def plain(spans: Iterable[Span]) -> str:
    """Return the text of spans."""
    return "".join(span.text for span in spans)


def assemble(spans: Sequence[Span], origin: Origin, report: Reporter) -> tuple[Inline, ...]:
    """Return the inlines of a paragraph: figures are looked for in its whole text, however the marks cut it."""
    tidy = _tidy([span for span in spans if span.text])
    pieces: list[_Piece] = []
    done = 0
    text = plain(tidy)
    for match in _BRACES.finditer(text):
        pieces += _texts(tidy, done, match.start())
        marks = _span_at(tidy, match.start())
        pieces.append(_Piece(_figure(match, _place(marks.origin or origin, match[0], report), report), marks))
        done = match.end()
    pieces += _texts(tidy, done, len(text))
    return _nest(pieces)


def _tidy(spans: list[Span]) -> list[Span]:
    """Return the spans without double spaces and spaces at the edges of lines."""
    if not _LOOSE_SPACE.search(plain(spans)):
        return spans
    kept: list[Span] = []
    last = "\n"
    for span in spans:
        text = re.sub(" {2,}", " ", span.text)
        text = re.sub(r" ?\n ?", "\n", text)
        if last in " \n":
            text = text.removeprefix(" ")
        if text.startswith("\n") and last == " ":
            _trim_end(kept)
        if text:
            kept.append(replace(span, text=text))
            last = text[-1]
    _trim_end(kept)
    return [span for span in kept if span.text]


def _trim_end(spans: list[Span]) -> None:
    if spans and spans[-1].text.endswith(" "):
        spans[-1] = replace(spans[-1], text=spans[-1].text[:-1])


def _span_at(spans: Sequence[Span], offset: int) -> Span:
    for span in spans:
        if offset < len(span.text):
            return span
        offset -= len(span.text)
    return spans[-1]


def _texts(spans: Sequence[Span], start: int, end: int) -> Iterator[_Piece]:
    """Yield the pieces of the text between two offsets."""
    at = 0
    for span in spans:
        part = span.text[max(start - at, 0) : max(end - at, 0)]
        at += len(span.text)
        lines = part.split("\n")
        for number, line in enumerate(lines):
            if number:
                yield _Piece(LineBreak(), span)
            if line:
                yield _Piece(Text(line), span)


def _figure(match: re.Match[str], place: Origin, report: Reporter) -> Inline:
    """Return what braces mean: a literal brace, a reference, or the text itself with a finding."""
    if match[0] in ("{{", "}}"):
        return Text(match[0][0])
    if match[1] is None:
        report.say("ING146", f'en ensam klammer "{match[0]}" står i texten', place)
        return Text(match[0])
    reference = _REFERENCE.fullmatch(match[1])
    if reference is None or match[1].endswith(":"):
        report.say("ING147", f'"{match[0]}" är ingen hänvisning till ett nyckeltal', place)
        return Text(match[0])
    decimals = int(reference[3]) if reference[3] else None
    return FigureReference(reference[1], place, reference[2] == "+", decimals, unsigned=reference[2] == "-")


def _place(origin: Origin, text: str, report: Reporter) -> Origin:
    """Return the origin with the column of a text on its line, where the line is known."""
    if not isinstance(origin, TextOrigin):
        return origin
    line = next(iter(report.sources.get(origin.file, ())[origin.line - 1 : origin.line]), "")
    column = line.find(text, max(origin.column - 1, 0)) + 1
    return replace(origin, column=column) if column else origin


_MARKS: tuple[tuple[Callable[[Span], object], Callable[[tuple[Inline, ...], Span], Inline]], ...] = (
    (lambda span: span.link, lambda content, span: Link(content, span.link)),
    (lambda span: span.strong, lambda content, _: Strong(content)),
    (lambda span: span.emphasis, lambda content, _: Emphasis(content)),
)


def _nest(pieces: Sequence[_Piece], depth: int = 0) -> tuple[Inline, ...]:
    """Return the pieces with their marks as nested inlines: link outside, then strong, then emphasis."""
    if depth == len(_MARKS):
        return tuple(_merged(piece.leaf for piece in pieces))
    mark, wrap = _MARKS[depth]
    made: list[Inline] = []
    for value, run in groupby(pieces, lambda piece: mark(piece.marks)):
        group = list(run)
        inner = _nest(group, depth + 1)
        made += [wrap(inner, group[0].marks)] if value else inner
    return tuple(_merged(made)) if depth == 0 else tuple(made)


def _merged(leaves: Iterable[Inline]) -> Iterator[Inline]:
    """Yield leaves with neighbouring texts as one."""
    held = ""
    for leaf in leaves:
        if isinstance(leaf, Text):
            held += leaf.text
            continue
        if held:
            yield Text(held)
            held = ""
        yield leaf
    if held:
        yield Text(held)
