"""A paragraph of a Word file as pieces that are compared: words, and what else stands among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ooxml.names import q

# A number with its groups is one word, so that 12 345 → 12 354 is one change and not two.
_WORDS = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3})*(?:[.,:]\d+)*|[^\W\d_]+|\s+|.", re.DOTALL)
_HOLDERS = {q(f"w:{name}") for name in ("hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "dir")}
_PASSING = {q("w:lastRenderedPageBreak"), q("w:proofErr"), q("w:annotationRef"), q("w:rPr")}
_REFERENCES = {q("w:footnoteReference"): "fotnot", q("w:endnoteReference"): "slutnot"}
_DRAWN = {q("w:drawing"), q("w:pict"), q("w:object"), q("mc:AlternateContent")}
_SAID = {q("w:t"), q("w:fldChar"), q("w:instrText")}
NOTE_TEXT = "notens-text"  # put on a reference while files are compared: what the note says
_OF_PAGES = ("PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES", "TOC")
_AS_TEXT = {q("w:tab"): "\t", q("w:br"): "\n", q("w:cr"): "\n", q("w:noBreakHyphen"): "\u2011", q("w:softHyphen"): ""}


@dataclass(frozen=True)
class Piece:
    """Something that is compared: its ``key``, what a deletion says instead of it, and the runs that hold it alone."""

    key: str
    text: str
    runs: tuple[etree._Element, ...] = field(repr=False)
    note: str = ""


def plain_text(node: etree._Element) -> str:
    """Return the text of a paragraph or of anything in it, without what fields store of page numbers."""
    return "".join(piece.text for piece in _read(_runs(node)))


def cut(paragraph: etree._Element) -> list[Piece]:
    """Return the pieces of a paragraph, whose runs are cut apart in place so that each piece has its own."""
    for run in list(_runs(paragraph)):
        _cut_run(run)
    return list(_read(_runs(paragraph)))


def _runs(node: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs that stand in the paragraph itself, not those of text boxes in it."""
    for child in node:
        if child.tag == q("w:r"):
            yield child
        elif child.tag in _HOLDERS:
            yield from _runs(child)


def _cut_run(run: etree._Element) -> None:
    """Put each word of a run, and each thing that is no text, into a run of its own with the same properties."""
    contents = [child for child in run if child.tag != q("w:rPr")]
    if len(contents) == 1 and (contents[0].tag != q("w:t") or len(_WORDS.findall(contents[0].text or "")) <= 1):
        return
    properties = run.find(q("w:rPr"))
    made = [_run_of(properties, each) for child in contents for each in _cut_child(child)]
    parent = run.getparent()
    if parent is None or not made:
        return
    at = parent.index(run)
    made[-1].tail = run.tail
    parent[at : at + 1] = made


def _run_of(properties: etree._Element | None, content: etree._Element) -> etree._Element:
    run = etree.Element(q("w:r"))
    if properties is not None:
        run.append(_copy(properties))
    run.append(content)
    return run


def _cut_child(child: etree._Element) -> Iterator[etree._Element]:
    if child.tag != q("w:t"):
        yield child
        return
    for word in _WORDS.findall(child.text or ""):
        yield text_element(word)


def text_element(text: str, tag: str = "w:t") -> etree._Element:
    """Return an element of text whose spaces are kept."""
    made = etree.Element(q(tag))
    made.text = text
    made.set(q("xml:space"), "preserve")
    return made


def _copy(node: etree._Element) -> etree._Element:
    made = etree.fromstring(etree.tostring(node))
    made.tail = None
    return made


def _read(runs: Iterable[etree._Element]) -> Iterator[Piece]:
    """Yield the pieces of runs, a complex field with all that it holds as one."""
    held: list[etree._Element] = []
    depth = 0
    for run in runs:
        marks = [mark.get(q("w:fldCharType")) for mark in run.iter(q("w:fldChar"))]
        depth += marks.count("begin") - marks.count("end")
        if depth > 0 or held:
            held.append(run)
            if depth <= 0:
                yield _field(held)
                held, depth = [], 0
        else:
            yield _piece(run)
    if held:  # a field that goes on in another paragraph, as a table of contents does
        yield from map(_piece, held)


def _field(runs: list[etree._Element]) -> Piece:
    words = "".join(node.text or "" for run in runs for node in run.iter(q("w:instrText"))).split()
    result = "".join(_text_of(run) for run in runs)
    if words and words[0].upper() in _OF_PAGES:
        return Piece(f"fält {' '.join(words)}", "", tuple(runs))
    return Piece(result, result, tuple(runs))


def _piece(run: etree._Element) -> Piece:
    text = _text_of(run)
    key = text + "".join(_key_of(child) for child in run if child.tag not in _PASSING)
    return Piece(key, text, (run,), " ".join(_notes(run)))


def _text_of(run: etree._Element) -> str:
    return "".join(child.text or "" if child.tag == q("w:t") else _AS_TEXT.get(child.tag, "") for child in run)


def _notes(run: etree._Element) -> Iterator[str]:
    """Yield words for what is no text: a deletion can keep them where it cannot keep the thing itself."""
    for child in run:
        if child.tag in _REFERENCES:
            said = child.get(NOTE_TEXT, "")
            yield f"[{_REFERENCES[child.tag]}: {said}]" if said else f"[{_REFERENCES[child.tag]}]"
        elif child.tag in _DRAWN:
            yield f"[bild: {described(child)}]"


def described(drawing: etree._Element) -> str:
    """Return a picture's alternative text or name, with the text that stands in it."""
    names = [node.get("descr") or node.get("name") or "" for node in drawing.iter(q("wp:docPr"))]
    first = next(iter(drawing.iter(q("w:txbxContent"))), None)
    inside = [] if first is None else [plain_text(each) for each in first.iter(q("w:p"))]
    return ": ".join(part for part in (" ".join(names[:1]), " ".join(inside).strip()) if part) or "utan beskrivning"


def _key_of(child: etree._Element) -> str:
    if child.tag in _REFERENCES:
        return f"[{_REFERENCES[child.tag]}]"
    if child.tag in _DRAWN:
        return f"[bild: {described(child)}]"
    if child.tag in _SAID or child.tag in _AS_TEXT:
        return ""
    return f"<{etree.QName(child).localname} {' '.join(sorted(map(str, child.attrib.values())))}>"
