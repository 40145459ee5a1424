"""What a part asks for that is not laid out as Word does it: each kind is told once in a part, at its first place.

A table of elements beside the readers: what none of them takes up is found in one walk over the XML, so that nothing is
left out without a word. The text itself is always shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.ooxml.names import q
from pipeline.ooxml.package import Package
from pipeline.render.read.alternatives import chosen
from pipeline.render.read.databinding import refreshed
from pipeline.render.read.numberformats import is_known
from pipeline.render.read.oldlayout import unheeded
from pipeline.render.read.sections import VERTICAL
from pipeline.render.read.styles import StyleEntry, StyleSheet
from pipeline.render.read.textfills import is_moved
from pipeline.render.read.units import attribute, child, is_on, switch
from pipeline.render.tree import NOT_MISSED, SHOWN_OTHERWISE, Place, Unsupported


@dataclass(frozen=True, slots=True)
class Odd:
    """Something that is shown in another way: what, how it is shown, how much that matters and in how many places."""

    what: str
    shown: str
    code: str = SHOWN_OTHERWISE
    places: int = 1


_WEB_VIDEO = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}"


def _effect(what: str) -> Callable[[etree._Element], Odd | None]:
    return lambda _node: Odd(f"text med {what}", "texten visas utan det")


def _outlined(node: etree._Element) -> Odd | None:
    graded = child(node, "w14:gradFill") is not None
    return Odd("text med kontur i färgövergång", "konturen visas i en färg") if graded else None


def _filled(node: etree._Element) -> Odd | None:
    graded = child(node, "w14:gradFill") is not None
    return Odd("text med färgövergång", "texten visas i en färg") if graded else None


def _cast(node: etree._Element) -> Odd | None:
    return None if is_moved(node) else Odd("text med skugga i perspektiv", "texten visas utan den")


def _opentype(what: str, *plain: str) -> Callable[[etree._Element], Odd | None]:
    def tell(node: etree._Element) -> Odd | None:
        kind = node.get(q("w14:val")) or ""
        return None if kind in plain else Odd(f"text med {what}", "texten visas med typsnittets vanliga tecken")

    return tell


def _direction(node: etree._Element) -> Odd | None:
    """Text that runs down in a paragraph, or in a section from the left; cells turn theirs."""
    around = node.getparent()
    kind = attribute(node, "w:val") or "lrTb"
    in_cell = around is not None and around.tag in {q("w:tcPr"), q("w:tblStylePr")}
    drawn = around is not None and around.tag == q("w:sectPr") and kind in VERTICAL
    if in_cell or drawn or kind in {"lrTb", "tb", "lrTbV", "tbV"}:
        return None
    return Odd("text i lodräta rader", "texten står i vågräta rader")


def _compressed(node: etree._Element) -> Odd | None:
    """A sign that begins a line is set half as wide in East Asian text (w:topLinePunct, 17.3.1.43)."""
    shown = "de står med hela sin bredd"
    return Odd("skiljetecken som trycks ihop i början av en rad", shown) if is_on(node) else None


def _counted(node: etree._Element) -> Odd | None:
    """A format of numbers that is not written: of pages or of notes; lists tell theirs where they are read."""
    name = attribute(node, "w:fmt") or attribute(node, "w:val") or ""
    return None if is_known(name) or name == "custom" else Odd(f"talformatet {name}", "numren står med vanliga siffror")


def _shadowed(node: etree._Element) -> Odd | None:
    shadowed = any(attribute(line, "w:shadow") in {"1", "true", "on"} for line in node)
    return Odd("en ram med skugga", "ramen visas utan skuggan") if shadowed else None


def _exception(node: etree._Element) -> Odd | None:
    """Rows that stand elsewhere than their table (w:tblPrEx): their borders, margins and look are taken."""
    own = [name for name in ("w:tblInd", "w:tblCellSpacing") if child(node, name) is not None]
    return Odd("tabellrader med egen plats eller egna mellanrum", "de står som tabellens övriga rader") if own else None


def _embedded(node: etree._Element) -> Odd | None:
    """A file within the file (Excel, a PDF …); that of an equation is the equation that its picture shows."""
    name = node.get("ProgID") or attribute(node, "w:progId") or "okänt slag"
    if not _has_picture(node):
        return Odd(f"ett inbäddat objekt utan bild ({name})", "det visas inte")
    if name.startswith("Equation"):
        return None
    return Odd(f"ett inbäddat objekt ({name})", "dess bild visas, men filen i det följer inte med", NOT_MISSED)


def _control(node: etree._Element) -> Odd | None:
    """A control (ActiveX), which Word stores a picture of and some programs do not."""
    if not _has_picture(node):
        return Odd("en ActiveX-kontroll utan bild", "den visas inte, och inte heller texten i den")
    return Odd("en ActiveX-kontroll", "dess bild visas, men den går inte att använda", NOT_MISSED)


def _has_picture(node: etree._Element) -> bool:
    around = node.getparent()
    return around is not None and next(around.iter(q("v:imagedata"), q("a:blip")), None) is not None


def _always(what: str, shown: str, code: str = SHOWN_OTHERWISE) -> Callable[[etree._Element], Odd | None]:
    return lambda _node: Odd(what, shown, code)


_TELLERS: Mapping[str, Callable[[etree._Element], Odd | None]] = {
    q("w14:reflection"): _effect("spegling"),
    q("w14:shadow"): _cast,
    q("w14:props3d"): _effect("tredimensionell form"),
    q("w14:textOutline"): _outlined,
    q("w14:textFill"): _filled,
    q("w14:numForm"): _opentype("särskilda sifferformer", "default"),
    q("w14:numSpacing"): _opentype("särskilda sifferbredder", "default"),
    q("w14:stylisticSets"): _always("text med stilistiska varianter", "texten visas med typsnittets vanliga tecken"),
    q("w:textDirection"): _direction,
    q("w:topLinePunct"): _compressed,
    q("o:OLEObject"): _embedded,
    q("w:objectEmbed"): _embedded,
    q("w:tblPrEx"): _exception,
    q("w:pgNumType"): _counted,
    q("w:numFmt"): _counted,
    q("w:pBdr"): _shadowed,
    q("w:pgBorders"): _shadowed,
    q("w:control"): _control,
    q("w:contentPart"): _always("pennskrift", "den visas inte"),
    q("w14:contentPart"): _always("pennskrift", "den visas inte"),
    q("w:movie"): _always("en film", "den visas inte"),
    f"{_WEB_VIDEO}webVideoPr": _always("en film på webben", "dess bild visas, men filmen går inte att spela"),
}
_SIGNATURES = "_xmlsignatures/sig"
_STYLE_NAMES = (q("w:pStyle"), q("w:rStyle"), q("w:tblStyle"))
_OF_SECTIONS = {q("w:textDirection")}
_ALTERNATIVES = {q("mc:Choice"), q("mc:Fallback")}


def odd_ones(root: etree._Element | None) -> dict[etree._Element | None, list[Odd]]:
    """Return what a part asks for and does not get, by the paragraph that it is to be told at; None for no one."""
    first: dict[Odd, etree._Element | None] = {}
    places: dict[Odd, int] = {}
    for node in root.iter(*_TELLERS) if root is not None else ():
        found = _TELLERS[node.tag](node)
        if found is None or _is_left_out(node):
            continue
        places[found] = places.get(found, 0) + 1
        if found not in first:
            first[found] = _paragraph_of(node)
    told: dict[etree._Element | None, list[Odd]] = {}
    for found, paragraph in first.items():
        told.setdefault(paragraph, []).append(replace(found, places=places[found]))
    return told


def _is_left_out(node: etree._Element) -> bool:
    """Return whether an element stands in the one of two alternatives that is not read."""
    for outer in node.iterancestors(*_ALTERNATIVES):
        around = outer.getparent()
        if around is not None and chosen(around) is not outer:
            return True
    return False


def _paragraph_of(node: etree._Element) -> etree._Element | None:
    """Return the paragraph that holds an element, or else the first one of its table or the last of the part."""
    found = next(node.iterancestors(q("w:p")), None)
    if found is not None:
        return found
    table = next(node.iterancestors(q("w:tbl")), None)
    if table is not None:
        return next(table.iter(q("w:p")), None)
    around = node.getroottree().getroot()
    return next(around.iter(q("w:p")), None)


_PAPERS = {
    "w:bookFoldPrinting": "utskrift som häfte",
    "w:bookFoldRevPrinting": "utskrift som häfte",
    "w:printTwoOnOne": "två sidor på varje ark",
}


def _used_styles(styles: StyleSheet, document: etree._Element) -> tuple[StyleEntry, ...]:
    """Return the styles that the main part names, and those that they are based on."""
    names = (node.get(q("w:val"), "") for node in document.iter(*_STYLE_NAMES))
    return tuple(dict.fromkeys(entry for name in dict.fromkeys(names) for entry in styles.chain(name)))


def _told_of_styles(used: Iterable[StyleEntry], part: str) -> Iterator[Unsupported]:
    """Yield what styles ask for and do not get."""
    for entry in used:
        for node in entry.node.iter(*_TELLERS):
            found = _TELLERS[node.tag](node) if node.tag not in _OF_SECTIONS else None
            if found is not None:
                yield Unsupported(f"formatmallen {entry.name}: {found.what}", Place(part, 0), found.shown, found.code)


def told_of_file(
    package: Package, settings: etree._Element | None, document: etree._Element, styles: StyleSheet
) -> Iterator[Unsupported]:
    """Yield what the whole file has that is not carried: looks of styles, macros, a picture behind the pages."""
    part = next((rel.target for rel in package.related(package.main_part).values() if rel.type == "styles"), "")
    used = _used_styles(styles, document)
    yield from _told_of_styles(used, part)
    changed = refreshed(package)
    if changed:
        what = f"innehållskontroller med annan text än filens data ({changed})"
        yield Unsupported(what, Place(package.main_part, 0), "de visar datat, som i Word", NOT_MISSED)
    place = Place(package.main_part, 0)
    if any(name.lower().endswith("vbaproject.bin") for name in package.part_names):
        shown = "de utelämnas, eftersom en PDF-fil inte har några"
        yield Unsupported("makron (vbaProject.bin)", place, shown, NOT_MISSED)
    if any(name.lower().startswith(_SIGNATURES) for name in package.part_names):
        yield Unsupported("en digital signatur", place, "den gäller Word-filen och följer inte med", NOT_MISSED)
    old = unheeded(settings, [document, *(entry.node for entry in used)])
    if old:
        what = f"inställningar för äldre programs layout ({', '.join(old)})"
        yield Unsupported(what, place, "rader och sidor sätts utan dem", NOT_MISSED)
    for name, what in _PAPERS.items():
        if switch(settings, name):
            yield Unsupported(what, place, "sidorna visas en och en", NOT_MISSED)
    ground = child(document, "w:background")
    if ground is not None and len(ground) and switch(settings, "w:displayBackgroundShape"):
        yield Unsupported("en bakgrund av bild eller mönster", place, "sidorna får bakgrundens färg")
