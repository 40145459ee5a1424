"""How text and paragraphs of a page look, as elements, attributes and CSS say it, and as w:rPr and w:pPr."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from lxml import etree

from pipeline.render.webpages.measures import color, font_size, numbered_size, points

_BOLD, _ITALIC = {"b", "strong", "th"}, {"i", "em", "cite", "var", "dfn", "address"}
_CODE = {"code", "tt", "kbd", "samp", "pre"}
_HEAVY = {"bold", "bolder", "600", "700", "800", "900"}
_GENERIC = {"serif": "Times New Roman", "sans-serif": "Arial", "monospace": "Courier New"}
_ALIGNS = {"left": "left", "right": "right", "center": "center", "justify": "both", "start": "left", "end": "right"}
MONOSPACED = "Courier New"


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks; sizes in points."""

    family: str = ""
    size: float = 12.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    color: str = ""
    ground: str = ""
    raised: str = ""
    language: str = ""
    rtl: bool = False
    keeps_space: bool = False

    def xml(self) -> str:
        """Return the w:rPr."""
        font = quoteattr(self.family)
        parts = (
            (self.family, f"<w:rFonts w:ascii={font} w:hAnsi={font} w:cs={font}/>"),
            (self.bold, "<w:b/><w:bCs/>"),
            (self.italic, "<w:i/><w:iCs/>"),
            (self.strike, "<w:strike/>"),
            (self.color, f'<w:color w:val="{self.color}"/>'),
            (self.size != 12.0, f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>'),
            (self.underline, '<w:u w:val="single"/>'),
            (self.ground, f'<w:shd w:val="clear" w:color="auto" w:fill="{self.ground}"/>'),
            (self.raised, f'<w:vertAlign w:val="{self.raised}"/>'),
            (self.rtl, "<w:rtl/>"),
            (self.language, f"<w:lang w:val={quoteattr(self.language)} w:bidi={quoteattr(self.language)}/>"),
        )
        return "".join(xml for held, xml in parts if held)


@dataclass(frozen=True, slots=True)
class Box:
    """How a paragraph stands; lengths in points. ``before`` and ``after`` are None for the space of web pages."""

    style: str = ""
    align: str = ""
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float | None = 0.0
    after: float | None = 0.0
    line: float = 0.0
    exact: bool = False
    numbering: tuple[int, int] | None = None
    ground: str = ""
    border: str = ""
    rtl: bool = False
    new_page: bool = False

    def xml(self) -> str:
        """Return the w:pPr."""
        list_level, number = (self.numbering[1], self.numbering[0]) if self.numbering else (0, 0)
        parts = (
            (self.style, f'<w:pStyle w:val="{self.style}"/>'),
            (self.new_page, "<w:pageBreakBefore/>"),
            (self.numbering, f'<w:numPr><w:ilvl w:val="{list_level}"/><w:numId w:val="{number}"/></w:numPr>'),
            (self.border, f"<w:pBdr>{self.border}</w:pBdr>"),
            (self.ground, f'<w:shd w:val="clear" w:color="auto" w:fill="{self.ground}"/>'),
            (self.rtl, "<w:bidi/>"),
            (True, f"<w:spacing {self._spacing()}/>"),
            (self.left or self.right or self.first, self._indents()),
            (self.align, f'<w:jc w:val="{self.align}"/>'),
        )
        return "".join(xml for held, xml in parts if held)

    def _spacing(self) -> str:
        found = [
            f'w:{name}Autospacing="1"' if space is None else f'w:{name}Autospacing="0" w:{name}="{twips(space)}"'
            for name, space in (("before", self.before), ("after", self.after))
        ]
        if self.line:
            found.append(f'w:line="{twips(self.line)}" w:lineRule="{"exact" if self.exact else "auto"}"')
        return " ".join(found)

    def _indents(self) -> str:
        kind = "firstLine" if self.first >= 0 else "hanging"
        sides = f'w:left="{twips(self.left)}" w:right="{twips(self.right)}"'
        return f'<w:ind {sides} w:{kind}="{twips(abs(self.first))}"/>'


def twips(length: float) -> int:
    """Return points as twentieths of a point."""
    return round(length * 20)


def look_of(node: etree._Element, css: Mapping[str, str], around: Look) -> Look:
    """Return how the text of an element looks, within that around it."""
    tag = str(node.tag)
    found = replace(
        around,
        bold=around.bold or tag in _BOLD,
        italic=around.italic or tag in _ITALIC,
        underline=around.underline or tag in {"u", "ins"},
        strike=around.strike or tag in {"s", "strike", "del"},
        raised={"sup": "superscript", "sub": "subscript"}.get(tag, around.raised),
        language=node.get("lang") or around.language,
        rtl={"rtl": True, "ltr": False}.get((node.get("dir") or css.get("direction") or "").lower(), around.rtl),
        ground="ffff00" if tag == "mark" else around.ground,
    )
    if tag in _CODE:
        found = replace(found, family=MONOSPACED, size=min(found.size, 10.0))
    return _styled(_attributed(node, found), css)


def _attributed(node: etree._Element, look: Look) -> Look:
    if node.tag in {"small", "big"}:
        return replace(look, size=look.size * (1.2 if node.tag == "big" else 1 / 1.2))
    if node.tag != "font":
        return look
    size = numbered_size(node.get("size") or "")
    family = (node.get("face") or "").split(",")[0].strip(" '\"") or look.family
    return replace(look, size=size or look.size, family=family, color=color(node.get("color") or "") or look.color)


def _styled(look: Look, css: Mapping[str, str]) -> Look:
    lines = css.get("text-decoration", css.get("text-decoration-line", "")).lower()
    weight, slant = css.get("font-weight", "").lower(), css.get("font-style", "").lower()
    return replace(
        look,
        family=_family(css.get("font-family", "")) or look.family,
        size=font_size(css.get("font-size", ""), look.size) or look.size,
        bold=weight in _HEAVY if weight else look.bold,
        italic=slant in {"italic", "oblique"} if slant else look.italic,
        underline="underline" in lines or (look.underline and "none" not in lines),
        strike="line-through" in lines or look.strike,
        color=color(css.get("color", "")) or look.color,
        ground=color(css.get("background-color", "")) or look.ground,
        raised={"super": "superscript", "sub": "subscript"}.get(css.get("vertical-align", "").lower(), look.raised),
        keeps_space=css.get("white-space", "pre" if look.keeps_space else "").startswith("pre"),
    )


def _family(text: str) -> str:
    first = text.split(",", maxsplit=1)[0].strip(" '\"")
    return _GENERIC.get(first.lower(), first)


def box_of(node: etree._Element, css: Mapping[str, str], around: Box, size: float) -> Box:
    """Return how the paragraphs of an element stand, within what is around it; margins to the sides add up."""
    aligned = (css.get("text-align") or node.get("align") or "").lower()
    left, right = (_margin(css, side, size) for side in ("left", "right"))
    line = _line(css.get("line-height", ""), size)
    first = points(css.get("text-indent", ""), size)
    return replace(
        around,
        align="center" if node.tag == "center" else _ALIGNS.get(aligned, around.align),
        left=around.left + left,
        right=around.right + right,
        first=around.first if first is None else first,
        line=line[0] or around.line,
        exact=line[1] if line[0] else around.exact,
        rtl={"rtl": True, "ltr": False}.get((node.get("dir") or css.get("direction") or "").lower(), around.rtl),
        ground=color(css.get("background-color", "")) or around.ground,
    )


def _margin(css: Mapping[str, str], side: str, size: float) -> float:
    return max(points(css.get(f"margin-{side}", ""), size) or 0.0, 0.0)


def _line(text: str, size: float) -> tuple[float, bool]:
    """Return the line spacing, in twelfths of a line where it is a factor, and whether it is a length."""
    plain = text.strip().lower()
    if plain.endswith("%"):
        found = font_size(plain, 12.0)
        return found or 0.0, False
    try:
        return min(max(float(plain) * 12.0, 0.0), 240.0), False
    except ValueError:
        length = points(plain, size)
        return (length, True) if length and length > 0 else (0.0, False)
