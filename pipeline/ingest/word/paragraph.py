"""The inlines of a Word paragraph as spans (17.3.2, 17.13.5, 17.16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from pipeline.ingest.prose.links import is_absolute
from pipeline.ingest.prose.spans import Span
from pipeline.ingest.word.fields import Fields, hyperlink_target
from pipeline.ingest.word.notes import shown, text_of
from pipeline.ingest.word.shapes import say_shape
from pipeline.ingest.word.source import WordSource
from pipeline.ingest.word.styles import Marks, ParagraphStyle, marks, toggle, value
from pipeline.ingest.word.symbols import symbol
from pipeline.model.origin import WordOrigin
from pipeline.ooxml.names import q

_FIXED = {
    q("w:tab"): " ",
    q("w:ptab"): " ",
    q("w:cr"): "\n",
    q("w:noBreakHyphen"): "\u2011",
    q("w:softHyphen"): "\u00ad",
}


@dataclass
class ParagraphReader:
    """Reads one paragraph. Text boxes met on the way gather in ``boxes``."""

    source: WordSource
    fields: Fields
    style: ParagraphStyle
    place: WordOrigin
    boxes: list[etree._Element] = field(default_factory=list)
    changes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def spans(self, paragraph: etree._Element) -> list[Span]:
        """Return the spans of a paragraph, and make the findings that gather over the whole of it."""
        found = list(self.children(paragraph, Span("")))
        for code, message in _GATHERED.items():
            texts = [text for text in self.changes[code] if text]
            if texts:
                self.say(code, message.format(shown(" … ".join(texts))))
        return found

    def say(self, code: str, message: str) -> None:
        """Make a finding at this paragraph."""
        self.source.report.say(code, message, self.place)

    def children(self, parent: etree._Element, context: Span) -> Iterator[Span]:
        """Yield the spans of what a node holds."""
        for node in parent.iterchildren(etree.Element):
            if self.fields.in_instruction and node.tag in _SHOWN:
                continue
            yield from _HANDLERS.get(node.tag, _through)(self, node, context)

    def linked(self, context: Span, target: str) -> Span:
        """Return a context whose text is a link, or the same with a finding where the target is no URI."""
        if is_absolute(target):
            return replace(context, link=target)
        if self.style.contents:
            return context
        where = f'länken till "{target}" är ingen webbadress' if target else "en länk saknar sitt mål"
        self.say("ING411", f"{where}: bara orden följer med")
        return context

    def field_context(self, instruction: str, context: Span) -> Span:
        """Return the context of a field's result: a link for HYPERLINK, else the same with a note."""
        target = hyperlink_target(instruction)
        if target is not None:
            return self.linked(context, target)
        kind = (instruction.split() or [""])[0].upper()
        if not self.style.contents:
            self.say("ING512", f"ett fält ({kind or 'utan namn'}) ger det värde som är sparat i filen")
        return context

    def marks_of(self, properties: etree._Element | None) -> Marks:
        """Return how a run differs from its paragraph's style: what the style does itself is looks, not stress."""
        own = marks(properties)
        named = self.source.styles.character(value(properties, "w:rStyle"))
        base = self.style.marks
        return Marks(
            _stress(own.bold, named.bold, base.bold),
            _stress(own.italic, named.italic, base.italic),
            own.hidden if own.hidden is not None else bool(named.hidden) != bool(base.hidden),
        )


def _stress(own: bool | None, named: bool | None, base: bool | None) -> bool:  # noqa: FBT001 - three of a kind
    """Return whether a toggle stands out from its paragraph; styles toggle each other (17.7.3)."""
    effective = own if own is not None else bool(named) != bool(base)
    return effective and not base


def _through(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    """Read what a wrapper holds."""
    yield from reader.children(node, context)


def _nothing(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    yield from ()


def _inserted(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    reader.changes["ING501"].append(text_of(node))
    yield from reader.children(node, context)


def _deleted(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    kept = node.iter(q("w:delText"), q("w:t"))
    reader.changes["ING502"].append("".join(t.text or "" for t in kept))
    yield from ()


def _hyperlink(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    relation = reader.source.links.get(node.get(q("r:id"), ""))
    anchor = node.get(q("w:anchor"))
    target = relation.target if relation and relation.external else f"#{anchor}" if anchor else ""
    yield from reader.children(node, reader.linked(context, target))


def _simple_field(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    yield from reader.children(node, reader.field_context(node.get(q("w:instr"), ""), context))


def _content_control(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    content = node.find(q("w:sdtContent"))
    properties = node.find(q("w:sdtPr"))
    if content is None:
        return
    if toggle(properties, "w:showingPlcHdr"):
        reader.say("ING509", f'en innehållskontroll är inte ifylld: "{shown(text_of(content))}"')
    yield from reader.children(content, context)


def _equation(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    text = "".join(t.text or "" for t in node.iter(q("m:t"), q("w:t")))
    reader.say("ING510", f'en formel följer med som vanlig text: "{shown(text)}"')
    yield replace(context, text=text)


def _alternate(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    chosen = node.find(q("mc:Choice"))
    chosen = node.find(q("mc:Fallback")) if chosen is None else chosen
    if chosen is not None:
        yield from reader.children(chosen, context)


def _run(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    effective = reader.marks_of(node.find(q("w:rPr")))
    marked = replace(context, strong=bool(effective.bold), emphasis=bool(effective.italic))
    spans = list(reader.children(node, marked))
    if effective.hidden and spans:
        text = "".join(span.text for span in spans)
        reader.changes["ING508"].append(text)
        reader.source.left_out.append(text)
        return
    yield from spans


def _text(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    text = (node.text or "").replace("\n", " ").replace("\t", " ")
    yield replace(context, text=text, link=context.link or reader.fields.link)


def _fixed(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    yield replace(context, text=_FIXED[str(node.tag)])


def _instruction(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    reader.fields.add(node.text or "")
    yield from ()


def _field_char(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    kind = node.get(q("w:fldCharType"))
    if kind == "begin":
        reader.fields.begin()
    elif kind == "separate":
        instruction = reader.fields.separate()
        reader.fields.link = reader.field_context(instruction, Span("")).link or reader.fields.link
    elif kind == "end":
        reader.fields.end()
    yield from ()


def _break(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    if node.get(q("w:type"), "textWrapping") == "textWrapping":
        yield replace(context, text="\n")


def _symbol(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    font, code = node.get(q("w:font"), ""), node.get(q("w:char"), "")
    text, known = symbol(font, code)
    if not known:
        reader.say(
            "ING516",
            f"ett tecken ur typsnittet {font or 'utan namn'} ({code}) har ingen motsvarighet i vanlig text",
        )
    yield replace(context, text=text)


def _note(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    endnote = node.tag == q("w:endnoteReference")
    note = (reader.source.endnotes if endnote else reader.source.footnotes).get(node.get(q("w:id"), ""))
    if note is None or not note.text:
        return
    what = "slutnoten" if endnote else "fotnoten"
    reader.say("ING506", f'{what} "{shown(note.text)}" sätts inom parentes i texten')
    text = f" ({note.text})"
    reader.source.added.append(text)
    yield replace(context, text=text, link="")


def _comment(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    note = reader.source.comments.get(node.get(q("w:id"), ""))
    if note is not None:
        by = f" av {note.author}" if note.author else ""
        reader.say("ING503", f'en kommentar{by} följer inte med: "{shown(note.text)}"')
    yield from ()


def _drawing(reader: ParagraphReader, node: etree._Element, context: Span) -> Iterator[Span]:
    reader.boxes += say_shape(node, reader.place, reader.source.report)
    yield from ()


_GATHERED = {
    "ING501": 'infogad text som ingen har godkänt följer med: "{}"',
    "ING502": 'borttagen text som ingen har godkänt följer inte med: "{}"',
    "ING508": 'dold text följer inte med: "{}"',
}
Handler = Callable[[ParagraphReader, Any, Span], Iterator[Span]]
_LEAVES: dict[object, Handler] = {
    q("w:t"): _text,
    **dict.fromkeys(_FIXED, _fixed),
    q("w:br"): _break,
    q("w:sym"): _symbol,
    q("w:footnoteReference"): _note,
    q("w:endnoteReference"): _note,
    q("w:drawing"): _drawing,
    q("w:pict"): _drawing,
    q("w:object"): _drawing,
    q("m:oMath"): _equation,
    q("m:oMathPara"): _equation,
}
_SHOWN = frozenset(_LEAVES)
_UNREAD = ("w:pPr", "w:rPr", "w:rubyPr", "w:smartTagPr", "w:customXmlPr", "w:delText", "w:delInstrText")
_HANDLERS: dict[object, Handler] = {
    **_LEAVES,
    **{q(name): _nothing for name in _UNREAD},
    q("w:r"): _run,
    q("w:ins"): _inserted,
    q("w:moveTo"): _inserted,
    q("w:del"): _deleted,
    q("w:moveFrom"): _deleted,
    q("w:hyperlink"): _hyperlink,
    q("w:fldSimple"): _simple_field,
    q("w:fldChar"): _field_char,
    q("w:instrText"): _instruction,
    q("w:sdt"): _content_control,
    q("w:commentReference"): _comment,
    q("mc:AlternateContent"): _alternate,
}
