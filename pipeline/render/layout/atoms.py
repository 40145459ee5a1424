"""A paragraph's content as atoms: words, spaces, tabs, objects and marks, with where a line may break."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from pipeline.fonts.characters import is_mark
from pipeline.render.layout.direction import directed
from pipeline.render.layout.formats import Format, Formats, Piece
from pipeline.render.layout.line import Over
from pipeline.render.notetree import NoteRun
from pipeline.render.tree import (
    BookmarkRun,
    BreakRun,
    FieldRun,
    Inline,
    Link,
    PictureRun,
    Reading,
    RunStyle,
    TabRun,
    TextRun,
)

Resolve = Callable[[FieldRun | NoteRun], str]

# A word ends at spaces and after hyphens and dashes, but for a minus before a number, and may end at a soft hyphen;
# East Asian characters stand alone (UAX 14 in so far as Word follows it). Spaces that are no-break, figure or narrow
# no-break are letters here.
_WIDE = "\u1100-\u11ff\u2e80-\u2fdf\u3001-\u30ff\u3100-\u4dbf\u4e00-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f"
_WIDE += "\uff01-\uffdc\U00020000-\U0003ffff"
_SPACES = " \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_TOKEN = re.compile(f"[{_SPACES}]+|[{_WIDE}]|[^{_SPACES}{_WIDE}]+")
_SPACE = re.compile(f"[{_SPACES}]")
_AFTER_HYPHEN = re.compile(
    "(?<=[^\\s\u2010–—-][\u2010–—-])(?=[^\\s\u2010–—-])|(?<=[\u2010–—-])(?=[^\\s\u2010–—-])(?!\\d)|(?<=\u00ad)"
)
SOFT_HYPHEN = "\u00ad"
_FIRST_WIDE = "\u1100"
LONGEST_WORD = 200  # set at once: a word without end is cut line by line, which takes time by the square of it


class Kind(IntEnum):
    """What an atom is."""

    WORD = 0
    SPACE = 1
    TAB = 2
    BREAK = 3
    OBJECT = 4
    MARK = 5
    LABEL = 6


@dataclass(slots=True, eq=False)
class Atom:
    """An atom. ``break_after`` tells that a line may end behind it; ``payload`` is the run of objects and breaks.

    ``back`` is how far before its place a label begins; ``level`` is the direction's (UAX 9), odd from right to left.
    ``hyphen`` is shown where a line ends behind it; ``parted`` tells that it is a part of a word already,
    ``is_label`` that an object is a bullet; what stands ``over`` it is its reading. ``pads`` is what is free on both
    sides of it in its cells, which its width holds (17.6.5).
    """

    kind: Kind
    pieces: tuple[Piece, ...] = ()
    width: float = 0.0
    break_after: bool = False
    payload: Inline | None = None
    format: Format | None = None
    back: float = 0.0
    level: int = 0
    hyphen: Piece | None = None
    parted: bool = False
    is_label: bool = False
    over: tuple[Over, ...] = ()
    pads: tuple[float, float] = (0.0, 0.0)


def atoms_of(content: tuple[Inline, ...], formats: Formats, resolve: Resolve) -> list[Atom]:
    """Return a paragraph's atoms; ``resolve`` gives the text of fields that depend on pages.

    Equal words are one and the same atom: who changes one changes a copy.
    """
    atoms: list[Atom] = []
    for run in content:
        if isinstance(run, TextRun) and run.reading is not None:
            atoms.append(read_atom(run, run.reading, formats))
        elif isinstance(run, TextRun) and run.style.across:
            atoms.append(across_atom(run, formats))
        elif isinstance(run, TextRun):
            atoms.extend(_shared(run.text, run.style, run.link, formats))
        elif isinstance(run, FieldRun):
            atoms.extend(_shared(resolve(run), run.style, run.link, formats))
        elif isinstance(run, NoteRun):
            atoms.extend(_note(run, resolve(run), formats))
        else:
            atoms.extend(_other(run, formats))
    return atoms


def directed_atoms(content: tuple[Inline, ...], formats: Formats, resolve: Resolve, base: int) -> list[Atom]:
    """Return the same where some of it is written from right to left; ``base`` is the paragraph's own level."""
    known = [TextRun(resolve(run), run.style, run.link) if isinstance(run, FieldRun) else run for run in content]
    atoms: list[Atom] = []
    for run, level in directed(known, base):
        if isinstance(run, TextRun) and run.reading is not None:
            found = iter((read_atom(run, run.reading, formats),))
        elif isinstance(run, TextRun):
            found = text_atoms(run.text, run.style, run.link, formats, rtl=bool(level % 2))
        elif isinstance(run, NoteRun):
            found = _note(run, resolve(run), formats)
        else:
            found = _other(run, formats)
        for atom in found:
            atom.level = level
            atoms.append(atom)
    return atoms


def is_east_asian(content: tuple[Inline, ...]) -> bool:
    """Return whether the text has East Asian characters, beside which lines break by other rules."""
    return any(isinstance(run, TextRun) and max(run.text, default="") >= _FIRST_WIDE for run in content)


def read_atom(run: TextRun, reading: Reading, formats: Formats) -> Atom:
    """Return characters that have a reading: one that is wider than they are moves them apart."""
    above = _standing(reading.text, reading.style, run.link, formats)
    pieces = _standing(run.text, run.style, run.link, formats)
    width, wanted = (sum(piece.width for piece in found) for found in (pieces, above))
    if wanted > width:
        extra = (wanted - width) / max(len(run.text), 1)
        style = replace(run.style, spacing=run.style.spacing + extra)
        pieces = _standing(run.text, style, run.link, formats)
        width = sum(piece.width for piece in pieces)
        at = -extra / 2
    else:
        at = (width - wanted) / 2
    over = []
    for piece in above:
        over.append(Over(at, reading.raised, piece))
        at += piece.width
    return Atom(Kind.WORD, pieces, width, break_after=True, over=tuple(over))


def _standing(text: str, style: RunStyle, link: Link | None, formats: Formats) -> tuple[Piece, ...]:
    """Return the pieces of a text, each character by itself where they stand upright."""
    if not style.upright:
        return formats.pieces(text, style, link)
    return tuple(piece for character in text for piece in formats.pieces(character, style, link))


def across_atom(run: TextRun, formats: Formats) -> Atom:
    """Return text that stands across its line in one place, an em wide; letters of a stack are a line high."""
    pieces, setting = formats.pieces(run.text, run.style, run.link), formats.of(run.style)
    if run.style.across == "stack":
        line = setting.ascent + setting.descent
        placed = tuple(replace(piece, width=line * len(letters_of(piece.text))) for piece in pieces)
    else:
        placed = tuple(replace(piece, width=run.style.size / len(pieces)) for piece in pieces)
    return Atom(Kind.WORD, placed, sum(piece.width for piece in placed), break_after=True)


def letters_of(text: str) -> list[str]:
    """Return the letters of a word, each with the marks that belong to it."""
    found: list[str] = []
    for sign in text:
        if found and is_mark(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _shared(text: str, style: RunStyle, link: Link | None, formats: Formats) -> Iterable[Atom]:
    """Return the words and spaces of a text; those that were met before in this style, unlinked, as they are."""
    if link is not None:
        return text_atoms(text, style, link, formats)
    known = formats.words.setdefault(style, {})
    atoms: list[Atom] = []
    for token in _TOKEN.findall(text):
        found = known.get(token)
        if found is None:
            found = known[token] = tuple(text_atoms(token, style, None, formats))
        atoms += found
    return atoms


def text_atoms(text: str, style: RunStyle, link: Link | None, formats: Formats, *, rtl: bool = False) -> Iterator[Atom]:
    """Yield the words and spaces of a text."""
    for token in _TOKEN.findall(text):
        if _SPACE.match(token):
            pieces = formats.pieces(token, style, link, rtl=rtl)
            yield Atom(Kind.SPACE, pieces, sum(p.width for p in pieces), break_after=True)
            continue
        parts = _AFTER_HYPHEN.split(token) if len(token) > 1 or token == SOFT_HYPHEN else [token]
        for index, part in enumerate(part for part in parts if part):
            breaks = index < len(parts) - 1 or part[-1] in "-\u2010–—\u00ad" or (len(part) == 1 and part >= "\u2e80")
            for start in range(0, len(part), LONGEST_WORD):
                pieces = formats.pieces(part[start : start + LONGEST_WORD], style, link, rtl=rtl)
                ends = start + LONGEST_WORD >= len(part)
                atom = Atom(Kind.WORD, pieces, sum(p.width for p in pieces), break_after=breaks and ends)
                if part[-1] == SOFT_HYPHEN and ends:
                    atom.hyphen = formats.hyphen((pieces or formats.pieces("-", style, link, rtl=rtl))[-1])
                yield atom


def _note(run: NoteRun, text: str, formats: Formats) -> Iterator[Atom]:
    """Yield the mark of a note, which is never parted; it has its place in the line even without text."""
    pieces = formats.pieces(text or "\u200b", run.style, run.link)
    yield Atom(Kind.WORD, pieces, sum(piece.width for piece in pieces), payload=run)


def _other(run: Inline, formats: Formats) -> Iterator[Atom]:
    if isinstance(run, TabRun):
        yield Atom(Kind.TAB, formats.pieces(" ", run.style, run.link), payload=run, format=formats.of(run.style))
    elif isinstance(run, BreakRun):
        yield Atom(Kind.BREAK, payload=run, format=formats.of(run.style))
    elif isinstance(run, PictureRun) and run.anchor is not None:
        yield Atom(Kind.MARK, payload=run)
    elif isinstance(run, PictureRun):
        setting = formats.of(run.style)
        yield Atom(Kind.OBJECT, width=run.picture.width, break_after=True, payload=run, format=setting)
    elif isinstance(run, BookmarkRun):
        yield Atom(Kind.MARK, payload=run)
