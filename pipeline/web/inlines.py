"""The text of a paragraph: runs with what their looks mean, links in words, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.render.notetree import NoteRun, SeparatorRun
from pipeline.render.tree import (
    BookmarkRun,
    BreakRun,
    FieldRun,
    Inline,
    Link,
    Paragraph,
    Picture,
    PictureRun,
    RunStyle,
    TabRun,
    TextRun,
)
from pipeline.web.graphics import is_drawn
from pipeline.web.kinds import PAGE_NUMBERS
from pipeline.web.languages import known_language, primary
from pipeline.web.markup import classes, element, escaped, opening
from pipeline.web.mathml import math_html
from pipeline.web.survey import plain
from pipeline.web.within import has_object, parts_of
from pipeline.web.writing import Around, Writing

TAB = "\u2003"
_SPACES = " \t\n\r\u2003"


@dataclass(frozen=True, slots=True)
class Look:
    """What the look of a run means: elements from the outermost in, classes, and a language of its own."""

    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    language: str = ""
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Text, or with ``markup`` what is HTML already; equal looks and links stand together."""

    text: str
    look: Look
    href: str = ""
    link: Link | None = None
    markup: bool = False
    named: bool = True

    @property
    def is_space(self) -> bool:
        """Return whether the piece shows nothing."""
        return self.text in {"", "<br>"} if self.markup else not self.text.strip(_SPACES)


def inline_html(content: Sequence[Inline], around: Around, writing: Writing) -> str:
    """Return runs as HTML, "" where they show nothing; blocks inside them are left to the caller."""
    maker = _Maker(around, writing, _said(content))
    pieces = _trimmed([piece for run in content for piece in maker.pieces(run)])
    parts = []
    for (href, link_id), group in groupby(pieces, key=lambda piece: (piece.href, id(piece.link) if piece.href else 0)):
        linked = list(group)
        inner = _looks(linked)
        parts.append(_anchor(href, inner, linked) if href and link_id else inner)
    return "".join(parts)


def _said(content: Sequence[Inline]) -> frozenset[str]:
    if not any(map(has_object, content)):
        return frozenset()
    runs = [run for run in content if isinstance(run, TextRun)]
    links = {id(run.link): "" for run in runs if run.link is not None}
    for run in runs:
        if run.link is not None:
            links[id(run.link)] += run.text
    return frozenset(map(plain, ("".join(run.text for run in runs), *links.values()))) - {""}


def spoken_language(paragraph: Paragraph, around: Around) -> str:
    """Return the language of a paragraph that is wholly in another than its surroundings, else ""."""
    tags = {
        known_language(run.style.language) for run in paragraph.content if isinstance(run, TextRun) and _is_word(run)
    }
    voices = {primary(tag) for tag in tags}
    if len(voices) != 1 or "" in voices or voices == {primary(around.language)}:
        return ""
    return min(tags)


def _is_word(run: TextRun) -> bool:
    return any(sign.isalpha() for sign in run.text)


@dataclass
class _Maker:
    """Makes pieces; ``said`` is what the text says as a whole, and what each of its links says."""

    around: Around
    writing: Writing
    said: frozenset[str]

    def pieces(self, run: object) -> Iterator[Piece]:
        if isinstance(run, TextRun):
            yield self._text(run.text + (f"({run.reading.text})" if run.reading else ""), run.style, run.link)
        elif isinstance(run, TabRun):
            yield replace(self._text(TAB, run.style, run.link), look=Look())
        elif isinstance(run, BreakRun):
            yield Piece("<br>", Look(), markup=True)
        elif isinstance(run, FieldRun):
            if run.kind not in PAGE_NUMBERS:
                yield self._text(run.stored, run.style, run.link)
        else:
            yield from self._object(run)

    def _object(self, run: object) -> Iterator[Piece]:
        if isinstance(run, PictureRun) and run.picture.equation is not None:
            href = self.writing.href(run.link, self.around.place)
            shown = math_html(run.picture.equation, run.picture.alt or "")
            yield Piece(shown, Look(), href, run.link, markup=True)
        elif isinstance(run, PictureRun) and run.picture.graphic is None:
            yield from self._picture(run.picture, run.link)
        elif isinstance(run, PictureRun):
            yield from self._drawing(run)
        elif isinstance(run, NoteRun):
            yield self._note(run)
        elif not isinstance(run, BookmarkRun | SeparatorRun):
            yield from self._unknown(run)

    def _note(self, run: NoteRun) -> Piece:
        mark = self.writing.survey.notes.reference(run, self.writing.own_language)
        return Piece(f"{mark} " if run.own and mark else mark, Look(), markup=True)

    def _text(self, text: str, style: RunStyle, link: Link | None) -> Piece:
        if style.spoken:
            return Piece(element("span", escaped(text), role="img", aria_label=style.spoken), Look(), markup=True)
        href = self.writing.href(link, self.around.place)
        return Piece(text, self._look(style, text, in_link=bool(href)), href, link)

    def _picture(self, picture: Picture, link: Link | None) -> Iterator[Piece]:
        if picture.alt and plain(picture.alt) in self.said:  # told twice, it would be heard twice
            picture = replace(picture, alt=None)
        shown = self.writing.pictures.html(picture)
        href = self.writing.href(link, self.around.place)
        if shown is None and picture.alt:
            shown = escaped(f"[bild: {picture.alt}]")
        if shown is not None:
            yield Piece(shown, Look(), href, link, markup=True, named=bool(picture.alt))

    def _drawing(self, run: PictureRun) -> Iterator[Piece]:
        """Yield a drawing; the blocks of its text boxes follow the paragraph."""
        picture = run.picture
        if picture.graphic is None or not is_drawn(picture.graphic):
            return
        if picture.alt and plain(picture.alt) in self.said:
            picture = replace(picture, alt=None)
        shown = self.writing.pictures.drawing(picture)
        if shown is None:
            if picture.alt:
                yield Piece(f"[bild: {picture.alt}]", Look())
            yield from self._unknown(run)
        else:
            href = self.writing.href(run.link, self.around.place)
            yield Piece(shown, Look(), href, run.link, markup=True, named=bool(picture.alt))

    def _unknown(self, run: object) -> Iterator[Piece]:
        """Yield the pictures and texts of a run that is no line of text; its blocks follow the paragraph."""
        for part in parts_of(run):
            if isinstance(part, Picture):
                yield from self._picture(part, getattr(run, "link", None))
            elif isinstance(part, str):
                yield Piece(f" {part} ", Look())

    def _look(self, style: RunStyle, text: str, *, in_link: bool) -> Look:
        if not text.strip():
            return Look(("u",) if style.underline and not in_link and text else ())
        tags = [
            tag
            for tag, is_so in (
                ("strong", style.bold and not self.around.bold),
                ("em", style.italic),
                ("u", bool(style.underline) and not in_link),
                ("s", style.strike or style.double_strike),
                ("sup", style.vertical == "superscript"),
                ("sub", style.vertical == "subscript"),
            )
            if is_so
        ]
        names = ["versal" if style.caps else "", "kapital" if style.small_caps else ""]
        language = known_language(style.language)
        is_other = language and primary(language) != primary(self.around.language) and any(map(str.isalpha, text))
        names += self._colours(style, in_link=in_link)
        return Look(tuple(tags), tuple(filter(None, names)), language if is_other else "", style.rtl)

    def _colours(self, style: RunStyle, *, in_link: bool) -> list[str]:
        sheet = self.writing.sheet
        shade = sheet.shade(style.background)
        if shade:
            return [shade, sheet.ink(style.color, style.background)]
        return ["" if in_link else sheet.ink(style.color, self.around.background)]


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without what shows nothing at their ends."""
    kept = list(pieces)
    for end in (0, -1):
        while kept and kept[end].is_space:
            kept.pop(end)
    if kept and not kept[0].markup:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(_SPACES))
    if kept and not kept[-1].markup:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(_SPACES))
    return kept


def _looks(pieces: Iterable[Piece]) -> str:
    parts = []
    for look, group in groupby(pieces, key=lambda piece: piece.look):
        inner = "".join(piece.text if piece.markup else escaped(piece.text) for piece in group)
        for tag in reversed(look.tags):
            inner = element(tag, inner)
        if look.names or look.language or look.right_to_left:
            attributes = {"class_": classes(*look.names), "lang": look.language or None}
            inner = element("span", inner, **attributes, dir="rtl" if look.right_to_left else None)
        parts.append(inner)
    return "".join(parts)


def _anchor(href: str, inner: str, pieces: Sequence[Piece]) -> str:
    """Return a link; one around a picture without words is named for where it leads."""
    if all(piece.is_space for piece in pieces):
        return inner
    link = pieces[0].link
    has_words = any(piece.named and not piece.is_space for piece in pieces)
    name = None if has_words else (link.title or link.uri or link.anchor if link else href)
    title = link.title if link and link.title and has_words else None
    return f"{opening('a', href=href, title=title, aria_label=name)}{inner}</a>"
