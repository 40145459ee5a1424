"""Which font file serves a family that a document asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.fonts.face import FontFace, LineMetrics

DATA = Path(__file__).parent / "data"

_FAMILIES: Mapping[str, str] = {
    "carlito": "Carlito",
    "caladea": "Caladea",
    "liberation sans": "LiberationSans",
    "liberation serif": "LiberationSerif",
    "liberation mono": "LiberationMono",
    "dejavu sans": "DejaVuSans",
}
_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}

# Families of the same advance widths (metric-compatible), and Windows' own line metrics for them.
_COMPATIBLE: Mapping[str, str] = {
    "calibri": "carlito",
    "cambria": "caladea",
    "arial": "liberation sans",
    "helvetica": "liberation sans",
    "times new roman": "liberation serif",
    "times": "liberation serif",
    "courier new": "liberation mono",
    "courier": "liberation mono",
}
_METRICS: Mapping[str, LineMetrics] = {"cambria": LineMetrics(0.9502, 0.2222, 0.0)}
_SERIF = ("serif", "roman", "garamond", "georgia", "palatino", "bookman", "century", "book antiqua", "minion")
_MONO = ("mono", "consolas", "courier", "typewriter")
FALLBACKS = ("dejavu sans", "liberation sans", "liberation serif", "carlito")


@dataclass(frozen=True)
class Typeface:
    """The face that serves a request. ``replaced`` is the family asked for when another stands in for it.

    ``bold`` and ``italic`` tell what must be imitated because the face lacks it; ``compatible`` tells whether the
    replacement has the same widths.
    """

    face: FontFace
    metrics: LineMetrics
    family: str
    replaced: str = ""
    compatible: bool = True
    imitate_bold: bool = False
    imitate_italic: bool = False


@dataclass
class FontLibrary:
    """Fonts of the program, and of ``folders`` (a template's own), found by family name."""

    folders: tuple[Path, ...] = ()
    classes: dict[str, str] = field(default_factory=dict)
    _faces: dict[Path, FontFace] = field(default_factory=dict, repr=False)
    _found: dict[tuple[str, bool, bool], Typeface] = field(default_factory=dict, repr=False)
    _fallbacks: dict[tuple[str, bool, bool], Typeface | None] = field(default_factory=dict, repr=False)

    def find(self, family: str, *, bold: bool = False, italic: bool = False) -> Typeface:
        """Return the face for a family, always one: the nearest of the program's own where the family is missing."""
        key = (family.lower(), bold, italic)
        if key not in self._found:
            self._found[key] = self._find(family, bold=bold, italic=italic)
        return self._found[key]

    def fallback(self, character: str, *, bold: bool, italic: bool) -> Typeface | None:
        """Return a face that has the character, or None when no font here has it."""
        key = (character, bold, italic)
        if key not in self._fallbacks:
            faces = (self.find(family, bold=bold, italic=italic) for family in FALLBACKS)
            self._fallbacks[key] = next((face for face in faces if face.face.glyph(character)), None)
        return self._fallbacks[key]

    @property
    def used(self) -> tuple[Typeface, ...]:
        """Return every face that was asked for, by family."""
        return tuple(self._found[key] for key in sorted(self._found))

    def _find(self, family: str, *, bold: bool, italic: bool) -> Typeface:
        name = family.lower()
        own = self._file(name, bold=bold, italic=italic)
        stand_in = _COMPATIBLE.get(name)
        if own is None and stand_in is None:
            stand_in = self._resembling(name)
        file = own or self._file(stand_in or "", bold=bold, italic=italic)
        assert file is not None, "the program's own fonts are complete"
        path, has_bold, has_italic = file
        face = self._faces.setdefault(path, FontFace(path))
        return Typeface(
            face,
            _METRICS.get(name, face.line_metrics) if own is None else face.line_metrics,
            family if own else (stand_in or ""),
            replaced="" if own else family,
            compatible=own is not None or name in _COMPATIBLE,
            imitate_bold=bold and not has_bold,
            imitate_italic=italic and not has_italic,
        )

    def _resembling(self, name: str) -> str:
        kind = self.classes.get(name, "")
        if kind == "modern" or any(word in name for word in _MONO):
            return "liberation mono"
        if kind == "roman" or (any(word in name for word in _SERIF) and "sans" not in name):
            return "liberation serif"
        return "carlito" if kind == "swiss" else "liberation sans"

    def _file(self, name: str, *, bold: bool, italic: bool) -> tuple[Path, bool, bool] | None:
        stem = _FAMILIES.get(name)
        if stem is not None:
            for style in ((bold, italic), (bold, False), (False, italic), (False, False)):
                path = DATA / f"{stem}-{_STYLES[style]}.ttf"
                if path.exists():
                    return path, style[0], style[1]
            return DATA / f"{stem}.ttf", False, False
        return self._in_folders(name, bold=bold, italic=italic)

    def _in_folders(self, name: str, *, bold: bool, italic: bool) -> tuple[Path, bool, bool] | None:
        wanted = name.replace(" ", "")
        for folder in self.folders:
            for style in ((bold, italic), (bold, False), (False, italic), (False, False)):
                for path in sorted(folder.glob("*.[to]tf")):
                    if path.stem.lower().replace(" ", "") == f"{wanted}-{_STYLES[style].lower()}":
                        return path, style[0], style[1]
        return None
