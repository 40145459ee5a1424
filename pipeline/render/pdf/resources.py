"""What the pages of a file share: fonts and pictures, each written once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.fonts.face import FontFace
from pipeline.ooxml.package import Package, PackageError
from pipeline.render.effects import NO_EFFECTS
from pipeline.render.gradients import Fades, Stops
from pipeline.render.layout.formats import Format, Formats
from pipeline.render.patterns import Pattern
from pipeline.render.pdf.fonts import EmbeddedFont
from pipeline.render.pdf.images import Unreadable, bitmap
from pipeline.render.pdf.objects import Dictionary, File, number
from pipeline.render.pdf.shadings import fading, shading
from pipeline.render.pdf.svg import Unsupported, vector
from pipeline.render.pdf.tilings import tiling
from pipeline.render.tree import Picture, Place


@dataclass(frozen=True, slots=True)
class Failure:
    """A picture that cannot be shown: the reason, in Swedish, and where it stands first."""

    reason: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """How text of a format is drawn: the font, the text matrix but for the place, and whether each piece by itself.

    By itself goes what is emboldened or in relief, counted as missing or marked as a change.
    """

    font: EmbeddedFont
    matrix: str
    by_itself: bool


ITALIC_SLANT = 0.2126
_SVG = (b"<svg", b"<?xml", b"\xef\xbb\xbf<")  # how a picture begins that is an SVG file itself


@dataclass
class Resources:
    """Fonts and pictures by name; ``failures`` are parts whose picture could not be read, with the reason."""

    file: File
    package: Package
    formats: Formats
    language: str
    failures: dict[str, Failure] = field(default_factory=dict)
    _by_id: dict[int, EmbeddedFont] = field(default_factory=dict)
    _drawn: dict[Format, Drawn] = field(default_factory=dict)
    _opacities: dict[tuple[str, float], str] = field(default_factory=dict)
    _patterns: dict[Pattern, tuple[str, bytes]] = field(default_factory=dict)
    _fades: dict[tuple[Fades, bool], tuple[str, bytes]] = field(default_factory=dict)
    _shadings: dict[tuple[Stops, bool], tuple[str, bytes]] = field(default_factory=dict)
    _pictures: dict[tuple[object, ...], tuple[str, bytes] | None] = field(default_factory=dict)

    def font(self, face: FontFace) -> EmbeddedFont:
        """Return the embedded form of a face."""
        face = face.embedded_as
        font = self._by_id.get(id(face))
        if font is None:
            font = self._by_id[id(face)] = EmbeddedFont(face, f"F{len(self._by_id) + 1}")
        return font

    @property
    def font_files(self) -> tuple[Path, ...]:
        """Return the font files that are embedded, in the order of their first use."""
        return tuple(dict.fromkeys(font.face.path for font in self._by_id.values()))

    def drawn(self, setting: Format) -> Drawn:
        """Return how text of a format is drawn."""
        found = self._drawn.get(setting)
        if found is None:
            slant = ITALIC_SLANT if setting.typeface.imitate_italic else 0.0
            matrix = f"{number(setting.scale)} 0 {number(slant)} 1"
            style = setting.style
            apart = bool(style.change or style.spoken or style.relief or style.contour or style.cast or style.glow)
            apart = apart or style.unseen
            alone = setting.typeface.imitate_bold or setting.is_replacement or apart
            found = self._drawn[setting] = Drawn(self.font(setting.face), matrix, alone)
        return found

    def picture(self, picture: Picture, place: Place | None = None) -> str:
        """Return the resource name of a picture, "" when it could not be read; ``place`` is for the finding."""
        if not picture.part and not picture.data:
            return ""
        key = (picture.part or picture.data, picture.vector, picture.crop, picture.effects, picture.mask)
        if key not in self._pictures:
            reference = self._vector(picture) or self._bitmap(picture, place)
            self._pictures[key] = (f"I{len(self._pictures) + 1}", reference) if reference else None
        found = self._pictures[key]
        return found[0] if found else ""

    def opacity(self, share: float, *, lines: bool = False) -> str:
        """Return the resource name of the graphics state in which fillings, or lines, cover by a share only."""
        key = ("CA" if lines else "ca", round(share, 3))
        return self._opacities.setdefault(key, f"G{len(self._opacities) + 1}")

    def shading(self, stops: Stops, *, around: bool) -> str:
        """Return the resource name of a gradient from 0 to 1 along its axis, or around its origin to the radius 1."""
        key = (stops, around)
        if key not in self._shadings:
            self._shadings[key] = (f"S{len(self._shadings) + 1}", self.file.add(shading(stops, around=around)))
        return self._shadings[key][0]

    def fading(self, fades: Fades, *, around: bool) -> str:
        """Return the resource name of the graphics state in which a gradient covers by its fades."""
        key = (fades, around)
        if key not in self._fades:
            state = Dictionary({"SMask": fading(fades, around=around, file=self.file)})
            self._fades[key] = (f"M{len(self._fades) + 1}", self.file.add(state))
        return self._fades[key][0]

    def pattern(self, pattern: Pattern) -> str:
        """Return the resource name of a pattern of two colours."""
        if pattern not in self._patterns:
            self._patterns[pattern] = (f"P{len(self._patterns) + 1}", self.file.add(tiling(pattern)))
        return self._patterns[pattern][0]

    def _vector(self, picture: Picture) -> bytes | None:
        plain = picture.effects == NO_EFFECTS and not any(picture.crop)
        name = picture.vector if plain else ""
        if not name and picture.part and self.package.opening(picture.part).lstrip().startswith(_SVG):
            name = picture.part
        data = self._part(name) if name else None
        if data is None:
            return None
        try:
            return self.file.add(vector(data))
        except Unsupported:
            return None

    def _bitmap(self, picture: Picture, place: Place | None) -> bytes | None:
        data = picture.data or self._part(picture.part)
        if data is None:
            self.failures.setdefault(picture.part, Failure("filen saknas i paketet", place))
            return None
        try:
            return bitmap(_drawn(data, picture), picture, self.file)
        except Unreadable as error:
            self.failures.setdefault(picture.part, Failure(str(error), place))
            return None

    def _part(self, name: str) -> bytes | None:
        try:
            return self.package.part(name)
        except PackageError:
            return None

    def dictionary(self) -> object:
        """Write all fonts and return the resource dictionary that every page shares."""
        fonts = {font.name: font.write(self.file) for font in self._by_id.values()}
        pictures = {found[0]: found[1] for found in self._pictures.values() if found}
        entries: dict[str, object] = {"Font": Dictionary(fonts)}
        if pictures:
            entries["XObject"] = Dictionary(pictures)
        states: dict[str, object] = {name: Dictionary({kind: part}) for (kind, part), name in self._opacities.items()}
        states |= dict(self._fades.values())
        if states:
            entries["ExtGState"] = Dictionary(states)
        if self._patterns:
            entries["Pattern"] = Dictionary(dict(self._patterns.values()))
        if self._shadings:
            entries["Shading"] = Dictionary(dict(self._shadings.values()))
        return Dictionary(entries)


def _drawn(data: bytes, picture: Picture) -> bytes:
    """Return a picture's bytes, of an SVG file that holds more than shapes its bitmap; raises Unreadable."""
    if not data.lstrip().startswith(_SVG):
        return data
    from pipeline.render.svgbitmap import bitmap_of  # noqa: PLC0415 - costs time that papers without SVG save

    return bitmap_of(data, picture.width, picture.height)
