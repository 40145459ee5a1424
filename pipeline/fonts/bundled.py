"""The font files that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_STEMS: Mapping[str, str] = {
    "carlito": "Carlito",
    "caladea": "Caladea",
    "liberation sans": "LiberationSans",
    "liberation serif": "LiberationSerif",
    "liberation mono": "LiberationMono",
    "dejavu sans": "DejaVuSans",
    "gelasio": "Gelasio",
    "open sans": "OpenSans",
    "comic neue": "ComicNeue",
    "tex gyre pagella": "TeXGyrePagella",
    "tex gyre schola": "TeXGyreSchola",
    "tex gyre bonum": "TeXGyreBonum",
    "tex gyre adventor": "TeXGyreAdventor",
    "wenquanyi micro hei": "WenQuanYiMicroHei",
    "droid sans fallback": "DroidSansFallback",
    "noto emoji": "NotoEmoji",
    "noto music": "NotoMusic",
    "noto naskh arabic": "NotoNaskhArabic",
    "noto sans armenian": "NotoSansArmenian",
    "noto sans bengali": "NotoSansBengali",
    "noto sans cherokee": "NotoSansCherokee",
    "noto sans cjk jp": "NotoSansCJKjp",
    "noto sans devanagari": "NotoSansDevanagari",
    "noto sans ethiopic": "NotoSansEthiopic",
    "noto sans georgian": "NotoSansGeorgian",
    "noto sans gujarati": "NotoSansGujarati",
    "noto sans gurmukhi": "NotoSansGurmukhi",
    "noto sans hebrew": "NotoSansHebrew",
    "noto sans kannada": "NotoSansKannada",
    "noto sans khmer": "NotoSansKhmer",
    "noto sans lao": "NotoSansLao",
    "noto sans malayalam": "NotoSansMalayalam",
    "noto sans math": "NotoSansMath",
    "noto sans mongolian": "NotoSansMongolian",
    "noto sans myanmar": "NotoSansMyanmar",
    "noto sans oriya": "NotoSansOriya",
    "noto sans runic": "NotoSansRunic",
    "noto sans sinhala": "NotoSansSinhala",
    "noto sans symbols": "NotoSansSymbols",
    "noto sans symbols2": "NotoSansSymbols2",
    "noto sans syriac": "NotoSansSyriac",
    "noto sans tamil": "NotoSansTamil",
    "noto sans telugu": "NotoSansTelugu",
    "noto sans thaana": "NotoSansThaana",
    "noto sans thai": "NotoSansThai",
    "noto serif tibetan": "NotoSerifTibetan",
}


def nearest_styles(*, bold: bool, italic: bool) -> tuple[tuple[bool, bool], ...]:
    """Return the styles that may serve a request, bold and italic, the wanted one first."""
    return (bold, italic), (bold, False), (False, italic), (False, False)


def bundled_file(family: str, *, bold: bool = False, italic: bool = False) -> tuple[Path, bool, bool] | None:
    """Return the file of a family, by its name in lower case, and whether it is bold and italic; None for others."""
    stem = _STEMS.get(family)
    if stem is None:
        return None
    for style in nearest_styles(bold=bold, italic=italic):
        for name in (f"{stem}-{STYLES[style]}.ttf", f"{stem}-{STYLES[style]}.otf"):
            if name in _names():
                return DATA / name, *style
    return DATA / f"{stem}.ttf", False, False


def bundled_families() -> tuple[str, ...]:
    """Return the names of all families that come with the program, in lower case."""
    return tuple(_STEMS)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(path.name for path in DATA.iterdir())
