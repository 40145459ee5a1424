"""Theme fonts: which family a name such as ``minorHAnsi`` stands for (ECMA-376 part 1, 20.1.6.10)."""

from __future__ import annotations

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.render.read.colors import THEME_COLOR, Theme, color
from pipeline.render.read.units import attribute

_NAMES = {
    "dk1": ("dark1", "text1"),
    "lt1": ("light1", "background1"),
    "dk2": ("dark2", "text2"),
    "lt2": ("light2", "background2"),
    "hlink": ("hyperlink",),
    "folHlink": ("followedHyperlink",),
    **{f"accent{n}": (f"accent{n}",) for n in range(1, 7)},
}
_SCRIPTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}
_LANGUAGE_OF = {"ea": "w:eastAsia", "cs": "w:bidi"}
_SCRIPT_OF = {
    "ja": "Jpan",
    "ko": "Hang",
    "zh": "Hans",
    "zh-tw": "Hant",
    "zh-hk": "Hant",
    "zh-mo": "Hant",
    **dict.fromkeys(("ar", "fa", "ps", "sd", "ckb"), "Arab"),
    **dict.fromkeys(("he", "yi"), "Hebr"),
    **dict.fromkeys(("hi", "mr", "ne", "sa", "kok"), "Deva"),
    **dict.fromkeys(("bn", "as"), "Beng"),
    "th": "Thai",
    "ur": "Arab",
    "ug": "Uigh",
    "ta": "Taml",
    "te": "Telu",
    "kn": "Knda",
    "ml": "Mlym",
    "gu": "Gujr",
    "pa": "Guru",
    "or": "Orya",
    "si": "Sinh",
    "km": "Khmr",
    "lo": "Laoo",
    "am": "Ethi",
    "bo": "Tibt",
    "dv": "Thaa",
    "syr": "Syrc",
    "vi": "Viet",
    "ka": "Geor",
}


def read_theme(root: etree._Element | None, languages: etree._Element | None = None) -> Theme:
    """Return theme font names (``majorAscii``, ``minorBidi`` …) with their families; empty without a theme.

    A font that the theme leaves open is that of the script of w:themeFontLang, which ``languages`` is (17.15.1.88).
    """
    theme: Theme = {}
    if root is None:
        return theme
    for kind in ("major", "minor"):
        fonts = root.find(f".//{q('a:fontScheme')}/{q(f'a:{kind}Font')}")
        for script, suffixes in _SCRIPTS.items():
            node = None if fonts is None else fonts.find(q(f"a:{script}"))
            family = "" if node is None else node.get("typeface", "")
            family = family or _of_script(fonts, script, languages)
            for suffix in suffixes:
                if family:
                    theme[kind + suffix] = family
    return {**theme, **_colors(root), **_lines(root), **_fills(root), **_effects(root)}


def _of_script(fonts: etree._Element | None, slot: str, languages: etree._Element | None) -> str:
    """Return the font that the theme has for the script of a language, or ""."""
    if fonts is None or languages is None or slot not in _LANGUAGE_OF:
        return ""
    tag = (attribute(languages, _LANGUAGE_OF[slot]) or "").lower()
    script = _SCRIPT_OF.get(tag) or _SCRIPT_OF.get(tag.partition("-")[0], "")
    return next((node.get("typeface", "") for node in fonts.iter(q("a:font")) if node.get("script") == script), "")


def _colors(root: etree._Element) -> Theme:
    """Return the colours by the names that runs use; text and background are dark and light (17.18.97)."""
    found: Theme = {}
    scheme = root.find(f".//{q('a:clrScheme')}")
    for node in scheme if scheme is not None else ():
        value = _value(node)
        for name in _NAMES.get(etree.QName(node).localname, ()) if value else ():
            found[THEME_COLOR + name] = value
    return found


def _lines(root: etree._Element) -> Theme:
    """Return the widths of the theme's lines in EMU by their number, from 1, and whether corners are pointed."""
    lines = list(root.iterfind(f".//{q('a:lnStyleLst')}/{q('a:ln')}"))
    found = {f"line:{number}": node.get("w") or "9525" for number, node in enumerate(lines, 1)}
    pointed = (number for number, node in enumerate(lines, 1) if node.find(q("a:miter")) is not None)
    return found | {f"pointed:{number}": "1" for number in pointed}


def _fills(root: etree._Element) -> Theme:
    """Return the theme's gradients as XML by their number: from 1 for shapes, from 1001 for grounds (20.1.4.1.13)."""
    found: Theme = {}
    for first, name in ((1, "fillStyleLst"), (1001, "bgFillStyleLst")):
        holder = root.find(f".//{q(f'a:{name}')}")
        for number, node in enumerate(() if holder is None else holder.iterchildren("*"), first):
            if node.tag == q("a:gradFill"):
                found[f"fill:{number}"] = etree.tostring(node, with_tail=False).decode()
    return found


def _effects(root: etree._Element) -> Theme:
    """Return the theme's lists of effects as XML by their number, from 1; empty ones are none (20.1.4.1.11)."""
    styles = root.iterfind(f".//{q('a:effectStyleLst')}/{q('a:effectStyle')}")
    lists = ((number, style.find(q("a:effectLst"))) for number, style in enumerate(styles, 1))
    return {
        f"effect:{number}": etree.tostring(node, with_tail=False).decode()
        for number, node in lists
        if node is not None and len(node)
    }


def _value(node: etree._Element) -> str:
    own = node.find(q("a:srgbClr"))
    if own is not None:
        return color(own.get("val"))
    system = node.find(q("a:sysClr"))
    return color(system.get("lastClr")) if system is not None else ""
