"""WordprocessingML elements, built in the order that Word's schema asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from lxml import etree

from pipeline.ooxml.names import NAMESPACES, q

Element = etree._Element  # noqa: SLF001 - the class has no public name

SLOT_NAMESPACE = "urn:kansli:slot"
_SETTINGS, _STYLE, _VALUE = q("w:pPr"), q("w:pStyle"), q("w:val")
_words = str.split
_ORDER = {
    "pPr": _words(
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": _words(
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "tcPr": _words(
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ),
}


def element(name: str, /, *children: Element, **attributes: str) -> Element:
    """Return an element; attributes stand in its own namespace, and ``__`` in their names is ``:``."""
    prefix = name.partition(":")[0]
    made = etree.Element(q(name), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in attributes.items():
        made.set(q(key.replace("__", ":")) if "__" in key else q(f"{prefix}:{key}"), value)
    made.extend(children)
    return made


def properties(name: str, children: Iterable[Element]) -> Element:
    """Return ``w:pPr``, ``w:rPr`` or ``w:tcPr`` with its children in the schema's order."""
    order = _ORDER[name]
    return element(f"w:{name}", *sorted(children, key=partial(_rank, order)))


def insert_property(holder: Element, child: Element) -> None:
    """Put ``child`` into a ``w:pPr`` or ``w:rPr`` at its place, in the stead of one with its name."""
    for old in holder.findall(child.tag):
        holder.remove(old)
    order = _ORDER[etree.QName(holder).localname]
    rank = _rank(order, child)
    holder.insert(sum(_rank(order, other) < rank for other in holder), child)


def _rank(order: Sequence[str], child: Element) -> int:
    """Return the place of an element in the schema's order; a template's unknown ones stand last."""
    name = etree.QName(child).localname
    return order.index(name) if name in order else len(order)


def paragraph(style_id: str, *content: Element, settings: Iterable[Element] = ()) -> Element:
    """Return a paragraph in a style; ``settings`` are further children of its ``w:pPr``."""
    own = [element("w:pStyle", val=style_id)] if style_id else []
    made = element("w:p")
    if own or settings:
        made.append(properties("pPr", [*own, *settings]))
    made.extend(content)
    return made


def style_of(node: Element) -> str:
    """Return the id of a paragraph's style, or "" where it has none."""
    for settings in node.iterchildren(_SETTINGS):
        for style in settings.iterchildren(_STYLE):
            return str(style.get(_VALUE, ""))
    return ""


def remove(node: Element) -> None:
    """Take an element out of its parent."""
    parent = node.getparent()
    assert parent is not None, "a root is never removed"
    parent.remove(node)


def text_run(text: str, *settings: Element) -> Element:
    """Return a run of text, its spaces kept."""
    words = element("w:t")
    words.text = text
    words.set(q("xml:space"), "preserve")
    return run(words, *settings)


def run(content: Element, *settings: Element) -> Element:
    """Return a run that holds one thing."""
    made = element("w:r")
    if settings:
        made.append(properties("rPr", settings))
    made.append(content)
    return made


def field_char(kind: str) -> Element:
    """Return the run that begins, separates or ends a complex field."""
    return run(element("w:fldChar", fldCharType=kind))


def field_instruction(instruction: str) -> Element:
    """Return the run that holds a complex field's instruction."""
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set(q("xml:space"), "preserve")
    return run(code)


def plain_text(node: Element) -> str:
    """Return the text of the runs in ``node``; a tab counts as a tab and a line break as a space."""
    pieces = {q("w:t"): None, q("w:tab"): "\t", q("w:br"): " "}
    found = (child for child in node.iter(*pieces) if _is_run(child.getparent()))
    return "".join((child.text or "") if pieces[child.tag] is None else str(pieces[child.tag]) for child in found)


def _is_run(node: Element | None) -> bool:
    return node is not None and str(node.tag).rpartition("}")[2] == "r"
