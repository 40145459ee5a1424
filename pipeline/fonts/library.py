"""Which font file serves a family that a document asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pipeline.fonts.bundled import bundled_file
from pipeline.fonts.embedded import EmbeddedFonts
from pipeline.fonts.face import FontFace
from pipeline.fonts.fallbacks import PLAIN, families_for, line_of
from pipeline.fonts.families import FontHint, Twin, cut_of, listed, resembling, twins
from pipeline.fonts.fitted import FittedFace
from pipeline.fonts.folders import FolderFonts
from pipeline.fonts.installed import InstalledFonts, installed_fonts
from pipeline.fonts.metrics import LineMetrics
from pipeline.fonts.replacement import ReplacementFace
from pipeline.fonts.widths import widths_of


@dataclass(frozen=True)
class Typeface:
    """The face that serves a request. ``replaced`` is the family asked for when another stands in for it.

    ``bold`` and ``italic`` tell what must be imitated because the face lacks it; ``compatible`` tells whether the
    replacement has the same widths, and ``stretch`` how much wider than its own its glyphs are drawn. ``line`` is what
    a line needs for characters that Word takes from yet another font; ``is_broad`` tells that the family asked for has
    East Asian characters or signs of its own, so that its lines stay as they are.
    """

    face: FontFace
    metrics: LineMetrics
    family: str
    replaced: str = ""
    compatible: bool = True
    imitate_bold: bool = False
    imitate_italic: bool = False
    stretch: float = 1.0
    line: LineMetrics | None = None
    is_broad: bool = False


_Found = tuple[FontFace, bool, bool]


@dataclass
class FontLibrary:
    """Fonts of the program, and of ``folders`` (a template's own), found by family name.

    ``hints`` are what the document says of its families, by lower-case name. ``installed`` gives the computer's own
    fonts, asked only for characters that nothing else has; ``borrowed`` tells which family each of those came from.
    ``embedded`` are the fonts that the document brings with it.
    """

    folders: tuple[Path, ...] = ()
    hints: Mapping[str, FontHint] = field(default_factory=dict)
    installed: Callable[[], InstalledFonts] = installed_fonts
    borrowed: dict[str, str] = field(default_factory=dict)
    embedded: EmbeddedFonts = field(default_factory=EmbeddedFonts)
    _faces: dict[Path, FontFace] = field(default_factory=dict, repr=False)
    _found: dict[tuple[str, bool, bool], Typeface] = field(default_factory=dict, repr=False)
    _fallbacks: dict[tuple[str, bool, bool], Typeface | None] = field(default_factory=dict, repr=False)
    _line_faces: dict[tuple[int, LineMetrics], Typeface] = field(default_factory=dict, repr=False)
    _rests: dict[tuple[str, bool, bool], Typeface | None] = field(default_factory=dict, repr=False)
    _own_faces: dict[tuple[str, bool, bool], Typeface] = field(default_factory=dict, repr=False)
    _replacement: Typeface | None = field(default=None, repr=False)

    def find(self, family: str, *, bold: bool = False, italic: bool = False) -> Typeface:
        """Return the face for a family, always one: the nearest of the program's own where the family is missing."""
        key = (family.lower(), bold, italic)
        if key not in self._found:
            self._found[key] = self._find(family, bold=bold, italic=italic)
        return self._found[key]

    def fallback(self, character: str, *, bold: bool, italic: bool, family: str = "") -> Typeface | None:
        """Return a face that has the character, the computer's own fonts last, or None when no font here has it.

        Where the document brings only a part of ``family``, the rest of it comes from what stands in for it.
        """
        rest = self._rest(family, bold=bold, italic=italic)
        if rest is not None and rest.face.glyph(character):
            return rest
        key = (character, bold, italic)
        if key not in self._fallbacks:
            found = next(self._having(character, bold=bold, italic=italic), None)
            found = found or self._borrowed(character, bold=bold, italic=italic)
            line = line_of(character)
            self._fallbacks[key] = self._lined(found, line) if found and line else found
        return self._fallbacks[key]

    def _lined(self, found: Typeface, line: LineMetrics) -> Typeface:
        key = (id(found), line)
        if key not in self._line_faces:
            self._line_faces[key] = replace(found, line=line)
        return self._line_faces[key]

    def _rest(self, family: str, *, bold: bool, italic: bool) -> Typeface | None:
        """Return what stands in for a family that the document brings, None for others."""
        key = (family.lower(), bold, italic)
        if key not in self._rests:
            self._rests[key] = None
            if key[0] in self.hints and self._brought(family, bold=bold, italic=italic) is not None:
                own = self._bundled(family, bold=bold, italic=italic)
                stand_in = None if own else self._stand_in(family, bold=bold, italic=italic)
                self._rests[key] = stand_in or (_served(own, family, bold=bold, italic=italic) if own else None)
        return self._rests[key]

    def _having(self, character: str, *, bold: bool, italic: bool) -> Iterator[Typeface]:
        """Yield the program's faces that have a character; where a bold file lacks it the plain one imitates bold."""
        for family in families_for(character):
            for key in dict.fromkeys(((bold, italic), (False, False))):
                found = self._own(family, bold=key[0], italic=key[1])
                if found.face.glyph(character):
                    yield found if key == (bold, italic) else self._imitated(found, bold=bold, italic=italic)

    def _imitated(self, plain: Typeface, *, bold: bool, italic: bool) -> Typeface:
        key = (f"{plain.family} plain", bold, italic)
        if key not in self._own_faces:
            self._own_faces[key] = replace(plain, imitate_bold=bold, imitate_italic=italic)
        return self._own_faces[key]

    def _borrowed(self, character: str, *, bold: bool, italic: bool) -> Typeface | None:
        face = self.installed().having(character)
        if face is None:
            return None
        self.borrowed[character] = face.family_name
        key = (f"{face.path}#{face.index}", bold, italic)
        if key not in self._own_faces:
            name = face.family_name
            self._own_faces[key] = Typeface(face, face.line_metrics, name, imitate_bold=bold, imitate_italic=italic)
        return self._own_faces[key]

    @property
    def replacement(self) -> Typeface:
        """Return the face that shows characters which no font has."""
        if self._replacement is None:
            face = ReplacementFace(self._own(PLAIN[0], bold=False, italic=False).face.path)
            self._replacement = Typeface(face, face.line_metrics, PLAIN[0])
        return self._replacement

    @property
    def used(self) -> tuple[Typeface, ...]:
        """Return every face that was asked for, by family."""
        return tuple(self._found[key] for key in sorted(self._found))

    @cached_property
    def in_folders(self) -> FolderFonts:
        """Return the fonts of the folders."""
        return FolderFonts(self.folders)

    @property
    def refused(self) -> dict[str, str]:
        """Return which fonts that came along are not used, and why, in Swedish."""
        brought = {f"dokumentets inbäddade typsnitt {name}": why for name, why in self.embedded.refused.items()}
        return brought | {f"typsnittet {name}": why for name, why in self.in_folders.refused.items()}

    def _own(self, family: str, *, bold: bool, italic: bool) -> Typeface:
        key = (family, bold, italic)
        if key not in self._own_faces:
            found = self._named(family, bold=bold, italic=italic)
            assert found is not None, "a stand-in is always here"
            self._own_faces[key] = found
        return self._own_faces[key]

    def _find(self, family: str, *, bold: bool, italic: bool) -> Typeface:
        found = self._named(family, bold=bold, italic=italic)
        if found is not None:
            return found
        known = next((name for name in listed(family) if self._is_known(name)), "")
        if known:
            return self.find(known, bold=bold, italic=italic)
        return self._stand_in(family, bold=bold, italic=italic)

    def _is_known(self, family: str) -> bool:
        """Return whether a family is here, or one is known that stands in for it."""
        name = family.lower()
        return name in twins() or cut_of(name) is not None or self._named(family, bold=False, italic=False) is not None

    def _named(self, family: str, *, bold: bool, italic: bool) -> Typeface | None:
        """Return the family itself, of a folder, of the document or of the program; None when it is nowhere here."""
        found = self.in_folders.face(family, bold=bold, italic=italic)
        found = found or self._brought(family, bold=bold, italic=italic)
        found = found or self._bundled(family, bold=bold, italic=italic)
        return _served(found, family, bold=bold, italic=italic) if found else None

    def _brought(self, family: str, *, bold: bool, italic: bool) -> _Found | None:
        """Return the face that the document brings for a family, None when it brings none that can be used."""
        hint = self.hints.get(family.lower())
        return self.embedded.face(family, hint.embedded, bold=bold, italic=italic) if hint else None

    def _bundled(self, family: str, *, bold: bool, italic: bool) -> _Found | None:
        file = bundled_file(family.lower(), bold=bold, italic=italic)
        if file is None:
            return None
        path, has_bold, has_italic = file
        return self._faces.setdefault(path, FontFace(path)), has_bold, has_italic

    def _stand_in(self, family: str, *, bold: bool, italic: bool) -> Typeface:
        twin = self._twin(family.lower())
        found = self._own(twin.family, bold=bold or twin.is_heavy, italic=italic or twin.is_slanted)
        face, stretch = found.face, twin.stretch
        widths = widths_of(twin.widths, bold=bold, italic=italic) if twin.widths else {}
        if widths:
            widths = {character: width * twin.stretch for character, width in widths.items()}
            fitted = FittedFace(face.path, face.index, base=face, widths=widths)
            face, stretch = fitted, fitted.stretch
        return replace(
            found,
            face=face,
            metrics=twin.metrics or found.metrics,
            replaced="" if twin.is_read else family,
            compatible=twin.exact,
            stretch=stretch,
            is_broad=twin.is_broad or not family.isascii(),
        )

    def _twin(self, name: str) -> Twin:
        """Return what stands in for a family: a known one, that of its cut, of another name, or the nearest."""
        known = twins().get(name) or cut_of(name)
        hint = self.hints.get(name)
        if known is not None:
            return known
        for other in hint.alternatives if hint else ():
            if self._named(other, bold=False, italic=False) is not None:
                return Twin(other)
            if other in twins():
                return replace(twins()[other], exact=False)
        return Twin(resembling(name, hint))


def _served(found: _Found, family: str, *, bold: bool, italic: bool) -> Typeface:
    face, has_bold, has_italic = found
    imitate = (bold and not has_bold, italic and not has_italic)
    return Typeface(face, face.line_metrics, family, imitate_bold=imitate[0], imitate_italic=imitate[1])
