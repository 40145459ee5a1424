"""Which font file serves a family that a document asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.fonts.bundled import STYLES, bundled_file, nearest_styles
from pipeline.fonts.embedded import EmbeddedFonts
from pipeline.fonts.face import FontFace
from pipeline.fonts.fallbacks import PLAIN, families_for
from pipeline.fonts.families import SANS, FontHint, Twin, resembling, twins
from pipeline.fonts.fitted import FittedFace
from pipeline.fonts.installed import InstalledFonts, installed_fonts
from pipeline.fonts.metrics import LineMetrics
from pipeline.fonts.replacement import ReplacementFace
from pipeline.fonts.widths import widths_of


@dataclass(frozen=True)
class Typeface:
    """The face that serves a request. ``replaced`` is the family asked for when another stands in for it.

    ``bold`` and ``italic`` tell what must be imitated because the face lacks it; ``compatible`` tells whether the
    replacement has the same widths, and ``stretch`` how much wider than its own its glyphs are drawn.
    """

    face: FontFace
    metrics: LineMetrics
    family: str
    replaced: str = ""
    compatible: bool = True
    imitate_bold: bool = False
    imitate_italic: bool = False
    stretch: float = 1.0


_File = tuple[Path, bool, bool]


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
            self._fallbacks[key] = found or self._borrowed(character, bold=bold, italic=italic)
        return self._fallbacks[key]

    def _rest(self, family: str, *, bold: bool, italic: bool) -> Typeface | None:
        """Return what stands in for a family that the document brings, None for others."""
        key = (family.lower(), bold, italic)
        if key not in self._rests:
            brought = family.lower() in self.hints and self._brought(family, bold=bold, italic=italic) is not None
            own = bundled_file(key[0], bold=bold, italic=italic) if brought else None
            if own is not None:
                self._rests[key] = self._typeface(own, family, bold=bold, italic=italic)
            else:
                self._rests[key] = self._stand_in(family, bold=bold, italic=italic) if brought else None
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

    def _own(self, family: str, *, bold: bool, italic: bool) -> Typeface:
        key = (family, bold, italic)
        if key not in self._own_faces:
            file = self._file(family, bold=bold, italic=italic)
            assert file is not None, "the program's own fonts are complete"
            self._own_faces[key] = self._typeface(file, family, bold=bold, italic=italic)
        return self._own_faces[key]

    def _typeface(self, file: _File, family: str, *, bold: bool, italic: bool) -> Typeface:
        path, has_bold, has_italic = file
        face = self._faces.setdefault(path, FontFace(path))
        imitate = (bold and not has_bold, italic and not has_italic)
        return Typeface(face, face.line_metrics, family, imitate_bold=imitate[0], imitate_italic=imitate[1])

    def _find(self, family: str, *, bold: bool, italic: bool) -> Typeface:
        name = family.lower()
        own = self._in_folders(name, bold=bold, italic=italic)
        if own is not None and self._allowed(own[0]):
            return self._typeface(own, family, bold=bold, italic=italic)
        brought = self._brought(family, bold=bold, italic=italic)
        if brought is not None:
            return brought
        bundled = bundled_file(name, bold=bold, italic=italic)
        if bundled is not None:
            return self._typeface(bundled, family, bold=bold, italic=italic)
        return self._stand_in(family, bold=bold, italic=italic)

    def _brought(self, family: str, *, bold: bool, italic: bool) -> Typeface | None:
        """Return the face that the document brings for a family, None when it brings none that can be used."""
        hint = self.hints.get(family.lower())
        found = self.embedded.face(family, hint.embedded, bold=bold, italic=italic) if hint else None
        if found is None:
            return None
        face, has_bold, has_italic = found
        imitate = (bold and not has_bold, italic and not has_italic)
        return Typeface(face, face.line_metrics, family, imitate_bold=imitate[0], imitate_italic=imitate[1])

    def _stand_in(self, family: str, *, bold: bool, italic: bool) -> Typeface:
        name = family.lower()
        twin = self._twin(name)
        file = self._file(twin.family, bold=bold, italic=italic)
        if file is None:
            twin = Twin(SANS)
        found = self._own(twin.family, bold=bold or twin.is_heavy, italic=italic)
        face, stretch = found.face, twin.stretch
        widths = widths_of(twin.widths, bold=bold, italic=italic)
        if widths:
            fitted = FittedFace(face.path, face.index, base=face, widths=widths)
            face, stretch = fitted, fitted.stretch
        return replace(
            found,
            face=face,
            metrics=twin.metrics or found.metrics,
            replaced="" if twin.is_read else family,
            compatible=twin.exact,
            stretch=stretch,
        )

    def _allowed(self, path: Path) -> bool:
        """Return whether a font file may be embedded by its own licence."""
        return self._faces.setdefault(path, FontFace(path)).may_be_embedded

    def _twin(self, name: str) -> Twin:
        """Return what stands in for a family: a known twin, another name of it, or what resembles it."""
        known = twins().get(name)
        hint = self.hints.get(name)
        if known is not None:
            return known
        for other in hint.alternatives if hint else ():
            if self._file(other, bold=False, italic=False) is not None:
                return Twin(other)
            if other in twins():
                return replace(twins()[other], exact=False)
        return Twin(resembling(name, hint))

    def _file(self, name: str, *, bold: bool, italic: bool) -> _File | None:
        own = bundled_file(name, bold=bold, italic=italic)
        if own is not None:
            return own
        return self._in_folders(name, bold=bold, italic=italic)

    def _in_folders(self, name: str, *, bold: bool, italic: bool) -> _File | None:
        wanted = name.replace(" ", "")
        for folder in self.folders:
            for style in nearest_styles(bold=bold, italic=italic):
                for path in sorted(folder.glob("*.[to]tf")):
                    if path.stem.lower().replace(" ", "") == f"{wanted}-{STYLES[style].lower()}":
                        return path, style[0], style[1]
        return None
